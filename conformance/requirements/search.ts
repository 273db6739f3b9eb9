// Search: every match and no other, and nothing that was asked in vain without saying so.

import { observed, withObservations, link, total } from '../scenes/pages.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { holds, names, refusal, same, status } from '../expect.ts'
import { at, textAt } from '../json.ts'
import type { Person } from '../people.ts'
import { area } from '../requirement.ts'
import { journeyNeeds, organizationOf, referred } from '../scenes/journey.ts'
import { created, found, matchesIn, searched } from '../scenes/fhir.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.search-type', 'Patient?identifier'] } as const

export const search = area('search', [
  {
    id: 'HF-SEA-001',
    level: 'MUST',
    title: 'answers a searchset that says what was asked, and each match with its address',
    statement: fhir('search#conformance', 'The self link … SHALL contain the parameters that were actually used'),
    assertions: ['SEA-01', 'SEA-04', 'SEA-18'],
    needs,
    kills: ['search-self', 'search-full-url'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const answer = await searched(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}`)
      same(matchesIn(answer), [reference], 'the matches')
      same(total(answer), 1, 'total')
      holds(
        decodeURIComponent(link(answer, 'self')).includes(person.local),
        'the self link',
        'the parameter',
        link(answer, 'self'),
      )
      const [entry] = at(answer.json, 'entry')
      same(textAt(entry, 'fullUrl'), `${t.run.config.target}/${reference}`, 'fullUrl')
      same(textAt(entry, 'search.mode'), 'match', 'search.mode')
    },
  },
  {
    id: 'HF-SEA-002',
    level: 'GATE',
    title: 'refuses parameters that it does not know, unless the client is lenient',
    statement: homeFirst(
      'operate',
      'Search is strict: unknown or unsupported parameters are 400 unless Prefer: handling=lenient',
    ),
    assertions: ['SEA-04', 'SEA-09'],
    needs,
    kills: ['search-lenient', 'search-strict-always'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}`
      const strict = await t.as('acute').get(`${query}&favourite-colour=blue`)
      refusal(strict, 400, 'an unknown parameter')
      names(strict, /favourite-colour/, 'an unknown parameter')
      const lenient = await searched(t.as('acute'), `${query}&favourite-colour=blue`, { prefer: 'handling=lenient' })
      same(matchesIn(lenient), [reference], 'the matches of a lenient search')
      holds(
        !link(lenient, 'self').includes('favourite'),
        'the self link of a lenient search',
        'without it',
        link(lenient, 'self'),
      )
    },
  },
  {
    id: 'HF-SEA-003',
    level: 'MUST',
    title: 'finds the same by POST as by GET',
    statement: fhir('search', 'servers SHALL support both GET and POST based search'),
    assertions: ['SEA-02', 'SEA-03'],
    needs,
    kills: ['search-post-body'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      await created(t.as('acute'), patientOf(t.person()))
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = new URLSearchParams({ identifier: `${localSystem}|${person.local}` }).toString()
      const answer = await t.as('acute').ask('POST', 'Patient/_search', body, form)
      status(answer, 200, 'POST _search')
      same(matchesIn(answer), [reference], 'the matches by POST')
      const both = await t.as('acute').ask('POST', 'Patient/_search?gender=male', body, form)
      status(both, 200, 'parameters in address and body')
      same(matchesIn(both), [], 'the matches of both')
    },
  },
  {
    id: 'HF-SEA-004',
    level: 'MUST',
    title: 'tells a code with its system from one without and one of any',
    statement: fhir('search#token', '[parameter]=[system]|[code] · [code] · |[code] · [system]|'),
    assertions: ['SPT-01'],
    needs,
    kills: ['search-token-system'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const by = (value: string) => found(t.as('acute'), `Patient?identifier=${encodeURIComponent(value)}`)
      same(await by(`${localSystem}|${person.local}`), [reference], 'system|code')
      same(await by(person.local), [reference], 'code')
      same(await by(`|${person.local}`), [], '|code')
      same(await by(`https://conformance.example/other|${person.local}`), [], 'another system')
      const both = `Patient?identifier=${localSystem}|${person.local}&identifier=${encodeURIComponent(`${nhsNumber}|`)}`
      same(await found(t.as('acute'), both), [reference], 'system|')
    },
  },
  {
    id: 'HF-SEA-005',
    level: 'MUST',
    title: 'finds by owner, however the reference is written',
    statement: fhir('search#reference', '[id] · [type]/[id] · [url]'),
    assertions: ['SPT-10'],
    needs: { ...journeyNeeds, capability: [...journeyNeeds.capability, 'Task?owner'] },
    kills: ['search-owner', 'search-bare-id'],
    async run(t) {
      const { task, referral } = await referred(t)
      const owner = organizationOf(t, 'hub')
      const by = (value: string) => found(t.as('hub'), `Task?focus=${referral}&owner=${value}`)
      for (const value of [owner, owner.split('/')[1] ?? '', `${t.run.config.target}/${owner}`])
        same(await by(value), [task], `owner=${value}`)
      same(await by(organizationOf(t, 'acute')), [], 'another owner')
    },
  },
  {
    id: 'HF-SEA-006',
    level: 'SHOULD',
    title: 'finds by the identifier of the person that a resource is about',
    statement: fhir('search#chaining', 'the parameter name is chained'),
    assertions: ['SPT-13'],
    needs: observed,
    kills: ['search-chain'],
    async run(t) {
      const { person, all } = await withObservations(t, 1)
      await withObservations(t, 1)
      const by = (value: string) => found(t.as('acute'), `Observation?subject:Patient.identifier=${localSystem}|${value}`)
      same(await by(person.local), all, 'the person’s')
      same(await by(t.id()), [], 'nobody’s')
    },
  },
  {
    id: 'HF-SEA-007',
    level: 'MUST',
    title: 'takes a repeated parameter for and, and a comma for or',
    statement: fhir('search#combining', 'If a parameter repeats … intersection … the values separated by a comma … union'),
    assertions: ['SEA-14', 'SEA-15'],
    needs,
    kills: ['search-or-is-and'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      const [first, second] = [await created(t.as('acute'), patientOf(one)), await created(t.as('acute'), patientOf(other))]
      const value = ({ local }: Person) => `${localSystem}|${local}`
      const or = await found(t.as('acute'), `Patient?identifier=${value(one)},${value(other)}`)
      same(or.toSorted(), [first, second].toSorted(), 'one,other')
      same(await found(t.as('acute'), `Patient?identifier=${value(one)}&identifier=${value(other)}`), [], 'one and other')
      same(await found(t.as('acute'), `Patient?identifier=${value(one)}&gender=female`), [first], 'one and female')
    },
  },
  {
    id: 'HF-SEA-012',
    level: 'MUST',
    title: 'compares dates as ranges, with every prefix that it takes',
    statement: fhir('search#date', 'the range of the search value fully contains the range of the target value'),
    assertions: ['SPT-06'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?birthdate'] },
    kills: ['search-date-eq', 'search-date-gt'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const [year = '', , day = ''] = person.birthDate.split('-')
      const by = async (value: string) =>
        (await found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}&birthdate=${value}`)).includes(reference)
      const expected: Readonly<Record<string, boolean>> = {
        [person.birthDate]: true,
        [`${year}-06`]: true,
        [year]: true,
        [`${year}-07`]: false,
        [`ne${person.birthDate}`]: false,
        [`ge${person.birthDate}`]: true,
        [`gt${person.birthDate}`]: false,
        [`le${person.birthDate}`]: true,
        [`lt${person.birthDate}`]: false,
        [`gt${year}-05-${day}`]: true,
        [`lt${year}-07-${day}`]: true,
        [`gt${year}`]: false,
      }
      for (const [value, is] of Object.entries(expected)) same(await by(value), is, `birthdate=${value} finds one born in June`)
    },
  },
  {
    id: 'HF-SEA-014',
    level: 'SHOULD',
    title: 'refuses values that are none',
    statement: fhir(
      'search#errors',
      'Where the content of the parameter is syntactically incorrect, servers SHOULD return an error',
    ),
    assertions: ['SEA-11'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?birthdate'] },
    kills: ['search-bad-value', 'search-bad-modifier'],
    async run(t) {
      await searched(t.as('acute'), 'Patient?birthdate=1940-02-29&_count=1')
      for (const query of [
        'birthdate=23%20May%202009',
        'birthdate=2009-13-45',
        '_count=abc',
        '_count=-1',
        'gender:nonsense=x',
        '_id=a%20b',
        '_sort=nonsense',
      ])
        refusal(await t.as('acute').get(`Patient?${query}`), 400, query)
    },
  },
  {
    id: 'HF-SEA-016',
    level: 'MUST',
    title: 'finds names by their beginning, whatever their case and accents',
    statement: fhir('search#string', 'case and accent-insensitive … a field equals or starts with the supplied parameter value'),
    assertions: ['SPT-04'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?family'] },
    kills: ['search-string-case'],
    async run(t) {
      const person = { ...t.person(), family: `Éowyn${t.random.text(8)}` }
      const reference = await created(t.as('acute'), patientOf(person))
      const tail = person.family.slice(5)
      const by = (value: string) =>
        found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}&family=${encodeURIComponent(value)}`)
      for (const value of [person.family, `eowyn${tail.slice(0, 4).toLowerCase()}`, `ÉOWYN${tail}`])
        same(await by(value), [reference], `family=${value}`)
      for (const value of [tail, `${person.family}x`]) same(await by(value), [], `family=${value}`)
    },
  },
  {
    id: 'HF-SEA-017',
    level: 'MUST',
    title: 'finds what is missing and what is not',
    statement: fhir('search#modifiers', ':missing=true … return all resources that do not have a value for this parameter'),
    assertions: ['SPT-02', 'SPT-16'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?gender'] },
    kills: ['search-missing', 'search-not'],
    async run(t) {
      const person = t.person()
      const { gender: _, ...without } = patientOf(person)
      const reference = await created(t.as('acute'), { ...without, resourceType: 'Patient' })
      const by = (value: string) => found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}&${value}`)
      same(await by('gender:missing=true'), [reference], 'gender:missing=true')
      same(await by('gender:missing=false'), [], 'gender:missing=false')
      same(await by('gender:not=male'), [reference], 'gender:not=male, where there is none')
      same(await by('gender=male'), [], 'gender=male')
    },
  },
  {
    id: 'HF-SEA-018',
    level: 'GATE',
    title: 'finds at once what it has just acknowledged, by its new content and not by the old',
    statement: homeFirst('operate', 'A message is answered only after one commit holds all that follows from it'),
    assertions: ['SEA-21', 'SEA-23'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.update', 'Patient?gender'] },
    kills: ['search-stale-index'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const by = (gender: string) => found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}&gender=${gender}`)
      same(await by('female'), [reference], 'before the change')
      const answer = await t.as('acute').put(reference, { ...patientOf(person), id: reference.split('/')[1], gender: 'other' })
      status(answer, 200, 'the change')
      same([await by('female'), await by('other')], [[], [reference]], 'after the change')
    },
  },
])
