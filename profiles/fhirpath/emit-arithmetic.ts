// `+ - * / div mod &` and the sign (FHIRPath 2.0, §6.6).

import { classIn, isAlwaysThere, numberIn, stringIn } from './emit-scalar.ts'
import { nodesOf, nodesPlan, run, scalarPlan } from './plan.ts'
import type { Plan, Scope } from './plan.ts'

export function arithmeticPlan(operator: string, left: Plan, right: Plan, scope: Scope): Plan {
  const { emitter } = scope
  if (operator === '&') {
    return scalarPlan(
      emitter,
      'System.String',
      `${run(emitter, 'concatenated')}(${stringIn(left, scope)}, ${stringIn(right, scope)})`,
      true,
    )
  }
  const [kind, other] = [classIn(left), classIn(right)]
  const isPlain = left.isSingle && right.isSingle
  if (isPlain && operator === '+' && kind === 'string' && other === 'string') {
    return scalarPlan(emitter, 'System.String', `${run(emitter, 'joined')}(${stringIn(left, scope)}, ${stringIn(right, scope)})`)
  }
  if (
    isPlain &&
    kind === 'integer' &&
    other === 'integer' &&
    /^[-+*]$/.test(operator) &&
    isAlwaysThere(left) &&
    isAlwaysThere(right)
  ) {
    return scalarPlan(emitter, 'System.Integer', `(${numberIn(left, scope)} ${operator} ${numberIn(right, scope)})`, true)
  }
  const js = `${run(emitter, 'calculate')}('${operator}', ${nodesOf(left, scope)}, ${nodesOf(right, scope)})`
  return nodesPlan(emitter, js, resultType(operator, kind, other), true)
}

function resultType(operator: string, kind: string | undefined, other: string | undefined): string | undefined {
  if (operator === 'div' && kind === 'integer' && other === 'integer') return 'System.Integer'
  const areNumbers = (kind === 'integer' || kind === 'decimal') && (other === 'integer' || other === 'decimal')
  if (!areNumbers) return undefined
  return kind === 'integer' && other === 'integer' && operator !== '/' ? 'System.Integer' : 'System.Decimal'
}

export function negatedPlan(of: Plan, scope: Scope): Plan {
  const { emitter } = scope
  if (typeof of.literal === 'number' && of.type !== undefined)
    return { ...scalarPlan(emitter, of.type, `(-${of.literal})`, true), literal: -of.literal }
  return nodesPlan(emitter, `${run(emitter, 'negated')}(${nodesOf(of, scope)})`, undefined, true)
}
