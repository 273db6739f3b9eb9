// Whether a resource in memory meets the clauses of a search: the same conditions as gateway/store/clauses.ts writes as SQL.

import { isHeld, isWithin } from '../store/row-test.ts'
import type { Clause, IndexRow } from '../store/store.ts'

/** What is tested: a resource's head and its index rows. */
export interface Candidate {
  readonly type: string
  readonly id: string
  /** Instant. */
  readonly at: string
  readonly index: readonly IndexRow[]
}

/** `all`: where chains and reverse chains look. */
export function meets(candidate: Candidate, where: readonly Clause[], all: readonly Candidate[]): boolean {
  return where.every((clause) => meetsOne(candidate, clause, all))
}

function meetsOne(candidate: Candidate, clause: Clause, all: readonly Candidate[]): boolean {
  const { type, id, at, index } = candidate
  switch (clause.on) {
    case 'id':
      return clause.any.includes(id) !== (clause.not === true)
    case 'type':
      return clause.any.includes(type)
    case 'updated':
      return clause.any.some((match) => isWithin(match, at, at))
    case 'chain':
      return index.some(
        ({ key, value }) =>
          key === clause.key &&
          all.some((one) => one.type === clause.type && nameOf(one) === value && meets(one, clause.where, all)),
      )
    case 'has':
      return all.some(
        (one) =>
          one.type === clause.type &&
          one.index.some(({ key, value }) => key === clause.key && value === nameOf(candidate)) &&
          meets(one, clause.where, all),
      )
    // What is in memory belongs to no journey.
    case 'journey':
      return false
    case 'any':
      return clause.of.some((one) => meetsOne(candidate, one, all))
    case 'all':
      return clause.of.every((one) => meetsOne(candidate, one, all))
    default:
      return isHeld(clause, index)
  }
}

export const nameOf = ({ type, id }: Pick<Candidate, 'type' | 'id'>): string => `${type}/${id}`
