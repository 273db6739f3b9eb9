// Writes resources that were sent as FHIR: one by itself, those of a transaction, or those of a message.

import type { Issue } from '../../profiles/compiler/issue.ts'
import { permits } from '../auth/scopes.ts'
import type { FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isKnownType, resourceTypes } from '../types.ts'
import { writeWithEffects, type EffectsHouse } from './effects.ts'
import { isClaiming, unclaimed } from './claims.ts'
import { errorsOf } from './judged.ts'
import { claimKeys } from './match.ts'
import { keysOfKeyed, place, type Placed } from './place.ts'
import { nhsNumberFaults } from './nhs-numbers.ts'
import type { Planning, Stored } from './planning.ts'
import { carryAlong, checkReferences, relative, resolveIdentifiers, rewriteReferences } from './references.ts'

/** `upsert` is a message's way: the sender's own business identifier says whether it is known. */
export type Method = 'create' | 'update' | 'upsert'

export interface Entry {
  /** Where it stands in what was sent: `Bundle.entry[2].resource`; '' when it is all that was sent. */
  readonly path: string
  readonly fullUrl?: string
  readonly method: Method
  /** For an update: `Type/id`. */
  readonly target?: string
  readonly ifMatch?: number
  readonly ifNoneExist?: string
  readonly resource: FhirResource
}

export interface Result {
  readonly entry: Entry
  readonly reference: string
  readonly outcome: 'created' | 'updated' | 'unchanged'
}

export interface Written {
  readonly results: readonly Result[]
  readonly warnings: readonly Fault[]
}

export interface WriteHouse extends EffectsHouse {
  readonly base: string
}

/** What stands around the entries in their Bundle. */
export interface Around {
  /** References that are known already, by fullUrl. */
  readonly known: ReadonlyMap<string, string>
  /** Resources without a type of their own here, by fullUrl. */
  readonly guests: ReadonlyMap<string, FhirResource>
}

const alone: Around = { known: new Map(), guests: new Map() }

interface Task {
  readonly planning: Planning
  readonly house: WriteHouse
  readonly guests: ReadonlyMap<string, FhirResource>
  /** fullUrl → the resource that it stands for, stored or about to be. */
  readonly references: ReadonlyMap<string, string>
  readonly warnings: Fault[]
}

/** All or nothing: every fault of every entry is told at once. */
export async function writeEntries(
  planning: Planning,
  entries: readonly Entry[],
  around: Around | undefined,
  house: WriteHouse,
): Promise<Written> {
  const { known, guests } = around ?? alone
  checkTypesAndScopes(planning, entries)
  const placed: Placed[] = []
  for (const entry of entries) placed.push(await place(planning, entry))
  const named = placed.flatMap(({ entry, reference }) => (entry.fullUrl ? [[entry.fullUrl, reference] as const] : []))
  const task: Task = { planning, house, guests, references: new Map([...known, ...named]), warnings: [] }
  const results = new Map<Entry, Result>()
  const refusals: Refusal[] = []
  for (const one of byDependence(placed)) {
    try {
      results.set(one.entry, await writeOne(one, task))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(error)
    }
  }
  if (refusals.length > 0) throw allOf(refusals)
  return { results: entries.flatMap((entry) => results.get(entry) ?? []), warnings: task.warnings }
}

/** Faults of form come first: until they are mended the others may be their shadows. */
function allOf(refusals: readonly Refusal[]): Refusal {
  const first = refusals.find(({ reason }) => reason === 'invalid') ?? refusals[0]
  if (!first) throw new Error('no refusal')
  return new Refusal(
    first.reason,
    refusals.flatMap(({ faults }) => faults),
    first.headers,
  )
}

async function writeOne(one: Placed, { planning, house, guests, references, warnings }: Task): Promise<Result> {
  const { entry, reference, before } = one
  if (one.isFound) return { entry, reference, outcome: 'unchanged' }
  const resource = await resolved(planning, one, references, guests, house)
  // A claim that the gateway made and the sender gave back is no claim of the sender's; one of its own is enforced.
  const judged = isClaiming(before?.resource) ? unclaimed(resource) : resource
  const faults = shapeFaults(judged, entry, planning)
  if (faults.length > 0) throw new Refusal(faults.some(({ code }) => code === 'structure') ? 'invalid' : 'unprocessable', faults)
  const unknown = await unknownReferences(planning, resource, one, references)
  if (unknown.length > 0) throw new Refusal('unprocessable', unknown)
  await claimKeys(planning, resource.resourceType, keysOfKeyed(resource), reference)
  warnings.push(...(await inPlace(entry, () => writeWithEffects(planning, resource, house, before ? { before } : {}))))
  const outcome = before ? (planning.written().includes(reference) ? 'updated' : 'unchanged') : 'created'
  return { entry, reference, outcome }
}

