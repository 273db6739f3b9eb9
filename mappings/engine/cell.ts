// What every source is made of: cells, that is the components of one repetition of one field, each with its subcomponents.

/** HL7 v2: components of subcomponents, unescaped. A CSV column: one component of one subcomponent. */
export type Cell = readonly (readonly string[])[]

export interface Source {
  /** The fields that hold something, in their order: `PID-3`, `NHS_Number`. */
  readonly present: readonly string[]
  /** Empty when the field is absent. */
  repetitions(field: string): readonly Cell[]
  /** How a reader finds the field again: `PID-3`, `OBX[3]-5`, `row 7, NHS_Number`. */
  place(field: string): string
}

/** The HL7 null: `""` says that the value is to be deleted, which an absent value does not. */
const nullText = '""'

export const textCell = (text: string): Cell => [[text]]

/** Cell of plain components, without empty ones at the end. */
export function cellOf(...components: readonly (string | undefined)[]): Cell {
  const last = components.findLastIndex((text) => text !== undefined && text !== '')
  return components.slice(0, last + 1).map((text) => [text ?? ''])
}

/** The first subcomponent of a component, counted from 1 as HL7 does; '' when absent or null. */
export function component(cell: Cell, number: number): string {
  const text = (cell[number - 1]?.[0] ?? '').trim()
  return text === nullText ? '' : text
}

/** One component as a cell of its own. */
export const pick = (cell: Cell, number: number): Cell => [cell[number - 1] ?? ['']]

export const isEmpty = (cell: Cell): boolean => cell.every((parts) => parts.every((text) => text.trim() === ''))

export const isNull = (cell: Cell): boolean =>
  cell.some((parts) => parts.includes(nullText)) && cell.every((parts) => parts.every((text) => text === '' || text === nullText))

/** `""^^^^^^N`: nothing is left of it but what kind of thing it was. */
export const hasNull = (cell: Cell): boolean => cell.some((parts) => parts.includes(nullText))

export const isSame = (one: Cell, other: Cell): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A CSV record: columns by name; a blank column is silent. `name` says which row it was. */
export function recordSource(record: Readonly<Record<string, string>>, name: string): Source {
  return {
    present: Object.keys(record).filter((column) => record[column]?.trim()),
    repetitions(field) {
      const text = Object.hasOwn(record, field) ? (record[field] ?? '').trim() : ''
      return text === '' ? [] : [textCell(text)]
    },
    place: (field) => `${name}, ${field}`,
  }
}
