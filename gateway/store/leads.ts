// Where a search may start: the clauses whose resources a stretch of the index names, without a look at each resource.

import { aliasedWithin, conditions, membersOf, standing, type Scope } from './clauses.ts'
import { dateTest } from './range-tests.ts'
import type { Clause, DatePrefix, StringMatch } from './store.ts'
import { among, either, valueTest } from './value-tests.ts'

/** Clauses that can lead, likeliest to be rare first. */
export function leadsOf(where: readonly Clause[], type: string): readonly Clause[] {
  return where.filter((clause) => canLead(clause, type)).toSorted((a, b) => rank(a) - rank(b))
}

/** Whether others are passed through on the way: to count those may cost far more than a stretch of the index. */
export function isJoined(clause: Clause): boolean {
  if (clause.on === 'any' || clause.on === 'all') return clause.of.some(isJoined)
  return clause.on === 'chain' || clause.on === 'has'
}

const likelyRare = [
  'id',
  'journey',
  'reference',
  'chain',
  'has',
  'token',
  'uri',
  'string',
  'number',
  'date',
  'updated',
  'any',
  'all',
  'missing',
]
const rank = ({ on }: Clause): number => likelyRare.indexOf(on)

function canLead(clause: Clause, type: string): boolean {
  switch (clause.on) {
    case 'id':
      return clause.not !== true
    case 'updated':
      return clause.any.every(({ prefix }) => prefix !== 'ne')
    case 'token':
      return !clause.not && clause.any.every(({ code }) => code !== undefined)
    case 'string':
      return clause.any.every(isStretch)
    case 'date':
    case 'number':
      return clause.any.every(({ prefix }) => bounded.includes(prefix))
    case 'missing':
      return !clause.missing && clause.to === undefined
    case 'has':
      return type !== ''
    case 'any':
      return clause.of.length > 0 && clause.of.every((one) => canLead(one, type))
    case 'all':
      return clause.of.some((one) => canLead(one, type))
    case 'type':
      return false
    case 'reference':
    case 'uri':
    case 'chain':
    case 'journey':
      return true
  }
}

/** The prefixes that bound the low end of what is stored, by which the index is ordered. */
const bounded: readonly DatePrefix[] = ['eq', 'ap', 'lt', 'le', 'sa', 'eb']

const isStretch = ({ how, value }: StringMatch): boolean => how === 'exact' || (how === 'starts' && value !== '')

/** A select of the rids that meet a clause that can lead, some of them perhaps twice. */
export function ridsOf(clause: Clause, scope: Scope): string {
  const { bind } = scope
  switch (clause.on) {
    case 'id':
      return ridsOfIds(clause.any, scope)
    case 'updated':
      return ridsOfUpdated(clause, scope)
    case 'missing':
      return `select i.rid from search_index i where i.key = ${bind(clause.key)}`
    case 'chain':
      return ridsReferring(clause, scope)
    case 'has':
      return ridsReferredTo(clause, scope)
    case 'journey':
      return `select m.rid ${membersOf(clause.any, scope)}`
    case 'any':
      return clause.of.map((one) => `select u.rid from (${ridsOf(one, scope)}) u`).join(' union all ')
    case 'all':
      return ridsOfAll(clause, scope)
    case 'type':
      throw new Error('a clause on type cannot lead')
    default:
      return `select i.rid from search_index i where i.key = ${bind(clause.key)} and ${valueTest(clause, scope)}`
  }
}

/** Without a type, each type that there is is looked into: an index of ids alone would cost every write. */
function ridsOfIds(ids: readonly string[], { bind, dialect, type }: Scope): string {
  if (type !== '') return `select f.rid from resource f where f.type = ${bind(type)} and ${among('f.id', ids, bind)}`
  return `with recursive present(type) as (
      select min(type) from resource
      union all select (select min(f.type) from resource f where f.type > p.type) from present p where p.type is not null)
    select f.rid from present p ${dialect.lookUp('resource', 'f', `f.type = p.type and ${among('f.id', ids, bind)}`)}`
}

