// Functions that pick, mix, convert and calculate (FHIRPath 2.0, §5.3 to §5.5, §5.7 to §5.9).

import type { FunctionRow } from './emit-functions.ts'
import { unionPlan } from './emit-collections.ts'
import { openValue, truthOf } from './emit-logic.ts'
import { isTypePlan, ofTypePlan, typeNamed } from './emit-path.ts'
import { classIn, isNumber } from './emit-scalar.ts'
import { planOf } from './emit.ts'
import { collectionRow, noType, parameter, row, sameType, syntaxAt, typeNameIn } from './function-rows.ts'
import { collectionScope, fresh, inlinePlan, joinedPlan, lift, nodesOf, nodesPlan, openTruth, run, truthPlan } from './plan.ts'
import type { Plan, Scope } from './plan.ts'
import type { Call } from './syntax.ts'
import { isPrimitiveClass } from './types.ts'

const boolean = (): string => 'System.Boolean'

export const itemFunctions: Readonly<Record<string, FunctionRow>> = {
  first: row(0, 0, (of, _call, scope) => firstPlan(of, scope)),
  last: collectionRow('last', 0, 0, sameType, true),
  tail: collectionRow('tail', 0, 0, sameType),
  single: collectionRow('single', 0, 0, sameType, true),
  skip: collectionRow('skip', 1, 1, sameType),
  take: collectionRow('take', 1, 1, sameType),
  intersect: collectionRow('intersect', 1, 1, sameType),
  exclude: collectionRow('exclude', 1, 1, sameType),
  union: row(1, 1, (of, call, scope) => unionPlan(of, parameter(call, 0, scope), scope)),
  combine: row(1, 1, (of, call, scope) => joinedPlan([of, parameter(call, 0, scope)])),
  iif: row(2, 3, (of, call, scope) => iifPlan(of, call, scope)),
  trace: row(1, 2, (of) => of),
  ofType: row(1, 1, (of, call, scope) => ofTypePlan(of, typeIn(call, scope), scope)),
  as: row(1, 1, (of, call, scope) => ofTypePlan(of, typeIn(call, scope), scope)),
  is: row(1, 1, (of, call, scope) => truthPlan(scope.emitter, { ...isTypePlan(of, typeIn(call, scope), scope), isTotal: false })),
  type: row(0, 0, (of, _call, scope) => nodesPlan(scope.emitter, `${run(scope.emitter, 'type')}(${nodesOf(of, scope)}, env)`)),
  children: row(0, 0, (of, _call, scope) =>
    nodesPlan(scope.emitter, `${run(scope.emitter, 'children')}(${nodesOf(of, scope)}, env)`),
  ),
  descendants: row(0, 0, (of, _call, scope) =>
    nodesPlan(scope.emitter, `${run(scope.emitter, 'descendants')}(${nodesOf(of, scope)}, env)`),
  ),
  toBoolean: collectionRow('toBoolean', 0, 0, boolean, true),
  toInteger: collectionRow('toInteger', 0, 0, () => 'System.Integer', true),
  toDecimal: collectionRow('toDecimal', 0, 0, () => 'System.Decimal', true),
  toString: collectionRow('toText', 0, 0, () => 'System.String', true),
  toDate: collectionRow('toDate', 0, 0, () => 'System.Date', true),
  toDateTime: collectionRow('toDateTime', 0, 0, () => 'System.DateTime', true),
  toTime: collectionRow('toTime', 0, 0, () => 'System.Time', true),
  toQuantity: collectionRow('toQuantity', 0, 1, () => 'System.Quantity', true),
  convertsToBoolean: collectionRow('convertsToBoolean', 0, 0, boolean, true),
  convertsToInteger: collectionRow('convertsToInteger', 0, 0, boolean, true),
  convertsToDecimal: collectionRow('convertsToDecimal', 0, 0, boolean, true),
  convertsToString: collectionRow('convertsToText', 0, 0, boolean, true),
  convertsToDate: collectionRow('convertsToDate', 0, 0, boolean, true),
  convertsToDateTime: collectionRow('convertsToDateTime', 0, 0, boolean, true),
  convertsToTime: collectionRow('convertsToTime', 0, 0, boolean, true),
  convertsToQuantity: collectionRow('convertsToQuantity', 0, 0, boolean, true),
  abs: row(0, 0, (of, call, scope) => absPlan(of, call, scope)),
  ceiling: collectionRow('ceiling', 0, 0, () => 'System.Integer', true),
  floor: collectionRow('floor', 0, 0, () => 'System.Integer', true),
  truncate: collectionRow('truncate', 0, 0, () => 'System.Integer', true),
  round: collectionRow('round', 0, 1, () => 'System.Decimal', true),
  exp: collectionRow('exp', 0, 0, () => 'System.Decimal', true),
  ln: collectionRow('ln', 0, 0, () => 'System.Decimal', true),
  log: collectionRow('log', 1, 1, () => 'System.Decimal', true),
  sqrt: collectionRow('sqrt', 0, 0, () => 'System.Decimal', true),
  power: collectionRow('power', 1, 1, noType, true),
  now: row(0, 0, (_of, _call, scope) => nodesPlan(scope.emitter, `${run(scope.emitter, 'now')}(env)`, 'System.DateTime', true)),
  today: row(0, 0, (_of, _call, scope) => nodesPlan(scope.emitter, `${run(scope.emitter, 'today')}(env)`, 'System.Date', true)),
  timeOfDay: row(0, 0, (_of, _call, scope) =>
    nodesPlan(scope.emitter, `${run(scope.emitter, 'timeOfDay')}(env)`, 'System.Time', true),
  ),
}

