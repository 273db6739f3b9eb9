// Provenance: shown to no more people than what it is about, and told by who may tell it.

import { showsNoMore } from '../auth/access.ts'
import type { FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import type { Kind } from '../types.ts'
import { anchorsAt } from './anchors.ts'
import { naming } from './naming.ts'
import type { Planning, Stored } from './planning.ts'

/** Of several targets the kind that is within all the others; where none is, or none is kept here: its author's own. */
export async function kindOfTargets(planning: Planning, provenance: FhirResource): Promise<Kind> {
  const kinds = (await targetsOf(planning, provenance)).map(({ kind }) => kind)
  return kinds.find((kind) => kinds.every((other) => showsNoMore(kind, other))) ?? 'restricted'
}

/** 403 unless each target is what the caller wrote, or may change: nobody says for another how something came to be. */
export async function checkTargets(
  planning: Planning,
  provenance: FhirResource,
  mayChange: (stored: Stored) => boolean,
): Promise<void> {
  if (provenance.resourceType !== 'Provenance') return
  const targets = await targetsOf(planning, provenance)
  if (targets.every(mayChange)) return
  throw new Refusal('forbidden', {
    id: 'not-yours-to-tell',
    text: 'says how something came to be that others wrote',
    expression: 'Provenance.target',
  })
}

/** What tells how a resource came to be is shown to no more people than the resource, also when that is shown to fewer than it was. */
export async function followKind(planning: Planning, reference: string): Promise<void> {
  for (const one of await tellingOf(planning, reference)) {
    const told = await planning.load(one)
    if (told) await planning.put(told.resource, { kind: await kindOfTargets(planning, told.resource), author: told.origin })
  }
}

/** Every Provenance that is about it. */
export const tellingOf = (planning: Planning, reference: string): Promise<readonly string[]> =>
  naming(planning, 'Provenance.target', reference, 'what tells how a resource came to be')

async function targetsOf(planning: Planning, provenance: FhirResource): Promise<readonly Stored[]> {
  const targets = await Promise.all([...new Set(anchorsAt(provenance, 'target'))].map((reference) => planning.load(reference)))
  return targets.filter((target) => target !== undefined)
}
