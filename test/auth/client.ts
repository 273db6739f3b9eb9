// A client as a vendor would write it: its keys, its assertions (right and wrong ones), and how it gets a token over HTTP.

import { constants, createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'

export interface TestClient {
  readonly clientId: string
  readonly alg: string
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** What goes into CLIENTS_FILE. */
  readonly jwks: { readonly keys: readonly Record<string, unknown>[] }
  assertion(options: AssertionOptions): string
}

export interface AssertionOptions {
  readonly aud: unknown
  /** Epoch seconds; the machine's clock unless told. */
  readonly nowSeconds?: number
  /** Replaces claims and header members; undefined removes one. */
  readonly claims?: Record<string, unknown>
  readonly header?: Record<string, unknown>
  /** What it is really signed with, when that is not what the header says. */
  readonly signedWith?: { readonly alg: string; readonly key: KeyObject | string }
}

/** Signs with node:crypto and not with jose, so that the gateway's library is not its own judge. */
export function makeClient({
  clientId,
  alg = 'ES384',
  kid = `${clientId}-1`,
}: {
  clientId: string
  alg?: string
  kid?: string
}): TestClient {
  const { privateKey, publicKey } = keyPair(alg)
  return {
    clientId,
    alg,
    kid,
    privateKey,
    publicKey,
    // Without `alg`: what the key may be used for is the registration's to say, and the tests' to try.
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' }] },
    assertion: ({ aud, nowSeconds = Math.floor(Date.now() / 1000), claims, header, signedWith }) =>
      jws(
        { alg, kid, typ: 'JWT', ...header },
        { iss: clientId, sub: clientId, aud, exp: nowSeconds + 300, jti: randomUUID(), ...claims },
        signedWith ?? { alg, key: privateKey },
      ),
  }
}

export function keyPair(alg: string): { privateKey: KeyObject; publicKey: KeyObject } {
  if (alg === 'EdDSA') return generateKeyPairSync('ed25519')
  if (alg.startsWith('ES')) return generateKeyPairSync('ec', { namedCurve: curves[alg] ?? '' })
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

const curves: Record<string, string> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

/** Compact serialization of any header and any payload; text is taken as it is. */
export function jws(
  header: Record<string, unknown> | string,
  payload: Record<string, unknown> | string,
  { alg, key }: { alg: string; key: KeyObject | string },
): string {
  const input = [header, payload].map((part) => encoded(typeof part === 'string' ? part : JSON.stringify(part))).join('.')
  return `${input}.${signature(alg, key, input)}`
}

const encoded = (text: string): string => Buffer.from(text).toString('base64url')

function signature(alg: string, key: KeyObject | string, input: string): string {
  if (alg === 'none') return ''
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('HS')) return createHmac(hash, key).update(input).digest('base64url')
  if (typeof key === 'string') throw new TypeError('only HMAC takes a text as its key')
  const data = Buffer.from(input)
  if (alg === 'EdDSA') return sign(null, data, key).toString('base64url')
  const padding = alg.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {}
  return sign(hash, data, { key, dsaEncoding: 'ieee-p1363', ...padding }).toString('base64url')
}

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export function tokenForm(assertion: string, scope: string): URLSearchParams {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    scope,
    client_assertion_type: assertionType,
    client_assertion: assertion,
  })
}

/** Finds the token endpoint by discovery, as a stranger would, and brings back an access token. */
export async function tokenFor(baseUrl: string, client: TestClient, scope = 'system/*.cruds'): Promise<string> {
  const discovery = await fetch(`${baseUrl}/fhir/R4/.well-known/smart-configuration`)
  const tokenUrl = memberOf(await discovery.json(), 'token_endpoint')
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: tokenForm(client.assertion({ aud: tokenUrl }), scope),
  })
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`no token for ${client.clientId}: ${response.status} ${JSON.stringify(body)}`)
  return memberOf(body, 'access_token')
}

function memberOf(value: unknown, name: string): string {
  const found: unknown =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
  if (typeof found !== 'string') throw new TypeError(`${name} is missing`)
  return found
}
