// The life of a journey: a referral opens it, an assignment brings someone in, a withdrawal lets them go.

import { codeSystem, identifierSystem } from '../../profiles/canonical.ts'
import { mayAssign } from '../auth/access.ts'
import type { Organization, Registry } from '../auth/registry.ts'
import { at, concept, referencesAt, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isRole, type Role } from '../types.ts'
import { isOwn } from './anchors.ts'
import { checkNotKeptOut } from './kept-from.ts'
import { keepNewJourney } from './kept-journey.ts'
import { tell } from './notices.ts'
import type { Planning } from './planning.ts'
import { isOpenTask } from './status.ts'
import { tasksOf } from './tasks.ts'

/**
 * An active referral of an acute trust to the hub with which it has an agreement opens a journey: the EpisodeOfCare that the
 * journey is, the hub's Task, and the two parties. The spell and all that hangs on it become visible to the parties by role.
 */
export async function openJourney(planning: Planning, referral: FhirResource, registry: Registry): Promise<void> {
  const from = planning.caller.organization
  const { trust, hub } = sidesOf(referral, from, registry)
  await checkOwn(planning, referral)
  const reference = referenceTo(referral)
  const journey = planning.newId()
  const [subject] = referencesAt(referral, 'subject')
  const [spell] = referencesAt(referral, 'encounter')
  const episode: FhirResource = {
    resourceType: 'EpisodeOfCare',
    id: journey,
    identifier: [{ system: identifierSystem('journey'), value: journey }],
    status: 'active',
    patient: { reference: subject },
    managingOrganization: referenceOf(hub),
    referralRequest: [{ reference }],
    period: { start: textAt(referral, 'authoredOn') ?? planning.at },
  }
  const task: FhirResource = {
    resourceType: 'Task',
    id: planning.newId(),
    basedOn: [{ reference }],
    status: 'requested',
    intent: 'order',
    code: concept(codeSystem('task-code'), 'home-first-referral'),
    focus: { reference },
    for: { reference: subject },
    ...(spell && { encounter: { reference: spell } }),
    authoredOn: planning.at,
    lastModified: planning.at,
    requester: referenceOf(trust),
    owner: referenceOf(hub),
  }
  await planning.put(episode, { author: 'gateway' })
  await planning.put(task, { addressed: [hub.id] })
  planning.grant({
    journey,
    organization: from,
    role: 'acute',
    source: spell ?? reference,
    since: planning.at,
  })
  planning.grant({ journey, organization: hub.id, role: 'hub', source: reference, since: planning.at })
  for (const resource of [`EpisodeOfCare/${journey}`, referenceTo(task)]) planning.join({ journey, resource })
  planning.join({ journey, resource: reference, following: hangsOnReferral })
  if (subject) planning.join({ journey, resource: subject, following: hangsOnPerson })
  if (spell) planning.join({ journey, resource: spell, following: hangsOnSpell })
  await enclose(planning, referral, [journey])
  await keepNewJourney(planning, journey, referral, hub.id)
  planning.tell({
    id: planning.newId(),
    organization: hub.id,
    resource: referenceTo(task),
    event: 'referral-received',
  })
}

/** What of a spell a referral shows: another referral of the same spell is another journey's. */
const hangsOnSpell = [
  ...['Observation', 'DocumentReference', 'Binary', 'Bundle', 'Composition', 'QuestionnaireResponse', 'Provenance'],
  ...[
    'Condition',
    'Procedure',
    'AllergyIntolerance',
    'MedicationStatement',
    'MedicationRequest',
    'Flag',
    'CareTeam',
    'DeviceRequest',
  ],
] as const
/** What was hung on it while it was a draft. */
const hangsOnReferral = [
  'QuestionnaireResponse',
  'MedicationStatement',
  'MedicationRequest',
  'Procedure',
  'DeviceRequest',
  'Provenance',
] as const
/** What holds of the person wherever they are; a diagnosis or a medicine of another time is not this referral's to show. */
const hangsOnPerson = ['RelatedPerson', 'AllergyIntolerance', 'Flag', 'Consent', 'Device', 'Provenance'] as const

