// What random networks found once, each as a story of its own: none of it comes back unseen.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openGateway, type Gateway, type Json } from './gateway.ts'

const organisations = [
  { id: 'trust1', role: 'acute' },
  { id: 'hub1', role: 'hub' },
  { id: 'community1', role: 'community' },
] as const
const agreements = [
  { from: 'trust1', to: 'hub1' },
  { from: 'hub1', to: 'community1' },
]
const to = (reference: string) => ({ reference })

describe('found by random requests:', () => {
  let gateway: Gateway
  beforeEach(async () => {
    gateway = await openGateway(organisations, agreements)
  })
  afterEach(() => gateway.close())

  const post = async (by: string, type: string, resource: object): Promise<string> => {
    const { status, text, json } = await gateway.ask({ organisation: by }, 'POST', type, { resourceType: type, ...resource })
    expect(status, text).toBe(201)
    return `${type}/${String(json['id'])}`
  }
  const change = async (by: string, name: string, edit: (now: Json) => Json): Promise<void> => {
    const { json } = await gateway.ask({ organisation: by }, 'GET', name)
    const { status, text } = await gateway.ask({ organisation: by }, 'PUT', name, edit(json))
    expect(status, text).toBe(200)
  }
  const reads = async (by: string, name: string): Promise<number> => (await gateway.ask({ organisation: by }, 'GET', name)).status
  const admitted = async () => {
    const identifier = [{ system: 'https://trust1.example/person', value: '1' }]
    const patient = await post('trust1', 'Patient', { identifier, birthDate: '1941-11-05' })
    const inpatient = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' }
    const stay = await post('trust1', 'Encounter', { status: 'in-progress', class: inpatient, subject: to(patient) })
    return { patient, stay }
  }
  const refer = (patient: string, stay: string) =>
    post('trust1', 'ServiceRequest', {
      ...{ status: 'active', intent: 'order', subject: to(patient), encounter: to(stay) },
      ...{ requester: to('Organization/trust1'), performer: [to('Organization/hub1')] },
    })

  it('what a label hid and gave back still comes into a journey that opens later', async () => {
    const { patient, stay } = await admitted()
    const form = await post('trust1', 'QuestionnaireResponse', { status: 'completed', subject: to(patient), encounter: to(stay) })
    const kin = await post('trust1', 'RelatedPerson', { patient: to(patient), relationship: [{ text: 'daughter' }] })
    const told = await post('trust1', 'Provenance', {
      ...{ target: [to(form)], recorded: '2026-11-20T10:00:00Z', agent: [{ who: to('Organization/trust1') }] },
    })
    const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }]
    await change('trust1', patient, (now) => ({ ...now, meta: { security } }))
    await change('trust1', patient, (now) => ({ ...now, meta: {} }))
    await refer(patient, stay)
    for (const name of [patient, stay, form, kin, told]) expect(await reads('hub1', name), name).toBe(200)
  })

  it('what tells how something came to be is hidden with it, when that was entered in error or became a concern', async () => {
    const { patient, stay } = await admitted()
    await refer(patient, stay)
    const about = async (name: string) =>
      post('trust1', 'Provenance', {
        ...{ target: [to(name)], recorded: '2026-11-20T10:00:00Z', agent: [{ who: to('Organization/trust1') }] },
      })
    const alert = { status: 'active', subject: to(patient), code: { text: 'Two to visit' } }
    const [wrong, right] = [await post('trust1', 'Flag', alert), await post('trust1', 'Flag', alert)]
    const [ofWrong, ofRight] = [await about(wrong), await about(right)]
    for (const name of [ofWrong, ofRight]) expect(await reads('hub1', name)).toBe(200)
    await change('trust1', wrong, (now) => ({ ...now, status: 'entered-in-error' }))
    expect([await reads('hub1', wrong), await reads('hub1', ofWrong)]).toEqual([404, 404])
    expect([await reads('hub1', right), await reads('hub1', ofRight)]).toEqual([200, 200])
    await change('trust1', right, (now) => ({ ...now, code: { text: 'Safeguarding: ring us' } }))
    const kinds = await gateway.store.read(
      { as: 'gateway', why: 'a test looks at what is stored' },
      'Provenance',
      ofRight.split('/')[1] ?? '',
    )
    expect(kinds?.kind).toBe('safeguarding')
  })
})
