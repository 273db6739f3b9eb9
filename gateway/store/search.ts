// One page of a search: which clause leads, the rows, where the next page starts, and the total.

import { boundedPage, rowsWithin, type Found, type ReadRows } from './bounded-page.ts'
import { narrowedIn } from './narrowed.ts'
import { countedTo, lastPageStatement, leadStatement, leadTurns, pageStatement, totalStatement } from './query.ts'
import { numberOf } from './row.ts'
import type { Dialect, Row } from './script.ts'
import type { Statement } from './statement.ts'
import type { Access, Clause, Page, Query } from './store.ts'
import { versionOf } from './version-row.ts'

export type Run = (statement: Statement) => Promise<readonly Row[]>

export async function search(access: Access, asked: Query, dialect: Dialect, run: Run): Promise<Page> {
  const query = narrowedQuery(access, asked)
  const { lead, count: met } = (await leadOf(access, query, dialect, run)) ?? {}
  if (met === 0) return { versions: [], ...(query.total && { total: 0 }) }
  const read: ReadRows = (count, longest) => {
    const part = { ...query, count }
    return lead ? led(access, part, dialect, run, longest, lead) : inOrder(access, part, dialect, run, longest)
  }
  const { rows, found, next } = await boundedPage(query, read)
  const page: Page = { versions: rows.map(({ row }) => versionOf(row)), ...(next && { next }) }
  if (!query.total) return page
  if (!query.after && found <= query.count) return { ...page, total: found }
  const [row] = await run(totalStatement(access, query, dialect, lead))
  return { ...page, total: row ? numberOf(row, 'total') : 0 }
}

/** What granular scopes narrow the type to is a condition like any other, too: so that a search can start from it. */
function narrowedQuery(access: Access, query: Query): Query {
  const [only, ...others] = narrowedIn(access, 'search')[query.type] ?? []
  return only && others.length === 0 ? { ...query, where: [...query.where, ...only] } : query
}

interface Lead {
  readonly lead: Clause
  /** How many resources meet it, whoever may see them. */
  readonly count: number
}

/** The clause that the fewest resources meet, if they are few. */
async function leadOf(access: Access, query: Query, dialect: Dialect, run: Run): Promise<Lead | undefined> {
  for (const leads of leadTurns(query)) {
    for (const most of countedTo) {
      const [row = {}] = await run(leadStatement(access, query, dialect, leads, most))
      const lead = rarest(leads, row, most)
      if (lead) return lead
    }
  }
  return undefined
}

function rarest(leads: readonly Clause[], counts: Row, most: number): Lead | undefined {
  const counted = leads.map((lead, i) => ({ lead, count: numberOf(counts, `c${i}`) }))
  const fewest = counted.toSorted((a, b) => a.count - b.count)[0]
  return fewest && fewest.count < most ? fewest : undefined
}

type Longest = number | undefined

function led(
  access: Access,
  query: Query,
  dialect: Dialect,
  run: Run,
  longest: Longest,
  lead: Clause,
): Promise<readonly Found[]> {
  return rowsWithin(run, pageStatement(access, query, dialect, lead), longest)
}

/** Where an index key comes first, the resources that lack it follow when those that have it are exhausted. */
async function inOrder(access: Access, query: Query, dialect: Dialect, run: Run, longest: Longest): Promise<readonly Found[]> {
  const isPast = query.after?.[0] === null
  const having = isPast ? [] : await rowsWithin(run, pageStatement(access, query, dialect), longest)
  const missing = query.count + 1 - having.length
  const rest = missing > 0 ? lastPageStatement(access, { ...query, count: missing - 1 }, dialect) : undefined
  return rest ? [...having, ...(await rowsWithin(run, rest, longest, [null]))] : having
}
