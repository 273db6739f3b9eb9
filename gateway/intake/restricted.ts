// A person whose whereabouts must stay hidden: who they are, and what tells where they are, is for its own source alone.

import { codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import { at, hasCoding, isRecord, referencesAt, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { isKnownType, kindOf, resourceTypes, type Kind } from '../types.ts'
import { anchorsOf, homesIn } from './anchors.ts'
import { filesOf, listing } from './files.ts'
import { naming } from './naming.ts'
import type { Planning } from './planning.ts'
import { kindOfTargets } from './provenance.ts'

const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'

/** Labels R and V of v3-Confidentiality; HL7 v2 says it in ZU8-4 (mappings/acute/hl7v2/zu8.ts). */
export const isRestricted = (patient: FhirResource | undefined): boolean =>
  at(patient, 'meta.security').some(
    (label) => isRecord(label) && label['system'] === confidentiality && (label['code'] === 'R' || label['code'] === 'V'),
  )

/**
 * The kind under which a resource is stored. Masking a field does not mask a letter, so of a restricted person neither the
 * Patient nor what can hold an address, a number or free words about where they are is shown to other parties; part 6 shows them
 * what can be shown.
 */
export async function kindFor(planning: Planning, resource: FhirResource): Promise<Kind> {
  const kind = kindOf(resource)
  if (resource.resourceType === 'Patient')
    return isRestricted(resource) || (await isHiddenPerson(planning, referenceTo(resource), resource)) ? 'restricted' : kind
  if (resource.resourceType === 'Provenance') return kindOfTargets(planning, resource)
  if (!canTellWhere(resource)) return kind
  if (resource.resourceType === 'Location') return (await isHidden(planning, resource)) ? 'restricted' : kind
  return (await isAboutHidden(planning, resource)) ? 'restricted' : kind
}

/** Papers, forms, kin, homes and equipment (delivered somewhere); a consent has its paper too, and a team names GP and kin. */
const tellsWhere: readonly string[] = ['RelatedPerson', 'Location', 'QuestionnaireResponse', 'Device', 'Consent', 'CareTeam']
const canTellWhere = (resource: FhirResource): boolean =>
  tellsWhere.includes(resource.resourceType) ||
  kindOf(resource) === 'document' ||
  // A narrative is free words that a machine may have filled with everything: nobody can look into it for an address.
  textAt(resource, 'text.div') !== undefined ||
  at(resource, 'contained').some(isGuestThatTells) ||
  tellsCouncil(resource) ||
  tellsPlace(resource)

/** What travels inside a resource is read with it. */
const isGuestThatTells = (guest: unknown): boolean =>
  isRecord(guest) &&
  (guest['address'] !== undefined ||
    guest['telecom'] !== undefined ||
    (guest['resourceType'] !== 'Location' && ['Patient', ...tellsWhere].includes(String(guest['resourceType']))))

/** Where a person ordinarily lives is what makes a council responsible. */
function tellsCouncil(resource: FhirResource): boolean {
  const isIts = hasCoding(resource, 'code', { system: codeSystem('decision'), code: 'responsible-council' })
  const url = structureDefinition('responsible-council')
  return isIts || at(resource, 'extension').some((one) => isRecord(one) && one['url'] === url)
}

/** Of a visit, where it is when that is in words: a Location that it refers to is hidden by itself. A ward is where they are asked for. */
function tellsPlace(resource: FhirResource): boolean {
  if (resource.resourceType !== 'Encounter') return false
  const places = [
    ...at(resource, 'hospitalization.origin'),
    ...at(resource, 'hospitalization.destination'),
    ...(kindOf(resource) === 'contact' ? at(resource, 'location.location') : []),
  ]
  return places.some(
    (place) => textAt(place, 'reference')?.startsWith('Location/') !== true || textAt(place, 'display') !== undefined,
  )
}

/** A home names nobody: whose it is was told by what named it, and stays so. */
async function isHidden(planning: Planning, location: FhirResource): Promise<boolean> {
  return (await planning.load(referenceTo(location)))?.kind === 'restricted'
}

async function isAboutHidden(planning: Planning, resource: FhirResource): Promise<boolean> {
  const own = personIn(resource)
  const contexts = own === undefined ? anchorsOf(resource) : []
  const others = await Promise.all(contexts.map(async (reference) => personIn((await planning.load(reference))?.resource)))
  for (const person of [own, ...others]) if (person !== undefined && (await isHiddenPerson(planning, person))) return true
  return false
}

/** Labelled by any source that knows the person: another's record of the same address would tell it. */
async function isHiddenPerson(planning: Planning, patient: string, itself?: FhirResource): Promise<boolean> {
  for (const one of await recordsOf(planning, patient)) {
    const record = itself && one === patient ? itself : (await planning.load(one))?.resource
    if (isRestricted(record)) return true
  }
  return false
}

/** All sources' Patients that are joined with this one, and itself. */
export async function recordsOf(planning: Planning, patient: string): Promise<readonly string[]> {
  const person = await planning.holder('person-of', patient)
  const stored = person === undefined ? undefined : await planning.load(person)
  const joined = referencesAt(stored?.resource, 'link.target')
  // Who leaves in this very plan is in none of them any more.
  return joined.includes(patient) ? joined : [patient]
}

function personIn(resource: FhirResource | undefined): string | undefined {
  const type = resource?.resourceType ?? ''
  const paths = isKnownType(type) ? resourceTypes[type].person : []
  return paths.flatMap((path) => referencesAt(resource, path))[0]
}

/** A private home that something of a restricted person names is hidden with them. */
export async function hideHomes(planning: Planning, resource: FhirResource, homes: readonly string[]): Promise<void> {
  if (homes.length === 0 || !(await isAboutHidden(planning, resource))) return
  for (const reference of homes) await turn(planning, reference, true)
}

/** Types whose resources say whose they are, with the parameter by which they are found. */
const ofPersons: readonly (readonly [type: string, parameter: string])[] = Object.entries(resourceTypes).flatMap(
  ([type, { person }]) =>
    person.some((path) => ['subject', 'patient', 'for'].includes(path))
      ? [[type, person.some((path) => path === 'patient') ? 'patient' : 'subject'] as const]
      : [],
)

/**
 * When a person becomes restricted, or no longer is, all sources' Patients of them follow, what tells where they are, and what
 * says how it came to be. `records` are those that were joined before and those that are joined now.
 */
export async function followLabels(planning: Planning, records: readonly string[], changed: readonly string[]): Promise<void> {
  for (const record of new Set(records)) {
    const stored = await planning.load(record)
    if (!stored || stored.kind === 'retracted') continue
    const isNow = await isHiddenPerson(planning, record)
    if (!changed.includes(record) && (stored.kind === 'restricted') === isNow) continue
    if ((stored.kind === 'restricted') !== isNow) await turn(planning, record, isNow)
    await followPapers(planning, record, isNow)
  }
}

async function followPapers(planning: Planning, person: string, isNow: boolean): Promise<void> {
  const found: string[] = []
  for (const [type, path] of ofPersons)
    found.push(...(await tellingWhere(planning, await telling(planning, `${type}.${path}`, person))))
  // Whoever may not see the Patient names the person by the referral alone.
  found.push(...(await tellingWhere(planning, await membersOf(planning, await planning.store.journeysOf(person)))))
  for (const visit of await telling(planning, 'Encounter.subject', person)) {
    const stored = await planning.load(visit)
    if (stored) found.push(...(await homesIn(planning, stored.resource)))
  }
  for (const reference of new Set([person, ...found])) {
    if (reference !== person) await turn(planning, reference, isNow)
    for (const one of await telling(planning, 'Provenance.target', reference)) await turn(planning, one, isNow)
  }
}

const telling = (planning: Planning, key: string, reference: string): Promise<readonly string[]> =>
  naming(planning, key, reference, 'what tells of a person whose restriction changed')

async function tellingWhere(planning: Planning, references: readonly string[]): Promise<readonly string[]> {
  const stored = await Promise.all(references.map((reference) => planning.load(reference)))
  const telling = stored.filter((one) => one && one.kind !== 'directory' && canTellWhere(one.resource))
  return telling.flatMap((one) => (one && one.resource.resourceType !== 'Patient' ? referenceTo(one.resource) : []))
}

async function membersOf(planning: Planning, journeys: readonly string[]): Promise<readonly string[]> {
  if (journeys.length === 0) return []
  const page = await planning.store.search(
    { as: 'gateway', why: 'what tells of a person whose restriction changed' },
    { type: '', where: [{ on: 'journey', any: journeys }], order: [], count: 10_000, total: false },
  )
  return page.versions.map(({ type, id }) => `${type}/${id}`)
}

/** With the files that it lists. Whose they are does not change with who may see them. */
async function turn(planning: Planning, reference: string, isNow: boolean): Promise<void> {
  const listed = await planning.load(reference)
  if (!listed) return
  for (const one of [reference, ...(await filesOf(planning, listed))]) {
    const paper = await planning.load(one)
    if (!paper || paper.kind === 'retracted') continue
    const kind = isNow || (await isHiddenStill(planning, one)) ? 'restricted' : await openKind(planning, paper.resource)
    await planning.put(paper.resource, { kind, author: paper.origin })
  }
}

const openKind = async (planning: Planning, resource: FhirResource): Promise<Kind> =>
  // A home was hidden by what named it: that it is hidden now is no reason to hide it.
  resource.resourceType === 'Location' ? kindOf(resource) : kindFor(planning, resource)

/** What is listed, or lived in, for another person too stays hidden as long as theirs is. */
async function isHiddenStill(planning: Planning, reference: string): Promise<boolean> {
  const why = 'what else hides a file or a home that a lifted label would show'
  if (reference.startsWith('Location/')) {
    const visits = await Promise.all((await naming(planning, 'Encounter.location', reference, why)).map(planning.load))
    for (const visit of visits) if (visit && (await isAboutHidden(planning, visit.resource))) return true
    return false
  }
  if (!/^(?:Binary|Bundle)\//.test(reference)) return false
  return (await listing(planning, reference, why)).some(({ kind }) => kind === 'restricted')
}
