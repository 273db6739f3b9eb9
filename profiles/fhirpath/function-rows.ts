// How rows of the function table are written.

import type { FunctionRow, Emit } from './emit-functions.ts'
import { planOf } from './emit.ts'
import { nodesOf, nodesPlan, run, totalTruth } from './plan.ts'
import type { Plan, Scope } from './plan.ts'
import { ExpressionFault } from './syntax.ts'
import type { Call, Syntax } from './syntax.ts'

export function row(least: number, most: number, emit: Emit): FunctionRow {
  return { least, most, emit }
}

/** A run-time function of the collections on both sides: `$.name(items, argument…)`. */
export function collectionRow(
  name: string,
  least: number,
  most: number,
  result: (of: Plan) => string | undefined,
  isSingle = false,
): FunctionRow {
  return row(least, most, (of, call, scope) => {
    const parameters = call.parameters.map((_, i) => nodesOf(parameter(call, i, scope), scope))
    return nodesPlan(
      scope.emitter,
      `${run(scope.emitter, name)}(${[nodesOf(of, scope), ...parameters].join(', ')})`,
      result(of),
      isSingle,
    )
  })
}

/** A run-time function that answers true or false, never nothing. */
export function claimRow(name: string, parameters: number): FunctionRow {
  return row(parameters, parameters, (of, call, scope) => {
    const sides = [nodesOf(of, scope), ...call.parameters.map((_, i) => nodesOf(parameter(call, i, scope), scope))]
    return totalTruth(scope.emitter, `${run(scope.emitter, name)}(${sides.join(', ')})`)
  })
}

export const sameType = (of: Plan): string | undefined => of.type
export const noType = (): undefined => undefined

export function syntaxAt(call: Call, at: number): Syntax {
  const found = call.parameters[at]
  if (!found) throw new ExpressionFault(`calls ${call.name}() with too few parameters`, call.at)
  return found
}

/** A parameter that is evaluated once, with `$this` as it is outside the call. */
export function parameter(call: Call, at: number, scope: Scope): Plan {
  return planOf(syntaxAt(call, at), scope)
}

/** Type names are written like paths: `Patient`, `System.String`. */
export function typeNameIn(syntax: Syntax): string {
  if (syntax.kind !== 'member') throw new ExpressionFault('has no type name where one is meant', syntax.at)
  return syntax.of ? `${typeNameIn(syntax.of)}.${syntax.name}` : syntax.name
}

/** Does `$index` or `$total` stand in this criterion? */
export function mentions(syntax: Syntax, kind: 'index' | 'total'): boolean {
  switch (syntax.kind) {
    case 'member':
      return syntax.of !== undefined && mentions(syntax.of, kind)
    case 'call':
      return (syntax.of !== undefined && mentions(syntax.of, kind)) || syntax.parameters.some((p) => mentions(p, kind))
    case 'item':
      return mentions(syntax.of, kind) || mentions(syntax.position, kind)
    case 'sign':
    case 'type':
      return mentions(syntax.of, kind)
    case 'operation':
      return mentions(syntax.left, kind) || mentions(syntax.right, kind)
    default:
      return syntax.kind === kind
  }
}
