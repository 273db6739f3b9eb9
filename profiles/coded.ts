// Looks at codes: those that a required binding asks for, and those of our own code systems.

import { isCodeOf, isCodingOf } from './bindings.ts'
import { base } from './canonical.ts'
import { type Findings, type Place, child, report } from './findings.ts'
import { type Node, isNode } from './scope.ts'
import { isComplete, isKnown, lookup } from './terminology.ts'

/** `value` is a code, Coding or CodeableConcept that must be one of the value set; no other type is bound so in R4. */
export function checkBinding(value: unknown, type: string, valueSet: string, place: Place, findings: Findings): void {
  if (isBound(value, type, valueSet)) return
  report(findings, place, 'code-not-in-list', `not one of the codes of ${valueSet}`)
}

/** Nobody but us gives codes of our own systems out: one that we do not know is a mistake. */
export function checkOwnCode(coding: Node, place: Place, findings: Findings): void {
  const { system, code } = coding
  if (typeof system !== 'string' || !system.startsWith(ownSystems)) return
  if (!isKnown(system)) {
    // Mappings name a source's own lists under our base: what they kept as it came is no mistake.
    const text = 'this code system is not published here'
    return report(findings, child(place, 'system'), 'code-system-unknown', text, 'warning')
  }
  if (!isComplete(system) || (typeof code === 'string' && lookup(system, code))) return
  report(findings, child(place, 'code'), 'code-not-in-list', 'not a code of this code system')
}

const ownSystems = `${base}/CodeSystem/`

/** What has another JSON type was reported as that. */
function isBound(value: unknown, type: string, valueSet: string): boolean {
  if (typeof value === 'string') return value.trim() === '' || isCodeOf(valueSet, value)
  if (!isNode(value)) return true
  if (type === 'Coding') return isAllowed(value, valueSet)
  return type !== 'CodeableConcept' || isConceptAllowed(value, valueSet)
}

/** A concept that says by an extension why it has no code is left to the extension. */
function isConceptAllowed(concept: Node, valueSet: string): boolean {
  const codings: readonly unknown[] = Array.isArray(concept['coding']) ? concept['coding'] : []
  if (codings.length === 0 && concept['text'] === undefined && concept['extension'] !== undefined) return true
  return codings.some((coding) => isNode(coding) && isAllowed(coding, valueSet))
}

function isAllowed(coding: Node, valueSet: string): boolean {
  const { system, code } = coding
  return isCodingOf(valueSet, typeof system === 'string' ? system : '', typeof code === 'string' ? code : '')
}
