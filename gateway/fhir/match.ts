// Patient/$match: who of those that the caller may see is the one that is asked about. https://hl7.org/fhir/R4/patient-operation-match.html

import { isNhsNumber, nhsNumberFault } from '../../mappings/engine/identifiers.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { beginning, folded } from '../store/index-rows.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { outcomeOf, Refusal, type Fault } from '../refusal.ts'
import { instantRange } from '../store/instants.ts'
import type { Clause, Version } from '../store/store.ts'
import { fhirJson } from './answer.ts'
import { bundleText, type BundleEntry } from './bundle.ts'
import { keyOf, parsed, readNamed, referencesIn } from './gather.ts'
import { gradeOf, identifiersOf, type Graded } from './match-grade.ts'
import { parametersIn, type ParameterTable } from './operation.ts'
import { at, isRecord, isResource, textAt, type FhirResource } from './resource.ts'

type MatchHouse = Pick<House, 'store' | 'validator'>

export const matchTable = {
  resource: { takes: 'resource', says: 'the Patient, as far as it is known' },
  onlyCertainMatches: { takes: 'boolean', says: 'true: one person, or nobody' },
  count: { takes: 'whole', says: 'so many at most' },
} as const satisfies ParameterTable

const defaultCount = 20
const mostMatches = 100

/**
 * Identity is looked for globally, among all sources' Patients that are joined in one Person; the answer holds only what the caller
 * wrote or may see, and says nothing of what it may not.
 */
export async function match(ask: Ask, house: MatchHouse): Promise<Answer> {
  const asked = parametersIn(ask, matchTable)
  const patient = patientAsked(asked.record('resource'), house)
  const onlyCertain = asked.flag('onlyCertainMatches') ?? false
  const graded = await gradedFor(patient, ask, house)
  const wanted = onlyCertain ? await certainOnes(graded, house) : { matches: graded, notes: [] }
  const shown = wanted.matches.slice(0, Math.min(asked.whole('count') ?? defaultCount, mostMatches))
  const head = { type: 'searchset', total: wanted.matches.length, timestamp: ask.at }
  const touched = shown.map(({ version }) => keyOf(version))
  return {
    status: 200,
    headers: { 'content-type': fhirJson },
    body: bundleText(head, [...shown.map((one) => entryOf(one, ask.base)), ...notesOf(wanted.notes)]),
    touched: touched.length > 0 ? touched : ['Patient'],
  }
}

/** 422 where it is no instance of Patient; 400 where it says too little to look for anybody. */
function patientAsked(resource: Record<string, unknown> | undefined, { validator }: MatchHouse): FhirResource {
  if (!isResource(resource) || resource.resourceType !== 'Patient')
    throw new Refusal('invalid', {
      id: 'required',
      text: 'a Patient is sent as the parameter resource',
      location: 'resource',
      code: 'required',
    })
  const { meta: _, ...patient } = resource
  const faults = validator
    .validate(patient, { type: 'Patient' })
    .filter(({ severity }) => severity === 'error')
    .map(({ id, text, expression }) => ({ id, text, expression }))
  const all = [...faults, ...numberFaults(patient)]
  if (all.length > 0) throw new Refusal('unprocessable', all)
  if (identifiersOf(patient).length > 0 || (textAt(patient, 'birthDate') && textAt(patient, 'name.family'))) return patient
  const text = 'an identifier with its system is needed, or a family name with a date of birth'
  throw new Refusal('invalid', { id: 'too-little-to-match', text, location: 'resource', code: 'required' })
}

/** What stands under the NHS's own system and is no NHS number would be looked for in vain. */
function numberFaults(patient: FhirResource): readonly Fault[] {
  return at(patient, 'identifier').flatMap((one, i) => {
    if (!isRecord(one) || one['system'] !== nhsNumber || typeof one['value'] !== 'string') return []
    if (/^\d{10}$/.test(one['value']) && isNhsNumber(one['value'])) return []
    const { id, text } = nhsNumberFault(one['value'])
    return [{ id, text, expression: `Patient.identifier[${i}].value`, code: 'value' as const }]
  })
}

interface Match extends Graded {
  readonly version: Version
}

async function gradedFor(patient: FhirResource, ask: Ask, house: MatchHouse): Promise<readonly Match[]> {
  const found = new Map<string, Match>()
  const add = (version: Version, { grade, score }: Graded) => {
    const known = found.get(keyOf(version))
    if (grade !== 'certainly-not' && (known === undefined || known.score < score))
      found.set(keyOf(version), { version, grade, score })
  }
  for (const version of await candidates(patient, ask, house)) add(version, gradeOf(patient, parsed(version)))
  const persons = await personsOf(patient, [...found.values()], house)
  for (const version of (await joinedIn(persons, ask, house)).values()) add(version, { grade: 'certain', score: 0.95 })
  return [...found.values()].toSorted((a, b) => b.score - a.score || keyOf(a.version).localeCompare(keyOf(b.version)))
}

