// What an operator hears of a store that fails: from the log of a gateway that runs, at its start, and from its probes.

import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { createDatabase } from '../postgres.database.ts'
import { endAll, makeCamp, runCommand, startGateway, type Camp, type Gateway } from './gateway.ts'
import { openSender } from './mllp.ts'
import { person } from './people.ts'

let camps: Camp[] = []
const camp = (url?: string): Camp => {
  const made = makeCamp(url)
  camps.push(made)
  return made
}
afterEach(() => {
  for (const one of camps) one.remove()
  camps = []
})
afterAll(endAll)

const patient = { resourceType: 'Patient', name: [{ family: 'EXAMPLE' }] }
const probe = async ({ url }: Gateway, which: string) => (await fetch(`${url}/health/${which}`)).status

const said = (gateway: Gateway, event: string): readonly Record<string, unknown>[] =>
  gateway
    .said()
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('a gateway whose SQLite file is removed', () => {
  it('acknowledges nothing more at either door, is alive and not ready, and says why', async () => {
    const { environment, wires } = camp()
    const gateway = await startGateway(environment)
    const { epr } = wires(gateway.url)
    expect((await epr.ask('POST', '/fhir/R4/Patient', patient)).status).toBe(201)
    rmSync(dirname((environment['DATABASE_URL'] ?? '').slice('sqlite:'.length)), { recursive: true })
    expect([await probe(gateway, 'ready'), await probe(gateway, 'live')]).toEqual([503, 200])
    expect((await epr.ask('POST', '/fhir/R4/Patient', patient)).status).toBe(503)
    expect((await epr.ask('GET', '/fhir/R4/Patient?_count=1')).status).toBe(503)
    const sender = await openSender(gateway.mllp)
    expect(ackCode(await sender.send(hl7('ADT^A01^ADT_A01', person(70), { at: ago(9) })))).toBe('AR')
    sender.end()
    const told = said(gateway, 'store-unavailable')
    expect(told.length).toBeGreaterThanOrEqual(4)
    for (const line of told)
      expect(line).toMatchObject({ cause: 'FILE_REMOVED', why: 'the database file or its log (-wal) was moved or removed' })
    expect(await gateway.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(said(gateway, 'round-failed')[0]).toMatchObject({ name: 'StoreUnavailable', cause: 'FILE_REMOVED' })
  })
})

describe.runIf(inject('pgUrl'))('a gateway on PostgreSQL', () => {
  it('says the code of a statement that is refused, and where', async () => {
    const url = await createDatabase(inject('pgUrl'))
    const { environment, wires } = camp(url)
    const gateway = await startGateway(environment)
    const { epr } = wires(gateway.url)
    await epr.token()
    const admin = new pg.Client(url)
    await admin.connect()
    await admin.query(`alter table version add constraint no_quills check (text not like '%EXAMPLE%')`)
    await admin.end()
    expect((await epr.ask('POST', '/fhir/R4/Patient', patient)).status).toBe(500)
    expect(said(gateway, 'unexpected')[0]).toMatchObject({ name: 'StatementRefused', cause: '23514 version no_quills' })
    expect(gateway.said()).not.toContain('EXAMPLE')
    await gateway.end('SIGTERM')
  })
})

describe('a gateway that cannot start for its store', () => {
  const server = new URL(inject('pgUrl') || 'postgres://localhost')
  const at = (change: (url: URL) => void): string => {
    const url = new URL(`${server.href.replace(/\/$/, '')}/nowhere`)
    change(url)
    return url.href
  }
  it.concurrent.each([
    [
      'a host that is not known',
      'postgres://a:secret-word@nowhere.invalid/x',
      /: the (?:host name is not known \(ENOTFOUND\)|name server does not answer \(EAI_AGAIN\))$/m,
    ],
    ['a closed port', 'postgres://a:secret-word@127.0.0.1:1/x', /: nothing listens at that host and port \(ECONNREFUSED\)$/m],
    ['a database that is not there', at(() => undefined), /3D000: there is no such database$/m],
    [
      'a wrong password, or a user that is none',
      at((url) => {
        url.username = 'nobody'
        url.password = 'secret-word'
      }),
      /(?:28P01: the password is wrong, or the user is not known|28000: the server lets nobody in as this user from here)$/m,
    ],
    ['a path that is none', 'sqlite:/dev/null/x/gateway.db', /^DATABASE_URL: .*ENOTDIR/m],
    ['a file that is no database', `sqlite:${import.meta.filename}`, /: the file is no database \(SQLITE_NOTADB 26\)$/m],
  ])('says so of %s, and ends with 2', { timeout: 30_000 }, async (_, url, words) => {
    if (url.startsWith(server.href) && !inject('pgUrl')) return
    const { code, err } = await runCommand(['migrate'], { DATABASE_URL: url })
    expect(err).toMatch(/^DATABASE_URL: /)
    expect(err).toMatch(words)
    expect(err).not.toContain('secret-word')
    expect(code).toBe(2)
  })
})
