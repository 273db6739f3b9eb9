// The route table: method, path, scope, handler. The CapabilityStatement, the docs and the scope tests are read from it.

import { jwks } from './auth/keys.ts'
import { smartConfiguration } from './auth/discovery.ts'
import type { Letter } from './auth/scopes.ts'
import { tokenEndpoint } from './auth/token.ts'
import { limits } from './config.ts'
import { clientLevelData } from './extract/client-level-data.ts'
import { capabilities } from './fhir/capability.ts'
import { history } from './fhir/history.ts'
import { read } from './fhir/read.ts'
import { search } from './fhir/search.ts'
import { validate } from './fhir/validate.ts'
import { vread } from './fhir/vread.ts'
import type { Answer, Ask, Handler, House, PublicAsk, PublicHandler } from './handler.ts'
import { census } from './intake/census.ts'
import { receiveHl7 } from './intake/hl7v2-door.ts'
import { processMessage } from './intake/process-message.ts'
import { nhsNumberFaults } from './intake/nhs-numbers.ts'
import { receive, type Format, type Incoming } from './intake/receive.ts'
import { create, update } from './intake/rest.ts'
import { transaction } from './intake/transaction.ts'
import type { StoredAnswer } from './store/store.ts'
import { resourceTypes, type Interaction, type TypeName } from './types.ts'

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly maxBytes?: number
} & (
  | { readonly scope: 'public'; readonly handler: PublicHandler }
  /** `Type.letter`; `each`: every resource that is written needs its own, as a transaction entry would; `any`: one of the type. */
  | { readonly scope: 'each' | 'any' | `${TypeName}.${Letter}`; readonly handler: Handler }
)

const fhir = '/fhir/R4'

/** With what a resource is refused for besides, when it is written. */
const validateResource: Handler = (ask, house) => validate(ask, house, nhsNumberFaults)

export const routes: readonly Route[] = [
  { method: 'GET', path: '/health/live', scope: 'public', handler: async () => text('live') },
  { method: 'GET', path: '/health/ready', scope: 'public', handler: ready },
  { method: 'GET', path: `${fhir}/metadata`, scope: 'public', handler: capabilities },
  { method: 'GET', path: `${fhir}/.well-known/smart-configuration`, scope: 'public', handler: discovery },
  { method: 'GET', path: '/auth/jwks', scope: 'public', handler: keys },
  { method: 'POST', path: '/auth/token', scope: 'public', handler: token },
  {
    method: 'POST',
    path: `${fhir}/$process-message`,
    scope: 'each',
    maxBytes: limits.message,
    handler: message,
  },
  { method: 'POST', path: '/hl7v2', scope: 'each', maxBytes: limits.message, handler: hl7v2 },
  {
    method: 'POST',
    path: '/import/census',
    scope: 'each',
    maxBytes: limits.message,
    handler: through(census),
  },
  { method: 'GET', path: '/extract/client-level-data.csv', scope: 'Task.s', handler: clientLevelData },
  { method: 'POST', path: fhir, scope: 'each', maxBytes: limits.message, handler: through(transaction) },
  // Before the types' own addresses: no id begins with a dollar sign.
  { method: 'POST', path: `${fhir}/:type/$validate`, scope: 'any', maxBytes: limits.message, handler: validateResource },
  { method: 'POST', path: `${fhir}/:type/:id/$validate`, scope: 'any', maxBytes: limits.message, handler: validateResource },
  ...typeNames().flatMap(routesOf),
]

function typeNames(): readonly TypeName[] {
  return Object.keys(resourceTypes) as TypeName[]
}

/** What the table of types offers, as addresses. */
function routesOf(type: TypeName): readonly Route[] {
  const at = `${fhir}/${type}`
  const maxBytes = resourceTypes[type].kind === 'document' ? limits.message : limits.body
  const all: Readonly<Record<Interaction, readonly Route[]>> = {
    'search-type': [
      { method: 'GET', path: at, scope: `${type}.s`, handler: of(type, search) },
      { method: 'POST', path: `${at}/_search`, scope: `${type}.s`, handler: of(type, search) },
    ],
    create: [{ method: 'POST', path: at, scope: `${type}.c`, maxBytes, handler: of(type, through(create)) }],
    read: [{ method: 'GET', path: `${at}/:id`, scope: `${type}.r`, handler: of(type, read) }],
    update: [{ method: 'PUT', path: `${at}/:id`, scope: `${type}.u`, maxBytes, handler: of(type, through(update)) }],
    'history-instance': [{ method: 'GET', path: `${at}/:id/_history`, scope: `${type}.r`, handler: of(type, history) }],
    vread: [{ method: 'GET', path: `${at}/:id/_history/:version`, scope: `${type}.r`, handler: of(type, vread) }],
  }
  return resourceTypes[type].interactions.flatMap((interaction) => all[interaction])
}

/** The handler with the type that the address names. */
function of(type: TypeName, handler: Handler): Handler {
  return (ask, house) => handler({ ...ask, params: { ...ask.params, type } }, house)
}

/** A write goes through the line. */
function through(format: Format): Handler {
  return async (ask, house) => answerOf(await receive(incomingOf(ask), format, house))
}

function incomingOf({ params, headers, body, caller, at, requestId, base }: Ask): Incoming {
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
  }
}

function answerOf(answer: StoredAnswer): Answer {
  return { ...answer, isAudited: true }
}

async function message(ask: Ask, house: House): Promise<Answer> {
  return answerOf(await processMessage(incomingOf(ask), house))
}

async function hl7v2({ body, headers, caller, requestId }: Ask, house: House): Promise<Answer> {
  return answerOf(await receiveHl7(body, { contentType: headers.get('content-type') ?? '', caller, requestId }, house))
}

async function token({ body, headers, query, requestId }: PublicAsk, { auth }: House): Promise<Answer> {
  const answer = await tokenEndpoint(
    {
      contentType: headers.get('content-type') ?? undefined,
      authorizationHeader: headers.get('authorization') ?? undefined,
      body: new TextDecoder().decode(body),
      query: query.toString(),
      requestId,
    },
    auth,
  )
  return { ...answer, isAudited: true }
}

async function discovery(_: PublicAsk, { auth }: House): Promise<Answer> {
  return json(smartConfiguration(auth.addresses))
}

async function keys(_: PublicAsk, { auth }: House): Promise<Answer> {
  return json(jwks(auth.key))
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
