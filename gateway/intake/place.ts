// Which resource a change means: a new one, the one it names, the one a condition finds, or the one its sender's identifier is known by.

import { permits, type Letter } from '../auth/scopes.ts'
import { referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { matching, onlyOne, type ConditionsHouse } from './conditional.ts'
import { pathOf, placeOf, typeOf, type Change, type Deletion, type Entry, type Patching } from './entry.ts'
import { findByKeys, keysOfKeyed } from './match.ts'
import { patched } from './patch.ts'
import type { Planning, Stored } from './planning.ts'

export interface Placed {
  readonly entry: Change
  readonly reference: string
  readonly before?: Stored
  /** A condition found it, so nothing is written. */
  readonly isFound?: boolean
}

/** The resource as the change leaves it, nothing in it resolved yet. Throws a Refusal where a patch cannot be applied. */
export function sentIn({ entry, before }: Placed): FhirResource {
  if ('resource' in entry) return entry.resource
  if (entry.method === 'delete' || !before) throw new Error('nothing is written')
  return patched(before.resource, entry.patch)
}

/** Finds the resource that the change means, or gives it an id; undefined for a deletion of what is gone already. */
export async function place(planning: Planning, entry: Change, house: ConditionsHouse): Promise<Placed | undefined> {
  if (entry.method === 'delete') return placeDeletion(planning, entry, house)
  if (entry.method === 'patch') return placePatch(planning, entry, house)
  if (entry.method === 'update')
    return entry.criteria === undefined ? placeUpdate(planning, entry, entry.target) : placeByCriteria(planning, entry, house)
  return placeCreate(planning, entry, house)
}

async function placeCreate(planning: Planning, entry: Entry, house: ConditionsHouse): Promise<Placed> {
  const type = entry.resource.resourceType
  const known = entry.method === 'upsert' ? await findKnown(planning, entry) : undefined
  if (known) return known
  const reference = `${type}/${planning.newId()}`
  if (entry.ifNoneExist === undefined) return { entry, reference }
  const where = placeOf(entry, 'ifNoneExist', 'If-None-Exist')
  const match = await matching(planning, type, entry.ifNoneExist, house, where)
  const found = onlyOne(match, type, where)
  if (found === undefined) match.claim(reference)
  else return foundAs(planning, entry, found)
  return { entry, reference }
}

/** What the answer names must still be there when the answer is given. */
async function foundAs(planning: Planning, entry: Entry, reference: string): Promise<Placed> {
  const before = await planning.see(reference)
  if (before) planning.require(reference, before.version)
  return { entry, reference, isFound: true, ...(before && { before }) }
}

/** Changing what is known needs the scope for it, as an update would. */
async function findKnown(planning: Planning, entry: Entry): Promise<Placed | undefined> {
  const type = entry.resource.resourceType
  const { reference } = await findByKeys(planning, type, keysOfKeyed(entry.resource))
  const before = reference ? await planning.load(reference) : undefined
  if (!reference || !before) return undefined
  checkScope(planning, entry, 'u', 'change')
  return { entry, reference, before }
}

/** https://hl7.org/fhir/R4/http.html#cond-update */
async function placeByCriteria(planning: Planning, entry: Entry, house: ConditionsHouse): Promise<Placed> {
  const type = entry.resource.resourceType
  const { id } = entry.resource
  const where = placeOf(entry, 'url', 'search parameters')
  const match = await matching(planning, type, entry.criteria ?? '', house, where)
  const found = onlyOne(match, type, where)
  if (found === undefined) {
    const placed = id === undefined ? newIn(planning, entry) : await placeUpdate(planning, entry, `${type}/${id}`)
    if (placed.before) throw idTaken(entry)
    match.claim(placed.reference)
    return placed
  }
  if (id !== undefined && `${type}/${id}` !== found) throw idDiffers(entry)
  return placeUpdate(planning, entry, found)
}

function newIn(planning: Planning, entry: Entry): Placed {
  checkScope(planning, entry, 'c', 'create')
  if (entry.ifMatch !== undefined) throw notThere(entry)
  return { entry, reference: `${entry.resource.resourceType}/${planning.newId()}` }
}

async function placeUpdate(planning: Planning, entry: Entry, target: string | undefined): Promise<Placed> {
  const reference = target ?? referenceTo(entry.resource)
  const before = await planning.see(reference)
  if (!before) return placeNew(planning, entry, reference)
  if (entry.isNew) {
    const text = 'If-None-Match asks that there be none, and there is one'
    throw new Refusal('stale', { id: 'exists', text, ...placeOf(entry, 'ifNoneMatch', 'If-None-Match') })
  }
  checkVersion(entry, before)
  return { entry, reference, before }
}

/** Ids that nobody guesses: whoever hits on a hidden one learns no more than that it may not be used. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Update as create: under a UUID that nothing stands under, or where the caller's own was deleted. What is hidden answers like
 * what cannot be created.
 */
async function placeNew(planning: Planning, entry: Entry, reference: string): Promise<Placed> {
  if (entry.mustExist) throw notThere(entry)
  const isHidden = (await planning.load(reference)) !== undefined
  const grave = await planning.grave(reference)
  const isOwnGrave = grave !== undefined && grave.origin === planning.caller.organization
  // A grave that the caller's scopes do not show is no more there than what they hide.
  if (isOwnGrave && !(await planning.grave(reference, 'caller'))) throw notThere(entry)
  const mayBeMade = grave === undefined ? uuid.test(reference.split('/')[1] ?? '') : isOwnGrave
  if (isHidden || !mayBeMade) throw notThere(entry)
  if (entry.ifMatch !== undefined) throw isOwnGrave ? stale(entry, undefined) : notThere(entry)
  checkScope(planning, entry, 'c', 'create')
  return { entry, reference }
}

async function placePatch(planning: Planning, entry: Patching, house: ConditionsHouse): Promise<Placed> {
  const reference = await referenceOf(planning, entry, house)
  const before = reference === undefined ? undefined : await planning.see(reference)
  if (!before || reference === undefined) {
    if (reference !== undefined && (await planning.grave(reference, 'caller'))) throw new Refusal('gone', isGone(entry))
    throw notThere(entry)
  }
  checkVersion(entry, before)
  return { entry, reference, before }
}

/** To delete what the caller saw deleted is no fault; what it never saw is not there, whether or not it is. */
async function placeDeletion(planning: Planning, entry: Deletion, house: ConditionsHouse): Promise<Placed | undefined> {
  const reference = await referenceOf(planning, entry, house)
  if (reference === undefined) return undefined
  const before = await planning.see(reference)
  if (before) {
    checkVersion(entry, before)
    return { entry, reference, before }
  }
  if (!(await planning.grave(reference, 'caller'))) throw notThere(entry)
  return undefined
}

async function referenceOf(planning: Planning, entry: Patching | Deletion, house: ConditionsHouse): Promise<string | undefined> {
  if (entry.criteria === undefined) return entry.target
  const where = placeOf(entry, 'url', 'search parameters')
  return onlyOne(await matching(planning, entry.type, entry.criteria, house, where), entry.type, where)
}

function checkVersion(entry: Change, before: Stored): void {
  if (entry.ifMatch !== undefined && entry.ifMatch !== before.version) throw stale(entry, before.version)
}

function stale(entry: Change, current: number | undefined): Refusal {
  const now = current === undefined ? 'it was deleted' : `the current version is ${current}`
  const text = `If-Match names version ${entry.ifMatch}; ${now}`
  return new Refusal('stale', { id: 'stale-version', text, ...placeOf(entry, 'ifMatch', 'If-Match') })
}

const notThere = (entry: Change): Refusal =>
  new Refusal('not-found', {
    id: 'not-found',
    text: 'no such resource is known here',
    ...(entry.path && { expression: entry.path }),
  })

const isGone = (entry: Change) => ({
  id: 'deleted',
  text: 'The resource was deleted.',
  ...(entry.path && { expression: entry.path }),
})

const idTaken = (entry: Change): Refusal =>
  new Refusal('conflict', {
    id: 'id-taken',
    text: 'the condition finds nothing, and the id in the resource is already that of another',
    expression: `${pathOf(entry)}.id`,
  })

const idDiffers = (entry: Change): Refusal =>
  new Refusal('invalid', {
    id: 'id-differs',
    text: 'the id in the resource is not that of the one that the condition finds',
    expression: `${pathOf(entry)}.id`,
  })

function checkScope({ caller }: Planning, entry: Change, letter: Letter, verb: string): void {
  const type = typeOf(entry)
  if (permits(caller.scopes, type, letter)) return
  throw new Refusal('forbidden', {
    id: 'scope',
    text: `the token holds no scope to ${verb} ${type}`,
    expression: pathOf(entry),
  })
}
