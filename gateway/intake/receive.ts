// The left half of the line: whatever comes in is recognised, planned, committed, and only then answered.

import type { Validator } from '../../profiles/compiler/validator.ts'
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Caller } from '../auth/bearer.ts'
import { accessToWrite } from '../auth/access.ts'
import type { EffectsHouse } from './effects.ts'
import type { Log } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { sideBySide } from '../side-by-side.ts'
import type { Conflict, Instant, Message, MessageState, Store, StoredAnswer } from '../store/store.ts'
import { UNSTAMPED } from '../store/store.ts'
import type { FhirResource } from '../fhir/resource.ts'
import type { Ledger } from '../../mappings/mapped.ts'
import type { ConditionsHouse } from './conditional.ts'
import { inLane } from './lane.ts'
import { tellSource } from './message-provenance.ts'
import { startPlanning, type Planning } from './planning.ts'
import { checkHeard } from './reach.ts'

/** What came in at one of the doors, from a sender who has been authenticated. */
export interface Incoming {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly headers: Headers
  readonly caller: Caller
  readonly at: Instant
  readonly requestId: string
  /** From the address: `Task/123` for an update. */
  readonly target?: string
  /** From the address, without its question mark: what a conditional interaction goes by. */
  readonly query?: string
  readonly base: string
}

/** What exactly-once goes by (HOUSE law 2). */
export interface Identity {
  /** The sender's id for the message; '' when it gave none: then two posts are two messages. */
  readonly control: string
  readonly digest: string
  /** Messages of one lane are handled one after another by this process. */
  readonly lane?: string
}

export interface Outcome {
  readonly state: MessageState
  readonly answer: StoredAnswer
  readonly reason?: string
  readonly owner?: string
  readonly issues?: readonly Fault[]
  readonly ledger?: Ledger
  /** False where a source's filter says that the message is none of our business: then only its digest stays. */
  readonly isKept?: boolean
  /** Completes the answer once the commit is durable, with what may be read then; it is not kept. */
  readonly complete?: (answer: StoredAnswer) => Promise<StoredAnswer>
}

/** One way in. Formats are rows in intake/formats.ts. */
export interface Format {
  readonly channel: string
  /** What the audit calls it where it is an interaction of FHIR, as it does a reading: \`PUT /fhir/R4/Task/:id\`; else its channel. */
  readonly action?: (incoming: Incoming) => string
  /** What resources are made from its messages by, where they are made; FHIR's own interactions bring them as they are. */
  readonly mapping?: string
  /** Throws a Refusal for what cannot even be read. */
  identify(incoming: Incoming, house: IntakeHouse): Identity
  plan(incoming: Incoming, planning: Planning, house: IntakeHouse, reused: Message | undefined): Promise<Outcome>
  /** What a sender hears that repeats itself; undefined: this is not a repeat to this format. */
  repeat(first: Message, identity: Identity, incoming: Incoming, house: IntakeHouse): Promise<StoredAnswer | undefined>
  /** What becomes of a message that was refused: kept as rejected and told so, or quarantined. */
  refused(refusal: Refusal, incoming: Incoming, planning: Planning, house: IntakeHouse): Promise<Outcome>
}

/** What a Bundle asks without writing: a GET or HEAD, or an operation by POST. */
export interface Reading {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** Relative to the FHIR base. */
  readonly url: string
  readonly headers: Headers
  /** The Parameters or the resource of an operation. */
  readonly body?: FhirResource
}

export interface IntakeHouse extends EffectsHouse, ConditionsHouse {
  /** What the address would answer to the same caller, faults included; handed in, because reading is not the intake's. */
  readonly answerTo: (reading: Reading, from: Incoming) => Promise<StoredAnswer>
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
  readonly base: string
  /** Over R4, our profiles, and the packages of FHIR_PACKAGES. */
  readonly validator: Validator
  readonly log?: Log
  /** How often one professional may break glass in 24 hours. */
  readonly breakGlassPerDay?: number
}

/**
 * Those of one process that want the same go one after another once they have lost, so each race is among processes; with a few
 * of them so many losses in a row are a fault of something else. The pauses stay short: whoever pauses long loses again.
 */
const attempts = 60
const longestPauseMs = 16

/** As many messages are planned together. */
const besideOthers = sideBySide(8)

export async function receive(incoming: Incoming, format: Format, house: IntakeHouse): Promise<StoredAnswer> {
  await besideOthers()
  const identity = identityOf(incoming, format, house)
  return inLane(identity.lane, async () => {
    let contended: string | undefined
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const first = await earlier(identity, incoming, format, house)
      const repeat = first && (await format.repeat(first, identity, incoming, house))
      if (repeat && first) {
        checkHeard(first.answer, incoming.caller, house.base)
        return stamped(repeat, first.at)
      }
      const done = await inLane(contended, () => once(identity, first, incoming, format, house))
      if ('status' in done) return done
      contended = done.over
      await setTimeout(Math.random() * Math.min(2 ** attempt, longestPauseMs))
    }
    throw new Refusal(
      'busy',
      { id: 'busy', text: 'others keep changing the same records; send it again' },
      { 'Retry-After': '1' },
    )
  })
}

