// What FHIR adds to FHIRPath (FHIR R4, §2.9.1): extensions, values of primitives, references, terminology, narrative.

import type { Environment, Node } from './environment.ts'
import { raise } from './runtime-fault.ts'
import { isObject, member, node } from './runtime-nodes.ts'
import { one } from './runtime-singles.ts'
import { timeNode, textNode } from './runtime-values.ts'

type Items = readonly Node[]

export function extension(items: Items, url: string | undefined, env: Environment): Items {
  return items.flatMap((item) => member(item, 'extension', env).filter((e) => isObject(e.value) && e.value['url'] === url))
}

export function isValued(items: Items): boolean {
  return items.length === 1 && isPrimitive(items[0]?.value)
}

export function getValue(items: Items): Items {
  const only = items.length === 1 ? items[0] : undefined
  return only && isPrimitive(only.value) ? [only] : []
}

function isPrimitive(value: unknown): boolean {
  return value !== undefined && value !== null && !isObject(value) && !Array.isArray(value)
}

/** Each Reference, uri or canonical as the resource that it points at; what cannot be found is left out. */
export function resolve(items: Items, env: Environment): Items {
  const found: Node[] = []
  for (const item of items) {
    const target = resolved(item.value, env)
    if (target !== undefined) found.push(target)
  }
  return found
}

function resolved(value: unknown, env: Environment): Node | undefined {
  const text = typeof value === 'string' ? value : isObject(value) ? value['reference'] : undefined
  if (typeof text !== 'string') return undefined
  const target = env.resolve?.(text) ?? contained(text, env)
  return isObject(target) ? node('Resource', target, undefined) : undefined
}

function contained(reference: string, env: Environment): unknown {
  if (!reference.startsWith('#')) return undefined
  if (reference === '#') return env.root
  const list = isObject(env.root) ? env.root['contained'] : undefined
  return Array.isArray(list) ? list.find((item: unknown) => isObject(item) && item['id'] === reference.slice(1)) : undefined
}

/**
 * `resolve() is T`: the type of the resource, or where it is out of reach the type that the reference itself states
 * (its `type`, or the `Type/id` in it). Undefined: nothing tells.
 */
function resolvedType(value: unknown, env: Environment): string | undefined {
  const target = resolved(value, env)
  if (target) return target.type
  if (isObject(value) && typeof value['type'] === 'string') return value['type']
  const text = typeof value === 'string' ? value : isObject(value) ? value['reference'] : undefined
  return typeof text === 'string'
    ? /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(text)?.[1]
    : undefined
}

export function resolvesTo(value: unknown, type: string, env: Environment): boolean | undefined {
  const actual = resolvedType(value, env)
  return actual === undefined ? undefined : actual === type || env.schema.isA(actual, type)
}

export function memberOf(items: Items, valueSet: string | undefined, env: Environment): boolean | undefined {
  const coded = one(items)
  return coded === undefined || valueSet === undefined ? undefined : env.memberOf?.(valueSet, coded)
}

export function conformsTo(items: Items, profile: string | undefined, env: Environment): boolean | undefined {
  const element = one(items)
  return element === undefined || profile === undefined ? undefined : env.conformsTo?.(profile, element)
}

export function subsumes(items: Items, special: Items, env: Environment): boolean | undefined {
  const [a, b] = [one(items), one(special)]
  return a && b ? env.subsumes?.(a, b) : undefined
}

/** Nothing is claimed against a narrative that nobody looks at. */
export function htmlChecks(items: Items, env: Environment): boolean | undefined {
  const narrative = one(items)?.value
  return typeof narrative === 'string' ? (env.htmlChecks?.(narrative) ?? true) : undefined
}

export function variable(name: string, env: Environment): Items {
  const variables = env.variables
  if (!variables || !Object.hasOwn(variables, name)) return raise(`has the variable %${name}, which is not known here`)
  const value = variables[name]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((v) => v != null).map((v) => (typeof v === 'string' ? textNode(v) : node(undefined, v, undefined)))
}

export function now(env: Environment): Items {
  return env.now === undefined ? [] : [timeNode('DateTime', env.now)]
}

export function today(env: Environment): Items {
  return env.now === undefined ? [] : [timeNode('Date', env.now.slice(0, 10))]
}

export function timeOfDay(env: Environment): Items {
  return env.now === undefined ? [] : [timeNode('Time', env.now.slice(11).replace(/(?:Z|[+-]\d{2}:\d{2})$/, ''))]
}
