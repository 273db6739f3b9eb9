// Resources that come along with the matches of a search. https://hl7.org/fhir/R4/search.html#include

import type { Fault } from '../refusal.ts'
import { searchParameters, type SearchParameter } from '../store/search-parameters.ts'
import { isKnownType } from '../types.ts'
import { isLink, keyOf, targetsOf } from './search-clause.ts'
import { placeOf, type Parameter } from './search-query.ts'
import { isDefinitionType, isSearched, offers } from './served.ts'

/** One way from a resource to another. */
export interface IncludeRow {
  /** `forward`: to what `source` refers to by the key; `reverse`: from a target to the `source` that refers to it. */
  readonly direction: 'forward' | 'reverse'
  /** The type that refers. */
  readonly source: string
  /** `Type.parameter`. */
  readonly key: string
  /** The types that may be referred to. */
  readonly targets: readonly string[]
  /** These are all that the parameter refers to. */
  readonly isWhole: boolean
  /** Goes on from what was included, too. */
  readonly iterates: boolean
}

export interface Includes {
  readonly rows: readonly IncludeRow[]
  readonly used: readonly Parameter[]
  readonly faults: readonly Fault[]
  /** Types that are named and that the caller's scopes do not cover. */
  readonly forbidden: readonly Fault[]
  /** Types that were left out of what a reference may be to, because the scopes do not cover them. */
  readonly leftOut: readonly string[]
}

/** Rows that one search may have, each parameter of a wildcard counted. */
const mostRows = 40

/** `types` are those that are searched; `mayRead` tells whether the caller's scopes allow a search over a type. */
export function searchIncludes(
  parameters: readonly Parameter[],
  types: readonly string[],
  mayRead: (type: string) => boolean,
): Includes {
  const rows: IncludeRow[] = []
  const used: Parameter[] = []
  const faults: Fault[] = []
  const forbidden: Fault[] = []
  const leftOut = new Set<string>()
  for (const parameter of parameters) {
    const [name, value] = parameter
    const found = rowsOf(name, value, types)
    if ('id' in found) faults.push({ ...found, expression: placeOf(name) })
    else {
      const { allowed, missing } = allowedOf(found, mayRead)
      if (allowed.length === 0 && missing.length > 0) forbidden.push(notAllowed(name, missing))
      else {
        for (const type of missing) leftOut.add(type)
        rows.push(...allowed)
        used.push(parameter)
      }
    }
  }
  if (rows.length > mostRows) {
    faults.push({ id: 'too-many-includes', text: `A search includes by at most ${mostRows} parameters.`, expression: 'http' })
  }
  return { rows: rows.length > mostRows ? [] : rows, used, faults, forbidden, leftOut: [...leftOut].toSorted() }
}

const notAllowed = (name: string, missing: readonly string[]): Fault => ({
  id: 'include-forbidden',
  text: `The scopes do not allow a search over ${missing.slice(0, 10).join(', ')}.`,
  expression: placeOf(name),
})

type Found = readonly IncludeRow[]

function rowsOf(name: string, value: string, types: readonly string[]): Found | Fault {
  const [, reverse, modifier] = /^_(rev)?include(?::(.*))?$/s.exec(name) ?? []
  if (modifier !== undefined && modifier !== 'iterate') {
    return { id: 'modifier-unsupported', text: 'The parameter does not take this modifier here.' }
  }
  const direction = reverse === undefined ? 'forward' : 'reverse'
  const iterates = modifier === 'iterate'
  const [source = '', code, target, ...more] = value.split(':')
  if (value === '*' && direction === 'forward') {
    if (!types.every(bringsAlong)) return includeUnknown
    return types.flatMap((type) => linksOf(type).map(([each, row]) => rowOf(direction, type, each, row, iterates, undefined)))
  }
  if (code === undefined || target === '' || more.length > 0) return includeInvalid
  if (!isSearched(source)) return includeUnknown
  const links = linksOf(source).filter(([each]) => code === '*' || each === code)
  const rows = links
    .map(([each, row]) => rowOf(direction, source, each, row, iterates, target))
    .filter(({ targets }) => targets.length > 0)
  if (rows.length === 0) return includeUnknown
  return iterates || rows.some((row) => startsAt(row, types)) ? rows : includeElsewhere
}

/** Of what is told from elsewhere (Person, AuditEvent) nothing comes along; what a guide is made of comes with the gateway, as it does. */
const bringsAlong = (type: string): boolean => isSearched(type) || isDefinitionType(type)

const includeInvalid: Fault = {
  id: 'include-invalid',
  text: 'An include is Type:parameter, Type:parameter:Type or Type:*; _include also *.',
}
const includeUnknown: Fault = {
  id: 'include-unknown',
  text: 'The type has no such parameter here that refers to something, or it does not refer to that type.',
}
const includeElsewhere: Fault = {
  id: 'include-elsewhere',
  text: 'No match of this search can have such a reference. To go on from what is included add :iterate.',
}

/** The parameters of a type that can be followed to a resource. */
export function linksOf(type: string): readonly (readonly [code: string, parameter: SearchParameter])[] {
  const all = Object.entries(searchParameters[type] ?? {})
  return all.filter(([, parameter]) => isLink(parameter))
}

function rowOf(
  direction: IncludeRow['direction'],
  source: string,
  code: string,
  parameter: SearchParameter,
  iterates: boolean,
  target: string | undefined,
): IncludeRow {
  const targets = targetsOf(parameter, target).filter((type) => isKnownType(type) && offers(type, 'read'))
  const isWhole = target === undefined && parameter.within === undefined
  return { direction, source, key: keyOf(source, code, parameter), targets, isWhole, iterates }
}

function startsAt({ direction, source, targets }: IncludeRow, types: readonly string[]): boolean {
  return direction === 'forward' ? types.includes(source) : types.some((type) => targets.includes(type))
}

/** What the scopes allow of the rows: a type that is brought in needs its scope, and so does one that refers. */
function allowedOf(rows: Found, mayRead: (type: string) => boolean): { allowed: IncludeRow[]; missing: string[] } {
  const missing = new Set<string>()
  const may = (type: string): boolean => {
    if (!mayRead(type)) missing.add(type)
    return mayRead(type)
  }
  const allowed = rows.filter(({ source }) => may(source)).map((row) => (row.direction === 'forward' ? narrowed(row, may) : row))
  return { allowed: allowed.filter(({ targets }) => targets.length > 0), missing: [...missing] }
}

function narrowed(row: IncludeRow, may: (type: string) => boolean): IncludeRow {
  const targets = row.targets.filter(may)
  return { ...row, targets, isWhole: row.isWhole && targets.length === row.targets.length }
}
