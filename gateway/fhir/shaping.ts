// What part of a resource a read or a history is asked for: `_summary` and `_elements` in the query.

import type { Ask } from '../handler.ts'
import type { Fault } from '../refusal.ts'
import { subsetOf, type Subset } from './subset.ts'

export interface Shape {
  readonly subset?: Subset
  /** Bundles only: how many there are, and none of them. */
  readonly countOnly: boolean
}

/** `isBundle`: whether `_summary=count` may be asked. `types`: those whose elements may be named. */
export function shapeOf(
  { query }: Pick<Ask, 'query'>,
  types: readonly string[],
  isBundle = false,
): { readonly shape: Shape; readonly faults: readonly Fault[] } {
  // Nothing is asked, nearly always: then nothing is looked up.
  if (query.size === 0) return { shape: whole, faults: [] }
  const summaries = query.getAll('_summary')
  const countOnly = summaries.length === 1 && summaries[0] === 'count'
  if (summaries.length > 1 || (countOnly && !isBundle)) return { shape: whole, faults: [summaryFault(isBundle)] }
  const elements = query.getAll('_elements')
  const { subset, faults } = subsetOf(
    { summary: summaries[0] ?? null, elements: elements.length > 0 ? elements.join(',') : null },
    types,
  )
  return { shape: { countOnly, ...(subset && { subset }) }, faults }
}

const whole: Shape = { countOnly: false }

const summaryFault = (isBundle: boolean): Fault => ({
  id: 'control-invalid',
  text: `_summary is given once and takes true, text, data${isBundle ? ', count' : ''} or false.`,
  expression: 'http._summary',
})
