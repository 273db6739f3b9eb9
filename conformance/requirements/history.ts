// History: every version once, newest first, each with how it came to be, and no more than was asked for.

import { holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, readOf } from '../scenes/fhir.ts'
import { link } from '../scenes/pages.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.update', 'Patient.history-instance'],
} as const

/** A Patient with so many versions: `Patient/id`. */
async function withVersions(t: Trial, count: number): Promise<string> {
  const reference = await created(t.as('acute'), patientOf(t.person()))
  for (let i = 1; i < count; i++)
    await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: i % 2 === 0 ? 'female' : 'other' }))
  return reference
}

async function historyOf(t: Trial, reference: string, query = ''): Promise<Answer> {
  const path = /^https?:/.test(reference) ? reference : `${reference}/_history${query}`
  const answer = await t.as('acute').get(path)
  status(answer, 200, `a history${query}`)
  same(textAt(answer.json, 'type'), 'history', 'Bundle.type')
  return answer
}

const versionsIn = ({ json }: Answer) => textsAt(json, 'entry.resource.meta.versionId')

export const histories = area('history', [
  {
    id: 'HF-HIS-001',
    level: 'MUST',
    title: 'tells of a delete too, as an entry without a resource, newest first',
    statement: fhir('http#history', 'entry … for deletes … SHALL NOT have a resource'),
    assertions: ['HIS-01', 'HIS-03', 'DEL-08'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.delete'] },
    kills: ['history-delete-told', 'history-order'],
    async run(t) {
      const reference = await withVersions(t, 2)
      status(await t.as('acute').ask('DELETE', reference), [200, 202, 204], 'a delete')
      const { json } = await historyOf(t, reference)
      same(textsAt(json, 'entry.request.method'), ['DELETE', 'PUT', 'POST'], 'entry.request.method')
      same(
        at(json, 'entry').map((entry) => isRecord(entry) && 'resource' in entry),
        [false, true, true],
        'entries with a resource',
      )
    },
  },
  {
    id: 'HF-HIS-002',
    level: 'MUST',
    title: 'says of every version how it came to be and what was answered, with the resource as it then was',
    statement: fhir('bundle', 'bdl-3: entry.request mandatory for … history · bdl-4: entry.response mandatory for … history'),
    assertions: ['HIS-02', 'HIS-04'],
    needs,
    kills: ['history-no-request', 'history-no-response'],
    async run(t) {
      const { json } = await historyOf(t, await withVersions(t, 2))
      const entries = at(json, 'entry')
      same(entries.length, 2, 'the entries')
      for (const entry of entries) {
        holds(/^(POST|PUT)$/.test(textAt(entry, 'request.method')), 'entry.request.method', 'POST or PUT', at(entry, 'request'))
        holds(textAt(entry, 'request.url') !== '', 'entry.request.url', 'an address', at(entry, 'request'))
        holds(/^20[01]\b/.test(textAt(entry, 'response.status')), 'entry.response.status', '200 or 201', at(entry, 'response'))
        same(textAt(entry, 'resource.resourceType'), 'Patient', 'entry.resource')
      }
    },
  },
  {
    id: 'HF-HIS-003',
    level: 'SHOULD',
    title: 'says of every version when it was stored',
    statement: fhir('http#history', 'the response.lastModified … SHOULD be populated'),
    assertions: ['HIS-05'],
    needs,
    kills: ['history-no-time'],
    async run(t) {
      const { json } = await historyOf(t, await withVersions(t, 2))
      const [told, stored] = [textsAt(json, 'entry.response.lastModified'), textsAt(json, 'entry.resource.meta.lastUpdated')]
      same(stored.length, 2, 'the versions')
      same(told.map(Date.parse), stored.map(Date.parse), 'entry.response.lastModified')
    },
  },
  {
    id: 'HF-HIS-004',
    level: 'MUST',
    title: 'gives no more at a time than was asked for, and all of them page by page',
    statement: fhir('http#history', '_count … the server SHALL NOT return more … paging'),
    assertions: ['HIS-06'],
    needs,
    kills: ['history-count', 'history-no-next'],
    async run(t) {
      const reference = await withVersions(t, 5)
      const seen: string[] = []
      let page = await historyOf(t, reference, '?_count=2')
      for (let i = 0; i < 5; i++) {
        holds(at(page.json, 'entry').length <= 2, 'a page', 'no more than 2 entries', at(page.json, 'entry').length)
        seen.push(...versionsIn(page))
        const next = link(page, 'next')
        if (next === '') break
        page = await historyOf(t, next)
      }
      same(seen.length, 5, 'versions on all pages')
      same(seen, [...new Set(seen)], 'versions, each once')
    },
  },
  {
    id: 'HF-HIS-005',
    level: 'MUST',
    title: 'gives with _since what was stored at that instant or later, and nothing earlier',
    statement: fhir('http#history', '_since: Only include resource versions that were created at or after the given instant'),
    assertions: ['HIS-07'],
    needs,
    kills: ['history-since', 'history-since-after'],
    async run(t) {
      const reference = await withVersions(t, 3)
      const versions = await historyOf(t, reference)
      same(versionsIn(versions).length, 3, 'all versions')
      const [, middle = ''] = textsAt(versions.json, 'entry.resource.meta.lastUpdated')
      const later = await historyOf(t, reference, `?_since=${encodeURIComponent(middle)}`)
      same(versionsIn(later), versionsIn(versions).slice(0, 2), 'versions since the second was stored')
    },
  },
  {
    id: 'HF-HIS-006',
    level: 'SHOULD',
    title: 'refuses a _since that is no instant, and finds nothing after one that is yet to come',
    statement: fhir('http#history', '_since … instant'),
    assertions: ['HIS-08'],
    needs,
    kills: ['history-bad-since'],
    async run(t) {
      const reference = await withVersions(t, 2)
      same(versionsIn(await historyOf(t, reference)).length, 2, 'all versions')
      for (const since of ['yesterday', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z', '%00'])
        refusal(await t.as('acute').get(`${reference}/_history?_since=${since}`), 400, `_since=${since}`)
      const ahead = await t.as('acute').get(`${reference}/_history?_since=2999-01-01T00:00:00Z`)
      status(ahead, [200, 400], '_since in the year 2999')
      if (ahead.status === 200) same(at(ahead.json, 'entry'), [], 'versions of the year 2999')
    },
  },
  {
    id: 'HF-HIS-007',
    level: 'MUST',
    title: 'refuses a parameter of history that is given twice',
    statement: fhir('http#history', 'Each parameter SHALL NOT appear more than once'),
    assertions: ['HIS-09'],
    needs,
    kills: ['history-repeated'],
    async run(t) {
      const reference = await withVersions(t, 2)
      same(versionsIn(await historyOf(t, reference, '?_count=10')).length, 2, 'with _count once')
      for (const query of ['_count=1&_count=10', '_since=2020-01-01T00:00:00Z&_since=2021-01-01T00:00:00Z'])
        refusal(await t.as('acute').get(`${reference}/_history?${query}`), 400, query)
    },
  },
  {
    id: 'HF-HIS-008',
    level: 'MUST',
    title: 'tells of a patch as of a PUT, and of what was done on a condition as if there had been none',
    statement: fhir('http#history', 'PATCH … SHALL be … PUT; conditional … the … equivalent unconditional'),
    assertions: ['HIS-10'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.patch', 'Patient:conditionalCreate'] },
    kills: ['history-patch'],
    async run(t) {
      const person = t.person()
      const condition = { 'if-none-exist': `identifier=${localSystem}|${person.local}` }
      const reference = await created(t.as('acute'), patientOf(person), condition)
      const patch = JSON.stringify([{ op: 'replace', path: '/gender', value: 'other' }])
      const answer = await t.as('acute').ask('PATCH', reference, patch, { 'content-type': 'application/json-patch+json' })
      status(answer, [200, 204], 'a patch')
      same((await readOf(t.as('acute'), reference))['gender'], 'other', 'what was patched')
      const { json } = await historyOf(t, reference)
      const requests = at(json, 'entry.request').map((one) => [
        textAt(one, 'method'),
        textAt(one, 'url').replace(/^.*\/(?=Patient)/, ''),
      ])
      same(
        requests,
        [
          ['PUT', reference],
          ['POST', 'Patient'],
        ],
        'entry.request',
      )
    },
  },
  {
    id: 'HF-HIS-009',
    level: 'SHOULD',
    title: 'answers 404 for a history that there is not',
    statement: fhir('http#history', 'if … the server does not keep [a history] 404'),
    assertions: ['HIS-11'],
    needs,
    kills: ['history-of-none'],
    async run(t) {
      same(versionsIn(await historyOf(t, await withVersions(t, 1))).length, 1, 'a history that there is')
      refusal(await t.as('acute').get(`Patient/${t.uuid()}/_history`), 404, 'of a Patient that there is not')
      const unkept = at(t.run.capability, 'rest.resource').filter(
        (one) => !textsAt(one, 'interaction.code').includes('history-instance'),
      )
      for (const type of unkept.map((one) => textAt(one, 'type')).slice(0, 3))
        refusal(await t.as('acute').get(`${type}/none-1/_history`), 404, `of a ${type}, of which none is kept`)
    },
  },
  {
    id: 'HF-HIS-010',
    level: 'MUST',
    title: 'gives all versions of a resource one and the same address',
    statement: fhir('bundle#bundle-unique', 'fullUrl … the same for all versions of a resource in a history'),
    assertions: ['HIS-12'],
    needs,
    kills: ['history-full-url'],
    async run(t) {
      const reference = await withVersions(t, 3)
      const urls = textsAt((await historyOf(t, reference)).json, 'entry.fullUrl')
      same(urls.length, 3, 'entries with a fullUrl')
      same(new Set(urls).size, 1, 'different addresses')
      holds(urls[0]?.endsWith(`/${reference}`) === true, 'the address', reference, urls[0])
    },
  },
])
