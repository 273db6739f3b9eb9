// The decision about the pathway: the hub's, with a reason each time, one behind the other.

import { codeSystem } from '../../profiles/canonical.ts'
import type { Registry } from '../auth/registry.ts'
import { at, hasCoding, isRecord, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Planning } from './planning.ts'

const outputSystem = codeSystem('task-output')

/** The pathway is the hub's to decide, with a reason each time; earlier decisions stay in the list. */
export function checkPathway(
  planning: Planning,
  after: FhirResource,
  before: FhirResource | undefined,
  registry: Registry,
): void {
  const earlier = outputs(before, 'pathway')
  const now = outputs(after, 'pathway')
  const kept = earlier.every((decision, i) => JSON.stringify(decision) === JSON.stringify(now[i]))
  const added = now.length - earlier.length
  if (kept && added === 0) return
  const faults: Fault[] = []
  const fault = (id: string, text: string) => faults.push({ id, text, expression: 'Task.output', code: 'business-rule' })
  if (!kept) fault('decision-history', 'a decision about the pathway stays; another one is added behind it')
  if (registry.organization(planning.caller.organization)?.kind !== 'hub')
    fault('pathway-not-yours', 'the pathway is decided by the transfer of care hub')
  if (outputs(after, 'pathway-reason').length < now.length)
    fault('pathway-reason', 'each decision about the pathway comes with a pathway-reason')
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
}

const outputs = (task: FhirResource | undefined, code: string): readonly unknown[] =>
  at(task, 'output').filter((output) => isRecord(output) && hasCoding(output, 'type', { system: outputSystem, code }))
