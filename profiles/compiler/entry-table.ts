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
  const fullUrls: string[] = []
  const resources: Json[] = []
  for (let i = 0; i < entries.length; i += 1) {
    const entry: unknown = entries[i]
    const fullUrl = isJson(entry) ? entry['fullUrl'] : undefined
    const resource = isJson(entry) ? entry['resource'] : undefined
    if (typeof fullUrl !== 'string') continue
    fullUrls.push(fullUrl)
    resources.push(isJson(resource) ? resource : nothing)
  }
  return fullUrls.length > few ? mapOf(fullUrls, resources) : listOf(fullUrls, resources)
}

/** Measured: to make a map costs more than to go through a list a few times. */
const few = 24
const none: EntryTable = { get: () => undefined }
const nothing: Json = Object.freeze({})

function mapOf(fullUrls: readonly string[], resources: readonly Json[]): EntryTable {
  return new Map(fullUrls.map((fullUrl, at) => [fullUrl, resources[at] ?? nothing]))
}

/** Told apart by their last letters first, which is one number to compare. */
function listOf(fullUrls: readonly string[], resources: readonly Json[]): EntryTable {
  const ends: number[] = []
  for (let i = 0; i < fullUrls.length; i += 1) ends.push(endOf(fullUrls[i] ?? ''))
  return {
    get: (fullUrl) => {
      const end = endOf(fullUrl)
      for (let i = ends.length - 1; i >= 0; i -= 1) if (ends[i] === end && fullUrls[i] === fullUrl) return resources[i]
      return undefined
    },
  }
}

/** A number of the last letters, which few texts of a Bundle share. */
export function endOf(text: string): number {
  const { length } = text
  if (length < 4) return length
  return (
    text.charCodeAt(length - 1) ^
    (text.charCodeAt(length - 2) << 7) ^
    (text.charCodeAt(length - 3) << 14) ^
    (text.charCodeAt(length - 4) << 21)
  )
}
