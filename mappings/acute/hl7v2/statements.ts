// ZU1's readiness as a statement: fit or not, since when, or taken back.

import type { Assertion, Draft, Issue, Key } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import { criteriaToReside, medicallyFit } from '../readiness.ts'

interface Occasion {
  readonly spell: Key | undefined
  readonly occurred: string | undefined
  readonly recorded: string | undefined
}

/** Silence in both fields says nothing. A date alone says fit since then; a date taken back says only that it no longer holds. */
export function readinessOf(
  said: readonly Assertion[],
  { spell, occurred, recorded }: Occasion,
  source: SourceSettings,
): { drafts: readonly Draft[]; issues: readonly Issue[] } {
  const flag = said.find(({ path }) => path === 'valueBoolean')
  const ready = said.find(({ path }) => path === 'effectiveDateTime')
  if (!flag && !ready) return { drafts: [], issues: [] }
  if (!spell) return { drafts: [], issues: [withoutStay] }
  const since = ready?.state === 'set' && typeof ready.value === 'string' ? ready.value : undefined
  const value = flag?.state === 'set' ? flag.value === true : since === undefined ? undefined : true
  const effective = value === true ? (since ?? occurred) : occurred
  if (effective === undefined) return { drafts: [], issues: [withoutTime] }
  const statement = { spell, effective, recorded }
  const issues = value === false && since !== undefined ? [contradiction] : []
  if (source['ZU1-22'] === 'medically-fit') return { drafts: [medicallyFit(value, statement)], issues }
  const criteria = value === undefined ? undefined : value ? 'no-longer-meets' : 'meets'
  return { drafts: [criteriaToReside(criteria, statement, value === true ? { dischargeReadyDate: since } : {})], issues }
}

const withoutTime: Issue = {
  severity: 'warning',
  id: 'time-missing',
  text: 'ZU1 says something about readiness, and nothing says since when; it was not taken.',
  location: 'ZU1-24',
  expression: 'Observation.effectiveDateTime',
}
const withoutStay: Issue = {
  severity: 'information',
  id: 'readiness-not-taken',
  text: 'ZU1 says something about readiness, and the message opens or names no stay that it could be about.',
  location: 'ZU1-22',
  expression: 'Observation.encounter',
}
const contradiction: Issue = {
  severity: 'warning',
  id: 'readiness-contradictory',
  text: 'ZU1-22 says not fit and ZU1-24 holds a date since when fit; not fit was taken.',
  location: 'ZU1-24',
  expression: 'Observation.valueBoolean',
}
