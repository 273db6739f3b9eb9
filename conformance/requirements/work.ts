// Work: the states that a task goes through, who may take it there, and the pathway that only the hub decides.

import { codeSystem } from '../../profiles/canonical.ts'
import { holds, names, refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, put, readOf } from '../scenes/fhir.ts'
import type { Role } from '../requirement.ts'
import { assigned, assignment, journeyNeeds, moved, noticesTo, organizationOf, referred } from '../scenes/journey.ts'
import { taskOutput, type Resource } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'

const needs = { ...journeyNeeds, systems: ['acute', 'hub', 'community'] } as const
const table = homeFirst('access', 'Any other change is 409, with what is allowed')
const as =
  (state: string) =>
  (resource: Resource): Resource => ({ ...resource, status: state })
const stateOf = async (t: Trial, task: string) => textAt(await readOf(t.as('hub'), task), 'status')

const decision =
  (pathway: string, reason?: string) =>
  (task: Resource): Resource => ({
    ...task,
    output: [
      ...at(task, 'output'),
      taskOutput('pathway', { valueCodeableConcept: { coding: [{ system: codeSystem('pathway'), code: pathway }] } }),
      ...(reason === undefined ? [] : [taskOutput('pathway-reason', { valueString: reason })]),
    ],
  })

const pathwaysOf = (task: unknown) =>
  at(task, 'output')
    .filter((one) => textsAt(one, 'type.coding.code').includes('pathway'))
    .flatMap((one) => textsAt(one, 'valueCodeableConcept.coding.code'))

