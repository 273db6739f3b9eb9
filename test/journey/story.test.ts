// The demo's whole story, played over real sockets against each database.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play } from '../../gateway/demo/demo.ts'
import { databases, endWell, faultsIn, startWorld, stored, type World } from './world.ts'

describe.each(databases)('the story on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  it('holds in every step', async () => {
    const said: string[] = []
    const held = await play(world.stage, (line) => said.push(line))
    expect(said.filter((line) => line.includes('✗'))).toEqual([])
    expect(held).toBe(true)
    expect(world.errors).toEqual([])
  })

  it('leaves nothing in the store that is not valid', async () => {
    expect(await faultsIn(world.store)).toEqual([])
    for (const type of ['Patient', 'Encounter', 'ServiceRequest', 'Task', 'Person', 'Communication', 'Binary'])
      expect(await stored(world.store, type), type).not.toEqual([])
  })
})
