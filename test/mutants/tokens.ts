// Faults of tokens beyond SMART's way: NHS clients, introspection, revocation, registration, and scopes to their last letter.

import { mutantsOf, type Mutant } from './mutant.ts'

const discovery = mutantsOf('gateway/auth/discovery.ts', [
  ['http-discovery-status', 'does not say where tokens are looked into', 'introspection_endpoint: introspectionUrl,', ''],
  [
    'http-discovery-v1',
    'takes scopes of version 1 and does not say so',
    "capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],",
    "capabilities: ['client-confidential-asymmetric', 'permission-v2'],",
  ],
])

const scopes = [
  ...mutantsOf('gateway/auth/scopes.ts', [
    ['token-no-v2', 'answers version 2 scopes in version 1', "style === 'v1' && v1 ? v1 : v2", 'v1 ?? v2'],
    ['scope-any-order', 'takes the letters in any order', 'c?r?u?d?s?)(?:', '[cruds]*)(?:'],
    ['scope-read-deletes', 'takes .read for r and d', "read: ['r', 's']", "read: ['r', 'd', 's']"],
    [
      'scope-granular-wide',
      'grants a narrow scope wide',
      'export const isGranular = (scope: Scope): boolean => scope.params.length > 0',
      'export const isGranular = (scope: Scope): boolean => scope.params.length > 99',
    ],
  ]),
  ...mutantsOf('gateway/routes-of-types.ts', [
    [
      'scope-history-type',
      'tells the history of a type to whoever may read one',
      'summary: `What was written of ${type}, newest first`,\n        query: { ...historyParameters, ...shaping },\n        scope: `${type}.s`,',
      'summary: `What was written of ${type}, newest first`,\n        query: { ...historyParameters, ...shaping },\n        scope: `${type}.r`,',
    ],
    [
      'scope-patch',
      'lets whoever may create patch',
      'summary: `Changes a ${type} in part`,\n        scope: `${type}.u`,',
      'summary: `Changes a ${type} in part`,\n        scope: `${type}.c`,',
    ],
    [
      'scope-vread',
      'gives versions to whoever may search',
      "...reading,\n        scope: `${type}.r`,\n        refuses: ['invalid', 'not-found', 'gone'],\n        handler: vread,",
      "...reading,\n        scope: `${type}.s`,\n        refuses: ['invalid', 'not-found', 'gone'],\n        handler: vread,",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-include.ts', [
    [
      'scope-include',
      'includes what the token does not cover',
      'if (!mayRead(type)) missing.add(type)\n    return mayRead(type)',
      'if (!mayRead(type)) missing.delete(type)\n    return true',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-query.ts', [
    ['scope-has', 'looks by _has where the token does not reach', 'if (!walk.context.mayRead(has)) return forbidden(has)', ''],
  ]),
  ...mutantsOf('gateway/inner.ts', [
    ['scope-batch', 'reads in a batch what the token does not cover', 'if (letter) requireScope(caller, type, letter)', ''],
  ]),
]

const assertion = mutantsOf('gateway/auth/assertion.ts', [
  ['token-iat-ignored', 'never looks at iat', 'iat === undefined || hasBegun(iat, nowSeconds)', 'true'],
  [
    'token-jku-fetched',
    'fetches keys from wherever the assertion says',
    'const { kid, jku } = header\n',
    "const { kid, jku } = header\n  if (typeof jku === 'string') await fetch(jku).catch(() => undefined)\n",
  ],
  [
    'token-json-form',
    'takes the JSON form of a signed JWT too',
    "  if (assertion.split('.').length !== 3) return undefined\n",
    `  if (assertion.startsWith('{')) {
    const whole = JSON.parse(assertion)
    const claims = JSON.parse(Buffer.from(whole.payload, 'base64url').toString())
    return { header: JSON.parse(Buffer.from(whole.protected, 'base64url').toString()), claims }
  }
  if (assertion.split('.').length !== 3) return undefined
`,
    [
      {
        find: '    await compactVerify(assertion, { ...key }, { algorithms: [algorithm] })',
        replace: `    const whole = assertion.startsWith('{') ? JSON.parse(assertion) : undefined
    const compact = whole ? [whole.protected, whole.payload, whole.signature].join('.') : assertion
    await compactVerify(compact, { ...key }, { algorithms: [algorithm] })`,
      },
    ],
  ],
])

const status = [
  ...mutantsOf('gateway/auth/token-status.ts', [
    ['introspect-no-scope', 'does not say what a token is for', 'return { scope, client_id,', 'return { client_id,'],
    ['introspect-no-exp', 'does not say how long a token lives', "jti, exp, token_type: 'bearer'", "jti, token_type: 'bearer'"],
    [
      'introspect-garbage',
      'refuses to look at what is no token',
      'return answer(200, living && mayKnow(',
      "if (!living) return answer(400, { error: 'invalid_request' })\n    return answer(200, living && mayKnow(",
    ],
    [
      'introspect-anybody',
      'lets anybody look into tokens',
      '  const proven = await askerOf(request, form, auth)\n',
      "  const anybody = auth.registry.client('conformance-acute')\n  const proven: Proven = form.has('client_assertion') || !anybody ? await askerOf(request, form, auth) : { ok: true, client: anybody }\n",
    ],
    [
      'introspect-no-token',
      'takes no token for a dead one',
      "const token = form.get('token')\n",
      "const token = form.get('token') ?? 'none'\n",
    ],
    [
      'introspect-others',
      'tells of tokens of every organisation',
      'return registry.client(client_id)?.organization === asker.organization',
      "return asker.organization !== '' && client_id !== ''",
    ],
    ['revoke-nothing', 'ends no token', 'await auth.revocations.revoke(living)', 'await Promise.resolve(living)'],
    ['revoke-others', 'ends tokens of every client', 'if (living?.client_id === asker.client_id) await', 'if (living) await'],
  ]),
]

const registering = [
  ...mutantsOf('gateway/auth/registration.ts', [
    ['register-no-uri', 'takes keys only as they are', 'jwks_uri: z.unknown().optional(),', 'jwks_uri: z.never().optional(),'],
  ]),
  ...mutantsOf('gateway/auth/jwk.ts', [
    [
      'register-private',
      'takes private keys',
      "z.never({ error: 'private or symmetric key material must not be registered' }).optional()",
      'z.unknown().optional()',
    ],
    ['register-short-rsa', 'takes short RSA keys', 'const minModulusBits = 2048', 'const minModulusBits = 512'],
  ]),
  ...mutantsOf('gateway/auth/jwks.ts', [
    [
      'jwks-refetched-always',
      'asks for keys again for every unknown one',
      'const refetchAfterMs = 60_000',
      'const refetchAfterMs = 0',
    ],
    ['jwks-never-kept', 'asks for keys with every token', 'freshUntil: at + seconds * 1000', 'freshUntil: at'],
    [
      'jwks-kept-too-long',
      'keeps keys that were not to be kept',
      'Math.min(Math.max(maxAgeSeconds, 0), longestMaxAgeSeconds)',
      'Math.min(Math.max(maxAgeSeconds, 60), longestMaxAgeSeconds)',
    ],
  ]),
  ...mutantsOf('gateway/auth/assertion.ts', [
    [
      'token-jku-never',
      'refuses the registered address of keys',
      '(jku !== undefined && jku !== client.jwks_uri)',
      'jku !== undefined',
    ],
  ]),
]

const nhs = [
  ...mutantsOf('gateway/auth/nhs-assertion.ts', [
    [
      'nhs-any-alg',
      'takes any algorithm of an NHS client',
      '(client ? algorithmsOf(client) : strangers).includes(algorithm)',
      "(client ? [...algorithmsOf(client), 'RS256', 'RS384', 'PS512'] : strangers).includes(algorithm)",
    ],
    ['nhs-kid', 'answers 400 to a kid that it does not know', 'if (!key) return refused(401,', 'if (!key) return refused(400,'],
    ['nhs-typ', 'takes any typ', "typeof typ === 'string' && typ.toUpperCase() === 'JWT'", "typ !== ''"],
    ['nhs-sub', 'never looks at sub', "!isText(claims['iss']) || claims['iss'] !== claims['sub'],", "!isText(claims['iss']),"],
    ['nhs-iss', 'answers 400 to a client that it does not know', "['iss', 401,", "['iss', 400,"],
    ['nhs-jti', 'takes a number for a jti', "!isText(claims['jti']),", "typeof claims['jti'] === 'object',"],
    ['nhs-jti-empty', 'takes an empty jti', "!isText(claims['jti']),", "!isText(claims['jti']) && claims['jti'] !== '',"],
    [
      'nhs-alg-none',
      'takes unsigned assertions of NHS clients',
      'const client = namedClient(assertion, auth)\n',
      `const client = namedClient(assertion, auth)
  if (header['alg'] === 'none' && client) return { ok: true, client, jti: String(claims['jti']), exp: Number(claims['exp']) }
`,
    ],
    ['nhs-nbf', 'never looks at nbf', "isAhead(claims['nbf'], nowSeconds),", "isAhead(claims['nbf'], nowSeconds + 86_400),"],
    [
      'nhs-client-id',
      'never looks at the client_id beside an assertion',
      "clientId !== undefined && clientId !== claims['iss'],",
      "clientId === '' && clientId !== claims['iss'],",
    ],
    ['nhs-aud', 'answers 400 to another audience', "['aud', 401,", "['aud', 400,"],
    [
      'nhs-exp',
      'takes an exp that has passed',
      "Number(claims['exp']) <= nowSeconds - leewaySeconds,",
      "Number(claims['exp']) <= nowSeconds - 86_400,",
    ],
    [
      'nhs-exp-far',
      'takes an exp of any time',
      "(given) => Number(given.claims['exp']) > latest(given),",
      "(given) => Number(given.claims['exp']) > latest(given) + 86_400,",
    ],
    [
      'nhs-signature',
      'answers 403 to a signature that does not hold',
      'if (!isSigned) return refused(401,',
      'if (!isSigned) return refused(403,',
    ],
  ]),
  ...mutantsOf('gateway/auth/nhs-token.ts', [
    ['nhs-answer', 'answers NHS clients as others', 'expires_in: String(tokenLifeSeconds),', 'expires_in: tokenLifeSeconds,'],
    ['nhs-no-message-id', 'gives a refusal no id', ', message_id: requestId })', ' })'],
    [
      'nhs-missing',
      'answers 401 where the assertion is missing',
      '({ error, words, status = 400 }, requestId) {',
      "({ error, words, status = error === 'invalid_client' ? 401 : 400 }, requestId) {",
    ],
  ]),
]

export const tokens: readonly Mutant[] = [...discovery, ...scopes, ...assertion, ...status, ...registering, ...nhs]
