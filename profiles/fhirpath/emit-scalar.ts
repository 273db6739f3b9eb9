// A single value of a system type out of a plan: the property itself where types are known, a checked look-up where not.

import { lift, nodesOf, run } from './plan.ts'
import type { Plan, Scope } from './plan.ts'
import { classOf } from './types.ts'
import type { Class } from './types.ts'

/** What the values of a plan are to an operator; undefined: known only at run time. */
export function classIn(plan: Plan): Class | undefined {
  return plan.type === undefined || plan.type === 'Element' || plan.type === 'System.Any' ? undefined : classOf(plan.type)
}

export function isNumber(kind: Class | undefined): boolean {
  return kind === 'integer' || kind === 'decimal'
}

export function isTime(kind: Class | undefined): boolean {
  return kind === 'date' || kind === 'dateTime' || kind === 'time'
}

/** The JSON value of a plan that is single and statically typed. */
export function rawIn(plan: Plan, scope: Scope): string {
  if (plan.inline) return plan.inline.value
  return lift(
    scope,
    plan.each((item) => `return ${item.value};`),
  )
}

export function stringIn(plan: Plan, scope: Scope): string {
  if (plan.isSingle && classIn(plan) === 'string') return rawIn(plan, scope)
  return `${run(scope.emitter, 'oneString')}(${nodesOf(plan, scope)})`
}

export function numberIn(plan: Plan, scope: Scope): string {
  const kind = classIn(plan)
  if (plan.isSingle && isNumber(kind)) {
    const raw = rawIn(plan, scope)
    return kind === 'integer' || plan.literal !== undefined ? raw : `${run(scope.emitter, 'numberOf')}(${raw})`
  }
  return `${run(scope.emitter, 'oneNumber')}(${nodesOf(plan, scope)})`
}

/** Reading it twice costs nothing: a name, a literal, or a chain of properties. */
export function isCheap(js: string): boolean {
  return /^(?:[\w.?]+|"[^"\\]*")$/.test(js)
}

export function isAlwaysThere(plan: Plan): boolean {
  return plan.present === 'true' && plan.isSingle
}
