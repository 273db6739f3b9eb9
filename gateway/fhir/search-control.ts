// The parameters that shape a search's answer rather than choose its matches: _count, _sort, _total, _summary, _elements.

import type { Fault } from '../refusal.ts'
import { searchParameterOf } from '../store/search-parameters.ts'
import type { Order } from '../store/store.ts'
import { isCommon, keyOf } from './search-clause.ts'
import { placeOf, type Parameter } from './search-query.ts'

export interface SearchControl {
  readonly order: readonly Order[]
  readonly count: number
  /** More was asked for than a page holds. */
  readonly isCapped: boolean
  readonly total: boolean
  /** The total and no matches; `_count=0` asks for the same. */
  readonly totalOnly: boolean
  /** As they stand in the address, each once; for subset.ts to read. */
  readonly summary: string | null
  readonly elements: string | null
}

export interface ControlledSearch {
  readonly control: SearchControl
  /** The control parameters as they take effect. */
  readonly used: readonly Parameter[]
  /** `_include` and `_revinclude`, for search-include.ts. */
  readonly includes: readonly Parameter[]
  /** The parameters that choose. */
  readonly rest: readonly Parameter[]
  readonly faults: readonly Fault[]
}

export const defaultCount = 50
export const longestPage = 200
const mostKeys = 4

type Effect = { readonly effect: Partial<SearchControl>; readonly as: string }

interface ControlRow {
  readonly takes: string
  /** What a value does, or undefined when it is not one of its values. */
  readonly read: (value: string, types: readonly string[]) => Effect | undefined
}

const controls: Readonly<Record<string, ControlRow>> = {
  _count: { takes: 'a whole number', read: countOf },
  _sort: { takes: `up to ${mostKeys} parameters that the type can be sorted by, with - for descending`, read: sortOf },
  _total: { takes: 'none, estimate (answered as accurate) or accurate', read: totalOf },
  _summary: { takes: 'true, text, data, count or false', read: summaryOf },
  _elements: {
    takes: 'names of elements, separated by commas',
    read: (value) => (value === '' ? undefined : { effect: { elements: value }, as: value }),
  },
}

const plain: SearchControl = {
  order: [],
  count: defaultCount,
  isCapped: false,
  total: true,
  totalOnly: false,
  summary: null,
  elements: null,
}

/** `types` are those that are searched: one, or several in a search of the whole. */
export function searchControl(parameters: readonly Parameter[], types: readonly string[]): ControlledSearch {
  let control = plain
  const used = new Map<string, string>()
  const includes: Parameter[] = []
  const rest: Parameter[] = []
  const faults: Fault[] = []
  for (const [name, value] of parameters) {
    if (name === '_format' || name === '_pretty') continue
    const row = Object.hasOwn(controls, name) ? controls[name] : undefined
    const read = used.has(name) ? undefined : row?.read(value, types)
    if (read) {
      control = { ...control, ...read.effect }
      used.set(name, read.as)
    } else if (row) faults.push(controlFault(name, row.takes))
    else if (/^_(rev)?include(:|$)/.test(name)) includes.push([name, value])
    else rest.push([name, value])
  }
  const totalOnly = control.totalOnly || control.count === 0
  return {
    control: { ...control, totalOnly, total: control.total || totalOnly },
    used: [...used],
    includes,
    rest,
    faults,
  }
}

const controlFault = (name: string, takes: string): Fault => ({
  id: 'control-invalid',
  text: `${name} is given once and takes ${takes}.`,
  expression: placeOf(name),
})

function countOf(value: string): Effect | undefined {
  if (!/^\d{1,9}$/.test(value)) return undefined
  const count = Math.min(Number(value), longestPage)
  return { effect: { count, isCapped: Number(value) > longestPage }, as: String(count) }
}

function totalOf(value: string): Effect | undefined {
  if (value === 'none') return { effect: { total: false }, as: value }
  return value === 'estimate' || value === 'accurate' ? { effect: { total: true }, as: 'accurate' } : undefined
}

function summaryOf(value: string): Effect | undefined {
  if (value === 'count') return { effect: { totalOnly: true, summary: value }, as: value }
  return ['true', 'text', 'data', 'false'].includes(value) ? { effect: { summary: value }, as: value } : undefined
}

function sortOf(value: string, types: readonly string[]): Effect | undefined {
  const keys = value.split(',')
  const order = keys.map((key) => orderOf(key.replace(/^-/, ''), key.startsWith('-'), types))
  const isRepeated = new Set(keys.map((key) => key.replace(/^-/, ''))).size < keys.length
  if (isRepeated || keys.length > mostKeys || !order.every((one) => one !== undefined)) return undefined
  return { effect: { order }, as: value }
}

/** A search of several types is sorted by what every resource has. */
function orderOf(code: string, descending: boolean, types: readonly string[]): Order | undefined {
  if (isCommon(code)) return { by: code === '_id' ? 'id' : 'updated', descending }
  const [type, ...others] = types
  const parameter = type === undefined || others.length > 0 ? undefined : searchParameterOf(type, code)
  if (type === undefined || !parameter || parameter.type === 'composite' || parameter.byMembership) return undefined
  return { by: { key: keyOf(type, code, parameter) }, descending }
}
