// The conditions of a search, one per clause, as SQL on a row of `resource` and its index rows.

import { indexable } from './index-rows.ts'
import type { Dialect } from './script.ts'
import { none, some, type Bind } from './statement.ts'
import type { Access, Clause, DateMatch } from './store.ts'
import { visible } from './visible.ts'

export interface Scope {
  readonly access: Access
  readonly dialect: Dialect
  readonly bind: Bind
  /** Alias of the resource that is tested. */
  readonly r: string
}

/** The clause that leads is where the database starts; the others are looked up for each resource that it finds. */
export function conditions(where: readonly Clause[], scope: Scope, lead: Clause | undefined): string[] {
  return where.map((clause) => (clause === lead ? `${scope.r}.rid in (${ridsOf(clause, scope)})` : condition(clause, scope)))
}

/** What can be counted by a stretch of the index, likeliest to be rare first. */
export function leadsOf(where: readonly Clause[]): readonly Clause[] {
  const rank = ({ on }: Clause) => ['chain', 'reference', 'token'].indexOf(on) + 1 || 9
  return where.filter(canLead).toSorted((a, b) => rank(a) - rank(b))
}

function canLead(clause: Clause): boolean {
  switch (clause.on) {
    case 'chain':
    case 'reference':
    case 'uri':
      return true
    case 'token':
      return !clause.not && clause.any.every(({ code }) => code !== undefined)
    case 'string':
      return clause.any.every(({ how, value }) => how === 'exact' || (how === 'starts' && value !== ''))
    case 'date':
      return clause.any.every(({ prefix }) => prefix === 'eq')
    default:
      return false
  }
}

/** The rids that meet a clause that can lead. */
export function ridsOf(clause: Clause, scope: Scope): string {
  if (clause.on === 'chain') return chained(clause, scope)
  if (!hasValues(clause)) throw new Error(`a clause on ${clause.on} cannot lead`)
  return `select i.rid from search_index i where i.key = ${scope.bind(clause.key)} and ${valueTest(clause, scope)}`
}

function condition(clause: Clause, scope: Scope): string {
  const { bind, r } = scope
  switch (clause.on) {
    case 'id':
      return among(`${r}.id`, clause.any, bind)
    case 'updated':
      return either(clause.any.map((match) => dateTest(match, `${r}.updated`, `${r}.updated`, bind)))
    case 'chain':
      return `${r}.rid in (${chained(clause, scope)})`
    case 'missing':
      return (clause.missing ? none : some)(rowsOf(clause.key, scope))
    default: {
      const isNot = clause.on === 'token' && clause.not === true
      return (isNot ? none : some)(`${rowsOf(clause.key, scope)} and ${valueTest(clause, scope)}`)
    }
  }
}

const rowsOf = (key: string, { bind, r }: Scope): string => `from search_index i where i.rid = ${r}.rid and i.key = ${bind(key)}`

type ValueClause = Extract<Clause, { on: 'token' | 'reference' | 'string' | 'date' | 'uri' }>

function hasValues(clause: Clause): clause is ValueClause {
  return clause.on !== 'id' && clause.on !== 'updated' && clause.on !== 'missing' && clause.on !== 'chain'
}

function valueTest(clause: ValueClause, { bind, dialect }: Scope): string {
  switch (clause.on) {
    case 'reference':
    case 'uri':
      return among('i.value', clause.any.map(indexable), bind)
    case 'token':
      return either(clause.any.map((token) => tokenTest(token, bind)))
    case 'string':
      return either(clause.any.map((match) => stringTest(match, bind, dialect)))
    case 'date':
      return either(clause.any.map((match) => dateTest(match, 'i.value', 'i.other', bind)))
  }
}

function tokenTest({ system, code }: { system?: string; code?: string }, bind: Bind): string {
  const tests = [
    ...(code === undefined ? [] : [`i.value = ${bind(indexable(code))}`]),
    ...(system === undefined ? [] : [`i.other = ${bind(indexable(system))}`]),
  ]
  return tests.length > 0 ? `(${tests.join(' and ')})` : '1 = 1'
}

/** Greater, by its bytes, than any text that starts with what stands before it. */
const beyondAll = '\u{10FFFF}'

/** An index value that is too long keeps only its beginning; a longer one cannot be asked for. */
const longestStart = 120

function stringTest(match: { value: string; how: 'starts' | 'exact' | 'contains' }, bind: Bind, dialect: Dialect): string {
  if (match.how === 'exact') return `i.value = ${bind(indexable(match.value))}`
  const part = startOf(match.value)
  if (match.how === 'contains') return dialect.contains('i.value', bind(part))
  return `(i.value >= ${bind(part)} and i.value < ${bind(part + beyondAll)})`
}

function startOf(text: string): string {
  return text.length <= longestStart ? text : text.slice(0, longestStart).replace(/[\uD800-\uDBFF]$/, '')
}

/** FHIR R4 §3.1.1.4.5 and §3.1.1.5.8 on ranges: the resource's is [low, high], the caller's [match.low, match.high]. */
function dateTest(match: DateMatch, low: string, high: string, bind: Bind): string {
  const within = () => {
    const [from, to] = [bind(match.low), bind(match.high)]
    return `${low} >= ${from} and ${low} <= ${to} and ${high} <= ${to}` // the second limits the stretch of the index
  }
  const above = () => `${high} > ${bind(match.high)}`
  const below = () => `${low} < ${bind(match.low)}`
  switch (match.prefix) {
    case 'eq':
      return `(${within()})`
    case 'ne':
      return `(${below()} or ${above()})`
    case 'gt':
      return above()
    case 'lt':
      return below()
    case 'ge':
      return low === high ? `${low} >= ${bind(match.low)}` : `(${above()} or (${within()}))`
    case 'le':
      return low === high ? `${low} <= ${bind(match.high)}` : `(${below()} or (${within()}))`
    case 'sa':
      return `${low} > ${bind(match.high)}`
    case 'eb':
      return `${high} < ${bind(match.low)}`
  }
}

/** What refers by `key` to a resource of the named type that the caller may see and that meets the chained clauses. */
function chained(clause: Extract<Clause, { on: 'chain' }>, scope: Scope): string {
  const { access, bind, r } = scope
  const t = `${r}t`
  const key = bind(clause.key)
  const where = [
    `${t}.type = ${bind(clause.type)}`,
    `${t}.deleted = 0`,
    ...conditions(clause.where, { ...scope, r: t }, leadsOf(clause.where)[0]),
    visible(access, t, bind),
  ]
  return `select i.rid from resource ${t} join search_index i on i.key = ${key} and i.value = ${t}.type || '/' || ${t}.id
    where ${where.join(' and ')}`
}

function among(column: string, values: readonly string[], bind: Bind): string {
  return values.length > 0 ? `${column} in (${values.map((value) => bind(value)).join(', ')})` : '1 = 0'
}

function either(tests: readonly string[]): string {
  return tests.length > 0 ? `(${tests.join(' or ')})` : '1 = 0'
}
