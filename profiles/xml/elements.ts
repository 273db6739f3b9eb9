// The elements of R4's types as XML has them: name, order, repeating, choice, and what stands within (R4 xml.html).

import { readJsonFile } from '../definitions.ts'

/** What an element is written as. `resource` holds one resource; an attribute belongs to its owner's tag. */
export type Kind = 'primitive' | 'object' | 'resource' | 'xhtml' | 'attribute'

/** One element under its name in XML, which is its name in JSON too: `valueQuantity`, not `value`. */
export interface XmlElement {
  readonly name: string
  /** FHIRPath name: `value`. */
  readonly base: string
  /** Place among its siblings; the types of a choice share one. */
  readonly order: number
  readonly isList: boolean
  readonly kind: Kind
  /** FHIR type of a primitive; else the path of the table of what stands within. */
  readonly type: string
}

export interface XmlType {
  readonly path: string
  /** May be the root of a document, or stand within `contained` and the like. */
  readonly isResource: boolean
  readonly elements: ReadonlyMap<string, XmlElement>
}

/**
 * The table of a type (`Patient`, `Period`) or of an element that is defined in place (`Patient.contact`). The types in use are read
 * at the first call, R4's others when one of them is first asked for; only the tables are kept.
 */
export function xmlType(path: string): XmlType | undefined {
  const found = (inUse ??= tablesIn('definitions.json')).get(path)
  return found ?? (others ??= tablesIn('further-definitions.json')).get(path)
}

let inUse: ReadonlyMap<string, XmlType> | undefined
let others: ReadonlyMap<string, XmlType> | undefined

interface Definition {
  readonly kind?: string
  readonly abstract?: boolean
  readonly derivation?: string
  readonly snapshot?: { readonly element?: readonly Snapshot[] }
}

interface Snapshot {
  readonly path: string
  readonly max?: string
  readonly contentReference?: string
  readonly type?: readonly TypeOf[]
}

interface TypeOf {
  readonly code: string
  readonly extension?: readonly { readonly valueUrl?: string }[]
}

interface OpenType extends XmlType {
  readonly elements: Map<string, XmlElement>
  rows: number
}

function tablesIn(file: string): ReadonlyMap<string, XmlType> {
  const tables = new Map<string, OpenType>()
  for (const definition of readJsonFile<readonly Definition[]>(file)) {
    if (definition.derivation === 'constraint' || definition.kind === 'primitive-type') continue
    for (const element of definition.snapshot?.element ?? []) {
      if (element.path.includes('.')) place(tables, element)
      else open(tables, element.path, definition.kind === 'resource' && definition.abstract !== true)
    }
  }
  return tables
}

function open(tables: Map<string, OpenType>, path: string, isResource: boolean): void {
  tables.set(path, { path, isResource, elements: new Map(), rows: 0 })
}

function place(tables: Map<string, OpenType>, element: Snapshot): void {
  const dot = element.path.lastIndexOf('.')
  const owner = tables.get(element.path.slice(0, dot))
  if (!owner || element.max === '0') return
  const last = element.path.slice(dot + 1)
  const isChoice = last.endsWith('[x]')
  const base = isChoice ? last.slice(0, -3) : last
  const row = { base, order: owner.rows, isList: element.max === '*' }
  owner.rows += 1
  for (const type of typesOf(element)) {
    const name = isChoice ? base + type.charAt(0).toUpperCase() + type.slice(1) : base
    const isInPlace = type === element.path
    if (isInPlace) open(tables, type, false)
    owner.elements.set(name, { name, ...row, kind: kindOf(owner, name, type), type })
  }
}

/** Types by name; of an element defined in place, or where another is, the path of its table. */
function typesOf({ path, contentReference, type }: Snapshot): readonly string[] {
  if (contentReference !== undefined) return [contentReference.slice(contentReference.indexOf('#') + 1)]
  const isInPlace = type?.[0]?.code === 'BackboneElement' || (type?.[0]?.code === 'Element' && !path.endsWith('[x]'))
  return isInPlace ? [path] : (type ?? []).map(codeOf)
}

/** HL7 gives `id` and `Extension.url` the FHIRPath type System.String; an extension names the FHIR type. */
function codeOf({ code, extension }: TypeOf): string {
  return code.includes('/') ? (extension?.find(({ valueUrl }) => valueUrl !== undefined)?.valueUrl ?? 'string') : code
}

/** R4's attributes besides `value`: the id of every element that is no resource, and the url of an extension (xml.html). */
function kindOf({ path, isResource }: XmlType, name: string, type: string): Kind {
  const isId = name === 'id' && !isResource
  if (isId || (name === 'url' && path === 'Extension')) return 'attribute'
  if (type === 'Resource') return 'resource'
  if (type === 'xhtml') return 'xhtml'
  return /^[a-z]/.test(type) ? 'primitive' : 'object'
}
