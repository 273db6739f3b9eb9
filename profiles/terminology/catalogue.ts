// Definitions found by canonical URL and version.

import { type Node, isNode, textOf } from './reading.ts'

export interface Catalogue {
  /** The version that is asked for; without it, or with none asked for, the last of the sources. */
  readonly find: (url: string, version: string | undefined) => Entry | undefined
  readonly all: readonly Node[]
  /** url|version of definitions that are there more than once; the first of them is used. */
  readonly repeated: readonly string[]
}

export interface Entry {
  readonly resource: Node
  /** False when another version was asked for than the one found. */
  readonly isVersion: boolean
}

export function catalogueOf(resources: readonly unknown[]): Catalogue {
  const all = resources.filter(isNode).filter((resource) => textOf(resource, 'url') !== undefined)
  const byUrl = new Map<string, Map<string, Node>>()
  const repeated: string[] = []
  for (const resource of all) {
    const url = textOf(resource, 'url') ?? ''
    const version = textOf(resource, 'version') ?? ''
    const versions = byUrl.get(url) ?? new Map<string, Node>()
    byUrl.set(url, versions)
    if (versions.has(version)) repeated.push(version === '' ? url : `${url}|${version}`)
    else versions.set(version, resource)
  }
  return { find: (url, version) => entryOf(byUrl.get(url), version), all, repeated }
}

/** `url|version` in its two parts. */
export function splitCanonical(canonical: string): readonly [url: string, version: string | undefined] {
  const bar = canonical.indexOf('|')
  return bar < 0 ? [canonical, undefined] : [canonical.slice(0, bar), canonical.slice(bar + 1) || undefined]
}

/** A definition without a version stands for any. */
function entryOf(versions: ReadonlyMap<string, Node> | undefined, version: string | undefined): Entry | undefined {
  const exact = version === undefined ? undefined : (versions?.get(version) ?? versions?.get(''))
  if (exact) return { resource: exact, isVersion: true }
  const last = [...(versions?.values() ?? [])].at(-1)
  return last && { resource: last, isVersion: version === undefined }
}
