// Faults of negotiation and of the doors: media types, versions of FHIR, letters, heads, preflights, and what metadata says.

import { mutantsOf, type Mutant } from './mutant.ts'

const app = mutantsOf('gateway/app.ts', [
  [
    'http-format-reads',
    'reads a body as what _format asks for',
    '    query,\n    headers,\n    body: method',
    `    query,
    headers: query.has('_format')
      ? new Headers([...[...headers].filter(([name]) => name !== 'content-type'), ['content-type', 'application/fhir+' + query.get('_format')]])
      : headers,
    body: method`,
  ],
  [
    'http-intermediary-used',
    'hides things from whoever comes through an intermediary',
    '    checkAddress(raw.url)\n',
    "    checkAddress(raw.url)\n    if (heard.headers.has('x-intermediary')) throw new Refusal('not-found', { id: 'not-found', text: 'nothing' })\n",
  ],
  [
    'http-refusal-empty',
    'refuses without a word of FHIR',
    'const body = JSON.stringify(outcomeOf(refusal.reason, refusal.faults))',
    "const body = refusal.reason === 'not-found' ? '' : JSON.stringify(outcomeOf(refusal.reason, refusal.faults))",
  ],
  ['operation-unknown', 'says of an operation what it says of any address', 'if (/\\/(\\$|%24)[^/]*$/.test(path))', 'if (false)'],
])

const doors = [
  ...mutantsOf('gateway/respond.ts', [
    [
      'http-normalises',
      'writes letters in another way than they were sent',
      "new Response(hasBody && method !== 'HEAD' ? body : null, {",
      "new Response(hasBody && method !== 'HEAD' ? (typeof body === 'string' ? body.normalize('NFC') : body) : null, {",
    ],
    [
      'http-head-length',
      'says another length to HEAD',
      "{ 'content-length': String(Buffer.byteLength(body)) }",
      "{ 'content-length': '7' }",
    ],
    [
      'http-no-correlation',
      'forgets the client’s id where it gives one of its own',
      "...(correlation !== undefined && { 'x-correlation-id': correlation }),",
      '',
    ],
    ['http-no-intermediary', 'does not say that it stands between', '...(isFhirAddress && house.intermediary),', ''],
  ]),
  ...mutantsOf('gateway/heard.ts', [
    [
      'http-decoded-twice',
      'decodes an address twice',
      "new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))",
      "new URLSearchParams(mark < 0 ? '' : decodeURIComponent(url.slice(mark + 1).replaceAll('%25', '%')))",
    ],
    ['http-414', 'takes addresses of any length', 'if (url.length <= limits.address)', 'if (url.length <= 1_000_000)'],
  ]),
]

const accept = mutantsOf('gateway/fhir/accept.ts', [
  [
    'http-weights-ignored',
    'takes no notice of q-values',
    'const q = /^(0(\\.\\d*)?|1(\\.0*)?)$/.test(weight) ? Number(weight) : 1',
    'const q = weight === undefined ? 0 : 1',
  ],
  ['http-406-any', 'does not know that */* is anything', "if (range === '*/*') return 0", "if (range === '*/*') return -2"],
  [
    'http-format-short',
    'does not know json for a format',
    "const isJson = name === 'json' || jsonTypes.includes(name)",
    'const isJson = jsonTypes.includes(name)',
  ],
  [
    'http-any-version',
    'takes every version of FHIR for its own',
    '(version: string): boolean => /^4\\.0(\\.\\d)?$/.test(version)',
    "(version: string): boolean => version !== ''",
  ],
  ['http-old-name', 'does not know the name that JSON had', "'application/json+fhir',", ''],
])

