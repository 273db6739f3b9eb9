// Breaking glass: a named professional opens a stranger's record in an emergency, for hours, in front of those who hold it.

import { createHash } from 'node:crypto'
import { isNhsNumber } from '../../mappings/engine/identifiers.ts'
import { glassOf } from '../auth/access.ts'
import { fhirJson } from '../fhir/answer.ts'
import { readResource } from '../fhir/body.ts'
import { at, isRecord, referencesAt, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Instant } from '../store/store.ts'
import { isRole, type Role } from '../types.ts'
import { fhirIdentity } from './fhir-identity.ts'
import { tell } from './notices.ts'
import type { Planning } from './planning.ts'
import type { Format, Outcome } from './receive.ts'
import { keepRejected } from './rest.ts'

/** Long enough to treat somebody tonight, short enough to be no way of working. */
export const hoursOpen = 4

/** How often one professional may, where the house does not say. */
const defaultPerDay = 5

/** Where each use is written down until a day is over: the store counts, so that all processes count alike. */
export const glassSpace = 'break-glass'

/** Clinicians and social workers. Whoever comes to somebody's home is brought in by one of these; IT and vendors never. */
const mayBreakGlass: readonly Role[] = ['acute', 'community', 'council', 'gp', 'hub']

/**
 * POST /Patient/$break-glass with nhsNumber, birthDate and reason. The person is known by number and date of birth, never by an id
 * that somebody came across; and the answer is the same whether or not there is such a person, so that asking tells nobody who
 * is known here. What is opened is read by the same professional alone, under the purpose BTG. What is withheld from the
 * organisation, where a restricted person is, and what was entered in error stay closed.
 */
export const breakGlass: Format = {
  channel: 'break-glass',
  identify: (incoming) => fhirIdentity(readResource(incoming), incoming.headers.get('x-request-id') ?? ''),
  async plan(incoming, planning, { breakGlassPerDay = defaultPerDay }) {
    const { practitioner, role } = entitled(planning)
    const { number, birthDate, reason } = read(readResource(incoming))
    await countUse(planning, practitioner, breakGlassPerDay)
    const until = later(planning.at, hoursOpen)
    const { organization } = planning.caller
    const source = glassOf(organization, practitioner)
    for (const journey of await journeysOf(planning, number, birthDate)) {
      planning.grant({ journey, organization, role, source, since: planning.at, until })
      await tellHolders(planning, journey, [`Reason given: ${reason}`, `On behalf of: ${practitioner}`])
      planning.audit('break-glass', [`EpisodeOfCare/${journey}`])
    }
    return opened(until)
  },
  // The same request again is the same breaking of glass: it opens nothing for longer.
  repeat: async (first, { digest }) => (first.digest === digest ? first.answer : undefined),
  refused: keepRejected,
}

function entitled({ caller }: Planning): { readonly practitioner: string; readonly role: Role } {
  const { kind, practitioner } = caller
  if (!isRole(kind) || !mayBreakGlass.includes(kind)) {
    throw new Refusal('forbidden', {
      id: 'may-not-break-glass',
      text: `a record is opened in an emergency by ${mayBreakGlass.join(', ')}, and by nobody else`,
    })
  }
  if (practitioner !== undefined) return { practitioner, role: kind }
  throw new Refusal('header-missing', {
    id: 'practitioner-required',
    text: 'a record is opened in an emergency by a professional who is named',
    location: 'NHSD-Requesting-Practitioner',
  })
}

/**
 * Takes one of as many places as there are uses a day, whether or not somebody is found: who tries numbers is stopped too. Two at once
 * that want the same place are a conflict, and the second is planned anew. A place is free again when its claim is given up.
 */
