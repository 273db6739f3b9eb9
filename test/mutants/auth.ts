// Faults of the authorization server: discovery, token endpoint, assertion, scopes, bearer tokens.

import { mutantsOf, type Mutant } from './mutant.ts'

const discovery = mutantsOf('gateway/auth/discovery.ts', [
  ['http-discovery-relative', 'gives a relative token endpoint', 'token_endpoint: tokenUrl,', "token_endpoint: '/auth/token',"],
  [
    'http-discovery-methods',
    'does not say private_key_jwt',
    "methods_supported: ['private_key_jwt']",
    "methods_supported: ['client_secret_basic']",
  ],
  [
    'http-discovery-plain',
    'offers the plain code challenge',
    "code_challenge_methods_supported: ['S256']",
    "code_challenge_methods_supported: ['S256', 'plain']",
  ],
  [
    'http-discovery-scopes',
    'lists a scope that nobody is granted',
    "'system/*.read',",
    "'system/*.read', 'system/Medication.cruds',",
  ],
  [
    'http-discovery-claims',
    'claims an issuer without OpenID Connect',
    'token_endpoint: tokenUrl,',
    'issuer: tokenUrl, token_endpoint: tokenUrl,',
  ],
  ['token-no-rs384', 'knows ES384 only', "smartAlgorithms = ['RS384', 'ES384']", "smartAlgorithms = ['ES384']"],
])

const keys = mutantsOf('gateway/auth/keys.ts', [
  [
    'http-jwks-private',
    'publishes a secret part of its key',
    '({ publicJwk }) => publicJwk)',
    "({ publicJwk }) => ({ ...publicJwk, d: 'c2VjcmV0' }))",
  ],
])

const tokenForm = mutantsOf('gateway/auth/token-form.ts', [
  ['token-any-grant', 'takes any grant type', "if (grantType !== 'client_credentials') {", 'if (false) {'],
  [
    'token-any-assertion-type',
    'takes any assertion type',
    "if (form.get('client_assertion_type') !== assertionType) {",
    'if (false) {',
  ],
  ['token-query', 'takes parameters from the address', "if (request.query.replace(/^\\?/, '') !== '')", 'if (false)'],
  [
    'token-repeated',
    'takes a parameter twice',
    'return new Set(names).size === names.length ? undefined',
    'return true ? undefined',
  ],
  ['token-any-media-type', 'takes a body of any type', 'if (!isForm(request.contentType)) {', 'if (false) {'],
  [
    'token-two-methods',
    'lets a client authenticate in two ways',
    "if (request.authorizationHeader !== undefined || form.has('client_secret')) {",
    'if (false) {',
  ],
  [
    'token-huge',
    'breaks on a huge assertion',
    'if (assertion.length > longestAssertion) {',
    "if (assertion.length > longestAssertion) {\n    throw new Error('too long')",
  ],
])

const smartToken = mutantsOf('gateway/auth/smart-token.ts', [
  ['token-type', 'gives tokens of another type', "token_type: 'bearer'", "token_type: 'mac'"],
  [
    'token-expires-text',
    'writes expires_in as text',
    'expires_in: tokenLifeSeconds, scope }',
    'expires_in: String(tokenLifeSeconds), scope }',
  ],
  [
    'token-scope-missing',
    'does not say what it granted',
    'expires_in: tokenLifeSeconds, scope }',
    'expires_in: tokenLifeSeconds }',
  ],
  ['token-long-life', 'gives tokens for an hour', 'tokenLifeSeconds = 300', 'tokenLifeSeconds = 3600'],
  [
    'token-refresh',
    'gives a refresh token',
    "return { access_token, token_type: 'bearer',",
    "return { access_token, refresh_token: 'r', token_type: 'bearer',",
  ],
  [
    'token-scope-echo',
    'says that it granted what was asked for',
    '? { ok: true, scope } :',
    '? { ok: true, scope: requested } :',
  ],
  [
    'token-any-scope',
    'grants what the client is not registered for',
    'registered.ok ? intersect(asked.scopes, registered.scopes) : []',
    'registered.ok ? asked.scopes : []',
  ],
  [
    'token-scope-optional',
    'grants all when nothing is asked for',
    "if (requested === '') return refused('scope is missing')",
    "if (requested === '') return { ok: true, scope: client.scopes }",
  ],
  ['token-no-words', 'does not say what is wrong', '{ error, error_description: words }', '{ error }'],
])

const personality = mutantsOf('gateway/auth/personality.ts', [
  ['token-cached', 'lets old caches keep tokens', "Pragma: 'no-cache' }", '}'],
])

