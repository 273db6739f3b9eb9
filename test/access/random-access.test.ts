// Random networks of care, random callers and random requests, held against the plain rule of who sees what.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, acts, picksOf, startPlay, type ActName, type Play } from './acts.ts'
import { asks, type AskName } from './requests.ts'
import { openGateway, type Registered } from './gateway.ts'
import { network, type Agreement } from './rule.ts'
import { shelfOf } from './shelf.ts'

const isLong = process.env['LONG'] === '1'
const requests = isLong ? 20_000 : 500
const perNetwork = 100
/** Of a run that failed, to play it again. */
const seed = process.env['SEED']

const numbers = fc.noBias(fc.array(fc.nat({ max: 9_999 }), { minLength: 12, maxLength: 12, size: 'max' }))

/** How often each act is drawn. */
const weights: Readonly<Record<ActName, number>> = {
  ...{ admit: 5, stay: 4, refer: 6, assign: 12, answerTask: 8, cancelTask: 3, closeReferral: 2 },
  ...{ write: 24, file: 3, tell: 5, change: 5, retract: 3, keep: 4, giveBack: 2, object: 4, endObjection: 1 },
  ...{ label: 3, redate: 1, remove: 1, breakGlass: 2 },
}
const actNames = Object.keys(acts) as ActName[]
const drawnAct = fc.record({
  name: fc.oneof(...actNames.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) }))),
  numbers,
})
const askNames = Object.keys(asks) as AskName[]
const drawnAsk = fc.record({ name: fc.constantFrom(...askNames), numbers })

/** A stay, a referral and work given: what a network begins with, or most of what is drawn would find nothing to act on. */
const beginning: readonly ActName[] = [
  ...['admit', 'admit', 'admit', 'admit', 'stay', 'stay', 'stay', 'write', 'write', 'write', 'refer', 'refer', 'refer', 'refer'],
  ...['assign', 'assign', 'assign', 'assign', 'assign', 'write', 'write', 'answerTask', 'assign', 'assign', 'refer', 'assign'],
] as ActName[]

const ids = {
  ...{ acute: ['trust1', 'trust2'], hub: ['hub1', 'hub2'], community: ['community1', 'community2'] },
  ...{ council: ['council1', 'council2'], provider: ['provider1', 'provider2'], gp: ['gp1'], icb: ['icb1'] },
  ...{ voluntary: ['charity1'], assessor: ['assessor1'] },
} as const

/** Hosts and members are drawn because they must make no difference. */
const drawnNetwork = fc.record({
  hosts: fc.array(fc.nat({ max: 1 }), { minLength: 2, maxLength: 2 }),
  members: fc.subarray(['trust1', 'community1', 'council1', 'provider1']),
  missing: fc.array(fc.tuple(fc.nat({ max: 15 }), fc.nat({ max: 15 })), { maxLength: 12 }),
  start: fc.array(numbers, { minLength: beginning.length, maxLength: beginning.length }),
  story: fc.array(drawnAct, { minLength: 110, maxLength: 150, size: 'max' }),
  asked: fc.array(drawnAsk, { minLength: perNetwork, maxLength: perNetwork, size: 'max' }),
})
type DrawnNetwork = typeof drawnNetwork extends fc.Arbitrary<infer T> ? T : never

function organisationsOf({ hosts, members }: Pick<DrawnNetwork, 'hosts' | 'members'>): readonly Registered[] {
  const all = Object.entries(ids).flatMap(([role, those]) => those.map((id) => ({ id, role }) as Registered))
  const hosted = all.map((one, i): Registered => {
    const host = one.role === 'hub' ? ids.acute[hosts[i % 2] ?? 0] : undefined
    return host === undefined ? one : { ...one, host, members }
  })
  return [...hosted, { id: 'vendor1' }]
}

/** All that might be agreed, less what was drawn to be missing. */
function agreementsOf(organisations: readonly Registered[], missing: DrawnNetwork['missing']): readonly Agreement[] {
  const isMissing = (from: number, to: number) => missing.some(([a, b]) => a === from && b === to)
  return organisations.flatMap(({ id: from }, i) =>
    organisations.flatMap(({ id: to }, j) => (i === j || isMissing(i, j) ? [] : [{ from, to }])),
  )
}

describe('a random request in a random network of care', () => {
  it(
    'sees, counts, includes and pages what the rule grants, no more and no less, and what is told is told to whom it concerns',
    async () => {
      let showing = 0
      const property = fc.asyncProperty(drawnNetwork, async (drawn) => {
        const organisations = organisationsOf(drawn)
        const agreements = agreementsOf(organisations, drawn.missing)
        const gateway = await openGateway(organisations, agreements)
        const play = startPlay(gateway, network(organisations, agreements), organisations)
        try {
          for (const [i, name] of beginning.entries()) await does(play, name, drawn.start[i] ?? [])
          for (const { name, numbers: picked } of drawn.story) await does(play, name, picked)
          showing += await asksAll(play, drawn.asked)
          expect(gateway.errors).toEqual([])
        } finally {
          await gateway.close()
        }
      })
      // One network is small enough to be read: the story stands in the failure. To make it smaller takes minutes.
      await fc.assert(property, {
        numRuns: requests / perNetwork,
        endOnFailure: true,
        ...(seed !== undefined && { seed: Number(seed) }),
      })
      // Requests that are shown nothing prove little.
      expect(showing).toBeGreaterThan(requests / 4)
    },
    isLong ? 3_600_000 : 120_000,
  )
})

async function does(play: Play, name: ActName, picked: readonly number[]): Promise<void> {
  await act(play, name, picksOf(picked)).catch((error: unknown) => failed(play, [name], error))
}

async function asksAll(play: Play, asked: DrawnNetwork['asked']): Promise<number> {
  const shelf = await shelfOf(play.gateway, play.net)
  let showing = 0
  // Most of the callers see something.
  const isParty = new Set(play.net.parties.filter(({ hasEnded }) => !hasEnded).map((one) => one.organisation))
  const parties = play.organisations.filter(({ id }) => isParty.has(id))
  for (const { name, numbers: picked } of asked) {
    const picks = picksOf(picked)
    const organisation = picks.of(picks.oneIn(4) || parties.length === 0 ? play.organisations : parties)?.id ?? ''
    const glass = play.glass.find((one) => one.organisation === organisation)
    const caller = { organisation, ...(glass && picks.oneIn(2) && { professional: glass.professional }) }
    const said: string[] = []
    const shown = await asks[name]({ play, shelf, caller, picks, said }).catch((error: unknown) =>
      failed(play, [name, ...said], error),
    )
    if ((shown ?? 0) > 0) showing++
  }
  return showing
}

/** With the request, and what happened before it. */
function failed({ gateway: { story }, net }: Play, said: readonly string[], error: unknown): never {
  const entries = [...net.entries.values()].map((one) => `${one.name} ${one.kind} by ${one.by} in ${[...one.journeys].join()}`)
  const parties = net.parties.map((one) => JSON.stringify(one))
  const kept = net.kept.map((one) => JSON.stringify(one))
  const parts = [
    ...said,
    String(error),
    '-- story',
    ...story,
    '-- parties',
    ...parties,
    '-- kept',
    ...kept,
    '-- entries',
    ...entries,
  ]
  throw new Error(parts.join('\n'), { cause: error })
}
