// The routes of resource types: what the table of types offers, as addresses.

import { limits } from './config.ts'
import { readAuditEvent, searchAuditEvents } from './fhir/audit-event.ts'
import { readDefinition, searchDefinitions } from './fhir/conformance.ts'
import { history } from './fhir/history.ts'
import { readPerson, searchPersons } from './fhir/person.ts'
import { read } from './fhir/read.ts'
import { search } from './fhir/search.ts'
import { isDefinitionType } from './fhir/served.ts'
import { vread } from './fhir/vread.ts'
import type { Handler } from './handler.ts'
import { create, deletion, patch, update } from './intake/rest.ts'
import type { Route, Scope } from './route.ts'
import { conditionalRead, historyParameters, searchShaping, shaping } from './route-words.ts'
import { through } from './through.ts'
import { resourceTypes, type Interaction, type ResourceTypeRow, type TypeName } from './types.ts'

const typeNames = Object.keys(resourceTypes) as readonly TypeName[]

export const routesOfTypes = (): readonly Route[] => typeNames.flatMap(routesOf)

function routesOf(type: TypeName): readonly Route[] {
  const row: ResourceTypeRow = resourceTypes[type]
  const at = `/fhir/R4/${type}`
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
  // A Binary comes and goes as its content, too.
  const media = type === 'Binary' ? ('binary' as const) : undefined
  const context = { 'X-Security-Context': 'the securityContext of what is sent as content: one reference' }
  const reading = { ...(media && { gives: media }), headers: conditionalRead }
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
        ...(media && { takes: media }),
        method: 'POST',
        path: at,
        summary: `Creates a ${type}`,
        status: 201,
        headers: { ...writing.headers, 'If-None-Exist': 'only where nothing meets this search', ...(media && context) },
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
        ...reading,
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
        ...reading,
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

/** Definitions come with the gateway, audit events are told from the audit, Persons as each caller sees them; everything else is in the store. */
function handlersOf(type: TypeName): { readonly read: Handler; readonly search: Handler } {
  if (type === 'AuditEvent') return { read: readAuditEvent, search: searchAuditEvents }
  if (type === 'Person') return { read: readPerson, search: searchPersons }
  return isDefinitionType(type) ? { read: readDefinition, search: searchDefinitions } : { read, search }
}
