// What R4's definitions say of each element when only a part of a resource is asked for: in the summary, mandatory, a modifier.

import { readJsonFile, structureDefinitions } from '../../profiles/definitions.ts'

/** One element under its name in JSON (`valueQuantity`, not `value`). */
export interface SummaryElement {
  /** Its name in the definition: `value`. */
  readonly base: string
  /** Flagged `isSummary`, mandatory or a modifier: what a summary keeps. */
  readonly inSummary: boolean
  /** Mandatory or a modifier: what every part of a resource keeps. */
  readonly always: boolean
  /** At least one. */
  readonly mandatory: boolean
  /** The table of what stands within; undefined where all of it stays or goes with the element. */
  readonly within: string | undefined
}

export type SummaryElements = ReadonlyMap<string, SummaryElement>

/** The elements of a type (`Patient`, `Period`) or of an element that is defined in place (`Patient.contact`). */
export function summaryElements(path: string): SummaryElements | undefined {
  const known = tables.get(path)
  if (known) return known
  // A type's tables are made when it is first asked for: a summary of one type reads none of the others.
  const definition = definitionOf(path.split('.')[0] ?? '')
  for (const element of definition?.snapshot?.element ?? []) place(element)
  return tables.get(path)
}

const tables = new Map<string, Map<string, SummaryElement>>()

interface Definition {
  readonly type?: string
  readonly kind?: string
  readonly derivation?: string
  readonly snapshot?: { readonly element?: readonly Snapshot[] }
}

interface Snapshot {
  readonly path: string
  readonly min?: number
  readonly isSummary?: boolean
  readonly isModifier?: boolean
  readonly contentReference?: string
  readonly type?: readonly { readonly code?: string }[]
}

const isOf =
  (type: string) =>
  (one: Definition): boolean =>
    one.type === type && one.derivation !== 'constraint' && one.kind !== 'primitive-type'

function definitionOf(type: string): Definition | undefined {
  const inUse: readonly Definition[] = structureDefinitions() as readonly Definition[]
  return inUse.find(isOf(type)) ?? (further ??= readJsonFile<readonly Definition[]>('further-definitions.json')).find(isOf(type))
}

let further: readonly Definition[] | undefined

function place({ path, type = [], contentReference, ...element }: Snapshot): void {
  const cut = path.lastIndexOf('.')
  if (cut < 0) return void tables.set(path, new Map())
  const owner = path.slice(0, cut)
  const table = tables.get(owner) ?? new Map<string, SummaryElement>()
  tables.set(owner, table)
  const name = path.slice(cut + 1)
  const base = name.replace('[x]', '')
  const mandatory = (element.min ?? 0) > 0
  const always = mandatory || element.isModifier === true
  const row = { base, mandatory, always, inSummary: always || element.isSummary === true }
  if (contentReference !== undefined) return void table.set(base, { ...row, within: contentReference.replace(/^.*#/, '') })
  for (const { code = '' } of type) {
    const isInPlace = code === 'BackboneElement' || code === 'Element'
    const within = isInPlace ? path : isDatatype(code) ? code : undefined
    table.set(name === base ? base : base + (code[0] ?? '').toUpperCase() + code.slice(1), { ...row, within })
  }
}

/** A resource within a resource, an extension and a narrative are whole or not there. */
const isDatatype = (code: string): boolean => /^[A-Z]/.test(code) && !['Resource', 'Extension', 'Narrative'].includes(code)
