// What is wrong with the shape of an entry's resource, and where in the Bundle that is.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'
import type { Change } from './entry.ts'
import { errorsOf } from './judged.ts'
import { nhsNumberFaults } from './nhs-numbers.ts'
import type { Planning } from './planning.ts'

/** What is wrong with a resource that is to be stored, all at once, each where it stands in what was sent. */
export function shapeFaults(resource: FhirResource, entry: Change, { validator }: Planning): readonly Fault[] {
  const faults = [...errorsOf(resource, validator).map(faultOf), ...nhsNumberFaults(resource)]
  return faults.map((fault) => within(fault, entry))
}

/** Faults of form are 400, faults of content 422 (CONTRACT, Answers). */
const structural: readonly string[] = [
  'unknown-element',
  'wrong-type',
  'empty',
  'choice-conflict',
  'resource-type-missing',
  'resource-type-unknown',
  'too-deep',
]

const faultOf = ({ id, text, expression, code }: Issue): Fault => ({
  id,
  text,
  expression,
  code: structural.includes(id) ? 'structure' : code === 'structure' ? 'value' : (code as NonNullable<Fault['code']>),
})

/**
 * `ServiceRequest.performer` within a Bundle reads `Bundle.entry[2].resource.performer`; of what a patch came to, the entry is named
 * and the element told beside it.
 */
export function within(fault: Fault, { path, method }: Change): Fault {
  const { expression } = fault
  if (!path || expression?.startsWith('Bundle.')) return fault
  if (method === 'patch' || method === 'delete' || !expression)
    return { ...fault, expression: path, ...(expression && !fault.location && { location: expression }) }
  return { ...fault, expression: path + expression.replace(/^[A-Za-z]+/, '') }
}
