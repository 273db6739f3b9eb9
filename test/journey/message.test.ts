// Whatever a FHIR message holds is stored as its sender meant it, told as not carried, or refused with its place.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { odsOrganization } from '../../profiles/canonical.ts'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { read, resources } from '../../gateway/demo/stage.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

interface Message {
  entry: (Record<string, unknown> & { fullUrl: string; resource: Record<string, unknown> })[]
}

const urn = () => `urn:uuid:${randomUUID()}`
let people = 0
/** Its entries: header, hub, trust, patient, spell, referral; each is about a person of its own. */
function message(edit: (entry: Message['entry']) => void): Message {
  people += 1
  const bundle = referralMessage(person(300 + people), 'Needs help at home') as Message
  edit(bundle.entry)
  return bundle
}
const practitioner = (family: string) => ({ resourceType: 'Practitioner', name: [{ family }] })

describe.each(databases)('a FHIR message on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  const post = (body: object, headers = messageHeaders()) =>
    world.systems.epr.ask('POST', '/fhir/R4/$process-message', body, headers)

  it.each([
    ['a second person', 3, (entry: Message['entry'], fullUrl: string) => entry.push({ ...entry[3], ...second(fullUrl) })],
    [
      'a second practitioner',
      6,
      (entry: Message['entry'], fullUrl: string) =>
        entry.push(
          { fullUrl, resource: practitioner('First') },
          { fullUrl: `urn:uuid:${fullUrl.slice(9).toUpperCase()}`, resource: practitioner('Second') },
        ),
    ],
  ])('is refused with %s under one fullUrl, and nothing of it is stored', async (_, place, edit) => {
    const before = await counts(world)
    const sent = message((entry) => edit(entry, entry[place]?.fullUrl ?? urn()))
    const { status, json } = await post(sent)
    expect([status, told(json)]).toEqual([400, [['full-url-twice', `Bundle.entry[${sent.entry.length - 1}].fullUrl`]]])
    expect(await counts(world)).toEqual(before)
  })

  /** The referral as stored, and where each issue of the answer lies. */
  async function accepted(edit: (entry: Message['entry']) => void) {
    const sent = message(edit)
    const headers = messageHeaders()
    const { status, json, text } = await post(sent, headers)
    expect(status, text).toBe(200)
    // The answer is a message of ours where it keeps to that, and where it does not it claims nothing.
    const isValid = ownValidator().isValid(json as unknown as object)
    expect([json['meta'] !== undefined, /"definition"/.test(text)]).toEqual([isValid, isValid])
    const held = (json['entry'] as unknown as Message['entry']).map(({ resource }) => resource)
    const referral = held.find(({ resourceType }) => resourceType === 'ServiceRequest')
    const control = Object.values(headers).join(' ')
    const [kept] = await world.store.messages({ channel: 'fhir-message', control, limit: 1 })
    return {
      ledger: JSON.parse(kept?.ledger ?? '') as unknown,
      referral: await read(world.systems.epr, `ServiceRequest/${String(referral?.['id'])}`),
      issues: told(held.find(({ resourceType }) => resourceType === 'OperationOutcome') ?? {}) ?? [],
      sent,
    }
  }

  it.each([
    ['an entry without a resource', { fullUrl: urn() }, 'entry-resource', '.resource'],
    ['an entry that is nothing', null, 'entry-resource', '.resource'],
    ['a resource without its type', { fullUrl: urn(), resource: { status: 'active' } }, 'entry-resource', '.resource'],
    ['a second header', { fullUrl: urn(), resource: { resourceType: 'MessageHeader' } }, 'message-header-twice', '.resource'],
  ])('is refused with %s, and nothing of it is stored', async (_, more, id, place) => {
    const before = await counts(world)
    const { status, json } = await post(message((entry) => entry.push(more as unknown as Message['entry'][0])))
    expect([status, told(json)]).toEqual([400, [[id, `Bundle.entry[6]${place}`]]])
    expect(await counts(world)).toEqual(before)
  })

  it('says what nothing that is stored refers to, in its answer and in its ledger', async () => {
    const [doctor, role] = [urn(), urn()]
    const { referral, issues, ledger, sent } = await accepted((entry) => {
      entry.push(
        { fullUrl: urn(), resource: { ...immunization, patient: { reference: entry[3]?.fullUrl } } },
        { fullUrl: urn(), resource: practitioner('Unnamed') },
        { resource: practitioner('Without address') } as unknown as Message['entry'][0],
        { resource: practitioner('Without address too') } as unknown as Message['entry'][0],
        // Named by the role alone, whom the referral names in letters of the other case.
        { fullUrl: doctor, resource: practitioner('Carried') },
        { fullUrl: role, resource: { resourceType: 'PractitionerRole', practitioner: { reference: doctor } } },
      )
      Object.assign(entry[5]?.resource ?? {}, { requester: { reference: `urn:uuid:${role.slice(9).toUpperCase()}` } })
    })
    const lost = [6, 7, 8, 9].map((i) => `Bundle.entry[${i}]`)
    expect(issues).toEqual(lost.map((place) => ['not-carried', place]))
    expect((referral['contained'] as unknown as { resourceType: string }[]).map(({ resourceType }) => resourceType)).toEqual([
      'PractitionerRole',
      'Practitioner',
    ])
    expect(ledger).toEqual({
      mapped: sent.entry.length - lost.length - 3,
      ignored: [0, 1, 2].map((i) => ({ location: `Bundle.entry[${i}]`, reason: expect.any(String) as string })),
      notCarried: lost,
    })
  })

  it.each([
    ['a name', () => [{ display: 'Reablement team East' }], [{ display: 'Reablement team East' }]],
    ['an identifier that nobody has here', () => [ods('ELSEWHERE')], [ods('ELSEWHERE')]],
    [
      'a practitioner',
      (doctor: string) => [{ reference: doctor, display: 'Dr Real' }],
      [{ reference: '#guest-1', display: 'Dr Real' }],
    ],
    ['a hub', (_: string, hub: string) => [{ reference: hub, display: 'ours' }], []],
    ['nobody', () => undefined, []],
  ])('keeps a performer that is %s, and goes to its receiver', async (what, performers, kept) => {
    const doctor = urn()
    const { referral } = await accepted((entry) => {
      entry.push({ fullUrl: doctor, resource: practitioner('Real') })
      Object.assign(entry[5]?.resource ?? {}, {
        performer: performers(doctor, entry[1]?.fullUrl ?? ''),
        supportingInfo: [{ reference: doctor }],
      })
    })
    const receiver = { reference: 'Organization/hub1', ...(what === 'a hub' && { display: 'ours' }) }
    expect(referral['performer']).toEqual([...kept, receiver])
    const tasks = resources(await read(world.systems.hub, `Task?based-on=ServiceRequest/${String(referral['id'])}`))
    expect(tasks.map(({ owner }) => (owner as unknown as { reference: string }).reference)).toEqual(['Organization/hub1'])
  })

  it('goes to the receiver that its header means, with another server’s organisation of the same id in it', async () => {
    const [trust, surgery] = ['http://pas.trust.example/fhir', 'http://gp.example/fhir']
    const { referral } = await accepted((entry) => {
      const [[header, hub], community] = [entry, ods('COMMUNITY1')]
      Object.assign(header ?? {}, { fullUrl: `${trust}/MessageHeader/1` })
      Object.assign(header?.resource ?? {}, { destination: [{ endpoint: 'urn:hub', receiver: { reference: 'Organization/1' } }] })
      Object.assign(hub ?? {}, { fullUrl: `${trust}/Organization/1` })
      entry.push({
        fullUrl: `${surgery}/Organization/1`,
        resource: { resourceType: 'Organization', identifier: [community.identifier] },
      })
      Object.assign(entry[5] ?? {}, { fullUrl: `${surgery}/ServiceRequest/1` })
      Object.assign(entry[5]?.resource ?? {}, { performer: undefined })
    })
    expect(referral['performer']).toEqual([{ reference: 'Organization/hub1' }])
  })

  it.each([
    ['by its code', () => [ods('COMMUNITY1')], 'not-agreed', '[0]'],
    ['behind a name', () => [{ display: 'East' }, ods('COMMUNITY1')], 'not-agreed', '[1]'],
    ['beside another', (hub: string) => [{ reference: hub }, ods('COMMUNITY1')], 'performer-unknown', ''],
  ])('is not given to its receiver where the referral names an organisation %s', async (_, performers, id, place) => {
    const before = await counts(world)
    const sent = message((entry) => Object.assign(entry[5]?.resource ?? {}, { performer: performers(entry[1]?.fullUrl ?? '') }))
    const { status, json } = await post(sent)
    expect([status, told(json)]).toEqual([422, [[id, `Bundle.entry[5].resource.performer${place}`]]])
    expect(await counts(world)).toEqual(before)
  })

  it('carries three thousand guests of which each names the next', async () => {
    const names = Array.from({ length: 3_000 }, urn)
    const { referral, issues } = await accepted((entry) => {
      for (const [i, fullUrl] of names.entries()) {
        const next = names[i + 1]
        const resource = { resourceType: 'Basic', code: { text: 'x' }, ...(next && { subject: { reference: next } }) }
        entry.push({ fullUrl, resource })
      }
      Object.assign(entry[5]?.resource ?? {}, { supportingInfo: [{ reference: names[0] }] })
    })
    expect(issues).toEqual([])
    expect(referral['contained']).toHaveLength(3_000)
  })

  it('gives a guest an id that no other contained resource has', async () => {
    const doctor = urn()
    const { referral } = await accepted((entry) => {
      entry.push({ fullUrl: doctor, resource: practitioner('Requests') })
      Object.assign(entry[5]?.resource ?? {}, {
        contained: ['guest-1', 'guest-1-2'].map((id) => ({ ...practitioner(`Own ${id}`), id })),
        supportingInfo: [{ reference: '#guest-1' }, { reference: '#guest-1-2' }],
        requester: { reference: doctor },
      })
    })
    const { requester, supportingInfo } = referral as unknown as { requester: To; supportingInfo: To[] }
    const families = [requester, ...supportingInfo].map((to) => familyOf(referral, to))
    expect(families).toEqual(['Requests', 'Own guest-1', 'Own guest-1-2'])
  })

  it('leaves who was named in an earlier one of the same stay who they were', async () => {
    const [doctor, carer] = [urn(), urn()]
    const first = await accepted((entry) => {
      entry.push({ fullUrl: doctor, resource: practitioner('Attends') })
      Object.assign(entry[4]?.resource ?? {}, { participant: [{ individual: { reference: doctor } }] })
    })
    const spell = (first.referral['encounter'] as unknown as To).reference
    const again = (family: string) => (entry: Message['entry']) => {
      entry.splice(3, 2, ...first.sent.entry.slice(3, 5).map((one) => structuredClone(one)))
      const { participant: _, ...rest } = entry[4]?.resource ?? {}
      const organization = { resourceType: 'Organization', name: family }
      Object.assign(entry[4] ?? {}, { resource: { ...rest, serviceProvider: { reference: carer } } })
      entry.push({ fullUrl: carer, resource: organization })
      Object.assign(entry[5]?.resource ?? {}, {
        subject: { reference: entry[3]?.fullUrl },
        encounter: { reference: entry[4]?.fullUrl },
      })
    }
    const versions = []
    for (const name of ['Provider', 'Provider', 'Other']) {
      expect((await accepted(again(name))).issues).toEqual([])
      const stay = await read(world.systems.epr, spell)
      const { participant, serviceProvider, meta } = stay as unknown as Stay
      expect(familyOf(stay, participant[0]?.individual)).toBe('Attends')
      expect(inside(stay, serviceProvider)?.['name']).toBe(name)
      expect(stay['contained']).toHaveLength(2)
      versions.push(meta.versionId)
    }
    expect(versions).toEqual(['2', '2', '3'])
  })
})

