// The loss ledger of one reading: which components of which fields were carried, left out with a reason, or known to no row.

import type { Ledger } from '../mapped.ts'
import { isEmpty, type Source } from './cell.ts'
import type { SourcePath } from './compiled.ts'
import type { Condition, Table } from './row.ts'

export interface Accounts {
  /** A repetition was carried: one component, those that the datatype knows, or (undefined) all. */
  carry(path: SourcePath, repetition: number, components: readonly number[] | undefined): void
  /** A row that holds for this source has looked at the field. */
  look(field: string): void
  /** A row for this field does not hold for this source. */
  skip(field: string, condition: Condition | undefined): void
  ledger(): Ledger
}

export function accounts(table: Table, source: Source): Accounts {
  const carried = new Map<string, Set<number> | 'all'>()
  const skipped = new Map<string, string>()
  const looked = new Set<string>()
  return {
    look: (field) => void looked.add(field),
    carry(path, repetition, components) {
      const key = `${path.field}[${repetition}]`
      const before = carried.get(key)
      const more = path.component === undefined ? components : [path.component]
      if (before === 'all') return
      carried.set(key, more === undefined ? 'all' : new Set([...(before ?? []), ...more]))
    },
    skip(field, condition) {
      if (condition) skipped.set(field, `not read for this source: ${condition.name}`)
    },
    ledger() {
      for (const field of looked) skipped.delete(field)
      return count(table, source, carried, skipped)
    },
  }
}

function count(
  table: Table,
  source: Source,
  carried: ReadonlyMap<string, ReadonlySet<number> | 'all'>,
  skipped: ReadonlyMap<string, string>,
): Ledger {
  const ignored = new Map<string, string>()
  const notCarried: string[] = []
  let mapped = 0
  for (const field of source.present) {
    const repetitions = source.repetitions(field)
    repetitions.forEach((cell, index) => {
      const seen = carried.get(`${field}[${index}]`)
      if (seen) mapped++
      if (seen === 'all' || isEmpty(cell)) return
      const place = source.place(field) + (repetitions.length > 1 ? `[${index + 1}]` : '')
      cell.forEach((parts, at) => {
        if (seen?.has(at + 1) || parts.every((text) => text === '')) return
        const reason = table.ignored[`${field}.${at + 1}`] ?? table.ignored[field] ?? (seen ? undefined : skipped.get(field))
        if (reason !== undefined)
          ignored.set(source.place(table.ignored[`${field}.${at + 1}`] ? `${field}.${at + 1}` : field), reason)
        else if (!seen) addOnce(notCarried, place)
        else notCarried.push(`${place}.${at + 1}`)
      })
    })
  }
  return { mapped, ignored: [...ignored].map(([location, reason]) => ({ location, reason })), notCarried }
}

function addOnce(list: string[], text: string): void {
  if (list.at(-1) !== text) list.push(text)
}

export const emptyLedger: Ledger = { mapped: 0, ignored: [], notCarried: [] }

export function sumOf(ledgers: readonly Ledger[]): Ledger {
  return {
    mapped: ledgers.reduce((sum, { mapped }) => sum + mapped, 0),
    ignored: ledgers.flatMap(({ ignored }) => ignored),
    notCarried: ledgers.flatMap(({ notCarried }) => notCarried),
  }
}
