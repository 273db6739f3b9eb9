// Patterns and discriminators as source: a few comparisons each, where an interpreter would walk them again for every value.

import { type Parts, literal, property } from './emit-parts.ts'
import type { Match, Step, Test } from './plan.ts'

/** Name of `(v) => boolean`: whether a value has at least what the pattern has. */
export function patternFunction(pattern: unknown, parts: Parts): string {
  return parts.source('p', `(v) => ${patternTest(pattern, 'v', parts)}`)
}

/** Expression over a value; complex parts become functions. */
export function patternTest(pattern: unknown, value: string, parts: Parts): string {
  if (typeof pattern === 'string' || typeof pattern === 'boolean') return `${value} === ${literal(pattern)}`
  if (typeof pattern !== 'object' || pattern === null) return `isLike(${parts.constant(pattern)}, ${value})`
  if (Array.isArray(pattern)) {
    const items = pattern.map((item) => `has(v, ${patternFunction(item, parts)})`)
    return `${parts.source('p', `(v) => Array.isArray(v)${items.map((item) => ` && ${item}`).join('')}`)}(${value})`
  }
  const own = Object.entries(pattern).map(([key, inner]) => ` && ${patternTest(inner, property('v', key), parts)}`)
  return `${parts.source('p', `(v) => isJson(v)${own.join('')}`)}(${value})`
}

/** Name of `(v, t) => boolean`: whether a value is of the slice; all discriminators must agree. */
export function matchFunction(all: readonly Match[], parts: Parts): string {
  const tests = all.map((match) => matchTest(match, parts))
  return parts.source('m', `(v, t) => ${tests.join(' && ') || 'true'}`)
}

function matchTest({ steps, test }: Match, parts: Parts): string {
  if (test.kind !== 'exists') return reachTest(steps, 'v', 't', (value, type) => testOf(test, value, type, parts), parts)
  return `${reachTest(steps, 'v', 't', () => 'true', parts)} === ${test.isThere}`
}

type Ask = (value: string, type: string) => string

/** Whether any value that the steps lead to answers yes. */
function reachTest(steps: readonly Step[], value: string, type: string, ask: Ask, parts: Parts): string {
  const [step, ...rest] = steps
  if (!step) return `(${value} !== undefined && ${value} !== null && ${ask(value, type)})`
  const next = (): string => parts.source('m', `(v, t) => ${reachTest(rest, 'v', 't', ask, parts)}`)
  switch (step.kind) {
    case 'child': {
      const keys = step.keys.map(({ key, type: its }) =>
        childTest(property('v', key), literal(its), rest, step.isList, ask, parts),
      )
      return `${parts.source('m', `(v) => isJson(v) && (${keys.join(' || ')})`)}(${value})`
    }
    case 'extension':
      return `${parts.source('m', `(v) => isJson(v) && Array.isArray(v.extension) && v.extension.some((e) => isJson(e) && e.url === ${literal(step.url)} && ${next()}(e, 'Extension'))`)}(${value})`
    case 'ofType':
      return `(${type} === ${literal(step.type)} && ${next()}(${value}, ${type}))`
    case 'resolve':
      return `${next()}(resolveIn(${value}), 'Resource')`
  }
}

function childTest(child: string, type: string, rest: readonly Step[], isList: boolean, ask: Ask, parts: Parts): string {
  if (!isList) return reachTest(rest, child, type, ask, parts)
  const each = parts.source('m', `(v) => ${reachTest(rest, 'v', type, ask, parts)}`)
  return `(Array.isArray(${child}) && has(${child}, ${each}))`
}

function testOf(test: Test, value: string, type: string, parts: Parts): string {
  switch (test.kind) {
    case 'fixed':
      return typeof test.value === 'string' || typeof test.value === 'boolean'
        ? `${value} === ${literal(test.value)}`
        : `isEqual(${parts.constant(test.value)}, ${value})`
    case 'pattern':
      return patternTest(test.value, value, parts)
    case 'binding':
      return `isMember(${parts.valueSet(test.valueSet)}, ${value}, ${type}) !== false`
    case 'type':
      return `(${parts.constant(test.types)}.includes(${type}) || ${parts.constant(test.types)}.includes(${value}.resourceType))`
    case 'profile':
      return `conformsToOne(${parts.source('q', `oneOf(${literal(test.profiles)})`)}, ${value})`
    case 'all':
      return `${matchFunction(test.of, parts)}(${value}, ${type})`
    case 'exists':
      return String(test.isThere)
  }
}
