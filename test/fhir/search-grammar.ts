// Random resources, and random searches from a grammar over them: every type of parameter, modifier, prefix, chain and include.

import fc from 'fast-check'

export interface Drawn {
  readonly resource: { readonly resourceType: string; readonly [element: string]: unknown }
  readonly isHidden: boolean
}

export interface DrawnSearch {
  readonly type: string
  /** `{at:3}` in a value stands for when the third resource was last written. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  readonly sort: readonly string[]
  readonly count: number
  readonly includes: readonly (readonly [name: string, value: string])[]
  readonly isDisturbed: boolean
}

export const base = 'http://gateway.example/fhir/R4'
/** Ids run from 1 for each type; references also name some that nothing has. */
const perType = 7

const pick = fc.constantFrom
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 2 })
/** Of an object any elements but none: FHIR knows no empty object. */
const part = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { requiredKeys: [] }).filter((made) => Object.keys(made).length > 0)

/** The same to begin with, and so long that an index may keep but a part: of 119, 120 and 121 letters, of 300, and two that part late. */
const tale = Array.from({ length: 80 }, (_, i) => `Wört${i}`).join(' ')
const long = pick(
  ...[119, 120, 121, 300].map((length) => tale.slice(0, length)),
  `${tale.slice(0, 120)}Zoë`,
  tale.slice(100, 400),
)
const short = pick(
  'Ünal', 'unal', 'UNALAN', 'Zoë', 'O’Neil', 'Smith, John', 'a|b', 'c$d', 'back\\slash', '100%', '_x', '李小龍', 'ß',
  "x'; drop table resource; --", '" or 1=1 --', 'Unal Zoe', 'Łuka', 'LUKA', 'Sørensen', 'sorensen', 'Strauß', 'STRAUSS', 'ΟΔΥΣΣΕΥΣ', 'Οδυσ',
) // prettier-ignore
const words = fc.oneof({ weight: 5, arbitrary: short }, { weight: 1, arbitrary: long })
const systems = pick('urn:s1', 'urn:s2')
/** One thing more often than the rest, so that what is searched for is there. */
const mostly = <T>(often: readonly T[], rare: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: pick(...often) }, { weight: 2, arbitrary: pick(...rare) })
const codes = mostly(['a', 'b'], ['A', 'a|a', 'c,d', 'e|f', 'g$h', 'i\\j', "k' or '1'='1"])
/** A path of so many letters in all. */
const path = (length: number) => `http://a.example/${'p'.repeat(length - 17)}`
/** Ends in its digest in the index, so that nothing else that begins so could be sorted with it. */
const beyond = `http://a.example/${'q'.repeat(283)}`
const uris = fc.oneof(
  {
    weight: 3,
    arbitrary: pick('http://a.example/x', 'http://a.example/x/y', 'http://a.example/x/y/z', 'http://a.example/xy', 'urn:oid:1.2'),
  },
  {
    weight: 1,
    arbitrary: pick(path(119), `${path(119)}/y`, path(120), `${path(120)}/y`, path(121), `${path(121)}/y`, path(190), beyond),
  },
)
const canonical = pick('http://a.example/q', 'http://a.example/q|1', 'http://a.example/q|2', 'http://a.example/r|1')
const numbers = mostly([5, 5.4, 4.5, 5.3], [5.45, 100, 99.5, 100.5, 100.4, 110, -3, -3.25, 0, 0.04, 1000, 0.000_072])
const times = pick(
  '2024', '2024-02', '2024-02-29', '2024-02-29T10:00:00Z', '2024-02-29T10:00:00.123Z', '2024-02-29T12:00:00+02:00',
  '2024-02-28T23:30:00-01:00', '2023-12-31', '2023-12-01', '2024-03', '2024-04-25', '1940-02', '1940-02-03', '2025-12-31T23:59:59Z',
) // prettier-ignore
const instants = times.filter((time) => time.includes('T'))
const days = times.filter((time) => !time.includes('T'))
/** None that ends before it begins: that is no period (per-1). */
const period = part({
  start: pick('1940-02', '2023-12-31', '2024', '2024-02-28T23:30:00-01:00', '2024-02-29'),
  end: pick('2024-02-29', '2024-02-29T10:00:00.123Z', '2024-03', '2024', '2025-12-31T23:59:59Z'),
})

