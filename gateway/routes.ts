// The route table: method, path, scope, handler. The CapabilityStatement, OpenAPI, the docs and the scope tests are read from it.

import { jwks } from './auth/keys.ts'
import { smartConfiguration } from './auth/discovery.ts'
import { registrationEndpoint } from './auth/registration.ts'
import type { TokenRequest } from './auth/token-form.ts'
import { introspectionEndpoint, revocationEndpoint } from './auth/token-status.ts'
import { tokenEndpoint } from './auth/token.ts'
import { limits } from './config.ts'
import { docsAnswer, openApiAnswer } from './docs-answer.ts'
import { practitionerHeader } from './auth/purpose.ts'
import { clientLevelData } from './extract/client-level-data.ts'
import { readAuditEvent, searchAuditEvents } from './fhir/audit-event.ts'
import { capabilities } from './fhir/capability.ts'
import { readDefinition, searchDefinitions } from './fhir/conformance.ts'
import { history } from './fhir/history.ts'
import { read } from './fhir/read.ts'
import { operationRoutes } from './fhir/operations.ts'
import { search, searchAll } from './fhir/search.ts'
import { isDefinitionType } from './fhir/served.ts'
import { validate } from './fhir/validate.ts'
import { vread } from './fhir/vread.ts'
import type { Answer, Ask, Handler, House, PublicAsk, PublicHandler } from './handler.ts'
import { breakGlass } from './intake/break-glass.ts'
import { census } from './intake/census.ts'
import { receiveHl7 } from './intake/hl7v2-door.ts'
import { processMessage } from './intake/process-message.ts'
import { nhsNumberFaults } from './intake/nhs-numbers.ts'
import { receive, refusalOf, type Format, type Incoming } from './intake/receive.ts'
import { create, deletion, patch, update } from './intake/rest.ts'
import { bundle } from './intake/transaction.ts'
import { Refusal } from './refusal.ts'
import type { Route, Scope } from './route.ts'
import { conditionalRead, historyParameters, searchShaping, shaping } from './route-words.ts'
import type { StoredAnswer } from './store/store.ts'
import { resourceTypes, type Interaction, type ResourceTypeRow, type TypeName } from './types.ts'

export type { Route } from './route.ts'

const fhir = '/fhir/R4'

/** With what a resource is refused for besides, when it is written, and what a delete is. */
const validateResource: Handler = (ask, house) => {
  const asDelete = { ...incomingOf({ ...ask, query: new URLSearchParams() }), bytes: new Uint8Array() }
  const ofDelete = async () => (await refusalOf(asDelete, deletion, house))?.faults ?? []
  return validate(ask, house, { besides: nhsNumberFaults, ofDelete })
}

const validation = {
  method: 'POST',
  summary: 'Says everything that is wrong with a resource, and stores nothing',
  takes: 'fhir',
  query: { mode: 'create, update, delete or profile', profile: 'a canonical that the resource is held to as well' },
  scope: 'any',
  maxBytes: limits.message,
  refuses: ['malformed', 'invalid', 'not-found', 'unsupported-media-type', 'too-large', 'unprocessable'],
  handler: validateResource,
} as const

const message = {
  method: 'POST',
  maxBytes: limits.message,
  scope: 'each',
  refuses: ['malformed', 'too-large', 'unsupported-media-type', 'unprocessable', 'duplicate', 'conflict', 'in-flight', 'busy'],
} as const

