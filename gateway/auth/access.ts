// The access table: who may bring whom into a journey, and what a party in each role sees there (HOUSE law 7).

import { createHash } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import type { Access, Audit, Instant, Narrowed } from '../store/store.ts'
import type { Kind, Role } from '../types.ts'
import { breakingGlass, isDirectCare, type Claimed } from './purpose.ts'
import type { Client, OrganizationKind, Registry } from './registry.ts'
import { formatScopes, granularTypes, narrowingsOf, parseScopes, permits, type Letter, type Scopes } from './scopes.ts'

/** Who asks: a client of an organisation, with what its token allows. */
export interface Caller {
  readonly client: string
  readonly organization: string
  readonly kind: OrganizationKind
  readonly scopes: Scopes
  /** Its organisation reviews what was entered in error. */
  readonly reviews?: true
  /** The token's `jti`, for the audit; '' where no token was needed (MLLP). */
  readonly tokenId: string
  /** What it asks for, as its request states it (purpose.ts); direct care where nothing is stated. */
  readonly purpose?: string
  /** `system|value` of the professional on whose behalf it asks. */
  readonly practitioner?: string
  /** What of these the token states by itself. */
  readonly claimed?: Claimed
  /** Where they were stated (purpose.ts). */
  readonly stated?: string
}

/**
 * All that is said in a journey. `notice` is addressed to one organisation, `restricted` its source's own, `identity` the gateway's;
 * `retracted` and `audit` are nobody's by role.
 */
const wholeJourney = [
  'demographics',
  'referral',
  'task',
  'spell',
  'readiness',
  'decision',
  'contact',
  'plan',
  'clinical',
  'medicines',
  'safety',
  'safeguarding',
  'consent',
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
  // The Care Act asks whether needs arise from an impairment or illness (SI 2015/313, reg. 2(1)(a)): the council reads diagnoses.
  council: [...wholeJourney, 'entitlement'],
  // A provider delivers what the plan says to the person it names; the stay, the forms and others' work are not its business. It
  // gives medicines, and its people come alone: allergies and alerts too. A safeguarding concern may be about it.
  provider: ['demographics', 'contact', 'plan', 'medicines', 'safety', 'consent', 'directory'],
  // The GP carries on afterwards: letters, the plan, the treatment and the contacts, not who was asked to do what on the way.
  gp: ['demographics', 'contact', 'plan', 'clinical', 'medicines', 'safety', 'consent', 'document', 'directory'],
  // The ICB decides on continuing care and pathway 2 beds: what was asked, when the person is ready, the plan. What it needs of
  // forms is addressed to it; the stay and the contacts are clinical detail that a funding decision does without.
  icb: ['demographics', 'referral', 'readiness', 'decision', 'entitlement', 'plan', 'consent', 'directory'],
  // A voluntary organisation settles the person at home: who they are, what is planned, who comes when, and what its volunteer,
  // who comes alone and makes tea, must beware of.
  voluntary: ['demographics', 'contact', 'plan', 'safety', 'consent', 'directory'],
  // A trusted assessor assesses for the provider that is to take the person: the same as the provider.
  assessor: ['demographics', 'contact', 'plan', 'medicines', 'safety', 'consent', 'directory'],
}

