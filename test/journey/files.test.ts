// A file that somebody else lists: the list names it, hides nothing, opens nothing, and tells nobody that it is there.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { structureDefinition } from '../../profiles/canonical.ts'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { change, create, hidden, read } from '../../gateway/demo/stage.ts'
import { person } from './people.ts'
import { referred, taskAccepted } from './scene.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

const to = (reference: string | undefined) => ({ reference: reference ?? '' })
const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
const labelled = (patient: Record<string, unknown>) => ({
  ...patient,
  meta: { security: [{ system: confidentiality, code: 'R' }] },
})
const unlabelled = ({ meta: _, ...patient }: Record<string, unknown>) => patient
const from = (organization: string) => ({
  extension: [{ url: structureDefinition('withheld-from'), valueReference: to(`Organization/${organization}`) }],
})
const pdf = { contentType: 'application/pdf', data: Buffer.from('%PDF-1.4 synthetic').toString('base64') }
const lists = (subject: string, url: string, more: object = {}) => ({
  ...{ status: 'current', subject: to(subject), content: [{ attachment: { contentType: 'application/pdf', url } }] },
  ...more,
})

describe.each(databases)('a file that is listed, on $name,', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(async () => {
    await endWell(world)
  })

  /** A journey with hub, community and council; the trust's letter is its `pdf`. */
  const visited = async (n: number) => {
    const made = await referred(world, n)
    for (const system of ['community', 'council'] as const) await taskAccepted(world, system, 'assess-and-plan')
    return made
  }
  const written = async (by: Name, type: string, resource: object) => {
    const made = await create(world.systems[by], type, { resourceType: type, ...resource })
    return `${type}/${String(made['id'])}`
  }
  const nobody = (by: Name) =>
    written(by, 'Patient', {
      identifier: [{ system: `https://${by}.example/id`, value: randomUUID() }],
      birthDate: '1950-01-01',
    })
  const versionOf = async (by: Name, reference: string) => (await read(world.systems[by], reference))['meta']?.['versionId']

  it('by another than its author is neither opened nor changed by the label of whom that other lists it for', async () => {
    const { of } = await visited(870)
    const { council, epr, hub } = world.systems
    const mine = await nobody('council')
    await read(council, of('pdf'))
    await written('council', 'DocumentReference', lists(mine, of('pdf')))
    await change(epr, of('patient'), labelled)
    await hidden(council, of('pdf'))
    const before = await versionOf('epr', of('pdf'))
    await change(council, mine, labelled)
    await change(council, mine, unlabelled)
    await hidden(council, of('pdf'))
    expect(await versionOf('epr', of('pdf'))).toBe(before)
    await change(epr, of('patient'), unlabelled)
    await change(council, mine, labelled)
    await read(hub, of('pdf'))
  })

  it('is kept from nobody by another’s list of it', async () => {
    const { of } = await visited(871)
    const { epr, hub } = world.systems
    await written('council', 'DocumentReference', lists(of('patient'), of('pdf'), from('hub1')))
    await written('council', 'DocumentReference', lists(of('patient'), of('pdf'), from('trust1')))
    await read(hub, of('pdf'))
    await read(epr, of('pdf'))
  })

  it('stays hidden for one person when the label of another goes, for whom the same author lists it too', async () => {
    const [one, two] = [await visited(872), await visited(873)]
    const { community, council } = world.systems
    const paper = await written('community', 'Binary', { ...pdf, securityContext: to(one.of('referral')) })
    for (const { of } of [one, two])
      await written('community', 'DocumentReference', lists(of('patient'), paper, { context: { related: [to(of('referral'))] } }))
    await read(council, paper)
    for (const { of } of [one, two]) await change(world.systems.epr, of('patient'), labelled)
    await hidden(council, paper)
    await change(world.systems.epr, two.of('patient'), unlabelled)
    await hidden(council, paper)
    await change(world.systems.epr, one.of('patient'), unlabelled)
    await read(council, paper)
    await read(community, paper)
  })

  describe('under an address that the caller may not see', () => {
    const faults = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=lastUpdated":")[^"]+/g, '…')
    /** The answers to the same request for what is hidden and for what is not there. */
    const asked = async (of: (name: string) => string, ask: (url: string) => Promise<{ status: number; text: string }>) => {
      const [kept, missing] = [await ask(of('pdf')), await ask(`Binary/${randomUUID()}`)]
      expect([kept.status, faults(kept.text)]).toEqual([missing.status, faults(missing.text)])
      expect(kept.text).toContain('reference-unknown')
      return kept
    }

    it('is refused like one that is not there, alone and in a transaction, in whatever form, and a foreign one is not', async () => {
      const { of } = await visited(874)
      const { otherCouncil } = world.systems
      const mine = await nobody('otherCouncil')
      await hidden(otherCouncil, of('pdf'))
      const base = `${world.url}/fhir/R4`
      const direct = (resource: object) => otherCouncil.ask('POST', '/fhir/R4/DocumentReference', resource)
      const listed = (url: string) => ({ resourceType: 'DocumentReference', ...lists(mine, url) })
      for (const form of ['', '/_history/1', '?_format=json', '#page=2'])
        expect((await asked(of, (url) => direct(listed(`${url}${form}`)))).text).toContain(
          'DocumentReference.content[0].attachment.url',
        )
      await asked(of, (url) => direct(listed(`${base}/${url}`)))
      const guest = { resourceType: 'DocumentReference', id: 'guest', status: 'current' }
      await asked(of, (url) =>
        direct({
          ...{ resourceType: 'DocumentReference', ...lists(mine, 'https://other.example/letter.pdf') },
          contained: [{ ...guest, content: [{ attachment: { url } }] }],
          relatesTo: [{ code: 'appends', target: to('#guest') }],
        }),
      )
      const transaction = (...resources: readonly Record<string, unknown>[]) =>
        otherCouncil.ask('POST', '/fhir/R4', {
          ...{ resourceType: 'Bundle', type: 'transaction' },
          entry: resources.map((resource) => ({
            fullUrl: resource['resourceType'] === 'Binary' ? 'urn:uuid:7d0d1b5c-5e4e-4c0e-9b0e-3f7a1c6d2e11' : undefined,
            resource,
            request: { method: 'POST', url: resource['resourceType'] },
          })),
        })
      await asked(of, (url) => transaction(listed(url)))
      const own = listed('urn:uuid:7d0d1b5c-5e4e-4c0e-9b0e-3f7a1c6d2e11')
      expect((await transaction(own, { resourceType: 'Binary', ...pdf })).status).toBe(200)
      for (const url of ['https://other.example/fhir/Binary/1', 'letters/1.pdf', 'Picture/1'])
        expect((await direct(listed(url))).status).toBe(201)
      expect((await direct(listed(await written('otherCouncil', 'Binary', pdf)))).status).toBe(201)
    })

    it('is refused by an update and a patch too, and stays where it was named before', async () => {
      const { of } = await visited(875)
      const { council, epr } = world.systems
      const mine = await nobody('council')
      const [has, gets] = [
        await written('council', 'DocumentReference', lists(mine, of('pdf'))),
        await written('council', 'DocumentReference', lists(mine, 'https://other.example/letter.pdf')),
      ]
      await change(epr, of('patient'), labelled)
      await change(council, has, (one) => ({ ...one, description: 'still names it' }))
      const stored = unlabelled(await read(council, gets))
      await asked(of, (url) => council.ask('PUT', `/fhir/R4/${gets}`, { ...stored, ...lists(mine, url) }))
      await asked(of, (url) =>
        council.ask('PATCH', `/fhir/R4/${gets}`, [{ op: 'replace', path: '/content/0/attachment/url', value: url }], {
          'content-type': 'application/json-patch+json',
        }),
      )
    })

    it('is refused in a message too', async () => {
      const { of } = await visited(876)
      const { otherTrust } = world.systems
      await hidden(otherTrust, of('pdf'))
      await asked(of, (url) => {
        const message = referralMessage(person(877), 'Needs help at home') as { entry: { fullUrl: string; resource: object }[] }
        const subject = message.entry[3]?.fullUrl ?? ''
        message.entry.push({
          fullUrl: `urn:uuid:${randomUUID()}`,
          resource: { resourceType: 'DocumentReference', ...lists(subject, url) },
        })
        const sent = JSON.parse(JSON.stringify(message).replaceAll('TRUST1', 'TRUST2')) as object
        return otherTrust.ask('POST', '/fhir/R4/$process-message', sent, messageHeaders())
      })
    })
  })
})