const system: readonly Route[] = [
  {
    method: 'GET',
    path: `${fhir}/metadata`,
    summary: 'The CapabilityStatement: what is served here',
    query: {
      mode: 'full, normative or terminology (TerminologyCapabilities)',
      ...shaping,
    },
    scope: 'public',
    handler: (ask, house) => capabilities(ask, house, routes),
  },
  {
    method: 'GET',
    path: `${fhir}/.well-known/smart-configuration`,
    summary: 'Where tokens are had, and how (SMART App Launch)',
    gives: 'json',
    scope: 'public',
    handler: discovery,
  },
  {
    ...message,
    path: `${fhir}/$process-message`,
    summary: 'Takes a FHIR message',
    takes: 'fhir',
    headers: { 'X-Request-Id': 'of this message, required', 'X-Correlation-Id': 'of the exchange, required' },
    handler: processed,
  },
  {
    ...message,
    path: `${fhir}/Patient/$break-glass`,
    summary: 'Opens a person’s journeys for a named professional in an emergency, for four hours',
    takes: 'fhir',
    headers: {
      [practitionerHeader]: 'the professional, as a PractitionerRole in base64, required',
      'X-Request-Id': 'of this request: sent again, it gets the same answer',
    },
    scope: 'Patient.s',
    refuses: ['malformed', 'invalid', 'header-missing', 'forbidden', 'too-large', 'unsupported-media-type', 'busy'],
    handler: through(breakGlass),
  },
  {
    ...message,
    path: fhir,
    summary: 'A transaction: all entries or none; or a batch: each entry by itself',
    interaction: 'transaction',
    also: 'batch',
    takes: 'fhir',
    handler: through(bundle),
  },
  {
    method: 'GET',
    path: `${fhir}/_history`,
    summary: 'What was written, newest first, of all that may be seen',
    interaction: 'history-system',
    query: { ...historyParameters, ...shaping },
    scope: '*.s',
    refuses: ['invalid'],
    handler: history,
  },
  {
    method: 'GET',
    path: fhir,
    summary: 'Searches several types at once',
    interaction: 'search-system',
    query: { _type: 'the types that are searched, separated by commas', ...searchShaping },
    scope: 'any',
    refuses: ['invalid', 'forbidden', 'too-large'],
    handler: searchAll,
  },
  {
    method: 'POST',
    path: `${fhir}/_search`,
    summary: 'Searches several types at once',
    interaction: 'search-system',
    takes: 'form',
    query: { _type: 'the types that are searched, separated by commas', ...searchShaping },
    scope: 'any',
    refuses: ['invalid', 'forbidden', 'too-large'],
    handler: searchAll,
  },
  ...operationRoutes,
  { ...validation, path: `${fhir}/:type/$validate` },
  { ...validation, path: `${fhir}/:type/:id/$validate` },
]

const others: readonly Route[] = [
  {
    method: 'GET',
    path: '/health/live',
    summary: 'Whether the process runs',
    gives: 'text',
    scope: 'public',
    handler: async () => text('live'),
  },
  { method: 'GET', path: '/health/ready', summary: 'Whether the store answers', gives: 'text', scope: 'public', handler: ready },
  {
    method: 'GET',
    path: '/auth/jwks',
    summary: 'The keys that tokens are signed with',
    gives: 'json',
    scope: 'public',
    handler: keys,
  },
  {
    method: 'POST',
    path: '/auth/token',
    summary: 'An access token for a signed assertion (client credentials)',
    takes: 'form',
    gives: 'json',
    scope: 'public',
    handler: oauth(tokenEndpoint),
  },
  {
    method: 'POST',
    path: '/auth/introspect',
    summary: 'Whether an access token is alive, and what it allows (RFC 7662)',
    takes: 'form',
    gives: 'json',
    scope: 'public',
    handler: oauth(introspectionEndpoint),
  },
  {
    method: 'POST',
    path: '/auth/revoke',
    summary: 'Ends an access token (RFC 7009)',
    takes: 'form',
    gives: 'json',
    scope: 'public',
    handler: oauth(revocationEndpoint),
  },
  {
    method: 'POST',
    path: '/auth/register',
    summary: 'Registers a client with its public keys (RFC 7591), in a sandbox; elsewhere 404',
    takes: 'json',
    gives: 'json',
    scope: 'public',
    handler: register,
  },
  {
    ...message,
    path: '/hl7v2',
    summary: 'Takes an HL7 v2 message and answers an ACK',
    takes: 'hl7v2',
    gives: 'hl7v2',
    handler: hl7v2,
  },
  {
    ...message,
    path: '/import/census',
    summary: 'Takes a census of a ward or team as CSV',
    takes: 'csv',
    handler: through(census),
  },
  {
    method: 'GET',
    path: '/extract/client-level-data.csv',
    summary: 'A council’s own journeys as client-level data',
    gives: 'csv',
    scope: 'Task.s',
    refuses: ['invalid', 'forbidden'],
    handler: clientLevelData,
  },
  {
    method: 'GET',
    path: '/openapi.json',
    summary: 'Every address, as OpenAPI 3.1',
    gives: 'json',
    scope: 'public',
    handler: async ({ base }) => openApiAnswer(routes, base),
  },
  {
    method: 'GET',
    path: '/docs',
    summary: 'Every address, as a page',
    gives: 'html',
    scope: 'public',
    handler: async ({ base }) => docsAnswer(routes, base),
  },
]

