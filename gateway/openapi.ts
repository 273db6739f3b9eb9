// OpenAPI 3.1 of every address, printed from the route table. https://spec.openapis.org/oas/v3.1.0

import { createHash } from 'node:crypto'
import { practitionerHeader, purposeHeader } from './auth/purpose.ts'
import { reasons, type Reason } from './refusal.ts'
import type { Media, Route } from './route.ts'
import { isProbe } from './throttle-doors.ts'

type Json = Readonly<Record<string, unknown>>

/** `base` is the FHIR base; addresses are from the server's root. */
export function openApi(routes: readonly Route[], base: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = pathOf(route)
    const [operation, head] = [operationOf(route), headOf(route)]
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation, ...(route.method === 'GET' && { head }) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Home First Gateway',
      version: '0.1.0',
      summary: 'HL7 FHIR R4 between acute trusts, community health and councils, for Home First discharge referrals',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: base.replace(/\/fhir\/R4$/, '') }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'From /auth/token: client credentials with a signed assertion' },
      },
      parameters: Object.fromEntries(routes.flatMap(parametersOf).map((one) => [nameOf(one), one])),
      responses: Object.fromEntries(statuses().map((status) => [`Refused${status}`, refusalOf(status)])),
      schemas: { Resource: resource, Bundle: bundle, OperationOutcome: outcome },
    },
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
  }
}

/** `/Patient/:id` as `/Patient/{id}`. */
export const pathOf = ({ path }: Pick<Route, 'path'>): string => path.replaceAll(/:(\w+)/g, '{$1}')

const tagOf = ({ type, path }: Route): string => type ?? (path.startsWith('/fhir/') ? 'FHIR' : (path.split('/')[1] ?? ''))

/** Media types of each kind of body. */
export const mediaTypes: Readonly<Record<Media, readonly string[]>> = {
  fhir: ['application/fhir+json', 'application/fhir+xml'],
  binary: ['application/fhir+json', 'application/fhir+xml', '*/*'],
  patch: ['application/json-patch+json', 'application/fhir+json', 'application/fhir+xml'],
  form: ['application/x-www-form-urlencoded'],
  hl7v2: ['application/hl7-v2', 'x-application/hl7-v2+er7', 'text/plain'],
  csv: ['text/csv'],
  json: ['application/json'],
  text: ['text/plain'],
  html: ['text/html'],
}

const schemas: Readonly<Record<Media, Json>> = {
  fhir: { $ref: '#/components/schemas/Resource' },
  binary: { $ref: '#/components/schemas/Resource' },
  patch: { type: ['array', 'object'] },
  form: { type: 'object' },
  hl7v2: { type: 'string' },
  csv: { type: 'string' },
  json: { type: 'object' },
  text: { type: 'string' },
  html: { type: 'string' },
}

function operationOf(route: Route): Json {
  const { summary, takes, scope } = route
  return {
    operationId: idOf(route),
    summary,
    tags: [tagOf(route)],
    ...(scope === 'public' ? { security: [] } : { description: scopeWords(scope) }),
    parameters: parametersOf(route).map((one) => ({ $ref: `#/components/parameters/${nameOf(one)}` })),
    ...(takes && { requestBody: { required: true, content: contentOf(takes, schemas[takes]) } }),
    responses: responsesOf(route),
  }
}

/** Headers and status are those of GET. */
function headOf(route: Route): Json {
  const { parameters, tags, security } = operationOf(route)
  const responses = { default: { description: 'As GET answers, without a body' } }
  return {
    operationId: `${idOf(route)}Head`,
    summary: 'The same without a body',
    tags,
    ...(security !== undefined && { security }),
    parameters,
    responses,
  }
}

