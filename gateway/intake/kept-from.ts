// What is kept from an organisation, as others meet it: what is about it follows, what names it is refused, nobody is told.

import { structureDefinition } from '../../profiles/canonical.ts'
import { at, isRecord, isResource, referencesAt, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { anchorsAt } from './anchors.ts'
import { namedBy } from './files.ts'
import type { Planning } from './planning.ts'
import { relative } from './references.ts'

const extensionUrl = structureDefinition('withheld-from')

/** Organisations, by id, from which the resource says that it is to be kept. */
export const withheldFrom = (resource: FhirResource | undefined): readonly string[] => [
  ...new Set(
    at(resource, 'extension')
      .filter((one) => isRecord(one) && one['url'] === extensionUrl)
      .map((one) => textAt(one, 'valueReference.reference')?.replace('Organization/', '') ?? ''),
  ),
]

/** What is about another resource and nothing else: to know of it is to know of that. */
const about: Readonly<Record<string, string>> = { Provenance: 'target', Binary: 'securityContext', Task: 'focus' }

/**
 * What is about something that is kept from an organisation is kept from it too; what merely names it is refused. What it named
 * before it was kept stays named: a refusal would tell whoever changes it, and may be the one that it is kept from.
 */
export async function inherit(planning: Planning, resource: FhirResource, before: FhirResource | undefined): Promise<void> {
  const path = about[resource.resourceType]
  const subjects = path === undefined ? [] : anchorsAt(resource, path)
  const inherited = (await Promise.all(subjects.map((reference) => planning.withheld(reference)))).flat()
  for (const row of inherited) planning.withhold({ ...row, resource: referenceTo(resource) })
  const own = new Set([...withheldFrom(resource), ...inherited.map(({ organization }) => organization)])
  const owners = before ? [] : referencesAt(resource, 'owner').map((owner) => owner.replace('Organization/', ''))
  if (owners.some((owner) => own.has(owner))) throw isKeptFromOwner()
  const known = [...subjects, ...namedIn(before, planning)]
  const isDocument = resource.resourceType === 'Bundle'
  const named = new Set([...namedIn(resource, planning), ...(isDocument ? copiedIn(resource, planning) : [])])
  for (const reference of [...named].filter((one) => !known.includes(one))) {
    const kept = await planning.withheld(reference)
    if (kept.every(({ organization }) => own.has(organization))) continue
    // Of what a document names nobody else asks whether the caller may see it: a refusal would tell that it is there.
    if (!isDocument || (await planning.see(reference))) throw namesWithheld(resource)
  }
  const copied = isDocument ? at(resource, 'entry.resource').filter(isResource).flatMap(withheldFrom) : []
  if (!copied.every((organization) => own.has(organization))) throw namesWithheld(resource)
}

const namesWithheld = ({ resourceType }: FhirResource): Refusal =>
  new Refusal('unprocessable', {
    id: 'names-what-is-withheld',
    text: 'names something that is kept from an organisation: leave it out, or keep this too',
    expression: resourceType,
    code: 'business-rule',
  })

/** What holds a concern, a form or a letter: that there is one is already told by naming it, in whatever version. */
const tellsByBeing = /^(?:Flag|Observation|DocumentReference|QuestionnaireResponse|Binary|Bundle)\//

function namedIn(resource: FhirResource | undefined, { base }: Planning): readonly string[] {
  if (!resource || resource.resourceType === 'Consent') return []
  const named = new Set<string>()
  gather(resource, base, named)
  return [...named]
}

function gather(value: object, base: string, named: Set<string>): void {
  for (const name in value) {
    const held = (value as Record<string, unknown>)[name]
    if (typeof held === 'object' && held !== null) gather(held, base, named)
    else if ((name === 'reference' || name === 'url') && typeof held === 'string') {
      const reference = namedBy(relative(held, base))
      if (reference !== undefined && tellsByBeing.test(reference)) named.add(reference)
    }
  }
}

/** Of what a document's entries are copies, by their address or their id. */
function copiedIn(bundle: FhirResource, { base }: Planning): readonly string[] {
  return at(bundle, 'entry')
    .filter(isRecord)
    .flatMap(({ fullUrl, resource }) => {
      const url = typeof fullUrl === 'string' ? fullUrl : ''
      const { resourceType: type = '', id = '' }: Partial<FhirResource> = isResource(resource) ? resource : {}
      const names = [relative(url, base), url.replace(/^urn:uuid:/i, `${type}/`), `${type}/${id}`]
      return names.flatMap((one) => namedBy(one) ?? [])
    })
}

/** Whoever is kept out of a journey is not brought into it, and hears nothing of it. */
export async function checkNotKeptOut(planning: Planning, organization: string, journey: string): Promise<void> {
  if (await isKeptFrom(planning, organization, [`EpisodeOfCare/${journey}`])) throw isKeptFromOwner()
}

export async function isKeptFrom(planning: Planning, organization: string, references: readonly string[]): Promise<boolean> {
  const rows = await Promise.all(references.map((reference) => planning.withheld(reference)))
  return rows.flat().some((row) => row.organization === organization)
}

const isKeptFromOwner = (): Refusal =>
  new Refusal('unprocessable', {
    id: 'withheld-from-owner',
    text: 'what this task is about is kept from its owner',
    expression: 'Task.owner',
    code: 'business-rule',
  })
