// Writes what was sent as FHIR: one change by itself, those of a transaction, or those of a message.

import { permits, type Letter } from '../auth/scopes.ts'
import { textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isKnownType, resourceTypes, type Interaction } from '../types.ts'
import { isClaiming, unclaimed } from './claims.ts'
import { resolveConditions } from './conditional-reference.ts'
import type { ConditionsHouse } from './conditional.ts'
import { apartFrom, carryAlong, containedIn, containingBoth } from './contained.ts'
import { checkUnreferred, remove } from './delete.ts'
import { writeWithEffects, type EffectsHouse } from './effects.ts'
import { pathOf, placeOf, typeOf, type Change } from './entry.ts'
import { addLink, isConditional, linksOf, relinked, unresolvedIn, type Links } from './links.ts'
import { claimKeys, keysOfKeyed } from './match.ts'
import { metElsewhere } from './met-elsewhere.ts'
import { place, sentIn, type Placed } from './place.ts'
import type { Planning, Stored } from './planning.ts'
import { beyondReach } from './reach.ts'
import { checkReferences, resolveIdentifiers } from './references.ts'
import { shapeOf, within } from './shape.ts'

export type { Entry } from './entry.ts'

export interface Result {
  readonly entry: Change
  /** Absent where nothing was there to delete. */
  readonly reference?: string
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'deleted'
}

export interface Written {
  /** In the order of the entries. */
  readonly results: readonly Result[]
  readonly warnings: readonly Fault[]
  /** The guests that what is written contains. */
  readonly carried: ReadonlySet<string>
}

export interface WriteHouse extends EffectsHouse, ConditionsHouse {
  readonly base: string
}

/** What stands around the entries in their Bundle. */
export interface Around {
  /** References that are known already, by fullUrl. */
  readonly known?: ReadonlyMap<string, string>
  /** Resources without a type of their own here, by the name of their fullUrl. */
  readonly guests?: ReadonlyMap<string, FhirResource>
  /** References may be conditions, and each urn:uuid is that of an entry (https://hl7.org/fhir/R4/http.html#trules). */
  readonly isTransaction?: boolean
}

interface Task {
  readonly planning: Planning
  readonly house: WriteHouse
  readonly guests: ReadonlyMap<string, FhirResource>
  readonly links: Links
  /** What this plan will have written: a reference to it is known. */
  readonly planned: ReadonlySet<string>
  readonly isTransaction: boolean
  /** What is wrong with conditional references is among the refusals already. */
  readonly areConditionsTold: boolean
  /** Entries could not be placed: that others refer to them is a shadow of that. */
  readonly isBroken: boolean
  readonly warnings: Fault[]
  readonly carried: Set<string>
}

/** All or nothing: every fault of every entry is told at once. Deletions come first, then what others depend on. */
export async function writeEntries(
  planning: Planning,
  entries: readonly Change[],
  around: Around,
  house: WriteHouse,
): Promise<Written> {
  checkTypesAndScopes(planning, entries)
  const refusals: Refusal[] = []
  const [deletions, others] = [entries.filter(isDeletion), entries.filter((entry) => !isDeletion(entry))]
  const deleted = await each(deletions, refusals, (entry) => deletion(planning, entry, house))
  const placed = (await each(others, refusals, (entry) => place(planning, entry, house))).flatMap((one) => one ?? [])
  refusals.push(...overlapping([...placed, ...deleted]))
  const task = await taskOf(planning, house, placed, around, refusals)
  const written = await each(byDependence(placed), refusals, (one) => writeOne(one, task))
  await each(deleted, refusals, async ({ entry, before }) => before && checkUnreferred(planning, before.resource, pathOf(entry)))
  refusals.push(...beyondReach(planning, [...deleted, ...placed]))
  if (around.isTransaction === true && refusals.length === 0) refusals.push(...metElsewhere(planning, placed, house))
  if (refusals.length > 0) throw allOf(refusals)
  const results = new Map([...deleted, ...written].map((result) => [result.entry, result]))
  const { warnings, carried } = task
  return { results: entries.flatMap((entry) => results.get(entry) ?? []), warnings, carried }
}

