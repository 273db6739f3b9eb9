// A discharge that is recorded late, with a time before what was told of the ward meanwhile.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { ackCode, read, resources } from '../../gateway/demo/stage.ts'
import { admission, adt, person } from './people.ts'
import { databases, endWell, faultsIn, startWorld, type World } from './world.ts'

describe.each(databases)('a discharge dated back, on $name,', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  it('is taken, and leaves open when the person left a ward that was told of later', async () => {
    const who = person(340)
    await world.mllp(admission(who, ago(100)))
    const ack = await world.mllp(adt('A03', who, { at: ago(10), pv1: { 45: ago(200) } }))
    expect(ackCode(ack)).toBe('AA')
    const stays = resources(await read(world.systems.epr, `Encounter?patient:Patient.identifier=${nhsNumber}|${who.nhsNumber}`))
    expect(stays).toMatchObject([{ status: 'finished', location: [{ status: 'completed' }] }])
    expect(await world.store.messages({ state: 'quarantined', limit: 1 })).toEqual([])
    expect(await faultsIn(world.store)).toEqual([])
  })
})
