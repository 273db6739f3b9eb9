// Where a reference points: what its text says, and the resource itself where it is in the Bundle or contained.

import { type EntryTable, entriesOf } from './entry-table.ts'
import { type Json, type State, containedOf } from './state.ts'

/** What a `Reference.reference` is. */
export type Target =
  | { readonly kind: 'contained'; readonly id: string }
  | { readonly kind: 'urn' }
  /** `Type/id`, an absolute URL that ends so, or `Type?query`. */
  | { readonly kind: 'typed'; readonly type: string; readonly isAbsolute: boolean }
  /** An absolute URL of some other shape. */
  | { readonly kind: 'absolute' }
  | { readonly kind: 'malformed' }

/** What can be wrong with where a reference points. */
export type ReferenceFault = 'unresolved' | 'not-contained' | 'no-type' | 'other-type' | 'malformed'

/** Undefined when it may point there; `targets` are resource types, absent: any. */
export function referenceFault(
  reference: string,
  targets: readonly string[] | undefined,
  state: State,
  isTypeName: (name: string) => boolean,
): ReferenceFault | undefined {
  const target = targetOf(reference)
  if (target.kind === 'malformed') return 'malformed'
  const isHere = target.kind === 'contained' || target.kind === 'urn'
  const resource = isHere ? resolve(reference, state) : undefined
  if (target.kind === 'contained' && target.id !== '' && !resource) return 'not-contained'
  if (target.kind === 'urn' && state.bundle && !resource) return 'unresolved'
  const type = target.kind === 'typed' ? typeNamed(target, isTypeName) : resource?.['resourceType']
  if (typeof type !== 'string') return undefined
  if (!isTypeName(type)) return 'no-type'
  return targets && !targets.includes(type) ? 'other-type' : undefined
}

function typeNamed(target: { type: string; isAbsolute: boolean }, isTypeName: (name: string) => boolean): string | undefined {
  return target.isAbsolute && !isTypeName(target.type) ? undefined : target.type
}

export function targetOf(reference: string): Target {
  if (reference.startsWith('#')) return { kind: 'contained', id: reference.slice(1) }
  if (reference.startsWith('urn:')) return { kind: 'urn' }
  if (runs.test(reference)) return { kind: 'malformed' }
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(reference)
  const question = reference.indexOf('?')
  if (question >= 0) return conditional(reference.slice(0, question), isAbsolute)
  const match = tail.exec(reference)
  if (match?.[1] !== undefined && (isAbsolute || match.index === 0)) return { kind: 'typed', type: match[1], isAbsolute }
  return isAbsolute ? { kind: 'absolute' } : { kind: 'malformed' }
}

/** No resource is there: who follows such an address runs what it says. */
const runs = /^(?:javascript|vbscript|data):/i

/** `Patient/1` or `Patient/1/_history/2` at the end. */
const tail = /(?:^|(?<=\/))([A-Z][A-Za-z]{1,40})\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/

function conditional(path: string, isAbsolute: boolean): Target {
  if (isAbsolute) return { kind: 'absolute' }
  return /^[A-Z][A-Za-z]{1,40}$/.test(path) ? { kind: 'typed', type: path, isAbsolute } : { kind: 'malformed' }
}

/** The resource in the container or the Bundle; undefined when it is not there. */
export function resolve(reference: string, state: State): Json | undefined {
  if (reference === '#') return state.root
  if (reference.startsWith('#')) return containedOf(state).get(reference.slice(1))
  if (!state.bundle) return undefined
  const entries = entriesOf(state)
  const direct = entries.get(reference)
  return direct ?? (state.fullUrl.startsWith('http') && isRelative(reference) ? byBase(reference, state, entries) : undefined)
}

function isRelative(reference: string): boolean {
  return /^[A-Z][A-Za-z]{1,40}\/[A-Za-z0-9\-.]{1,64}$/.test(reference)
}

/** A relative reference is read against the base of the fullUrl of the entry it stands in (R4 bundle.html#references). */
function byBase(reference: string, state: State, entries: EntryTable): Json | undefined {
  const base = /^(https?:\/\/.*\/)[A-Z][A-Za-z]{1,40}\/[A-Za-z0-9\-.]{1,64}$/.exec(state.fullUrl)?.[1]
  return base === undefined ? undefined : entries.get(base + reference)
}
