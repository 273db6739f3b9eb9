// One journey, one person: what hangs on a spell, a referral or a task is about the person that it is about.

import { referencesAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { isKnownType, resourceTypes } from '../types.ts'
import type { Planning } from './planning.ts'

/**
 * 422 when the resource names one person and what it hangs on, or what it was before, another. Two sources' Patients count as one
 * only when they are joined in a Person. A visit number that turns up with somebody else's identifier is caught here.
 */
export async function checkSamePerson(
  planning: Planning,
  resource: FhirResource,
  before: FhirResource | undefined,
): Promise<void> {
  const mine = personOf(resource)
  if (!mine) return
  const type = resource.resourceType
  const paths = isKnownType(type) ? resourceTypes[type].journey : []
  const anchors = await Promise.all(
    paths.flatMap((path) => referencesAt(resource, path)).map((reference) => planning.load(reference)),
  )
  for (const other of [before, ...anchors.map((anchor) => anchor?.resource)]) {
    const theirs = other && personOf(other)
    if (theirs && !(await isSamePerson(planning, mine, theirs))) throw otherPerson(type)
  }
}

function personOf(resource: FhirResource): string | undefined {
  const type = resource.resourceType
  const paths = isKnownType(type) ? resourceTypes[type].person : []
  return paths.flatMap((path) => referencesAt(resource, path)).find((reference) => reference.startsWith('Patient/'))
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
