// The resources of a Bundle by fullUrl: a short list in most Bundles, a map in one of many.

import { type Json, type State, isJson } from './state.ts'

export interface EntryTable {
  /** An entry without a resource gives an empty one. */
  get(fullUrl: string): Json | undefined
}

/** Of the nearest Bundle, made when the first reference into it is met. */
export function entriesOf(state: State): EntryTable {
  return (state.entries ??= entryTable(state.bundle?.['entry']))
}

/** Of two entries with one fullUrl the later counts; bdl-7 says elsewhere that there may not be two. */
export function entryTable(entries: unknown): EntryTable {
  if (!Array.isArray(entries)) return none
  return entries.length > few ? new Map(rowsOf(entries)) : listOf(rowsOf(entries))
}

/** Measured: to make a map costs more than to go through a list a few times. */
const few = 24
const none: EntryTable = { get: () => undefined }
const nothing: Json = Object.freeze({})

type Row = readonly [fullUrl: string, resource: Json]

function rowsOf(entries: readonly unknown[]): readonly Row[] {
  const rows: Row[] = []
  for (let i = 0; i < entries.length; i += 1) {
    const entry: unknown = entries[i]
    if (!isJson(entry)) continue
    const { fullUrl, resource } = entry
    if (typeof fullUrl === 'string') rows.push([fullUrl, isJson(resource) ? resource : nothing])
  }
  return rows
}

/** Told apart by their last letters first, which is one number to compare. */
function listOf(rows: readonly Row[]): EntryTable {
  const ends: number[] = []
  for (let i = 0; i < rows.length; i += 1) ends.push(endOf(rows[i]?.[0] ?? ''))
  return {
    get: (fullUrl) => {
      const end = endOf(fullUrl)
      for (let i = ends.length - 1; i >= 0; i -= 1) {
        const row = ends[i] === end ? rows[i] : undefined
        if (row !== undefined && row[0] === fullUrl) return row[1]
      }
      return undefined
    },
  }
}

function endOf(text: string): number {
  const { length } = text
  if (length < 4) return length
  return (
    text.charCodeAt(length - 1) ^
    (text.charCodeAt(length - 2) << 7) ^
    (text.charCodeAt(length - 3) << 14) ^
    (text.charCodeAt(length - 4) << 21)
  )
}
