// Messages that are stored but cannot yet be identified: each becomes a task of the organisation that sent it.

import { codeSystem } from '../../profiles/canonical.ts'
import { at, concept, hasCoding, isRecord, referencesAt, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import type { Planning } from './planning.ts'

/** A Task for the owner: who is meant? It points to the message, and says in a code why it waits. */
export async function quarantine(planning: Planning, owner: string, reason: string): Promise<void> {
  const task: FhirResource = {
    resourceType: 'Task',
    id: planning.newId(),
    status: 'requested',
    intent: 'order',
    code: concept(codeSystem('task-code'), 'identify'),
    reasonCode: concept(codeSystem('fault'), reason),
    focus: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${planning.message}` } },
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