const idOf = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`

export function scopeWords(scope: Route['scope']): string {
  if (scope === 'public') return 'public'
  if (scope === 'each') return 'a scope for each resource that is written or shown'
  return scope === 'any' ? 'a token; what it shows may need scopes' : `system/${scope}`
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: true
  readonly description?: string
  readonly schema: Json
}

/** What every request that a token lets in may say besides. */
const stating: Readonly<Record<string, string>> = {
  [purposeHeader]: 'what it is for: a code of v3-PurposeOfUse; direct care where nothing is said',
  [practitionerHeader]: 'on whose behalf: a PractitionerRole with an identifier, in base64',
}

function parametersOf({ path, query = {}, scope, headers: own = {} }: Route): readonly Parameter[] {
  const headers = scope === 'public' ? own : { ...stating, ...own }
  const schema = { type: 'string' }
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema }) as const),
    ...Object.entries(query).map(([name, description]) => ({ name, in: 'query', description, schema }) as const),
    ...Object.entries(headers).map(([name, description]) => ({ name, in: 'header', description, schema }) as const),
  ]
}

/** Many addresses share a parameter; two that say something else of one name have two names here. */
function nameOf({ name, in: place, description = '' }: Parameter): string {
  const digest = createHash('sha256').update(description).digest('hex').slice(0, 6)
  return `${place}-${name.replaceAll(/[^\w.-]/g, '-')}${description && `-${digest}`}`
}

/** FHIR under /fhir, and where nothing else is said. */
export const givenBy = ({ gives = 'fhir' }: Route): Media => gives

const contentOf = (media: Media, schema: Json): Json =>
  Object.fromEntries(mediaTypes[media].map((type) => [type, type === '*/*' ? bytes : { schema }]))

/** OpenAPI 3.1 has no schema for what is no text. */
const bytes: Json = { schema: { description: 'the content of a Binary, in its own type' } }

function responsesOf(route: Route): Json {
  const media = givenBy(route)
  const isBundle =
    /(_history|_search)$/.test(route.path) || route.interaction === 'search-type' || route.interaction === 'search-system'
  const schema = isBundle ? { $ref: '#/components/schemas/Bundle' } : schemas[media]
  const good = route.status ?? 200
  return {
    [good]: { description: good === 204 ? 'Done' : 'The answer', ...(good !== 204 && { content: contentOf(media, schema) }) },
    ...(route.headers && 'If-None-Match' in route.headers && { 304: { description: 'Nothing changed' } }),
    ...Object.fromEntries(refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/Refused${status}` }])),
  }
}

/** What may happen at any address, besides what the row says. */
function refusalsOf({ path, scope, refuses = [], gives }: Route): readonly number[] {
  const anywhere: readonly Reason[] = [
    ...(scope === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(gives === undefined || gives === 'binary' ? (['not-acceptable'] as const) : []),
    ...(isProbe(path) ? [] : (['throttled'] as const)),
    'broken',
    'busy',
  ]
  return [...new Set([...anywhere, ...refuses].map((reason) => reasons[reason][0]))].toSorted((a, b) => a - b)
}

const statuses = (): readonly number[] => [...new Set(Object.values(reasons).map(([status]) => status))].toSorted((a, b) => a - b)

function refusalOf(status: number): Json {
  const rows = Object.entries(reasons).filter(([, row]) => row[0] === status)
  return {
    description: rows.map(([reason, [, code, nhs]]) => `${reason} (${code}, ${nhs})`).join(' · '),
    content: contentOf('fhir', { $ref: '#/components/schemas/OperationOutcome' }),
    ...(status === 429 && { headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } } }),
  }
}

const resource: Json = {
  type: 'object',
  description: 'A FHIR R4 resource; the CapabilityStatement names the profiles',
  required: ['resourceType'],
  properties: { resourceType: { type: 'string' }, id: { type: 'string' }, meta: { type: 'object' } },
}

const bundle: Json = {
  type: 'object',
  required: ['resourceType', 'type'],
  properties: {
    resourceType: { const: 'Bundle' },
    type: { type: 'string' },
    total: { type: 'integer' },
    link: { type: 'array', items: { type: 'object' } },
    entry: { type: 'array', items: { type: 'object' } },
  },
}

const outcome: Json = {
  type: 'object',
  required: ['resourceType', 'issue'],
  properties: {
    resourceType: { const: 'OperationOutcome' },
    issue: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['severity', 'code'],
        properties: {
          severity: { type: 'string' },
          code: { type: 'string' },
          expression: { type: 'array' },
          details: { type: 'object' },
        },
      },
    },
  },
}
