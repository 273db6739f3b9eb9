// Whether a resource that is not stored yet meets a search: the clauses that its index rows alone can answer.

import { isHeld } from '../store/row-test.ts'
import type { Clause, IndexRow } from '../store/store.ts'

/** Undefined where a clause asks for more than the rows hold (dates of commits, chains, journeys). */
export function meets(where: readonly Clause[], id: string, rows: readonly IndexRow[]): boolean | undefined {
  return all(where.map((clause) => meetsOne(clause, id, rows)))
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

function any(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

function meetsOne(clause: Clause, id: string, rows: readonly IndexRow[]): boolean | undefined {
  switch (clause.on) {
    case 'id':
      return clause.any.includes(id) !== (clause.not === true)
    case 'token':
    case 'reference':
    case 'string':
    case 'date':
    case 'number':
    case 'uri':
    case 'missing':
      return isHeld(clause, rows)
    case 'all':
      return all(clause.of.map((one) => meetsOne(one, id, rows)))
    case 'any':
      return any(clause.of.map((one) => meetsOne(one, id, rows)))
    default:
      return undefined
  }
}
