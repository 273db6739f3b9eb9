// What the `?param=value` of a granular scope narrows a type to, and what it may say. SMART App Launch 2.2, scopes-and-launch-context.

import { indexable } from '../store/index-rows.ts'
import { searchParameterOf, type SearchParameter } from '../store/search-parameters.ts'
import type { NarrowClause, Narrowing } from '../store/store.ts'
import { isKnownType, resourceTypes, type Interaction } from '../types.ts'

export type Params = readonly (readonly [name: string, value: string])[]

/** Says to the client what it may write; never what it wrote. */
export const narrowingWords =
  'narrows by what cannot be enforced: what is taken is a token or reference parameter of a stored type, or _id, with no modifier but :not of a token and :Type of a reference'

/** Types whose resources lie in the store: what is printed or gathered when it is asked for is not narrowed. */
export const narrowableTypes: readonly string[] = Object.keys(resourceTypes).filter(
  (type) => isKnownType(type) && (resourceTypes[type].interactions as readonly Interaction[]).includes('vread'),
)

/** Whether the parameters can be enforced: of `*`, for every type that it stands for. */
export function canNarrow(type: string, params: Params): boolean {
  const types = type === '*' ? narrowableTypes : [type]
  return types.every((one) => narrowingOf(one, params) !== undefined)
}

/** All of these hold of a resource that the scope reaches; undefined where one of the parameters cannot be enforced. */
export function narrowingOf(type: string, params: Params): Narrowing | undefined {
  if (!narrowableTypes.includes(type)) return undefined
  const clauses = params.map(([name, value]) => clauseOf(type, name, value))
  return clauses.every((clause) => clause !== undefined) ? clauses : undefined
}

/** As many alternatives as one parameter takes. */
const mostValues = 50

/** What a database is asked by these at most: every value, of a wildcard for each type that it stands for. */
export function weightOf(type: string, params: Params): number {
  const values = params.reduce((sum, [, value]) => sum + 1 + split(value, ',').length, 0)
  return values * (type === '*' ? narrowableTypes.length : 1)
}

function clauseOf(type: string, name: string, value: string): NarrowClause | undefined {
  const [code = '', modifier, ...more] = name.split(':')
  const parts = split(value, ',')
  if (more.length > 0 || parts.length > mostValues || parts.includes('')) return undefined
  if (code === '_id') return modifier === undefined ? idClause(parts) : undefined
  const parameter = searchParameterOf(type, code)
  if (!parameter || parameter.byMembership) return undefined
  const key = `${type}.${parameter.within ?? code}`
  if (parameter.type === 'token') return tokenClause(key, parameter, modifier, parts)
  return parameter.type === 'reference' ? referenceClause(key, parameter, modifier, parts) : undefined
}

function idClause(parts: readonly string[]): NarrowClause | undefined {
  return parts.every((part) => /^[A-Za-z0-9\-.]{1,64}$/.test(part)) ? { on: 'id', any: parts } : undefined
}

function tokenClause(
  key: string,
  { codeSystem }: SearchParameter,
  modifier: string | undefined,
  parts: readonly string[],
): NarrowClause | undefined {
  if (modifier !== undefined && modifier !== 'not') return undefined
  const any = parts.map((part) => tokenOf(part, codeSystem))
  return any.every((one) => one !== undefined) ? { on: 'token', key, any, ...(modifier === 'not' && { not: true }) } : undefined
}

/** `code`, `system|code`, `system|` or `|code`. A code element's own system is stored as none. */
function tokenOf(part: string, codeSystem: string | undefined): { system?: string; code?: string } | undefined {
  const [first, second, ...more] = split(part, '|').map(unescaped)
  if (first === undefined || more.length > 0 || (first === '' && !second)) return undefined
  if (split(part, '|').length === 1) return { code: indexable(first) }
  if (second === undefined) return undefined
  const system = first === codeSystem ? '' : indexable(first)
  return second === '' ? { system } : { system, code: indexable(second) }
}

/** `Type/id`, or an id alone, which may be one of each type that the parameter refers to. */
function referenceClause(
  key: string,
  { targets = [], datatypes = [] }: SearchParameter,
  modifier: string | undefined,
  parts: readonly string[],
): NarrowClause | undefined {
  // A canonical has no id to be known by.
  if (datatypes.every((datatype) => datatype === 'canonical' || datatype === 'uri')) return undefined
  const types = modifier === undefined ? targets : targets.filter((type) => type === modifier)
  const any = parts.flatMap((part) => {
    const [, named, id] = /^(?:([A-Z][A-Za-z]{1,63})\/)?([A-Za-z0-9\-.]{1,64})$/.exec(part) ?? []
    return id === undefined ? [] : types.filter((type) => named === undefined || named === type).map((type) => `${type}/${id}`)
  })
  const isWhole = parts.every((part) => any.some((one) => one === part || one.endsWith(`/${part}`)))
  return isWhole && any.length > 0 ? { on: 'reference', key, any } : undefined
}

/** The parts between separators that no backslash escapes, still escaped. */
function split(text: string, separator: ',' | '|'): string[] {
  const parts = ['']
  for (const [piece] of text.matchAll(/\\.?|[^\\]/gsu)) {
    if (piece === separator) parts.push('')
    else parts.push(parts.pop() + piece)
  }
  return parts
}

/** FHIR's four escapes taken back; undefined for another. */
function unescaped(text: string): string | undefined {
  return /\\(?![,|$\\])/.test(text.replaceAll('\\\\', '')) ? undefined : text.replace(/\\([,|$\\])/g, '$1')
}
