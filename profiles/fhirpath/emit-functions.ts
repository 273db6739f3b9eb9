// The functions of FHIRPath by name: how many parameters, and what source each becomes.

import { existenceFunctions } from './emit-existence.ts'
import { fhirFunctions } from './emit-fhir.ts'
import { itemFunctions } from './emit-items.ts'
import { textFunctions } from './emit-text.ts'
import type { Plan, Scope } from './plan.ts'
import { ExpressionFault } from './syntax.ts'
import type { Call } from './syntax.ts'

/** `of`: what the function is called on; parameters are planned by the function itself, since some are criteria. */
export type Emit = (of: Plan, call: Call, scope: Scope) => Plan
export interface FunctionRow {
  readonly least: number
  readonly most: number
  readonly emit: Emit
}

export function calledPlan(call: Call, of: Plan, scope: Scope): Plan {
  const row = rowOf(call.name)
  if (!row) throw new ExpressionFault(`calls the function ${call.name}(), which is not known`, call.at)
  const { length } = call.parameters
  if (length < row.least || length > row.most)
    throw new ExpressionFault(`calls ${call.name}() with the wrong number of parameters`, call.at)
  return row.emit(of, call, scope)
}

/** Made when first asked: the files of the table and the dispatch over syntax import each other. */
let rows: ReadonlyMap<string, FunctionRow> | undefined

function rowOf(name: string): FunctionRow | undefined {
  rows ??= new Map(Object.entries({ ...existenceFunctions, ...itemFunctions, ...textFunctions, ...fhirFunctions }))
  return rows.get(name)
}