export const routes: readonly Route[] = [...others, ...system, ...typeNames().flatMap(routesOf)]

function typeNames(): readonly TypeName[] {
  return Object.keys(resourceTypes) as TypeName[]
}

/** What the table of types offers, as addresses. */
function routesOf(type: TypeName): readonly Route[] {
  const row: ResourceTypeRow = resourceTypes[type]
  const at = `${fhir}/${type}`
  const maxBytes = row.kind === 'document' ? limits.message : limits.body
  const handlers = handlersOf(type)
  const searching = {
    interaction: 'search-type',
    scope: `${type}.s`,
    summary: `Searches ${type}`,
    query: searchShaping,
    headers: { Prefer: 'handling=lenient passes over what is not understood' },
    refuses: ['invalid', 'forbidden', 'too-large'],
    handler: handlers.search,
  } as const
  const writing = {
    takes: 'fhir',
    maxBytes,
    headers: { Prefer: 'return=minimal, representation or OperationOutcome' },
    refuses: [
      'malformed',
      'invalid',
      'not-found',
      'not-allowed-now',
      'conflict',
      'stale',
      'too-large',
      'unsupported-media-type',
      'unprocessable',
      'busy',
    ],
  } as const
  const ifMatch = { 'If-Match': 'the version that this one is based on' }
  const patching = { ...writing, method: 'PATCH', takes: 'patch', headers: { ...writing.headers, ...ifMatch } } as const
  const deleting = {
    method: 'DELETE',
    status: 204,
    headers: ifMatch,
    refuses: ['invalid', 'forbidden', 'not-found', 'not-allowed-now', 'stale', 'multiple-matches', 'busy'],
  } as const
  const all: Readonly<Record<Interaction, readonly Unnamed[]>> = {
    'search-type': [
      { method: 'GET', path: at, ...searching },
      { method: 'POST', path: `${at}/_search`, takes: 'form', ...searching },
    ],
    create: [
      {
        ...writing,
        method: 'POST',
        path: at,
        summary: `Creates a ${type}`,
        status: 201,
        headers: { ...writing.headers, 'If-None-Exist': 'only where nothing meets this search' },
        scope: `${type}.c`,
        handler: through(create),
      },
    ],
    read: [
      {
        method: 'GET',
        path: `${at}/:id`,
        summary: `The current version of a ${type}`,
        query: shaping,
        headers: conditionalRead,
        scope: `${type}.r`,
        refuses: ['invalid', 'not-found', 'gone'],
        handler: handlers.read,
      },
    ],
    update: [
      {
        ...writing,
        method: 'PUT',
        path: `${at}/:id`,
        summary: `The next version of a ${type}`,
        headers: { ...writing.headers, ...ifMatch, 'If-None-Match': '* only where there is none yet' },
        scope: `${type}.u`,
        handler: through(update),
      },
      {
        ...writing,
        method: 'PUT',
        path: at,
        conditional: true,
        summary: `The next version of the ${type} that meets the search, or the first where none does`,
        headers: { ...writing.headers, ...ifMatch },
        scope: `${type}.u`,
        handler: through(update),
      },
    ],
    patch: [
      {
        ...patching,
        path: `${at}/:id`,
        summary: `Changes a ${type} in part`,
        scope: `${type}.u`,
        handler: through(patch),
      },
      {
        ...patching,
        path: at,
        conditional: true,
        summary: `Changes in part the ${type} that meets the search`,
        scope: `${type}.u`,
        handler: through(patch),
      },
    ],
    delete: [
      {
        ...deleting,
        path: `${at}/:id`,
        summary: `Deletes a ${type} that nobody else was given`,
        scope: `${type}.d`,
        handler: through(deletion),
      },
      {
        ...deleting,
        path: at,
        conditional: true,
        summary: `Deletes the ${type} that meets the search`,
        scope: `${type}.d`,
        handler: through(deletion),
      },
    ],
    'history-instance': [
      {
        method: 'GET',
        path: `${at}/:id/_history`,
        summary: `The versions of a ${type}`,
        query: { ...historyParameters, ...shaping },
        scope: `${type}.r`,
        refuses: ['invalid', 'not-found'],
        handler: history,
      },
    ],
    'history-type': [
      {
        method: 'GET',
        path: `${at}/_history`,
        summary: `What was written of ${type}, newest first`,
        query: { ...historyParameters, ...shaping },
        scope: `${type}.s`,
        refuses: ['invalid'],
        handler: history,
      },
    ],
    vread: [
      {
        method: 'GET',
        path: `${at}/:id/_history/:version`,
        summary: `One version of a ${type}`,
        query: shaping,
        headers: conditionalRead,
        scope: `${type}.r`,
        refuses: ['invalid', 'not-found', 'gone'],
        handler: vread,
      },
    ],
  }
  return row.interactions.flatMap((interaction) => all[interaction].map((one): Route => ({ interaction, ...one, type })))
}

