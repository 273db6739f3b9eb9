// A typed expression on its way to source text: how to visit its items, and shorter forms where there are some.

import type { Schema } from './environment.ts'

/**
 * One item in emitted code, by names of JavaScript variables (or, in `Plan.inline`, expressions without side effects).
 * With a static `type`, `value` is the JSON value and `extra` the `_name` sibling; without, `value` is a run-time Node.
 */
export interface Item {
  readonly type: string | undefined
  readonly value: string
  readonly extra: string | undefined
}

/** Three-valued: an expression for “is true”, one for “is false”; `isTotal`: never empty. */
export interface Truth {
  readonly isTrue: string
  readonly isFalse: string
  readonly isTotal: boolean
}

export interface Plan {
  /** The type of every item, when it is known before the data is. */
  readonly type: string | undefined
  readonly isSingle: boolean
  /** Statements that do `visit` for each item in turn. */
  readonly each: (visit: (item: Item) => string) => string
  readonly inline?: Item
  readonly truth?: Truth
  /** “Exists”, shorter than by visiting. */
  readonly present?: string
  /** How many there are, without making nodes of them. */
  readonly count?: string
  /** All items as Node[]. */
  readonly nodes?: string
  readonly choice?: Choice
  /** A literal's value, for what can be decided now. */
  readonly literal?: string | number | boolean
  /** What resolve() was called on. */
  readonly reference?: Plan
  /** The branches of a union, before doubles go. */
  readonly parts?: readonly Plan[]
}

export interface Choice {
  readonly owner: Plan
  readonly name: string
  readonly types: readonly string[]
}

/** Where an expression stands: what `$this` is, and which variables its code may name. */
export interface Scope {
  readonly emitter: Emitter
  readonly focus: Plan
  readonly context: Plan
  /** Static type of `%resource`, where the definition tells. */
  readonly resourceType: string | undefined
  readonly index: string | undefined
  readonly total: string | undefined
  readonly variables: readonly string[]
  /** How many criteria stand around this one. */
  readonly depth: number
}

export interface Emitter {
  readonly schema: Schema
  /** Types that the definition allows where the expression stands; a name that only another of them has is empty, not a fault. */
  readonly alternatives: readonly string[]
  readonly functions: string[]
  readonly constants: Map<string, string>
  readonly needs: Set<string>
  count: number
  /** How many values are worked out once in an evaluation, and kept in `memo`. */
  kept: number
}

export function fresh(emitter: Emitter, letter: string): string {
  return `${letter}${++emitter.count}`
}

/** A run-time function, noted as needed. */
export function run(emitter: Emitter, name: string): string {
  emitter.needs.add(name)
  return `$.${name}`
}

/** A value that is made once, when the source is loaded. */
export function constant(emitter: Emitter, source: string): string {
  const before = emitter.constants.get(source)
  if (before !== undefined) return before
  const name = fresh(emitter, 'k')
  emitter.constants.set(source, name)
  return name
}

/** An expression that needs nothing of the items around it: worked out when first asked for, then kept for the evaluation. */
export function kept(emitter: Emitter, js: string): string {
  return `(memo[${emitter.kept++}] ??= ${js})`
}

/** A function of the variables in scope around these statements; the call is an expression. */
export function lift(scope: Scope, body: string, further: readonly (readonly [string, string])[] = []): string {
  const { emitter, variables } = scope
  const name = fresh(emitter, 'f')
  const parameters = [...further.map(([parameter]) => parameter), ...variables]
  emitter.functions.push(`function ${name}(${parameters.join(', ')}) { ${body} }`)
  return `${name}(${[...further.map(([, argument]) => argument), ...variables].join(', ')})`
}

export function inlinePlan(emitter: Emitter, item: Item, more: Partial<Plan> = {}): Plan {
  const each: Plan['each'] = (visit) => {
    const value = fresh(emitter, 'v')
    const extra = item.extra === undefined ? undefined : fresh(emitter, 'x')
    const bound = { type: item.type, value, extra }
    const sibling = extra === undefined ? '' : ` const ${extra} = ${item.extra};`
    const isThere = extra === undefined ? `${value} != null` : `${value} != null || ${extra} != null`
    return `const ${value} = ${item.value};${sibling} if (${isThere}) { ${visit(bound)} }`
  }
  return { type: item.type, isSingle: true, inline: item, each, ...more }
}

/** Exactly this item, which is known to be there. */
export function itemPlan(item: Item): Plan {
  const each: Plan['each'] = (visit) => visit(item)
  if (item.type === undefined) return { type: undefined, isSingle: true, each, nodes: `[${item.value}]`, present: 'true' }
  return { type: item.type, isSingle: true, each, inline: item, present: 'true' }
}

/** A system value; `isTotal`: never empty. */
export function scalarPlan(emitter: Emitter, type: string, value: string, isTotal = false): Plan {
  return inlinePlan(emitter, { type, value, extra: undefined }, isTotal ? { present: 'true' } : {})
}

export function truthPlan(emitter: Emitter, truth: Truth): Plan {
  const value = truth.isTotal ? truth.isTrue : `(${truth.isTrue} ? true : ${truth.isFalse} ? false : undefined)`
  return { ...scalarPlan(emitter, 'System.Boolean', value, truth.isTotal), truth }
}

