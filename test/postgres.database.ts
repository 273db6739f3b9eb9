// A database of its own for a test file, in the run's PostgreSQL cluster.

import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Answers its URL. It goes with the cluster. */
export async function createDatabase(pgUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(`${pgUrl}/postgres`)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${pgUrl}/${name}`
}
