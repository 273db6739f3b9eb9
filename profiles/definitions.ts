// The R4 definitions of profiles/r4 as tables that the validator walks: per type, which properties it may have.

import { readFileSync } from 'node:fs'
import type { SearchParameter, StructureDefinition } from '@medplum/fhirtypes'

/** One element of a type, in the order of its definition. */
export interface ElementRow {
  /** FHIRPath name: `value` for `value[x]`. */
  readonly name: string
  readonly order: number
  readonly min: number
  /** `*`: no list of R4 has another maximum (a test watches that); anything else is one value. */
  readonly isList: boolean
  readonly constraints: readonly Constraint[]
  /** Canonical of the value set that is required, if one is. */
  readonly required: string | undefined
}

/** What a JSON property stands for: an element, in one of its types. */
export interface Property {
  readonly row: ElementRow
  readonly type: string
  readonly isPrimitive: boolean
  /** Table of an element that is defined in place (a backbone element). */
  readonly inner: string | undefined
  /** Resource types that a Reference may point at; none: any. */
  readonly targets: readonly string[]
}

export interface TypeTable {
  readonly name: string
  readonly isResource: boolean
  readonly rows: readonly ElementRow[]
  readonly properties: ReadonlyMap<string, Property>
  /** Constraints of the type itself. */
  readonly constraints: readonly Constraint[]
}

export interface Constraint {
  readonly key: string
  readonly severity: 'error' | 'warning'
  readonly human: string
}

/** The definitions as they are, for `indexStructureDefinitionBundle` and whoever else needs snapshots. */
export function structureDefinitions(): readonly StructureDefinition[] {
  return (definitions ??= readJsonFile<StructureDefinition[]>('definitions.json'))
}

/** R4's search parameters of the types that are stored. */
export function searchParameters(): readonly SearchParameter[] {
  return readJsonFile<SearchParameter[]>('search-parameters.json')
}

/** The table of a type (`Patient`, `Period`) or of a backbone element by its path (`Patient.contact`). */
export function tableOf(name: string): TypeTable | undefined {
  return (tables ??= buildTables(structureDefinitions())).get(name)
}

let definitions: StructureDefinition[] | undefined
let tables: ReadonlyMap<string, TypeTable> | undefined

export function readJsonFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`r4/${name}`, import.meta.url), 'utf8')) as T
}

type Snapshot = NonNullable<StructureDefinition['snapshot']>['element'][number]
interface OpenTable {
  name: string
  isResource: boolean
  rows: ElementRow[]
  properties: Map<string, Property>
  constraints: readonly Constraint[]
}

function buildTables(all: readonly StructureDefinition[]): ReadonlyMap<string, TypeTable> {
  const primitives = new Set(all.filter((d) => d.kind === 'primitive-type').map((d) => d.name))
  const built = new Map<string, OpenTable>()
  for (const definition of all) {
    for (const element of definition.snapshot?.element ?? []) {
      const path = element.path
      const constraints = constraintsOf(element)
      if (!path.includes('.')) built.set(path, emptyTable(path, definition.kind === 'resource', constraints))
      else addElement(built, element, constraints, primitives)
    }
  }
  return built
}

function emptyTable(name: string, isResource: boolean, constraints: readonly Constraint[]): OpenTable {
  return { name, isResource, rows: [], properties: new Map(), constraints }
}

function addElement(
  built: Map<string, OpenTable>,
  element: Snapshot,
  constraints: readonly Constraint[],
  primitives: ReadonlySet<string>,
): void {
  const dot = element.path.lastIndexOf('.')
  const owner = built.get(element.path.slice(0, dot))
  if (!owner) return
  const last = element.path.slice(dot + 1)
  const isChoice = last.endsWith('[x]')
  const name = isChoice ? last.slice(0, -3) : last
  const inner = innerTable(element)
  // What holds for an element defined in place holds wherever it is referred to as well: it goes to the table.
  if (inner === element.path) built.set(inner, emptyTable(inner, false, constraints))
  const row = rowOf(element, name, owner.rows.length, inner === undefined ? constraints : [])
  owner.rows.push(row)
  for (const type of element.type ?? [{ code: 'BackboneElement' }]) {
    // HL7 calls the id of a resource a string here; its form is that of `id`.
    const code = owner.isResource && name === 'id' ? 'id' : fhirTypeOf(type)
    owner.properties.set(isChoice ? name + capitalized(code) : name, {
      row,
      type: code,
      isPrimitive: primitives.has(code),
      inner,
      targets: (type.targetProfile ?? []).map(lastSegment).filter((target) => target !== 'Resource'),
    })
  }
}

function rowOf(element: Snapshot, name: string, order: number, constraints: readonly Constraint[]): ElementRow {
  return {
    name,
    order,
    min: element.min ?? 0,
    isList: element.max === '*',
    constraints,
    required: element.binding?.strength === 'required' ? element.binding.valueSet : undefined,
  }
}

/** An element that is defined in place has a table under its own path, or under the one that it refers to. */
function innerTable(element: Snapshot): string | undefined {
  if (element.contentReference) return element.contentReference.slice(element.contentReference.indexOf('#') + 1)
  const code = element.type?.[0]?.code
  return code === 'BackboneElement' || code === 'Element' ? element.path : undefined
}

/** HL7 gives `id` and `Extension.url` the FHIRPath type System.String; an extension names the FHIR type. */
function fhirTypeOf(type: { code: string; extension?: { valueUrl?: string }[] }): string {
  if (!type.code.includes('/')) return type.code
  return type.extension?.[0]?.valueUrl ?? 'string'
}

function constraintsOf(element: Snapshot): readonly Constraint[] {
  return (element.constraint ?? []).map(({ key, severity, human }) => ({ key, severity, human }))
}

function lastSegment(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
