// `|`, `in` and `contains`: sets of literals become comparisons, texts are looked for without making items of them.

import { classIn, isCheap, rawIn } from './emit-scalar.ts'
import { fresh, joinedPlan, kept, lift, nodesOf, nodesPlan, openTruth, run, text, truthPlan } from './plan.ts'
import type { Plan, Scope } from './plan.ts'

/** Both sides without doubles; what only asks whether something is there need not look for them. */
export function unionPlan(left: Plan, right: Plan, scope: Scope): Plan {
  const { emitter } = scope
  if (left.present === 'false') return distinctPlan(right, scope)
  if (right.present === 'false') return distinctPlan(left, scope)
  const joined = joinedPlan([...(left.parts ?? [left]), ...(right.parts ?? [right])])
  const nodes = `${run(emitter, 'union')}(${nodesOf(left, scope)}, ${nodesOf(right, scope)})`
  return {
    ...nodesPlan(emitter, nodes, joined.type),
    present: joined.present ?? lift(scope, `${joined.each(() => 'return true;')} return false`),
    ...(joined.parts ? { parts: joined.parts } : {}),
  }
}

function distinctPlan(of: Plan, scope: Scope): Plan {
  if (of.isSingle) return of
  return {
    ...nodesPlan(scope.emitter, `${run(scope.emitter, 'distinct')}(${nodesOf(of, scope)})`, of.type),
    ...(of.parts ? { parts: of.parts } : {}),
  }
}

/** `item in list`: empty for no item. A list that is the same for every item around is made a set once: dom-3 looks there for each. */
export function membershipPlan(item: Plan, list: Plan, isFixed: boolean, scope: Scope): Plan {
  const { emitter } = scope
  if (isFixed && scope.depth > 0 && list.literal === undefined && !list.parts?.every((part) => part.literal !== undefined)) {
    if (item.isSingle && classIn(item) === 'string' && areTexts(list)) return amongPlan(item, list, scope)
    const keys = kept(emitter, `${run(emitter, 'keysOf')}(${nodesOf(list, scope)})`)
    return openTruth(emitter, `${run(emitter, 'isIn')}(${nodesOf(item, scope)}, ${keys})`)
  }
  if (item.isSingle && classIn(item) === 'string' && areTexts(list)) {
    const wanted = rawIn(item, scope)
    const literals = list.parts?.map((part) => part.literal)
    if (isCheap(wanted) && literals?.every((literal) => typeof literal === 'string')) return oneOfPlan(wanted, literals, scope)
    const sought = fresh(emitter, 's')
    const search = `if (${sought} == null) return undefined; ${eachPart(list, (value) => `if (${value} === ${sought}) return true;`)} return false`
    return openTruth(emitter, lift(scope, search, [[sought, wanted]]))
  }
  return openTruth(emitter, `${run(emitter, 'isIn')}(${nodesOf(item, scope)}, ${nodesOf(list, scope)})`)
}

/** Texts are looked for as they are: nothing is made of them. */
function amongPlan(item: Plan, list: Plan, scope: Scope): Plan {
  const { emitter } = scope
  const found = fresh(emitter, 'l')
  const body = `const ${found} = []; ${eachPart(list, (value) => `if (${value} != null) ${found}.push(${value});`)} return ${found}`
  const texts = kept(emitter, `${run(emitter, 'textsOf')}(${lift(scope, body)})`)
  return openTruth(emitter, `${run(emitter, 'isAmong')}(${rawIn(item, scope)}, ${texts})`)
}

function areTexts(list: Plan): boolean {
  return (list.parts ?? [list]).every((part) => classIn(part) === 'string')
}

function eachPart(list: Plan, visit: (value: string) => string): string {
  return (list.parts ?? [list]).map((part) => `{ ${part.each((item) => visit(item.value))} }`).join(' ')
}

function oneOfPlan(wanted: string, literals: readonly string[], scope: Scope): Plan {
  const isOne = `(${literals.map((literal) => `${wanted} === ${text(literal)}`).join(' || ')})`
  return truthPlan(scope.emitter, { isTrue: isOne, isFalse: `(${wanted} != null && !${isOne})`, isTotal: false })
}
