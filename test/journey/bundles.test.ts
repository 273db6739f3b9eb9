// Batch and transaction over HTTP, on both databases: links, order, conditions, faults, what comes back.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../gateway/config.ts'
import type { Answered } from '../../gateway/demo/wire.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

const system = 'urn:example:bundles'
type Entry = Readonly<Record<string, unknown>>
interface Response {
  readonly fullUrl?: string
  readonly resource?: { readonly [name: string]: unknown; readonly id: string }
  readonly response: {
    readonly status: string
    readonly location?: string
    readonly etag?: string
    readonly lastModified?: string
    readonly outcome?: { readonly issue: readonly { readonly details: { readonly coding: readonly { code: string }[] } }[] }
  }
}

describe.each(databases)('a Bundle on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(async () => {
    await endWell(world)
  })

  const ask = (who: Name, method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
    world.systems[who].ask(method, `/fhir/R4${path && `/${path}`}`, body, headers)
  const send = (type: string, entry: readonly Entry[], headers?: Readonly<Record<string, string>>, who: Name = 'epr') =>
    ask(who, 'POST', '', { resourceType: 'Bundle', type, entry }, headers)
  const transaction = (entry: readonly Entry[], headers?: Readonly<Record<string, string>>, who?: Name) =>
    send('transaction', entry, headers, who)
  const entriesOf = (answer: Answered): readonly Response[] => {
    expect(answer.status, answer.text.slice(0, 800)).toBe(200)
    return (answer.json['entry'] ?? []) as unknown as readonly Response[]
  }
  const faultsOf = (answer: Answered) => {
    const issue = answer.json['issue'] as unknown as readonly { details: { coding: { code: string }[] }; expression?: string[] }[]
    return issue.map(({ details, expression }) => `${details.coding[0]?.code} ${expression?.[0]}`)
  }
  const patient = (value: string, more: object = {}) => ({ resourceType: 'Patient', identifier: [{ system, value }], ...more })
  const pulse = (reference: string, more: object = {}) => ({
    ...{ resourceType: 'Observation', status: 'final', code: { text: 'pulse' }, subject: { reference } },
    ...more,
  })
  const post = (resource: { resourceType: string }, more: object = {}, request: object = {}): Entry => ({
    ...more,
    resource,
    request: { method: 'POST', url: resource.resourceType, ...request },
  })
  const idOf = (entry: Response | undefined) => entry?.response.location?.split('/')[1] ?? ''
  const count = async (query: string) => Number((await ask('epr', 'GET', query)).json['total'])
  const made = async (body: { resourceType: string }) => String((await ask('epr', 'POST', body.resourceType, body)).json['id'])

  describe('transaction', () => {
    it('resolves every kind of link: uuid in either case, oid, absolute, relative, in narrative, attachment and uri, never canonical', async () => {
      const [uuid, file] = [randomUUID(), randomUUID()]
      const [oid, http] = ['urn:oid:2.999.1.2.3', 'https://other.example/fhir/Patient/77']
      const div = `<div xmlns="http://www.w3.org/1999/xhtml"><a href="urn:uuid:${uuid}">who</a><img src='urn:uuid:${file}' alt="x"/></div>`
      const answer = await transaction(
        [
          post(pulse(`urn:uuid:${uuid.toUpperCase()}`, { text: { status: 'generated', div }, performer: [{ reference: oid }] })),
          post(pulse('Patient/77'), { fullUrl: 'https://other.example/fhir/Observation/1' }),
          post(patient('LINK1'), { fullUrl: `urn:uuid:${uuid}` }),
          post({ resourceType: 'Practitioner', identifier: [{ system, value: `urn:uuid:${uuid}` }] } as never, { fullUrl: oid }),
          post(patient('LINK2'), { fullUrl: http }),
          post({ resourceType: 'Binary', contentType: 'text/plain', data: 'eA==' } as never, { fullUrl: `urn:uuid:${file}` }),
          post({
            resourceType: 'DocumentReference',
            status: 'current',
            subject: { reference: http },
            content: [{ attachment: { contentType: 'text/plain', url: `urn:uuid:${file}` } }],
            extension: [
              { url: 'https://example.org/uri', valueUri: `urn:uuid:${uuid}` },
              { url: 'https://example.org/canonical', valueCanonical: `urn:uuid:${uuid}` },
              { url: 'https://example.org/string', valueString: `urn:uuid:${uuid}` },
            ],
          } as never),
        ],
        { prefer: 'return=representation' },
      )
      const entries = entriesOf(answer)
      const ids = entries.map(idOf)
      expect(entries[0]?.resource?.['subject']).toEqual({ reference: `Patient/${ids[2]}` })
      expect(entries[0]?.resource?.['performer']).toEqual([{ reference: `Practitioner/${ids[3]}` }])
      const narrative = JSON.stringify(entries[0]?.resource?.['text'])
      expect(narrative).toContain(`href=\\"Patient/${ids[2]}\\"`)
      expect(narrative).toContain(`src=\\"Binary/${ids[5]}\\"`)
      expect(entries[1]?.resource?.['subject']).toEqual({ reference: `Patient/${ids[4]}` })
      expect(JSON.stringify(entries[3]?.resource)).toContain(`urn:uuid:${uuid}`)
      const document = JSON.stringify(entries[6]?.resource)
      expect(document).toContain(`"url":"Binary/${ids[5]}"`)
      expect(document).toContain(`"valueUri":"Patient/${ids[2]}"`)
      expect(document).toContain(`"valueCanonical":"urn:uuid:${uuid}"`)
      expect(document).toContain(`"valueString":"urn:uuid:${uuid}"`)
      const stored = await ask('epr', 'GET', `Observation/${ids[0]}`)
      expect(stored.text).toBe(JSON.stringify(entries[0]?.resource))
    })

    it('resolves links in a circle', async () => {
      const [a, b] = [`urn:uuid:${randomUUID()}`, `urn:uuid:${randomUUID()}`]
      const answer = await transaction([
        post(patient('CIRCLE1', { link: [{ other: { reference: b }, type: 'seealso' }] }), { fullUrl: a }),
        post(patient('CIRCLE2', { link: [{ other: { reference: a }, type: 'seealso' }] }), { fullUrl: b }),
      ])
      const [one, two] = entriesOf(answer).map(idOf)
      expect((await ask('epr', 'GET', `Patient/${one}`)).text).toContain(`Patient/${two}`)
      expect((await ask('epr', 'GET', `Patient/${two}`)).text).toContain(`Patient/${one}`)
    })

    it('resolves conditional references to what is stored or in the same Bundle, and to nothing else', async () => {
      const id = await made(patient('COND'))
      const found = entriesOf(
        await transaction([post(pulse(`Patient?identifier=${system}|COND`))], { prefer: 'return=representation' }),
      )
      expect(found[0]?.resource?.['subject']).toEqual({ reference: `Patient/${id}` })
      const inside = entriesOf(
        await transaction([post(pulse(`Patient?identifier=${system}|INSIDE`)), post(patient('INSIDE'))], {
          prefer: 'return=representation',
        }),
      )
      expect(inside[0]?.resource?.['subject']).toEqual({ reference: `Patient/${idOf(inside[1])}` })
      const none = await transaction([post(patient('COND-NEVER')), post(pulse(`Patient?identifier=${system}|NOBODY`))])
      expect([none.status, faultsOf(none)]).toEqual([422, ['reference-unknown Bundle.entry[1].resource.subject.reference']])
      await made(patient('COND'))
      const many = await transaction([post(patient('COND-NEVER')), post(pulse(`Patient?identifier=${system}|COND`))])
      expect([many.status, faultsOf(many)]).toEqual([412, ['multiple-matches Bundle.entry[1].resource.subject.reference']])
      const hidden = await transaction([post(pulse(`Patient?identifier=${system}|INSIDE`))], {}, 'hub')
      expect(hidden.status).toBe(422)
      expect(await count(`Patient?identifier=${system}|COND-NEVER`)).toBe(0)
    })

    it('resolves a condition also under its own base and where a patch brings it, and never stores one', async () => {
      const base = `${world.url}/fhir/R4`
      const known = await made(patient('UNDER1'))
      const flag = (reference: string) => ({
        resourceType: 'Flag',
        status: 'active',
        code: { text: 'lives alone' },
        subject: { reference },
      })
      const whose = (entry: Response | undefined, name = 'subject') =>
        (entry?.resource?.[name] as { reference?: string } | undefined)?.reference
      const whole = { Prefer: 'return=representation' }
      const [made1] = entriesOf(await transaction([post(flag(`${base}/Patient?identifier=${system}|UNDER1`))], whole))
      expect(whose(made1)).toBe(`Patient/${known}`)
      expect(await count(`Flag?patient=${known}`)).toBe(1)
      for (const [status, code, condition] of [
        [422, 'reference-unknown', `Patient?identifier=${system}|NONE1`],
        [400, 'parameter-unsupported', 'Patient?bogus=1'],
      ] as const) {
        const answer = await transaction([post(flag(`${base}/${condition}`))])
        expect([answer.status, faultsOf(answer)], answer.text).toEqual([
          status,
          [`${code} Bundle.entry[0].resource.subject.reference`],
        ])
      }

      const by = (reference: string) => ({
        resourceType: 'Parameters',
        parameter: [
          {
            name: 'operation',
            part: [
              { name: 'type', valueCode: 'add' },
              { name: 'path', valueString: 'Flag' },
              { name: 'name', valueString: 'author' },
              { name: 'value', valueReference: { reference } },
            ],
          },
        ],
      })
      const patching = (reference: string): Entry => ({
        resource: by(reference),
        request: { method: 'PATCH', url: `Flag/${made1?.resource?.id}` },
      })
      const who = { resourceType: 'Practitioner', identifier: [{ system, value: 'UNDER2' }] }
      const condition = `Practitioner?identifier=${system}|UNDER2`
      const none = await transaction([patching(condition)])
      expect([none.status, faultsOf(none)[0]?.split(' ')[0]], none.text).toEqual([422, 'reference-unknown'])
      const [patched, practitioner] = entriesOf(await transaction([patching(condition), post(who)], whole))
      expect(whose(patched, 'author')).toBe(`Practitioner/${practitioner?.resource?.id}`)

      // What a patch makes of a resource counts, and not what it was.
      const renamed = {
        resource: {
          resourceType: 'Binary',
          contentType: 'application/json-patch+json',
          data: btoa(JSON.stringify([{ op: 'replace', path: '/identifier/0/value', value: 'UNDER3' }])),
        },
        request: { method: 'PATCH', url: `Patient/${known}` },
      }
      const old = await transaction([renamed, post(flag(`Patient?identifier=${system}|UNDER1`))])
      expect([old.status, faultsOf(old)[0]?.split(' ')[0]], old.text).toEqual([422, 'reference-unknown'])
      const [, later] = entriesOf(await transaction([renamed, post(flag(`Patient?identifier=${system}|UNDER3`))], whole))
      expect(whose(later)).toBe(`Patient/${known}`)
    })

    it('leaves the url by which a definition or an extension is known, also under its own base, and what has the form of an id', async () => {
      const own = `${world.url}/fhir/R4/Questionnaire/my-form`
      const uuid = `urn:uuid:${randomUUID()}`
      const extension = [
        { url: `${world.url}/fhir/R4/StructureDefinition/mine`, valueUrl: uuid },
        { url: 'https://other.example/uuid', valueUuid: uuid },
      ]
      const form = { resourceType: 'Questionnaire', url: own, status: 'draft', extension }
      const [entry] = entriesOf(await transaction([post(form, { fullUrl: own }), post(patient('OWNURL1'), { fullUrl: uuid })]))
      const stored = (await ask('hub', 'GET', `Questionnaire/${idOf(entry)}`)).json as unknown as typeof form
      expect([stored.url, stored.extension[0]?.url]).toEqual([own, extension[0]?.url])
      expect(stored.extension[0]?.valueUrl).toMatch(/^Patient\//)
      expect(stored.extension[1]).toEqual(extension[1])
      expect(await count(`Questionnaire?url=${encodeURIComponent(own)}`)).toBe(1)
      const again = await ask('epr', 'PUT', `Questionnaire?url=${encodeURIComponent(own)}`, { ...form, title: 'Mine' })
      expect(again.status, again.text).toBe(200)
    })

    it('is 400 where a fullUrl names another resource than the entry is about', async () => {
      const [alpha, beta] = [await made(patient('FULL1')), await made(patient('FULL2'))]
      const elsewhere = `${world.url}/fhir/R4/Patient/${alpha}`
      const change = (fullUrl: string): Entry => ({
        fullUrl,
        resource: patient('FULL2', { id: beta, gender: 'male' }),
        request: { method: 'PUT', url: `Patient/${beta}` },
      })
      const answer = await transaction([change(elsewhere), post(pulse(elsewhere))])
      expect([answer.status, faultsOf(answer)], answer.text).toEqual([400, ['full-url-differs Bundle.entry[0].fullUrl']])
      expect(await count(`Observation?patient=${alpha},${beta}`)).toBe(0)
      entriesOf(await transaction([change(`https://other.example/fhir/Patient/${beta}`)]))
    })

    it('does all its methods at once, whatever their order, and answers in the order asked', async () => {
      const [gone, changed, patched, read] = [
        await made(patient('M1')),
        await made(patient('M2')),
        await made(patient('M3')),
        await made(patient('M4')),
      ]
      const data = Buffer.from(JSON.stringify([{ op: 'add', path: '/active', value: true }])).toString('base64')
      const operation = {
        name: 'operation',
        part: [
          { name: 'type', valueCode: 'add' },
          { name: 'path', valueString: 'Patient' },
          { name: 'name', valueString: 'gender' },
          { name: 'value', valueCode: 'other' },
        ],
      }
      const entries: readonly Entry[] = [
        { request: { method: 'GET', url: `Patient?identifier=${system}|M2,${system}|NEW` } },
        { request: { method: 'GET', url: `Patient/${changed}` } },
        { request: { method: 'HEAD', url: `Patient/${read}` } },
        {
          resource: { resourceType: 'Binary', contentType: 'application/json-patch+json', data },
          request: { method: 'PATCH', url: `Patient/${patched}` },
        },
        {
          resource: { resourceType: 'Parameters', parameter: [operation] },
          request: { method: 'PATCH', url: `Patient?identifier=${system}|M4` },
        },
        {
          resource: patient('M2', { id: changed, active: true }),
          request: { method: 'PUT', url: `Patient/${changed}`, ifMatch: 'W/"1"' },
        },
        { resource: patient('M5'), request: { method: 'PUT', url: `Patient?identifier=${system}|M5` } },
        post(patient('NEW')),
        { request: { method: 'DELETE', url: `Patient/${gone}` } },
        { request: { method: 'DELETE', url: `Patient?identifier=${system}|NOTHING` } },
      ]
      const answered = entriesOf(await transaction(entries))
      expect(answered.map(({ response }) => response.status)).toEqual([
        '200',
        '200',
        '200',
        '200',
        '200',
        '200',
        '201',
        '201',
        '204',
        '204',
      ])
      expect(answered[1]?.resource?.['active']).toBe(true)
      expect((answered[0]?.resource as { total?: number } | undefined)?.total).toBe(2)
      expect(answered[2]?.resource).toBeUndefined()
      expect(answered[5]?.response).toMatchObject({ etag: 'W/"2"', location: `Patient/${changed}/_history/2` })
      expect(answered[5]?.response.lastModified).toMatch(/^\d{4}-.*Z$/)
      const stored = async (id: string) => (await ask('epr', 'GET', `Patient/${id}`)).json
      expect((await stored(patched))['active']).toBe(true)
      expect((await stored(read))['gender']).toBe('other')
      expect((await ask('epr', 'GET', `Patient/${gone}`)).status).toBe(410)
    })

    it('is refused as a whole, naming every entry that is wrong, and leaves nothing', async () => {
      const id = await made(patient('WHOLE'))
      const answer = await transaction([
        post(patient('WHOLE-NEW')),
        post(patient('WHOLE-BAD', { gender: 'x' })),
        { resource: patient('WHOLE', { id }), request: { method: 'PUT', url: `Patient/${id}`, ifMatch: 'W/"9"' } },
        post(pulse(`Patient/${randomUUID()}`)),
        { request: { method: 'DELETE', url: `Patient/${randomUUID()}` } },
        post(pulse(`urn:uuid:${randomUUID()}`)),
      ])
      expect(answer.status).toBeGreaterThanOrEqual(400)
      const faults = faultsOf(answer).join('\n')
      for (const part of [
        'entry[1].resource.gender',
        'stale-version Bundle.entry[2].request.ifMatch',
        'reference-unknown Bundle.entry[3].resource.subject.reference',
        'not-found Bundle.entry[4]',
      ])
        expect(faults).toContain(part)
      const alone = await transaction([post(pulse(`urn:uuid:${randomUUID()}`))])
      expect([alone.status, faultsOf(alone)]).toEqual([422, ['reference-unresolved Bundle.entry[0].resource.subject.reference']])
      expect(await count(`Patient?identifier=${system}|WHOLE-NEW`)).toBe(0)
      const unread = await transaction([
        post(patient('WHOLE-NEW')),
        { request: { method: 'GET', url: `Patient/${randomUUID()}` } },
      ])
      expect([unread.status, faultsOf(unread)]).toEqual([404, ['not-found Bundle.entry[1].request.url']])
      expect(await count(`Patient?identifier=${system}|WHOLE-NEW`)).toBe(0)
    })

    it('is 400 when two entries change one resource, by id or by condition, or have one fullUrl, or have no form', async () => {
      const id = await made(patient('TWICE'))
      const put = { resource: patient('TWICE', { id }), request: { method: 'PUT', url: `Patient/${id}` } }
      const fullUrl = `urn:uuid:${randomUUID()}`
      const bad: readonly (readonly [readonly Entry[], string])[] = [
        [[put, { request: { method: 'DELETE', url: `Patient/${id}` } }], 'target-twice'],
        [
          [put, { resource: patient('TWICE'), request: { method: 'PUT', url: `Patient?identifier=${system}|TWICE` } }],
          'target-twice',
        ],
        [
          [
            post(patient('T1'), { fullUrl }),
            post(patient('T2'), { fullUrl: fullUrl.toUpperCase().replace('URN:UUID', 'urn:uuid') }),
          ],
          'full-url-twice',
        ],
        [[{ resource: patient('T3') }], 'entry-request'],
        [[{ request: { method: 'POST', url: 'Patient' } }], 'entry-resource'],
        [[{ resource: patient('T3'), request: { method: 'POST', url: 'Observation' } }], 'entry-url'],
        [[{ resource: patient('T3', { id: 'a' }), request: { method: 'PUT', url: 'Patient/b' } }], 'entry-url'],
        [[{ ...put, request: { ...put.request, ifMatch: '1' } }], 'if-match'],
        [[{ request: { method: 'DELETE', url: 'Patient' } }], 'entry-url'],
        [[{ request: { method: 'DELETE', url: 'Patient?' } }], 'condition-missing'],
      ]
      for (const [entry, fault] of bad) {
        const answer = await transaction(entry)
        expect([fault, answer.status, faultsOf(answer)[0]?.split(' ')[0]], answer.text).toEqual([fault, 400, fault])
      }
      expect((await ask('epr', 'GET', `Patient/${id}`)).headers.get('etag')).toBe('W/"1"')
    })

    it('makes what ifNoneExist does not find, refers to what it finds, once for equal conditions, and fails for many', async () => {
      const fullUrl = () => `urn:uuid:${randomUUID()}`
      const send2 = async () => {
        const [one, two] = [fullUrl(), fullUrl()]
        const request = { ifNoneExist: `identifier=${system}|ONCE` }
        return entriesOf(
          await transaction([
            post(patient('ONCE'), { fullUrl: one }, request),
            post(patient('ONCE'), { fullUrl: two }, request),
            post(pulse(one)),
            post(pulse(two)),
          ]),
        )
      }
      const first = await send2()
      expect(first.map(({ response }) => response.status)).toEqual(['201', '200', '201', '201'])
      expect(idOf(first[0])).toBe(idOf(first[1]))
      const second = await send2()
      expect(second.map(({ response }) => response.status)).toEqual(['200', '200', '201', '201'])
      expect(idOf(second[0])).toBe(idOf(first[0]))
      expect(await count(`Patient?identifier=${system}|ONCE`)).toBe(1)
      expect(await count(`Observation?subject=Patient/${idOf(first[0])}`)).toBe(4)
      await made(patient('ONCE'))
      const many = await transaction([post(patient('ONCE'), {}, { ifNoneExist: `identifier=${system}|ONCE` })])
      expect([many.status, faultsOf(many)]).toEqual([412, ['multiple-matches Bundle.entry[0].request.ifNoneExist']])
    })

    it('is 412 where another entry meets a condition, as it will be stored, and leaves nothing', async () => {
      const subject = `urn:uuid:${randomUUID()}`
      const flag = (value: string, more: object = {}) => ({
        ...{ resourceType: 'Flag', status: 'active', code: { text: 'key safe' }, identifier: [{ system, value }] },
        ...{ subject: { reference: `Patient/${person}` }, ...more },
      })
      const person = await made(patient('COND'))
      const stored = await made(flag('COND-STORED'))
      const by = (value: string) => `identifier=${system}|${value}`
      const putBy = (value: string) => ({ resource: flag(value), request: { method: 'PUT', url: `Flag?${by(value)}` } })
      const patch = [
        { name: 'type', valueCode: 'replace' },
        { name: 'path', valueString: 'Flag.status' },
      ]
      const parameters = [{ name: 'operation', part: [...patch, { name: 'value', valueCode: 'inactive' }] }]
      const patching = { resourceType: 'Parameters', parameter: parameters }
      const ofPerson = `patient=Patient/${person}&${by('COND-LINKED')}`
      const linked = flag('COND-LINKED', { subject: { reference: subject } })
      const twice: readonly (readonly [readonly Entry[], string])[] = [
        [[post(flag('COND')), post(flag('COND'), {}, { ifNoneExist: by('COND') })], '[1].request.ifNoneExist'],
        [[post(flag('COND'), {}, { ifNoneExist: by('COND') }), post(flag('COND'))], '[0].request.ifNoneExist'],
        [[post(flag('COND')), putBy('COND')], '[1].request.url'],
        [
          [putBy('COND'), { resource: flag('COND', { id: stored }), request: { method: 'PUT', url: `Flag/${stored}` } }],
          '[0].request.url',
        ],
        [
          [post(flag('COND-STORED')), { resource: patching, request: { method: 'PATCH', url: `Flag?${by('COND-STORED')}` } }],
          '[1].request.url',
        ],
        // Found as it is, and made besides.
        [
          [post(flag('COND-STORED')), post(flag('COND-STORED'), {}, { ifNoneExist: by('COND-STORED') })],
          '[1].request.ifNoneExist',
        ],
        // Which person the other is about is known once its links are resolved.
        [
          [
            { fullUrl: subject, resource: patient('COND', { id: person }), request: { method: 'PUT', url: `Patient/${person}` } },
            post(linked),
            post(linked, {}, { ifNoneExist: ofPerson }),
          ],
          '[2].request.ifNoneExist',
        ],
      ]
      for (const [entries, place] of twice) {
        const answer = await transaction(entries)
        expect([answer.status, faultsOf(answer)], answer.text).toEqual([412, [`multiple-matches Bundle.entry${place}`]])
      }
      // As vital signs come: of one code and person, told apart by their day.
      const day = (start: string) => flag('COND-DAY', { period: { start, end: start } })
      const from = (start: string) => ({ ifNoneExist: `${by('COND-DAY')}&date=${start}` })
      const days = await transaction(['2026-01-01', '2026-01-02'].map((start) => post(day(start), {}, from(start))))
      expect(days.status, days.text).toBe(200)
      const again = await transaction([post(day('2026-01-03')), post(day('2026-01-03'), {}, from('2026-01-03'))])
      expect([again.status, faultsOf(again)]).toEqual([412, ['multiple-matches Bundle.entry[1].request.ifNoneExist']])
      const untold = await transaction([
        post(flag('COND')),
        post(flag('COND'), {}, { ifNoneExist: `${by('COND')}&_lastUpdated=gt2020` }),
      ])
      expect([untold.status, faultsOf(untold)]).toEqual([422, ['condition-untold Bundle.entry[1].request.ifNoneExist']])
      expect(await count(`Flag?patient=Patient/${person}`)).toBe(3)
      const apart = await transaction([
        post(flag('COND-A'), {}, { ifNoneExist: by('COND-A') }),
        post(flag('COND-B'), {}, { ifNoneExist: by('COND-B') }),
        putBy('COND-C'),
        putBy('COND-STORED'),
        post(flag('COND-D', { status: 'entered-in-error' })),
        post(flag('COND-D'), {}, { ifNoneExist: by('COND-D') }),
      ])
      expect(entriesOf(apart).map(({ response }) => response.status)).toEqual(['201', '201', '201', '200', '201', '201'])
      const replaced = await transaction([post(flag('COND-A')), { request: { method: 'DELETE', url: `Flag?${by('COND-A')}` } }])
      expect(entriesOf(replaced).map(({ response }) => response.status)).toEqual(['201', '204'])
    })

    it('deletes before it creates, and what nothing in it refers to any more', async () => {
      const id = await made(patient('BEFORE'))
      const observation = await made(pulse(`Patient/${id}`))
      const request = { ifNoneExist: `identifier=${system}|BEFORE` }
      const still = await transaction([{ request: { method: 'DELETE', url: `Patient/${id}` } }])
      expect([still.status, faultsOf(still)]).toEqual([409, ['referred-to Bundle.entry[0].resource']])
      const answer = entriesOf(
        await transaction([
          post(patient('BEFORE'), {}, request),
          { request: { method: 'DELETE', url: `Patient/${id}` } },
          { request: { method: 'DELETE', url: `Observation/${observation}` } },
        ]),
      )
      expect(answer.map(({ response }) => response.status)).toEqual(['201', '204', '204'])
    })

    it('deletes nothing that one of its entries goes on referring to, by a version, in an extension or within', async () => {
      const person = await made(patient('HELD'))
      const url = 'https://example.org/about'
      const ways = (reference: string) => [
        { focus: [{ reference }] },
        { focus: [{ reference: `${reference}/_history/1` }] },
        { extension: [{ url, valueReference: { reference: `${reference}/_history/1` } }] },
        {
          contained: [{ ...pulse(`Patient/${person}`), id: 'within', focus: [{ reference: `${reference}/_history/1` }] }],
          hasMember: [{ reference: '#within' }],
        },
      ]
      for (const i of ways('').keys()) {
        const held = await made(pulse(`Patient/${person}`))
        const way = ways(`Observation/${held}`)[i] ?? {}
        const holder = await made(pulse(`Patient/${person}`, way))
        const put = (more: object) => ({
          resource: pulse(`Patient/${person}`, { id: holder, code: { text: 'changed' }, ...more }),
          request: { method: 'PUT', url: `Observation/${holder}` },
        })
        const gone = { request: { method: 'DELETE', url: `Observation/${held}` } }
        // Of what is stored, a search parameter must read it.
        if ('focus' in way) expect((await ask('epr', 'DELETE', `Observation/${held}`)).status).toBe(409)
        const refused = await transaction([gone, put(way)])
        expect([way, refused.status, faultsOf(refused)]).toEqual([way, 409, ['referred-to Bundle.entry[0].resource']])
        const parted = entriesOf(await transaction([gone, put({})]))
        expect(parted.map(({ response }) => response.status)).toEqual(['204', '200'])
      }
    })

    it('gives resources or outcomes as preferred, takes none at all, and is repeated under its X-Request-Id', async () => {
      const representation = entriesOf(await transaction([post(patient('P1'))], { prefer: 'return=representation' }))
      expect(representation[0]?.resource).toMatchObject({ resourceType: 'Patient', meta: { versionId: '1' } })
      const outcome = entriesOf(await transaction([post(patient('P2'))], { prefer: 'return=OperationOutcome' }))
      expect(outcome[0]?.response.outcome?.issue[0]?.details.coding[0]?.code).toBe('done')
      const empty = await transaction([])
      expect([empty.status, empty.json['type']]).toEqual([200, 'transaction-response'])
      const id = randomUUID()
      const entries = [post(patient('AGAIN')), { request: { method: 'GET', url: `Patient?identifier=${system}|AGAIN` } }]
      const [first, second] = [
        await transaction(entries, { 'x-request-id': id }),
        await transaction(entries, { 'x-request-id': id }),
      ]
      expect(idOf(entriesOf(second)[0])).toBe(idOf(entriesOf(first)[0]))
      expect((entriesOf(second)[1]?.resource as { total?: number } | undefined)?.total).toBe(1)
      expect(await count(`Patient?identifier=${system}|AGAIN`)).toBe(1)
    })
  })

  describe('batch', () => {
    it('does each entry by itself, with its own status, and answers in the order asked', async () => {
      const id = await made(patient('B1'))
      const answered = entriesOf(
        await send('batch', [
          { request: { method: 'GET', url: `Patient/${id}` } },
          post(patient('B2')),
          post(patient('B3', { gender: 'x' })),
          { resource: patient('B1', { id, active: true }), request: { method: 'PUT', url: `Patient/${id}`, ifMatch: 'W/"7"' } },
          { request: { method: 'GET', url: 'Patient?nonsense=1' } },
          { request: { method: 'GET', url: 'nowhere' } },
          post(patient('B2'), {}, { ifNoneExist: `identifier=${system}|B1` }),
          { request: { method: 'DELETE', url: `Patient?identifier=${system}|B9` } },
          { resource: { resourceType: 'Parameters' }, request: { method: 'PATCH', url: `Patient/${id}` } },
          { resource: patient('B4') },
          post(pulse(`urn:uuid:${randomUUID()}`)),
          { request: { method: 'GET', url: `Patient/${id}`, ifNoneMatch: 'W/"1"' } },
        ]),
      )
      expect(answered.map(({ response }) => response.status)).toEqual([
        '200',
        '201',
        '422',
        '412',
        '400',
        '404',
        '200',
        '204',
        '400',
        '400',
        '422',
        '304',
      ])
      expect(answered[0]?.resource?.id).toBe(id)
      expect(answered[1]?.response).toMatchObject({ etag: 'W/"1"', lastModified: expect.stringMatching(/Z$/) as string })
      expect(answered[1]?.response.location).toMatch(/^Patient\/.*\/_history\/1$/)
      expect(answered[1]?.resource).toBeUndefined()
      for (const i of [2, 3, 4, 5, 8, 9, 10]) expect(answered[i]?.response.outcome?.issue.length).toBeGreaterThan(0)
      expect(await count(`Patient?identifier=${system}|B2`)).toBe(1)
    })

    it('reads so much and no more, in a transaction too, and answers the rest with 413', async () => {
      const whole = await ask('epr', 'GET', 'metadata')
      const enough = Math.floor(limits.readings / whole.text.length)
      const reading = Array.from({ length: enough + 3 }, () => ({ request: { method: 'GET', url: 'metadata' } }))
      const answered = entriesOf(await send('batch', reading)).map(({ response }) => response.status)
      expect([answered.filter((status) => status === '200').length, new Set(answered)]).toEqual([enough, new Set(['200', '413'])])
      const refused = await transaction(reading)
      expect([refused.status, faultsOf(refused)]).toEqual([413, [`readings-too-large Bundle.entry[${enough}].request.url`]])
    })

    it('takes conditions in any letters, and what no header holds for what it is', async () => {
      const given = patient('B-Łukasz', { name: [{ family: 'Łukasiewicz' }] })
      const once = post(given, {}, { ifNoneExist: 'family=Łukasiewicz' })
      expect(entriesOf(await send('batch', [once])).map(({ response }) => response.status)).toEqual(['201'])
      const got = (more: object) => ({ request: { method: 'GET', url: 'metadata', ...more } })
      const entries = [
        once,
        post(given, {}, { ifNoneExist: 'family=Łukasiewicz\n' }),
        { request: { method: 'DELETE', url: `Patient/${randomUUID()}`, ifMatch: 'W/"€"' } },
        got({ ifNoneMatch: 'a\r\nb' }),
        got({ ifNoneMatch: 'W/"Łódź"' }),
        got({ ifModifiedSince: '€' }),
        { resource: given, request: { method: 'PUT', url: `Patient/${randomUUID()}`, ifNoneMatch: '\ud800' } },
      ]
      const answered = entriesOf(await send('batch', entries)).map(({ response }) => response.status)
      expect(answered.slice(0, 6)).toEqual(['200', '201', '400', '200', '200', '200'])
      for (const entry of entries) expect((await transaction([entry])).status).toBeLessThan(500)
    })

    it('answers operations and searches by POST as their addresses do, in a transaction too, and writes by none', async () => {
      const id = await made(patient('BO', { name: [{ family: 'OPERATION' }] }))
      const parameters = (...parameter: readonly object[]) => ({ resourceType: 'Parameters', parameter })
      const codes = [
        { name: 'url', valueUri: 'http://hl7.org/fhir/ValueSet/administrative-gender' },
        { name: 'code', valueCode: 'male' },
        { name: 'system', valueUri: 'http://hl7.org/fhir/administrative-gender' },
      ]
      const asking = (url: string, resource?: object): Entry => ({
        ...(resource && { resource }),
        request: { method: 'POST', url },
      })
      const reading = [
        asking('Patient/$validate', patient('BO', { gender: 'x' })),
        asking('ValueSet/$validate-code', parameters(...codes)),
        asking(`Patient/_search?identifier=${system}|BO`),
        asking(`Patient/${id}/$everything`, parameters()),
      ]
      const types = [undefined, 'Parameters', 'Bundle', 'Bundle']
      for (const type of ['batch', 'transaction']) {
        const answered = entriesOf(await send(type, reading))
        expect(answered.map(({ response, resource }) => [response.status, resource?.['resourceType']])).toEqual(
          types.map((one) => ['200', one]),
        )
        expect(answered[0]?.response.outcome?.issue[0]?.details.coding[0]?.code).toBe('code-not-in-list')
        expect(answered[1]?.resource?.['parameter']).toContainEqual({ name: 'result', valueBoolean: true })
        expect(answered[2]?.resource?.['total']).toBe(1)
      }
      const hidden = entriesOf(await send('batch', [asking(`Patient/${id}/$everything`, parameters())], {}, 'hub'))
      expect(hidden[0]?.response.status).toBe('404')
      const other = entriesOf(
        await send('batch', [asking('Patient/$break-glass', parameters()), asking('$process-message', parameters())]),
      )
      expect(other.map(({ response }) => response.status)).toEqual(['404', '404'])
    })

    it('is repeated entry by entry under its X-Request-Id', async () => {
      const headers = { 'x-request-id': randomUUID() }
      const send2 = () => send('batch', [post(patient('BR')), post(patient('BR'))], headers)
      const [first, second] = [entriesOf(await send2()), entriesOf(await send2())]
      expect(second.map(idOf)).toEqual(first.map(idOf))
      expect(await count(`Patient?identifier=${system}|BR`)).toBe(2)
    })

    it('tells nobody what they may not see, and takes scopes entry by entry', async () => {
      const id = await made(patient('BH'))
      const answered = entriesOf(
        await send(
          'batch',
          [{ request: { method: 'GET', url: `Patient/${id}` } }, { request: { method: 'GET', url: `Patient?_id=${id}` } }],
          {},
          'hub',
        ),
      )
      expect(answered[0]?.response.status).toBe('404')
      expect((answered[1]?.resource as { total?: number } | undefined)?.total).toBe(0)
    })
  })

  describe('with a misspelt or misshapen envelope', () => {
    const flag = (more: object = {}) => ({
      ...{ resourceType: 'Flag', status: 'active', code: { text: 'key safe' }, subject: { reference: subject } },
      ...{ identifier: [{ system, value: 'ENVELOPE' }], ...more },
    })
    let subject = ''
    let id = ''
    beforeAll(async () => {
      subject = `Patient/${await made(patient('ENVELOPE'))}`
      id = await made(flag())
      await ask('epr', 'PUT', `Flag/${id}`, flag({ id, code: { text: 'key safe by the door' } }))
    })
    const put = (request: object, more: object = {}): Entry => ({
      ...{ ...more, resource: flag({ id, status: 'inactive' }) },
      request: { method: 'PUT', url: `Flag/${id}`, ...request },
    })
    const wrong: readonly (readonly [() => Entry, string])[] = [
      [() => put({ ifMatch: 1 }), 'wrong-type Bundle.entry[1].request.ifMatch'],
      [() => put({ ifmatch: 'W/"1"' }), 'unknown-element Bundle.entry[1].request.ifmatch'],
      [() => put({ ifMatch: null }), 'empty Bundle.entry[1].request.ifMatch'],
      [() => put({}, { ifMatch: 'W/"1"' }), 'unknown-element Bundle.entry[1].ifMatch'],
      [
        () => post(flag(), {}, { ifNoneExist: [`identifier=${system}|ENVELOPE`] }),
        'wrong-type Bundle.entry[1].request.ifNoneExist',
      ],
      [
        () => put({}, { modifierExtension: [{ url: 'https://example.org/not-really', valueBoolean: true }] }),
        'modifier-extension-unknown Bundle.entry[1].modifierExtension',
      ],
    ]

    it('does nothing of a transaction, and the other entries of a batch', async () => {
      for (const [entry, fault] of wrong) {
        const refused = await transaction([post(patient('ENVELOPE-OTHER')), entry()])
        expect([refused.status, faultsOf(refused)], refused.text).toEqual([400, [fault]])
        const [other, told] = entriesOf(await send('batch', [post(patient('ENVELOPE-BATCH')), entry()]))
        expect([other?.response.status, told?.response.status]).toEqual(['201', '400'])
        const issues = told?.response.outcome?.issue as unknown as readonly { expression: readonly string[] }[]
        expect(issues.map(({ expression }) => expression)).toEqual([[fault.split(' ')[1]]])
      }
      expect(await count(`Patient?identifier=${system}|ENVELOPE-OTHER`)).toBe(0)
      expect(await count(`Patient?identifier=${system}|ENVELOPE-BATCH`)).toBe(wrong.length)
      const stored = await ask('epr', 'GET', `Flag/${id}`)
      expect([stored.headers.get('etag'), stored.json['status']]).toEqual(['W/"2"', 'active'])
      expect(await count(`Flag?subject=${subject}`)).toBe(1)
    })

    it('is refused whole where its entries are no list, or have another name', async () => {
      const entry = [post(patient('ENVELOPE-LOST'))]
      const bodies = [
        [{ entry: entry[0] }, 'wrong-type Bundle.entry'],
        [{ entries: entry }, 'unknown-element Bundle.entries'],
        [{ entry: 'none' }, 'wrong-type Bundle.entry'],
      ] as const
      for (const type of ['transaction', 'batch'])
        for (const [body, fault] of bodies) {
          const answer = await ask('epr', 'POST', '', { resourceType: 'Bundle', type, ...body })
          expect([answer.status, faultsOf(answer)], answer.text).toEqual([400, [fault]])
        }
      expect(await count(`Patient?identifier=${system}|ENVELOPE-LOST`)).toBe(0)
    })
  })

  it('is 400 for a precondition that the method of its entry does not follow, in a batch that entry', async () => {
    const id = await made(patient('PRE'))
    const put = (request: object): Entry => ({
      resource: patient('PRE', { id, active: true }),
      request: { method: 'PUT', url: `Patient/${id}`, ...request },
    })
    const lost: readonly (readonly [Entry, string])[] = [
      [post(patient('PRE'), {}, { ifMatch: 'W/"7"' }), 'ifMatch'],
      [post(patient('PRE'), {}, { ifNoneMatch: '*' }), 'ifNoneMatch'],
      [put({ ifNoneExist: `identifier=${system}|PRE` }), 'ifNoneExist'],
      [put({ ifNoneMatch: 'W/"1"' }), 'ifNoneMatch'],
      [put({ ifModifiedSince: '2020-01-01T00:00:00Z' }), 'ifModifiedSince'],
      [{ request: { method: 'DELETE', url: `Patient/${id}`, ifNoneMatch: 'W/"1"' } }, 'ifNoneMatch'],
    ]
    for (const [entry, element] of lost) {
      const answer = await transaction([entry])
      expect([answer.status, faultsOf(answer)], answer.text).toEqual([
        400,
        [`precondition-not-followed Bundle.entry[0].request.${element}`],
      ])
      const [told] = entriesOf(await send('batch', [entry]))
      expect([told?.response.status, told?.response.outcome?.issue[0]?.details.coding[0]?.code]).toEqual([
        '400',
        'precondition-not-followed',
      ])
    }
    expect((await ask('epr', 'GET', `Patient/${id}`)).headers.get('etag')).toBe('W/"1"')
    expect(await count(`Patient?identifier=${system}|PRE`)).toBe(1)
  })

  it('of another type is refused', async () => {
    for (const type of ['collection', 'history', 'searchset']) expect((await send(type, [])).status).toBe(422)
  })
})

