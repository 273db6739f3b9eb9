// Batches: every entry by itself, each answered in its place.

import { holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { admission, batchOf, patientsOf, posted, statusesIn } from '../scenes/bundle.ts'
import { created, readOf } from '../scenes/fhir.ts'
import { patientOf, visitSystem } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['batch', 'Patient.create', 'Patient.read', 'Patient.search-type'] } as const

export const batches = area('transaction', [
  {
    id: 'HF-BAT-001',
    level: 'MUST',
    title: 'does each entry of a batch by itself, and answers each in its place',
    statement: fhir('http#brules', 'the success or failure of one change SHALL NOT alter the success or failure … of another'),
    assertions: ['TXN-01', 'TXN-02', 'TXN-04'],
    needs,
    kills: ['batch-order', 'batch-type'],
    async run(t) {
      const [one, bad, other] = [t.person(), t.person(), t.person()]
      const reference = await created(t.as('acute'), patientOf(one))
      const answer = await t
        .as('acute')
        .post(
          '',
          batchOf(
            { request: { method: 'GET', url: reference } },
            posted(`urn:uuid:${t.uuid()}`, { ...patientOf(bad), gender: 'nonsense' }),
            posted(`urn:uuid:${t.uuid()}`, patientOf(other)),
            { request: { method: 'GET', url: `Patient/${t.uuid()}` } },
          ),
        )
      status(answer, 200, 'a batch')
      same(textAt(answer.json, 'type'), 'batch-response', 'Bundle.type')
      const statuses = statusesIn(answer)
      holds(statuses[1] === '400' || statuses[1] === '422', 'the entry that is wrong', '400 or 422', statuses)
      same([statuses[0], ...statuses.slice(2)], ['200', '201', '404'], 'the other entries')
      const [first] = at(answer.json, 'entry')
      same(textAt(first, 'resource.id'), reference.split('/')[1], 'what the first entry reads')
      same([await patientsOf(t, bad), (await patientsOf(t, other)).length], [[], 1], 'what is stored')
    },
  },
  {
    id: 'HF-BAT-002',
    level: 'SHOULD',
    title: 'says of an entry that failed why',
    statement: fhir('bundle', 'response.outcome: An OperationOutcome containing hints and warnings'),
    assertions: ['TXN-03'],
    needs,
    kills: ['batch-silent'],
    async run(t) {
      const bad = posted(`urn:uuid:${t.uuid()}`, { ...patientOf(t.person()), gender: 'nonsense' })
      const good = posted(`urn:uuid:${t.uuid()}`, patientOf(t.person()))
      const answer = await t.as('acute').post('', batchOf(bad, good))
      status(answer, 200, 'a batch')
      const [outcome] = at(at(answer.json, 'entry')[0], 'response.outcome')
      holds(
        isRecord(outcome) && textsAt(outcome, 'issue.severity').includes('error'),
        'the outcome of the entry',
        'an error',
        outcome,
      )
    },
  },
  {
    id: 'HF-BAT-003',
    level: 'SHOULD',
    title: 'stores no reference from one entry of a batch to another that leads nowhere',
    statement: fhir('http#brules', 'there SHALL be no interdependencies between the different entries'),
    assertions: ['TXN-20'],
    needs: { ...needs, capability: [...needs.capability, 'Encounter.create', 'Encounter.search-type', 'Encounter?identifier'] },
    kills: ['batch-dangling'],
    async run(t) {
      const [person, other] = [t.person(), t.person()]
      const alone = await t.as('acute').post('', batchOf(posted(`urn:uuid:${t.uuid()}`, patientOf(other))))
      status(alone, 200, 'an entry that depends on none')
      same((await patientsOf(t, other)).length, 1, 'what is stored of it')
      const answer = await t.as('acute').post('', batchOf(...admission(t, person)))
      if (answer.status !== 200) return refusal(answer, [400, 422], 'entries that depend on each other')
      const spells = await t.as('acute').get(`Encounter?identifier=${visitSystem}|${person.visit}`)
      const dangling = textsAt(spells.json, 'entry.resource.subject.reference').filter((text) => text.startsWith('urn:'))
      same(dangling, [], 'references to entries of the batch')
      for (const reference of await patientsOf(t, person)) await readOf(t.as('acute'), reference)
    },
  },
])
