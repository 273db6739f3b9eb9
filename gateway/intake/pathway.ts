// The decision about the pathway: the hub's, with a reason each time, one behind the other.

import { isDeepStrictEqual } from 'node:util'
import { codeSystem } from '../../profiles/canonical.ts'
import type { Registry } from '../auth/registry.ts'
import { at, hasCoding, isRecord, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Planning } from './planning.ts'

const outputSystem = codeSystem('task-output')

/** The pathway is the hub's to decide, with a reason each time; earlier decisions and reasons stay in the list as they were made. */
export function checkPathway(
  planning: Planning,
  after: FhirResource,
  before: FhirResource | undefined,
  registry: Registry,
): void {
  const earlier = outputs(before, 'pathway', 'pathway-reason')
  const now = outputs(after, 'pathway', 'pathway-reason')
  const kept = earlier.every((decision, i) => isDeepStrictEqual(decision, now[i]))
  if (kept && now.length === earlier.length) return
  const faults: Fault[] = []
  const fault = (id: string, text: string) => faults.push({ id, text, expression: 'Task.output', code: 'business-rule' })
  if (!kept) fault('decision-history', 'a decision about the pathway stays with its reason; another one is added behind it')
  if (registry.organization(planning.caller.organization)?.kind !== 'hub')
    fault('pathway-not-yours', 'the pathway is decided by the transfer of care hub')
  if (outputs(after, 'pathway-reason').length < outputs(after, 'pathway').length)
    fault('pathway-reason', 'each decision about the pathway comes with a pathway-reason')
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
}

const outputs = (task: FhirResource | undefined, ...codes: readonly string[]): readonly unknown[] =>
  at(task, 'output').filter(
    (output) => isRecord(output) && codes.some((code) => hasCoding(output, 'type', { system: outputSystem, code })),
  )
