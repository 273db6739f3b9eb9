// The CapabilityStatement, printed from the tables of routes, resource types and search parameters.

import { createHash } from 'node:crypto'
import type {
  CapabilityStatement,
  CapabilityStatementRest,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
} from '@medplum/fhirtypes'
import { base as canonicalBase } from '../../profiles/canonical.ts'
import type { Answer, House, PublicAsk } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import type { Route } from '../route.ts'
import { deepestAsked, longestAsked, longestContained } from '../store/index-rows.ts'
import { profilesOf, resourceTypes, type TypeName } from '../types.ts'
import { fhirJson, matchesEtag } from './answer.ts'
import { definitionOf } from './capability-operations.ts'
import { includesOf, searchParamsOf } from './capability-search.ts'
import { isDefinitionType } from './served.ts'
import { shapeOf } from './shaping.ts'
import { subsetText } from './subset.ts'
import { terminologyCapabilities } from './terminology-capabilities.ts'

type CapabilityAsk = Pick<PublicAsk, 'base' | 'at' | 'query' | 'headers'>
type CapabilityHouse = Pick<House, 'origins' | 'validator'> & {
  readonly auth: { readonly addresses: Pick<House['auth']['addresses'], 'tokenUrl'> }
}

/** `GET /metadata`, open to all, and to caches: it says nothing about anybody. Query: `mode`, `_summary`, `_elements`. */
export async function capabilities(
  ask: CapabilityAsk,
  { auth, origins, validator }: CapabilityHouse,
  routes: readonly Route[],
): Promise<Answer> {
  const { base, at, query, headers: asked } = ask
  const mode = modeOf(query)
  const { shape, faults } = shapeOf({ query }, [mode === 'terminology' ? 'TerminologyCapabilities' : 'CapabilityStatement'])
  if (faults.length > 0) throw new Refusal('invalid', faults)
  const cors = (origins?.size ?? 0) > 0
  const printing = { base, routes, tokenUrl: auth.addresses.tokenUrl, date: at.slice(0, 10), cors, validator }
  const { text, tag } = printed(mode, printing)
  // A page of any origin may read it (SMART App Launch 2.2).
  const headers = { etag: tag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
  const known = asked.get('if-none-match')
  if (known !== null && matchesEtag(known, tag)) return { status: 304, headers }
  return {
    status: 200,
    headers: { ...headers, 'content-type': fhirJson },
    body: shape.subset ? subsetText(text, shape.subset) : text,
  }
}

const modes = ['full', 'normative', 'terminology'] as const
type Mode = (typeof modes)[number]

function modeOf(query: URLSearchParams): Mode {
  const given = query.get('mode') ?? 'full'
  const mode = modes.find((one) => one === given)
  if (mode) return mode
  throw new Refusal('invalid', { id: 'control-invalid', text: `mode is one of ${modes.join(', ')}`, expression: 'http.mode' })
}

interface Printing {
  readonly base: string
  readonly routes: readonly Route[]
  readonly tokenUrl: string
  /** The day on which it is printed: it says what is served now. */
  readonly date: string
  readonly cors: boolean
  readonly validator: Pick<House['validator'], 'isKnownProfile'>
}

/** Printed once a day: it is asked for more often than it changes. */
const known = new Map<string, { readonly text: string; readonly tag: string }>()

function printed(mode: Mode, printing: Printing) {
  const key = JSON.stringify([mode, { ...printing, routes: printing.routes.length, validator: undefined }])
  const found = known.get(key)
  if (found) return found
  const statement = mode === 'terminology' ? terminologyCapabilities(printing) : statementOf(printing, mode)
  const text = JSON.stringify(statement)
  const made = { text, tag: `W/"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"` }
  if (known.size > 20) known.clear()
  known.set(key, made)
  return made
}

const name = 'Home First Gateway'

export function statementOf(
  { base, routes, tokenUrl, date, cors, validator }: Printing,
  mode: Mode = 'full',
): CapabilityStatement {
  const types = typeNames().filter((type) => interactionsOf(type, routes).length > 0)
  return {
    resourceType: 'CapabilityStatement',
    url: `${base}/metadata`,
    name: 'HomeFirstGateway',
    title: name,
    status: 'active',
    date,
    publisher: 'Home First Gateway project',
    kind: 'instance',
    instantiates: [`${canonicalBase}/CapabilityStatement/home-first-requirements`],
    software: { name },
    implementation: { description: name, url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'application/fhir+xml', 'json', 'xml'],
    ...(patchFormats(routes).length > 0 && { patchFormat: patchFormats(routes) }),
    implementationGuide: [`${canonicalBase}/ImplementationGuide/home-first`],
    rest: [
      {
        mode: 'server',
        documentation: `Search is strict: what is not understood is refused, unless Prefer says handling=lenient. ${limits}`,
        security: securityOf(tokenUrl, cors),
        resource: types
          .filter((type) => mode === 'full' || normative.includes(type))
          .map((type) => resourceOf(type, routes, validator)),
        interaction: systemInteractions(routes),
        operation: operationsAt('', routes, validator),
      },
    ],
  }
}

const limits =
  `A string (or :text) is searched by at most ${longestAsked} characters, counted without accents, and so is a uri with :below, one with :above by at most ${deepestAsked} segments; ` +
  `:exact takes any length. :contains looks at the first ${longestContained} characters of a string, _sort at the first ${longestAsked}.`

/** Of the types served here, those whose content is normative in R4. */
const normative: readonly TypeName[] = [
  'Patient',
  'Observation',
  'Bundle',
  'Binary',
  'StructureDefinition',
  'ValueSet',
  'CodeSystem',
  'CapabilityStatement',
  'OperationDefinition',
]

const typeNames = (): TypeName[] => Object.keys(resourceTypes) as TypeName[]

function patchFormats(routes: readonly Route[]): string[] {
  return routes.some(({ takes }) => takes === 'patch')
    ? ['application/json-patch+json', 'application/fhir+json', 'application/fhir+xml']
    : []
}

/** Backend services have no `authorize` address; what SMART asks for in full stands in .well-known/smart-configuration. */
function securityOf(tokenUrl: string, cors: boolean): NonNullable<CapabilityStatementRest['security']> {
  return {
    cors,
    service: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' }],
        text: 'SMART Backend Services: OAuth 2.0 client credentials with a signed assertion',
      },
    ],
    description: 'Every address but this one and those of discovery takes an access token, as Authorization: Bearer.',
    extension: [
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: [{ url: 'token', valueUri: tokenUrl }],
      },
    ],
  }
}