/** Its interaction and type go without saying. */
type Unnamed = Omit<Extract<Route, { scope: Scope }>, 'interaction' | 'type'> & { readonly interaction?: Interaction }

/** Definitions come with the gateway, audit events are told from the audit; everything else is in the store. */
function handlersOf(type: TypeName): { readonly read: Handler; readonly search: Handler } {
  if (type === 'AuditEvent') return { read: readAuditEvent, search: searchAuditEvents }
  return isDefinitionType(type) ? { read: readDefinition, search: searchDefinitions } : { read, search }
}

/** A write goes through the line. */
function through(format: Format): Handler {
  return async (ask, house) => answerOf(await receive(incomingOf(ask), format, house))
}

function incomingOf({ params, headers, query, body, caller, at, requestId, base }: Ask): Incoming {
  const { type, id } = params
  return {
    bytes: body,
    contentType: headers.get('content-type') ?? '',
    headers,
    caller,
    at,
    requestId,
    base,
    ...(type && { target: id ? `${type}/${id}` : type }),
    ...(query.size > 0 && { query: query.toString() }),
  }
}

function answerOf(answer: StoredAnswer): Answer {
  return { ...answer, isAudited: true }
}

async function processed(ask: Ask, house: House): Promise<Answer> {
  return answerOf(await processMessage(incomingOf(ask), house))
}

async function hl7v2({ body, headers, caller, requestId }: Ask, house: House): Promise<Answer> {
  return answerOf(await receiveHl7(body, { contentType: headers.get('content-type') ?? '', caller, requestId }, house))
}

/** An endpoint of OAuth: it sees the form and who sent it, and writes its own audit. */
function oauth(endpoint: (request: TokenRequest, auth: House['auth']) => Promise<Answer>): PublicHandler {
  return async ({ body, headers, query, requestId }, { auth }) => {
    const request = {
      contentType: headers.get('content-type') ?? undefined,
      authorizationHeader: headers.get('authorization') ?? undefined,
      body: new TextDecoder().decode(body),
      query: query.toString(),
      requestId,
    }
    return { ...(await endpoint(request, auth)), isAudited: true }
  }
}

async function register({ body, headers, requestId }: PublicAsk, { auth, isSandbox }: House): Promise<Answer> {
  if (!isSandbox) throw new Refusal('not-found', { id: 'address-unknown', text: 'nothing is served at this address' })
  const request = {
    contentType: headers.get('content-type') ?? undefined,
    body: new TextDecoder().decode(body),
    requestId,
  }
  return { ...(await registrationEndpoint(request, auth)), isAudited: true }
}

async function discovery(_: PublicAsk, { auth }: House): Promise<Answer> {
  return json(smartConfiguration(auth.addresses))
}

async function keys(_: PublicAsk, { auth }: House): Promise<Answer> {
  await auth.keys.refresh()
  return json(jwks(auth.keys.published()))
}

/** Ready means that the store answers. */
async function ready(_: PublicAsk, { store }: House): Promise<Answer> {
  await store.setting('ready')
  return text('ready')
}

const json = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  body: JSON.stringify(value),
})
const text = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})
