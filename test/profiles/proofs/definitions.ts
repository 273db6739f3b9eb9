// Our StructureDefinitions and examples as the proofs read them, and what each element was before we constrained it.

import { readFileSync, readdirSync } from 'node:fs'
import { ownDefinitions, r4Definitions } from '../../../profiles/definitions-own.ts'
import type { Definition, Element } from '../../../profiles/compiler/definition.ts'

export type Json = Record<string, unknown>

/** With what SUSHI wrote of our own rules beside the whole. */
export interface Own extends Definition {
  readonly id: string
  readonly title?: string
  readonly differential: { readonly element: readonly Element[] }
}

export interface Example {
  /** `Type/id`. */
  readonly name: string
  /** As it is published. */
  readonly resource: Json
  /** Without its claims: a profile is asked for by name, so that one rule is looked at and not several. */
  readonly bare: Json
}

export const own = ownDefinitions() as readonly Own[]
const byUrl = new Map<string, Definition>([...r4Definitions(), ...own].map((one) => [one.url, one]))
const core = 'http://hl7.org/fhir/StructureDefinition/'

export const isOwn = (url: string): boolean => own.some((one) => one.url === url)
export const definitionAt = (url: string): Definition | undefined => byUrl.get(url)
export const typeAt = (type: string): Definition | undefined => byUrl.get(core + type)

const folder = new URL('../../../profiles/built/examples/', import.meta.url)

const published = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => exampleOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Json))

/** The published ones, and of each type that has none of its own, what stands in a Bundle. */
export const examples: readonly Example[] = [...published, ...published.flatMap(entriesOf)]

function exampleOf(resource: Json, within = ''): Example {
  return {
    name: `${String(resource['resourceType'])}/${String(resource['id'])}${within}`,
    resource,
    bare: withoutClaims(resource) as Json,
  }
}

function entriesOf({ name, resource }: Example): readonly Example[] {
  const entries = Array.isArray(resource['entry']) ? (resource['entry'] as unknown[]) : []
  const resources = entries.flatMap((entry) => (isJson(entry) && isJson(entry['resource']) ? [entry['resource']] : []))
  const has = (type: unknown): boolean => published.some((one) => one.resource['resourceType'] === type)
  return resources.filter((one) => !has(one['resourceType'])).map((one) => exampleOf(one, ` in ${name}`))
}

function withoutClaims(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutClaims)
  if (!isJson(value)) return value
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, key === 'meta' ? unclaimed(inner) : withoutClaims(inner)] as const,
  )
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

function unclaimed(meta: unknown): unknown {
  if (!isJson(meta)) return meta
  const { profile: _, ...rest } = meta
  return Object.keys(rest).length > 0 ? rest : undefined
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const indexes = new WeakMap<Definition, ReadonlyMap<string, Element>>()

/** An element of a snapshot by its id. */
export function elementAt(definition: Definition, id: string): Element | undefined {
  let index = indexes.get(definition)
  if (!index) {
    index = new Map((definition.snapshot?.element ?? []).map((element) => [element.id ?? element.path, element]))
    indexes.set(definition, index)
  }
  return index.get(id)
}

/** The element as it stands in what ours is derived from: the parent, the element that a slice is of, or the datatype. */
export function baseOf(definition: Own, id: string): Element | undefined {
  const parent = byUrl.get(definition.baseDefinition ?? '')
  const inherited = parent && elementAt(parent, id)
  if (inherited) return inherited
  for (const wider of [withoutLastSlice(id), withoutSlices(id)]) {
    const unsliced = wider === id ? undefined : elementAt(definition, wider)
    if (unsliced) return id.endsWith(sliceOf(id)) && sliceOf(id) !== '' ? { ...unsliced, min: 0 } : unsliced
  }
  return ofDatatype(definition, id)
}

/** `:name` at the end of an id; empty when its last step is no slice. */
function sliceOf(id: string): string {
  return /:[^.:]+$/.exec(id)?.[0] ?? ''
}

const withoutLastSlice = (id: string): string => id.replace(/:[^.:]+(?=[^:]*$)/, '')
const withoutSlices = (id: string): string => id.replaceAll(/:[^.]+/g, '')

function ofDatatype(definition: Own, id: string): Element | undefined {
  const [owner, step] = [ownerOf(id), lastStep(id)]
  const types = (elementAt(definition, owner) ?? baseOf(definition, owner))?.type ?? []
  for (const { code } of types) {
    const type = typeAt(code ?? '')
    const found = type && elementAt(type, `${code}.${step.replace(/:.*/, '')}`)
    if (found) return found
  }
  return undefined
}

export const ownerOf = (id: string): string => id.slice(0, id.lastIndexOf('.'))
export const lastStep = (id: string): string => id.slice(id.lastIndexOf('.') + 1)
