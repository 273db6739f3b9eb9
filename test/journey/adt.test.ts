// What the ward's feed does to a referral: nothing. It tells whoever holds it, when there is news, and a death it tells to all.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, receiveAndAccept, setStatus, takeReferral } from '../../gateway/demo/acts.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago, dischargeSummary } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { referencesAt, textAt, type FhirResource } from '../../gateway/fhir/resource.ts'
import { admission, adt, form, medicallyFit, person } from './people.ts'
import { databases, endWell, faultsIn, startWorld, stored, type World } from './world.ts'

const day = (fromNow: number): string => ago(-fromNow * 24 * 60).slice(0, 8)

describe.each(databases)('the ward’s feed on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  /** A referral that the hub and community health hold, while the council has done its part. */
  async function held(who: SyntheticPerson): Promise<Held> {
    await world.mllp(admission(who, ago(120)))
    await world.mllp(form(who, ago(110)))
    await takeReferral(world.stage, 'p')
    const community = await assignTo(world.stage, 'p', 'community', 'assess-and-plan')
    const council = await assignTo(world.stage, 'p', 'council', 'arrange-care')
    await receiveAndAccept(world.stage, 'council', council)
    await setStatus(world.stage, 'council', council, 'completed')
    const known = (name: string) => world.stage.known.get(`p.${name}`) ?? ''
    return { who, patient: known('patient'), referral: known('referral'), tasks: [known('task'), community, council] }
  }

  it('moves no referral and no task, in whatever order its events come', async () => {
    const events = ['A01', 'A02', 'A03', 'A08', 'A11', 'A13']
    const { who, ...mine } = await held(person(61))
    const before = await workOf(world, mine)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(events, { minLength: 6 }), async (order) => {
        for (const event of order) expect(ackCode(await world.mllp(adt(event, who, { at: ago(50) })))).toBe('AA')
        expect(await workOf(world, mine)).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  it('tells the holders what is news, once, and nobody else', async () => {
    const { who } = await held(person(62))
    const told = await listen(world)
    const fit = { at: ago(90), segments: [`ZU1||||||||||||||||||||||Y||${ago(95)}`] }
    const steps: readonly (readonly [string, string, readonly string[]])[] = [
      ['a transfer', adt('A02', who, { at: ago(100), pv1: { 3: 'WARD8^BAY1^BED1^TRUST1A' } }), ['transferred']],
      ['the same transfer', adt('A02', who, { at: ago(100), pv1: { 3: 'WARD8^BAY1^BED1^TRUST1A' } }), []],
      [
        'an expected date',
        adt('A08', who, { at: ago(98), segments: [`PV2|||||||||${day(3)}`], pv1: { 3: '' } }),
        ['expected-discharge-changed'],
      ],
      ['the same date', adt('A08', who, { at: ago(97), segments: [`PV2|||||||||${day(3)}`], pv1: { 3: '' } }), []],
      ['medically fit', adt('A08', who, { ...fit, pv1: { 3: '' } }), ['medically-fit']],
      ['still medically fit', adt('A08', who, { ...fit, at: ago(89), pv1: { 3: '' } }), []],
      [
        'no longer fit',
        adt('A08', who, { at: ago(85), segments: ['ZU1||||||||||||||||||||||N'], pv1: { 3: '' } }),
        ['no-longer-medically-fit'],
      ],
      [
        'another address',
        adt('A08', who, { at: ago(80), pid: { 11: '2 EXAMPLE ROAD^^EXAMPLETOWN^^ZZ99 9ZZ^GBR^H' }, pv1: { 3: '' } }),
        [],
      ],
      ['a discharge', adt('A03', who, { at: ago(70), pv1: { 3: '', 36: '19', 45: ago(72) } }), ['discharged']],
      ['the discharge taken back', adt('A13', who, { at: ago(60), pv1: { 3: '' } }), ['discharge-cancelled']],
      ['a letter', dischargeSummary(who, { at: ago(55), pv1: { 3: '' } }), []],
      ['the admission cancelled', adt('A11', who, { at: ago(50), pv1: { 3: '' } }), ['admission-cancelled']],
      ['the admission after all', adt('A01', who, { at: ago(45), pv1: { 3: '' } }), []],
    ]
    for (const [title, message, notices] of steps) {
      expect(ackCode(await world.mllp(message))).toBe('AA')
      const expected = notices.flatMap((notice) => ['community1', 'hub1'].map((recipient) => `${recipient} ${notice}`))
      expect(await told(), title).toEqual(expected)
    }
  })

  it('goes by instants where times come in several offsets: in summer 12:00+01:00 is before 11:30Z', async () => {
    const { who } = await held(person(69))
    const told = await listen(world)
    const abroad = new Date(Date.now() + 5 * 3_600_000 - 95 * 60_000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
    const at = (minutes: number, segment: string) => adt('A08', who, { at: ago(minutes), segments: [segment], pv1: { 3: '' } })
    await world.mllp(at(90, `ZU1||||||||||||||||||||||Y||${abroad}+0500`))
    expect(await told()).toEqual(['community1 medically-fit', 'hub1 medically-fit'])
    await world.mllp(at(85, 'ZU1||||||||||||||||||||||N'))
    expect(await told()).toEqual(['community1 no-longer-medically-fit', 'hub1 no-longer-medically-fit'])
  })

  it('tells nobody when nobody holds the referral any more', async () => {
    const { who, tasks } = await held(person(63))
    const [hub = '', community = ''] = tasks
    await setStatus(world.stage, 'community', community, 'rejected')
    await receiveAndAccept(world.stage, 'hub', hub)
    await setStatus(world.stage, 'hub', hub, 'completed')
    const told = await listen(world)
    await world.mllp(adt('A03', who, { at: ago(30), pv1: { 36: '19', 45: ago(31) } }))
    expect(await told()).toEqual([])
  })

  it('tells every party of a death, and of its being taken back, and nobody who is a party no longer', async () => {
    const { who, tasks } = await held(person(64))
    await setStatus(world.stage, 'community', tasks[1] ?? '', 'rejected')
    const told = await listen(world)
    const dead = { 29: ago(45), 30: 'Y' }
    await world.mllp(adt('A08', who, { at: ago(40), pid: dead }))
    expect(await told()).toEqual(['council1 died', 'hub1 died'])
    await world.mllp(adt('A08', who, { at: ago(38), pid: dead }))
    expect(await told()).toEqual([])
    await world.mllp(adt('A08', who, { at: ago(35), pid: { 29: '""', 30: 'N' } }))
    expect(await told()).toEqual(['council1 death-withdrawn', 'hub1 death-withdrawn'])
    const [patient] = (await stored(world.store, 'Patient')).filter((one) => JSON.stringify(one).includes(who.nhsNumber))
    expect([patient?.['deceasedDateTime'], patient?.['deceasedBoolean']]).toEqual([undefined, false])
  })

  it('sees a death in every party’s record, and moves no task by it', async () => {
    const { who, ...mine } = await held(person(65))
    const before = await workOf(world, mine)
    await world.mllp(adt('A08', who, { at: ago(40), pid: { 29: ago(45), 30: 'Y' } }))
    expect(await workOf(world, mine)).toEqual(before)
    for (const name of ['hub', 'community', 'council'] as const) {
      const { json } = await world.systems[name].ask('GET', `/fhir/R4/${mine.patient}`)
      expect(Date.parse(json['deceasedDateTime'] as unknown as string), name).toBeGreaterThan(0)
    }
  })

  it('that is replayed after three days changes no newer fact and tells nobody', async () => {
    const { who, ...mine } = await held(person(66))
    const older = (minutes: number) => ago(72 * 60 - minutes)
    const ended = { 3: 'WARD1^BAY1^BED1^TRUST1A', 36: '19', 45: older(170) }
    const messages: readonly string[] = [
      adt('A01', who, { at: older(0), pv1: { 3: 'WARD1^BAY1^BED1^TRUST1A' } }),
      adt('A08', who, {
        at: older(60),
        pid: { 5: 'TESTPATIENT^BEFORE^^^^^L', 11: '9 OLD ROAD^^OLDTOWN^^ZZ99 9ZZ^GBR^H' },
        segments: [`PV2|||||||||${day(-2)}`],
      }),
      adt('A02', who, { at: older(120), pv1: { 3: 'WARD1^BAY1^BED1^TRUST1A' } }),
      medicallyFit(who, older(150)),
      adt('A03', who, { at: older(180), pv1: ended, pid: { 29: older(175), 30: 'Y' } }),
      adt('A13', who, { at: older(240), pv1: { 3: 'WARD1^BAY1^BED1^TRUST1A' }, pid: { 29: '""', 30: 'N' } }),
    ]
    for (const message of messages) expect(ackCode(await world.mllp(message))).toBe('AA')
    await world.mllp(adt('A08', who, { at: ago(20), pid: { 5: 'TESTPATIENT^AFTER^^^^^L' }, segments: [`PV2|||||||||${day(2)}`] }))
    const told = await listen(world)
    const before = await factsOf(world, mine.patient)
    for (const message of messages.map(renewed)) expect(ackCode(await world.mllp(message))).toBe('AA')
    expect(await told()).toEqual([])
    expect(await factsOf(world, mine.patient)).toEqual(before)
    for (const message of messages.map((one) => renewed(one).replaceAll('WARD1^', 'WARD2^').replace('OLD ROAD', 'ELDER ROAD')))
      await world.mllp(message)
    expect(await told()).toEqual([])
    const facts = await factsOf(world, mine.patient)
    expect(withoutHistory(facts)).toEqual(withoutHistory(before))
    expect(world.errors).toEqual([])
  })

  it('tells of what was recorded late only while it is not stale', async () => {
    const { who } = await held(person(67))
    const told = await listen(world)
    await world.mllp(medicallyFit(who, ago(11 * 60)))
    expect(await told()).toContain('hub1 medically-fit')
    const stale = ago(13 * 60)
    await world.mllp(adt('A08', who, { at: stale, segments: ['ZU1||||||||||||||||||||||N'] }))
    expect(await told()).toEqual([])
  })

  it('leaves nothing in the store that is not valid', async () => {
    expect(await faultsIn(world.store)).toEqual([])
  })
})

interface Held {
  readonly who: SyntheticPerson
  readonly patient: string
  readonly referral: string
  readonly tasks: readonly string[]
}

/** The same message under another control id, as an engine sends it that has lost its place. */
const renewed = (message: string): string =>
  message.replace(/^((?:[^|]*\|){9})[^|]*/, (_, head: string) => head + randomUUID().replaceAll('-', '').slice(0, 20))

/** The referral and its tasks, whole. */
async function workOf({ store }: World, { referral, tasks }: Pick<Held, 'referral' | 'tasks'>): Promise<readonly FhirResource[]> {
  const all = [...(await stored(store, 'ServiceRequest')), ...(await stored(store, 'Task'))]
  const work = all.filter(({ resourceType, id }) => [referral, ...tasks].includes(`${resourceType}/${id}`))
  expect(work).toHaveLength(1 + tasks.length)
  return work
}

/** The notices since it was last asked, each as `recipient notice`; each has its outbox row, and the other way round. */
async function listen({ store }: World): Promise<() => Promise<readonly string[]>> {
  const notices = async () =>
    (await stored(store, 'Communication')).map(
      (one) =>
        [
          one.id,
          `${(referencesAt(one, 'recipient')[0] ?? '').replace('Organization/', '')} ${textAt(one, 'category.coding.code')}`,
        ] as const,
    )
  const sent = async () =>
    (await store.outbox(5000))
      .filter(({ resource }) => resource.startsWith('Communication/'))
      .map(({ resource, organization, event }) => [resource, `${organization} ${event}`] as const)
  const known = new Set((await notices()).map(([id]) => id))
  return async () => {
    const fresh = (await notices()).filter(([id]) => !known.has(id))
    const rows = (await sent()).filter(([resource]) => fresh.some(([id]) => resource === `Communication/${id}`))
    for (const [id] of fresh) known.add(id)
    const texts = fresh.map(([, text]) => text).toSorted()
    expect(rows.map(([, text]) => text).toSorted()).toEqual(texts)
    return texts
  }
}

/** The person, the stay and what was observed, as stored, to the byte. */
async function factsOf({ store }: World, patient: string): Promise<readonly FhirResource[]> {
  const all = await Promise.all(['Patient', 'Encounter', 'Observation'].map((type) => stored(store, type)))
  return all.flat().filter((one) => `Patient/${one.id}` === patient || referencesAt(one, 'subject').includes(patient))
}

/** Without the time line of wards before the present one, which a late message may correct. */
const withoutHistory = (facts: readonly FhirResource[]): readonly unknown[] =>
  facts.map(({ meta: _, location, ...rest }) => ({
    ...rest,
    location: Array.isArray(location) ? location.at(-1)?.location : undefined,
  }))
