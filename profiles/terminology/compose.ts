// A value set's compose as rules: which systems it draws from, which codes of them it has, and what cannot be told.

import { type CodeSystemIndex, spelled } from './code-system.ts'
import { type Filter, allOf, filterOf } from './filters.ts'
import { byGrammar, isWholeGrammar } from './grammars.ts'
import { type Node, nodesOf, textOf, textsOf } from './reading.ts'
import { type Truth, and, not, or } from './truth.ts'

/** A set of codes, as a rule. */
export interface CodeSet {
  readonly has: (system: string, code: string) => Truth
  /** The systems that it is known to draw from. */
  readonly systems: ReadonlySet<string>
  /** Whether it may have codes of other systems too. */
  readonly isOpen: boolean
  /** Codes among which all of its members are; undefined when they cannot be listed. */
  readonly candidates: () => readonly (readonly [system: string, code: string])[] | undefined
  /** What cannot be told, in words for a person. */
  readonly reasons: readonly string[]
}

/** Where a compose looks other things up. */
export interface Lookups {
  readonly index: (system: string, version: string | undefined) => Found | undefined
  readonly valueSet: (canonical: string) => CodeSet
  readonly fault: (path: string, id: string, text: string) => void
}

export interface Found {
  readonly index: CodeSystemIndex
  /** False when another version was asked for: then a code that is not here may be in that one. */
  readonly isVersion: boolean
}

export function composed(compose: Node, lookups: Lookups): CodeSet {
  const includes = nodesOf(compose, 'include')
  if (includes.length === 0) lookups.fault('compose', 'include-invalid', 'a compose must include something')
  const parts = includes.map((node, i) => included(node, `compose.include[${i}]`, lookups))
  const excludes = nodesOf(compose, 'exclude').map((node, i) => included(node, `compose.exclude[${i}]`, lookups))
  const activeOnly = compose['inactive'] === false
  return {
    has: (system, code) => {
      const isIn = anyHas(parts, system, code)
      if (isIn === false) return false
      const isOut = or(anyHas(excludes, system, code), activeOnly && isInactive(lookups, system, code))
      return and(isIn, not(isOut))
    },
    systems: new Set(parts.flatMap((part) => [...part.systems])),
    isOpen: parts.some((part) => part.isOpen),
    candidates: () => joined(parts.map((part) => part.candidates())),
    reasons: [...new Set([...parts, ...excludes].flatMap((part) => part.reasons))],
  }
}

/** What nothing is known of. */
export function unknownSet(reason: string): CodeSet {
  return { has: () => undefined, systems: new Set(), isOpen: true, candidates: () => undefined, reasons: [reason] }
}

function anyHas(parts: readonly CodeSet[], system: string, code: string): Truth {
  let answer: Truth = false
  for (const part of parts) {
    answer = or(answer, part.has(system, code))
    if (answer === true) return true
  }
  return answer
}

function isInactive({ index }: Lookups, system: string, code: string): boolean {
  const properties = index(system, undefined)?.index.rows.get(code)?.properties
  const isMarked = properties?.get('inactive')?.includes('true') === true
  return isMarked || (properties?.get('status')?.some((status) => status === 'retired' || status === 'inactive') ?? false)
}

/** One include or exclude: all that it names must hold at once (R4: "the intersection"). */
function included(node: Node, path: string, lookups: Lookups): CodeSet {
  const system = textOf(node, 'system')
  const imports = textsOf(node, 'valueSet').map((canonical) => lookups.valueSet(canonical))
  const parts = system === undefined ? imports : [ofSystem(node, system, path, lookups), ...imports]
  const [first] = parts
  if (!first) {
    lookups.fault(path, 'include-invalid', 'must name a system or a value set')
    return unknownSet(`${path} names neither system nor value set`)
  }
  return parts.length === 1 ? first : intersection(parts)
}

