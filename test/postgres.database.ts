// A database of its own for a test file, in the run's PostgreSQL cluster.

import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Answers its URL. It goes with the cluster. `template`: the name of a database that it is a copy of, which nobody has open. */
export async function createDatabase(pgUrl: string, template = 'template1'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(`${pgUrl}/postgres`)
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  return `${pgUrl}/${name}`
}
