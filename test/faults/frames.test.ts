// What comes over MLLP as it never should: halves, noise and giants, and the good messages around them.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { openHouse, type House } from './house.ts'
import { framed, openSender } from './mllp.ts'
import { person } from './people.ts'

const control = () => randomUUID().replaceAll('-', '').slice(0, 20)
const a01 = (n: number, id = control()) => hl7('ADT^A01^ADT_A01', person(n), { at: ago(60), control: id })

describe('frames over MLLP', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(undefined)
  })
  afterAll(() => house.close())

  const handled = async (id: string) =>
    (await house.store.messages({ control: id, client: 'trust1-epr', channel: 'hl7v2', limit: 9 })).length

  it('forgets half a frame whose sender goes away, and keeps nothing of it', async () => {
    const id = control()
    const half = await openSender(house.mllp)
    half.raw(framed(a01(1, id)).subarray(0, 200))
    half.end()
    const sender = await openSender(house.mllp)
    expect(ackCode(await sender.send(a01(2)))).toBe('AA')
    expect(await handled(id)).toBe(0)
    sender.end()
  })

  it('answers AE for a frame without an end, and AA for the good one that follows it', async () => {
    const sender = await openSender(house.mllp)
    const [half, good] = [control(), control()]
    sender.raw(Buffer.concat([Buffer.of(0x0b), Buffer.from(a01(3, half)), framed(a01(4, good))]))
    const [first, second] = [await sender.next(), await sender.next()]
    expect(first).toContain(`MSA|AE|${half}|the frame has no end`)
    expect(second).toContain(`MSA|AA|${good}`)
    expect(await handled(half)).toBe(0)
    sender.end()
  })

  it.each([
    ['words', 'this is no message'],
    ['nothing', ''],
    ['JSON', '{"resourceType":"Patient"}'],
    [
      'noise',
      Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 97) % 256).filter((byte) => ![0x0b, 0x1c].includes(byte))),
    ],
    ['a header cut short', 'MSH|^~'],
    ['a header whose delimiters are letters', 'MSHabcdefg'],
    ['an HTTP request', 'POST /hl7v2 HTTP/1.1\r\nHost: gateway\r\n\r\n'],
  ])('lets two good messages through with %s in a frame between them', async (_, bad) => {
    const sender = await openSender(house.mllp)
    const [one, two] = [control(), control()]
    sender.raw(Buffer.concat([framed(a01(5, one)), framed(bad), framed(a01(6, two))]))
    const acks = [await sender.next(), await sender.next(), await sender.next()]
    expect(acks.map((ack) => ackCode(ack ?? ''))).toEqual(['AA', 'AR', 'AA'])
    expect(acks[0]).toContain(one)
    expect(acks[2]).toContain(two)
    expect(house.errors).toEqual([])
    sender.end()
  })

  it('answers AE for 25 MB by their header, and takes the next message on the same connection', async () => {
    const sender = await openSender(house.mllp)
    const [large, good] = [control(), control()]
    sender.raw(framed(`${a01(7, large)}\rOBX|1|TX|||${'x'.repeat(25_000_000)}`))
    sender.raw(framed(a01(8, good)))
    expect(await sender.next()).toMatch(new RegExp(`MSA\\|AE\\|${large}\\|the message is larger`))
    expect(await sender.next()).toContain(`MSA|AA|${good}`)
    expect(await handled(large)).toBe(0)
    sender.end()
  })

  it('takes 15 MB, a document as large as it may be', async () => {
    const sender = await openSender(house.mllp)
    const data = Buffer.alloc(11_000_000, 'x').toString('base64')
    const segments = [
      `TXA|1|DS|AP|${ago(3)}||||||||DOC-LARGE^TRUST1||||large.pdf|AU`,
      `OBX|1|ED|373942005^Discharge summary^SCT||^application^pdf^Base64^${data}||||||F`,
    ]
    expect(ackCode(await sender.send(hl7('MDM^T02^MDM_T02', person(9), { at: ago(3), segments })))).toBe('AA')
    sender.end()
  })

  it('answers 413 for 25 MB over HTTP, and AA for the next', async () => {
    const post = async (body: string) =>
      fetch(`${house.url}/hl7v2`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await house.wires.epr.token()}`, 'content-type': 'application/hl7-v2' },
        body,
      })
    const refused = await post(`${a01(10)}\rOBX|1|TX|||${'x'.repeat(25_000_000)}`)
    expect(refused.status).toBe(413)
    expect(await refused.text()).not.toContain(person(10).family)
    expect(ackCode(await (await post(a01(10))).text())).toBe('AA')
  })

  it('is not slowed for others by a sender that begins and never ends', async () => {
    const idle = await Promise.all(Array.from({ length: 20 }, () => openSender(house.mllp)))
    for (const one of idle) one.raw(framed(a01(11)).subarray(0, 100))
    const sender = await openSender(house.mllp)
    const began = performance.now()
    expect(ackCode(await sender.send(a01(12)))).toBe('AA')
    expect(performance.now() - began).toBeLessThan(2_000)
    for (const one of [...idle, sender]) one.end()
  })
})
