// What a writer prefers to hear: nothing, the resource, or how it went. https://hl7.org/fhir/R4/http.html#ops

import { issueOf, type Fault } from '../refusal.ts'

export type Return = 'minimal' | 'representation' | 'OperationOutcome'

/** `Prefer: return=…` (RFC 7240), in one header or several; what is none of the three counts as not said. */
export function preferredReturn(headers: Headers): Return | undefined {
  for (const preference of (headers.get('prefer') ?? '').split(/[,;]/)) {
    const [, value] = /^\s*return\s*=\s*"?(\w+)"?\s*$/i.exec(preference) ?? []
    const found = returns.find((one) => one.toLowerCase() === value?.toLowerCase())
    if (found) return found
  }
  return undefined
}

const returns: readonly Return[] = ['minimal', 'representation', 'OperationOutcome']

/** An OperationOutcome of something that was done: its warnings, or that there are none. */
export function doneOutcome(warnings: readonly Fault[]): Record<string, unknown> {
  const issues = warnings.length > 0 ? warnings : [allWell]
  return { resourceType: 'OperationOutcome', issue: issues.map((fault) => issueOf(fault, 'informational')) }
}

const allWell: Fault = { id: 'done', text: 'done as asked', severity: 'information', code: 'informational' }
