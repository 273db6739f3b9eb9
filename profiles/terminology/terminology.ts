// What the packaged code systems and value sets tell of a code.

import { type CodeSystemIndex, type ConceptRow, spelled } from './code-system.ts'
import type { CodeSet } from './compose.ts'
import { faultsOf } from './faults.ts'
import { byGrammar } from './grammars.ts'
import { kept, lazily } from './reading.ts'
import { type Truth, or } from './truth.ts'
import { type State, type TerminologyFault, type TerminologySources, indexFor, setOf, stateOf } from './value-sets.ts'

export type { TerminologyFault, TerminologySources }

export interface Membership {
  /**
   * true: the set has this code; false: surely not; undefined: cannot be told from what is here, and `reasons` say why. `system`
   * undefined is for an element of type `code`, where the set implies it; a Coding that names no system asks with ''.
   */
  readonly has: (system: string | undefined, code: string) => Truth
  /** What cannot be told, in words for a person, without any code. Empty: every answer is yes or no, but for the case of letters. */
  readonly reasons: readonly string[]
}

export interface Terminology {
  /**
   * By canonical URL, with |version or without. undefined: no such value set is here. A version that is not here is answered by
   * the one that is, whose no then counts as "cannot be told".
   */
  readonly membership: (valueSet: string) => Membership | { readonly notEvaluable: string } | undefined
  /**
   * The members by system, where all can be listed: what is in it is in the set; of what is not ask `membership`, which knows of
   * letter case. undefined: not here, not to be listed, or more than 50,000 codes.
   */
  readonly codesOf: (valueSet: string) => ReadonlyMap<string, ReadonlySet<string>> | undefined
  /** Whether the code system has this code, by its list or by its form. */
  readonly isCode: (system: string, code: string) => Truth
  readonly lookup: (system: string, code: string) => ConceptRow | undefined
  /** Whether a display is one of the concept's wordings, but for case and white space; undefined when it has none here. */
  readonly isDisplay: (system: string, code: string, display: string) => Truth
  /** Everything that is wrong with the sources: looked for when asked. */
  readonly faults: () => readonly TerminologyFault[]
}

/** Nothing is looked at before it is asked for; what was worked out is kept. */
export function terminologyOf(sources: TerminologySources): Terminology {
  const state = stateOf(sources)
  const known = new Map<string, ReturnType<Terminology['membership']>>()
  const lists = new Map<string, ReturnType<Terminology['codesOf']>>()
  const indexed = (system: string) => indexFor(state, system, undefined)?.index
  return {
    membership: (valueSet) => kept(known, valueSet, () => membershipOf(state, valueSet)),
    codesOf: (valueSet) => kept(lists, valueSet, () => listed(state, valueSet)),
    isCode: (system, code) => isCode(indexed(system), system, code),
    lookup: (system, code) => rowOf(indexed(system), code),
    isDisplay: (system, code, display) => isDisplay(rowOf(indexed(system), code), display),
    faults: lazily(() => faultsOf(state)),
  }
}

/** A longer list is asked code by code. */
const maxCodes = 50_000

function membershipOf(state: State, valueSet: string): ReturnType<Terminology['membership']> {
  const set = setOf(state, valueSet)
  if (!set) return undefined
  if (set.isOpen && set.systems.size === 0) return { notEvaluable: set.reasons.join('; ') }
  const short = lazily(() => shortcutOf(listed(state, valueSet)))
  return {
    has: (system, code) => {
      if (short()?.get(system)?.has(code)) return true
      return system === undefined ? hasImplied(set, code) : set.has(system, code)
    },
    reasons: set.reasons,
  }
}

/** The members by system, and all of them under undefined: nearly every question is about one of them. */
function shortcutOf(
  codes: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): ReadonlyMap<string | undefined, ReadonlySet<string>> | undefined {
  return codes && new Map([...codes, [undefined, new Set([...codes.values()].flatMap((list) => [...list]))]])
}

/** In any of the systems that the set draws from. */
function hasImplied(set: CodeSet, code: string): Truth {
  let answer: Truth = set.isOpen ? undefined : false
  for (const system of set.systems) {
    answer = or(answer, set.has(system, code))
    if (answer === true) return true
  }
  return answer
}

function listed(state: State, valueSet: string): ReturnType<Terminology['codesOf']> {
  const set = setOf(state, valueSet)
  const candidates = set?.candidates()
  if (!set || !candidates || candidates.length > maxCodes) return undefined
  const codes = new Map<string, Set<string>>()
  for (const [system, code] of candidates) {
    const isIn = set.has(system, code)
    if (isIn === undefined) return undefined
    if (!isIn) continue
    const list = codes.get(system)
    if (list) list.add(code)
    else codes.set(system, new Set([code]))
  }
  return codes
}

function isCode(index: CodeSystemIndex | undefined, system: string, code: string): Truth {
  const isThere = index && spelled(index, code).isThere
  return isThere ?? byGrammar(system, code)
}

function rowOf(index: CodeSystemIndex | undefined, code: string): ConceptRow | undefined {
  return index?.rows.get(index ? spelled(index, code).code : code)
}

function isDisplay(row: ConceptRow | undefined, display: string): Truth {
  const wordings = row ? [...(row.display === undefined ? [] : [row.display]), ...row.designations] : []
  return wordings.length === 0 ? undefined : wordings.some((wording) => plain(wording) === plain(display))
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}
