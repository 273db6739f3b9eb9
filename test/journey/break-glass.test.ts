// Breaking glass: who may, what opens, for whom and how long, who hears of it, and that asking tells nobody who is known here.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf, glassOf } from '../../gateway/auth/access.ts'
import { parseScopes } from '../../gateway/auth/scopes.ts'
import { forgetRound } from '../../gateway/rounds.ts'
import { create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import type { Answered } from '../../gateway/demo/wire.ts'
import { codeSystem, nhsNumber, structureDefinition } from '../../profiles/canonical.ts'
import { adt, person } from './people.ts'
import { admit, refer, task } from './scene.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

const sds = 'https://fhir.nhs.uk/Id/sds-role-profile-id'
const role = (value: string) => ({ resourceType: 'PractitionerRole', identifier: [{ system: sds, value }] })
const base64 = (resource: object) => Buffer.from(JSON.stringify(resource)).toString('base64')
const by = (value: string) => ({ 'NHSD-Requesting-Practitioner': base64(role(value)) })
const asBroken = (value: string) => ({ ...by(value), 'X-Purpose-Of-Use': 'BTG' })
const reason = 'Found collapsed at home, cannot say what they take'

describe.each(databases)('breaking glass, on $name,', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(async () => {
    await endWell(world)
  })

  const referred = async (n: number) => {
    const [who, named] = [person(n), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    return { who, named, of: (name: string) => named.get(name) ?? '' }
  }
  const asked = (number: string, birthDate = '1941-11-05', why = reason) => ({
    resourceType: 'Parameters',
    parameter: [
      { name: 'nhsNumber', valueString: number },
      { name: 'birthDate', valueDate: birthDate },
      { name: 'reason', valueString: why },
    ],
  })
  const breakGlass = (name: Name, body: unknown, headers: Readonly<Record<string, string>> = by('200000001')) =>
    world.systems[name].ask('POST', '/fhir/R4/Patient/$break-glass', body, headers)
  const status = async (name: Name, path: string, headers: Readonly<Record<string, string>> = {}) =>
    (await world.systems[name].ask('GET', `/fhir/R4/${path}`, undefined, headers)).status
  const faultOf = ({ status: code, text }: Answered) => [
    code,
    /"code":"([a-z]+-[a-z-]+)"/.exec(text.replace(/"code":"business-rule"/, ''))?.[1],
  ]

  it('opens the journey to the professional who is named, under that purpose, by role and for reading alone', async () => {
    const { who, of } = await referred(820)
    const mine = asBroken('200000001')
    expect(await status('otherCouncil', of('patient'), mine)).toBe(404)
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber))).status).toBe(200)
    for (const name of ['patient', 'spell', 'referral', 'letter'])
      expect(await status('otherCouncil', of(name), mine), name).toBe(200)
    const found = await world.systems.otherCouncil.ask(
      'GET',
      `/fhir/R4/Patient?identifier=${nhsNumber}|${who.nhsNumber}&_total=accurate`,
      undefined,
      mine,
    )
    expect(found.json['total'] as unknown).toBe(1)
    // Another professional, none, or another purpose.
    expect(await status('otherCouncil', of('patient'), asBroken('200000002'))).toBe(404)
    expect(await status('otherCouncil', of('patient'), { 'X-Purpose-Of-Use': 'BTG' })).toBe(404)
    expect(await status('otherCouncil', of('patient'), by('200000001'))).toBe(404)
    await hidden(world.systems.otherCouncil, of('patient'))
    // Another organisation's professional of the same number.
    expect(await status('otherProvider', of('patient'), mine)).toBe(404)
    const goal = {
      resourceType: 'Goal',
      lifecycleStatus: 'active',
      description: { text: 'x' },
      subject: { reference: of('patient') },
      addresses: [{ reference: of('referral') }],
    }
    // What it opened may not be named either: it is unknown to a write.
    const named = await world.systems.otherCouncil.ask('POST', '/fhir/R4/Goal', goal, mine)
    expect([named.status, named.text.includes('reference-unknown')]).toEqual([422, true])
    const mayNot = await world.systems.otherCouncil.ask(
      'POST',
      '/fhir/R4/Task',
      task(
        new Map([
          ['referral', of('referral')],
          ['patient', of('patient')],
        ]),
        'council2',
        'provider1',
      ),
      mine,
    )
    expect(mayNot.status).toBe(422)
  })

  it('lets nobody write what it opened: that is as hidden to a write as it is without, in every way of writing', async () => {
    const { who, of } = await referred(828)
    const { hub, otherCouncil } = world.systems
    const made = await create(hub, 'CarePlan', {
      ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'Home with a carer' },
      ...{ subject: { reference: of('patient') }, supportingInfo: [{ reference: of('referral') }] },
    })
    const plan = `CarePlan/${made['id']}`
    await breakGlass('otherCouncil', asked(who.nhsNumber))
    const mine = asBroken('200000001')
    const seen = await otherCouncil.ask('GET', `/fhir/R4/${plan}`, undefined, mine)
    expect(seen.status).toBe(200)
    const patch = '[{"op":"replace","path":"/title","value":"changed by a stranger"}]'
    const asPatch = { ...mine, 'content-type': 'application/json-patch+json' }
    const changed = { ...(seen.json as unknown as object), title: 'changed by a stranger' }
    const bundled = (type: string) => ({
      ...{ resourceType: 'Bundle', type },
      entry: [{ resource: changed, request: { method: 'PUT', url: plan } }],
    })
    expect((await otherCouncil.ask('PATCH', `/fhir/R4/${plan}`, patch, asPatch)).status).toBe(404)
    expect((await otherCouncil.ask('PUT', `/fhir/R4/${plan}`, changed, mine)).status).toBe(404)
    expect((await otherCouncil.ask('DELETE', `/fhir/R4/${plan}`, undefined, mine)).status).toBe(404)
    expect((await otherCouncil.ask('POST', '/fhir/R4', bundled('transaction'), mine)).status).toBe(404)
    const batch = await otherCouncil.ask('POST', '/fhir/R4', bundled('batch'), mine)
    expect(batch.json['entry']?.[0]?.['response']?.['status']).toBe('404')
    expect(await read(hub, plan)).toMatchObject({ title: 'Home with a carer', meta: { versionId: '1' } })
    expect(await status('otherCouncil', plan, mine)).toBe(200)
    await hidden(otherCouncil, plan)
  })

  it('shows by the role of the organisation, and ends by itself after four hours', async () => {
    const { who, of } = await referred(821)
    const answer = await breakGlass('gp', asked(who.nhsNumber))
    expect(await status('gp', of('patient'), asBroken('200000001'))).toBe(200)
    expect(await status('gp', of('spell'), asBroken('200000001'))).toBe(404)
    const until = String(answer.json['parameter']?.[0]?.['valueInstant'])
    const hours = (Date.parse(until) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(3.9)
    expect(hours).toBeLessThanOrEqual(4)
    const scopes = parseScopes('system/*.rs')
    const caller = {
      client: 'x',
      organization: 'gp1',
      kind: 'gp',
      scopes: scopes.ok ? scopes.scopes : [],
      tokenId: '',
      purpose: 'BTG',
      practitioner: `${sds}|200000001`,
    } as const
    const [type = '', id = ''] = of('patient').split('/')
    const later = new Date(Date.parse(until) + 1000).toISOString().replace('Z', '000Z')
    expect(await world.store.read(accessOf(caller, new Date().toISOString().replace('Z', '000Z')), type, id)).toBeDefined()
    expect(await world.store.read(accessOf(caller, later), type, id)).toBeUndefined()
    const journey = of('episode').replace('EpisodeOfCare/', '')
    const rows = (await world.store.parties(journey)).filter(({ organization }) => organization === 'gp1')
    expect(rows).toMatchObject([{ role: 'gp', source: glassOf('gp1', `${sds}|200000001`), until }])
  })

  it('answers alike for a person who is known, who is not, and whose date of birth is another', async () => {
    const { who } = await referred(822)
    const answers = await Promise.all([
      breakGlass('community', asked(who.nhsNumber)),
      breakGlass('community', asked(person(1500).nhsNumber)),
      breakGlass('community', asked(who.nhsNumber, '1941-11-06')),
    ])
    const words = answers.map(({ status: code, text }) => [code, text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, 'until')])
    expect(new Set(words.map((one) => JSON.stringify(one))).size).toBe(1)
    const journeys = (await world.store.messages({ channel: 'break-glass', client: 'community1-records', limit: 10 })).length
    expect(journeys).toBe(3)
  })

  it('is told to the trust and the hub, with who and why, and stands in the audit under its own name', async () => {
    const { who, of } = await referred(823)
    await breakGlass('otherCouncil', asked(who.nhsNumber), by('200000003'))
    await breakGlass('otherCouncil', asked(who.nhsNumber, '1930-01-01'), by('200000003'))
    for (const name of ['hub', 'epr'] as const) {
      const notices = resources(
        await read(world.systems[name], `Communication?category=${codeSystem('notice')}|record-opened&_count=200`),
      )
      const mine = notices.filter((one) => JSON.stringify(one['about']).includes(of('episode')))
      expect(mine).toHaveLength(1)
      expect(mine[0]?.['sender']?.['reference']).toBe('Organization/council2')
      const said = JSON.stringify(mine[0]?.['payload'])
      for (const words of [reason, '200000003']) expect(said).toContain(words)
    }
    const rows = await world.store.audits({ organization: 'council2', what: of('episode'), limit: 10 })
    expect(rows.map(({ action, purpose, practitioner }) => [action, purpose, practitioner])).toEqual([
      ['break-glass', 'direct-care', `${sds}|200000003`],
    ])
  })

  it('is refused without a named professional, without a reason, and to all but those who treat and safeguard', async () => {
    const { who, of } = await referred(824)
    expect(faultOf(await breakGlass('otherCouncil', asked(who.nhsNumber), {}))).toEqual([400, 'practitioner-required'])
    expect(faultOf(await breakGlass('otherCouncil', asked(who.nhsNumber, '1941-11-05', 'why')))).toEqual([
      400,
      'parameter-invalid',
    ])
    expect(faultOf(await breakGlass('otherCouncil', asked('9990000000')))).toEqual([400, 'parameter-invalid'])
    expect(faultOf(await breakGlass('otherCouncil', { resourceType: 'Patient' }))).toEqual([400, 'parameter-invalid'])
    for (const name of ['otherProvider', 'voluntary', 'assessor', 'icb'] as const)
      expect(faultOf(await breakGlass(name, asked(who.nhsNumber))), name).toEqual([403, 'may-not-break-glass'])
    const journey = of('episode').replace('EpisodeOfCare/', '')
    expect((await world.store.parties(journey)).filter(({ until }) => until !== undefined)).toEqual([])
  })

  it('gives page links that open to the same professional alone, for they hold a total', async () => {
    const { who, of } = await referred(829)
    await breakGlass('otherCouncil', asked(who.nhsNumber))
    const mine = asBroken('200000001')
    const { hub, otherCouncil } = world.systems
    for (const text of ['one', 'two'])
      await create(hub, 'Goal', {
        ...{ resourceType: 'Goal', lifecycleStatus: 'active', description: { text }, subject: { reference: of('patient') } },
        addresses: [{ reference: of('referral') }],
      })
    const page = (headers: object) =>
      otherCouncil.ask('GET', `/fhir/R4/Goal?subject=${of('patient')}&_count=1&_total=accurate`, undefined, { ...headers })
    const first = await page(mine)
    expect(first.json['total'] as unknown).toBe(2)
    const links = first.json['link'] as unknown as readonly { relation: string; url: string }[]
    const next = links.find(({ relation }) => relation === 'next')?.url.replace(world.url, '') ?? ''
    const follow = async (headers: Readonly<Record<string, string>>) =>
      (await otherCouncil.ask('GET', next, undefined, headers)).status
    expect(await follow(mine)).toBe(200)
    for (const other of [{}, asBroken('200000002'), by('200000001')]) expect(await follow(other)).toBe(400)
  })

  it('opens neither what is withheld, nor where a hidden person is', async () => {
    const { who, of } = await referred(825)
    const kept = await create(world.systems.hub, 'Flag', {
      ...{ resourceType: 'Flag', status: 'active', code: { text: 'Two to visit' }, subject: { reference: of('patient') } },
      extension: [{ url: structureDefinition('withheld-from'), valueReference: { reference: 'Organization/council2' } }],
    })
    await breakGlass('otherCouncil', asked(who.nhsNumber))
    const mine = asBroken('200000001')
    expect(await status('otherCouncil', of('patient'), mine)).toBe(200)
    expect(await status('otherCouncil', `Flag/${kept['id']}`, mine)).toBe(404)
    await world.mllp(adt('A08', who, { at: ago(5), segments: ['ZU8||||1'] }))
    expect(await status('otherCouncil', of('patient'), mine)).toBe(404)
    expect(await status('otherCouncil', of('letter'), mine)).toBe(404)
    expect(await status('otherCouncil', of('referral'), mine)).toBe(200)
  })

  it('is open to one professional five times a day, found or not, and one more is refused and stands in the audit', async () => {
    const { who, of } = await referred(827)
    const worn = by('200000009')
    const again = { ...worn, 'X-Request-Id': '0b1e0c2e-55a1-4a0e-8d6c-5a3a1b5d7f11' }
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber), again)).status).toBe(200)
    // A repeat is the same use; what is refused is none.
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber), again)).status).toBe(200)
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber, '1941-11-05', 'why'), worn)).status).toBe(400)
    const others = await Promise.all(
      [1501, 1502, 1503, 1504].map((n) => breakGlass('otherCouncil', asked(person(n).nhsNumber), worn)),
    )
    expect(others.map(({ status: code }) => code)).toEqual([200, 200, 200, 200])
    const sixth = await breakGlass('otherCouncil', asked(who.nhsNumber), worn)
    expect(faultOf(sixth)).toEqual([403, 'break-glass-limit'])
    expect(sixth.text).toContain('at most 5 records in 24 hours')
    const journey = of('episode').replace('EpisodeOfCare/', '')
    expect((await world.store.parties(journey)).filter(({ until }) => until !== undefined)).toHaveLength(1)
    const rows = (await world.store.audits({ organization: 'council2', limit: 1000 })).filter(
      ({ practitioner, outcome }) => practitioner === `${sds}|200000009` && outcome === 'refused',
    )
    expect(rows.map(({ action, reason: why }) => [action, why])).toContainEqual(['break-glass', 'break-glass-limit'])
    // Another professional of the organisation, and the same number at another.
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber), by('200000010'))).status).toBe(200)
    expect((await breakGlass('community', asked(who.nhsNumber), worn)).status).toBe(200)
    // A day later the places are free again, and not a minute before.
    const at = (hours: number) => ({
      store: world.store,
      now: () => new Date(Date.now() + hours * 3_600_000).toISOString().replace('Z', '000Z'),
    })
    await forgetRound(at(23.9))
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber), worn)).status).toBe(403)
    await forgetRound(at(24.1))
    expect((await breakGlass('otherCouncil', asked(who.nhsNumber), worn)).status).toBe(200)
  })

  it('lets five of twelve that come at once, and no more', async () => {
    const twelve = Array.from({ length: 12 }, (_, n) => breakGlass('gp', asked(person(1510 + n).nhsNumber), by('200000011')))
    const codes = (await Promise.all(twelve)).map(({ status: code }) => code)
    expect(codes.toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 5 }, () => 200),
      ...Array.from({ length: 7 }, () => 403),
    ])
  })

  it('sent again under the same id opens nothing for longer', async () => {
    const { who, of } = await referred(826)
    const headers = { ...by('200000001'), 'X-Request-Id': '7d9c3f0e-0c1c-4c3e-9d44-1b1f6a4c2a10' }
    const [first, second] = [
      await breakGlass('otherCouncil', asked(who.nhsNumber), headers),
      await breakGlass('otherCouncil', asked(who.nhsNumber), headers),
    ]
    expect(second.text).toBe(first.text)
    const journey = of('episode').replace('EpisodeOfCare/', '')
    expect((await world.store.parties(journey)).filter(({ until }) => until !== undefined)).toHaveLength(1)
  })
})
