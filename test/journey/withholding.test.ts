// What is kept from an organisation whatever it is a party to: by a word on the resource, on the referral, or by the person's objection.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import { assignTo, receiveAndAccept } from '../../gateway/demo/acts.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { change, create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import type { Wire } from '../../gateway/demo/wire.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import { adt, form, person } from './people.ts'
import { admit, assignByCouncil, plan, refer, referred, task } from './scene.ts'
import { seenBy } from './sight.ts'
import { asGateway, databases, endWell, startWorld, type Name, type World } from './world.ts'

const text = (words: string) => ({ text: words })
const to = (reference: string | undefined) => ({ reference: reference ?? '' })
const from = (organization: string) => ({
  extension: [{ url: structureDefinition('withheld-from'), valueReference: to(`Organization/${organization}`) }],
})

describe.each(databases)('what is kept from an organisation, on $name,', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(async () => {
    await endWell(world)
  })

  /** A journey with hub, community, council, provider and GP. */
  const visited = async (n: number) => {
    const { who, named } = await referred(world, n)
    for (const system of ['community', 'council'] as const) {
      named.set(`${system} task`, await assignTo(world.stage, 'p', system, 'assess-and-plan'))
      await receiveAndAccept(world.stage, system, named.get(`${system} task`) ?? '')
    }
    await create(world.systems.hub, 'Task', task(named, 'hub1', 'gp1'))
    named.set('provider task', await assignByCouncil(world, named))
    await plan(world, named)
    for (const name of ['patient2', 'spell2']) named.delete(name)
    return { who, named, of: (name: string) => to(named.get(name)) }
  }
  const written = async (by: Name, type: string, resource: object) => {
    const made = await create(world.systems[by], type, { resourceType: type, ...resource })
    return `${type}/${String(made['id'])}`
  }
  const refusal = async (wire: Wire, type: string, resource: object) => {
    const { status, text: words } = await wire.ask('POST', `/fhir/R4/${type}`, { resourceType: type, ...resource })
    return [status, ...[...words.matchAll(/"code":"([a-z]+-[a-z-]+)"/g)].map(([, id]) => id)].join(' ')
  }
  const alert = (subject: object, more: object = {}) => ({ status: 'active', subject, code: text('Two to visit'), ...more })

  describe('a resource that says so', () => {
    it('is hidden from it in every way of asking, though its role sees the kind, and comes back when that is taken away', async () => {
      const { who, of } = await visited(800)
      const { provider, council, community } = world.systems
      const open = await written('council', 'Flag', alert(of('patient')))
      const kept = await written('council', 'Flag', alert(of('patient'), from('provider1')))
      const told = await written('council', 'Provenance', {
        ...{ target: [to(`${kept}/_history/1`)], recorded: '2026-11-20T10:00:00Z' },
        agent: [{ who: to('Organization/council1') }],
      })
      const all = { open, kept, told }
      expect(await seenBy(provider, all, who.nhsNumber)).toEqual(['open'])
      expect(await seenBy(community, all, who.nhsNumber)).toEqual(['open', 'kept', 'told'])
      const revinclude = `Patient?_id=${of('patient').reference.split('/')[1]}&_revinclude=Flag:subject&_has:Flag:subject:_id=`
      expect(resources(await read(provider, `${revinclude}${open.split('/')[1]}`))).toHaveLength(2)
      expect(resources(await read(provider, `${revinclude}${kept.split('/')[1]}`))).toEqual([])
      await change(council, kept, ({ extension: _, ...flag }) => flag)
      expect(await seenBy(provider, all, who.nhsNumber)).toEqual(['open', 'kept', 'told'])
      await change(council, kept, (flag) => ({ ...flag, ...from('provider1') }))
      expect(await seenBy(provider, all, who.nhsNumber)).toEqual(['open'])
    })

    it('takes its files with it, and what is said later of how it came to be', async () => {
      const { of } = await visited(801)
      const { gp, community } = world.systems
      const paper = await written('community', 'Binary', {
        ...{ contentType: 'application/pdf', data: Buffer.from('%PDF-1.4 synthetic').toString('base64') },
        securityContext: of('contact'),
      })
      await read(gp, paper)
      const listed = await written('community', 'DocumentReference', {
        ...{
          status: 'current',
          subject: of('patient'),
          content: [{ attachment: { contentType: 'application/pdf', url: paper } }],
        },
        ...{ context: { related: [of('referral')] }, ...from('gp1') },
      })
      const told = await written('community', 'Provenance', {
        ...{ target: [to(listed)], recorded: '2026-11-20T10:00:00Z', agent: [{ who: to('Organization/community1') }] },
      })
      for (const one of [paper, listed, told]) await hidden(gp, one)
      for (const one of [paper, listed]) await read(world.systems.hub, one)
      await change(community, listed, ({ extension: _, ...document }) => document)
      for (const one of [paper, listed, told]) await read(gp, one)
    })

    it('takes the files along that it guards, also those from before it was kept, and gives them back', async () => {
      const { of } = await visited(829)
      const { gp, community } = world.systems
      const contact = of('contact').reference
      const paper = await written('community', 'Binary', {
        ...{ contentType: 'application/pdf', data: Buffer.from('%PDF-1.4 synthetic').toString('base64') },
        securityContext: to(contact),
      })
      await read(gp, paper)
      await change(community, contact, (visit) => ({ ...visit, ...from('gp1') }))
      for (const one of [contact, paper]) await hidden(gp, one)
      await read(world.systems.hub, paper)
      await change(community, contact, ({ extension: _, ...visit }) => visit)
      for (const one of [contact, paper]) await read(gp, one)
    })

    it('is named by nothing that the organisation reads', async () => {
      const { of } = await visited(802)
      const kept = await written('council', 'Flag', alert(of('patient'), from('provider1')))
      const plans = { status: 'active', intent: 'plan', subject: of('patient'), supportingInfo: [of('referral'), to(kept)] }
      expect(await refusal(world.systems.community, 'CarePlan', plans)).toBe('422 business-rule names-what-is-withheld')
      await written('community', 'CarePlan', { ...plans, ...from('provider1') })
      // What it named before stays, and whoever is kept out hears of it by no refusal.
      const later = await written('council', 'Flag', alert(of('patient')))
      const shared = await written('community', 'CarePlan', { ...plans, supportingInfo: [of('referral'), to(later)] })
      await change(world.systems.council, later, (flag) => ({ ...flag, ...from('provider1') }))
      await change(world.systems.provider, shared, (one) => ({ ...one, title: 'Twice a day' }))
      await hidden(world.systems.provider, later)
    })

    it('is named by no version and no address of it, nor does a document hold or name it', async () => {
      const { of } = await visited(890)
      const { community, council, otherCouncil } = world.systems
      const kept = await written('council', 'Flag', alert(of('patient'), from('provider1')))
      const subject = of('patient')
      const refused = '422 business-rule names-what-is-withheld'
      const url = `${world.url}/fhir/R4`
      for (const name of [`${kept}/_history/1`, `${url}/${kept}/_history/1`]) {
        const plans = { status: 'active', intent: 'plan', subject, supportingInfo: [of('referral'), to(name)] }
        expect(await refusal(community, 'CarePlan', plans)).toBe(refused)
      }
      for (const address of [kept, `${kept}?_format=json`, `${url}/${kept}`]) {
        const listed = { status: 'current', subject, content: [{ attachment: { contentType: 'text/plain', url: address } }] }
        expect(await refusal(community, 'DocumentReference', listed)).toBe(refused)
      }
      const { extension: __, ...own } = (await read(council, kept)) as Record<string, unknown>
      const open = await written('council', 'Flag', alert(subject))
      const document = (entry: object, section: object) => ({
        ...{ type: 'document', timestamp: '2026-11-20T10:00:00Z' },
        identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${randomUUID()}` },
        entry: [
          {
            fullUrl: `urn:uuid:${randomUUID()}`,
            resource: {
              ...{ resourceType: 'Composition', status: 'final', title: 'Alerts', date: '2026-11-20T10:00:00Z' },
              ...{ type: text('Summary'), author: [{ display: 'Duty desk' }], section: [{ title: 'Alerts', ...section }] },
            },
          },
          entry,
        ],
      })
      const text1 = { text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Two to visit</div>' } }
      const { id, ...nameless } = own
      const copies = {
        'under its own address': { fullUrl: `${url}/${kept}`, resource: own },
        'under its id': { fullUrl: `urn:uuid:${String(id)}`, resource: nameless },
        'under no address of ours, with its id': { fullUrl: 'urn:uuid:5b0f3f0a-7a3c-4a7e-8a43-0f6c64d5a001', resource: own },
        'that says itself that it is kept': {
          fullUrl: 'urn:uuid:5b0f3f0a-7a3c-4a7e-8a43-0f6c64d5a002',
          resource: { ...nameless, ...from('provider1') },
        },
      }
      for (const [name, copy] of Object.entries(copies)) {
        expect([name, await refusal(council, 'Bundle', document(copy, text1))]).toEqual([name, refused])
      }
      const other = { fullUrl: `${url}/${open}`, resource: (await read(council, open)) as object }
      expect(await refusal(council, 'Bundle', document(other, { entry: [to(`${url}/${kept}`)] }))).toBe(refused)
      expect(await refusal(council, 'Bundle', document(other, text1))).toBe('201')
      // Whoever does not see it hears nothing by it either.
      for (const wire of [otherCouncil, world.systems.epr]) {
        const { status } = await wire.ask('GET', `/fhir/R4/${kept}`)
        const copied = { fullUrl: `${url}/${kept}`, resource: own }
        expect((await refusal(wire, 'Bundle', document(copied, text1))) === '201').toBe(status === 404)
      }
    })

    it('names an organisation that is known, that did not write it, and is written by those who safeguard', async () => {
      const { of } = await visited(803)
      const { provider, council, hub, voluntary } = world.systems
      const flag = (organization: string) => alert(of('patient'), from(organization))
      expect(await refusal(provider, 'Flag', flag('council1'))).toBe('403 not-yours-to-withhold')
      expect(await refusal(voluntary, 'Flag', alert({ display: 'somebody' }, from('hub1')))).toBe('403 not-yours-to-withhold')
      expect(await refusal(council, 'Flag', flag('nobody'))).toBe('422 not-found reference-unknown')
      expect(await refusal(council, 'Flag', flag('council1'))).toBe('422 business-rule withheld-from-its-author')
      expect(
        await refusal(
          council,
          'Flag',
          alert(of('patient'), {
            extension: [{ url: structureDefinition('withheld-from'), valueReference: { display: 'the agency' } }],
          }),
        ),
      ).toBe('422 business-rule withheld-from-unknown')
      await written('hub', 'Flag', flag('provider1'))
      expect(await refusal(hub, 'Flag', flag('hub1'))).toBe('422 business-rule withheld-from-its-author')
    })

    it('stays kept when its author sends it again, and is told to the organisation by no notice', async () => {
      const { who, of } = await visited(804)
      const kept = await written('council', 'Flag', alert(of('patient'), from('provider1')))
      await change(world.systems.council, kept, (flag) => ({ ...flag, status: 'inactive' }))
      await change(world.systems.council, kept, (flag) => ({ ...flag, status: 'entered-in-error' }))
      await hidden(world.systems.provider, kept)
      expect(who.nhsNumber).not.toBe('')
      const told = resources(await read(world.systems.provider, 'Communication?_count=200'))
      expect(told.filter((one) => JSON.stringify(one).includes(kept))).toEqual([])
    })
  })

  describe('a referral that says so', () => {
    it('keeps its whole journey: its tasks, its notices, and what comes later; but nobody loses what they wrote', async () => {
      const { who, named, of } = await visited(805)
      const { epr, council, hub } = world.systems
      const own = await written('council', 'CarePlan', {
        ...{ status: 'active', intent: 'plan', subject: of('patient'), supportingInfo: [of('referral')] },
      })
      const all = { ...Object.fromEntries(named), own }
      const before = await seenBy(council, all, who.nhsNumber)
      expect(before).toContain('spell')
      await change(epr, named.get('referral') ?? '', (referral) => ({ ...referral, ...from('council1') }))
      // The council wrote its plan and the task that it gave to the provider.
      expect(await seenBy(council, all, who.nhsNumber)).toEqual(['provider task', 'own'])
      const noticesOf = async () => resources(await read(council, 'Communication?_count=200')).length
      const heard = await noticesOf()
      const rows = async () => (await world.store.outbox(10_000)).filter(({ organization }) => organization === 'council1').length
      const outbox = await rows()
      await world.mllp(adt('A08', who, { at: ago(3), segments: ['PV2|||||||||20991231'] }))
      await world.mllp(adt('A03', who, { at: ago(2) }))
      expect([await noticesOf(), await rows()]).toEqual([heard, outbox])
      const later = await written('community', 'Goal', {
        ...{ lifecycleStatus: 'active', description: text('Cooks'), subject: of('patient'), addresses: [of('referral')] },
      })
      await hidden(council, later)
      expect(await refusal(hub, 'Task', task(named, 'hub1', 'council1'))).toBe('422 business-rule withheld-from-owner')
      await change(epr, named.get('referral') ?? '', ({ extension: _, ...referral }) => referral)
      expect(await seenBy(council, all, who.nhsNumber)).toEqual(before)
      await read(council, later)
      await change(epr, named.get('referral') ?? '', (referral) => ({ ...referral, ...from('council1') }))
      await change(hub, named.get('council task') ?? '', (one) => ({ ...one, status: 'cancelled' }))
    })

    it('keeps it from its first moment when it says so at once, and never from the hub that holds it', async () => {
      const { named } = await visited(806)
      const { epr, hub, council } = world.systems
      const {
        id: _,
        meta: __,
        ...referral
      } = JSON.parse(JSON.stringify(await read(epr, named.get('referral') ?? ''))) as FhirResource
      expect(await refusal(epr, 'ServiceRequest', { ...referral, ...from('hub1') })).toBe(
        '422 business-rule withheld-from-holder',
      )
      const again = await written('epr', 'ServiceRequest', { ...referral, ...from('council1') })
      const [mine] = resources(await read(hub, `Task?focus=${again}`))
      expect(mine?.['status']).toBe('requested')
      const other = new Map([...named, ['referral', again]])
      expect(await refusal(hub, 'Task', task(other, 'hub1', 'council1'))).toBe('422 business-rule withheld-from-owner')
      await hidden(council, again)
      await change(epr, named.get('referral') ?? '', (one) => ({ ...one, language: 'en' }))
    })
  })

  describe('a person who objects', () => {
    const objection = (patient: object, provision: object, more: object = {}) => ({
      ...{ status: 'active', patient, policyRule: text('Objection to sharing') },
      scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
      category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
      provision: { type: 'deny', ...provision },
      ...more,
    })
    let refused: ReturnType<typeof visited> | undefined
    const actor = (organization: string) => ({ role: text('who must not see it'), reference: to(`Organization/${organization}`) })

    it('to one organisation is kept from it with all journeys, the objection too, and withdrawing it restores exactly', async () => {
      const { who, named, of } = await visited(807)
      const { provider, hub } = world.systems
      const before = await seenBy(provider, Object.fromEntries(named), who.nhsNumber)
      expect(before).toEqual(['patient', 'provider task', 'goal', 'plan', 'contact'])
      const said = await written('hub', 'Consent', objection(of('patient'), { actor: [actor('provider1')] }))
      expect(await seenBy(provider, { ...Object.fromEntries(named), said }, who.nhsNumber)).toEqual([])
      expect(await seenBy(world.systems.gp, { said }, who.nhsNumber)).toEqual(['said'])
      await change(hub, said, (consent) => ({ ...consent, status: 'inactive' }))
      expect(await seenBy(provider, { ...Object.fromEntries(named), said }, who.nhsNumber)).toEqual([...before, 'said'])
    })

    it('to one organisation is remembered by the next referral', async () => {
      const { who, named, of } = await visited(808)
      await written('hub', 'Consent', objection(of('patient'), { actor: [actor('gp1')] }))
      await world.mllp(form(who, ago(1)).replace(/FORM-\w+/, `NEXT-${who.visit}`))
      const tasks = resources(await read(world.systems.hub, `Task?patient=${of('patient').reference}&code=home-first-referral`))
      const next = tasks.map((one) => String(one['focus']?.['reference'])).find((one) => one !== named.get('referral'))
      const other = new Map([...named, ['referral', next ?? '']])
      expect(await refusal(world.systems.hub, 'Task', task(other, 'hub1', 'gp1'))).toBe('422 business-rule withheld-from-owner')
    })

    it('is kept by every journey of theirs, also one that is none of the business of who wrote it down', async () => {
      const [who, named] = [person(817), new Map<string, string>()]
      await admit(world, who, named)
      await refer(world, who, named)
      const { hub, otherTrust, otherHub } = world.systems
      const said = await written('hub', 'Consent', objection(to(named.get('patient')), { actor: [actor('council2')] }))
      const referral = await written('otherTrust', 'ServiceRequest', {
        ...{ status: 'active', intent: 'order', subject: to(named.get('patient2')), performer: [to('Organization/hub2')] },
      })
      const [episode] = resources(await read(otherTrust, `EpisodeOfCare?incoming-referral=${referral}`))
      const rows = async () => (await world.store.withholdings(`EpisodeOfCare/${episode?.['id']}`)).map(({ source }) => source)
      expect(await rows()).toEqual([said])
      await change(hub, said, (consent) => ({ ...consent, language: 'en' }))
      await change(hub, said, (consent) => ({
        ...consent,
        provision: { type: 'deny', actor: [actor('council2'), actor('gp1')] },
      }))
      expect((await rows()).length).toBe(2)
      const theirs = new Map([
        ['referral', referral],
        ['patient', named.get('patient2') ?? ''],
      ])
      expect(await refusal(otherHub, 'Task', task(theirs, 'hub2', 'council2'))).toBe('422 business-rule withheld-from-owner')
      await change(hub, said, (consent) => ({ ...consent, status: 'inactive' }))
      expect(await rows()).toEqual([])
    })

    it('to one letter keeps that letter, whoever wrote it, and nothing else', async () => {
      const { who, named, of } = await visited(809)
      const { gp, council } = world.systems
      const all = Object.fromEntries(named)
      const before = await seenBy(gp, all, who.nhsNumber)
      expect(before).toEqual(expect.arrayContaining(['letter', 'pdf']))
      const data = [{ meaning: 'instance', reference: of('letter') }]
      const said = await written('council', 'Consent', objection(of('patient'), { actor: [actor('gp1')], data }))
      expect(await seenBy(gp, all, who.nhsNumber)).toEqual(before.filter((one) => !['letter', 'pdf'].includes(one)))
      // Another source that keeps the same letter outlives the first.
      const again = await written('hub', 'Consent', objection(of('patient'), { actor: [actor('gp1')], data }))
      await change(council, said, (consent) => ({ ...consent, status: 'inactive' }))
      expect(await seenBy(gp, all, who.nhsNumber)).not.toContain('letter')
      await change(world.systems.hub, again, (consent) => ({ ...consent, status: 'inactive' }))
      expect(await seenBy(gp, all, who.nhsNumber)).toEqual(before)
    })

    it.each([
      ['nobody', {}, '422 business-rule objection-names-nobody'],
      [
        'a professional',
        { actor: [{ role: text('x'), reference: { display: 'the nurse' } }] },
        '422 business-rule objection-names-nobody',
      ],
      ['for a time', { actor: [actor('provider1')], period: { end: '2026-12-24' } }, '422 not-supported objection-not-kept'],
      ['of one class', { actor: [actor('provider1')], class: [{ code: 'Condition' }] }, '422 not-supported objection-not-kept'],
      ['the hub', { actor: [actor('hub1')] }, '422 business-rule withheld-from-holder'],
    ])('is refused what would not be kept as it is said: %s', async (_, provision, answer) => {
      const { of } = await (refused ??= visited(810))
      expect(await refusal(world.systems.council, 'Consent', objection(of('patient'), provision))).toBe(answer)
    })

    it('to research is recorded, and hides nothing from those who care: nothing is shared for it', async () => {
      const { who, named, of } = await visited(811)
      const purpose = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HRESCH' }]
      const said = await written('epr', 'Consent', objection(of('patient'), { purpose }))
      expect(await seenBy(world.systems.provider, { said, plan: named.get('plan') ?? '' }, who.nhsNumber)).toEqual([
        'said',
        'plan',
      ])
    })

    it('keeps nothing that is said of another person', async () => {
      const [one, other] = [await visited(815), await visited(816)]
      const data = [{ meaning: 'instance', reference: other.of('letter') }]
      const provision = { actor: [actor('gp1')], data }
      expect(await refusal(world.systems.council, 'Consent', objection(one.of('patient'), provision))).toBe(
        '422 business-rule other-person',
      )
    })

    it('to a decision is stated by its owner, and hides nothing', async () => {
      const { who, of } = await visited(814)
      const said = await written('hub', 'Observation', {
        ...{ status: 'final', subject: of('patient'), basedOn: [of('referral')], performer: [to('Organization/hub1')] },
        code: { coding: [{ system: codeSystem('decision'), code: 'involvement' }] },
        valueCodeableConcept: { coding: [{ system: codeSystem('objection'), code: 'person-objects' }], text: 'To leaving today' },
      })
      for (const name of ['epr', 'community', 'council'] as const)
        expect(await seenBy(world.systems[name], { said, patient: of('patient').reference }, who.nhsNumber)).toEqual([
          'said',
          'patient',
        ])
    })

    it('and is told so by a provider, who may not keep anything from others, only tell', async () => {
      const { of } = await visited(812)
      expect(await refusal(world.systems.provider, 'Consent', objection(of('patient'), { actor: [actor('council1')] }))).toBe(
        '403 not-yours-to-withhold',
      )
    })
  })

  it('is kept by rows that name their source, and no more', async () => {
    const { of } = await visited(813)
    const kept = await written('council', 'Flag', alert(of('patient'), from('provider1')))
    expect(await world.store.withholdings(kept)).toEqual([
      { resource: kept, organization: 'provider1', source: kept, reason: 'Flag' },
    ])
    expect(await world.store.read(asGateway, 'Flag', randomUUID())).toBeUndefined()
  })
})
