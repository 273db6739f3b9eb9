// Faults of HTTP and of reading: doors, refusals, metadata, read, history, search, pages.

import { mutantsOf, type Mutant } from './mutant.ts'

const app = mutantsOf('gateway/app.ts', [
  [
    'http-discovery-accept',
    'refuses discovery to whoever accepts HTML',
    "gives === 'fhir' && path.startsWith",
    "gives !== 'csv' && path.startsWith",
  ],
  ['http-405-no-allow', 'does not say which methods are served', "{ Allow: allowed.join(', ') })", '{})'],
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
    "authenticate(headers.get('authorization') ?? undefined, auth,",
    "authenticate(headers.get('authorization') ?? `Bearer ${heard.query.get('access_token') ?? ''}`, auth,",
  ],
  ['scope-unchecked', 'never looks at the scope of a request', 'checkScope(route.scope, caller)\n', '\n'],
  [
    'http-unknown-type',
    'takes what is not there for a bad request',
    "new Refusal('not-found', { id: 'address-unknown'",
    "new Refusal('invalid', { id: 'address-unknown'",
  ],
])

const doors = [
  ...mutantsOf('gateway/request-body.ts', [
    [
      'http-413',
      'reads a part of what is too large and takes it for all',
      'if (size > maxBytes)\n',
      'if (size > limits.drained)\n',
    ],
  ]),
  ...mutantsOf('gateway/respond.ts', [
    ['http-cached', 'lets caches keep records of people', "'cache-control': 'no-store',", "'cache-control': 'max-age=3600',"],
  ]),
  ...mutantsOf('gateway/heard.ts', [
    [
      'http-request-id',
      'forgets the client’s request id',
      'test(sent) ? sent : randomUUID()',
      'test(sent) ? randomUUID() : randomUUID()',
    ],
  ]),
]

