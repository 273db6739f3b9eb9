// Whether a resource that is not stored yet meets a search: the clauses that its index rows alone can answer.

import { folded, indexable } from '../store/index-rows.ts'
import type { Clause, IndexRow } from '../store/store.ts'

/** Undefined where a clause asks for more than the rows hold (dates of commits, chains, amounts). */
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
    case 'token': {
      const own = rows.filter(({ key }) => key === clause.key)
      const isThere = clause.any.some(({ system, code }) => own.some((row) => isAt(row.other, system) && isAt(row.value, code)))
      return isThere !== (clause.not === true)
    }
    case 'reference':
      return rows.some(({ key, value }) => key === clause.key && clause.any.some((one) => isAt(value, one)))
    case 'string':
      return rows.some(
        ({ key, value }) => key === clause.key && clause.any.some((one) => one.how !== 'exact' && meetsText(value, one)),
      )
        ? true
        : clause.any.some(({ how }) => how === 'exact')
          ? undefined
          : false
    case 'missing':
      return rows.some(({ key }) => key === clause.key) !== clause.missing
    case 'all':
      return all(clause.of.map((one) => meetsOne(one, id, rows)))
    case 'any':
      return any(clause.of.map((one) => meetsOne(one, id, rows)))
    default:
      return undefined
  }
}

const isAt = (held: string, asked: string | undefined): boolean =>
  asked === undefined || held === asked || held === indexable(asked)

function meetsText(held: string, { value, how }: { readonly value: string; readonly how: string }): boolean {
  const text = folded(value)
  return how === 'contains' ? held.includes(text) : held.startsWith(text)
}
