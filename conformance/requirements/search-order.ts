// What a search answers, beyond its matches: order, totals, parts of resources, and how many at a time.

import { holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { found, matchesIn, searched } from '../scenes/fhir.ts'
import { link, observed, total, withObservations } from '../scenes/pages.ts'
import { observedAs } from '../scenes/search.ts'
import { fhir, homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

/** All matches, page by page; a server that turns in circles is stopped. */
async function allPages(t: Trial, query: string): Promise<readonly string[]> {
  let answer = await searched(t.as('acute'), query)
  const matches = [...matchesIn(answer)]
  for (let next = link(answer, 'next'); next !== '' && matches.length < 50; next = link(answer, 'next')) {
    answer = await searched(t.as('acute'), next)
    matches.push(...matchesIn(answer))
  }
  return matches
}

const resourceIn = ({ json }: Answer) => at(json, 'entry.resource')[0]
const isSubsetted = (resource: unknown) => textsAt(resource, 'meta.tag.code').includes('SUBSETTED')

export const searchOrder = area('search', [
  {
    id: 'HF-SEA-043',
    level: 'MAY',
    title: 'counts as exactly as it is asked to',
    statement: fhir('search#total', '_total: none | estimate | accurate'),
    assertions: ['PAG-11'],
    needs: observed,
    kills: ['search-total-none'],
    async run(t) {
      const { patient } = await withObservations(t, 2)
      const of = async (how: string) =>
        total(await searched(t.as('acute'), `Observation?subject=${patient}&_count=1&_total=${how}`))
      same(await of('accurate'), 2, '_total=accurate')
      same((await of('none')) ?? 'no total', 'no total', '_total=none')
      refusal(await t.as('acute').get(`Observation?subject=${patient}&_total=perhaps`), 400, '_total=perhaps')
    },
  },
  {
    id: 'HF-SEA-044',
    level: 'MUST',
    title: 'sorts by one thing and then by another, over pages too, and leaves out nothing that lacks them',
    statement: fhir('search#sort', '_sort … a comma-separated list of sort rules in priority order … - … descending'),
    assertions: ['PAG-12'],
    needs: { ...observed, capability: [...observed.capability, 'Observation?date', 'Observation?status'] },
    kills: ['search-sort-first', 'search-sort-missing'],
    async run(t) {
      const { patient, all } = await observedAs(
        t,
        { status: 'preliminary', effectiveDateTime: '2026-02-01' },
        { status: 'final', effectiveDateTime: '2026-01-01' },
        { status: 'final' },
        { status: 'final', effectiveDateTime: '2026-03-01' },
        { status: 'preliminary', effectiveDateTime: '2026-04-01' },
        { status: 'final', effectiveDateTime: '2026-01-01' },
      )
      const query = `Observation?subject=${patient}&_sort=status,-date`
      if ((await t.as('acute').get(query)).status === 400)
        throw new Omitted('the target refuses to sort by status and date, as it may')
      const order = await allPages(t, `${query}&_count=2`)
      same(order.toSorted(), all.toSorted(), 'all of them, once')
      same(await allPages(t, `${query}&_count=4`), order, 'the order, whatever the pages')
      const dated = order.filter((reference) => reference !== all[2])
      const ties = [all[1], all[5]].toSorted((a, b) => dated.indexOf(a ?? '') - dated.indexOf(b ?? ''))
      same(dated, [all[3], ...ties, all[4], all[0]], '_sort=status,-date')
    },
  },
  {
    id: 'HF-SEA-045',
    level: 'SHOULD',
    title: 'sorts by nothing that it does not know without saying so',
    statement: fhir('search#errors', 'handling=lenient … the self link … which parameters were actually used'),
    assertions: ['PAG-13'],
    needs: observed,
    kills: ['search-lenient', 'search-strict-always'],
    async run(t) {
      const { patient, all } = await withObservations(t, 1)
      const query = `Observation?subject=${patient}&_sort=conformance-nonsense`
      refusal(await t.as('acute').get(query, { prefer: 'handling=strict' }), 400, 'strictly')
      const answer = await searched(t.as('acute'), query, { prefer: 'handling=lenient' })
      same(matchesIn(answer), all, 'the matches, leniently')
      holds(!link(answer, 'self').includes('nonsense'), 'the self link', 'without it', link(answer, 'self'))
    },
  },
  {
    id: 'HF-SEA-046',
    level: 'SHOULD',
    title: 'gives of each match the part that is asked for, and says that it is one',
    statement: fhir('search#summary', '_summary … The tag SUBSETTED'),
    assertions: ['PAG-14', 'PAG-15', 'PAG-18'],
    needs: observed,
    kills: ['search-whole', 'read-summary', 'read-untagged', 'read-elements-all'],
    async run(t) {
      const div = '<div xmlns="http://www.w3.org/1999/xhtml">In words</div>'
      const part = { text: { status: 'generated', div }, note: [{ text: 'long' }], valueString: 'v' }
      const { patient } = await observedAs(t, part)
      const of = async (query: string) => resourceIn(await searched(t.as('acute'), `Observation?subject=${patient}&${query}`))
      const shown = (resource: unknown) =>
        ['text', 'note', 'valueString', 'status'].filter((name) => at(resource, name).length > 0)
      const whole = await of('_count=1')
      same([shown(whole).length, isSubsetted(whole)], [4, false], 'the whole')
      for (const [query, expected] of Object.entries({
        '_summary=true': ['valueString', 'status'],
        '_summary=text': ['text', 'status'],
        '_summary=data': ['note', 'valueString', 'status'],
        '_elements=note': ['note', 'status'],
      })) {
        const resource = await of(query)
        same([shown(resource), isSubsetted(resource)], [expected, true], query)
      }
    },
  },
  {
    id: 'HF-SEA-047',
    level: 'MUST',
    title: 'includes nothing where only the text is asked for',
    statement: fhir('search#summary', '_include and _revinclude … SHALL NOT be used with _summary=text'),
    assertions: ['PAG-17'],
    needs: { ...observed, capability: [...observed.capability, 'Observation+Observation:subject'] },
    kills: ['search-text-include'],
    async run(t) {
      const { patient, all } = await withObservations(t, 1)
      const query = `Observation?subject=${patient}&_include=Observation:subject`
      same(await found(t.as('acute'), query), all, 'the matches without _summary')
      refusal(await t.as('acute').get(`${query}&_summary=text`), [400, 422], 'both')
    },
  },
  {
    id: 'HF-SEA-048',
    level: 'GATE',
    title: 'says how many a page holds where more were asked for than it can',
    statement: homeFirst('operate', 'Everything has a limit: body, depth, entries, page, queue, retry, time, cache'),
    assertions: ['PAG-25'],
    needs: observed,
    kills: ['search-uncapped', 'search-cap-silent'],
    async run(t) {
      const { patient, all } = await withObservations(t, 2)
      const answer = await t.as('acute').get(`Observation?subject=${patient}&_count=1000000`)
      if (answer.status === 400) return refusal(answer, 400, 'a million to a page')
      status(answer, 200, 'a million to a page')
      same(matchesIn(answer).toSorted(), all.toSorted(), 'the matches')
      const count = Number(new URL(link(answer, 'self')).searchParams.get('_count'))
      holds(count > 0 && count < 1_000_000, 'the self link', 'a _count that is less', link(answer, 'self'))
      const outcome = at(answer.json, 'entry').find((entry) => textAt(entry, 'search.mode') === 'outcome')
      holds(isRecord(outcome), 'an entry of mode outcome', 'that says so', answer.json)
    },
  },
])
