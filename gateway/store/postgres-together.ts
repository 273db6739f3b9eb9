// Several questions on a connection of PostgreSQL in one round trip: one turn of its process, and of ours, for all of them.

import pg from 'pg'
import { isShared } from './postgres-faults.ts'
import { valueOf } from './postgres-insert.ts'
import type { Names } from './postgres-prepared.ts'
import type { Row, Value } from './script.ts'

export interface Question {
  readonly text: string
  readonly values: readonly Value[]
}

export type Answers = readonly (readonly Row[])[]

/**
 * Answers in the order of the questions; when one fails, none is answered. They go by the extended protocol with one Sync behind the
 * last, as one transaction, so that it is one for any proxy, too; the driver itself sends a Sync with each. On such a connection
 * nothing else is to ask under names.
 */
export async function askTogether(client: pg.PoolClient, questions: readonly Question[], names: Names): Promise<Answers> {
  const held = heldOn.get(client) ?? { parsed: new Set(), doubtful: new Set() }
  heldOn.set(client, held)
  const asked = questions.map((one) => ({ ...one, name: names.nameOf(client, one.text) ?? '' }))
  try {
    return await new Promise((resolve, reject) => client.query(submittable(asked, held, resolve, reject)))
  } catch (error) {
    for (const { name } of asked) if (held.parsed.delete(name)) held.doubtful.add(name)
    if (isShared(error)) names.stop()
    throw error
  }
}

/** Names of statements that a connection has, and of those that it may have: what was sent when something failed. */
interface Held {
  readonly parsed: Set<string>
  readonly doubtful: Set<string>
}

const heldOn = new WeakMap<pg.PoolClient, Held>()

interface Asked extends Question {
  readonly name: string
}

/** Beyond that each is asked again by itself, so that the others do not wait for a slow one. */
const longestTogetherMs = 5_000

/** What the driver hands the server's messages to. It puts its limit of time before `callback`. */
function submittable(
  asked: readonly Asked[],
  held: Held,
  resolve: (answers: Answers) => void,
  reject: (error: unknown) => void,
): pg.Submittable {
  const answers: Row[][] = []
  let rows: Row[] = []
  let columns: readonly Column[] = []
  const query = {
    query_timeout: longestTogetherMs,
    callback: (error: unknown) => (error ? reject(error) : resolve(answers)),
    submit(connection: pg.Connection) {
      connection.stream.cork()
      for (const one of asked) send(connection, one, held)
      connection.sync()
      connection.stream.uncork()
    },
    handleRowDescription({ fields }: { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }) {
      columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }))
    },
    handleDataRow: ({ fields }: { readonly fields: readonly (string | null)[] }) => void rows.push(rowOf(columns, fields)),
    handleCommandComplete() {
      answers.push(rows)
      rows = []
    },
    handleReadyForQuery: () => query.callback(undefined),
    handleError: (error: unknown) => query.callback(error),
  }
  return query
}

/** To close a statement that is not there is no fault. */
function send(connection: pg.Connection, { text, values, name }: Asked, { parsed, doubtful }: Held): void {
  if (doubtful.delete(name)) connection.close({ type: 'S', name }, true)
  if (!parsed.has(name)) connection.parse({ name, text, types: [] }, true)
  if (name) parsed.add(name)
  connection.bind({ statement: name, values: values.map(parameterOf) }, true)
  connection.describe({ type: 'P' }, true)
  connection.execute({}, true)
}

function parameterOf(value: Value): string | Buffer | null {
  const sent = valueOf(value)
  return typeof sent === 'number' ? String(sent) : sent
}

interface Column {
  readonly name: string
  readonly parse: (text: string) => unknown
}

function rowOf(columns: readonly Column[], fields: readonly (string | null)[]): Row {
  const row: Record<string, unknown> = {}
  for (const [i, { name, parse }] of columns.entries()) {
    const field = fields[i] ?? null
    row[name] = field === null ? null : parse(field)
  }
  return row
}

const bigintOid = 20

/** Counts and row numbers are far below 2^53. */
export const parserOf = (oid: number): ((text: string) => unknown) =>
  oid === bigintOid ? Number : pg.types.getTypeParser(oid, 'text')
