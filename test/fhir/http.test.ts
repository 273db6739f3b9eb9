// HTTP at the door: methods, addresses, negotiation, headers, CORS; over real sockets.

import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../gateway/app.ts'
import { routes } from '../../gateway/routes.ts'
import { databases, startWorld, type World } from '../journey/world.ts'

const [sqlite] = databases
const json = 'application/fhir+json; charset=utf-8'

let world: World
let patient: string
beforeAll(async () => {
  if (!sqlite) throw new Error('no database')
  world = await startWorld(sqlite)
  const made = await world.systems.epr.ask('POST', '/fhir/R4/Patient', {
    resourceType: 'Patient',
    text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">TEST</div>' },
    name: [{ family: 'TEST' }],
    gender: 'female',
    contact: [{ name: { text: 'TEST DAUGHTER' } }],
  })
  patient = `/fhir/R4/Patient/${String(made.json['id'])}`
})
afterAll(() => world.close())

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  world.systems.epr.ask(method, path, body, headers)
const codeOf = (answer: Awaited<ReturnType<typeof ask>>) =>
  (answer.json as unknown as { issue: { details: { coding: { code: string }[] } }[] }).issue[0]?.details.coding[0]?.code

/** Of one request or one connection. */
const perRequest = ['date', 'x-request-id', 'transfer-encoding', 'connection', 'keep-alive']

describe('parameters', () => {
  const form = 'application/x-www-form-urlencoded'
  const posted = async (body: string | Uint8Array<ArrayBuffer>, type = form, path = '/fhir/R4/Patient/_search') => {
    const authorization = `Bearer ${await world.systems.epr.token()}`
    return fetch(`${world.url}${path}`, { method: 'POST', headers: { authorization, 'content-type': type }, body })
  }
  const told = async (answer: Response) => {
    const { issue } = (await answer.json()) as { issue?: { details: { coding: { code: string }[] } }[] }
    return [answer.status, issue?.[0]?.details.coding[0]?.code]
  }

  it('are not read from a form in another character set', async () => {
    expect(await told(await posted('family=M%FCller', `${form}; charset=iso-8859-1`))).toEqual([415, 'charset'])
    expect(await told(await posted('family=TEST', `${form}; charset="UTF-8"`))).toEqual([200, undefined])
  })

  it.each([
    ['bytes', Buffer.from('family=M\u00fcller', 'latin1')],
    ['percents', 'family=M%FCller'],
    ['half a letter', 'family=M%C3'],
    ['half a surrogate pair', 'family=%ED%A0%80'],
  ])('are not guessed at in a form that is not UTF-8: %s', async (_, body) => {
    expect(await told(await posted(body))).toEqual([400, 'utf8-invalid'])
  })

  it('are not guessed at in an address that is not UTF-8', async () => {
    expect(codeOf(await ask('GET', '/fhir/R4/Patient?family=%ff'))).toBe('utf8-invalid')
    const batch = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: 'Patient?family=%ff' } }] }
    const answer = await ask('POST', '/fhir/R4', {}, batch)
    expect(answer.text).toContain('utf8-invalid')
    const created = await ask('POST', '/fhir/R4/Patient', { 'if-none-exist': 'identifier=%ff' }, { resourceType: 'Patient' })
    expect([created.status, codeOf(created)]).toEqual([400, 'utf8-invalid'])
  })

  it('may hold a percent sign that stands for itself, and letters of any script', async () => {
    for (const value of ['100%', '%zz', '%C3%BC%e6%9d%8e', '%F0%9F%98%80'])
      expect((await ask('GET', `/fhir/R4/Patient?family=${value}`)).status).toBe(200)
  })

  it.each(['/fhir/R4/Patient/_search', '/fhir/R4/_search?_type=Patient'])(
    'choose the representation in a form as in an address: %s',
    async (path) => {
      const answer = await posted('_format=xml&_count=1', form, path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/fhir+xml; charset=utf-8'])
      expect(await answer.text()).toMatch(/^<\?xml/)
      expect(await (await posted('_pretty=true&_count=1', form, path)).text()).toMatch(/^\{\n +"resourceType"/)
      const refused = await posted('_format=xml&nonsense=1', form, path)
      expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/fhir+xml; charset=utf-8'])
      expect(await told(await posted('_format=ttl', form, path))).toEqual([406, 'format'])
      expect((await posted('_pretty=perhaps', form, path)).status).toBe(400)
    },
  )

  it('are refused where address and form ask for two formats', async () => {
    expect((await posted('_format=xml', form, '/fhir/R4/Patient/_search?_format=json')).status).toBe(400)
  })
})

