// NHS numbers in what was sent as FHIR: whatever stands under the NHS's own system has to be one.

import { isNhsNumber, nhsNumberFault } from '../../mappings/engine/identifiers.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { isRecord, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'

/**
 * A fault for each text that is none: it would be given to others as somebody's NHS number, and joined by (HOUSE law 5). A
 * sender that has no better number leaves it out, or keeps it under a system of its own. Documents are not looked into.
 */
export function nhsNumberFaults(resource: FhirResource): readonly Fault[] {
  return resource.resourceType === 'Bundle' ? [] : faultsIn(resource, resource.resourceType)
}

function faultsIn(value: unknown, path: string): readonly Fault[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => faultsIn(element, `${path}[${i}]`))
  if (!isRecord(value)) return []
  return [...faultOf(value, path), ...Object.entries(value).flatMap(([name, element]) => faultsIn(element, `${path}.${name}`))]
}

function faultOf({ system, value }: Record<string, unknown>, path: string): readonly Fault[] {
  if (system !== nhsNumber || typeof value !== 'string') return []
  if (/^\d{10}$/.test(value) && isNhsNumber(value)) return []
  const { id, text } = nhsNumberFault(value)
  return [{ id, text, expression: `${path}.value`, code: 'value' }]
}
