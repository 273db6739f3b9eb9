// Five attacks on the rule of access, each by random actors in a random order: nothing is won, and what was taken comes back exactly.

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { nhsNumber, structureDefinition } from '../../profiles/canonical.ts'
import { person as synthetic } from '../journey/people.ts'
import { openGateway, type Gateway, type Json, type Registered } from './gateway.ts'
import { consent, deniedTo } from './samples.ts'

const organisations: readonly Registered[] = [
  ...(['trust1', 'trust2'] as const).map((id) => ({ id, role: 'acute' as const })),
  ...(['hub1', 'hub2'] as const).map((id) => ({ id, role: 'hub' as const, host: 'trust1', members: ['provider1', 'council1'] })),
  ...(['community1', 'community2'] as const).map((id) => ({ id, role: 'community' as const })),
  ...(['council1', 'council2'] as const).map((id) => ({ id, role: 'council' as const })),
  ...(['provider1', 'provider2'] as const).map((id) => ({ id, role: 'provider' as const })),
  ...[
    { id: 'gp1', role: 'gp' as const },
    { id: 'icb1', role: 'icb' as const },
    { id: 'charity1', role: 'voluntary' as const },
  ],
  { id: 'vendor1' },
]
const ids = organisations.map(({ id }) => id)
/** Everybody with everybody: no agreement is missing, so that none of these attacks fails for want of one. */
const agreements = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })))

const to = (name: string) => ({ reference: name })
const organisation = (id: string) => to(`Organization/${id}`)
const who = synthetic(950)
const born = '1941-11-05'
const otherwise = '1941-05-11'

interface Scene {
  readonly gateway: Gateway
  /** Names of all that there is of the journey, and of what is about it. */
  readonly all: string[]
  readonly patient: string
  readonly stay: string
  readonly form: string
  readonly referral: string
  readonly hubTask: string
  post(by: string, type: string, resource: object): Promise<string>
  /** As `post`, but answers the status. */
  try(by: string, method: string, path: string, resource?: object): Promise<number>
  change(by: string, name: string, edit: (now: Json) => Json): Promise<void>
  assign(by: string, owner: string): Promise<string>
  /** Of all that there is, what the organisation reads, finds, and is counted; the three must agree. */
  sees(by: string): Promise<readonly string[]>
}

const isLong = process.env['LONG'] === '1'
const wild = { numRuns: isLong ? 200 : 4, endOnFailure: true }
vi.setConfig({ testTimeout: isLong ? 3_600_000 : 120_000 })

