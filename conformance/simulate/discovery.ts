// The pages that need no token: where tokens are had, and what can be asked.

import type { House } from './house.ts'
import { searchable } from './records.ts'

interface OpenPage {
  readonly type: string
  readonly body: unknown
}

/** By path. */
export function openPages({ tokenUrl, base, origin }: House): Readonly<Record<string, OpenPage>> {
  const way = base.slice(origin.length)
  return {
    [`${way}/.well-known/smart-configuration`]: { type: 'application/json', body: smartConfiguration(tokenUrl) },
    [`${way}/metadata`]: { type: 'application/fhir+json; charset=utf-8', body: capabilities(base) },
  }
}

const smartConfiguration = (token_endpoint: string) => ({
  token_endpoint,
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
  grant_types_supported: ['client_credentials'],
  scopes_supported: [
    'system/Task.rus',
    'system/CarePlan.rs',
    'system/ServiceRequest.crs',
    'system/Patient.crs',
    'system/*.cruds',
  ],
  code_challenge_methods_supported: ['S256'],
  capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
})

const capabilities = (url: string) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-01',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  software: { name: 'Home First simulator (a sandbox; nothing is kept)' },
  implementation: { description: 'A stand-in gateway that watches a product', url },
  rest: [
    {
      mode: 'server',
      security: {
        service: [
          { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' }] },
        ],
      },
      resource: searchable.map((type) => ({
        type,
        versioning: 'versioned-update',
        interaction: [...['read', 'search-type'], ...(type === 'Task' || type === 'CarePlan' ? ['update'] : [])].map((code) => ({
          code,
        })),
      })),
      interaction: [{ code: 'transaction' }],
      operation: [
        { name: 'process-message', definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message' },
      ],
    },
  ],
})