const coding = part({ system: systems, code: codes, display: words })
const concept = part({ coding: some(coding), text: words })
const identifier = fc.record({ system: systems, value: codes, type: concept }, { requiredKeys: ['value'] })
const unit = pick<object>(
  { unit: 'mg' },
  { unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' },
  { unit: 'milligram', system: 'http://unitsofmeasure.org', code: 'mg' },
  { unit: 'g', system: 'http://unitsofmeasure.org', code: 'g' },
  { unit: 'http://unitsofmeasure.org|mg' },
  { unit: 'u'.repeat(180) },
  {},
)
const quantity = fc
  .tuple(fc.record({ value: numbers, comparator: pick(undefined, undefined, undefined, '<', '>=') }), unit)
  .map(([value, of]) => ({ ...value, ...of }))

const ageRange = fc
  .tuple(part({ low: pick(0, 4.5, 5), high: pick(5, 5.4, 100) }), unit)
  .map(([bounds, of]) => Object.fromEntries(Object.entries(bounds).map(([name, value]) => [name, { value, ...of }])))

const idOf = (type: string, number: number) => `${type.toLowerCase()}${number}`
/** Relative, absolute, with a version, of another server, or by identifier alone. */
const refer = (...types: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: literal(types).map((reference) => ({ reference })) },
    { weight: 1, arbitrary: literal(types).map((reference) => ({ reference: `${base}/${reference}` })) },
    { weight: 1, arbitrary: literal(types).map((reference) => ({ reference: `${reference}/_history/1` })) },
    {
      weight: 1,
      arbitrary: literal(types).map((reference) => ({ reference: `https://x.example/${reference}`, identifier: id })),
    },
    { weight: 1, arbitrary: identifier.map((one) => ({ identifier: one })) },
  )
const id = { system: 'urn:s1', value: 'a' }
const literal = (types: readonly string[]) =>
  fc.tuple(pick(...types), fc.integer({ min: 1, max: perType })).map(([type, number]) => `${type}/${idOf(type, number)}`)

const meta = part({ profile: some(canonical), tag: some(coding), security: some(coding), source: uris })

const shapes: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  Patient: {
    identifier: some(identifier),
    active: fc.boolean(),
    name: some(
      fc.record({ family: words, given: some(words), text: words, use: pick('official', 'old') }, { requiredKeys: ['family'] }),
    ),
    telecom: some(part({ system: pick('phone', 'email'), use: pick('home', 'work'), value: codes })),
    gender: pick('male', 'female', 'unknown'),
    birthDate: days,
    deceased: fc.oneof(fc.boolean(), times),
    address: some(
      fc.record(
        { line: some(words), city: words, postalCode: pick('SW1A 1AA', 'sw1'), use: pick('home', 'temp') },
        { requiredKeys: ['city'] },
      ),
    ),
    managingOrganization: refer('Organization'),
    generalPractitioner: some(refer('Organization', 'Practitioner')),
    link: some(refer('Patient', 'RelatedPerson').map((other) => ({ other, type: 'seealso' }))),
  },
  Organization: {
    identifier: some(identifier),
    active: fc.boolean(),
    name: words,
    alias: some(words),
    type: some(concept),
    partOf: refer('Organization'),
  },
  Encounter: {
    identifier: some(identifier),
    status: pick('planned', 'in-progress', 'finished'),
    class: coding,
    type: some(concept),
    subject: refer('Patient', 'Group'),
    period,
    length: quantity,
    serviceProvider: refer('Organization'),
    partOf: refer('Encounter'),
  },
  Observation: {
    identifier: some(identifier),
    status: pick('preliminary', 'final'),
    code: concept,
    category: some(concept),
    subject: refer('Patient', 'Device'),
    encounter: refer('Encounter'),
    effective: fc.oneof(times, period),
    value: fc.oneof({ weight: 3, arbitrary: quantity }, concept, times, words),
    component: some(part({ code: concept, value: fc.oneof(quantity, concept) })),
    hasMember: some(refer('Observation')),
    performer: some(refer('Organization', 'Patient')),
  },
  Task: {
    identifier: some(identifier),
    status: pick('requested', 'accepted', 'completed'),
    intent: pick('order', 'plan'),
    code: concept,
    businessStatus: concept,
    for: refer('Patient', 'Organization'),
    focus: refer('Encounter', 'Observation'),
    owner: refer('Organization', 'Practitioner'),
    partOf: some(refer('Task')),
    authoredOn: times,
    executionPeriod: period,
  },
  DocumentReference: {
    identifier: some(identifier),
    status: pick('current', 'superseded'),
    type: concept,
    subject: refer('Patient'),
    date: instants,
    description: words,
    content: some(part({ attachment: part({ contentType: pick('text/plain', 'application/pdf'), url: uris }) })),
    relatesTo: some(
      fc.record({
        code: pick('replaces', 'appends'),
        target: literal(['DocumentReference']).map((reference) => ({ reference })),
      }),
    ),
  },
  QuestionnaireResponse: {
    identifier,
    questionnaire: canonical,
    status: pick('completed', 'amended'),
    subject: refer('Patient'),
    authored: times,
    encounter: refer('Encounter'),
  },
  Condition: {
    identifier: some(identifier),
    clinicalStatus: pick('active', 'relapse', 'remission', 'resolved').map((code) => ({
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code }],
    })),
    code: concept,
    subject: refer('Patient'),
    encounter: refer('Encounter'),
    onset: fc.oneof(
      quantity.map((age) => ({ age })),
      times,
      words,
      ageRange,
    ),
    recordedDate: times,
  },
}

