// Faults of reading: parts, what has gone, histories, and operations.

import { mutantsOf, type Mutant } from './mutant.ts'

const reads = [
  ...mutantsOf('gateway/fhir/answer.ts', [
    ['read-etag-other', 'gives another version in the ETag', '`W/"${version.version}"`', '`W/"${version.version + 1}"`'],
    [
      'read-since-always',
      'takes every time for a later one',
      'return version.version === 1 ? second <= Date.parse(since) : second < Date.parse(since)',
      'return true',
    ],
  ]),
  ...mutantsOf('gateway/fhir/read.ts', [
    [
      'read-gone-404',
      'forgets what was deleted',
      'if (version.deleted) throw gone(version)',
      'if (version.deleted) throw notFound()',
    ],
  ]),
  ...mutantsOf('gateway/fhir/vread.ts', [
    [
      'vread-gone-404',
      'forgets the version that ended a resource',
      'if (version.deleted) throw gone(version)',
      'if (version.deleted) throw notFound()',
    ],
  ]),
  ...mutantsOf('gateway/fhir/subset.ts', [
    [
      'read-summary',
      'leaves nothing out of a summary',
      "if (subset.by === 'true') return summarised(resource, type)",
      "if (subset.by === 'true') return resource",
    ],
    [
      'read-untagged',
      'does not say that a part is one',
      "return { ...kept, meta: tagged(isRecord(resource['meta']) ? resource['meta'] : {}) }",
      'return kept',
    ],
    [
      'read-elements-all',
      'gives all whatever elements are asked for',
      'return isNamed || element?.always === true',
      'return true || isNamed',
    ],
    [
      'read-elements-bare',
      'leaves out what makes the rest mean something',
      'return isNamed || element?.always === true',
      'return isNamed',
    ],
  ]),
]

const history = [
  ...mutantsOf('gateway/fhir/history.ts', [
    [
      'history-delete-told',
      'takes a delete for an update',
      "const method = version.deleted ? 'DELETE' : isFirst ? 'POST' : 'PUT'",
      "const method = isFirst ? 'POST' : 'PUT'",
    ],
    [
      'history-no-request',
      'does not say how a version came to be',
      "request: { method, url: method === 'POST' ? version.type : url },",
      '',
    ],
    [
      'history-no-response',
      'does not say what was answered',
      'response: { status, etag: etag(version), lastModified: version.at },',
      '',
    ],
    [
      'history-no-time',
      'does not say when a version was stored',
      'etag: etag(version), lastModified: version.at }',
      'etag: etag(version) }',
    ],
    ['history-no-next', 'leaves it at the first page', 'if (page.next && !asked.countOnly) {', 'if (false && page.next) {'],
    ['history-patch', 'tells a change as a patch', "isFirst ? 'POST' : 'PUT'", "isFirst ? 'POST' : 'PATCH'"],
    ['history-of-none', 'has an empty history of what is not there', 'if (!isThere) throw notFound()', ''],
    [
      'history-full-url',
      'gives each version an address of its own',
      'fullUrl: `${base}/${url}`,',
      'fullUrl: `${base}/${url}/_history/${version.version}`,',
    ],
  ]),
  ...mutantsOf('gateway/fhir/history-query.ts', [
    [
      'history-count',
      'gives one more than was asked for',
      '{ count: Math.min(Number(value), longestPage) }',
      '{ count: Math.min(Number(value), longestPage) + 1 }',
    ],
    ['history-since', 'takes no notice of _since', '({ low }) => ({ since: low })', '({ low }) => (low ? {} : {})'],
    [
      'history-since-after',
      'takes since for after',
      '({ low }) => ({ since: low })',
      "({ low }) => ({ since: low.replace(/\\d\\dZ$/, (last) => String(Math.min(99, Number(last.slice(0, 2)) + 1)).padStart(2, '0') + 'Z') })",
    ],
    [
      'history-bad-since',
      'passes over a _since that is no instant',
      'return range && effect(range)',
      'return range ? effect(range) : {}',
    ],
    ['history-repeated', 'takes the last of two', 'faults.push(...repeated.map(repeatedFault))', ''],
  ]),
]

const operations = [
  ...mutantsOf('gateway/fhir/everything.ts', [
    ['everything-others', 'adds what belongs to others', 'whole.belongs(id),', "{ on: 'all', of: [] },"],
    ['everything-pages', 'leaves it at the first page', 'if (!next) return [self]', 'if (!next || next) return [self]'],
    [
      'scope-everything',
      'takes no notice of scopes in $everything',
      "wanted.filter((type) => permits(ask.caller.scopes, type, 's'))",
      "wanted.filter((type) => type !== undefined || permits(ask.caller.scopes, type, 's'))",
    ],
  ]),
  ...mutantsOf('gateway/fhir/everything-scope.ts', [
    [
      'everything-types',
      'gives all types whatever is asked for',
      'return types.filter((type) => named.includes(type))',
      'return types',
    ],
    [
      'everything-since',
      'takes no notice of _since',
      "since ? [{ on: 'updated', any: [{ prefix: 'ge', ...since }] }] : []",
      'since ? [] : []',
    ],
  ]),
  ...mutantsOf('gateway/fhir/operations.ts', [
    [
      'everything-no-get',
      'takes $everything by POST only',
      "levels: ['instance'], methods: both, parameters: everythingTable",
      "levels: ['instance'], methods: ['POST'], parameters: everythingTable",
    ],
  ]),
  ...mutantsOf('gateway/fhir/document.ts', [
    [
      'document-order',
      'puts the Composition last',
      'entries.map((one) => ({ fullUrl: urlOf(one, ask), text: one.text, rest: {} })),',
      'entries.toReversed().map((one) => ({ fullUrl: urlOf(one, ask), text: one.text, rest: {} })),',
    ],
    [
      'document-no-identifier',
      'gives a document no identifier',
      "identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newId()}` },",
      '',
    ],
  ]),
  ...mutantsOf('gateway/fhir/validate.ts', [
    [
      'validate-no-id',
      'gives faults no id',
      'return { id, severity, text, expression,',
      "return { id: '', severity, text, expression,",
    ],
    ['validate-mode', 'takes no notice of mode', "if (mode !== 'update' ||", "if (mode !== 'none' ||"],
    [
      'validate-delete',
      'does not know that there are deletes',
      "if (mode === 'delete') {",
      "if (mode === 'delete') {\n    throw missing()",
    ],
  ]),
]

export const reading: readonly Mutant[] = [...reads, ...history, ...operations]
