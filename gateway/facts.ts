// The table of what an Observation in a journey states: what kind of data it is, and whose it is to say.
//
// Five decisions have five owners (reference/practice.md, naive 13): the ward describes, the hub decides the pathway, the council
// eligibility and funding, the integrated care board continuing healthcare, the provider whether it can take the person. Codes: the code systems
// `observation` and `decision` of profiles/fsh/lists, and `plan-statement` of profiles/fsh/plan.

import { codeSystem } from '../profiles/canonical.ts'
import type { Kind, Role } from './types.ts'

export interface FactRow {
  readonly kind: Kind
  /** The profile that such an Observation claims when it conforms (profiles/fsh/decisions). */
  readonly profile?: string
  /** Roles whose organisations may state it; nobody decides for another. */
  readonly owners: readonly Role[]
}

/** Whoever plans with the person, or helps them towards a goal. */
const helping = [
  'acute',
  'hub',
  'community',
  'council',
  'provider',
  'voluntary',
  'assessor',
  'gp',
] as const satisfies readonly Role[]
const involved = ['acute', 'hub', 'community', 'council'] as const satisfies readonly Role[]

/** By code of ours. What somebody else's code states is taken as readiness; a code of ours that is not here is nobody's to state. */
export const facts: Readonly<Record<string, FactRow>> = {
  'medically-fit': { kind: 'readiness', profile: 'HomeFirstReadiness', owners: ['acute', 'hub'] },
  'criteria-to-reside': { kind: 'readiness', profile: 'HomeFirstCriteriaToReside', owners: ['acute', 'hub'] },
  'discharge-ready-date': { kind: 'readiness', owners: ['acute', 'hub'] },
  need: { kind: 'decision', profile: 'HomeFirstDescribedNeed', owners: ['acute', 'hub', 'community'] },
  pathway: { kind: 'decision', profile: 'HomeFirstPathwayDecision', owners: ['hub'] },
  'provider-acceptance': {
    kind: 'decision',
    profile: 'HomeFirstProviderAcceptance',
    owners: ['provider', 'community', 'voluntary'],
  },
  'responsible-council': { kind: 'decision', profile: 'HomeFirstResponsibleCouncil', owners: ['council', 'hub'] },
  delay: { kind: 'decision', profile: 'HomeFirstDelay', owners: involved },
  involvement: { kind: 'decision', profile: 'HomeFirstInvolvement', owners: involved },
  // Who pays, and what somebody could decide for themselves, are fewer people's business.
  eligibility: { kind: 'entitlement', profile: 'HomeFirstEligibilityAndFunding', owners: ['council'] },
  'continuing-healthcare': { kind: 'entitlement', profile: 'HomeFirstContinuingHealthcare', owners: ['icb'] },
  // A self-funder may have no council as a party: the hub then says what the person said.
  funding: { kind: 'entitlement', profile: 'HomeFirstFundingDecision', owners: ['council', 'icb', 'hub'] },
  capacity: { kind: 'entitlement', profile: 'HomeFirstCapacity', owners: involved },
  'best-interests': { kind: 'entitlement', profile: 'HomeFirstBestInterests', owners: involved },
  // What stands beside a plan goes where the plan goes.
  strength: { kind: 'plan', profile: 'HomeFirstStrength', owners: helping },
  outcome: { kind: 'plan', profile: 'HomeFirstOutcome', owners: helping },
}

/** A part of a decision (its basis, hours a week), or what another resource says (safeguarding is a Flag): no fact by itself. */
const noFact: FactRow = { kind: 'entitlement', owners: [] }

const systems: readonly string[] = [codeSystem('observation'), codeSystem('decision'), codeSystem('plan-statement')]

/** What an Observation states, by its coding that is ours; undefined where none is. Two of ours would be two facts in one. */
export function factOf(resource: { readonly [name: string]: unknown }): FactRow | undefined {
  const stated = codingsOf(resource['code']).filter(({ system }) => systems.includes(String(system)))
  const [code, ...others] = new Set(stated.map((coding) => coding.code))
  if (stated.length === 0) return undefined
  return typeof code === 'string' && others.length === 0 && Object.hasOwn(facts, code) ? facts[code] : noFact
}

function codingsOf(concept: unknown): readonly { readonly system?: unknown; readonly code?: unknown }[] {
  if (typeof concept !== 'object' || concept === null || !('coding' in concept) || !Array.isArray(concept.coding)) return []
  return concept.coding.filter((coding: unknown): coding is object => typeof coding === 'object' && coding !== null)
}
