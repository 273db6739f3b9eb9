// What a search does with what it does not know: it says so, and never answers another question than the one that was asked.

import { holds, names, refusal, same, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, matchesIn, searched } from '../scenes/fhir.ts'
import { link, observed, withObservations } from '../scenes/pages.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { entriesIn, idOf, severitiesIn } from '../scenes/search.ts'
import { fhir, smart } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.search-type', 'Patient?identifier'] } as const
const lenient = { prefer: 'handling=lenient' }

export const searchStrictly = area('search', [
  {
    id: 'HF-SEA-037',
    level: 'SHOULD',
    title: 'refuses a parameter that it does not know where the client asks it to be strict',
    statement: fhir(
      'search#errors',
      'handling=strict: Client requests that the server return an error for any unknown … parameter',
    ),
    assertions: ['SEA-08'],
    needs,
    kills: ['search-lenient'],
    async run(t) {
      const person = t.person()
      await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}`
      same((await found(t.as('acute'), query)).length, 1, 'without it')
      const answer = await t.as('acute').get(`${query}&conformance-nonsense=1`, { prefer: 'handling=strict' })
      refusal(answer, 400, 'with it')
      names(answer, /conformance-nonsense/, 'with it')
    },
  },
  {
    id: 'HF-SEA-038',
    level: 'MUST',
    title: 'says of a search that it could make no error, and marks as outcome what it says',
    statement: fhir('http#search', 'OperationOutcome … SHALL be about the search … with search.mode = outcome … not errors'),
    assertions: ['SEA-19'],
    needs,
    kills: ['search-outcome-error', 'search-outcome-match'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}&conformance-nonsense=1`
      const answer = await t.as('acute').get(query, lenient)
      // One that refuses has nothing to say beside what it found.
      if (answer.status === 400) return refusal(answer, 400, 'an unknown parameter')
      status(answer, 200, 'an unknown parameter')
      same(entriesIn(answer, 'match'), [reference], 'the matches')
      const outcomes = entriesIn(answer, 'outcome')
      same(
        [...new Set(outcomes.map((one) => one.split('/')[0]))].slice(0, 1),
        outcomes.length > 0 ? ['OperationOutcome'] : [],
        'mode outcome',
      )
      const bad = severitiesIn(answer).filter((severity) => severity === 'error' || severity === 'fatal')
      same(bad, [], 'errors in a search that was made')
    },
  },
  {
    id: 'HF-SEA-039',
    level: 'MUST',
    title: 'refuses a search that it cannot make, such as one by a modifier that there is not',
    statement: fhir(
      'search#modifiers',
      'Server SHALL reject any search request that contains a … modifier that the server does not support',
    ),
    assertions: ['SEA-05', 'SEA-10'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?gender', 'Patient?birthdate', 'Patient?family'] },
    kills: ['search-bad-modifier'],
    async run(t) {
      await searched(t.as('acute'), `Patient?gender:not=male&identifier=${localSystem}|${t.id()}`)
      for (const query of ['gender:nonsense=male', 'birthdate:contains=1940', 'family:of-type=x', 'gender:not:not=male'])
        refusal(await t.as('acute').get(`Patient?${query}`), [400, 501], query)
    },
  },
  {
    id: 'HF-SEA-036',
    level: 'MUST',
    title: 'tells names of parameters by their case',
    statement: fhir('search#parameters', 'Parameter names are case sensitive'),
    assertions: ['SEA-17'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?gender'] },
    kills: ['search-any-case'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}`
      same(await found(t.as('acute'), `${query}&gender=male`), [], 'gender=male, of a woman')
      const answer = await t.as('acute').get(`${query}&Gender=male`)
      if (answer.status === 400) refusal(answer, 400, 'Gender=male')
      else same(matchesIn(answer), [reference], 'Gender=male, which is no parameter')
    },
  },
  {
    id: 'HF-SEA-040',
    level: 'SHOULD',
    title: 'answers a code or a subject that it has never heard of with nothing found',
    statement: fhir(
      'search#errors',
      'Where the content … is semantically incorrect … e.g. an unknown code … return an empty result',
    ),
    assertions: ['SEA-12'],
    needs: { ...observed, capability: [...observed.capability, 'Observation?code', 'Observation?status'] },
    kills: ['search-unknown-subject'],
    async run(t) {
      const { patient, all } = await withObservations(t, 1)
      same(await found(t.as('acute'), `Observation?subject=${patient}`), all, 'a subject that is known')
      for (const query of [
        'subject=Patient/none-1',
        `code=https://conformance.example/codes|${t.id()}`,
        `subject=${patient}&status=conformance-nonsense`,
      ])
        same(await found(t.as('acute'), `Observation?${query}`), [], query.split('=')[0] ?? '')
    },
  },
  {
    id: 'HF-SEA-041',
    level: 'SHOULD',
    title: 'says that a search is not allowed, and not that it finds nothing',
    statement: smart('scopes-and-launch-context', 'system/Patient.r … does not permit search'),
    assertions: ['SEA-22'],
    needs,
    kills: ['scope-r-is-s'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}`
      same(await found(t.as('acute', 'system/Patient.rs'), query), [reference], 'with a scope to search')
      refusal(await t.as('acute', 'system/Patient.r').get(query), 403, 'with a scope to read alone')
    },
  },
  {
    id: 'HF-SEA-042',
    level: 'MUST',
    title: 'searches several types at once by what they all have, and by nothing else',
    statement: fhir('search#type', '_type … only parameters that are common to all the types can be used'),
    assertions: ['SEA-25'],
    needs: { ...observed, capability: [...observed.capability, 'search-system', 'Patient.search-type', 'Patient?gender'] },
    kills: ['search-types-first', 'search-types-all'],
    async run(t) {
      const { patient, all } = await withObservations(t, 1)
      await withObservations(t, 1)
      const ids = [patient, ...all].map(idOf).join()
      const both = await found(t.as('acute'), `?_type=Patient,Observation&_id=${ids}`)
      same(both.toSorted(), [patient, ...all].toSorted(), 'of two types')
      same(await found(t.as('acute'), `?_type=Observation&_id=${ids}`), all, 'of one of them')
      const query = `?_type=Patient,Observation&_id=${ids}&gender=female`
      const answer = await t.as('acute').get(query)
      if (answer.status === 400) return refusal(answer, 400, 'by gender, which one of them has not')
      status(answer, 200, 'by gender, which one of them has not')
      const self = link(answer, 'self')
      holds(!self.includes('gender'), 'the self link', 'without gender', self)
      same(textAt(answer.json, 'type'), 'searchset', 'Bundle.type')
    },
  },
])
