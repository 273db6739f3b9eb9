// Whole journeys that are kept from an organisation: by a referral, or by what the person objects to.

import { referencesAt, referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { withheldFrom } from './kept-from.ts'
import { objectionsOf } from './objection.ts'
import type { Planning } from './planning.ts'
import { recordsOf } from './restricted.ts'

/** Bodies that safeguard, and answer for whom they keep away; a provider, practice or charity tells one of them. */
export const mayWithhold: readonly string[] = ['acute', 'hub', 'community', 'council']

/** A journey with its trust or hub kept out has nobody who answers for it. */
export async function keepJourney(
  planning: Planning,
  journey: string,
  { source, from }: { readonly source: string; readonly from: readonly string[] },
): Promise<void> {
  const holders = (await planning.store.parties(journey)).filter(({ role, until }) => until === undefined && holds.includes(role))
  for (const organization of from) {
    if (holders.some((one) => one.organization === organization)) throw holdsIt(source)
    planning.withhold({ resource: `EpisodeOfCare/${journey}`, organization, reason: source.split('/')[0] ?? '', source })
  }
}

const holds: readonly string[] = ['acute', 'hub']

const holdsIt = (source: string): Refusal =>
  new Refusal('unprocessable', {
    id: 'withheld-from-holder',
    text: 'a journey is not kept from the trust or the hub that holds it: withdraw the referral instead',
    expression: source.split('/')[0] ?? '',
    code: 'business-rule',
  })

/** A journey that opens: from whom its referral says that it is to be kept, and from whom the person wants it kept. */
export async function keepNewJourney(planning: Planning, journey: string, referral: FhirResource, hub: string): Promise<void> {
  const wishes = [{ source: referenceTo(referral), from: withheldFrom(referral) }, ...(await objectionsTo(planning, referral))]
  for (const { source, from } of wishes) {
    if ([hub, planning.caller.organization].some((one) => from.includes(one))) throw holdsIt('ServiceRequest/')
    for (const organization of from)
      planning.withhold({ resource: `EpisodeOfCare/${journey}`, organization, reason: source.split('/')[0] ?? '', source })
  }
}

/** Standing objections of the person to sharing all of it. */
async function objectionsTo(
  planning: Planning,
  referral: FhirResource,
): Promise<readonly { source: string; from: readonly string[] }[]> {
  const [subject] = referencesAt(referral, 'subject')
  if (subject === undefined) return []
  const { versions } = await planning.store.search(
    { as: 'gateway', why: 'what the person objects to' },
    {
      type: 'Consent',
      where: [{ on: 'reference', key: 'Consent.patient', any: await recordsOf(planning, subject) }],
      order: [],
      count: 1000,
      total: false,
    },
  )
  const stored = await Promise.all(versions.map(({ id }) => planning.load(`Consent/${id}`)))
  return stored.flatMap((one) => {
    if (!one || one.kind === 'retracted') return []
    const read = objectionsOf(one.resource)
    const all = 'faults' in read ? [] : read.objections.filter(({ what }) => what.length === 0)
    return all.map(({ from }) => ({ source: referenceTo(one.resource), from }))
  })
}

/**
 * Journeys of the person in which the caller may keep something from somebody, and those that are kept by the same source already:
 * it is remembered by referrals that are others' business.
 */
export async function journeysFor(planning: Planning, person: string | undefined, source: string): Promise<readonly string[]> {
  const found: string[] = []
  const records = person === undefined ? [] : await recordsOf(planning, person)
  const journeys = await Promise.all(records.map((record) => planning.store.journeysOf(record)))
  for (const journey of new Set(journeys.flat())) {
    const parties = await planning.store.parties(journey)
    const isIn = parties.some(
      ({ organization, role, until }) =>
        organization === planning.caller.organization && until === undefined && mayWithhold.includes(role),
    )
    const rows = isIn ? [] : await planning.store.withholdings(`EpisodeOfCare/${journey}`)
    if (isIn || rows.some((row) => row.source === source)) found.push(journey)
  }
  return found
}

/** Of a referral that is itself to be kept: the journeys that it opened. */
export async function openedBy(planning: Planning, what: readonly string[]): Promise<readonly string[]> {
  const opened: string[] = []
  for (const referral of what.filter((one) => one.startsWith('ServiceRequest/'))) {
    for (const journey of await planning.store.journeysOf(referral)) {
      const episode = await planning.load(`EpisodeOfCare/${journey}`)
      if (episode && referencesAt(episode.resource, 'referralRequest').includes(referral)) opened.push(journey)
    }
  }
  return opened
}
