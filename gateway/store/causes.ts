// Why a database does not do what it is asked: the codes that the log says, what they mean, and what an operator does about them.

import { StatementRefused, StoreUnavailable } from './store.ts'

interface Cause {
  readonly means: string
  /** What an operator does. */
  readonly remedy: string
}

const reach = 'look at host and port in `DATABASE_URL`, at the server, and at what stands between'
const restore =
  'put the files back as they were, and it goes on; or stop the gateway, put a backup in their place, and start it. What was answered before the move is in the moved file'

/** SQLite's result codes, PostgreSQL's SQLSTATE (`08xxx`: any that begins so), the network's, and our own. */
export const causes: Readonly<Record<string, Cause>> = {
  FILE_REMOVED: { means: 'the database file or its log (-wal) was moved or removed', remedy: restore },
  FILE_REPLACED: { means: 'another file is where the database file or its log (-wal) was', remedy: restore },
  SQLITE_FULL: { means: 'the disk is full', remedy: 'make room; it goes on by itself' },
  SQLITE_BUSY: {
    means: 'another process holds the lock of the database',
    remedy: 'find it (a backup, a tool with a transaction open) and end it',
  },
  SQLITE_LOCKED: { means: 'another connection holds a table', remedy: 'as SQLITE_BUSY' },
  SQLITE_READONLY: {
    means: 'the database cannot be written',
    remedy: 'look at the rights of the file and its folder, and whether the disk is mounted read-only',
  },
  SQLITE_IOERR: {
    means: 'the disk failed to read or write',
    remedy: 'look at the disk and the system’s log before anything else',
  },
  SQLITE_CORRUPT: {
    means: 'the database file is damaged',
    remedy: 'stop the gateway, keep the file, put the last backup in its place',
  },
  SQLITE_CANTOPEN: {
    means: 'the database file cannot be opened',
    remedy: 'look whether path and folder are there, at their rights, and at the number of open files',
  },
  SQLITE_NOTADB: { means: 'the file is no database', remedy: 'look whether `DATABASE_URL` names the right file' },
  SQLITE_NOMEM: { means: 'memory ran out', remedy: 'give the process more' },
  SQLITE_CONSTRAINT: { means: 'a rule of the database was broken', remedy: 'a fault of ours: report it with `where`' },
  EACCES: { means: 'this process may not do that to the file or folder', remedy: 'give it the right' },
  ENOTFOUND: { means: 'the host name is not known', remedy: 'look at `DATABASE_URL` and at the name server' },
  EAI_AGAIN: { means: 'the name server does not answer', remedy: 'look at the name server' },
  ECONNREFUSED: { means: 'nothing listens at that host and port', remedy: 'start the server, or mend `DATABASE_URL`' },
  ECONNRESET: { means: 'the connection was cut', remedy: reach },
  EPIPE: { means: 'the connection was cut', remedy: reach },
  ETIMEDOUT: { means: 'the host does not answer', remedy: reach },
  EHOSTUNREACH: { means: 'there is no way to the host', remedy: reach },
  ENETUNREACH: { means: 'there is no way to the host', remedy: reach },
  TIMEOUT: { means: 'no answer came in time', remedy: 'look at the load of the server, and at what stands between' },
  CONNECTION_LOST: { means: 'the connection was cut', remedy: reach },
  '08xxx': { means: 'the connection failed', remedy: reach },
  '25006': {
    means: 'the database is read-only',
    remedy: 'after a failover let the name in `DATABASE_URL` lead to the new server; it goes on by itself',
  },
  '28000': {
    means: 'the server lets nobody in as this user from here',
    remedy: 'look at `pg_hba.conf`, at the user in `DATABASE_URL` and at what is asked of TLS',
  },
  '28P01': { means: 'the password is wrong, or the user is not known', remedy: 'mend `DATABASE_URL`' },
  '3D000': { means: 'there is no such database', remedy: 'make it, or mend `DATABASE_URL`' },
  '42501': { means: 'the user lacks a right', remedy: 'let the user own its database or schema' },
  '53100': { means: 'the disk of the server is full', remedy: 'make room; it goes on by itself' },
  '53200': { means: 'the server ran out of memory', remedy: 'look at its load and settings' },
  '53300': { means: 'the server has too many connections', remedy: 'raise `max_connections`: a gateway takes nine' },
  '55P03': { means: 'a lock was not to be had in time', remedy: 'find who holds it (`pg_locks`) and end it' },
  '57014': { means: 'a statement took too long', remedy: 'look at the load of the server and who holds locks' },
  '57xxx': { means: 'the server is stopping, starting or ended the connection', remedy: 'wait for it; it goes on by itself' },
}

/** A code, with the number or the names of things in the database that belong to it; nothing where none is known. */
export function causeOf(error: unknown): string | undefined {
  for (let one = error, steps = 0; one instanceof Error && steps < mostSteps; one = one.cause, steps++) {
    const code = codeOf(one)
    if (code !== undefined) return code
  }
  return undefined
}

const mostSteps = 6

/** For the log: codes and words of ours alone. A message of a database may quote what was to be stored. */
export function whyOf(error: unknown): { readonly cause?: string; readonly why?: string } {
  const cause = causeOf(error)
  const why = meaning(cause) ?? (error instanceof StoreUnavailable ? error.message : undefined)
  return { ...(cause !== undefined && { cause }), ...(why !== undefined && { why }) }
}

/** For whoever starts it: what went wrong, and what the code means. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = causeOf(error)
  const means = meaning(cause)
  if (cause === undefined || (means === undefined && !(error instanceof StoreUnavailable))) return error.message
  const said = error.message.includes(cause) ? '' : ` (${cause})`
  return `${[error.message, means].filter(Boolean).join(': ')}${said}`
}

function meaning(cause = ''): string | undefined {
  const [code = ''] = cause.split(' ')
  return (causes[code] ?? causes[`${code.slice(0, 2)}xxx`])?.means
}

function codeOf(error: Error): string | undefined {
  if (error instanceof StoreUnavailable || error instanceof StatementRefused) return error.code
  if ('errcode' in error && typeof error.errcode === 'number') return ofSqlite(error.errcode)
  if ('code' in error && typeof error.code === 'string' && isConstant.test(error.code)) return error.code
  return driverWords.find(([words]) => words.test(error.message))?.[1]
}

/** SQLSTATE, and the names of the network's and Node's faults. */
const isConstant = /^(?:[0-9A-Z]{5}|E[A-Z_]{2,40}|FILE_[A-Z]+)$/

/** PostgreSQL's driver gives its own faults no codes. */
const driverWords: readonly (readonly [words: RegExp, code: string])[] = [
  [/^(?:Query read timeout|timeout e)|due to connection timeout$/, 'TIMEOUT'],
  [/^(?:Connection terminated|Client has encountered a connection error)/, 'CONNECTION_LOST'],
]

const sqliteNames: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
}

/** The low byte has a name; the whole number tells more (sqlite.org/rescode.html). */
const ofSqlite = (code: number): string => `${sqliteNames[code & 0xff] ?? 'SQLITE_ERROR'} ${code}`
