// Refusals in a flood: told in few rows, and each of them counted.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostEach, openRefusals } from '../../gateway/audit/refusals.ts'
import { instantOf } from '../../gateway/store/clock.ts'
import type { Audit } from '../../gateway/store/store.ts'
import { databases, startWorld, type World } from '../journey/world.ts'
import { audit, newId } from '../store/plans.ts'

const minute = 60_000_000
const start = 1_780_000_000_000_000

function scene(write?: (rows: readonly Audit[]) => Promise<void>) {
  let micros = start
  const rows: Audit[] = []
  const now = () => instantOf(micros)
  const refusals = openRefusals({ write: write ?? (async (more) => void rows.push(...more)), newId, now })
  return {
    rows,
    refusals,
    later: (by: number) => void (micros += by),
    refuse: (more: Partial<Audit> = {}) =>
      refusals.write(audit({ at: now(), outcome: 'refused', reason: 'forbidden', action: 'GET /fhir/R4/Task', ...more })),
  }
}

/** How many refusals the rows tell of. */
const told = (rows: readonly Audit[]) =>
  rows.reduce((sum, { reason = '' }) => sum + Number(/\((\d+) more like it\)$/.exec(reason)?.[1] ?? 1), 0)

describe('refusals in the audit', () => {
  it('are written one by one, then counted, and the count is told by the minute', async () => {
    const { rows, refusals, refuse, later } = scene()
    for (let i = 0; i < 500; i++) await refuse({ request: `r${i}` })
    expect(rows.length).toBe(mostEach)
    await refusals.flush()
    expect(rows.length).toBe(mostEach + 1)
    expect(rows.at(-1)).toMatchObject({ reason: 'forbidden (480 more like it)', request: 'r499', outcome: 'refused' })
    await refusals.flush()
    expect(rows.length).toBe(mostEach + 1)
    later(minute)
    await refuse()
    expect(told(rows)).toBe(501)
  })

  it('are told when the next comes, where nobody kept the minute', async () => {
    const { rows, refuse, later } = scene()
    for (let i = 0; i < 100; i++) await refuse()
    later(2 * minute)
    await refuse()
    expect(rows.length).toBe(mostEach + 2)
    expect(told(rows)).toBe(101)
  })

  it.each([
    { client: 'another' },
    { organization: 'x' },
    { action: 'token' },
    { reason: 'not-found' },
    { purpose: 'TREAT' },
    { practitioner: 'a|b' },
  ])('are counted apart where %j', async (other) => {
    const { rows, refuse } = scene()
    for (let i = 0; i < mostEach + 5; i++) await refuse()
    await refuse(other)
    expect(rows.at(-1)).toMatchObject(other)
  })

  it('are told the next time where they could not be written', async () => {
    let isDown = false
    const rows: Audit[] = []
    const { refusals, refuse } = scene(async (more) => {
      if (isDown) throw new Error('down')
      rows.push(...more)
    })
    for (let i = 0; i < 30; i++) await refuse()
    isDown = true
    await expect(refusals.flush()).rejects.toThrow('down')
    isDown = false
    for (let i = 0; i < 30; i++) await refuse()
    await refusals.flush()
    expect(told(rows)).toBe(60)
  })

  it('take no more memory than a limit, and lose nothing by it', async () => {
    const { rows, refusals, refuse } = scene()
    for (let i = 0; i < 25; i++) await refuse()
    for (let i = 0; i < 10_050; i++) await refuse({ practitioner: `urn:x|${i}` })
    await refusals.flush()
    expect(told(rows)).toBe(10_075)
  })
})

describe('a gateway that is flooded', () => {
  let world: World | undefined
  beforeAll(async () => {
    const [database] = databases
    if (database) world = await startWorld(database)
  })
  afterAll(() => world?.close())

  it('tells of refusals by client and at the token endpoint in few rows, none of them lost at an orderly end', async () => {
    if (!world) throw new Error('no world')
    const { store, house, systems, url } = world
    const nothing = await systems.hub.ask('GET', '/fhir/R4/Patient/none')
    expect(nothing.status).toBe(404)
    for (let i = 0; i < 60; i++) await systems.hub.ask('GET', '/fhir/R4/Patient/none')
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    for (let i = 0; i < 60; i++) expect((await fetch(`${url}/auth/token`, { method: 'POST', body })).status).toBe(400)
    const refused = async () => (await store.audits({ limit: 1_000 })).filter(({ outcome }) => outcome === 'refused')
    expect((await refused()).length).toBe(2 * mostEach)
    await house.refusals.flush()
    const rows = await refused()
    expect(rows.length).toBe(2 * mostEach + 2)
    expect(told(rows)).toBe(121)
  })
})
