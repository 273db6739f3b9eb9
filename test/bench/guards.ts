// What guarding costs, in a process of its own: the check of a request's token beside an intake, the access join beside a search.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sourceSettings } from '../../mappings/source.ts'
import { app } from '../../gateway/app.ts'
import { accessOf } from '../../gateway/auth/access.ts'
import { accessTokenFor } from '../../gateway/auth/access-token.ts'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { readConfig } from '../../gateway/config.ts'
import { makeCast } from '../../gateway/demo/cast.ts'
import type { House } from '../../gateway/handler.ts'
import { openHouse } from '../../gateway/serve.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Access, Query } from '../../gateway/store/store.ts'
import { messages } from './traffic.ts'
import { answerParent } from './worker.ts'

export interface GuardsQuestion {
  readonly journeys: number
  readonly rounds: number
  /** How often each is done in a round. */
  readonly times: number
}

/** CPU microseconds of each round, for one of a kind; the i-th figures of all were taken one right after the other. */
export interface Guards {
  readonly journeys: number
  readonly cpuUs: Readonly<Record<GuardedWork, readonly number[]>>
}

export type GuardedWork =
  /** A message of six resources, from the request to the answer. */
  | 'intake'
  /** A token that this process has not seen: signature and claims; then one that it has. */
  | 'token, new'
  | 'token, known'
  /** A request for a page of twenty Tasks, from the request to the answer. */
  | 'search'
  /** The same page asked of the store: as the organisation, and without the access join. */
  | 'page, joined'
  | 'page, not joined'

answerParent<GuardsQuestion, Guards>(async (question) => {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-guards-'))
  const store = await openSqlite(join(folder, 'gateway.db'))
  try {
    return await measured(await houseOver(store), question)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function houseOver(store: Awaited<ReturnType<typeof openSqlite>>): Promise<House> {
  const read = readConfig({ PORT: '0', SANDBOX: 'on', LOG_LEVEL: 'error', CLIENT_RATE: '0', ADDRESS_RATE: '0' })
  if (!read.ok) throw new Error(read.faults.join())
  const log = { info: () => undefined, error: () => undefined }
  const clients = makeCast().clientsFile
  return openHouse('http://gateway.example', {
    store,
    config: read.config,
    log,
    clients,
    source: (one) => sourceSettings(one, {}),
  })
}

async function measured(house: House, { journeys, rounds, times }: GuardsQuestion): Promise<Guards> {
  const work = await workIn(house, times)
  for (let i = 0; i < journeys; i++) await work.intake()
  const names = Object.keys(work) as GuardedWork[]
  for (const name of names) for (let i = 0; i < times; i++) await work[name]()
  const cpuUs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<GuardedWork, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const before = process.cpuUsage()
      for (let i = 0; i < times; i++) await work[name]()
      const { user, system } = process.cpuUsage(before)
      cpuUs[name].push((user + system) / times)
    }
  }
  return { journeys, cpuUs }
}

async function workIn(house: House, times: number): Promise<Record<GuardedWork, () => Promise<unknown>>> {
  const { fetch } = app(house)
  const tokens = { epr: await tokensOf(house, 'trust1-epr'), hub: await tokensOf(house, 'hub1-board') }
  const fresh = await Promise.all(Array.from({ length: times }, () => tokens.epr()))
  const [epr, hub] = [await tokens.epr(), await tokens.hub()]
  const message = messages()
  let sent = 0
  const isOk = async (response: Response | Promise<Response>) => {
    const answered = await response
    const text = await answered.text()
    if (answered.status !== 200) throw new Error(`${answered.status} ${text.slice(0, 300)}`)
  }
  const page = 'Task?status=requested&_count=20'
  const query: Query = {
    type: 'Task',
    where: [{ on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }],
    ...{ order: [], count: 20, total: true },
  }
  const caller = await authenticate(hub, house.auth)
  const ask = async (access: Access) => {
    const { versions } = await house.store.search(access, query)
    if (versions.length < 20) throw new Error(`a page of ${versions.length}`)
  }
  return {
    intake: async () => {
      const id = { 'x-request-id': crypto.randomUUID(), 'x-correlation-id': crypto.randomUUID() }
      const headers = { authorization: epr, 'content-type': 'application/fhir+json', ...id }
      const url = 'http://gateway.example/fhir/R4/$process-message'
      await isOk(fetch(new Request(url, { method: 'POST', headers, body: message(++sent) })))
    },
    'token, new': async () => {
      house.auth.verified.clear()
      await authenticate(fresh[sent++ % times], house.auth)
    },
    'token, known': () => authenticate(epr, house.auth),
    search: () => isOk(fetch(new Request(`http://gateway.example/fhir/R4/${page}`, { headers: { authorization: hub } }))),
    'page, joined': () => ask(accessOf(caller, house.now())),
    'page, not joined': () => ask({ as: 'gateway', why: 'the bench leaves the access join away' }),
  }
}

async function tokensOf({ auth }: House, clientId: string): Promise<() => Promise<string>> {
  const client = auth.registry.client(clientId)
  if (!client) throw new Error(`no client ${clientId}`)
  return async () => `Bearer ${await accessTokenFor({ client }, 'system/*.cruds', 300, auth)}`
}
