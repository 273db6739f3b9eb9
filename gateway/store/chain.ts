// The audit as hash chains, one for each process that writes: how a row follows from the one before it.

import { hash, randomBytes } from 'node:crypto'
import { numberOf, textOf } from './row.ts'
import { plain, type Row, type Script, type Values } from './script.ts'
import type { AuditHead, Instant } from './store.ts'
import { tableOf } from './tables.ts'

/** Where a process's chain stands; undefined: it has not begun, or how the last attempt ended is not known. */
export interface Chain {
  readonly writer: string
  head: AuditHead | undefined
}

export const newChain = (): Chain => ({ writer: randomBytes(8).toString('hex'), head: undefined })

/** Sorted, so that a column that is added later changes no hash from before: what is null is left out. */
const columns = tableOf('audit')
  .names.filter((name) => name !== 'hash')
  .toSorted()

/**
 * SHA-256, in base64url, over the hash of the row before ('' for the first) and the row: a JSON list of the names and values of
 * its columns in alphabetical order, but the hash and those that are null.
 */
export function linkHash(before: string, values: Values): string {
  const named = columns.flatMap((name) => {
    const value = values[name] ?? null
    return value === null ? [] : [[name, typeof value === 'string' ? plain(value) : value]]
  })
  return hash('sha256', before + JSON.stringify(named), 'base64url')
}

/** Actions of the rows that the chains write about themselves. */
export const chainActions = { start: 'audit-start', heads: 'audit-heads' } as const

/** How a row of these names the head of a chain, among what it touched. */
export const headName = ({ writer, seq, hash }: Pick<AuditHead, 'writer' | 'seq' | 'hash'>): string =>
  `head ${writer} ${seq} ${hash}`

export function headNamed(text: string): Pick<AuditHead, 'writer' | 'seq' | 'hash'> | undefined {
  const [, writer, seq, hash] = /^head ([0-9a-f]{16}) ([1-9]\d{0,14}) ([\w-]{43})$/.exec(text) ?? []
  return writer !== undefined && hash !== undefined ? { writer, seq: Number(seq), hash } : undefined
}

export interface Linked {
  readonly audit: readonly Values[]
  readonly audit_what: readonly Values[]
  readonly head: AuditHead
}

/** The rows as they follow from the head; a new chain starts with a row that names the heads of all others. */
export function* linked(rows: readonly Values[], { writer, head }: Readonly<Chain>, at: Instant): Script<Linked> {
  const found = head ?? (yield* headOf(writer))
  const names = found ? [] : yield* namesAtStart(writer)
  const start = { ...startRow, id: `audit-start-${writer}`, at, what: JSON.stringify(names) }
  let last = found ?? { writer, seq: 0, hash: '', action: '' }
  const audit = (found ? rows : [start, ...rows]).map((row) => {
    const placed = { ...row, writer, seq: last.seq + 1 }
    last = { writer, seq: placed.seq, hash: linkHash(last.hash, placed), action: String(row['action']) }
    return { ...placed, hash: last.hash }
  })
  return { audit, audit_what: names.map((what) => ({ what, id: start.id })), head: last }
}

const startRow = { client: 'gateway', organization: 'gateway', action: chainActions.start, outcome: 'success', request: '' }

function* headOf(writer: string): Script<AuditHead | undefined> {
  const [row] = yield {
    ask: 'select writer, seq, hash, action from audit where writer = $1 order by seq desc limit 1',
    with: [writer],
  }
  return row && auditHead(row)
}

export function auditHead(row: Row): AuditHead {
  return { writer: textOf(row, 'writer'), seq: numberOf(row, 'seq'), hash: textOf(row, 'hash'), action: textOf(row, 'action') }
}

export const mostHeads = 1_000

/**
 * Heads of chains that no row names as they stand (a row of the chain itself would be a newer head), and in any case that of the writer $1; at most $2. What was
 * named once is proven by the row that named it, so that the rows that name heads do not grow with the number of chains.
 */
export const unnamedHeads = `
  with recursive w (writer) as (
    select min(a.writer) from audit a where a.writer > ''
    union all
    select (select min(a.writer) from audit a where a.writer > w.writer) from w where w.writer is not null)
  select h.writer, h.seq, h.hash, h.action from w
  join audit h on h.writer = w.writer and h.seq = (select max(m.seq) from audit m where m.writer = w.writer)
  where h.writer = $1 or not exists (
    select 1 from audit_what n where n.what = 'head ' || h.writer || ' ' || h.seq || ' ' || h.hash)
  order by h.writer limit $2`

/** The very first chain counts the rows from before there were any, so that none can be added to them. */
function* namesAtStart(writer: string): Script<readonly string[]> {
  const heads = yield { ask: unnamedHeads, with: [writer, mostHeads] }
  if (heads.length > 0) return heads.map((row) => headName(auditHead(row)))
  const [any] = yield { ask: "select 1 as found from audit where writer > '' limit 1", with: [] }
  if (any) return []
  const [row] = yield { ask: 'select count(*) as unchained from audit where writer is null', with: [] }
  return [`unchained ${row ? numberOf(row, 'unchained') : 0}`]
}
