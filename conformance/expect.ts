// What a test may hold a system to; each says what was expected and what came instead.

import { at, isRecord, textAt, textsAt } from './json.ts'
import { Failed } from './outcome.ts'
import type { Answer } from './wire/exchange.ts'

export function holds(claim: boolean, what: string, expected: string, actual: unknown): asserts claim {
  if (!claim) throw new Failed(what, expected, shown(actual))
}

export function same(actual: unknown, expected: unknown, what: string): void {
  holds(JSON.stringify(actual) === JSON.stringify(expected), what, shown(expected), actual)
}

export function status(answer: Answer, expected: number | readonly number[], what: string): void {
  const allowed = [expected].flat()
  holds(allowed.includes(answer.status), what, `status ${allowed.join(' or ')}`, `status ${answer.status}${issuesOf(answer)}`)
}

/** The diagnostics of an OperationOutcome behind a status that was not expected. */
function issuesOf({ json }: Answer): string {
  const issues = at(json, 'issue').map((issue) => textAt(issue, 'details.text') || textAt(issue, 'diagnostics'))
  return issues.length > 0 ? ` (${issues.join('; ').slice(0, 300)})` : ''
}

export function header({ headers }: Answer, name: string, expected: RegExp, what: string): void {
  const value = headers[name.toLowerCase()]
  holds(value !== undefined && expected.test(value), what, `${name}: ${expected.source}`, value ?? 'no such header')
}

/** A refusal as FHIR has it: an OperationOutcome with issues that each have a severity and a code. */
export function refusal(answer: Answer, expected: number | readonly number[], what: string): void {
  status(answer, expected, what)
  same(textAt(answer.json, 'resourceType'), 'OperationOutcome', `${what}: the body`)
  const issues = at(answer.json, 'issue')
  const areWhole = issues.every((issue) => textAt(issue, 'severity') !== '' && textAt(issue, 'code') !== '')
  holds(issues.length > 0 && areWhole, what, 'issues with severity and code', answer.json)
}

/** An OperationOutcome whose issues point at the element. */
export function names(answer: Answer, expression: RegExp, what: string): void {
  const places = textsAt(answer.json, 'issue.expression')
  holds(
    places.some((place) => expression.test(place)),
    what,
    `an issue with expression ${expression.source}`,
    places,
  )
}

/** An OAuth error: JSON with a word of RFC 6749. */
export function oauthError(answer: Answer, errors: readonly string[], what: string): void {
  status(answer, [400, 401], what)
  const error = isRecord(answer.json) ? answer.json['error'] : undefined
  holds(typeof error === 'string' && errors.includes(error), what, `error ${errors.join(' or ')}`, error)
  holds(isRecord(answer.json) && answer.json['access_token'] === undefined, what, 'no access token', 'an access token')
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text
}
