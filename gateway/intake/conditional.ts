// Conditional interactions: what a query finds for them, and the claim by which of many at once only one makes something new.

import { parametersOf } from '../parameters.ts'
import { Refusal } from '../refusal.ts'
import { permits } from '../auth/scopes.ts'
import type { Caller } from '../auth/bearer.ts'
import type { Fault } from '../refusal.ts'
import type { Clause, Version } from '../store/store.ts'
import { keyedTypes } from './match.ts'
import type { Planning } from './planning.ts'

/** A search as clauses; handed in, because searching is a reader's work. Control parameters (`_count` …) are faults here. */
export interface Conditions {
  readonly where: readonly Clause[]
  readonly faults: readonly Fault[]
  readonly forbidden: readonly Fault[]
}

export interface ConditionsHouse {
  readonly conditions: (caller: Caller, type: string, parameters: readonly (readonly [string, string])[]) => Conditions
}

/** Where the query stood, for faults to say. */
export type Place = Pick<Fault, 'expression' | 'location'>

export interface Match {
  /** `Type/id`; more than one is for the interaction to refuse. */
  readonly found: readonly string[]
  /** For whoever makes something because nothing was found: of many at once, one does. */
  claim(reference: string): void
}

/** More than one is as good as many. */
const enough = 2

/**
 * What meets the query, oldest first. A business identifier of a Patient or an Encounter is its source's own (HOUSE law 5), so
 * such a query finds what the caller's organisation wrote and nothing else, whatever else it could see; any other finds within
 * what the caller sees, and needs the scope to search. What was entered in error is never found.
 */
export async function matching(
  planning: Planning,
  type: string,
  query: string,
  house: ConditionsHouse,
  place: Place,
): Promise<Match> {
  const criteria = criteriaOf(planning, type, query, house, place)
  // Asked before the search: whoever claims the key after this makes our own claim fail, and the search is then made anew.
  const mine = planning.claimed(criteria.space, criteria.key)
  if (mine !== undefined) return { found: [referenceIn(mine)], claim: () => undefined }
  const held = await planning.holder(criteria.space, criteria.key)
  return { found: await find(planning, criteria), claim: (reference) => claim(planning, criteria, held, reference) }
}

/** 412 unless there is one or none. */
export function onlyOne({ found }: Match, type: string, place: Place): string | undefined {
  if (found.length > 1) {
    const text = `the condition matches more than one ${type}`
    throw new Refusal('multiple-matches', { id: 'multiple-matches', text, ...place })
  }
  return found[0]
}

export interface Criteria {
  readonly type: string
  readonly where: readonly Clause[]
  readonly isOwn: boolean
  readonly space: string
  readonly key: string
}

export function criteriaOf(
  { caller }: Planning,
  type: string,
  query: string,
  { conditions }: ConditionsHouse,
  place: Place,
): Criteria {
  const parameters = [...parametersOf(query.replace(/^[^?=&]*\?/, ''))].filter(([name]) => !presentation.includes(name))
  if (parameters.length === 0) {
    throw new Refusal('invalid', { id: 'condition-missing', text: 'a condition holds at least one search parameter', ...place })
  }
  const isOwn = keyedTypes.includes(type) && parameters.some(([name]) => name === 'identifier')
  const { where, faults, forbidden } = conditions(caller, type, parameters)
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      faults.map((fault) => ({ ...fault, ...place })),
    )
  const unsearchable = isOwn || permits(caller.scopes, type, 's') ? [] : [noSearch(type)]
  const refused = [...forbidden, ...unsearchable]
  if (refused.length > 0)
    throw new Refusal(
      'forbidden',
      refused.map((fault) => ({ ...fault, ...place })),
    )
  const key = new URLSearchParams(parameters.toSorted(inOrder)).toString()
  return { type, where, isOwn, space: `if-none-exist:${isOwn ? caller.organization : ''}:${type}`, key }
}

/** How an answer looks is no condition. */
const presentation: readonly string[] = ['_format', '_pretty']

const noSearch = (type: string): Fault => ({
  id: 'scope',
  text: `the token holds no scope to search ${type}, which a condition does`,
})

function inOrder(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0
}

export async function find(planning: Planning, { type, where, isOwn }: Criteria): Promise<readonly string[]> {
  const found: string[] = []
  let after: readonly (string | number | null)[] | undefined
  do {
    const page = await planning.store.search(planning.access, {
      type,
      where,
      order: [{ by: 'created', descending: false }],
      count: 50,
      total: false,
      ...(after && { after }),
    })
    for (const version of page.versions) if (await isMatch(planning, version, isOwn)) found.push(`${type}/${version.id}`)
    after = page.next
  } while (after && found.length < enough)
  return found
}

async function isMatch(planning: Planning, { type, id, kind, deleted }: Version, isOwn: boolean): Promise<boolean> {
  if (deleted || kind === 'retracted') return false
  const stored = await planning.see(`${type}/${id}`)
  return stored !== undefined && (!isOwn || stored.origin === planning.caller.organization)
}

/**
 * The key leads to what was last made by this condition. When that no longer meets it (deleted, or changed), the next one takes
 * the key over, and claims besides to be the one that follows it: of many at once that saw the same end, one does.
 */
function claim(planning: Planning, { space, key }: Criteria, held: string | undefined, reference: string): void {
  const holder = `${reference} ${planning.newId()}`
  if (held !== undefined) {
    planning.release({ space, key })
    planning.claim({ space: `${space}:after`, key: `${held} ${key}`, holder })
  }
  planning.claim({ space, key, holder })
}

/** A holder is the reference, and what tells one generation from another. */
const referenceIn = (holder: string): string => holder.split(' ')[0] ?? ''
