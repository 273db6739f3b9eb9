// Entries counted from the bytes of a Bundle, as many as whoever reads it will find.

import { describe, expect, it } from 'vitest'
import { limits } from '../../gateway/config.ts'
import { entriesIn } from '../../gateway/fhir/entry-count.ts'

const json = 'application/fhir+json; charset=utf-8'
const xml = 'application/fhir+xml'
const counted = (text: string, type = json) => entriesIn(Buffer.from(text), type)
const inner = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'List', entry: [{}, {}] } }] }
const tricky = { text: '"entry":[{},{}] \\', 'a\\"b': ['[{', '}'] }

describe('the entries of a Bundle', () => {
  it.each([
    ['of none', { resourceType: 'Bundle', type: 'batch' }, 0],
    ['of an empty list', { resourceType: 'Bundle', entry: [] }, 0],
    ['of some', { resourceType: 'Bundle', entry: [{}, { request: {} }, { resource: { entry: [{}] } }] }, 3],
    ['not of what they hold', { resourceType: 'Bundle', entry: [{ resource: inner }], link: [{}, {}] }, 1],
    ['not of what only looks like them', { resourceType: 'Bundle', tricky, type: 'entry', entry: [{ tricky }, { tricky }] }, 2],
    ['nor of another resource’s', { resourceType: 'Bundle', meta: { entry: [{}] } }, 0],
  ])('are counted: %s', (_, bundle, count) => {
    expect(counted(JSON.stringify(bundle))).toBe(count)
    expect(counted(JSON.stringify(bundle, undefined, 2), 'application/json')).toBe(count)
  })

  it('are counted in as little time as their bytes take, whatever stands there', () => {
    const bytes = 2 * 1024 * 1024
    // Of this thread alone: other tests run beside it.
    const costOf = (text: string): number => {
      const tries = [1, 2, 3].map(() => {
        const before = process.threadCpuUsage()
        expect(counted(text)).toBe(0)
        return process.threadCpuUsage(before).user
      })
      return Math.min(...tries)
    }
    const oneString = costOf(`{"${'a'.repeat(bytes)}"`)
    for (const part of ['""', '"a', '"\\u0065"', '"\\u0065ntr"', '"":1,']) {
      // A call for each string took a hundred times what its bytes take.
      expect(costOf(`{${part.repeat(bytes / part.length)}`) / Math.max(oneString, 1_000)).toBeLessThan(25)
    }
  })

  it('are counted however the name is spelt, and wherever it stands twice', () => {
    expect(counted('{"\\u0065ntry":[{},{},{}]}')).toBe(3)
    expect(counted('{"\\u0065\\u006E\\u0074\\u0072\\u0079":[{}],"entr\\u0079":[{}],"entr\\u0078":[{}],"entrys":[{}]}')).toBe(2)
    expect(counted('{"entry":[{}],"entry" : [{},{}]}')).toBe(3)
  })

  it.each(['', '{', '"', '{"entry', '{"entry":[', '{"entry":[{"a\\', ']]]}}}', '[[{', '{"\\x":[{}]}', '\\"'])(
    'are counted in what is broken: %s',
    (text) => {
      expect(counted(text)).toBeLessThanOrEqual(1)
    },
  )

  it('are counted in XML, whatever its prefix', () => {
    expect(counted('<Bundle xmlns="http://hl7.org/fhir"><entry><fullUrl/></entry><entry/><entryOf/></Bundle>', xml)).toBe(2)
    expect(counted('<f:Bundle xmlns:f="http://hl7.org/fhir"><f:entry\n></f:entry></f:Bundle>', `${xml};charset=utf-8`)).toBe(1)
    expect(counted('<à:Bundle xmlns:à="http://hl7.org/fhir"><à:entry/><à:entry></à:entry></à:Bundle>', xml)).toBe(2)
    expect(counted('<entry>'.repeat(limits.xml / 7 + 1), xml)).toBe(0)
  })
})
