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
  /** By code: nearly always one system gives it out. */
  const codings = new Map<unknown, Right[]>()
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
    const right = codings.get(code)
    for (let i = 0; right !== undefined && i < right.length; i += 1) {
      const one = right[i]
      if (one !== undefined && one.system === system)
        return display === undefined || display === one.display || isString(display) ? size : 0
    }
    return 0
  }

  function keepCoding({ system, code, display }: Json): boolean {
    if (!isShort(system) || !isShort(code)) return true
    if (kept >= most) {
      codings.clear()
      kept = 0
    }
    const right = codings.get(code) ?? []
    if (right.length === 0) codings.set(code, right)
    // A right code is a right text as well.
    const one = { system, display: isShort(display) ? display : code }
    const at = right.findIndex((other) => other.system === system)
    if (at >= 0) right[at] = one
    else if (right.length < mostSystems) {
      right.push(one)
      kept += 1
    }
    return true
  }

  return { isUri: isKnownUri, codingSize, keepCoding }
}

interface Right {
  readonly system: string
  /** One that was right. */
  readonly display: string
}

/** Of one code, so that nobody can make a long search of it. */
const mostSystems = 16

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest
}