const types = Object.keys(shapes)

export const drawnResource: fc.Arbitrary<Drawn> = fc
  .tuple(pick(...types, 'Observation'), fc.integer({ min: 1, max: 100 }))
  .chain(([type, chance]) =>
    fc
      .record({ resourceType: fc.constant(type), meta, ...shapes[type] }, { requiredKeys: ['resourceType'] })
      .map((resource) => ({ resource: chosen(resource), isHidden: chance <= 12 })),
  )

/** What FHIR writes as one of several elements: a value under the name of its datatype. */
function chosen(resource: Record<string, unknown>): Drawn['resource'] {
  const { deceased, effective, value, onset, component, ...rest } = resource
  const parts = Array.isArray(component) ? component.map((one: Record<string, unknown>) => chosen(one)) : undefined
  return {
    ...rest,
    ...(parts && { component: parts }),
    ...named('deceased', deceased),
    ...named('effective', effective),
    ...named('value', value),
    ...named('onset', onset),
  } as Drawn['resource']
}

function named(name: string, value: unknown): Record<string, unknown> {
  if (value === undefined) return {}
  if (typeof value === 'boolean') return { [`${name}Boolean`]: value }
  if (typeof value === 'string') return { [`${name}${/^\d{4}(-|$)/.test(value) ? 'DateTime' : 'String'}`]: value }
  const object = value as Record<string, unknown>
  if ('age' in object) return { [`${name}Age`]: object['age'] }
  if ('low' in object || 'high' in object) return { [`${name}Range`]: object }
  if ('start' in object || 'end' in object) return { [`${name}Period`]: object }
  if ('value' in object) return { [`${name}Quantity`]: object }
  return 'coding' in object || 'text' in object ? { [`${name}CodeableConcept`]: object } : {}
}

// Searches

const escaped = (text: string): string => text.replace(/[\\,|$]/g, '\\$&')
/** Mostly one: an alternative hides what another gets wrong. */
const several = (one: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }).map((all) => all.join(',')) },
  )

