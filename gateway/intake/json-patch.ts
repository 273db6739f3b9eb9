// JSON Patch, RFC 6902, over data whose decimals keep their text.

import { copyOf, numberOf } from '../../profiles/decimal.ts'
import { limits } from '../config.ts'
import { isRecord } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'

export type JsonOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: Pointer; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: Pointer }
  | { readonly op: 'move' | 'copy'; readonly from: Pointer; readonly path: Pointer }

/** The steps of a JSON Pointer (RFC 6901), unescaped. */
type Pointer = readonly string[]

/** Says what is wrong with the document, and at which operation. */
type Fault = (words: string, at: string) => Error

/** Throws `fault` for what is no JSON Patch. */
export function jsonOperations(document: unknown, fault: Fault): readonly JsonOperation[] {
  if (!Array.isArray(document)) throw fault('a JSON Patch is a list of operations', 'body')
  return document.map((one: unknown, i) => operationOf(one, (words) => fault(words, `operation ${i + 1}`)))
}

function operationOf(one: unknown, fault: (words: string) => Error): JsonOperation {
  const { op, path, from, value } = isRecord(one) ? one : {}
  const pointer = (text: unknown, name: string): Pointer => {
    if (typeof text !== 'string' || !/^(\/([^~]|~[01])*)?$/s.test(text)) throw fault(`${name} is a JSON Pointer`)
    return text
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  }
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      if (value === undefined) throw fault(`${op} has a value`)
      return { op, path: pointer(path, 'path'), value }
    case 'remove':
      return { op, path: pointer(path, 'path') }
    case 'move':
    case 'copy':
      return { op, from: pointer(from, 'from'), path: pointer(path, 'path') }
    default:
      throw fault('op is add, remove, replace, move, copy or test')
  }
}

/** Changes `document` and answers it, or what took its place; 422 at the first operation that cannot be applied. */
export function applyJsonPatch(document: unknown, operations: readonly JsonOperation[]): unknown {
  const root: Root = { document }
  let copied = 0
  operations.forEach((operation, i) => {
    const at = `operation ${i + 1}`
    if (operation.op === 'copy') {
      // A copy of a copy of a copy grows beyond all bounds.
      copied += JSON.stringify(valueAt(root, operation.from, at)).length
      if (copied > limits.body) throw refused('patch-too-large', 'the patch copies more than a resource may hold', at)
    }
    apply(root, operation, at)
  })
  return root.document
}

interface Root {
  document: unknown
}

function apply(root: Root, operation: JsonOperation, at: string): void {
  switch (operation.op) {
    case 'add':
      return add(root, operation.path, copyOf(operation.value), at)
    case 'remove':
      return void remove(root, operation.path, at)
    case 'replace':
      valueAt(root, operation.path, at)
      return replace(root, operation.path, copyOf(operation.value), at)
    case 'move':
      if (isWithin(operation.path, operation.from)) throw refused('patch-path', 'nothing is moved into itself', at)
      return add(root, operation.path, remove(root, operation.from, at), at)
    case 'copy':
      return add(root, operation.path, copyOf(valueAt(root, operation.from, at)), at)
    case 'test':
      if (isEqual(valueAt(root, operation.path, at), operation.value)) return undefined
      throw refused('patch-test-failed', 'the value is not the one that the patch expects', at)
  }
}

const isWithin = (path: Pointer, from: Pointer): boolean => path.length > from.length && from.every((step, i) => path[i] === step)

function valueAt(root: Root, pointer: Pointer, at: string): unknown {
  return pointer.reduce<unknown>((value, step) => {
    const found = Array.isArray(value) ? value[indexOf(step, value.length - 1, at)] : ownOf(value, step)
    if (found === undefined) throw nowhere(at)
    return found
  }, root.document)
}

const ownOf = (value: unknown, name: string): unknown => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined)

function holderOf(root: Root, pointer: Pointer, at: string): readonly [holder: unknown, last: string] {
  return [valueAt(root, pointer.slice(0, -1), at), pointer.at(-1) ?? '']
}

function add(root: Root, pointer: Pointer, value: unknown, at: string): void {
  if (pointer.length === 0) return void (root.document = value)
  const [holder, last] = holderOf(root, pointer, at)
  if (Array.isArray(holder)) holder.splice(last === '-' ? holder.length : indexOf(last, holder.length, at), 0, value)
  else if (isRecord(holder)) set(holder, last, value, at)
  else throw nowhere(at)
}

function replace(root: Root, pointer: Pointer, value: unknown, at: string): void {
  if (pointer.length === 0) return void (root.document = value)
  const [holder, last] = holderOf(root, pointer, at)
  if (Array.isArray(holder)) holder[indexOf(last, holder.length - 1, at)] = value
  else if (isRecord(holder)) set(holder, last, value, at)
}

function remove(root: Root, pointer: Pointer, at: string): unknown {
  const value = valueAt(root, pointer, at)
  if (pointer.length === 0) throw refused('patch-path', 'the whole resource is not removed by a patch', at)
  const [holder, last] = holderOf(root, pointer, at)
  if (Array.isArray(holder)) holder.splice(indexOf(last, holder.length - 1, at), 1)
  else if (isRecord(holder)) delete holder[last]
  return value
}

/** No element of FHIR's is called so, and to set it would change the object's kind. */
function set(holder: Record<string, unknown>, name: string, value: unknown, at: string): void {
  if (name === '__proto__') throw nowhere(at)
  holder[name] = value
}

/** RFC 6901 §4: digits without a leading zero. */
function indexOf(step: string, last: number, at: string): number {
  if (!/^(0|[1-9]\d{0,8})$/.test(step) || Number(step) > last) throw nowhere(at)
  return Number(step)
}

/** RFC 6902 §4.6: numbers are equal when their values are, however they are written. */
function isEqual(a: unknown, b: unknown): boolean {
  if (numberOf(a) !== undefined || numberOf(b) !== undefined) return numberOf(a) === numberOf(b)
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isEqual(one, b[i]))
  if (!isRecord(a) || !isRecord(b)) return a === b
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isEqual(a[name], b[name]))
}

const nowhere = (at: string): Refusal => refused('patch-path', 'the path leads to nothing that is there', at)

function refused(id: string, text: string, at: string): Refusal {
  return new Refusal('unprocessable', { id, text, location: at })
}
