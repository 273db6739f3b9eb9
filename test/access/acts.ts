// What happens in a network of care, at random: each act is done at the gateway and told to the plain rule, and both must agree.
// One table, as long as there are things that happen.

import { expect } from 'vitest'
import { nhsNumber, structureDefinition } from '../../profiles/canonical.ts'
import { person as synthetic } from '../journey/people.ts'
import { asGateway, breaking, type Answered, type Gateway, type Json, type Registered } from './gateway.ts'
import * as rule from './rule.ts'
import type { Journey, Network } from './rule.ts'
import { consent, deniedTo, keepable, samples, sharedPlans, type Sample } from './samples.ts'

export interface Task {
  readonly name: string
  readonly by: string
  readonly owner: string
  readonly journey: Journey
  readonly isHubs: boolean
  status: string
}

/** The gateway and the rule side by side, and what the acts need to remember. */
export interface Play {
  readonly gateway: Gateway
  readonly net: Network
  readonly organisations: readonly Registered[]
  readonly patients: { readonly name: string; readonly by: string; readonly number: string }[]
  readonly stays: { readonly name: string; readonly patient: string; readonly by: string }[]
  readonly referrals: { readonly journey: Journey; status: string }[]
  readonly tasks: Task[]
  readonly written: { readonly name: string; readonly sample: Sample; readonly by: string }[]
  /** What an objection was to: it names it, also when it has ended. */
  readonly objectedTo: string[]
  readonly glass: { readonly organisation: string; readonly professional: string }[]
}

export const startPlay = (gateway: Gateway, net: Network, organisations: readonly Registered[]): Play => ({
  ...{ gateway, net, organisations, patients: [], stays: [], referrals: [], tasks: [], written: [], objectedTo: [], glass: [] },
})

/** Picks by numbers that were drawn before; undefined from an empty list. */
export interface Picks {
  of<T>(list: readonly T[]): T | undefined
  /** One time in so many. */
  oneIn(times: number): boolean
}

export function picksOf(numbers: readonly number[]): Picks {
  let at = 0
  const next = () => numbers[at++ % numbers.length] ?? 0
  return { of: (list) => list[next() % list.length], oneIn: (times) => next() % times === 0 }
}

type Act = (play: Play, picks: Picks) => Promise<readonly string[] | undefined>

const to = (name: string) => ({ reference: name })
const organisation = (id: string) => to(`Organization/${id}`)
const people = Array.from({ length: 6 }, (_, i) => synthetic(900 + i))
const days = ['1941-11-05', '1941-05-11']

