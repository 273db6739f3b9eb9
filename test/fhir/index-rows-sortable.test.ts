// Sortable texts of numbers: their order, and the ranges that digits stand for.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asRounded, exactly, highest, lowest, sortable } from '../../gateway/store/sortable.ts'

const text = (decimal: string): string => sortable(decimal) ?? expect.unreachable(decimal)

/** Digits and a power of ten, as a decimal is written in one of several ways. */
const number = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -60, max: 60 }))

/** As far apart as any two may be, on one scale of whole numbers. */
const scaled = ([digits, power]: readonly [bigint, number]): bigint => digits * 10n ** BigInt(power + 60)

function written([digits, power]: readonly [bigint, number], form: 'exponent' | 'plain'): string {
  if (form === 'exponent') return `${digits}e${power}`
  const sign = digits < 0n ? '-' : ''
  const all = String(digits).replace('-', '')
  if (power >= 0) return `${sign}${all}${'0'.repeat(power)}`
  const padded = all.padStart(1 - power, '0')
  return `${sign}${padded.slice(0, power)}.${padded.slice(power)}`
}

describe('the sortable text of a number', () => {
  it('sorts as the numbers do', () => {
    const form = fc.constantFrom('exponent' as const, 'plain' as const)
    fc.assert(
      fc.property(number, number, form, form, (one, other, oneForm, otherForm) => {
        const [a, b] = [text(written(one, oneForm)), text(written(other, otherForm))]
        const difference = scaled(one) - scaled(other)
        expect(Math.sign(a < b ? -1 : a > b ? 1 : 0)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
      }),
      { numRuns: 5_000 },
    )
  })

  it('sorts doubles of every size as they are', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        expect(text(String(a)) < text(String(b))).toBe(a < b)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    ['1', '1.0', '1.00', '10e-1', '0.1E1', '+1', '001', '.1e1'],
    ['0', '-0', '0.000', '0e5', '-0e-7'],
    ['-250', '-2.5e2', '-0250.0'],
  ])('is the same for %s however it is written', (...forms) => {
    expect(new Set(forms.map(text)).size).toBe(1)
  })

  it('stands between the lowest and the highest text', () => {
    for (const decimal of ['-1e999999999999', '-9e99', '-1e-999999999999', '0', '1e-999999999999', '9e99', '1e999999999999']) {
      expect(lowest < text(decimal) && text(decimal) < highest).toBe(true)
    }
    const sizes = ['-1e999999999', '-1', '-1e-99999999', '0', '1e-99999999', '1', '1e999999999'].map(text)
    expect(sizes.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(sizes)
  })

  it('stays short, whatever was sent', () => {
    expect(text(`0.${'7'.repeat(900)}`).length).toBeLessThan(100)
    expect(sortable('7'.repeat(100_000))).toBeUndefined()
  })

  it.each(['', '-', '.', 'e5', '1e', '1e1.5', 'NaN', 'Infinity', '0x10', '1 ', ' 1', '1,5', '--1', '1_000', '٣'])(
    'is none for %j',
    (decimal) => {
      expect([sortable(decimal), exactly(decimal), asRounded(decimal)]).toEqual([undefined, undefined, undefined])
    },
  )
})

describe('the range that digits stand for', () => {
  const within = (searched: string, stored: string): boolean => {
    const { low, high } = asRounded(searched) ?? expect.unreachable()
    return low <= text(stored) && text(stored) <= high
  }

  it.each([
    ['100', ['99.5', '100', '100.4999999999'], ['99.4999999', '100.5', '100.6', '-100']],
    ['100.00', ['99.995', '100', '100.00499'], ['99.99', '100.005', '100.01']],
    ['1e2', ['50', '149.9'], ['49.99', '150']],
    ['2.0', ['1.95', '2', '2.0499'], ['1.9499', '2.05']],
    ['0', ['-0.5', '0', '0.499'], ['-0.51', '0.5', '1']],
    ['-5', ['-5.5', '-5', '-4.500000001'], ['-5.51', '-4.5', '5']],
    ['-0.5', ['-0.55', '-0.5', '-0.4500001'], ['-0.45', '-0.56', '0']],
    ['0.5', ['0.45', '0.5499'], ['0.55', '0.4499']],
    ['9.5', ['9.45', '9.5499'], ['9.55', '9.4']],
    ['-1', ['-1.5', '-0.51'], ['-0.5', '0']],
  ])('of %s holds its members and no others', (searched, members, strangers) => {
    expect(members.filter((member) => !within(searched, member))).toEqual([])
    expect(strangers.filter((stranger) => within(searched, stranger))).toEqual([])
  })

  it('ends below its upper bound and above everything smaller', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 30 }), ([digits, power], places) => {
        const searched = written([digits, power], 'exponent')
        const bound = digits * 10n + 5n
        expect(within(searched, `${bound}e${power - 1}`)).toBe(false)
        expect(within(searched, `${bound * 10n ** BigInt(places) - 1n}e${power - 1 - places}`)).toBe(true)
        expect(within(searched, `${digits * 10n - 5n}e${power - 1}`)).toBe(true)
        expect(within(searched, `${(digits * 10n - 5n) * 10n ** BigInt(places) - 1n}e${power - 1 - places}`)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of a number in a resource is the number', () => {
    expect(exactly('1.50')).toEqual({ low: text('1.5'), high: text('1.5') })
  })
})
