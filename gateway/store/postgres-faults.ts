// Which faults of PostgreSQL pass, which cost the connection, and what of them may be told.

import pg from 'pg'
import { StatementRefused } from './store.ts'

/** The connection broke while COMMIT was under way: whether it took place is not known yet. */
export class Unanswered extends Error {
  override name = 'Unanswered'

  constructor(cause: unknown) {
    super('COMMIT was not answered', { cause })
  }
}

/** Worth another try: lost races, a server that is away, starting, failing over, read-only after it, or out of room. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unanswered || isStale(error)) return true
  if (error instanceof pg.DatabaseError) return passing.test(error.code ?? '')
  return error instanceof Error && (network.has(codeOf(error)) || driverWords.test(error.message))
}

/** 08 connection, 40001 and 40P01 races, 53 resources, 55P03 lock, 57 shutdown and time limits, 25P03 and 25P04 limits of a transaction, 25006 read-only. */
const passing = /^(?:08...|40001|40P01|53...|55P03|57014|57P0.|25P03|25P04|25006)$/

const network = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** pg gives its own faults no codes. */
const driverWords =
  /^(?:Connection terminated|Query read timeout|timeout e|timeout expired|Client has encountered a connection error)/

/** Anything but a database's answer about one statement; also a connection whose prepared statements are not what they were. */
export function hasLostConnection(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(?:08...|57P0.|25P03|25P04)$/.test(error.code ?? '') || isStale(error)
}

/**
 * The connection is not used again: it is lost, or its server only reads. One that was demoted keeps the connections it had, and so
 * does a proxy before it: only a new one reaches the server that writes now.
 */
export function isSpent(error: unknown): boolean {
  return hasLostConnection(error) || (error instanceof pg.DatabaseError && error.code === '25006')
}

/**
 * A statement is not there that was prepared on this connection, or is there that was not: behind it stands a proxy that gives
 * each transaction another connection of the database.
 */
export function isShared(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(?:26000|42P05)$/.test(error.code ?? '')
}

/** Prepared before a later version of the gateway added a column: a new connection will do. */
const isStale = (error: unknown): boolean =>
  isShared(error) || (error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery')

/** PostgreSQL's messages may quote what was to be stored: only code and names of its objects go on. */
export function withoutValues(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error
  const { code, table, column, constraint } = error
  const told = [code ?? 'no code', table, column, constraint].filter(Boolean).join(' ')
  throw new StatementRefused(`PostgreSQL refused a statement: ${told}`, { code: told })
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