/** Answers who is told what by the act (`organisation event`), or undefined where there was nothing to act on. */
export const acts = {
  /** A source's record of a person. Who is known by the same number and date of birth is one person with it. */
  async admit(play, picks) {
    const by = picks.of(play.organisations.filter(({ role }) => role === 'acute' || picks.oneIn(4)))
    const who = picks.of(people)
    if (!by?.role || !who || !['acute', 'hub', 'community', 'council', 'provider'].includes(by.role)) return undefined
    if (play.patients.some((one) => one.by === by.id && one.number === who.nhsNumber)) return undefined
    const birthDate = days[picks.oneIn(6) ? 1 : 0] ?? ''
    const identifier = [
      { system: nhsNumber, value: who.nhsNumber },
      { system: `https://${by.id}.example/person`, value: who.local },
    ]
    const made = await created(play, by.id, { resourceType: 'Patient', identifier, birthDate, name: [{ family: who.family }] })
    rule.write(play.net, { name: made, by: by.id, kind: 'demographics', person: made, tellsWhere: true, writers: [] })
    play.patients.push({ name: made, by: by.id, number: who.nhsNumber })
    return identified(play, made, birthDate)
  },

  async stay(play, picks) {
    const patient = picks.of(play.patients.filter(({ by }) => roleIn(play, by) === 'acute'))
    if (!patient) return undefined
    const resource = { resourceType: 'Encounter', status: 'in-progress', class: inpatient, subject: to(patient.name) }
    const name = await created(play, patient.by, resource)
    rule.write(play.net, { name, by: patient.by, kind: 'spell', person: patient.name, writers: ['acute'] })
    play.stays.push({ name, patient: patient.name, by: patient.by })
    return []
  },

  async refer(play, picks) {
    const patient = picks.of(play.patients)
    const hub = picks.of(play.organisations.filter(({ role }) => role === 'hub' || picks.oneIn(12)))
    if (!patient || !hub) return undefined
    const stay = picks.oneIn(8) ? undefined : picks.of(play.stays.filter((one) => one.patient === patient.name))
    const other = picks.of(play.organisations.filter(({ id }) => id !== patient.by))
    const keptFrom = other && picks.oneIn(8) ? [other.id] : []
    const resource = {
      ...{ resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject: to(patient.name) },
      ...(stay && { encounter: to(stay.name) }),
      ...{ requester: organisation(patient.by), performer: [organisation(hub.id)], authoredOn: '2026-11-20T10:00:00Z' },
      ...(keptFrom.length > 0 && withheldFrom(keptFrom)),
    }
    const answer = await play.gateway.ask({ organisation: patient.by }, 'POST', 'ServiceRequest', resource)
    const asked = { trust: patient.by, hub: hub.id, person: patient.name, keptFrom, ...(stay && { stay: stay.name }) }
    agree(answer, rule.mayRefer(play.net, asked))
    if (answer.status !== 201) return []
    const name = nameOf(answer)
    const episode = await found(play, 'EpisodeOfCare', 'EpisodeOfCare.incoming-referral', name)
    const task = await found(play, 'Task', 'Task.focus', name)
    rule.refer(play.net, { ...asked, name, journey: episode.split('/')[1] ?? '', episode, task })
    const journey = play.net.journeys.get(episode.split('/')[1] ?? '')
    if (!journey) throw new Error('no journey')
    play.referrals.push({ journey, status: 'active' })
    play.tasks.push({ name: task, by: patient.by, owner: hub.id, journey, isHubs: true, status: 'requested' })
    return [`${hub.id} referral-received`]
  },

  /** By anybody who sees the referral, to anybody: the rule says whether it may be. */
  async assign(play, picks) {
    const referral = picks.of(play.referrals)
    if (!referral) return undefined
    const { journey, status } = referral
    const parties = play.organisations.filter(({ id }) => rule.writingRoles(play.net, id, journey.id).length > 0)
    const by = picks.of(picks.oneIn(6) ? play.organisations : parties)
    const agreed = play.organisations.filter(({ id }) =>
      play.net.agreements.some(({ from, to: a }) => from === by?.id && a === id),
    )
    const owner = picks.of(picks.oneIn(4) ? play.organisations : agreed)
    if (!by || !owner) return undefined
    const resource = {
      ...{ resourceType: 'Task', status: 'requested', intent: 'order', focus: to(journey.referral) },
      ...{ requester: organisation(by.id), owner: organisation(owner.id) },
    }
    const answer = await play.gateway.ask({ organisation: by.id }, 'POST', 'Task', resource)
    const isActive = status === 'active'
    agree(answer, rule.mayAssign(play.net, journey.id, by.id, owner.id, isActive))
    if (answer.status !== 201) return []
    const name = nameOf(answer)
    rule.assign(play.net, { name, by: by.id, owner: owner.id, journey: journey.id })
    play.tasks.push({ name, by: by.id, owner: owner.id, journey, isHubs: false, status: 'requested' })
    return [`${owner.id} task-assigned`]
  },

  /** The owner takes it up, gives it back or ends it. */
  async answerTask(play, picks) {
    const task = picks.of(play.tasks.filter(({ name, owner, status }) => steps[status] && mayRead(play, owner, name)))
    const status = picks.of(steps[task?.status ?? ''] ?? [])
    return task && status ? turned(play, task, task.owner, status) : undefined
  },

  async cancelTask(play, picks) {
    const task = picks.of(play.tasks.filter(({ name, by, status }) => steps[status] && mayRead(play, by, name)))
    return task && turned(play, task, task.by, picks.oneIn(4) ? 'entered-in-error' : 'cancelled')
  },

  async closeReferral(play, picks) {
    const referral = picks.of(play.referrals.filter(({ status }) => status === 'active'))
    const status = picks.of(['completed', 'revoked', 'revoked', 'entered-in-error'])
    if (!referral || !status) return undefined
    const { journey } = referral
    await changed(play, journey.trust, journey.referral, (one) => ({ ...one, status }))
    referral.status = status
    if (status === 'completed') return []
    const parties = play.organisations.filter(
      ({ id }) => id !== journey.trust && rule.writingRoles(play.net, id, journey.id).length > 0,
    )
    const hears = parties.filter(({ id }) => !isOut(play, journey.id, id) && !isOut(play, journey.referral, id))
    const open = play.tasks.filter((one) => one.journey === journey && steps[one.status])
    rule.withdraw(
      play.net,
      journey,
      open.map(({ name }) => name),
      status === 'entered-in-error',
    )
    for (const one of open) one.status = 'cancelled'
    return hears.map(({ id }) => `${id} referral-withdrawn`)
  },

  /** Anything from `samples`, by anybody who sees what it names. */
  async write(play, picks) {
    const sample = picks.of(samples)
    if (!sample) return undefined
    const place = placeFor(play, sample, picks)
    if (!place) return undefined
    const resource = sample.resource({ person: to(place.person), anchor: to(place.anchor), by: organisation(place.by) })
    const { type, kind, writers } = sample
    const writing = {
      ...{ name: '', by: place.by, kind, person: place.person, writers, tellsWhere: sample.tellsWhere === true },
      ...(sample.on !== 'nothing' && { hangsOn: [sample.on === 'person' ? place.person : place.anchor] }),
    }
    const answer = await play.gateway.ask({ organisation: place.by }, 'POST', type, { resourceType: type, ...resource })
    const isDecision = ['decision', 'entitlement'].includes(kind) || type === 'Observation'
    const isOwner = !isDecision || writers.some((role) => role === roleIn(play, place.by))
    agree(answer, isOwner && rule.journeysFor(play.net, { ...writing, name: `${type}/` }) !== undefined)
    if (answer.status !== 201) return []
    const name = nameOf(answer)
    rule.write(play.net, { ...writing, name })
    play.written.push({ name, sample, by: place.by })
    return []
  },

  /** A file, and the entry that lists it. */
  async file(play, picks) {
    const by = picks.of(['acute', 'community'])
    const contacts = play.written.filter(
      ({ sample, name }) => sample.kind === 'contact' && play.net.entries.get(name)?.isRetracted === false,
    )
    const context = picks.of<{ readonly name: string }>(by === 'acute' ? play.stays : contacts)
    const author = context && play.net.entries.get(context.name)?.by
    const person = context && play.net.entries.get(context.name)?.person
    if (!context || !author || !person || !mayRead(play, author, person) || !mayRead(play, author, context.name)) return undefined
    const writers = ['acute', 'hub', 'community', 'council', 'provider'] as const
    const file = {
      ...({ by: author, kind: 'document', person, tellsWhere: true, writers, hangsOn: [context.name] } as const),
      name: 'Binary/',
    }
    const data = Buffer.from('%PDF-1.4 synthetic').toString('base64')
    const resource = { resourceType: 'Binary', contentType: 'application/pdf', data, securityContext: to(context.name) }
    const answer = await play.gateway.ask({ organisation: author }, 'POST', 'Binary', resource)
    agree(answer, rule.journeysFor(play.net, file) !== undefined)
    if (answer.status !== 201) return []
    const binary = nameOf(answer)
    rule.write(play.net, { ...file, name: binary, about: [context.name] })
    const list = {
      ...{
        resourceType: 'DocumentReference',
        status: 'current',
        subject: to(person),
        context: { encounter: [to(context.name)] },
      },
      content: [{ attachment: { contentType: 'application/pdf', url: binary } }],
    }
    // A file is kept with what guards it: what lists it names it, and is to be kept too.
    const keptFrom = [...new Set(play.net.kept.filter(({ what }) => what === context.name).map(({ from }) => from))]
    if (keptFrom.length > 0)
      agree(await play.gateway.ask({ organisation: author }, 'POST', 'DocumentReference', list as unknown as Json), false)
    const listed = await created(play, author, { ...list, ...(keptFrom.length > 0 && withheldFrom(keptFrom)) } as unknown as Json)
    rule.write(play.net, { ...file, name: listed, files: [binary] })
    rule.keep(play.net, listed, [listed], keptFrom)
    const sample = {
      type: 'DocumentReference',
      kind: 'document',
      writers,
      on: 'stay',
      wrong: { status: 'entered-in-error' },
    } as const
    play.written.push({ name: listed, by: author, sample: { ...sample, resource: () => ({}) } })
    return []
  },

  /** How something came to be, by who wrote it or writes plans with others. */
  async tell(play, picks) {
    const target = picks.of(
      play.written.filter(({ name }) => !play.net.entries.get(name)?.isRetracted && !play.net.entries.get(name)?.isGone),
    )
    const entry = target && play.net.entries.get(target.name)
    const by = picks.of(entry ? (sharedPlans.includes(target.sample.type) ? plannersSeeing(play, target.name) : [target.by]) : [])
    if (!target || !entry?.person || !by || !mayRead(play, by, target.name)) return undefined
    const more = picks.of(play.written.filter((one) => one.by === by && play.net.entries.get(one.name)?.person === entry.person))
    const second =
      more &&
      picks.oneIn(4) &&
      more.name !== target.name &&
      mayRead(play, by, more.name) &&
      !play.net.entries.get(more.name)?.isGone
        ? [more.name]
        : []
    const about = [target.name, ...second]
    const resource = {
      resourceType: 'Provenance',
      target: about.map(to),
      recorded: '2026-11-20T10:00:00Z',
      agent: [{ who: organisation(by) }],
    }
    const writing = { by, kind: 'restricted', person: entry.person, hangsOn: about, about, writers: rule.roles } as const
    const answer = await play.gateway.ask({ organisation: by }, 'POST', 'Provenance', resource)
    agree(answer, rule.journeysFor(play.net, { ...writing, name: 'Provenance/' }) !== undefined)
    if (answer.status === 201) rule.write(play.net, { ...writing, name: nameOf(answer) })
    return []
  },

  /** One more version: by its author, or of a plan by whoever plans with them. */
  async change(play, picks) {
    const one = picks.of(standing(play))
    const by = picks.of(one ? (sharedPlans.includes(one.sample.type) ? plannersSeeing(play, one.name) : [one.by]) : [])
    if (!one || !by || !mayRead(play, by, one.name)) return undefined
    await changed(play, by, one.name, (now) => ({ ...now, language: now['language'] === 'en' ? 'cy' : 'en' }))
    return []
  },

  async retract(play, picks) {
    const one = picks.of(standing(play).filter(({ sample }) => sample.wrong !== undefined))
    const entry = one && play.net.entries.get(one.name)
    if (!one?.sample.wrong || !entry || !mayRead(play, one.by, one.name)) return undefined
    const hear = readersIn(play, one.name).filter((id) => id !== one.by)
    await changed(play, one.by, one.name, (now) => ({ ...now, ...one.sample.wrong }))
    rule.retract(play.net, one.name)
    return hear.map((id) => `${id} entry-retracted`)
  },

  /** A word on a resource, or on a referral, that it is to be kept from somebody. */
  async keep(play, picks) {
    const referral = picks.oneIn(3) ? picks.of(play.referrals.filter(({ status }) => status !== 'entered-in-error')) : undefined
    const one = picks.of(
      standing(play).filter(
        ({ by, name, sample }) =>
          keepable.includes(sample.type) && rule.mayKeep.includes(roleIn(play, by) ?? '') && mayRead(play, by, name),
      ),
    )
    const [name, by] = referral ? [referral.journey.referral, referral.journey.trust] : [one?.name, one?.by]
    const from = picks.of(play.organisations.filter(({ id }) => id !== by))
    if (name === undefined || by === undefined || !from) return undefined
    const isHolder = referral !== undefined && rule.holds(play.net, referral.journey.id, from.id)
    const { status, json } = await play.gateway.ask({ organisation: by }, 'GET', name)
    expect(status, name).toBe(200)
    agree(await put(play, by, name, { ...json, ...withheldFrom([from.id]) }), !isHolder)
    if (isHolder) return []
    rule.giveBack(play.net, name)
    rule.keep(play.net, name, referral ? [name, referral.journey.id] : [name], [from.id])
    return []
  },

  async giveBack(play, picks) {
    const names = new Set(play.net.kept.map(({ because }) => because).filter((name) => rule.typeOf(name) !== 'Consent'))
    const name = picks.of(
      [...names].filter((one) => !play.net.entries.get(one)?.isRetracted && !play.net.entries.get(one)?.isGone),
    )
    const by = name && play.net.entries.get(name)?.by
    if (!name || !by) return undefined
    await changed(play, by, name, ({ extension: _, ...rest }) => rest)
    rule.giveBack(play.net, name)
    return []
  },

  /** A person objects to an organisation's seeing one thing, or all journeys. */
  async object(play, picks) {
    const patient = picks.of(play.patients)
    const by = picks.of(
      play.organisations.filter(
        ({ id, role }) => rule.mayKeep.includes(role ?? '') && patient && mayRead(play, id, patient.name),
      ),
    )
    const from = picks.of(play.organisations.filter(({ id }) => id !== by?.id))
    if (!patient || !by || !from) return undefined
    const records = rule.recordsOf(play.net, patient.name)
    const things = standing(play).filter(
      ({ name }) => records.includes(play.net.entries.get(name)?.person ?? '') && mayRead(play, by.id, name),
    )
    const thing = picks.oneIn(2) ? picks.of(things) : undefined
    const journeys = rule.journeysOfObjection(play.net, by.id, patient.name)
    const mayBe = thing ? thing.by !== from.id : !journeys.some(({ id }) => rule.holds(play.net, id, from.id))
    const data = thing && { data: [{ meaning: 'instance', reference: to(thing.name) }] }
    const resource = consent(to(patient.name), { ...deniedTo(from.id), ...data })
    const writing = {
      by: by.id,
      kind: 'consent',
      person: patient.name,
      hangsOn: [patient.name],
      tellsWhere: true,
      writers: rule.roles,
    } as const
    const isPlaced = rule.journeysFor(play.net, { ...writing, name: 'Consent/' }) !== undefined
    const answer = await play.gateway.ask({ organisation: by.id }, 'POST', 'Consent', resource)
    agree(answer, mayBe && isPlaced)
    if (answer.status !== 201) return []
    const name = nameOf(answer)
    rule.write(play.net, { ...writing, name })
    rule.keep(play.net, name, [name, ...(thing ? [thing.name] : journeys.map(({ id }) => id))], [from.id])
    if (thing) play.objectedTo.push(thing.name)
    else play.net.objections.push({ consent: name, person: patient.name, from: from.id })
    return []
  },

  async endObjection(play, picks) {
    const consents = new Set(play.net.kept.map(({ because }) => because).filter((name) => rule.typeOf(name) === 'Consent'))
    const name = picks.of([...consents].filter((one) => !play.net.entries.get(one)?.isRetracted))
    const by = name && play.net.entries.get(name)?.by
    if (!name || !by) return undefined
    await changed(play, by, name, (now) => ({ ...now, status: 'inactive' }))
    rule.giveBack(play.net, name)
    return []
  },

  /** Their own source says that a person must not be found, or no longer. */
  async label(play, picks) {
    const patient = picks.of(play.patients)
    if (!patient) return undefined
    const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: picks.of(['R', 'V']) }]
    const isNow = !play.net.labelled.has(patient.name)
    await changed(play, patient.by, patient.name, ({ meta, ...rest }) => ({
      ...rest,
      meta: { profile: (meta as Json)['profile'], ...(isNow && { security }) },
    }))
    if (isNow) play.net.labelled.add(patient.name)
    else play.net.labelled.delete(patient.name)
    return doubtAbout(play, patient.name)
  },

  /** A source puts the date of birth right, or wrong: its record joins the person, or leaves them. */
  async redate(play, picks) {
    const patient = picks.of(play.patients)
    const birthDate = picks.of(days)
    if (!patient || birthDate === undefined) return undefined
    const { json } = await play.gateway.ask({ organisation: patient.by }, 'GET', patient.name)
    if (json['birthDate'] === birthDate) return undefined
    await changed(play, patient.by, patient.name, (now) => ({ ...now, birthDate }))
    return identified(play, patient.name, birthDate)
  },

  /** What nobody else was ever given may be deleted. */
  async remove(play, picks) {
    const entryOf = (name: string) => play.net.entries.get(name)
    const isMentioned = (name: string) =>
      play.objectedTo.includes(name) ||
      [...play.net.entries.values()].some((one) => one.hangsOn?.includes(name) || one.about?.includes(name))
    const free = standing(play).filter(
      ({ name, sample }) => entryOf(name)?.journeys.size === 0 && !isMentioned(name) && sample.type === 'Flag',
    )
    const one = picks.of(
      free.filter(({ name, by }) => mayRead(play, by, name) && !play.net.kept.some(({ what }) => what === name)),
    )
    if (!one) return undefined
    agree(await play.gateway.ask({ organisation: one.by }, 'DELETE', one.name), true)
    const entry = play.net.entries.get(one.name)
    if (entry) entry.isGone = true
    rule.giveBack(play.net, one.name)
    return []
  },

  async breakGlass(play, picks) {
    const by = picks.of(play.organisations)
    const patient = picks.of(play.patients)
    if (!by || !patient) return undefined
    const professional = picks.of(['P1', 'P2']) ?? 'P1'
    const parameter = [
      { name: 'nhsNumber', valueString: patient.number },
      { name: 'birthDate', valueDate: play.net.identities.get(patient.number)?.birthDate },
      { name: 'reason', valueString: 'Found unconscious at home' },
    ]
    const body = { resourceType: 'Parameters', parameter }
    const times = play.glass.filter((one) => one.organisation === by.id && one.professional === professional).length
    const mayBe = rule.mayBreakGlass.includes(by.role ?? '') && times < mostADay
    agree(await play.gateway.ask({ organisation: by.id }, 'POST', 'Patient/$break-glass', body, breaking(professional)), mayBe)
    if (!mayBe) return []
    const opened = rule.breakGlass(play.net, by.id, professional, patient.number)
    play.glass.push({ organisation: by.id, professional })
    return opened.flatMap((journey) => {
      const holders = play.organisations.filter(({ id }) => rule.holds(play.net, journey.id, id) && !isOut(play, journey.id, id))
      return holders.map(({ id }) => `${id} record-opened`)
    })
  },
} as const satisfies Readonly<Record<string, Act>>

