// What writing a resource of each type entails: who becomes or ceases to be a party, and who is told.

import { isDeepStrictEqual } from 'node:util'
import type { SourceSettings } from '../../mappings/source.ts'
import type { Registry } from '../auth/registry.ts'
import { codeSystem } from '../../profiles/canonical.ts'
import { hasCoding, referencesAt, referenceTo, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'
import { actorsOf, checkIsCaller, checkUpdate } from './actors.ts'
import { checkEntry } from './directory.ts'
import { fileDocument } from './document.ts'
import { assign, encloseMore, openJourney, ownerOf, withdraw } from './journey.ts'
import { joinPerson } from './match.ts'
import { noticesOf, tell, tellHolders } from './notices.ts'
import { checkPathway } from './pathway.ts'
import type { Planning, PutOptions, Stored } from './planning.ts'
import { identification, isIdentifyTask } from './quarantine.ts'
import { followLabels, isRestricted, kindFor, recordsOf } from './restricted.ts'
import { isRetracted, retract } from './retraction.ts'
import { joinJourneys } from './joining.ts'
import { repeatsState } from './repeated-state.ts'
import { checkTargets, followKind } from './provenance.ts'
import { checkSamePerson } from './same-person.ts'
import { checkFirstState } from './status.ts'
import { marked } from './test-people.ts'
import { isKeptFrom } from './kept-from.ts'
import { withhold } from './withholding.ts'

export interface EffectsHouse {
  readonly registry: Registry
  /** Takes up a quarantined message again, now that its person is known. Handed in, because formats are above effects. */
  readonly takeUp: (planning: Planning, message: string, patient: string) => Promise<void>
  readonly isSandbox: boolean
  readonly source: (client: string) => SourceSettings
}

/** A write with all that follows from it. Answers warnings for the sender. */
export async function writeWithEffects(
  planning: Planning,
  sent: FhirResource,
  house: EffectsHouse,
  options: PutOptions & {
    readonly before?: Stored
    readonly isFromFeed?: boolean
    readonly reported?: string
  } = {},
): Promise<readonly Fault[]> {
  const { before, isFromFeed, reported, ...put } = options
  const type = sent.resourceType
  const resource = type === 'Patient' && !house.isSandbox ? marked(sent, house.source(planning.caller.client)) : sent
  if (before) checkUpdate(planning, before, resource, isFromFeed === true)
  else checkFirstState(type, resource['status'])
  await checkSamePerson(planning, resource, before?.resource)
  await checkEntry(planning, resource, house.registry)
  await checkTargets(planning, resource, (stored) => actorsOf(planning, stored).length > 0)
  const anchors = await joinJourneys(planning, resource, before?.resource, isFromFeed === true)
  const earlier = type === 'Patient' ? await recordsOf(planning, referenceTo(resource)) : []
  const changed = await planning.put(type === 'Task' ? dated(resource, before, planning.at) : resource, {
    ...put,
    anchors,
    kind: await kindFor(planning, resource),
  })
  await withhold(planning, resource, before, house.registry)
  if (!changed) return []
  if (before) await retract(planning, before, resource)
  if (before && (await planning.load(referenceTo(resource)))?.kind !== before.kind)
    await followKind(planning, referenceTo(resource))
  await (before ? afterUpdate : afterCreate)[type]?.(planning, resource, before?.resource, house)
  const warnings =
    type === 'Patient'
      ? await identified(planning, resource, before?.resource, earlier)
      : type === 'Bundle'
        ? await fileDocument(planning, resource)
        : []
  if (!before || isFromFeed || type === 'Encounter' || type === 'Patient')
    await notify(planning, before?.resource, resource, { reported, timeZone: house.source(planning.caller.client).timeZone })
  return warnings
}

/** When a task came to be, where its maker does not say, and when it last changed, are the gateway's to know. */
function dated(task: FhirResource, before: Stored | undefined, now: string): FhirResource {
  const was: Partial<FhirResource> = before?.resource ?? {}
  const authored = { ...task, authoredOn: task['authoredOn'] ?? was['authoredOn'] ?? now }
  const isSame = before !== undefined && isDeepStrictEqual(bare(authored), bare(was))
  return { ...authored, lastModified: isSame ? was['lastModified'] : now }
}

const bare = (task: Partial<FhirResource>): object => ({ ...task, meta: undefined, lastModified: undefined })

type Effect = (planning: Planning, after: FhirResource, before: FhirResource | undefined, house: EffectsHouse) => Promise<void>

const afterCreate: Readonly<Record<string, Effect>> = {
  async ServiceRequest(planning, referral, _, { registry }) {
    checkIsCaller(planning, referral, 'requester')
    if (referral['status'] === 'active') await openJourney(planning, referral, registry)
  },
  async Task(planning, task, _, { registry }) {
    checkIsCaller(planning, task, 'requester', true)
    checkPathway(planning, task, undefined, registry)
    // A draft is between its maker and the gateway: it names its owner, who neither sees it by that nor hears of it.
    if (task['status'] === 'draft') ownerOf(task, registry)
    else await assign(planning, task, registry)
  },
}

const afterUpdate: Readonly<Record<string, Effect>> = {
  async ServiceRequest(planning, after, before, { registry }) {
    const [was, is] = [before?.['status'], after['status']]
    if (was === 'draft' && is === 'active') await openJourney(planning, after, registry)
    else await encloseMore(planning, after)
    if (was !== is && is === 'revoked') await withdraw(planning, after, 'cancelled')
    if (was !== is && is === 'entered-in-error') await withdraw(planning, after, 'entered-in-error')
  },
  async Task(planning, after, before, { registry, takeUp }) {
    checkPathway(planning, after, before, registry)
    const [was, is] = [before?.['status'], after['status']]
    if (was === is) return
    if (was === 'draft') {
      if (is === 'requested') await assign(planning, after, registry)
      return
    }
    if (['rejected', 'cancelled', 'entered-in-error'].includes(String(is))) endParties(planning, after)
    // Of a task that was entered in error they hear by the notice: there is nothing left for them to read.
    if (!isRetracted(after)) await tellOther(planning, after)
    if (is !== 'completed' || !isIdentifyTask(after)) return
    const { message, patient } = identification(after)
    await takeUp(planning, message, patient)
  },
}

/** What the task made parties of ends with it: for the hub's own task that is the referral. */
function endParties(planning: Planning, task: FhirResource): void {
  const until = planning.at
  planning.end({ source: referenceTo(task), until })
  if (!hasCoding(task, 'code', { system: codeSystem('task-code'), code: 'home-first-referral' })) return
  const owners = referencesAt(task, 'owner').map((owner) => owner.replace('Organization/', ''))
  for (const source of referencesAt(task, 'focus'))
    for (const organization of owners) planning.end({ source, organization, until })
}

/** Of requester and owner, the one that did not make the change hears of it. */
async function tellOther(planning: Planning, task: FhirResource): Promise<void> {
  const sides = [...referencesAt(task, 'requester'), ...referencesAt(task, 'owner')].map((side) =>
    side.replace('Organization/', ''),
  )
  for (const side of new Set(sides)) {
    if (side !== planning.caller.organization && !(await isKeptFromTask(planning, side, task))) {
      planning.tell({
        id: planning.newId(),
        organization: side,
        resource: referenceTo(task),
        event: 'task-changed',
      })
    }
  }
}

/** Whoever is kept out of the task, or of a journey that it is in, hears nothing of it. */
async function isKeptFromTask(planning: Planning, organization: string, task: FhirResource): Promise<boolean> {
  const journeys = await planning.store.journeysOf(referenceTo(task))
  return isKeptFrom(planning, organization, [referenceTo(task), ...journeys.map((journey) => `EpisodeOfCare/${journey}`)])
}

/** With whom a Patient is one person may change with it, and with that whether its whereabouts are hidden. */
async function identified(
  planning: Planning,
  patient: FhirResource,
  before: FhirResource | undefined,
  earlier: readonly string[],
): Promise<readonly Fault[]> {
  const warnings = await identity(planning, patient)
  const reference = referenceTo(patient)
  const isChanged = before !== undefined && isRestricted(before) !== isRestricted(patient)
  await followLabels(planning, [...earlier, ...(await recordsOf(planning, reference))], isChanged ? [reference] : [])
  return warnings
}

/** Bodies that must put a doubtful identity right hear of it; to others the answer would tell whose number is known here. */
const hearsOfDoubt: readonly string[] = ['acute', 'hub', 'community', 'council']

async function identity(planning: Planning, patient: FhirResource): Promise<readonly Fault[]> {
  const joined = await joinPerson(planning, patient)
  if (joined !== 'doubtful' || !hearsOfDoubt.includes(planning.caller.kind)) return []
  await tell(planning, 'identity-doubtful', planning.caller.organization, {
    about: patient,
    sender: planning.caller.organization,
  })
  return [
    {
      id: 'identity-doubtful',
      severity: 'warning',
      code: 'conflict',
      text: 'this NHS number is known with another date of birth; the records were not joined',
      expression: 'Patient.identifier',
      location: 'PID-3, PID-7',
    },
  ]
}

/** Stale events (a replay after downtime) correct the record and tell nobody. */
async function notify(
  planning: Planning,
  before: FhirResource | undefined,
  after: FhirResource,
  { reported, timeZone }: { readonly reported: string | undefined; readonly timeZone: string },
): Promise<void> {
  if (reported && isStale(reported, planning)) return
  const notices = noticesOf(before, after)
  if (notices.length === 0 || (await repeatsState(planning, after, timeZone))) return
  const anchor = after.resourceType === 'Observation' ? referencesAt(after, 'encounter')[0] : referenceTo(after)
  const journeys = anchor ? await planning.store.journeysOf(anchor) : []
  for (const notice of notices) await tellHolders(planning, notice, after, journeys)
}

const isStale = (recorded: string, { at: received, staleAfterMinutes }: Planning): boolean =>
  Date.parse(received) - Date.parse(recorded) > (staleAfterMinutes ?? 720) * 60_000
