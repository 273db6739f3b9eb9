// A person whose whereabouts must stay hidden: who they are, and papers about them, are for their own source alone.

import { at, isRecord, referencesAt, textAt, type FhirResource } from '../fhir/resource.ts'
import { kindOf, type Kind } from '../types.ts'
import type { Planning } from './planning.ts'

const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'

/** Labels R and V of v3-Confidentiality; HL7 v2 says it in ZU8-4 (mappings/acute/hl7v2/zu8.ts). */
export const isRestricted = (patient: FhirResource | undefined): boolean =>
  at(patient, 'meta.security').some(
    (label) => isRecord(label) && label['system'] === confidentiality && (label['code'] === 'R' || label['code'] === 'V'),
  )

/**
 * The kind under which a resource is stored. Masking a field does not mask a letter, so of a restricted person neither the
 * Patient nor any document is shown to other parties; part 6 shows them what can be shown.
 */
export async function kindFor(planning: Planning, resource: FhirResource): Promise<Kind> {
  const kind = kindOf(resource)
  if (resource.resourceType === 'Patient') return isRestricted(resource) ? 'restricted' : kind
  if (kind !== 'document') return kind
  const person = await personOf(planning, resource)
  return isRestricted(person) ? 'restricted' : kind
}

async function personOf(planning: Planning, document: FhirResource): Promise<FhirResource | undefined> {
  const contexts = [...referencesAt(document, 'securityContext'), ...referencesAt(document, 'context.encounter')]
  const context = contexts[0] ? (await planning.load(contexts[0]))?.resource : undefined
  const subject = referencesAt(document, 'subject')[0] ?? referencesAt(context, 'subject')[0]
  return subject ? (await planning.load(subject))?.resource : undefined
}

/** When a person becomes restricted, or no longer is, their papers follow. */
export async function followPapers(planning: Planning, before: FhirResource | undefined, after: FhirResource): Promise<void> {
  if (!before || isRestricted(before) === isRestricted(after)) return
  const page = await planning.store.search(
    { as: 'gateway', why: 'the papers of a person whose restriction changed' },
    {
      type: 'DocumentReference',
      where: [{ on: 'reference', key: 'DocumentReference.subject', any: [`Patient/${after.id}`] }],
      order: 'oldest',
      count: 10_000,
      total: false,
    },
  )
  for (const { id } of page.versions) {
    const listed = await planning.load(`DocumentReference/${id}`)
    if (!listed) continue
    const urls = at(listed.resource, 'content.attachment').flatMap((attachment) => textAt(attachment, 'url') ?? [])
    for (const reference of [`DocumentReference/${id}`, ...urls.filter((url) => /^(Binary|Bundle)\//.test(url))]) {
      const paper = await planning.load(reference)
      if (paper) await planning.put(paper.resource, { kind: isRestricted(after) ? 'restricted' : kindOf(paper.resource) })
    }
  }
}