describe('the rule of access withstands', () => {
  it('a self-made party: naming itself, in whatever resource and order, opens nothing that others wrote', async () => {
    const self = fc.constantFrom(...ids.filter((id) => !['trust1', 'hub1', 'council1'].includes(id)))
    const ways = fc.shuffledSubarray([...selfMade], { minLength: 4 })
    await played(fc.tuple(self, ways, fc.constantFrom('hub1', 'council1', 'trust1')), async (scene, [me, tried, friend]) => {
      await scene.assign('hub1', 'council1')
      const before = await scene.sees(me)
      expect(before).toEqual([])
      const written = [...scene.all]
      for (const way of tried) await way(scene, me, friend)
      expect((await scene.sees(me)).filter((name) => written.includes(name))).toEqual([])
    })
  })

  it('a misaddressed party: what was opened by mistake closes when the task is given back or taken away, and only the task stays', async () => {
    const owner = fc.constantFrom('community2', 'council2', 'provider2', 'gp1', 'icb1', 'charity1')
    const ends = fc.constantFrom('rejected', 'cancelled', 'entered-in-error')
    const first = fc.subarray(['received', 'accepted'])
    await played(fc.tuple(owner, ends, first, fc.boolean()), async (scene, [stranger, end, steps, hasHost]) => {
      if (hasHost) await scene.assign('hub1', 'community1')
      const others = ['hub1', 'community1']
      const task = await scene.assign('hub1', stranger)
      const before = await Promise.all(others.map((id) => scene.sees(id)))
      expect(await scene.sees(stranger)).toContain(scene.patient)
      if (end !== 'rejected') for (const status of steps) await scene.change(stranger, task, (now) => ({ ...now, status }))
      await scene.change(end === 'rejected' ? stranger : 'hub1', task, (now) => ({ ...now, status: end }))
      // Of what was entered in error nothing is left to read, also for who answered it: to change it was not to write it first.
      expect(await scene.sees(stranger)).toEqual(end === 'entered-in-error' ? [] : [task])
      for (const type of ['Flag', 'Goal']) expect(await scene.try(stranger, 'POST', type, intruding(type, scene))).toBe(422)
      const after = await Promise.all(others.map((id) => scene.sees(id)))
      const gone = end === 'entered-in-error' ? [task] : []
      expect(after[1]).toEqual(before[1]?.filter((name) => !gone.includes(name)))
    })
  })

  it('an accused provider: a safeguarding concern about it is told to it in no way, whoever writes it and whatever follows', async () => {
    const author = fc.constantFrom('trust1', 'hub1', 'community1', 'council1')
    const forms = fc.shuffledSubarray(['concern', 'alert', 'letter'] as const, { minLength: 3 })
    const follow = fc.shuffledSubarray(['change', 'provenance', 'task', 'retract', 'plan'] as const)
    await played(fc.tuple(author, forms, follow), async (scene, [by, whats, then]) => {
      for (const id of ['community1', 'council1', 'provider1']) await scene.assign(id === 'provider1' ? 'council1' : 'hub1', id)
      const before = await scene.sees('provider1')
      expect(before).toContain(scene.patient)
      await scene.gateway.told()
      for (const what of whats) {
        const concern = await scene.post(by, what === 'letter' ? 'QuestionnaireResponse' : 'Flag', concernOf(what, scene))
        expect(await scene.sees('provider1')).toEqual(before)
        for (const step of then) await following[step](scene, by, concern)
        expect(await scene.sees('provider1')).toEqual(before)
        expect((await scene.gateway.told()).filter(({ organization }) => organization === 'provider1')).toEqual([])
        // Nothing that it reads names the concern: not a plan, not a notice, not what came along.
        for (const query of readByTheAccused)
          expect((await scene.gateway.ask({ organisation: 'provider1' }, 'GET', query)).text).not.toContain(concern)
        const readers = ['hub1', 'council1', 'community1', 'trust1'].filter((id) => id !== by)
        if (!then.includes('retract')) for (const id of readers) expect(await scene.sees(id)).toContain(concern)
      }
    })
  })

  it('a wrong merge undone: joining shows nobody more, and taking apart restores to the byte', async () => {
    const joiner = fc.constantFrom('trust2', 'community2', 'council2', 'provider2')
    const between = fc.shuffledSubarray(['label', 'flag', 'stay', 'refer'] as const, { minLength: 2 })
    await played(fc.tuple(joiner, between), async (scene, [other, acts]) => {
      for (const id of ['community1', 'council1']) await scene.assign('hub1', id)
      const watched = ids.filter((id) => id !== other)
      const texts = await bytesOf(scene)
      // What the stranger writes and refers of its own is its own to show: it is about what there was.
      const sight = async (id: string) => (await scene.sees(id)).filter((name) => texts.has(name))
      const before = await Promise.all(watched.map(sight))
      // The wrong date makes the stranger's record the same person; what the stranger says there stays its own.
      const record = await scene.post(other, 'Patient', patientOf(other, born))
      for (const act of acts) await joined[act](scene, other, record)
      expect(await sight(other)).toEqual([])
      // Any source's label hides the person, for as long as the records are joined.
      const hidden = acts.includes('label') ? [scene.patient, scene.form] : []
      const during = before.map((names, i) => names.filter((name) => watched[i] === 'trust1' || !hidden.includes(name)))
      expect(await Promise.all(watched.map(sight))).toEqual(during)
      // The label, if there is one, stays with the stranger's record and leaves with it.
      await scene.change(other, record, (now) => ({ ...now, birthDate: otherwise }))
      expect(await Promise.all(watched.map(sight))).toEqual(before)
      expect(await bytesOf(scene, [...texts.keys()])).toEqual(texts)
    })
  })

  it('a withdrawn consent or a new objection: it hides at once in all ways, also from what comes later, and its end restores exactly', async () => {
    const from = fc.constantFrom('council1', 'provider1', 'gp1', 'community1')
    const by = fc.constantFrom('trust1', 'hub1')
    const about = fc.constantFrom('all', 'one')
    const between = fc.subarray(['write', 'refer', 'change'] as const)
    await played(fc.tuple(from, by, about, between), async (scene, [kept, author, whole, acts]) => {
      for (const id of ['community1', 'council1', 'provider1', 'gp1']) await scene.assign('hub1', id)
      const agreed = await scene.post('hub1', 'Consent', consent(to(scene.patient), {}))
      const letter = await scene.post('hub1', 'Flag', {
        status: 'active',
        subject: to(scene.patient),
        code: { text: 'Two to visit' },
      })
      const before = await scene.sees(kept)
      expect(before).toEqual(expect.arrayContaining([scene.patient, agreed, letter]))
      // A consent that is withdrawn says so in the same Consent, or an objection is written down beside it.
      const provision = {
        type: 'deny',
        ...deniedTo(kept),
        ...(whole === 'one' && { data: [{ meaning: 'instance', reference: to(letter) }] }),
      }
      const isSame = author === 'hub1'
      const objection = isSame ? agreed : await scene.post(author, 'Consent', { ...consent(to(scene.patient), provision) })
      if (isSame) await scene.change(author, agreed, (now) => ({ ...now, provision }))
      const hidden = whole === 'all' ? before : [letter, objection]
      expect((await scene.sees(kept)).filter((name) => hidden.includes(name))).toEqual([])
      const later: string[] = []
      for (const act of acts) later.push(...(await meanwhile[act](scene, letter)))
      if (whole === 'all') expect((await scene.sees(kept)).filter((name) => later.includes(name))).toEqual([])
      await scene.change(author, objection, ({ provision: _, ...rest }) => ({ ...rest, status: isSame ? 'active' : 'inactive' }))
      const after = await scene.sees(kept)
      expect(after.filter((name) => before.includes(name))).toEqual(before)
    })
  })
})

