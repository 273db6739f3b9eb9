// What was found right before and is sent all day: the urls of code systems and definitions, and codings. Never more than a little.

import { isString, isUri } from './primitive-test.ts'
import type { Json } from './state.ts'

/** When so many are kept, all are forgotten: nobody can fill the memory, and what is usual is soon known again. */
const most = 2_000
const longest = 200

export interface Known {
  /** Whether a value is a uri. */
  isUri(value: unknown): boolean
  /** How many properties a coding has that is known to be right; 0 when it must be looked at. */
  codingSize(coding: Json): number
  /** A coding that was found right. Always true. */
  keepCoding(coding: Json): boolean
}

export function knownValues(): Known {
  const uris = new Set<unknown>()
  /** By system and code a display that was right. */
  const codings = new Map<unknown, Map<unknown, string>>()
  let kept = 0

  function isKnownUri(value: unknown): boolean {
    if (uris.has(value)) return true
    if (!isUri(value)) return false
    if (uris.size >= most) uris.clear()
    if (isShort(value)) uris.add(value)
    return true
  }

  function codingSize(coding: Json): number {
    let size = 0
    let system: unknown
    let code: unknown
    let display: unknown
    for (const key in coding) {
      const value = coding[key]
      if (value === undefined) continue
      size += 1
      if (key === 'system') system = value
      else if (key === 'code') code = value
      else if (key === 'display') display = value
      else return 0
    }
    const shown = codings.get(system)?.get(code)
    if (shown === undefined) return 0
    return display === undefined || display === shown || isString(display) ? size : 0
  }

  function keepCoding({ system, code, display }: Json): boolean {
    if (!isShort(system) || !isShort(code)) return true
    if (kept >= most) {
      codings.clear()
      kept = 0
    }
    const codes = codings.get(system) ?? new Map<unknown, string>()
    if (codes.size === 0) codings.set(system, codes)
    if (!codes.has(code)) kept += 1
    // A right code is a right text as well.
    codes.set(code, isShort(display) ? display : code)
    return true
  }

  return { isUri: isKnownUri, codingSize, keepCoding }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest
}
