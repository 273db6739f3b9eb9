// The search index made anew, where the table of search parameters is not the one that it was made by.

import { setImmediate } from 'node:timers/promises'
import { parseKeeping } from '../../profiles/decimal.ts'
import { indexable, indexRows } from './index-rows.ts'
import { anchorKey } from './known.ts'
import { numberOf, textOf } from './row.ts'
import { put, type Row, type Script } from './script.ts'
import { searchIndexVersion } from './search-parameters.ts'

/** Runs a script in one transaction. */
export type Transact = <T>(script: () => Script<T>) => Promise<T>

/**
 * Goes through the current versions in batches, each a transaction that leaves its place in the settings: whoever is killed
 * goes on there, and several processes take turns. Readers and writers come in between; until the end, a search by a new
 * parameter finds what has been gone through. `base` is the gateway's FHIR base URL. Answers how many resources it indexed.
 */
export async function reindex(transact: Transact, base: string): Promise<number> {
  let indexed = 0
  for (;;) {
    const batch = await transact(() => nextBatch(base))
    if (batch === undefined) return indexed
    indexed += batch
    await setImmediate() // whatever else is waiting gets its turn
  }
}

/** The name of the setting that says how far the index is. */
const settingName = 'search-index'

interface Progress {
  /** The table that the rows are made by. */
  readonly version: string
  /** All resources up to this row number are done. */
  readonly rid: number
  readonly isDone?: true
}

/** How many resources this batch went through; undefined when all were done before. */
function* nextBatch(base: string): Script<number | undefined> {
  if ((yield* progressNow()).isDone) return undefined
  // Whoever writes, and whoever else rebuilds, waits here until this batch is committed.
  yield { ask: 'update clock set serial = serial where one = 1', with: [] }
  const { rid, isDone } = yield* progressNow()
  if (isDone) return undefined
  const until = yield* endOfBatch(rid)
  if (until === undefined) {
    yield* keep({ version: searchIndexVersion, rid, isDone: true })
    return undefined
  }
  const rows = yield {
    ask: `select r.rid, r.type, v.text from resource r join version v on v.rid = r.rid and v.version = r.version
      where r.rid > $1 and r.rid <= $2 and r.deleted = 0`,
    with: [rid, until],
  }
  yield* writeIndex(rows, rid, until, base)
  yield* keep({ version: searchIndexVersion, rid: until })
  return rows.length
}

function* progressNow(): Script<Progress> {
  const [row] = yield { ask: 'select text from setting where name = $1', with: [settingName] }
  const kept = row && (JSON.parse(textOf(row, 'text')) as Progress)
  return kept?.version === searchIndexVersion ? kept : { version: searchIndexVersion, rid: 0 }
}

function* keep(progress: Progress): Script<void> {
  yield {
    ask: 'insert into setting (name, text) values ($1, $2) on conflict (name) do update set text = excluded.text',
    with: [settingName, JSON.stringify(progress)],
  }
}

const mostResources = 200
const mostBytes = 4 * 1024 * 1024

/** The last row number of as many resources as fit; one that is larger than a batch makes one by itself. */
function* endOfBatch(rid: number): Script<number | undefined> {
  const rows = yield {
    ask: `select r.rid, octet_length(v.text) as bytes from resource r join version v on v.rid = r.rid and v.version = r.version
      where r.rid > $1 order by r.rid limit $2`,
    with: [rid, mostResources],
  }
  let bytes = 0
  const fitting = rows.filter((row, i) => (bytes += numberOf(row, 'bytes')) <= mostBytes || i === 0)
  const last = fitting.at(-1)
  return last && numberOf(last, 'rid')
}

/** What a resource hangs on is not read out of it: those rows stay. */
function* writeIndex(resources: readonly Row[], after: number, until: number, base: string): Script<void> {
  yield {
    ask: `delete from search_index where rid > $1 and rid <= $2 and (key not like '%${anchorKey('')}' or key like '%|%' or key like '%$%')`,
    with: [after, until],
  }
  yield* put(
    'search_index',
    resources.flatMap((row) =>
      rowsOf(textOf(row, 'text'), base).map(({ key, value, other }) => ({
        rid: numberOf(row, 'rid'),
        key,
        value: indexable(value),
        other: indexable(other),
      })),
    ),
  )
}

function rowsOf(text: string, base: string): ReturnType<typeof indexRows> {
  const resource = parseKeeping(text)
  return typeof resource === 'object' && resource !== null ? indexRows(resource as Readonly<Record<string, unknown>>, base) : []
}