export const work = area('work', [
  {
    id: 'HF-WRK-001',
    level: 'GATE',
    title: 'lets a task go the way of the table, and answers 409 to a step that is not in it',
    statement: table,
    needs,
    kills: ['status-any', 'status-complete-at-once'],
    async run(t) {
      const { task } = await referred(t)
      const refused = await stepped(t, 'hub', task, 'completed')
      refusal(refused, 409, 'requested → completed')
      names(refused, /^Task\.status$/, 'requested → completed')
      same(await stateOf(t, task), 'requested', 'the state after the refusal')
      await moved(t, 'hub', task, 'received', 'accepted', 'in-progress', 'on-hold', 'in-progress', 'completed')
      same(await stateOf(t, task), 'completed', 'the state at the end')
      refusal(await stepped(t, 'hub', task, 'in-progress'), 409, 'completed → in-progress')
    },
  },
  {
    id: 'HF-WRK-002',
    level: 'GATE',
    title: 'lets the owner accept, and not whoever asked',
    statement: homeFirst('access', 'requester is who asked, owner who was asked'),
    needs,
    kills: ['status-any', 'status-any-actor'],
    async run(t) {
      const { task } = await referred(t)
      for (const state of ['received', 'accepted', 'rejected'])
        refusal(await stepped(t, 'acute', task, state), 409, `${state} by the requester`)
      await moved(t, 'hub', task, 'received', 'accepted')
      same(await stateOf(t, task), 'accepted', 'the state')
    },
  },
  {
    id: 'HF-WRK-003',
    level: 'GATE',
    title: 'lets whoever asked cancel, and not the owner',
    statement: homeFirst('access', 'whoever asked may withdraw while it is open'),
    needs,
    kills: ['status-any', 'status-any-actor', 'status-owner-cancels'],
    async run(t) {
      const journey = await referred(t)
      const task = await assigned(t, journey, 'community')
      refusal(await stepped(t, 'community', task, 'cancelled'), 409, 'cancelled by the owner')
      await moved(t, 'hub', task, 'cancelled')
      same(await stateOf(t, task), 'cancelled', 'the state')
      refusal(await stepped(t, 'community', task, 'accepted'), 409, 'accepted after it was cancelled')
    },
  },
  {
    id: 'HF-WRK-004',
    level: 'GATE',
    title: 'begins a task where one may begin',
    statement: homeFirst('access', 'States in which a resource of the type may begin'),
    needs,
    kills: ['status-any-first'],
    async run(t) {
      const journey = await referred(t)
      const task = assignment(t, journey, 'community', 'hub')
      for (const state of ['completed', 'accepted', 'cancelled'])
        refusal(await t.as('hub').post('Task', { ...task, status: state }), [409, 422], `a new task that is ${state}`)
      status(await t.as('hub').post('Task', task), 201, 'a new task that is requested')
    },
  },
  {
    id: 'HF-WRK-005',
    level: 'GATE',
    title: 'does not let a task become another: whose, for whom, from whom',
    statement: homeFirst('access', 'Whom a resource was for, or where it was sent, does not change'),
    needs: { ...needs, systems: ['acute', 'hub', 'community', 'council'] },
    kills: ['task-owner-changes'],
    async run(t) {
      const journey = await referred(t)
      const task = await assigned(t, journey, 'community')
      const owner = { reference: organizationOf(t, 'council') }
      for (const [name, value] of Object.entries({ owner, requester: owner, focus: { reference: journey.spell } })) {
        const { headers, json } = await t.as('hub').get(task)
        const answer = await t.as('hub').put(task, { ...(json as object), [name]: value }, { 'if-match': headers['etag'] ?? '' })
        refusal(answer, [409, 422], `another ${name}`)
      }
      await changed(t.as('hub'), task, (resource) => ({ ...resource, description: 'Twice a day' }))
      same(textAt(await readOf(t.as('hub'), task), 'owner.reference'), organizationOf(t, 'community'), 'the owner')
    },
  },
  {
    id: 'HF-WRK-006',
    level: 'GATE',
    title: 'lets the hub decide the pathway, with a reason each time, one behind the other',
    statement: homeFirst('access', 'The pathway is the hub’s to decide, with a reason each time; earlier decisions stay'),
    needs,
    kills: ['pathway-no-reason', 'pathway-rewritten'],
    async run(t) {
      const { task } = await referred(t)
      await moved(t, 'hub', task, 'received', 'accepted')
      const read = async () => pathwaysOf(await readOf(t.as('acute'), task))
      refusal(await edited(t, 'hub', task, decision('1')), 422, 'a decision without a reason')
      await changed(t.as('hub'), task, decision('1', 'Help twice a day'))
      await changed(t.as('hub'), task, decision('2', 'Stairs not managed'))
      same(await read(), ['1', '2'], 'the decisions, as the trust reads them')
      const rewritten = (resource: Resource) => ({
        ...resource,
        output: at(decision('3', 'Another')({ ...resource, output: [] }), 'output'),
      })
      refusal(await edited(t, 'hub', task, rewritten), 422, 'earlier decisions taken away')
      same(await read(), ['1', '2'], 'the decisions afterwards')
    },
  },
  {
    id: 'HF-WRK-007',
    level: 'GATE',
    title: 'lets nobody but the hub decide the pathway',
    statement: homeFirst('access', 'the pathway is decided by the transfer of care hub'),
    needs,
    kills: ['pathway-anybody'],
    async run(t) {
      const journey = await referred(t)
      const task = await assigned(t, journey, 'community')
      await moved(t, 'community', task, 'received', 'accepted')
      const refused = await edited(t, 'community', task, decision('1', 'Because'))
      refusal(refused, [403, 422], 'a decision by community health')
      await moved(t, 'hub', journey.task, 'received', 'accepted')
      await changed(t.as('hub'), journey.task, decision('1', 'Because'))
      same(pathwaysOf(await readOf(t.as('community'), task)), [], 'decisions in community health’s task')
    },
  },
  {
    id: 'HF-WRK-008',
    level: 'GATE',
    title: 'does not bring a withdrawn referral back to life, and assigns no work under it',
    statement: homeFirst('access', 'ServiceRequest: revoked is the withdrawal of a referral'),
    needs,
    kills: ['status-any'],
    async run(t) {
      const journey = await referred(t)
      status(await t.as('hub').post('Task', assignment(t, journey, 'community', 'hub')), 201, 'work under an active referral')
      await changed(t.as('acute'), journey.referral, as('revoked'))
      refusal(await edited(t, 'acute', journey.referral, as('active')), 409, 'revoked → active')
      refusal(
        await t.as('hub').post('Task', assignment(t, journey, 'community', 'hub')),
        [403, 409, 422],
        'work under a revoked referral',
      )
    },
  },
  {
    id: 'HF-WRK-009',
    level: 'GATE',
    title: 'lets events inform and people decide: a discharge moves no task, and is told to those who hold one',
    statement: homeFirst('access', 'no ADT event alone opens, closes, cancels or re-opens a referral; it tells the holder'),
    needs: { ...needs, capability: [...needs.capability, 'Encounter.update', 'Communication.search-type'] },
    kills: ['notice-untold'],
    async run(t) {
      const journey = await referred(t)
      await moved(t, 'hub', journey.task, 'received', 'accepted')
      await changed(t.as('acute'), journey.spell, (spell) => ({
        ...spell,
        status: 'finished',
        period: { ...(at(spell, 'period')[0] as object), end: new Date().toISOString() },
      }))
      const [task, referral] = [await stateOf(t, journey.task), textAt(await readOf(t.as('hub'), journey.referral), 'status')]
      same([task, referral], ['accepted', 'active'], 'task and referral after the discharge')
      const notices = await noticesTo(t, 'hub', journey.patient)
      holds(notices.includes('discharged'), 'the hub’s notices', 'discharged', notices)
    },
  },
  {
    id: 'HF-WRK-010',
    level: 'MUST',
    title: 'says of a task when it was last changed, and of one that was not, nothing new',
    statement: fhir('task-definitions#Task.lastModified', 'The date and time of last modification to this task'),
    needs,
    kills: ['task-undated'],
    async run(t) {
      const { task } = await referred(t)
      const before = await readOf(t.as('hub'), task)
      const after = await changed(t.as('hub'), task, as('received'))
      const [was, is] = [textAt(before, 'lastModified'), textAt(after, 'lastModified')]
      holds(was !== '' && Date.parse(is) > Date.parse(was), 'Task.lastModified', `later than ${was}`, is)
      same(textAt(await readOf(t.as('hub'), task), 'authoredOn'), textAt(before, 'authoredOn'), 'Task.authoredOn')
    },
  },
])

const edited = (t: Trial, role: Role, reference: string, edit: (resource: Resource) => Resource) =>
  put(t.as(role), reference, edit)
const stepped = (t: Trial, role: Role, task: string, state: string) => edited(t, role, task, as(state))
