// A small FHIR server of somebody else's, with bugs of its own: no line of it is the gateway's.

import { createPublicKey, verify } from 'node:crypto'
import { startHttp, type Running } from './servers.ts'

interface Stored {
  readonly resourceType: string
  readonly id: string
  readonly [element: string]: unknown
}

/** What is wrong with it: it takes any assertion that is signed, searches by nothing, has no ETags, and shows its stack. */
export function startForeign(keys: Readonly<Record<string, string>>): Promise<Running> {
  const stored = new Map<string, Stored>()
  let count = 0
  return startHttp((request, body, respond) => {
    const json = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      respond(status, { 'content-type': 'application/fhir+json', ...headers }, JSON.stringify(value))
    const outcome = (status: number, code: string) =>
      json(status, { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] })
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const [, , , type = '', id = ''] = url.pathname.split('/')
    if (url.pathname.endsWith('smart-configuration'))
      return json(200, {
        token_endpoint: `${url.origin}/token`,
        grant_types_supported: ['client_credentials'],
        capabilities: ['permission-v2'],
      })
    if (url.pathname.endsWith('/metadata')) return json(200, statement)
    if (url.pathname === '/token') return isSigned(body, keys) ? json(200, token) : json(401, { error: 'invalid_client' })
    if (request.headers.authorization !== `Bearer ${token.access_token}`)
      return respond(401, { 'www-authenticate': 'Bearer', 'content-type': 'text/plain' }, 'who are you?')
    if (type !== 'Patient') return outcome(404, 'not-found')
    if (request.method === 'POST') {
      const sent = parsedOr(body)
      if (sent instanceof Error) return respond(500, { 'content-type': 'text/html' }, `<pre>${sent.stack}</pre>`)
      const resource = {
        ...sent,
        resourceType: 'Patient',
        id: String(++count),
        meta: { versionId: '1' },
      }
      stored.set(resource.id, resource)
      return json(201, resource, { location: `${url.origin}/fhir/R4/Patient/${resource.id}` })
    }
    if (request.method !== 'GET') return outcome(405, 'not-supported')
    if (id === '')
      return json(200, {
        resourceType: 'Bundle',
        type: 'searchset',
        total: stored.size,
        entry: [...stored.values()].map((resource) => ({ resource })),
      })
    const resource = stored.get(id)
    return resource ? json(200, resource) : outcome(404, 'not-found')
  })
}

const token = { access_token: 'foreign-token-1', token_type: 'bearer', expires_in: 7200, scope: 'system/Patient.crs' }

const statement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  implementation: { description: 'Foreign', url: 'https://foreign.example/fhir' },
  rest: [
    {
      mode: 'server',
      resource: [
        {
          type: 'Patient',
          interaction: [{ code: 'read' }, { code: 'create' }, { code: 'search-type' }],
          searchParam: [{ name: 'identifier', type: 'token' }],
        },
      ],
    },
  ],
}

function parsedOr(body: string): object {
  try {
    return JSON.parse(body) as object
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** The signature alone: neither exp nor aud nor jti. */
function isSigned(body: string, keys: Readonly<Record<string, string>>): boolean {
  try {
    const [head = '', claims = '', signature = ''] = (new URLSearchParams(body).get('client_assertion') ?? '').split('.')
    const { iss } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss: string }
    const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string }
    const key = createPublicKey(keys[iss] ?? '')
    const data = Buffer.from(`${head}.${claims}`)
    const bytes = Buffer.from(signature, 'base64url')
    if (alg === 'ES384') return verify('sha384', data, { key, dsaEncoding: 'ieee-p1363' }, bytes)
    return alg === 'RS384' && verify('sha384', data, key, bytes)
  } catch {
    return false
  }
}