/** What the trust encloses with a referral, of its own, is shown with it: why, with what, and where from. */
const enclosures = ['reasonReference', 'supportingInfo', 'locationReference'] as const

async function enclose(planning: Planning, referral: FhirResource, journeys: readonly string[]): Promise<void> {
  for (const reference of new Set(enclosures.flatMap((path) => referencesAt(referral, path)))) {
    if (reference.startsWith('ServiceRequest/') || !(await isOwn(planning, reference))) continue
    for (const journey of journeys) planning.join({ journey, resource: reference })
  }
}

/** What is enclosed later is shown too, while the referral stands. */
export async function encloseMore(planning: Planning, referral: FhirResource): Promise<void> {
  if (referral['status'] === 'active') await enclose(planning, referral, await openedBy(planning, referenceTo(referral)))
}

/** A referral shows the person and the spell to others, so both are the trust's own to show. */
async function checkOwn(planning: Planning, referral: FhirResource): Promise<void> {
  if (referencesAt(referral, 'subject').length === 0) {
    throw refused('subject-unknown', 'a referral names a Patient that the trust has sent', 'ServiceRequest.subject')
  }
  for (const name of ['subject', 'encounter']) {
    for (const reference of referencesAt(referral, name)) {
      const stored = await planning.load(reference)
      // Nobody deletes the person or the stay while they are being referred.
      if (stored && !planning.isWritten(reference)) planning.require(reference, stored.version)
      if (stored?.origin !== planning.caller.organization) {
        throw refused(
          'not-your-own',
          'a referral is about a person and a spell of the trust that makes it',
          `ServiceRequest.${name}`,
        )
      }
    }
  }
}

/** With the code by which outsiders know the organisation, so that they can search by it. */
function referenceOf({ id, identifiers }: Organization): Record<string, unknown> {
  const [identifier] = identifiers
  return {
    reference: `Organization/${id}`,
    ...(identifier && { identifier: { system: identifier.system, value: identifier.value } }),
  }
}

