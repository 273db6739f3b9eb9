// Laws of commit: whole or not at all, alone, on the version it was based on, under claims that one holder has.

import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { StoreUnavailable, type Plan } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { audit, committed, conflictIn, conflictOf, gateway, historyOf, message, newId, outbox, party, write } from '../plans.ts'
import { opened } from './opened.ts'

export function commitLaws(subject: Subject): void {
  describe('commit', () => {
    const store = opened(subject)

    /** A plan that touches every table, and a look at whether any of it is there. */
    function everything(more: Partial<Plan> = {}) {
      const id = newId()
      const [journey, kept, told] = [`j-${id}`, message(), outbox(`Task/${id}`)]
      const noted = audit({ what: [`Task/${id}`] })
      const plan: Plan = {
        writes: [write('Task', id), write('Goal', id, { kind: 'plan', addressed: ['hub1'] })],
        claims: [{ space: 'test', key: id, holder: `Task/${id}` }],
        memberships: [{ journey, resource: `Task/${id}` }],
        parties: [party(journey, 'hub1', 'hub')],
        message: kept,
        audit: [noted],
        outbox: [told],
        ...more,
      }
      const traces = async () => ({
        task: (await store().read(gateway, 'Task', id)) !== undefined,
        goal: (await store().read(gateway, 'Goal', id)) !== undefined,
        claim: (await store().holder('test', id)) !== undefined,
        journey: (await store().journeysOf(`Task/${id}`)).length > 0,
        party: (await store().parties(journey)).length > 0,
        message: (await store().message(kept.id)) !== undefined,
        audit: (await store().audits({ what: `Task/${id}`, limit: 9 })).length > 0,
        outbox: (await store().outbox(100_000)).some((row) => row.id === told.id),
      })
      return { id, plan, traces }
    }
    const all = {
      task: true,
      goal: true,
      claim: true,
      journey: true,
      party: true,
      message: true,
      audit: true,
      outbox: true,
    }
    const none = {
      task: false,
      goal: false,
      claim: false,
      journey: false,
      party: false,
      message: false,
      audit: false,
      outbox: false,
    }

    it('applies a plan whole', async () => {
      const { plan, traces } = everything()
      await committed(store(), plan)
      expect(await traces()).toEqual(all)
    })

    it('leaves nothing of a plan of which one write is stale', async () => {
      const { id, plan, traces } = everything()
      const writes = [...(plan.writes ?? []), write('CarePlan', id, { base: 7 })]
      expect(await conflictIn(store(), { ...plan, writes })).toEqual({
        why: 'stale',
        resource: `CarePlan/${id}`,
        expected: 7,
        found: 0,
      })
      expect(await traces()).toEqual(none)
    })

    it('leaves nothing of a plan of which one claim is held', async () => {
      const [{ plan, traces }, taken] = [everything(), newId()]
      await committed(store(), { claims: [{ space: 'test', key: taken, holder: 'first' }] })
      const claims = [...(plan.claims ?? []), { space: 'test', key: taken, holder: 'second' }]
      const conflict = await conflictIn(store(), { ...plan, claims })
      expect(conflict).toEqual({ why: 'claimed', space: 'test', key: taken, holder: 'first' })
      expect(await traces()).toEqual(none)
      expect(await store().holder('test', taken)).toBe('first')
    })

    it('leaves nothing of a plan that the database itself refuses, and applies those that came with it', async () => {
      const [before, culprit, after] = [everything(), everything(), everything()]
      const twice = message()
      await committed(store(), { message: twice })
      const answers = await Promise.allSettled([
        store().commit(before.plan),
        store().commit({ ...culprit.plan, message: { ...twice, digest: 'secret-of-a-person' } }),
        store().commit(after.plan),
      ])
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await culprit.traces()).toEqual(none)
      expect([await before.traces(), await after.traces()]).toEqual([all, all])
      expect(String(answers[1].status === 'rejected' && answers[1].reason)).not.toContain('secret')
    })

    it('refuses a version that is not based on the current one, and says which is', async () => {
      const id = newId()
      await committed(store(), { writes: [write('Task', id)] })
      await committed(store(), { writes: [write('Task', id, { base: 1 })] })
      for (const base of [0, 1, 3]) {
        const conflict = await conflictIn(store(), { writes: [write('Task', id, { base })] })
        expect(conflict).toEqual({ why: 'stale', resource: `Task/${id}`, expected: base, found: 2 })
      }
      expect((await historyOf(store(), gateway, 'Task', id)).length).toBe(2)
    })

    it('refuses a plan when a version that it relied on has changed', async () => {
      const [referral, task] = [newId(), newId()]
      await committed(store(), { writes: [write('ServiceRequest', referral)] })
      const resource = `ServiceRequest/${referral}`
      const relying = (version: number) => ({
        requires: [{ resource, version }],
        writes: [write('Task', task)],
      })
      expect(await conflictIn(store(), relying(2))).toEqual({ why: 'stale', resource, expected: 2, found: 1 })
      expect(await store().read(gateway, 'Task', task)).toBeUndefined()
      await committed(store(), relying(1))
      const absent = { requires: [{ resource: `Task/${newId()}`, version: 0 }] }
      expect(await conflictIn(store(), absent)).toBeUndefined()
    })

    it('writes one resource twice in a plan, each version based on the one before', async () => {
      const id = newId()
      await committed(store(), { writes: [write('Task', id), write('Task', id, { base: 1 })] })
      expect((await historyOf(store(), gateway, 'Task', id)).map(({ version }) => version)).toEqual([2, 1])
    })

    it('gives a released claim to the next holder', async () => {
      const [space, key] = ['test', newId()]
      await committed(store(), { claims: [{ space, key, holder: 'first' }] })
      expect((await conflictIn(store(), { claims: [{ space, key, holder: 'second' }] }))?.why).toBe('claimed')
      await committed(store(), { releases: [{ space, key }], claims: [{ space, key, holder: 'second' }] })
      expect(await store().holder(space, key)).toBe('second')
      await committed(store(), {
        releases: [
          { space, key },
          { space, key: newId() },
        ],
      })
      expect(await store().holder(space, key)).toBeUndefined()
      await committed(store(), { claims: [{ space, key, holder: 'third' }] })
      expect(await store().holder(space, key)).toBe('third')
    })

    it('keeps claims of different spaces and long or odd keys apart', async () => {
      const long = randomBytes(5000).toString('hex') // no database can press it into an index entry
      const keys = [`${long}1`, `${long}2`, 'a\0b', 'ab', '', "'; drop table claim; --", '\u{1F600}', 'Ä', 'A\u0308']
      const spaces = [newId(), `${newId()}\0\uD83D`]
      for (const [i, space] of spaces.entries()) {
        for (const [n, key] of keys.entries()) await committed(store(), { claims: [{ space, key, holder: `${i} ${n}` }] })
      }
      for (const [i, space] of spaces.entries()) {
        const holders = await Promise.all(keys.map((key) => store().holder(space, key)))
        expect(holders).toEqual(keys.map((_, n) => `${i} ${n}`))
      }
      const again = await conflictIn(store(), {
        claims: [{ space: spaces[0] ?? '', key: `${long}1`, holder: 'late' }],
      })
      expect(again).toMatchObject({ why: 'claimed', key: `${long}1` })
    })

    it('lets a plan state one claim twice, but not for two holders', async () => {
      const [space, key] = ['test', newId()]
      const two = (a: string, b: string) => ({ claims: [a, b].map((holder) => ({ space, key, holder })) })
      expect(await conflictIn(store(), two('first', 'second'))).toMatchObject({
        why: 'claimed',
        holder: 'first',
      })
      await committed(store(), two('first', 'first'))
      expect(await store().holder(space, key)).toBe('first')
    })

    it('lets each of a hundred plans at once fail alone', async () => {
      const shared = Array.from({ length: 10 }, newId)
      const plans = Array.from({ length: 100 }, (_, i) => {
        const id = newId()
        const contested = shared[i % 10] ?? ''
        const plan: Plan = {
          writes: [write('Task', id), write('Task', `shared-${contested}`)],
          claims: [{ space: 'shared', key: contested, holder: id }],
        }
        return { id, contested, plan }
      })
      const answers = await Promise.all(plans.map(({ plan }) => store().commit(plan)))
      const won = plans.filter((_, i) => answers[i]?.ok)
      expect(new Set(won.map(({ contested }) => contested)).size).toBe(10)
      expect(won.length).toBe(10)
      for (const [i, { id, contested }] of plans.entries()) {
        const isThere = (await store().read(gateway, 'Task', id)) !== undefined
        expect(isThere).toBe(answers[i]?.ok)
        const holder = await store().holder('shared', contested)
        const conflict = answers[i] && conflictOf(answers[i])
        if (conflict) expect(conflict).toEqual({ why: 'claimed', space: 'shared', key: contested, holder })
      }
    })

    it('lets the plans of one moment follow each other: version on version, claim on release, grant after end', async () => {
      const [id, journey, key] = [newId(), newId(), newId()]
      const [space, source] = ['chain', 'Task/1']
      const answers = await Promise.all([
        store().commit({ writes: [write('Task', id)], claims: [{ space, key, holder: 'a' }] }),
        store().commit({
          writes: [write('Task', id, { base: 1 })],
          parties: [party(journey, 'hub1', 'hub', { source })],
        }),
        store().commit({ writes: [write('Task', id, { base: 1 })] }),
        store().commit({
          releases: [{ space, key }],
          partyEnds: [{ source, until: '2026-05-01T00:00:00.000000Z' }],
        }),
        store().commit({
          claims: [{ space, key, holder: 'b' }],
          parties: [party(journey, 'hub1', 'hub', { source })],
        }),
        store().commit({ writes: [write('Task', id, { base: 2 })] }),
      ])
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true])
      expect((await store().read(gateway, 'Task', id))?.version).toBe(3)
      expect(await store().holder(space, key)).toBe('b')
      const rows = await store().parties(journey)
      expect(rows.map(({ until }) => until)).toEqual(['2026-05-01T00:00:00.000000Z', undefined])
    })

    it('holds no claim that was released in the moment in which it was made', async () => {
      const [space, key] = ['moment', newId()]
      const plans: Plan[] = [{ claims: [{ space, key, holder: 'a' }] }, { releases: [{ space, key }] }]
      await Promise.all(plans.map((plan) => committed(store(), plan)))
      expect(await store().holder(space, key)).toBeUndefined()
    })

    it('gives one claim to exactly one of sixty-four at once', async () => {
      const key = newId()
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, i) =>
          store().commit({
            claims: [{ space: 'race', key, holder: String(i) }],
            writes: [write('Encounter', `${key}-${i}`, { kind: 'spell' })],
          }),
        ),
      )
      expect(answers.filter(({ ok }) => ok).length).toBe(1)
      const stored = await Promise.all(answers.map((_, i) => store().read(gateway, 'Encounter', `${key}-${i}`)))
      expect(stored.filter((version) => version !== undefined).length).toBe(1)
    })

    it('moves a message on only from the state that the plan expects', async () => {
      const kept = message({ state: 'quarantined', owner: 'trust1', reason: 'identity-missing' })
      const [first, second] = [newId(), newId()]
      await committed(store(), { message: kept })
      const identified = (id: string): Plan => ({
        writes: [write('Task', id)],
        messageUpdate: { id: kept.id, from: 'quarantined', to: 'accepted', issues: '["mended"]' },
      })
      await committed(store(), identified(first))
      const stale = { why: 'stale', resource: `Message/${kept.id}` }
      expect(await conflictIn(store(), identified(second))).toMatchObject(stale)
      expect(await store().read(gateway, 'Task', second)).toBeUndefined()
      expect(await store().message(kept.id)).toEqual({ ...kept, state: 'accepted', issues: '["mended"]' })
      const other = message({ state: 'quarantined' })
      await committed(store(), { message: other })
      const twice: Plan = { messageUpdate: { id: other.id, from: 'quarantined', to: 'rejected', reason: 'nobody' } }
      const atOnce = await Promise.all([store().commit(twice), store().commit(twice)])
      expect(atOnce.map(({ ok }) => ok)).toEqual([true, false])
      expect(await store().message(other.id)).toEqual({ ...other, state: 'rejected', reason: 'nobody' })
      const unknown: Plan = { messageUpdate: { id: newId(), from: 'accepted', to: 'rejected' } }
      expect((await conflictIn(store(), unknown))?.why).toBe('stale')
    })

    it('keeps an audit that comes without any change', async () => {
      const noted = audit({
        action: 'read',
        what: ['Task', `Task/${newId()}`],
        reason: 'not-found',
        outcome: 'refused',
      })
      await committed(store(), { audit: [noted] })
      expect(await store().audits({ what: noted.what[1] ?? '', limit: 5 })).toEqual([noted])
    })

    it('is ready while it is open', async () => {
      expect(await store().ready()).toBeUndefined()
    })

    it('takes an empty plan', async () => {
      expect(await store().commit({})).toMatchObject({ ok: true })
      expect(await store().commit({ writes: [], claims: [], audit: [] })).toMatchObject({ ok: true })
    })

    it('refuses everything after it was closed, and finishes what came before', async () => {
      const other = await subject.open(await subject.fresh())
      const early = Array.from({ length: 80 }, (_, i) => other.commit({ writes: [write('Task', `t${i}`)] }))
      const closing = other.close()
      await expect(other.commit({ writes: [write('Task', 'late')] })).rejects.toThrow('closed')
      await closing
      await expect(other.read(gateway, 'Task', 't1')).rejects.toThrow(StoreUnavailable)
      await expect(other.ready()).rejects.toThrow(StoreUnavailable)
      expect((await Promise.all(early)).every(({ ok }) => ok)).toBe(true)
    })

    it('stamps later instants although the clock of the machine goes back', async () => {
      let nowMs = Date.parse('2026-03-29T01:30:00Z')
      const other = await subject.open(await subject.fresh(), () => nowMs)
      const one = await committed(other, { writes: [write('Task', 'a')] })
      nowMs -= 3_600_000
      const two = await committed(other, { writes: [write('Task', 'b')] })
      nowMs += 7_200_000
      const three = await committed(other, { writes: [write('Task', 'c')] })
      await other.close()
      expect([one, two, three]).toEqual([
        '2026-03-29T01:30:00.000000Z',
        '2026-03-29T01:30:00.000001Z',
        '2026-03-29T02:30:00.000000Z',
      ])
    })

    it('gives no instant twice while the clock of the machine stands', async () => {
      const other = await subject.open(await subject.fresh(), () => Date.parse('2026-02-01T00:00:00Z'))
      const five = () => Promise.all(Array.from({ length: 5 }, () => committed(other, { writes: [write('Task', newId())] })))
      const stamps = [...(await five()), ...(await five())]
      await other.close()
      expect(stamps).toEqual(stamps.map((_, i) => `2026-02-01T00:00:00.00000${i}Z`))
    })
  })
}
