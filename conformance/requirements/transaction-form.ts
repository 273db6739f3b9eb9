// Transactions: their form, what their answer holds, and that one that is sent twice is done once.

import { holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { admission, locationsIn, patientsOf, posted, statusesIn, transactionOf } from '../scenes/bundle.ts'
import { changed, created, readOf } from '../scenes/fhir.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { idOf } from '../scenes/search.ts'
import { bars, fhir } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['transaction', 'Patient.create', 'Patient.read', 'Encounter.create', 'Patient.search-type', 'Patient?identifier'],
} as const

export const transactionForms = area('transaction', [
  {
    id: 'HF-TXN-010',
    level: 'MUST',
    title: 'refuses two entries that change one resource',
    statement: fhir('http#trules', 'If any resource identities … overlap in steps 1–3, then the transaction SHALL fail'),
    assertions: ['TXN-13'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.update', 'Patient.delete'] },
    kills: ['txn-same-target'],
    async run(t) {
      const [person, other] = [t.person(), t.person()]
      const reference = await created(t.as('acute'), patientOf(person))
      const put = (gender: string) => ({
        resource: { ...patientOf(person), id: idOf(reference), gender },
        request: { method: 'PUT', url: reference },
      })
      const [, patient] = admission(t, other)
      refusal(
        await t.as('acute').post('', transactionOf(patient, put('other'), put('male'))),
        [400, 409, 412, 422],
        'PUT and PUT',
      )
      const removal = { request: { method: 'DELETE', url: reference } }
      refusal(await t.as('acute').post('', transactionOf(patient, put('other'), removal)), [400, 409, 412, 422], 'PUT and DELETE')
      const after = await readOf(t.as('acute'), reference)
      same([after['gender'], await patientsOf(t, other)], ['female', []], 'what is stored')
      status(await t.as('acute').post('', transactionOf(patient, put('other'))), 200, 'one of them')
    },
  },
  {
    id: 'HF-TXN-011',
    level: 'MUST',
    title: 'refuses an entry without a request, and one that writes without a resource',
    statement: fhir('http#transaction', 'each entry … SHALL have a request element'),
    assertions: ['TXN-16'],
    needs,
    kills: ['txn-no-resource'],
    async run(t) {
      const person = t.person()
      const [, patient] = admission(t, person)
      const bad = {
        'no request': { fullUrl: `urn:uuid:${t.uuid()}`, resource: patientOf(t.person()) },
        'POST without a resource': { request: { method: 'POST', url: 'Patient' } },
        'PUT without a resource': { request: { method: 'PUT', url: `Patient/${t.uuid()}` } },
      }
      for (const [what, entry] of Object.entries(bad))
        refusal(await t.as('acute').post('', transactionOf(patient, entry)), [400, 422], what)
      same(await patientsOf(t, person), [], 'what is stored')
      status(await t.as('acute').post('', transactionOf(patient)), 200, 'a good one')
    },
  },
  {
    id: 'HF-TXN-012',
    level: 'MUST',
    title: 'takes a transaction without entries',
    statement: fhir('http#trules', 'a transaction … may have no entries; this is not an error'),
    assertions: ['TXN-17'],
    needs,
    kills: ['txn-empty'],
    async run(t) {
      const answer = await t.as('acute').post('', transactionOf())
      status(answer, 200, 'a transaction without entries')
      same(textAt(answer.json, 'type'), 'transaction-response', 'Bundle.type')
      holds(isRecord(answer.json) && !('entry' in answer.json), 'entry', 'not there', answer.json)
    },
  },
  {
    id: 'HF-TXN-013',
    level: 'SHOULD',
    title: 'gives of every entry its address and version, and the resource where that is preferred',
    statement: fhir('http#transaction-response', 'response.location · response.etag · … resource, depending on Prefer'),
    assertions: ['TXN-18', 'TXN-19'],
    needs,
    kills: ['txn-prefer', 'txn-etag'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      const whole = await t.as('acute').post('', transactionOf(...admission(t, one)), { prefer: 'return=representation' })
      status(whole, 200, 'return=representation')
      same(textsAt(whole.json, 'entry.resource.resourceType'), ['Encounter', 'Patient'], 'entry.resource')
      same(textsAt(whole.json, 'entry.resource.id'), locationsIn(whole).map(idOf), 'entry.resource.id, as the locations have it')
      const etags = textsAt(whole.json, 'entry.response.etag')
      same(etags, ['W/"1"', 'W/"1"'], 'entry.response.etag')
      const bare = await t.as('acute').post('', transactionOf(...admission(t, other)), { prefer: 'return=minimal' })
      status(bare, 200, 'return=minimal')
      same(at(bare.json, 'entry.resource').length, 0, 'resources with return=minimal')
    },
  },
  {
    id: 'HF-TXN-014',
    level: 'MUST',
    title: 'fails whole where the ifNoneExist of an entry finds several',
    statement: fhir('http#trules', 'ifNoneExist … Multiple matches: 412 Precondition Failed'),
    assertions: ['TXN-14'],
    needs: { ...needs, capability: [...needs.capability, 'Patient:conditionalCreate'] },
    kills: ['ccreate-first-of-many'],
    async run(t) {
      const [person, other] = [t.person(), t.person()]
      const identifier = [{ system: localSystem, value: t.id() }]
      for (const each of [t.person(), t.person()]) await created(t.as('acute'), { ...patientOf(each), identifier })
      const conditional = (value: string) => ({
        resource: patientOf(other),
        request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=${localSystem}|${value}` },
      })
      const [, patient] = admission(t, person)
      const several = transactionOf(patient, conditional(identifier[0]?.value ?? ''))
      refusal(await t.as('acute').post('', several), 412, 'a condition that finds two')
      same([await patientsOf(t, person), await patientsOf(t, other)], [[], []], 'what is stored')
      const none = await t.as('acute').post('', transactionOf(patient, conditional(t.id())))
      status(none, 200, 'a condition that finds none')
      same(statusesIn(none), ['201', '201'], 'what was created')
    },
  },
  {
    id: 'HF-TXN-015',
    level: 'GATE',
    title: 'makes one set of resources of transactions that are sent at once on the same condition',
    statement: fhir('http#ccreate', 'create a new resource only if some equivalent resource does not already exist'),
    assertions: ['TXN-24'],
    needs: {
      ...needs,
      capability: ['transaction', 'Observation.create', 'Observation.search-type', 'Observation?identifier', 'Patient.create'],
    },
    tags: ['concurrency'],
    kills: ['ccreate-ignored'],
    async run(t) {
      const value = t.id()
      const observation = {
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'once' },
        identifier: [{ system: localSystem, value }],
      }
      const where = `identifier=${localSystem}|${value}`
      const one = () => ({
        ...posted(`urn:uuid:${t.uuid()}`, observation),
        request: { method: 'POST', url: 'Observation', ifNoneExist: where },
      })
      const answers = await Promise.all(Array.from({ length: 20 }, () => t.as('acute').post('', transactionOf(one()))))
      for (const answer of answers) status(answer, [200, 409, 412, 503], 'one of twenty')
      same(answers.flatMap(statusesIn).filter((text) => text === '201').length, 1, 'entries that created')
      const { json } = await t.as('acute').get(`Observation?${where}`)
      same(at(json, 'entry').length, 1, 'resources of that number')
    },
  },
  {
    id: 'HF-TXN-016',
    level: 'GATE',
    title: 'does once a transaction that is sent again under its X-Request-Id',
    statement: bars('the same request … with the same X-Request-Id … SHALL NOT be processed twice'),
    assertions: ['TXN-25'],
    needs,
    kills: ['txn-repeat'],
    async run(t) {
      const person = t.person()
      const sent = transactionOf(...admission(t, person))
      const id = { 'x-request-id': t.uuid() }
      const first = await t.as('acute').post('', sent, id)
      status(first, 200, 'a transaction')
      const again = await t.as('acute').post('', sent, id)
      status(again, [200, 409], 'the same again')
      if (again.status === 200) same(locationsIn(again), locationsIn(first), 'where its resources are')
      same((await patientsOf(t, person)).length, 1, 'patients of that number')
    },
  },
  {
    id: 'HF-TXN-017',
    level: 'MUST',
    title: 'refuses a guard that it cannot read, and writes nothing without it',
    statement: fhir('bundle', 'Bundle.entry.request.ifMatch 0..1 string'),
    needs: { ...needs, capability: [...needs.capability, 'Patient.update'] },
    kills: ['txn-form'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const first = await readOf(t.as('acute'), reference)
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: 'other' }))
      const guarded = (guard: object) => ({
        ...{ resourceType: 'Bundle', type: 'transaction' },
        entry: [{ resource: { ...first, gender: 'unknown' }, request: { method: 'PUT', url: reference, ...guard } }],
      })
      const guards = { 'ifMatch as a number': { ifMatch: 1 }, 'a misspelt ifMatch': { ifmatch: 'W/"1"' } }
      for (const [what, guard] of Object.entries(guards)) {
        refusal(await t.as('acute').post('', guarded(guard)), [400, 422], what)
        same((await readOf(t.as('acute'), reference))['gender'], 'other', 'what is stored')
      }
      status(await t.as('acute').post('', guarded({ ifMatch: 'W/"2"' })), 200, 'ifMatch W/"2"')
    },
  },
])
