// NHS numbers in what was sent as FHIR: whatever stands under the NHS's own system has to be one.

import { isNhsNumber, nhsNumberFault } from '../../mappings/engine/identifiers.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { isExactDecimal } from '../../profiles/decimal.ts'
import { isRecord, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'

/**
 * A fault for each text that is none: it would be given to others as somebody's NHS number, and joined by (HOUSE law 5). A
 * sender that has no better number leaves it out, or keeps it under a system of its own. Documents are not looked into.
 */
export function nhsNumberFaults(resource: FhirResource): readonly Fault[] {
  return resource.resourceType === 'Bundle' || !hasFault(resource) ? [] : faultsIn(resource, resource.resourceType)
}

/** Without the places, which cost several times as much and are asked of few. */
function hasFault(value: object): boolean {
  if (Array.isArray(value)) return value.some((element) => typeof element === 'object' && element !== null && hasFault(element))
  if (isExactDecimal(value)) return false
  const holder = value as Record<string, unknown>
  if (faultOf(holder, '').length > 0) return true
  for (const name in holder) {
    const element = holder[name]
    if (typeof element === 'object' && element !== null && hasFault(element)) return true
  }
  return false
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