describe('HEAD', () => {
  it.each(['/fhir/R4/metadata', '/health/live', '/openapi.json', 'patient', 'search', 'history', 'refusal'])(
    'answers what GET would, without a body: %s',
    async (name) => {
      const named: Record<string, string> = {
        patient,
        search: '/fhir/R4/Patient?_count=1',
        history: `${patient}/_history`,
        refusal: '/fhir/R4/Patient/nobody',
      }
      const path = named[name] ?? name
      const [get, head] = [await ask('GET', path), await ask('HEAD', path)]
      const headersOf = (answer: typeof get) =>
        Object.fromEntries([...answer.headers].filter(([each]) => !perRequest.includes(each)))
      expect([head.status, head.text]).toEqual([get.status, ''])
      expect(headersOf(head)).toEqual(headersOf(get))
      expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(get.text))
    },
  )

  it('is audited as a read', async () => {
    const { length } = await world.store.audits({ what: patient.replace('/fhir/R4/', ''), limit: 200 })
    await ask('HEAD', patient)
    const after = await world.store.audits({ what: patient.replace('/fhir/R4/', ''), limit: 200 })
    expect([after.length, after[0]?.action]).toEqual([length + 1, 'HEAD /fhir/R4/Patient/:id'])
  })
})

describe('an address', () => {
  it('means the same with a slash at its end', async () => {
    expect((await ask('GET', `${patient}/`)).status).toBe(200)
    expect((await ask('GET', '/fhir/R4/metadata/')).status).toBe(200)
  })

  it('means the same in percent encoding', async () => {
    expect((await ask('GET', patient.replace('Patient', '%50atient'))).status).toBe(200)
  })

  it.each([
    ['/fhir/R4/patient/x', 'address-unknown'],
    ['/fhir/R4/Nothing', 'address-unknown'],
    ['/fhir/R4//Patient/x', 'address-unknown'],
    ['/fhir/R4/Patient/x/y', 'address-unknown'],
    ['/fhir/R4/Patient/$nothing', 'operation-unknown'],
    ['/fhir/R4/Patient/_nothing', 'address-unknown'],
    ['/fhir/R4/Patient/a%2Fb', 'not-found'],
    ['/fhir/R4/Patient/%2e%2e%2fmetadata', 'not-found'],
    [`/fhir/R4/Patient/${'x'.repeat(65)}`, 'not-found'],
    ['/fhir/R5/metadata', 'address-unknown'],
    ['/', 'address-unknown'],
  ])('that names nothing is 404 with an OperationOutcome: %s', async (path, code) => {
    const answer = await ask('GET', path)
    expect([answer.status, codeOf(answer), answer.headers.get('content-type')]).toEqual([404, code, json])
  })

  it.each([
    ['/fhir/R4/Patient/%', 404],
    ['/fhir/R4/Patient/a%00b', 404],
    ['/fhir/R4/Patient?name=%zz', 200],
    ['/fhir/R4/Patient?name=%ff', 400],
    ['/fhir/R4/Patient?name=a%00b', 200],
  ])('with a broken escape or a NUL breaks nothing: %s', async (path, status) => {
    const answer = await raw('GET', path, { authorization: `Bearer ${await world.systems.epr.token()}` })
    expect([answer.status, answer.text.includes('"entry"')]).toEqual([status, false])
  })

  it('that is too long is 414, and a head that is too long 431, both with an OperationOutcome', async () => {
    const long = await raw('GET', `/fhir/R4/Patient?name=${'x'.repeat(15_000)}`)
    expect([long.status, long.text.includes('address-too-long')]).toEqual([414, true])
    const head = await raw('GET', patient, { 'x-long': 'x'.repeat(17_000) })
    expect([head.status, head.text.includes('"resourceType":"OperationOutcome"')]).toEqual([431, true])
  })

  it('that takes other methods is 405 with those that it takes', async () => {
    const deleted = await ask('PUT', '/fhir/R4/metadata', {}, {})
    expect([deleted.status, deleted.headers.get('allow'), codeOf(deleted)]).toEqual([405, 'GET, HEAD, OPTIONS', 'method'])
    const posted = await ask('POST', patient, {}, {})
    expect([posted.status, posted.headers.get('allow')?.includes('GET')]).toEqual([405, true])
    expect((await ask('TRACE'.replace('TRACE', 'REPORT'), patient)).status).toBe(405)
  })
})

