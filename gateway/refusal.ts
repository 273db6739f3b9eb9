// Every way the gateway says no: its HTTP status, its FHIR issue type and the NHS code for it.

import { codeSystem } from '../profiles/canonical.ts'
import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'

/** NHS codes: https://fhir.nhs.uk/CodeSystem/http-error-codes (reference/uk-fhir-standards.md §1.8). */
export const reasons = {
  malformed: [400, 'structure', 'REC_BAD_REQUEST'],
  invalid: [400, 'invalid', 'REC_BAD_REQUEST'],
  'header-missing': [400, 'required', 'REC_BAD_REQUEST'],
  unauthenticated: [401, 'login', 'REC_UNAUTHORIZED'],
  forbidden: [403, 'forbidden', 'REC_FORBIDDEN'],
  'too-often': [403, 'business-rule', 'REC_FORBIDDEN'],
  'not-found': [404, 'not-found', 'REC_NOT_FOUND'],
  'method-not-allowed': [405, 'not-supported', 'REC_METHOD_NOT_ALLOWED'],
  'not-acceptable': [406, 'not-supported', 'REC_NOT_ACCEPTABLE'],
  timeout: [408, 'timeout', 'REC_TIMEOUT'],
  duplicate: [409, 'duplicate', 'REC_CONFLICT'],
  conflict: [409, 'conflict', 'REC_CONFLICT'],
  'not-allowed-now': [409, 'business-rule', 'REC_CONFLICT'],
  gone: [410, 'deleted', 'REC_NOT_FOUND'],
  stale: [412, 'conflict', 'REC_CONFLICT'],
  'multiple-matches': [412, 'multiple-matches', 'REC_CONFLICT'],
  'too-large': [413, 'too-long', 'REC_BAD_REQUEST'],
  'address-too-long': [414, 'too-long', 'REC_BAD_REQUEST'],
  'unsupported-media-type': [415, 'not-supported', 'REC_UNSUPPORTED_MEDIA_TYPE'],
  unprocessable: [422, 'processing', 'REC_UNPROCESSABLE_ENTITY'],
  'in-flight': [425, 'transient', 'REC_TOO_EARLY'],
  throttled: [429, 'throttled', 'REC_TOO_MANY_REQUESTS'],
  'head-too-large': [431, 'too-long', 'REC_BAD_REQUEST'],
  broken: [500, 'exception', 'REC_SERVER_ERROR'],
  busy: [503, 'transient', 'REC_UNAVAILABLE'],
} as const

export type Reason = keyof typeof reasons

/** One fault: what is wrong in words that hold no personal data, and where, on both sides. */
export interface Fault {
  /** Stable id, e.g. `nhs-number-check-digit`. */
  readonly id: string
  readonly text: string
  /** FHIRPath of the element, e.g. `Patient.identifier[0].value`. */
  readonly expression?: string
  /** Place in the source, e.g. `PID-3.1`, or row and column. */
  readonly location?: string
  /** Overrides the reason's issue type for this fault. */
  readonly code?: OperationOutcomeIssue['code']
  readonly severity?: OperationOutcomeIssue['severity']
}

/** Thrown by whoever must stop; answered by the one door in app.ts. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: Reason
  readonly faults: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>

  constructor(reason: Reason, faults: Fault | readonly Fault[], headers: Record<string, string> = {}) {
    super(reason)
    this.reason = reason
    this.faults = withinLimit(Array.isArray(faults) ? (faults as readonly Fault[]) : [faults as Fault])
    this.headers = headers
  }
}

/** A body of two megabytes can hold a fault in every few bytes: an answer is not to be larger than what it answers. */
const mostFaults = 200

function withinLimit(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= mostFaults || faults.at(-1)?.id === 'more-faults') return faults
  const text = `${faults.length - mostFaults} more faults are not listed`
  return [...faults.slice(0, mostFaults), { id: 'more-faults', text, severity: 'information' }]
}

/** System of the stable ids that faults carry in `details.coding`. */
export const faultSystem = codeSystem('fault')
const nhsErrorSystem = 'https://fhir.nhs.uk/CodeSystem/http-error-codes'

/** OperationOutcome with every fault, each with its stable id, place and words. */
export function outcomeOf(reason: Reason, faults: readonly Fault[]): OperationOutcome {
  const [, code, nhs] = reasons[reason]
  return {
    resourceType: 'OperationOutcome',
    issue: faults.map((fault) => issueOf(fault, code, nhs)) as [OperationOutcomeIssue, ...OperationOutcomeIssue[]],
  }
}

/** One fault as an OperationOutcome issue. */
export function issueOf(fault: Fault, code: OperationOutcomeIssue['code'] = 'processing', nhs?: string): OperationOutcomeIssue {
  return {
    severity: fault.severity ?? 'error',
    code: fault.code ?? code,
    details: {
      coding: [{ system: faultSystem, code: fault.id }, ...(nhs ? [{ system: nhsErrorSystem, code: nhs }] : [])],
      text: fault.text,
    },
    ...(fault.location && { diagnostics: fault.location }),
    ...(fault.expression && { expression: [fault.expression] }),
  }
}
