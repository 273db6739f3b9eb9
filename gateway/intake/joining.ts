// Which journeys a resource belongs to: by what it refers to, and by whose role may write it there.

import { factOf } from '../facts.ts'
import { referencesAt, referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { isKnownType, kindOf, resourceTypes, writersOf } from '../types.ts'
import { anchorsAt, anchorsOf, homesIn, isOwn } from './anchors.ts'
import { rolesIn } from './journey.ts'
import type { Planning } from './planning.ts'
import { hideHomes } from './restricted.ts'

/**
 * The resource joins the journeys that it refers to and in which the caller's role may write it. What hangs on something of the
 * caller's own joins inside the commit too, so that a referral made in the same moment misses nothing; but who is a party no
 * longer adds nothing to a journey by way of what it wrote there. Where a resource stood already, it stays.
 */
export async function joinJourneys(
  planning: Planning,
  resource: FhirResource,
  before: FhirResource | undefined,
  isFromFeed: boolean,
): Promise<readonly string[]> {
  const type = resource.resourceType
  if (!isKnownType(type)) return []
  const { journey } = resourceTypes[type]
  const writers = writersOf(resource)
  checkOwner(planning, resource, writers)
  // A referral opens a journey of its own: that its stay was referred before makes it no business of the parties of then.
  const paths = journey.filter((path) => type !== 'ServiceRequest' || path !== 'encounter')
  const earlier = new Set(paths.flatMap((path) => anchorsAt(before, path)))
  const named = new Set(paths.flatMap((path) => anchorsAt(resource, path)))
  const anchors: string[] = []
  const joined: string[] = []
  for (const reference of named) {
    const isMine = await isOwn(planning, reference)
    if (isMine) anchors.push(reference, ...(await beyond(planning, resource, reference)))
    // What its source says of a person goes wherever that person's record of its own went: no role is asked for there again.
    const isFollowing = isMine && (isFromFeed || reference.startsWith('Patient/'))
    if (!earlier.has(reference) && !isFollowing) joined.push(...(await joinAs(planning, resource, reference, writers)))
  }
  if (!before && named.size === 0) joined.push(...(await joinByPerson(planning, resource, writers)))
  await showHomes(planning, resource, { anchors, joined })
  return anchors
}

/** What a Provenance is about may hang on a stay that is referred later: both come into that journey. */
async function beyond(planning: Planning, { resourceType }: FhirResource, anchor: string): Promise<readonly string[]> {
  if (resourceType !== 'Provenance') return []
  const further = anchorsOf((await planning.load(anchor))?.resource)
  const isMine = await Promise.all(further.map((reference) => isOwn(planning, reference)))
  return further.filter((_, i) => isMine[i])
}

/** A private home is nobody's directory: who is sent there reads where it is, in the journey of the visit, and nobody else. */
async function showHomes(
  planning: Planning,
  resource: FhirResource,
  { anchors, joined }: { readonly anchors: readonly string[]; readonly joined: readonly string[] },
): Promise<void> {
  const named = await homesIn(planning, resource)
  const isMine = await Promise.all(named.map((reference) => isOwn(planning, reference)))
  const homes = named.filter((_, i) => isMine[i])
  if (homes.length === 0) return
  const journeys = await Promise.all([referenceTo(resource), ...anchors].map((one) => planning.store.journeysOf(one)))
  for (const journey of new Set([...joined, ...journeys.flat()]))
    for (const home of homes) planning.join({ journey, resource: home })
  await hideHomes(planning, resource, homes)
}

/** A decision is its owner's, also where no journey sees it yet: what hangs on a stay comes into the journey of a later referral. */
function checkOwner({ caller }: Planning, resource: FhirResource, owners: readonly string[]): void {
  if (resource.resourceType !== 'Observation' || !factOf(resource) || owners.includes(caller.kind)) return
  throw new Refusal('forbidden', {
    id: 'not-yours-to-decide',
    text:
      owners.length > 0 ? `this is for others to state: ${owners.join(', ')}` : 'this is no fact that anybody states by itself',
    expression: `${resource.resourceType}.code`,
  })
}

/** Work on a person that names no referral; whoever is in hospital has stays to name instead. */
const aboutPerson: readonly string[] = [
  ...['CarePlan', 'CareTeam', 'Goal', 'DeviceRequest', 'Encounter', 'DocumentReference', 'Composition', 'QuestionnaireResponse'],
  ...['Condition', 'MedicationStatement', 'MedicationRequest', 'Procedure'],
]
/** What stands beside a plan: strengths, outcomes. */
const isAboutPerson = (resource: FhirResource): boolean =>
  aboutPerson.includes(resource.resourceType) || (resource.resourceType === 'Observation' && kindOf(resource) === 'plan')

/**
 * A plan, goal, contact or paper that names only the person belongs to the one open journey in which its writer is a party. With
 * several it belongs to none of them, and only its writer sees it: which one is meant is not for the gateway to guess.
 */
async function joinByPerson(planning: Planning, resource: FhirResource, writers: readonly string[]): Promise<readonly string[]> {
  const type = resource.resourceType
  if (!isAboutPerson(resource) || planning.caller.kind === 'acute') return []
  const [person] = isKnownType(type) ? resourceTypes[type].person.flatMap((path) => referencesAt(resource, path)) : []
  const open: string[] = []
  for (const journey of person ? await planning.store.journeysOf(person) : []) {
    const mine = await rolesIn(planning, journey, planning.caller.organization)
    const episode = await planning.load(`EpisodeOfCare/${journey}`)
    if (episode?.resource['status'] === 'active' && mine.some((role) => writers.includes(role))) open.push(journey)
  }
  const [only, ...others] = open
  if (!only || others.length > 0) return []
  planning.join({ journey: only, resource: referenceTo(resource) })
  return [only]
}

async function joinAs(
  planning: Planning,
  resource: FhirResource,
  anchor: string,
  writers: readonly string[],
): Promise<readonly string[]> {
  const journeys = await planning.store.journeysOf(anchor)
  const joined: string[] = []
  for (const journey of journeys) {
    const mine = await rolesIn(planning, journey, planning.caller.organization)
    if (!mine.some((role) => writers.includes(role))) continue
    planning.join({ journey, resource: referenceTo(resource) })
    joined.push(journey)
  }
  if (joined.length === 0 && journeys.length > 0) {
    throw new Refusal('forbidden', {
      id: 'not-a-party',
      text: `no role of the caller in this journey may write a ${resource.resourceType} into it`,
      expression: resource.resourceType,
    })
  }
  return joined
}
