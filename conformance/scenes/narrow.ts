// A token that is narrowed by a search, an Observation that it reaches, and one that it leaves out.

import { Omitted } from '../outcome.ts'
import type { Session } from '../session.ts'
import { smart } from '../sources.ts'
import type { Trial } from '../trial.ts'
import { created } from './fhir.ts'
import { observationWith, observedAs } from './search.ts'

export const page = 'scopes-and-launch-context'
export const statement = smart(page, 'finer-grained resource constraints using search parameters')
/** What a target must offer for a requirement of granular scopes, and that with more. */
export const needs = {
  systems: ['acute'],
  capability: [
    'Patient.create',
    'Observation.create',
    'Observation.read',
    'Observation.search-type',
    'Observation?subject',
    'Observation?status',
  ],
} as const
export const needing = (...more: readonly string[]) => ({ ...needs, capability: [...needs.capability, ...more] })

export const finals = 'system/Observation.cruds?status=final'

/** With a token of these scopes alone. A server need grant none that narrows by a search; what it grants it enforces. */
export async function narrowed(t: Trial, scope: string): Promise<Session> {
  const answer = await t.token('acute', { scope })
  if (answer.status !== 200) throw new Omitted('the target grants no scope that narrows by a search')
  return t.as('acute', scope)
}

export interface Scene {
  readonly patient: string
  /** Final: it has `left` as a member. */
  readonly kept: string
  /** Preliminary. */
  readonly left: string
  readonly narrow: Session
}

export async function scene(t: Trial, scope = finals): Promise<Scene> {
  const narrow = await narrowed(t, scope)
  const { patient, all } = await observedAs(t, { status: 'preliminary' })
  const [left = ''] = all
  const kept = await created(t.as('acute'), observationWith(patient, { status: 'final', hasMember: [{ reference: left }] }))
  return { patient, kept, left, narrow }
}
