// Codes of our own code systems: nobody but us gives them out, so that one that we do not know is a mistake.

import { base } from '../canonical.ts'
import { codeSystemUrls, isComplete, isKnown, lookup } from '../terminology.ts'

const ownSystems = `${base}/CodeSystem/`
const ownUrls: ReadonlySet<unknown> = new Set(codeSystemUrls())

export type OwnCode = 'right' | 'unknown-code' | 'unknown-system'

export function ownCode(system: unknown, code: unknown): OwnCode {
  if (typeof system !== 'string' || !system.startsWith(ownSystems)) return 'right'
  // Mappings name a source's own lists under our base: what they kept as it came is no mistake.
  if (!isKnown(system)) return 'unknown-system'
  if (!isComplete(system) || (typeof code === 'string' && lookup(system, code))) return 'right'
  return 'unknown-code'
}

/** Codes that were found to be right, by system: the lists of ours are short. */
const right = new Map<unknown, Set<unknown>>()

/** Whether there is nothing to say against the code: quicker to ask than what there is. */
export function isRightCode(system: unknown, code: unknown): boolean {
  // Most systems are not ours, which their first letters tell.
  if (typeof system !== 'string' || !system.startsWith(ownSystems) || right.get(system)?.has(code) === true) return true
  if (ownCode(system, code) === 'unknown-code') return false
  if (ownUrls.has(system) && typeof code === 'string' && isComplete(system)) {
    const known = right.get(system)
    if (known) known.add(code)
    else right.set(system, new Set([code]))
  }
  return true
}
