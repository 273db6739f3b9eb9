// Applies assertions to a stored resource so that any order of arrival ends in the same state.

import type { Assertion } from '../../mappings/mapped.ts'
import { clearAt, parsePath, putAt, type Path } from '../../mappings/engine/path.ts'
import { copyOf } from '../../profiles/decimal.ts'
import { at, isRecord, type FhirResource } from '../fhir/resource.ts'

/**
 * What is kept beside a resource. `asserted` says for each path when its source last spoke of it, so that a message that comes
 * late corrects nothing newer; `since` holds the time lines from which repeating elements with a period are built.
 */
export interface Notes {
  readonly asserted: Readonly<Record<string, string>>
  readonly since: Readonly<Record<string, readonly Moment[]>>
}

export interface Moment {
  readonly at: string
  readonly stamp: string
  readonly value: unknown
}

export interface Applied {
  readonly resource: FhirResource
  readonly notes: Notes
  /** Paths whose assertion was older than what is stored and so changed nothing. */
  readonly late: readonly string[]
}

export const noNotes: Notes = { asserted: {}, since: {} }

/**
 * `stamp` orders messages of one source: when the source recorded it, then when it happened (EVN-2, EVN-6), as text that sorts.
 * An equal stamp wins: of two events in one second the one received later counts (uk-data-formats.md §1.8).
 */
export function apply(resource: FhirResource, notes: Notes, assertions: readonly Assertion[], stamp: string): Applied {
  const result = copyOf(resource)
  const asserted: Record<string, string> = { ...notes.asserted }
  const since: Record<string, readonly Moment[]> = { ...notes.since }
  const late: string[] = []
  for (const assertion of assertions) {
    if (assertion.state === 'since') {
      since[assertion.path] = withMoment(since[assertion.path] ?? [], {
        at: assertion.at,
        stamp,
        value: assertion.value,
      })
      putAt(result, pathOf(assertion.path), periods(since[assertion.path] ?? []))
    } else if (lastSaid(asserted, assertion.path) > stamp) {
      late.push(assertion.path)
    } else {
      asserted[assertion.path] = stamp
      if (assertion.state === 'set') putAt(result, pathOf(assertion.path), copyOf(assertion.value))
      else clearAt(result, pathOf(assertion.path))
    }
  }
  order(result, Object.keys(asserted))
  return { resource: result, notes: { asserted, since }, late }
}

/**
 * Elements that are told one by one (`name[use=official]`) stand in one order, whichever of them was told first. The official
 * name leads, because many readers take the first.
 */
function order(resource: FhirResource, paths: readonly string[]): void {
  const lists = new Map<string, Set<string>>()
  for (const path of paths) {
    const [, list, selector] = /^([\w.]+)\[(\w+=[^\]]+)\]/.exec(path) ?? []
    if (list && selector) lists.set(list, (lists.get(list) ?? new Set()).add(selector))
  }
  for (const [list, selectors] of lists) {
    const names = list.split('.')
    const last = names.pop() ?? ''
    const owner = names.length === 0 ? resource : at(resource, names.join('.'))[0]
    const elements = isRecord(owner) ? owner[last] : undefined
    if (!isRecord(owner) || !Array.isArray(elements)) continue
    const ranks = [...selectors].sort((a, b) => Number(isLeading(b)) - Number(isLeading(a)) || (a < b ? -1 : 1))
    owner[last] = elements
      .map((element: unknown) => ({ element, rank: ranks.findIndex((selector) => isChosen(element, selector)) }))
      .sort((a, b) => (a.rank + 1 || Infinity) - (b.rank + 1 || Infinity))
      .map(({ element }) => element)
  }
}

const isLeading = (selector: string): boolean => selector === 'use=official'

function isChosen(element: unknown, selector: string): boolean {
  const split = selector.indexOf('=')
  return isRecord(element) && element[selector.slice(0, split)] === selector.slice(split + 1)
}

function pathOf(text: string): Path {
  const path = parsePath(text)
  if (!path) throw new Error('a mapping made a path that does not parse')
  return path
}

/** When the element, or what it stands in, or what stands in it, was last spoken of: `""` takes away a whole identifier. */
function lastSaid(asserted: Readonly<Record<string, string>>, path: string): string {
  const isWithin = (inner: string, outer: string) => inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length))
  return Object.entries(asserted).reduce(
    (last, [other, stamp]) => ((other === path || isWithin(other, path) || isWithin(path, other)) && stamp > last ? stamp : last),
    '',
  )
}

/** Of two statements about one instant the later stamp counts. */
function withMoment(line: readonly Moment[], moment: Moment): readonly Moment[] {
  const same = line.find(({ at }) => at === moment.at)
  if (same && same.stamp > moment.stamp) return line
  return [...line.filter((other) => other !== same), moment].sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Each stretch of an unchanged value becomes one element with its period; only the last is open. */
export function periods(line: readonly Moment[]): readonly unknown[] {
  const stretches = line.filter(({ value }, i) => i === 0 || JSON.stringify(value) !== JSON.stringify(line[i - 1]?.value))
  return stretches.map(({ at, value }, i) => {
    const next = stretches[i + 1]
    return {
      ...(isRecord(value) ? value : { value }),
      status: next ? 'completed' : 'active',
      period: { start: at, ...(next && { end: next.at }) },
    }
  })
}
