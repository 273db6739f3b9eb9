// Steps from an element to its parts when the type is known only at run time, with primitive siblings and choice names.

import { isExactDecimal } from '../decimal.ts'
import type { ExactDecimal } from '../decimal.ts'
import type { ElementShape, Environment, Node, Schema } from './environment.ts'
import { raise } from './runtime-fault.ts'

type Json = Readonly<Record<string, unknown>>

/** No expression collects more than this; a hostile document cannot fill the memory. */
const mostNodes = 2_000_000

export function node(type: string | undefined, value: unknown, extra: unknown): Node {
  return { type: namedType(type, value), value, extra }
}

/** A resource says its own type; where the definition says only `Resource` or nothing, that is the better word. */
function namedType(type: string | undefined, value: unknown): string | undefined {
  if (type !== undefined && type !== 'Resource' && type !== 'DomainResource') return type
  if (!isObject(value)) return type
  const own = value['resourceType']
  return typeof own === 'string' ? own : type
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value)
}

/** A decimal that kept its text (`JSON.rawJSON`). */
export function isRawNumber(value: unknown): value is ExactDecimal {
  return isExactDecimal(value)
}

/** The elements called `name` of every item. */
export function members(items: readonly Node[], name: string, env: Environment): readonly Node[] {
  const found: Node[] = []
  for (const item of items) addMember(found, item, name, env)
  return found
}

export function member(item: Node, name: string, env: Environment): readonly Node[] {
  const found: Node[] = []
  addMember(found, item, name, env)
  return found
}

function addMember(found: Node[], item: Node, name: string, env: Environment): void {
  const owner = isObject(item.value) ? item.value : isObject(item.extra) ? item.extra : undefined
  if (owner === undefined) return
  const shape = item.type === undefined ? undefined : env.schema.element(item.type, name)
  if (shape?.isChoice) addChoice(found, owner, name, shape.types)
  else if (shape) addProperty(found, owner, name, shape.types[0], env)
  else if (name !== 'resourceType') addUnknown(found, owner, name, item.type, env)
}

function addChoice(found: Node[], owner: Json, name: string, types: readonly string[]): void {
  for (const type of types) {
    const property = name + capitalised(type)
    if (owner[property] != null || owner[`_${property}`] != null) {
      addValue(found, owner[property], owner[`_${property}`], type)
    }
  }
}

/** Not in the definition: taken as it is written, so that what a wrong document holds is still seen. */
function addUnknown(found: Node[], owner: Json, name: string, type: string | undefined, env: Environment): void {
  if (Object.hasOwn(owner, name) || Object.hasOwn(owner, `_${name}`)) return addProperty(found, owner, name, undefined, env)
  if (type !== undefined) return
  for (const property of Object.keys(owner)) {
    const bare = property.startsWith('_') ? property.slice(1) : property
    if (bare.startsWith(name) && /^[A-Z]/.test(bare.slice(name.length)) && (bare === property || !Object.hasOwn(owner, bare))) {
      addProperty(found, owner, bare, typeOfSuffix(bare.slice(name.length), env.schema), env)
    }
  }
}

function typeOfSuffix(suffix: string, schema: Schema): string | undefined {
  if (schema.kind(suffix) !== undefined) return suffix
  const lower = suffix.charAt(0).toLowerCase() + suffix.slice(1)
  return schema.kind(lower) === 'primitive' ? lower : undefined
}

function addProperty(found: Node[], owner: Json, property: string, type: string | undefined, env: Environment): void {
  addValue(found, owner[property], owner[`_${property}`], type === undefined ? guessed(owner[property], env) : type)
}

function guessed(value: unknown, env: Environment): string | undefined {
  const one = Array.isArray(value) ? value.find((v) => v != null) : value
  if (typeof one === 'boolean') return 'boolean'
  if (typeof one === 'string') return 'string'
  if (typeof one === 'number' || isRawNumber(one)) return Number.isInteger(one) ? 'integer' : 'decimal'
  return isObject(one) && typeof one['resourceType'] === 'string' && env.schema.kind(one['resourceType'])
    ? one['resourceType']
    : undefined
}

