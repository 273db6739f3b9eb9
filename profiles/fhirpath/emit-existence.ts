// exists, empty, all, count, where, select and other functions that look at items one by one (FHIRPath 2.0, §5.1, §5.2).

import { truthOf, not } from './emit-logic.ts'
import { classIn } from './emit-scalar.ts'
import { planOf } from './emit.ts'
import { claimRow, collectionRow, mentions, parameter, row, sameType, syntaxAt } from './function-rows.ts'
import { countIn, existsIn, fresh, lift, nodesOf, nodesPlan, run, scalarPlan, scopeOf, totalTruth } from './plan.ts'
import type { Item, Plan, Scope } from './plan.ts'
import { ExpressionFault } from './syntax.ts'
import type { Syntax } from './syntax.ts'
import type { FunctionRow } from './emit-functions.ts'

export const existenceFunctions: Readonly<Record<string, FunctionRow>> = {
  exists: row(0, 1, (of, call, scope) => {
    const found = call.parameters[0] ? wherePlan(of, call.parameters[0], scope) : of
    return existencePlan(existsIn(found, scope), scope)
  }),
  empty: row(0, 0, (of, _call, scope) => existencePlan(`!${bracketed(existsIn(of, scope))}`, scope)),
  not: row(0, 0, (of, _call, scope) => not(of, scope)),
  count: row(0, 0, (of, _call, scope) => scalarPlan(scope.emitter, 'System.Integer', countIn(of, scope), true)),
  all: row(1, 1, (of, call, scope) => allPlan(of, syntaxAt(call, 0), scope)),
  allTrue: claimRow('allTrue', 0),
  allFalse: claimRow('allFalse', 0),
  anyTrue: claimRow('anyTrue', 0),
  anyFalse: claimRow('anyFalse', 0),
  subsetOf: claimRow('subsetOf', 1),
  supersetOf: claimRow('supersetOf', 1),
  isDistinct: row(0, 0, (of, _call, scope) => isDistinctPlan(of, scope)),
  distinct: collectionRow('distinct', 0, 0, sameType),
  where: row(1, 1, (of, call, scope) => wherePlan(of, syntaxAt(call, 0), scope)),
  select: row(1, 1, (of, call, scope) => selectPlan(of, syntaxAt(call, 0), scope)),
  repeat: row(1, 1, (of, call, scope) => repeatPlan(of, syntaxAt(call, 0), scope)),
  aggregate: row(1, 2, (of, call, scope) => {
    const start = call.parameters[1] ? nodesOf(parameter(call, 1, scope), scope) : run(scope.emitter, 'noNodes')
    return aggregatePlan(of, syntaxAt(call, 0), start, scope)
  }),
}

export function existencePlan(isTrue: string, scope: Scope): Plan {
  return totalTruth(scope.emitter, bracketed(isTrue))
}

function bracketed(js: string): string {
  return /^[\w.]+(?:\([^()]*\))?$/.test(js) || isWrapped(js) ? js : `(${js})`
}

/** Does the first bracket close with the last? */
function isWrapped(js: string): boolean {
  if (!js.startsWith('(')) return false
  let depth = 0
  for (let i = 0; i < js.length; i++) {
    const character = js.charAt(i)
    if (character === '"') return false
    if (character === '(') depth++
    if (character === ')' && --depth === 0) return i === js.length - 1
  }
  return false
}

const deepestLambda = 12

/** Statements for each item with the criterion's plan at hand; `$index` is counted only where it is named. */
function eachWith(of: Plan, syntax: Syntax, scope: Scope, visit: (plan: Plan, inner: Scope, item: Item) => string): string {
  const { emitter } = scope
  const index = mentions(syntax, 'index') ? fresh(emitter, 'i') : undefined
  const body = of.each((item) => {
    const inner = scopeOf(scope, item, index === undefined ? {} : { index })
    return `${index === undefined ? '' : `${index}++; `}${visit(inside(syntax, inner), inner, item)}`
  })
  return index === undefined ? body : `let ${index} = -1; ${body}`
}