async function countUse(planning: Planning, practitioner: string, perDay: number): Promise<void> {
  const who = createHash('sha256').update(`${planning.caller.organization}\n${practitioner}`).digest('hex')
  for (let place = 0; place < perDay; place++) {
    const key = `${who} ${place}`
    if ((await planning.holder(glassSpace, key)) !== undefined) continue
    const holder = String(Math.floor(Date.parse(planning.at) / 1000) + 24 * 3600)
    return planning.claim({ space: glassSpace, key, holder })
  }
  throw new Refusal('too-often', {
    id: 'break-glass-limit',
    text: `a professional opens at most ${perDay} records in 24 hours in this way; whoever needs more asks the trust or the hub for them`,
  })
}

interface Asked {
  readonly number: string
  readonly birthDate: string
  readonly reason: string
}

const parameters = { nhsNumber: 'valueString', birthDate: 'valueDate', reason: 'valueString' } as const

/** 400 with every fault, none of which repeats what was sent. */
function read(resource: FhirResource): Asked {
  const given = (name: keyof typeof parameters): string => {
    const found = at(resource, 'parameter').filter((one) => isRecord(one) && one['name'] === name)
    return found.length === 1 ? (textAt(found[0], parameters[name])?.trim() ?? '') : ''
  }
  const asked = { number: given('nhsNumber'), birthDate: given('birthDate'), reason: given('reason') }
  const faults = [
    ...(isNhsNumber(asked.number) && /^\d{10}$/.test(asked.number) ? [] : [needs('nhsNumber', 'an NHS number of ten digits')]),
    ...(/^\d{4}-\d\d-\d\d$/.test(asked.birthDate) ? [] : [needs('birthDate', 'a date')]),
    ...(asked.reason.length >= 10 && asked.reason.length <= 1000
      ? []
      : [needs('reason', 'the reason, in 10 to 1000 characters')]),
  ]
  if (resource.resourceType !== 'Parameters' || faults.length > 0)
    throw new Refusal('invalid', faults.length > 0 ? faults : [shape])
  return asked
}

const needs = (name: keyof typeof parameters, what: string): Fault => ({
  id: 'parameter-invalid',
  text: `${name} is ${what}, once, as ${parameters[name]}`,
  expression: 'Parameters.parameter',
  code: 'value',
})

const shape: Fault = { id: 'parameter-invalid', text: 'Parameters are sent', expression: 'resourceType', code: 'value' }

/** Open journeys of the person, by whichever source's Patient they are. */
async function journeysOf(planning: Planning, number: string, birthDate: string): Promise<readonly string[]> {
  const person = await planning.holder('person', number)
  const stored = person === undefined ? undefined : await planning.load(person)
  if (!stored || textAt(stored.resource, 'birthDate') !== birthDate) return []
  const journeys = await Promise.all(referencesAt(stored.resource, 'link.target').map((one) => planning.store.journeysOf(one)))
  const open: string[] = []
  for (const journey of new Set(journeys.flat())) {
    const episode = await planning.load(`EpisodeOfCare/${journey}`)
    if (episode?.resource['status'] === 'active') open.push(journey)
  }
  return open
}

/** Trust and hub review what was opened: the notice lists it for them. */
async function tellHolders(planning: Planning, journey: string, words: readonly string[]): Promise<void> {
  const episode = await planning.load(`EpisodeOfCare/${journey}`)
  if (!episode) return
  const parties = await planning.store.parties(journey)
  const holders = parties.filter(({ role, until }) => until === undefined && (role === 'acute' || role === 'hub'))
  for (const holder of new Set(holders.map(({ organization }) => organization)))
    await tell(planning, 'record-opened', holder, { about: episode.resource, words })
}

function opened(until: Instant): Outcome {
  const text =
    'Whatever open journey there is of this person may be read until then, by this professional, under the purpose BTG.'
  const parameter = [
    { name: 'until', valueInstant: until },
    { name: 'text', valueString: text },
  ]
  const body = JSON.stringify({ resourceType: 'Parameters', parameter })
  return { state: 'accepted', answer: { status: 200, headers: { 'content-type': fhirJson }, body } }
}

/** In the fixed width of an Instant. */
const later = (instant: Instant, hours: number): Instant =>
  `${new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 19)}${instant.slice(19)}`
