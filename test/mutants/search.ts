// Faults of search: values, dates, references, order, what comes along, and what is said of it.

import { mutantsOf, type Mutant } from './mutant.ts'

const values = [
  ...mutantsOf('gateway/fhir/search-token.ts', [
    [
      'search-of-type',
      'looks at the value of an identifier and not at its type',
      "eachValue(value, typedIdentifierMatch, (any) => ({ on: 'token', key: `${key}:of-type`, any }))",
      "eachValue(value, (each) => ({ code: each.split('|').at(-1) ?? '' }), (any) => clause(any))",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-value.ts', [
    [
      'search-exact',
      'takes any case for exact',
      "return how === 'exact' ? { value, how, original: indexable(text) } : { value, how }",
      'return { value, how }',
    ],
    [
      'search-contains',
      'looks for a part at the beginning only',
      "return how === 'exact' ? { value, how, original: indexable(text) } : { value, how }",
      "return how === 'exact' ? { value, how, original: indexable(text) } : { value, how: 'starts' }",
    ],
    ['search-escape', 'leaves escapes as they are', "return text.replace(/\\\\([,|$\\\\])/g, '$1')", 'return text'],
  ]),
  ...mutantsOf('gateway/store/value-tests.ts', [
    [
      'search-uri-below',
      'takes any beginning for a path',
      "const under = value.endsWith('/') ? value : `${value}/`",
      'const under = value',
    ],
    [
      'search-uri-above',
      'looks below where above is asked',
      "if (how === 'above') return",
      "if (how === 'above' && value === '') return",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-range.ts', [
    [
      'search-precision',
      'takes a number for exactly that number',
      "if (prefix !== 'eq' && prefix !== 'ne' && prefix !== 'ap') return exactly(number)",
      "if (prefix !== 'ap') return exactly(number)",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-quantity.ts', [
    [
      'search-unit',
      'never looks at the unit',
      "return { unit: code === undefined ? '' : system ? unitSuffix(system, code) : unitSuffix(code), match }",
      "return { unit: '', match }",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-composite.ts', [
    [
      'search-composite',
      'looks at the second value of a composite alone',
      'secondClause((unit) => compositeKey(key, form, unit), second, other, context)',
      "secondClause((unit) => `${key.split('.')[0]}.component-value-quantity${unit}` + form.slice(0, 0), second, other, context)",
    ],
  ]),
  ...mutantsOf('gateway/store/index-rows.ts', [
    [
      'search-meta',
      'does not find by security labels',
      'const row = { key: indexable(key),',
      "if (key.endsWith('._security')) return\n  const row = { key: indexable(key),",
    ],
  ]),
  ...mutantsOf('gateway/intake/version.ts', [['create-meta', 'drops what the sender wrote into meta', '    ...kept,\n', '']]),
]

const dates = [
  ...mutantsOf('gateway/store/range-tests.ts', [
    [
      'search-date-sa',
      'takes what reaches beyond for what starts after',
      'return `${low} > ${bind(match.high)}`',
      'return `${high} > ${bind(match.high)}`',
    ],
    [
      'search-date-eb',
      'takes what starts before for what ends before',
      "case 'eb':\n",
      "case 'eb':\n      if (low !== high) return below()\n",
    ],
  ]),
  ...mutantsOf('gateway/store/index-values.ts', [
    [
      'search-period-open',
      'ends a period where it starts when it has no end',
      'high: end?.high ?? latest }',
      'high: end?.high ?? start?.high ?? latest }',
    ],
  ]),
  ...mutantsOf('gateway/store/instants.ts', [
    [
      'search-date-zone',
      'never looks at the zone',
      'const shiftMinutes = offsetMinutes(zone)',
      "const shiftMinutes = offsetMinutes(zone && 'Z')",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-query.ts', [
    [
      'search-and-first',
      'takes the first of a repeated parameter',
      'for (const parameter of parameters) {',
      'for (const parameter of parameters.filter(([name], i) => parameters.findIndex(([one]) => one === name) === i)) {',
    ],
  ]),
]

const links = [
  ...mutantsOf('gateway/fhir/search-clause.ts', [
    [
      'search-type-modifier',
      'never looks at the type that a modifier names',
      'targets.filter((type) => type === modifier)',
      'targets',
    ],
    ['search-identifier-modifier', 'looks for an identifier among the addresses', 'key: `${key}:identifier`, any', 'key, any'],
    [
      'search-common-dead',
      'does not search by the time of the last change',
      "code === '_id' || code === '_lastUpdated'",
      "code === '_id'",
    ],
  ]),
  ...mutantsOf('gateway/store/clauses.ts', [
    [
      'search-chain-tested',
      'does not look where one of several chains leads',
      '= ${bind(start)}\n      and ${standing(where, inner)}`)',
      '= ${bind(start)}\n      and ${standing([], inner)}`)',
    ],
    [
      'search-has',
      'does not look at what refers to a match',
      '= ${bind(type)} and ${standing(where, inner)}`)',
      '= ${bind(type)} and ${standing([], inner)}`)',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-name.ts', [
    [
      'search-any-case',
      'takes names of parameters in any case',
      "const [code = '', ...modifiers] = text.split(':')",
      "const [given = '', ...modifiers] = text.split(':')\n  const code = given.startsWith('_') ? given : given.toLowerCase()",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search.ts', [
    [
      'search-unknown-subject',
      'takes a reference that finds nothing for an error',
      "const ofTypes = asked.parameters.filter(([name]) => name === '_type')",
      "if (page.versions.length === 0 && where.some(({ on }) => on === 'reference')) throw notFound()\n  const ofTypes = asked.parameters.filter(([name]) => name === '_type')",
    ],
    [
      'search-types-all',
      'answers with every type where one is named',
      "type: others.length === 0 ? only : '',",
      "type: type || others.length > 99 ? only : '',",
    ],
  ]),
]

const answers = [
  ...mutantsOf('gateway/fhir/search-understood.ts', [
    ['search-outcome-error', 'calls an error what it passed over', "severity: 'warning' })", "severity: 'error' })"],
    [
      'search-types-first',
      'asks the first of several types alone whether it has a parameter',
      'const each = types.map((one) => searchQuery(one, parameters, context))',
      'const each = types.slice(0, 1).map((one) => searchQuery(one, parameters, context))',
    ],
    [
      'search-text-include',
      'includes where only the text is asked for',
      "const isTextOnly = shape.control.summary === 'text' && along.rows.length > 0",
      'const isTextOnly = false',
    ],
    ['search-cap-silent', 'does not say that a page holds less', '...(shape.control.isCapped ? [capped] : []), ', ''],
  ]),
  ...mutantsOf('gateway/fhir/search-answer.ts', [
    [
      'search-outcome-match',
      'takes what it says for a match',
      "rest: { search: { mode: 'outcome' } }",
      "rest: { search: { mode: 'match' } }",
    ],
    [
      'search-whole',
      'shows the whole where a part is asked for',
      'const text = subset ? subsetText(version.text, subset) : version.text',
      'const text = subset && version.deleted ? subsetText(version.text, subset) : version.text',
    ],
    ['include-as-match', 'takes what comes along for a match', "entryOf(version, 'include',", "entryOf(version, 'match',"],
    [
      'include-counted',
      'counts what comes along',
      '(found.asked.page?.mark.total ?? page.total) : undefined',
      '(found.asked.page?.mark.total ?? (page.total ?? 0) + included.length) : undefined',
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-control.ts', [
    [
      'search-total-none',
      'counts where it is asked not to',
      "if (value === 'none') return { effect: { total: false }, as: value }",
      "if (value === 'none') return { effect: { total: true }, as: value }",
    ],
    [
      'search-sort-first',
      'sorts by the first of several',
      'const order = keys.map((key) => orderOf(',
      'const order = keys.slice(0, 1).map((key) => orderOf(',
    ],
    [
      'search-uncapped',
      'claims that a page holds a million',
      'const count = Math.min(Number(value), longestPage)',
      'const count = Number(value)',
    ],
  ]),
  ...mutantsOf('gateway/store/order.ts', [
    [
      'search-sort-missing',
      'loses on the next page what lacks that by which it is sorted',
      'return nullable ? `(${beyond} or ${expression} is null)` : beyond',
      'return nullable ? `(${beyond})` : beyond',
    ],
  ]),
]

const along = [
  ...mutantsOf('gateway/fhir/search-include.ts', [
    [
      'include-any-type',
      'includes types that were not named',
      'targetsOf(parameter, target).filter(',
      'targetsOf(parameter, undefined).filter(',
    ],
    [
      'include-malformed',
      'passes over an include that names nothing',
      "if ('id' in found) faults.push({ ...found, expression: placeOf(name) })",
      "if ('id' in found) continue",
    ],
  ]),
  ...mutantsOf('gateway/fhir/search-included.ts', [
    [
      'include-iterates',
      'goes on from what came along unasked',
      'round === 0 ? rows : rows.filter(({ iterates }) => iterates)',
      'rows',
    ],
    [
      'include-iterate-ignored',
      'never goes on from what came along',
      'round === 0 ? rows : rows.filter(({ iterates }) => iterates)',
      'round === 0 ? rows : []',
    ],
    [
      'include-match-again',
      'brings a match along once more',
      'const seen = new Set(matches.map(nameOf))',
      'const seen = new Set<string>()',
    ],
    [
      'revinclude-undone',
      'brings along nothing that refers to a match',
      'else yield* referring(',
      'else if (false) yield* referring(',
    ],
  ]),
]

export const searching: readonly Mutant[] = [...values, ...dates, ...links, ...answers, ...along]
