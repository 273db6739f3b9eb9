// What comes along with a page of matches, looked up: each once, no match again, no more than a page's worth of it.

import type { Access, Store, Version } from '../store/store.ts'
import type { IncludeRow } from './search-include.ts'

export interface Included {
  readonly versions: readonly Version[]
  /** There would be more. */
  readonly isCapped: boolean
}

/** Resources that come along with one page. */
export const mostIncluded = 500
/** How often what was included is gone on from. Circles end by themselves: nothing comes twice. */
const mostRounds = 8

type Looking = Pick<Store, 'include' | 'search'>

/** The caller's access is joined in each look, as if each resource were read by itself. */
export async function included(
  matches: readonly Version[],
  rows: readonly IncludeRow[],
  access: Access,
  store: Looking,
): Promise<Included> {
  const seen = new Set(matches.map(nameOf))
  const found: Version[] = []
  let isCapped = false
  let from = matches
  for (let round = 0; from.length > 0 && !isCapped; round++) {
    const following = round === 0 ? rows : rows.filter(({ iterates }) => iterates)
    if (round === mostRounds && following.length > 0) isCapped = true
    const next: Version[] = []
    for (const row of isCapped ? [] : following) {
      const versions = await along(row, from, access, store)
      isCapped ||= versions.length > mostIncluded
      for (const version of versions) {
        if (seen.has(nameOf(version))) continue
        seen.add(nameOf(version))
        next.push(version)
      }
    }
    found.push(...next)
    isCapped ||= found.length > mostIncluded
    from = next
  }
  return { versions: found.slice(0, mostIncluded), isCapped }
}

const nameOf = ({ type, id }: Version): string => `${type}/${id}`

/** One more than may be told, so that it is seen when there would be more. */
const limit = mostIncluded + 1

async function along(row: IncludeRow, from: readonly Version[], access: Access, store: Looking): Promise<readonly Version[]> {
  return row.direction === 'forward' ? referred(row, from, access, store) : referring(row, from, access, store)
}

async function referred(row: IncludeRow, from: readonly Version[], access: Access, store: Looking) {
  const { source, key, targets, isWhole } = row
  const names = from.filter(({ type }) => type === source).map(nameOf)
  if (names.length === 0) return []
  const found: Version[] = []
  for (const target of isWhole ? [undefined] : targets) found.push(...(await store.include(access, names, key, target, limit)))
  return found.filter(({ type }) => targets.includes(type))
}

async function referring({ source, key, targets }: IncludeRow, from: readonly Version[], access: Access, store: Looking) {
  const names = from.filter(({ type }) => targets.includes(type)).map(nameOf)
  if (names.length === 0) return []
  const where = [{ on: 'reference', key, any: names }] as const
  const page = await store.search(access, { type: source, where, order: [], count: limit, total: false })
  return page.versions
}
