// The same messages in any order end in the same person and the same stay, and each fact keeps its three times.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { structureDefinition } from '../../profiles/canonical.ts'
import { callerOf } from '../../gateway/auth/access.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { at, referencesAt, textAt, type FhirResource } from '../../gateway/fhir/resource.ts'
import { receiveHl7 } from '../../gateway/intake/hl7v2-door.ts'
import { adt, person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

const ward = (number: number) => ({ 3: `WARD${number}^BAY1^BED${number}^TRUST1A` })
const quiet = { 11: '', 13: '' }
const silent = { 2: '', 3: '', 4: '', 10: '', 14: '', 44: '' }

/** Asked twice, the same: the clock must not tell one person's stay from another's. */
function when(minutes: number): string {
  const time = times.get(minutes) ?? ago(minutes)
  times.set(minutes, time)
  return time
}
const times = new Map<number, string>()

/** A stay told in ten messages, a quarter of an hour apart; what a message does not say it leaves as it is. */
const stay: readonly ((who: SyntheticPerson) => string)[] = [
  (who) => adt('A01', who, { at: when(300), pv1: { ...ward(1), 44: when(310), 7: 'C1^EXAMPLE^CONSULTANT' } }),
  (who) =>
    adt('A08', who, { at: when(285), pid: { 11: '""', 13: '^PRN^PH^^^01632^960002' }, pv1: silent, segments: ['PV2|||FALL'] }),
  (who) => adt('A02', who, { at: when(270), pid: quiet, pv1: { ...silent, ...ward(2) } }),
  (who) =>
    adt('A08', who, {
      at: when(255),
      pid: { 13: '""', 5: `${who.family}^MIDDLE^^^^^L` },
      pv1: { ...silent, 7: '""' },
      segments: [`PV2|||""||||||${when(-1440).slice(0, 8)}`],
    }),
  (who) =>
    adt('A08', who, {
      at: when(240),
      pid: { 11: '3 EXAMPLE ROAD^^EXAMPLETOWN^^ZZ99 9ZZ^GBR^H', 30: 'Y', 29: when(241) },
      pv1: silent,
    }),
  (who) => adt('A02', who, { at: when(225), pid: { ...quiet, 30: 'N', 29: '""' }, pv1: { ...silent, ...ward(3) } }),
  (who) => adt('A03', who, { at: when(210), pid: quiet, pv1: { ...silent, 36: '19', 37: '1', 45: when(212) } }),
  (who) => adt('A13', who, { at: when(195), pid: quiet, pv1: silent }),
  (who) => adt('A08', who, { at: when(180), pid: { ...quiet, 8: 'M', 11: '""' }, pv1: { ...silent, 10: '300' } }),
  (who) => adt('A02', who, { at: when(165), pid: quiet, pv1: { ...silent, ...ward(1) } }),
]
const cancelsDischarge = 7

describe.each(databases)('the order of messages on $name', (database) => {
  let world: World
  let people = 70
  beforeAll(async () => {
    world = await startWorld(database, { sources: { 'trust1-epr': { 'PV1-37': 'discharge-method' } } })
  })
  afterAll(() => endWell(world))

  async function told(order: readonly number[], messages: readonly ((who: SyntheticPerson) => string)[]) {
    const who = person(people++)
    for (const i of order) expect(await deliver(world, messages[i]?.(who) ?? ''), `${i} of ${order.join()}`).toMatch(/MSA\|AA/)
    return stateOf(world, who)
  }
  const inOrder = stay.map((_, i) => i)

  it('does not matter to the person and the stay in which they end', { timeout: 300_000 }, async () => {
    const expected = await told(inOrder, stay)
    expect(expected.spell?.['status']).toBe('in-progress')
    expect(at(expected.spell, 'location')).toHaveLength(4)
    expect(expected.patient?.['address']).toBeUndefined()
    expect(JSON.stringify(expected.spell)).not.toContain('DischargeMethod')
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(inOrder, { minLength: stay.length }), async (order) => {
        expect(await told(order, stay)).toEqual(expected)
      }),
      { numRuns: process.env['LONG'] ? 500 : 30 },
    )
    expect(world.errors).toEqual([])
  })

  it('does not matter when the stay has ended', { timeout: 300_000 }, async () => {
    const ended = stay.slice(0, cancelsDischarge)
    const expected = await told(inOrder.slice(0, cancelsDischarge), ended)
    expect(expected.spell?.['status']).toBe('finished')
    expect(JSON.stringify(expected.spell)).toContain('DischargeMethod')
    expect(at(expected.spell, 'location').map((place) => textAt(place, 'status'))).toEqual([
      'completed',
      'completed',
      'completed',
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(inOrder.slice(0, cancelsDischarge), { minLength: cancelsDischarge }),
        async (order) => {
          expect(await told(order, ended)).toEqual(expected)
        },
      ),
      { numRuns: process.env['LONG'] ? 300 : 10 },
    )
  })

  it.each([
    ['a cancelled admission', ['A01', 'A11'], 'cancelled'],
    ['a cancelled admission after a transfer', ['A01', 'A02', 'A11'], 'cancelled'],
    ['a cancelled discharge', ['A01', 'A03', 'A13'], 'in-progress'],
    ['a discharge after one that was cancelled', ['A01', 'A03', 'A13', 'A03'], 'finished'],
  ] as const)('does not matter to %s, whichever event opens the stay', { timeout: 120_000 }, async (_, events, status) => {
    const pv1 = (event: string, i: number) => ({ ...ward(i), 44: when(310), ...(event === 'A03' && { 36: '19' }) })
    const messages = events.map(
      (event, i) => (who: SyntheticPerson) => adt(event, who, { at: when(300 - 15 * i), pid: quiet, pv1: pv1(event, i) }),
    )
    const expected = await told([...events.keys()], messages)
    expect([expected.spell?.['status'], textAt(expected.spell, 'period.end') !== undefined]).toEqual([
      status,
      status === 'finished',
    ])
    for (const order of permutations([...events.keys()]))
      expect((await told(order, messages)).spell, order.join()).toEqual(expected.spell)
  })

  it('is no matter of repeats either: what comes twice changes nothing', async () => {
    const expected = await told(inOrder, stay)
    expect(await told([...inOrder, 3, 6, 0, 9, 5], stay)).toEqual(expected)
  })

  it.each([
    ['in summer time', '20260715', '2026-07-15', 1],
    ['in winter time', '20260115', '2026-01-15', 0],
  ] as const)('leaves each fact its three times: happened, recorded, received (%s)', async (_, day, date, offset) => {
    const who = person(people++)
    const before = Date.now()
    const admitted = adt('A01', who, { at: `${day}101500`, pv1: { 44: `${day}093000` } })
    const left = adt('A03', who, { at: `${day}181500`, pv1: { 44: `${day}093000`, 36: '19', 45: `${day}170000` } })
    const fit = adt('A08', who, { at: `${day}121500`, pv1: { 44: '' }, segments: [`ZU1||||||||||||||||||||||Y||${day}114500`] })
    const utc = (time: string) => Date.parse(`${date}T${time}Z`) - offset * 3_600_000
    await deliver(world, admitted)
    const { spell: open } = await resourcesOf(world, who)
    await deliver(world, fit.replace(/EVN\|\|(\d+)/, `EVN||$1||||${day}113000`))
    await deliver(world, left)
    const { patient, spell, observations } = await resourcesOf(world, who)
    expect(Date.parse(textAt(spell, 'period.start') ?? '')).toBe(utc('09:30:00'))
    expect(Date.parse(textAt(spell, 'period.end') ?? '')).toBe(utc('17:00:00'))
    expect(Date.parse(textAt(observations[0], 'effectiveDateTime') ?? '')).toBe(utc('11:45:00'))
    expect([open, spell, observations[0]].map((one) => recordedOf(one))).toEqual(['10:15:00', '18:15:00', '12:15:00'].map(utc))
    expect(recordedOf(patient)).toBe(utc('18:15:00'))
    for (const one of [patient, spell, ...observations]) {
      const received = Date.parse(textAt(one, 'meta.lastUpdated') ?? '')
      expect(received).toBeGreaterThanOrEqual(before - 1)
      expect(received).toBeLessThanOrEqual(Date.now() + 1)
    }
  })
})

