// $everything of a person or of a journey. https://hl7.org/fhir/R4/patient-operation-everything.html

import { pageOwner } from '../auth/access.ts'
import { permits } from '../auth/scopes.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { outcomeOf, type Fault } from '../refusal.ts'
import type { Cursor, Query, Version } from '../store/store.ts'
import type { TypeName } from '../types.ts'
import { fhirJson, gone, notFound } from './answer.ts'
import { bundleText, type BundleEntry } from './bundle.ts'
import { timesAsked, typesAsked, typesOf, wholeJourney, wholePatient, type Whole } from './everything-scope.ts'
import { keyOf, parsed, readNamed, referencesIn } from './gather.ts'
import { parametersIn, type Asked, type ParameterTable } from './operation.ts'
import { pageWithAlong, type Along } from './page-room.ts'
import { sealPage, type PageMark } from './page.ts'
import { askedSearch } from './search-asked.ts'
import { longestPage } from './search-control.ts'
import type { Parameter } from './search-query.ts'
import { isId } from './served.ts'

type EverythingHouse = Pick<House, 'store' | 'cursorKey'>

export const everythingTable = {
  start: { takes: 'text', says: 'a date: care from then on, and what says no date' },
  end: { takes: 'text', says: 'a date: care until then, and what says no date' },
  _since: { takes: 'text', says: 'an instant: what was stored then or later' },
  _type: { takes: 'text', says: 'types of resources, with commas between, those that come along too', many: true },
  _count: { takes: 'whole', says: 'so many a page, 200 at most' },
} as const satisfies ParameterTable

/** Route parameter: `id`. */
export const patientEverything = (ask: Ask, house: EverythingHouse): Promise<Answer> => everything(wholePatient, ask, house)

/** A journey is its EpisodeOfCare. Route parameter: `id`. */
export const journeyEverything = (ask: Ask, house: EverythingHouse): Promise<Answer> => everything(wholeJourney, ask, house)

/**
 * A searchset of what belongs to it as far as the caller may see, oldest first, with who and where is named in it as included. A
 * type that the token has no scope to search is left out, and the answer says which, whether there was any or not.
 */
async function everything(whole: Whole, ask: Ask, house: EverythingHouse): Promise<Answer> {
  const id = ask.params['id'] ?? ''
  const address = `${whole.type}/${id}/$everything`
  const focus = isId(id) ? await house.store.read(ask.access, whole.type, id) : undefined
  if (!focus) throw notFound()
  if (focus.deleted) throw gone(focus)
  const followed = ask.query.has('_page') ? askedSearch({ ...ask, method: 'GET' }, address, house) : undefined
  const mark = followed?.page?.mark
  const asked = parametersIn(mark ? { ...ask, body: nothing, query: queryOf(mark) } : ask, everythingTable)
  const most = Math.min(asked.whole('_count') ?? longestPage, longestPage)
  const { page, along: included } = await pageWithAlong(
    most,
    (count, bytes) => pageOf(whole, id, asked, mark, { count, bytes }, ask, house),
    (found, room) => includedWith(whole, found, ask, house, room),
  )
  const link = linksOf(whole, address, asked, mark, page, ask, house)
  const head = { type: 'searchset', timestamp: ask.at, ...(page.total !== undefined && { total: page.total }), link }
  const isAsked = ({ type }: Version): boolean => page.types.has(type)
  const [matches, alongside] = [page.versions.filter(isAsked), included.versions.filter(isAsked)]
  const notes = [...leftOut(page.unpermitted, leftOutWords), ...leftOut(page.unwalked, unwalkedWords), ...included.notes]
  const body = bundleText(head, [
    ...matches.map((version) => entryOf(version, 'match', ask.base)),
    ...alongside.map((version) => entryOf(version, 'include', ask.base)),
    ...(notes.length === 0 ? [] : [{ text: JSON.stringify(outcomeOf('invalid', notes)), rest: { search: { mode: 'outcome' } } }]),
  ])
  const touched = [...matches, ...alongside].map(keyOf)
  return { status: 200, headers: { 'content-type': fhirJson }, body, touched: touched.length > 0 ? touched : [keyOf(focus)] }
}