const routes = [
  ...mutantsOf('gateway/plain-answer.ts', [
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
  ]),
  ...mutantsOf('gateway/routes-of-fhir.ts', [
    [
      'http-metadata-token',
      'wants a token for metadata',
      "scope: 'public',\n    handler: (ask, house) => capabilities(",
      "scope: 'Patient.r',\n    handler: (ask, house) => capabilities(",
    ],
  ]),
  ...mutantsOf('gateway/routes-of-types.ts', [
    ['http-route-missing', 'declares searches that are not served by GET', "{ method: 'GET', path: at, ...searching },", ''],
  ]),
]

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
      'total: asked.total && link?.mark.total === undefined,\n      descending,',
      'total: asked.total && link?.mark.total === undefined,\n      descending: !descending,',
    ],
  ]),
  ...mutantsOf('gateway/fhir/served.ts', [
    ['http-500-on-id', 'breaks on an id that cannot be', '!isId(id)) throw notFound()', "!isId(id)) throw new Error('no id')"],
  ]),
  ...mutantsOf('gateway/fhir/accept.ts', [
    [
      'http-406',
      'sends JSON whatever is accepted',
      "{ ...(sendsXml ? plainXml : plainJson), refusal: notServed('Accept') }",
      'sendsXml ? plainXml : plainJson',
    ],
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
  ...mutantsOf('gateway/fhir/search-answer.ts', [
    ['search-self', 'does not say what it searched by', 'const first = address(search.used)', 'const first = address([])'],
    [
      'search-full-url',
      'gives relative addresses of matches',
      'fullUrl: `${base}/${version.type}/${version.id}`, text',
      'fullUrl: `${version.type}/${version.id}`, text',
    ],
    [
      'search-page-drops',
      'leaves out the first match of every further page',
      "...page.versions.map((version) => entryOf(version, 'match',",
      "...page.versions.slice(found.asked.page ? 1 : 0).map((version) => entryOf(version, 'match',",
    ],
    [
      'search-total',
      'counts the page and calls it the total',
      'search.control.total ? (found.asked.page?.mark.total ?? page.total) : undefined',
      'search.control.total ? page.versions.length : undefined',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-understood.ts', [
    [
      'search-lenient',
      'ignores parameters that it does not know',
      "if (faults.length > 0 && preferredHandling(ask.headers) !== 'lenient') throw",
      'if (false) throw',
    ],
    [
      'search-strict-always',
      'is strict with whoever asks it not to be',
      "if (faults.length > 0 && preferredHandling(ask.headers) !== 'lenient') throw",
      'if (faults.length > 0) throw',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-asked.ts', [
    ['search-post-body', 'does not read the form of a POST', "...(ask.method === 'POST' ? formOf(ask) : [])", ''],
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
      '{ effect: { totalOnly: true, summary: value }, as: value }',
      '{ effect: { summary: value }, as: value }',
    ],
    [
      'search-sort',
      'sorts one way only',
      "{ by: code === '_id' ? 'id' : 'updated', descending }",
      "{ by: 'updated', descending: true }",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-clause.ts', [
    [
      'search-parameter-dead',
      'declares a parameter that it does not know',
      'const parameter = searchParameterOf(type, code)\n',
      "const parameter = code === 'gender' ? undefined : searchParameterOf(type, code)\n",
    ],
    [
      'search-owner',
      'takes the requester of a task for its owner',
      '`${type}.${within ?? code}`',
      "`${type}.${code === 'owner' ? 'requester' : (within ?? code)}`",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-token.ts', [
    [
      'search-bad-modifier',
      'takes any modifier of a token',
      '    default:\n      return undefined',
      '    default:\n      return clause([{ code: value }])',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-range.ts', [
    [
      'search-bad-value',
      'takes any text for a date',
      "if (!range) return { id: 'date-invalid'",
      "if (!range) return { prefix: 'ge', low: '0', high: '9' }\n  if (!range) return { id: 'date-invalid'",
    ],
    [
      'error-search-value',
      'repeats the value that it refuses',
      "text: 'The value is not a FHIR date, dateTime or instant.'",
      'text: `${text} is not a FHIR date, dateTime or instant.`',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-value.ts', [
    [
      'search-bare-id',
      'does not find by a bare id',
      'if (isId(text)) return targets.map((type) => `${type}/${text}`)',
      'if (isId(text)) return [text]',
    ],
    ['search-string-case', 'finds names as they are written only', 'const whole = folded(text)', 'const whole = text'],
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
  ...mutantsOf('gateway/store/value-tests.ts', [
    ['search-token-system', 'never looks at the system of a code', '...(system === undefined ? [] :', '...(true ? [] :'],
    ['search-or-is-and', 'takes a comma for and', "`(${tests.join(' or ')})`", "`(${tests.join(' and ')})`"],
  ]),
  ...mutantsOf('gateway/store/range-tests.ts', [
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
  ]),
  ...mutantsOf('gateway/store/leads.ts', [
    [
      'search-chain',
      'does not look where a chain leads',
      'const [lead] = leadsOf(where, type)\n',
      'return { from: `resource ${r}`, rest: [] }\n  const [lead] = leadsOf(where, type)\n',
    ],
  ]),
  ...mutantsOf('gateway/store/clauses.ts', [
    ['search-missing', 'takes missing for present', '(clause.missing ? none : some)', '(clause.missing ? some : none)'],
    ['search-not', 'takes :not for nothing', "const isNot = clause.on === 'token' && clause.not === true", 'const isNot = false'],
  ]),
  ...mutantsOf('gateway/store/search.ts', [
    [
      'search-last-updated',
      'ignores _lastUpdated',
      'const query = narrowedQuery(access, asked)',
      "const asks = narrowedQuery(access, asked)\n  const query = { ...asks, where: asks.where.filter(({ on }) => on !== 'updated') }",
    ],
  ]),
  ...mutantsOf('gateway/store/replaced-index.ts', [
    ['search-stale-index', 'finds by what a resource once said', 'if (rows.length === 0) return', 'if (rows.length >= 0) return'],
  ]),
  ...mutantsOf('gateway/store/visible.ts', [
    [
      'access-everyone',
      'shows everything to everybody',
      "if (access.as === 'gateway') return '1 = 1'\n  const { r } = look",
      "if (access.as) return '1 = 1'\n  const { r } = look",
    ],
    [
      'access-kind-open',
      'shows every person to everybody',
      "${r}.kind = 'directory'`,",
      "${r}.kind in ('directory', 'demographics')`,",
    ],
    ['access-notice-open', 'shows notices to everybody', "${r}.kind = 'directory'`,", "${r}.kind in ('directory', 'notice')`,"],
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

export const http: readonly Mutant[] = [...app, ...doors, ...routes, ...capability, ...answer, ...reading, ...search]
