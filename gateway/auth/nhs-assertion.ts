// The client assertion as the NHS's signed-JWT application authentication judges it: its rules, each with its status and words.
//
// Source: NHSDigital/identity-service-api, tests and policies at 5100cca (reference/conformance-and-auth.md §3.5).

import type { Auth } from './auth.ts'
import {
  algorithmsOf,
  hasBegun,
  isForUs,
  isText,
  keyOf,
  leewaySeconds,
  longestLifeSeconds,
  parse,
  signatureHolds,
  type Members,
} from './assertion.ts'
import { decoyKey } from './decoy.ts'
import type { Addresses } from './discovery.ts'
import { isSigningAlgorithm, type SigningAlgorithm } from './jwk.ts'
import type { Client } from './registry.ts'

export interface NhsFault {
  readonly status: 400 | 401 | 403
  readonly error: 'invalid_request' | 'public_key error'
  /** For the audit. */
  readonly reason: string
  readonly words: string
}

export type NhsVerified =
  | { readonly ok: true; readonly client: Client; readonly jti: string; readonly exp: number }
  | ({ readonly ok: false } & NhsFault)

/** Whom an assertion names, which proves nothing yet: by it the endpoint chooses in whose words it speaks. */
export function namedClient(assertion: string, { registry }: Auth): Client | undefined {
  const iss = parse(assertion)?.claims['iss']
  return typeof iss === 'string' ? registry.client(iss) : undefined
}

/** Header, claims, key, signature, in that order; the NHS names the first fault, also to a stranger. */
export async function verifyNhsAssertion(assertion: string, clientId: string | undefined, auth: Auth): Promise<NhsVerified> {
  const parsed = parse(assertion)
  if (!parsed) return refused(400, 'malformed', 'Malformed JWT in client_assertion')
  const { header, claims } = parsed
  const client = namedClient(assertion, auth)
  const nowSeconds = Math.floor(auth.now().getTime() / 1000)
  const given: Given = { header, claims, nowSeconds, addresses: auth.addresses, client, clientId }
  const broken = rules.find(([, , isBroken]) => isBroken(given))
  if (broken) return refused(broken[1], broken[0], `${broken[3]} in client_assertion JWT${broken[4] ?? ''}`)
  if (!client) throw new Error('the rules let a client through that is not there')
  return signed(assertion, client, given, auth)
}

async function signed(assertion: string, client: Client, { header, claims }: Given, auth: Auth): Promise<NhsVerified> {
  const algorithm = header['alg']
  if (!isSigningAlgorithm(algorithm)) throw new Error('the rules let an algorithm through that is none')
  if (!client.jwks && client.jwks_uri === undefined) {
    return { ...refused(403, 'no-key', 'A public key must be registered for this client'), error: 'public_key error' }
  }
  const key = await keyOf(client, header, algorithm, auth)
  if (key === 'lost') {
    return { ...refused(403, 'jwks', 'The JWKS endpoint of this client cannot be reached'), error: 'public_key error' }
  }
  const isSigned = await signatureHolds(assertion, key ?? decoyKey(algorithm), algorithm)
  if (!key) return refused(401, 'kid', "Invalid 'kid' header in client_assertion JWT - no matching public key")
  if (!isSigned) return refused(401, 'signature', 'JWT signature verification failed')
  return { ok: true, client, jti: String(claims['jti']), exp: Number(claims['exp']) }
}

const refused = (status: NhsFault['status'], reason: string, words: string) =>
  ({ ok: false, status, error: 'invalid_request', reason, words }) as const

interface Given {
  readonly header: Members
  readonly claims: Members
  readonly nowSeconds: number
  readonly addresses: Addresses
  readonly client: Client | undefined
  /** As the form has it beside the assertion. */
  readonly clientId: string | undefined
}

type Rule = readonly [reason: string, status: 400 | 401, isBroken: (given: Given) => boolean, words: string, afterwards?: string]

const latest = ({ nowSeconds }: Given): number => nowSeconds + longestLifeSeconds + leewaySeconds

/** In the order in which the NHS looks. `iss` decides by whose registration `alg` is judged, so a stranger's is judged as RS512. */
const rules: readonly Rule[] = [
  ['kid', 400, ({ header }) => header['kid'] === undefined, "Missing 'kid' header"],
  ['kid', 400, ({ header }) => !isText(header['kid']), "Invalid 'kid' header", ' - must be a string of up to 256 characters'],
  ['typ', 400, ({ header }) => !isJwt(header['typ']), "Invalid 'typ' header", " - must be 'JWT'"],
  ['alg', 400, (given) => !isAllowed(given), "Invalid 'alg' header", " - unsupported JWT algorithm - must be 'RS512'"],
  ['crit', 400, ({ header }) => header['crit'] !== undefined, "Invalid 'crit' header", ' - not supported'],
  [
    'sub',
    400,
    ({ claims }) => !isText(claims['iss']) || claims['iss'] !== claims['sub'],
    "Missing or non-matching 'iss'/'sub' claims",
  ],
  // RFC 7521 §4.2; the NHS's clients send none.
  [
    'client_id',
    400,
    ({ claims, clientId }) => clientId !== undefined && clientId !== claims['iss'],
    "client_id differs from 'iss'",
  ],
  ['iss', 401, ({ client }) => client?.profile !== 'nhs', "Invalid 'iss'/'sub' claims"],
  ['jti', 400, ({ claims }) => claims['jti'] === undefined, "Missing 'jti' claim"],
  ['jti', 400, ({ claims }) => !isText(claims['jti']), "Invalid 'jti' claim", ' - must be a unique string value such as a GUID'],
  ['aud', 401, ({ claims, addresses }) => !isForUs(claims['aud'], addresses), "Missing or invalid 'aud' claim"],
  ['exp', 400, ({ claims }) => claims['exp'] === undefined, "Missing 'exp' claim"],
  ['exp', 400, ({ claims }) => !Number.isSafeInteger(claims['exp']), "Invalid 'exp' claim", ' - must be an integer'],
  ['exp', 400, (given) => Number(given.claims['exp']) > latest(given), "Invalid 'exp' claim", ' - more than 5 minutes in future'],
  [
    'exp',
    400,
    ({ claims, nowSeconds }) => Number(claims['exp']) <= nowSeconds - leewaySeconds,
    "Invalid 'exp' claim",
    ' - JWT has expired',
  ],
  ['nbf', 400, ({ claims, nowSeconds }) => isAhead(claims['nbf'], nowSeconds), "Invalid 'nbf' claim", ' - in the future'],
  ['iat', 400, ({ claims, nowSeconds }) => isAhead(claims['iat'], nowSeconds), "Invalid 'iat' claim", ' - in the future'],
]

const isJwt = (typ: unknown): boolean => typeof typ === 'string' && typ.toUpperCase() === 'JWT'

const isAhead = (at: unknown, nowSeconds: number): boolean => at !== undefined && !hasBegun(at, nowSeconds)

const strangers: readonly SigningAlgorithm[] = ['RS512']

function isAllowed({ header, client }: Given): boolean {
  const algorithm = header['alg']
  return isSigningAlgorithm(algorithm) && (client ? algorithmsOf(client) : strangers).includes(algorithm)
}
