// Turns a mapping's drafts into writes: finds what each means, applies its assertions, and writes it with its effects.

import type { Assertion, Draft } from '../../mappings/mapped.ts'
import { permits } from '../auth/scopes.ts'
import { isRecord, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { apply, noNotes, periods, type Notes } from './apply.ts'
import { writeWithEffects, type EffectsHouse } from './effects.ts'
import { claimless } from './claims.ts'
import { errorsOf } from './judged.ts'
import { claimKeys, findByKeys } from './match.ts'
import type { Planning, Stored } from './planning.ts'
import { notReached, reaches } from './reach.ts'
import { rewriteReferences } from './references.ts'

/** When the source recorded it, and when it happened: they order the messages of a source (apply.ts). */
export interface Times {
  readonly recorded: string
  readonly occurred: string
}

export interface DraftOptions extends Times {
  readonly house: EffectsHouse
  /** When it was told of, where that is not when it was recorded: what is long past then is no news. */
  readonly reported?: string
  /** Drafts whose resource is known otherwise: a quarantined message's person, once somebody said who it is. */
  readonly known?: Readonly<Record<string, string>>
}

interface Placed {
  readonly draft: Draft
  readonly reference: string
  readonly before?: Stored
}

/** Writes all drafts; throws a Refusal with every fault when what would be stored is not valid. Answers warnings. */
export async function writeDrafts(
  planning: Planning,
  drafts: readonly Draft[],
  options: DraftOptions,
): Promise<readonly Fault[]> {
  const warnings: Fault[] = []
  const placed: Placed[] = []
  for (const draft of drafts) {
    const place = await placeOf(planning, draft, options.known?.[draft.name])
    placed.push(place)
    if (place.contradicts) warnings.push(contradiction(draft))
  }
  checkScopes(planning, placed)
  const known = Object.entries(options.known ?? {}).map(([name, reference]) => [`draft:${name}`, reference] as const)
  const references = new Map([...known, ...placed.map(({ draft, reference }) => [`draft:${draft.name}`, reference] as const)])
  const results = placed.map((place) => ({ place, ...applied(place, references, options, planning) }))
  const faults = results
    .flatMap(({ resource }) => errorsOf(claimless(resource), planning.validator))
    .map(({ id, text, expression }) => ({ id, text, expression }))
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
  for (const { draft, reference } of placed) await claimKeys(planning, draft.type, draft.keys, reference)
  for (const { place, resource, notes } of results) {
    const put = {
      notes,
      recorded: options.recorded,
      reported: options.reported ?? options.recorded,
      isFromFeed: true,
      ...(place.before && { before: place.before }),
    }
    warnings.push(...(await writeWithEffects(planning, resource, options.house, put)))
  }
  checkReach(planning, placed)
  return warnings
}

async function placeOf(
  planning: Planning,
  draft: Draft,
  known: string | undefined,
): Promise<Placed & { readonly contradicts: boolean }> {
  const { reference, contradicts } = known
    ? { reference: known, contradicts: false }
    : await findByKeys(planning, draft.type, draft.keys)
  const before = reference ? await planning.load(reference) : undefined
  const place = before && reference ? reference : `${draft.type}/${planning.newId()}`
  return { draft, reference: place, contradicts, ...(before && { before }) }
}

/** A feed's client needs the scopes that it would need to write the same by FHIR (CONTRACT, Answers). */
function checkScopes({ caller }: Planning, placed: readonly Placed[]): void {
  const missing = placed.filter(({ draft, before }) => !permits(caller.scopes, draft.type, before ? 'u' : 'c'))
  if (missing.length === 0) return
  const types = [...new Set(missing.map(({ draft }) => draft.type))]
  throw new Refusal(
    'forbidden',
    types.map((type) => ({
      id: 'scope',
      text: `the sender's client holds no scope to write ${type}`,
      expression: type,
    })),
  )
}

/** As `checkScopes`, where the scopes are narrowed by a search: what stood there, and what will. */
function checkReach(planning: Planning, placed: readonly Placed[]): void {
  for (const { draft, reference, before } of placed) {
    const resources = [before?.resource, planning.resource(reference)]
    if (!reaches(planning, draft.type, [before ? 'u' : 'c'], resources)) throw notReached(draft.type, draft.type)
  }
}

function applied(
  { draft, reference, before }: Placed,
  references: ReadonlyMap<string, string>,
  { recorded, occurred }: Times,
  planning: Planning,
) {
  const [, id = ''] = reference.split('/')
  const empty: FhirResource = { resourceType: draft.type, id }
  const said = (assertions: readonly Assertion[]) => assertions.map((assertion) => withReferences(assertion, references))
  // What makes a new resource one is said with the oldest stamp: whatever a message says of it counts more, whenever it comes.
  const start = before ?? apply(empty, noNotes, said(draft.initial ?? []), '')
  const { resource, notes } = apply(start.resource, start.notes, said(draft.assertions), `${recorded} ${occurred}`)
  return { resource: completed(resource, notes, planning.caller.organization), notes }
}

function withReferences(assertion: Assertion, references: ReadonlyMap<string, string>): Assertion {
  if (assertion.state === 'clear') return assertion
  return { ...assertion, value: rewriteReferences(assertion.value, (reference) => references.get(reference)) }
}

const dataAbsent = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/** What the gateway itself knows: who sent it. A mandatory element that the source left out says so instead of a made-up value. */
function completed(resource: FhirResource, notes: Notes, organization: string): FhirResource {
  const sender = { reference: `Organization/${organization}` }
  if (resource.resourceType === 'Patient') return { managingOrganization: sender, ...resource }
  // A feed speaks for its organisation: whose statement it is belongs to every statement (HOUSE law 8).
  if (resource.resourceType === 'Observation') return { performer: [sender], ...resource }
  if (resource.resourceType !== 'Encounter') return resource
  return {
    serviceProvider: sender,
    ...places(resource, notes),
    status: resource['status'] ?? 'unknown',
    class: resource['class'] ?? { extension: [{ url: dataAbsent, valueCode: 'unknown' }] },
  }
}

/** The time line of wards; nobody is on one after the stay has ended, and a cancelled discharge opens the last one again. */
function places(encounter: FhirResource, { since }: Notes): FhirResource {
  const line = since['location']
  if (!line) return encounter
  const { period, status } = encounter
  const hasEnded = status === 'finished' || status === 'cancelled'
  const end = isRecord(period) ? period['end'] : undefined
  const location = periods(line).map((place) => {
    if (!hasEnded || !isRecord(place) || place['status'] !== 'active') return place
    const stay = isRecord(place['period']) ? place['period'] : {}
    return { ...place, status: 'completed', period: { ...stay, ...(isAfter(end, stay['start']) && { end }) } }
  })
  return { ...encounter, location }
}

/** A discharge may be dated back behind what was told of the ward meanwhile; then when the person left it is not known. */
const isAfter = (end: unknown, start: unknown): end is string =>
  typeof end === 'string' && (typeof start !== 'string' || Date.parse(end) >= Date.parse(start))

const contradiction = (draft: Draft): Fault => ({
  id: 'identifiers-contradict',
  severity: 'warning',
  text: 'identifiers of this message belong to different records; the first was followed, nothing was merged',
  expression: `${draft.type}.identifier`,
})