function intersection(parts: readonly CodeSet[]): CodeSet {
  // The narrowest of those that are bounded is enough to look through.
  const [narrowest] = parts.filter((part) => !part.isOpen).toSorted((a, b) => a.systems.size - b.systems.size)
  return {
    has: (system, code) => parts.map((part) => part.has(system, code)).reduce(and, true),
    systems: narrowest?.systems ?? new Set(parts.flatMap((part) => [...part.systems])),
    isOpen: narrowest === undefined,
    candidates: () => parts.map((part) => part.candidates()).find((list) => list !== undefined),
    reasons: parts.flatMap((part) => part.reasons),
  }
}

interface Source {
  readonly system: string
  readonly found: Found | undefined
}

function ofSystem(node: Node, system: string, path: string, { index, fault }: Lookups): CodeSet {
  const source: Source = { system, found: index(system, textOf(node, 'version')) }
  const codes = nodesOf(node, 'concept').flatMap((concept) => textOf(concept, 'code') ?? [])
  const filters = nodesOf(node, 'filter').map((filter) => filterOf(filter, system, source.found?.index))
  for (const [i, filter] of filters.entries()) {
    if (filter.fault) fault(`${path}.filter[${i}]`, filter.fault.id, filter.fault.text)
  }
  if (codes.length === 0) return wholeSystem(source, filters)
  if (filters.length > 0) fault(path, 'include-invalid', 'vsd-3: has concepts and filters at once')
  for (const code of strangers(codes, source)) fault(path, 'code-not-in-system', `the code system has no code ${code}`)
  const list = enumerated(codes, source)
  return filters.length === 0 ? list : intersection([list, wholeSystem(source, filters)])
}

/** Listed codes that a complete system does not have. */
function strangers(codes: readonly string[], { found }: Source): readonly string[] {
  if (!found?.index.isComplete || !found.isVersion) return []
  return codes.filter((code) => spelled(found.index, code).isThere === false)
}

function enumerated(codes: readonly string[], { system, found }: Source): CodeSet {
  const exact = new Set(codes)
  const isCaseSensitive = found?.index.isCaseSensitive
  const folded = new Set(isCaseSensitive === true ? [] : codes.map((code) => code.toLowerCase()))
  return {
    has: (asked, code) => {
      if (asked !== system) return false
      if (exact.has(code)) return true
      if (!folded.has(code.toLowerCase())) return false
      // Of a system that says nothing of case, R4 would have any taken: surely refused it cannot be.
      return isCaseSensitive === false ? true : undefined
    },
    systems: new Set([system]),
    isOpen: false,
    candidates: () => [...exact].map((code) => [system, code] as const),
    reasons: [],
  }
}

function wholeSystem({ system, found }: Source, filters: readonly Filter[]): CodeSet {
  const passes = allOf(filters)
  const index = found?.index
  const isComplete = index?.isComplete === true && found?.isVersion === true
  return {
    has: (asked, code) => {
      if (asked !== system) return false
      const own = index ? spelled(index, code) : { code, isThere: undefined }
      const isThere = own.isThere ?? (own.code === code ? byForm(system, code, filters) : undefined)
      return outdated(and(isThere, passes(own.code)), found)
    },
    systems: new Set([system]),
    isOpen: false,
    candidates: () => (isComplete ? [...index.rows.keys()].map((code) => [system, code] as const) : undefined),
    reasons: reasonsOf({ system, found }, filters),
  }
}

/** Of a system whose codes are not all here: what a filter names is taken to be there, what breaks the form is not. */
function byForm(system: string, code: string, filters: readonly Filter[]): Truth {
  return filters.some(({ named }) => named.has(code)) || byGrammar(system, code)
}

/** Another version may have codes that this one lacks. */
function outdated(answer: Truth, found: Found | undefined): Truth {
  return answer === false && found?.isVersion === false ? undefined : answer
}

function reasonsOf({ system, found }: Source, filters: readonly Filter[]): readonly string[] {
  const ofFilters = filters.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))
  if (found?.isVersion === false) return [`${system} is not here in the version that is asked for`, ...ofFilters]
  const isTold = found?.index.isComplete === true || isWholeGrammar(system) || filters.length > 0
  return isTold ? ofFilters : [`the codes of ${system} are not here in full`]
}

function joined<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined
}
