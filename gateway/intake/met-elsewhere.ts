// Conditions of a transaction that another of its entries meets: whoever goes by them would make or change one of two.

import { Refusal } from '../refusal.ts'
import { indexable, indexRows } from '../store/index-rows.ts'
import type { Clause, IndexRow } from '../store/store.ts'
import { criteriaOf, type ConditionsHouse, type Criteria, type Place } from './conditional.ts'
import { placeOf, typeOf, type Change } from './entry.ts'
import { meets } from './meets.ts'
import type { Placed } from './place.ts'
import type { Planning } from './planning.ts'
import { isRetracted } from './retraction.ts'

/**
 * The refusals of creates, updates and patches whose condition another entry meets, looked at once all are planned: as it will be
 * stored. What is deleted comes first (R4, http.html#trules): a condition of a delete is about what was there before.
 */
export function metElsewhere(planning: Planning, placed: readonly Placed[], house: ConditionsHouse): readonly Refusal[] {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (type: string): Shelf => {
    const shelf = shelves.get(type) ?? shelfIn(planning, type, placed)
    shelves.set(type, shelf)
    return shelf
  }
  const budget = { left: mostTests }
  return placed.flatMap((one) => {
    const asked = conditionOf(one.entry)
    if (!asked) return []
    const criteria = criteriaOf(planning, typeOf(one.entry), asked.query, house, asked.place)
    const candidates = likely(criteria.where, shelfOf(criteria.type))
    budget.left -= candidates.length
    return budget.left < 0 ? tooMany(asked.place) : refusalsOf(one, asked.place, criteria, candidates)
  })
}

/** A few hundred milliseconds' worth. Conditions that ask for a code or a reference, as nearly all do, take few. */
const mostTests = 1_000_000

interface Asked {
  readonly query: string
  readonly place: Place
}

function conditionOf(entry: Change): Asked | undefined {
  if (entry.criteria !== undefined) return { query: entry.criteria, place: placeOf(entry, 'url', 'search parameters') }
  if (entry.method !== 'create' || entry.ifNoneExist === undefined) return undefined
  return { query: entry.ifNoneExist, place: placeOf(entry, 'ifNoneExist', 'If-None-Exist') }
}

interface Candidate {
  readonly reference: string
  readonly isOwn: boolean
  readonly rows: readonly IndexRow[]
}

/** What the transaction writes of one type, and which of it has which value. */
interface Shelf {
  readonly all: readonly Candidate[]
  readonly byValue: ReadonlyMap<string, readonly Candidate[]>
}

function shelfIn(planning: Planning, type: string, placed: readonly Placed[]): Shelf {
  const all = placed.flatMap((one) => (typeOf(one.entry) === type && !one.isFound ? candidate(planning, one) : []))
  const byValue = new Map<string, Candidate[]>()
  for (const one of all)
    for (const value of new Set(one.rows.map((row) => valueIn(row.key, row.value)))) {
      const held = byValue.get(value)
      if (held) held.push(one)
      else byValue.set(value, [one])
    }
  return { all, byValue }
}

/** What was entered in error meets no condition. */
function candidate(planning: Planning, { reference, before }: Placed): readonly Candidate[] {
  const resource = planning.resource(reference) ?? before?.resource
  if (!resource || isRetracted(resource)) return []
  const isOwn = (before?.origin ?? planning.caller.organization) === planning.caller.organization
  return [{ reference, isOwn, rows: indexRows(resource, planning.base) }]
}

/** Of thousands those that have one of the values that a clause asks for; all, where no clause asks for one. */
function likely(where: readonly Clause[], { all, byValue }: Shelf): readonly Candidate[] {
  const found = where.flatMap((clause) => {
    const values = valuesAsked(clause)
    return values ? [[...new Set(values.flatMap((value) => byValue.get(value) ?? []))]] : []
  })
  return found.reduce<readonly Candidate[]>((least, one) => (one.length < least.length ? one : least), all)
}

function valuesAsked(clause: Clause): readonly string[] | undefined {
  if (clause.on === 'reference') return clause.any.map((one) => valueIn(clause.key, indexable(one)))
  if (clause.on !== 'token' || clause.not) return undefined
  const codes = clause.any.flatMap(({ code }) => code ?? [])
  return codes.length === clause.any.length ? codes.map((code) => valueIn(clause.key, indexable(code))) : undefined
}

const valueIn = (key: string, value: string): string => `${key}\n${value}`

function refusalsOf(
  { reference: own }: Placed,
  place: Place,
  { type, where, isOwn }: Criteria,
  candidates: readonly Candidate[],
): readonly Refusal[] {
  const others = candidates.filter((one) => one.reference !== own && (one.isOwn || !isOwn))
  const answers = others.map(({ reference, rows }) => meets(where, reference.slice(type.length + 1), rows))
  if (answers.includes(true)) return [twice(type, place)]
  return answers.includes(undefined) ? [untold(place)] : []
}

const twice = (type: string, place: Place): Refusal =>
  new Refusal('multiple-matches', {
    id: 'multiple-matches',
    text: `another entry of the transaction writes a ${type} that meets this condition`,
    ...place,
  })

const untold = (place: Place): Refusal =>
  new Refusal('unprocessable', {
    id: 'condition-untold',
    text: 'this condition cannot be told of what another entry of the transaction writes: send the two one after the other',
    ...place,
  })

const tooMany = (place: Place): Refusal =>
  new Refusal('too-large', {
    id: 'conditions-too-many',
    text: 'the transaction has more conditions than can be held against its entries: send it in parts',
    ...place,
  })
