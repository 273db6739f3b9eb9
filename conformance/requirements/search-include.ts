// What comes along with the matches of a search: whatever is asked for, once, and nothing that the caller could not read itself.

import { refusal, same, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, matchesIn, searched } from '../scenes/fhir.ts'
import { allParts, assigned, organizationOf, referred } from '../scenes/journey.ts'
import { link, observed, total, withObservations } from '../scenes/pages.ts'
import { allIn, entriesIn, idOf, observationWith, observedAs } from '../scenes/search.ts'
import { fhir, smart } from '../sources.ts'

const includes = (...names: readonly string[]) => ({
  ...observed,
  capability: [...observed.capability, ...names.map((name) => `Observation+Observation:${name}`)],
})

export const searchIncludes = area('search', [
  {
    id: 'HF-INC-001',
    level: 'MUST',
    title: 'brings along what a match refers to, marked as such, and passes over what it does not have',
    statement: fhir('search#include', '_include … the resources … with search.mode = include'),
    assertions: ['PAG-19'],
    needs: includes('subject'),
    kills: ['include-undone', 'include-as-match'],
    async run(t) {
      const { patient, all } = await withObservations(t, 2)
      const query = `Observation?subject=${patient}&_include=Observation:subject`
      const answer = await searched(t.as('acute'), query)
      same(entriesIn(answer, 'match').toSorted(), all.toSorted(), 'the matches')
      same(entriesIn(answer, 'include'), [patient], 'what comes along, once')
      const elsewhere = await created(t.as('acute'), observationWith('https://elsewhere.example/fhir/Patient/1', {}))
      const alone = await searched(t.as('acute'), `Observation?_id=${idOf(elsewhere)}&_include=Observation:subject`)
      same(allIn(alone), [elsewhere], 'one about somebody of another server')
    },
  },
  {
    id: 'HF-INC-002',
    level: 'MUST',
    title: 'brings along the type alone that is named',
    statement: fhir('search#include', '_include=[source]:[parameter]:[targetType]'),
    assertions: ['PAG-20'],
    needs: includes('subject', 'performer'),
    kills: ['include-any-type'],
    async run(t) {
      const performer = [{ reference: organizationOf(t, 'acute') }]
      const { patient, all } = await observedAs(t, { performer })
      const along = async (include: string) =>
        entriesIn(await searched(t.as('acute'), `Observation?_id=${idOf(all[0] ?? '')}&_include=${include}`), 'include')
      same(await along('Observation:subject:Patient'), [patient], 'subject, of type Patient')
      same(await along('Observation:performer:Organization'), [organizationOf(t, 'acute')], 'performer, of type Organization')
      same(await along('Observation:performer:Patient'), [], 'performer, of type Patient')
    },
  },
  {
    id: 'HF-INC-003',
    level: 'MUST',
    title: 'goes on from what came along where it is asked to, round a circle once, and shows a match as a match alone',
    statement: fhir('search#include', ':iterate … the inclusion rules … applied to included resources · each resource once'),
    assertions: ['PAG-21', 'SEA-20'],
    needs: { ...includes('has-member'), capability: [...includes('has-member').capability, 'Observation.update'] },
    kills: ['include-iterates', 'include-iterate-ignored', 'include-match-again'],
    async run(t) {
      const member = (reference: string | undefined) => ({ hasMember: [{ reference }] })
      const { patient, all } = await observedAs(t, {})
      const last = all[0] ?? ''
      const middle = await created(t.as('acute'), observationWith(patient, member(last)))
      const first = await created(t.as('acute'), observationWith(patient, member(middle)))
      const search = async (include: string, query = `_id=${idOf(first)}`) =>
        searched(t.as('acute'), `Observation?${query}&${include}=Observation:has-member`)
      same(allIn(await search('_include')), [first, middle], 'one step')
      same(allIn(await search('_include:iterate')).toSorted(), [first, middle, last].toSorted(), 'every step')
      await changed(t.as('acute'), last, (resource) => ({ ...resource, ...member(first) }))
      const circle = await search('_include:iterate')
      same(allIn(circle).toSorted(), [first, middle, last].toSorted(), 'round a circle')
      same(entriesIn(circle, 'match'), [first], 'the match of the circle')
      const both = await search('_include', `_id=${idOf(first)},${idOf(middle)}`)
      same(entriesIn(both, 'match').toSorted(), [first, middle].toSorted(), 'matches that refer to one another')
      same(entriesIn(both, 'include'), [last], 'what comes along with them')
    },
  },
  {
    id: 'HF-INC-004',
    level: 'MUST',
    title: 'brings along what refers to a match',
    statement: fhir('search#revinclude', '_revinclude … resources that refer to the matches'),
    assertions: ['PAG-22'],
    needs: { ...observed, capability: [...observed.capability, 'Patient.search-type', 'Patient+Observation:subject'] },
    kills: ['revinclude-undone'],
    async run(t) {
      const { patient, all } = await withObservations(t, 2)
      await withObservations(t, 1)
      const answer = await searched(t.as('acute'), `Patient?_id=${idOf(patient)}&_revinclude=Observation:subject`)
      same(entriesIn(answer, 'match'), [patient], 'the match')
      same(entriesIn(answer, 'include').toSorted(), all.toSorted(), 'what refers to it')
    },
  },
  {
    id: 'HF-INC-005',
    level: 'MUST',
    title: 'counts as matches, and to a page, what matches and not what comes along',
    statement: fhir('search#count', '_count … total … only match resources … not included resources or OperationOutcome'),
    assertions: ['PAG-03'],
    needs: includes('subject'),
    kills: ['include-counted', 'search-total'],
    async run(t) {
      const { patient } = await withObservations(t, 3)
      const answer = await searched(t.as('acute'), `Observation?subject=${patient}&_count=2&_include=Observation:subject`)
      same([matchesIn(answer).length, entriesIn(answer, 'include'), total(answer)], [2, [patient], 3], 'a page of two')
      const rest = await searched(t.as('acute'), link(answer, 'next'))
      same([matchesIn(rest).length, entriesIn(rest, 'include'), total(rest)], [1, [patient], 3], 'the page after it')
    },
  },
  {
    id: 'HF-INC-006',
    level: 'SHOULD',
    title: 'refuses an include that names nothing',
    statement: fhir('search#include', '_include=[source]:[parameter]'),
    assertions: ['PAG-23'],
    needs: includes('subject'),
    kills: ['include-malformed'],
    async run(t) {
      const { patient } = await withObservations(t, 1)
      const query = `Observation?subject=${patient}`
      status(await t.as('acute').get(`${query}&_include=Observation:subject`), 200, 'a good one')
      for (const include of ['Observation', 'Observation:nonsense', 'Observation:subject:Patient:x', ':', 'Nonsense:subject'])
        refusal(
          await t.as('acute').get(`${query}&_include=${include}`, { prefer: 'handling=strict' }),
          400,
          `_include=${include}`,
        )
    },
  },
  {
    id: 'HF-INC-007',
    level: 'MUST',
    title: 'brings along nothing that the token or the access rule would not let the client read',
    statement: smart(
      'scopes-and-launch-context',
      'included resources are subject to the scopes … and to the policy of the server',
    ),
    assertions: ['PAG-24'],
    needs: {
      ...allParts,
      capability: [...allParts.capability, 'Observation.create', 'Task+Task:focus', 'Observation+Observation:subject'],
    },
    tags: ['access'],
    kills: ['join-include', 'scope-include'],
    async run(t) {
      const { patient, all } = await withObservations(t, 1)
      const query = `Observation?_id=${idOf(all[0] ?? '')}&_include=Observation:subject`
      same(entriesIn(await searched(t.as('acute'), query), 'include'), [patient], 'with the scope for it')
      const narrow = await t.as('acute', 'system/Observation.rs').get(query)
      if (narrow.status === 403) refusal(narrow, 403, 'without the scope for it')
      else same([textAt(narrow.json, 'type'), entriesIn(narrow, 'include')], ['searchset', []], 'without the scope for it')
      const journey = await referred(t)
      await assigned(t, journey, 'council')
      const task = await assigned(t, journey, 'provider', 'council')
      const focus = `Task?_id=${idOf(task)}&_include=Task:focus&_include=Task:patient`
      same(allIn(await searched(t.as('council'), focus)).length, 3, 'for the council, which sees all three')
      const seen = allIn(await searched(t.as('provider'), focus))
      same(seen.toSorted(), [task, journey.patient].toSorted(), 'for the provider, which does not see the referral')
    },
  },
])
