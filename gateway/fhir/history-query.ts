// What a history is asked: its parameters, each at most once. https://hl7.org/fhir/R4/http.html#history

import { Refusal, type Fault } from '../refusal.ts'
import { instantRange } from '../store/instants.ts'
import type { DateMatch, Instant } from '../store/store.ts'
import type { Parameter } from './search-query.ts'
import { shapeOf, type Shape } from './shaping.ts'

export interface HistoryAsked extends Shape {
  readonly since?: Instant
  readonly at?: DateMatch
  readonly count: number
  readonly total: boolean
  readonly descending: boolean
  /** The parameters as they take effect, for the links. */
  readonly used: readonly Parameter[]
}

const defaultCount = 50
const longestPage = 200

interface Effect {
  readonly since?: Instant
  readonly at?: DateMatch
  readonly count?: number
  readonly total?: boolean
  readonly descending?: boolean
}

/** What each takes, and what a value of it does; undefined where it is none of its values. */
const rows: Readonly<Record<string, { readonly takes: string; readonly id: string; read(value: string): Effect | undefined }>> = {
  _since: { takes: 'a FHIR instant', id: 'date-invalid', read: (value) => from(value, ({ low }) => ({ since: low })) },
  _at: {
    takes: 'a FHIR date, dateTime or instant',
    id: 'date-invalid',
    read: (value) => from(value, (range) => ({ at: { prefix: 'eq', ...range } })),
  },
  _count: {
    takes: 'a whole number',
    id: 'count-invalid',
    read: (value) => (/^\d{1,9}$/.test(value) ? { count: Math.min(Number(value), longestPage) } : undefined),
  },
  _sort: {
    takes: '_lastUpdated or -_lastUpdated',
    id: 'control-invalid',
    read: (value) => (/^-?_lastUpdated$/.test(value) ? { descending: value.startsWith('-') } : undefined),
  },
  _total: {
    takes: 'none, estimate (answered as accurate) or accurate',
    id: 'control-invalid',
    read: (value) => (/^(none|estimate|accurate)$/.test(value) ? { total: value !== 'none' } : undefined),
  },
}

/** A plus that was not escaped arrives as a space. */
function from(value: string, effect: (range: { low: Instant; high: Instant }) => Effect): Effect | undefined {
  const range = instantRange(value.replace(' ', '+'))
  return range && effect(range)
}

const ofShape: readonly string[] = ['_summary', '_elements']
const ofHttp: readonly string[] = ['_format', '_pretty']

/** 400 with every fault; nothing is passed over, because a history that was not narrowed would look like one that was. */
export function historyAsked(parameters: readonly Parameter[], types: readonly string[], isOfOne: boolean): HistoryAsked {
  const faults: Fault[] = []
  let effects: Effect = {}
  for (const [name, value] of parameters) {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined
    const effect = row?.read(value)
    if (effect) effects = { ...effects, ...effect }
    else if (row) faults.push({ id: row.id, text: `${name} takes ${row.takes}.`, expression: `http.${name}` })
    else if (!ofShape.includes(name) && !ofHttp.includes(name)) faults.push(unknownFault)
  }
  const query = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]))
  const repeated = Object.keys(rows).filter((name) => query.getAll(name).length > 1)
  faults.push(...repeated.map(repeatedFault))
  const { shape, faults: shapeFaults } = shapeOf({ query }, types, true)
  faults.push(...shapeFaults)
  if (faults.length > 0) throw new Refusal('invalid', faults)
  const { count = defaultCount, total = isOfOne, descending = true, ...window } = effects
  const countOnly = shape.countOnly || count === 0
  const used = parameters.filter(([name]) => !ofHttp.includes(name))
  return { ...shape, ...window, countOnly, count, total: total || countOnly, descending, used }
}

const unknownFault: Fault = {
  id: 'parameter-unsupported',
  text: `A history takes ${[...Object.keys(rows), ...ofShape, ...ofHttp].join(', ')}.`,
  expression: 'http.history',
}

const repeatedFault = (name: string): Fault => ({
  id: 'parameter-repeated',
  text: `${name} may be given only once.`,
  expression: `http.${name}`,
})
