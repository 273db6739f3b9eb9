// What the compiler has at hand while it makes a plan: the definitions, and what was made of them so far.

import { type Definition, type ElementNode, bare, treeOf } from './definition.ts'
import type { DefinitionFault, Overlay, Shape } from './plan.ts'

export interface Workshop {
  readonly shapes: Record<string, Shape>
  readonly overlays: Record<string, Overlay>
  fault(url: string, element: string, reason: string): void
  /** Snapshot of a profile or type by its canonical. */
  treeAt(url: string): ElementNode | undefined
  /** Snapshot of one of R4's own types. */
  typeTree(type: string): ElementNode | undefined
  /** The type that a definition describes. */
  typeOf(url: string): string | undefined
  /** Whether the canonical is one of R4's own types and no profile. */
  isBase(url: string): boolean
  /** Whether it is an extension definition at hand, which is applied wherever its extension stands. */
  isExtension(url: string): boolean
}

export function workshopOf(definitions: readonly Definition[], faults: DefinitionFault[]): Workshop {
  const byUrl = new Map(definitions.map((definition) => [definition.url, definition]))
  const byType = new Map(definitions.filter(isType).map((definition) => [definition.type ?? '', definition]))
  const trees = new Map<string, ElementNode | undefined>()
  const treeAt = (url: string): ElementNode | undefined => {
    const key = bare(url)
    const definition = byUrl.get(key)
    if (!trees.has(key)) trees.set(key, definition && treeOf(definition))
    return trees.get(key)
  }
  const at = (url: string): Definition | undefined => byUrl.get(bare(url))
  return {
    shapes: {},
    overlays: {},
    fault: (url, element, reason) => void faults.push({ url, element, reason }),
    treeAt,
    typeTree: (type) => treeAt(byType.get(type)?.url ?? ''),
    typeOf: (url) => at(url)?.type ?? (url.startsWith(core) && !url.includes('|') ? coreType(url) : undefined),
    isBase: (url) => {
      const definition = at(url)
      return definition ? isType(definition) : coreType(url) !== undefined
    },
    isExtension: (url) => at(url)?.type === 'Extension',
  }
}

export function isType(definition: Definition): boolean {
  return definition.derivation !== 'constraint'
}

const core = 'http://hl7.org/fhir/StructureDefinition/'

/** Of a type of R4 that is not at hand: its canonical ends with its name, in capitals as no profile of HL7's. */
function coreType(url: string): string | undefined {
  const name = url.startsWith(core) ? url.slice(core.length) : ''
  return /^[A-Z][A-Za-z]+$/.test(name) ? name : undefined
}