/** Those that the caller may see and that share an identifier, or family name and date of birth. */
async function candidates(patient: FhirResource, { access }: Ask, { store }: MatchHouse): Promise<readonly Version[]> {
  const identifiers = identifiersOf(patient).slice(0, mostIdentifiers)
  const byIdentifier: Clause[] =
    identifiers.length === 0
      ? []
      : [{ on: 'token', key: 'Patient.identifier', any: identifiers.map(({ system, value }) => ({ system, code: value })) }]
  const ways = [byIdentifier, wordsOf(patient)].filter((where) => where.length > 0)
  const pages = await Promise.all(
    ways.map((where) => store.search(access, { type: 'Patient', where, order: [], count: mostMatches, total: false })),
  )
  return pages.flatMap(({ versions }) => versions)
}

const mostIdentifiers = 20

function wordsOf(patient: FhirResource): readonly Clause[] {
  const [family, birthDate] = [textAt(patient, 'name.family'), textAt(patient, 'birthDate')]
  const range = birthDate === undefined ? undefined : instantRange(birthDate)
  if (family === undefined || !range) return []
  return [
    { on: 'date', key: 'Patient.birthdate', any: [{ prefix: 'eq', ...range }] },
    // By its first part: hyphens, spaces and apostrophes are for gradeOf to see through.
    { on: 'string', key: 'Patient.family', any: [{ value: beginning(folded(firstPart(family))), how: 'starts' }] },
  ]
}

const firstPart = (name: string): string => /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? name

/** The Persons that are surely meant: by NHS number and date of birth, and by a Patient that surely is the one. */
async function personsOf(patient: FhirResource, matches: readonly Match[], { store }: MatchHouse): Promise<ReadonlySet<string>> {
  const certain = matches.filter(({ grade }) => grade === 'certain')
  const ofMatches = await Promise.all(certain.map(({ version }) => store.holder('person-of', keyOf(version))))
  const number = identifiersOf(patient).find(({ system }) => system === nhsNumber)?.value
  const birthDate = textAt(patient, 'birthDate')
  const ofNumber = number !== undefined && birthDate ? await store.holder('person', number) : undefined
  const agrees = ofNumber !== undefined && textAt(await personAt(ofNumber, store), 'birthDate') === birthDate
  return new Set([...ofMatches, ...(agrees ? [ofNumber] : [])].filter((one) => one !== undefined))
}

const asGateway = { as: 'gateway', why: 'a match looks at who is joined with whom' } as const

async function personAt(reference: string, store: House['store']): Promise<unknown> {
  const version = await store.read(asGateway, 'Person', reference.replace('Person/', ''))
  return version && !version.deleted ? parsed(version) : undefined
}

/** The Patients of these Persons that the caller may see: who is joined with them and hidden stays so. */
async function joinedIn(
  persons: ReadonlySet<string>,
  { access, base }: Ask,
  { store }: MatchHouse,
): Promise<ReadonlyMap<string, Version>> {
  const links = await Promise.all([...persons].map(async (person) => at(await personAt(person, store), 'link.target')))
  return readNamed(
    store,
    access,
    referencesIn(links.flat(), 'Person.link', base).filter(({ type }) => type === 'Patient'),
  )
}

/** R4: "if there are multiple potential matches, then the match should not return the results". Several records of one Person are one. */
async function certainOnes(
  graded: readonly Match[],
  { store }: MatchHouse,
): Promise<{ matches: readonly Match[]; notes: readonly Fault[] }> {
  const matches = graded.filter(({ grade }) => grade === 'certain')
  const people = await Promise.all(
    matches.map(async ({ version }) => (await store.holder('person-of', keyOf(version))) ?? keyOf(version)),
  )
  if (new Set(people).size < 2) return { matches, notes: [] }
  const text = 'more than one person would be certain, so none is answered'
  return { matches: [], notes: [{ id: 'match-ambiguous', text, severity: 'information', code: 'multiple-matches' }] }
}

function entryOf({ version, grade, score }: Match, base: string): BundleEntry {
  const search = {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/match-grade', valueCode: grade }],
    mode: 'match',
    score: Math.round(score * 100) / 100,
  }
  return { fullUrl: `${base}/${keyOf(version)}`, text: version.text, rest: { search } }
}

function notesOf(notes: readonly Fault[]): readonly BundleEntry[] {
  return notes.length === 0 ? [] : [{ text: JSON.stringify(outcomeOf('invalid', notes)), rest: { search: { mode: 'outcome' } } }]
}
