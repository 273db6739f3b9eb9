// Answers as plain data: a status with headers and a body, or none at all.

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What is done with a request: answered, at once or later; held until the connection is closed; or cut off at once. */
export type Turn =
  | { readonly kind: 'answer'; readonly reply: Reply; readonly afterMs?: number }
  | { readonly kind: 'hold' }
  | { readonly kind: 'cut' }

type Headers = Readonly<Record<string, string>>

export const jsonReply = (status: number, body: unknown, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export const fhirReply = (status: number, body: unknown, headers: Headers = {}): Reply =>
  jsonReply(status, body, { 'content-type': 'application/fhir+json; charset=utf-8', ...headers })

export interface Fault {
  /** FHIR issue type. */
  readonly code: string
  /** Of the NHS's list of HTTP error codes. */
  readonly nhs: string
  readonly words: string
  readonly expression?: string
}

const nhsCodes = 'https://fhir.nhs.uk/CodeSystem/http-error-codes'

export function outcomeReply(status: number, faults: readonly Fault[], headers: Headers = {}): Reply {
  const issue = faults.map(({ code, nhs, words, expression }) => ({
    severity: 'error',
    code,
    details: { coding: [{ system: nhsCodes, code: nhs }], text: words },
    ...(expression !== undefined && { expression: [expression] }),
  }))
  return fhirReply(status, { resourceType: 'OperationOutcome', issue }, headers)
}

export const refused = (status: number, code: string, nhs: string, words: string, headers: Headers = {}): Reply =>
  outcomeReply(status, [{ code, nhs, words }], headers)
