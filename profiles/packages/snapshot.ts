// Snapshots from differentials: every definition of a package laid out in full over its bases.

import type { ElementDefinition, StructureDefinition } from '@medplum/fhirtypes'
import { copyOf, elementsOf, emptyNode, planted, sizeOf, type ElementNode } from './element-tree.ts'
import type { PackageFault } from './fault.ts'
import { merge } from './merge.ts'
import { complain, report, urlOfType, withoutVersion, type FindDefinition, type Tree, type Work, type World } from './work.ts'

export interface Snapshots {
  /** The definition of a canonical (a `|version` is ignored) with its snapshot; undefined when it is not at hand or wrong. */
  readonly definition: (canonical: string) => StructureDefinition | undefined
  /** What was found so far, each fault once. */
  readonly faults: readonly PackageFault[]
}

/**
 * Makes snapshots on demand, each once; a definition that comes with a snapshot keeps it. Rules:
 * http://hl7.org/fhir/R4/profiling.html and elementdefinition.html.
 */
export function snapshotsOf(find: FindDefinition): Snapshots {
  const treeIn: World['treeOf'] = (url) => treeOf(url, world)
  const world: World = {
    find,
    treeOf: treeIn,
    trees: new Map(),
    made: new Map(),
    faults: [],
    reported: new Set(),
    depth: 0,
    size: 0,
  }
  return {
    faults: world.faults,
    definition(canonical) {
      const url = withoutVersion(canonical)
      if (!world.made.has(url)) world.made.set(url, laidOut(url, world))
      return world.made.get(url)
    },
  }
}

/** All definitions together; R4 and a national package have about 60,000. */
const maxTotal = 1_000_000
/** Definitions that need one another to be laid out, one inside the other. */
const maxDepth = 100

function laidOut(url: string, world: World): StructureDefinition | undefined {
  const definition = world.find(url)
  const tree = definition && treeOf(url, world)
  if (!definition || !tree || tree === 'busy') return undefined
  const { differential: _, ...rest } = definition
  return { ...rest, snapshot: { element: elementsOf(tree) } }
}

/** The tree of a definition's snapshot, made when it has none. */
function treeOf(url: string, world: World): Tree {
  if (world.trees.has(url)) return world.trees.get(url)
  const definition = world.find(url)
  if (!definition) return undefined
  world.trees.set(url, 'busy')
  world.depth += 1
  const tree = withinLimits(url, () => (definition.snapshot ? given(definition, world) : generated(definition, world)), world)
  world.depth -= 1
  world.trees.set(url, tree)
  return tree
}

function withinLimits(url: string, make: () => ElementNode | undefined, world: World): ElementNode | undefined {
  const tree = world.depth > maxDepth ? undefined : make()
  world.size += tree ? sizeOf(tree) : 0
  if (world.depth > maxDepth)
    complainOf(url, `is based on or looks into more than ${maxDepth} others, one inside the other`, world)
  else if (world.size > maxTotal) complainOf(url, `brings the definitions to more than ${maxTotal} elements`, world)
  else return tree
  return undefined
}

function complainOf(url: string, reason: string, world: World): void {
  report(world, { severity: 'error', id: 'too-large', url, reason })
}

function given(definition: StructureDefinition, world: World): ElementNode | undefined {
  return withBases(plant(definition, definition.snapshot?.element ?? [], world))
}

/** Where the row does not repeat what it was first defined as, it is the first definition itself. */
function withBases(node: ElementNode | undefined, before = ''): ElementNode | undefined {
  if (!node) return undefined
  const path = before === '' ? node.name : `${before}.${node.name}`
  const { min = 0, max = '*' } = node.row ?? {}
  if (node.row) node.row = { ...node.row, base: node.row.base ?? { path, min, max } }
  for (const child of node.children ?? []) withBases(child, path)
  for (const slice of node.slices) withBases(slice, before)
  return node
}

function plant(definition: StructureDefinition, elements: readonly ElementDefinition[], world: World): ElementNode | undefined {
  const { root, misplaced } = planted(elements)
  const url = definition.url
  for (const { element, reason } of misplaced) report(world, { severity: 'error', id: 'misplaced', url, element, reason })
  return root
}

/** `Base` has no elements, and no definition before R5, yet logical models of R4 name it. */
function generated(definition: StructureDefinition, world: World): ElementNode | undefined {
  const { url, type, baseDefinition, derivation } = definition
  const change = plant(definition, definition.differential?.element ?? [], world)
  const isSpecialization = derivation !== 'constraint'
  const isFirst = baseDefinition === undefined || withoutVersion(baseDefinition) === urlOfType('Base')
  const base = isFirst ? emptyNode(type, undefined) : baseTree(url, baseDefinition, world)
  if (!base) return undefined
  // A specialization is a type of its own: its root has its own name.
  const root = isSpecialization ? { ...base, name: change?.name ?? type } : base
  root.row = { min: 0, max: '*', ...root.row, ...(isSpecialization && { base: { path: root.name, min: 0, max: '*' } }) }
  const work: Work = { world, url, isSpecialization, type, root, size: 0 }
  if (change && change.name !== root.name) {
    complain(work, change.name, { id: 'other-type', reason: `its elements are of ${change.name}, its base's of ${root.name}` })
  } else if (change) merge(root, change, root.name, undefined, work)
  return root
}

function baseTree(url: string, canonical: string, world: World): ElementNode | undefined {
  const base = withoutVersion(canonical)
  const tree = treeOf(base, world)
  if (tree === 'busy') report(world, { severity: 'error', id: 'cycle', url, reason: `its base ${base} is based on it` })
  else if (tree) return copyOf(tree)
  else if (!world.find(base))
    report(world, { severity: 'error', id: 'missing-base', url, reason: `its base ${base} is not at hand` })
  else report(world, { severity: 'error', id: 'wrong-base', url, reason: `its base ${base} could not be laid out` })
  return undefined
}
