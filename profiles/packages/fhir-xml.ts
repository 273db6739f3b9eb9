// FHIR's XML as FHIR's JSON, by the definitions of the types (http://hl7.org/fhir/R4/xml.html and json.html).

import type { ElementDefinition } from '@medplum/fhirtypes'
import { coreDefinition } from './core.ts'
import { isXmlFault, readXml, xhtml, type XmlElement, type XmlFault } from './xml.ts'

/** A JSON object that is being built; its keys are names of elements, which cannot be those of prototypes. */
type Json = Record<string, unknown>

/** What an element of a type is. */
interface Property {
  readonly type: string
  /** Path whose elements it has, where it is defined in place. */
  readonly inner: string
  readonly isList: boolean
}

const fhir = 'http://hl7.org/fhir'

/**
 * A resource in XML as JSON. Elements that its type does not have are kept under their name, for the validator to name; numbers
 * and booleans that are none stay texts.
 */
export function fromXml(text: string): { readonly resource: Json; readonly strayLines: readonly number[] } | XmlFault {
  const read = readXml(text)
  if (isXmlFault(read)) return read
  const { root, strayLines } = read
  if (root.namespace !== fhir) return { reason: `its root is not in the namespace ${fhir}`, line: 1 }
  if (coreDefinition(`${fhir}/StructureDefinition/${root.name}`)?.kind !== 'resource') {
    return { reason: 'its root is no resource of R4', line: 1 }
  }
  return { resource: resourceOf(root), strayLines }
}

function resourceOf(element: XmlElement): Json {
  return { resourceType: element.name, ...objectOf(element, element.name) }
}

/** Attributes first (`id`, and the `url` of an extension), then the elements in their order. */
function objectOf(element: XmlElement, path: string): Json {
  const properties = propertiesOf(path)
  const json: Json = {}
  for (const [name, value] of element.attributes) if (isName(name)) json[name] = value
  for (const child of element.children) {
    if (!isName(child.name)) continue
    const property = properties.get(child.name) ?? { type: '', inner: '', isList: false }
    if (isPrimitive(property.type) || (property.type === '' && child.attributes.has('value'))) addPrimitive(json, child, property)
    else add(json, child.name, valueOf(child, property), property.isList)
  }
  return json
}

/** `__proto__` is no name of FHIR's. */
function isName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name)
}

function valueOf(element: XmlElement, { type, inner }: Property): unknown {
  if (element.namespace === xhtml) return element.source
  if (type !== 'Resource') return objectOf(element, inner)
  const [resource] = element.children
  return resource ? resourceOf(resource) : {}
}

/** A value under its name, its id and extensions under `_name`; lists of both keep step by nulls. */
function addPrimitive(json: Json, element: XmlElement, { type, isList }: Property): void {
  const text = element.attributes.get('value')
  const value = text === undefined ? undefined : primitiveOf(text, type)
  const beside = objectOf({ ...element, attributes: withoutValue(element.attributes) }, 'Element')
  const other = Object.keys(beside).length > 0 ? beside : undefined
  const before = json[element.name] ?? json[`_${element.name}`]
  const count = Array.isArray(before) ? before.length : before === undefined ? 0 : 1
  if (!isList && count === 0) {
    if (value !== undefined) json[element.name] = value
    if (other) json[`_${element.name}`] = other
    return
  }
  for (const [name, item] of [[element.name, value] as const, [`_${element.name}`, other] as const]) {
    const list = listOf(json[name], count)
    if (item !== undefined || list.some((one) => one !== null)) json[name] = [...list, item ?? null]
  }
}

function listOf(value: unknown, count: number): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined ? Array.from({ length: count }, () => null) : [value]
}

function withoutValue(attributes: XmlElement['attributes']): XmlElement['attributes'] {
  return new Map([...attributes].filter(([name]) => name !== 'value'))
}

function primitiveOf(text: string, type: string): unknown {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  const isNumber = numbers.has(type) && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
  return isNumber ? Number(text) : text
}

const numbers: ReadonlySet<string> = new Set(['integer', 'decimal', 'positiveInt', 'unsignedInt'])

function add(json: Json, name: string, value: unknown, isList: boolean): void {
  const before = json[name]
  if (Array.isArray(before)) before.push(value)
  else if (before !== undefined) json[name] = [before, value]
  else json[name] = isList ? [value] : value
}

function isPrimitive(type: string): boolean {
  return /^[a-z]/.test(type) && type !== 'xhtml'
}

const tables = new Map<string, ReadonlyMap<string, Property>>()

/** The elements of a type, or of an element that is defined in place, by their names in XML. */
function propertiesOf(path: string): ReadonlyMap<string, Property> {
  const known = tables.get(path)
  if (known) return known
  const type = path.split('.')[0] ?? ''
  const elements = coreDefinition(`${fhir}/StructureDefinition/${type}`)?.snapshot?.element ?? []
  const depth = path.split('.').length + 1
  const inside = elements.filter((element) => element.path.startsWith(`${path}.`) && element.path.split('.').length === depth)
  const table = new Map(inside.flatMap(propertiesIn))
  if (elements.length > 0) tables.set(path, table)
  return table
}

function propertiesIn(element: ElementDefinition): [string, Property][] {
  const name = element.path.slice(element.path.lastIndexOf('.') + 1)
  const isList = element.max === '*'
  if (element.contentReference)
    return [[name, { type: '', inner: element.contentReference.slice(element.contentReference.indexOf('#') + 1), isList }]]
  return (element.type ?? []).map((type) => {
    const code = type.code.includes('/') ? (type.extension?.[0]?.valueUrl ?? 'string') : type.code
    const isInPlace = code === 'BackboneElement' || (code === 'Element' && !name.endsWith('[x]'))
    const inXml = name.endsWith('[x]') ? name.slice(0, -3) + code.charAt(0).toUpperCase() + code.slice(1) : name
    return [inXml, { type: code, inner: isInPlace ? element.path : code, isList }]
  })
}
