// Messages that are stored but cannot yet be identified: each becomes a task of the organisation that sent it.

import { codeSystem } from '../../profiles/canonical.ts'
import { at, concept, hasCoding, isRecord, referencesAt, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import type { Planning } from './planning.ts'
import { isOpenTask } from './status.ts'

const uriSystem = 'urn:ietf:rfc:3986'

/** A Task for the owner: who is meant? It points to the message, and says in a code why it waits. */
export async function quarantine(planning: Planning, owner: string, reason: string): Promise<void> {
  const task: FhirResource = {
    resourceType: 'Task',
    id: planning.newId(),
    status: 'requested',
    intent: 'order',
    code: concept(codeSystem('task-code'), 'identify'),
    reasonCode: concept(codeSystem('fault'), reason),
    focus: { identifier: { system: uriSystem, value: `urn:uuid:${planning.message}` } },
    authoredOn: planning.at,
    lastModified: planning.at,
    owner: { reference: `Organization/${owner}` },
  }
  await planning.put(task, { author: 'gateway', addressed: [owner] })
  planning.tell({
    id: planning.newId(),
    organization: owner,
    resource: referenceTo(task),
    event: 'message-quarantined',
  })
}

/** Whoever found out otherwise who is meant has answered the Task too. Nothing is left of it to do where it was itself the answer. */
export async function answerIdentifyTask(planning: Planning, message: string, patient: string): Promise<void> {
  const { versions } = await planning.store.search(
    { as: 'gateway', why: 'the task that a message in quarantine waits for' },
    {
      type: 'Task',
      where: [{ on: 'token', key: 'Task.focus:identifier', any: [{ system: uriSystem, code: `urn:uuid:${message}` }] }],
      order: [{ by: 'updated', descending: false }],
      count: 100,
      total: false,
    },
  )
  for (const { id } of versions) {
    const task = await planning.load(`Task/${id}`)
    // Others can write a Task that looks like it, and would learn by its output who is meant.
    if (task?.origin !== 'gateway' || !isIdentifyTask(task.resource) || !isOpenTask(task.resource['status'])) continue
    const identity = { type: concept(codeSystem('task-output'), 'identity'), valueReference: { reference: patient } }
    const output = [...at(task.resource, 'output'), identity]
    await planning.put({ ...task.resource, status: 'completed', output, lastModified: planning.at })
  }
}

export const isIdentifyTask = (task: FhirResource): boolean =>
  hasCoding(task, 'code', { system: codeSystem('task-code'), code: 'identify' })

/** The message and the Patient that a completed identify task joins; 422 when the task does not say which Patient. */
export function identification(task: FhirResource): { readonly message: string; readonly patient: string } {
  const message = textAt(task, 'focus.identifier.value')?.replace('urn:uuid:', '')
  const identity = at(task, 'output').find(
    (output) => isRecord(output) && hasCoding(output, 'type', { system: codeSystem('task-output'), code: 'identity' }),
  )
  const [patient] = referencesAt(identity, 'valueReference')
  if (!message || !patient?.startsWith('Patient/')) {
    throw new Refusal('unprocessable', {
      id: 'identity-missing',
      text: 'completing it says who is meant: an output of type identity with a reference to the Patient',
      expression: 'Task.output',
      code: 'required',
    })
  }
  return { message, patient }
}
