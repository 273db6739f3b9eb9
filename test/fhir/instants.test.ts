// FHIR dates as ranges of instants.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earliest, instantRange, latest } from '../../gateway/store/instants.ts'

describe('a FHIR date as a range', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00.000000Z', '2026-12-31T23:59:59.999999Z'],
    ['2024', '2024-01-01T00:00:00.000000Z', '2024-12-31T23:59:59.999999Z'],
    ['2024-02', '2024-02-01T00:00:00.000000Z', '2024-02-29T23:59:59.999999Z'],
    ['2026-02', '2026-02-01T00:00:00.000000Z', '2026-02-28T23:59:59.999999Z'],
    ['2026-01-05', '2026-01-05T00:00:00.000000Z', '2026-01-05T23:59:59.999999Z'],
    ['2026-01-05T10:15Z', '2026-01-05T10:15:00.000000Z', '2026-01-05T10:15:59.999999Z'],
    ['2026-01-05T10:15:30', '2026-01-05T10:15:30.000000Z', '2026-01-05T10:15:30.999999Z'],
    ['2026-01-05T10:15:30.12Z', '2026-01-05T10:15:30.120000Z', '2026-01-05T10:15:30.129999Z'],
    ['2026-01-05T10:15:30.1234567Z', '2026-01-05T10:15:30.123456Z', '2026-01-05T10:15:30.123456Z'],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00.000000Z', '2025-12-31T23:30:00.999999Z'],
    ['2026-06-30T23:59:60Z', '2026-07-01T00:00:00.000000Z', '2026-07-01T00:00:00.999999Z'],
    ['0099-01-01', '0099-01-01T00:00:00.000000Z', '0099-01-01T23:59:59.999999Z'],
    ['0001-01-01T00:00:00+02:00', earliest, earliest],
    ['9999-12-31T23:30:00-02:00', latest, latest],
  ])('reads %s at its precision, in UTC', (text, low, high) => {
    expect(instantRange(text)).toEqual({ low, high })
  })

  it.each([
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-1-5',
    '2026-01-05T24:00:00Z',
    '0000-01-01',
    '2026-01-05T10',
    '2026-01-05T10:60Z',
    '2026-01-05T10:15:61Z',
    '2026-01-05 10:15',
    '2026-01-05T10:15:00+15:00',
    '2026-01-05T10:15:00+00:60',
    '2026-01-05T10:15:00.Z',
    '20260105',
    'today',
    '2026-01-05Z',
    ' 2026',
    '2026\n',
  ])('refuses %j', (text) => {
    expect(instantRange(text)).toBeUndefined()
  })

  it('keeps the order of time as the order of text, at one width', () => {
    const instants = fc.date({
      min: new Date('0002-01-01'),
      max: new Date('9998-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [first, second] = [instantRange(a.toISOString()), instantRange(b.toISOString())]
        expect(first?.low).toHaveLength(latest.length)
        expect((first?.low ?? '') < (second?.low ?? '')).toBe(a < b)
      }),
    )
  })
})
