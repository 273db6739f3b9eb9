// What the entries of a FHIR message are: changes of what is stored, organisations of the registry, and guests.

import { at, isRecord, isResource, referencesAt, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isCarried } from '../types.ts'
import { twinFinder } from './bundle-request.ts'
import type { IntakeHouse } from './receive.ts'
import type { Entry } from './write.ts'

export interface Contents {
  readonly entries: readonly Entry[]
  /** Organisations of the registry, by the fullUrl that the message gives them. */
  readonly known: ReadonlyMap<string, string>
  /** Resources without a type of their own here. */
  readonly guests: ReadonlyMap<string, FhirResource>
}

/** Throws a Refusal (400) that names every entry that cannot be told for what it is. */
export function contentsOf(bundle: FhirResource, header: FhirResource, { registry }: IntakeHouse): Contents {
  const isNew = (at(header, 'reason.coding.code')[0] ?? 'new') === 'new'
  const entries: Entry[] = []
  const known = new Map<string, string>()
  const guests = new Map<string, FhirResource>()
  for (const { path, fullUrl, resource } of sentIn(bundle)) {
    if (resource.resourceType === 'MessageHeader') continue
    const organization = organizationIn(resource, registry)
    if (organization) known.set(fullUrl ?? '', organization)
    else if (isCarried(resource.resourceType)) guests.set(fullUrl ?? '', resource)
    else entries.push({ path: `${path}.resource`, ...(fullUrl && { fullUrl }), ...methodOf(resource, isNew) })
  }
  const receiver = referencesAt(header, 'destination.receiver').map((reference) => known.get(reference) ?? reference)[0]
  return { entries: entries.map((entry) => withPerformer(entry, receiver, known)), known, guests }
}

interface Sent {
  /** `Bundle.entry[2]`. */
  readonly path: string
  readonly fullUrl?: string
  readonly resource: FhirResource
}

function sentIn(bundle: FhirResource): readonly Sent[] {
  const faults: Fault[] = []
  const twinOf = twinFinder()
  const sent = at(bundle, 'entry').flatMap((entry, i): readonly Sent[] => {
    const fullUrl = textAt(entry, 'fullUrl')
    const resource = isRecord(entry) ? entry['resource'] : undefined
    const place = { path: `Bundle.entry[${i}]`, ...(fullUrl !== undefined && { fullUrl }) }
    faults.push(...twinOf(place))
    return isResource(resource) ? [{ ...place, resource }] : []
  })
  if (faults.length > 0) throw new Refusal('invalid', faults)
  return sent
}

function organizationIn(resource: FhirResource, registry: IntakeHouse['registry']): string | undefined {
  if (resource.resourceType !== 'Organization') return undefined
  for (const identifier of at(resource, 'identifier')) {
    const found = registry.organizationBy(textAt(identifier, 'system') ?? '', textAt(identifier, 'value') ?? '')
    if (found) return `Organization/${found.id}`
  }
  return undefined
}

/** A new message creates, knowing the person and the spell by their identifiers; an update changes the referral that it names. */
function methodOf(resource: FhirResource, isNew: boolean): Pick<Entry, 'method' | 'target' | 'resource' | 'mustExist'> {
  if (resource.resourceType === 'Patient' || resource.resourceType === 'Encounter')
    return { method: 'upsert', resource: withoutId(resource) }
  if (isNew) return { method: 'create', resource: withoutId(resource) }
  return { method: 'update', target: `${resource.resourceType}/${resource.id ?? ''}`, resource, mustExist: true }
}

const withoutId = ({ id: _, ...resource }: FhirResource): FhirResource => resource

/** The message's receiver is whom the referral is for, when the referral itself names no organisation. */
function withPerformer(entry: Entry, receiver: string | undefined, known: ReadonlyMap<string, string>): Entry {
  const { resource } = entry
  if (resource.resourceType !== 'ServiceRequest' || !receiver) return entry
  const performers = referencesAt(resource, 'performer').map((reference) => known.get(reference) ?? reference)
  if (performers.some((reference) => reference.startsWith('Organization/'))) return entry
  return { ...entry, resource: { ...resource, performer: [{ reference: receiver }] } }
}