const bare = codes.map(escaped)
const token = fc.oneof(
  { weight: 3, arbitrary: bare },
  { weight: 3, arbitrary: fc.tuple(systems, bare).map(([system, code]) => `${system}|${code}`) },
  { weight: 1, arbitrary: bare.map((code) => `|${code}`) },
  { weight: 1, arbitrary: systems.map((system) => `${system}|`) },
)
const prefix = pick('', '', '', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap')
const date = fc
  .tuple(prefix, fc.oneof(times, pick('2024-02-29T10:00Z', '2024-02-29T10:00', '2024-02-29T10:00:00.1Z')))
  .map(([before, time]) => before + time)
const updated = fc.tuple(prefix, fc.integer({ min: 0, max: 40 })).map(([before, at]) => `${before}{at:${at}}`)
const digits = mostly(
  ['5', '5', '5.4', '5.0'],
  ['5.40', '5.45', '100', '100.0', '99.5', '1.0e2', '-3', '-3.25', '0', '0.04', '1000', '7.2e-5', '+5'],
)
const amount = fc.tuple(prefix, digits).map(([before, number]) => before + number)
const measured = fc
  .tuple(
    amount,
    mostly(
      ['', '||mg'],
      ['|http://unitsofmeasure.org|mg', '||milligram', '|http://unitsofmeasure.org|g', `||${'u'.repeat(180)}`],
    ),
  )
  .map(([number, of]) => number + of)
const starts = fc.oneof(
  { weight: 5, arbitrary: short.map((word) => word.slice(0, 4)) },
  { weight: 1, arbitrary: long },
).map(escaped) // prettier-ignore
const inner = fc.oneof(
  { weight: 5, arbitrary: short.map((word) => word.slice(1, 4) || word) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 299 }), pick(5, 20, 119, 120, 121))
      .map(([from, length]) => tale.slice(from, from + length)),
  },
).map(escaped) // prettier-ignore

type Row = readonly [name: string, value: fc.Arbitrary<string>]

const missing = (code: string): Row => [`${code}:missing`, pick('true', 'false')]
const tokenRows = (code: string): Row[] => [
  [code, several(token)],
  [code, several(token)],
  [`${code}:not`, several(token)],
  missing(code),
]
const conceptRows = (code: string): Row[] => [...tokenRows(code), [`${code}:text`, several(starts)]]
const identifierRows = (code: string): Row[] => [
  ...conceptRows(code),
  [`${code}:of-type`, fc.tuple(systems, bare, bare).map((all) => all.join('|'))],
]
const codeRows = (code: string, values: readonly string[], system?: string): Row[] => {
  const one = pick(
    ...values,
    'nothing',
    ...(system ? values.map((value) => `${system}|${value}`) : []),
    ...values.map((value) => `|${value}`),
  )
  return [[code, several(one)], [`${code}:not`, several(one)], missing(code)] // prettier-ignore
}
const stringRows = (code: string): Row[] => [
  [code, several(starts)],
  [`${code}:exact`, several(words.map(escaped))],
  [`${code}:contains`, several(inner)],
  missing(code),
]
const dateRows = (code: string): Row[] => [[code, several(date)], [code, several(date)], missing(code)]
const quantityRows = (code: string): Row[] => [[code, several(measured)], [code, several(measured)], missing(code)]
const uriRows = (code: string, values: fc.Arbitrary<string> = uris): Row[] => [
  [code, several(values.map(escaped))],
  [`${code}:below`, several(values.map(escaped))],
  [`${code}:above`, several(values.map(escaped))],
  missing(code),
]
const referenceRows = (code: string, ...targets: readonly string[]): Row[] => {
  const [first = ''] = targets
  const own = literal(targets)
  const bareId = literal([first]).map((reference) => reference.slice(reference.indexOf('/') + 1))
  return [
    [code, several(own)],
    [
      code,
      several(
        fc.oneof(
          bareId,
          own.map((reference) => `${base}/${reference}`),
          own.map((one) => `https://x.example/${one}`),
        ),
      ),
    ],
    [`${code}:${first}`, several(fc.oneof(bareId, literal([first])))],
    [`${code}:identifier`, several(token)],
    missing(code),
  ]
}
const patientRows: readonly Row[] = referenceRows('patient', 'Patient')
const pairs = (code: string, second: fc.Arbitrary<string>): Row => [
  code,
  several(
    fc
      .tuple(
        fc.oneof(
          bare,
          fc.tuple(systems, bare).map((all) => all.join('|')),
        ),
        second,
      )
      .map((all) => all.join('$')),
  ),
]

