// What an operation is asked: its parameters, out of the query and the body, as a table says. https://hl7.org/fhir/R4/operations.html#request

import type { Answer, Ask } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { fhirJson } from './answer.ts'
import { readResource } from './body.ts'
import { isRecord, isResource, type FhirResource } from './resource.ts'

type Kind = 'text' | 'boolean' | 'whole' | 'Coding' | 'CodeableConcept' | 'resource'

/** By name. What R4 knows and the table does not is refused like what nobody knows: an answer that passed it over would be untrue. */
export type ParameterTable = Readonly<Record<string, ParameterRow>>

interface ParameterRow {
  readonly takes: Kind
  /** For the docs, in one line. */
  readonly says: string
  readonly many?: true
}

/** The parameters by name, each of the kind that its row says. */
export interface Asked {
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean | undefined
  readonly whole: (name: string) => number | undefined
  /** A Coding, a CodeableConcept, or a resource. */
  readonly record: (name: string) => Record<string, unknown> | undefined
  readonly has: (name: string) => boolean
}

/**
 * Parameters in JSON or XML, primitives also in the query, and a resource by itself where the operation takes one. 400 with every
 * fault for what is unknown, misshapen or given too often.
 */
export function parametersIn(ask: Ask, table: ParameterTable): Asked {
  const faults: Fault[] = []
  const given = [...inQuery(ask, table, faults), ...inBody(ask, table, faults)]
  const byName = new Map<string, unknown[]>()
  for (const { name, value } of given) byName.set(name, [...(byName.get(name) ?? []), value])
  for (const [name, values] of byName) {
    if (values.length > 1 && !table[name]?.many)
      faults.push({ id: 'parameter-repeated', text: `${name} may be asked only once`, location: name })
  }
  if (faults.length > 0) throw new Refusal('invalid', faults)
  const all = (name: string) => byName.get(name) ?? []
  return {
    text: (name) => all(name).find((value) => typeof value === 'string'),
    texts: (name) => all(name).filter((value) => typeof value === 'string'),
    flag: (name) => all(name).find((value) => typeof value === 'boolean'),
    whole: (name) => all(name).find((value) => typeof value === 'number'),
    record: (name) => all(name).find(isRecord),
    has: (name) => byName.has(name),
  }
}

/** 400 for something that is asked for in vain. */
export function invalidParameter(name: string, text: string, code: NonNullable<Fault['code']> = 'value'): Refusal {
  return new Refusal('invalid', { id: 'parameter-invalid', text, location: name, code })
}

/** What is not done here is said, rather than answered as if it had been. */
export function notSupported(text: string, location: string): Refusal {
  return new Refusal('unprocessable', { id: 'not-supported', text, location, code: 'not-supported' })
}

export function resourceAnswer(resource: object, touched?: readonly string[]): Answer {
  const body = JSON.stringify(resource)
  return { status: 200, headers: { 'content-type': fhirJson }, body, ...(touched && { touched }) }
}

interface Given {
  readonly name: string
  readonly value: unknown
}

const ofHttp: readonly string[] = ['_format', '_pretty']

function inQuery({ query }: Ask, table: ParameterTable, faults: Fault[]): readonly Given[] {
  return [...query].flatMap(([name, text]) => {
    if (ofHttp.includes(name)) return []
    const takes = rowOf(table, name)?.takes
    const value = takes && fromText(takes, text)
    if (value !== undefined) return [{ name, value }]
    faults.push(takes === undefined ? unknownParameter(table, 'query') : wrongValue(takes, 'query', name))
    return []
  })
}

function fromText(takes: Kind, text: string): unknown {
  if (takes === 'text') return text === '' ? undefined : text
  if (takes === 'boolean') return { true: true, false: false }[text]
  return takes === 'whole' && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function inBody(ask: Ask, table: ParameterTable, faults: Fault[]): readonly Given[] {
  if (ask.body.length === 0) return []
  const body = readResource({ bytes: ask.body, contentType: ask.headers.get('content-type') ?? '' })
  if (body.resourceType === 'Parameters') return inParameters(body, table, faults)
  const [name] = Object.entries(table).find(([, { takes }]) => takes === 'resource') ?? []
  if (name !== undefined) return [{ name, value: body }]
  faults.push({ id: 'parameters-expected', text: 'send Parameters', expression: body.resourceType.slice(0, 64), code: 'value' })
  return []
}

function inParameters({ parameter = [] }: FhirResource, table: ParameterTable, faults: Fault[]): readonly Given[] {
  if (!Array.isArray(parameter)) {
    faults.push({ id: 'parameter-invalid', text: 'is a list', expression: 'Parameters.parameter', code: 'value' })
    return []
  }
  return parameter.flatMap((one: unknown, i) => {
    const path = `Parameters.parameter[${i}]`
    const name = isRecord(one) && typeof one['name'] === 'string' ? one['name'] : ''
    const takes = rowOf(table, name)?.takes
    const value = takes && isRecord(one) ? fromParameter(takes, one) : undefined
    if (value !== undefined) return [{ name, value }]
    faults.push(takes === undefined ? unknownParameter(table, path) : wrongValue(takes, path, name))
    return []
  })
}

/** R4's types for each kind, as clients mix them up. */
const elements: Readonly<Record<Kind, readonly string[]>> = {
  text: ['Code', 'Uri', 'String', 'Canonical', 'Url', 'Id', 'Date', 'DateTime', 'Instant'].map((type) => `value${type}`),
  boolean: ['valueBoolean'],
  whole: ['valueInteger', 'valueUnsignedInt', 'valuePositiveInt'],
  Coding: ['valueCoding'],
  CodeableConcept: ['valueCodeableConcept'],
  resource: ['resource'],
}

function fromParameter(takes: Kind, parameter: Record<string, unknown>): unknown {
  const value = elements[takes].map((element) => parameter[element]).find((found) => found !== undefined)
  return isOf[takes](value) ? value : undefined
}

const isOf: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  boolean: (value) => typeof value === 'boolean',
  whole: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  Coding: isRecord,
  CodeableConcept: isRecord,
  resource: isResource,
}

const words: Readonly<Record<Kind, string>> = {
  text: 'a text',
  boolean: 'true or false',
  whole: 'a whole number',
  Coding: 'a Coding, in Parameters',
  CodeableConcept: 'a CodeableConcept, in Parameters',
  resource: 'a resource, in Parameters',
}

const rowOf = (table: ParameterTable, name: string) => (Object.hasOwn(table, name) ? table[name] : undefined)

const unknownParameter = (table: ParameterTable, place: string): Fault => ({
  id: 'parameter-unsupported',
  text: `this operation takes ${Object.keys(table).join(', ') || 'no parameter'}`,
  code: 'not-supported',
  ...placed(place),
})

const wrongValue = (takes: Kind, place: string, name: string): Fault => ({
  id: 'parameter-invalid',
  text: `${name} takes ${words[takes]}`,
  code: 'value',
  ...placed(place),
})

const placed = (place: string) => (place === 'query' ? { location: place } : { expression: place })