/** A fault of the resource is told where it stands in the Bundle. */
async function inPlace<T>(entry: Entry, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults = error.faults.map((fault) => within(fault, entry))
    throw new Refusal(error.reason, faults, error.headers)
  }
}

/** A document is judged by itself; a reference to what the same plan writes is known. */
async function unknownReferences(
  planning: Planning,
  resource: FhirResource,
  { entry, before }: Placed,
  references: ReadonlyMap<string, string>,
): Promise<readonly Fault[]> {
  if (resource.resourceType === 'Bundle') return []
  const planned = new Set(references.values())
  const isKnown = async (reference: string) => planned.has(reference) || (await planning.see(reference)) !== undefined
  return checkReferences(isKnown, resource, entry.path || resource.resourceType, before?.resource)
}

/** Each type that is written needs its own scope, in a Bundle as alone. */
function checkTypesAndScopes({ caller }: Planning, entries: readonly Entry[]): void {
  const unknown = entries.filter(({ resource, method }) => {
    const type = resource.resourceType
    const interaction = method === 'update' ? 'update' : 'create'
    return !isKnownType(type) || !(resourceTypes[type].interactions as readonly string[]).includes(interaction)
  })
  if (unknown.length > 0) {
    throw new Refusal(
      'unprocessable',
      unknown.map(({ path, resource }) => ({
        id: 'type-not-supported',
        text: `${resource.resourceType} is not written here`,
        expression: path || resource.resourceType,
        code: 'not-supported' as const,
      })),
    )
  }
  const missing = entries.filter(
    ({ resource, method }) => !permits(caller.scopes, resource.resourceType, method === 'update' ? 'u' : 'c'),
  )
  if (missing.length > 0) {
    throw new Refusal(
      'forbidden',
      missing.map(({ path, resource }) => ({
        id: 'scope',
        text: `the token holds no scope to write ${resource.resourceType}`,
        expression: path || resource.resourceType,
      })),
    )
  }
}

/** With its id, its references resolved, and what has no type here carried along. */
async function resolved(
  planning: Planning,
  { entry, reference, before }: Placed,
  references: ReadonlyMap<string, string>,
  guests: ReadonlyMap<string, FhirResource>,
  { registry, base }: WriteHouse,
): Promise<FhirResource> {
  const [, id = ''] = reference.split('/')
  // A document is whole in itself: nothing inside it is rewritten, looked up or judged by what is stored.
  if (entry.resource.resourceType === 'Bundle') return { ...entry.resource, id }
  const own = rewriteReferences(entry.resource, (found) => references.get(found) ?? relative(found, base))
  const carried = carryAlong(own, guests)
  const named = await resolveIdentifiers(planning, { ...carried, id }, registry)
  return entry.method === 'upsert' && before ? merged(before, named) : named
}

/**
 * A message speaks of a known resource as far as it goes: elements that it does not name stay. Where a feed maintains the
 * resource, the feed knows better, and the message only fills in.
 */
function merged({ resource, notes }: Stored, named: FhirResource): FhirResource {
  const isFed = Object.keys(notes.asserted).length > 0
  return isFed ? { ...named, ...resource } : { ...resource, ...named }
}

function shapeFaults(resource: FhirResource, { path }: Entry, { validator }: Planning): readonly Fault[] {
  const faults = [...errorsOf(resource, validator).map(faultOf), ...nhsNumberFaults(resource)]
  return faults.map((fault) => within(fault, { path }))
}

/** Faults of form are 400, faults of content 422 (CONTRACT, Answers). */
const structural: readonly string[] = [
  'unknown-element',
  'wrong-type',
  'empty',
  'choice-conflict',
  'resource-type-missing',
  'resource-type-unknown',
  'too-deep',
]

const faultOf = ({ id, text, expression, code }: Issue): Fault => ({
  id,
  text,
  expression,
  code: structural.includes(id) ? 'structure' : code === 'structure' ? 'value' : (code as NonNullable<Fault['code']>),
})

/** `ServiceRequest.performer` within a Bundle reads `Bundle.entry[2].resource.performer`. */
function within(fault: Fault, { path }: { path: string }): Fault {
  if (!path || !fault.expression || fault.expression.startsWith('Bundle.')) return fault
  return { ...fault, expression: path + fault.expression.replace(/^[A-Za-z]+/, '') }
}

/** A resource that others refer to comes before them; the referral after its patient, spell and documents. */
function byDependence(placed: readonly Placed[]): readonly Placed[] {
  const rank = ({ entry }: Placed): number =>
    ['Patient', 'Encounter', 'ServiceRequest'].indexOf(entry.resource.resourceType) + 1 || 9
  return [...placed].sort((a, b) => rank(a) - rank(b) || placed.indexOf(a) - placed.indexOf(b))
}
