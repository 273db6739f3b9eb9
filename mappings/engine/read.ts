// The reading direction of a compiled table: a source's fields become assertions, issues and a ledger.

import type { Assertion, Issue, Ledger } from '../mapped.ts'
import { hasNull, isEmpty, isNull, isSame, pick, type Cell, type Source } from './cell.ts'
import { holds, type CompiledRow, type SourcePath } from './compiled.ts'
import { accounts, type Accounts } from './ledger.ts'
import { clearedBy, isRecord, printPath } from './path.ts'
import type { Context, Parsed, Table } from './row.ts'

export interface Reading {
  readonly assertions: readonly Assertion[]
  readonly issues: readonly Issue[]
  readonly ledger: Ledger
}

interface Run {
  readonly table: Table
  readonly source: Source
  readonly context: Context
  readonly accounts: Accounts
  readonly assertions: Assertion[]
  readonly issues: Issue[]
}

export function reader(table: Table, rows: readonly CompiledRow[]) {
  const reading = rows.filter(({ row }) => row.direction !== '←')
  return (source: Source, context: Context): Reading => {
    const run: Run = { table, source, context, accounts: accounts(table, source), assertions: [], issues: [] }
    for (const row of reading) readRow(run, row)
    return { assertions: run.assertions, issues: run.issues, ledger: run.accounts.ledger() }
  }
}

/** The first source path that speaks is taken; later ones count as carried only when they say the same. */
function readRow(run: Run, compiled: CompiledRow): void {
  let taken: readonly Cell[] | undefined
  for (const path of compiled.from) {
    const unmet = [compiled.row.when, path.when].find((condition) => !holds(condition, run.context))
    if (unmet) {
      run.accounts.skip(path.field, unmet)
      continue
    }
    run.accounts.look(path.field)
    if (taken) agree(run, compiled, path, taken)
    else taken = readPath(run, compiled, path)
  }
}

interface Picked {
  readonly index: number
  readonly cell: Cell
}

/** The cells that were taken, or undefined when the path is silent. */
function readPath(run: Run, compiled: CompiledRow, path: SourcePath): readonly Cell[] | undefined {
  const repetitions = run.source.repetitions(path.field)
  const first = repetitions[0]
  if (first === undefined || repetitions.every(isEmpty)) return undefined
  if (repetitions.length === 1 && isNull(first)) return clear(run, compiled, path, [{ index: 0, cell: first }])
  const picked = pickedBy(run, compiled, path, repetitions)
  if (picked.length === 0) return compiled.row.snapshot ? clear(run, compiled, path, []) : undefined
  if (picked.every(({ cell }) => isNull(cell))) return clear(run, compiled, path, picked)
  return set(run, compiled, path, picked)
}

function pickedBy(run: Run, { row, to }: CompiledRow, path: SourcePath, repetitions: readonly Cell[]): readonly Picked[] {
  const chosen = path.selector
    ? (run.table.selectors?.[path.selector]?.picks(repetitions, run.context) ?? [])
    : repetitions.map((_, index) => index).filter((index) => !isEmpty(repetitions[index] ?? []))
  const wanted = row.many || !to ? chosen : chosen.slice(0, 1)
  return wanted.map((index) => ({ index, cell: at(repetitions[index] ?? [], path) })).filter(({ cell }) => !isEmpty(cell))
}

const at = (cell: Cell, { component }: SourcePath): Cell => (component === undefined ? cell : pick(cell, component))

function clear(run: Run, { row, to }: CompiledRow, path: SourcePath, picked: readonly Picked[]): readonly Cell[] {
  if (!to || row.since) {
    const text = 'This list cannot be cleared as a whole; nothing was changed.'
    run.issues.push({ severity: 'warning', id: 'clear-not-taken', text, location: run.source.place(path.text) })
    return []
  }
  run.assertions.push({ state: 'clear', path: printPath(clearedBy(to)) })
  for (const { index } of picked) run.accounts.carry(path, index, row.as.components)
  return picked.map(({ cell }) => cell)
}

function set(run: Run, compiled: CompiledRow, path: SourcePath, picked: readonly Picked[]): readonly Cell[] | undefined {
  const values: unknown[] = []
  for (const { index, cell } of picked) {
    const parsed = compiled.row.as.parse(cell, run.context, compiled.row.codes)
    if (parsed.fault) run.issues.push(issueOf(run, compiled, path, index, parsed.fault))
    const isGone = parsed.isGone ?? (parsed.value === undefined && !parsed.fault && hasNull(cell))
    if (isGone && compiled.to) {
      run.assertions.push({ state: 'clear', path: printPath(clearedBy(compiled.to)) })
      run.accounts.carry(path, index, compiled.row.as.components)
    }
    if (parsed.value === undefined) continue
    values.push(parsed.value)
    run.accounts.carry(path, index, compiled.row.as.components)
  }
  if (values.length === 0) return undefined
  assert(run, compiled, values)
  return picked.map(({ cell }) => cell)
}

function assert(run: Run, { row, to }: CompiledRow, values: readonly unknown[]): void {
  if (!to) {
    for (const value of values) run.assertions.push({ state: 'set', path: targetNamedBy(row.to, value), value })
  } else if (row.since) {
    const since = run.context.occurred
    if (since) run.assertions.push({ state: 'since', path: row.to, at: since, value: values[0] })
  } else {
    run.assertions.push({ state: 'set', path: row.to, value: row.many ? values : values[0] })
  }
}

/** `identifier[system={system}]` with the value's own system. */
function targetNamedBy(to: string, value: unknown): string {
  return to.replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    const named = isRecord(value) ? value[member] : undefined
    return typeof named === 'string' ? named : ''
  })
}

function agree(run: Run, { row }: CompiledRow, path: SourcePath, taken: readonly Cell[]): void {
  const repetitions = run.source.repetitions(path.field)
  repetitions.forEach((repetition, index) => {
    if (taken.some((cell) => isSame(cell, at(repetition, path)))) run.accounts.carry(path, index, row.as.components)
  })
}

function issueOf(run: Run, compiled: CompiledRow, path: SourcePath, index: number, fault: NonNullable<Parsed['fault']>): Issue {
  const repeats = run.source.repetitions(path.field).length > 1 ? `[${index + 1}]` : ''
  const part = path.component === undefined ? '' : `.${path.component}`
  return {
    severity: fault.severity ?? 'error',
    id: fault.id,
    text: fault.text,
    location: `${run.source.place(path.field)}${repeats}${part}`,
    expression: compiled.expression,
  }
}
