// One of HL7's StructureDefinitions, cut down to what is acted on.

import type { ElementDefinition } from '@medplum/fhirtypes'
import { essentials } from '../packages/element.ts'

/** The few fields of HL7's files that are read here. */
export interface Definition {
  resourceType: string
  url: string
  name: string
  type: string
  kind: string
  abstract: boolean
  baseDefinition?: string
  derivation?: string
  fhirVersion: string
  context?: { type: string; expression: string }[]
  snapshot: { element: Element[] }
  differential: { element: ElementDefinition[] }
}
interface Element {
  id: string
  path: string
  min: number
  max: string
  base: { path: string; min: number; max: string }
  contentReference?: string
  maxLength?: number
  type?: ElementType[]
  binding?: { strength: string; valueSet?: string }
  constraint?: { key: string; severity: string; human: string; expression?: string; source?: string }[]
  isModifier?: boolean
  isSummary?: boolean
}
interface ElementType {
  code: string
  profile?: string[]
  targetProfile?: string[]
  extension?: { url: string; valueUrl?: string }[]
}

const fhirType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type'

/** A type with its snapshot. */
export function slimDefinition(definition: Definition): unknown {
  return { ...head(definition), snapshot: { element: definition.snapshot.element.map(slimElement) } }
}

/**
 * An extension or profile with its differential, which is a fifth of its snapshot; profiles/packages lays it out, as a test compares.
 * Those whose differential breaks the rules of profiling keep HL7's own snapshot.
 */
export function slimProfile(definition: Definition): unknown {
  if (unruly.has(definition.url.split('/').at(-1) ?? ''))
    return { ...head(definition), snapshot: { element: definition.snapshot.element.map(slimRow) } }
  return { ...head(definition), differential: { element: definition.differential.element.map(slimRow).filter(saysSomething) } }
}

/** Slices without slicing, slices below a maximum of 0, and a choice that HL7 lays out in its own way. */
const unruly: ReadonlySet<string> = new Set(['codesystem-history', 'familymemberhistory-genetic', 'catalog', 'bp'])

function head(definition: Definition): object {
  const { resourceType, url, name, type, kind, abstract, baseDefinition, derivation, fhirVersion, context } = definition
  return { resourceType, url, name, type, kind, abstract, baseDefinition, derivation, fhirVersion, context }
}

/** Constraints that come with the element's own datatype are kept there only; ele-1 holds for everything and is dropped. */
function slimElement(e: Element): unknown {
  const own = e.constraint?.filter((c) => c.key !== 'ele-1' && (e.path.includes('.') ? !inherited(c, e) : true))
  return {
    id: e.id === e.path ? undefined : e.id,
    path: e.path,
    min: e.min,
    max: e.max,
    base: e.base.max === e.max ? undefined : e.base,
    contentReference: e.contentReference,
    maxLength: e.maxLength,
    type: e.type?.map(slimType),
    binding: e.binding && { strength: e.binding.strength, valueSet: e.binding.valueSet },
    constraint: own?.length
      ? own
          .toSorted((a, b) => inOrder.compare(a.key, b.key))
          .map(({ key, severity, human, expression }) => ({ key, severity, human, expression }))
      : undefined,
    isModifier: e.isModifier || undefined,
    isSummary: e.isSummary || undefined,
  }
}

/** bdl-2 before bdl-10, as HL7 lists them. */
const inOrder = new Intl.Collator('en', { numeric: true })

function inherited(constraint: { key: string }, element: Element): boolean {
  return constraint.key === 'ext-1' && element.type?.[0]?.code === 'Extension'
}

function slimType(type: ElementType): unknown {
  const extension = type.extension?.filter((e) => e.url === fhirType)
  return {
    extension: extension?.length ? extension : undefined,
    code: type.code,
    profile: type.profile,
    targetProfile: type.targetProfile,
  }
}

function slimRow(element: ElementDefinition | Element): Record<string, unknown> {
  const { id, path } = element
  const { isSummary: _, ...row } = essentials(element as ElementDefinition)
  return { id, path, ...row, ...(row.isModifier === false && { isModifier: undefined }) }
}

function saysSomething(row: Record<string, unknown>): boolean {
  return Object.values(row).filter((value) => value !== undefined).length > 2
}
