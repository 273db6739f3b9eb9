// How repetitions of HL7 v2 fields are told apart: by what they hold, never by their place.

import { component, isEmpty, isNull, type Cell } from '../../engine/cell.ts'
import { isNhsNumber } from '../../engine/identifiers.ts'
import { telecomKind } from '../../engine/people.ts'
import type { Selector } from '../../engine/row.ts'

const indexes = (repetitions: readonly Cell[], holds: (cell: Cell) => boolean): number[] =>
  repetitions.flatMap((cell, index) => (!isEmpty(cell) && holds(cell) ? [index] : []))

const isNhs = (cell: Cell): boolean =>
  ['NHS', 'NHSNBR'].includes(component(cell, 4).toUpperCase()) || ['NH', 'HN', 'NHS'].includes(component(cell, 5).toUpperCase())

/** Every way in which senders mark the NHS number (uk-data-formats.md §1.1); of several the first that is one. */
export const nhs: Selector = {
  picks(repetitions) {
    const marked = indexes(repetitions, isNhs)
    const valid = marked.find((index) => isNhsNumber(component(repetitions[index] ?? [], 1)))
    return valid === undefined ? marked : [valid]
  },
  stamp: [[''], [''], [''], ['NHS'], ['NH']],
}

/** The identifiers that are the source's own. */
export const local: Selector = {
  picks: (repetitions) => indexes(repetitions, (cell) => !isNhs(cell) && !isNull(cell) && component(cell, 1) !== ''),
}

/** A name by its type (XPN.7, table 0200). */
export const nameOf = (...types: readonly string[]): Selector => ({
  picks: (repetitions) => indexes(repetitions, (cell) => types.includes(component(cell, 7).toUpperCase())),
})

/** A telephone number or address of a kind, by the equipment type that XTN names. */
export const telecomOf = (kind: ReturnType<typeof telecomKind>): Selector => ({
  picks: (repetitions) => indexes(repetitions, (cell) => !isNull(cell) && telecomKind(cell) === kind),
})

/** NHS number status among the identity reliability codes (table 0445). */
export const tracing: Selector = {
  picks: (repetitions) => indexes(repetitions, (cell) => /^NSTS\d\d$/i.test(component(cell, 1))),
}
