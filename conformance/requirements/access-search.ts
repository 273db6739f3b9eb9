// The access rule in every way of looking: chains, reverse chains, order, journeys and histories lead to nothing that is hidden.

import { holds, same, status } from '../expect.ts'
import { at, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, hidden, matchesIn, searched } from '../scenes/fhir.ts'
import { allParts, assigned, referred, type Journey } from '../scenes/journey.ts'
import { link, total } from '../scenes/pages.ts'
import { carePlanOf, observationOf, patientOf } from '../scenes/resources.ts'
import { allIn, idOf } from '../scenes/search.ts'
import { homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'

const statement = homeFirst('access', 'Hidden and absent read alike … totals, chains and pages count only what is visible')

/** A journey with the council, which sees all of it, and a provider, which sees the person, the plan and its own task. */
async function provided(t: Trial): Promise<{ journey: Journey; councils: string; providers: string }> {
  const journey = await referred(t)
  const councils = await assigned(t, journey, 'council')
  return { journey, councils, providers: await assigned(t, journey, 'provider', 'council') }
}

export const accessSearch = area('access', [
  {
    id: 'HF-ACC-019',
    level: 'GATE',
    title: 'follows no reference of a search to what is hidden',
    statement,
    needs: { ...allParts, capability: [...allParts.capability, 'ServiceRequest?status'] },
    tags: ['access'],
    kills: ['join-chains', 'join-chain-tested', 'join-leads', 'join-chain-leading'],
    async run(t) {
      const { journey, councils, providers } = await provided(t)
      const chain = 'focus:ServiceRequest.status=active'
      same(await found(t.as('council'), `Task?_id=${idOf(councils)}&${chain}`), [councils], 'the council’s own, by its referral')
      same(await found(t.as('provider'), `Task?_id=${idOf(providers)}`), [providers], 'the provider’s own, by its id')
      same(
        await found(t.as('provider'), `Task?_id=${idOf(providers)}&${chain}`),
        [],
        'the provider’s own, by a referral that is hidden',
      )
      const all = await found(t.as('provider'), `Task?focus:ServiceRequest._id=${idOf(journey.referral)}`)
      same(all, [], 'all of the provider’s, by the hidden referral alone')
      const council = await found(t.as('council'), `Task?focus:ServiceRequest._id=${idOf(journey.referral)}`)
      holds(council.includes(councils), 'the council’s, by the referral alone', councils, council)
    },
  },
  {
    id: 'HF-ACC-020',
    level: 'GATE',
    title: 'finds nothing by what refers to it and is hidden',
    statement,
    needs: {
      ...allParts,
      capability: [...allParts.capability, 'Observation.create', 'Patient.search-type', 'Observation?status'],
    },
    tags: ['access'],
    kills: ['join-chains', 'join-has-tested', 'join-has-leading', 'join-leads'],
    async run(t) {
      const { journey } = await provided(t)
      const observation = await created(t.as('acute'), observationOf(journey.patient, journey.spell, 'readiness'))
      await hidden(t.as('provider'), observation, 'the Observation, for the provider')
      const queries = [
        `Patient?_id=${idOf(journey.patient)}&_has:Observation:subject:status=final`,
        `Patient?_has:Observation:subject:_id=${idOf(observation)}`,
      ]
      for (const query of queries) {
        same(await found(t.as('council'), query), [journey.patient], `the council: ${query.split('=')[0]}`)
        same(await found(t.as('provider'), query), [], `the provider: ${query.split('=')[0]}`)
      }
      same(await found(t.as('provider'), `Patient?_id=${idOf(journey.patient)}`), [journey.patient], 'the provider, by id')
    },
  },
  {
    id: 'HF-ACC-021',
    level: 'GATE',
    title: 'lists nothing that is hidden, whatever the order and however far one goes',
    statement,
    needs: {
      systems: ['acute', 'otherCouncil'],
      capability: ['Patient.create', 'Patient.search-type', 'Patient?birthdate'],
    },
    tags: ['access'],
    kills: ['join-search', 'join-page', 'join-last-page'],
    async run(t) {
      const { birthDate: _, ...without } = patientOf(t.person())
      const secret = [
        await created(t.as('acute'), patientOf(t.person())),
        await created(t.as('acute'), { ...without, resourceType: 'Patient' }),
      ]
      const own = [await created(t.as('otherCouncil'), patientOf(t.person()))]
      for (const sort of ['birthdate', '-birthdate', '_lastUpdated', '-_lastUpdated']) {
        const seen = await everything(t, `Patient?_sort=${sort}&_count=100`)
        same(
          own.filter((one) => !seen.includes(one)),
          [],
          `_sort=${sort}: its own that is missing`,
        )
        same(
          secret.filter((one) => seen.includes(one)),
          [],
          `_sort=${sort}: what is hidden and shown`,
        )
      }
    },
  },
  {
    id: 'HF-ACC-022',
    level: 'GATE',
    title: 'finds nothing by a journey that is hidden',
    statement,
    needs: {
      ...allParts,
      capability: [...allParts.capability, 'CarePlan.create', 'CarePlan?journey', 'EpisodeOfCare?incoming-referral'],
    },
    tags: ['access'],
    kills: ['join-journey'],
    async run(t) {
      const { journey } = await provided(t)
      const plan = await created(t.as('council'), carePlanOf(journey.patient, journey.referral, 'Care at home'))
      const [episode = ''] = await found(t.as('council'), `EpisodeOfCare?incoming-referral=${journey.referral}`)
      await hidden(t.as('provider'), episode, 'the journey itself, for the provider')
      same(await found(t.as('council'), `CarePlan?journey=${episode}`), [plan], 'the council, by the journey')
      same(await found(t.as('provider'), `CarePlan?_id=${idOf(plan)}`), [plan], 'the provider, by id')
      same(await found(t.as('provider'), `CarePlan?journey=${episode}`), [], 'the provider, by the journey')
    },
  },
  {
    id: 'HF-ACC-023',
    level: 'GATE',
    title: 'tells in no history of what is hidden, nor counts it',
    statement,
    needs: { systems: ['acute', 'otherCouncil'], capability: ['Patient.create', 'Patient.history-type'] },
    tags: ['access'],
    kills: ['join-history', 'join-history-page', 'join-history-total'],
    async run(t) {
      const secret = await created(t.as('acute'), patientOf(t.person()))
      await hidden(t.as('otherCouncil'), `${secret}/_history`, 'its own history')
      const own = [
        await created(t.as('otherCouncil'), patientOf(t.person())),
        await created(t.as('otherCouncil'), patientOf(t.person())),
      ]
      const counted = await t.as('otherCouncil').get('Patient/_history?_count=1&_total=accurate')
      const first = counted.status === 400 ? await t.as('otherCouncil').get('Patient/_history?_count=1') : counted
      status(first, 200, 'the history of the type')
      const told: string[] = []
      let answer = first
      for (let pages = 0; pages < 200; pages++) {
        told.push(...allIn(answer))
        const next = link(answer, 'next')
        if (next === '') break
        answer = await t.as('otherCouncil').get(next)
        status(answer, 200, 'its next page')
      }
      same(
        own.filter((one) => !told.includes(one)),
        [],
        'its own that is missing',
      )
      holds(!told.includes(secret), 'the history of the type', 'nothing that is hidden', secret)
      if (total(first) !== undefined) same(total(first), told.length, 'total')
      const every = await t.as('acute').get('Patient/_history?_count=200')
      holds(
        at(every.json, 'entry.resource.id').includes(idOf(secret)),
        'the trust’s own history of the type',
        secret,
        textAt(every.json, 'type'),
      )
    },
  },
  {
    id: 'HF-ACC-024',
    level: 'GATE',
    title: 'reads to nobody what is hidden, by whatever address',
    statement,
    needs: { systems: ['acute', 'otherCouncil'], capability: ['Patient.create', 'Patient.read'] },
    tags: ['access'],
    kills: ['join-read'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const [other, none] = [reference, `Patient/${t.uuid()}`]
      for (const path of ['', '/_history/1', '?_elements=name', '?_summary=true']) {
        status(await t.as('acute').get(other + path), 200, `its own: ${path}`)
        const answers = [await t.as('otherCouncil').get(other + path), await t.as('otherCouncil').get(none + path)]
        same(
          answers.map((answer) => answer.status),
          [404, 404],
          `a stranger’s: ${path}`,
        )
        same(answers[0]?.text, answers[1]?.text, `a stranger’s: the words for ${path}`)
      }
    },
  },
])

async function everything(t: Trial, query: string): Promise<readonly string[]> {
  const matches: string[] = []
  let answer = await searched(t.as('otherCouncil'), query)
  for (let pages = 0; pages < 50; pages++) {
    matches.push(...matchesIn(answer))
    const next = link(answer, 'next')
    if (next === '') break
    answer = await searched(t.as('otherCouncil'), next)
  }
  return matches
}
