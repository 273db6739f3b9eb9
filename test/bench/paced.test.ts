// Evenly spaced requests, and what is counted as their time.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { paced, type Shot } from './paced.ts'

const shot = (): Shot => ({ method: 'GET', path: '/', headers: {} })

async function serverThat(answers: (n: number, at: number, done: (status: number) => void) => void): Promise<string> {
  let n = 0
  const server = createServer((_, response) =>
    answers(n++, performance.now(), (status) => response.writeHead(status).end('said')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('counts the time of a request from when it was due, also when it waits for a connection', async () => {
  const url = await serverThat((n, _, done) => setTimeout(done, n === 0 ? 300 : 0, 200))
  const { tookMs, failed } = await paced(
    url,
    { perSecond: 100, amount: 10, connections: 1, warmUp: 0 },
    shot,
    (status) => status === 200,
  )
  expect([tookMs.length, failed]).toEqual([10, 0])
  // The last was due 90 ms after the first, which held the only connection for 300.
  expect(tookMs.at(-1)).toBeGreaterThan(180)
})

it('asks at the pace, not all at once, and counts what is no good answer', async () => {
  const asked: number[] = []
  const url = await serverThat((n, at, done) => {
    asked.push(at)
    done(n % 2 === 0 ? 200 : 500)
  })
  const { seconds, failed } = await paced(
    url,
    { perSecond: 50, amount: 10, connections: 4, warmUp: 0 },
    shot,
    (status) => status === 200,
  )
  expect(failed).toBe(5)
  expect(seconds).toBeGreaterThan(0.17)
  expect((asked.at(-1) ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(100)
})

it('does not time those that warm up, but counts their faults', async () => {
  const url = await serverThat((n, _, done) => setTimeout(done, n < 2 ? 150 : 0, n < 2 ? 500 : 200))
  const pace = { perSecond: 10, amount: 5, connections: 4, warmUp: 2 }
  const { tookMs, failed, seconds } = await paced(url, pace, shot, (status) => status === 200)
  expect([tookMs.length, failed]).toEqual([5, 2])
  expect(Math.min(...tookMs)).toBeLessThan(100)
  expect(seconds).toBeLessThan(0.7)
})

it('counts as failed what gets no answer', async () => {
  const pace = { perSecond: 100, amount: 3, connections: 1, warmUp: 0 }
  const { tookMs, failed } = await paced('http://127.0.0.1:9', pace, shot, () => true)
  expect([tookMs.length, failed]).toEqual([3, 3])
})