const isDeletion = (entry: Change): boolean => entry.method === 'delete'

/** Goes on after a refusal, so that all are told. */
async function each<T, R>(items: readonly T[], refusals: Refusal[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = []
  for (const item of items) {
    try {
      done.push(await work(item))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(error)
    }
  }
  return done
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

async function deletion(planning: Planning, entry: Change, house: WriteHouse): Promise<Result & { readonly before?: Stored }> {
  const placed = await place(planning, entry, house)
  const { reference, before } = placed ?? {}
  if (!before || reference === undefined) return { entry, outcome: 'deleted' }
  await inPlace(entry, () => remove(planning, before))
  return { entry, reference, before, outcome: 'deleted' }
}

/** Two changes of one resource: 400 for the whole (R4, http.html#trules). A message may speak of one resource twice. */
function overlapping(
  changed: readonly { readonly entry: Change; readonly reference?: string; readonly isFound?: boolean }[],
): readonly Refusal[] {
  const taken = new Set<string>()
  return changed.flatMap(({ entry, reference, isFound }) => {
    if (reference === undefined || isFound || entry.method === 'upsert') return []
    const isFree = !taken.has(reference)
    taken.add(reference)
    if (isFree) return []
    const text = 'another entry changes the same resource'
    return [new Refusal('invalid', { id: 'target-twice', text, ...placeOf(entry, 'url', 'address') })]
  })
}

async function taskOf(
  planning: Planning,
  house: WriteHouse,
  placed: readonly Placed[],
  { known = new Map(), guests = new Map(), isTransaction = false }: Around,
  refusals: Refusal[],
): Promise<Task> {
  const byUrl = new Map<string, string>()
  for (const [fullUrl, reference] of known) addLink(byUrl, fullUrl, reference)
  for (const { entry, reference } of placed) if (entry.fullUrl !== undefined) addLink(byUrl, entry.fullUrl, reference)
  const [byCondition] = await each(isTransaction ? [placed] : [], refusals, (all) => resolveConditions(planning, all, house))
  const links = linksOf({ byUrl, byCondition: byCondition ?? new Map(), base: house.base })
  return {
    planning,
    house,
    links,
    guests: new Map([...guests].map(([fullUrl, guest]) => [fullUrl, relinked(guest, fullUrl, links)])),
    planned: new Set(placed.map(({ reference }) => reference)),
    isTransaction,
    areConditionsTold: isTransaction && byCondition === undefined,
    isBroken: refusals.length > 0,
    warnings: [],
    carried: new Set(),
  }
}

async function writeOne(one: Placed, task: Task): Promise<Result> {
  const { entry, reference, before, isFound } = one
  const { planning, house, warnings, isTransaction, isBroken } = task
  if (isFound) return { entry, reference, outcome: 'unchanged' }
  const resource = await inPlace(entry, () => resolved(one, task))
  // A claim that the gateway made and the sender gave back is no claim of the sender's; one of its own is enforced.
  const judged = isClaiming(before?.resource) ? unclaimed(resource) : resource
  const { faults, references } = shapeOf(judged, entry, planning)
  if (faults.length > 0) throw new Refusal(faults.some(({ code }) => code === 'structure') ? 'invalid' : 'unprocessable', faults)
  const unknown = [
    ...(await unknownReferences(resource, one, task, references)),
    ...(isTransaction && !isBroken ? unresolved(resource, entry) : []),
  ]
  if (unknown.length > 0) throw new Refusal('unprocessable', unknown)
  await claimKeys(planning, resource.resourceType, keysOfKeyed(resource), reference)
  const told = await inPlace(entry, () => writeWithEffects(planning, resource, house, before ? { before } : {}))
  warnings.push(...told.map((fault) => within(fault, entry)))
  const outcome = before ? (planning.isWritten(reference) ? 'updated' : 'unchanged') : 'created'
  return { entry, reference, outcome }
}

/** A fault of the resource is told where it stands in the Bundle. */
async function inPlace<T>(entry: Change, work: () => Promise<T>): Promise<T> {
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
  resource: FhirResource,
  { entry, before }: Placed,
  { planning, planned, areConditionsTold }: Task,
  references: readonly string[] | undefined,
): Promise<readonly Fault[]> {
  if (resource.resourceType === 'Bundle') return []
  const isKnown = async (reference: string) => planned.has(reference) || (await planning.see(reference)) !== undefined
  return checkReferences(isKnown, resource, pathOf(entry), {
    ...(before && { before: before.resource }),
    ...(areConditionsTold && { isJudged: isConditional }),
    ...(references && { references }),
  })
}

/** To store it would leave a link that leads nowhere for ever. */
function unresolved(resource: FhirResource, entry: Change): readonly Fault[] {
  return unresolvedIn(resource, pathOf(entry)).map((expression) => ({
    id: 'reference-unresolved',
    text: 'nothing in the Bundle has this fullUrl',
    expression,
    code: 'not-found' as const,
  }))
}

/** What each change needs: that its type offers it, and a scope, in a Bundle as alone. */
const needs: Readonly<Record<Change['method'], readonly [interaction: Interaction, letter: Letter]>> = {
  create: ['create', 'c'],
  upsert: ['create', 'c'],
  update: ['update', 'u'],
  patch: ['patch', 'u'],
  delete: ['delete', 'd'],
}

function checkTypesAndScopes({ caller }: Planning, entries: readonly Change[]): void {
  const unknown = entries.filter((entry) => !isOffered(typeOf(entry), needs[entry.method][0]))
  if (unknown.length > 0) {
    throw new Refusal(
      'unprocessable',
      unknown.map((entry) => ({
        id: 'type-not-supported',
        text: `${typeOf(entry)} takes no ${needs[entry.method][0]} here`,
        expression: pathOf(entry),
        code: 'not-supported' as const,
      })),
    )
  }
  const missing = entries.filter((entry) => !permits(caller.scopes, typeOf(entry), needs[entry.method][1]))
  if (missing.length > 0) {
    throw new Refusal(
      'forbidden',
      missing.map((entry) => ({
        id: 'scope',
        text: `the token holds no scope to ${entry.method === 'delete' ? 'delete' : 'write'} ${typeOf(entry)}`,
        expression: pathOf(entry),
      })),
    )
  }
}

const isOffered = (type: string, interaction: Interaction): boolean =>
  isKnownType(type) && (resourceTypes[type].interactions as readonly string[]).includes(interaction)

/** With its id, its references resolved, and what has no type here carried along. */
async function resolved(one: Placed, { planning, links, guests, house, carried }: Task): Promise<FhirResource> {
  const { entry, reference, before } = one
  const [, id = ''] = reference.split('/')
  const sent = sentIn(one)
  // A document is whole in itself: nothing inside it is rewritten, looked up or judged by what is stored.
  if (sent.resourceType === 'Bundle') return { ...sent, id }
  const { resource, ids } = carryAlong(relinked(sent, entry.fullUrl, links), guests)
  const named = await resolveIdentifiers(planning, { ...resource, id }, house.registry)
  const result = entry.method === 'upsert' && before ? merged(before, named) : named
  const held = new Set(containedIn(result).map((inner) => textAt(inner, 'id')))
  for (const [guest, id] of ids) if (held.has(id)) carried.add(guest)
  return result
}

/**
 * A message speaks of a known resource as far as it goes: elements that it does not name stay. Where a feed maintains the
 * resource, the feed knows better, and the message only fills in.
 */
function merged({ resource, notes }: Stored, named: FhirResource): FhirResource {
  const isFed = Object.keys(notes.asserted).length > 0
  const stored = apartFrom(named, resource)
  const joined = isFed ? { ...named, ...stored } : { ...stored, ...named }
  return containingBoth(joined, named, stored)
}

/** What others hang on comes before them; the referral after its patient and spell. */
const first = ['Organization', 'Patient', 'Encounter', 'ServiceRequest']

function byDependence(placed: readonly Placed[]): readonly Placed[] {
  const rank = ({ entry }: Placed): number => first.indexOf(typeOf(entry)) + 1 || first.length + 1
  return placed.toSorted((a, b) => rank(a) - rank(b))
}
