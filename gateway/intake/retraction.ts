// What was entered in error: how it is told, and who hears that they must not act on it.

import { sees } from '../auth/access.ts'
import { at, isResource, referenceTo, type FhirResource } from '../fhir/resource.ts'
import type { Access } from '../store/store.ts'
import { filesOf } from './files.ts'
import { tell } from './notices.ts'
import type { Planning, Stored } from './planning.ts'
import { followKind } from './provenance.ts'

/** Elements in which R4's types say so; a document says it in its Composition, its first entry. */
const statuses = ['status', 'lifecycleStatus', 'verificationStatus.coding.code']

/** Whether the resource says of itself that it was entered in error. */
export function isRetracted(resource: FhirResource): boolean {
  if (statuses.some((path) => at(resource, path).includes('entered-in-error'))) return true
  const [first] = resource.resourceType === 'Bundle' ? at(resource, 'entry.resource') : []
  return isResource(first) && first['status'] === 'entered-in-error'
}

/**
 * Every organisation of the journey that could read it until now is told that it no longer stands; the notice names it, so that
 * they find their own copy, and repeats nothing of it. Of a referral `withdraw` tells them. Its papers go with it.
 */
export async function retract(planning: Planning, before: Stored, after: FhirResource): Promise<void> {
  if (isRetracted(before.resource) || !isRetracted(after)) return
  if (after.resourceType !== 'ServiceRequest') await tellReaders(planning, before, after)
  await retractPapers(planning, before)
}

async function tellReaders(planning: Planning, { resource }: Stored, after: FhirResource): Promise<void> {
  const reference = referenceTo(resource)
  const told = new Set([planning.caller.organization])
  for (const journey of await planning.store.journeysOf(reference)) {
    const parties = (await planning.store.parties(journey)).filter(({ until }) => until === undefined)
    for (const { organization } of parties) {
      if (told.has(organization) || !(await couldRead(planning, organization, resource))) continue
      told.add(organization)
      await tell(planning, 'entry-retracted', organization, { about: after, journey })
    }
  }
}

/** As the store has it before this plan: what was withheld from somebody is not told to them now. */
async function couldRead({ store, at: now }: Planning, organization: string, resource: FhirResource): Promise<boolean> {
  const access: Access = { as: 'organization', organization, sees, at: now }
  return (await store.read(access, resource.resourceType, resource.id ?? '')) !== undefined
}

/** A letter of the wrong person is in its Binary, not in what lists it. */
async function retractPapers(planning: Planning, before: Stored): Promise<void> {
  if (before.resource.resourceType !== 'DocumentReference') return
  for (const reference of await filesOf(planning, before)) {
    const paper = await planning.load(reference)
    if (!paper) continue
    await planning.put(paper.resource, { kind: 'retracted' })
    await followKind(planning, reference)
  }
}
