// Update at its edges: what was deleted, what is hidden, what is no address, and an update by a condition.

import { refusal, same, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, hidden, readOf, referenceIn } from '../scenes/fhir.ts'
import { localSystem, observationOf, patientOf } from '../scenes/resources.ts'
import { idOf } from '../scenes/search.ts'
import { fhir, homeFirst } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.update'] } as const
const onCondition = {
  ...needs,
  capability: [...needs.capability, 'Patient.search-type', 'Patient?identifier', 'Patient:conditionalUpdate'],
} as const

export const updateEdges = area('update', [
  {
    id: 'HF-UPD-007',
    level: 'SHOULD',
    title: 'brings back under its id what was deleted, as a later version',
    statement: fhir('http#delete', 'A resource that has been deleted may be brought back to life by a subsequent update'),
    assertions: ['UPD-14'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.delete', 'Patient:updateCreate'] },
    kills: ['update-grave'],
    async run(t) {
      const resource = patientOf(t.person())
      const reference = await created(t.as('acute'), resource)
      status(await t.as('acute').ask('DELETE', reference), [200, 202, 204], 'a delete')
      const answer = await t.as('acute').put(reference, { ...resource, id: idOf(reference) })
      status(answer, 201, 'an update of what was deleted')
      same(referenceIn(answer, 'Patient'), reference, 'where it is')
      const back = await readOf(t.as('acute'), reference)
      same(Number(textAt(back['meta'], 'versionId')) > 2, true, 'a version after the delete')
    },
  },
  {
    id: 'HF-UPD-008',
    level: 'MUST',
    title: 'refuses to put a resource of another type where the address names one',
    statement: fhir('http#update', 'The request body SHALL be a Resource … of the type in the URL'),
    assertions: ['UPD-15'],
    needs,
    kills: ['create-any-type'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const other = { ...observationOf(reference, undefined, 'conformance'), id: idOf(reference) }
      refusal(await t.as('acute').put(reference, other), 400, 'an Observation at Patient')
      same((await readOf(t.as('acute'), reference)).resourceType, 'Patient', 'what is there')
    },
  },
  {
    id: 'HF-UPD-009',
    level: 'SHOULD',
    title: 'takes no update of a type as a whole',
    statement: fhir('http#cond-update', 'PUT [base]/[type]/?[search parameters]'),
    assertions: ['UPD-16', 'CUP-06'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.search-type'] },
    kills: ['ccreate-any-parameter'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      for (const address of ['Patient', 'Patient?', 'Patient?conformance-nonsense=1'])
        refusal(await t.as('acute').put(address, patientOf(t.person())), [400, 405, 412], `PUT ${address}`)
    },
  },
  {
    id: 'HF-UPD-010',
    level: 'MAY',
    title: 'changes nothing that is there where the client asks that there be nothing',
    statement: fhir('http#concurrency', 'If-None-Match: * (RFC 9110 13.1.2)'),
    assertions: ['UPD-17'],
    needs,
    kills: ['update-if-none-match'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const resource = await readOf(t.as('acute'), reference)
      const answer = await t.as('acute').put(reference, { ...resource, gender: 'other' }, { 'if-none-match': '*' })
      refusal(answer, 412, 'If-None-Match: *')
      same((await readOf(t.as('acute'), reference))['gender'], 'female', 'the resource')
    },
  },
  {
    id: 'HF-UPD-011',
    level: 'GATE',
    title: 'lets nobody write over, or under the id of, what is hidden',
    statement: homeFirst('access', 'A hidden id answers 404'),
    needs: { ...needs, systems: ['acute', 'otherCouncil'] },
    tags: ['access'],
    kills: ['update-creates'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const taken = { ...patientOf(t.person()), id: idOf(reference) }
      refusal(await t.as('otherCouncil').put(reference, taken), [400, 403, 404, 405], 'a stranger’s update')
      await hidden(t.as('otherCouncil'), reference, 'that id afterwards, for the stranger')
      same(textAt((await readOf(t.as('acute'), reference))['meta'], 'versionId'), '1', 'the version')
    },
  },
  {
    id: 'HF-CUP-001',
    level: 'MUST',
    title: 'creates what the condition of an update does not find, and changes the one that it finds',
    statement: fhir('http#cond-update', 'No matches, no id provided: The server creates the resource · One Match … updates'),
    assertions: ['CUP-01', 'CUP-03'],
    needs: onCondition,
    kills: ['cupdate-creates', 'cupdate-not-created'],
    async run(t) {
      const person = t.person()
      const made = await t.as('acute').put(byLocal(person.local), patientOf(person))
      status(made, 201, 'a condition that finds nothing')
      const reference = referenceIn(made, 'Patient')
      const changes = [{ gender: 'other' }, { gender: 'male', id: idOf(reference) }]
      for (const change of changes) {
        status(await t.as('acute').put(byLocal(person.local), { ...patientOf(person), ...change }), 200, 'one that finds it')
        same((await readOf(t.as('acute'), reference))['gender'], change.gender, 'gender')
      }
      same(await found(t.as('acute'), byLocal(person.local)), [reference], 'patients of that number')
    },
  },
  {
    id: 'HF-CUP-002',
    level: 'MUST',
    title: 'refuses an update whose condition finds another resource than the one that its id names',
    statement: fhir('http#cond-update', 'One Match, resource id provided but does not match: 400 Bad Request'),
    assertions: ['CUP-04'],
    needs: onCondition,
    kills: ['cupdate-any-id'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const other = { ...patientOf(person), gender: 'other', id: t.uuid() }
      refusal(await t.as('acute').put(byLocal(person.local), other), 400, 'another id')
      same((await readOf(t.as('acute'), reference))['gender'], 'female', 'the resource')
      const own = { ...patientOf(person), gender: 'other', id: idOf(reference) }
      status(await t.as('acute').put(byLocal(person.local), own), 200, 'its own id')
    },
  },
  {
    id: 'HF-CUP-003',
    level: 'MUST',
    title: 'creates under the id that was sent, or not at all, what the condition of an update does not find',
    statement: fhir('http#cond-update', 'No matches, id provided: … Update as Create … or rejects it'),
    assertions: ['CUP-02'],
    needs: onCondition,
    kills: ['cupdate-other-id'],
    async run(t) {
      const [known, person] = [t.person(), t.person()]
      await created(t.as('acute'), patientOf(known))
      const id = t.uuid()
      const answer = await t.as('acute').put(byLocal(person.local), { ...patientOf(person), id })
      if (answer.status !== 201) return refusal(answer, [400, 404, 405, 409, 412, 422], 'a condition that finds nothing')
      same(referenceIn(answer, 'Patient'), `Patient/${id}`, 'what was created')
    },
  },
  {
    id: 'HF-CUP-004',
    level: 'MUST',
    title: 'refuses an update whose condition finds several',
    statement: fhir('http#cond-update', 'Multiple matches: The server returns a 412 Precondition Failed error'),
    assertions: ['CUP-05'],
    needs: onCondition,
    kills: ['ccreate-first-of-many'],
    async run(t) {
      const identifier = [{ system: localSystem, value: t.id() }]
      const all = [t.person(), t.person()].map((person) => ({ ...patientOf(person), identifier }))
      const references = [await created(t.as('acute'), all[0]!), await created(t.as('acute'), all[1]!)]
      const where = byLocal(identifier[0]?.value ?? '')
      refusal(await t.as('acute').put(where, { ...patientOf(t.person()), gender: 'other' }), 412, 'a condition that finds two')
      same((await found(t.as('acute'), where)).toSorted(), references.toSorted(), 'what it finds afterwards')
    },
  },
])
