// An SQL statement in the making: its text and the values of its parameters.

import type { Value } from './script.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly Value[]
}

/** Gives a value its place among a statement's parameters and answers `$n`. */
export type Bind = (value: Value) => string

export function binder(): { readonly values: readonly Value[]; readonly bind: Bind } {
  const values: Value[] = []
  return { values, bind: (value) => `$${values.push(value)}` }
}

/**
 * No more rows than so many. SQLite looks at a bare parameter of a limit while it plans, and then plans the statement anew whenever
 * it is bound: that was nine tenths of a search with one hit.
 */
export const atMost = (count: number, bind: Bind): string => `limit cast(${bind(count)} as bigint)`

/**
 * There is, or is not, a row that the rest of a `select 1` names. Spelt so that it is looked up by its index for each row that
 * is tested: as a plain `exists` a database may make a join of it, by statistics that it does not have yet.
 */
export const some = (rest: string): string => `(select 1 ${rest} limit 1) is not null`
export const none = (rest: string): string => `(select 1 ${rest} limit 1) is null`
