// Faults of HTTP and of reading: doors, refusals, metadata, read, history, search, pages.

import { mutantsOf, type Mutant } from './mutant.ts'

const app = mutantsOf('gateway/app.ts', [
  ['http-discovery-accept', 'refuses discovery to whoever accepts HTML', '/\\/(Binary|\\.well-known)\\//', '/\\/(Binary)\\//'],
  ['http-405-no-allow', 'does not say which methods are served', "{ Allow: allowed.join(', ') },", '{},'],
  [
    'http-401-no-challenge',
    'asks for no token in its 401',
    '...lowerCased(refusal.headers) }',
    "...lowerCased(refusal.reason === 'unauthenticated' ? {} : refusal.headers) }",
  ],
  [
    'http-refusal-type',
    'sends refusals as plain JSON',
    "headers: { 'content-type': fhirJson, ...lowerCased",
    "headers: { 'content-type': 'application/json', ...lowerCased",
  ],
  [
    'bearer-in-query',
    'takes a token from the address',
    "authenticate(context.req.header('authorization'), house.auth)",
    "authenticate(context.req.header('authorization') ?? `Bearer ${context.req.query('access_token') ?? ''}`, house.auth)",
  ],
  ['scope-unchecked', 'never looks at the scope of a request', 'checkScope(route.scope, caller)\n', '\n'],
  [
    'http-unknown-type',
    'takes what is not there for a bad request',
    "new Refusal('not-found', { id: 'address-unknown'",
    "new Refusal('invalid', { id: 'address-unknown'",
  ],
  ['http-cached', 'lets caches keep records of people', "'cache-control': 'no-store',", "'cache-control': 'max-age=3600',"],
  [
    'http-413',
    'reads a part of what is too large and takes it for all',
    'if (size > maxBytes)\n',
    'if (size > limits.drained)\n',
  ],
  ['http-request-id', 'forgets the client’s request id', "headers['x-request-id'] ?? requestId", 'randomUUID()'],
])

const routes = mutantsOf('gateway/routes.ts', [
  [
    'http-discovery-html',
    'sends discovery as HTML',
    "'content-type': 'application/json', 'access",
    "'content-type': 'text/html', 'access",
  ],
  [
    'http-discovery-cors',
    'keeps discovery from pages of other origins',
    "'access-control-allow-origin': '*'",
    "'x-nothing': '*'",
  ],
  ['http-metadata-token', 'wants a token for metadata', "/metadata`, scope: 'public'", "/metadata`, scope: 'Patient.r'"],
  [
    'http-route-missing',
    'declares searches that are not served by GET',
    "{ method: 'GET', path: at, scope: `${type}.s`, handler: of(type, search) },",
    '',
  ],
])

const capability = mutantsOf('gateway/fhir/capability.ts', [
  ['http-metadata-version', 'says another version of FHIR', "fhirVersion: '4.0.1'", "fhirVersion: '3.0.2'"],
  ['http-metadata-invalid', 'states what is not valid itself', "status: 'active'", "status: 'running'"],
  [
    'http-metadata-base',
    'gives another base address',
    'implementation: { description: name, url: base }',
    "implementation: { description: name, url: 'https://elsewhere.example' }",
  ],
  [
    'http-metadata-token-url',
    'names another token endpoint than discovery',
    'valueUri: tokenUrl }',
    'valueUri: `${tokenUrl}/v2` }',
  ],
])

const answer = mutantsOf('gateway/fhir/answer.ts', [
  ['http-etag-strong', 'gives strong ETags', '`W/"${version.version}"`', '`"${version.version}"`'],
  [
    'read-last-modified',
    'says another time than it stored',
    "'last-modified': httpDate(version.at)",
    "'last-modified': new Date(0).toUTCString()",
  ],
  [
    'read-304',
    'answers 304 without the ETag',
    'return { status: 304, headers, touched }',
    'return { status: 304, headers: {}, touched }',
  ],
])