async function played<T>(drawn: fc.Arbitrary<T>, play: (scene: Scene, drawn: T) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(drawn, async (one) => {
    const gateway = await openGateway(organisations, agreements)
    try {
      await play(await sceneIn(gateway), one)
      expect(gateway.errors).toEqual([])
    } finally {
      await gateway.close()
    }
  })
  await fc.assert(property, wild)
}

const inpatient = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' }

const patientOf = (id: string, birthDate: string) => ({
  identifier: [
    { system: nhsNumber, value: who.nhsNumber },
    { system: `https://${id}.example/person`, value: who.local },
  ],
  birthDate,
  name: [{ family: who.family }],
})

const referralOf = (trust: string, hub: string, patient: string, stay?: string) => ({
  ...{ status: 'active', intent: 'order', subject: to(patient), authoredOn: '2026-11-20T10:00:00Z' },
  ...{ requester: organisation(trust), performer: [organisation(hub)], ...(stay !== undefined && { encounter: to(stay) }) },
})

/** A trust's referral of its patient with a stay, a form and a diagnosis to a hub, which took it up and made a plan. */
async function sceneIn(gateway: Gateway): Promise<Scene> {
  const all: string[] = []
  const send = (by: string, method: string, path: string, resource?: object) =>
    gateway.ask({ organisation: by }, method, path, resource)
  const post = async (by: string, type: string, resource: object) => {
    const { status, text, json } = await send(by, 'POST', type, { resourceType: type, ...resource })
    expect(status, `${by} ${type} ${text.slice(0, 400)}`).toBe(201)
    const name = `${type}/${String(json['id'])}`
    all.push(name)
    return name
  }
  const change = async (by: string, name: string, edit: (now: Json) => Json) => {
    const { json } = await send(by, 'GET', name)
    const { status, text } = await send(by, 'PUT', name, edit(json))
    expect(status, `${by} ${name} ${text.slice(0, 400)}`).toBe(200)
  }
  const patient = await post('trust1', 'Patient', patientOf('trust1', born))
  const stay = await post('trust1', 'Encounter', { status: 'in-progress', class: inpatient, subject: to(patient) })
  await post('trust1', 'Condition', { subject: to(patient), encounter: to(stay), code: { text: 'Fractured hip' } })
  const form = await post('trust1', 'QuestionnaireResponse', { status: 'completed', subject: to(patient), encounter: to(stay) })
  const referral = await post('trust1', 'ServiceRequest', referralOf('trust1', 'hub1', patient, stay))
  const found = await send('hub1', 'GET', `Task?focus=${referral}`)
  const [entry] = found.json['entry'] as readonly { readonly resource: { readonly id: string } }[]
  const hubTask = `Task/${entry?.resource.id}`
  all.push(hubTask)
  await post('hub1', 'CarePlan', { status: 'active', intent: 'plan', subject: to(patient), supportingInfo: [to(referral)] })
  return {
    ...{ gateway, all, patient, stay, form, referral, hubTask, post, change },
    try: async (by, method, path, resource) => {
      const type = path.split(/[/?]/)[0]
      return (await send(by, method, path, resource && { resourceType: type, ...resource })).status
    },
    assign: (by, owner) =>
      post(by, 'Task', {
        ...{ status: 'requested', intent: 'order', focus: to(referral), requester: organisation(by), owner: organisation(owner) },
      }),
    sees: (by) => sightOf(gateway, by, all),
  }
}