/** What it would be refused for, if anything; nothing is committed, so that nothing is promised either. */
export async function refusalOf(incoming: Incoming, format: Format, house: IntakeHouse): Promise<Refusal | undefined> {
  try {
    await format.plan(incoming, planningFor(incoming, house.newId(), house), house, undefined)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** What cannot even be read has no id of its own, and is kept as refused like any other. */
function identityOf(incoming: Incoming, format: Format, house: IntakeHouse): Identity & { readonly unreadable?: Refusal } {
  try {
    return format.identify(incoming, house)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { control: '', digest: createHash('sha256').update(incoming.bytes).digest('hex'), unreadable: error }
  }
}

/** What a plan lost to another: those of this process that want the same go one after another then, or most would lose again. */
interface Lost {
  readonly over: string | undefined
}

/** One plan, one commit; or what it lost by what others committed meanwhile. */
async function once(
  identity: Identity & { readonly unreadable?: Refusal },
  reused: Message | undefined,
  incoming: Incoming,
  format: Format,
  house: IntakeHouse,
): Promise<StoredAnswer | Lost> {
  const id = house.newId()
  let planning = planningFor(incoming, id, house)
  let outcome: Outcome
  try {
    if (identity.unreadable) throw identity.unreadable
    outcome = await format.plan(incoming, planning, house, reused)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!(await planning.stillHolds())) return { over: undefined }
    planning = planningFor(incoming, id, house)
    outcome = await format.refused(error, incoming, planning, house)
  }
  if (identity.control && outcome.state !== 'rejected')
    planning.claim({ space: 'message', key: messageKey(identity, incoming, format), holder: id })
  const action = format.action?.(incoming) ?? format.channel
  if (outcome.state === 'rejected') planning.audit(action, [], outcome.reason)
  else planning.auditWritten(action)
  if (format.mapping !== undefined && outcome.state === 'accepted')
    await tellSource(planning, { id, control: identity.control }, format.mapping)
  const committed = await house.store.commit(planning.finish(messageOf(id, identity, incoming, format, outcome)))
  if (!committed.ok) return { over: laneOf(committed.conflict) }
  const answer = stamped(outcome.answer, committed.at)
  return outcome.complete ? outcome.complete(answer) : answer
}

const laneOf = (conflict: Conflict): string =>
  conflict.why === 'stale' ? `conflict ${conflict.resource}` : `conflict ${conflict.space} ${conflict.key}`

function planningFor(
  { caller, at, requestId, base }: Incoming,
  message: string,
  { store, newId, source, validator }: IntakeHouse,
): Planning {
  const { staleAfterMinutes } = source(caller.client)
  return startPlanning({
    store,
    caller,
    access: accessToWrite(caller, at),
    at,
    newId,
    requestId,
    base,
    validator,
    message,
    staleAfterMinutes,
  })
}

async function earlier(
  { control, digest }: Identity,
  { caller }: Incoming,
  { channel }: Format,
  { store }: IntakeHouse,
): Promise<Message | undefined> {
  if (!control) return undefined
  const found = await store.messages({ client: caller.client, channel, control, limit: 20 })
  const handled = found.filter(({ state }) => state !== 'rejected')
  return handled.find((message) => message.digest === digest) ?? handled[0]
}

/** HL7 v2 and plain REST reuse ids for other content, so there the digest is part of the key; of a FHIR message it is a conflict. */
function messageKey({ control, digest }: Identity, { caller }: Incoming, { channel }: Format): string {
  return [caller.client, channel, control, ...(channel === 'fhir-message' ? [] : [digest])].join(' ')
}

function messageOf(
  id: string,
  { control, digest }: Identity,
  incoming: Incoming,
  { channel }: Format,
  outcome: Outcome,
): Message {
  const { caller, at, contentType, bytes } = incoming
  const { state, answer, reason, owner, issues = [], ledger, isKept = true } = outcome
  return {
    id,
    client: caller.client,
    organization: caller.organization,
    channel,
    control,
    digest,
    at,
    contentType,
    bytes: isKept ? bytes : new Uint8Array(),
    state,
    ...(owner && { owner }),
    ...(reason && { reason }),
    answer,
    issues: JSON.stringify(issues),
    ledger: JSON.stringify(ledger ?? {}),
  }
}

/** The answer with the instant of the commit where the plan could not know it yet; headers write it as HTTP does. */
export function stamped(answer: StoredAnswer, at: Instant): StoredAnswer {
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, httpDate(value.replace(UNSTAMPED, at))] as const)
  return { ...answer, headers: Object.fromEntries(headers), body: answer.body.replaceAll(UNSTAMPED, at) }
}

const httpDate = (value: string): string => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value).toUTCString() : value)
