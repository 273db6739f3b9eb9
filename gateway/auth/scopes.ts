// SMART v2 scopes of backend services: their grammar, what of a request is granted, and what a grant permits.

import type { Narrowing } from '../store/store.ts'
import { isKnownType } from '../types.ts'
import { canNarrow, narrowableTypes, narrowingOf, narrowingWords, weightOf, type Params } from './narrowing.ts'

/** create · read, vread, instance history · update, patch · delete · search, type history. */
export const letters = ['c', 'r', 'u', 'd', 's'] as const
export type Letter = (typeof letters)[number]

export interface Scope {
  /** A resource type, or '*'. */
  readonly type: string
  readonly letters: readonly Letter[]
  /** How it was written, so that who asks in v1 is answered in v1. */
  readonly style: 'v1' | 'v2'
  /** `?param=value` pairs of a granular scope, decoded: all hold of what it reaches. */
  readonly params: Params
}

export type Scopes = readonly Scope[]

export type ParsedScopes =
  | { readonly ok: true; readonly scopes: Scopes }
  /** `words` name the scope by its place and never repeat it: what was asked may be anything. */
  | { readonly ok: false; readonly words: string }

/** Characters of a scope parameter, in a request as in a registration and in what is granted. */
const longestScopes = 4096
/**
 * Values and parameters of granular scopes together, each for every type that it is for. A search repeats those of a type for each chain,
 * of which it may have forty: more would be more than the 32,766 values that SQLite takes in a statement.
 */
const heaviestScopes = 700
const v1Letters = { read: ['r', 's'], write: ['c', 'u', 'd'], '*': letters } as const
const grammar = /^system\/(\*|[A-Z][A-Za-z]{0,63})\.(read|write|\*|c?r?u?d?s?)(?:\?(.*))?$/

/**
 * Reads a scope parameter (RFC 6749 §3.3: single spaces between). A repeated scope counts once. A granular scope that cannot be
 * enforced is a fault and never passed over: whoever wrote it meant less than the type.
 */
export function parseScopes(text: string): ParsedScopes {
  if (text.length > longestScopes) return { ok: false, words: `scope is longer than ${longestScopes} characters` }
  const scopes: Scope[] = []
  for (const [at, token] of [...new Set(text.split(' '))].entries()) {
    const scope = parseScope(token)
    if (!scope) return { ok: false, words: `scope ${at + 1} is not of the form system/(Type or *).cruds` }
    if (isGranular(scope) && !canNarrow(scope.type, scope.params))
      return { ok: false, words: `scope ${at + 1} ${narrowingWords}` }
    scopes.push(scope)
  }
  const weight = scopes.reduce((sum, { type, params }) => sum + weightOf(type, params), 0)
  if (weight > heaviestScopes) return { ok: false, words: 'the scopes narrow by more values than can be enforced at once' }
  return { ok: true, scopes }
}

function parseScope(token: string): Scope | undefined {
  const [, type, access, query] = grammar.exec(token) ?? []
  if (!type || !access) return undefined
  const params = query === undefined ? [] : parseParams(query)
  if (!params) return undefined
  const v1 = isV1(access)
  if (v1 && params.length > 0) return undefined
  return {
    type,
    letters: v1 ? v1Letters[access] : letters.filter((letter) => access.includes(letter)),
    style: v1 ? 'v1' : 'v2',
    params,
  }
}

const isV1 = (access: string): access is keyof typeof v1Letters => Object.hasOwn(v1Letters, access)

