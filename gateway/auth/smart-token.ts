// SMART Backend Services at the token endpoint: what is granted, and what is answered, in RFC 6749's words.

import { accessTokenFor } from './access-token.ts'
import { verifyAssertion } from './assertion.ts'
import type { Client } from './registry.ts'
import { formatScopes, intersect, parseScopes } from './scopes.ts'
import { answer, type Personality } from './personality.ts'
import { invalidClient, type TokenError } from './token-form.ts'

export const tokenLifeSeconds = 300

export const smart: Personality = {
  async verify({ assertion, clientId }, auth) {
    const verified = await verifyAssertion(assertion, clientId, auth)
    return verified.ok ? verified : { error: 'invalid_client', ...verified }
  },
  grant,
  async tokenFor(grantee, scope, auth) {
    const access_token = await accessTokenFor(grantee, scope, tokenLifeSeconds, auth)
    return { access_token, token_type: 'bearer', expires_in: tokenLifeSeconds, scope }
  },
  usedBefore: invalidClient('jti', 'jti was used before'),
  errorAnswer: ({ error, words, status }) =>
    answer(status ?? (error === 'invalid_client' ? 401 : 400), { error, error_description: words }),
}

/** What was asked for, less what the client is not registered for. */
function grant(client: Client, requested: string): ReturnType<Personality['grant']> {
  const refused = (words: string): { readonly ok: false } & TokenError => ({
    ok: false,
    error: 'invalid_scope',
    reason: 'scope',
    words,
    client,
  })
  if (requested === '') return refused('scope is missing')
  const [asked, registered] = [parseScopes(requested), parseScopes(client.scopes)]
  if (!asked.ok) return refused(asked.words)
  const scopes = registered.ok ? intersect(asked.scopes, registered.scopes) : []
  if (scopes.length === 0) return refused('the client is registered for none of these, or for more together than a token holds')
  const scope = formatScopes(scopes)
  // Asked and registered parameters multiply; what no longer fits would be a token that grants nothing.
  return parseScopes(scope).ok ? { ok: true, scope } : refused('more scopes are asked for than a token holds')
}
