// What comes along with a page of matches, looked up: each once, no match again, no more than a page's worth of it.

import { mostIncludedBytes, type Access, type Store, type Version } from '../store/store.ts'
import { bytesOf, type Along } from './page-room.ts'
import type { IncludeRow } from './search-include.ts'

export interface Included extends Along {
  /** There would be more, but for their number. */
  readonly isCapped: boolean
}

/** Resources that come along with one page. */
export const mostIncluded = 500
/** How often what was included is gone on from. Circles end by themselves: nothing comes twice. */
const mostRounds = 8

type Looking = Pick<Store, 'include' | 'search'>

/** The caller's access is joined in each look, as if each resource were read by itself. `room` in bytes. */
export async function included(
  matches: readonly Version[],
  rows: readonly IncludeRow[],
  access: Access,
  store: Looking,
  room: number,
): Promise<Included> {
  const seen = new Set(matches.map(nameOf))
  const found: Version[] = []
  let [isCapped, isOver, left] = [false, false, room]
  let from = matches
  for (let round = 0; from.length > 0 && !isCapped && !isOver; round++) {
    const following = round === 0 ? rows : rows.filter(({ iterates }) => iterates)
    if (round === mostRounds && following.length > 0) isCapped = true
    const next: Version[] = []
    for await (const looked of isCapped ? [] : along(following, from, access, store, left)) {
      isCapped ||= looked.versions.length > mostIncluded
      const others = looked.versions.filter((version) => !seen.has(nameOf(version)))
      left -= bytesOf(others)
      isOver ||= looked.isOver || left < 0
      if (isOver) break
      for (const version of others) seen.add(nameOf(version))
      next.push(...others)
    }
    found.push(...next)
    isCapped ||= found.length > mostIncluded
    from = next
  }
  return { versions: found.slice(0, mostIncluded), isCapped, isOver }
}

const nameOf = ({ type, id }: Version): string => `${type}/${id}`

/** One more than may be told, so that it is seen when there would be more. */
const limit = mostIncluded + 1

/** One look at a time, so that nothing more is read where one does not fit. */
async function* along(
  rows: readonly IncludeRow[],
  from: readonly Version[],
  access: Access,
  store: Looking,
  room: number,
): AsyncIterable<Along> {
  for (const row of rows) {
    if (row.direction === 'forward') yield* referred(row, from, access, store)
    else yield* referring(row, from, access, store, room)
  }
}

async function* referred(row: IncludeRow, from: readonly Version[], access: Access, store: Looking): AsyncIterable<Along> {
  const { source, key, targets, isWhole } = row
  const names = from.filter(({ type }) => type === source).map(nameOf)
  if (names.length === 0) return
  for (const target of isWhole ? [undefined] : targets) {
    const versions = await store.include(access, names, key, target, limit)
    yield { versions: versions.filter(({ type }) => targets.includes(type)), isOver: bytesOf(versions) > mostIncludedBytes }
  }
}

async function* referring(
  { source, key, targets }: IncludeRow,
  from: readonly Version[],
  access: Access,
  store: Looking,
  bytes: number,
): AsyncIterable<Along> {
  const names = from.filter(({ type }) => targets.includes(type)).map(nameOf)
  if (names.length === 0) return
  const where = [{ on: 'reference', key, any: names }] as const
  const { versions, next } = await store.search(access, { type: source, where, order: [], count: limit, bytes, total: false })
  yield { versions, isOver: next !== undefined && versions.length < limit }
}