/** At least one `param=value`, in printable ASCII without what RFC 6749 keeps out of a scope. */
function parseParams(query: string): Scope['params'] | undefined {
  if (!/^[!#-[\]-~]+$/.test(query)) return undefined
  const pairs = query.split('&').map((pair) => /^([A-Za-z_][\w:.-]*)=(.+)$/.exec(pair))
  const params: (readonly [string, string])[] = []
  for (const pair of pairs) {
    const [, name, value] = pair ?? []
    const decoded = value === undefined ? undefined : decode(value)
    if (!name || !decoded) return undefined
    params.push([name, decoded])
  }
  return params
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

/** A granular scope narrows by a search. */
export const isGranular = (scope: Scope): boolean => scope.params.length > 0

/**
 * What of the request the registration covers, never more; types that the gateway does not know are left out. A wildcard
 * request against registered types becomes those types. Of a granular scope on either side what both allow is granted: all
 * parameters of both hold then. Nothing is, where that would be more scopes than a token could ever hold.
 */
export function intersect(requested: Scopes, registered: Scopes): Scopes {
  const wide = registered.filter((scope) => !isGranular(scope))
  const narrow = registered.filter(isGranular)
  const granted = new Map<string, Scope>()
  for (const scope of requested) {
    for (const one of [...narrowed(scope, wide), ...narrowly(scope, narrow)]) granted.set(scopeText(one), one)
    if (granted.size > mostGranted) return []
  }
  return distinct([...granted.values()])
}

/** Four times what a token has room for: what asked and registered ones multiply to is not worked out to its end. */
const mostGranted = 1_000

/** Where one of the registered reaches all that is asked, the others add nothing. */
function narrowly(scope: Scope, registered: Scopes): Scopes {
  const whole = registered.find((one) => covers(one, scope))
  return whole ? both(scope, whole) : registered.flatMap((one) => both(scope, one))
}

function narrowed(scope: Scope, registered: Scopes): Scopes {
  if (scope.type !== '*' && !isKnownType(scope.type)) return []
  const wide = covered(scope, registered, '*')
  const types = scope.type === '*' ? registeredTypes(registered, scope) : [scope.type]
  const narrow = types.map((type) => covered({ ...scope, type }, registered, type))
  if (scope.type !== '*') return narrow.filter(hasLetters)
  const beyond = narrow.filter((one) => one.letters.some((letter) => !wide.letters.includes(letter)))
  return [wide, ...beyond].filter(hasLetters)
}

/** The letters that the registration gives to a type, through the wildcard or by name. */
function covered(scope: Scope, registered: Scopes, type: string): Scope {
  return { ...scope, letters: scope.letters.filter((letter) => permits(registered, type, letter)) }
}

const registeredTypes = (registered: Scopes, scope: Scope): readonly string[] =>
  [...new Set(registered.map(({ type }) => type))].filter((type) => isKnownType(type) && isEnforced(scope, type))

const hasLetters = (scope: Scope): boolean => scope.letters.length > 0

/** Version 1 has no words for parameters. */
function both(scope: Scope, { type: registered, letters: allowed, params }: Scope): Scopes {
  const type = scope.type === '*' ? registered : scope.type
  if (registered !== '*' && registered !== type) return []
  const own = [...new Map([...scope.params, ...params].map((pair) => [JSON.stringify(pair), pair])).values()]
  const one: Scope = { type, letters: scope.letters.filter((letter) => allowed.includes(letter)), style: 'v2', params: own }
  return canNarrow(type, own) ? [one].filter(hasLetters) : []
}

/** Without the granular scopes that another covers. */
function distinct(scopes: Scopes): Scopes {
  return scopes.filter(
    (scope, i) =>
      !isGranular(scope) || !scopes.some((other, j) => j !== i && covers(other, scope) && (j < i || !covers(scope, other))),
  )
}

const covers = (wider: Scope, scope: Scope): boolean =>
  isOn(wider, scope.type) &&
  scope.letters.every((letter) => wider.letters.includes(letter)) &&
  wider.params.every(([name, value]) => scope.params.some((pair) => pair[0] === name && pair[1] === value))

const isOn = ({ type: on }: Scope, type: string): boolean => on === type || on === '*'

/** Whether scopes allow an interaction with a type, be it with some of its resources alone: those `narrowingsOf` tells. */
export function permits(scopes: Scopes, type: string, letter: Letter): boolean {
  return scopes.some((scope) => isOn(scope, type) && scope.letters.includes(letter) && isEnforced(scope, type))
}

const isEnforced = (scope: Scope, type: string): boolean => !isGranular(scope) || canNarrow(type, scope.params)

/**
 * What scopes narrow interactions with a type to: a resource must meet one of these. undefined: they do not, one of the scopes being
 * wide; none: nothing is allowed.
 */
export function narrowingsOf(scopes: Scopes, type: string, some: readonly Letter[]): readonly Narrowing[] | undefined {
  const own = scopes.filter((scope) => isOn(scope, type) && scope.letters.some((letter) => some.includes(letter)))
  if (own.some((scope) => !isGranular(scope))) return undefined
  return own.flatMap(({ params }) => [narrowingOf(type, params) ?? []].filter((clauses) => clauses.length > 0))
}

/** The types of which some granular scope is, those of a wildcard among them. */
export function granularTypes(scopes: Scopes): readonly string[] {
  return [...new Set(scopes.filter(isGranular).flatMap(({ type }) => (type === '*' ? narrowableTypes : [type])))]
}

/** As it is written in a token response: in v1 where the client asked so and v1 has a word for it. */
export function formatScopes(scopes: Scopes): string {
  return scopes.map(scopeText).join(' ')
}

function scopeText({ type, letters: allowed, style, params }: Scope): string {
  const v2 = allowed.join('')
  const v1 = Object.entries(v1Letters).find(([, of]) => of.join('') === v2)?.[0]
  const query = params.map(([name, value]) => `${name}=${encoded(value)}`).join('&')
  return `system/${type}.${style === 'v1' && v1 ? v1 : v2}${query && `?${query}`}`
}

/** No more than must be, so that a client finds its scope again as it wrote it. */
const encoded = (value: string): string => value.replace(/[^!#-$'-[\]-~]/gu, encodeURIComponent)