const nothing = new Uint8Array()

const queryOf = ({ parameters }: PageMark): URLSearchParams => form(parameters.filter(([name]) => name !== filesMark))

function form(parameters: readonly Parameter[]): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of parameters) query.append(name, value)
  return query
}

/** Stands in a mark where the records are through and the files follow. */
const filesMark = '_files'

interface Types {
  /** Types that are asked for and may be told. */
  readonly types: ReadonlySet<string>
  readonly unpermitted: readonly TypeName[]
  /** Types that are gone through: all that may be, where one is asked for that only comes along with others. */
  readonly walked: readonly TypeName[]
  readonly unwalked: readonly TypeName[]
}

function typesFor(whole: Whole, asked: Asked, ask: Ask): Types {
  const wanted = typesAsked(asked, whole)
  const types = new Set(wanted.filter((type) => permits(ask.caller.scopes, type, 's')))
  const needed = whole.along.some((type) => types.has(type)) ? typesOf(whole) : wanted
  const walked = needed.filter((type) => types.has(type) || permits(ask.caller.scopes, type, 's'))
  return {
    types,
    unpermitted: wanted.filter((type) => !types.has(type)),
    walked,
    unwalked: needed.filter((type) => !walked.includes(type) && !wanted.includes(type)),
  }
}

interface Found extends Types {
  readonly versions: readonly Version[]
  readonly total?: number
  readonly next?: { readonly after: Cursor; readonly isFiles: boolean }
}

/** First the records, many to a page; then the files of a journey, few to a page. */
async function pageOf(
  whole: Whole,
  id: string,
  asked: Asked,
  mark: PageMark | undefined,
  { count, bytes }: Required<Pick<Query, 'count' | 'bytes'>>,
  ask: Ask,
  { store }: EverythingHouse,
): Promise<Found> {
  const told = typesFor(whole, asked, ask)
  const search = (among: readonly TypeName[], part: Pick<Query, 'count' | 'total' | 'after'>, within = told.walked) =>
    store.search(ask.access, {
      type: '',
      where: [
        whole.belongs(id),
        { on: 'type', any: within.filter((type) => among.includes(type)) },
        ...timesAsked(asked, within),
      ],
      order: [{ by: 'created', descending: false }],
      bytes,
      ...part,
    })
  const after = mark && mark.after.length > 0 ? { after: mark.after } : {}
  if (mark?.parameters.some(([name]) => name === filesMark)) {
    const page = await search(whole.files, { count: Math.min(count, filesAPage), total: false, ...after })
    return { ...told, versions: page.versions, ...totalOf(mark.total), ...nextOf(page.next, true) }
  }
  const page = await search(whole.records, { count, total: mark === undefined, ...after })
  const isLast = page.next === undefined && count > 0
  const files = whole.files.length > 0 && (isLast || !mark) ? await search(whole.files, { count: 0, total: true }) : undefined
  // What is gone through only for what it names is not counted.
  const matched = told.walked.filter((type) => told.types.has(type))
  const counted =
    mark || matched.length === told.walked.length
      ? undefined
      : await search([...whole.records, ...whole.files], { count: 0, total: true }, matched)
  const total = mark ? mark.total : (counted?.total ?? (page.total ?? 0) + (files?.total ?? 0))
  const next = isLast ? nextOf(files?.total ? [] : undefined, true) : nextOf(page.next, false)
  return { ...told, versions: page.versions, ...totalOf(total), ...next }
}

const filesAPage = 5

const totalOf = (total: number | undefined) => (total === undefined ? {} : { total })
const nextOf = (after: Cursor | undefined, isFiles: boolean) => (after ? { next: { after, isFiles } } : {})

