// Laws of journeys: how resources join them and how organisations become parties.

import { describe, expect, it } from 'vitest'
import type { Subject } from '../laws.ts'
import { committed, conflictIn, lately, longAgo, newId, party, refer, row, write } from '../plans.ts'
import { opened } from './opened.ts'

export function journeyLaws(subject: Subject): void {
  describe('journeys', () => {
    const store = opened(subject)
    const journeysOf = (type: string, id: string) => store().journeysOf(`${type}/${id}`)

    it('lets a write join the journeys of its anchors', async () => {
      const [spell, one, two, task] = [newId(), newId(), newId(), newId()]
      const resource = `Encounter/${spell}`
      await committed(store(), {
        writes: [write('Encounter', spell)],
        memberships: [one, two].map((journey) => ({ journey, resource })),
      })
      await committed(store(), {
        writes: [write('Task', task, { anchors: [resource, 'Encounter/nowhere', resource] })],
      })
      expect(await journeysOf('Task', task)).toEqual([one, two].sort())
    })

    it('anchors to what the same plan writes and lets in, in the order of the writes', async () => {
      const [journey, a, b, c, d] = [newId(), newId(), newId(), newId(), newId()]
      await committed(store(), {
        writes: [
          write('Task', d, { anchors: [`Task/${c}`] }), // comes before its anchor has joined
          write('ServiceRequest', a),
          write('Task', b, { anchors: [`ServiceRequest/${a}`] }),
          write('Task', c, { anchors: [`Task/${b}`] }),
        ],
        memberships: [{ journey, resource: `ServiceRequest/${a}` }],
      })
      expect(await Promise.all([b, c, d].map((id) => journeysOf('Task', id)))).toEqual([[journey], [journey], []])
    })

    it('anchors to what another plan of the same moment lets in', async () => {
      const [journey, a, b] = [newId(), newId(), newId()]
      await Promise.all([
        committed(store(), { writes: [write('Task', a)], memberships: [{ journey, resource: `Task/${a}` }] }),
        committed(store(), { writes: [write('Task', b, { anchors: [`Task/${a}`] })] }),
      ])
      expect(await journeysOf('Task', b)).toEqual([journey])
    })

    it('joins nothing when the plan is refused', async () => {
      const [journey, id] = [newId(), newId()]
      await committed(store(), { writes: [write('Task', id)] })
      const plan = { writes: [write('Task', id)], memberships: [{ journey, resource: `Task/${id}` }] }
      expect((await conflictIn(store(), plan))?.why).toBe('stale')
      expect(await journeysOf('Task', id)).toEqual([])
    })

    it('takes in what refers to a resource when it follows', async () => {
      const [journey, spell] = [newId(), newId()]
      const [before, within, elsewhere, moved, gone] = [newId(), newId(), newId(), newId(), newId()]
      const toSpell = (key: string) => refer(key, `Encounter/${spell}`)
      await committed(store(), {
        writes: [
          write('Encounter', spell),
          write('Observation', before, toSpell('Observation.anchor')),
          write('Observation', elsewhere, refer('Observation.anchor', `Encounter/${newId()}`)),
          write('DocumentReference', moved, toSpell('DocumentReference.anchor')),
          write('Goal', gone, toSpell('Goal.anchor')),
        ],
      })
      await committed(store(), { writes: [write('Goal', gone, { base: 1, text: '', ...toSpell('Goal.anchor') })] })
      await committed(store(), {
        writes: [
          write('ServiceRequest', within, toSpell('ServiceRequest.anchor')),
          write('DocumentReference', moved, {
            base: 1,
            ...refer('DocumentReference.anchor', 'Encounter/other'),
          }),
        ],
        memberships: [{ journey, resource: `Encounter/${spell}`, following: ['Observation', 'DocumentReference', 'Goal'] }],
      })
      expect(await journeysOf('Encounter', spell)).toEqual([journey])
      expect(await journeysOf('Observation', before)).toEqual([journey])
      expect(await journeysOf('ServiceRequest', within)).toEqual([])
      expect(await journeysOf('Observation', elsewhere)).toEqual([])
      expect(await journeysOf('DocumentReference', moved)).toEqual([])
      expect(await journeysOf('Goal', gone)).toEqual([])
    })

    it('is not followed by what only carries the same words as a token or text', async () => {
      const [journey, spell, forged] = [newId(), newId(), newId()]
      const name = `Encounter/${spell}`
      const index = [
        row('Observation.identifier', name),
        row('Patient.family', name),
        row('Observation.encounter:identifier', name),
      ]
      await committed(store(), {
        writes: [write('Encounter', spell), write('Observation', forged, { index })],
      })
      const writes = [write('Observation', `${forged}-2`, { index })]
      await committed(store(), { writes, memberships: [{ journey, resource: name, following: ['Observation'] }] })
      expect(await journeysOf('Observation', forged)).toEqual([])
      expect(await journeysOf('Observation', `${forged}-2`)).toEqual([])
    })

    it('does not take in what refers to a resource when it does not follow', async () => {
      const [journey, spell, before, within] = [newId(), newId(), newId(), newId()]
      const referring = (id: string) => write('Observation', id, refer('Observation.anchor', `Encounter/${spell}`))
      await committed(store(), { writes: [write('Encounter', spell), referring(before)] })
      await committed(store(), { writes: [referring(within)], memberships: [{ journey, resource: `Encounter/${spell}` }] })
      expect(await journeysOf('Observation', before)).toEqual([])
      expect(await journeysOf('Observation', within)).toEqual([])
    })

    it('passes over a member that is not there', async () => {
      const [journey, resource] = [newId(), `Encounter/${newId()}`]
      await committed(store(), { memberships: [{ journey, resource, following: ['Observation'] }] })
      expect(await store().journeysOf(resource)).toEqual([])
      expect(await store().journeysOf('nonsense')).toEqual([])
    })

    it('holds one row per reason, in the order in which they were made', async () => {
      const journey = newId()
      const grants = [
        party(journey, 'hub1', 'hub', { source: 'ServiceRequest/1' }),
        party(journey, 'council1', 'council', { source: 'Task/1' }),
        party(journey, 'council1', 'council', { source: 'Task/2' }),
        party(journey, 'council1', 'provider', { source: 'Task/2' }),
      ]
      await committed(store(), { parties: grants })
      await committed(store(), { parties: grants.map((grant) => ({ ...grant, since: lately })) })
      expect(await store().parties(journey)).toEqual(grants)
    })

    it('ends what a source gave, and only that', async () => {
      const journey = newId()
      const [one, two] = [`Task/${newId()}`, `Task/${newId()}`]
      await committed(store(), {
        parties: [
          party(journey, 'council1', 'council', { source: one }),
          party(journey, 'council1', 'council', { source: two }),
          party(journey, 'community1', 'community', { source: one }),
        ],
      })
      await committed(store(), { partyEnds: [{ source: one, organization: 'council1', until: longAgo }] })
      const [elsewhere, here] = [newId(), newId()]
      const grants = [elsewhere, here].map((one) => party(one, 'council1', 'council', { source: two }))
      await committed(store(), { parties: grants })
      await committed(store(), { partyEnds: [{ source: two, journey: here, until: longAgo }] })
      expect(await store().parties(elsewhere)).toEqual([grants[0]])
      expect(await store().parties(here)).toEqual([{ ...grants[1], until: longAgo }])
      const rows = await store().parties(journey)
      expect(rows.map(({ organization, source, until }) => [organization, source, until])).toEqual([
        ['council1', one, longAgo],
        ['council1', two, undefined],
        ['community1', one, undefined],
      ])
    })

    it('makes a new row for a grant after an end, and keeps the old one', async () => {
      const journey = newId()
      const grant = party(journey, 'council1', 'council', { source: 'Task/9' })
      const until = '2026-04-01T00:00:00.000000Z'
      await committed(store(), { parties: [grant] })
      await committed(store(), { partyEnds: [{ source: 'Task/9', journey, until }] })
      await committed(store(), { parties: [{ ...grant, since: lately }] })
      expect(await store().parties(journey)).toEqual([
        { ...grant, until },
        { ...grant, since: lately },
      ])
    })

    it('ends before it grants within a plan, and never puts an end off', async () => {
      const journey = newId()
      const source = `Task/${newId()}`
      const [council, community] = [
        party(journey, 'council1', 'council', { source }),
        party(journey, 'community1', 'community', { source }),
      ]
      await committed(store(), { parties: [council] })
      await committed(store(), { partyEnds: [{ source, until: longAgo }], parties: [community] })
      await committed(store(), { partyEnds: [{ source, until: lately }] })
      expect(await store().parties(journey)).toEqual([
        { ...council, until: longAgo },
        { ...community, until: lately },
      ])
    })
  })
}