export type ActName = keyof typeof acts

/** Does it at both; who hears of it must be whom the rule says. */
export async function act(play: Play, name: ActName, picks: Picks): Promise<void> {
  const expected = await acts[name](play, picks)
  if (expected === undefined) return
  const told = (await play.gateway.told()).map(({ organization, event }) => `${organization} ${event}`)
  expect(told.toSorted(), `who is told of ${play.gateway.story.at(-1) ?? name}`).toEqual([...expected].toSorted())
}

/** One professional opens so many records in a day (docs/access.md). */
const mostADay = 5

const inpatient = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' }

/** What an owner may make of a task, by where it stands; only of open tasks. */
const steps: Readonly<Record<string, readonly string[]>> = {
  requested: ['received', 'accepted', 'accepted', 'rejected'],
  received: ['accepted', 'rejected'],
  accepted: ['in-progress', 'completed', 'failed'],
  'in-progress': ['completed', 'failed'],
}

async function turned(play: Play, task: Task, by: string, status: string): Promise<readonly string[]> {
  const readers = readersIn(play, task.name).filter((id) => id !== by)
  await changed(play, by, task.name, (now) => ({ ...now, status }))
  task.status = status
  const others = [...new Set([task.by, task.owner])].filter((id) => id !== by)
  const hear = others.filter((id) => !isOut(play, task.journey.id, id) && !isOut(play, task.name, id))
  if (status === 'entered-in-error') rule.retract(play.net, task.name)
  if (['rejected', 'cancelled', 'entered-in-error'].includes(status)) rule.endTask(play.net, task.name, task.journey, task.isHubs)
  return status === 'entered-in-error' ? readers.map((id) => `${id} entry-retracted`) : hear.map((id) => `${id} task-changed`)
}

