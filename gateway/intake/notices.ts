// Who is told when something happens to a spell or a person: messages inform, people decide (HOUSE law 6).

import { codeSystem } from '../../profiles/canonical.ts'
import { at, concept, isRecord, referencesAt, referenceTo, textAt, type FhirResource } from '../fhir/resource.ts'
import { isKeptFrom } from './kept-from.ts'
import { isOpenTask } from './status.ts'
import type { Planning } from './planning.ts'
import { tasksOf } from './tasks.ts'

export type Notice =
  | 'transferred'
  | 'discharged'
  | 'discharge-cancelled'
  | 'admission-cancelled'
  | 'expected-discharge-changed'
  | 'died'
  | 'death-withdrawn'
  | 'medically-fit'
  | 'no-longer-medically-fit'
  | 'criteria-to-reside-changed'
  | 'referral-received'
  | 'referral-withdrawn'
  | 'task-assigned'
  | 'task-changed'
  | 'identity-doubtful'
  | 'entry-retracted'
  | 'record-opened'

/** Texts hold no personal data: the recipient reads the resource itself, if it may. */
const texts: Readonly<Record<Notice, string>> = {
  transferred: 'The person was moved to another ward.',
  discharged: 'The hospital recorded the discharge.',
  'discharge-cancelled':
    'The hospital took its discharge back: the person is still in hospital. Do not visit at home before asking.',
  'admission-cancelled': 'The hospital cancelled the admission. It may be a clerical correction: ask before acting on it.',
  'expected-discharge-changed': 'The expected discharge date changed.',
  died: 'The hospital recorded that the person has died.',
  'death-withdrawn': 'The hospital took back its record of the death.',
  'medically-fit': 'The hospital recorded the person as medically fit for discharge.',
  'no-longer-medically-fit': 'The hospital no longer records the person as medically fit for discharge.',
  'criteria-to-reside-changed': 'The hospital recorded a change in criteria to reside.',
  'referral-received': 'A referral was addressed to you.',
  'referral-withdrawn': 'The referral was withdrawn by the organisation that made it.',
  'task-assigned': 'A task was assigned to you.',
  'task-changed': 'A task that you asked for changed its status.',
  'identity-doubtful':
    'The NHS number stands elsewhere with another date of birth: the records were not joined. Check the identity.',
  'entry-retracted':
    'An entry that you could read was entered in error and is withdrawn. Do not act on it; ask the organisation that made it.',
  'record-opened':
    'Another organisation opened this journey in an emergency (break-glass), for a few hours. Review whether it had cause.',
}

/** What the change of one resource means to those who act on it. */
export function noticesOf(before: FhirResource | undefined, after: FhirResource): readonly Notice[] {
  if (after.resourceType === 'Patient') return deathNotices(before, after)
  if (after.resourceType === 'Encounter') return before ? spellNotices(before, after) : []
  if (after.resourceType === 'Observation') return before ? [] : readinessNotices(after)
  return []
}

function deathNotices(before: FhirResource | undefined, after: FhirResource): readonly Notice[] {
  const [was, is] = [isDead(before), isDead(after)]
  return was === is ? [] : [is ? 'died' : 'death-withdrawn']
}

const isDead = (patient: FhirResource | undefined): boolean =>
  patient?.['deceasedBoolean'] === true || typeof patient?.['deceasedDateTime'] === 'string'

function spellNotices(before: FhirResource, after: FhirResource): readonly Notice[] {
  const [was, is] = [textAt(before, 'status'), textAt(after, 'status')]
  const notices: Notice[] = []
  if (is === 'finished' && was !== 'finished') notices.push('discharged')
  if (was === 'finished' && is === 'in-progress') notices.push('discharge-cancelled')
  if (is === 'cancelled' && was !== 'cancelled') notices.push('admission-cancelled')
  // A stay that begins, or begins again, puts the person on a ward without anybody's moving them.
  if (was === is && is === 'in-progress' && currentPlace(before) !== currentPlace(after)) notices.push('transferred')
  if (expectedDischarge(before) !== expectedDischarge(after)) notices.push('expected-discharge-changed')
  return notices
}

function currentPlace(encounter: FhirResource): string {
  const active = at(encounter, 'location').filter((place) => isRecord(place) && place['status'] === 'active')
  return JSON.stringify(active.map((place) => (isRecord(place) ? place['location'] : undefined)))
}

/** R5's plannedEndDate, as an extension in R4 (mappings/acute/hl7v2/pv2.ts writes it). */
const expectedDischarge = (encounter: FhirResource): string =>
  JSON.stringify(at(encounter, 'extension').filter((e) => isRecord(e) && String(e['url']).endsWith('Encounter.plannedEndDate')))

function readinessNotices(observation: FhirResource): readonly Notice[] {
  const codes = at(observation, 'code.coding.code')
  if (codes.includes('criteria-to-reside')) return ['criteria-to-reside-changed']
  if (!codes.includes('medically-fit')) return []
  return [observation['valueBoolean'] === true ? 'medically-fit' : 'no-longer-medically-fit']
}

/** Every party hears of a death; of the rest those who hold the referral or an open task of the journey. */
export async function tellHolders(
  planning: Planning,
  notice: Notice,
  about: FhirResource,
  journeys: readonly string[],
): Promise<void> {
  for (const journey of journeys) {
    const recipients =
      notice === 'died' || notice === 'death-withdrawn' ? await partiesOf(planning, journey) : await holdersOf(planning, journey)
    for (const recipient of recipients) {
      if (recipient !== planning.caller.organization) await tell(planning, notice, recipient, { about, journey })
    }
  }
}

async function partiesOf(planning: Planning, journey: string): Promise<ReadonlySet<string>> {
  const rows = await planning.store.parties(journey)
  return new Set(rows.filter(({ until }) => until === undefined).map(({ organization }) => organization))
}

async function holdersOf(planning: Planning, journey: string): Promise<ReadonlySet<string>> {
  const tasks = await tasksOf(planning, journey)
  const owners = tasks
    .filter(({ resource }) => isOpenTask(resource['status']))
    .flatMap(({ resource }) => referencesAt(resource, 'owner'))
  return new Set(owners.map((owner) => owner.replace('Organization/', '')))
}

/** One notice to one organisation: a Communication that only it sees, and an outbox row for its delivery. */
export async function tell(
  planning: Planning,
  notice: Notice,
  recipient: string,
  { about, journey, sender, words = [] }: { about: FhirResource; journey?: string; sender?: string; words?: readonly string[] },
): Promise<void> {
  const named = [referenceTo(about), ...(journey ? [`EpisodeOfCare/${journey}`] : [])]
  if (await isKeptFrom(planning, recipient, named)) return
  const subject =
    about.resourceType === 'Patient'
      ? `Patient/${about.id}`
      : (referencesAt(about, 'subject')[0] ?? referencesAt(about, 'for')[0])
  const id = planning.newId()
  const communication: FhirResource = {
    resourceType: 'Communication',
    id,
    status: 'completed',
    category: [concept(codeSystem('notice'), notice)],
    ...(subject && { subject: { reference: subject } }),
    about: named.map((reference) => ({ reference })),
    sent: planning.at,
    recipient: [{ reference: `Organization/${recipient}` }],
    sender: { reference: `Organization/${sender ?? planning.caller.organization}` },
    payload: [texts[notice], ...words].map((contentString) => ({ contentString })),
  }
  await planning.put(communication, { author: 'gateway', addressed: [recipient] })
  planning.tell({
    id: planning.newId(),
    organization: recipient,
    resource: `Communication/${id}`,
    event: notice,
  })
}
