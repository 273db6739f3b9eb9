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
