// Identity: which stored resource a source means, and which sources' Patients are one person (HOUSE law 5).

import { codeSystem, nhsNumber, structureDefinition } from '../../profiles/canonical.ts'
import type { Key } from '../../mappings/mapped.ts'
import { at, concept, isRecord, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import type { Planning } from './planning.ts'

/** Within a source (an organisation) one business identifier means one resource; across sources it means nothing. */
const keySpace = (organization: string, type: string): string => `key:${organization}:${type}`
const keyText = ({ system, value }: Key): string => `${system}|${value}`

/** The reference that the first known key leads to; keys that lead elsewhere are reported, never re-pointed. */
export async function findByKeys(
  planning: Planning,
  type: string,
  keys: readonly Key[],
): Promise<{ readonly reference?: string; readonly contradicts: boolean }> {
  const space = keySpace(planning.caller.organization, type)
  const holders = await Promise.all(keys.map((key) => planning.holder(space, keyText(key))))
  const found = holders.filter((holder) => holder !== undefined)
  const [reference] = found
  return { ...(reference && { reference }), contradicts: found.some((holder) => holder !== reference) }
}

/** Claims those keys that nobody holds, so that two messages at once cannot make two resources. */
export async function claimKeys(planning: Planning, type: string, keys: readonly Key[], holder: string): Promise<void> {
  const space = keySpace(planning.caller.organization, type)
  for (const key of keys) {
    if ((await planning.holder(space, keyText(key))) === undefined) planning.claim({ space, key: keyText(key), holder })
  }
}

/** Gives up the keys that lead to what is deleted, so that its source may make it anew. */
export async function releaseKeys(planning: Planning, resource: FhirResource, organization: string): Promise<void> {
  const space = keySpace(organization, resource.resourceType)
  for (const key of keysOfKeyed(resource)) {
    const text = keyText(key)
    if ((await planning.holder(space, text)) === referenceTo(resource)) planning.release({ space, key: text })
  }
}

/** Types whose business identifier within the source is the resource's identity. */
export const keyedTypes: readonly string[] = ['Patient', 'Encounter']

export const keysOfKeyed = (resource: FhirResource): readonly Key[] =>
  keyedTypes.includes(resource.resourceType) ? keysOf(resource) : []

/** The identifiers by which a source knows a resource: local ones for a Patient (its NHS number only when it has no other). */
export function keysOf(resource: FhirResource): readonly Key[] {
  const identifiers = at(resource, 'identifier').filter(isKey)
  const local = identifiers.filter(({ system }) => system !== nhsNumber)
  return resource.resourceType === 'Patient' && local.length === 0 ? identifiers : local
}

const isKey = (identifier: unknown): identifier is Key =>
  isRecord(identifier) && typeof identifier['system'] === 'string' && typeof identifier['value'] === 'string'

export type Joined = 'joined' | 'doubtful' | 'alone'

/**
 * Joins a Patient to its Person when an NHS number and the date of birth agree. A number that stands there with another date of
 * birth is `doubtful`: nothing is joined with what others wrote; the Patient gets a Person of its organisation's own, as if nobody
 * knew the number, or whoever tries numbers would learn from a missing one which are known here. A Patient whose evidence no longer
 * supports its link leaves it. Nothing else changes: references and parties stay as they were, so that leaving restores exactly.
 */
export async function joinPerson(planning: Planning, patient: FhirResource): Promise<Joined> {
  const reference = referenceTo(patient)
  const evidence = evidenceOf(patient)
  const linked = await planning.holder('person-of', reference)
  const place = evidence && (await placeOf(planning, reference, evidence))
  const apart = place?.person && (await planning.holder('kept-apart', `${place.person} ${reference}`))
  const target = apart ? undefined : place
  if (linked && linked !== target?.person) await leave(planning, linked, reference)
  if (!target || !evidence) return 'alone'
  if (target.person === undefined || linked !== target.person) await link(planning, target, reference, evidence)
  return target.space === ownSpace ? 'doubtful' : 'joined'
}

interface Evidence {
  readonly number: string
  readonly birthDate: string
}

function evidenceOf(patient: FhirResource): Evidence | undefined {
  const [number, birthDate] = [nhsNumberOf(patient), textAt(patient, 'birthDate')]
  return number && birthDate ? { number, birthDate } : undefined
}

/** Which Person it is, by the claim that leads to it; there may be none yet. */
interface Place {
  readonly space: string
  readonly key: string
  readonly person: string | undefined
}

const ownSpace = 'person-own'

/** The Person of the number, where the date of birth agrees or nobody has the number; else one of the Patient's organisation. */
async function placeOf(planning: Planning, patient: string, { number, birthDate }: Evidence): Promise<Place> {
  const known = await planning.holder('person', number)
  if (!known || (await personBirthDate(planning, known)) === birthDate) return { space: 'person', key: number, person: known }
  const origin = (await planning.load(patient))?.origin ?? planning.caller.organization
  const key = `${origin} ${number} ${birthDate}`
  return { space: ownSpace, key, person: await planning.holder(ownSpace, key) }
}

/** A Patient's NHS number; mappings and the validator have checked that what stands under its system is one. */
function nhsNumberOf(patient: FhirResource): string | undefined {
  const found = at(patient, 'identifier').find((identifier) => isKey(identifier) && identifier.system === nhsNumber)
  return isKey(found) ? found.value : undefined
}

async function personBirthDate(planning: Planning, person: string): Promise<string | undefined> {
  const stored = await planning.load(person)
  return stored && textAt(stored.resource, 'birthDate')
}

async function link(
  planning: Planning,
  { space, key, person }: Place,
  patient: string,
  { number, birthDate }: Evidence,
): Promise<void> {
  const stored = person ? await planning.load(person) : undefined
  const resource: FhirResource = stored?.resource ?? {
    resourceType: 'Person',
    // Whoever has a Patient of the person is told this id: it does not say since when another has one.
    id: planning.newTimelessId(),
    identifier: [{ system: nhsNumber, value: number }],
    birthDate,
    active: true,
  }
  await planning.put({ ...resource, link: [...at(resource, 'link'), linkTo(patient, planning)] }, { author: 'gateway' })
  if (!stored) planning.claim({ space, key, holder: referenceTo(resource) })
  planning.claim({ space: 'person-of', key: patient, holder: referenceTo(resource) })
}

/** A link carries its evidence: what agreed, when, and by which message. */
function linkTo(patient: string, { at: since, message }: Planning): Record<string, unknown> {
  return {
    target: { reference: patient },
    assurance: 'level3',
    extension: [
      {
        url: structureDefinition('link-evidence'),
        extension: [
          {
            url: 'basis',
            valueCodeableConcept: concept(codeSystem('link-basis'), 'nhs-number-and-date-of-birth'),
          },
          { url: 'since', valueInstant: since },
          ...(message ? [{ url: 'message', valueUri: `urn:uuid:${message}` }] : []),
        ],
      },
    ],
  }
}

/** Takes the Patient out of the Person; the Person's history keeps that it was there. */
export async function leave(planning: Planning, person: string, patient: string): Promise<void> {
  const stored = await planning.load(person)
  planning.release({ space: 'person-of', key: patient })
  if (!stored) return
  const remaining = at(stored.resource, 'link').filter((one) => textAt(one, 'target.reference') !== patient)
  const { link: _, ...rest } = stored.resource
  await planning.put({ ...rest, ...(remaining.length > 0 && { link: remaining }) }, { author: 'gateway' })
}

/** A person decides that two records are not one person: the Patient leaves and is not joined there again. */
export async function keepApart(planning: Planning, person: string, patient: string): Promise<void> {
  await leave(planning, person, patient)
  planning.claim({ space: 'kept-apart', key: `${person} ${patient}`, holder: planning.caller.client })
}
