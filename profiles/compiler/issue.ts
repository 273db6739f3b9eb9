// What the validator found: issues with their places, collected under limits.

/** One fault of a resource. Says where and what, never the value. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'information'
  /** FHIR's issue-type code: `structure`, `required`, `value`, `invariant`, `code-invalid`, … */
  readonly code: string
  /** Stable: `unknown-element`, `required`, `too-many`, `wrong-type`, `code-not-in-list`, `date-invalid`, … */
  readonly id: string
  readonly text: string
  /** FHIRPath with indexes, e.g. `Patient.identifier[0].value`. */
  readonly expression: string
}

/** Where the walk stands: a chain towards the root, written out only when something is reported. */
export interface Place {
  readonly parent: Place | undefined
  readonly name: string
  /** Position in a repeating element. */
  readonly index: number | undefined
}

export interface Findings {
  readonly issues: Issue[]
  readonly seen: Set<string>
  errors: number
  others: number
  /** A limit was reached: the walk ends, and the last issue says so. */
  isFull: boolean
}

/** Nobody mends more at once, and the answer must stay small. */
export const maxIssues = 500

export function noFindings(): Findings {
  return { issues: [], seen: new Set(), errors: 0, others: 0, isFull: false }
}

export function rootPlace(name: string): Place {
  return { parent: undefined, name, index: undefined }
}

export function below(parent: Place, name: string, index?: number): Place {
  return { parent, name, index }
}

/** The same fault at the same place, which two profiles may both find, is told once. */
export function report(findings: Findings, place: Place, id: string, text: string, severity: Issue['severity'] = 'error'): void {
  if (findings.isFull) return
  const isError = severity === 'error'
  if (!isError && findings.others >= maxIssues) return
  const issue: Issue = { severity, code: issueCodes[id] ?? 'invalid', id, text, expression: expressionOf(place) }
  const key = `${severity} ${id} ${issue.expression} ${text}`
  if (findings.seen.has(key)) return
  findings.seen.add(key)
  findings.issues.push(issue)
  if (isError) findings.errors += 1
  else findings.others += 1
  if (findings.errors >= maxIssues)
    stop(findings, place, 'too-many-faults', `more than ${maxIssues} faults; the rest was not looked at`)
}

/** Ends the walk with an error, so that what was not looked at never passes. */
export function stop(findings: Findings, place: Place, id: string, text: string): void {
  if (findings.isFull) return
  findings.isFull = true
  findings.errors += 1
  findings.issues.push({ severity: 'error', code: issueCodes[id] ?? 'invalid', id, text, expression: expressionOf(place) })
}

export function expressionOf(place: Place): string {
  const steps: string[] = []
  for (let at: Place | undefined = place; at; at = at.parent) {
    steps.push(at.index === undefined ? at.name : `${at.name}[${at.index}]`)
  }
  return steps.reverse().join('.')
}

/** http://hl7.org/fhir/R4/valueset-issue-type.html */
export const issueCodes: Readonly<Record<string, string>> = {
  'wrong-type': 'structure',
  'unknown-element': 'structure',
  empty: 'structure',
  unreadable: 'structure',
  'choice-conflict': 'structure',
  'type-not-allowed': 'structure',
  'length-mismatch': 'structure',
  'resource-type-missing': 'structure',
  'resource-type-unknown': 'structure',
  'resource-type-wrong': 'structure',
  'resource-type-unsupported': 'not-supported',
  required: 'required',
  'too-many': 'structure',
  'slice-unmatched': 'structure',
  'slice-order': 'structure',
  invariant: 'invariant',
  'fixed-value': 'value',
  'pattern-value': 'value',
  'too-small': 'value',
  'too-large-value': 'value',
  'id-invalid': 'value',
  'format-invalid': 'value',
  'number-invalid': 'value',
  'character-invalid': 'value',
  'date-invalid': 'value',
  'date-without-zone': 'value',
  'too-long': 'too-long',
  'code-not-in-list': 'code-invalid',
  'code-not-preferred': 'code-invalid',
  'code-system-unknown': 'code-invalid',
  'code-not-checked': 'not-supported',
  'reference-target': 'value',
  'reference-invalid': 'value',
  'reference-unresolved': 'not-found',
  'reference-profile': 'value',
  'profile-unknown': 'not-supported',
  'profile-version-unknown': 'not-supported',
  'profile-mismatch': 'invalid',
  'profile-type': 'invalid',
  'extension-unknown': 'extension',
  'extension-context': 'extension',
  'extension-modifier': 'extension',
  'modifier-extension-unknown': 'extension',
  'message-event': 'business-rule',
  'message-response': 'business-rule',
  'message-focus': 'business-rule',
  'message-content': 'business-rule',
  'message-focus-missing': 'not-found',
  'message-definition-unknown': 'not-supported',
  'too-deep': 'too-costly',
  'too-large': 'too-costly',
  'too-many-faults': 'too-costly',
}
