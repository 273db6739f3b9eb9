// The routes of the FHIR server as a whole: capabilities, messages, Bundles, operations, searches and histories over all types.

import { limits } from './config.ts'
import { smartConfiguration } from './auth/discovery.ts'
import { practitionerHeader } from './auth/purpose.ts'
import { capabilities } from './fhir/capability.ts'
import { entriesIn } from './fhir/entry-count.ts'
import { history } from './fhir/history.ts'
import { operationRoutes } from './fhir/operations.ts'
import { searchAll } from './fhir/search.ts'
import { validate } from './fhir/validate.ts'
import type { Answer, Ask, Handler, House, PublicAsk } from './handler.ts'
import { breakGlass } from './intake/break-glass.ts'
import { processMessage } from './intake/process-message.ts'
import { refusalOf } from './intake/receive.ts'
import { deletion } from './intake/rest.ts'
import { furtherFaults } from './intake/shape.ts'
import { bundle } from './intake/transaction.ts'
import { json } from './plain-answer.ts'
import { message, type Route } from './route.ts'
import { historyParameters, searchShaping, shaping } from './route-words.ts'
import { answerOf, incomingOf, through } from './through.ts'

const fhir = '/fhir/R4'

/** With what a resource is refused for besides, when it is written, and what a delete is. */
const validateResource: Handler = (ask, house) => {
  const asDelete = { ...incomingOf({ ...ask, query: new URLSearchParams() }), bytes: new Uint8Array() }
  const ofDelete = async () => (await refusalOf(asDelete, deletion, house))?.faults ?? []
  return validate(ask, house, { besides: furtherFaults, ofDelete })
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

/** `routes` is the whole table, of which the CapabilityStatement tells. */
export const routesOfFhir = (routes: () => readonly Route[]): readonly Route[] => [
  {
    method: 'GET',
    path: `${fhir}/metadata`,
    summary: 'The CapabilityStatement: what is served here',
    query: {
      mode: 'full, normative or terminology (TerminologyCapabilities)',
      ...shaping,
    },
    scope: 'public',
    handler: (ask, house) => capabilities(ask, house, routes()),
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
    handler: paidByEntry(processed),
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
    handler: paidByEntry(through(bundle)),
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

/** A Bundle costs a client what its entries would cost one by one. */
function paidByEntry(handler: Handler): Handler {
  return (ask, house) => {
    house.turnstile?.entries(ask.caller.client, entriesIn(ask.body, ask.headers.get('content-type') ?? ''))
    return handler(ask, house)
  }
}

async function processed(ask: Ask, house: House): Promise<Answer> {
  return answerOf(await processMessage(incomingOf(ask), house))
}

async function discovery(_: PublicAsk, { auth }: House): Promise<Answer> {
  return json(smartConfiguration(auth.addresses))
}
