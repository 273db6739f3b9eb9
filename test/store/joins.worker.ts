// A process of its own that seeds the fault named by JOIN and prints the ways by which strangers hear of what is hidden.

import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mutated } from '../mutants/mutant.ts'
import { joins } from './joins.ts'

const wanted = process.env['JOIN'] ?? ''
const mutant = joins.find(({ id }) => id === wanted)
if (wanted !== '' && !mutant) throw new Error(`no such join: ${wanted}`)
if (mutant) {
  const url = pathToFileURL(resolve(import.meta.dirname, '../..', mutant.file)).href
  registerHooks({
    load(asked, context, next) {
      const loaded = next(asked, context)
      if (asked !== url) return loaded
      return { ...loaded, source: mutated(Buffer.from(loaded.source as Uint8Array).toString('utf8'), mutant) }
    },
  })
}

const { openSqlite } = await import('../../gateway/store/sqlite.ts')
const { caller } = await import('./plans.ts')
const { heardBy, heardByJourney, hide, newHidden, openJourney } = await import('./ways.ts')
const [store, of] = [await openSqlite(':memory:'), newHidden()]
await hide(store, of)
const heard = new Set<string>()
for (const stranger of ['stranger', 'council1', 'acute2']) {
  for (const way of await heardBy(store, caller(stranger), of)) heard.add(way)
}
await openJourney(store, of)
if ((await heardByJourney(store, caller('stranger'), of)) > 0) heard.add('search by journey')
await store.close()
process.stdout.write(JSON.stringify([...heard]))
