// One CodeSystem, indexed: its concepts, their hierarchy and their properties.

import { type Node, isNode, nodesOf, textOf } from './reading.ts'
import type { Truth } from './truth.ts'

export interface ConceptRow {
  readonly code: string
  readonly display: string | undefined
  /** Every other wording: synonyms and translations. */
  readonly designations: readonly string[]
  /** Values as text, by property code. */
  readonly properties: ReadonlyMap<string, readonly string[]>
}

export interface CodeSystemIndex {
  readonly url: string
  readonly version: string | undefined
  /** Whether every code is listed here: only then is a code that is not listed none. */
  readonly isComplete: boolean
  /** undefined when the system does not say: then a code in other case is neither taken nor refused (R4 CodeSystem.caseSensitive). */
  readonly isCaseSensitive: boolean | undefined
  readonly rows: ReadonlyMap<string, ConceptRow>
  /** Codes right below a code, by nesting and by the properties `parent`, `subsumedBy` and `child`. */
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly parents: ReadonlyMap<string, readonly string[]>
  /** Codes of properties that the system defines or uses. */
  readonly properties: ReadonlySet<string>
  /** Lower-cased code → code; only where case may differ. */
  readonly folded: ReadonlyMap<string, string>
  /** Codes that are listed twice: a mistake of the system's author. */
  readonly repeated: readonly string[]
}

/** The index of any CodeSystem; what is misshapen in it is left out. */
export function indexOf(resource: Node): CodeSystemIndex {
  const rows = new Map<string, ConceptRow>()
  const links: [parent: string, child: string][] = []
  const repeated: string[] = []
  const relations = relationsOf(resource)
  for (const { node, parent } of walk(resource)) {
    const row = rowOf(node)
    if (!row) continue
    if (rows.has(row.code)) repeated.push(row.code)
    else rows.set(row.code, row)
    if (parent !== undefined) links.push([parent, row.code])
    links.push(...linksOf(row, relations))
  }
  const isCaseSensitive = typeof resource['caseSensitive'] === 'boolean' ? resource['caseSensitive'] : undefined
  return {
    url: textOf(resource, 'url') ?? '',
    version: textOf(resource, 'version'),
    isComplete: resource['content'] === 'complete',
    isCaseSensitive,
    rows,
    children: grouped(links),
    parents: grouped(links.map(([parent, child]) => [child, parent])),
    properties: propertiesOf(resource, rows),
    folded: isCaseSensitive === true ? new Map() : new Map([...rows.keys()].map((code) => [code.toLowerCase(), code])),
    repeated,
  }
}

/** The system's own spelling of a code, and whether the code that was given is it. */
export function spelled(index: CodeSystemIndex, code: string): { readonly code: string; readonly isThere: Truth } {
  if (index.rows.has(code)) return { code, isThere: true }
  const other = index.folded.get(code.toLowerCase())
  const unlisted = index.isComplete ? false : undefined
  return other === undefined
    ? { code, isThere: unlisted }
    : { code: other, isThere: index.isCaseSensitive === false ? true : undefined }
}

/** Everything below a code, without it. Ends also where the hierarchy turns back on itself. */
export function reach(links: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const queue = [...(links.get(start) ?? [])]
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    if (seen.has(code)) continue
    seen.add(code)
    queue.push(...(links.get(code) ?? []))
  }
  return seen
}

interface Nested {
  readonly node: Node
  readonly parent: string | undefined
}

/** A stack of its own, so that no depth of nesting can overflow ours; in the order of the resource. */
function* walk(resource: Node): Generator<Nested> {
  const stack: Nested[] = nested(resource, undefined)
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    for (const inner of nested(next.node, textOf(next.node, 'code'))) stack.push(inner)
  }
}

function nested(node: Node, parent: string | undefined): Nested[] {
  return nodesOf(node, 'concept')
    .map((inner) => ({ node: inner, parent }))
    .toReversed()
}

function rowOf(node: Node): ConceptRow | undefined {
  const code = textOf(node, 'code')
  if (code === undefined) return undefined
  const properties = new Map<string, string[]>()
  for (const property of nodesOf(node, 'property')) {
    const name = textOf(property, 'code')
    const value = valueOf(property)
    if (name === undefined || value === undefined) continue
    const values = properties.get(name)
    if (values) values.push(value)
    else properties.set(name, [value])
  }
  const designations = nodesOf(node, 'designation').flatMap((designation) => textOf(designation, 'value') ?? [])
  return { code, display: textOf(node, 'display'), designations, properties }
}

/** Filters compare texts: a Coding counts by its code. */
function valueOf(property: Node): string | undefined {
  const key = Object.keys(property).find((name) => name.startsWith('value'))
  const value = key === undefined ? undefined : property[key]
  if (isNode(value)) return textOf(value, 'code')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

interface Relations {
  readonly up: readonly string[]
  readonly down: readonly string[]
}

/** Properties that link concepts: by the names in use, and by FHIR's own URIs for them (R4 concept-properties). */
function relationsOf(resource: Node): Relations {
  const named = (uri: string) =>
    nodesOf(resource, 'property').flatMap((property) =>
      property['uri'] === `http://hl7.org/fhir/concept-properties#${uri}` ? (textOf(property, 'code') ?? []) : [],
    )
  return { up: ['parent', 'subsumedBy', ...named('parent')], down: ['child', ...named('child')] }
}

function linksOf(row: ConceptRow, { up, down }: Relations): [string, string][] {
  const parents = up.flatMap((name) => row.properties.get(name) ?? [])
  const children = down.flatMap((name) => row.properties.get(name) ?? [])
  return [
    ...parents.map((parent): [string, string] => [parent, row.code]),
    ...children.map((child): [string, string] => [row.code, child]),
  ]
}

function grouped(links: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>()
  for (const [from, to] of links) {
    const group = groups.get(from)
    if (group) group.add(to)
    else groups.set(from, new Set([to]))
  }
  return new Map([...groups].map(([from, group]) => [from, [...group]]))
}

function propertiesOf(resource: Node, rows: ReadonlyMap<string, ConceptRow>): ReadonlySet<string> {
  const defined = ['property', 'filter'].flatMap((list) => nodesOf(resource, list).flatMap((item) => textOf(item, 'code') ?? []))
  const used = [...rows.values()].flatMap((row) => [...row.properties.keys()])
  return new Set([...defined, ...used])
}
