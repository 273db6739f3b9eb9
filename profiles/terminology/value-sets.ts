// Value sets worked out on first need, with everything that they are made of.

import { type Catalogue, catalogueOf, splitCanonical } from './catalogue.ts'
import { type CodeSystemIndex, indexOf } from './code-system.ts'
import { type CodeSet, type Found, type Lookups, composed, unknownSet } from './compose.ts'
import { expandedSet, withExpansion } from './expansion.ts'
import { implicitCompose } from './implicit.ts'
import { type Node, kept, nodeOf, nodesOf, textOf, textsOf } from './reading.ts'

/** CodeSystem and ValueSet resources of R4, as they came: what is misshapen in them is left out, and nothing throws. */
export interface TerminologySources {
  readonly codeSystems: readonly unknown[]
  readonly valueSets: readonly unknown[]
}

export interface TerminologyFault {
  /** Canonical URL of the definition that is wrong. */
  readonly url: string
  readonly path: string
  readonly id: string
  readonly text: string
}

export interface State {
  readonly codeSystems: Catalogue
  readonly valueSets: Catalogue
  /** Addresses of value sets that are a whole code system (CodeSystem.valueSet) → the system. */
  readonly wholes: ReadonlyMap<string, string>
  readonly indexes: Map<Node, CodeSystemIndex>
  readonly sets: Map<string, CodeSet | undefined>
  readonly resourceSets: Map<Node, CodeSet>
  /** How many value sets are being worked out within each other. */
  depth: number
  readonly faults: TerminologyFault[]
}

const maxDepth = 100

export function stateOf({ codeSystems, valueSets }: TerminologySources): State {
  const catalogue = catalogueOf(codeSystems)
  const wholes = catalogue.all.flatMap((node): [string, string][] => {
    const valueSet = textOf(node, 'valueSet')
    return valueSet === undefined ? [] : [[splitCanonical(valueSet)[0], textOf(node, 'url') ?? '']]
  })
  return {
    codeSystems: catalogue,
    valueSets: catalogueOf(valueSets),
    wholes: new Map(wholes),
    indexes: new Map(),
    sets: new Map(),
    resourceSets: new Map(),
    depth: 0,
    faults: [],
  }
}

/** undefined when nothing here is known under this address. */
export function setOf(state: State, canonical: string): CodeSet | undefined {
  return kept(state.sets, canonical, () => {
    const [url, version] = splitCanonical(canonical)
    const entry = state.valueSets.find(url, version)
    if (!entry) return implicitSet(state, url)
    const set = kept(state.resourceSets, entry.resource, () => resourceSet(state, entry.resource, url))
    return entry.isVersion ? set : otherVersion(set, canonical)
  })
}

function implicitSet(state: State, url: string): CodeSet | undefined {
  const system = state.wholes.get(url)
  const compose = system === undefined ? implicitCompose(url) : { include: [{ system }] }
  return compose && composed(compose, lookupsOf(state, url))
}

function resourceSet(state: State, resource: Node, url: string): CodeSet {
  if (importsItself(state, resource)) {
    state.faults.push({ url, path: 'compose', id: 'value-set-cycle', text: 'imports itself, at once or through others' })
    return unknownSet(`${url} imports itself`)
  }
  const compose = nodeOf(resource, 'compose')
  const expansion = nodeOf(resource, 'expansion')
  if (!compose) return expansion ? expandedSet(expansion) : unknownSet(`${url} lists no codes`)
  state.depth += 1
  const set =
    state.depth > maxDepth ? unknownSet(`${url} is imported through too many others`) : composed(compose, lookupsOf(state, url))
  state.depth -= 1
  return expansion ? withExpansion(set, expansion) : set
}

/** The other version may have what this one lacks. */
function otherVersion(set: CodeSet, canonical: string): CodeSet {
  return {
    ...set,
    has: (system, code) => set.has(system, code) || undefined,
    isOpen: true,
    candidates: () => undefined,
    reasons: [`${canonical} is not here in this version`, ...set.reasons],
  }
}

function lookupsOf(state: State, url: string): Lookups {
  return {
    index: (system, version) => indexFor(state, system, version),
    valueSet: (canonical) => setOf(state, canonical) ?? unknownSet(`the value set ${canonical} is not here`),
    fault: (path, id, text) => void state.faults.push({ url, path, id, text }),
  }
}

/** Whether a value set is among those that it imports, or that they import. */
function importsItself(state: State, resource: Node): boolean {
  const seen = new Set<Node>()
  const queue = imported(state, resource)
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next === resource) return true
    if (seen.has(next)) continue
    seen.add(next)
    queue.push(...imported(state, next))
  }
  return false
}

function imported(state: State, resource: Node): Node[] {
  const compose = nodeOf(resource, 'compose')
  if (!compose) return []
  const parts = [...nodesOf(compose, 'include'), ...nodesOf(compose, 'exclude')]
  const urls = parts.flatMap((part) => textsOf(part, 'valueSet'))
  return urls.map((url) => state.valueSets.find(...splitCanonical(url))?.resource).filter((found) => found !== undefined)
}

/** A supplement has codes of another system only: it is none by itself. */
export function indexFor(state: State, system: string, version: string | undefined): Found | undefined {
  const entry = state.codeSystems.find(system, version)
  if (!entry || entry.resource['content'] === 'supplement') return undefined
  return { index: kept(state.indexes, entry.resource, () => indexOf(entry.resource)), isVersion: entry.isVersion }
}
