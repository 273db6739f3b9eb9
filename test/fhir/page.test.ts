// Page links: sealed for one client, and nothing of a person in them.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPage, sealPage, type PageMark } from '../../gateway/fhir/page.ts'

const key = Buffer.alloc(32, 7)
const mark: PageMark = {
  type: 'Patient',
  parameters: [['identifier', 'https://fhir.nhs.uk/Id/nhs-number|9990000018']],
  after: ['2026-01-05T10:15:00.000000Z', 17],
  at: '2026-01-05T10:15:00.000000Z',
  total: 3,
}

describe('a page link', () => {
  it('opens for the client that it was made for', () => {
    expect(openPage(sealPage(mark, 'trust1-epr', key), 'trust1-epr', key)).toEqual(mark)
  })

  it('keeps apart a total that was not counted', () => {
    const { total: _, ...uncounted } = mark
    expect(openPage(sealPage(uncounted, 'c', key), 'c', key)).toEqual(uncounted)
  })

  it('is the same for the same mark, and another for another client', () => {
    expect(sealPage(mark, 'c', key)).toBe(sealPage(mark, 'c', key))
    expect(sealPage(mark, 'd', key)).not.toBe(sealPage(mark, 'c', key))
  })

  it('never seals two marks under one nonce', () => {
    const nonceOf = (each: PageMark, client: string) => sealPage(each, client, key).slice(0, 16)
    const other = { ...mark, after: ['2026-01-05T10:15:00.000000Z', 18] }
    expect(new Set([nonceOf(mark, 'c'), nonceOf(other, 'c'), nonceOf(mark, 'd')]).size).toBe(3)
  })

  it('shows no search value', () => {
    const bytes = Buffer.from(sealPage(mark, 'c', key), 'base64url').toString('latin1')
    expect(bytes).not.toMatch(/999|nhs|Patient|2026/)
  })

  it('does not open for another client or another key', () => {
    const sealed = sealPage(mark, 'trust1-epr', key)
    expect(openPage(sealed, 'council1', key)).toBeUndefined()
    expect(openPage(sealed, 'trust1-epr', Buffer.alloc(32, 8))).toBeUndefined()
  })

  it('does not open when any bit was changed, or when it was cut or lengthened', () => {
    const sealed = Buffer.from(sealPage(mark, 'c', key), 'base64url')
    for (let bit = 0; bit < sealed.length * 8; bit += 5) {
      const altered = Buffer.from(sealed)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(openPage(altered.toString('base64url'), 'c', key)).toBeUndefined()
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(openPage(sealed.subarray(0, length).toString('base64url'), 'c', key)).toBeUndefined()
    }
    expect(openPage(`${sealed.toString('base64url')}AAAA`, 'c', key)).toBeUndefined()
    expect(openPage(`${sealed.toString('base64url')}!`, 'c', key)).toBeUndefined()
  })

  it('never throws on what a stranger makes up', () => {
    fc.assert(fc.property(fc.string(), (text) => openPage(text, 'c', key) === undefined))
    fc.assert(fc.property(fc.base64String({ minLength: 40 }), (text) => openPage(text, 'c', key) === undefined))
  })
})