const reading = [
  ...mutantsOf('gateway/fhir/read.ts', [
    [
      'read-unknown-200',
      'answers 200 for what is not there',
      'if (!version) throw notFound()',
      "if (!version) return { status: 200, body: '{}' }",
    ],
    [
      'read-hidden-403',
      'tells what is hidden from what is not there',
      'if (!version) throw notFound()',
      "if (!version) throw Object.assign(notFound(), (await house.store.read({ as: 'gateway', why: 'mutant' }, type, id)) && { reason: 'forbidden' })",
    ],
  ]),
  ...mutantsOf('gateway/fhir/vread.ts', [
    [
      'vread-current',
      'gives the current version for every version',
      'house.store.vread(ask.access, type, id, Number(asked))',
      'house.store.read(ask.access, type, id)',
    ],
  ]),
  ...mutantsOf('gateway/fhir/history.ts', [
    [
      'history-order',
      'tells history oldest first',
      'versions.filter((version) => version.at >= since)',
      'versions.filter((version) => version.at >= since).toReversed()',
    ],
  ]),
  ...mutantsOf('gateway/fhir/served.ts', [
    ['http-500-on-id', 'breaks on an id that cannot be', '!isId(id)) throw notFound()', "!isId(id)) throw new Error('no id')"],
  ]),
  ...mutantsOf('gateway/fhir/accept.ts', [
    ['http-406', 'sends JSON whatever is accepted', 'if (!isServed)', 'if (false)'],
    [
      'http-406-json',
      'does not know the plain name of JSON',
      "'application/fhir+json',\n  'application/json',",
      "'application/fhir+json',",
    ],
  ]),
  ...mutantsOf('gateway/fhir/bundle.ts', [
    [
      'search-empty-entry',
      'sends an empty list of entries',
      'if (entries.length === 0) return opening',
      'if (false) return opening',
    ],
  ]),
]