/** Whether everybody who sees the one kind by role sees the other too: what is read under it is then shown to nobody further. */
export function showsNoMore(kind: Kind, than: Kind): boolean {
  if (than === 'directory' || kind === than) return true
  return kind !== 'directory' && Object.values(sees).every((seen) => !seen.includes(kind) || seen.includes(than))
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

/**
 * What the store needs to know of a caller: whose it is and, by role in each journey, what is visible at `at`. What a professional
 * opened by breaking glass counts only where the same professional is named and says that this is what they do.
 */
export function accessOf(caller: Caller, at: Instant): Access {
  const { organization } = caller
  const narrowed = narrowedBy(caller.scopes)
  if (!isDirectCare(caller.purpose ?? 'direct-care'))
    return { as: 'organization', organization: '', sees: nothing, at, ...(narrowed && { narrowed }) }
  const glass = glassIn(caller)
  return {
    ...{ as: 'organization', organization, sees, at },
    ...(caller.reviews && { reviews: true }),
    ...(glass !== undefined && { glass }),
    ...(narrowed && { narrowed }),
  }
}

/**
 * As what a plan looks at what it is to change: what breaking glass opened, and what a reviewer sees of what others entered in error, is
 * for reading alone, so to a write it is not there.
 */
export function accessToWrite(caller: Caller, at: Instant): Access {
  const { purpose, reviews: _, ...rest } = caller
  return accessOf(purpose === undefined || purpose === breakingGlass ? rest : { ...rest, purpose }, at)
}

/** What the caller's professional opened counts where they are named and say that this is what they do. */
function glassIn({ organization, practitioner, purpose }: Caller): string | undefined {
  return purpose === breakingGlass && practitioner !== undefined ? glassOf(organization, practitioner) : undefined
}

type Narrowing = NonNullable<Extract<Access, { as: 'organization' }>['narrowed']>

/** A token's scopes are worked out once and used by many requests. */
const narrowingKnown = new WeakMap<Scopes, { readonly narrowed: Narrowing | undefined }>()

function narrowedBy(scopes: Scopes): Narrowing | undefined {
  const known = narrowingKnown.get(scopes)
  if (known) return known.narrowed
  const types = granularTypes(scopes)
  const narrowed = types.length > 0 ? { read: byType(types, scopes, 'r'), search: byType(types, scopes, 's') } : undefined
  narrowingKnown.set(scopes, { narrowed })
  return narrowed
}

/**
 * Where no scope gives the letter itself, what is looked at on the way of another interaction is narrowed as the other way of reading
 * is, or else as the writing is for which it is looked at.
 */
function byType(types: readonly string[], scopes: Scopes, letter: 'r' | 's'): Narrowed {
  const turns = [[letter], ['r', 's'], ['c', 'u', 'd']] as const satisfies readonly (readonly Letter[])[]
  const rows = types.flatMap((type) => {
    const turn = turns.find((some) => some.some((one) => permits(scopes, type, one)))
    const narrowings = narrowingsOf(scopes, type, turn ?? [letter])
    return narrowings ? [[type, narrowings] as const] : []
  })
  return Object.fromEntries(rows)
}

/** Other uses see what tells of nobody: the directory, which is open. */
const nothing: Readonly<Record<Role, readonly Kind[]>> = {
  ...{ acute: [], hub: [], community: [], council: [], provider: [], gp: [], icb: [], voluntary: [], assessor: [] },
}

/** What a professional's breaking of glass is known by, among what makes parties; their identifier stands in the audit. */
export function glassOf(organization: string, practitioner: string): string {
  return `break-glass/${createHash('sha256').update(`${organization} ${practitioner}`).digest('base64url').slice(0, 32)}`
}

/** Who asked, what for and on whose behalf: what every row of the audit says. */
export function auditedAs({
  client,
  organization,
  purpose = 'direct-care',
  practitioner,
  stated,
}: Caller): Pick<Audit, 'client' | 'organization' | 'purpose' | 'practitioner' | 'stated'> {
  return {
    ...{ client, organization, purpose },
    ...(practitioner !== undefined && { practitioner }),
    ...(stated !== undefined && { stated }),
  }
}

/** A caller whose connection is its credential (MLLP): with all that its client is registered for. */
export function callerOf(registry: Registry, client: Client): Caller | undefined {
  const organization = registry.organization(client.organization)
  const registered = parseScopes(client.scopes)
  // Such a connection brings records of care; who is registered for other uses brings and reads none.
  if (!organization || !registered.ok || client.purpose === 'secondary-use') return undefined
  return {
    client: client.client_id,
    organization: organization.id,
    kind: organization.kind,
    scopes: registered.scopes,
    ...(organization.reviews && { reviews: true }),
    tokenId: '',
  }
}

/**
 * Whose a page link is: of a client with these scopes, in whatever order, and with what else makes its sight wider: a reviewer's, or
 * that of a professional who broke glass. One that was made with a wider sight holds a total that a narrower one must not learn.
 */
export function pageOwner(caller: Caller): string {
  const { client, scopes, reviews } = caller
  const known = ownerKnown.get(scopes) ?? formatScopes(scopes).split(' ').toSorted().join(' ')
  ownerKnown.set(scopes, known)
  return [client, known, reviews && 'reviews', glassIn(caller)].filter((part) => part !== undefined).join('\n')
}

const ownerKnown = new WeakMap<Scopes, string>()

/** Throws where the caller's scopes do not cover this: 403, and which scope would. */
export function requireScope(caller: Caller, type: string, letter: Letter): void {
  if (permits(caller.scopes, type, letter)) return
  throw new Refusal(
    'forbidden',
    { id: 'insufficient-scope', text: `the access token's scope does not include system/${type}.${letter}` },
    { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="system/${type}.${letter}"` },
  )
}
