// Where the gateway's authorization server is found, and what it says of itself.

import { resourceTypes, type Interaction } from '../types.ts'
import { letters, type Letter } from './scopes.ts'

/** Absolute addresses; one issuer string, PUBLIC_URL. */
export interface Addresses {
  readonly issuer: string
  readonly tokenUrl: string
  readonly introspectionUrl: string
  readonly revocationUrl: string
  readonly fhirBase: string
  /** In a sandbox only. */
  readonly registrationUrl?: string
  /** Where this process ends TLS itself and knows the authorities of client certificates. */
  readonly bindsCertificates?: true
}

export function addressesOf(publicUrl: string, { sandbox = false, bindsCertificates = false } = {}): Addresses {
  const issuer = publicUrl.replace(/\/+$/, '')
  const auth = `${issuer}/auth`
  return {
    issuer,
    tokenUrl: `${auth}/token`,
    introspectionUrl: `${auth}/introspect`,
    revocationUrl: `${auth}/revoke`,
    fhirBase: `${issuer}/fhir/R4`,
    ...(sandbox && { registrationUrl: `${auth}/register` }),
    ...(bindsCertificates && { bindsCertificates }),
  }
}

/** What a SMART client may sign with unless its registration says otherwise. */
export const smartAlgorithms = ['RS384', 'ES384'] as const

/**
 * `[base]/.well-known/smart-configuration`: only what works. `issuer` and `jwks_uri` belong to sso-openid-connect, which is not
 * offered; SMART has the issuer left out then.
 */
export function smartConfiguration(addresses: Addresses) {
  const { tokenUrl, introspectionUrl, revocationUrl, registrationUrl, bindsCertificates } = addresses
  return {
    token_endpoint: tokenUrl,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: smartAlgorithms,
    grant_types_supported: ['client_credentials'],
    introspection_endpoint: introspectionUrl,
    revocation_endpoint: revocationUrl,
    ...(registrationUrl !== undefined && { registration_endpoint: registrationUrl }),
    // RFC 8705 §3.3: the tokens of clients that are bound to a certificate are bound to it too.
    ...(bindsCertificates && { tls_client_certificate_bound_access_tokens: true }),
    scopes_supported: supportedScopes(),
    // Required of every server (SMART 2.2), also of one without an authorization endpoint where it could be used.
    code_challenge_methods_supported: ['S256'],
    capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
  } as const
}

const letterOf: Record<Interaction, Letter> = {
  read: 'r',
  vread: 'r',
  'history-instance': 'r',
  'history-type': 's',
  'search-type': 's',
  create: 'c',
  update: 'u',
  patch: 'u',
  delete: 'd',
}

/** The table of resource types as scopes: each of them can be granted. */
function supportedScopes(): readonly string[] {
  const types = Object.entries(resourceTypes).map(([type, { interactions }]) => [type, lettersOf(interactions)] as const)
  const all = letters.filter((letter) => types.some(([, own]) => own.includes(letter))).join('')
  return [
    `system/*.${all}`,
    'system/*.read',
    ...types.filter(([, own]) => own !== '').map(([type, own]) => `system/${type}.${own}`),
  ]
}

const lettersOf = (interactions: readonly Interaction[]): string =>
  letters.filter((letter) => interactions.some((interaction) => letterOf[interaction] === letter)).join('')