/** As no fetch would send it. */
function raw(method: string, path: string, headers: Record<string, string | string[]> = {}) {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const { hostname, port } = new URL(world.url)
    const sent = request({ method, path, headers, hostname, port }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
    sent.on('error', reject).end()
  })
}

describe('negotiation', () => {
  it.each([
    ['application/fhir+json', json],
    ['application/json', 'application/json; charset=utf-8'],
    ['text/json', 'text/json; charset=utf-8'],
    ['*/*', json],
    ['application/*', json],
    ['application/fhir+json; fhirVersion=4.0', 'application/fhir+json; fhirVersion=4.0; charset=utf-8'],
    ['application/fhir+xml;q=0.1, application/fhir+json;q=1', json],
    ['application/fhir+json;q=0, */*', 'application/fhir+xml; charset=utf-8'],
    ['application/xml', 'application/xml; charset=utf-8'],
    ['text/html, application/fhir+xml;q=0.9', 'application/fhir+xml; charset=utf-8'],
    [';;,, application/fhir+json;q=bad', json],
  ])('answers Accept: %s as %s', async (accept, type) => {
    const answer = await ask('GET', patient, { accept })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  })

  it.each(['image/png', 'application/fhir+json; fhirVersion=3.0', 'application/fhir+turtle', 'text/html', '*/*;q=0', ';;;'])(
    'refuses Accept: %s with 406',
    async (accept) => {
      const answer = await ask('GET', patient, { accept })
      expect([answer.status, codeOf(answer)]).toEqual([406, 'format'])
    },
  )

  it.each([
    ['json', json],
    ['application/json', json],
    ['application/fhir%2Bjson', json],
    ['application/fhir+json', json],
    ['xml', 'application/fhir+xml; charset=utf-8'],
    ['text/xml', 'application/fhir+xml; charset=utf-8'],
    ['application/fhir%2Bxml', 'application/fhir+xml; charset=utf-8'],
    ['application/fhir%2Bjson;fhirVersion=4.0', 'application/fhir+json; fhirVersion=4.0; charset=utf-8'],
  ])('takes _format=%s over Accept', async (format, type) => {
    const answer = await ask('GET', `${patient}?_format=${format}`, { accept: 'image/png' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  })

  it.each(['html', 'ttl', 'text/html', 'application/fhir%2Bturtle', 'nonsense', '', 'json;fhirVersion=5.0'])(
    'refuses _format=%s with 406',
    async (format) => {
      const answer = await ask('GET', `${patient}?_format=${format}`)
      expect([answer.status, codeOf(answer)]).toEqual([406, 'format'])
    },
  )

  it('refuses two formats at once', async () => {
    expect((await ask('GET', `${patient}?_format=json&_format=xml`)).status).toBe(400)
  })

  it.each(['application/fhir+json; fhirVersion=3.0', 'application/fhir+json; charset=iso-8859-1', 'text/plain', ''])(
    'refuses a body of Content-Type %j with 415',
    async (type) => {
      const answer = await ask('POST', '/fhir/R4/Patient', { 'content-type': type }, '{"resourceType":"Patient"}')
      expect(answer.status).toBe(415)
    },
  )

  it('lays JSON out when asked, and changes nothing else', async () => {
    const [plain, pretty] = [await ask('GET', patient), await ask('GET', `${patient}?_pretty=true`)]
    expect(pretty.json).toEqual(plain.json)
    expect(pretty.text).toContain('\n  "resourceType"')
    expect(plain.text).not.toContain('\n')
    expect((await ask('GET', `${patient}?_pretty=perhaps`)).status).toBe(400)
  })

  it('answers refusals in the representation that was asked for', async () => {
    const answer = await ask('GET', '/fhir/R4/Patient/nobody', { accept: 'application/fhir+xml' })
    expect([answer.status, answer.text.includes('<OperationOutcome xmlns="http://hl7.org/fhir">')]).toEqual([404, true])
  })
})

describe('a request id', () => {
  it('comes back as it was sent, or a new one with the sent one as correlation id', async () => {
    const own = await ask('GET', patient, { 'x-request-id': 'abc-1' })
    expect([own.headers.get('x-request-id'), own.headers.get('x-correlation-id')]).toEqual(['abc-1', null])
    const odd = await ask('GET', patient, { 'x-request-id': 'abc_1' })
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(odd.headers.get('x-correlation-id')).toBe('abc_1')
    const both = await ask('GET', patient, { 'x-request-id': 'abc-1', 'x-correlation-id': 'c-1' })
    expect(both.headers.get('x-correlation-id')).toBe('c-1')
  })

  it('that could not stand in a header is not repeated', async () => {
    const answer = await ask('GET', patient, { 'x-request-id': 'a"b<c>' })
    expect(answer.headers.get('x-correlation-id')).toBeNull()
  })
})

describe('a preference', () => {
  it('is named in the answer that follows it, and no other is', async () => {
    const lenient = await ask('GET', '/fhir/R4/Patient?nonsense=1', { prefer: 'respond-async, handling=lenient' })
    expect([lenient.status, lenient.headers.get('preference-applied')]).toEqual([200, 'handling=lenient'])
    const refused = await ask('GET', '/fhir/R4/Patient?nonsense=1', { prefer: 'handling=strict' })
    expect([refused.status, refused.headers.get('preference-applied')]).toEqual([400, null])
    const read = await ask('GET', patient, { prefer: 'return=minimal' })
    expect(read.headers.get('preference-applied')).toBeNull()
    const made = await ask(
      'POST',
      '/fhir/R4/Patient',
      { prefer: 'return=minimal' },
      { resourceType: 'Patient', name: [{ family: 'TEST' }] },
    )
    expect([made.status, made.text, made.headers.get('preference-applied')]).toEqual([201, '', 'return=minimal'])
  })

  const zed = { resourceType: 'Patient', name: [{ family: 'TEST' }] }
  const applied = (answer: { readonly headers: Headers }) => answer.headers.get('preference-applied')
  const write = (prefer: string, more: Record<string, string> = {}) => ask('POST', '/fhir/R4/Patient', { prefer, ...more }, zed)

  it('is found among others, in quotes and in any case, and a write follows no handling', async () => {
    const outcome = await write('handling=strict, return=OperationOutcome')
    expect([outcome.text.includes('OperationOutcome'), applied(outcome)]).toEqual([true, 'return=OperationOutcome'])
    const quoted = await write('respond-async, Return = "MINIMAL"')
    expect([quoted.status, quoted.text, applied(quoted)]).toEqual([201, '', 'return=minimal'])
    const searched = await ask('GET', '/fhir/R4/Patient?nonsense=1', { prefer: 'return=minimal, handling="lenient"' })
    expect([searched.status, applied(searched)]).toEqual([200, 'handling=lenient'])
    const first = await ask('GET', '/fhir/R4/Patient?nonsense=1', { prefer: 'handling=strict, handling=lenient' })
    expect(first.status).toBe(400)
  })

  it('that nothing follows is not named: of a read, of an unknown value, of what was deleted', async () => {
    expect(applied(await ask('GET', patient, { prefer: 'handling=strict' }))).toBeNull()
    expect(applied(await write('return=everything'))).toBeNull()
    const remove = async (prefer: string) => {
      const { json } = await write('return=representation')
      return ask('DELETE', `/fhir/R4/Patient/${String(json['id'])}`, { prefer })
    }
    const deleted = await remove('return=representation')
    expect([deleted.status, applied(deleted)]).toEqual([204, null])
    expect(applied(await remove('return=minimal'))).toBe('return=minimal')
    expect(applied(await remove('return=OperationOutcome'))).toBe('return=OperationOutcome')
  })

  it('is named of a transaction and of a batch that wrote', async () => {
    const request = { method: 'POST', url: 'Patient' }
    const send = (type: string, entry: readonly object[], prefer: string) =>
      ask('POST', '/fhir/R4', { prefer }, { resourceType: 'Bundle', type, entry })
    for (const type of ['transaction', 'batch']) {
      for (const value of ['minimal', 'representation', 'OperationOutcome'])
        expect(applied(await send(type, [{ resource: zed, request }], `handling=lenient, return=${value}`))).toBe(
          `return=${value}`,
        )
      const reading = { request: { method: 'GET', url: 'Patient?_summary=count' } }
      expect(applied(await send(type, [reading], 'return=minimal'))).toBeNull()
    }
  })

  it('of a repeat is named only where the first answer followed it too', async () => {
    const id = { 'x-request-id': randomUUID() }
    expect(applied(await write('return=representation', id))).toBe('return=representation')
    const repeat = await write('return=minimal', id)
    expect([repeat.status, repeat.json['resourceType'], applied(repeat)]).toEqual([201, 'Patient', null])
    expect(applied(await write('return=representation', id))).toBe('return=representation')
    expect(applied(await ask('POST', '/fhir/R4/Patient', id, zed))).toBeNull()
  })
})

describe('an intermediary', () => {
  it('is named in FHIR answers, and what others say of themselves changes nothing', async () => {
    const [plain, told] = [await ask('GET', patient), await ask('GET', patient, { 'x-intermediary': 'proxy.example' })]
    expect([told.status, told.text]).toEqual([plain.status, plain.text])
    expect(plain.headers.get('x-intermediary')).toBe('127.0.0.1')
  })
})

describe('headers that are sent twice', () => {
  it('are no credential', async () => {
    const token = `Bearer ${await world.systems.epr.token()}`
    const answer = await raw('GET', patient, { authorization: [token, token] })
    expect(answer.status).toBe(401)
  })

  it('are one list where a list may stand', async () => {
    const authorization = `Bearer ${await world.systems.epr.token()}`
    const answer = await raw('GET', patient, { authorization, 'if-none-match': ['W/"7"', 'W/"1"'] })
    expect(answer.status).toBe(304)
  })
})

describe('CORS', () => {
  const page = 'https://app.example'
  const preflight = { origin: page, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' }
  const withOrigins = (...origins: string[]) => app({ ...world.house, origins: new Set(origins) })

  it('is off: a preflight hears which methods there are, and no more', async () => {
    const answer = await ask('OPTIONS', patient, preflight)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, null])
    expect(answer.headers.get('allow')).toContain('GET, ')
    expect(answer.headers.get('access-control-allow-methods')).toBeNull()
  })

  it('lets a named origin ask, without a token for the preflight, and read the headers that matter', async () => {
    const hono = withOrigins(page)
    const before = await hono.request(patient, { method: 'OPTIONS', headers: preflight })
    expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([204, page])
    expect(before.headers.get('access-control-allow-methods')).toContain('PUT')
    expect(before.headers.get('access-control-allow-headers')).toContain('Authorization')
    const after = await hono.request(patient, { headers: { origin: page } })
    expect([after.status, after.headers.get('access-control-allow-origin')]).toEqual([401, page])
    expect(after.headers.get('access-control-expose-headers')).toContain('ETag')
    expect([after.headers.get('vary'), after.headers.get('access-control-allow-credentials')]).toEqual(['origin', null])
  })

  it('tells others nothing', async () => {
    const answer = await withOrigins(page).request(patient, {
      method: 'OPTIONS',
      headers: { ...preflight, origin: 'https://evil.example' },
    })
    expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-allow-methods')]).toEqual([
      null,
      null,
    ])
  })

  it('says 404 to OPTIONS where nothing is', async () => {
    expect((await ask('OPTIONS', '/fhir/R4/Nothing')).status).toBe(404)
  })
})

