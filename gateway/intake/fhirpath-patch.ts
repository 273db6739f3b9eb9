// FHIRPath Patch: operations as Parameters. https://hl7.org/fhir/R4/fhirpatch.html

import type { Syntax } from '../../profiles/fhirpath/syntax.ts'
import { at, isRecord, isResource, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { elementsNamed, innerOf, parsePath, PathFault, spotsAt, type Inner, type Spot } from './patch-path.ts'

export type FhirPathOperation = { readonly path: Syntax } & (
  | { readonly type: 'add'; readonly name: string; readonly value: Value }
  | { readonly type: 'insert'; readonly index: number; readonly value: Value }
  | { readonly type: 'delete' }
  | { readonly type: 'replace'; readonly value: Value }
  | { readonly type: 'move'; readonly source: number; readonly destination: number }
)

/** As the parameter holds it: a `value[x]` with its type's name, parts for an element defined in place, or a resource. */
interface Value {
  /** `CodeableConcept` of valueCodeableConcept; '' for parts. */
  readonly typed: string
  readonly plain?: unknown
  /** Id and extensions of a primitive. */
  readonly sibling?: unknown
  readonly parts?: readonly unknown[]
}

/** Says what is wrong with the document, and at which operation. */
type Fault = (words: string, at: string) => Error

/** Throws `fault` for what is no FHIRPath Patch. */
export function fhirPathOperations(parameters: FhirResource, fault: Fault): readonly FhirPathOperation[] {
  const list = at(parameters, 'parameter')
  if (list.length === 0) throw fault('a FHIRPath Patch holds operations', 'Parameters.parameter')
  return list.map((parameter, i) => operationOf(parameter, (words) => fault(words, `operation ${i + 1}`)))
}

function operationOf(parameter: unknown, fault: (words: string) => Error): FhirPathOperation {
  if (textAt(parameter, 'name') !== 'operation') throw fault('each parameter is named operation')
  const parts = new Map(at(parameter, 'part').map((part) => [textAt(part, 'name') ?? '', part]))
  const text = (name: string): string => {
    const part = parts.get(name)
    const found = textAt(part, 'valueString') ?? textAt(part, 'valueCode')
    if (found === undefined) throw fault(`the part ${name} is required`)
    return found
  }
  const count = (name: string): number => {
    const [found] = at(parts.get(name), 'valueInteger')
    if (typeof found !== 'number' || found < 0) throw fault(`the part ${name} is required, a valueInteger of 0 or more`)
    return found
  }
  const value = (): Value => {
    const found = valueOf(parts.get('value'))
    if (!found) throw fault('the part value is required')
    return found
  }
  const path = pathOf(text('path'), fault)
  const type = text('type')
  switch (type) {
    case 'add':
      return { type, path, name: text('name'), value: value() }
    case 'insert':
      return { type, path, index: count('index'), value: value() }
    case 'delete':
      return { type, path }
    case 'replace':
      return { type, path, value: value() }
    case 'move':
      return { type, path, source: count('source'), destination: count('destination') }
    default:
      throw fault('type is add, insert, delete, replace or move')
  }
}

function pathOf(text: string, fault: (words: string) => Error): Syntax {
  try {
    return parsePath(text)
  } catch (error) {
    throw error instanceof PathFault ? fault(`path ${error.message}`) : error
  }
}

function valueOf(part: unknown): Value | undefined {
  if (!isRecord(part)) return undefined
  if (isResource(part['resource'])) return { typed: part['resource'].resourceType, plain: part['resource'] }
  if (Array.isArray(part['part'])) return { typed: '', parts: part['part'] }
  const name = Object.keys(part)
    .find((key) => /^_?value[A-Z]/.test(key))
    ?.replace(/^_/, '')
  if (name === undefined) return undefined
  const typed = name.slice('value'.length)
  return { typed, plain: part[name], ...(part[`_${name}`] !== undefined && { sibling: part[`_${name}`] }) }
}

/** Changes `resource` and answers it; 422 at the first operation that cannot be applied. */
export function applyFhirPathPatch(resource: FhirResource, operations: readonly FhirPathOperation[]): FhirResource {
  operations.forEach((operation, i) => {
    try {
      apply(resource, operation)
    } catch (error) {
      if (!(error instanceof PathFault)) throw error
      throw new Refusal('unprocessable', {
        id: 'patch-path',
        text: `the path ${error.message}`,
        location: `operation ${i + 1}`,
      })
    }
  })
  return resource
}

function apply(resource: FhirResource, operation: FhirPathOperation): void {
  switch (operation.type) {
    case 'add':
      return add(oneAt(resource, operation.path), operation.name, operation.value)
    case 'insert': {
      const list = listAt(resource, operation.path)
      return list.insert(operation.index, built(operation.value, list.type))
    }
    case 'delete':
      return remove(resource, operation.path)
    case 'replace':
      return replace(oneAt(resource, operation.path), operation.value)
    case 'move': {
      const list = listAt(resource, operation.path)
      return list.insert(operation.destination, list.take(operation.source))
    }
  }
}

function oneAt(resource: FhirResource, path: Syntax): Spot {
  const [spot, ...more] = spotsAt(path, resource)
  if (!spot) throw new PathFault('leads to nothing that is there')
  if (more.length > 0) throw new PathFault('leads to more than one element')
  return spot
}

/** A value, and the id and extensions of a primitive, which JSON keeps beside it. */
interface Built {
  readonly value: unknown
  readonly sibling?: unknown
}

function add(spot: Spot, name: string, value: Value): void {
  const { holder, type } = opened(spot)
  const element = elementFor(type, name, value.typed)
  const made = built(value, element.type)
  if (element.isList) return listOf(holder, element.name, element.type).insert(undefined, made)
  if (elementsNamed(type, name).some((other) => holder[other.name] !== undefined || holder[`_${other.name}`] !== undefined))
    throw new PathFault('leads to an element that has one already, and can have no other')
  setIn(holder, element.name, made)
}

/** Where children can be put; a primitive that has none yet gets room for them beside its value. */
function opened(spot: Spot): Inner {
  const inner = innerOf(spot)
  if (inner) return inner
  if (!spot.isPrimitive) throw new PathFault('leads to a value, to which nothing can be added')
  const sibling = {}
  put(spot, { value: spot.value, sibling })
  return { holder: sibling, type: 'Element' }
}

/** `deceased` with a valueBoolean is deceasedBoolean. */
function elementFor(type: string, name: string, typed: string) {
  const named = elementsNamed(type, name)
  const found = named.length === 1 ? named[0] : named.find((element) => element.name === `${element.base}${typed}`)
  if (!found) throw new PathFault('leads to an element that has none of this name and type')
  return found
}

function built({ plain, sibling, parts }: Value, type: string): Built {
  if (!parts) return { value: plain, sibling }
  const value: Record<string, unknown> = {}
  for (const part of parts) {
    const inner = valueOf(part)
    const name = textAt(part, 'name')
    if (!inner || name === undefined) throw new PathFault('is given a value with a part that holds none')
    add({ name: '', value, type }, name, inner)
  }
  return { value }
}

/** The whole element: of a primitive also what stood beside the value before. */
function replace(spot: Spot, value: Value): void {
  if (!spot.holder) throw new PathFault('leads to the whole resource, which a patch does not replace')
  put(spot, built(value, spot.type), spot.index === undefined ? choiceFor(spot, value.typed) : spot.name)
}

/** In the place of what is there. */
function put({ holder = {}, name, index, type }: Spot, made: Built, as = name): void {
  if (index === undefined) {
    clear(holder, name)
    return setIn(holder, as, made)
  }
  const list = listOf(holder, name, type)
  list.take(index)
  list.insert(index, made)
}

function clear(holder: Record<string, unknown>, name: string): void {
  delete holder[name]
  delete holder[`_${name}`]
}

/** An element of a choice may be replaced by one of another type. */
function choiceFor({ owner = '', base = '', name }: Spot, typed: string): string {
  return elementsNamed(owner, base).find((element) => element.name === `${base}${typed}`)?.name ?? name
}

/** None there is no fault: that is what was asked for. */
function remove(resource: FhirResource, path: Syntax): void {
  const [spot, ...more] = spotsAt(path, resource)
  if (more.length > 0) throw new PathFault('leads to more than one element')
  if (spot) removeAt(spot)
}

/** A primitive of which nothing is left goes too, as an element is never empty. */
function removeAt({ holder, name, index, type, within }: Spot): void {
  if (!holder) throw new PathFault('leads to the whole resource, which a patch does not delete')
  if (index === undefined) clear(holder, name)
  else listOf(holder, name, type).take(index)
  if (!within?.isPrimitive || Object.keys(holder).length > 0) return
  if (within.value === undefined) removeAt(within)
  else put(within, { value: within.value })
}

/** The list that the last step of the path names, also while it is empty. */
function listAt(resource: FhirResource, path: Syntax): List {
  if (path.kind !== 'member') throw new PathFault('leads to no list')
  const owner = path.of === undefined ? { name: '', value: resource, type: resource.resourceType } : oneAt(resource, path.of)
  const { holder, type } = opened(owner)
  const [element, ...others] = elementsNamed(type, path.name)
  if (!element?.isList || others.length > 0) throw new PathFault('leads to no list')
  return listOf(holder, element.name, element.type)
}

interface List {
  readonly type: string
  /** Behind the last where no index is given. */
  insert(index: number | undefined, built: Built): void
  take(index: number): Built
}

/** A list and, of primitives, the list of their ids and extensions, which keep in step: either may be the longer, or not be there. */
function listOf(holder: Record<string, unknown>, name: string, type: string): List {
  const listed = (key: string): unknown[] => (Array.isArray(holder[key]) ? (holder[key] as unknown[]) : [])
  const [values, siblings] = [listed(name), listed(`_${name}`)]
  while (values.length < siblings.length) values.push(null)
  while (siblings.length < values.length) siblings.push(null)
  const keep = (key: string, list: readonly unknown[]) => {
    if (list.some((one) => one !== null)) holder[key] = list
    else delete holder[key]
  }
  const keepBoth = () => {
    keep(name, values)
    keep(`_${name}`, siblings)
  }
  return {
    type,
    insert(index = values.length, { value, sibling }) {
      if (index > values.length) throw new PathFault('leads to a list that is shorter')
      values.splice(index, 0, value ?? null)
      siblings.splice(index, 0, sibling ?? null)
      keepBoth()
    },
    take(index) {
      if (index >= values.length) throw new PathFault('leads to a list that is shorter')
      const [value] = values.splice(index, 1)
      const [sibling] = siblings.splice(index, 1)
      keepBoth()
      return { value, ...(sibling !== null && { sibling }) }
    },
  }
}

function setIn(holder: Record<string, unknown>, name: string, { value, sibling }: Built): void {
  if (value !== undefined) holder[name] = value
  if (sibling !== undefined) holder[`_${name}`] = sibling
}
