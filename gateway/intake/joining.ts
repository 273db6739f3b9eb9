// Which journeys a resource belongs to: by what it refers to, and by whose role may write it there.

import { structureDefinition } from '../../profiles/canonical.ts'
import { factOf } from '../facts.ts'
import { isRecord, referencesAt, referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { isKnownType, resourceTypes, writersOf } from '../types.ts'
import { rolesIn } from './journey.ts'
import type { Planning } from './planning.ts'

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
  checkShown(resource)
  // A referral opens a journey of its own: that its stay was referred before makes it no business of the parties of then.
  const paths = journey.filter((path) => type !== 'ServiceRequest' || path !== 'encounter')
  const earlier = new Set(paths.flatMap((path) => referencesAt(before, path)))
  const anchors: string[] = []
  for (const reference of new Set(paths.flatMap((path) => referencesAt(resource, path)))) {
    const anchor = await planning.load(reference)
    const isOwn = planning.resource(reference) !== undefined || anchor?.origin === planning.caller.organization
    if (isOwn) anchors.push(reference)
    if (!earlier.has(reference) && !(isOwn && isFromFeed)) await joinAs(planning, resource, reference, writers)
  }
  if (!before && paths.every((path) => referencesAt(resource, path).length === 0)) await joinByPerson(planning, resource, writers)
  return anchors
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

/** Who asks that something be kept from an organisation must not believe that it is: what is not done yet is refused, not stored. */
function checkShown(resource: FhirResource): void {
  const extensions = Array.isArray(resource['extension']) ? (resource['extension'] as readonly unknown[]) : []
  const isWithheld = extensions.some((one) => isRecord(one) && one['url'] === structureDefinition('withheld-from'))
  if (!isWithheld) return
  throw new Refusal('unprocessable', {
    id: 'withholding-not-supported',
    text: 'this cannot be kept from an organisation here yet, so it was not stored',
    expression: `${resource.resourceType}.extension`,
  })
}

/** Work on a person that names no referral; whoever is in hospital has stays to name instead. */
const aboutPerson: readonly string[] = ['CarePlan', 'Goal', 'Encounter', 'DocumentReference']

/**
 * A plan, goal, contact or paper that names only the person belongs to the one open journey in which its writer is a party. With
 * several it belongs to none of them, and only its writer sees it: which one is meant is not for the gateway to guess.
 */
async function joinByPerson(planning: Planning, resource: FhirResource, writers: readonly string[]): Promise<void> {
  const type = resource.resourceType
  if (!aboutPerson.includes(type) || planning.caller.kind === 'acute') return
  const [person] = isKnownType(type) ? resourceTypes[type].person.flatMap((path) => referencesAt(resource, path)) : []
  const open: string[] = []
  for (const journey of person ? await planning.store.journeysOf(person) : []) {
    const mine = await rolesIn(planning, journey, planning.caller.organization)
    const episode = await planning.load(`EpisodeOfCare/${journey}`)
    if (episode?.resource['status'] === 'active' && mine.some((role) => writers.includes(role))) open.push(journey)
  }
  const [only, ...others] = open
  if (only && others.length === 0) planning.join({ journey: only, resource: referenceTo(resource) })
}

async function joinAs(planning: Planning, resource: FhirResource, anchor: string, writers: readonly string[]): Promise<void> {
  const journeys = await planning.store.journeysOf(anchor)
  let mayWrite = journeys.length === 0
  for (const journey of journeys) {
    const mine = await rolesIn(planning, journey, planning.caller.organization)
    if (!mine.some((role) => writers.includes(role))) continue
    mayWrite = true
    planning.join({ journey, resource: referenceTo(resource) })
  }
  if (!mayWrite) {
    throw new Refusal('forbidden', {
      id: 'not-a-party',
      text: `no role of the caller in this journey may write a ${resource.resourceType} into it`,
      expression: resource.resourceType,
    })
  }
}
