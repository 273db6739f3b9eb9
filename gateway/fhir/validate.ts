// $validate: what is wrong with a resource, and stores nothing. https://hl7.org/fhir/R4/resource-operation-validate.html

import type { Issue } from '../../profiles/compiler/issue.ts'
import { letters, permits } from '../auth/scopes.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { outcomeOf, Refusal, type Fault } from '../refusal.ts'
import { fhirJson, notFound } from './answer.ts'
import { placesIn, readResource } from './body.ts'
import { at, isRecord, isResource, textAt, type FhirResource } from './resource.ts'

/** `POST [type]/$validate` and `POST [type]/[id]/$validate`; always 200 when it could be looked at, whatever was found. */
export async function validateResource(ask: Ask, { store, validator }: House): Promise<Answer> {
  const { type = '', id } = ask.params
  if (!validator.isKnownProfile(`http://hl7.org/fhir/StructureDefinition/${type}`)) throw notFound()
  // No scope of its own: who may do anything with the type may ask what is wrong with one.
  if (!letters.some((letter) => permits(ask.caller.scopes, type, letter))) {
    throw new Refusal('forbidden', { id: 'insufficient-scope', text: `the token holds no scope for ${type}` })
  }
  const sent = ask.body.length > 0 ? sentIn(readResource({ bytes: ask.body, contentType: typeOf(ask) })) : nothing
  const mode = sent.mode ?? ask.query.get('mode') ?? undefined
  const profile = sent.profile ?? ask.query.get('profile') ?? undefined
  checkMode(mode, id)
  const stored = id === undefined ? undefined : await store.read(ask.access, type, id)
  if (id !== undefined && (!stored || stored.deleted)) throw notFound()
  const resource = sent.resource ?? (stored && (JSON.parse(stored.text) as unknown))
  if (resource === undefined) throw missing()
  const faults = modeFaults(resource, mode, id)
  const issues = validator.validate(resource, { type, ...(profile !== undefined && { profile }) })
  return answerOf([...faults, ...located(issues, sent, ask)])
}

const typeOf = ({ headers }: Ask): string => headers.get('content-type') ?? ''

interface Sent {
  readonly resource?: unknown
  readonly mode?: string
  readonly profile?: string
  /** Where the resource stands in what was sent, before its own path. */
  readonly within?: string
}

const nothing: Sent = {}

/** The resource by itself, or as `resource` in Parameters, beside `mode` and `profile`. */
function sentIn(body: FhirResource): Sent {
  if (body.resourceType !== 'Parameters') return { resource: body }
  const parameters = at(body, 'parameter')
  const named = (name: string) => parameters.find((one) => textAt(one, 'name') === name)
  const index = parameters.findIndex((one) => textAt(one, 'name') === 'resource')
  const part = parameters[index]
  const mode = textAt(named('mode'), 'valueCode')
  const profile = textAt(named('profile'), 'valueUri') ?? textAt(named('profile'), 'valueCanonical')
  return {
    ...(isRecord(part) && part['resource'] !== undefined && { resource: part['resource'] }),
    ...(mode !== undefined && { mode }),
    ...(profile !== undefined && { profile }),
    within: `Parameters.parameter[${index}].resource`,
  }
}

const modes: readonly string[] = ['create', 'update', 'delete', 'profile']

function checkMode(mode: string | undefined, id: string | undefined): void {
  if (mode === undefined || modes.includes(mode)) {
    if (mode !== 'delete') return
    const text = id === undefined ? 'delete is asked of one resource: [type]/[id]/$validate' : 'nothing is deleted here'
    throw new Refusal('unprocessable', { id: 'mode-not-supported', text, location: 'mode', code: 'not-supported' })
  }
  throw new Refusal('invalid', {
    id: 'mode-unknown',
    text: `mode is one of ${modes.join(', ')}`,
    location: 'mode',
    code: 'value',
  })
}

function missing(): Refusal {
  return new Refusal('invalid', { id: 'required', text: 'send the resource, or Parameters that hold it', code: 'required' })
}

/** What an update would be refused for besides. */
function modeFaults(resource: unknown, mode: string | undefined, id: string | undefined): readonly Fault[] {
  if (mode !== 'update' || id === undefined || !isResource(resource) || resource.id === id) return []
  return [
    {
      id: 'id-mismatch',
      text: 'an update carries the id of its address',
      expression: `${resource.resourceType}.id`,
      code: 'value',
    },
  ]
}

/** With the line and column of what was sent; a stored resource has none. */
function located(issues: readonly Issue[], { resource, within }: Sent, ask: Ask): readonly Fault[] {
  const inBody = (expression: string) => (within === undefined ? expression : within + expression.replace(/^[A-Z]\w*/, ''))
  const body = { bytes: ask.body, contentType: typeOf(ask) }
  const expressions = issues.map(({ expression }) => inBody(expression))
  const places = resource === undefined ? undefined : placesIn(body, expressions)
  return issues.map(({ severity, code, id, text, expression }) => {
    const place = places?.get(inBody(expression))
    const location = place && `line ${place.line}, column ${place.column}`
    return { id, severity, text, expression, code: code as NonNullable<Fault['code']>, ...(location && { location }) }
  })
}

const allGood: Fault = { id: 'valid', severity: 'information', text: 'no fault was found', code: 'informational' }

function answerOf(faults: readonly Fault[]): Answer {
  const body = JSON.stringify(outcomeOf('unprocessable', faults.length > 0 ? faults : [allGood]))
  return { status: 200, headers: { 'content-type': fhirJson }, body }
}