/** `js` gives true, false or undefined. */
export function openTruth(emitter: Emitter, js: string): Plan {
  return {
    ...scalarPlan(emitter, 'System.Boolean', js),
    truth: { isTrue: `${js} === true`, isFalse: `${js} === false`, isTotal: false },
  }
}

export function totalTruth(emitter: Emitter, js: string): Plan {
  return truthPlan(emitter, { isTrue: js, isFalse: `!${js}`, isTotal: true })
}

/** Items that only exist as Nodes; where their type is known all the same, they are taken apart again. */
export function nodesPlan(emitter: Emitter, nodes: string, type?: string, isSingle = false): Plan {
  const each: Plan['each'] = (visit) => {
    const item = fresh(emitter, 'n')
    if (type === undefined) return `for (const ${item} of ${nodes}) { ${visit({ type, value: item, extra: undefined })} }`
    const [value, extra] = [fresh(emitter, 'v'), fresh(emitter, 'x')]
    return `for (const ${item} of ${nodes}) { const ${value} = ${item}.value, ${extra} = ${item}.extra; ${visit({ type, value, extra })} }`
  }
  return { type, isSingle, each, nodes }
}

export function nothing(emitter: Emitter): Plan {
  const truth = { isTrue: 'false', isFalse: 'false', isTotal: false }
  return { type: undefined, isSingle: true, each: () => '', nodes: run(emitter, 'noNodes'), present: 'false', truth }
}

export function joinedPlan(plans: readonly Plan[]): Plan {
  const [only] = plans
  if (only && plans.length === 1) return only
  const type = plans.every((plan) => plan.type === only?.type) ? only?.type : undefined
  const presents = plans.map((plan) => plan.present)
  const each: Plan['each'] = (visit) => plans.map((plan) => `{ ${plan.each(visit)} }`).join(' ')
  const present = presents.every((p) => p !== undefined) ? { present: `(${presents.join(' || ')})` } : {}
  return { type, isSingle: false, each, parts: plans, ...present }
}

// Readings of a plan.

export function existsIn(plan: Plan, scope: Scope): string {
  if (plan.present !== undefined) return plan.present
  if (plan.inline) return presenceOf(plan.inline)
  if (plan.nodes !== undefined) return `(${plan.nodes}).length > 0`
  return lift(scope, `${plan.each(() => 'return true;')} return false`)
}

function presenceOf(item: Item): string {
  return item.extra === undefined ? `(${item.value} != null)` : `(${item.value} != null || ${item.extra} != null)`
}

export function countIn(plan: Plan, scope: Scope): string {
  if (plan.isSingle && plan.present !== undefined) return plan.present === 'true' ? '1' : `(${plan.present} ? 1 : 0)`
  if (plan.inline) return `(${presenceOf(plan.inline)} ? 1 : 0)`
  if (plan.count !== undefined) return plan.count
  if (plan.nodes !== undefined) return `(${plan.nodes}).length`
  const count = fresh(scope.emitter, 'c')
  return lift(scope, `let ${count} = 0; ${plan.each(() => `${count}++;`)} return ${count}`)
}

export function nodesOf(plan: Plan, scope: Scope): string {
  const { emitter } = scope
  if (plan.nodes !== undefined) return plan.nodes
  if (plan.inline?.type !== undefined) {
    return `${run(emitter, 'listed')}(${plan.inline.value}, ${plan.inline.extra ?? 'undefined'}, ${text(plan.inline.type)})`
  }
  const list = fresh(emitter, 'l')
  return lift(scope, `const ${list} = []; ${plan.each((item) => `${list}.push(${nodeOf(item, emitter)});`)} return ${list}`)
}

export function nodeOf(item: Item, emitter: Emitter): string {
  if (item.type === undefined) return item.value
  return `${run(emitter, 'node')}(${text(item.type)}, ${item.value}, ${item.extra ?? 'undefined'})`
}

export function text(value: string): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** The scope of a criterion or projection that is evaluated for one item. */
export function scopeOf(scope: Scope, item: Item, more: { index?: string; total?: string } = {}): Scope {
  const names = [item.value, item.extra, more.index, more.total, ...contextNames(scope)]
  const variables = [
    ...new Set(names.filter((name) => name !== undefined && /^[a-z]\w*$/i.test(name) && name !== 'undefined')),
  ] as string[]
  return { ...scope, focus: itemPlan(item), index: more.index, total: more.total, variables }
}

function contextNames(scope: Scope): readonly (string | undefined)[] {
  return ['env', scope.context.inline?.value, scope.context.inline?.extra]
}

/** The scope of an argument that is evaluated once for a whole collection, held in the variable `nodes`. */
export function collectionScope(scope: Scope, nodes: string, type: string | undefined): Scope {
  const variables = [...new Set([nodes, ...contextNames(scope).filter((name) => name !== undefined)])] as string[]
  return { ...scope, focus: nodesPlan(scope.emitter, nodes, type), index: undefined, total: undefined, variables }
}
