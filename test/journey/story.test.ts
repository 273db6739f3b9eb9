// The demo's whole story, played over real sockets against each database.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play } from '../../gateway/demo/demo.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { validate } from '../../profiles/validator.ts'
import { databases, startWorld, stored, type World } from './world.ts'

describe.each(databases)('the story on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => world.close())

  it('holds in every step', async () => {
    const said: string[] = []
    const held = await play(world.stage, (line) => said.push(line))
    expect(said.filter((line) => line.includes('✗'))).toEqual([])
    expect(held).toBe(true)
    expect(world.errors).toEqual([])
  })

  it('leaves nothing in the store that is not valid', async () => {
    const counts: Record<string, number> = {}
    const faults: string[] = []
    for (const type of Object.keys(resourceTypes)) {
      const resources = await stored(world.store, type)
      counts[type] = resources.length
      for (const resource of resources) {
        for (const { severity, id, expression } of validate(resource))
          if (severity === 'error') faults.push(`${type}/${resource.id} ${id} ${expression}`)
      }
    }
    expect(faults).toEqual([])
    for (const type of ['Patient', 'Encounter', 'ServiceRequest', 'Task', 'Person', 'Communication', 'Binary'])
      expect(counts[type], type).toBeGreaterThan(0)
  })
})
