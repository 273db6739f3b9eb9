// No name, number or date of a person leaves by a log, an error or an address, whatever comes in (HOUSE law 11).

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { referralMessage } from '../../gateway/demo/bert.ts'
import { people } from '../../gateway/demo/cast.ts'
import { play } from '../../gateway/demo/demo.ts'
import { ago, hl7, referralForm } from '../../gateway/demo/hl7.ts'
import { identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import { badRequests, noise } from './bad-fhir.ts'
import { badMessages } from './bad-hl7.ts'
import { databases } from './databases.ts'
import { endAll, makeCamp, startGateway, type Camp, type Gateway } from './gateway.ts'
import { ask } from './http.ts'
import { openSender } from './mllp.ts'
import { person } from './people.ts'

const local = identifierSystem('local/trust1-epr/TRUST1')

describe.each(databases)('privacy, on $name', ({ url }) => {
  let camp: Camp
  let gateway: Gateway
  beforeAll(async () => {
    camp = makeCamp(await url())
    gateway = await startGateway({ ...camp.environment, LOG_LEVEL: 'trace' })
  })
  afterAll(async () => {
    await gateway.end('SIGTERM')
    endAll()
    camp.remove()
  })

  it('writes nobody into its log, through all bad input and the story of the demo', { timeout: 60_000 }, async () => {
    const wires = camp.wires(gateway.url)
    const tokens = await Promise.all(Object.values(wires).map((wire) => wire.token()))
    const authorization = `Bearer ${tokens[0]}`
    for (const { sent } of badRequests) await ask(gateway.url, { ...sent, headers: { ...sent.headers, authorization } })
    const sender = await openSender(gateway.mllp)
    for (const { message } of badMessages) {
      const control = randomUUID().slice(0, 20)
      await sender.send(message(control))
      const headers = { authorization, 'content-type': 'application/hl7-v2' }
      await ask(gateway.url, { method: 'POST', path: '/hl7v2', headers, body: Buffer.from(message(`H${control}`)) })
    }
    sender.end()
    const stage = { systems: wires, mllp: async (text: string) => once(gateway.mllp, text), known: new Map<string, string>() }
    const told: string[] = []
    expect(await play(stage, (line) => void told.push(line)), told.join('\n')).toBe(true)
    // Tokens, assertions and headers that nobody should send, and everybody does.
    await ask(gateway.url, { method: 'GET', path: '/fhir/R4/Patient', headers: { authorization: `Bearer ${noise(50)}` } })
    await ask(gateway.url, {
      method: 'POST',
      path: '/auth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `client_assertion=${noise(60)}&client_secret=${noise(40)}`,
    })
    const said = gateway.said()
    for (const secret of [...secrets(), ...tokens, ...tokens.map((token) => token.split('.')[2] ?? token), noise(40)])
      expect(said).not.toContain(secret)
    expect(said).not.toContain('"event":"unexpected"')
    expect(said).not.toContain('"event":"mllp-failed"')
  })

  it('puts nobody into an address that it gives out', async () => {
    const { epr, hub } = camp.wires(gateway.url)
    const one = person(80)
    await once(gateway.mllp, hl7('ADT^A01^ADT_A01', one, { at: ago(90) }))
    await once(gateway.mllp, referralForm(one, { at: ago(60) }))
    for (const n of [81, 82, 83])
      await once(gateway.mllp, hl7('ADT^A01^ADT_A01', { ...person(n), family: one.family }, { at: ago(90) }))
    const created = await epr.ask('POST', '/fhir/R4/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: local, value: person(84).local }],
      name: [{ family: person(84).family }],
    })
    const message = await epr.ask('POST', '/fhir/R4/$process-message', referralMessage(person(85) as never, 'words'), {
      'x-request-id': randomUUID(),
      'x-correlation-id': randomUUID(),
    })
    for (const { headers } of [created, message])
      for (const [, value] of headers)
        for (const secret of [...ofPerson(84), ...ofPerson(85)]) expect(value).not.toContain(secret)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ family: one.family, _count: '2' }).toString()
    const page = await epr.ask('POST', '/fhir/R4/Patient/_search', body, form)
    const links = page.json['link'] as unknown as readonly { relation: string; url: string }[]
    const next = links.find(({ relation }) => relation === 'next')
    expect(next).toBeDefined()
    for (const secret of ofPerson(80)) expect(next?.url).not.toContain(secret)
    expect((await epr.ask('GET', next?.url.slice(gateway.url.length) ?? '')).json['entry']).toHaveLength(2)
    const elsewhere = await hub.ask('GET', next?.url.slice(gateway.url.length) ?? '')
    expect(elsewhere.text).not.toContain(one.family)
  })

  it('tells a stranger nothing in an error about what others stored', async () => {
    const { council } = camp.wires(gateway.url)
    const searched = await council.ask('GET', `/fhir/R4/Patient?identifier=${nhsNumber}|${person(80).nhsNumber}`)
    expect(searched.json['total']).toBe(0)
    const claimed = await council.ask('POST', '/fhir/R4/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: nhsNumber, value: person(80).nhsNumber }],
      birthDate: '1999-09-09',
    })
    expect(claimed.text).not.toContain(person(80).family)
  })
})

async function once(port: number, message: string): Promise<string> {
  const sender = await openSender(port)
  const ack = await sender.send(message)
  sender.end()
  return ack
}

/** Everything about a person that stands in a message; a birth date in both ways of writing it. */
function ofPerson(n: number): readonly string[] {
  const { birthDate, ...rest } = person(n)
  return [...Object.values(rest), birthDate, `${birthDate.slice(0, 4)}-${birthDate.slice(4, 6)}-${birthDate.slice(6)}`]
}

function secrets(): readonly string[] {
  const cast = Object.values(people).flatMap(({ nhsNumber: number, local: id, visit, family, birthDate }) => [
    number,
    id,
    visit,
    family,
    birthDate,
  ])
  const address = ['EXAMPLE ROAD', 'EXAMPLETOWN', 'ZZ99 9ZZ', '01632', '960001', 'Key safe', 'washing and dressing']
  const input = [
    ...badRequests.flatMap(({ secrets: given = [] }) => given),
    ...badMessages.flatMap(({ secrets: given = [] }) => given),
  ]
  return [...[900, 901, 902, 903].flatMap(ofPerson), ...cast, ...address, ...input.filter((text) => text.length > 5)]
}
