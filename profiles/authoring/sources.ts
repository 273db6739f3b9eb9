// Digests of what profiles/built is made from and of what was made: `sources.ts --check` tells without SUSHI whether it is current.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const profiles = new URL('../', import.meta.url)

export interface Digests {
  /** SHA-256 by path under profiles/. */
  readonly sources: Readonly<Record<string, string>>
  /** SHA-256 by path under profiles/built/. */
  readonly built: Readonly<Record<string, string>>
}

/** Of the sources as they are, and of the texts that were made of them. */
export function digestsOf(made: ReadonlyMap<string, string>): Digests {
  const paths = [...shorthand(), ...programs].toSorted()
  return {
    sources: Object.fromEntries(paths.map((path) => [path, digest(readFileSync(new URL(path, profiles)))])),
    built: Object.fromEntries([...made].map(([path, text]) => [path, digest(text)])),
  }
}

const programs = [
  'authoring/build.ts',
  'authoring/core-package.ts',
  'authoring/layout.ts',
  'authoring/package-lock.json',
  'authoring/published.ts',
  'authoring/referenced.ts',
  'authoring/sushi-config.yaml',
]

function shorthand(): readonly string[] {
  return readdirSync(new URL('fsh/', profiles), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.fsh'))
    .map((path) => `fsh/${path}`)
}

const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

if (import.meta.main) {
  const stale = outdated()
  if (stale.length > 0) {
    process.stderr.write(`profiles/built is out of date (${stale.join(', ')}): npm run profiles:build\n`)
    process.exitCode = 1
  }
}

/** Sources that changed since the build, and built files that something else changed. */
function outdated(): readonly string[] {
  const recorded = JSON.parse(readFileSync(new URL('built/source.json', profiles), 'utf8')) as Digests
  const made = Object.keys(recorded.built).map((path) => [path, textOf(path)] as const)
  const now = digestsOf(new Map(made))
  return [...changed(recorded.sources, now.sources), ...changed(recorded.built, now.built)]
}

function textOf(path: string): string {
  const file = new URL(`built/${path}`, profiles)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function changed(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...paths].filter((path) => before[path] !== after[path])
}
