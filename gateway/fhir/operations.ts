// The table of operations besides $validate and $process-message: where each is asked, how, and which definition says what it does.

import { base } from '../../profiles/canonical.ts'
import { limits } from '../config.ts'
import type { Handler } from '../handler.ts'
import type { Reason } from '../refusal.ts'
import type { Route, Scope } from '../route.ts'
import { accessLog, accessLogTable } from './access-log.ts'
import { document, documentById, documentOfTable, documentTable, storedDocument } from './document.ts'
import { everythingTable, journeyEverything, patientEverything } from './everything.ts'
import { expand, expandTable } from './expand.ts'
import { lookup, lookupTable } from './lookup.ts'
import { match, matchTable } from './match.ts'
import type { ParameterTable } from './operation.ts'
import { translate, translateTable } from './translate.ts'
import { validateCode, validateCodeOfSystem, validateCodeOfSystemTable, validateCodeTable } from './validate-code.ts'

export interface Operation {
  readonly code: string
  /** The resource type of the address, and whether one resource of it is named. */
  readonly on: string
  readonly at: 'type' | 'instance'
  /** Canonical of the OperationDefinition: R4's where it is R4's. */
  readonly definition: string
  readonly summary: string
  readonly methods: readonly ('GET' | 'POST')[]
  readonly parameters: ParameterTable
  /** `any`: whoever is authenticated, or what the handler asks for itself. */
  readonly scope: Scope
  readonly refuses: readonly Reason[]
  readonly handler: Handler
}

const ofR4 = (name: string): string => `http://hl7.org/fhir/OperationDefinition/${name}`
const ofOurs = (name: string): string => `${base}/OperationDefinition/${name}`

/** None of these changes anything, so that those with simple parameters are asked by GET too (R4 operations, "affectsState"). */
const both = ['GET', 'POST'] as const

type Row = Omit<Operation, 'at'> & { readonly levels: readonly Operation['at'][] }

const rows: readonly Row[] = [
  {
    ...everything('Patient', ofR4('Patient-everything')),
    summary: 'All about a person that the caller may see',
    handler: patientEverything,
  },
  {
    ...everything('EpisodeOfCare', ofOurs('EpisodeOfCare-everything')),
    summary: 'All of a journey that the caller may see',
    handler: journeyEverything,
  },
  {
    code: 'access-log',
    on: 'Patient',
    levels: ['instance'],
    definition: ofOurs('Patient-access-log'),
    summary:
      'Who read or received what is stored about a person, and why they might, for the organisation that the Patient is from',
    methods: both,
    parameters: accessLogTable,
    scope: 'AuditEvent.s',
    refuses: ['invalid', 'forbidden', 'not-found', 'gone', 'unsupported-media-type'],
    handler: accessLog,
  },
  {
    code: 'match',
    on: 'Patient',
    levels: ['type'],
    definition: ofR4('Patient-match'),
    summary: 'Who a person is, among those that the caller may see',
    methods: ['POST'],
    parameters: matchTable,
    scope: 'Patient.s',
    refuses: ['invalid', 'malformed', 'unprocessable', 'unsupported-media-type'],
    handler: match,
  },
  {
    ...documents('Composition', ofR4('Composition-document'), 'instance'),
    summary: 'A Composition with all that it refers to, as a document',
    handler: document,
  },
  {
    ...documents('Composition', ofR4('Composition-document'), 'type'),
    summary: 'The same, with the Composition named by a parameter',
    parameters: documentOfTable,
    handler: documentById,
  },
  {
    ...documents('Bundle', ofOurs('Bundle-document'), 'instance'),
    summary: 'A document that is stored, as it is',
    handler: storedDocument,
  },
  {
    ...terminology('ConceptMap', 'translate', ['type', 'instance']),
    summary: 'Translates a code from one list to another',
    parameters: translateTable,
    handler: translate,
  },
  {
    ...terminology('ValueSet', 'expand', ['type', 'instance']),
    summary: 'Lists the codes of a value set',
    parameters: expandTable,
    handler: expand,
  },
  {
    ...terminology('ValueSet', 'validate-code', ['type', 'instance']),
    summary: 'Says whether a value set has a code',
    parameters: validateCodeTable,
    handler: validateCode,
  },
  {
    ...terminology('CodeSystem', 'validate-code', ['type', 'instance']),
    summary: 'Says whether a code system has a code',
    parameters: validateCodeOfSystemTable,
    handler: validateCodeOfSystem,
  },
  {
    ...terminology('CodeSystem', 'lookup', ['type']),
    summary: 'Says what is known of a code',
    parameters: lookupTable,
    handler: lookup,
  },
]

/** Besides its own type, each type in the answer needs its own scope: what has none is left out, and that is said. */
function everything(on: 'Patient' | 'EpisodeOfCare', definition: string) {
  const refuses = ['invalid', 'not-found', 'gone', 'unsupported-media-type'] as const
  const shared = { code: 'everything', levels: ['instance'], methods: both, parameters: everythingTable, refuses } as const
  return { ...shared, on, definition, scope: `${on}.s` } as const
}

function documents(on: 'Composition' | 'Bundle', definition: string, level: Operation['at']) {
  const refuses = ['invalid', 'forbidden', 'not-found', 'gone', 'unprocessable', 'unsupported-media-type'] as const
  const shared = { code: 'document', levels: [level], methods: both, parameters: documentTable, refuses } as const
  return { ...shared, on, definition, scope: `${on}.r` } as const
}

/** Lists are nobody's record: any authenticated caller may look into them. */
function terminology(on: string, code: string, levels: Row['levels']) {
  const refuses = ['invalid', 'malformed', 'not-found', 'unprocessable', 'unsupported-media-type'] as const
  return { on, code, levels, definition: ofR4(`${on}-${code}`), methods: both, scope: 'any', refuses } as const
}

export const operations: readonly Operation[] = rows.flatMap(({ levels, ...row }) => levels.map((at) => ({ ...row, at })))

/** For the route table, before the rows of the types. */
export const operationRoutes: readonly Route[] = operations.flatMap((operation) =>
  operation.methods.map((method) => routeOf(operation, method)),
)

function routeOf({ code, on, at, summary, parameters, scope, refuses, handler }: Operation, method: 'GET' | 'POST'): Route {
  const simple = Object.entries(parameters).filter(([, { takes }]) => isSimple(takes))
  return {
    method,
    path: `/fhir/R4/${on}${at === 'instance' ? '/:id' : ''}/$${code}`,
    summary,
    ...(method === 'POST' && { takes: 'fhir', maxBytes: limits.body }),
    query: Object.fromEntries(simple.map(([name, { says }]) => [name, says])),
    scope,
    refuses,
    handler,
  }
}

function isSimple(takes: string): boolean {
  return ['text', 'boolean', 'whole'].includes(takes)
}
