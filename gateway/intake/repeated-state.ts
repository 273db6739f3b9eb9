// Whether a statement says only what was known of its stay before: a repeat, or the late news of what has changed again since.

import { isDeepStrictEqual } from 'node:util'
import { instantOf, startOf } from '../../mappings/engine/time.ts'
import { at, referencesAt, textAt, type FhirResource } from '../fhir/resource.ts'
import type { Planning } from './planning.ts'

/**
 * A census says every day what it said the day before; only a state that differs from the one before it is news. `timeZone` is
 * that of the sender's days.
 */
export async function repeatsState(planning: Planning, after: FhirResource, timeZone: string): Promise<boolean> {
  const [spell] = after.resourceType === 'Observation' ? referencesAt(after, 'encounter') : []
  if (!spell) return false
  const { versions } = await planning.store.search(
    { as: 'gateway', why: 'the state before this one' },
    {
      type: 'Observation',
      where: [
        { on: 'reference', key: 'Observation.encounter', any: [spell] },
        { on: 'token', key: 'Observation.code', any: at(after, 'code.coding.code').map((code) => ({ code: String(code) })) },
      ],
      order: [{ by: 'updated', descending: true }],
      count: 200,
      total: false,
    },
  )
  const states = versions.map(({ text }): unknown => JSON.parse(text)).filter((state) => textAt(state, 'id') !== after.id)
  const when = (state: unknown): number =>
    effectiveMs(state, timeZone) ?? Date.parse(textAt(state, 'meta.lastUpdated') ?? planning.at)
  const [last] = states.sort((a, b) => when(b) - when(a))
  return last !== undefined && (when(last) > when(after) || isDeepStrictEqual(valueOf(last), valueOf(after)))
}

/**
 * From when on it holds. Times come in several offsets, so their text does not sort: in summer a ward's 12:00+01:00 is before its
 * 11:30Z. A day begins at midnight where it was sent from.
 */
function effectiveMs(state: unknown, timeZone: string): number | undefined {
  const text =
    textAt(state, 'effectiveDateTime') ?? textAt(state, 'effectiveInstant') ?? textAt(state, 'effectivePeriod.start') ?? ''
  const ms = Date.parse(instantOf(text) ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? startOf(text, timeZone) : text))
  return Number.isNaN(ms) ? undefined : ms
}

const valueOf = (state: unknown): unknown => [at(state, 'valueBoolean'), at(state, 'valueCodeableConcept.coding.code')]