async function sightOf(gateway: Gateway, by: string, all: readonly string[]): Promise<readonly string[]> {
  const caller = { organisation: by }
  const seen: string[] = []
  for (const name of all) if ((await gateway.ask(caller, 'GET', name)).status === 200) seen.push(name)
  for (const type of new Set(all.map((name) => name.split('/')[0] ?? ''))) {
    const { json } = await gateway.ask(caller, 'GET', `${type}?_count=200`)
    const found = ((json['entry'] ?? []) as readonly { readonly resource: Json }[]).map(
      ({ resource }) => `${type}/${String(resource['id'])}`,
    )
    expect(json['total']).toBe(found.length)
    expect(found.filter((name) => all.includes(name)).toSorted()).toEqual(
      seen.filter((name) => name.startsWith(`${type}/`)).toSorted(),
    )
  }
  return seen
}

/** What the gateway holds of each, without looking through anybody's eyes. */
async function bytesOf({ gateway, all }: Scene, names: readonly string[] = all): Promise<ReadonlyMap<string, string>> {
  const bytes = new Map<string, string>()
  for (const name of names) {
    const [type = '', id = ''] = name.split('/')
    const stored = await gateway.store.read({ as: 'gateway', why: 'a test looks at what is stored' }, type, id)
    // Who may see it may have changed in between, with a version each (meta); what it says may not.
    bytes.set(name, (stored?.text ?? '').replace(/"meta":\{[^}]*\}/, ''))
  }
  return bytes
}

type SelfMade = (scene: Scene, me: string, friend: string) => Promise<void>

