// What FHIR adds to FHIRPath (FHIR R4, §2.9.1): extension, hasValue, resolve, memberOf, htmlChecks and the like.

import type { FunctionRow } from './emit-functions.ts'
import { memberPlan } from './emit-path.ts'
import { isCheap, rawIn, stringIn } from './emit-scalar.ts'
import { parameter, row } from './function-rows.ts'
import { nodesOf, nodesPlan, openTruth, run, totalTruth } from './plan.ts'
import type { Plan, Scope } from './plan.ts'
import { isPrimitiveClass } from './types.ts'

export const fhirFunctions: Readonly<Record<string, FunctionRow>> = {
  extension: row(1, 1, (of, call, scope) => extensionPlan(of, parameter(call, 0, scope), call.at, scope)),
  hasValue: row(0, 0, (of, _call, scope) => hasValuePlan(of, scope)),
  getValue: row(0, 0, (of, _call, scope) =>
    nodesPlan(scope.emitter, `${run(scope.emitter, 'getValue')}(${nodesOf(of, scope)})`, of.type, true),
  ),
  resolve: row(0, 0, (of, _call, scope) => ({
    ...nodesPlan(scope.emitter, `${run(scope.emitter, 'resolve')}(${nodesOf(of, scope)}, env)`, undefined, of.isSingle),
    reference: of,
  })),
  memberOf: row(1, 1, (of, call, scope) => asked('memberOf', of, stringIn(parameter(call, 0, scope), scope), scope)),
  conformsTo: row(1, 1, (of, call, scope) => asked('conformsTo', of, stringIn(parameter(call, 0, scope), scope), scope)),
  subsumes: row(1, 1, (of, call, scope) => asked('subsumes', of, nodesOf(parameter(call, 0, scope), scope), scope)),
  subsumedBy: row(1, 1, (of, call, scope) => asked('subsumes', parameter(call, 0, scope), nodesOf(of, scope), scope)),
  htmlChecks: row(0, 0, (of, _call, scope) =>
    openTruth(scope.emitter, `${run(scope.emitter, 'htmlChecks')}(${nodesOf(of, scope)}, env)`),
  ),
}

function asked(name: string, of: Plan, parameters: string, scope: Scope): Plan {
  return openTruth(scope.emitter, `${run(scope.emitter, name)}(${nodesOf(of, scope)}, ${parameters}, env)`)
}

function extensionPlan(of: Plan, url: Plan, at: number, scope: Scope): Plan {
  const { emitter } = scope
  const wanted = stringIn(url, scope)
  const isStatic = of.type !== undefined && !of.choice && isCheap(wanted)
  if (!isStatic) return nodesPlan(emitter, `${run(emitter, 'extension')}(${nodesOf(of, scope)}, ${wanted}, env)`, 'Extension')
  const extensions = memberPlan(of, 'extension', at, scope)
  return {
    type: extensions.type,
    isSingle: false,
    each: (visit) => extensions.each((item) => `if (${item.value}.url === ${wanted}) { ${visit(item)} }`),
  }
}

function hasValuePlan(of: Plan, scope: Scope): Plan {
  const { emitter } = scope
  if (of.isSingle && of.type !== undefined && isPrimitiveClass(of.type))
    return totalTruth(emitter, `(${rawIn(of, scope)} != null)`)
  if (of.type !== undefined && !isPrimitiveClass(of.type) && of.type !== 'Element') return totalTruth(emitter, 'false')
  return totalTruth(emitter, `${run(emitter, 'isValued')}(${nodesOf(of, scope)})`)
}