const token = mutantsOf('gateway/auth/token.ts', [
  [
    'token-jti-ignored',
    'takes an assertion again',
    'key: jtiKey(client, verified.jti)',
    'key: jtiKey(client, verified.jti) + request.requestId',
  ],
  [
    'token-jti-not-claimed',
    'looks whether an id was used before it writes down that it is',
    'const committed = await auth.store.commit({ claims: [claim], audit: [audit] })',
    `const seen = ((globalThis as any).seenIds ??= new Set())
  const isUsed = seen.has(claim.key)
  await auth.store.commit({ audit: [audit] })
  seen.add(claim.key)
  const committed = { ok: !isUsed }`,
  ],
  [
    'token-jti-burned',
    'uses up the id of an assertion before it has checked the signature',
    'const verified = await personality.verify(form, auth)\n  if (!verified.ok) return refuse(',
    `const early = JSON.parse(Buffer.from(form.assertion.split('.')[1] ?? '', 'base64url').toString() || '{}')
  const burned = await auth.store.commit({ claims: [{ space: 'burned', key: early.iss + ' ' + early.jti, holder: 'x' }] })
  if (!burned.ok) return refuse(personality.usedBefore, personality, request, auth)
  const verified = await personality.verify(form, auth)
  if (!verified.ok) return refuse(`,
  ],
  ['token-jti-shared', 'mixes up the ids of two clients', '`${client_id}\\n${jti}`', '`${jti}`'],
])

const assertion = mutantsOf('gateway/auth/assertion.ts', [
  [
    'token-no-signature',
    'never looks at the signature',
    'const isSigned = await signatureHolds(assertion, key ?? decoyKey(algorithm), algorithm)',
    'const isSigned = true',
  ],
  [
    'token-header-key',
    'checks against the key that the header brings along',
    'const { kid, jku } = header\n',
    "const { kid, jku } = header\n  if (header['jwk']) return header['jwk'] as PublicJwk\n",
  ],
  ['token-no-exp', 'never looks at exp', '=> isLiving(exp, nowSeconds),', '=> true,'],
  [
    'token-exp-unbounded',
    'takes assertions that live for days',
    'exp <= nowSeconds + longestLifeSeconds + leewaySeconds',
    'exp <= Infinity',
  ],
  [
    'token-exp-too-strict',
    'refuses assertions of five minutes',
    'exp <= nowSeconds + longestLifeSeconds + leewaySeconds',
    'exp <= nowSeconds + 250',
  ],
  ['token-no-aud', 'never looks at aud', '=> isForUs(aud, context),', '=> true,'],
  [
    'token-aud-prefix',
    'takes any aud that begins like ours',
    '(only === tokenUrl || only === issuer)',
    "typeof only === 'string' && only.startsWith(issuer)",
  ],
  ['token-jti-optional', 'takes assertions without an id', "['jti', ({ jti }) => isText(jti),", "['jti', () => true,"],
  ['token-kid-ignored', 'tries any key of the client', 'one.kid === kid && one.kty === kty', 'one.kty === kty'],
  [
    'token-alg-none',
    'takes unsigned assertions',
    "const algorithm = header['alg']\n",
    `if (/^none$/i.test(String(header['alg']))) {
    const named = auth.registry.client(String(claims['iss']))
    if (named) return { ok: true, client: named, jti: String(claims['jti']), exp: Number(claims['exp']) }
  }
  const algorithm = header['alg']
`,
  ],
  [
    'token-hmac',
    'takes the public key for a secret',
    "const algorithm = header['alg']\n",
    `if (String(header['alg']).startsWith('HS')) {
    const { createHmac, createPublicKey } = process.getBuiltinModule('node:crypto')
    const named = auth.registry.client(String(claims['iss']))
    const pem = createPublicKey({ key: named?.jwks?.keys[0] as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const [head, body, mac] = assertion.split('.')
    const own = createHmac('sha' + String(header['alg']).slice(2), pem as string).update(head + '.' + body).digest('base64url')
    if (named && own === mac) return { ok: true, client: named, jti: String(claims['jti']), exp: Number(claims['exp']) }
  }
  const algorithm = header['alg']
`,
  ],
  [
    'token-any-alg',
    'takes algorithms that it does not advertise',
    ': smartAlgorithms)',
    ": [...smartAlgorithms, 'RS256', 'PS384', 'RS512'])",
    [
      {
        find: 'others.length === 0 && suits(key, algorithm) ? key',
        replace: 'others.length === 0 ? { ...key, alg: algorithm } as typeof key',
      },
    ],
  ],
  ['token-sub-ignored', 'never looks at sub', '({ iss, sub }) => sub === iss', '() => true'],
  ['token-client-id', 'never looks at client_id', '=> clientId === undefined || clientId === iss,', '=> true,'],
  ['token-nbf-ignored', 'never looks at nbf', 'nbf === undefined || hasBegun(nbf, nowSeconds)', 'true'],
  [
    'token-typ-ignored',
    'takes tokens of any type for assertions',
    "typ === undefined || (isText(typ) && typ.toUpperCase() === 'JWT')",
    'true',
  ],
  [
    'token-oracle',
    'tells who is a client',
    'const found = client && (await keyOf(',
    "if (!client) return refused('client', 'the client is not known')\n  const found = client && (await keyOf(",
  ],
])

