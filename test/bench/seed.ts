// What stands in the store before anything is measured: journeys made through the line, and the addresses that will be asked for.

import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { change, create, read, resources } from '../../gateway/demo/stage.ts'
import type { Json } from '../../gateway/demo/wire.ts'
import type { Job, Load, Traffic } from './load.ts'
import type { Scale } from './scale.ts'
import type { Target } from './target.ts'
import type { Known } from './traffic.ts'
import type { Worker } from './worker.ts'

/** People that are admitted by HL7 v2 stand far from those that are referred by FHIR. */
export const firstAdmitted = 200_000

export interface Seeded {
  readonly known: Known
  /** References to Patients of the trust, of whom new facts are told. */
  readonly subjects: readonly string[]
  /** Addresses by the name of the measure that asks for them. */
  readonly paths: Readonly<Record<'read' | 'search1' | 'search20' | 'chained', readonly string[]>>
}

export async function seed(target: Target, load: Worker<Job, Load>, scale: Scale, firstPerson: number): Promise<Seeded> {
  const { url, mllp, wires } = target
  const send = async (traffic: Traffic, amount: number) => {
    const connections = Math.min(32, amount)
    const { failed } = await load.ask({ traffic, url, mllp, token: await wires.epr.token(), connections, amount })
    if (failed > 0) throw new Error(`${failed} of ${amount} were refused while the store was filled (${traffic.kind})`)
  }
  await send({ kind: 'message', from: firstPerson }, scale.journeys)
  await send({ kind: 'admission', from: firstAdmitted }, scale.admissions)
  const tasks = await hubTasks(target, scale.assigned)
  const numbers = await inParallel(tasks, async (task, i) => assignAndPlan(target, task, statusOf(i, scale)))
  const patients = resources(await read(wires.epr, `Patient?_count=${Math.min(100, scale.admissions)}`))
  const owned = (status: string) => `/fhir/R4/Task?owner=Organization/council1&status=${status}`
  return {
    known: { first: firstAdmitted, count: scale.admissions, since: Date.now() - 11 * 3_600_000 },
    subjects: patients.map(({ id }) => `Patient/${String(id)}`),
    paths: {
      read: tasks.map((task) => `/fhir/R4/${task['focus']!['reference']}`),
      search1: [owned('received')],
      search20: [owned('requested')],
      chained: numbers.map((number) => `/fhir/R4/CarePlan?patient:Patient.identifier=${nhsNumber}|${number}`),
    },
  }
}

/** One task of the council is received, some are requested, the others accepted. */
const statusOf = (i: number, { requested }: Scale): string => (i === 0 ? 'received' : i <= requested ? 'requested' : 'accepted')

async function hubTasks({ wires }: Target, count: number): Promise<readonly Json[]> {
  const page = await read(wires.hub, `Task?owner=Organization/hub1&status=requested&_count=${count}`)
  const tasks = resources(page)
  if (tasks.length < count) throw new Error(`the hub has ${tasks.length} tasks of ${count}`)
  return tasks
}

/** The hub assigns the council and writes the plan; the council takes its task as far as `status`. Answers the NHS number. */
async function assignAndPlan({ wires }: Target, task: Json, status: string): Promise<string> {
  const [referral, subject] = [{ reference: task['focus']!['reference'] }, { reference: task['for']!['reference'] }]
  const assigned = await create(wires.hub, 'Task', {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: codeSystem('task-code'), code: 'arrange-care' }] },
    focus: referral,
    partOf: [{ reference: `Task/${task['id']}` }],
    for: subject,
    requester: { reference: 'Organization/hub1' },
    owner: { reference: 'Organization/council1' },
  })
  if (status !== 'requested') await change(wires.council, `Task/${assigned['id']}`, (resource) => ({ ...resource, status }))
  await create(wires.hub, 'CarePlan', {
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    title: 'Reablement at home',
    description: 'Two visits a day at first, washing, dressing and the stairs; review after two weeks.',
    subject,
    supportingInfo: [referral],
    period: { start: new Date().toISOString().slice(0, 10) },
    activity: [
      { detail: { kind: 'ServiceRequest', status: 'scheduled', description: 'Reablement visits, morning and evening' } },
    ],
  })
  const patient = await read(wires.hub, String(subject.reference))
  return String(patient['identifier']!.find((one) => one['system'] === nhsNumber)?.['value'])
}

async function inParallel<T, R>(items: readonly T[], act: (item: T, i: number) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const left = items.entries()
  const lane = async () => {
    for (const [i, item] of left) results[i] = await act(item, i)
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return results
}