const common: readonly Row[] = [
  ['_id', several(literal(types).map((reference) => reference.slice(reference.indexOf('/') + 1)))],
  ['_id:not', several(literal(types).map((reference) => reference.slice(reference.indexOf('/') + 1)))],
  ['_lastUpdated', several(updated)],
  ['_profile', several(canonical.map(escaped))],
  ['_profile:below', pick('http://a.example', 'http://a.example/q')],
  ...uriRows('_source'),
  ...conceptRows('_tag'),
  ...tokenRows('_security'),
]
const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical'

const rows: Readonly<Record<string, readonly Row[]>> = {
  Patient: [
    ...identifierRows('identifier'),
    ...codeRows('active', ['true', 'false']),
    ...stringRows('name'),
    ...stringRows('family'),
    ...stringRows('given'),
    ...stringRows('address'),
    ...stringRows('address-city'),
    ...codeRows('address-use', ['home', 'temp']),
    [
      'phone',
      several(
        fc.oneof(
          bare,
          bare.map((code) => `home|${code}`),
        ),
      ),
    ],
    ['telecom', several(bare)],
    ...codeRows('gender', ['male', 'female'], 'http://hl7.org/fhir/administrative-gender'),
    ['gender:in', fc.constant('http://hl7.org/fhir/ValueSet/administrative-gender')],
    ['gender:not-in', fc.constant('http://hl7.org/fhir/ValueSet/administrative-gender')],
    ...dateRows('birthdate'),
    ...dateRows('death-date'),
    ['deceased', pick('true', 'false')],
    ...referenceRows('organization', 'Organization'),
    ...referenceRows('general-practitioner', 'Organization', 'Practitioner'),
    ...referenceRows('link', 'Patient', 'RelatedPerson'),
  ],
  Organization: [
    ...identifierRows('identifier'),
    ...codeRows('active', ['true', 'false']),
    ...stringRows('name'),
    ...conceptRows('type'),
    ...referenceRows('partof', 'Organization'),
  ],
  Encounter: [
    ...identifierRows('identifier'),
    ...codeRows('status', ['planned', 'finished'], 'http://hl7.org/fhir/encounter-status'),
    ...conceptRows('class'),
    ...conceptRows('type'),
    ...dateRows('date'),
    ...quantityRows('length'),
    ...referenceRows('subject', 'Patient', 'Group'),
    ...patientRows,
    ...referenceRows('service-provider', 'Organization'),
    ...referenceRows('part-of', 'Encounter'),
  ],
  Observation: [
    ...codeRows('status', ['preliminary', 'final'], 'http://hl7.org/fhir/observation-status'),
    ...conceptRows('code'),
    ...conceptRows('category'),
    ...conceptRows('combo-code'),
    ...conceptRows('value-concept'),
    ...dateRows('date'),
    ...dateRows('value-date'),
    ...stringRows('value-string'),
    ...quantityRows('value-quantity'),
    ...quantityRows('component-value-quantity'),
    ...quantityRows('combo-value-quantity'),
    pairs('code-value-quantity', measured),
    pairs(
      'code-value-concept',
      token.filter((one) => !one.endsWith('|')),
    ),
    pairs('code-value-date', date),
    pairs('code-value-string', starts),
    pairs('component-code-value-quantity', measured),
    pairs('combo-code-value-quantity', measured),
    pairs('combo-code-value-concept', token),
    ...referenceRows('subject', 'Patient', 'Device'),
    ...patientRows,
    ...referenceRows('encounter', 'Encounter'),
    ...referenceRows('has-member', 'Observation'),
    ...referenceRows('performer', 'Organization', 'Patient'),
  ],
  Task: [
    ...identifierRows('identifier'),
    ...codeRows('status', ['requested', 'completed'], 'http://hl7.org/fhir/task-status'),
    ...conceptRows('code'),
    ...conceptRows('business-status'),
    ...dateRows('authored-on'),
    ...dateRows('period'),
    ...referenceRows('subject', 'Patient', 'Organization'),
    ...patientRows,
    ...referenceRows('focus', 'Encounter', 'Observation'),
    ...referenceRows('owner', 'Organization', 'Practitioner'),
    ...referenceRows('part-of', 'Task'),
  ],
  DocumentReference: [
    ...identifierRows('identifier'),
    ...codeRows('status', ['current', 'superseded']),
    ...conceptRows('type'),
    ...dateRows('date'),
    ...stringRows('description'),
    ...codeRows('contenttype', ['text/plain', 'application/pdf']),
    ...uriRows('location'),
    ...patientRows,
    ...referenceRows('relatesto', 'DocumentReference'),
    ...codeRows('relation', ['replaces', 'appends']),
  ],
  QuestionnaireResponse: [
    ...identifierRows('identifier'),
    ['questionnaire', several(canonical.map(escaped))],
    ...dateRows('authored'),
    ...patientRows,
    ...referenceRows('encounter', 'Encounter'),
  ],
  Condition: [
    ...identifierRows('identifier'),
    ['clinical-status', several(pick('active', `${clinical}|relapse`, `${clinical}|`))],
    ['clinical-status:below', several(pick(`${clinical}|active`, `${clinical}|inactive`, `${clinical}|relapse`))],
    ['clinical-status:above', several(pick(`${clinical}|relapse`, `${clinical}|resolved`))],
    ['clinical-status:in', fc.constant('http://hl7.org/fhir/ValueSet/condition-clinical')],
    ['clinical-status:not', several(pick('active', `${clinical}|relapse`))],
    ...conceptRows('code'),
    ...quantityRows('onset-age'),
    ...dateRows('onset-date'),
    ...stringRows('onset-info'),
    ...patientRows,
    ...referenceRows('encounter', 'Encounter'),
  ],
}