const bearer = mutantsOf('gateway/auth/bearer.ts', [
  [
    'bearer-no-signature',
    'believes access tokens without checking them',
    "const { payload, protectedHeader } = await compactVerify(text, key.publicKey, { algorithms: ['ES256'] })",
    `const [head = '', body = ''] = text.split('.')
    const protectedHeader = JSON.parse(Buffer.from(head, 'base64url').toString())
    const payload = Buffer.from(body, 'base64url')`,
  ],
  [
    'bearer-takes-assertion',
    'takes a client assertion for an access token',
    'const token = known(text, auth) ?? (await verify(text, auth))',
    `const body = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString() || '{}')
  const token = known(text, auth) ?? (await verify(text, auth)) ??
    (body.iss === body.sub && body.jti ? { client_id: body.iss, scope: 'system/*.cruds', jti: body.jti, exp: body.exp } : undefined)`,
  ],
  [
    'http-401-error-always',
    'names an error where there was no token',
    "{ 'WWW-Authenticate': 'Bearer' })",
    "{ 'WWW-Authenticate': 'Bearer error=\"invalid_token\"' })",
  ],
])

const scopes = mutantsOf('gateway/auth/scopes.ts', [
  ['token-v1-scopes', 'answers version 1 scopes in version 2', "style === 'v1' && v1 ? v1 : v2", 'v2'],
  [
    'scope-any-type',
    'lets a scope for one type open every type',
    'isOn(scope, type) && scope.letters.includes(letter)',
    '(isOn(scope, type) || true) && scope.letters.includes(letter)',
  ],
  [
    'scope-r-is-s',
    'lets whoever may read search',
    'scope.letters.includes(letter) && isEnforced',
    "(scope.letters.includes(letter) || (letter === 's' && scope.letters.includes('r'))) && isEnforced",
  ],
  [
    'scope-u-is-c',
    'lets whoever may create change',
    'scope.letters.includes(letter) && isEnforced',
    "(scope.letters.includes(letter) || (letter === 'u' && scope.letters.includes('c'))) && isEnforced",
    [
      {
        find: 'scope.letters.some((letter) => some.includes(letter))',
        replace: "scope.letters.some((letter) => some.includes(letter) || (letter === 'c' && some.includes('u')))",
      },
    ],
  ],
  ['scope-read-writes', 'takes version 1 read for create too', "read: ['r', 's']", "read: ['c', 'r', 's']"],
])

const access = mutantsOf('gateway/auth/access.ts', [
  [
    'http-403-no-challenge',
    'does not say which scope is missing',
    '{ \'WWW-Authenticate\': `Bearer error="insufficient_scope", scope="system/${type}.${letter}"` },',
    '{},',
  ],
  ['access-hub-blind', 'shows the hub its task and nothing else', "hub: [...wholeJourney, 'entitlement'],", "hub: ['task'],"],
  [
    'access-provider-all',
    'shows a provider the whole journey',
    "provider: ['demographics', 'contact', 'plan', 'medicines', 'safety', 'consent', 'directory'],",
    'provider: wholeJourney,',
  ],
])

const sender = mutantsOf('gateway/auth/sender.ts', [
  [
    'hl7-any-sender',
    'takes messages of senders that nobody declared',
    'declared.sendingApplication === application && declared.sendingFacility === facility',
    'declared.sendingFacility === facility',
  ],
])

export const auth: readonly Mutant[] = [
  ...discovery,
  ...keys,
  ...tokenForm,
  ...smartToken,
  ...personality,
  ...token,
  ...assertion,
  ...bearer,
  ...scopes,
  ...access,
  ...sender,
]