function addValue(found: Node[], value: unknown, extra: unknown, type: string | undefined): void {
  if (found.length > mostNodes) raise('has too many items')
  if (!Array.isArray(value) && !Array.isArray(extra)) {
    if (value != null || extra != null) found.push(node(type, value ?? undefined, extra ?? undefined))
    return
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : []
  const extras: readonly unknown[] = Array.isArray(extra) ? extra : []
  const length = Math.max(values.length, extras.length)
  for (let i = 0; i < length; i++) {
    if (values[i] != null || extras[i] != null) found.push(node(type, values[i] ?? undefined, extras[i] ?? undefined))
  }
}

/** Items of a repeating primitive and its siblings, as static code reads them. */
export function listed(value: unknown, extra: unknown, type: string): readonly Node[] {
  const found: Node[] = []
  addValue(found, value, extra, type)
  return found
}

/** How many `listed` would give. */
export function countOf(value: unknown, extra: unknown): number {
  if (!Array.isArray(value) && !Array.isArray(extra)) return value != null || extra != null ? 1 : 0
  const values: readonly unknown[] = Array.isArray(value) ? value : []
  const extras: readonly unknown[] = Array.isArray(extra) ? extra : []
  let count = 0
  for (let i = 0; i < values.length || i < extras.length; i++) if (values[i] != null || extras[i] != null) count++
  return count
}

/** Is there anything in a repeating element? */
export function isAny(value: unknown, extra: unknown): boolean {
  return hasItem(value) || (extra !== undefined && hasItem(extra))
}

function hasItem(value: unknown): boolean {
  if (!Array.isArray(value)) return value != null
  for (const item of value as readonly unknown[]) if (item != null) return true
  return false
}

/** Is a choice element there? `suffixes` are its possible JSON names. */
export function isChosen(owner: unknown, names: ReadonlySet<string>): boolean {
  if (!isObject(owner)) return false
  for (const key in owner) {
    if (owner[key] != null && names.has(key.charCodeAt(0) === 95 ? key.slice(1) : key)) return true
  }
  return false
}

/** The chosen one of a choice element, or its type where several are there: all of them. */
export function chosen(owner: unknown, types: ReadonlyMap<string, string>): readonly Node[] {
  const found: Node[] = []
  if (!isObject(owner)) return found
  for (const key in owner) {
    const isSibling = key.charCodeAt(0) === 95
    const property = isSibling ? key.slice(1) : key
    const type = types.get(property)
    if (type !== undefined && !(isSibling && owner[property] != null))
      addValue(found, owner[property], owner[`_${property}`], type)
  }
  return found
}

export function children(items: readonly Node[], env: Environment): readonly Node[] {
  const found: Node[] = []
  for (const item of items) addChildren(found, item, env)
  return found
}

export function descendants(items: readonly Node[], env: Environment): readonly Node[] {
  const found: Node[] = []
  for (const item of items) addChildren(found, item, env)
  for (let next = 0; next < found.length; next++) {
    const item = found[next]
    if (item) addChildren(found, item, env)
  }
  return found
}

function addChildren(found: Node[], item: Node, env: Environment): void {
  const owner = isObject(item.value) ? item.value : isObject(item.extra) ? item.extra : undefined
  if (owner === undefined) return
  for (const key in owner) {
    if (key === 'resourceType') continue
    const isSibling = key.charCodeAt(0) === 95
    const property = isSibling ? key.slice(1) : key
    if (isSibling && owner[property] != null) continue
    addProperty(found, owner, property, childType(env.schema, item.type, property), env)
  }
}

/** Type of the element behind a JSON name: `valueQuantity` is `Quantity`, being `value[x]`. */
function childType(schema: Schema, type: string | undefined, property: string): string | undefined {
  if (type === undefined) return undefined
  const known = typesOf(schema)
  const key = `${type} ${property}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = plainType(schema.element(type, property)) ?? choiceType(schema, type, property)
  if (found !== undefined && known.size < 20_000) known.set(key, found)
  return found
}

const knownTypes = new WeakMap<Schema, Map<string, string>>()

function typesOf(schema: Schema): Map<string, string> {
  const before = knownTypes.get(schema)
  if (before) return before
  const fresh = new Map<string, string>()
  knownTypes.set(schema, fresh)
  return fresh
}

function plainType(shape: ElementShape | undefined): string | undefined {
  return shape && !shape.isChoice ? shape.types[0] : undefined
}

const longestName = 100

function choiceType(schema: Schema, type: string, property: string): string | undefined {
  if (property.length > longestName) return undefined
  for (let end = 1; end < property.length; end++) {
    const code = property.charCodeAt(end)
    if (code < 65 || code > 90) continue
    const shape = schema.element(type, property.slice(0, end))
    const chosenType = shape?.isChoice ? shape.types.find((t) => capitalised(t) === property.slice(end)) : undefined
    if (chosenType !== undefined) return chosenType
  }
  return undefined
}

function capitalised(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1)
}

/** How many items a repeating primitive has, siblings included. */
export function longer(values: unknown, extras: unknown): number {
  return Math.max(Array.isArray(values) ? values.length : 0, Array.isArray(extras) ? extras.length : 0)
}