const systemCodes = ['transaction', 'batch', 'search-system', 'history-system'] as const

function systemInteractions(routes: readonly Route[]): NonNullable<CapabilityStatementRest['interaction']> {
  return systemCodes
    .filter((code) => routes.some(({ interaction, also }) => interaction === code || also === code))
    .map((code) => ({ code }))
}

/** In the order of the table of types: what it offers and a route serves. */
function interactionsOf(type: TypeName, routes: readonly Route[]) {
  const served = new Set(routes.filter((route) => route.type === type).map(({ interaction }) => interaction))
  return resourceTypes[type].interactions.filter((interaction) => served.has(interaction))
}

function resourceOf(type: TypeName, routes: readonly Route[], validator: Printing['validator']): CapabilityStatementRestResource {
  const codes: readonly string[] = interactionsOf(type, routes)
  const isConditional = (interaction: string) =>
    routes.some((route) => route.type === type && route.interaction === interaction && route.conditional === true)
  const profiles = profilesOf(type)
  const operation = operationsAt(type, routes, validator)
  return {
    type,
    profile: `http://hl7.org/fhir/StructureDefinition/${type}`,
    ...(profiles.length > 0 && { supportedProfile: [...profiles] }),
    ...documentationOf(type, codes),
    interaction: codes.map((code) => ({ code }) as NonNullable<CapabilityStatementRestResource['interaction']>[number]),
    // Definitions carry a version of themselves, and no older ones are kept.
    versioning: codes.includes('vread') || isDefinitionType(type) ? 'versioned' : 'no-version',
    readHistory: codes.includes('vread'),
    updateCreate: codes.includes('update') && codes.includes('create'),
    conditionalCreate: codes.includes('create'),
    conditionalRead: 'full-support',
    conditionalUpdate: isConditional('update'),
    conditionalDelete: isConditional('delete') ? 'single' : 'not-supported',
    referencePolicy: ['literal', 'logical'],
    ...(codes.includes('search-type') && { ...includesOf(type), searchParam: searchParamsOf(type) }),
    ...(operation.length > 0 && { operation }),
  }
}

function documentationOf(type: TypeName, codes: readonly string[]): Pick<CapabilityStatementRestResource, 'documentation'> {
  if (codes.includes('update')) return { documentation: 'A client may give the id of what it creates when it is a UUID.' }
  return type === 'Binary' ? { documentation: ofBinaries } : {}
}

const ofBinaries =
  'Created, read and read by version as a resource or as the content in its own type: by Content-Type (with X-Security-Context) and by Accept. ' +
  'Generic JSON and XML count as FHIR where a Binary is created.'

/** The operations at an address of the type, or of the system for ''. What the validator does not know is not validated. */
function operationsAt(
  type: string,
  routes: readonly Route[],
  validator: Printing['validator'],
): CapabilityStatementRestResourceOperation[] {
  const codes = routes.flatMap(({ path }) => {
    const [, owner = '', code] = /^\/fhir\/R4(?:\/([^/$]+)(?:\/:id)?)?\/\$([\w-]+)$/.exec(path) ?? []
    const isHere = owner === type || (type !== '' && owner === ':type')
    return code !== undefined && isHere ? [code] : []
  })
  const isValidated = validator.isKnownProfile(`http://hl7.org/fhir/StructureDefinition/${type}`)
  return [...new Set(codes)]
    .filter((code) => code !== 'validate' || isValidated)
    .map((code) => ({ name: code, definition: definitionOf(type, code) }))
}
