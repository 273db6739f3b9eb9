// Whose a document is: what its Composition refers to, told by R4's rules for references within a Bundle.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, takeReferral } from '../../gateway/demo/acts.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { create, read, resources } from '../../gateway/demo/stage.ts'
import { at, textAt } from '../../gateway/fhir/resource.ts'
import { admission, form, person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

interface Entry {
  readonly fullUrl: string
  readonly resource: object
}

const trust = 'http://pas.trust.example/fhir'
const surgery = 'http://gp.example/fhir'
const urn = () => `urn:uuid:${randomUUID()}`

const div = '<div xmlns="http://www.w3.org/1999/xhtml">Home</div>'
const composition = (more: object) => ({
  ...{ resourceType: 'Composition', id: '1', status: 'final', title: 'Discharge summary', date: '2026-11-23T10:00:00Z' },
  type: { coding: [{ system: 'http://snomed.info/sct', code: '373942005' }] },
  author: [{ display: 'Ward 7' }],
  section: [{ title: 'Plan', text: { status: 'generated', div } }],
  ...more,
})
const relative = composition({ subject: { reference: 'Patient/1' }, encounter: { reference: 'Encounter/1' } })

const known = (system: string, value: string) => [{ system: identifierSystem(`local/trust1-epr/TRUST1${system}`), value }]
const ofClass = (code: string) => ({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code })
const patientOf = ({ local }: SyntheticPerson) => ({ resourceType: 'Patient', id: '1', identifier: known('', local) })
const spellOf = ({ visit }: SyntheticPerson) => ({
  ...{ resourceType: 'Encounter', id: '1', status: 'finished', class: ofClass('IMP'), subject: { reference: 'Patient/1' } },
  identifier: known('/visit', visit),
})

/** Both with the id 1, as the server of that name has them; under addresses that are no server's where there is none. */
const about = (who: SyntheticPerson, server?: string): readonly Entry[] =>
  [patientOf(who), spellOf(who)].map((resource) => ({
    fullUrl: server === undefined ? urn() : `${server}/${resource.resourceType}/1`,
    resource,
  }))

const documentOf = (...entry: readonly Entry[]) => ({
  ...{ resourceType: 'Bundle', type: 'document', timestamp: '2026-11-23T10:00:00Z', entry },
  identifier: { system: 'urn:ietf:rfc:3986', value: urn() },
})

describe.each(databases)('a document on $name', (database) => {
  const [ada, bert] = [person(341), person(342)]
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
    await world.mllp(admission(bert))
    await world.mllp(form(ada))
    await takeReferral(world.stage, 'p')
    await assignTo(world.stage, 'p', 'council', 'arrange-care')
  })
  afterAll(() => endWell(world))

  const statusFor = async (name: 'epr' | 'council', url: string) =>
    (await world.systems[name].ask('GET', `/fhir/R4/${url}`)).status

  /** Of whom the trust finds the document among what is listed, and what the council is answered that is party to Ada's journey. */
  async function filed(document: object) {
    const url = `Bundle/${String((await create(world.systems.epr, 'Bundle', document))['id'])}`
    const found = async (who: SyntheticPerson) => {
      const query = `DocumentReference?patient:Patient.identifier=${nhsNumber}|${who.nhsNumber}`
      return resources(await read(world.systems.epr, query)).some((one) => at(one, 'content.attachment.url').includes(url))
    }
    return { ada: await found(ada), bert: await found(bert), council: await statusFor('council', url) }
  }

  it.each([
    ['before', (own: readonly Entry[], others: readonly Entry[]) => [...others, ...own]],
    ['after', (own: readonly Entry[], others: readonly Entry[]) => [...own, ...others]],
  ])('means its own server’s person and stay, with another server’s of the same ids %s them', async (_, ordered) => {
    const head = { fullUrl: `${trust}/Composition/1`, resource: relative }
    const sent = documentOf(head, ...ordered(about(bert, trust), about(ada, surgery)))
    expect(await filed(sent)).toEqual({ ada: false, bert: true, council: 404 })
  })

  it('of a server means nobody where only another server’s person and stay of those ids are in it', async () => {
    const sent = documentOf({ fullUrl: `${trust}/Composition/1`, resource: relative }, ...about(ada, surgery))
    expect(await filed(sent)).toEqual({ ada: false, bert: false, council: 404 })
  })

  it('of no server means the only person and stay of those ids, whichever version of them it names', async () => {
    const resource = { ...relative, encounter: { reference: 'Encounter/1/_history/2' } }
    const sent = documentOf({ fullUrl: urn(), resource }, ...about(ada))
    expect(await filed(sent)).toEqual({ ada: true, bert: false, council: 200 })
  })

  it('of no server is refused where several have those ids, and nothing of it is stored', async () => {
    const before = (await stored(world.store, 'Bundle')).length
    const sent = documentOf({ fullUrl: urn(), resource: relative }, ...about(bert), ...about(ada, surgery))
    const { status, json } = await world.systems.epr.ask('POST', '/fhir/R4/Bundle', sent)
    expect([status, at(json, 'issue.details.coding.code').filter((code) => code === 'entry-ambiguous')]).toEqual([
      422,
      ['entry-ambiguous', 'entry-ambiguous'],
    ])
    expect(at(json, 'issue.expression')).toEqual([
      'Bundle.entry[0].resource.encounter.reference',
      'Bundle.entry[0].resource.subject.reference',
    ])
    expect(at(json, 'issue.details.text')).toEqual([
      'may mean Bundle.entry[2] or Bundle.entry[4]: refer to the fullUrl of the one that is meant',
      'may mean Bundle.entry[1] or Bundle.entry[3]: refer to the fullUrl of the one that is meant',
    ])
    expect((await stored(world.store, 'Bundle')).length).toBe(before)
  })

  it('that $document made is read by whoever may read its Composition, though its stay has no identifier', async () => {
    const { epr } = world.systems
    const [referral] = resources(await read(epr, `ServiceRequest?patient:Patient.identifier=${nhsNumber}|${ada.nhsNumber}`))
    const subject = { reference: textAt(referral, 'subject.reference') }
    const visit = await create(epr, 'Encounter', {
      ...{ resourceType: 'Encounter', status: 'planned', class: ofClass('HH'), subject },
      basedOn: [{ reference: `ServiceRequest/${String(referral?.['id'])}` }],
    })
    const encounter = { reference: `Encounter/${String(visit['id'])}` }
    const kept = String((await create(epr, 'Composition', composition({ subject, encounter })))['id'])
    const made = await read(epr, `Composition/${kept}/$document`)
    expect(await statusFor('council', `Composition/${kept}`)).toBe(200)
    expect(await filed(made)).toEqual({ ada: true, bert: false, council: 200 })
  })

  it('that names what its sender may not see by its address here is nobody’s but the sender’s', async () => {
    const [spell] = resources(
      await read(world.systems.epr, `Encounter?class=IMP&patient.identifier=${nhsNumber}|${ada.nhsNumber}`),
    )
    const stay = `Encounter/${String(spell?.['id'])}`
    const addresses = [textAt(spell, 'subject.reference') ?? '', stay].map((one) => `${world.url}/fhir/R4/${one}`)
    const [subject, encounter] = addresses.map((reference) => ({ reference }))
    const head = { fullUrl: `${world.url}/fhir/R4/Composition/1`, resource: composition({ subject, encounter }) }
    const entries = about(ada).map(({ resource }, i) => ({ fullUrl: addresses[i] ?? '', resource }))
    const sent = documentOf(head, ...entries)
    const { status, text } = await world.systems.otherTrust.ask('POST', '/fhir/R4/Bundle', sent, {
      prefer: 'return=OperationOutcome',
    })
    expect([status, text.includes('spell-unknown')]).toEqual([201, true])
  })
})