interface To {
  readonly reference: string
}

interface Stay {
  readonly participant: readonly { readonly individual: To }[]
  readonly serviceProvider: To
  readonly meta: { readonly versionId: string }
}

const inside = (resource: object, to: To | undefined) =>
  (resource as { contained: Record<string, unknown>[] }).contained.find(({ id }) => `#${String(id)}` === to?.reference)
const familyOf = (resource: object, to: To | undefined) =>
  (inside(resource, to)?.['name'] as { family: string }[] | undefined)?.[0]?.family

const ods = (value: string) => ({ identifier: { system: odsOrganization, value } })

const immunization = {
  ...{ resourceType: 'Immunization', status: 'completed', occurrenceDateTime: '2020-01-01' },
  vaccineCode: { text: 'MMR' },
}

const second = (fullUrl: string) => ({
  fullUrl,
  resource: { resourceType: 'Patient', identifier: [{ system: 'https://trust1.example/mrn', value: randomUUID() }] },
})

const counts = async ({ store }: World) =>
  Promise.all(['Patient', 'ServiceRequest', 'Task'].map(async (type) => (await stored(store, type)).length))

interface Issue {
  readonly severity?: string
  readonly details: { readonly coding: readonly { readonly system: string; readonly code: string }[] }
  readonly expression?: readonly string[]
}

/** Stable id and place of each issue of an outcome. */
const told = (outcome: unknown) =>
  (outcome as { issue?: readonly Issue[] }).issue?.map(({ details, expression }) => [
    details.coding.find(({ system }) => system.endsWith('/fault'))?.code,
    expression?.[0],
  ])
