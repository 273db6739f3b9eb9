// $validate: what is wrong with a resource, and nothing stored.

import { structureDefinition } from '../../profiles/canonical.ts'
import { holds, names, refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, hidden } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], capability: ['$validate', 'Patient.create', 'Patient?identifier'] } as const
const validate = 'Patient/$validate'

/** An OperationOutcome that could be made, whatever it says. */
function outcome(answer: Answer, what: string): readonly unknown[] {
  status(answer, 200, what)
  same(textAt(answer.json, 'resourceType'), 'OperationOutcome', what)
  return at(answer.json, 'issue')
}

const errorsIn = (issues: readonly unknown[]) =>
  issues.filter((issue) => ['error', 'fatal'].includes(textAt(issue, 'severity') ?? ''))

export const validates = area('validate', [
  {
    id: 'HF-VAL-001',
    level: 'MUST',
    title: 'finds no error in what it would store, and one in what it would refuse',
    statement: fhir('resource-operation-validate', 'checks whether the attached content would be acceptable'),
    assertions: ['OPS-01', 'OPS-02', 'OPS-10'],
    needs,
    kills: ['validate-nothing'],
    async run(t) {
      same(errorsIn(outcome(await t.as('acute').post(validate, patientOf(t.person())), 'a right one')), [], 'its errors')
      const wrong = await t.as('acute').post(validate, { ...patientOf(t.person()), gender: 'banana' })
      holds(errorsIn(outcome(wrong, 'a wrong one')).length > 0, 'its errors', 'at least one', wrong.json)
      names(wrong, /^Patient\.gender$/, 'a wrong one')
    },
  },
  {
    id: 'HF-VAL-002',
    level: 'MUST',
    title: 'stores nothing',
    statement: fhir('resource-operation-validate', 'would be acceptable either generally, as a create, an update or as a delete'),
    needs,
    kills: ['validate-stores'],
    async run(t) {
      const [kept, asked] = [t.person(), t.person()]
      outcome(await t.as('acute').post(validate, patientOf(asked)), 'an asked one')
      await created(t.as('acute'), patientOf(kept))
      same((await found(t.as('acute'), byLocal(kept.local))).length, 1, 'what was created')
      same(await found(t.as('acute'), byLocal(asked.local)), [], 'what was only asked about')
    },
  },
  {
    id: 'HF-VAL-003',
    level: 'GATE',
    title: 'tells every fault at once, with the line and column of what was sent',
    statement: homeFirst('operate', 'every fault with its line and column'),
    needs,
    kills: ['validate-first-only', 'validate-no-place'],
    async run(t) {
      const answer = await t.as('acute').post(validate, { ...patientOf(t.person()), gender: 'banana', birthdate: '1940-01-01' })
      names(answer, /^Patient\.gender$/, 'the code')
      names(answer, /^Patient\.birthdate$/, 'the element')
      const places = errorsIn(outcome(answer, 'two faults')).flatMap((issue) => textsAt(issue, 'diagnostics'))
      holds(
        places.every((place) => /line \d+, column \d+/.test(place)) && places.length >= 2,
        'the places',
        'line and column',
        places,
      )
    },
  },
  {
    id: 'HF-VAL-004',
    level: 'MUST',
    title: 'holds the resource to the profile that is named, in the address or in Parameters',
    statement: fhir(
      'resource-operation-validate',
      'If this is nominated, then the resource is validated against this specific profile',
    ),
    assertions: ['OPS-04'],
    needs,
    kills: ['validate-profile-ignored'],
    async run(t) {
      const [resource, profile] = [{ resourceType: 'Patient', active: true }, structureDefinition('HomeFirstPatient')]
      same(errorsIn(outcome(await t.as('acute').post(validate, resource), 'without a profile')), [], 'its errors')
      const parameter = [
        { name: 'resource', resource },
        { name: 'profile', valueUri: profile },
      ]
      for (const [path, body] of [
        [`${validate}?profile=${encodeURIComponent(profile)}`, resource],
        [validate, { resourceType: 'Parameters', parameter }],
      ] as const) {
        const answer = await t.as('acute').post(path, body)
        holds(errorsIn(outcome(answer, 'with a profile')).length > 0, 'its errors', 'an identifier is required', answer.json)
        names(answer, /identifier/, 'with a profile')
      }
    },
  },
  {
    id: 'HF-VAL-005',
    level: 'GATE',
    title: 'says that it does not know a profile, and never passes for it',
    statement: homeFirst('operate', 'A profile that is not known is an error'),
    assertions: ['OPS-05'],
    needs,
    kills: ['validate-profile-ignored'],
    async run(t) {
      same(errorsIn(outcome(await t.as('acute').post(validate, patientOf(t.person())), 'without a profile')), [], 'its errors')
      const asked = `${validate}?profile=${encodeURIComponent('https://elsewhere.example/fhir/StructureDefinition/none')}`
      const answer = await t.as('acute').post(asked, patientOf(t.person()))
      if (answer.status !== 200) return refusal(answer, [400, 404, 422], 'an unknown profile')
      holds(errorsIn(outcome(answer, 'an unknown profile')).length > 0, 'its errors', 'one', answer.json)
    },
  },
  {
    id: 'HF-VAL-006',
    level: 'GATE',
    title: 'looks at a stored resource for those who may see it, and at none for others',
    statement: homeFirst('access', 'A hidden id answers 404'),
    needs: { ...needs, systems: ['acute', 'provider'] },
    tags: ['access'],
    kills: ['validate-anybody'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      outcome(await t.as('acute').post(`${reference}/$validate`, { resourceType: 'Parameters' }), 'its own')
      await hidden(t.as('provider'), reference, 'the resource itself')
      refusal(await t.as('provider').post(`${reference}/$validate`, { resourceType: 'Parameters' }), 404, 'another’s')
    },
  },
])
