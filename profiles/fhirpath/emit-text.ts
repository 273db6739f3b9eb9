// String functions (FHIRPath 2.0, §5.6): on a text whose type is known, a call on the bare value.

import type { FunctionRow } from './emit-functions.ts'
import { numberIn, stringIn } from './emit-scalar.ts'
import { parameter, row } from './function-rows.ts'
import { constant, nodesOf, nodesPlan, openTruth, run, scalarPlan, text } from './plan.ts'
import type { Plan, Scope } from './plan.ts'
import { patternOf } from './patterns.ts'
import { ExpressionFault } from './syntax.ts'
import type { Call } from './syntax.ts'

type Kind = 'text' | 'number'

export const textFunctions: Readonly<Record<string, FunctionRow>> = {
  startsWith: claim('startsWith'),
  endsWith: claim('endsWith'),
  contains: claim('includes'),
  indexOf: gives('System.Integer', 'indexOf', ['text']),
  lastIndexOf: gives('System.Integer', 'lastIndexOf', ['text']),
  length: gives('System.Integer', 'length', []),
  substring: gives('System.String', 'substring', ['number', 'number'], 1),
  upper: gives('System.String', 'upper', []),
  lower: gives('System.String', 'lower', []),
  trim: gives('System.String', 'trim', []),
  replace: gives('System.String', 'replace', ['text', 'text']),
  encode: gives('System.String', 'encode', ['text']),
  decode: gives('System.String', 'decode', ['text']),
  escape: gives('System.String', 'escape', ['text']),
  unescape: gives('System.String', 'unescape', ['text']),
  toChars: lists('toChars', 0),
  split: lists('split', 1),
  join: row(0, 1, (of, call, scope) =>
    scalarPlan(scope.emitter, 'System.String', called('join', nodesOf(of, scope), call, ['text'], scope)),
  ),
  matches: row(1, 1, (of, call, scope) =>
    openTruth(scope.emitter, `${run(scope.emitter, 'matches')}(${stringIn(of, scope)}, ${patternIn(call, scope, false)})`),
  ),
  matchesFull: row(1, 1, (of, call, scope) =>
    openTruth(scope.emitter, `${run(scope.emitter, 'matches')}(${stringIn(of, scope)}, ${patternIn(call, scope, true)})`),
  ),
  replaceMatches: row(2, 2, (of, call, scope) => {
    const by = stringIn(parameter(call, 1, scope), scope)
    const js = `${run(scope.emitter, 'replaceMatches')}(${stringIn(of, scope)}, ${patternIn(call, scope, false)}, ${by})`
    return scalarPlan(scope.emitter, 'System.String', js)
  }),
}

function claim(name: string): FunctionRow {
  return row(1, 1, (of, call, scope) => openTruth(scope.emitter, called(name, stringIn(of, scope), call, ['text'], scope)))
}

function gives(type: string, name: string, kinds: readonly Kind[], least = kinds.length): FunctionRow {
  return row(least, kinds.length, (of, call, scope) =>
    scalarPlan(scope.emitter, type, called(name, stringIn(of, scope), call, kinds, scope)),
  )
}

function lists(name: string, count: number): FunctionRow {
  return row(count, count, (of, call, scope) =>
    nodesPlan(scope.emitter, called(name, stringIn(of, scope), call, ['text'], scope), 'System.String'),
  )
}

function called(name: string, subject: string, call: Call, kinds: readonly Kind[], scope: Scope): string {
  const values = call.parameters.map((_, i) => (kinds[i] === 'number' ? numberIn : stringIn)(parameter(call, i, scope), scope))
  return `${run(scope.emitter, name)}(${[subject, ...values].join(', ')})`
}

/** A pattern that is a literal is checked now and made once; another is made when it is met. */
function patternIn(call: Call, scope: Scope, isWhole: boolean): string {
  const plan: Plan = parameter(call, 0, scope)
  const { emitter } = scope
  if (typeof plan.literal !== 'string') return `${run(emitter, 'pattern')}(${stringIn(plan, scope)}, ${isWhole})`
  const fault = patternOf(plan.literal, isWhole)
  if (typeof fault === 'string') throw new ExpressionFault(`has a pattern that ${fault}`, call.at)
  return constant(emitter, `${run(emitter, 'pattern')}(${text(plan.literal)}, ${isWhole})`)
}