function typeIn(call: Call, scope: Scope): string {
  const syntax = syntaxAt(call, 0)
  return typeNamed(typeNameIn(syntax), syntax.at, scope.emitter)
}

function firstPlan(of: Plan, scope: Scope): Plan {
  const { emitter } = scope
  if (of.isSingle) return of
  if (of.type === undefined || isPrimitiveClass(of.type))
    return nodesPlan(emitter, `${run(emitter, 'first')}(${nodesOf(of, scope)})`, of.type, true)
  return inlinePlan(emitter, {
    type: of.type,
    value: lift(
      scope,
      of.each((item) => `return ${item.value};`),
    ),
    extra: undefined,
  })
}

function absPlan(of: Plan, call: Call, scope: Scope): Plan {
  const result = isNumber(classIn(of)) ? (classIn(of) === 'integer' ? 'System.Integer' : 'System.Decimal') : undefined
  return collectionRow('abs', 0, 0, () => result, true).emit(of, call, scope)
}

/** Only the branch that is chosen is evaluated; without an otherwise, a condition that does not hold gives nothing. */
function iifPlan(of: Plan, call: Call, scope: Scope): Plan {
  if (of === scope.focus) return branchesPlan(call, scope)
  const items = fresh(scope.emitter, 'l')
  const inner = collectionScope(scope, items, of.type)
  const plan = branchesPlan(call, inner)
  if (plan.truth)
    return openTruth(scope.emitter, lift(scope, `const ${items} = ${nodesOf(of, scope)}; return ${openValue(plan.truth, inner)}`))
  return nodesPlan(
    scope.emitter,
    lift(scope, `const ${items} = ${nodesOf(of, scope)}; return ${nodesOf(plan, inner)}`),
    plan.type,
    plan.isSingle,
  )
}

function branchesPlan(call: Call, scope: Scope): Plan {
  const { emitter } = scope
  const condition = truthOf(planOf(syntaxAt(call, 0), scope), scope).isTrue
  const then = planOf(syntaxAt(call, 1), scope)
  const otherwise = call.parameters[2] ? planOf(call.parameters[2], scope) : undefined
  if (then.truth && (otherwise === undefined || otherwise.truth)) {
    const [a, b] = [then.truth, otherwise?.truth ?? { isTrue: 'false', isFalse: 'false', isTotal: false }]
    return truthPlan(emitter, {
      isTrue: `(${condition} ? ${a.isTrue} : ${b.isTrue})`,
      isFalse: `(${condition} ? ${a.isFalse} : ${b.isFalse})`,
      isTotal: a.isTotal && b.isTotal,
    })
  }
  const other = otherwise ? nodesOf(otherwise, scope) : run(emitter, 'noNodes')
  const type = otherwise === undefined || otherwise.type === then.type ? then.type : undefined
  return nodesPlan(
    emitter,
    `(${condition} ? ${nodesOf(then, scope)} : ${other})`,
    type,
    then.isSingle && otherwise?.isSingle !== false,
  )
}
