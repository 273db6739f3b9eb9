// Granular scopes in every way of looking: what `?param=value` leaves out is found, counted, included, chained to and paged to in none.

import { holds, same, status } from '../expect.ts'
import { area } from '../requirement.ts'
import { found, searched } from '../scenes/fhir.ts'
import { finals, narrowed, needing, needs, scene, statement } from '../scenes/narrow.ts'
import { link, total } from '../scenes/pages.ts'
import { allIn, entriesIn, idOf } from '../scenes/search.ts'

/** Several scopes need not be enforced where one is. */
const several = `${finals} system/Observation.rs?status=amended`
export const scopesGranularSearch = area('scopes', [
  {
    id: 'HF-SCP-023',
    level: 'MUST',
    title: 'finds and counts by a narrow scope what it reaches and nothing else',
    statement,
    assertions: ['SCP-09'],
    needs: needing('Observation?_id'),
    kills: ['narrow-search', 'narrow-total'],
    async run(t) {
      const { patient, kept, left, narrow } = await scene(t)
      const queries = [
        `subject=${patient}`,
        `subject=${patient}&status=final,preliminary`,
        `_id=${idOf(kept)},${idOf(left)}`,
        `subject=${patient}&_sort=_lastUpdated`,
      ]
      const tokens = [narrow, await narrowed(t, several)]
      for (const [query, session] of queries.flatMap((one) => tokens.map((token) => [one, token] as const))) {
        const answer = await searched(session, `Observation?${query}`)
        same(allIn(answer), [kept], `a search by ${query.split('=')[0]}`)
        holds(total(answer) === undefined || total(answer) === 1, 'its total', '1', total(answer))
        const counted = total(await searched(session, `Observation?${query}&_summary=count`))
        holds(counted === undefined || counted === 1, 'its count', '1', counted)
      }
      same(allIn(await searched(narrow, `Observation?_id=${idOf(left)}`)), [], 'a search for what is left out')
      const both = await found(t.as('acute'), `Observation?subject=${patient}`)
      same(
        both.toSorted((a, b) => a.localeCompare(b)),
        [kept, left].toSorted((a, b) => a.localeCompare(b)),
        'with a wide scope',
      )
    },
  },
  {
    id: 'HF-SCP-024',
    level: 'MUST',
    title: 'includes, forwards and backwards, nothing that a narrow scope leaves out',
    statement,
    assertions: ['SCP-09', 'SCP-07'],
    needs: needing(
      'Patient.search-type',
      'Patient?_id',
      'Observation?_id',
      'Observation+Observation:has-member',
      'Patient+Observation:subject',
    ),
    kills: ['narrow-include', 'narrow-search'],
    async run(t) {
      const { patient, kept, left, narrow } = await scene(t, `${several} system/Patient.rs`)
      const [include, reverse] = [
        `Observation?_id=${idOf(kept)}&_include=Observation:has-member`,
        `Patient?_id=${idOf(patient)}&_revinclude=Observation:subject`,
      ]
      same(entriesIn(await searched(t.as('acute'), include), 'include'), [left], 'an include with a wide scope')
      same(entriesIn(await searched(narrow, include), 'include'), [], 'an include')
      same(entriesIn(await searched(narrow, reverse), 'include'), [kept], 'a reverse include')
    },
  },
  {
    id: 'HF-SCP-025',
    level: 'MUST',
    title: 'follows no chain and no _has to what a narrow scope leaves out',
    statement,
    assertions: ['SCP-09', 'SCP-08'],
    needs: needing('Patient.search-type', 'Patient?_id', 'Observation?_id', 'Observation?has-member'),
    kills: ['narrow-chain'],
    async run(t) {
      const { patient, kept, left, narrow } = await scene(t, `${finals} system/Patient.rs`)
      const chain = (value: string) => `Observation?_id=${idOf(kept)}&has-member:Observation.status=${value}`
      const has = (value: string) => `Patient?_id=${idOf(patient)}&_has:Observation:subject:status=${value}`
      same(await found(t.as('acute'), chain('preliminary')), [kept], 'a chain with a wide scope')
      same(await found(narrow, chain('preliminary')), [], 'a chain')
      same(await found(t.as('acute'), has('preliminary')), [patient], '_has with a wide scope')
      same(await found(narrow, has('preliminary')), [], '_has')
      same(await found(narrow, has('final')), [patient], '_has of what it reaches')
      same(await found(narrow, `Patient?_has:Observation:subject:_id=${idOf(left)}`), [], '_has by the id alone')
    },
  },
  {
    id: 'HF-SCP-026',
    level: 'MUST',
    title: 'gives with everything of a person nothing that a narrow scope leaves out, and does not count it',
    statement,
    assertions: ['SCP-09', 'SCP-07'],
    needs: needing('Patient$everything'),
    kills: ['narrow-search'],
    async run(t) {
      const { patient, kept, left, narrow } = await scene(t, `${finals} system/Patient.rs`)
      const path = `${patient}/$everything?_type=Observation`
      holds(allIn(await searched(t.as('acute'), path)).includes(left), 'everything with a wide scope', left, 'without it')
      const answer = await searched(narrow, path)
      same(
        allIn(answer).filter((one) => one.startsWith('Observation/')),
        [kept],
        'everything',
      )
      holds(total(answer) === undefined || total(answer) === 1, 'its total', '1', total(answer))
    },
  },
  {
    id: 'HF-SCP-028',
    level: 'MUST',
    title: 'tells a narrow token nothing by a page link that was made for a wide one',
    statement,
    assertions: ['SCP-09'],
    needs,
    kills: ['narrow-page'],
    async run(t) {
      const { patient, kept, left, narrow } = await scene(t)
      const query = `Observation?subject=${patient}&_count=1&_total=accurate`
      const wide = await searched(t.as('acute'), query)
      const next = link(wide, 'next')
      holds(next !== '', 'two Observations, one to a page', 'a link to the next', wide.json)
      status(await t.as('acute').get(next), 200, 'the next page with the wide token')
      const answer = await narrow.get(next)
      const isSilent = answer.status >= 400 || (total(answer) !== 2 && !allIn(answer).includes(left))
      holds(isSilent, 'the next page with the narrow token', 'no total and no match of the wide one', answer.json)
      same(allIn(await searched(narrow, query)), [kept], 'its own page')
    },
  },
])
