// The token endpoint: what it answers to a good request, and to one that is no request.

import { header, holds, oauthError, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { granted, grantedWithCare } from '../scenes/tokens.ts'
import { rfc, smart } from '../sources.ts'

const needs = { systems: ['acute'] } as const

export const token = area('token', [
  {
    id: 'HF-TOK-001',
    level: 'MUST',
    title: 'gives a token for an assertion signed with ES384, and the token opens the FHIR endpoint',
    statement: smart('backend-services', 'the authorization server issues an access token with expires_in, token_type and scope'),
    assertions: ['TOK-01'],
    needs,
    kills: ['token-type', 'token-expires-text', 'token-scope-missing'],
    async run(t) {
      const { json } = await granted(t, 'acute', { scope: 'system/Patient.rs' })
      same(textAt(json, 'token_type').toLowerCase(), 'bearer', 'token_type')
      const life = isRecord(json) ? json['expires_in'] : undefined
      holds(typeof life === 'number' && life > 0, 'expires_in', 'a number of seconds', life)
      same(textAt(json, 'scope'), 'system/Patient.rs', 'scope')
      const authorization = `Bearer ${textAt(json, 'access_token')}`
      const found = await t.anyone.get(`Patient?identifier=${t.id()}`, { authorization })
      status(found, 200, 'a search with the token')
      same(textAt(found.json, 'resourceType'), 'Bundle', 'a search with the token')
      status(await t.anyone.get(`Patient?identifier=${t.id()}`), 401, 'the same without it')
    },
  },
  {
    id: 'HF-TOK-002',
    level: 'MUST',
    title: 'gives a token for an assertion signed with RS384',
    statement: smart('client-confidential-asymmetric', 'validating signatures with at least one of RS384 or ES384'),
    assertions: ['TOK-02'],
    needs: { systems: ['narrow'] },
    kills: ['token-no-rs384'],
    async run(t) {
      await grantedWithCare(t, 'narrow', { scope: 'system/Patient.rs' })
    },
  },
  {
    id: 'HF-TOK-003',
    level: 'SHOULD',
    title: 'lets a token live for five minutes at most',
    statement: smart('backend-services', 'a short-lived access token: expires_in SHOULD be no more than 300 seconds'),
    assertions: ['TOK-03'],
    needs,
    kills: ['token-long-life'],
    async run(t) {
      const { json } = await grantedWithCare(t)
      const [life] = at(json, 'expires_in')
      holds(Number(life) > 0 && Number(life) <= 300, 'expires_in', '1 to 300', life)
    },
  },
  {
    id: 'HF-TOK-004',
    level: 'MUST',
    title: 'keeps tokens out of caches',
    statement: rfc('6749 5.1', 'MUST include the HTTP "Cache-Control" response header field with a value of "no-store"'),
    assertions: ['TOK-05'],
    needs,
    kills: ['token-cached'],
    async run(t) {
      const answer = await grantedWithCare(t)
      header(answer, 'cache-control', /\bno-store\b/, 'a token response')
      header(answer, 'pragma', /\bno-cache\b/, 'a token response')
    },
  },
  {
    id: 'HF-TOK-005',
    level: 'SHOULD',
    title: 'gives no refresh token to a backend service',
    statement: rfc('6749 4.4.3', 'A refresh token SHOULD NOT be included'),
    assertions: ['TOK-04'],
    needs,
    kills: ['token-refresh'],
    async run(t) {
      const { json } = await grantedWithCare(t)
      same(at(json, 'refresh_token'), [], 'refresh_token')
    },
  },
  {
    id: 'HF-TOK-006',
    level: 'MUST',
    title: 'takes client_credentials and no other grant',
    statement: rfc('6749 5.2', 'unsupported_grant_type: The authorization grant type is not supported'),
    assertions: ['TOK-07', 'TOK-08'],
    needs,
    kills: ['token-any-grant'],
    async run(t) {
      await granted(t)
      for (const grant of ['authorization_code', 'password', 'client_credentials ']) {
        const answer = await t.token('acute', { form: { grant_type: grant } })
        oauthError(answer, ['unsupported_grant_type'], `grant_type ${JSON.stringify(grant)}`)
      }
      oauthError(await t.token('acute', { form: { grant_type: undefined } }), ['invalid_request'], 'no grant_type')
    },
  },
  {
    id: 'HF-TOK-007',
    level: 'MUST',
    title: 'wants the assertion type that RFC 7523 names',
    statement: rfc(
      '7523 2.2',
      'The value of the "client_assertion_type" is "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"',
    ),
    assertions: ['TOK-09'],
    needs,
    kills: ['token-any-assertion-type'],
    async run(t) {
      await granted(t)
      for (const client_assertion_type of [
        'not_an_assertion_type',
        'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
        undefined,
      ]) {
        const answer = await t.token('acute', { form: { client_assertion_type } })
        oauthError(answer, ['invalid_request', 'invalid_client'], `client_assertion_type ${client_assertion_type}`)
      }
    },
  },
  {
    id: 'HF-TOK-008',
    level: 'MUST',
    title: 'answers POST only',
    statement: rfc('6749 3.2', 'The client MUST use the HTTP "POST" method when making access token requests'),
    assertions: ['TOK-14'],
    needs,
    kills: ['http-405-no-allow'],
    async run(t) {
      await granted(t)
      const answer = await t.token('acute', { method: 'GET', query: '?grant_type=client_credentials' })
      status(answer, 405, 'GET')
      header(answer, 'allow', /\bPOST\b/, 'GET')
    },
  },
  {
    id: 'HF-TOK-009',
    level: 'MUST',
    title: 'reads parameters from the body and never from the address',
    statement: rfc(
      '6749 2.3.1',
      'The parameters can only be transmitted in the request-body and MUST NOT be included in the request URI',
    ),
    assertions: ['TOK-12'],
    needs,
    kills: ['token-query'],
    async run(t) {
      await granted(t)
      const answer = await t.token('acute', { query: '?scope=system/*.cruds' })
      oauthError(answer, ['invalid_request'], 'a parameter in the query')
    },
  },
  {
    id: 'HF-TOK-010',
    level: 'MUST',
    title: 'refuses a parameter that is sent twice',
    statement: rfc('6749 3.2', 'Request and response parameters MUST NOT be included more than once'),
    assertions: ['TOK-13'],
    needs,
    kills: ['token-repeated'],
    async run(t) {
      await granted(t)
      for (const more of ['&scope=system%2FPatient.rs', '&grant_type=client_credentials', '&foo=1&foo=2'])
        oauthError(await t.token('acute', { more }), ['invalid_request', 'invalid_client'], `${more} besides`)
    },
  },
  {
    id: 'HF-TOK-011',
    level: 'MUST',
    title: 'takes a form and nothing else as a request',
    statement: rfc('6749 3.2', 'using the "application/x-www-form-urlencoded" format'),
    assertions: ['TOK-11'],
    needs,
    kills: ['token-any-media-type'],
    async run(t) {
      await granted(t)
      for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
        const answer = await t.token('acute', { headers: { 'content-type': type } })
        status(answer, [400, 401, 415], `Content-Type ${type}`)
        same(at(answer.json, 'access_token'), [], `Content-Type ${type}`)
      }
    },
  },
  {
    id: 'HF-TOK-012',
    level: 'MUST',
    title: 'lets a client authenticate in one way at a time',
    statement: rfc('6749 2.3', 'The client MUST NOT use more than one authentication method in each request'),
    assertions: ['TOK-20'],
    needs,
    kills: ['token-two-methods'],
    async run(t) {
      await granted(t)
      const basic = { authorization: `Basic ${Buffer.from('someone:secret').toString('base64')}` }
      oauthError(await t.token('acute', { headers: basic }), ['invalid_request', 'invalid_client'], 'Basic besides the assertion')
      oauthError(
        await t.token('acute', { form: { client_secret: 'secret' } }),
        ['invalid_request', 'invalid_client'],
        'client_secret besides the assertion',
      )
    },
  },
  {
    id: 'HF-TOK-013',
    level: 'MUST',
    title: 'grants what the client is registered for where more is asked, says so, and holds it to that',
    statement: rfc(
      '6749 3.3',
      'If the issued access token scope is different from the one requested … MUST include the "scope" response parameter',
    ),
    assertions: ['TOK-17'],
    needs: { systems: ['narrow'], scopes: 'registered for system/Patient.rs and not for writing' },
    kills: ['token-scope-echo'],
    async run(t) {
      const { json } = await granted(t, 'narrow', { scope: 'system/*.cruds' })
      const scope = textAt(json, 'scope')
      holds(
        scope.includes('system/Patient.rs') && !/\.[a-z]*[cud]/.test(scope),
        'the granted scope',
        'no more than registered',
        scope,
      )
      const authorization = `Bearer ${textAt(json, 'access_token')}`
      status(await t.anyone.get(`Patient?identifier=${t.id()}`, { authorization }), 200, 'a search')
      refusal(await t.anyone.post('Patient', { resourceType: 'Patient' }, { authorization }), 403, 'a create')
    },
  },
  {
    id: 'HF-TOK-014',
    level: 'MUST',
    title: 'refuses scopes that the client has none of, that are malformed, or that are not asked for at all',
    statement: rfc('6749 5.2', 'invalid_scope: The requested scope is invalid, unknown, malformed, or exceeds the scope granted'),
    assertions: ['TOK-15', 'TOK-16', 'SCP-02'],
    needs: { systems: ['narrow'] },
    kills: ['token-any-scope', 'token-scope-optional'],
    async run(t) {
      await granted(t, 'narrow', { scope: 'system/Patient.rs' })
      const words = ['invalid_scope', 'invalid_request']
      for (const scope of [
        'system/CarePlan.cruds',
        'system/Patient.xyz',
        'system/Patient.sr',
        'SYSTEM/Patient.rs',
        'everything',
        undefined,
      ])
        oauthError(await t.token('narrow', { scope }), words, `scope ${scope}`)
    },
  },
])
