// A FHIR document: kept whole, hung on its spell, and listed by a DocumentReference.

import { at, isRecord, isResource, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { nameOf, serviceOf, standingFor } from './links.ts'
import { findByKeys, keysOf } from './match.ts'
import type { Planning } from './planning.ts'
import { relative } from './references.ts'

/**
 * `Bundle` of type document, Composition first (https://hl7.org/fhir/R4/documents.html). Person and spell are known by what the
 * document itself says of them; they are not written from it.
 */
export async function fileDocument(planning: Planning, bundle: FhirResource): Promise<readonly Fault[]> {
  const composition = compositionOf(bundle)
  const { encounter, subject } = meantIn(bundle, composition, ['encounter', 'subject'])
  const spell = await knownAs(planning, 'Encounter', encounter)
  const person = await knownAs(planning, 'Patient', subject)
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

interface Entry {
  /** `Bundle.entry[2]`. */
  readonly path: string
  readonly fullUrl: string | undefined
  readonly resource: FhirResource
}

/** What an element of the Composition refers to: the entry that is meant, or what no entry is. */
type Meant = Entry | { readonly reference: string } | undefined

/** R4 bundle.html#references. Throws a Refusal (422) that names every reference that several entries could be meant by. */
function meantIn<Name extends string>(
  bundle: FhirResource,
  composition: FhirResource,
  names: readonly Name[],
): Readonly<Record<Name, Meant>> {
  const entries = entriesOf(bundle)
  const service = serviceOf(textAt(at(bundle, 'entry')[0], 'fullUrl'))
  const faults: Fault[] = []
  const meant = names.map((name): [Name, Meant] => {
    const reference = textAt(composition, `${name}.reference`)?.replace(/\/_history\/[^/]+$/, '')
    if (reference === undefined) return [name, undefined]
    const found = candidates(entries, reference, service)
    if (found.length > 1) faults.push(ambiguous(`Bundle.entry[0].resource.${name}.reference`, found))
    return [name, found[0] ?? { reference }]
  })
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
  return Object.fromEntries(meant) as Record<Name, Meant>
}

const entriesOf = (bundle: FhirResource): readonly Entry[] =>
  at(bundle, 'entry').flatMap((entry, i) => {
    const resource = isRecord(entry) ? entry['resource'] : undefined
    return isResource(resource) ? [{ path: `Bundle.entry[${i}]`, fullUrl: textAt(entry, 'fullUrl'), resource }] : []
  })

/** Where the Composition stands on no server, `Type/id` says of no entry that it is not meant: all that have it may be. */
function candidates(entries: readonly Entry[], reference: string, service: string | undefined): readonly Entry[] {
  const addressed = entries.filter(({ fullUrl }) => fullUrl !== undefined)
  const named = standingFor(
    reference,
    Map.groupBy(addressed, ({ fullUrl = '' }) => nameOf(fullUrl)),
    service,
  )
  if (named) return named
  return service === undefined ? entries.filter(({ resource }) => referenceTo(resource) === reference) : []
}

const ambiguous = (expression: string, found: readonly Entry[]): Fault => ({
  id: 'entry-ambiguous',
  text: `may mean ${found.map(({ path }) => path).join(' or ')}: refer to the fullUrl of the one that is meant`,
  expression,
})

/**
 * The stored resource that an entry of the document stands for: what has the entry's own address here, or what the sender knows by
 * its identifiers; where no entry is meant, the one that is referred to.
 */
async function knownAs(planning: Planning, type: string, meant: Meant): Promise<string | undefined> {
  if (!meant) return undefined
  if ('reference' in meant) return seenAs(planning, type, meant.reference)
  const { fullUrl = '', resource } = meant
  if (resource.resourceType !== type) return undefined
  // What was read here and comes back with it may have no identifier, or another source's.
  const here = fullUrl.startsWith(`${planning.base}/`) ? await seenAs(planning, type, fullUrl) : undefined
  return here ?? (await findByKeys(planning, type, keysOf(resource))).reference
}

/** What stands here under the address, where the caller may see it. */
async function seenAs(planning: Planning, type: string, address: string): Promise<string | undefined> {
  const reference = relative(address, planning.base)
  return (await planning.see(reference))?.resource.resourceType === type ? reference : undefined
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
