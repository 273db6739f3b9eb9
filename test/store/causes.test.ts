// What the log says of a fault of the store: its code and words of ours, and nothing that a database said.

import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { causeOf, causes, inWords, whyOf } from '../../gateway/store/causes.ts'
import { Unanswered, withoutValues } from '../../gateway/store/postgres-faults.ts'
import { StatementRefused, StoreUnavailable } from '../../gateway/store/store.ts'

const secret = 'QUILLFEATHER 9990000018'
const coded = (more: object) => Object.assign(new Error(secret), more)
const ofPostgres = (code: string, more: object = {}) => Object.assign(new pg.DatabaseError(secret, 0, 'error'), { code, ...more })
const unavailable = (cause?: unknown) => new StoreUnavailable('the database is busy or away', { cause })

describe('the cause of a fault', () => {
  it.each([
    ['SQLite’s', coded({ code: 'ERR_SQLITE_ERROR', errcode: 13, errstr: secret }), 'SQLITE_FULL 13', 'the disk is full'],
    ['SQLite’s extended', coded({ errcode: 778 }), 'SQLITE_IOERR 778', 'the disk failed to read or write'],
    ['SQLite’s without a name', coded({ errcode: 21 }), 'SQLITE_ERROR 21', undefined],
    ['PostgreSQL’s', ofPostgres('25006'), '25006', 'the database is read-only'],
    ['PostgreSQL’s of a class', ofPostgres('08006'), '08006', 'the connection failed'],
    ['the network’s', coded({ code: 'ECONNREFUSED' }), 'ECONNREFUSED', 'nothing listens at that host and port'],
    ['a COMMIT’s that was not answered', new Unanswered(coded({ code: 'ECONNRESET' })), 'ECONNRESET', 'the connection was cut'],
    ['the driver’s, late', new Error('timeout exceeded when trying to connect'), 'TIMEOUT', 'no answer came in time'],
    ['the driver’s, later', new Error('Connection terminated due to connection timeout'), 'TIMEOUT', 'no answer came in time'],
    ['the driver’s, cut', new Error('Connection terminated unexpectedly'), 'CONNECTION_LOST', 'the connection was cut'],
  ])('is %s code, under what the store made of it, and in words', (_, error, cause, why) => {
    expect(causeOf(error)).toBe(cause)
    expect(whyOf(unavailable(error))).toEqual({ cause, why: why ?? 'the database is busy or away' })
    expect(JSON.stringify(whyOf(error))).not.toContain('QUILLFEATHER')
  })

  it('is told in the store’s own words where there is no code', () => {
    expect(whyOf(new StoreUnavailable('the store is closed'))).toEqual({ why: 'the store is closed' })
  })

  it('is nothing of what others say, nor of a code that is none', () => {
    for (const error of [new Error(secret), coded({ code: secret }), coded({ code: '9990000018' }), secret, undefined])
      expect(whyOf(error)).toEqual({})
  })

  it('names the database’s own things in a statement that was refused, and no values', () => {
    const refused = ofPostgres('23514', { table: 'resource', constraint: 'no_such_id', detail: secret })
    let told: unknown
    try {
      withoutValues(refused)
    } catch (error) {
      told = error
    }
    expect(told).toBeInstanceOf(StatementRefused)
    expect(whyOf(told)).toEqual({ cause: '23514 resource no_such_id' })
  })

  it('does not go round in a circle', () => {
    const [one, two] = [new Error('one'), new Error('two')]
    one.cause = two
    two.cause = one
    expect(causeOf(one)).toBeUndefined()
  })
})

describe('the words at the start', () => {
  it.each([
    [unavailable(coded({ code: 'ENOTFOUND' })), 'the database is busy or away: the host name is not known (ENOTFOUND)'],
    [unavailable(coded({ errcode: 21 })), 'the database is busy or away (SQLITE_ERROR 21)'],
    [
      new StatementRefused('PostgreSQL refused a statement: 3D000', { code: '3D000' }),
      'PostgreSQL refused a statement: 3D000: there is no such database',
    ],
    [new Error('prepare is on or off'), 'prepare is on or off'],
    ['nothing', 'nothing'],
  ])('are what went wrong and what the code means (%#)', (error, words) => expect(inWords(error)).toBe(words))
})

describe('the table of causes', () => {
  it.each(Object.entries(causes))('says of %s what it means and what to do', (code, { means, remedy }) => {
    expect(code).toMatch(/^[A-Z0-9_]{5,}$|^\d\dxxx$/)
    for (const words of [means, remedy]) expect(words.length).toBeGreaterThan(5)
  })
})
