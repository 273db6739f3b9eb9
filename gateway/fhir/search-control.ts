// The parameters that shape a search's answer rather than choose its matches: _count, _sort, _total, _summary, _format.

import type { Fault } from '../refusal.ts'
import { placeOf, type Parameter } from './search-query.ts'

export interface SearchControl {
  readonly order: 'newest' | 'oldest'
  readonly count: number
  readonly total: boolean
  /** The total and no matches; `_count=0` asks for the same. */
  readonly totalOnly: boolean
}

export interface ControlledSearch {
  readonly control: SearchControl
  /** The control parameters as they take effect. */
  readonly used: readonly Parameter[]
  /** The parameters that choose. */
  readonly rest: readonly Parameter[]
  readonly faults: readonly Fault[]
}

export const defaultCount = 50
export const longestPage = 200

type Effect = { readonly effect: Partial<SearchControl>; readonly as: string }

/** What each parameter's value does, or undefined when it is not one of its values. */
const controls: Readonly<Record<string, { readonly takes: string; readonly read: (value: string) => Effect | undefined }>> = {
  _count: { takes: 'a whole number', read: countOf },
  _sort: {
    takes: '_lastUpdated or -_lastUpdated',
    read: oneOf({ _lastUpdated: { order: 'oldest' }, '-_lastUpdated': { order: 'newest' } }),
  },
  _total: {
    takes: 'none, estimate (answered as accurate) or accurate',
    read: (value) => (value === 'estimate' ? { effect: { total: true }, as: 'accurate' } : totals(value)),
  },
  _summary: { takes: 'count or false', read: oneOf({ count: { totalOnly: true }, false: {} }) },
}

export function searchControl(parameters: readonly Parameter[]): ControlledSearch {
  let control: SearchControl = { order: 'newest', count: defaultCount, total: true, totalOnly: false }
  const used = new Map<string, string>()
  const rest: Parameter[] = []
  const faults: Fault[] = []
  for (const [name, value] of parameters) {
    if (name === '_format' || name === '_pretty') continue
    const row = Object.hasOwn(controls, name) ? controls[name] : undefined
    const read = used.has(name) ? undefined : row?.read(value)
    if (read) {
      control = { ...control, ...read.effect }
      used.set(name, read.as)
    } else if (row) faults.push(controlFault(name, row.takes))
    else rest.push([name, value])
  }
  const totalOnly = control.totalOnly || control.count === 0
  return {
    control: { ...control, totalOnly, total: control.total || totalOnly },
    used: [...used],
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
  return { effect: { count }, as: String(count) }
}

function oneOf(effects: Readonly<Record<string, Partial<SearchControl>>>): (value: string) => Effect | undefined {
  return (value) => {
    const effect = Object.hasOwn(effects, value) ? effects[value] : undefined
    return effect && { effect, as: value }
  }
}

const totals = oneOf({ none: { total: false }, accurate: { total: true } })