const permutations = (list: readonly number[]): readonly (readonly number[])[] =>
  list.length < 2
    ? [list]
    : list.flatMap((one) => permutations(list.filter((other) => other !== one)).map((rest) => [one, ...rest]))

function recordedOf(resource: FhirResource | undefined): number {
  const extension = at(resource, 'meta.extension').find((one) => textAt(one, 'url') === structureDefinition('source-recorded'))
  return Date.parse(textAt(extension, 'valueInstant') ?? '')
}

/** By the intake itself: the doors before it have tests of their own. */
async function deliver({ house }: World, message: string): Promise<string> {
  const client = house.registry.client('trust1-epr')
  const caller = client && callerOf(house.registry, client)
  if (!caller) throw new Error('the trust has no client')
  const door = { contentType: 'application/hl7-v2', requestId: 'test', caller }
  return (await receiveHl7(new TextEncoder().encode(message), door, house)).body
}

async function resourcesOf({ store }: World, who: SyntheticPerson) {
  const patient = (await stored(store, 'Patient')).find((one) => JSON.stringify(one['identifier']).includes(who.nhsNumber))
  const ofPerson = (one: FhirResource) => referencesAt(one, 'subject').includes(`Patient/${patient?.id}`)
  const spells = (await stored(store, 'Encounter')).filter(ofPerson)
  expect(spells.length).toBeLessThanOrEqual(1)
  return { patient, spell: spells[0], observations: (await stored(store, 'Observation')).filter(ofPerson) }
}

/** The person and the stay as anybody's: without what tells whose they are, and without meta. */
async function stateOf(world: World, who: SyntheticPerson) {
  const { patient, spell } = await resourcesOf(world, who)
  const anybody = (resource: FhirResource | undefined): Partial<FhirResource> | undefined => {
    if (!resource) return undefined
    const { id: _, meta: __, ...rest } = resource
    const text = [who.nhsNumber, who.local, who.visit, who.given, patient?.id ?? '-'].reduce(
      (left, one) => left.replaceAll(one, '…'),
      JSON.stringify(rest),
    )
    return JSON.parse(text) as Partial<FhirResource>
  }
  return { patient: anybody(patient), spell: anybody(spell) }
}
