// The slow pass over single values: invariants, value sets, codes of our own systems.

import { isMember } from './codes.ts'
import { invariantId } from './emit-parts.ts'
import { type Findings, type Place, below, report } from './issue.ts'
import { ownCode } from './own-codes.ts'
import type { Binding, Constraint } from './plan.ts'
import type { Json } from './state.ts'
import type { Walk } from './walking.ts'

export function checkConstraints(
  constraints: readonly Constraint[],
  type: string,
  value: unknown,
  extra: unknown,
  place: Place,
  { findings, runtime }: Walk,
): void {
  for (const constraint of constraints) {
    const holds = runtime.linked.invariants.get(invariantId(constraint, type))
    if (!holds || holds(value, extra, runtime.state)) continue
    report(findings, place, 'invariant', `${constraint.key}: ${constraint.human}`, constraint.severity)
  }
}

/** required: an error; extensible: a warning; preferred: information; what cannot be told is said to be. */
export function checkBinding(
  { strength, valueSet }: Binding,
  value: unknown,
  type: string,
  place: Place,
  { findings, runtime }: Walk,
): void {
  const set = runtime.valueSet(valueSet)
  const isIn = isMember(set, value, type)
  if (isIn === true) return
  if (isIn === undefined) {
    const why = set.notEvaluable ?? 'whether the code is one of it cannot be told'
    return report(findings, place, 'code-not-checked', `not held against ${valueSet}: ${why}`, 'information')
  }
  if (strength === 'required') return report(findings, place, 'code-not-in-list', `not one of the codes of ${valueSet}`)
  const severity = strength === 'extensible' ? 'warning' : 'information'
  report(findings, place, 'code-not-preferred', `not one of the codes of ${valueSet} (${strength})`, severity)
}

/** Nobody but us gives codes of our own systems out. */
export function checkOwnCode({ system, code }: Json, place: Place, findings: Findings): void {
  const judgement = ownCode(system, code)
  if (judgement === 'unknown-system') {
    report(findings, below(place, 'system'), 'code-system-unknown', 'this code system is not published here', 'warning')
  } else if (judgement === 'unknown-code')
    report(findings, below(place, 'code'), 'code-not-in-list', 'not a code of this code system')
}
