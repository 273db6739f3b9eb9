// The access rule at its edges: what ends it, who may write, and two records of one person.

import { wholeOf, seesNothing, sees } from '../scenes/sight.ts'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { holds, refusal, same } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { area, type Role } from '../requirement.ts'
import { changed, created, found, hidden, put, readOf } from '../scenes/fhir.ts'
import {
  admitted,
  allParts,
  assigned,
  journeyNeeds,
  moved,
  noticesTo,
  organizationOf,
  referred,
  taskFor,
} from '../scenes/journey.ts'
import { carePlanOf, localSystem, observationOf, patientOf } from '../scenes/resources.ts'
import { homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'

const revoked = (t: Trial, referral: string) =>
  changed(t.as('acute'), referral, (resource) => ({ ...resource, status: 'revoked' }))

export const accessEnds = area('access', [
  {
    id: 'HF-ACC-010',
    level: 'GATE',
    title: 'ends what a task opened when it is rejected, and leaves the task itself',
    statement: homeFirst('access', 'A rejected, cancelled or withdrawn Task ends the row that it made and no other'),
    needs: allParts,
    tags: ['access'],
    kills: ['access-after-rejection', 'access-ends-ignored'],
    async run(t) {
      const journey = await referred(t)
      const task = await assigned(t, journey, 'community')
      await assigned(t, journey, 'council')
      await sees(t, 'community', [journey.patient])
      await moved(t, 'community', task, 'rejected')
      await seesNothing(t, 'community', [journey.patient, journey.spell, journey.referral], 'community after it rejected')
      await sees(t, 'community', [task])
      await sees(t, 'council', [journey.patient])
    },
  },
  {
    id: 'HF-ACC-011',
    level: 'GATE',
    title: 'ends a journey for all but the trust when the referral is withdrawn, tells them, and cancels what is open',
    statement: homeFirst('access', 'What stays after an end: the Task that was addressed to it, with its last status'),
    needs: { ...allParts, capability: [...allParts.capability, 'Communication.search-type'] },
    tags: ['access'],
    kills: ['access-after-withdrawal', 'access-ends-ignored', 'withdraw-leaves-tasks', 'withdraw-untold'],
    async run(t) {
      const journey = await referred(t)
      const task = await assigned(t, journey, 'community')
      await revoked(t, journey.referral)
      for (const [role, own] of [
        ['hub', journey.task],
        ['community', task],
      ] as const) {
        await seesNothing(t, role, [journey.patient, journey.spell, journey.referral], `${role} after the withdrawal`)
        same(textAt(await readOf(t.as(role), own), 'status'), 'cancelled', `the task of ${role}`)
        const notices = await noticesTo(t, role, journey.patient)
        holds(notices.includes('referral-withdrawn'), `notices to ${role}`, 'referral-withdrawn', notices)
      }
      await sees(t, 'acute', wholeOf(journey))
    },
  },
  {
    id: 'HF-ACC-012',
    level: 'GATE',
    title: 'sends a notice to its recipient and shows it to nobody else',
    statement: homeFirst('access', 'notice: only the recipient'),
    needs: { ...allParts, capability: [...allParts.capability, 'Communication.search-type'] },
    tags: ['access'],
    kills: ['access-notice-open', 'withdraw-untold'],
    async run(t) {
      const journey = await referred(t)
      await assigned(t, journey, 'community')
      await revoked(t, journey.referral)
      const query = (role: Role) => `Communication?subject=${journey.patient}&recipient=${organizationOf(t, role)}`
      const own = await found(t.as('hub'), query('hub'))
      holds(own.length > 0, 'the hub’s own', 'at least one notice', own)
      same(await found(t.as('hub'), query('community')), [], 'community’s, for the hub')
      for (const notice of own) await hidden(t.as('community'), notice, 'the hub’s notice, for community')
    },
  },
  {
    id: 'HF-ACC-013',
    level: 'GATE',
    title: 'lets nobody change what another wrote',
    statement: homeFirst('access', 'Changing a resource is for the organisation that it comes from'),
    needs: { ...allParts, capability: [...allParts.capability, 'Patient.update'] },
    tags: ['access'],
    kills: ['access-change-others'],
    async run(t) {
      const journey = await referred(t)
      await assigned(t, journey, 'community')
      for (const role of ['hub', 'community'] as const) {
        const answer = await put(t.as(role), journey.patient, (patient) => ({ ...patient, gender: 'other' }))
        refusal(answer, [403, 409, 422], `a change of the trust’s Patient by ${role}`)
      }
      const resource = await readOf(t.as('acute'), journey.patient)
      refusal(await t.as('provider').put(journey.patient, resource), 404, 'a change by somebody who does not see it')
      same(
        (await changed(t.as('acute'), journey.patient, (patient) => ({ ...patient, gender: 'other' })))['gender'],
        'other',
        'the trust’s own change',
      )
    },
  },
  {
    id: 'HF-ACC-014',
    level: 'GATE',
    title: 'shows nobody more because two records are one person',
    statement: homeFirst('access', 'Joining does not widen'),
    needs: { ...journeyNeeds, systems: ['acute', 'hub', 'council'] },
    tags: ['access'],
    kills: ['access-kind-open', 'access-everyone'],
    async run(t) {
      const { person, patient, spell } = await admitted(t)
      const own = await created(t.as('council'), { ...patientOf(person), name: [{ text: 'as the council knows her' }] })
      same(
        await found(t.as('council'), `Patient?identifier=${nhsNumber}|${person.nhsNumber}`),
        [own],
        'the council’s patients of that number',
      )
      await seesNothing(t, 'council', [patient, spell], 'the trust’s records, for the council')
      const journey = await referred(t, { person, patient, spell })
      await hidden(t.as('hub'), own, 'the council’s record, for the hub')
      await sees(t, 'hub', [journey.patient])
    },
  },
  {
    id: 'HF-ACC-015',
    level: 'GATE',
    title: 'lets nobody write into a journey to which it is no party any more',
    statement: homeFirst('access', 'who is a party no longer adds nothing to a journey'),
    needs: { ...allParts, capability: [...allParts.capability, 'CarePlan.create'] },
    tags: ['access'],
    kills: ['access-after-rejection'],
    async run(t) {
      const journey = await referred(t)
      const task = await assigned(t, journey, 'community')
      const before = await created(t.as('community'), carePlanOf(journey.patient, journey.referral, 'Before'))
      await sees(t, 'hub', [before])
      await moved(t, 'community', task, 'rejected')
      refusal(
        await t.as('community').post('CarePlan', carePlanOf(journey.patient, journey.referral, 'After')),
        [403, 404, 422],
        'a plan afterwards',
      )
    },
  },
  {
    id: 'HF-ACC-016',
    level: 'GATE',
    title: 'lets a role write into a journey what is its to write',
    statement: homeFirst('access', 'Who may write what'),
    needs: { ...allParts, capability: [...allParts.capability, 'Observation.create', 'CarePlan.create'] },
    tags: ['access'],
    kills: ['access-write-any'],
    async run(t) {
      const journey = await referred(t)
      await assigned(t, journey, 'community')
      await created(t.as('community'), carePlanOf(journey.patient, journey.referral, 'Reablement'))
      const readiness = observationOf(journey.patient, journey.spell, 'readiness')
      refusal(await t.as('community').post('Observation', readiness), [403, 422], 'a readiness by community health')
      await created(t.as('acute'), readiness)
    },
  },
  {
    id: 'HF-ACC-017',
    level: 'GATE',
    title: 'holds a journey to one person',
    statement: homeFirst('access', 'what hangs on a spell, a referral or a task is about the person that it is about'),
    needs: { ...journeyNeeds, capability: [...journeyNeeds.capability, 'Observation.create'] },
    tags: ['access'],
    kills: ['other-person'],
    async run(t) {
      const journey = await referred(t)
      const other = await created(t.as('acute'), patientOf(t.person()))
      refusal(
        await t.as('acute').post('Observation', observationOf(other, journey.spell, 'x')),
        422,
        'another person’s state on her spell',
      )
      await created(t.as('acute'), observationOf(journey.patient, journey.spell, 'x'))
      await hidden(t.as('hub'), other, 'the other person, for the hub')
    },
  },
  {
    id: 'HF-ACC-018',
    level: 'GATE',
    title: 'says what a task is for in the words of its own code list, and gives it one owner',
    statement: homeFirst('access', 'the hub’s Task, and the two parties'),
    needs: journeyNeeds,
    kills: ['journey-no-task', 'journey-task-code'],
    async run(t) {
      const journey = await referred(t)
      const task = await readOf(t.as('hub'), await taskFor(t, 'hub', journey.referral))
      const codes = textsAt(task, 'code.coding.system').map((system, i) => `${system}|${textsAt(task, 'code.coding.code')[i]}`)
      same(codes, [`${codeSystem('task-code')}|home-first-referral`], 'Task.code')
      same([textAt(task, 'for.reference'), textAt(task, 'focus.reference')], [journey.patient, journey.referral], 'for and focus')
      same(
        await found(t.as('hub'), `Patient?identifier=${localSystem}|${journey.person.local}`),
        [journey.patient],
        'the hub’s search for her',
      )
    },
  },
])
