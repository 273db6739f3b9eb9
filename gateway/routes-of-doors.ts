// The routes besides FHIR: health, tokens, HL7 v2, census, extracts.

import { jwks } from './auth/keys.ts'
import { registrationEndpoint } from './auth/registration.ts'
import type { TokenRequest } from './auth/token-form.ts'
import { introspectionEndpoint, revocationEndpoint } from './auth/token-status.ts'
import { tokenEndpoint } from './auth/token.ts'
import { limits } from './config.ts'
import { clientLevelData } from './extract/client-level-data.ts'
import type { Answer, Ask, House, PublicAsk, PublicHandler } from './handler.ts'
import { census } from './intake/census.ts'
import { receiveHl7 } from './intake/hl7v2-door.ts'
import { json, text } from './plain-answer.ts'
import { Refusal } from './refusal.ts'
import { message, type Route } from './route.ts'
import { answerOf, through } from './through.ts'

export const routesOfDoors: readonly Route[] = [
  {
    method: 'GET',
    path: '/health/live',
    summary: 'Whether the process runs',
    gives: 'text',
    scope: 'public',
    handler: async () => text('live'),
  },
  {
    method: 'GET',
    path: '/health/ready',
    summary: 'Whether the store answers and can be written',
    gives: 'text',
    scope: 'public',
    handler: ready,
  },
  {
    method: 'GET',
    path: '/auth/jwks',
    summary: 'The keys that tokens are signed with',
    gives: 'json',
    scope: 'public',
    handler: keys,
  },
  {
    method: 'POST',
    path: '/auth/token',
    summary: 'An access token for a signed assertion (client credentials)',
    takes: 'form',
    gives: 'json',
    scope: 'public',
    maxBytes: limits.form,
    handler: oauth(tokenEndpoint),
  },
  {
    method: 'POST',
    path: '/auth/introspect',
    summary: 'Whether an access token is alive, and what it allows (RFC 7662)',
    takes: 'form',
    gives: 'json',
    scope: 'public',
    maxBytes: limits.form,
    handler: oauth(introspectionEndpoint),
  },
  {
    method: 'POST',
    path: '/auth/revoke',
    summary: 'Ends an access token (RFC 7009)',
    takes: 'form',
    gives: 'json',
    scope: 'public',
    maxBytes: limits.form,
    handler: oauth(revocationEndpoint),
  },
  {
    method: 'POST',
    path: '/auth/register',
    summary: 'Registers a client with its public keys (RFC 7591), in a sandbox; elsewhere 404',
    takes: 'json',
    gives: 'json',
    scope: 'public',
    handler: register,
  },
  {
    ...message,
    path: '/hl7v2',
    summary: 'Takes an HL7 v2 message and answers an ACK',
    takes: 'hl7v2',
    gives: 'hl7v2',
    handler: hl7v2,
  },
  {
    ...message,
    path: '/import/census',
    summary: 'Takes a census of a ward or team as CSV',
    takes: 'csv',
    handler: through(census),
  },
  {
    method: 'GET',
    path: '/extract/client-level-data.csv',
    summary: 'A council’s own journeys as client-level data',
    gives: 'csv',
    scope: 'Task.s',
    refuses: ['invalid', 'forbidden'],
    handler: clientLevelData,
  },
]

async function hl7v2({ body, headers, caller, requestId }: Ask, house: House): Promise<Answer> {
  return answerOf(await receiveHl7(body, { contentType: headers.get('content-type') ?? '', caller, requestId }, house))
}

/** An endpoint of OAuth: it sees the form and who sent it, and writes its own audit. */
function oauth(endpoint: (request: TokenRequest, auth: House['auth']) => Promise<Answer>): PublicHandler {
  return async ({ body, headers, query, requestId, peer }, { auth }) => {
    const request = {
      certificateSha256: peer?.certificateSha256,
      contentType: headers.get('content-type') ?? undefined,
      authorizationHeader: headers.get('authorization') ?? undefined,
      body: new TextDecoder().decode(body),
      query: query.toString(),
      requestId,
    }
    return { ...(await endpoint(request, auth)), isAudited: true }
  }
}

async function register({ body, headers, requestId }: PublicAsk, { auth, isSandbox }: House): Promise<Answer> {
  if (!isSandbox) throw new Refusal('not-found', { id: 'address-unknown', text: 'nothing is served at this address' })
  const request = {
    contentType: headers.get('content-type') ?? undefined,
    body: new TextDecoder().decode(body),
    requestId,
  }
  return { ...(await registrationEndpoint(request, auth)), isAudited: true }
}

async function keys(_: PublicAsk, { auth }: House): Promise<Answer> {
  await auth.keys.refresh()
  return json(jwks(auth.keys.published()))
}

/** Ready means that the store answers, and could be written when that was last tried. */
async function ready(_: PublicAsk, { store }: House): Promise<Answer> {
  await store.ready()
  return text('ready')
}
