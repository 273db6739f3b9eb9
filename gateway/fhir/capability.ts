// The CapabilityStatement, printed from the tables of resource types and search parameters.

import type { CapabilityStatement, CapabilityStatementRest, CapabilityStatementRestResource } from '@medplum/fhirtypes'
import type { Answer, House, PublicAsk } from '../handler.ts'
import { searchParameters } from '../store/search-parameters.ts'
import { profilesOf, resourceTypes, type Interaction, type TypeName } from '../types.ts'
import { fhirJson } from './answer.ts'
import { offers } from './served.ts'

/** `GET /metadata`, open to all. */
export async function capabilities(
  { base, at }: Pick<PublicAsk, 'base' | 'at'>,
  { auth }: { readonly auth: { readonly addresses: Pick<House['auth']['addresses'], 'tokenUrl'> } },
): Promise<Answer> {
  const statement = capabilityStatement(base, auth.addresses.tokenUrl, at.slice(0, 10))
  return { status: 200, headers: { 'content-type': fhirJson }, body: JSON.stringify(statement) }
}

const name = 'Home First Gateway'

/** `date` is the day on which the statement is printed: it says what is served now. */
export function capabilityStatement(base: string, tokenUrl: string, date: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name },
    implementation: { description: name, url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'application/fhir+xml', 'json', 'xml'],
    rest: [
      {
        mode: 'server',
        security: securityOf(tokenUrl),
        resource: typeNames()
          .filter((type) => resourceTypes[type].interactions.length > 0)
          .map(resourceOf),
        interaction: [
          {
            code: 'transaction',
            documentation: 'Entries are POST, with ifNoneExist, and PUT, with ifMatch.',
          },
        ],
        operation: [
          {
            name: 'process-message',
            definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
          },
          { name: 'validate', definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate' },
        ],
      },
    ],
  }
}

const typeNames = (): TypeName[] => Object.keys(resourceTypes) as TypeName[]

/** Backend services have no `authorize` address; what SMART asks for in full stands in .well-known/smart-configuration. */
function securityOf(tokenUrl: string): NonNullable<CapabilityStatementRest['security']> {
  return {
    cors: false,
    service: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' }],
        text: 'SMART Backend Services: OAuth 2.0 client credentials with a signed assertion',
      },
    ],
    extension: [
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: [{ url: 'token', valueUri: tokenUrl }],
      },
    ],
  }
}

function resourceOf(type: TypeName): CapabilityStatementRestResource {
  const { interactions }: { readonly interactions: readonly Interaction[] } = resourceTypes[type]
  const isCreated = offers(type, 'create')
  return {
    type,
    ...(profilesOf(type).length > 0 && { supportedProfile: [...profilesOf(type)] }),
    ...(isCreated && { documentation: 'If-None-Exist takes identifier=system|value.' }),
    interaction: interactions.map((code) => ({ code })),
    versioning: offers(type, 'vread') ? 'versioned' : 'no-version',
    readHistory: offers(type, 'vread'),
    updateCreate: false,
    conditionalCreate: isCreated,
    conditionalRead: 'not-match',
    conditionalUpdate: false,
    conditionalDelete: 'not-supported',
    referencePolicy: ['literal', 'logical'],
    ...(offers(type, 'search-type') && { searchParam: searchParamsOf(type) }),
  }
}

function searchParamsOf(type: TypeName): NonNullable<CapabilityStatementRestResource['searchParam']> {
  const own = Object.entries(searchParameters[type] ?? {}).map(([name, { type: kind, within }]) => ({
    name,
    type: kind,
    ...(within && { documentation: `The same as ${within}, narrowed to Patient; without :missing.` }),
  }))
  return [
    { name: '_id', type: 'token' },
    {
      name: '_lastUpdated',
      type: 'date',
      documentation: 'Dates without a zone are UTC. Orders too: _sort, newest first without.',
    },
    ...own,
  ]
}
