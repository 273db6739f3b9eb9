// SMART v2 scopes of backend services: their grammar, what of a request is granted, and what a grant permits.

import { isKnownType } from '../types.ts'

/** create · read, vread, instance history · update, patch · delete · search, type history. */
export const letters = ['c', 'r', 'u', 'd', 's'] as const
export type Letter = (typeof letters)[number]

export interface Scope {
  /** A resource type, or '*'. */
  readonly type: string
  readonly letters: readonly Letter[]
  /** How it was written, so that who asks in v1 is answered in v1. */
  readonly style: 'v1' | 'v2'
  /** `?param=value` pairs of a granular scope, decoded. */
  readonly params: readonly (readonly [string, string])[]
}

export type Scopes = readonly Scope[]

export type ParsedScopes =
  | { readonly ok: true; readonly scopes: Scopes }
  /** `words` name the scope by its place and never repeat it: what was asked may be anything. */
  | { readonly ok: false; readonly words: string }

const maxLength = 4096
const v1Letters = { read: ['r', 's'], write: ['c', 'u', 'd'], '*': letters } as const
const grammar = /^system\/(\*|[A-Z][A-Za-z]{0,63})\.(read|write|\*|c?r?u?d?s?)(?:\?(.*))?$/

/** Reads a scope parameter (RFC 6749 §3.3: single spaces between). A repeated scope counts once. */
export function parseScopes(text: string): ParsedScopes {
  if (text.length > maxLength) return { ok: false, words: `scope is longer than ${maxLength} characters` }
  const scopes: Scope[] = []
  for (const [at, token] of [...new Set(text.split(' '))].entries()) {
    const scope = parseScope(token)
    if (!scope) return { ok: false, words: `scope ${at + 1} is not of the form system/(Type or *).cruds` }
    scopes.push(scope)
  }
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

/** A granular scope narrows by a search. Until reads and writes enforce that narrowing (part 6), none is granted. */
export const isGranular = (scope: Scope): boolean => scope.params.length > 0

/**
 * What of the request the registration covers, never more; types that the gateway does not know are left out. A wildcard
 * request against registered types becomes those types.
 */
export function intersect(requested: Scopes, registered: Scopes): Scopes {
  const granted = requested.filter((scope) => !isGranular(scope)).flatMap((scope) => narrowed(scope, registered))
  return [...new Map(granted.map((scope) => [scopeText(scope), scope])).values()]
}

function narrowed(scope: Scope, registered: Scopes): Scopes {
  if (scope.type !== '*' && !isKnownType(scope.type)) return []
  const wide = covered(scope, registered, '*')
  const types = scope.type === '*' ? registeredTypes(registered) : [scope.type]
  const narrow = types.map((type) => covered({ ...scope, type }, registered, type))
  if (scope.type !== '*') return narrow.filter(hasLetters)
  const beyond = narrow.filter((one) => one.letters.some((letter) => !wide.letters.includes(letter)))
  return [wide, ...beyond].filter(hasLetters)
}

/** The letters that the registration gives to a type, through the wildcard or by name. */
function covered(scope: Scope, registered: Scopes, type: string): Scope {
  return { ...scope, letters: scope.letters.filter((letter) => permits(registered, type, letter)) }
}

const registeredTypes = (registered: Scopes): readonly string[] =>
  [...new Set(registered.map(({ type }) => type))].filter((type) => isKnownType(type))

const hasLetters = (scope: Scope): boolean => scope.letters.length > 0

/** Whether scopes allow an interaction with a type. A granular scope alone allows nothing yet (see isGranular). */
export function permits(scopes: Scopes, type: string, letter: Letter): boolean {
  return scopes.some(
    (scope) => (scope.type === type || scope.type === '*') && !isGranular(scope) && scope.letters.includes(letter),
  )
}

/** As it is written in a token response: in v1 where the client asked so and v1 has a word for it. */
export function formatScopes(scopes: Scopes): string {
  return scopes.map(scopeText).join(' ')
}

function scopeText({ type, letters: allowed, style, params }: Scope): string {
  const v2 = allowed.join('')
  const v1 = Object.entries(v1Letters).find(([, of]) => of.join('') === v2)?.[0]
  const query = params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `system/${type}.${style === 'v1' && v1 ? v1 : v2}${query && `?${query}`}`
}
