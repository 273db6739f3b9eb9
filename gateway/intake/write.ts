// Writes resources that were sent as FHIR: one by itself, those of a transaction, or those of a message.

import { validate, type Issue } from '../../profiles/validator.ts'
import { permits } from '../auth/scopes.ts'
import { referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isKnownType, resourceTypes } from '../types.ts'
import { writeWithEffects, type EffectsHouse } from './effects.ts'
import { findByCriteria } from './if-none-exist.ts'
import { claimKeys, findByKeys, keysOf } from './match.ts'
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

interface Placed {
  readonly entry: Entry
  readonly reference: string
  readonly before?: Stored
  /** If-None-Exist found it: nothing is written. */
  readonly isFound?: boolean
}

/** What stands around the entries in their Bundle. */
export interface Around {
  /** References that are known already, by fullUrl. */
  readonly known: ReadonlyMap<string, string>
  /** Resources without a type of their own here, by fullUrl. */
  readonly guests: ReadonlyMap<string, FhirResource>
}

const alone: Around = { known: new Map(), guests: new Map() }

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
  const references = new Map([
    ...known,
    ...placed.flatMap(({ entry, reference }) => (entry.fullUrl ? [[entry.fullUrl, reference] as const] : [])),
  ])
  const warnings: Fault[] = []
  const results: Result[] = []
  const faults: Fault[] = []
  const resources = new Map<Placed, FhirResource>()
  for (const one of placed) {
    if (one.isFound) continue
    const resource = await resolved(planning, one, references, guests, house)
    resources.set(one, resource)
    faults.push(...shapeFaults(resource, one.entry))
  }
  if (faults.length > 0) throw new Refusal(faults.some(({ code }) => code === 'structure') ? 'invalid' : 'unprocessable', faults)
  for (const one of byDependence(placed, resources)) {
    const resource = resources.get(one)
    if (!resource) {
      results.push({ entry: one.entry, reference: one.reference, outcome: 'unchanged' })
      continue
    }
    const unknown =
      resource.resourceType === 'Bundle'
        ? []
        : await checkReferences(
            withPlaced(planning, references),
            resource,
            one.entry.path || resource.resourceType,
            one.before?.resource,
          )
    faults.push(...unknown)
    if (faults.length > 0) continue
    warnings.push(...(await writeOne(planning, one, resource, house)))
    const changed = planning.written().includes(one.reference)
    results.push({
      entry: one.entry,
      reference: one.reference,
      outcome: one.before ? (changed ? 'updated' : 'unchanged') : 'created',
    })
  }
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
  return {
    results: entries.map((entry) => results.find((result) => result.entry === entry)).filter((r) => r !== undefined),
    warnings,
  }
}

async function writeOne(planning: Planning, one: Placed, resource: FhirResource, house: WriteHouse): Promise<readonly Fault[]> {
  try {
    return await writeWithEffects(planning, resource, house, one.before ? { before: one.before } : {})
  } catch (error) {
    if (error instanceof Refusal && one.entry.path)
      throw new Refusal(
        error.reason,
        error.faults.map((fault) => within(fault, one.entry)),
        error.headers,
      )
    throw error
  }
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

/** Finds the resource that the entry means, or gives it an id. */
async function place(planning: Planning, entry: Entry): Promise<Placed> {
  if (entry.method === 'update') return placeUpdate(planning, entry)
  const type = entry.resource.resourceType
  if (entry.ifNoneExist !== undefined) {
    const found = await findByCriteria(planning, type, entry.ifNoneExist)
    if (found) return { entry, reference: found, isFound: true }
  }
  const keys = isKeyed(type) ? keysOf(entry.resource) : []
  if (entry.method === 'upsert') {
    const { reference } = await findByKeys(planning, type, keys)
    const before = reference ? await planning.load(reference) : undefined
    if (reference && before) return { entry, reference, before }
  }
  const reference = `${type}/${planning.newId()}`
  await claimKeys(planning, type, keys, reference)
  return { entry, reference }
}

/** Types whose business identifier within the source is the resource's identity. */
const isKeyed = (type: string): boolean => type === 'Patient' || type === 'Encounter'

async function placeUpdate(planning: Planning, entry: Entry): Promise<Placed> {
  const reference = entry.target ?? referenceTo(entry.resource)
  const before = await planning.see(reference)
  if (!before)
    throw new Refusal('not-found', {
      id: 'not-found',
      text: 'no such resource is known here',
      ...(entry.path && { expression: entry.path }),
    })
  if (entry.ifMatch !== undefined && entry.ifMatch !== before.version) {
    throw new Refusal('stale', {
      id: 'stale-version',
      text: `If-Match names version ${entry.ifMatch}; the current version is ${before.version}`,
      ...(entry.path && { expression: entry.path }),
    })
  }
  return { entry, reference, before }
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
  return entry.method === 'upsert' && before ? merged(before.resource, named) : named
}

/** A message speaks of a known resource as far as it goes: elements that it does not name stay. */
function merged(before: FhirResource, after: FhirResource): FhirResource {
  return { ...before, ...after, id: before.id ?? after.id ?? '' }
}

function shapeFaults(resource: FhirResource, { path }: Entry): readonly Fault[] {
  const issues = validate(resource).filter(({ severity }) => severity === 'error')
  return [...issues.map(faultOf), ...nhsNumberFaults(resource)].map((fault) => within(fault, { path }))
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

const faultOf = ({ id, text, expression }: Issue): Fault => ({
  id,
  text,
  expression,
  code: structural.includes(id)
    ? 'structure'
    : id === 'required'
      ? 'required'
      : id === 'code-not-in-list'
        ? 'code-invalid'
        : 'value',
})

/** `ServiceRequest.performer` within a Bundle reads `Bundle.entry[2].resource.performer`. */
function within(fault: Fault, { path }: { path: string }): Fault {
  if (!path || !fault.expression || fault.expression.startsWith('Bundle.')) return fault
  return { ...fault, expression: path + fault.expression.replace(/^[A-Za-z]+/, '') }
}

/** A resource that others refer to comes before them; the referral after its patient, spell and documents. */
function byDependence(placed: readonly Placed[], resources: ReadonlyMap<Placed, FhirResource>): readonly Placed[] {
  const rank = ({ entry }: Placed): number =>
    ['Patient', 'Encounter', 'ServiceRequest'].indexOf(entry.resource.resourceType) + 1 || 9
  return [...placed]
    .sort((a, b) => rank(a) - rank(b) || placed.indexOf(a) - placed.indexOf(b))
    .filter((one) => one.isFound || resources.has(one))
}

/** References to what the same plan is about to write are known. */
function withPlaced(planning: Planning, references: ReadonlyMap<string, string>): Planning {
  const planned = new Set(references.values())
  return {
    ...planning,
    async see(reference) {
      if (planned.has(reference))
        return {
          resource: { resourceType: '' },
          version: 0,
          notes: { asserted: {}, since: {}, origin: '' },
          origin: '',
        }
      return planning.see(reference)
    },
  }
}
