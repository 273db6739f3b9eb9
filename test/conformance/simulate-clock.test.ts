// When the simulator's log says that an answer left: what comes after it is judged as having come after it.

import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { nowMs } from '../../conformance/simulate/clock.ts'
import { carryOut } from '../../conformance/simulate/incoming.ts'

it('is before its receiver could have come again, each of two hundred times', async () => {
  const ended: Promise<{ readonly endedMs: number }>[] = []
  const server = createServer((_, response) => {
    ended.push(carryOut({ kind: 'answer', reply: { status: 422, headers: {}, body: '{}' } }, response, 100))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const heardMs: number[] = []
  for (let i = 0; i < 200; i++)
    await new Promise<void>((done) => {
      request({ port, host: '127.0.0.1' }, (answer) => {
        heardMs.push(nowMs())
        answer.resume().on('end', done)
      }).end()
    })
  server.close()
  const endedMs = (await Promise.all(ended)).map((one) => one.endedMs)
  expect(endedMs).toHaveLength(200)
  expect(endedMs.filter((at, i) => at >= heardMs[i]!)).toEqual([])
})