const search = [
  ...mutantsOf('gateway/fhir/search.ts', [
    ['search-self', 'does not say what it searched by', 'const first = address(search.used)', 'const first = address([])'],
    [
      'search-full-url',
      'gives relative addresses of matches',
      'const fullUrl = `${base}/${version.type}/${version.id}`',
      'const fullUrl = `${version.type}/${version.id}`',
    ],
    [
      'search-lenient',
      'ignores parameters that it does not know',
      'if (faults.length > 0 && !isLenient(ask.headers)) throw',
      'if (false) throw',
    ],
    [
      'search-strict-always',
      'is strict with whoever asks it not to be',
      'if (faults.length > 0 && !isLenient(ask.headers)) throw',
      'if (faults.length > 0) throw',
    ],
    ['search-post-body', 'does not read the form of a POST', "...(ask.method === 'POST' ? formOf(ask) : [])", ''],
    [
      'search-page-drops',
      'goes on behind the wrong match',
      'const last = page.versions.at(-1)',
      'const last = page.versions.at(0)',
    ],
    [
      'search-total',
      'counts the page and calls it the total',
      'const total = mark?.total ?? page.total',
      'const total = page.versions.length',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-control.ts', [
    [
      'search-page-size',
      'sends one more than was asked for',
      'const count = Math.min(Number(value), longestPage)',
      'const count = Math.min(Number(value), longestPage) + 1',
    ],
    [
      'search-count-only',
      'sends matches where only the count was asked for',
      'oneOf({ count: { totalOnly: true }',
      'oneOf({ count: {}',
    ],
    ['search-sort', 'sorts one way only', "_lastUpdated: { order: 'oldest' }", "_lastUpdated: { order: 'newest' }"],
  ]),
  ...mutantsOf('gateway/fhir/search-query.ts', [
    [
      'search-parameter-dead',
      'declares a parameter that it does not know',
      'const parameter = searchParameterOf(type, step.code)\n',
      "const parameter = step.code === 'gender' ? undefined : searchParameterOf(type, step.code)\n",
    ],
    [
      'search-bad-modifier',
      'takes any modifier of a token',
      "if (modifier !== undefined && modifier !== 'not') return modifierUnsupported",
      '',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-value.ts', [
    [
      'search-bare-id',
      'does not find by a bare id',
      'if (isId(text)) return targets.map((type) => `${type}/${text}`)',
      'if (isId(text)) return [text]',
    ],
    [
      'search-bad-value',
      'takes any text for a date',
      'if (!range) return {',
      "if (!range) return { prefix: 'ge', low: '0', high: '9' }\n  if (!range) return {",
    ],
    ['search-string-case', 'finds names as they are written only', 'indexable(folded(text))', 'indexable(text)'],
    [
      'error-search-value',
      'repeats the value that it refuses',
      "text: 'The value is not a FHIR date, dateTime or instant.'",
      'text: `${date} is not a FHIR date, dateTime or instant.`',
    ],
  ]),
  ...mutantsOf('gateway/fhir/page.ts', [
    [
      'page-unbound',
      'gives page links that serve anybody',
      'const { sealing, naming } = keysOf(key)',
      "client = ''\n  const { sealing, naming } = keysOf(key)",
      [
        {
          find: "const bytes = Buffer.from(text, 'base64url')",
          replace: "client = ''\n  const bytes = Buffer.from(text, 'base64url')",
        },
      ],
    ],
  ]),
  ...mutantsOf('gateway/store/search-parameters.ts', [
    [
      'search-owner',
      'takes the requester of a task for its owner',
      "owner: reference('owner', performers)",
      "owner: reference('requester', performers)",
    ],
  ]),
  ...mutantsOf('gateway/store/clauses.ts', [
    ['search-token-system', 'never looks at the system of a code', '...(system === undefined ? [] :', '...(true ? [] :'],
    [
      'search-chain',
      'does not look where a chain leads',
      '...conditions(clause.where, { ...scope, r: t }, leadsOf(clause.where)[0]),',
      '',
    ],
    ['search-or-is-and', 'takes a comma for and', "`(${tests.join(' or ')})`", "`(${tests.join(' and ')})`"],
    [
      'search-date-eq',
      'compares dates as texts',
      'return `(${within()})`',
      'return `(${low} = ${bind(match.low)} and ${high} = ${bind(match.high)})`',
    ],
    [
      'search-date-gt',
      'takes later for later or the same',
      '`${high} > ${bind(match.high)}`',
      '`${high} >= ${bind(match.high)}`',
    ],
    ['search-missing', 'takes missing for present', '(clause.missing ? none : some)', '(clause.missing ? some : none)'],
    ['search-not', 'takes :not for nothing', "const isNot = clause.on === 'token' && clause.not === true", 'const isNot = false'],
    [
      'search-last-updated',
      'ignores _lastUpdated',
      'return either(clause.any.map((match) => dateTest(match, `${r}.updated`, `${r}.updated`, bind)))',
      "return '1 = 1'",
    ],
  ]),
  ...mutantsOf('gateway/store/apply.ts', [
    ['search-stale-index', 'finds by what a resource once said', 'if (reindexed.size > 0) {', 'if (false) {'],
  ]),
  ...mutantsOf('gateway/store/query.ts', [
    ['access-search', 'finds for everybody what anybody has', "visible(access, 'r', scope.bind),", "'1 = 1',"],
    [
      'access-total',
      'counts what the caller may not see',
      "const matching = matches(access, query, { access, dialect, bind, r: 'r' }, lead)\n  return { text: `select count",
      "const matching = matches({ as: 'gateway', why: 'mutant' }, query, { access, dialect, bind, r: 'r' }, lead)\n  return { text: `select count",
    ],
  ]),
  ...mutantsOf('gateway/store/visible.ts', [
    ['access-everyone', 'shows everything to everybody', "if (access.as === 'gateway') return '1 = 1'", "return '1 = 1'"],
    [
      'access-kind-open',
      'shows every person to everybody',
      "${r}.kind = 'directory' or",
      "${r}.kind in ('directory', 'demographics') or",
    ],
    ['access-notice-open', 'shows notices to everybody', "${r}.kind = 'directory' or", "${r}.kind in ('directory', 'notice') or"],
    [
      'access-ends-ignored',
      'takes a party that has ended for one that has not',
      'and (p.until is null or p.until > ${bind(access.at)})',
      '',
    ],
  ]),
  ...mutantsOf('gateway/serve.ts', [
    [
      'scope-chain',
      'lets a chain go where the scopes do not',
      "permits(caller.scopes, type, 's')",
      'Boolean(caller.scopes) && Boolean(type)',
    ],
  ]),
]

export const http: readonly Mutant[] = [...app, ...routes, ...capability, ...answer, ...reading, ...search]