const mostRounds = 3
const mostIncluded = 1_000

/** Who, where and with what; and for a person the files that documents point to. Each once on a page. */
async function includedWith(
  { along }: Whole,
  { versions, types, walked }: Found,
  ask: Ask,
  { store }: EverythingHouse,
  room: number,
): Promise<Along & { readonly notes: readonly Fault[] }> {
  const seen = new Set(versions.map(keyOf))
  // Through a role to whose it is, say, though only that is asked for; a Binary names nothing that would come along with it.
  const isNamed = (type: TypeName): boolean => along.includes(type) && (type !== 'Binary' || types.has(type))
  const comesAlong = new Set<string>(walked.filter(isNamed))
  const included: Version[] = []
  let latest = versions
  let [isOver, isCut, left] = [false, false, room]
  for (let round = 0; round < mostRounds && latest.length > 0 && !isOver; round += 1) {
    const named = latest
      .flatMap((version) => referencesIn(parsed(version), version.type, ask.base))
      .filter((one) => comesAlong.has(one.type) && !seen.has(keyOf(one)))
    latest = []
    for (const [key, version] of await readNamed(store, ask.access, named, left)) {
      left -= Buffer.byteLength(version.text)
      isOver ||= left < 0
      isCut ||= isOver || included.length === mostIncluded
      if (isCut) continue
      seen.add(key)
      included.push(version)
      latest = [...latest, version]
    }
  }
  const text = 'what others refer to is not all included: read it at its address'
  const notes: Fault[] = isCut ? [{ id: 'include-cut', text, severity: 'information', code: 'incomplete' }] : []
  return { versions: included, isOver, notes }
}

/** The first page says what was asked; the others hold it sealed. */
function linksOf(
  whole: Whole,
  address: string,
  asked: Asked,
  mark: PageMark | undefined,
  { next, total }: Found,
  ask: Ask,
  house: EverythingHouse,
) {
  const format = [...ask.query].filter(([name]) => name === '_format' || name === '_pretty')
  const url = (query: readonly Parameter[]) => {
    const all = [...query, ...format]
    return `${ask.base}/${address}${all.length > 0 ? `?${form(all).toString()}` : ''}`
  }
  const sealed = (one: PageMark) => url([['_page', sealPage(one, pageOwner(ask.caller), house.cursorKey)]])
  const used = usedIn(asked, whole)
  const self = { relation: 'self', url: mark ? sealed(mark) : url(used) }
  if (!next) return [self]
  const parameters: Parameter[] = next.isFiles ? [...used, [filesMark, 'true']] : [...used]
  const following: PageMark = { type: address, parameters, after: next.after, at: ask.at, ...(total !== undefined && { total }) }
  return [self, { relation: 'next', url: sealed(following) }]
}

function usedIn(asked: Asked, whole: Whole): readonly Parameter[] {
  const count = asked.whole('_count')
  return [
    ...['start', 'end', '_since'].flatMap((name) => asked.texts(name).map((value): Parameter => [name, value])),
    ...(asked.has('_type') ? [['_type', typesAsked(asked, whole).join()] as const] : []),
    ...(count === undefined ? [] : [['_count', String(count)] as const]),
  ]
}

function entryOf(version: Version, mode: 'match' | 'include', base: string): BundleEntry {
  return { fullUrl: `${base}/${keyOf(version)}`, text: version.text, rest: { search: { mode } } }
}

/** Said of every type alike: which of them there are any of is not told. */
function leftOut(types: readonly TypeName[], words: string): readonly Fault[] {
  if (types.length === 0) return []
  const text = `${words}, because the token has no scope to search them: ${types.join(', ')}`
  return [{ id: 'scope-left-out', text, severity: 'information', code: 'suppressed' }]
}

const leftOutWords = 'left out'
const unwalkedWords = 'not looked into for what comes along'
