// Sixty-four at once: what is one message makes one record, however and wherever it comes in (HOUSE law 2).

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { referralMessage } from '../../gateway/demo/bert.ts'
import type { SystemName } from '../../gateway/demo/cast.ts'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import type { Answered, Wire } from '../../gateway/demo/wire.ts'
import { identifierSystem } from '../../profiles/canonical.ts'
import { createDatabase } from '../postgres.database.ts'
import { endAll, makeCamp, startGateway, type Camp, type Gateway } from './gateway.ts'
import { openSender } from './mllp.ts'
import { person } from './people.ts'

const local = identifierSystem('local/trust1-epr/TRUST1')
const hl7Type = { 'content-type': 'application/hl7-v2' }

const settings = [
  { name: 'SQLite', processes: 1, url: async () => undefined },
  ...(inject('pgUrl')
    ? [
        { name: 'PostgreSQL', processes: 1, url: () => createDatabase(inject('pgUrl')) },
        { name: 'PostgreSQL with two gateways', processes: 2, url: () => createDatabase(inject('pgUrl')) },
      ]
    : []),
]

describe.each(settings)('64 at once, on $name', ({ processes, url }) => {
  let camp: Camp
  let gateways: readonly Gateway[]
  let wires: readonly Readonly<Record<SystemName, Wire>>[]
  beforeAll(async () => {
    camp = makeCamp(await url())
    gateways = await Promise.all(Array.from({ length: processes }, () => startGateway(camp.environment)))
    wires = gateways.map((gateway) => camp.wires(gateway.url))
    await Promise.all(wires.map(({ epr }) => epr.token()))
  })
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.end('SIGTERM')))
    endAll()
    camp.remove()
  })

  const epr = (i: number): Wire => wires[i % processes]!.epr
  const total = async (query: string) => Number((await epr(0).ask('GET', `/fhir/R4/${query}`)).json['total'])
  const all = <T>(work: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 64 }, (_, i) => work(i)))

  /** Half over HTTP, half over MLLP; with two gateways a quarter of each at each. */
  async function send(messageAt: (i: number) => string): Promise<readonly string[]> {
    const senders = await all((i) => openSender(gateways[i % processes]!.mllp))
    const acks = await all(async (i) =>
      i % 4 < 2 ? (await epr(i).ask('POST', '/hl7v2', messageAt(i), hl7Type)).text : senders[i]!.send(messageAt(i)),
    )
    for (const sender of senders) sender.end()
    return acks
  }

  it('makes one spell and equal ACKs of one message by both doors', async () => {
    const ada = person(40)
    const message = hl7('ADT^A01^ADT_A01', ada, { at: ago(60) })
    const acks = await send(() => message)
    expect(new Set(acks).size).toBe(1)
    expect(ackCode(acks[0] ?? '')).toBe('AA')
    expect(await total(`Encounter?identifier=${local}/visit|${ada.visit}`)).toBe(1)
    expect(await total(`Patient?identifier=${local}|${ada.local}`)).toBe(1)
    expect((await send(() => message)).every((ack) => ack === acks[0])).toBe(true)
  })

  it('acknowledges 64 different messages about one person, and ends in the state of the last', async () => {
    const ben = person(41)
    const messages = Array.from({ length: 64 }, (_, i) =>
      hl7(i === 0 ? 'ADT^A01^ADT_A01' : 'ADT^A02^ADT_A02', ben, {
        at: ago(200 - i),
        pv1: { 3: `WARD${i}^BAY1^BED1^TRUST1A`, 44: ago(200) },
      }),
    )
    const acks = await send((i) => messages[i] ?? '')
    expect(acks.map(ackCode)).toEqual(acks.map(() => 'AA'))
    const { json } = await epr(0).ask('GET', `/fhir/R4/Encounter?identifier=${local}/visit|${ben.visit}`)
    expect(json['total']).toBe(1)
    const encounter = json['entry']![0]!['resource'] as unknown as { location: { status: string }[]; status: string }
    expect(encounter.status).toBe('in-progress')
    expect(encounter.location).toHaveLength(64)
    expect(JSON.stringify(encounter.location.at(-1))).toContain('WARD63')
    expect(encounter.location.filter(({ status }) => status === 'active')).toHaveLength(1)
  })

  it('processes one of 64 identical $process-message, and tells the others so', async () => {
    const cara = person(42)
    const message = referralMessage(cara as never, 'A reason in words')
    const headers = { 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID() }
    const answers = await all((i) => epr(i).ask('POST', '/fhir/R4/$process-message', message, headers))
    const [done, others] = [answers.filter(({ status }) => status === 200), answers.filter(({ status }) => status !== 200)]
    expect(done).toHaveLength(1)
    for (const { status, text } of others) {
      expect([425, 409], text).toContain(status)
      expect(text).toContain(status === 425 ? '"in-flight"' : '"duplicate"')
    }
    for (const answer of answers) expect(answer.headers.get('x-request-id')).toBe(headers['x-request-id'])
    expect(await total(`ServiceRequest?subject:Patient.identifier=${local}|${cara.local}`)).toBe(1)
    expect(await total(`Task?patient:Patient.identifier=${local}|${cara.local}`)).toBe(1)
    const changed = referralMessage(person(43) as never, 'Another reason')
    const conflict = await epr(0).ask('POST', '/fhir/R4/$process-message', changed, headers)
    expect([conflict.status, conflict.text]).toEqual([409, expect.stringContaining('"conflict"')])
    expect(await total(`Patient?identifier=${local}|${person(43).local}`)).toBe(0)
  })

  /** A referral that opens nothing yet; `words` tells one test's from another's. */
  const draft = (patient: string, value: string) => ({
    resourceType: 'ServiceRequest',
    identifier: [{ system: 'urn:example:referrals', value }],
    status: 'draft',
    intent: 'plan',
    subject: { reference: patient },
  })
  async function patientOf(n: number): Promise<string> {
    const { json } = await epr(0).ask('POST', '/fhir/R4/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: local, value: person(n).local }],
    })
    return `Patient/${json['id']}`
  }
  const countOf = (value: string) => total(`ServiceRequest?identifier=urn:example:referrals|${value}`)
  const post = (body: unknown, headers: Readonly<Record<string, string>>) =>
    all((i) => epr(i).ask('POST', '/fhir/R4/ServiceRequest', body, headers))

  it('makes one resource and equal answers of 64 POSTs with one X-Request-Id', async () => {
    const answers = await post(draft(await patientOf(44), 'SAME-ID'), { 'x-request-id': randomUUID() })
    expect(new Set(answers.map(said)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await countOf('SAME-ID')).toBe(1)
  })

  it('makes one resource of 64 POSTs with If-None-Exist', async () => {
    const headers = { 'if-none-exist': 'identifier=urn:example:referrals|ONCE' }
    const answers = await post(draft(await patientOf(45), 'ONCE'), headers)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 200)).toHaveLength(63)
    expect(await countOf('ONCE')).toBe(1)
    const patient = { resourceType: 'Patient', identifier: [{ system: local, value: person(46).local }] }
    const ifNoneExist = { 'if-none-exist': `identifier=${local}|${person(46).local}` }
    const patients = await all((i) => epr(i).ask('POST', '/fhir/R4/Patient', patient, ifNoneExist))
    expect(patients.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await total(`Patient?identifier=${local}|${person(46).local}`)).toBe(1)
  })

  it('makes two resources of two POSTs that say nothing of each other', async () => {
    const body = draft(await patientOf(47), 'TWICE')
    const answers = await Promise.all([0, 1].map((i) => epr(i).ask('POST', '/fhir/R4/ServiceRequest', body)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await countOf('TWICE')).toBe(2)
  })

  it('lets one of 64 updates of one version through, and answers the others 412', async () => {
    const patient = await patientOf(48)
    const answers = await all((i) =>
      epr(i).ask(
        'PUT',
        `/fhir/R4/${patient}`,
        { resourceType: 'Patient', id: patient.slice(8), name: [{ family: `NUMBER${i}` }] },
        { 'if-match': 'W/"1"' },
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(63)
  })
})

/** All of an answer but the headers that the connection makes. */
const said = ({ status, text, headers }: Answered): string =>
  JSON.stringify([status, text, headers.get('location'), headers.get('etag'), headers.get('last-modified')])
