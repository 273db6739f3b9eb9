// Delete: what is gone is gone from every search, and nothing goes that was not meant.

import { holds, refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, readOf, searched } from '../scenes/fhir.ts'
import { total } from '../scenes/pages.ts'
import { localSystem, observationOf, patientOf } from '../scenes/resources.ts'
import { idOf } from '../scenes/search.ts'
import { fhir } from '../sources.ts'
import type { Trial } from '../trial.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.delete'] } as const
const searching = { ...needs, capability: [...needs.capability, 'Patient.search-type', 'Patient?identifier'] } as const
const onCondition = { ...searching, capability: [...searching.capability, 'Patient:conditionalDelete'] } as const
const done = [200, 202, 204]

const remove = (t: Trial, address: string) => t.as('acute').ask('DELETE', address)

export const deletes = area('delete', [
  {
    id: 'HF-DEL-001',
    level: 'SHOULD',
    title: 'deletes, says of what it deleted that it is gone, and takes it for done when it is asked again',
    statement: fhir('http#delete', 'Upon successful deletion … 200 · 202 · 204 … subsequent read: 410 Gone'),
    assertions: ['DEL-01', 'DEL-02', 'DEL-04'],
    needs,
    kills: ['delete-undone', 'delete-repeat', 'read-gone-404'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      for (const time of ['once', 'once more']) {
        const answer = await remove(t, reference)
        status(answer, done, `a delete, ${time}`)
        if (answer.status === 204) same(answer.text, '', 'the body of a 204')
      }
      refusal(await t.as('acute').get(reference), 410, 'a read of it')
    },
  },
  {
    id: 'HF-DEL-002',
    level: 'MUST',
    title: 'finds by no search what was deleted',
    statement: fhir('http#delete', 'a deleted resource … SHALL no longer be returned in search results'),
    assertions: ['DEL-03', 'SEA-21'],
    needs: searching,
    kills: ['delete-found'],
    async run(t) {
      const [person, left] = [t.person(), t.person()]
      const [gone, kept] = [await created(t.as('acute'), patientOf(person)), await created(t.as('acute'), patientOf(left))]
      status(await remove(t, gone), done, 'a delete')
      for (const query of [
        `identifier=${localSystem}|${person.local},${localSystem}|${left.local}`,
        `_id=${idOf(gone)},${idOf(kept)}`,
      ]) {
        const answer = await searched(t.as('acute'), `Patient?${query}`)
        same(textsAt(answer.json, 'entry.resource.id'), [idOf(kept)], `${query.split('=')[0]}: what is found`)
        same(total(answer) ?? 1, 1, `${query.split('=')[0]}: total`)
      }
    },
  },
  {
    id: 'HF-DEL-003',
    level: 'SHOULD',
    title: 'takes a delete of what never was for done, or finds nothing',
    statement: fhir('http#delete', 'If the resource … does not exist … 200 or 204 (or 404)'),
    assertions: ['DEL-05'],
    needs,
    kills: ['delete-unknown-gone'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      status(await remove(t, reference), done, 'a delete of what is there')
      status(await remove(t, `Patient/${t.uuid()}`), [...done, 404], 'a delete of what never was')
    },
  },
  {
    id: 'HF-DEL-004',
    level: 'SHOULD',
    title: 'says of a type of which nothing is deleted that the method is not allowed',
    statement: fhir('http#delete', 'If the server refuses to delete … of that type: 405 Method Not Allowed'),
    assertions: ['DEL-06'],
    needs: { systems: ['acute'] },
    kills: ['http-405-no-allow'],
    async run(t) {
      const types = at(t.run.capability, 'rest.resource').filter((one) => {
        const codes = textsAt(one, 'interaction.code')
        return codes.includes('read') && !codes.includes('delete')
      })
      const [type] = types.map((one) => textAt(one, 'type'))
      if (type === undefined) throw new Omitted('the CapabilityStatement declares delete of every type')
      const answer = await remove(t, `${type}/${t.uuid()}`)
      refusal(answer, 405, `a delete of a ${type}`)
      holds(
        !(answer.headers['allow'] ?? 'DELETE').includes('DELETE'),
        'Allow',
        'the methods that are, without DELETE',
        answer.headers['allow'],
      )
    },
  },
  {
    id: 'HF-DEL-005',
    level: 'SHOULD',
    title: 'refuses as a conflict to delete what others refer to, where it refuses that at all',
    statement: fhir('http#delete', 'referential integrity … 409 Conflict'),
    assertions: ['DEL-07'],
    needs: { ...needs, capability: [...needs.capability, 'Observation.create', 'Observation.delete'] },
    kills: ['delete-referred'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const observation = await created(t.as('acute'), observationOf(patient, undefined, 'conformance'))
      const answer = await remove(t, patient)
      if (done.includes(answer.status)) throw new Omitted('the target deletes what others refer to, as it may')
      refusal(answer, 409, 'a delete of what an Observation refers to')
      await readOf(t.as('acute'), patient)
      for (const each of [observation, patient])
        status(await remove(t, each), done, `a delete of ${each.split('/')[0]}, in order`)
    },
  },
  {
    id: 'HF-DEL-006',
    level: 'MUST',
    title: 'deletes on condition the one that is found, and of several none or all as it declares',
    statement: fhir('http#cdelete', 'No matches or One Match: an ordinary delete · Multiple matches: 412 or all'),
    assertions: ['DEL-09', 'DEL-10'],
    needs: onCondition,
    kills: ['ccreate-first-of-many', 'cdelete-none-404'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      status(await remove(t, byLocal(person.local)), done, 'a condition that finds one')
      status(await t.as('acute').get(reference), [404, 410], 'the one that it found')
      status(await remove(t, byLocal(t.id())), done, 'a condition that finds none')
      const identifier = [{ system: localSystem, value: t.id() }]
      for (const each of [t.person(), t.person()]) await created(t.as('acute'), { ...patientOf(each), identifier })
      const where = byLocal(identifier[0]?.value ?? '')
      const answer = await remove(t, where)
      const several = at(t.run.capability, 'rest.resource').find((one) => textAt(one, 'type') === 'Patient')
      if (textAt(several, 'conditionalDelete') === 'single') refusal(answer, 412, 'a condition that finds two')
      else status(answer, done, 'a condition that finds two')
      same((await found(t.as('acute'), where)).length, answer.status === 412 ? 2 : 0, 'what is left of the two')
    },
  },
  {
    id: 'HF-DEL-007',
    level: 'GATE',
    title: 'never deletes a type as a whole, nor by a condition that it cannot evaluate',
    statement: fhir('http#cdelete', 'DELETE [base]/[type]/?[search parameters]'),
    assertions: ['DEL-11'],
    needs: searching,
    kills: ['ccreate-any-parameter'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      for (const address of ['Patient', 'Patient?', 'Patient?conformance-nonsense=1', 'Patient?identifier='])
        refusal(await remove(t, address), [400, 404, 405, 412], `DELETE ${address}`)
      same(await found(t.as('acute'), byLocal(person.local)), [reference], 'what is there')
    },
  },
  {
    id: 'HF-DEL-008',
    level: 'MUST',
    title: 'takes no notice of a body that comes with a delete, or refuses it',
    statement: fhir('http#delete', 'The request body SHALL be empty'),
    assertions: ['DEL-12'],
    needs,
    unkillable: 'no line of the gateway reads the body of a delete, so that there is none that could be broken',
    async run(t) {
      const [reference, other] = [
        await created(t.as('acute'), patientOf(t.person())),
        await created(t.as('acute'), patientOf(t.person())),
      ]
      const body = JSON.stringify({ ...patientOf(t.person()), id: idOf(other) })
      const answer = await t.as('acute').ask('DELETE', reference, body, { 'content-type': 'application/fhir+json' })
      status(answer, [...done, 400], 'a delete with a body')
      await readOf(t.as('acute'), other)
      status(await t.as('acute').get(reference), answer.status === 400 ? 200 : [404, 410], 'what was to be deleted')
    },
  },
])
