// A part of a resource: `_summary` and `_elements`. https://hl7.org/fhir/R4/search.html#summary

import { parseKeeping } from '../../profiles/decimal.ts'
import type { Fault } from '../refusal.ts'
import { isRecord, isSubsetted, subsetted } from './resource.ts'
import { summaryElements, type SummaryElement } from './summary-elements.ts'

/** `count` is no part of a resource: only a Bundle's maker can honour it. */
export type Subset =
  | { readonly by: 'true' }
  | { readonly by: 'text' }
  | { readonly by: 'data' }
  /** Names of elements at the top of a resource. */
  | { readonly by: 'elements'; readonly names: ReadonlySet<string> }

/** Each as it stands in the address, once; `null` where it does not. */
export interface SubsetAsked {
  readonly summary: string | null
  readonly elements: string | null
}

/**
 * What part is asked for; none for `_summary=false`, for `count` and where nothing is asked. `types` are those that the answer can
 * hold: an element that none of them has is a fault, because leaving it out in silence would look like data that is not there.
 */
export function subsetOf(
  { summary, elements }: SubsetAsked,
  types: readonly string[],
): { readonly subset?: Subset; readonly faults: readonly Fault[] } {
  if (summary !== null && !summaries.includes(summary)) {
    const text = `_summary is given once and takes ${summaries.join(', ')}.`
    return { faults: [{ id: 'control-invalid', text, expression: 'http._summary' }] }
  }
  const part = summary === 'true' || summary === 'text' || summary === 'data' ? summary : undefined
  if (elements === null) return { ...(part && { subset: { by: part } }), faults: [] }
  if (part !== undefined) {
    const text = '_summary and _elements each say what is left out: give one of them.'
    return { faults: [{ id: 'control-invalid', text, expression: 'http._elements' }] }
  }
  const { names, unknown } = namesIn(elements, types)
  if (!unknown) return { subset: { by: 'elements', names }, faults: [] }
  const text = '_elements takes names of elements at the top of the resource, separated by commas.'
  return { faults: [{ id: 'element-unknown', text, expression: 'http._elements' }] }
}

const summaries: readonly string[] = ['true', 'text', 'data', 'count', 'false']

/** `identifier`, or `Patient.identifier` where it is that type's alone; both may stand for a choice: `effective`. */
function namesIn(elements: string, types: readonly string[]): { readonly names: Set<string>; readonly unknown: boolean } {
  const names = new Set<string>()
  let unknown = false
  for (const given of elements.split(',').map((one) => one.trim())) {
    const [owner, name = ''] = given.includes('.') ? given.split('.', 2) : [undefined, given]
    const owners = owner === undefined ? types : types.filter((type) => type === owner)
    const isKnown = given.split('.').length <= 2 && owners.some((type) => hasElement(type, name))
    if (isKnown) names.add(given)
    else unknown = true
  }
  return { names, unknown }
}

function hasElement(type: string, name: string): boolean {
  const table = summaryElements(type)
  return name === 'resourceType' || table?.has(name) === true || table?.values().some(({ base }) => base === name) === true
}

/** The JSON text of a part of a resource, marked as such; decimals keep their text. */
export function subsetText(text: string, subset: Subset): string {
  const resource = parseKeeping(text)
  return isRecord(resource) ? JSON.stringify(subsetResource(resource, subset)) : text
}

/** The same of a resource that was parsed. It may not be stored again: that is what its tag says (intake/parts.ts). */
export function subsetResource(resource: Json, subset: Subset): Json {
  const { resourceType } = resource
  const type = typeof resourceType === 'string' ? resourceType : ''
  const kept = keptOf(resource, type, subset)
  return { ...kept, meta: tagged(isRecord(resource['meta']) ? resource['meta'] : {}) }
}

type Json = Readonly<Record<string, unknown>>

function keptOf(resource: Json, type: string, subset: Subset): Json {
  if (subset.by === 'true') return summarised(resource, type)
  const table = summaryElements(type)
  return Object.fromEntries(
    Object.entries(resource).filter(([member]) => {
      const name = member.replace(/^_/, '')
      const element = table?.get(name)
      if (alwaysThere.includes(name)) return true
      if (subset.by === 'data') return name !== 'text'
      if (subset.by === 'text') return name === 'text' || element?.mandatory === true
      const isNamed = [name, element?.base ?? name].some((one) => subset.names.has(one) || subset.names.has(`${type}.${one}`))
      return isNamed || element?.always === true
    }),
  )
}

const alwaysThere: readonly string[] = ['resourceType', 'id', 'meta']

/** What is flagged for the summary, all the way down; what the definitions do not know has no flag. */
function summarised(value: Json, path: string): Json {
  const table = summaryElements(path)
  if (!table) return value
  const kept: Record<string, unknown> = {}
  for (const [member, inner] of Object.entries(value)) {
    const name = member.replace(/^_/, '')
    const element = table.get(name)
    const stays = member === 'resourceType' || element?.inSummary === true || (name === 'id' && path.includes('.'))
    // An extension beside a value is no part of the summary; one in place of a value is all there is.
    if (!stays || (member !== name && Object.hasOwn(value, name))) continue
    const part = element === undefined || member !== name ? inner : within(inner, element)
    // Nothing of it is in the summary: FHIR knows no empty object.
    if (!isEmpty(part)) kept[member] = part
  }
  return kept
}

function within(value: unknown, element: SummaryElement): unknown {
  const { within: path } = element
  if (path === undefined) return value
  if (Array.isArray(value)) return value.map((one: unknown) => within(one, element)).filter((one) => !isEmpty(one))
  return isRecord(value) ? summarised(value, path) : value
}

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0

/** Version and time stay: they are those of the whole. */
function tagged(meta: Json): Json {
  const tags = Array.isArray(meta['tag']) ? (meta['tag'] as unknown[]) : []
  return tags.some(isSubsetted) ? meta : { ...meta, tag: [...tags, subsetted] }
}