const roleIn = (play: Play, id: string) => play.net.organisations.get(id)?.role
const mayRead = (play: Play, id: string, name: string): boolean => rule.sees(play.net, { organisation: id }, name)
const isOut = (play: Play, what: string, from: string): boolean =>
  play.net.kept.some((row) => row.what === what && row.from === from)

/** What was written and still stands. */
const standing = (play: Play) =>
  play.written.filter(({ name }) => {
    const entry = play.net.entries.get(name)
    return entry !== undefined && !entry.isRetracted && !entry.isGone
  })

/** Parties of its journeys that may read it. */
function readersIn(play: Play, name: string): readonly string[] {
  const journeys = [...(play.net.entries.get(name)?.journeys ?? [])]
  const parties = play.organisations.filter(({ id }) => journeys.some((one) => rule.writingRoles(play.net, id, one).length > 0))
  return parties.map(({ id }) => id).filter((id) => mayRead(play, id, name))
}

const plannersSeeing = (play: Play, name: string): readonly string[] =>
  play.organisations
    .filter(({ id, role }) => ['hub', 'community', 'council', 'provider'].includes(role ?? '') && mayRead(play, id, name))
    .map(({ id }) => id)

/** Somebody who sees the person and what the sample hangs on. */
function placeFor(play: Play, { on }: Sample, picks: Picks): { by: string; person: string; anchor: string } | undefined {
  if (on === 'stay') {
    const stay = picks.of(play.stays)
    return stay && { by: stay.by, person: stay.patient, anchor: stay.name }
  }
  const referral = picks.of(play.referrals)?.journey
  const person =
    on === 'referral' ? referral?.person : ((picks.oneIn(2) ? referral?.person : undefined) ?? picks.of(play.patients)?.name)
  const anchor = on === 'referral' ? referral?.referral : person
  if (person === undefined || anchor === undefined) return undefined
  const seeing = play.organisations.filter(({ id, role }) => role && mayRead(play, id, person) && mayRead(play, id, anchor))
  const by = picks.of(seeing)
  return by && { by: by.id, person, anchor }
}

