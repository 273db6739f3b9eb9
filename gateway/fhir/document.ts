// $document: a Composition with all that it refers to, as a document Bundle. https://hl7.org/fhir/R4/composition-operation-document.html

import { structureDefinition } from '../../profiles/canonical.ts'
import { requireScope } from '../auth/access.ts'
import { permits } from '../auth/scopes.ts'
import { limits } from '../config.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Version } from '../store/store.ts'
import { fhirJson, gone, notFound, versionAnswer } from './answer.ts'
import { bundleText } from './bundle.ts'
import { keyOf, namedBy, parsed, readNamed, referencesIn, type Named } from './gather.ts'
import { invalidParameter, notSupported, parametersIn, type Asked, type ParameterTable } from './operation.ts'
import { bytesOf } from './page-room.ts'
import { at, isRecord } from './resource.ts'
import { isId } from './served.ts'

type DocumentHouse = Pick<House, 'store' | 'newId' | 'validator'>

export const documentTable = {
  persist: { takes: 'boolean', says: 'only false: a document that is to be kept is posted to Bundle' },
} as const satisfies ParameterTable

export const documentOfTable = {
  id: { takes: 'text', says: 'the Composition, by its id or address here' },
  ...documentTable,
} as const

/** Route parameter: `id`. */
export async function document(ask: Ask, house: DocumentHouse): Promise<Answer> {
  refuseToPersist(parametersIn(ask, documentTable))
  return documentOf(ask.params['id'] ?? '', ask, house)
}

