// Bad HL7 v2 messages over both doors: each gets its acknowledgement with the place, and good ones around it get through.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { isRecord } from '../../gateway/fhir/resource.ts'
import type { Message } from '../../gateway/store/store.ts'
import { badMessages, type BadMessage } from './bad-hl7.ts'
import { secretsOf } from './bad-fhir.ts'
import { databases } from './databases.ts'
import { openHouse, type House } from './house.ts'
import { openSender, type Sender } from './mllp.ts'
import { person } from './people.ts'

type Door = (message: string | Buffer) => Promise<{ readonly ack: string; readonly status?: number }>

describe.each(databases)('bad HL7 v2 input, on $name', ({ url }) => {
  let house: House
  let sender: Sender
  const doors: Readonly<Record<'HTTP' | 'MLLP', Door>> = {
    async HTTP(message) {
      const response = await fetch(`${house.url}/hl7v2`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await house.wires.epr.token()}`, 'content-type': 'application/hl7-v2' },
        body: Buffer.from(message),
      })
      return { ack: await response.text(), status: response.status }
    },
    MLLP: async (message) => ({ ack: await sender.send(message) }),
  }
  beforeAll(async () => {
    house = await openHouse(await url())
    sender = await openSender(house.mllp)
    // The person whose NHS number another record will claim.
    await sender.send(hl7('ADT^A01^ADT_A01', person(903), { at: ago(60) }))
  })
  afterAll(async () => {
    sender.end()
    await house.close()
  })

  describe.each(['HTTP', 'MLLP'] as const)('over %s', (name) => {
    it.each(badMessages)('answers $title with $ack and the place', async (bad) => {
      const { message, ack, httpStatus = 200, secrets = [], errors = [] } = bad
      const control = randomUUID().replaceAll('-', '').slice(0, 20)
      const before = await count(house)
      const heard = await doors[name](message(control))
      if (process.env['SHOW']) console.log(bad.title, heard, (await house.store.messages({ limit: 1 }))[0]?.issues)
      expect(ackCode(heard.ack), heard.ack).toBe(ack)
      if (name === 'HTTP') expect(heard.status).toBe(httpStatus)
      if (!bad.hasNoControl) expect(heard.ack).toContain(`|${control}`)
      for (const error of errors) expect(heard.ack).toContain(error)
      for (const secret of [...secrets, ...secretsOf(901)]) expect(heard.ack).not.toContain(secret)
      expect(heard.ack).not.toMatch(/\.ts:\d|node:internal|Error:/)
      await checkKept(house, bad, before)
      const next = await doors[name](hl7('ADT^A08^ADT_A01', person(904), { at: ago(1) }))
      expect(ackCode(next.ack)).toBe('AA')
      expect(house.errors).toEqual([])
    })
  })
})

const count = async ({ store }: House): Promise<number> => (await store.messages({ limit: 10_000 })).length

async function checkKept({ store }: House, { state, issues = [] }: BadMessage, before: number): Promise<void> {
  const kept = await store.messages({ limit: 10_000 })
  if (state === 'nothing') {
    expect(kept.length).toBe(before)
    return
  }
  expect(kept.length).toBe(before + 1)
  expect(kept[0]?.state).toBe(state)
  expect((await store.message(kept[0]?.id ?? ''))?.bytes.length).toBeGreaterThan(0)
  if (state === 'quarantined') expect(kept[0]?.owner).toBe('trust1')
  for (const { expression, ...issue } of issues) {
    const place = expression && { expression: expect.stringMatching(expression) as unknown }
    expect(issuesOf(kept[0])).toContainEqual(expect.objectContaining({ ...issue, ...place }))
  }
}

function issuesOf(message: Message | undefined): readonly unknown[] {
  const parsed: unknown = JSON.parse(message?.issues ?? '[]')
  return Array.isArray(parsed) ? parsed.filter(isRecord) : []
}
