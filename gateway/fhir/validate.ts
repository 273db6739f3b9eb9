// $validate: what is wrong with a resource, and stores nothing. https://hl7.org/fhir/R4/resource-operation-validate.html

import { parseKeeping } from '../../profiles/decimal.ts'
import type { Issue } from '../../profiles/compiler/issue.ts'
import { letters, permits, type Letter } from '../auth/scopes.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { outcomeOf, Refusal, type Fault } from '../refusal.ts'
import { fhirJson, notFound } from './answer.ts'
import { askedIn, type Asked } from './asked.ts'
import { placesIn, readResource } from './body.ts'
import { isResource, type FhirResource } from './resource.ts'

/** What a request would be refused for that no definition says: who asks is to hear it before who writes. */
export interface Further {
  /** Of a resource that is written. */
  besides(resource: FhirResource): readonly Fault[]
  /** Of a delete at the address. */
  ofDelete(): Promise<readonly Fault[]>
}

/** `POST [type]/$validate` and `POST [type]/[id]/$validate`; always 200 when it could be looked at, whatever was found. */
export async function validate(ask: Ask, { store, whole: validator }: House, { besides, ofDelete }: Further): Promise<Answer> {
  const { type = '', id } = ask.params
  if (type === 'Resource' || !validator.isKnownProfile(`http://hl7.org/fhir/StructureDefinition/${type}`)) throw unknownType()
  // No scope of its own: who may do anything with the type may ask what is wrong with one. What is stored takes the scope to read it.
  const needed = id === undefined ? letters : (['r'] as const)
  if (!needed.some((letter) => permits(ask.caller.scopes, type, letter)))
    throw tooLittle(id === undefined ? `the token holds no scope for ${type}` : lacking(type, 'r'))
  const body = ask.body.length > 0 ? readResource({ bytes: ask.body, contentType: typeOf(ask) }) : undefined
  const sent = askedIn(body, ask.query, type)
  const { mode, profile } = sent
  checkMode(mode, id)
  const stored = id === undefined ? undefined : await store.read(ask.access, type, id)
  if (id !== undefined && (!stored || stored.deleted)) throw notFound()
  const touched = [id === undefined ? type : `${type}/${id}`]
  if (mode === 'delete') {
    // What stands in the way of a delete may be others' business: only who may delete hears of it.
    if (!permits(ask.caller.scopes, type, 'd')) throw tooLittle(lacking(type, 'd'))
    return { ...answerOf(await ofDelete()), touched }
  }
  const resource = sent.resource ?? (stored && parseKeeping(stored.text))
  if (resource === undefined) throw missing()
  const faults = [...modeFaults(resource, mode, id), ...(isResource(resource) ? located(besides(resource), sent, ask) : [])]
  const issues = validator.validate(resource, { type, ...(profile !== undefined && { profile }) })
  return { ...answerOf([...faults, ...located(issues, sent, ask)]), touched }
}

const lacking = (type: string, letter: Letter): string => `the token's scope does not include system/${type}.${letter}`
const tooLittle = (text: string): Refusal => new Refusal('forbidden', { id: 'insufficient-scope', text })

const typeOf = ({ headers }: Ask): string => headers.get('content-type') ?? ''

/** A type of R4 may be none of those that are known here. */
const unknownType = (): Refusal =>
  new Refusal('not-found', { id: 'type-unknown', text: 'no resources of this type are validated here' })

const modes: readonly string[] = ['create', 'update', 'delete', 'profile']

function checkMode(mode: string | undefined, id: string | undefined): void {
  if (mode === undefined || modes.includes(mode)) {
    if (mode !== 'delete' || id !== undefined) return
    const text = 'delete is asked of one resource: [type]/[id]/$validate'
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
  if (mode !== 'update' || !isResource(resource) || (resource.id !== undefined && (id === undefined || resource.id === id)))
    return []
  const { resourceType } = resource
  return [
    {
      id: 'id-mismatch',
      text: id === undefined ? 'an update has an id' : 'an update carries the id of its address',
      expression: `${resourceType}.id`,
      code: 'value',
    },
  ]
}

/** With the line and column of what was sent; a stored resource has none. */
function located(issues: readonly (Issue | Fault)[], { resource, within }: Asked, ask: Ask): readonly Fault[] {
  if (issues.length === 0) return []
  const inBody = ({ expression = '' }: Issue | Fault) =>
    within === undefined ? expression : within + expression.replace(/^[A-Z]\w*/, '')
  const places = resource === undefined ? undefined : placesIn({ bytes: ask.body, contentType: typeOf(ask) }, issues.map(inBody))
  return issues.map((issue) => {
    const place = places?.get(inBody(issue))
    const location = place && `line ${place.line}, column ${place.column}`
    return { ...faultOf(issue), ...(location && { location }) }
  })
}

const faultOf = ({ id, severity = 'error', text, expression = '', code }: Issue | Fault): Fault => {
  return { id, severity, text, expression, code: code as NonNullable<Fault['code']> }
}

const allGood: Fault = { id: 'valid', severity: 'information', text: 'no fault was found', code: 'informational' }

function answerOf(faults: readonly Fault[]): Answer {
  const body = JSON.stringify(outcomeOf('unprocessable', faults.length > 0 ? faults : [allGood]))
  return { status: 200, headers: { 'content-type': fhirJson }, body }
}
