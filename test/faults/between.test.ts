// What another gateway commits between two questions of a plan: the races of exactly-once.test.ts, made to happen each time.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { referralMessage } from '../../gateway/demo/bert.ts'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import type { Store } from '../../gateway/store/store.ts'
import { identifierSystem } from '../../profiles/canonical.ts'
import { openHouse, type House } from './house.ts'
import { person } from './people.ts'

const local = identifierSystem('local/trust1-epr/TRUST1')
const hl7Type = { 'content-type': 'application/hl7-v2' }

/** After the first question that `at` recognises has been answered, `happens` is awaited before the plan hears the answer. */
interface Interruption {
  at(question: string): boolean
  happens(): Promise<unknown>
}

describe('a commit of another between two questions of a plan', () => {
  let house: House
  let next: Interruption | undefined
  beforeAll(async () => {
    house = await openHouse(undefined, (store) =>
      interrupted(store, (question) => {
        if (!next?.at(question)) return undefined
        const { happens } = next
        next = undefined
        return happens()
      }),
    )
  })
  afterAll(() => house.close())

  const post = (path: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
    house.wires.epr.ask('POST', path, body, headers)
  const total = async (query: string) => Number((await house.wires.epr.ask('GET', `/fhir/R4/${query}`)).json['total'])

  it('does not let an update pass over a version that its If-Match does not name', async () => {
    const { json } = await post('/fhir/R4/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: local, value: person(100).local }],
    })
    const path = `/fhir/R4/Patient/${json['id']}`
    const update = (family: string) =>
      house.wires.epr.ask('PUT', path, { resourceType: 'Patient', id: json['id'], name: [{ family }] }, { 'if-match': 'W/"1"' })
    let inner = 0
    // By a transaction, because two updates at one address wait for each other within a gateway.
    const resource = { resourceType: 'Patient', id: json['id'], name: [{ family: 'FIRST' }] }
    const entry = [{ resource, request: { method: 'PUT', url: `Patient/${json['id']}`, ifMatch: 'W/"1"' } }]
    next = {
      at: (question) => question === `read organization Patient ${json['id']}`,
      happens: async () => (inner = (await post('/fhir/R4', { resourceType: 'Bundle', type: 'transaction', entry })).status),
    }
    const outer = await update('SECOND')
    expect([inner, outer.status]).toEqual([200, 412])
    expect((await house.wires.epr.ask('GET', path)).text).toContain('FIRST')
  })

  it('does not make a spell twice', async () => {
    const ada = person(101)
    let inner = ''
    // The same person under identifiers in another order, so that the two do not wait for each other.
    const reversed = { pid: { 3: `${ada.local}^^^TRUST1^PI~${ada.nhsNumber}^^^NHS^NH` } }
    next = {
      at: (question) => question === 'holder key:trust1:Encounter',
      happens: async () =>
        (inner = (await post('/hl7v2', hl7('ADT^A01^ADT_A01', ada, { at: ago(9), ...reversed }), hl7Type)).text),
    }
    const outer = await post('/hl7v2', hl7('ADT^A02^ADT_A02', ada, { at: ago(8) }), hl7Type)
    expect([ackCode(inner), ackCode(outer.text)]).toEqual(['AA', 'AA'])
    expect(await total(`Encounter?identifier=${local}/visit|${ada.visit}`)).toBe(1)
    expect(await total(`Patient?identifier=${local}|${ada.local}`)).toBe(1)
  })

  it('does not make a resource twice that If-None-Exist asks to make once', async () => {
    const patient = await post('/fhir/R4/Patient', { resourceType: 'Patient' })
    const body = {
      resourceType: 'ServiceRequest',
      identifier: [{ system: 'urn:example:referrals', value: 'BETWEEN' }],
      status: 'draft',
      intent: 'plan',
      subject: { reference: `Patient/${patient.json['id']}` },
    }
    const create = () => post('/fhir/R4/ServiceRequest', body, { 'if-none-exist': 'identifier=urn:example:referrals|BETWEEN' })
    let inner = 0
    next = { at: (question) => question === 'search ServiceRequest', happens: async () => (inner = (await create()).status) }
    const outer = await create()
    expect([inner, outer.status]).toEqual([201, 200])
    expect(await total('ServiceRequest?identifier=urn:example:referrals|BETWEEN')).toBe(1)
  })

  it('does not make a resource twice by a conditional update', async () => {
    const body = { resourceType: 'Patient', identifier: [{ system: 'urn:example:between', value: 'UPDATE' }] }
    const put = () => house.wires.epr.ask('PUT', '/fhir/R4/Patient?identifier=urn:example:between|UPDATE', body)
    let inner = 0
    next = { at: (question) => question === 'search Patient', happens: async () => (inner = (await put()).status) }
    const outer = await put()
    expect([inner, outer.status]).toEqual([201, 200])
    expect(await total('Patient?identifier=urn:example:between|UPDATE')).toBe(1)
  })

  it('does not answer a condition with what was deleted meanwhile', async () => {
    const body = { resourceType: 'Patient', identifier: [{ system: 'urn:example:between', value: 'GONE' }] }
    const create = () => post('/fhir/R4/Patient', body, { 'if-none-exist': 'identifier=urn:example:between|GONE' })
    const first = String((await create()).json['id'])
    let inner = 0
    next = {
      at: (question) => question === `read organization Patient ${first}`,
      happens: async () => (inner = (await house.wires.epr.ask('DELETE', `/fhir/R4/Patient/${first}`)).status),
    }
    const outer = await create()
    expect([inner, outer.status]).toEqual([204, 201])
    expect(outer.json['id']).not.toBe(first)
  })

  it('does not let a person be deleted while they are being referred', async () => {
    const { json } = await post('/fhir/R4/Patient', { resourceType: 'Patient' })
    const referral = {
      ...{ resourceType: 'ServiceRequest', status: 'active', intent: 'order' },
      subject: { reference: `Patient/${json['id']}` },
      performer: [{ reference: 'Organization/hub1' }],
    }
    let inner = 0
    next = {
      at: (question) => question === `read organization Patient ${json['id']}`,
      happens: async () => (inner = (await house.wires.epr.ask('DELETE', `/fhir/R4/Patient/${json['id']}`)).status),
    }
    const outer = await post('/fhir/R4/ServiceRequest', referral)
    expect([inner, outer.status], outer.text).toEqual([204, 422])
    expect(await total(`ServiceRequest?subject=Patient/${json['id']}`)).toBe(0)
  })

  it('does not refuse a message for what is half of the other commit', async () => {
    const ben = person(102)
    const send = () =>
      post('/fhir/R4/$process-message', referralMessage(ben as never, 'words'), {
        'x-request-id': randomUUID(),
        'x-correlation-id': randomUUID(),
      })
    let inner = 0
    next = { at: (question) => question === 'holder key:trust1:Patient', happens: async () => (inner = (await send()).status) }
    const outer = await send()
    expect([inner, outer.status], outer.text.slice(0, 500)).toEqual([200, 200])
    expect(await total(`Patient?identifier=${local}|${ben.local}`)).toBe(1)
  })
})

function interrupted(store: Store, interrupt: (question: string) => Promise<unknown> | undefined): Store {
  const after = async <T>(answer: Promise<T>, question: string): Promise<T> => {
    const heard = await answer
    await interrupt(question)
    return heard
  }
  return {
    ...store,
    read: (access, type, id) => after(store.read(access, type, id), `read ${access.as} ${type} ${id}`),
    holder: (space, key) => after(store.holder(space, key), `holder ${space}`),
    search: (access, query) => after(store.search(access, query), `search ${query.type}`),
  }
}