function inside(syntax: Syntax, scope: Scope): Plan {
  const deeper: Scope = { ...scope, depth: scope.depth + 1 }
  if (deeper.depth > deepestLambda) throw new ExpressionFault('is nested too deeply', syntax.at)
  return planOf(syntax, deeper)
}

export function wherePlan(of: Plan, criterion: Syntax, scope: Scope): Plan {
  const each: Plan['each'] = (visit) =>
    eachWith(of, criterion, scope, (plan, inner, item) => `if (${truthOf(plan, inner).isTrue}) { ${visit(item)} }`)
  // The criterion is planned once here, so that its faults are found even where nothing looks at the items.
  each(() => '')
  return { type: of.type, isSingle: of.isSingle, each }
}

function allPlan(of: Plan, criterion: Syntax, scope: Scope): Plan {
  const body = eachWith(of, criterion, scope, (plan, inner) => `if (!(${truthOf(plan, inner).isTrue})) return false;`)
  return totalTruth(scope.emitter, lift(scope, `${body} return true`))
}

function selectPlan(of: Plan, projection: Syntax, scope: Scope): Plan {
  let projected: Plan | undefined
  let isMixed = false
  const each: Plan['each'] = (visit) =>
    eachWith(of, projection, scope, (plan) => {
      isMixed ||= projected !== undefined && projected.type !== plan.type
      projected = plan
      return plan.each(visit)
    })
  each(() => '')
  return { type: isMixed ? undefined : projected?.type, isSingle: of.isSingle && projected?.isSingle === true, each }
}

function repeatPlan(of: Plan, projection: Syntax, scope: Scope): Plan {
  const { emitter } = scope
  const item = { type: undefined, value: fresh(emitter, 'n'), extra: undefined }
  const typed = of.type === undefined ? undefined : typedItem(of.type, scope)
  const plan = typed ? inside(projection, scopeOf(scope, typed)) : undefined
  const isUniform = typed !== undefined && plan !== undefined && plan.type === of.type
  const step = isUniform
    ? `(${item.value}) => { const ${typed.value} = ${item.value}.value, ${typed.extra} = ${item.value}.extra; return ${nodesOf(plan, scopeOf(scope, typed))} }`
    : `(${item.value}) => ${nodesOf(inside(projection, scopeOf(scope, item)), scopeOf(scope, item))}`
  return nodesPlan(emitter, `${run(emitter, 'repeat')}(${nodesOf(of, scope)}, ${step})`, isUniform ? of.type : undefined)
}

function typedItem(type: string, { emitter }: Scope): Item {
  return { type, value: fresh(emitter, 'v'), extra: fresh(emitter, 'x') }
}

function aggregatePlan(of: Plan, step: Syntax, start: string, scope: Scope): Plan {
  const { emitter } = scope
  const [item, index, total] = [fresh(emitter, 'n'), fresh(emitter, 'i'), fresh(emitter, 't')]
  const inner = scopeOf(scope, { type: undefined, value: item, extra: undefined }, { index, total })
  const body = nodesOf(inside(step, inner), inner)
  return nodesPlan(
    emitter,
    `${run(emitter, 'aggregate')}(${nodesOf(of, scope)}, ${start}, (${item}, ${index}, ${total}) => ${body})`,
  )
}

/** Texts need no keys made of them. */
function isDistinctPlan(of: Plan, scope: Scope): Plan {
  const { emitter } = scope
  if (of.isSingle) return totalTruth(emitter, 'true')
  if (classIn(of) !== 'string') return totalTruth(emitter, `${run(emitter, 'isDistinct')}(${nodesOf(of, scope)})`)
  const list = fresh(emitter, 'l')
  const body = `const ${list} = []; ${of.each((item) => `if (${item.value} != null) ${list}.push(${valueOf(item)});`)}`
  return totalTruth(emitter, lift(scope, `${body} return ${run(emitter, 'areDistinct')}(${list})`))
}

function valueOf(item: Item): string {
  return item.type === undefined ? `${item.value}.value` : item.value
}
