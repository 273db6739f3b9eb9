// Create, further: what of it stays as it was sent, what the answer says, and what is refused rather than misunderstood.

import { refusal, same, status } from '../expect.ts'
import { textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { created, found, readOf, referenceIn } from '../scenes/fhir.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { observationWith } from '../scenes/search.ts'
import { fhir } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.search-type', 'Patient?identifier'],
} as const

const outcomeWanted = { prefer: 'return=OperationOutcome' }

export const createAnswers = area('create', [
  {
    id: 'HF-CRE-019',
    level: 'SHOULD',
    title: 'keeps of meta what is the sender’s to say',
    statement: fhir('http#create', 'The server SHOULD … preserve … other metadata: profile, tag, security'),
    assertions: ['CRE-06'],
    needs,
    kills: ['create-meta'],
    async run(t) {
      const coding = (code: string) => [{ system: `${localSystem}/label`, code }]
      const source = `https://conformance.example/${t.id()}`
      const profile = ['http://hl7.org/fhir/StructureDefinition/Patient']
      const meta = { profile, security: coding('restricted-conformance'), tag: coding('tagged'), source }
      const stored = await readOf(t.as('acute'), await created(t.as('acute'), { ...patientOf(t.person()), meta }))
      for (const name of ['profile', 'security.code', 'tag.code', 'source'])
        same(
          textsAt(meta, name).filter((sent) => !textsAt(stored['meta'], name).includes(sent)),
          [],
          `meta.${name}: what was sent and is not kept`,
        )
    },
  },
  {
    id: 'HF-CRE-020',
    level: 'SHOULD',
    title: 'answers with how it went where that is preferred, and a refusal with its reasons whatever is preferred',
    statement: fhir('http#ops', 'Prefer: return=OperationOutcome … a failure … always an OperationOutcome'),
    assertions: ['CRE-14', 'CRE-15'],
    needs,
    kills: ['create-prefer', 'create-prefer-refusal'],
    async run(t) {
      const told = await t.as('acute').post('Patient', patientOf(t.person()), outcomeWanted)
      status(told, 201, 'return=OperationOutcome')
      same(textsAt(told.json, 'resourceType'), ['OperationOutcome'], 'the body with return=OperationOutcome')
      for (const wanted of ['minimal', 'representation', 'OperationOutcome']) {
        const bad = { ...patientOf(t.person()), gender: 'nonsense' }
        refusal(await t.as('acute').post('Patient', bad, { prefer: `return=${wanted}` }), [400, 422], `return=${wanted}, refused`)
      }
    },
  },
  {
    id: 'HF-CRE-021',
    level: 'MUST',
    title: 'calls nothing an error in what it says of a success',
    statement: fhir('http#create', 'a success … OperationOutcome … SHALL NOT contain … issues with severity error or fatal'),
    assertions: ['CRE-16'],
    needs,
    kills: ['create-outcome-error'],
    async run(t) {
      const answer = await t.as('acute').post('Patient', patientOf(t.person()), outcomeWanted)
      status(answer, 201, 'a create')
      if (!textsAt(answer.json, 'resourceType').includes('OperationOutcome'))
        throw new Omitted('the target answers a success without an OperationOutcome')
      const severities = textsAt(answer.json, 'issue.severity')
      same(
        severities.filter((severity) => severity === 'error' || severity === 'fatal'),
        [],
        'errors of a success',
      )
    },
  },
  {
    id: 'HF-CRE-022',
    level: 'GATE',
    title: 'keeps dates as precise as they were sent, in the zone in which they were sent',
    statement: fhir('datatypes#dateTime', 'partial dates … the timezone … SHALL be retained'),
    assertions: ['CRE-19'],
    needs: { ...needs, capability: [...needs.capability, 'Observation.create', 'Observation.read'] },
    kills: ['create-date-shortened'],
    async run(t) {
      for (const birthDate of ['1950', '1950-06']) {
        const patient = await created(t.as('acute'), { ...patientOf(t.person()), birthDate })
        same((await readOf(t.as('acute'), patient))['birthDate'], birthDate, `birthDate ${birthDate}`)
      }
      const patient = await created(t.as('acute'), patientOf(t.person()))
      for (const effectiveDateTime of ['2026-03', '2026-03-01T10:00:00.000+01:00', '2026-03-01T10:00:00-00:00']) {
        const reference = await created(t.as('acute'), observationWith(patient, { effectiveDateTime }))
        same(
          (await readOf(t.as('acute'), reference))['effectiveDateTime'],
          effectiveDateTime,
          `effectiveDateTime ${effectiveDateTime}`,
        )
      }
    },
  },
  {
    id: 'HF-CRE-023',
    level: 'GATE',
    title: 'refuses what a modifier that it does not know might turn into its contrary',
    statement: fhir(
      'extensibility#modifierExtension',
      'applications SHALL … refuse to process … modifier extensions that are not known',
    ),
    assertions: ['CRE-21'],
    needs,
    kills: ['create-any-modifier'],
    async run(t) {
      const person = t.person()
      await created(t.as('acute'), patientOf(t.person()))
      const modifierExtension = [{ url: 'https://conformance.example/not-her', valueBoolean: true }]
      refusal(await t.as('acute').post('Patient', { ...patientOf(person), modifierExtension }), [400, 422], 'an unknown modifier')
      same(await found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}`), [], 'patients of that number')
    },
  },
  {
    id: 'HF-CRE-024',
    level: 'SHOULD',
    title: 'takes no create at the address of one resource',
    statement: fhir('http#create', 'POST [base]/[type]'),
    assertions: ['CRE-22'],
    needs,
    kills: ['http-405-no-allow'],
    async run(t) {
      const answer = await t.as('acute').post('Patient', patientOf(t.person()))
      status(answer, 201, 'a create at the type')
      const there = await t.as('acute').post(referenceIn(answer, 'Patient'), patientOf(t.person()))
      refusal(there, 405, 'a create at the resource')
      same(there.headers['allow'] === undefined, false, 'an Allow header')
    },
  },
  {
    id: 'HF-CRE-025',
    level: 'SHOULD',
    title: 'refuses an If-None-Exist that asks nothing',
    statement: fhir('http#ccreate', 'If-None-Exist: [search parameters]'),
    assertions: ['CCR-04'],
    needs: { ...needs, capability: [...needs.capability, 'Patient:conditionalCreate'] },
    kills: ['cond-empty'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      await created(t.as('acute'), patientOf(one), { 'if-none-exist': `identifier=${localSystem}|${one.local}` })
      for (const condition of ['', '&', '?'])
        refusal(
          await t.as('acute').post('Patient', patientOf(other), { 'if-none-exist': condition }),
          400,
          `If-None-Exist "${condition}"`,
        )
      same(await found(t.as('acute'), `Patient?identifier=${localSystem}|${other.local}`), [], 'patients of that number')
    },
  },
])