describe('a conditional read', () => {
  it('is 304 by time when nothing changed since, and whole otherwise', async () => {
    const whole = await ask('GET', patient)
    const since = whole.headers.get('last-modified') ?? ''
    const same = await ask('GET', patient, { 'if-modified-since': since })
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', 'W/"1"'])
    const before = new Date(Date.parse(since) - 1000).toUTCString()
    for (const each of [before, 'yesterday', ''])
      expect((await ask('GET', patient, { 'if-modified-since': each })).status).toBe(200)
    // An ETag that differs counts for more than a time.
    expect((await ask('GET', patient, { 'if-modified-since': since, 'if-none-match': 'W/"9"' })).status).toBe(200)
  })
})

describe('a part of a resource', () => {
  it('is its summary, tagged, under the ETag of the whole', async () => {
    const answer = await ask('GET', `${patient}?_summary=true`)
    const { meta, text, contact, name } = answer.json as unknown as Record<string, unknown>
    expect([answer.status, answer.headers.get('etag'), text, contact]).toEqual([200, 'W/"1"', undefined, undefined])
    expect(name).toEqual([{ family: 'TEST' }])
    expect(meta).toMatchObject({ versionId: '1', tag: [{ code: 'SUBSETTED' }] })
  })

  it('is its text, its data, or the elements that are named', async () => {
    const keys = async (query: string) => Object.keys((await ask('GET', `${patient}?${query}`)).json)
    expect(await keys('_summary=text')).toEqual(['resourceType', 'id', 'meta', 'text'])
    expect(await keys('_summary=data')).toEqual(['resourceType', 'id', 'meta', 'name', 'gender', 'contact'])
    expect(await keys('_elements=gender,Patient.name')).toEqual(['resourceType', 'id', 'meta', 'name', 'gender'])
    expect(await keys('_summary=false')).toContain('contact')
  })

  it.each([
    '_summary=count',
    '_summary=perhaps',
    '_summary=true&_summary=text',
    '_elements=gendr',
    '_summary=true&_elements=name',
  ])('is refused where it cannot be told: %s', async (query) =>
    expect((await ask('GET', `${patient}?${query}`)).status).toBe(400),
  )

  it('is one of a version, of a history and of the CapabilityStatement too', async () => {
    const version = await ask('GET', `${patient}/_history/1?_elements=gender`)
    expect(Object.keys(version.json)).toEqual(['resourceType', 'id', 'meta', 'gender'])
    const history = await ask('GET', `${patient}/_history?_summary=text`)
    expect((history.json as unknown as { entry: { resource: object }[] }).entry[0]?.resource).not.toHaveProperty('name')
    const statement = await ask('GET', '/fhir/R4/metadata?_elements=rest')
    expect(statement.json).toMatchObject({ meta: { tag: [{ code: 'SUBSETTED' }] }, fhirVersion: '4.0.1' })
  })
})

describe('the route table', () => {
  it('says of every address what it does, and has none twice', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(names).size).toBe(names.length)
    expect(routes.filter(({ summary }) => summary === '' || summary.endsWith('.'))).toEqual([])
  })
})