/** Each is tried, and may be refused or stored; by neither is anything seen. */
const selfMade: readonly SelfMade[] = [
  async ({ try: attempt, referral, patient }, me) => {
    const task = { status: 'requested', intent: 'order', focus: to(referral), for: to(patient) }
    await attempt(me, 'POST', 'Task', { ...task, requester: organisation(me), owner: organisation(me) })
  },
  async ({ try: attempt, referral }, me, friend) => {
    const task = { status: 'requested', intent: 'order', focus: to(referral) }
    await attempt(me, 'POST', 'Task', { ...task, requester: organisation(friend), owner: organisation(me) })
  },
  async ({ try: attempt, patient, stay }, me) => {
    await attempt(me, 'POST', 'ServiceRequest', referralOf(me, 'hub2', patient, stay))
    await attempt(me, 'POST', 'ServiceRequest', { ...referralOf('trust1', 'hub1', patient, stay), performer: [organisation(me)] })
  },
  // A Patient of its own with the same number and date of birth is joined with the trust's, and shows nothing of it.
  async ({ gateway, try: attempt }, me) => {
    const { status, json } = await gateway.ask({ organisation: me }, 'POST', 'Patient', {
      resourceType: 'Patient',
      ...patientOf(me, born),
    })
    if (status !== 201) return
    const own = `Patient/${String(json['id'])}`
    await attempt(me, 'POST', 'Encounter', { status: 'in-progress', class: inpatient, subject: to(own) })
    await attempt(me, 'POST', 'ServiceRequest', referralOf(me, me.startsWith('trust') ? 'hub2' : 'hub1', own))
    await attempt(me, 'POST', 'Flag', { status: 'active', subject: to(own), code: { text: 'Mine' } })
  },
  async ({ try: attempt, hubTask, referral }, me) => {
    const named = { extension: [{ url: structureDefinition('withheld-from'), valueReference: organisation('hub1') }] }
    await attempt(me, 'PUT', hubTask, {
      id: hubTask.split('/')[1],
      status: 'accepted',
      intent: 'order',
      owner: organisation(me),
      focus: to(referral),
    })
    await attempt(me, 'PUT', referral, {
      id: referral.split('/')[1],
      ...referralOf('trust1', 'hub1', 'Patient/x'),
      performer: [organisation(me)],
      ...named,
    })
  },
  async ({ try: attempt, referral, patient }, me) => {
    await attempt(me, 'POST', 'CarePlan', {
      status: 'active',
      intent: 'plan',
      subject: to(patient),
      supportingInfo: [to(referral)],
      author: organisation(me),
    })
    await attempt(me, 'POST', 'CareTeam', {
      status: 'active',
      subject: to(patient),
      participant: [{ member: organisation(me) }],
      managingOrganization: [organisation(me)],
    })
    await attempt(me, 'POST', 'Provenance', {
      target: [to(referral)],
      recorded: '2026-11-20T10:00:00Z',
      agent: [{ who: organisation(me) }],
    })
  },
  async ({ try: attempt }, me) => {
    await attempt(me, 'POST', 'Organization', { name: 'A part of the hub', partOf: organisation('hub1') })
    await attempt(me, 'POST', 'OrganizationAffiliation', {
      organization: organisation('hub1'),
      participatingOrganization: organisation(me),
    })
    await attempt(me, 'POST', 'PractitionerRole', { organization: organisation('hub1'), code: [{ text: 'Coordinator' }] })
  },
  async ({ gateway, patient, referral }, me) => {
    const entry = [
      ...[{ resourceType: 'Flag', status: 'active', subject: to(patient), code: { text: 'Mine' } }],
      ...[
        {
          resourceType: 'Goal',
          lifecycleStatus: 'active',
          description: { text: 'Mine' },
          subject: to(patient),
          addresses: [to(referral)],
        },
      ],
    ].map((resource) => ({ resource, request: { method: 'POST', url: resource.resourceType } }))
    for (const type of ['batch', 'transaction'])
      await gateway.ask({ organisation: me }, 'POST', '', { resourceType: 'Bundle', type, entry })
  },
]

const intruding = (type: string, { patient, referral }: Scene): object =>
  type === 'Flag'
    ? { status: 'active', subject: to(patient), code: { text: 'Mine' } }
    : { lifecycleStatus: 'active', description: { text: 'Mine' }, subject: to(patient), addresses: [to(referral)] }

