// What follows a person, a stay and a referral into a journey, what does not, and what becomes of it when they must be hidden.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, receiveAndAccept } from '../../gateway/demo/acts.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { change, create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import { adt, person } from './people.ts'
import { admit, assignByCouncil, castAs, plan, refer } from './scene.ts'
import { asGateway, databases, endWell, startWorld, type World } from './world.ts'

const text = (words: string) => ({ text: words })
const active = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }] }
const to = (reference: string | undefined) => ({ reference: reference ?? '' })

describe.each(databases)('into a journey, on $name,', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  /** Writes it as the trust and answers its `Type/id`. */
  const trusts = async (type: string, resource: object) => {
    const made = await create(world.systems.epr, type, { resourceType: type, ...resource })
    return `${type}/${String(made['id'])}`
  }
  const admitted = async (n: number) => {
    const [who, named] = [person(n), new Map<string, string>()]
    await admit(world, who, named)
    return { who, named, patient: to(named.get('patient')), spell: to(named.get('spell')) }
  }
  /** With all that the demo's cast does up to a plan and a visiting provider. */
  const visited = async (n: number) => {
    const made = await admitted(n)
    await refer(world, made.who, made.named)
    castAs(world, 'p', made.named)
    for (const system of ['community', 'council'] as const)
      await receiveAndAccept(world.stage, system, await assignTo(world.stage, 'p', system, 'assess-and-plan'))
    await assignByCouncil(world, made.named)
    await plan(world, made.named)
    return made
  }

  it('what the trust said of the person and the stay before the referral comes with it, and nothing of other times', async () => {
    const { who, named, patient, spell } = await admitted(710)
    const diagnosis = await trusts('Condition', { subject: patient, encounter: spell, code: text('Fractured hip') })
    const with_ = [
      diagnosis,
      await trusts('RelatedPerson', { patient, name: [text('Daughter')] }),
      await trusts('AllergyIntolerance', { patient, clinicalStatus: active, code: text('Latex') }),
      await trusts('Flag', { status: 'active', subject: patient, code: text('Hard of hearing') }),
      await trusts('Device', { patient, type: text('Pacemaker') }),
      await trusts('MedicationRequest', {
        ...{ status: 'active', intent: 'order', subject: patient, encounter: spell },
        medicationCodeableConcept: text('Apixaban'),
      }),
      await trusts('Provenance', {
        ...{ target: [to(`${diagnosis}/_history/1`)], recorded: '2026-11-20T10:00:00Z' },
        agent: [{ who: to('Organization/trust1') }],
      }),
    ]
    const without = [
      await trusts('Condition', { subject: patient, code: text('Of another time') }),
      await trusts('Procedure', { status: 'completed', subject: patient, code: text('Of another time') }),
    ]
    for (const one of [...with_, ...without]) await hidden(world.systems.hub, one)
    await refer(world, who, named)
    for (const one of with_) await read(world.systems.hub, one)
    for (const one of without) await hidden(world.systems.hub, one)
    for (const one of with_) await hidden(world.systems.community, one)
    for (const one of with_) await hidden(world.systems.otherTrust, one)
  })

  it('what the trust encloses comes with its referral, at once or later, and others’ does not become theirs to show', async () => {
    const { named, patient, spell } = await admitted(711)
    const reason = await trusts('Condition', { subject: patient, code: text('Falls') })
    const later = await trusts('Condition', { subject: patient, code: text('Confusion') })
    const referral = await trusts('ServiceRequest', {
      ...{ status: 'active', intent: 'order', subject: patient, encounter: spell, reasonReference: [to(reason)] },
      ...{ requester: to('Organization/trust1'), performer: [to('Organization/hub1')] },
    })
    await read(world.systems.hub, reason)
    await hidden(world.systems.hub, later)
    await change(world.systems.epr, referral, (now) => ({ ...now, supportingInfo: [to(later)] }))
    await read(world.systems.hub, later)
    expect(named.get('patient')).toBe(patient.reference)
  })

  it('a trust says what holds of its own person also where it is no longer a party', async () => {
    const { patient, spell } = await admitted(712)
    const referral = await trusts('ServiceRequest', {
      ...{ status: 'active', intent: 'order', subject: patient, note: [text('No stay')] },
      ...{ requester: to('Organization/trust1'), performer: [to('Organization/hub1')] },
    })
    await change(world.systems.epr, referral, (now) => ({ ...now, status: 'revoked' }))
    const allergy = await trusts('AllergyIntolerance', { patient, clinicalStatus: active, encounter: spell, code: text('Nuts') })
    await hidden(world.systems.hub, allergy)
  })

  it('a transaction brings a form, an allergy and a role, each by itself', async () => {
    const { named, patient } = await visited(713)
    const [role, form] = [`urn:uuid:${randomUUID()}`, `urn:uuid:${randomUUID()}`]
    const entry = (type: string, fullUrl: string, resource: object) => ({
      ...{ fullUrl, resource: { resourceType: type, ...resource } },
      request: { method: 'POST', url: type },
    })
    const answer = await world.systems.community.ask('POST', '/fhir/R4', {
      ...{ resourceType: 'Bundle', type: 'transaction' },
      entry: [
        entry('QuestionnaireResponse', form, {
          ...{ status: 'completed', subject: patient, basedOn: [to(named.get('referral'))], author: to(role) },
        }),
        entry('PractitionerRole', role, { organization: to('Organization/community1'), code: [text('Nurse')] }),
        entry('AllergyIntolerance', `urn:uuid:${randomUUID()}`, {
          ...{ patient, clinicalStatus: active, recorder: to(role), code: text('Eggs') },
        }),
      ],
    })
    expect(answer.status, answer.text).toBe(200)
    const [written = '', known = '', allergy = ''] = (
      (answer.json['entry'] ?? []) as readonly { response: { location: string } }[]
    ).map(({ response }) => response.location.split('/_history')[0])
    expect((await read(world.systems.hub, written))['author']?.['reference']).toBe(known)
    expect((await read(world.systems.provider, allergy))['recorder']?.['reference']).toBe(known)
    await hidden(world.systems.provider, written)
    await read(world.systems.otherTrust, known)
  })

  describe('a private home', () => {
    const home = {
      physicalType: { coding: [{ code: 'ho' }] },
      address: { line: ['1 Example Street'] },
      managingOrganization: to('Organization/community1'),
    }
    const visitAt = (patient: object, referral: string | undefined, place: string) => ({
      ...{ resourceType: 'Encounter', status: 'planned', basedOn: [to(referral)], subject: patient },
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
      location: [{ location: to(place) }],
    })

    it('is read by those who come there, and is nobody else’s directory', async () => {
      const { named, patient } = await visited(714)
      const { community, provider, icb, otherTrust } = world.systems
      const made = await create(community, 'Location', { resourceType: 'Location', ...home })
      const place = `Location/${String(made['id'])}`
      await hidden(provider, place)
      await create(community, 'Encounter', visitAt(patient, named.get('referral'), place))
      expect((await read(provider, place))['address']?.['line']).toEqual(['1 Example Street'])
      for (const wire of [icb, otherTrust]) {
        await hidden(wire, place)
        expect(resources(await read(wire, `Location?_id=${String(made['id'])}`))).toEqual([])
      }
    })

    it('is hidden with the person who lives there, before and after it is named', async () => {
      const { who, named, patient } = await visited(715)
      const { community, provider } = world.systems
      const first = await create(community, 'Location', { resourceType: 'Location', ...home })
      await create(community, 'Encounter', visitAt(patient, named.get('referral'), `Location/${String(first['id'])}`))
      await read(provider, `Location/${String(first['id'])}`)
      await world.mllp(adt('A08', who, { at: ago(30), segments: ['ZU8||||1'] }))
      await hidden(provider, `Location/${String(first['id'])}`)
      const moved = await change(community, `Location/${String(first['id'])}`, (now) => ({ ...now, description: 'Moved' }))
      expect(moved['description']).toBe('Moved')
      await hidden(provider, `Location/${String(first['id'])}`)
    })

    it('that says no organisation whose place it is, is taken for one', async () => {
      const made = await create(world.systems.community, 'Location', { resourceType: 'Location', name: 'Example Street' })
      await hidden(world.systems.hub, `Location/${String(made['id'])}`)
    })
  })

  it('nothing that can tell where a person is comes, once that must stay hidden; what is about them otherwise stays', async () => {
    const { who, named, patient } = await visited(716)
    const { community, council, provider, hub, epr } = world.systems
    const make = async (type: string, resource: object) => {
      const made = await create(community, type, { resourceType: type, ...resource })
      return `${type}/${String(made['id'])}`
    }
    const kin = await make('RelatedPerson', { patient, address: [{ line: ['2 Example Street'] }] })
    const telling = [
      kin,
      await make('QuestionnaireResponse', { status: 'completed', subject: patient, basedOn: [to(named.get('referral'))] }),
      await make('Device', { patient, type: text('Pendant alarm') }),
      await make('Consent', {
        ...{ status: 'active', patient, policyRule: text('Sharing'), category: [text('Sharing')] },
        scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
      }),
      await make('Provenance', {
        target: [to(kin)],
        recorded: '2026-11-20T10:00:00Z',
        agent: [{ who: to('Organization/community1') }],
      }),
    ]
    const allergy = await make('AllergyIntolerance', { patient, clinicalStatus: active, code: text('Nuts') })
    for (const one of [...telling, allergy]) await read(hub, one)
    await world.mllp(adt('A08', who, { at: ago(30), segments: ['ZU8||||1'] }))
    for (const one of telling) for (const wire of [hub, council, provider]) await hidden(wire, one)
    for (const one of telling) await read(community, one)
    for (const wire of [hub, provider]) await read(wire, allergy)
    // The trust that hid the person does not come to read by that what others keep from it.
    for (const one of telling) await hidden(epr, one)
    await world.mllp(adt('A08', who, { at: ago(20), segments: ['ZU8||||0'] }))
    for (const one of telling) await read(hub, one)
    expect((await world.store.read(asGateway, 'Provenance', telling.at(-1)?.split('/')[1] ?? ''))?.kind).toBe('demographics')
  })

  it('no change brings what others might not read before it: its history would come with it', async () => {
    const { patient } = await visited(719)
    const { community, provider } = world.systems
    const flag = { resourceType: 'Flag', status: 'active', subject: patient }
    const concern = await create(community, 'Flag', { ...flag, code: text('Safeguarding: ring us') })
    const home = await create(community, 'Location', { resourceType: 'Location', name: 'Example Street' })
    const managingOrganization = to('Organization/community1')
    for (const [path, body] of [
      [`Flag/${String(concern['id'])}`, { ...(concern as object), code: text('Dog bites') }],
      [`Location/${String(home['id'])}`, { ...(home as object), managingOrganization }],
    ] as const) {
      const answer = await community.ask('PUT', `/fhir/R4/${path}`, body)
      expect([answer.status, answer.json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([422, 'kind-changed'])
    }
    const alert = await create(community, 'Flag', { ...flag, code: text('Shouts at visitors') })
    await read(provider, `Flag/${String(alert['id'])}`)
    await change(community, `Flag/${String(alert['id'])}`, (now) => ({ ...now, code: text('Safeguarding: ring us') }))
    await hidden(provider, `Flag/${String(alert['id'])}`)
    await hidden(provider, `Flag/${String(alert['id'])}/_history/1`)
  })

  it('no Provenance comes from who did not do what it tells of, and none shows more than what it is about', async () => {
    const { named, patient } = await visited(717)
    const { community, council, provider } = world.systems
    const told = (...targets: readonly (string | undefined)[]) => ({
      ...{ resourceType: 'Provenance', recorded: '2026-11-20T10:00:00Z', target: targets.map(to) },
      agent: [{ who: to('Organization/council1') }],
    })
    const foreign = await council.ask('POST', '/fhir/R4/Provenance', told(named.get('referral')))
    expect([foreign.status, foreign.json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([
      403,
      'not-yours-to-tell',
    ])
    // A plan is written by several; whoever wrote into it says so.
    const shared = await create(council, 'Provenance', told(named.get('plan')))
    await read(provider, `Provenance/${String(shared['id'])}`)
    const concern = await create(community, 'Flag', {
      ...{ resourceType: 'Flag', status: 'active', subject: patient, code: text('Safeguarding: ring us') },
    })
    const mixed = await create(community, 'Provenance', told(named.get('plan'), `Flag/${String(concern['id'])}`))
    await read(council, `Provenance/${String(mixed['id'])}`)
    await hidden(provider, `Provenance/${String(mixed['id'])}`)
    const other = await visited(718)
    const two = await community.ask('POST', '/fhir/R4/Provenance', told(named.get('plan'), other.named.get('plan')))
    expect(two.status).toBe(422)
  })
})
