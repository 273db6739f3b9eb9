// Laws of access: what each organisation sees, in every kind of read, and what it cannot even count.

import { describe, expect, it } from 'vitest'
import { kinds, roles } from '../../../gateway/types.ts'
import type { Access, Clause, Page } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, found, gateway, historyOf, newId, party, query, refer, row, write } from '../plans.ts'
import { heardByJourney, hide, newHidden, openJourney } from '../ways.ts'
import { opened } from './opened.ts'

export function accessLaws(subject: Subject): void {
  describe('access', () => {
    const store = opened(subject)

    /** How a caller meets a Task in each kind of read; all must agree. */
    async function sees(access: Access, id: string, type = 'Task'): Promise<boolean> {
      const byId: Clause[] = [{ on: 'id', any: [id] }]
      const page = await store().search(access, query(type, byId, { total: true }))
      const counted = await store().search(access, query(type, byId, { total: true, count: 0 }))
      const reads = [
        (await store().read(access, type, id)) !== undefined,
        (await store().vread(access, type, id, 1)) !== undefined,
        (await historyOf(store(), access, type, id)).length > 0,
        page.versions.length === 1,
        page.total === 1,
        counted.total === 1,
      ]
      expect(new Set(reads).size, `reads disagree: ${reads.join(' ')}`).toBe(1)
      return reads[0] ?? false
    }

    /** A Task of trust1 in a journey of its own. */
    async function taskInJourney(): Promise<{ id: string; journey: string }> {
      const [id, journey] = [newId(), newId()]
      await committed(store(), {
        writes: [write('Task', id)],
        memberships: [{ journey, resource: `Task/${id}` }],
      })
      return { id, journey }
    }

    it('shows a resource to its first author, for good, and to nobody for having changed it', async () => {
      const id = newId()
      await committed(store(), { writes: [write('Task', id, { author: 'trust1' })] })
      await committed(store(), { writes: [write('Task', id, { author: 'hub1', base: 1 })] })
      expect(await sees(caller('trust1'), id)).toBe(true)
      for (const stranger of ['hub1', 'council2', '', 'TRUST1', 'trust1 ', '%', 'trust_', "' or '1'='1", 'gateway']) {
        expect(await sees(caller(stranger), id)).toBe(false)
      }
    })

    it('shows what was a draft before to who wrote it first alone, by version, in histories, totals and pages', async () => {
      const [id, type] = [newId(), `T${newId()}`]
      const to = { addressed: ['council1'] }
      await committed(store(), { writes: [write(type, id, { author: 'hub1', isDraft: true })] })
      await committed(store(), { writes: [write(type, id, { author: 'hub1', base: 1, isDraft: true })] })
      const numbers = ({ versions, total }: Page) => [...versions.map(({ version }) => version), `of ${total}`]
      const heard = async (access: Access) => {
        const [all, of] = [
          { count: 100, total: true },
          { type, id },
        ]
        const whole = await store().history(access, of, all)
        const first = await store().history(access, of, { count: 1, total: true })
        const rest = first.next ? await store().history(access, of, { ...all, after: first.next }) : undefined
        const system = (await store().history(access, {}, { count: 10_000, total: false })).versions
        expect(numbers(await store().history(access, { type }, all))).toEqual(numbers(whole))
        expect(system.filter((one) => one.id === id).map(({ version }) => version)).toEqual(numbers(whole).slice(0, -1))
        expect([...first.versions, ...(rest?.versions ?? [])].map(({ version }) => version)).toEqual(numbers(whole).slice(0, -1))
        const byVersion = await Promise.all([1, 2, 3, 4].map((version) => store().vread(access, type, id, version)))
        expect(byVersion.flatMap((one) => one?.version ?? [])).toEqual(numbers(whole).slice(0, -1).toReversed())
        return numbers(whole).join(' ')
      }
      const [hub, council] = [caller('hub1'), caller('council1')]
      expect([await heard(hub), await heard(council), await heard(gateway)]).toEqual(['2 1 of 2', 'of 0', '2 1 of 2'])
      await committed(store(), { writes: [write(type, id, { author: 'hub1', base: 2, ...to })] })
      await committed(store(), { writes: [write(type, id, { author: 'council1', base: 3 })] })
      expect([await heard(hub), await heard(council)]).toEqual(['4 3 2 1 of 4', '4 3 of 2'])
      expect(await heard(gateway)).toBe('4 3 2 1 of 4')
      // As a draft yet, it is shown as a read shows it.
      const open = newId()
      await committed(store(), { writes: [write(type, open, { isDraft: true, ...to })] })
      expect(await sees(council, open, type)).toBe(true)
    })

    it('makes nobody a reader of what the gateway wrote', async () => {
      const id = newId()
      await committed(store(), { writes: [write('Task', id, { author: 'gateway' })] })
      expect(await sees(caller('gateway'), id)).toBe(false)
      expect(await sees(gateway, id)).toBe(true)
    })

    it('shows a resource to those it is addressed to, whatever becomes of the journey', async () => {
      const { id, journey } = await taskInJourney()
      await committed(store(), {
        writes: [write('Task', id, { base: 1, addressed: ['council1'] })],
        parties: [party(journey, 'council1', 'council')],
        partyEnds: [{ source: 'ServiceRequest/1', journey, until: '2026-02-01T00:00:00.000000Z' }],
      })
      expect(await sees(caller('council1', { council: [] }), id)).toBe(true)
      expect(await sees(caller('council2'), id)).toBe(false)
    })

    it('shows a party what its role sees, kind by kind', async () => {
      const journey = newId()
      const writes = kinds.map((kind) => write('Task', `${journey}-${kind}`, { kind }))
      await committed(store(), {
        writes,
        memberships: writes.map(({ id }) => ({ journey, resource: `Task/${id}` })),
        parties: roles.map((role) => party(journey, `org-of-${role}-${journey}`, role)),
      })
      for (const role of roles) {
        const granted = kinds.filter((_, i) => (i + roles.indexOf(role)) % 3 === 0)
        const only = Object.fromEntries(roles.map((one) => [one, one === role ? granted : kinds]))
        const seen = await found(store(), caller(`org-of-${role}-${journey}`, only), 'Task', [
          { on: 'id', any: writes.map(({ id }) => id) },
        ])
        const expected = kinds.filter((kind) => (granted.includes(kind) && kind !== 'retracted') || kind === 'directory')
        expect(seen).toEqual(expected.map((kind) => `${journey}-${kind}`).sort())
      }
    })

    it('shows a party nothing of another journey', async () => {
      const [mine, other] = [await taskInJourney(), await taskInJourney()]
      await committed(store(), { parties: [party(mine.journey, 'community1', 'community')] })
      expect(await sees(caller('community1'), mine.id)).toBe(true)
      expect(await sees(caller('community1'), other.id)).toBe(false)
    })

    it('hides a journey from a party that ended, from the instant of its end', async () => {
      const { id, journey } = await taskInJourney()
      const source = `Task/${id}`
      await committed(store(), { parties: [party(journey, 'council1', 'council', { source })] })
      await committed(store(), { partyEnds: [{ source, until: '2026-03-01T12:00:00.000000Z' }] })
      const at = (instant: string) => caller('council1', {}, instant)
      expect(await sees(at('2026-03-01T11:59:59.999999Z'), id)).toBe(true)
      expect(await sees(at('2026-03-01T12:00:00.000000Z'), id)).toBe(false)
      expect(await sees(at('2026-03-01T12:00:00.000001Z'), id)).toBe(false)
    })

    it('keeps a party that has another reason to be one', async () => {
      const { id, journey } = await taskInJourney()
      const [one, two] = [`Task/${newId()}`, `Task/${newId()}`]
      const grant = (source: string) => party(journey, 'community1', 'community', { source })
      await committed(store(), { parties: [grant(one), grant(two)] })
      await committed(store(), { partyEnds: [{ source: one, until: '2026-02-01T00:00:00.000000Z' }] })
      expect(await sees(caller('community1'), id)).toBe(true)
      await committed(store(), { partyEnds: [{ source: two, until: '2026-02-01T00:00:00.000000Z' }] })
      expect(await sees(caller('community1'), id)).toBe(false)
    })

    it('hides what is withheld from author, addressee and party alike, until it is released', async () => {
      const { id, journey } = await taskInJourney()
      await committed(store(), {
        writes: [write('Task', id, { base: 1, author: 'provider1', addressed: ['provider1'] })],
        parties: [party(journey, 'provider1', 'provider')],
      })
      const withheld = { resource: `Task/${id}`, organization: 'provider1' }
      expect(await sees(caller('provider1'), id)).toBe(true)
      await committed(store(), { withholdings: [{ ...withheld, reason: 'safeguarding' }] })
      expect(await sees(caller('provider1'), id)).toBe(false)
      expect(await sees(caller('trust1'), id)).toBe(true)
      await committed(store(), { releasesOfWithholding: [{ source: withheld.resource, organization: 'council1' }] })
      expect(await sees(caller('provider1'), id)).toBe(false)
      await committed(store(), { releasesOfWithholding: [{ source: withheld.resource, organization: withheld.organization }] })
      expect(await sees(caller('provider1'), id)).toBe(true)
    })

    it('gives back what one source withholds, and not what another does', async () => {
      const { id, journey } = await taskInJourney()
      await committed(store(), { parties: [party(journey, 'provider1', 'provider')] })
      const resource = `Task/${id}`
      const row = { resource, organization: 'provider1', reason: 'safeguarding' }
      await committed(store(), {
        withholdings: [row, { ...row, source: 'Consent/c1' }, { ...row, organization: 'gp1', source: 'Consent/c1' }],
      })
      expect((await store().withholdings(resource)).map(({ organization, source }) => [organization, source])).toEqual([
        ['gp1', 'Consent/c1'],
        ['provider1', 'Consent/c1'],
        ['provider1', resource],
      ])
      await committed(store(), { releasesOfWithholding: [{ source: 'Consent/c1' }] })
      expect(await sees(caller('provider1'), id)).toBe(false)
      expect(await store().withholdings(resource)).toHaveLength(1)
      // What is given back and withheld in one plan is withheld.
      await committed(store(), { releasesOfWithholding: [{ source: resource }], withholdings: [row] })
      expect(await sees(caller('provider1'), id)).toBe(false)
      await committed(store(), { releasesOfWithholding: [{ source: resource }] })
      expect(await sees(caller('provider1'), id)).toBe(true)
    })

    it('takes nothing from an organisation that it wrote first itself, when a journey is withheld from it', async () => {
      const { id, journey } = await taskInJourney()
      const own = newId()
      await committed(store(), {
        writes: [
          write('Task', own, { author: 'provider1' }),
          write('Task', id, { base: 1, author: 'provider1', addressed: ['provider1'] }),
        ],
        memberships: [{ journey, resource: `Task/${own}` }],
        parties: [party(journey, 'provider1', 'provider')],
        withholdings: [{ resource: `EpisodeOfCare/${journey}`, organization: 'provider1', reason: 'safeguarding' }],
      })
      expect([await sees(caller('provider1'), own), await sees(caller('provider1'), id)]).toEqual([true, false])
      await committed(store(), { withholdings: [{ resource: `Task/${own}`, organization: 'provider1', reason: 'threat' }] })
      expect(await sees(caller('provider1'), own)).toBe(false)
    })

    it('shows what a professional opened by breaking glass to that one alone, and until it ends', async () => {
      const { id, journey } = await taskInJourney()
      const until = '2026-02-01T00:00:00.000000Z'
      const [mine, another] = [`break-glass/${newId()}`, `break-glass/${newId()}`]
      const row = party(journey, 'community9', 'community', { source: mine, until })
      // Once more while the first stands: each ends by itself.
      await committed(store(), { parties: [row] })
      await committed(store(), { parties: [row] })
      const as = (glass: string | undefined, at: string) => ({
        ...caller('community9'),
        ...(glass && { glass }),
        ...(at && { at }),
      })
      const before = '2026-01-31T23:59:59.999999Z'
      expect(await sees(as(mine, before), id)).toBe(true)
      expect(await sees(as(another, before), id)).toBe(false)
      expect(await sees(as(undefined, before), id)).toBe(false)
      expect(await sees(as(mine, until), id)).toBe(false)
    })

    it('hides a withheld journey whole, and the directory never but when withheld itself', async () => {
      const { id, journey } = await taskInJourney()
      const organization = newId()
      const list = write('Organization', organization, { kind: 'directory', author: 'gateway' })
      await committed(store(), {
        writes: [list, write('EpisodeOfCare', journey, { kind: 'referral', author: 'gateway' })],
        memberships: [{ journey, resource: `EpisodeOfCare/${journey}` }],
        parties: [party(journey, 'provider1', 'provider')],
        withholdings: [{ resource: `EpisodeOfCare/${journey}`, organization: 'provider1', reason: 'safeguarding' }],
      })
      expect(await sees(caller('provider1'), id)).toBe(false)
      expect(await sees(caller('provider1'), journey, 'EpisodeOfCare')).toBe(false)
      expect(await sees(caller('anyone'), organization, 'Organization')).toBe(true)
      const withholdings = [{ resource: `Organization/${organization}`, organization: 'anyone', reason: 'threat' }]
      await committed(store(), { withholdings })
      expect(await sees(caller('anyone'), organization, 'Organization')).toBe(false)
    })

    it('hides a resource of two journeys when one of them is withheld', async () => {
      const { id, journey } = await taskInJourney()
      const second = newId()
      await committed(store(), {
        memberships: [{ journey: second, resource: `Task/${id}` }],
        parties: [party(second, 'provider1', 'provider')],
      })
      expect(await sees(caller('provider1'), id)).toBe(true)
      const withholdings = [{ resource: `EpisodeOfCare/${journey}`, organization: 'provider1', reason: 'safeguarding' }]
      await committed(store(), { withholdings })
      expect(await sees(caller('provider1'), id)).toBe(false)
    })

    it('finds nothing through a chain whose target the caller may not see', async () => {
      const [patient, task, mark] = [newId(), newId(), newId()]
      await committed(store(), {
        writes: [
          write('Patient', patient, {
            kind: 'demographics',
            author: 'trust1',
            index: [row('Patient.identifier', mark, 'https://fhir.nhs.uk/Id/nhs-number')],
          }),
          write('Task', task, { author: 'hub1', ...refer('Task.subject', `Patient/${patient}`) }),
        ],
      })
      const byPatient: Clause[] = [
        {
          on: 'chain',
          key: 'Task.subject',
          type: 'Patient',
          where: [{ on: 'token', key: 'Patient.identifier', any: [{ code: mark }] }],
        },
      ]
      expect(await found(store(), gateway, 'Task', byPatient)).toEqual([task])
      expect(await found(store(), caller('hub1'), 'Task', byPatient)).toEqual([])
      expect((await store().search(caller('hub1'), query('Task', byPatient, { total: true }))).total).toBe(0)
      await committed(store(), {
        writes: [write('Patient', patient, { base: 1, kind: 'demographics', addressed: ['hub1'] })],
      })
      const again = await found(store(), caller('hub1'), 'Task', byPatient)
      expect(again).toEqual([]) // the second version of the Patient has no identifier row any more
    })

    it('finds by a journey only for those who see the journey', async () => {
      const of = newHidden()
      await hide(store(), of)
      await openJourney(store(), of)
      for (const organization of ['trust1', 'hub1']) {
        expect(await heardByJourney(store(), caller(organization), of)).toBe(4)
      }
      for (const organization of ['stranger', 'council1', 'provider1']) {
        expect(await heardByJourney(store(), caller(organization), of)).toBe(0)
      }
      expect(await found(store(), gateway, '', [{ on: 'journey', any: [of.mark] }])).toEqual([of.id, of.mark, 'open'].sort())
      expect(await found(store(), gateway, '', [{ on: 'journey', any: [newId()] }])).toEqual([])
    })

    it('counts and pages over nothing that is hidden', async () => {
      const mark = newId()
      for (let i = 0; i < 12; i++) {
        const author = i % 3 === 0 ? 'hub1' : 'trust1'
        await committed(store(), {
          writes: [write('Task', `${mark}-${i}`, { author, ...refer('Task.focus', mark) })],
        })
      }
      const byMark: Clause[] = [{ on: 'reference', key: 'Task.focus', any: [mark] }]
      const first = await store().search(caller('hub1'), query('Task', byMark, { total: true, count: 3 }))
      expect(first).toMatchObject({ total: 4, next: expect.any(Array) as unknown })
      const after = first.next ?? []
      const second = await store().search(caller('hub1'), query('Task', byMark, { total: true, count: 1, after }))
      expect(second.total).toBe(4)
      expect(second).not.toHaveProperty('next')
      expect([...first.versions, ...second.versions].map(({ id }) => id)).toEqual([0, 3, 6, 9].map((i) => `${mark}-${i}`))
      const stranger = await store().search(caller('council2'), query('Task', byMark, { total: true }))
      expect(stranger).toEqual({ versions: [], total: 0 })
    })

    it('grants nothing for a role or kind that is not in the tables', async () => {
      const { id, journey } = await taskInJourney()
      await committed(store(), { parties: [party(journey, 'community1', 'community')] })
      const forged = { community: ["') or 1 = 1 --"], "acute') or ('1": ['1'] }
      const access = caller('community1')
      const hostile: Access = Object.assign({}, access, {
        sees: Object.assign({}, access.as === 'organization' && access.sees, forged),
      })
      expect(await sees(hostile, id)).toBe(false)
    })
  })
}
