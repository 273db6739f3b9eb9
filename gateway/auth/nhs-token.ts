// The NHS's signed-JWT application authentication at the token endpoint: it sends no scope, and is answered as NHS APIs answer.
//
// Source: NHSDigital/identity-service-api at 5100cca (reference/conformance-and-auth.md §3.5).

import { accessTokenFor } from './access-token.ts'
import { verifyNhsAssertion } from './nhs-assertion.ts'
import { formatScopes, intersect, parseScopes } from './scopes.ts'
import { answer, type Personality } from './personality.ts'

const tokenLifeSeconds = 599

export const nhs: Personality = {
  verify: ({ assertion, clientId }, auth) => verifyNhsAssertion(assertion, clientId, auth),
  /** All that the client is registered for: an NHS client cannot ask for less. */
  grant(client) {
    const registered = parseScopes(client.scopes)
    const scopes = registered.ok ? intersect(registered.scopes, registered.scopes) : []
    if (scopes.length > 0) return { ok: true, scope: formatScopes(scopes) }
    return {
      ok: false,
      error: 'access_denied',
      reason: 'scope',
      words: 'the client is registered for nothing',
      status: 403,
      client,
    }
  },
  async tokenFor(grantee, scope, auth) {
    const access_token = await accessTokenFor(grantee, scope, tokenLifeSeconds, auth)
    return {
      access_token,
      expires_in: String(tokenLifeSeconds),
      token_type: 'Bearer',
      issued_at: String(auth.now().getTime()),
    }
  },
  usedBefore: {
    error: 'invalid_request',
    status: 400,
    reason: 'jti',
    words: "Non-unique 'jti' claim in client_assertion JWT",
  },
  /** RFC 6749 knows a missing assertion as invalid_client; the NHS as a request that is not right. */
  errorAnswer({ error, words, status = 400 }, requestId) {
    const code = error === 'invalid_client' ? 'invalid_request' : error
    return answer(status, { error: code, error_description: words, message_id: requestId })
  },
}
