// What is shared while definitions are laid out: the definitions at hand, the trees made so far, and the faults.

import type { ElementDefinitionType, StructureDefinition } from '@medplum/fhirtypes'
import type { Breach } from './constrain.ts'
import type { ElementNode } from './element-tree.ts'
import type { PackageFault } from './fault.ts'

/** Finds a definition of the packages or of R4's core by its canonical without version. */
export type FindDefinition = (url: string) => StructureDefinition | undefined

export type Tree = ElementNode | 'busy' | undefined

export interface World {
  readonly find: FindDefinition
  /** The tree of a definition's snapshot, made when it has none. */
  readonly treeOf: (url: string) => Tree
  /** `busy` while a definition is being laid out: whoever asks for it then stands in a cycle. */
  readonly trees: Map<string, Tree>
  readonly made: Map<string, StructureDefinition | undefined>
  readonly faults: PackageFault[]
  readonly reported: Set<string>
  depth: number
  size: number
}

/** The definition that is being laid out. */
export interface Work {
  readonly world: World
  readonly url: string
  readonly isSpecialization: boolean
  /** Names the type at the root, whose own elements a content reference points at. */
  readonly type: string
  readonly root: ElementNode
  size: number
}

/** `url|version` without its version. */
export function withoutVersion(canonical: string): string {
  const bar = canonical.indexOf('|')
  return bar < 0 ? canonical : canonical.slice(0, bar)
}

export function urlOfType(code: string): string {
  return code.includes(':') ? code : `http://hl7.org/fhir/StructureDefinition/${code}`
}

/** Whether a type, named by code or canonical, is another one or is based on it; undefined when its definition is not at hand. */
export function isKindOf(type: string, base: string, world: World): boolean | undefined {
  const wanted = urlOfType(withoutVersion(base))
  const seen = new Set<string>()
  for (let url = urlOfType(withoutVersion(type)); !seen.has(url);) {
    if (url === wanted) return true
    seen.add(url)
    const definition = world.find(url)
    if (!definition) return undefined
    if (definition.baseDefinition === undefined) return false
    url = withoutVersion(definition.baseDefinition)
  }
  return false
}

export function reportMissing(type: ElementDefinitionType, element: string, work: Work): void {
  for (const canonical of [...(type.profile ?? []), ...(type.targetProfile ?? [])]) {
    if (work.world.find(withoutVersion(canonical))) continue
    const reason = `${canonical} is not at hand, and is not checked`
    report(work.world, { severity: 'warning', id: 'missing-definition', url: work.url, element, reason })
  }
}

export function complain(work: Work, element: string, breach: Breach): void {
  report(work.world, { severity: 'error', url: work.url, element, ...breach })
}

export function report(world: World, fault: PackageFault): void {
  const key = [fault.id, fault.url, fault.element, fault.reason].join(' ')
  if (world.reported.has(key)) return
  world.reported.add(key)
  world.faults.push(fault)
}
