// A process of its own that opens a store and writes: what it was asked for and nothing else, one line per answer.

import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'
import { audit, gateway, message, outbox, write } from './plans.ts'

const [location = '', task = '', name = '', count = '0'] = process.argv.slice(2)

const store = await (location.startsWith('postgres:') ? openPostgres(location) : openSqlite(location))
const say = (line: string) => process.stdout.write(`${line}\n`)

const tasks: Record<string, (store: Store) => Promise<void>> = {
  /** Many at once claim one key. */
  async claim() {
    say('ready')
    await new Promise((resolve) => process.stdin.once('data', resolve))
    const race = Array.from({ length: Number(count) }, async (_, i) => {
      const holder = `${process.pid}-${i}`
      const claims = [{ space: 'race', key: name, holder }]
      const answer = await store.commit({ claims, writes: [write('Encounter', holder, { kind: 'spell' })] })
      say(answer.ok ? `won ${holder}` : `lost ${answer.conflict.why === 'claimed' ? answer.conflict.holder : '?'}`)
    })
    await Promise.all(race)
  },
  /** Many at once write one resource, all based on the version that is there; and one more journey each that requires it. */
  async update() {
    const base = (await store.read(gateway, 'Encounter', name))?.version ?? 0
    say('ready')
    await new Promise((resolve) => process.stdin.once('data', resolve))
    const race = Array.from({ length: Number(count) }, async (_, i) => {
      const author = `${process.pid}-${i}`
      const answer = await store.commit({
        writes: [write('Encounter', name, { base, author, kind: 'spell' }), write('Goal', `${name}-${author}`, { kind: 'plan' })],
        requires: [{ resource: `Patient/${name}`, version: 1 }],
      })
      say(answer.ok ? `won ${author}` : `lost ${answer.conflict.why === 'stale' ? answer.conflict.found : '?'}`)
    })
    await Promise.all(race)
  },
  /** Whole plans in a stream, eight at a time, until killed; each is named when it is acknowledged. */
  async stream() {
    const lane = async (lane: number) => {
      for (let i = 0; ; i++) {
        const id = `${name}-${lane}-${i}`
        const answer = await store.commit({
          writes: [write('Task', id), write('Observation', id, { kind: 'readiness' })],
          claims: [{ space: 'stream', key: id, holder: id }],
          message: message({ id, bytes: new TextEncoder().encode(id) }),
          audit: [audit({ id })],
          outbox: [{ ...outbox(`Task/${id}`), id }],
        })
        if (answer.ok) say(id)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, i) => lane(i)))
  },
  /** A number of resources, four at a time. */
  async write() {
    const lane = async (lane: number) => {
      for (let i = lane; i < Number(count); i += 4) {
        const answer = await store.commit({ writes: [write('Task', `${name}-${i}`)] })
        if (answer.ok) say(`${name}-${i}`)
      }
    }
    await Promise.all(Array.from({ length: 4 }, (_, i) => lane(i)))
  },
}

await tasks[task]?.(store)
await store.close()
process.stdin.destroy()
