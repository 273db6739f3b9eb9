// Writes a resource in its JSON form as FHIR R4 XML (http://hl7.org/fhir/R4/xml.html).

import { isExactDecimal } from '../decimal.ts'
import { type XmlElement, type XmlType, xmlType } from './elements.ts'
import { escaped } from './escape.ts'
import { embeddable } from './narrative.ts'
import { textOf } from './values.ts'

/**
 * One document, without space between its tags. For validated resources, no deeper than readJson lets in. What its type does not
 * define (the validator lets no such element in) is written by its shape behind what it does define: a reader then refuses it,
 * where leaving it out would lose it in silence. Only names that no element of FHIR could have (`a b`, `$x`) are left out.
 */
export function writeXml(resource: Json): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>']
  writeResource(parts, resource, ' xmlns="http://hl7.org/fhir"')
  return parts.join('')
}

type Json = Readonly<Record<string, unknown>>

function writeResource(parts: string[], resource: Json, declaration: string): void {
  const { resourceType } = resource
  const name = typeof resourceType === 'string' && nameForm.test(resourceType) ? resourceType : 'Resource'
  writeObject(parts, name, declaration, resource, xmlType(name))
}

const nameForm = /^[A-Za-z][A-Za-z0-9]*$/

/** An element with its attributes, of which the caller gives some, and its children. */
function writeObject(parts: string[], name: string, given: string, json: Json, type: XmlType | undefined): void {
  const members = membersOf(json, type)
  const attributes = members
    .filter(({ element }) => element?.kind === 'attribute')
    .map((member) => ` ${member.name}="${escaped(textOf(json[member.name]))}"`)
  parts.push(`<${name}${given}${attributes.join('')}>`)
  const opening = parts.length
  for (const { name: member, element } of members) if (element?.kind !== 'attribute') writeMember(parts, member, element, json)
  if (parts.length > opening) parts.push(`</${name}>`)
  else parts[opening - 1] = `${parts[opening - 1]?.slice(0, -1)}/>`
}

interface Member {
  readonly name: string
  readonly element: XmlElement | undefined
}

/** In the order of the definition; `x` and `_x` are one member. */
function membersOf(json: Json, type: XmlType | undefined): readonly Member[] {
  const members: Member[] = []
  let isInOrder = true
  for (const key of Object.keys(json)) {
    const name = key.startsWith('_') ? key.slice(1) : key
    if (key !== name && Object.hasOwn(json, name)) continue
    if (!nameForm.test(name) || (name === 'resourceType' && type?.isResource !== false)) continue
    const member = { name, element: type?.elements.get(name) }
    isInOrder &&= placeOf(members.at(-1)) <= placeOf(member)
    members.push(member)
  }
  return isInOrder ? members : members.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = (member: Member | undefined): number => (member ? (member.element?.order ?? Number.MAX_SAFE_INTEGER) : -1)

/** A list becomes one element for each place of its values, or of what stands beside them. */
function writeMember(parts: string[], name: string, element: XmlElement | undefined, json: Json): void {
  const [values, besides] = [json[name], json[`_${name}`]]
  if (!Array.isArray(values) && !Array.isArray(besides)) return writeItem(parts, name, element, values, besides)
  const [items, others]: readonly unknown[][] = [values ?? [], besides ?? []].map((list: unknown) => [list].flat())
  const count = Math.max(items?.length ?? 0, others?.length ?? 0)
  for (let i = 0; i < count; i += 1) writeItem(parts, name, element, items?.[i], others?.[i])
}

function writeItem(parts: string[], name: string, element: XmlElement | undefined, value: unknown, beside: unknown): void {
  if (element?.kind === 'xhtml' && typeof value === 'string') parts.push(embeddable(value))
  else if (isJson(value) && isHolder(element, value)) {
    parts.push(`<${name}>`)
    writeResource(parts, value, '')
    parts.push(`</${name}>`)
  } else if (isJson(value)) writeObject(parts, name, '', value, element && xmlType(element.type))
  else writePrimitive(parts, name, value, beside)
}

const isHolder = (element: XmlElement | undefined, value: Json): boolean =>
  element ? element.kind === 'resource' : typeof value['resourceType'] === 'string'

/** Nothing is written for a null that has nothing beside it. */
function writePrimitive(parts: string[], name: string, value: unknown, beside: unknown): void {
  const hasValue = value !== undefined && value !== null
  const attribute = hasValue ? ` value="${escaped(textOf(value))}"` : ''
  if (isJson(beside)) writeObject(parts, name, attribute, beside, xmlType('Element'))
  else if (hasValue) parts.push(`<${name}${attribute}/>`)
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactDecimal(value)
}