const others = [
  ...mutantsOf('gateway/fhir/representation.ts', [
    [
      'http-pretty-decimals',
      'loses digits where it lays out',
      'JSON.stringify(parseKeeping(body), undefined, 2)',
      'JSON.stringify(JSON.parse(body), undefined, 2)',
    ],
  ]),
  ...mutantsOf('gateway/fhir/body.ts', [
    [
      'http-untyped',
      'takes a body without a type for JSON',
      'if (!mediaTypes.includes(mediaType.trim())) {',
      "if (mediaType !== '' && !mediaTypes.includes(mediaType.trim())) {",
    ],
    [
      'body-fault-code',
      'says of what is no JSON that it was not found',
      "`line ${line}, column ${column}`, code: 'structure' })",
      "`line ${line}, column ${column}`, code: 'not-found' })",
    ],
  ]),
  ...mutantsOf('gateway/intake/shape.ts', [
    ['body-empty', 'takes what is empty for a wrong value', "'wrong-type',\n  'empty',", "'wrong-type',"],
  ]),
  ...mutantsOf('profiles/json.ts', [
    [
      'body-invalid-utf8',
      'reads past bytes that are no UTF-8',
      "new TextDecoder('utf-8', { fatal: true }).decode(bytes)",
      "new TextDecoder('utf-8').decode(bytes)",
    ],
  ]),
  ...mutantsOf('gateway/cors.ts', [['http-options', 'does not say to OPTIONS what it takes', "allow: methods.join(', '),", '']]),
  ...mutantsOf('gateway/client-error.ts', [
    ['http-431', 'calls a head that is too large malformed', "['head-too-large', { id", "['malformed', { id"],
  ]),
  ...mutantsOf('gateway/refusal.ts', [
    ['http-issue-code', 'has one code for every fault', 'code: fault.code ?? code,', "code: 'processing',"],
    ['http-no-nhs-code', 'leaves out the codes of the NHS', '...(nhs ? [{ system: nhsErrorSystem, code: nhs }] : [])', ''],
  ]),
]

const metadata = [
  ...mutantsOf('gateway/fhir/capability.ts', [
    ['http-metadata-cors', 'keeps metadata from pages of other origins', ", 'access-control-allow-origin': '*' }", ' }'],
    ['http-metadata-etag', 'gives its statement no ETag', "{ etag: tag, 'cache-control'", "{ 'cache-control'"],
    [
      'http-metadata-mode',
      'breaks on a mode that it does not know',
      'const mode = modeOf(query)',
      "if (query.get('mode') === 'terminology') throw new Error('no such mode')\n  const mode = modeOf(query)",
    ],
    [
      'http-metadata-profiles',
      'names no statement that it keeps to',
      'instantiates: [`${canonicalBase}/CapabilityStatement/home-first-requirements`],',
      '',
    ],
    [
      'http-metadata-operation',
      'gives an operation the definition of another',
      'definition: definitionOf(type, code) }',
      "definition: definitionOf(type, 'match') }",
    ],
    [
      'http-metadata-whole',
      'sends all of its statement to whoever asks for a part',
      'body: shape.subset ? subsetText(text, shape.subset) : text,',
      'body: text,',
    ],
    [
      'read-version-of-none',
      'says that it keeps no versions',
      "codes.includes('vread') || isDefinitionType(type) ?",
      "codes.includes('none') ?",
    ],
  ]),
  ...mutantsOf('gateway/fhir/capability.ts', [
    [
      'cupdate-undone',
      'updates on condition and says that it does not',
      "conditionalUpdate: isConditional('update'),",
      "conditionalUpdate: !isConditional('update'),",
    ],
    [
      'cdelete-undone',
      'deletes on condition and says that it does not',
      "isConditional('delete') ? 'single' : 'not-supported'",
      "isConditional('delete') ? 'not-supported' : 'single'",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-answer.ts', [
    [
      'include-undone',
      'includes nothing of what it says that it includes',
      "...included.map((version) => entryOf(version, 'include', ask.base, search.subset)),",
      '',
    ],
  ]),
  ...mutantsOf('gateway/fhir/capability-search.ts', [
    [
      'http-metadata-kind',
      'gives a parameter another kind than R4',
      'definition !== undefined && { definition }), type: kind }',
      "definition !== undefined && { definition }), type: kind === 'reference' ? 'token' : kind }",
    ],
  ]),
]

export const negotiation: readonly Mutant[] = [...app, ...doors, ...accept, ...others, ...metadata]
