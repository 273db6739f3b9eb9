// Laws of keeping: what was stored comes back as it was, also after the store was closed.

import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Subject } from '../laws.ts'
import { audit, committed, found, gateway, message, newId, outbox, party, row, write } from '../plans.ts'
import { opened } from './opened.ts'

export function keepingLaws(subject: Subject): void {
  describe('keeping', () => {
    const store = opened(subject)
    const odd = 'Zoë Ł 漢字 \u{1F469}\u200D\u{1F692} "\\" \\u0000 \t\r\n \u2028 é e\u0301 {a,NULL,"b"} $1 %s'

    it('keeps any text letter for letter', async () => {
      const id = newId()
      const text = JSON.stringify({ resourceType: 'Task', id, description: odd, escaped: '\0 \uD83D' })
      await committed(store(), { writes: [write('Task', id, { text, notes: odd, author: odd })] })
      expect(await store().read(gateway, 'Task', id)).toMatchObject({ text, notes: odd, author: odd })
    })

    it('keeps a text of five million letters', async () => {
      const id = newId()
      const text = JSON.stringify({ resourceType: 'Binary', id, data: 'ÄB"\\'.repeat(1_250_000) })
      await committed(store(), { writes: [write('Binary', id, { text, kind: 'document' })] })
      const stored = await store().read(gateway, 'Binary', id)
      expect(stored?.text === text).toBe(true)
    })

    it('stores text with NUL or half a letter in it, marked, on every database alike', async () => {
      const id = newId()
      const index = [row('Task.code', 'a\0b', 's\0'), row('Task.description', 'half \uD83D')]
      const noted = audit({ reason: 'a\0b', what: [`Task/${id}`] })
      await committed(store(), { writes: [write('Task', id, { text: '{"a":"\0"}', index })], audit: [noted] })
      expect(await store().read(gateway, 'Task', id)).toMatchObject({ text: '{"a":"\uFFFD"}' })
      expect(
        await found(store(), gateway, 'Task', [{ on: 'token', key: 'Task.code', any: [{ code: 'a\0b', system: 's\0' }] }]),
      ).toEqual([id])
      expect((await store().audits({ what: `Task/${id}`, limit: 1 }))[0]?.reason).toBe('a\uFFFDb')
    })

    it('keeps the bytes of a message, whatever they are', async () => {
      const every = message({ bytes: Uint8Array.from({ length: 256 }, (_, i) => i), control: odd })
      const none = message({ bytes: new Uint8Array(), state: 'filtered', reason: 'test-patient' })
      const owned = message({
        state: 'quarantined',
        owner: 'hub1',
        reason: 'identity-missing',
        issues: `["${odd}"]`,
      })
      const big = message({ bytes: randomBytes(4_000_000) })
      await Promise.all([every, none, owned, big].map((one) => committed(store(), { message: one })))
      for (const one of [every, none, owned]) expect(await store().message(one.id)).toEqual(one)
      const digest = (bytes?: Uint8Array) =>
        createHash('sha256')
          .update(bytes ?? '')
          .digest('hex')
      expect(digest((await store().message(big.id))?.bytes)).toBe(digest(big.bytes))
      expect(await store().message(newId())).toBeUndefined()
    })

    it('lists messages newest first by what they are asked by, without their bytes', async () => {
      const organization = newId()
      const long = randomBytes(5_000).toString('hex')
      const at = (minute: number) => `2026-02-01T10:0${minute}:00.000000Z`
      const kept = [
        message({ organization, at: at(1), control: `${long}1` }),
        message({ organization, at: at(3), state: 'quarantined', channel: 'mllp', control: `${long}2` }),
        message({ organization, at: at(2), client: 'other', control: '' }),
      ]
      for (const one of kept) await committed(store(), { message: one })
      const list = async (more: object) =>
        (await store().messages({ organization, limit: 10, ...more })).map(({ id }) => kept.findIndex((one) => one.id === id))
      expect(await list({})).toEqual([1, 2, 0])
      expect(await list({ limit: 2 })).toEqual([1, 2])
      expect(await list({ state: 'quarantined' })).toEqual([1])
      expect(await list({ client: 'other' })).toEqual([2])
      expect(await list({ channel: 'mllp' })).toEqual([1])
      expect(await list({ control: `${long}1` })).toEqual([0])
      expect(await list({ control: '' })).toEqual([2])
      expect(await list({ organization: 'nobody' })).toEqual([])
      expect((await store().messages({ organization, limit: 1 }))[0]?.bytes).toEqual(new Uint8Array())
    })

    it('lists audits newest first, by organisation and by what was touched', async () => {
      const [organization, what] = [newId(), `Task/${newId()}`]
      const noted = [1, 3, 2].map((n) =>
        audit({
          organization,
          at: `2026-02-01T10:00:00.00000${n}Z`,
          what: n === 2 ? ['Goal'] : [what, what, 'Goal'],
        }),
      )
      await committed(store(), { audit: noted })
      expect(await store().audits({ organization, limit: 10 })).toEqual([noted[1], noted[2], noted[0]])
      expect(await store().audits({ what, limit: 10 })).toEqual([noted[1], noted[0]])
      expect(await store().audits({ organization, what: 'Goal', limit: 1 })).toEqual([noted[1]])
      expect(await store().audits({ organization: 'nobody', what, limit: 10 })).toEqual([])
      expect((await store().audits({ limit: 2 })).length).toBe(2)
    })

    it('keeps the outbox in the order of the commits', async () => {
      const rows = Array.from({ length: 30 }, (_, i) => outbox(`Task/${i}`))
      await Promise.all(rows.map((one) => committed(store(), { outbox: [one] })))
      expect((await store().outbox(1000)).filter(({ id }) => rows.some((one) => one.id === id))).toEqual(rows)
      expect((await store().outbox(3)).length).toBe(3)
    })

    it('changes a setting for all, and lets the first writer win when asked to', async () => {
      const name = newId()
      expect(await store().setting(name)).toBeUndefined()
      const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => store().setSetting(name, `"${i}"`, true)))
      expect(new Set(answers).size).toBe(1)
      expect(await store().setting(name)).toBe(answers[0])
      expect(await store().setSetting(name, odd)).toBe(odd)
      expect(await store().setting(name)).toBe(odd)
    })

    it('has everything when it is opened again', async () => {
      const [location, id, journey] = [await subject.fresh(), newId(), newId()]
      const [kept, noted, told] = [message(), audit(), outbox(`Task/${id}`)]
      const first = await subject.open(location)
      const at = await committed(first, {
        writes: [write('Task', id, { index: [row('Task.focus', 'ServiceRequest/1')] })],
        claims: [{ space: 's', key: 'k', holder: 'h' }],
        memberships: [{ journey, resource: `Task/${id}` }],
        parties: [party(journey, 'hub1', 'hub')],
        message: kept,
        audit: [noted],
        outbox: [told],
      })
      await first.setSetting('name', '{}')
      await first.close()
      const second = await subject.open(location)
      expect(await second.read(gateway, 'Task', id)).toMatchObject({ at, version: 1 })
      expect(await found(second, gateway, 'Task', [{ on: 'reference', key: 'Task.focus', any: ['ServiceRequest/1'] }])).toEqual([
        id,
      ])
      expect(await second.holder('s', 'k')).toBe('h')
      expect(await second.journeysOf(`Task/${id}`)).toEqual([journey])
      expect(await second.parties(journey)).toEqual([party(journey, 'hub1', 'hub')])
      expect(await second.message(kept.id)).toEqual(kept)
      expect(await second.audits({ limit: 9 })).toEqual([noted])
      expect(await second.outbox(9)).toEqual([told])
      expect(await second.setting('name')).toBe('{}')
      expect((await committed(second, { writes: [write('Task', id, { base: 1 })] })) > at).toBe(true)
      await second.close()
    })
  })
}
