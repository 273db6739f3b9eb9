// Searches that a right server may refuse: what it does not have it is not held to.

import { status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import type { Session } from '../session.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import { created, matchesIn } from './fhir.ts'
import { observationOf, patientOf, type Resource } from './resources.ts'

/** The matches; where the server refuses the modifier, the prefix or the order, as it may, the test ends. */
export async function matchesOr(session: Session, query: string, what: string): Promise<readonly string[]> {
  const answer = await session.get(query)
  if (answer.status === 400 || answer.status === 501) throw new Omitted(`the target refuses ${what}, as it may`)
  status(answer, 200, 'a search')
  return matchesIn(answer)
}

/** `Type/id` of every entry of that mode. */
export const entriesIn = ({ json }: Answer, mode: 'match' | 'include' | 'outcome'): readonly string[] =>
  at(json, 'entry')
    .filter((entry) => textAt(entry, 'search.mode') === mode)
    .map((entry) => `${textAt(entry, 'resource.resourceType')}/${textAt(entry, 'resource.id')}`)

/** A Patient with an Observation for each of these parts: `Patient/id` and the Observations’ references. */
export async function observedAs(t: Trial, ...parts: readonly object[]): Promise<{ patient: string; all: readonly string[] }> {
  const patient = await created(t.as('acute'), patientOf(t.person()))
  const all: string[] = []
  for (const part of parts) all.push(await created(t.as('acute'), observationWith(patient, part)))
  return { patient, all }
}

/** Without the value and the time that others have, so that only what is named is there. */
export function observationWith(subject: string, part: object): Resource {
  const { valueString: _, effectiveDateTime: __, ...bare } = observationOf(subject, undefined, 'conformance')
  return { ...bare, resourceType: 'Observation', ...part }
}

/** Which of these the query finds, by the letters that name them. */
export async function foundBy(
  session: Session,
  query: string,
  letters: Readonly<Record<string, string>>,
  what: string,
): Promise<string> {
  const found = await matchesOr(session, query, what)
  return Object.keys(letters)
    .filter((letter) => found.includes(letters[letter] ?? ''))
    .join('')
}

/** References of an answer’s entries of whatever mode, in their order. */
export const allIn = ({ json }: Answer): readonly string[] =>
  at(json, 'entry').map((entry) => `${textAt(entry, 'resource.resourceType')}/${textAt(entry, 'resource.id')}`)

export const severitiesIn = ({ json }: Answer): readonly string[] => textsAt(json, 'entry.resource.issue.severity')

export const idOf = (reference: string): string => reference.split('/')[1] ?? ''
