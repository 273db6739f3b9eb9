// `=`, `~`, `<` and their kin: direct JavaScript comparisons of single values of known types, run-time ones of the rest.

import { differing, truthOf } from './emit-logic.ts'
import { classIn, isAlwaysThere, isCheap, isNumber, isTime, numberIn, rawIn } from './emit-scalar.ts'
import { nodesOf, run, totalTruth, truthPlan } from './plan.ts'
import type { Plan, Scope, Truth } from './plan.ts'

export function equalityPlan(left: Plan, right: Plan, isNegated: boolean, scope: Scope): Plan {
  const truth = equalityOf(left, right, scope)
  return truthPlan(scope.emitter, isNegated ? { ...truth, isTrue: truth.isFalse, isFalse: truth.isTrue } : truth)
}

function equalityOf(left: Plan, right: Plan, scope: Scope): Truth {
  const { emitter } = scope
  const [kind, other] = [classIn(left), classIn(right)]
  if (left.isSingle && right.isSingle) {
    if (kind === 'boolean' && other === 'boolean') return booleansEqual(left, right, scope)
    if (kind === 'string' && other === 'string') return plainEqual(rawIn(left, scope), rawIn(right, scope), left, right, scope)
    if (isNumber(kind) && isNumber(other)) return plainEqual(numberIn(left, scope), numberIn(right, scope), left, right, scope)
    if (isTime(kind) && isTime(other)) return open(`${run(emitter, 'sameTimes')}(${rawIn(left, scope)}, ${rawIn(right, scope)})`)
  }
  return open(`${run(emitter, 'equals')}(${nodesOf(left, scope)}, ${nodesOf(right, scope)})`)
}

function open(js: string): Truth {
  return { isTrue: `${js} === true`, isFalse: `${js} === false`, isTotal: false }
}

function booleansEqual(left: Plan, right: Plan, scope: Scope): Truth {
  const [a, b] = [truthOf(left, scope), truthOf(right, scope)]
  if (right.literal !== undefined) return right.literal === true ? a : { ...a, isTrue: a.isFalse, isFalse: a.isTrue }
  if (left.literal !== undefined) return booleansEqual(right, left, scope)
  if (a.isTotal && b.isTotal)
    return { isTrue: `(${a.isTrue}) === (${b.isTrue})`, isFalse: `(${a.isTrue}) !== (${b.isTrue})`, isTotal: true }
  if (a.isTotal && isShort(b)) return chosenBy(a, b)
  if (b.isTotal && isShort(a)) return chosenBy(b, a)
  const answer = differing({ ...a, isTotal: false }, { ...b, isTotal: false }, scope)
  return { isTrue: answer.isFalse, isFalse: answer.isTrue, isTotal: false }
}

/** Naming a side twice is fine while it is short. */
function isShort(truth: Truth): boolean {
  return truth.isTrue.length + truth.isFalse.length < 600
}

function chosenBy(a: Truth, b: Truth): Truth {
  return {
    isTrue: `(${a.isTrue} ? ${b.isTrue} : ${b.isFalse})`,
    isFalse: `(${a.isTrue} ? ${b.isFalse} : ${b.isTrue})`,
    isTotal: false,
  }
}

function plainEqual(a: string, b: string, left: Plan, right: Plan, scope: Scope): Truth {
  const [hasLeft, hasRight] = [isAlwaysThere(left), isAlwaysThere(right)]
  if (hasLeft && hasRight) return { isTrue: `${a} === ${b}`, isFalse: `${a} !== ${b}`, isTotal: true }
  if (isCheap(a) && isCheap(b)) {
    const isThere = [hasLeft ? undefined : `${a} != null`, hasRight ? undefined : `${b} != null`].filter((t) => t !== undefined)
    const same = hasLeft || hasRight ? `${a} === ${b}` : `(${a} != null && ${a} === ${b})`
    return { isTrue: same, isFalse: `(${isThere.join(' && ')} && ${a} !== ${b})`, isTotal: false }
  }
  return open(`${run(scope.emitter, 'same')}(${a}, ${b})`)
}

export function equivalencePlan(left: Plan, right: Plan, isNegated: boolean, scope: Scope): Plan {
  const js = `${run(scope.emitter, 'equivalents')}(${nodesOf(left, scope)}, ${nodesOf(right, scope)})`
  return totalTruth(scope.emitter, isNegated ? `!${js}` : js)
}

const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

export function comparisonPlan(operator: keyof typeof opposite, left: Plan, right: Plan, scope: Scope): Plan {
  const { emitter } = scope
  const [kind, other] = [classIn(left), classIn(right)]
  if (left.isSingle && right.isSingle) {
    if (isNumber(kind) && isNumber(other))
      return ordered(numberIn(left, scope), operator, numberIn(right, scope), left, right, scope)
    if (kind === 'string' && other === 'string')
      return ordered(rawIn(left, scope), operator, rawIn(right, scope), left, right, scope)
    if (isTime(kind) && isTime(other))
      return ranked(`${run(emitter, 'compareTimes')}(${rawIn(left, scope)}, ${rawIn(right, scope)})`, operator, scope)
    if (kind === 'quantity' && other === 'quantity') {
      return ranked(`${run(emitter, 'compareQuantities')}(${rawIn(left, scope)}, ${rawIn(right, scope)})`, operator, scope)
    }
  }
  return ranked(`${run(emitter, 'compare')}(${nodesOf(left, scope)}, ${nodesOf(right, scope)})`, operator, scope)
}

/** What is absent is undefined, and undefined is in no order with anything: neither side of the comparison holds. */
function ordered(a: string, operator: keyof typeof opposite, b: string, left: Plan, right: Plan, scope: Scope): Plan {
  const isTotal = isAlwaysThere(left) && isAlwaysThere(right)
  return truthPlan(scope.emitter, { isTrue: `${a} ${operator} ${b}`, isFalse: `${a} ${opposite[operator]} ${b}`, isTotal })
}

function ranked(order: string, operator: keyof typeof opposite, scope: Scope): Plan {
  return truthPlan(scope.emitter, {
    isTrue: `${order} ${operator} 0`,
    isFalse: `${order} ${opposite[operator]} 0`,
    isTotal: false,
  })
}
