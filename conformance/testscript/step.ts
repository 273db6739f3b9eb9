// One exchange of a TestScript: what is sent, and what its answer is held to.

/** Bodies that a script carries with it: whole, right resources, since what is wrong cannot stand in a valid TestScript. */
export type Fixture = 'patient' | 'observation' | 'parameters'

export interface Step {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below the FHIR base; `${patientId}` is the Patient that the script created. */
  readonly path: string
  readonly body?: Fixture
  readonly headers?: Readonly<Record<string, string>>
  /** Sent without a token. */
  readonly isOpen?: true
  readonly asserts: readonly Assert[]
}

export type Assert =
  | { readonly codes: readonly number[] }
  | { readonly resource: string }
  | { readonly contentType: string }
  | { readonly header: string; readonly operator: Operator; readonly value?: string }
  | { readonly expression: string; readonly operator: Operator; readonly value?: string }

/** http://hl7.org/fhir/R4/valueset-assert-operator-codes.html */
export type Operator = 'equals' | 'contains' | 'empty' | 'notEmpty'

const fhirJson = 'application/fhir+json'

export const codes = (...allowed: readonly number[]): Assert => ({ codes: allowed })
export const header = (name: string, operator: Operator, value?: string): Assert => ({
  header: name,
  operator,
  ...(value !== undefined && { value }),
})
export const expression = (path: string, operator: Operator, value?: string): Assert => ({
  expression: path,
  operator,
  ...(value !== undefined && { value }),
})

/** A refusal as FHIR has it. */
export const refused = (...allowed: readonly number[]): readonly Assert[] => [
  codes(...allowed),
  { resource: 'OperationOutcome' },
  expression('OperationOutcome.issue.severity', 'notEmpty'),
]

type Rest = Partial<Omit<Step, 'method' | 'path' | 'asserts'>>

export const get = (path: string, asserts: readonly Assert[], rest: Rest = {}): Step => ({
  method: 'get',
  path,
  asserts,
  ...rest,
})
export const post = (path: string, body: Fixture, asserts: readonly Assert[], rest: Rest = {}): Step => ({
  method: 'post',
  path,
  body,
  asserts,
  ...rest,
  headers: { 'Content-Type': fhirJson, ...rest.headers },
})
export const put = (path: string, body: Fixture, asserts: readonly Assert[]): Step => ({
  method: 'put',
  path,
  body,
  asserts,
  headers: { 'Content-Type': fhirJson },
})
export const remove = (path: string, asserts: readonly Assert[]): Step => ({ method: 'delete', path, asserts })