/** The hub that the referral names and the trust has an agreement with; anything else would open records to a stranger. */
function sidesOf(
  referral: FhirResource,
  from: string,
  registry: Registry,
): { readonly trust: Organization; readonly hub: Organization } {
  const trust = registry.organization(from)
  if (trust?.kind !== 'acute') {
    throw refused('referrer-not-acute', 'only an acute trust may open a Home First referral', 'ServiceRequest.requester')
  }
  const performers = at(referral, 'performer').map((performer) => textAt(performer, 'reference') ?? '')
  // A person or a team named beside the hub is told to it, and addressed by nothing here.
  const addressed = performers.filter((reference) => /(?:^|\/)Organization\//.test(reference))
  const [performer = ''] = addressed
  const hub = registry.organization(performer.replace('Organization/', ''))
  if (addressed.length !== 1 || !hub) {
    throw refused(
      'performer-unknown',
      'a referral names as performer the one hub that it is addressed to',
      'ServiceRequest.performer',
    )
  }
  if (hub.kind !== 'hub' || !registry.agreementExists(from, hub.id)) {
    const place = `ServiceRequest.performer[${performers.indexOf(performer)}]`
    throw refused('not-agreed', 'the referring trust has no agreement with this performer', place)
  }
  return { trust, hub }
}

/** A Task that is requested assigns work: its owner becomes a party to the journey of the referral, if role and agreement allow it. */
export async function assign(planning: Planning, task: FhirResource, registry: Registry): Promise<void> {
  const from = planning.caller.organization
  const organization = ownerOf(task, registry)
  const journeys = await journeysOfTask(planning, task)
  const { kind } = organization
  if (!isRole(kind) || !registry.agreementExists(from, organization.id)) {
    throw refused('not-agreed', 'no agreement allows work to be assigned to this owner', 'Task.owner')
  }
  for (const journey of journeys) {
    await checkNotKeptOut(planning, organization.id, journey)
    const mine = await rolesIn(planning, journey, from)
    if (!mine.some((role) => mayAssign[role].includes(kind))) {
      throw refused(
        'may-not-assign',
        'the role of the assigning organisation may not bring this owner into the journey',
        'Task.owner',
      )
    }
    planning.grant({
      journey,
      organization: organization.id,
      role: kind,
      source: referenceTo(task),
      since: planning.at,
    })
  }
  planning.tell({
    id: planning.newId(),
    organization: organization.id,
    resource: referenceTo(task),
    event: 'task-assigned',
  })
  const written = planning.resource(referenceTo(task))
  if (written) await planning.put(written, { addressed: [organization.id] })
}

export function ownerOf(task: FhirResource, registry: Registry): Organization {
  const [owner] = referencesAt(task, 'owner')
  const organization = owner ? registry.organization(owner.replace('Organization/', '')) : undefined
  if (!organization) throw refused('owner-unknown', 'a task names as owner an organisation that the gateway knows', 'Task.owner')
  return organization
}

async function journeysOfTask(planning: Planning, task: FhirResource): Promise<readonly string[]> {
  const bases = [...referencesAt(task, 'focus'), ...referencesAt(task, 'basedOn')]
  const referrals = bases.filter((reference) => reference.startsWith('ServiceRequest/'))
  const journeys = (await Promise.all(referrals.map((reference) => openedBy(planning, reference)))).flat()
  if (journeys.length === 0) {
    throw refused('task-without-referral', 'a task names, as focus or basis, the referral it belongs to', 'Task.focus')
  }
  for (const reference of referrals) {
    const referral = await planning.load(reference)
    if (referral) planning.require(reference, referral.version)
    if (referral && textAt(referral.resource, 'status') !== 'active') {
      throw refused('referral-not-active', 'work can be assigned only while the referral is active', 'Task.focus')
    }
  }
  return [...new Set(journeys)]
}

/** The referral's own journey: it stands in another's too when one spell is referred twice. */
async function openedBy(planning: Planning, referral: string): Promise<readonly string[]> {
  const own: string[] = []
  for (const journey of await planning.store.journeysOf(referral)) {
    const episode = await planning.load(`EpisodeOfCare/${journey}`)
    if (episode && referencesAt(episode.resource, 'referralRequest').includes(referral)) own.push(journey)
  }
  return own
}

/** The roles in which an organisation is a party to a journey now. */
export async function rolesIn({ store }: Planning, journey: string, organization: string): Promise<readonly Role[]> {
  const rows = await store.parties(journey)
  return rows.filter((row) => row.organization === organization && row.until === undefined).map(({ role }) => role)
}

/**
 * Withdrawal: the referral's open tasks are cancelled with it and what made their owners parties ends, row by row; whoever is a
 * party for another reason stays one. Each of them is told, and still sees the task that was addressed to it.
 */
export async function withdraw(
  planning: Planning,
  referral: FhirResource,
  status: 'cancelled' | 'entered-in-error',
): Promise<void> {
  const reference = referenceTo(referral)
  for (const journey of await openedBy(planning, reference)) {
    for (const { resource } of await tasksOf(planning, journey)) {
      if (isOpenTask(resource['status'])) await cancel(planning, resource, journey)
    }
    const parties = (await planning.store.parties(journey)).filter(({ until }) => until === undefined)
    for (const party of new Set(parties.map(({ organization }) => organization))) {
      if (party !== planning.caller.organization) await tell(planning, 'referral-withdrawn', party, { about: referral, journey })
    }
    planning.end({ source: reference, journey, until: planning.at })
    const episode = await planning.load(`EpisodeOfCare/${journey}`)
    if (episode) await planning.put({ ...episode.resource, status }, { author: 'gateway' })
  }
}

async function cancel(planning: Planning, task: FhirResource, journey: string): Promise<void> {
  await planning.put({
    ...task,
    status: 'cancelled',
    statusReason: concept(codeSystem('task-status-reason'), 'referral-withdrawn', 'The referral was withdrawn'),
    lastModified: planning.at,
  })
  planning.end({ source: referenceTo(task), journey, until: planning.at })
}

const refused = (id: string, text: string, expression: string): Refusal =>
  new Refusal('unprocessable', { id, text, expression, code: 'business-rule' } satisfies Fault)