/** References that a chain can follow: the parameter as it is written, and the type that it leads to. */
const links: readonly (readonly [from: string, name: string, to: string])[] = [
  ['Patient', 'organization', 'Organization'],
  ['Patient', 'general-practitioner:Organization', 'Organization'],
  ['Patient', 'link:Patient', 'Patient'],
  ['Organization', 'partof', 'Organization'],
  ['Encounter', 'subject:Patient', 'Patient'],
  ['Encounter', 'patient', 'Patient'],
  ['Encounter', 'service-provider', 'Organization'],
  ['Encounter', 'part-of', 'Encounter'],
  ['Observation', 'subject:Patient', 'Patient'],
  ['Observation', 'patient', 'Patient'],
  ['Observation', 'encounter', 'Encounter'],
  ['Observation', 'has-member:Observation', 'Observation'],
  ['Observation', 'performer:Organization', 'Organization'],
  ['Task', 'subject:Patient', 'Patient'],
  ['Task', 'patient', 'Patient'],
  ['Task', 'focus:Encounter', 'Encounter'],
  ['Task', 'focus:Observation', 'Observation'],
  ['Task', 'owner:Organization', 'Organization'],
  ['Task', 'part-of', 'Task'],
  ['DocumentReference', 'subject:Patient', 'Patient'],
  ['DocumentReference', 'relatesto', 'DocumentReference'],
  ['QuestionnaireResponse', 'patient', 'Patient'],
  ['QuestionnaireResponse', 'encounter', 'Encounter'],
  ['Condition', 'subject:Patient', 'Patient'],
  ['Condition', 'encounter', 'Encounter'],
]

type Written = readonly [name: string, value: string]

/** What a row's name tells of its type, so that rare types come as often as tokens, of which there are most. */
function kindOf(name: string): string {
  const [code = '', modifier = ''] = name.split(':')
  if (/^(combo-|component-)?code-value/.test(code)) return 'composite'
  if (/quantity|length|age/.test(code)) return 'quantity'
  if (/date|period|authored|_lastUpdated/.test(code)) return 'date'
  if (/_source|_profile|location|questionnaire/.test(code)) return 'uri'
  if (/name|family|given|address|description|info|string/.test(code) || ['exact', 'contains'].includes(modifier)) return 'string'
  if (['text', 'of-type', 'in', 'not-in', 'above', 'below', 'not', 'missing'].includes(modifier)) return 'modified'
  return modifier !== '' || /patient|subject|encounter|owner|part-?of/.test(code) ? 'reference' : 'token'
}

