// Packs profiles/built into a FHIR package that other tools load: `npm run profiles:pack [folder]` writes one .tgz.
//
// Layout after https://confluence.hl7.org/display/FHIR/NPM+Package+Specification: `package/` holds package.json, .index.json and
// the definitions, `package/example/` the examples. The same sources make the same bytes: no time, no owner.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { tarOf } from './tar.ts'

const built = new URL('../built/', import.meta.url)
const indexed = ['resourceType', 'id', 'url', 'version', 'kind', 'type', 'supplements', 'content'] as const
const folder = process.argv[2] ?? 'data'

mkdirSync(folder, { recursive: true })
const { name, version } = description()
const target = `${folder}/${name}-${version}.tgz`
const entries = packed()
writeFileSync(target, gzipSync(tarOf(entries), { level: 9 }))
console.log(`${target}: ${entries.length} files`)

interface Entry {
  readonly path: string
  readonly text: string
}

function packed(): readonly Entry[] {
  const definitions = ['definitions', 'terminology', 'exchange'].flatMap(filesIn)
  const examples = filesIn('examples')
  return [
    { path: 'package/package.json', text: `${JSON.stringify(description(), null, 2)}\n` },
    { path: 'package/.index.json', text: index(definitions) },
    ...definitions.map(({ path, text }) => ({ path: `package/${path}`, text })),
    { path: 'package/example/.index.json', text: index(examples) },
    ...examples.map(({ path, text }) => ({ path: `package/example/${path}`, text })),
  ]
}

function description() {
  const config = readFileSync(new URL('sushi-config.yaml', import.meta.url), 'utf8')
  const setting = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(config)?.[1] ?? ''
  return {
    name: 'home-first.gateway',
    version: setting('version'),
    type: 'Conformance',
    title: 'Home First profiles',
    description: 'Profiles, code lists and messages for discharge referrals between hospital, community health and council',
    canonical: setting('canonical'),
    license: 'Apache-2.0',
    author: 'Home First Gateway project',
    fhirVersions: [setting('fhirVersion')],
    dependencies: { 'hl7.fhir.r4.core': setting('fhirVersion') },
    directories: { example: 'example' },
  }
}

function filesIn(part: string): readonly Entry[] {
  const names = readdirSync(new URL(`${part}/`, built)).toSorted()
  return names.map((path) => ({ path, text: readFileSync(new URL(`${part}/${path}`, built), 'utf8') }))
}

function index(entries: readonly Entry[]): string {
  const files = entries.map(({ path, text }) => {
    const resource = JSON.parse(text) as Record<string, unknown>
    const told = indexed.filter((key) => typeof resource[key] === 'string').map((key) => [key, resource[key]])
    return { filename: path, ...Object.fromEntries(told) }
  })
  return `${JSON.stringify({ 'index-version': 1, files }, null, 1)}\n`
}