function identified(play: Play, patient: string, birthDate: string): readonly string[] {
  const { number = '' } = play.patients.find(({ name }) => name === patient) ?? {}
  rule.identify(play.net, patient, number, birthDate)
  return doubtAbout(play, patient)
}

/** Whoever sends a number that is known with another date of birth hears that it is doubtful, if it is a body that must put it right. */
function doubtAbout(play: Play, patient: string): readonly string[] {
  const { by = '' } = play.patients.find(({ name }) => name === patient) ?? {}
  const isKnown = [...play.net.identities.values()].some(({ records }) => records.has(patient))
  return isKnown || !rule.mayKeep.includes(roleIn(play, by) ?? '') ? [] : [`${by} identity-doubtful`]
}

const withheldFrom = (organisations: readonly string[]) => ({
  extension: organisations.map((id) => ({ url: structureDefinition('withheld-from'), valueReference: organisation(id) })),
})

/** What the rule allows is accepted, what it does not is refused. */
export function agree(answer: Answered, mayBe: boolean): void {
  expect(answer.status < 300, answer.text.slice(0, 600)).toBe(mayBe)
}

async function created(play: Play, by: string, resource: Json): Promise<string> {
  const answer = await play.gateway.ask({ organisation: by }, 'POST', String(resource['resourceType']), resource)
  agree(answer, true)
  return nameOf(answer)
}

const nameOf = ({ json }: Answered): string => `${String(json['resourceType'])}/${String(json['id'])}`

const put = (play: Play, by: string, name: string, resource: Json): Promise<Answered> =>
  play.gateway.ask({ organisation: by }, 'PUT', name, resource)

async function changed(play: Play, by: string, name: string, edit: (now: Json) => Json): Promise<void> {
  const { status, json, text } = await play.gateway.ask({ organisation: by }, 'GET', name)
  expect(status, `${by} reads ${name}: ${text}`).toBe(200)
  agree(await put(play, by, name, edit(json)), true)
}

async function found({ gateway }: Play, type: string, key: string, name: string): Promise<string> {
  const where = [{ on: 'reference', key, any: [name] }] as const
  const { versions } = await gateway.store.search(asGateway, { type, where, order: [], count: 2, total: false })
  expect(versions, `${type} of ${name}`).toHaveLength(1)
  return `${type}/${versions[0]?.id}`
}
