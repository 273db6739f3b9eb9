// Laws between processes: claims, the order of instants, and what is left when one of them is killed.

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { committed, gateway, historyOf, idsOf, newId, query, write } from '../plans.ts'

const worker = fileURLToPath(new URL('../store.worker.ts', import.meta.url))

interface Running {
  readonly process: ChildProcessWithoutNullStreams
  readonly lines: string[]
  readonly ended: Promise<unknown>
}

export function processLaws(subject: Subject): void {
  describe('processes', () => {
    const running: Running[] = []
    afterEach(async () => {
      for (const { process } of running) process.kill('SIGKILL')
      await Promise.all(running.splice(0).map(({ ended }) => ended))
    })

    function start(location: string, task: string, name: string, count = 0): Running {
      const child = spawn(process.execPath, [worker, location, task, name, String(count)])
      const lines: string[] = []
      createInterface(child.stdout).on('line', (line) => void lines.push(line))
      child.stderr.on('data', (data) => process.stderr.write(String(data)))
      const one = { process: child, lines, ended: once(child, 'close') }
      running.push(one)
      return one
    }

    it('gives a claim to exactly one, over all processes', async () => {
      const [location, key] = [await subject.fresh(), newId()]
      const racers = Array.from({ length: subject.processes }, () => start(location, 'claim', key, 16))
      await expect.poll(() => racers.every(({ lines }) => lines[0] === 'ready'), { timeout: 20_000 }).toBe(true)
      for (const { process } of racers) process.stdin.write('go\n')
      await Promise.all(racers.map(({ ended }) => ended))
      const lines = racers.flatMap((racer) => racer.lines.slice(1))
      const won = lines.filter((line) => line.startsWith('won '))
      expect(lines.length).toBe(subject.processes * 16)
      expect(won.length).toBe(1)
      const winner = won[0]?.slice(4)
      expect(new Set(lines.filter((line) => line.startsWith('lost ')))).toEqual(new Set([`lost ${winner}`]))
      const store = await subject.open(location)
      expect(await store.holder('race', key)).toBe(winner)
      expect(idsOf(await store.search(gateway, query('Encounter')))).toEqual([winner])
      await store.close()
    })

    it('lets exactly one write that is based on a version take place, over all processes, and all of its plan', async () => {
      const [location, id] = [await subject.fresh(), newId()]
      const store = await subject.open(location)
      await committed(store, {
        writes: [write('Encounter', id, { kind: 'spell' }), write('Patient', id, { kind: 'demographics' })],
      })
      const racers = Array.from({ length: subject.processes }, () => start(location, 'update', id, 64 / subject.processes))
      await expect.poll(() => racers.every(({ lines }) => lines[0] === 'ready'), { timeout: 20_000 }).toBe(true)
      for (const { process } of racers) process.stdin.write('go\n')
      await Promise.all(racers.map(({ ended }) => ended))
      const lines = racers.flatMap((racer) => racer.lines.slice(1))
      const won = lines.filter((line) => line.startsWith('won '))
      expect([lines.length, won.length]).toEqual([64, 1])
      expect(new Set(lines.filter((line) => line.startsWith('lost ')))).toEqual(new Set(['lost 2']))
      const author = won[0]?.slice(4)
      expect((await historyOf(store, gateway, 'Encounter', id)).map((one) => [one.version, one.author])).toEqual([
        [2, author],
        [1, 'trust1'],
      ])
      expect(idsOf(await store.search(gateway, query('Goal')))).toEqual([`${id}-${author}`])
      await store.close()
    })

    it('hides nothing from one who asks for what came after the last instant seen', async () => {
      const [location, each] = [await subject.fresh(), 60]
      const store = await subject.open(location)
      const writers = Array.from({ length: subject.processes }, (_, i) => start(location, 'write', `w${i}`, each))
      let done = false
      const ended = Promise.all(writers.map((writer) => writer.ended)).then(() => (done = true))
      const seen: string[] = []
      let last = '0001-01-01T00:00:00.000000Z'
      for (let isLastLook = false; !isLastLook;) {
        isLastLook = done
        const since = query('Task', [{ on: 'updated', any: [{ prefix: 'gt', low: last, high: last }] }], {
          count: 1000,
        })
        const page = await store.search(gateway, since)
        seen.push(...idsOf(page))
        last = page.versions.at(-1)?.at ?? last
        await setTimeout(1)
        if (seen.length % 5 === 0) await committed(store, { writes: [write('Goal', newId(), { kind: 'plan' })] })
      }
      await ended
      const expected = writers.flatMap((_, i) => Array.from({ length: each }, (__, n) => `w${i}-${n}`))
      expect(seen.length).toBe(expected.length)
      expect(seen.toSorted()).toEqual(expected.sort())
      const stamps = (await store.search(gateway, query('Task', [], { count: 1000 }))).versions.map(({ at }) => at)
      expect(new Set(stamps).size).toBe(stamps.length)
      await store.close()
    })

    it('has every acknowledged plan once and no half one when its writer was killed', async () => {
      const location = await subject.fresh()
      const acknowledged: string[] = []
      for (const name of ['first', 'second']) {
        const writer = start(location, 'stream', name)
        await expect.poll(() => writer.lines.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(80)
        writer.process.kill('SIGKILL')
        await writer.ended
        acknowledged.push(...writer.lines)
      }
      const store = await subject.open(location)
      await committed(store, { writes: [write('Goal', newId(), { kind: 'plan' })] }) // waits for what the killed one left
      const tasks = await everyId(store, 'Task')
      const outbox = (await store.outbox(100_000)).map(({ id }) => id)
      const observations = await everyId(store, 'Observation')
      expect(new Set(tasks).size).toBe(tasks.length)
      expect(observations).toEqual(tasks)
      expect(outbox.sort()).toEqual(tasks)
      expect(acknowledged.filter((id) => !tasks.includes(id))).toEqual([])
      for (const id of tasks) {
        expect((await historyOf(store, gateway, 'Task', id)).length).toBe(1)
        expect(await store.holder('stream', id)).toBe(id)
        expect(new TextDecoder().decode((await store.message(id))?.bytes)).toBe(id)
      }
      expect((await store.audits({ limit: 100_000 })).map(({ id }) => id).sort()).toEqual(tasks)
      await store.close()
    })
  })
}

async function everyId(store: Store, type: string): Promise<string[]> {
  return idsOf(await store.search(gateway, query(type, [], { count: 100_000 }))).sort()
}
