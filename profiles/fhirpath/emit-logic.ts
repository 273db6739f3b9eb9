// Three-valued logic as two-valued source: “is true” and “is false” of each operator (FHIRPath 2.0, §6.5).

import { existsIn, lift, nodesOf, run, truthPlan } from './plan.ts'
import type { Plan, Scope, Truth } from './plan.ts'
import { classOf } from './types.ts'

/** A collection as a condition (§4.5): one boolean is itself, one other item is true, none is empty, several are an error. */
export function truthOf(plan: Plan, scope: Scope): Truth {
  if (plan.truth) return plan.truth
  if (plan.isSingle && plan.type !== undefined) {
    if (classOf(plan.type) === 'boolean') return valued(booleanIn(plan, scope))
    return { isTrue: existsIn(plan, scope), isFalse: 'false', isTotal: false }
  }
  return valued(`${run(scope.emitter, 'truth')}(${nodesOf(plan, scope)})`)
}

function valued(js: string): Truth {
  return { isTrue: `${js} === true`, isFalse: `${js} === false`, isTotal: false }
}

function booleanIn(plan: Plan, scope: Scope): string {
  return (
    plan.inline?.value ??
    lift(
      scope,
      plan.each((item) => `return ${item.value};`),
    )
  )
}

export function logicPlan(operator: 'and' | 'or' | 'xor' | 'implies', left: Plan, right: Plan, scope: Scope): Plan {
  const a = truthOf(left, scope)
  const b = truthOf(right, scope)
  return truthPlan(scope.emitter, combined(operator, a, b, scope))
}

function combined(operator: 'and' | 'or' | 'xor' | 'implies', a: Truth, b: Truth, scope: Scope): Truth {
  const isTotal = a.isTotal && b.isTotal
  switch (operator) {
    case 'and':
      return { isTrue: `(${a.isTrue} && ${b.isTrue})`, isFalse: `(${a.isFalse} || ${b.isFalse})`, isTotal }
    case 'or':
      return { isTrue: `(${a.isTrue} || ${b.isTrue})`, isFalse: `(${a.isFalse} && ${b.isFalse})`, isTotal }
    case 'implies':
      return { isTrue: `(${a.isFalse} || ${b.isTrue})`, isFalse: `(${a.isTrue} && ${b.isFalse})`, isTotal }
    case 'xor':
      return differing(a, b, scope)
  }
}

/** True when both are known and unlike; the sides are named once, lest nested ones double the source at every level. */
export function differing(a: Truth, b: Truth, scope: Scope): Truth {
  if (a.isTotal && b.isTotal)
    return { isTrue: `(${a.isTrue}) !== (${b.isTrue})`, isFalse: `(${a.isTrue}) === (${b.isTrue})`, isTotal: true }
  const answer = `${run(scope.emitter, 'xor')}(${openValue(a, scope)}, ${openValue(b, scope)})`
  return { isTrue: `${answer} === true`, isFalse: `${answer} === false`, isTotal: false }
}

const longestInline = 200

export function openValue(truth: Truth, scope: Scope): string {
  if (truth.isTotal) return truth.isTrue
  const value = `(${truth.isTrue} ? true : ${truth.isFalse} ? false : undefined)`
  return value.length > longestInline ? lift(scope, `return ${value}`) : value
}

export function not(plan: Plan, scope: Scope): Plan {
  const { isTrue, isFalse, isTotal } = truthOf(plan, scope)
  return truthPlan(scope.emitter, { isTrue: isFalse, isFalse: isTrue, isTotal })
}