function concernOf(what: string, { patient, referral }: Scene): object {
  const withheld = { extension: [{ url: structureDefinition('withheld-from'), valueReference: organisation('provider1') }] }
  if (what === 'concern') return { status: 'active', subject: to(patient), code: { text: 'Safeguarding: about the agency' } }
  if (what === 'alert') return { status: 'active', subject: to(patient), code: { text: 'Ring the council first' }, ...withheld }
  return { status: 'completed', subject: to(patient), basedOn: [to(referral)], ...withheld }
}

const readByTheAccused = [
  ...['CarePlan', 'Communication', 'Provenance', 'Flag'],
  'Task?_include=Task:patient&_revinclude:iterate=Flag:subject',
]

const following = {
  async change(scene: Scene, by: string, concern: string) {
    await scene.change(by, concern, (now) => ({ ...now, language: 'en' }))
    return []
  },
  async provenance(scene: Scene, by: string, concern: string) {
    if ((await scene.gateway.ask({ organisation: by }, 'GET', concern)).json['status'] === 'entered-in-error') return []
    const told = { target: [to(concern)], recorded: '2026-11-20T10:00:00Z', agent: [{ who: organisation(by) }] }
    return [await scene.post(by, 'Provenance', told)]
  },
  /** Work that is about the concern is the accused one's neither. */
  async task(scene: Scene, by: string, concern: string) {
    const task = {
      status: 'requested',
      intent: 'order',
      focus: to(concern),
      basedOn: [to(scene.referral)],
      requester: organisation(by),
    }
    await scene.try(by, 'POST', 'Task', { ...task, owner: organisation('council2') })
    return []
  },
  async retract(scene: Scene, by: string, concern: string) {
    await scene.change(by, concern, (now) => ({ ...now, status: 'entered-in-error' }))
    return []
  },
  /** What is kept from somebody is named by no plan that they read. */
  async plan(scene: Scene, by: string, concern: string) {
    const { json } = await scene.gateway.ask({ organisation: by }, 'GET', concern)
    if (json['extension'] === undefined) return []
    const plan = {
      status: 'active',
      intent: 'plan',
      subject: to(scene.patient),
      supportingInfo: [to(scene.referral), to(concern)],
    }
    if (json['status'] !== 'entered-in-error') expect(await scene.try('hub1', 'POST', 'CarePlan', plan)).toBe(422)
    return []
  },
} as const

const joined = {
  async label(scene: Scene, other: string, record: string) {
    const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }]
    await scene.change(other, record, ({ meta, ...now }) => ({ ...now, meta: { profile: (meta as Json)['profile'], security } }))
  },
  async flag(scene: Scene, other: string, record: string) {
    await scene.try(other, 'POST', 'Flag', { status: 'active', subject: to(record), code: { text: 'Somebody else' } })
  },
  async stay(scene: Scene, other: string, record: string) {
    await scene.try(other, 'POST', 'Encounter', { status: 'in-progress', class: inpatient, subject: to(record) })
  },
  async refer(scene: Scene, other: string, record: string) {
    await scene.try(other, 'POST', 'ServiceRequest', referralOf(other, 'hub2', record))
  },
} as const

const meanwhile = {
  async write(scene: Scene) {
    const goal = {
      lifecycleStatus: 'active',
      description: { text: 'Cooks' },
      subject: to(scene.patient),
      addresses: [to(scene.referral)],
    }
    return [await scene.post('hub1', 'Goal', goal)]
  },
  async refer(scene: Scene) {
    return [await scene.post('trust1', 'ServiceRequest', referralOf('trust1', 'hub1', scene.patient, scene.stay))]
  },
  async change(scene: Scene, letter: string) {
    await scene.change('hub1', letter, (now) => ({ ...now, language: 'en' }))
    return [letter]
  },
} as const
