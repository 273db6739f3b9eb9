// What a resource hangs on: the references by which it joins journeys.

import { at, isRecord, referencesAt, type FhirResource } from '../fhir/resource.ts'
import { isKnownType, resourceTypes, type Role } from '../types.ts'
import type { Planning } from './planning.ts'

/** Of all its type's paths, best first. */
export function anchorsOf(resource: FhirResource | undefined): readonly string[] {
  const type = resource?.resourceType ?? ''
  return isKnownType(type) ? resourceTypes[type].journey.flatMap((path) => anchorsAt(resource, path)) : []
}

/** A Provenance names versions; what it tells of is the resource. */
export function anchorsAt(resource: FhirResource | undefined, path: string): readonly string[] {
  const references = referencesAt(resource, path)
  if (resource?.resourceType !== 'Provenance') return references
  return references.map((reference) => reference.replace(/\/_history\/.*$/, ''))
}

/** What hangs on the caller's own resource may be shown where that is shown. */
export async function isOwn(planning: Planning, reference: string): Promise<boolean> {
  return planning.resource(reference) !== undefined || (await planning.load(reference))?.origin === planning.caller.organization
}

/** Elements that name a place where the person is, was or will be. */
const places: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['location.location', 'hospitalization.origin', 'hospitalization.destination'],
  ServiceRequest: ['locationReference'],
  Task: ['location'],
  Procedure: ['location'],
  Device: ['location'],
}

/** Private homes that the resource names: a place of work is in the directory. */
export async function homesIn(planning: Planning, resource: FhirResource): Promise<readonly string[]> {
  const named = (places[resource.resourceType] ?? []).flatMap((path) => referencesAt(resource, path))
  const homes: string[] = []
  for (const reference of new Set(named.filter((one) => one.startsWith('Location/')))) {
    const place = await planning.load(reference)
    if (place && place.kind !== 'directory') homes.push(reference)
  }
  return homes
}

/** Whether the caller's kind is one that writes this type at all, where no journey says who may. */
export const isWriter = ({ caller }: Planning, writers: readonly Role[]): boolean => writers.some((role) => role === caller.kind)

/** The organisations that an element names. */
export const organizationsAt = (resource: FhirResource, path: string): readonly string[] =>
  at(resource, path).flatMap((element) => {
    const reference = isRecord(element) ? element['reference'] : undefined
    return typeof reference === 'string' && reference.startsWith('Organization/') ? [reference] : []
  })
