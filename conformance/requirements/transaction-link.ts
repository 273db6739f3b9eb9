// Links between the entries of a transaction: in every element that is an address, round in circles, and by condition.

import { holds, refusal, same, status } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { locationsIn, patientsOf, posted, statusesIn, transactionOf } from '../scenes/bundle.ts'
import { byLocal, created, found, readOf } from '../scenes/fhir.ts'
import { localSystem, patientOf, spellOf, visitSystem } from '../scenes/resources.ts'
import { idOf, observationWith } from '../scenes/search.ts'
import { withNarrative } from '../scenes/patch.ts'
import { fhir } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['transaction', 'Patient.create', 'Observation.create', 'Observation.read', 'Patient.search-type'],
} as const

export const transactionLinks = area('transaction', [
  {
    id: 'HF-TXN-006',
    level: 'MUST',
    title: 'turns the names of entries into addresses wherever an address stands, in words too, and leaves canonicals',
    statement: fhir('http#trules', 'elements of type uri, url, oid, uuid, and <a href=""> & <img src=""> in the narrative'),
    assertions: ['TXN-09'],
    needs,
    kills: ['txn-references', 'txn-narrative', 'txn-canonical', 'txn-uri'],
    async run(t) {
      const [patient, observation] = [`urn:uuid:${t.uuid()}`, `urn:uuid:${t.uuid()}`]
      const canonical = 'urn:uuid:0d1c2f2a-8f3b-4a52-9d3f-6f6b3c9d0f11'
      const url = 'https://conformance.example/link'
      const extension = [
        { url, valueUri: patient },
        { url, valueUrl: patient },
        { url, valueCanonical: patient },
        { url, valueUri: canonical },
      ]
      const resource = withNarrative(observationWith(patient, { extension }), `<a href="${patient}">her</a>`)
      const answer = await t
        .as('acute')
        .post('', transactionOf(posted(observation, resource), posted(patient, patientOf(t.person()))))
      status(answer, 200, 'a transaction')
      const [stored = '', person = ''] = locationsIn(answer)
      const read = await readOf(t.as('acute'), stored)
      same(textAt(read, 'subject.reference'), person, 'a Reference')
      const isAddress = (text: string) => text === person || text === `${t.run.config.target}/${person}`
      for (const name of ['valueUri', 'valueUrl']) {
        const [value = ''] = textsAt(read, `extension.${name}`)
        holds(isAddress(value), name, person, value)
      }
      same(textsAt(read, 'extension.valueUri')[1], canonical, 'a uri that names no entry')
      same(textsAt(read, 'extension.valueCanonical'), [patient], 'a canonical')
      const [, href = ''] = /href="([^"]*)"/.exec(textAt(read, 'text.div')) ?? []
      holds(isAddress(href), 'the link in the narrative', person, href)
    },
  },
  {
    id: 'HF-TXN-007',
    level: 'MUST',
    title: 'resolves references that go round in a circle',
    statement: fhir('http#trules', 'references … may be circular'),
    assertions: ['TXN-10'],
    needs,
    kills: ['txn-references'],
    async run(t) {
      const [one, other] = [`urn:uuid:${t.uuid()}`, `urn:uuid:${t.uuid()}`]
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const member = (reference: string) => observationWith(patient, { hasMember: [{ reference }] })
      const answer = await t.as('acute').post('', transactionOf(posted(one, member(other)), posted(other, member(one))))
      status(answer, 200, 'two that refer to each other')
      const [first = '', second = ''] = locationsIn(answer)
      const refers = async (reference: string) => textsAt(await readOf(t.as('acute'), reference), 'hasMember.reference')
      same([await refers(first), await refers(second)], [[second], [first]], 'each to the other')
    },
  },
  {
    id: 'HF-TXN-008',
    level: 'MUST',
    title: 'takes a condition for the one resource that it means, and fails whole where that is none or several',
    statement: fhir(
      'http#trules',
      'conditional references … if there are no matches, or multiple matches, the transaction fails',
    ),
    assertions: ['TXN-11'],
    needs: { ...needs, capability: [...needs.capability, 'Encounter.create', 'Encounter.search-type', 'Encounter?identifier'] },
    kills: ['txn-condition-first', 'txn-condition-kept'],
    async run(t) {
      const person = t.person()
      const patient = await created(t.as('acute'), patientOf(person))
      const identifier = [{ system: localSystem, value: t.id() }]
      for (const each of [t.person(), t.person()]) await created(t.as('acute'), { ...patientOf(each), identifier })
      const spell = (condition: string, visit: string) =>
        transactionOf(posted(`urn:uuid:${t.uuid()}`, spellOf({ ...person, visit }, condition)))
      const good = await t.as('acute').post('', spell(byLocal(person.local), person.visit))
      status(good, 200, 'a condition that means one')
      const [stored = ''] = locationsIn(good)
      same(textAt(await readOf(t.as('acute'), stored), 'subject.reference'), patient, 'Encounter.subject')
      const visit = t.id()
      refusal(await t.as('acute').post('', spell(byLocal(t.id()), visit)), [400, 404, 409, 412, 422], 'one that means none')
      refusal(
        await t.as('acute').post('', spell(byLocal(identifier[0]?.value ?? ''), visit)),
        [400, 409, 412, 422],
        'one that means two',
      )
      same(await found(t.as('acute'), `Encounter?identifier=${visitSystem}|${visit}`), [], 'what is stored of these')
    },
  },
  {
    id: 'HF-TXN-009',
    level: 'MUST',
    title: 'comes to the same whatever the order of the entries: deletes first, then creates, changes, and reads',
    statement: fhir('http#trules', 'the outcome … SHALL NOT depend on the order … DELETE, POST, PUT or PATCH, GET or HEAD'),
    assertions: ['TXN-07', 'TXN-08'],
    needs: {
      ...needs,
      capability: [...needs.capability, 'Patient.delete', 'Patient.update', 'Patient?identifier', 'Patient:conditionalCreate'],
    },
    kills: ['txn-order', 'txn-reads-first'],
    async run(t) {
      for (const isReversed of [false, true]) {
        const [person, other] = [t.person(), t.person()]
        const old = await created(t.as('acute'), patientOf(person))
        const kept = await created(t.as('acute'), patientOf(other))
        const ifNoneExist = `identifier=${localSystem}|${person.local}`
        const entries = [
          { request: { method: 'GET', url: kept } },
          {
            resource: { ...patientOf(other), id: idOf(kept), gender: 'other' },
            request: { method: 'PUT', url: kept },
          },
          {
            fullUrl: `urn:uuid:${t.uuid()}`,
            resource: patientOf(person),
            request: { method: 'POST', url: 'Patient', ifNoneExist },
          },
          { request: { method: 'DELETE', url: old } },
        ]
        const answer = await t.as('acute').post('', transactionOf(...(isReversed ? entries.toReversed() : entries)))
        status(answer, 200, 'a transaction')
        const [read, changed, made, removed] = isReversed ? statusesIn(answer).toReversed() : statusesIn(answer)
        same([read, changed, made, removed?.startsWith('20')], ['200', '200', '201', true], 'GET, PUT, POST and DELETE')
        same(textsAt(answer.json, 'entry.resource.gender'), ['other'], 'what the GET read')
        const now = await patientsOf(t, person)
        same([now.length, now.includes(old)], [1, false], 'the new one in place of the old')
      }
    },
  },
])