/** The same, with the Composition named by the parameter `id` (R4: "identical in meaning"). */
export async function documentById(ask: Ask, house: DocumentHouse): Promise<Answer> {
  const asked = parametersIn(ask, documentOfTable)
  refuseToPersist(asked)
  const named = asked.text('id')
  if (named === undefined) throw invalidParameter('id', 'the Composition is named by its id', 'required')
  if (/^[a-z]+:/i.test(named) && !named.startsWith(`${ask.base}/Composition/`))
    throw notSupported('a Composition on another server is not fetched', 'id')
  return documentOf(named.replace(`${ask.base}/`, '').replace(/^Composition\//, ''), ask, house)
}

/** `Bundle/[id]/$document`: the document that is stored there already, as it is (R4: "the server can return the existing one"). */
export async function storedDocument(ask: Ask, { store }: Pick<House, 'store'>): Promise<Answer> {
  refuseToPersist(parametersIn(ask, documentTable))
  const id = ask.params['id'] ?? ''
  const version = isId(id) ? await store.read(ask.access, 'Bundle', id) : undefined
  if (!version) throw notFound()
  if (version.deleted) throw gone(version)
  const bundle = parsed(version)
  if (isRecord(bundle) && bundle['type'] === 'document') return versionAnswer(version, ask)
  throw new Refusal('unprocessable', { id: 'bundle-type', text: 'this Bundle is no document', expression: 'Bundle.type' })
}

function refuseToPersist(asked: Asked): void {
  if (asked.flag('persist') === true)
    throw notSupported('a document that is to be kept is posted to Bundle, where it is checked and filed', 'persist')
}

async function documentOf(id: string, ask: Ask, { store, newId, validator }: DocumentHouse): Promise<Answer> {
  const version = isId(id) ? await store.read(ask.access, 'Composition', id) : undefined
  if (!version) throw notFound()
  if (version.deleted) throw gone(version)
  const composition = parsed(version)
  const direct = directly(composition, ask)
  const entries = await gathered(version, direct, ask, store)
  const head = {
    id: newId(),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newId()}` },
    type: 'document',
    timestamp: ask.at,
  }
  const bundle = {
    resourceType: 'Bundle',
    ...head,
    entry: entries.map((one) => ({ fullUrl: urlOf(one, ask), resource: parsed(one) })),
  }
  const profile = documentProfile(composition)
  const isClaimed = profile !== undefined && validator.isValid(bundle, { type: 'Bundle', profile })
  const body = bundleText(
    { ...(isClaimed && { meta: { profile: [profile] } }), ...head },
    entries.map((one) => ({ fullUrl: urlOf(one, ask), text: one.text, rest: {} })),
  )
  return { status: 200, headers: { 'content-type': fhirJson }, body, touched: entries.map(keyOf) }
}

/** So that a relative reference within the document leads to its entry (R4 bundle §2.36.4.1). */
const urlOf = (version: Version, { base }: Ask): string => `${base}/${keyOf(version)}`

/** R4 §3.3.1: what the Composition refers to by these SHALL be in the document; an earlier version of it need not be. */
const required: readonly string[] = ['subject', 'encounter', 'author', 'attester', 'custodian', 'event', 'section']

/** 422 with every one that names nothing of ours (another server, say): a document with holes is none. */
function directly(composition: unknown, { base }: Ask): readonly Named[] {
  if (!isRecord(composition)) return []
  const parts = required.map((name) => [composition[name], `Composition.${name}`] as const)
  const outside = parts.flatMap(([value, path]) => foreign(value, path, base))
  if (outside.length > 0)
    throw new Refusal(
      'unprocessable',
      outside.map((path) => incomplete(path, 'refers to something that no resource of this server can be')),
    )
  return parts.flatMap(([value, path]) => referencesIn(value, path, base))
}

function foreign(value: unknown, path: string, base: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => foreign(element, `${path}[${i}]`, base))
  if (!isRecord(value)) return []
  const { reference } = value
  const isForeign = typeof reference === 'string' && !reference.startsWith('#') && !namedBy(reference, path, base)
  return [...(isForeign ? [path] : []), ...Object.entries(value).flatMap(([name, one]) => foreign(one, `${path}.${name}`, base))]
}

const incomplete = (expression: string, text: string): Fault => ({
  id: 'document-incomplete',
  text,
  expression,
  code: 'incomplete',
})

/** Entries of one document; nobody reads more, and each round is a question to the store. */
const mostEntries = 500
const mostRounds = 6

/** The Composition first, then what it names in its order, then what those name in turn. */
async function gathered(
  composition: Version,
  direct: readonly Named[],
  ask: Ask,
  store: House['store'],
): Promise<readonly Version[]> {
  for (const { type } of direct) requireScope(ask.caller, type, 'r')
  const all = new Map([[keyOf(composition), composition]])
  const found = await readWithin(store, ask, direct)
  const absent = direct.filter((one) => !found.has(keyOf(one)))
  // Hidden, deleted and never there read alike: whoever reads the Composition has read the reference.
  if (absent.length > 0)
    throw new Refusal(
      'unprocessable',
      absent.map(({ path }) => incomplete(path, 'refers to what you may not see or is not here')),
    )
  for (const one of direct) addTo(all, found.get(keyOf(one)))
  await follow(all, [...all.values()].slice(1), ask, store)
  return [...all.values()]
}

function addTo(all: Map<string, Version>, version: Version | undefined): void {
  if (!version || all.has(keyOf(version))) return
  all.set(keyOf(version), version)
  if (all.size > mostEntries) throw tooLarge()
}

/** What one round reads; a document stands in memory whole. */
async function readWithin(
  store: House['store'],
  { access }: Ask,
  named: readonly Named[],
): Promise<ReadonlyMap<string, Version>> {
  const found = await readNamed(store, access, named, limits.readings)
  if (bytesOf([...found.values()]) > limits.readings) throw tooLarge()
  return found
}

function tooLarge(): Refusal {
  const text = `a document has at most ${mostEntries} resources, and at most ${limits.readings} bytes of them at each step from the Composition`
  return new Refusal('unprocessable', { id: 'document-too-large', text, code: 'too-costly' })
}

/**
 * Not needed by R4, and good to have: who and where somebody is, and what a list or a report is made of. Anything else that an entry
 * names (its referral, its journey, other stays) is not of this document; who may not see a part of it gets the document without.
 */
const followed: readonly string[] = [
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'RelatedPerson',
  'Device',
  'Medication',
]
const madeOf: Readonly<Record<string, readonly string[]>> = {
  List: ['entry'],
  DiagnosticReport: ['result'],
  Observation: ['hasMember', 'derivedFrom'],
  CarePlan: ['goal', 'activity', 'addresses'],
  DocumentReference: ['content'],
  QuestionnaireResponse: ['item'],
  MedicationStatement: ['reasonReference'],
  MedicationRequest: ['reasonReference'],
}

async function follow(all: Map<string, Version>, from: readonly Version[], ask: Ask, store: House['store']): Promise<void> {
  let latest = from
  for (let round = 0; round < mostRounds && latest.length > 0; round += 1) {
    const named = latest
      .flatMap((version) => onwards(version, ask))
      .filter((one) => !all.has(keyOf(one)) && permits(ask.caller.scopes, one.type, 'r'))
    const found = await readWithin(store, ask, named)
    latest = named.flatMap((one) => found.get(keyOf(one)) ?? []).filter((version, i, list) => list.indexOf(version) === i)
    for (const version of latest) addTo(all, version)
  }
}

function onwards(version: Version, { base }: Ask): readonly Named[] {
  const resource = parsed(version)
  const parts = (madeOf[version.type] ?? []).flatMap((name) => referencesIn(at(resource, name), version.type, base))
  const supporting = referencesIn(resource, version.type, base).filter(({ type }) => followed.includes(type))
  // A document is about the one Patient that its Composition names.
  return [...parts, ...supporting].filter(({ type }) => type !== 'Patient' && type !== 'Composition')
}

const documents: Readonly<Record<string, string>> = {
  HomeFirstDischargeSummary: 'HomeFirstDischargeDocument',
  HomeFirstReferralSummary: 'HomeFirstReferralDocument',
}

/** The profile of the document whose Composition claims ours. */
function documentProfile(composition: unknown): string | undefined {
  const claims = at(composition, 'meta.profile')
  const [, name] = Object.entries(documents).find(([summary]) => claims.includes(structureDefinition(summary))) ?? []
  return name === undefined ? undefined : structureDefinition(name)
}
