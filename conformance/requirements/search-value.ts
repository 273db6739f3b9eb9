// Search by codes, words, addresses and units: what each form of a value finds, and what it does not.

import { holds, same } from '../expect.ts'
import { area } from '../requirement.ts'
import { created, found } from '../scenes/fhir.ts'
import { observed } from '../scenes/pages.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { foundBy, matchesOr, observedAs } from '../scenes/search.ts'
import { fhir } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.search-type', 'Patient?identifier'] } as const
const withParameter = (...names: readonly string[]) => ({
  ...observed,
  capability: [...observed.capability, ...names.map((name) => `Observation?${name}`)],
})

const ucum = 'http://unitsofmeasure.org'
const loinc = 'http://loinc.org'

export const searchValues = area('search', [
  {
    id: 'HF-SEA-021',
    level: 'SHOULD',
    title: 'finds an identifier by its type',
    statement: fhir('search#token', ':of-type … [system]|[code]|[value], where the system and code refer to Identifier.type'),
    assertions: ['SPT-03'],
    needs,
    kills: ['search-of-type'],
    async run(t) {
      const person = t.person()
      const type = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] }
      const identifier = [{ system: localSystem, value: person.local, type }]
      const reference = await created(t.as('acute'), { ...patientOf(person), identifier })
      const by = (code: string, value: string) =>
        matchesOr(
          t.as('acute'),
          `Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|${code}|${value}`,
          ':of-type',
        )
      same(await by('MR', person.local), [reference], 'its type and value')
      same(await by('PPN', person.local), [], 'another type')
      same(await by('MR', t.id()), [], 'another value')
    },
  },
  {
    id: 'HF-SEA-022',
    level: 'MUST',
    title: 'takes :exact for the whole as it is written, and :contains for any part',
    statement: fhir('search#string', ':contains … anywhere within the string · :exact … including casing and accents'),
    assertions: ['SPT-05'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?family'] },
    kills: ['search-exact', 'search-contains'],
    async run(t) {
      const person = { ...t.person(), family: `Vanderbergh-${t.random.text(8)}` }
      const reference = await created(t.as('acute'), patientOf(person))
      const by = (query: string) =>
        matchesOr(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}&${query}`, ':exact and :contains')
      same(await by(`family:exact=${person.family}`), [reference], ':exact, as it is written')
      same(await by(`family:exact=${person.family.toLowerCase()}`), [], ':exact, in small letters')
      same(await by(`family:exact=${person.family.slice(0, 8)}`), [], ':exact, its beginning')
      same(await by('family:contains=DERBERGH'), [reference], ':contains, a part of it')
      same(await by('family:contains=derburgh'), [], ':contains, no part of it')
    },
  },
  {
    id: 'HF-SEA-030',
    level: 'MUST',
    title: 'takes a number for all that rounds to it, and compares exactly where a prefix says so',
    statement: fhir('search#number', 'the number of significant figures … 100 … is in the range 99.5 to 100.5'),
    assertions: ['SPT-15'],
    needs: withParameter('value-quantity'),
    kills: ['search-precision', 'search-unit'],
    async run(t) {
      const quantity = { value: 5.42, unit: 'kg', system: ucum, code: 'kg' }
      const { patient, all } = await observedAs(t, { valueQuantity: quantity })
      const expected: Readonly<Record<string, boolean>> = {
        '5.42': true,
        '5.4': true,
        '5': true,
        '5.5': false,
        '5.43': false,
        'ne5.4': false,
        'ne5.5': true,
        'gt5.4': true,
        'gt5.42': false,
        'lt5.43': true,
        'lt5.42': false,
        'ge5.42': true,
        'le5.42': true,
        [`5.4|${ucum}|kg`]: true,
        [`5.4|${ucum}|g`]: false,
        '5.4||kg': true,
        '5.4||g': false,
        [`gt5|${ucum}|kg`]: true,
      }
      for (const [value, is] of Object.entries(expected)) {
        const query = `Observation?subject=${patient}&value-quantity=${encodeURIComponent(value)}`
        same((await found(t.as('acute'), query)).length, is ? all.length : 0, `value-quantity=${value} for 5.42 kg`)
      }
    },
  },
  {
    id: 'HF-SEA-034',
    level: 'SHOULD',
    title: 'holds the two values of a composite to one element',
    statement: fhir('search#combining', 'Composite … the values of the components … of the same element'),
    assertions: ['SPT-20'],
    needs: withParameter('component-code-value-quantity'),
    kills: ['search-composite'],
    async run(t) {
      const component = [
        { code: { coding: [{ system: loinc, code: '8480-6' }] }, valueQuantity: { value: 120, system: ucum, code: 'mm[Hg]' } },
        { code: { coding: [{ system: loinc, code: '8462-4' }] }, valueQuantity: { value: 70, system: ucum, code: 'mm[Hg]' } },
      ]
      const { patient, all } = await observedAs(t, { component })
      const by = (value: string) =>
        found(t.as('acute'), `Observation?subject=${patient}&component-code-value-quantity=${encodeURIComponent(value)}`)
      same(await by(`${loinc}|8480-6$120`), all, 'systolic of 120')
      same(await by('8480-6$gt100'), all, 'systolic above 100, by the code alone')
      same(await by(`${loinc}|8480-6$lt100`), [], 'systolic below 100, though something else is')
    },
  },
  {
    id: 'HF-SEA-032',
    level: 'SHOULD',
    title: 'finds by what stands in meta: tag, security label, profile and source',
    statement: fhir('search#all', '_tag · _security · _profile · _source … apply to all resources'),
    assertions: ['SPT-18'],
    needs: {
      ...needs,
      capability: [...needs.capability, 'Patient?_tag', 'Patient?_security', 'Patient?_profile', 'Patient?_source'],
    },
    kills: ['search-meta'],
    async run(t) {
      const person = t.person()
      const profile = 'http://hl7.org/fhir/StructureDefinition/Patient'
      const [tag, label] = [t.id(), t.id()]
      const source = `https://conformance.example/${t.id()}`
      const coding = (code: string) => [{ system: `${localSystem}/label`, code }]
      const meta = { tag: coding(tag), security: coding(label), profile: [profile], source }
      const reference = await created(t.as('acute'), { ...patientOf(person), meta })
      const by = (query: string) => found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}&${query}`)
      same(await by(`_tag=${localSystem}/label|${tag}`), [reference], '_tag')
      same(await by(`_security=${label}`), [reference], '_security')
      same(await by(`_profile=${profile}`), [reference], '_profile')
      same(await by(`_source=${source}`), [reference], '_source')
      for (const query of [`_tag=${label}`, `_security=${tag}`, `_profile=${profile}X`, `_source=${source}x`])
        same(await by(query), [], `another ${query.split('=')[0]}`)
    },
  },
  {
    id: 'HF-SEA-033',
    level: 'MUST',
    title: 'takes a URI for itself, and :below and :above for the paths under and over it',
    statement: fhir('search#uri', 'match is precise … :above and :below … based on the structure of the URI'),
    assertions: ['SPT-19'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?_source'] },
    kills: ['search-uri-below', 'search-uri-above'],
    async run(t) {
      const person = t.person()
      const top = `https://conformance.example/${t.id()}`
      const reference = await created(t.as('acute'), { ...patientOf(person), meta: { source: `${top}/ward/feed` } })
      const by = async (name: string, value: string) =>
        foundBy(
          t.as('acute'),
          `Patient?identifier=${localSystem}|${person.local}&${name}=${encodeURIComponent(value)}`,
          { is: reference },
          ':below and :above of a URI',
        )
      same(await by('_source', `${top}/ward/feed`), 'is', 'itself')
      same(await by('_source', `${top}/ward`), '', 'its beginning')
      same(await by('_source', `${top}/WARD/feed`), '', 'in capitals')
      same(await by('_source:below', `${top}/ward`), 'is', ':below the path over it')
      same(await by('_source:below', `${top}/war`), '', ':below what is no path over it')
      same(await by('_source:above', `${top}/ward/feed/bed`), 'is', ':above the path under it')
      same(await by('_source:above', `${top}/ward`), '', ':above the path over it')
    },
  },
  {
    id: 'HF-SEA-035',
    level: 'MUST',
    title: 'takes an escaped comma, bar, dollar sign or backslash for itself',
    statement: fhir('search#escaping', 'When they are used as separators … otherwise prepended with a backslash'),
    assertions: ['SEA-16'],
    needs,
    kills: ['search-escape'],
    async run(t) {
      const value = `a,b|c$d\\${t.id()}`
      const patient = { ...patientOf(t.person()), identifier: [{ system: localSystem, value }] }
      const reference = await created(t.as('acute'), patient)
      const escaped = value.replaceAll(/[\\,|$]/g, (sign) => `\\${sign}`)
      const by = (text: string) => found(t.as('acute'), `Patient?identifier=${encodeURIComponent(`${localSystem}|${text}`)}`)
      same(await by(escaped), [reference], 'each of them escaped')
      const parts = await by('a,b')
      holds(!parts.includes(reference), 'a comma that is not escaped', 'two values, neither of which is that one', parts)
    },
  },
])
