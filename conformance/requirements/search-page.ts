// What a search answers: pages, totals and order.

import { observed, withObservations, link, total } from '../scenes/pages.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { holds, refusal, same } from '../expect.ts'
import { at, isRecord, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { admitted } from '../scenes/journey.ts'
import { created, found, matchesIn, searched } from '../scenes/fhir.ts'
import { localSystem, observationOf, patientOf } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.search-type', 'Patient?identifier'] } as const

/** Follows next to the end; a server that turns in circles is stopped. */
async function pages(t: Trial, query: string): Promise<readonly Answer[]> {
  const answers = [await searched(t.as('acute'), query)]
  for (let next = link(answers[0]!, 'next'); next !== '' && answers.length < 50; next = link(answers.at(-1)!, 'next'))
    answers.push(await searched(t.as('acute'), next))
  return answers
}

export const searchPages = area('search', [
  {
    id: 'HF-SEA-008',
    level: 'MUST',
    title: 'pages to the end, with every match once and one total',
    statement: fhir('http#paging', 'the server SHOULD return … links for paging: next, previous, first, last'),
    assertions: ['PAG-01', 'PAG-04', 'PAG-05', 'PAG-10'],
    needs: observed,
    kills: ['search-page-drops', 'search-page-size', 'search-total'],
    async run(t) {
      const { patient, all } = await withObservations(t, 7)
      const answers = await pages(t, `Observation?subject=${patient}&_count=2`)
      same(answers.flatMap(matchesIn).toSorted(), all.toSorted(), 'the matches of all pages')
      for (const answer of answers) {
        holds(matchesIn(answer).length <= 2, 'a page', 'two matches at most', matchesIn(answer).length)
        same(total(answer), 7, 'total')
      }
    },
  },
  {
    id: 'HF-SEA-009',
    level: 'GATE',
    title: 'drops and repeats nothing when somebody writes between two pages',
    statement: fhir('http#paging', 'a client … continues to retrieve results consistently'),
    assertions: ['PAG-09'],
    needs: observed,
    kills: ['search-page-drops'],
    async run(t) {
      const { patient, all } = await withObservations(t, 5)
      const query = `Observation?subject=${patient}&_count=2&_sort=-_lastUpdated`
      const first = await searched(t.as('acute'), query)
      await created(t.as('acute'), observationOf(patient, undefined, 'between'))
      const matches = [...matchesIn(first)]
      for (let next = link(first, 'next'); next !== '' && matches.length < 50;) {
        const answer = await searched(t.as('acute'), next)
        matches.push(...matchesIn(answer))
        next = link(answer, 'next')
      }
      same(new Set(matches).size, matches.length, 'different matches')
      same(
        all.filter((one) => !matches.includes(one)),
        [],
        'matches from before that are missing',
      )
    },
  },
  {
    id: 'HF-SEA-010',
    level: 'MUST',
    title: 'counts without matches where only the count is asked for',
    statement: fhir('search#count', '_count=0 … the same as _summary=count'),
    assertions: ['PAG-02', 'PAG-16'],
    needs: observed,
    kills: ['search-count-only'],
    async run(t) {
      const { patient } = await withObservations(t, 3)
      for (const how of ['_summary=count', '_count=0']) {
        const answer = await searched(t.as('acute'), `Observation?subject=${patient}&${how}`)
        same([total(answer), matchesIn(answer).length, link(answer, 'next')], [3, 0, ''], `${how}: total, matches and next`)
      }
    },
  },
  {
    id: 'HF-SEA-011',
    level: 'SHOULD',
    title: 'sorts by the last change, both ways',
    statement: fhir('search#sort', '_sort=-_lastUpdated … descending order'),
    needs: observed,
    kills: ['search-sort'],
    async run(t) {
      const { patient, all } = await withObservations(t, 3)
      same(await found(t.as('acute'), `Observation?subject=${patient}&_sort=_lastUpdated`), all, '_sort=_lastUpdated')
      same(
        await found(t.as('acute'), `Observation?subject=${patient}&_sort=-_lastUpdated`),
        all.toReversed(),
        '_sort=-_lastUpdated',
      )
    },
  },
  {
    id: 'HF-SEA-013',
    level: 'MUST',
    title: 'answers nothing found with a total of 0 and no entry',
    statement: fhir('search#return', 'if there are no matches the server returns an empty Bundle; an array SHALL NOT be empty'),
    assertions: ['SEA-06'],
    needs,
    kills: ['search-empty-entry'],
    async run(t) {
      const person = t.person()
      await created(t.as('acute'), patientOf(person))
      same(total(await searched(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}`)), 1, 'total of one')
      const answer = await searched(t.as('acute'), `Patient?identifier=${localSystem}|${t.id()}`)
      same(total(answer), 0, 'total of none')
      holds(isRecord(answer.json) && !('entry' in answer.json), 'entry', 'not there', answer.json)
    },
  },
  {
    id: 'HF-SEA-015',
    level: 'GATE',
    title: 'gives page links that name nobody and serve nobody else',
    statement: fhir('http#paging', 'the links … are opaque to the client'),
    assertions: ['PAG-06', 'PAG-07', 'PAG-08'],
    needs: { ...observed, systems: ['acute', 'hub'] },
    tags: ['access', 'privacy'],
    kills: ['page-unbound'],
    async run(t) {
      const { person, patient, all } = await withObservations(t, 3)
      const answer = await searched(
        t.as('acute'),
        `Observation?subject:Patient.identifier=${nhsNumber}|${person.nhsNumber}&_count=1`,
      )
      const next = link(answer, 'next')
      holds(next !== '', 'the next link', 'a link', answer.json)
      holds(!next.includes(person.nhsNumber), 'the next link', 'no NHS number', next)
      holds(
        all.includes(matchesIn(await searched(t.as('acute'), next))[0] ?? ''),
        'the next page',
        `something about ${patient}`,
        'something else',
      )
      refusal(await t.as('hub').get(next), [400, 403, 404, 410], 'another client’s use of it')
      const middle = Math.floor((next.length + next.lastIndexOf('=')) / 2)
      const other = next.slice(0, middle) + (next[middle] === 'A' ? 'B' : 'A') + next.slice(middle + 1)
      refusal(await t.as('acute').get(other), [400, 404, 410], 'an altered link')
    },
  },
  {
    id: 'HF-SEA-019',
    level: 'MUST',
    title: 'tells by _lastUpdated what changed since a reader last looked',
    statement: fhir('search#lastUpdated', '_lastUpdated selects resources based on the last time they were changed'),
    assertions: ['SPT-17'],
    needs: observed,
    kills: ['search-last-updated'],
    async run(t) {
      const { patient, all } = await withObservations(t, 3)
      const [entry] = at((await searched(t.as('acute'), `Observation?_id=${all[1]?.split('/')[1]}`)).json, 'entry.resource')
      const seen = encodeURIComponent(textAt(entry, 'meta.lastUpdated'))
      same(await found(t.as('acute'), `Observation?subject=${patient}&_lastUpdated=gt${seen}`), all.slice(2), 'after the second')
      same(
        (await found(t.as('acute'), `Observation?subject=${patient}&_lastUpdated=le${seen}`)).toSorted(),
        all.slice(0, 2).toSorted(),
        'up to the second',
      )
    },
  },
  {
    id: 'HF-SEA-020',
    level: 'GATE',
    title: 'counts and chains over nothing that the client may not see',
    statement: homeFirst('access', 'totals, chains and pages count only what is visible'),
    needs: {
      systems: ['acute', 'otherCouncil'],
      capability: ['Patient.create', 'Encounter.create', 'Encounter.search-type', 'Patient.search-type'],
    },
    tags: ['access'],
    kills: ['join-total', 'access-everyone', 'join-search'],
    async run(t) {
      const { person } = await admitted(t)
      const queries = [
        `Patient?identifier=${localSystem}|${person.local}`,
        `Patient?identifier=${localSystem}|${person.local}&_summary=count`,
        `Encounter?subject:Patient.identifier=${localSystem}|${person.local}`,
      ]
      for (const query of queries) {
        same(total(await searched(t.as('acute'), query)), 1, `the trust’s own: ${query.split('=')[0]}`)
        const other = await searched(t.as('otherCouncil'), query)
        same([total(other), matchesIn(other)], [0, []], `a stranger’s: ${query.split('=')[0]}`)
      }
      const own = [t.person(), t.person()]
      for (const one of own) await created(t.as('otherCouncil'), patientOf(one))
      const among = [person, ...own].map(({ local }) => `${localSystem}|${local}`).join()
      same(
        total(await searched(t.as('otherCouncil'), `Patient?identifier=${among}&_count=1`)),
        2,
        'the total of a page of its own',
      )
    },
  },
])
