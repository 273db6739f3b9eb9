// What the entries of a FHIR message are: changes of what is stored, organisations of the registry, and guests.

import type { Ledger } from '../../mappings/mapped.ts'
import { at, isRecord, isResource, referencesAt, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isCarried } from '../types.ts'
import { twinFinder } from './bundle-request.ts'
import { nameOf, serviceOf, standingFor } from './links.ts'
import type { IntakeHouse } from './receive.ts'
import { relative } from './references.ts'
import type { Entry } from './write.ts'

export interface Contents {
  readonly entries: readonly Entry[]
  /** Organisations of the registry, by the name of the fullUrl that the message gives them. */
  readonly known: ReadonlyMap<string, string>
  /** Resources without a type of their own here, by the name of their fullUrl. */
  readonly guests: ReadonlyMap<string, FhirResource>
  readonly sent: readonly Sent[]
}

/** Throws a Refusal (400) that names every entry that cannot be told for what it is. */
export function contentsOf(bundle: FhirResource, header: FhirResource, { registry, base }: IntakeHouse): Contents {
  const isNew = (at(header, 'reason.coding.code')[0] ?? 'new') === 'new'
  const entries: Entry[] = []
  const known = new Map<string, string>()
  const guests = new Map<string, FhirResource>()
  const sent = sentIn(bundle, registry)
  for (const { path, fullUrl, resource, kind, organization } of sent) {
    const address = fullUrl !== undefined && { fullUrl }
    if (kind === 'change') entries.push({ path: `${path}.resource`, ...address, ...methodOf(resource, isNew) })
    if (fullUrl === undefined) continue
    if (organization !== undefined) known.set(nameOf(fullUrl), organization)
    if (kind === 'guest') guests.set(nameOf(fullUrl), resource)
  }
  const here = (reference: string): string => known.get(nameOf(reference)) ?? relative(reference, base)
  const receiver = receiverOf(header, sent, base)
  const names = (performer: unknown): boolean => isOrganization(performer, here, registry)
  return { entries: entries.map((entry) => withPerformer(entry, receiver, names)), known, guests, sent }
}

/**
 * As the header means it, by which other resources are not read: an organisation of the registry at its address here, another entry
 * by its fullUrl.
 */
function receiverOf(header: FhirResource, sent: readonly Sent[], base: string): string | undefined {
  const [reference] = referencesAt(header, 'destination.receiver')
  if (reference === undefined) return undefined
  const byUrl = new Map(
    sent.flatMap(({ fullUrl, organization }): readonly (readonly [string, string])[] =>
      fullUrl === undefined ? [] : [[nameOf(fullUrl), organization === undefined ? fullUrl : `${base}/${organization}`]],
    ),
  )
  return standingFor(reference, byUrl, serviceOf(sent[0]?.fullUrl)) ?? relative(reference, base)
}

/** What became of each entry: a guest is told as lost where nothing that is written contains it. */
export function ledgerOf({ sent }: Contents, carried: ReadonlySet<string>): Ledger {
  const isLost = ({ kind, fullUrl }: Sent): boolean =>
    kind === 'guest' && (fullUrl === undefined || !carried.has(nameOf(fullUrl)))
  const notCarried = sent.filter(isLost).map(({ path }) => path)
  const ignored = sent.flatMap(({ kind, path }) =>
    kind === 'header' || kind === 'known' ? [{ location: path, reason: reasons[kind] }] : [],
  )
  return { mapped: sent.length - notCarried.length - ignored.length, ignored, notCarried }
}

const reasons = {
  header: 'read for what is asked and of whom',
  known: 'the registry keeps what is known of this organisation',
} as const

/** As its sender is told. */
export const notCarried = ({ notCarried }: Ledger): readonly Fault[] =>
  notCarried.map((expression) => ({
    id: 'not-carried',
    severity: 'warning',
    text: 'is not stored, because nothing that is stored refers to it',
    expression,
    code: 'not-supported',
  }))

interface Sent {
  /** `Bundle.entry[2]`. */
  readonly path: string
  readonly fullUrl?: string
  readonly resource: FhirResource
  readonly kind: 'header' | 'known' | 'guest' | 'change'
  /** Of a known one. */
  readonly organization?: string
}

function sentIn(bundle: FhirResource, registry: IntakeHouse['registry']): readonly Sent[] {
  const faults: Fault[] = []
  const twinOf = twinFinder()
  const sent = at(bundle, 'entry').flatMap((entry, i): readonly Sent[] => {
    const fullUrl = textAt(entry, 'fullUrl')
    const resource = isRecord(entry) ? entry['resource'] : undefined
    const place = { path: `Bundle.entry[${i}]`, ...(fullUrl !== undefined && { fullUrl }) }
    faults.push(...twinOf(place), ...formFaults(resource, `${place.path}.resource`, i))
    return isResource(resource) ? [{ ...place, resource, ...kindOf(resource, registry) }] : []
  })
  if (faults.length > 0) throw new Refusal('invalid', faults)
  return sent
}

function formFaults(resource: unknown, expression: string, i: number): readonly Fault[] {
  if (!isResource(resource)) {
    return [{ id: 'entry-resource', text: 'an entry of a message holds a resource', expression, code: 'required' }]
  }
  if (i === 0 || resource.resourceType !== 'MessageHeader') return []
  return [{ id: 'message-header-twice', text: 'a message has one MessageHeader, in its first entry', expression }]
}

function kindOf(resource: FhirResource, registry: IntakeHouse['registry']): Pick<Sent, 'kind' | 'organization'> {
  if (resource.resourceType === 'MessageHeader') return { kind: 'header' }
  const organization = organizationIn(resource, registry)
  if (organization !== undefined) return { kind: 'known', organization }
  return { kind: isCarried(resource.resourceType) ? 'guest' : 'change' }
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

/**
 * The message's receiver is whom the referral is for, when the referral itself names no organisation that is known here. Whom else
 * it names as performer stays beside it.
 */
function withPerformer(entry: Entry, receiver: string | undefined, names: (performer: unknown) => boolean): Entry {
  const { resource } = entry
  if (resource.resourceType !== 'ServiceRequest' || !receiver) return entry
  const performers = at(resource, 'performer')
  if (performers.some(names)) return entry
  return { ...entry, resource: { ...resource, performer: [...performers, { reference: receiver }] } }
}

/** By a reference or, without one, by an identifier of the registry. */
function isOrganization(performer: unknown, here: (reference: string) => string, registry: IntakeHouse['registry']): boolean {
  const reference = textAt(performer, 'reference')
  if (reference !== undefined) return here(reference).startsWith('Organization/')
  const [system = '', value = ''] = ['identifier.system', 'identifier.value'].map((path) => textAt(performer, path))
  return registry.organizationBy(system, value) !== undefined
}
