// What the hub, community health and the council do over and over: find their task, accept it, decide, assign, plan.

import { codeSystem } from '../../profiles/canonical.ts'
import { create, change, learned, must, read, resources, type Stage } from './stage.ts'
import type { SystemName } from './cast.ts'
import type { Json } from './wire.ts'

const organizations: Readonly<Record<SystemName, string>> = {
  epr: 'trust1',
  hub: 'hub1',
  community: 'community1',
  council: 'council1',
  otherCouncil: 'council2',
  provider: 'provider1',
}

/** The newest open task of the system's organisation: what its work list would show on top. */
export async function newestTask(stage: Stage, system: SystemName, code: string): Promise<Json> {
  const owner = organizations[system]
  const bundle = await read(
    stage.systems[system],
    `Task?owner=Organization/${owner}&status=requested&code=${codeSystem('task-code')}|${code}&_sort=-_lastUpdated&_count=1`,
  )
  const [task] = resources(bundle)
  must(task !== undefined, `an open task of ${owner}`, bundle)
  return task
}

export async function setStatus(stage: Stage, system: SystemName, task: string, status: string): Promise<Json> {
  return change(stage.systems[system], task, (resource) => ({ ...resource, status }))
}

/** System-received and human-accepted are two states. */
export async function receiveAndAccept(stage: Stage, system: SystemName, task: string): Promise<void> {
  await setStatus(stage, system, task, 'received')
  await setStatus(stage, system, task, 'accepted')
}

const output = (code: string, value: Record<string, unknown>) => ({
  type: { coding: [{ system: codeSystem('task-output'), code }] },
  ...value,
})

export async function decidePathway(stage: Stage, task: string, pathway: string, reason: string): Promise<void> {
  await change(stage.systems.hub, task, (resource) => ({
    ...resource,
    output: [
      ...((resource['output'] as unknown[] | undefined) ?? []),
      output('pathway', {
        valueCodeableConcept: { coding: [{ system: codeSystem('pathway'), code: pathway }] },
      }),
      output('pathway-reason', { valueString: reason }),
    ],
  }))
}

export const finish = (stage: Stage, system: SystemName, task: string, outcome: string): Promise<void> =>
  finishAs(stage, system, task, { valueString: outcome })

/** With an outcome of a code list: what the council's return asks for. */
export const finishWith = (stage: Stage, system: SystemName, task: string, outcome: object): Promise<void> =>
  finishAs(stage, system, task, { valueCodeableConcept: outcome })

async function finishAs(stage: Stage, system: SystemName, task: string, outcome: Record<string, unknown>): Promise<void> {
  await change(stage.systems[system], task, (resource) => ({
    ...resource,
    status: 'completed',
    output: [...((resource['output'] as unknown[] | undefined) ?? []), output('outcome', outcome)],
  }))
}

/** The hub asks another organisation for its part; that organisation becomes a party by it. */
export async function assignTo(stage: Stage, person: string, system: SystemName, code: string): Promise<string> {
  const referral = learned(stage, `${person}.referral`)
  const task = await create(stage.systems.hub, 'Task', {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: codeSystem('task-code'), code }] },
    focus: { reference: referral },
    partOf: [{ reference: learned(stage, `${person}.task`) }],
    for: { reference: learned(stage, `${person}.patient`) },
    requester: { reference: 'Organization/hub1' },
    owner: { reference: `Organization/${organizations[system]}` },
  })
  return `Task/${task['id']}`
}

/** Learns a referral from the hub's newest task, as the hub's board would. */
export async function takeReferral(stage: Stage, person: string): Promise<void> {
  const task = await newestTask(stage, 'hub', 'home-first-referral')
  const referral = task['focus']!['reference']!
  stage.known.set(`${person}.task`, `Task/${task['id']}`)
  stage.known.set(`${person}.referral`, referral)
  stage.known.set(`${person}.patient`, task['for']!['reference']!)
}
