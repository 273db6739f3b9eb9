// Transactions: all entries or none.

import { names, refusal, same, status } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { admission, patientsOf, posted, transactionOf, type Entry } from '../scenes/bundle.ts'
import { changed, created, found, readOf } from '../scenes/fhir.ts'
import { localSystem, patientOf, visitSystem } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['transaction', 'Patient.create', 'Encounter.create', 'Patient.search-type', 'Encounter.search-type'],
} as const

export const transactions = area('transaction', [
  {
    id: 'HF-TXN-001',
    level: 'MUST',
    title: 'stores all entries, and turns their references to one another into addresses, whatever their order',
    statement: fhir('http#trules', 'the server … SHALL … update any references to the resource in the same Bundle'),
    assertions: ['TXN-02', 'TXN-05', 'TXN-18'],
    needs,
    kills: ['txn-references'],
    async run(t) {
      const person = t.person()
      const answer = await t.as('acute').post('', transactionOf(...admission(t, person)))
      status(answer, 200, 'a transaction')
      same(textAt(answer.json, 'type'), 'transaction-response', 'Bundle.type')
      same(
        textsAt(answer.json, 'entry.response.status').map((text) => text.slice(0, 3)),
        ['201', '201'],
        'entry.response.status',
      )
      const locations = textsAt(answer.json, 'entry.response.location').map((text) => /(Patient|Encounter)\//.exec(text)?.[1])
      same(locations, ['Encounter', 'Patient'], 'entry.response.location, in the order of the entries')
      const [patient] = await patientsOf(t, person)
      const [spell = ''] = await found(t.as('acute'), `Encounter?identifier=${visitSystem}|${person.visit}`)
      same(textAt(await readOf(t.as('acute'), spell), 'subject.reference'), patient, 'Encounter.subject')
    },
  },
  {
    id: 'HF-TXN-002',
    level: 'MUST',
    title: 'stores nothing when one entry fails, and says which',
    statement: fhir('http#transaction', 'the server SHALL either accept all actions … or reject all'),
    assertions: ['TXN-06', 'TXN-12'],
    needs,
    kills: ['create-unvalidated', 'txn-no-place'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      status(await t.as('acute').post('', transactionOf(...admission(t, good))), 200, 'a good one')
      const [spell, patient] = admission(t, bad)
      const answer = await t
        .as('acute')
        .post('', transactionOf(patient, { ...spell, resource: { ...spell.resource, status: 'nonsense' } }))
      refusal(answer, [400, 422], 'one with a state that does not exist')
      names(answer, /^Bundle\.entry\[1\]\.resource\.status$/, 'one with a state that does not exist')
      same([(await patientsOf(t, good)).length, await patientsOf(t, bad)], [1, []], 'patients')
    },
  },
  {
    id: 'HF-TXN-003',
    level: 'MUST',
    title: 'refuses a transaction on a version that is no longer current, whole',
    statement: fhir('http#transaction', 'ifMatch … Only perform the operation if the Etag value matches'),
    assertions: ['TXN-15'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.update'] },
    kills: ['txn-if-match'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      const reference = await created(t.as('acute'), patientOf(one))
      const first = await readOf(t.as('acute'), reference)
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: 'other' }))
      const stale = (ifMatch: string): Entry => ({
        resource: { ...first, gender: 'unknown' },
        request: { method: 'PUT', url: reference, ifMatch },
      })
      refusal(
        await t.as('acute').post('', transactionOf(...admission(t, other), stale('W/"1"'))),
        412,
        'ifMatch W/"1" on version 2',
      )
      same([await patientsOf(t, other), (await readOf(t.as('acute'), reference))['gender']], [[], 'other'], 'what is stored')
      status(await t.as('acute').post('', transactionOf(...admission(t, other), stale('W/"2"'))), 200, 'ifMatch W/"2"')
    },
  },
  {
    id: 'HF-TXN-004',
    level: 'MUST',
    title: 'refuses two entries under one address, and a Bundle of another type',
    statement: fhir('bundle#bundle-unique', 'FullUrl must be unique in a bundle'),
    assertions: ['TXN-21', 'TXN-23'],
    needs,
    kills: ['txn-same-url', 'txn-any-type'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      const [, patient] = admission(t, bad)
      const { fullUrl = '' } = patient
      refusal(
        await t.as('acute').post('', transactionOf(patient, posted(fullUrl, patientOf(t.person())))),
        [400, 422],
        'one fullUrl twice',
      )
      refusal(await t.as('acute').post('', { ...transactionOf(patient), type: 'collection' }), [400, 422], 'a collection')
      status(await t.as('acute').post('', transactionOf(...admission(t, good))), 200, 'a good one')
      same([(await patientsOf(t, good)).length, await patientsOf(t, bad)], [1, []], 'patients')
    },
  },
  {
    id: 'HF-TXN-005',
    level: 'MUST',
    title: 'uses what ifNoneExist finds, also for the references of other entries',
    statement: fhir('http#trules', 'If any resource identities … conditional create … the references are updated'),
    assertions: ['TXN-14'],
    needs: { ...needs, capability: [...needs.capability, 'Patient:conditionalCreate'] },
    kills: ['ccreate-ignored'],
    async run(t) {
      const person = t.person()
      const known = await created(t.as('acute'), patientOf(person))
      const [spell, patient] = admission(t, person)
      const condition = { ...patient, request: { ...patient.request, ifNoneExist: `identifier=${localSystem}|${person.local}` } }
      const answer = await t.as('acute').post('', transactionOf(spell, condition))
      status(answer, 200, 'a transaction')
      same(await patientsOf(t, person), [known], 'patients')
      const [stored = ''] = await found(t.as('acute'), `Encounter?identifier=${visitSystem}|${person.visit}`)
      same(textAt(await readOf(t.as('acute'), stored), 'subject.reference'), known, 'Encounter.subject')
    },
  },
])
