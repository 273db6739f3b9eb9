// One journey, one person: what hangs on a spell, a referral or a task is about the person that it is about.

import type { FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { isKnownType, resourceTypes } from '../types.ts'
import { anchorsAt, anchorsOf } from './anchors.ts'
import type { Planning } from './planning.ts'

/**
 * 422 when the resource names one person and what it hangs on, or what it was before, another; or when it hangs on two people. Two sources' Patients count as one
 * only when they are joined in a Person. A visit number that turns up with somebody else's identifier is caught here.
 */
export async function checkSamePerson(
  planning: Planning,
  resource: FhirResource,
  before: FhirResource | undefined,
): Promise<void> {
  const anchors = await Promise.all(anchorsOf(resource).map((reference) => planning.load(reference)))
  const all = [resource, before, ...anchors.map((anchor) => anchor?.resource)].flatMap((one) => (one ? personsOf(one) : []))
  const [mine, ...others] = new Set(all)
  for (const other of others) if (mine && !(await isSamePerson(planning, mine, other))) throw otherPerson(resource.resourceType)
}

function personsOf(resource: FhirResource): readonly string[] {
  const type = resource.resourceType
  const paths = isKnownType(type) ? resourceTypes[type].person : []
  return paths.flatMap((path) => anchorsAt(resource, path)).filter((reference) => reference.startsWith('Patient/'))
}

async function isSamePerson(planning: Planning, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [first, second] = await Promise.all([one, other].map((patient) => planning.holder('person-of', patient)))
  return first !== undefined && first === second
}

function otherPerson(type: string): Refusal {
  const person = isKnownType(type) ? resourceTypes[type].person[0] : undefined
  return new Refusal('unprocessable', {
    id: 'other-person',
    text: 'is about another person than the spell, referral or task that it belongs to',
    expression: person ? `${type}.${person}` : type,
    location: 'PID-3, PV1-19',
    code: 'business-rule',
  })
}