describe.each(databases)('a transaction on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => world.close()) // thousands are too many to look at, one by one

  it('holds thousands, in a time that grows with them', async () => {
    const observation = (reference: string, i: number) => ({
      ...{ fullUrl: `urn:uuid:${randomUUID()}`, request: { method: 'POST', url: 'Observation' } },
      resource: {
        ...{ resourceType: 'Observation', status: 'final', code: { text: 'pulse' }, subject: { reference } },
        identifier: [{ system, value: `${i}` }],
      },
    })
    const took = async (n: number) => {
      const fullUrl = `urn:uuid:${randomUUID()}`
      const first = { fullUrl, resource: { resourceType: 'Patient' }, request: { method: 'POST', url: 'Patient' } }
      const entry = [first, ...Array.from({ length: n - 1 }, (_, i) => observation(fullUrl, i))]
      const began = performance.now()
      const { status, json } = await world.systems.epr.ask('POST', '/fhir/R4', {
        resourceType: 'Bundle',
        type: 'transaction',
        entry,
      })
      expect([status, json['entry']?.length]).toEqual([200, n])
      return performance.now() - began
    }
    await took(250)
    const [few, lots] = [await took(250), await took(2_000)]
    console.info(`${database.name}: 250 entries ${few.toFixed(0)} ms, 2,000 entries ${lots.toFixed(0)} ms`)
    // Eight times as many; what is quadratic takes sixty-four times as long.
    expect(lots).toBeLessThan(few * 24)
  }, 60_000)
})
