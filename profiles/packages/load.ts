// Packages made ready for the validator: definitions with their snapshots, terminology, and every fault that was found.

import type { CodeSystem, MessageDefinition, SearchParameter, StructureDefinition, ValueSet } from '@medplum/fhirtypes'
import type { PackageEntry } from './archive.ts'
import { coreDefinition } from './core.ts'
import type { PackageFault } from './fault.ts'
import { readPackage, type PackageResource } from './read.ts'
import { isStructureDefinition, shapeFaults } from './shape.ts'
import { snapshotsOf, type Snapshots } from './snapshot.ts'
import { urlOfType, withoutVersion } from './work.ts'

export interface LoadedPackages {
  /** The packages' own profiles, extensions and types, with snapshots, in the order of their files. */
  readonly structureDefinitions: readonly StructureDefinition[]
  /** What of R4 they stand on: types, and R4's own extensions and profiles, with snapshots. */
  readonly standsOn: readonly StructureDefinition[]
  readonly codeSystems: readonly CodeSystem[]
  readonly valueSets: readonly ValueSet[]
  readonly messageDefinitions: readonly MessageDefinition[]
  readonly searchParameters: readonly SearchParameter[]
  /** Every other resource: concept maps, examples, capability statements. */
  readonly others: readonly PackageResource[]
  /** A definition of the packages or of R4 with its snapshot, by its canonical. */
  readonly definition: Snapshots['definition']
  /** With any `error` among them the packages must not be used. */
  readonly faults: readonly PackageFault[]
}

/** Reads the files of all packages together, so that one may be based on another. Never throws. */
export function loadPackages(entries: readonly PackageEntry[]): LoadedPackages {
  const { resources, faults: unreadable } = readPackage(entries)
  const faults = [...unreadable]
  const definitions = definitionsIn(resources, faults)
  const files = new Map([...definitions].map(([url, { file }]) => [url, file]))
  const snapshots = snapshotsOf((url) => definitions.get(url)?.definition ?? coreDefinition(url))
  const structureDefinitions = [...definitions.keys()].flatMap((url) => snapshots.definition(url) ?? [])
  const standsOn = reachedFrom(structureDefinitions, snapshots)
  faults.push(...snapshots.faults.map((fault) => withFile(fault, files)))
  return {
    structureDefinitions,
    standsOn,
    codeSystems: ofType(resources, 'CodeSystem'),
    valueSets: ofType(resources, 'ValueSet'),
    messageDefinitions: ofType(resources, 'MessageDefinition'),
    searchParameters: ofType(resources, 'SearchParameter'),
    others: resources.filter(({ resource }) => !known.has(resource.resourceType)),
    definition: snapshots.definition,
    faults,
  }
}

const known: ReadonlySet<string> = new Set([
  'StructureDefinition',
  'CodeSystem',
  'ValueSet',
  'MessageDefinition',
  'SearchParameter',
])

interface InFile {
  readonly file: string
  readonly definition: StructureDefinition
}

function definitionsIn(resources: readonly PackageResource[], faults: PackageFault[]): ReadonlyMap<string, InFile> {
  const found = new Map<string, InFile>()
  for (const { file, resource } of resources) {
    if (resource.resourceType !== 'StructureDefinition') continue
    const url = typeof resource['url'] === 'string' ? { url: resource['url'] } : {}
    if (!isStructureDefinition(resource)) {
      faults.push(
        ...shapeFaults(resource).map((fault) => ({ severity: 'error' as const, id: 'misshapen', file, ...url, ...fault })),
      )
    } else add(found, file, resource, faults)
  }
  return found
}

/** R4's types are what they are: no package redefines them. Of two definitions with one canonical the first counts. */
function add(found: Map<string, InFile>, file: string, definition: StructureDefinition, faults: PackageFault[]): void {
  const { url } = definition
  const first = found.get(url)
  const refuse = (severity: PackageFault['severity'], id: string, reason: string) =>
    faults.push({ severity, id, file, url, reason })
  if (first) refuse('warning', 'defined-twice', `is defined in ${first.file} already`)
  else if (!isOfR4(definition)) refuse('error', 'other-version', `is of FHIR ${definition.fhirVersion}, not of R4`)
  else if (isCoreType(url)) refuse('warning', 'core-kept', 'is a type of R4, which stays as it is')
  else found.set(url, { file, definition })
}

function isOfR4({ fhirVersion = '4.0.1' }: StructureDefinition): boolean {
  return /^4\.0(?:\.|$)/.test(fhirVersion)
}

function isCoreType(url: string): boolean {
  const core = coreDefinition(url)
  return core !== undefined && core.derivation !== 'constraint'
}

/** Every definition that these name as base, type or profile, and that those name, without these. */
function reachedFrom(start: readonly StructureDefinition[], { definition }: Snapshots): readonly StructureDefinition[] {
  const reached = new Map(start.map((one) => [one.url, one]))
  const queue = start.flatMap(namedBy)
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    const found = reached.has(url) ? undefined : definition(url)
    if (!found) continue
    reached.set(url, found)
    queue.push(...namedBy(found))
  }
  return [...reached.values()].slice(start.length)
}

function namedBy({ baseDefinition, snapshot }: StructureDefinition): readonly string[] {
  const types = (snapshot?.element ?? []).flatMap(({ type }) => type ?? [])
  const names = types.flatMap(({ code, profile = [] }) => [urlOfType(code), ...profile])
  return [...new Set([...(baseDefinition === undefined ? [] : [baseDefinition]), ...names].map(withoutVersion))]
}

function withFile(fault: PackageFault, files: ReadonlyMap<string, string>): PackageFault {
  const file = files.get(fault.url ?? '')
  return file === undefined ? fault : { ...fault, file }
}

/** What a resource says of itself is all that is known here: whoever reads it further reads with care, as profiles/terminology does. */
function ofType<T extends { resourceType: string }>(
  resources: readonly PackageResource[],
  type: T['resourceType'],
): readonly T[] {
  const isOfType = (resource: { resourceType: string }): resource is T => resource.resourceType === type
  return resources.map(({ resource }) => resource).filter(isOfType)
}
