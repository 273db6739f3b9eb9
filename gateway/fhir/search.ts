// FHIR search over one type or several, by GET or POST. https://hl7.org/fhir/R4/http.html#search

import { limits } from '../config.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Access, Query } from '../store/store.ts'
import { isKnownType, resourceTypes } from '../types.ts'
import { notFound } from './answer.ts'
import { pageWithAlong } from './page-room.ts'
import { searchAnswer } from './search-answer.ts'
import { askedSearch, type AskedSearch } from './search-asked.ts'
import type { IncludeRow } from './search-include.ts'
import { included, mostIncluded, type Included } from './search-included.ts'
import type { Parameter } from './search-query.ts'
import { understoodSearch } from './search-understood.ts'
import { isSearched, offers } from './served.ts'

export type SearchHouse = Pick<House, 'store' | 'cursorKey' | 'mayRead' | 'newId'>

/** Route parameter: `type`. A POST carries its parameters as a form, beside any in its address. */
export async function search(ask: Ask, house: SearchHouse): Promise<Answer> {
  const type = searchedType(ask)
  const asked = askedSearch(ask, type, house)
  return found(ask, house, { type, types: [type], asked, parameters: asked.parameters })
}

/**
 * A search of several types (`GET [base]?_type=Patient,Task&…`), or of all that are searched: by parameters that each of them has.
 * The caller needs the scope of each.
 */
export async function searchAll(ask: Ask, house: SearchHouse): Promise<Answer> {
  const asked = askedSearch(ask, '', house)
  const isType = ([name]: Parameter) => name === '_type'
  const types = typesIn(asked.parameters.filter(isType).map(([, value]) => value))
  const missing = types.filter((type) => !house.mayRead(ask.caller, type))
  if (missing.length > 0) throw new Refusal('forbidden', notAllowed(missing))
  return found(ask, house, { type: '', types, asked, parameters: asked.parameters.filter((one) => !isType(one)) })
}

function searchedType(ask: Ask): string {
  const { type } = ask.params
  if (type === undefined || !isKnownType(type)) throw notFound()
  if (offers(type, 'search-type')) return type
  throw new Refusal('method-not-allowed', { id: 'search-unsupported', text: 'This type is not searched.' })
}

function typesIn(values: readonly string[]): readonly string[] {
  const [value, ...more] = values
  const searched = Object.keys(resourceTypes).filter(isSearched)
  if (value === undefined) return searched
  const types = [...new Set(value.split(','))]
  if (more.length === 0 && types.every(isSearched)) return types
  const text = '_type is given once and names types that are searched, separated by commas.'
  throw new Refusal('invalid', { id: 'control-invalid', text, expression: 'http._type' })
}

const notAllowed = (types: readonly string[]): Fault => ({
  id: 'search-forbidden',
  text: `The scopes do not allow a search over ${types.join(', ')}. Name those that are meant with _type.`,
  expression: 'http._type',
})

interface Searched {
  /** '' in a search of several. */
  readonly type: string
  readonly types: readonly string[]
  readonly asked: AskedSearch
  readonly parameters: readonly Parameter[]
}

async function found(ask: Ask, house: SearchHouse, { type, types, asked, parameters }: Searched): Promise<Answer> {
  const understood = understoodSearch(types, parameters, ask, house)
  const { control, where, includes, notes } = understood
  const [only = '', ...others] = types
  const query = {
    type: others.length === 0 ? only : '',
    where,
    order: control.order,
    ...(asked.page && { after: asked.page.mark.after }),
    total: control.total && asked.page?.mark.total === undefined,
  }
  const count = control.totalOnly ? 0 : control.count
  const { page, along } = await pageOf({ ...query, count }, includes, ask.access, house)
  const ofTypes = asked.parameters.filter(([name]) => name === '_type')
  return searchAnswer(ask, house, {
    type,
    asked,
    search: { ...understood, used: [...ofTypes, ...understood.used] },
    page,
    included: along.versions,
    notes: [...notes, ...(along.isCapped || along.isOver ? [includesCapped] : [])],
  })
}

/** Half of a page is kept free only where something may come along. */
async function pageOf(query: Query, includes: readonly IncludeRow[], access: Access, { store }: SearchHouse) {
  if (includes.length === 0) return { page: await store.search(access, { ...query, bytes: limits.page }), along: nothing }
  return pageWithAlong(
    query.count,
    (count, bytes) => store.search(access, { ...query, count, bytes }),
    ({ versions }, room) => included(versions, includes, access, store, room),
  )
}

const nothing: Included = { versions: [], isCapped: false, isOver: false }

const includesCapped: Fault = {
  id: 'includes-capped',
  text: `No more than ${mostIncluded} resources come along with a page, and no more than ${limits.page} bytes are on it: there are more. Ask for smaller pages, or for what comes along by itself.`,
  code: 'too-costly',
  severity: 'warning',
}
