// The writing direction of a compiled table: a resource becomes a source's fields, and what found no field is listed.

import type { Cell } from './cell.ts'
import { holds, type CompiledRow, type SourcePath } from './compiled.ts'
import { isRecord, parsePath, placeOf, valueAt } from './path.ts'
import type { Context, Table } from './row.ts'

export interface Written {
  readonly fields: Readonly<Record<string, readonly Cell[]>>
  /** Elements of the resource that no row carried: `name[1]`, `address[0].period.start`. */
  readonly notCarried: readonly string[]
}

interface Target {
  /** Where it stands in the resource, every selector resolved. */
  readonly place: readonly (string | number)[]
  readonly value: unknown
}

export function writer(table: Table, rows: readonly CompiledRow[]) {
  const writing = rows.filter(({ row }) => row.direction !== '→')
  return (resource: unknown, context: Context): Written => {
    const fields = new Map<string, Map<string, Cell>>()
    const carried = new Set<string>()
    for (const compiled of writing) {
      const path = compiled.from.find(({ when }) => holds(when, context))
      if (path && holds(compiled.row.when, context)) writeRow(table, compiled, path, { resource, context, fields, carried })
    }
    return {
      fields: Object.fromEntries([...fields].map(([field, repetitions]) => [field, [...repetitions.values()]])),
      notCarried: leavesOf(resource).filter((leaf) => !carried.has(leaf) && leaf !== 'resourceType'),
    }
  }
}

interface Run {
  readonly resource: unknown
  readonly context: Context
  readonly fields: Map<string, Map<string, Cell>>
  readonly carried: Set<string>
}

function writeRow(table: Table, compiled: CompiledRow, path: SourcePath, run: Run): void {
  targetsOf(compiled, run.resource).forEach((target, index) => {
    const cell = compiled.row.as.format?.(target.value, run.context, compiled.row.codes)
    if (!cell) return
    putCell(table, path, cell, index, run.fields)
    for (const leaf of carriedLeaves(compiled, target, cell, run.context)) run.carried.add(leaf)
  })
}

function targetsOf({ row, to }: CompiledRow, resource: unknown): readonly Target[] {
  const path = to ?? parsePath(row.to.replace(/\[\w+=\{\w+\}\].*$/, '')) ?? []
  const place = placeOf(resource, path)
  const value = valueAt(resource, path)
  if (!place || value === undefined) return []
  if (to && !row.many) return [{ place, value }]
  return Array.isArray(value) ? value.map((item: unknown, index) => ({ place: [...place, index], value: item })) : []
}

/** Rows of one selector share a repetition; those without share the first, or with `many` have one each. */
function putCell(table: Table, path: SourcePath, cell: Cell, index: number, fields: Run['fields']): void {
  const repetitions = fields.get(path.field) ?? new Map<string, Cell>()
  const key = `${path.selector ?? ''}#${path.component === undefined ? index : 0}`
  const stamp = path.selector ? table.selectors?.[path.selector]?.stamp : undefined
  const before = repetitions.get(key) ?? stamp ?? []
  repetitions.set(key, path.component === undefined ? over(before, cell) : over(before, atComponent(cell, path.component)))
  fields.set(path.field, repetitions)
}

const atComponent = (cell: Cell, component: number): Cell => [
  ...Array.from({ length: component - 1 }, () => ['']),
  cell[0] ?? [''],
]

function over(below: Cell, above: Cell): Cell {
  return Array.from({ length: Math.max(below.length, above.length) }, (_, index) => {
    const top = above[index]
    return top && top.some((text) => text !== '') ? top : (below[index] ?? [''])
  })
}

/** Reading back tells what a datatype lost on the way out; a row of one direction is taken at its word. */
function carriedLeaves({ row }: CompiledRow, { place, value }: Target, cell: Cell, context: Context): readonly string[] {
  const back = row.direction === '⇄' ? row.as.parse(cell, context, row.codes).value : value
  const prefix = printPlace(place)
  const whole = leavesOf(value).filter((leaf) => JSON.stringify(leafAt(back, leaf)) === JSON.stringify(leafAt(value, leaf)))
  return [...whole.map((leaf) => join(prefix, leaf)), ...selectorsOf(row.to, place)]
}

/** The child by which a selector found an element is said by the field itself. */
function selectorsOf(to: string, place: readonly (string | number)[]): readonly string[] {
  const children = (parsePath(to.replaceAll(/\{\w+\}/g, 'value')) ?? []).filter(({ child }) => child !== undefined)
  const indexes = place.flatMap((key, depth) => (typeof key === 'number' ? [depth] : []))
  return children.map(({ child }, index) => join(printPlace(place.slice(0, (indexes[index] ?? 0) + 1)), child ?? ''))
}

function leafAt(value: unknown, leaf: string): unknown {
  return leaf === '' ? value : valueAt(value, parsePath(leaf) ?? [])
}

const printPlace = (place: readonly (string | number)[]): string =>
  place.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')

const join = (prefix: string, leaf: string): string =>
  leaf === '' ? prefix : leaf.startsWith('[') ? prefix + leaf : prefix ? `${prefix}.${leaf}` : leaf

/** Paths of all plain values in a resource, each list place counted. */
function leavesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item).map((leaf) => join(`[${index}]`, leaf)))
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => leavesOf(item).map((leaf) => join(key, leaf)))
  return value === undefined ? [] : ['']
}
