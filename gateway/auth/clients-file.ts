// CLIENTS_FILE: organisations, agreements and clients as an operator writes them, and every fault in them at once.

import { isIP } from 'node:net'
import { z } from 'zod'
import type { Fault } from '../refusal.ts'
import { roles } from '../types.ts'
import { maxKeys, publicJwk, signingAlgorithms } from './jwk.ts'
import { referenceFaults } from './references.ts'
import { registeredPurposes } from './purpose.ts'
import { parseScopes } from './scopes.ts'

/** A role in journeys, or one of the two kinds that have none. */
export const organizationKinds = [...roles, 'vendor', 'operator'] as const

const fhirId = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/, 'must be a FHIR id: letters, digits, - and ., up to 64')
const words = z.string().trim().min(1).max(200)

const organization = z.strictObject({
  id: fhirId,
  name: words,
  kind: z.enum(organizationKinds),
  host: fhirId.optional(),
  members: z.array(fhirId).max(1000).optional(),
  /** Its people review what was entered in error: it sees what others withdrew, besides its own. */
  reviews: z.boolean().optional(),
  identifiers: z
    .array(
      z.strictObject({
        system: z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S{1,500}$/, 'must be an absolute URI'),
        value: words,
      }),
    )
    .max(50)
    .default([]),
})

const agreement = z.strictObject({ from: fhirId, to: fhirId }).refine(({ from, to }) => from !== to, 'from and to must differ')

const networkAddress = z
  .string()
  .refine((text) => isNetworkAddress(text), 'must be an IP address, or a network such as 10.1.0.0/16')

/** An IP address, or one with a prefix length. */
function isNetworkAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/** SHA-256 of a certificate's DER, as OpenSSL and Node write it: with colons or without, in any case. */
const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{2}(:?[0-9a-f]{2}){31}$/i, 'must be a SHA-256 fingerprint in hexadecimal')
  .transform((text) => text.replaceAll(':', '').toLowerCase())

const sender = z.strictObject({
  sendingApplication: words,
  /** MSH-4 may be empty where MSH-3 alone names the sender. */
  sendingFacility: z.string().max(200),
  addresses: z.array(networkAddress).max(100).default([]),
  certificateSha256: z.array(fingerprint).max(100).default([]),
})

const scopes = z.string().superRefine((text, context) => {
  const parsed = parseScopes(text)
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.words })
})

/** Where keys come from is where trust comes from: https, but for a sandbox on one machine. */
const jwksUri = (isSandbox: boolean) =>
  z
    .string()
    .max(2000)
    .refine((text) => isKeysUrl(text, isSandbox), 'must be an https URL without a user name or password')

function isKeysUrl(text: string, isSandbox: boolean): boolean {
  const url = URL.parse(text)
  const hasProtocol = url?.protocol === 'https:' || (isSandbox && url?.protocol === 'http:')
  return hasProtocol && url?.username === '' && url.password === ''
}

const client = (isSandbox: boolean) =>
  z
    .strictObject({
      client_id: z.string().regex(/^[!-~]{1,128}$/, 'must be 1 to 128 printable ASCII characters without spaces'),
      name: words,
      organization: fhirId,
      profile: z.enum(['smart', 'nhs']),
      scopes,
      algorithms: z.array(z.enum(signingAlgorithms)).min(1).optional(),
      jwks: z.strictObject({ keys: z.array(publicJwk).min(1).max(maxKeys) }).optional(),
      jwks_uri: jwksUri(isSandbox).optional(),
      hl7v2: z.array(sender).min(1).max(100).optional(),
      /** Over HTTP it is let in with one of these certificates alone (RFC 8705); none named: with any, or none. Two while one is replaced. */
      certificateSha256: z.array(fingerprint).min(1).max(10).optional(),
      /** What its organisation uses it for; `secondary-use` reads nobody's record. Direct care where nothing is said. */
      purpose: z.enum(registeredPurposes).optional(),
      /** Kept with its keys, and let in nowhere until it is enabled again. */
      disabled: z.boolean().optional(),
    })
    .superRefine(({ jwks, jwks_uri, hl7v2 }, context) => {
      const message = credentialFault(jwks !== undefined, jwks_uri !== undefined, hl7v2 !== undefined)
      if (message) context.addIssue({ code: 'custom', message })
    })

function credentialFault(jwks: boolean, jwksUri: boolean, hl7v2: boolean): string | undefined {
  if (jwks && jwksUri) return 'a client has jwks or jwks_uri, not both'
  return jwks || jwksUri || hl7v2 ? undefined : 'a client needs jwks, jwks_uri or hl7v2 to be known by'
}

const clientsFile = (isSandbox: boolean) =>
  z.strictObject({
    organizations: z.array(organization).max(100_000).default([]),
    agreements: z.array(agreement).max(100_000).default([]),
    clients: z.array(client(isSandbox)).max(10_000).default([]),
  })

export type ClientsFile = z.infer<ReturnType<typeof clientsFile>>

/** What the store holds: the same, and who was revoked, so that a file that still names them brings nobody back. */
const registryData = clientsFile(true).extend({ revoked: z.array(z.string()).default([]) })

export type RegistryData = z.infer<typeof registryData>

export const emptyRegistry: RegistryData = { organizations: [], agreements: [], clients: [], revoked: [] }

export const parseRegistry = (text: string): RegistryData => registryData.parse(JSON.parse(text))

export type ReadFile =
  | { readonly ok: true; readonly file: ClientsFile }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads a file; its references may point into what is `kept` already. */
export function readClientsFile(json: unknown, kept: RegistryData, isSandbox: boolean): ReadFile {
  const parsed = clientsFile(isSandbox).safeParse(json)
  const faults = [...(parsed.error?.issues.flatMap(shapeFaults) ?? []), ...referenceFaults(json, kept)]
  return parsed.success && faults.length === 0 ? { ok: true, file: parsed.data } : { ok: false, faults }
}

/** zod's words name what is allowed and never what was there. */
function shapeFaults(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      id: 'clients-file-unknown-key',
      text: 'this key is not known here',
      location: pathText([...issue.path, key]),
    }))
  }
  return [{ id: 'clients-file-invalid', text: issue.message, location: pathText(issue.path) }]
}

/** `clients[0].jwks.keys[1].kid`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return text.replace(/^\./, '')
}
