// One page of a search: which clause leads, the rows, where the next page starts, and the total.

import { narrowedIn } from './narrowed.ts'
import { cursorAt } from './order.ts'
import { countedTo, lastPageStatement, leadStatement, leadTurns, pageStatement, totalStatement } from './query.ts'
import { numberOf } from './row.ts'
import type { Dialect, Row } from './script.ts'
import type { Statement } from './statement.ts'
import type { Access, Clause, Cursor, Page, Query } from './store.ts'
import { versionOf } from './version-row.ts'

export type Run = (statement: Statement) => Promise<readonly Row[]>

export async function search(access: Access, asked: Query, dialect: Dialect, run: Run): Promise<Page> {
  const query = narrowedQuery(access, asked)
  const lead = await leadOf(access, query, dialect, run)
  const found = await (lead ? led(access, query, dialect, run, lead) : inOrder(access, query, dialect, run))
  const rows = found.slice(0, query.count)
  const last = found.length > query.count ? rows.at(-1) : undefined
  const page: Page = { versions: rows.map(({ row }) => versionOf(row)), ...(last && { next: last.cursor }) }
  if (!query.total) return page
  if (!query.after && found.length <= query.count) return { ...page, total: found.length }
  const [row] = await run(totalStatement(access, query, dialect, lead))
  return { ...page, total: row ? numberOf(row, 'total') : 0 }
}

/** What granular scopes narrow the type to is a condition like any other, too: so that a search can start from it. */
function narrowedQuery(access: Access, query: Query): Query {
  const [only, ...others] = narrowedIn(access, 'search')[query.type] ?? []
  return only && others.length === 0 ? { ...query, where: [...query.where, ...only] } : query
}

/** The clause that the fewest resources meet, if they are few. */
async function leadOf(access: Access, query: Query, dialect: Dialect, run: Run): Promise<Clause | undefined> {
  for (const leads of leadTurns(query)) {
    for (const most of countedTo) {
      const [row = {}] = await run(leadStatement(access, query, dialect, leads, most))
      const lead = rarest(leads, row, most)
      if (lead) return lead
    }
  }
  return undefined
}

function rarest(leads: readonly Clause[], counts: Row, most: number): Clause | undefined {
  const counted = leads.map((lead, i) => ({ lead, count: numberOf(counts, `c${i}`) }))
  const fewest = counted.toSorted((a, b) => a.count - b.count)[0]
  return fewest && fewest.count < most ? fewest.lead : undefined
}

interface Found {
  readonly row: Row
  readonly cursor: Cursor
}

async function led(access: Access, query: Query, dialect: Dialect, run: Run, lead: Clause): Promise<readonly Found[]> {
  return (await run(pageStatement(access, query, dialect, lead))).map(foundAt())
}

/** Where an index key comes first, the resources that lack it follow when those that have it are exhausted. */
async function inOrder(access: Access, query: Query, dialect: Dialect, run: Run): Promise<readonly Found[]> {
  const isPast = query.after?.[0] === null
  const having = isPast ? [] : (await run(pageStatement(access, query, dialect))).map(foundAt())
  const missing = query.count + 1 - having.length
  const rest = missing > 0 ? lastPageStatement(access, { ...query, count: missing - 1 }, dialect) : undefined
  return rest ? [...having, ...(await run(rest)).map(foundAt([null]))] : having
}

const foundAt =
  (before: Cursor = []) =>
  (row: Row): Found => ({ row, cursor: [...before, ...cursorAt(row)] })
