// The access table: who may bring whom into a journey, and what a party in each role sees there (HOUSE law 7).

import { Refusal } from '../refusal.ts'
import type { Access, Instant } from '../store/store.ts'
import type { Kind, Role } from '../types.ts'
import type { Client, OrganizationKind, Registry } from './registry.ts'
import { parseScopes, permits, type Letter, type Scopes } from './scopes.ts'

/** Who asks: a client of an organisation, with what its token allows. */
export interface Caller {
  readonly client: string
  readonly organization: string
  readonly kind: OrganizationKind
  readonly scopes: Scopes
  /** The token's `jti`, for the audit; '' where no token was needed (MLLP). */
  readonly tokenId: string
}

/** All that is said in a journey. `notice` is addressed to one organisation, `restricted` its source's own, `identity` the gateway's. */
const wholeJourney = [
  'demographics',
  'referral',
  'task',
  'spell',
  'readiness',
  'decision',
  'contact',
  'plan',
  'document',
  'directory',
] as const satisfies readonly Kind[]

/**
 * What a party in each role sees of its journey. What an organisation wrote, what is addressed to it (its Tasks, its notices, a
 * document sent to it) and the directory it sees anyway; so a kind is missing here where only the addressed ones are its own.
 */
export const sees: Readonly<Record<Role, readonly Kind[]>> = {
  // The trust answers for the person until they have left, and reads what became of its referral; who pays is not its business.
  acute: wholeJourney,
  // The hub decides the pathway and assigns the work: it needs what the ward, the community and the council know.
  hub: [...wholeJourney, 'entitlement'],
  // Community health takes over care from the ward, so it reads the stay, the forms and who else was asked.
  community: [...wholeJourney, 'entitlement'],
  // The council decides Care Act eligibility from the described need, the readiness and the plan, and commissions care.
  council: [...wholeJourney, 'entitlement'],
  // A provider delivers what the plan says to the person it names; the stay, the forms and others' work are not its business.
  provider: ['demographics', 'contact', 'plan', 'directory'],
  // The GP carries on afterwards: letters, the plan and the contacts, not who was asked to do what on the way.
  gp: ['demographics', 'contact', 'plan', 'document', 'directory'],
  // The ICB decides on continuing care and pathway 2 beds: what was asked, when the person is ready, the plan. What it needs of
  // forms is addressed to it; the stay and the contacts are clinical detail that a funding decision does without.
  icb: ['demographics', 'referral', 'readiness', 'decision', 'entitlement', 'plan', 'directory'],
  // A voluntary organisation settles the person at home: who they are, what is planned, who comes when.
  voluntary: ['demographics', 'contact', 'plan', 'directory'],
  // A trusted assessor assesses for the provider that is to take the person: the same as the provider.
  assessor: ['demographics', 'contact', 'plan', 'directory'],
}

/** Who may bring whom into a journey it is party to; an agreement between the two organisations is needed besides. */
export const mayAssign: Readonly<Record<Role, readonly Role[]>> = {
  // A trust refers to its hub; whom the hub brings in is the hub's decision.
  acute: ['hub'],
  hub: ['community', 'council', 'provider', 'icb', 'voluntary', 'assessor', 'gp'],
  // Community teams arrange care that they hand over to.
  community: ['provider', 'voluntary'],
  // Councils commission care and have it assessed.
  council: ['provider', 'voluntary', 'assessor'],
  // Whoever was brought in to do something brings in nobody.
  provider: [],
  gp: [],
  icb: [],
  voluntary: [],
  assessor: [],
}

/** What the store needs to know of a caller: whose it is and, by role in each journey, what is visible at `at`. */
export function accessOf(caller: Caller, at: Instant): Access {
  return { as: 'organization', organization: caller.organization, sees, at }
}

/** A caller whose connection is its credential (MLLP): with all that its client is registered for. */
export function callerOf(registry: Registry, client: Client): Caller | undefined {
  const organization = registry.organization(client.organization)
  const registered = parseScopes(client.scopes)
  if (!organization || !registered.ok) return undefined
  return {
    client: client.client_id,
    organization: organization.id,
    kind: organization.kind,
    scopes: registered.scopes,
    tokenId: '',
  }
}

/** Throws where the caller's scopes do not cover this: 403, and which scope would. */
export function requireScope(caller: Caller, type: string, letter: Letter): void {
  if (permits(caller.scopes, type, letter)) return
  throw new Refusal(
    'forbidden',
    { id: 'insufficient-scope', text: `the access token's scope does not include system/${type}.${letter}` },
    { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="system/${type}.${letter}"` },
  )
}
