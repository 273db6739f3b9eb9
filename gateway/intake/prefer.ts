// What a writer prefers to hear: nothing, the resource, or how it went. https://hl7.org/fhir/R4/http.html#ops

import { appliedHeader, followed, preferred } from '../fhir/preference.ts'
import { issueOf, type Fault } from '../refusal.ts'
import type { StoredAnswer } from '../store/store.ts'

export type Return = 'minimal' | 'representation' | 'OperationOutcome'

/** `Prefer: return=…` (RFC 7240), in one header or several; what is none of the three counts as not said. */
export const preferredReturn = (headers: Headers): Return | undefined => preferred(headers, 'return', returns)

const returns: readonly Return[] = ['minimal', 'representation', 'OperationOutcome']

export const followedReturn = (wanted: Return | undefined): Readonly<Record<string, string>> => followed('return', wanted)

/** What a repeat hears was made as the first preferred it: the preference was followed where both have the same. */
export function repeated(answer: StoredAnswer, headers: Headers): StoredAnswer {
  const { [appliedHeader]: applied, ...others } = answer.headers
  const wanted = followedReturn(preferredReturn(headers))[appliedHeader]
  return applied === undefined || applied === wanted ? answer : { ...answer, headers: others }
}

/** An OperationOutcome of something that was done: its warnings, or that there are none. */
export function doneOutcome(warnings: readonly Fault[]): Record<string, unknown> {
  const issues = warnings.length > 0 ? warnings : [allWell]
  return { resourceType: 'OperationOutcome', issue: issues.map((fault) => issueOf(fault, 'informational')) }
}

const allWell: Fault = { id: 'done', text: 'done as asked', severity: 'information', code: 'informational' }
