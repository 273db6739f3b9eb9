// FHIRPath text → JavaScript source text, by the types of the definitions.

import { planOf } from './emit.ts'
import { truthOf } from './emit-logic.ts'
import type { Schema } from './environment.ts'
import { parse } from './parser.ts'
import { inlinePlan, nodeOf, run, text } from './plan.ts'
import type { Emitter, Plan, Scope } from './plan.ts'
import { ExpressionFault } from './syntax.ts'
import { isPrimitiveClass } from './types.ts'

export type { ElementShape, Environment, EvaluationFault, Node, Schema } from './environment.ts'

/** `needs`: the functions of runtime.ts that the source names as `$.name`. */
export type Compiled = { readonly source: string; readonly needs: readonly string[] } | { readonly fault: string }

export interface Options {
  /** Further types that the element may have (the other types of a choice): a name that only they have is empty, not a fault. */
  readonly alternatives?: readonly string[]
  /** What an expression that comes out empty means; see compileInvariant. */
  readonly empty?: 'fails' | 'holds'
}

/**
 * Source of `(value, extra, env) => boolean`: `value` is the JSON value of the element, `extra` the `_name` sibling of a
 * primitive, `env` an Environment. True: the invariant holds.
 *
 * An invariant holds when it evaluates to true: FHIR says that a constraint's expression “must evaluate to true”, and
 * HL7's own validator takes an empty result for false. Where that is too strict (per-1 on a date and a moment of the same
 * day), `empty: 'holds'` makes only a false result fail. One item that is no boolean counts as true (FHIRPath 2.0, §4.5).
 * What cannot be evaluated does not hold, is told to `env.report`, and never throws.
 */
export function compileInvariant(expression: string, type: string, schema: Schema, options: Options = {}): Compiled {
  return compiled(expression, type, schema, options, false, (plan, scope) => {
    const truth = truthOf(plan, scope)
    const answer = options.empty === 'holds' ? `!(${truth.isFalse})` : truth.isTrue
    return { body: `return ${answer}`, otherwise: 'false' }
  })
}

/** Source of `(value, env) => unknown[]`: the JSON values that a path leads to; what cannot be evaluated gives none. */
export function compilePath(expression: string, type: string, schema: Schema, options: Options = {}): Compiled {
  return compiled(expression, type, schema, options, true, (plan) => ({
    body: `const out = []; ${plan.each((item) => pushed(item.type === undefined ? `${item.value}.value` : item.value))} return out`,
    otherwise: '[]',
  }))
}

/** As compilePath, but `(value, env) => Node[]`: with the type and the sibling of each item, also of those that have only a sibling. */
export function compileNodes(expression: string, type: string, schema: Schema, options: Options = {}): Compiled {
  return compiled(expression, type, schema, options, true, (plan, scope) => ({
    body: `const out = []; ${plan.each((item) => `out.push(${nodeOf(item, scope.emitter)});`)} return out`,
    otherwise: '[]',
  }))
}

function pushed(value: string): string {
  return `if (${value} != null) out.push(${value});`
}

type Finish = (plan: Plan, scope: Scope) => { readonly body: string; readonly otherwise: string }

function compiled(expression: string, type: string, schema: Schema, options: Options, isPath: boolean, finish: Finish): Compiled {
  try {
    const emitter = emitterOf(schema, options)
    const scope = rootScope(emitter, type)
    const end = finish(planOf(parse(expression), scope), scope)
    return { source: sourceOf(expression, emitter, end, isPath), needs: [...emitter.needs].sort() }
  } catch (thrown) {
    return { fault: `'${expression}' ${faultIn(thrown)}` }
  }
}

function faultIn(thrown: unknown): string {
  if (thrown instanceof ExpressionFault) return `${thrown.message} (at character ${thrown.at + 1})`
  if (thrown instanceof RangeError) return 'is nested too deeply'
  return 'cannot be compiled'
}

function emitterOf(schema: Schema, options: Options): Emitter {
  return {
    schema,
    alternatives: options.alternatives ?? [],
    functions: [],
    constants: new Map(),
    needs: new Set(),
    count: 0,
    kept: 0,
  }
}

function rootScope(emitter: Emitter, type: string): Scope {
  const extra = isPrimitiveClass(type) ? 'extra' : undefined
  const focus = inlinePlan(emitter, { type, value: 'value', extra })
  const [first = type] = type.split('.')
  const resourceType = emitter.schema.kind(first) === 'resource' ? first : undefined
  const variables = ['env', 'value', ...(extra === undefined ? [] : [extra])]
  return { emitter, focus, context: focus, resourceType, index: undefined, total: undefined, variables, depth: 0 }
}

/**
 * The try costs nothing while nothing fails; it is there for documents of a shape that no definition foresees. What is
 * kept for an evaluation is put aside for the next, since conformsTo() may come back to the same expression.
 */
function sourceOf(expression: string, emitter: Emitter, end: ReturnType<Finish>, isPath: boolean): string {
  const failure = `${run(emitter, 'failed')}(env, thrown, ${text(expression)}); return ${end.otherwise}`
  const before = `${isPath ? 'const extra = undefined; ' : ''}${emitter.kept > 0 ? 'const outer = memo; memo = []; ' : ''}`
  const after = emitter.kept > 0 ? ' finally { memo = outer }' : ''
  const main = `(value, ${isPath ? '' : 'extra, '}env) => { ${before}try { ${end.body} } catch (thrown) { ${failure} }${after} }`
  const functions = reachable(main, emitter.functions)
  const code = [main, ...functions].join('\n')
  const constants = [...emitter.constants].filter(([, name]) => new RegExp(`\\b${name}\\b`).test(code))
  if (functions.length === 0 && constants.length === 0 && emitter.kept === 0) return main
  const head = [...(emitter.kept > 0 ? ['let memo;'] : []), ...constants.map(([source, name]) => `const ${name} = ${source};`)]
  return `(() => {\n${[...head, ...functions].join('\n')}\nreturn ${main}\n})()`
}

/** Some functions were written for readings that were not needed in the end. */
function reachable(main: string, functions: readonly string[]): readonly string[] {
  const named = new Map(functions.map((code) => [/^function (f\d+)/.exec(code)?.[1], code]))
  const wanted = new Set<string>()
  const open = [main]
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    for (const name of code.match(/\bf\d+\b/g) ?? []) {
      const body = named.get(name)
      if (body === undefined || wanted.has(body)) continue
      wanted.add(body)
      open.push(body)
    }
  }
  return functions.filter((code) => wanted.has(code))
}
