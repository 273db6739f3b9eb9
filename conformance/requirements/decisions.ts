// Decisions: each is its owner's to state, and is seen by those whose business it is.

import { codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import { names, refusal, same } from '../expect.ts'
import { textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, hidden, readOf } from '../scenes/fhir.ts'
import { assigned, journeyNeeds, organizationOf, referred, type Journey } from '../scenes/journey.ts'
import type { Resource } from '../scenes/resources.ts'
import { homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'

const needs = {
  systems: ['acute', 'hub', 'community', 'council'],
  capability: [
    ...journeyNeeds.capability,
    'Observation.create',
    'Observation.read',
    'Observation.search-type',
    'Observation?code',
  ],
} as const

const coded = (system: string, code: string) => ({ coding: [{ system: codeSystem(system), code }] })

function decision(
  t: Trial,
  { patient, referral }: Journey,
  by: 'hub' | 'council' | 'community' | 'acute',
  code: string,
): Resource {
  const reason = { url: structureDefinition('decision-reason'), valueCodeableConcept: { text: 'because' } }
  const values: Readonly<Record<string, object>> = {
    pathway: { extension: [reason], valueCodeableConcept: coded('pathway', '1') },
    eligibility: {
      valueCodeableConcept: coded('eligibility', 'not-assessed'),
      component: [{ code: coded('decision', 'funding'), valueCodeableConcept: coded('funding', 'undecided') }],
    },
    'provider-acceptance': { valueCodeableConcept: coded('provider-acceptance', 'can-take') },
  }
  return {
    resourceType: 'Observation',
    status: 'final',
    code: coded('decision', code),
    subject: { reference: patient },
    basedOn: [{ reference: referral }],
    effectiveDateTime: new Date().toISOString(),
    performer: [{ reference: organizationOf(t, by) }],
    ...values[code],
  }
}

async function shared(t: Trial): Promise<Journey> {
  const journey = await referred(t)
  await assigned(t, journey, 'community')
  await assigned(t, journey, 'council')
  return journey
}

export const decisions = area('decisions', [
  {
    id: 'HF-DEC-001',
    level: 'GATE',
    title: 'takes each decision from its owner, as a resource that claims the profile of that decision',
    statement: homeFirst('access', 'Each decision is its owner’s to state'),
    needs,
    kills: ['decision-profile'],
    async run(t) {
      const journey = await shared(t)
      for (const [by, code, profile] of [
        ['hub', 'pathway', 'HomeFirstPathwayDecision'],
        ['community', 'provider-acceptance', 'HomeFirstProviderAcceptance'],
        ['council', 'eligibility', 'HomeFirstEligibilityAndFunding'],
      ] as const) {
        const made = await readOf(t.as(by), await created(t.as(by), decision(t, journey, by, code)))
        same(textsAt(made, 'meta.profile'), [structureDefinition(profile)], `the profile of ${code}`)
      }
    },
  },
  {
    id: 'HF-DEC-002',
    level: 'GATE',
    title: 'refuses a decision from whoever it is not for, and keeps nothing of it',
    statement: homeFirst('access', 'Each decision is its owner’s to state'),
    needs,
    tags: ['access'],
    kills: ['decision-anybody'],
    async run(t) {
      const journey = await shared(t)
      for (const [by, code] of [
        ['council', 'pathway'],
        ['acute', 'pathway'],
        ['hub', 'eligibility'],
        ['hub', 'provider-acceptance'],
      ] as const) {
        const answer = await t.as(by).post('Observation', decision(t, journey, by, code))
        refusal(answer, 403, `${code} by ${by}`)
        names(answer, /^Observation\.code$/, `${code} by ${by}`)
        const kept = await found(t.as('hub'), `Observation?subject=${journey.patient}&code=${codeSystem('decision')}|${code}`)
        same(kept, [], `${code} by ${by}, stored`)
      }
      await created(t.as('hub'), decision(t, journey, 'hub', 'pathway'))
    },
  },
  {
    id: 'HF-DEC-003',
    level: 'GATE',
    title: 'shows the pathway to the ward, and eligibility and funding to hub and council only',
    statement: homeFirst('access', 'the ward reads the pathway and not who pays'),
    needs,
    tags: ['access'],
    kills: ['decision-kind'],
    async run(t) {
      const journey = await shared(t)
      const pathway = await created(t.as('hub'), decision(t, journey, 'hub', 'pathway'))
      const eligibility = await created(t.as('council'), decision(t, journey, 'council', 'eligibility'))
      await readOf(t.as('acute'), pathway)
      await readOf(t.as('hub'), eligibility)
      await hidden(t.as('acute'), eligibility, 'eligibility, read by the ward')
      const seen = await found(t.as('acute'), `Observation?subject=${journey.patient}`)
      same(seen.includes(eligibility), false, 'eligibility in the ward’s search')
    },
  },
])
