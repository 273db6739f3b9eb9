// Self-registration (RFC 7591), in a sandbox only: a vendor brings its public keys and acts for one of the sandbox's organisations.

import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import type { Auth } from './auth.ts'
import { answer, type TokenAnswer } from './personality.ts'
import { addClient } from './registry.ts'
import { auditOf } from './token.ts'

export interface RegistrationRequest {
  readonly contentType: string | undefined
  readonly body: string
  readonly requestId: string
}

/** RFC 7591 §2, and `organization`, which is ours: for whom the client is to act. What else is sent is passed over, as §2 asks. */
const metadata = z.object({
  client_name: z.string().trim().min(1).max(200),
  organization: z.string(),
  scope: z.string(),
  jwks: z.unknown().optional(),
  jwks_uri: z.unknown().optional(),
  grant_types: z.tuple([z.literal('client_credentials')], 'must be ["client_credentials"]').optional(),
  token_endpoint_auth_method: z.literal('private_key_jwt', 'must be private_key_jwt').optional(),
})

/** 201 with what was registered; 400 with every fault of it. Live stores have no such address. */
export async function registrationEndpoint(request: RegistrationRequest, auth: Auth): Promise<TokenAnswer> {
  if (!/^application\/json\s*(;|$)/i.test(request.contentType ?? '')) return refused('the body must be application/json')
  const read = metadata.safeParse(jsonOf(request.body))
  if (!read.success) return refused(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { client_name, organization, scope, jwks, jwks_uri } = read.data
  const client = {
    client_id: `sandbox-${auth.newId()}`,
    name: client_name,
    organization,
    profile: 'smart',
    scopes: scope,
    ...(jwks !== undefined && { jwks }),
    ...(jwks_uri !== undefined && { jwks_uri }),
  }
  try {
    await addClient(auth.store, client, { sandbox: true })
    await auth.registry.refresh(true)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error.faults.map(({ location = '', text }) => `${location.replace('clients[0].', '')}: ${text}`).join('; '))
  }
  await auth.store.commit({ audit: [auditOf(undefined, undefined, request, auth, 'register')] })
  return answer(201, {
    client_id: client.client_id,
    client_id_issued_at: Math.floor(auth.now().getTime() / 1000),
    client_name,
    organization,
    scope,
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'private_key_jwt',
    ...(jwks !== undefined && { jwks }),
    ...(jwks_uri !== undefined && { jwks_uri }),
  })
}

/** RFC 7591 §3.2.2. */
const refused = (words: string): TokenAnswer =>
  answer(400, { error: 'invalid_client_metadata', error_description: words.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, ' ') })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
