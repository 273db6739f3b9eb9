// Patch: what it names is changed and nothing else, in the form that the server takes.

import { header, refusal, same, status } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, readOf } from '../scenes/fhir.ts'
import { fhirPath, patching, replacing } from '../scenes/patch.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { idOf, observationWith } from '../scenes/search.ts'
import { fhir } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.patch'] } as const

export const patches = area('patch', [
  {
    id: 'HF-PAT-001',
    level: 'MUST',
    title: 'applies a JSON Patch, as a new version that differs by what it names alone',
    statement: fhir('http#patch', 'JSON Patch … application/json-patch+json (RFC 6902)'),
    assertions: ['PAT-01', 'PAT-10'],
    needs: { ...needs, capability: [...needs.capability, 'Observation.create', 'Observation.patch'] },
    kills: ['patch-remove'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const part = {
        effectiveDateTime: '2026-03-01T10:00:00.000+01:00',
        valueString: 'before',
        note: [{ text: 'a' }, { text: 'b' }],
      }
      const reference = await created(t.as('acute'), observationWith(patient, part))
      const answer = await patching(t, reference, [
        { op: 'test', path: '/valueString', value: 'before' },
        { op: 'replace', path: '/valueString', value: 'after' },
        { op: 'remove', path: '/note/0' },
        { op: 'add', path: '/note/-', value: { text: 'c' } },
        { op: 'copy', from: '/note/0', path: '/note/-' },
        { op: 'move', from: '/note/2', path: '/note/0' },
      ])
      status(answer, 200, 'a patch')
      header(answer, 'etag', /^W\/"2"$/, 'a patch')
      const after = await readOf(t.as('acute'), reference)
      same(textsAt(after, 'note.text'), ['b', 'b', 'c'], 'note')
      same(after['valueString'], 'after', 'valueString')
      same(
        [textAt(after, 'effectiveDateTime'), textAt(after, 'subject.reference')],
        [part.effectiveDateTime, patient],
        'the rest',
      )
    },
  },
  {
    id: 'HF-PAT-002',
    level: 'MUST',
    title: 'applies a FHIRPath Patch, where it takes any',
    statement: fhir('fhirpatch', 'Parameters … operation: type, path, name, value'),
    assertions: ['PAT-02'],
    needs,
    kills: ['patch-fhirpath-delete'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const operations = fhirPath(
        { type: 'replace', path: 'Patient.gender', value: { valueCode: 'other' } },
        { type: 'delete', path: 'Patient.birthDate' },
        { type: 'add', path: 'Patient', name: 'active', value: { valueBoolean: true } },
      )
      const answer = await t
        .as('acute')
        .ask('PATCH', reference, JSON.stringify(operations), { 'content-type': 'application/fhir+json' })
      if (answer.status === 415) throw new Omitted('the target takes no FHIRPath Patch, as it may')
      status(answer, 200, 'a FHIRPath Patch')
      const after = await readOf(t.as('acute'), reference)
      same([after['gender'], after['active'], 'birthDate' in after], ['other', true, false], 'gender, active, and birthDate')
    },
  },
  {
    id: 'HF-PAT-003',
    level: 'MUST',
    title: 'refuses a patch of a form that it does not know',
    statement: fhir('http#patch', '415 Unsupported Media Type'),
    assertions: ['PAT-03'],
    needs,
    kills: ['patch-any-type'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const body = JSON.stringify(replacing('/gender', 'other'))
      for (const type of ['text/plain', 'application/x-conformance-patch'])
        refusal(await t.as('acute').ask('PATCH', reference, body, { 'content-type': type }), 415, type)
      same((await readOf(t.as('acute'), reference))['gender'], 'female', 'the resource')
    },
  },
  {
    id: 'HF-PAT-009',
    level: 'MUST',
    title: 'patches on condition the one that is found, where it takes conditions at all',
    statement: fhir('http#patch', 'conditional patch: no matches 404 · one match · multiple matches 412'),
    assertions: ['PAT-12'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.search-type', 'Patient?identifier'] },
    kills: ['ccreate-first-of-many'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const patch = replacing('/gender', 'other')
      const one = await patching(t, byLocal(person.local), patch)
      if ([400, 404, 405, 501].includes(one.status)) throw new Omitted('the target takes no conditional patch, as it may')
      status(one, 200, 'a condition that finds one')
      same((await readOf(t.as('acute'), reference))['gender'], 'other', 'the one that it finds')
      refusal(await patching(t, byLocal(t.id()), patch), 404, 'a condition that finds none')
      const identifier = [{ system: localSystem, value: t.id() }]
      for (const each of [t.person(), t.person()]) await created(t.as('acute'), { ...patientOf(each), identifier })
      const where = byLocal(identifier[0]?.value ?? '')
      refusal(await patching(t, where, patch), 412, 'a condition that finds two')
      same(await found(t.as('acute'), `${where}&gender=other`), [], 'of the two what was changed')
    },
  },
  {
    id: 'HF-PAT-010',
    level: 'SHOULD',
    title: 'answers a patch with as much as Prefer asks for',
    statement: fhir('http#ops', 'Prefer: return=minimal … return=representation · on create, update, patch'),
    assertions: ['PAT-13'],
    needs,
    kills: ['create-prefer'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const minimal = await patching(t, reference, replacing('/gender', 'other'), { prefer: 'return=minimal' })
      status(minimal, [200, 204], 'return=minimal')
      same(minimal.text, '', 'the body with return=minimal')
      const whole = await patching(t, reference, replacing('/gender', 'male'), { prefer: 'return=representation' })
      same(
        [textAt(whole.json, 'id'), textAt(whole.json, 'gender')],
        [idOf(reference), 'male'],
        'the body with return=representation',
      )
    },
  },
])