function parameterOf(type: string, depth: number): fc.Arbitrary<Written> {
  const kinds = Object.groupBy([...(rows[type] ?? []), ...common], ([name]) => kindOf(name))
  const plain = fc.oneof(
    ...Object.values(kinds).map((some = []) =>
      fc.oneof(...some.map(([name, value]) => value.map((one): Written => [name, one]))),
    ),
  )
  if (depth === 0) return plain
  const onward = links
    .filter(([from]) => from === type)
    .map(([, name, to]) => parameterOf(to, depth - 1).map(([rest, value]): Written => [`${name}.${rest}`, value]))
  const back = links
    .filter(([, , to]) => to === type)
    .map(([from, name]) =>
      parameterOf(from, depth - 1).map(([rest, value]): Written => [`_has:${from}:${name.replace(/:.*/, '')}:${rest}`, value]),
    )
  const others = [...onward, ...back]
  return others.length === 0 ? plain : fc.oneof({ weight: 5, arbitrary: plain }, { weight: 3, arbitrary: fc.oneof(...others) })
}

const sorts: Readonly<Record<string, readonly string[]>> = {
  Patient: ['family', 'name', 'birthdate', 'gender', 'identifier', 'organization', '_source'],
  Organization: ['name', 'identifier'],
  Encounter: ['date', 'status', 'length', 'service-provider'],
  Observation: ['date', 'code', 'value-quantity', 'value-string', 'subject'],
  Task: ['status', 'authored-on', 'code', 'owner'],
  DocumentReference: ['date', 'description', 'location', 'type'],
  QuestionnaireResponse: ['authored', 'questionnaire'],
  Condition: ['onset-date', 'code', 'clinical-status'],
}

function sortOf(type: string): fc.Arbitrary<readonly string[]> {
  const key = pick('_id', '_lastUpdated', ...(sorts[type] ?? []), ...(sorts[type] ?? []))
  return fc
    .uniqueArray(fc.tuple(key, pick('', '-')), { maxLength: 3, selector: ([code]) => code })
    .map((keys) => keys.map(([code, sign]) => sign + code))
}

function includeOf(type: string): fc.Arbitrary<Written> {
  const iterate = pick('', '', ':iterate')
  const out = links.filter(([from]) => from === type)
  const back = links.filter(([, , to]) => to === type)
  const forward = out.map(([from, name]) => iterate.map((mode): Written => [`_include${mode}`, `${from}:${name}`]))
  const reverse = back.map(([from, name]) =>
    iterate.map((mode): Written => [`_revinclude${mode}`, `${from}:${name.replace(/:.*/, '')}`]),
  )
  const further = links.map(([from, name]) => fc.constant<Written>(['_include:iterate', `${from}:${name}`]))
  return fc.oneof(...forward, ...reverse, ...forward, ...further)
}

const searchesOf: Readonly<Record<string, fc.Arbitrary<DrawnSearch>>> = Object.fromEntries(
  types.map((type) => [
    type,
    fc.record({
      type: fc.constant(type),
      parameters: fc.oneof(
        { weight: 3, arbitrary: fc.array(parameterOf(type, 2), { minLength: 1, maxLength: 1 }) },
        { weight: 2, arbitrary: fc.array(parameterOf(type, 2), { minLength: 0, maxLength: 3 }) },
      ),
      sort: sortOf(type),
      count: fc.integer({ min: 1, max: 8 }),
      includes: fc.array(includeOf(type), { maxLength: 3 }),
      isDisturbed: fc.integer({ min: 1, max: 4 }).map((one) => one === 1),
    }),
  ]),
)

export const drawnSearch: fc.Arbitrary<DrawnSearch> = pick(...types, 'Observation', 'Observation').chain(
  (type) => searchesOf[type] ?? fc.constant(nothing),
)

const nothing: DrawnSearch = { type: 'Patient', parameters: [], sort: [], count: 1, includes: [], isDisturbed: false }

export const nameFor = idOf
