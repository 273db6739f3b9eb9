// What is wrong with the shape of an entry's resource, and where in the Bundle that is.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'
import type { Change } from './entry.ts'
import { type Judged, judge } from './judged.ts'
import { nhsNumberFaults } from './nhs-numbers.ts'
import { partFaults } from './parts.ts'
import type { Planning } from './planning.ts'

export interface Shape extends Pick<Judged, 'references'> {
  /** What is wrong, all at once, each where it stands in what was sent. */
  readonly faults: readonly Fault[]
}

/** What no definition says of a resource that is sent to be stored, and it is refused for besides. */
export const furtherFaults = (sent: FhirResource): readonly Fault[] => [...partFaults(sent), ...nhsNumberFaults(sent)]

/** Of a resource that is to be stored. */
export function shapeOf(resource: FhirResource, entry: Change, { validator }: Planning): Shape {
  const { errors, references } = judge(resource, validator)
  // A message's resource may have been joined with the stored one, which is whole: what was sent says whether it was a part.
  const sent = 'resource' in entry ? entry.resource : resource
  const faults = [...errors.map(faultOf), ...partFaults(sent), ...nhsNumberFaults(resource)]
  return { faults: faults.map((fault) => within(fault, entry)), references }
}

/** Faults of form are 400, faults of content 422 (CONTRACT, Answers). */
export const structural: readonly string[] = [
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
