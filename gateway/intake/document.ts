// A FHIR document: kept whole, hung on its spell, and listed by a DocumentReference.

import { at, isRecord, isResource, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { findByKeys, keysOf } from './match.ts'
import type { Planning } from './planning.ts'

/**
 * `Bundle` of type document, Composition first (https://hl7.org/fhir/R4/documents.html). Person and spell are known by the
 * identifiers that the document itself carries; they are not written from it.
 */
export async function fileDocument(planning: Planning, bundle: FhirResource): Promise<readonly Fault[]> {
  const composition = compositionOf(bundle)
  const spell = await knownAs(planning, bundle, 'Encounter', textAt(composition, 'encounter.reference'))
  const person = await knownAs(planning, bundle, 'Patient', textAt(composition, 'subject.reference'))
  const anchors = spell ? [spell] : []
  await planning.put(bundle, { anchors })
  await planning.put(listing(planning, bundle, composition, { spell, person }), { anchors })
  if (spell) return []
  return [
    {
      id: 'spell-unknown',
      severity: 'warning',
      text: 'the document names no spell that is known here; nobody but its sender sees it',
      expression: 'Bundle.entry[0].resource.encounter',
    },
  ]
}

function compositionOf(bundle: FhirResource): FhirResource {
  const [first] = at(bundle, 'entry.resource')
  const faults: Fault[] = []
  if (bundle['type'] !== 'document')
    faults.push({
      id: 'bundle-type',
      text: 'a Bundle that is stored is a document; transactions go to the base address',
      expression: 'Bundle.type',
    })
  if (!isResource(first) || first.resourceType !== 'Composition') {
    faults.push({
      id: 'composition-first',
      text: 'the first entry of a document is its Composition',
      expression: 'Bundle.entry[0].resource',
    })
  }
  if (faults.length > 0 || !isResource(first)) throw new Refusal('unprocessable', faults)
  return first
}

/** The sender's own resource that an entry of the document stands for. */
async function knownAs(
  planning: Planning,
  bundle: FhirResource,
  type: string,
  reference: string | undefined,
): Promise<string | undefined> {
  if (!reference) return undefined
  const entry = at(bundle, 'entry').find((one) => isRecord(one) && namesEntry(one, reference))
  const resource = isRecord(entry) ? entry['resource'] : undefined
  if (isResource(resource) && resource.resourceType === type) {
    return (await findByKeys(planning, type, keysOf(resource))).reference
  }
  const stored = await planning.see(reference)
  return stored?.resource.resourceType === type ? reference : undefined
}

function namesEntry(entry: Record<string, unknown>, reference: string): boolean {
  const { fullUrl, resource } = entry
  return fullUrl === reference || (isResource(resource) && `${resource.resourceType}/${resource.id}` === reference)
}

function listing(
  planning: Planning,
  bundle: FhirResource,
  composition: FhirResource,
  { spell, person }: { readonly spell: string | undefined; readonly person: string | undefined },
): FhirResource {
  const { type, date, title, status } = composition
  return {
    resourceType: 'DocumentReference',
    id: planning.newId(),
    ...(isRecord(bundle['identifier']) && { masterIdentifier: bundle['identifier'] }),
    status: status === 'entered-in-error' ? 'entered-in-error' : 'current',
    ...(typeof status === 'string' && { docStatus: status }),
    ...(isRecord(type) && { type }),
    ...(person && { subject: { reference: person } }),
    ...(typeof date === 'string' && date.includes('T') && { date }),
    content: [
      {
        attachment: {
          contentType: 'application/fhir+json',
          url: `Bundle/${bundle.id}`,
          ...(typeof title === 'string' && { title }),
        },
      },
    ],
    ...(spell && { context: { encounter: [{ reference: spell }] } }),
  }
}
