// What stands in a store: its rows by table, the people in it, and how many plans shared a commit.

import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { DatabaseName, Target } from './target.ts'

export interface Census {
  readonly people: number
  readonly journeys: number
  readonly resources: number
  readonly versions: number
  readonly indexRows: number
  readonly audits: number
  readonly messages: number
  readonly megabytes: number
}

const counts = `select
  (select count(*) from resource where type = 'Patient') as people,
  (select count(*) from resource where type = 'EpisodeOfCare') as journeys,
  (select count(*) from resource) as resources,
  (select count(*) from version) as versions,
  (select count(*) from search_index) as index_rows,
  (select count(*) from audit) as audits,
  (select count(*) from message) as messages`

const sizes: Readonly<Record<DatabaseName, string>> = {
  sqlite: 'select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()',
  postgres: 'select pg_database_size(current_database())::float8 as bytes',
}

export async function censusOf(target: Target): Promise<Census> {
  const [row = {}] = await ask(target, counts)
  const [size = {}] = await ask(target, sizes[target.database])
  const count = (name: string) => Number(row[name])
  return {
    people: count('people'),
    journeys: count('journeys'),
    resources: count('resources'),
    versions: count('versions'),
    indexRows: count('index_rows'),
    audits: count('audits'),
    messages: count('messages'),
    megabytes: Math.round(Number(size['bytes']) / 1e6),
  }
}

/** How many plans have a commit to themselves, or share one, since `from`, on average. */
export async function plansPerCommit(target: Target, from: string): Promise<number> {
  const rows = await ask(target, `select distinct at from version where at >= '${from}' order by at`)
  const micros = rows.map(({ at }) => microsOf(String(at)))
  // Plans of one commit get instants that follow each other by a microsecond (gateway/store/clock.ts).
  const commits = micros.filter((each, i) => each !== (micros[i - 1] ?? 0) + 1).length
  return commits > 0 ? micros.length / commits : 0
}

const microsOf = (instant: string): number => Date.parse(`${instant.slice(0, 23)}Z`) * 1000 + Number(instant.slice(23, 26))

async function ask({ database, place }: Target, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (database === 'sqlite') {
    const file = new DatabaseSync(place, { readOnly: true })
    const rows = file.prepare(sql).all()
    file.close()
    return rows
  }
  const client = new pg.Client(place)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}