function ridsOfUpdated({ any }: Extract<Clause, { on: 'updated' }>, { bind, dialect, type }: Scope): string {
  const here = type === '' ? '' : `h.type = ${bind(type)} and `
  const during = either(any.map((match) => dateTest(match, 'h.at', 'h.at', bind)))
  const current = dialect.lookUp('resource', 'f', 'f.rid = h.rid and f.version = h.version')
  return `select f.rid from history h ${current} where ${here}${during}`
}

/** What refers by the key to a resource of the type that the caller may see and that meets the chained clauses. */
function ridsReferring({ key, type, where }: Extract<Clause, { on: 'chain' }>, scope: Scope): string {
  const { bind, dialect } = scope
  const inner = aliasedWithin(scope, type)
  const { r: t } = inner
  const referring = dialect.lookUp('search_index', 'i', `i.key = ${bind(key)} and i.value = ${t}.type || '/' || ${t}.id`)
  const { from, tests } = startOf(where, inner)
  return `select i.rid from ${from} ${referring} where ${tests}`
}

/** What a resource of the type that the caller may see and that meets the clauses refers to by the key. */
function ridsReferredTo({ key, type, where }: Extract<Clause, { on: 'has' }>, scope: Scope): string {
  const { bind, dialect } = scope
  const inner = aliasedWithin(scope, type)
  const { r: t } = inner
  const start = `${scope.type}/`
  const referring = `i.rid = ${t}.rid and i.key = ${bind(key)} and substr(i.value, 1, ${start.length}) = ${bind(start)}`
  const referred = `f.type = ${bind(scope.type)} and f.id = substr(i.value, ${start.length + 1})`
  const { from, tests } = startOf(where, inner)
  return `select f.rid from ${from} ${dialect.lookUp('search_index', 'i', referring)} ${dialect.lookUp('resource', 'f', referred)}
    where ${tests}`
}

function ridsOfAll({ of }: Extract<Clause, { on: 'all' }>, scope: Scope): string {
  const inner: Scope = { ...scope, r: `${scope.r}a` }
  const { from, rest } = fromLead(of, inner)
  return `select ${inner.r}.rid from ${from} where ${['1 = 1', ...ofType(inner), ...conditions(rest, inner)].join(' and ')}`
}

/** The resources on the way of a chain, from the clause on that is likeliest to be rare. */
function startOf(where: readonly Clause[], scope: Scope): { readonly from: string; readonly tests: string } {
  const { from, rest } = fromLead(where, scope)
  return { from, tests: [...ofType(scope), standing(rest, scope)].join(' and ') }
}

/** One after the other, so that whoever counts them can stop. */
function fromLead(where: readonly Clause[], scope: Scope): { readonly from: string; readonly rest: readonly Clause[] } {
  const { dialect, r, type } = scope
  const [lead] = leadsOf(where, type)
  if (!lead) return { from: `resource ${r}`, rest: where }
  const from = `(${ridsOf(lead, scope)}) ${r}l ${dialect.lookUp('resource', r, `${r}.rid = ${r}l.rid`)}`
  return { from, rest: where.filter((clause) => clause !== lead) }
}

const ofType = ({ bind, r, type }: Scope): string[] => (type === '' ? [] : [`${r}.type = ${bind(type)}`])

/**
 * The resource is one of those that meet the lead and the `others`: said so that the database starts from the lead, and looks at no
 * resource that the others' index rows rule out.
 */
export function ledBy(lead: Clause, others: readonly Clause[], scope: Scope): string {
  const rids = ridsOf(lead, scope)
  const also = conditions(others, { ...scope, r: 'f' })
  const select = also.length > 0 ? `select f.rid from (${rids}) f where ${also.join(' and ')}` : rids
  return scope.dialect.oneOf(`${scope.r}.rid`, select)
}

/** Whether a resource's index rows alone tell if it meets the clause. */
export function isToldByRows(clause: Clause): boolean {
  switch (clause.on) {
    case 'token':
    case 'reference':
    case 'string':
    case 'date':
    case 'number':
    case 'uri':
    case 'missing':
      return true
    case 'any':
    case 'all':
      return clause.of.every(isToldByRows)
    default:
      return false
  }
}
