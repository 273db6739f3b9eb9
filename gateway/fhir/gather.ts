// Resources that others refer to, read for a caller: what it may not see is as absent as what is not there.

import { parseKeeping } from '../../profiles/decimal.ts'
import { limits } from '../config.ts'
import type { Access, Cursor, Query, Store, Version } from '../store/store.ts'
import { isKnownType } from '../types.ts'
import { isRecord } from './resource.ts'
import { isId } from './served.ts'

export interface Named {
  readonly type: string
  readonly id: string
  /** A version that the reference names (`…/_history/3`). */
  readonly version?: number
  /** Where it stands, e.g. `Composition.section[0].entry[1]`. */
  readonly path: string
}

/** The literal references in a resource, attachments' addresses among them, to what may be here: relative, or under our own base. */
export function referencesIn(value: unknown, path: string, base: string): readonly Named[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => referencesIn(element, `${path}[${i}]`, base))
  if (!isRecord(value)) return []
  const { reference, url } = value
  const named = [reference, url].flatMap((one) => (typeof one === 'string' ? (namedBy(one, path, base) ?? []) : []))
  return [...named, ...Object.entries(value).flatMap(([name, element]) => referencesIn(element, `${path}.${name}`, base))]
}

/** undefined for a contained resource, another server's, or what names none. */
export function namedBy(text: string, path: string, base: string): Named | undefined {
  const relative = text.startsWith(`${base}/`) ? text.slice(base.length + 1) : text
  const [, type = '', id = '', version] = /^([A-Z][A-Za-z]{1,63})\/([^/#?]+)(?:\/_history\/(\d{1,9}))?$/.exec(relative) ?? []
  if (!isKnownType(type) || !isId(id)) return undefined
  return { type, id, path, ...(version !== undefined && { version: Number(version) }) }
}

export const keyOf = ({ type, id }: Pick<Named, 'type' | 'id'>): string => `${type}/${id}`

/**
 * The current versions of those that the caller may see, by `Type/id`; a version that is named instead of the current one. Nothing is
 * read behind the one that brings them over `most` bytes.
 */
export async function readNamed(
  store: Pick<Store, 'search' | 'vread'>,
  access: Access,
  named: readonly Named[],
  most = Infinity,
): Promise<ReadonlyMap<string, Version>> {
  let left = most
  const found = new Map<string, Version>()
  const byType = Map.groupBy(
    named.filter(({ version }) => version === undefined),
    ({ type }) => type,
  )
  for (const [type, ones] of byType) {
    for (const ids of chunked([...new Set(ones.map(({ id }) => id))])) {
      const query = {
        type,
        where: [{ on: 'id', any: ids }],
        order: [],
        count: ids.length,
        bytes: limits.page,
        total: false,
      } as const
      for await (const version of allOf(store, access, query)) {
        found.set(keyOf(version), version)
        left -= Buffer.byteLength(version.text)
        if (left < 0) return found
      }
    }
  }
  for (const { type, id, version } of named) {
    if (version === undefined || found.has(keyOf({ type, id }))) continue
    const old = await store.vread(access, type, id, version)
    if (!old || old.deleted) continue
    found.set(keyOf(old), old)
    left -= Buffer.byteLength(old.text)
    if (left < 0) break
  }
  return found
}

/** Over its pages. */
async function* allOf(store: Pick<Store, 'search'>, access: Access, query: Query): AsyncIterable<Version> {
  for (let after: Cursor | undefined; ;) {
    const page = await store.search(access, { ...query, ...(after && { after }) })
    yield* page.versions
    if (!page.next) return
    after = page.next
  }
}

/** No query with more parameters than a database takes. */
const mostIds = 100

function chunked(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, i) => ids.slice(i * mostIds, (i + 1) * mostIds))
}

export const parsed = ({ text }: Version): unknown => parseKeeping(text)
