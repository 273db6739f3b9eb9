// The value sets that R4's own definitions are bound to, with the code systems that they draw on, cut down to codes and displays.

import type { Definition } from './slim-definition.ts'

/** The few fields of HL7's CodeSystems and ValueSets that are read here. */
export interface Terminology {
  resourceType: string
  url: string
  version?: string
  name: string
  status: string
  caseSensitive?: boolean
  hierarchyMeaning?: string
  content?: string
  concept?: Concept[]
  compose?: Compose
}
interface Concept {
  code: string
  display?: string
  property?: { code: string }[]
  concept?: Concept[]
}
interface Compose {
  include: Include[]
  exclude?: Include[]
}
interface Include {
  system?: string
  version?: string
  concept?: Concept[]
  filter?: { property: string; op: string; value: string }[]
  valueSet?: string[]
}

/**
 * Every ValueSet of a binding that is required, extensible or preferred, and every one that those include, then the CodeSystems
 * that they draw on. A long list of another body's codes (6,401 of LOINC's) is left out with its value set.
 */
export function slimTerminology(definitions: Definition[], terminology: Terminology[]): unknown[] {
  return bound(definitions, terminology).map(slim)
}

/** What else R4 publishes of its own, for packages that bind to it: no list of SNOMED's or LOINC's codes. */
export function furtherTerminology(definitions: Definition[], terminology: Terminology[]): unknown[] {
  const near = new Set(bound(definitions, terminology))
  const rest = terminology.filter(
    (one) => !near.has(one) && (one.resourceType === 'ValueSet' ? !listsForeign(one) : isOfHl7(one)),
  )
  return rest
    .filter(({ concept, compose }) => concept ?? compose)
    .toSorted(byKind)
    .map(slim)
}

function bound(definitions: Definition[], terminology: Terminology[]): Terminology[] {
  const sets = new Map(terminology.filter((r) => r.resourceType === 'ValueSet').map((r) => [r.url, r]))
  const systems = new Map(terminology.filter((r) => r.resourceType === 'CodeSystem').map((r) => [r.url, r]))
  const kept = new Map<string, Terminology>()
  const queue = boundSets(definitions)
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    const set = sets.get(url)
    if (!set || kept.has(url) || isForeignList(set)) continue
    kept.set(url, set)
    queue.push(
      ...parts(set)
        .flatMap((part) => part.valueSet ?? [])
        .map(bare),
    )
  }
  const used = new Set(
    [...kept.values()]
      .flatMap(parts)
      .filter(isTaken)
      .flatMap((part) => part.system ?? []),
  )
  const codeSystems = [...used].flatMap((url) => systems.get(url) ?? []).filter((system) => system.concept)
  return [...codeSystems, ...kept.values()].toSorted(byKind)
}

/** Code systems first. */
function byKind(a: Terminology, b: Terminology): number {
  return `${a.resourceType} ${a.url}` < `${b.resourceType} ${b.url}` ? -1 : 1
}

function slim(resource: Terminology): unknown {
  return resource.resourceType === 'CodeSystem' ? slimSystem(resource) : slimSet(resource)
}

function isOfHl7({ url }: Terminology): boolean {
  return url.includes('hl7.org')
}

function listsForeign(set: Terminology): boolean {
  return parts(set).some(({ system, concept }) => concept && /snomed|loinc|dicom|nucc/.test(system ?? '')) || isForeignList(set)
}

function boundSets(definitions: Definition[]): string[] {
  const bindings = definitions.flatMap(({ snapshot }) => snapshot.element.flatMap((element) => element.binding ?? []))
  return bindings.flatMap(({ strength, valueSet }) => (strength === 'example' || !valueSet ? [] : [bare(valueSet)]))
}

function parts(set: Terminology): Include[] {
  return [...(set.compose?.include ?? []), ...(set.compose?.exclude ?? [])]
}

/** The systems of HL7 are carried also where only some codes are named, so that other packages' value sets can draw on them. */
function isTaken({ system, concept }: Include): boolean {
  return !concept || (system?.includes('hl7.org') ?? false)
}

function isForeignList(set: Terminology): boolean {
  return parts(set).some(({ system, concept }) => !system?.includes('hl7.org') && (concept?.length ?? 0) > 500)
}

function bare(canonical: string): string {
  return canonical.split('|')[0] ?? ''
}

function slimSystem(system: Terminology): unknown {
  const { resourceType, url, version, status, caseSensitive, hierarchyMeaning, content } = system
  return {
    resourceType,
    url,
    version,
    status,
    caseSensitive,
    hierarchyMeaning,
    content,
    concept: system.concept?.map(slimConcept),
  }
}

/** Of the properties only those that say where a concept stands: R4's own filters ask for no other. */
function slimConcept({ code, display, property, concept }: Concept): unknown {
  const links = property?.filter((p) => ['parent', 'subsumedBy', 'child'].includes(p.code))
  return { code, display, property: links?.length ? links : undefined, concept: concept?.map(slimConcept) }
}

function slimSet({ resourceType, url, version, status, compose }: Terminology): unknown {
  const { include, exclude } = compose ?? { include: [] }
  return {
    resourceType,
    url,
    version,
    status,
    compose: { include: include.map(slimInclude), exclude: exclude?.map(slimInclude) },
  }
}

function slimInclude({ system, version, concept, filter, valueSet }: Include): unknown {
  return { system, version, concept: concept?.map(({ code, display }) => ({ code, display })), filter, valueSet }
}
