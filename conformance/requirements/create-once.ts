// Conditional create and repeats: one resource, however often it is asked for.

import { byLocal } from '../scenes/fhir.ts'
import { holds, refusal, same, status } from '../expect.ts'
import { at } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, referenceIn } from '../scenes/fhir.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.search-type', 'Patient?identifier'],
} as const

export const createOnce = area('create', [
  {
    id: 'HF-CRE-012',
    level: 'MUST',
    title: 'creates what If-None-Exist does not find, and nothing where it does',
    statement: fhir('http#ccreate', 'One Match: The server ignores the post and returns 200 OK'),
    assertions: ['CCR-01', 'CCR-02'],
    needs: { ...needs, capability: [...needs.capability, 'Patient:conditionalCreate'] },
    kills: ['ccreate-ignored'],
    async run(t) {
      const person = t.person()
      const condition = { 'if-none-exist': `identifier=${localSystem}|${person.local}` }
      const reference = await created(t.as('acute'), patientOf(person), condition)
      const again = await t.as('acute').post('Patient', patientOf(person), condition)
      status(again, 200, 'the same again')
      same(referenceIn(again, 'Patient'), reference, 'where the same again is')
      same(await found(t.as('acute'), byLocal(person.local)), [reference], 'patients of that number')
    },
  },
  {
    id: 'HF-CRE-013',
    level: 'GATE',
    title: 'makes one resource of twenty conditional creates at once',
    statement: fhir('http#ccreate', 'create a new resource only if some equivalent resource does not already exist'),
    assertions: ['CCR-07'],
    needs: {
      systems: ['acute'],
      capability: ['Observation.create', 'Observation:conditionalCreate', 'Observation.search-type', 'Observation?identifier'],
    },
    tags: ['concurrency'],
    kills: ['ccreate-ignored', 'ccreate-race'],
    async run(t) {
      // A busy machine may have the first twenty come one after the other, and a fault not show: the more, the surer.
      for (const value of Array.from({ length: 4 }, () => t.id())) {
        const identifier = [{ system: localSystem, value }]
        const resource = { resourceType: 'Observation', status: 'final', code: { text: 'once' }, identifier }
        const condition = { 'if-none-exist': `identifier=${localSystem}|${value}` }
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => t.as('acute').post('Observation', resource, condition)),
        )
        same(answers.filter((answer) => answer.status === 201).length, 1, 'answers 201')
        for (const answer of answers) status(answer, [200, 201, 409, 412, 503], 'one of twenty')
        same((await found(t.as('acute'), `Observation?identifier=${localSystem}|${value}`)).length, 1, 'resources of that number')
      }
    },
  },
  {
    id: 'HF-CRE-014',
    level: 'MUST',
    title: 'refuses a condition that finds several, or that it cannot evaluate',
    statement: fhir('http#ccreate', 'Multiple matches: The server returns a 412 Precondition Failed error'),
    assertions: ['CCR-03', 'CCR-05'],
    needs: { ...needs, capability: [...needs.capability, 'Patient:conditionalCreate'] },
    kills: ['ccreate-first-of-many', 'ccreate-any-parameter'],
    async run(t) {
      const shared = t.id()
      const identifier = (value: string) => ({ system: `${localSystem}/shared`, value })
      const both = [t.person(), t.person()].map((person) => {
        const patient = patientOf(person)
        return { ...patient, identifier: [...at(patient, 'identifier'), identifier(shared)] }
      })
      for (const patient of both) await created(t.as('acute'), patient)
      const condition = { 'if-none-exist': `identifier=${localSystem}/shared|${shared}` }
      refusal(await t.as('acute').post('Patient', patientOf(t.person()), condition), 412, 'a condition that finds two')
      const unknown = { 'if-none-exist': 'conformance-nonsense=1' }
      refusal(await t.as('acute').post('Patient', patientOf(t.person()), unknown), [400, 412], 'a condition that is no search')
    },
  },
  {
    id: 'HF-CRE-016',
    level: 'GATE',
    title: 'makes one resource of a request that is sent again under its X-Request-Id',
    statement: homeFirst('operate', 'The same request id, address and content again: the first answer again'),
    needs,
    kills: ['rest-repeat'],
    async run(t) {
      const body = { ...patientOf(t.person()), identifier: undefined, name: [{ text: t.id() }] }
      const id = { 'x-request-id': t.uuid() }
      const first = await created(t.as('acute'), body, id)
      same(await created(t.as('acute'), body, id), first, 'the same request again')
      const other = await created(t.as('acute'), body, { 'x-request-id': t.uuid() })
      holds(other !== first, 'the same under another id', 'another resource', other)
    },
  },
])
