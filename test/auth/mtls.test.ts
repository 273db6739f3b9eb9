// A client that is bound to its certificate (RFC 8705), over real TLS: its tokens, and what is refused over any other connection.

import { writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeClient } from '../../gateway/auth/registry.ts'
import { endAll, makeCamp, startGateway } from '../faults/gateway.ts'
import { openLimited, type Limited } from '../faults/limited.ts'
import { makeCertificates, type Pair } from './certificates.ts'
import { makeClient, tokenForm, type TestClient } from './client.ts'

const certificates = makeCertificates()
if (!certificates) console.log('skipped: there is no openssl here to make certificates with, so none are tried over HTTP')

const [bound, free, nhs] = [
  makeClient({ clientId: 'trust1-bound' }),
  makeClient({ clientId: 'trust1-free' }),
  makeClient({ clientId: 'trust1-nhs', alg: 'RS512' }),
]

interface Heard {
  readonly status: number
  readonly challenge: string | undefined
  readonly json: Readonly<Record<string, unknown>>
}

describe.skipIf(!certificates)('over TLS with client certificates,', () => {
  const { authority, server, one, other, stranger } = certificates ?? ({} as NonNullable<typeof certificates>)
  const tls = { cert: server?.cert ?? '', key: server?.key ?? '', ca: authority?.cert ?? '' }
  const entry = (client: TestClient, more: object = {}) => ({
    client_id: client.clientId,
    name: client.clientId,
    organization: 'trust1',
    profile: 'smart',
    scopes: 'system/*.rs',
    jwks: client.jwks,
    ...more,
  })
  const clients = (file: { readonly clients: readonly object[] }) => ({
    ...file,
    clients: [
      ...file.clients,
      entry(free),
      entry(bound, { certificateSha256: [one.sha256.toUpperCase().replace(/..(?=.)/g, '$&:'), stranger.sha256] }),
      entry(nhs, { profile: 'nhs', certificateSha256: [one.sha256] }),
    ],
  })
  let gateway: Limited
  beforeAll(async () => {
    gateway = await openLimited(
      { TLS_CLIENT_AUTH: 'optional', TLS_CLIENT_CA: 'x', TLS_CERT: 'x', TLS_KEY: 'x' },
      { tls, clients },
    )
  })
  afterAll(async () => {
    expect(gateway.errors).toEqual([])
    await gateway.close()
  })

  const ask = (path: string, shown?: Pair, headers: Record<string, string> = {}, form?: URLSearchParams, at = gateway) =>
    new Promise<Heard>((resolve, reject) => {
      const method = form ? 'POST' : 'GET'
      const type = form && { 'content-type': 'application/x-www-form-urlencoded' }
      const options = {
        ...{ host: '127.0.0.1', port: at.port, path, method, agent: false, ca: authority.cert },
        ...(shown && { cert: shown.cert, key: shown.key }),
        headers: { ...type, ...headers },
      }
      const asked = request(options, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('error', reject).on('end', () => {
          const json = JSON.parse(text || '{}') as Heard['json']
          resolve({ status: answer.statusCode ?? 0, challenge: answer.headers['www-authenticate'], json })
        })
      })
      asked.on('error', reject).end(form?.toString())
    })
  const formOf = (client: TestClient) => tokenForm(client.assertion({ aud: `${gateway.url}/auth/token` }), 'system/*.rs')
  const tokenOf = (client: TestClient, shown?: Pair) => ask('/auth/token', shown, {}, formOf(client))
  const claimsOf = ({ json }: Heard) =>
    JSON.parse(Buffer.from(String(json['access_token']).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
  const bearer = ({ json }: Heard) => ({ authorization: `Bearer ${String(json['access_token'])}` })
  const x5t = (pair: Pair) => Buffer.from(pair.sha256, 'hex').toString('base64url')

  it('says so in its discovery, and only then', async () => {
    const { json } = await ask('/fhir/R4/.well-known/smart-configuration')
    expect(json['tls_client_certificate_bound_access_tokens']).toBe(true)
    const plain = await openLimited({})
    const without = await fetch(`${plain.url}/fhir/R4/.well-known/smart-configuration`)
    expect(await without.json()).not.toHaveProperty('tls_client_certificate_bound_access_tokens')
    await plain.close()
  })

  it('a bound client gets a token that says which certificate it is for, and uses it with that', async () => {
    const token = await tokenOf(bound, one)
    expect(token.status).toBe(200)
    expect(claimsOf(token)['cnf']).toEqual({ 'x5t#S256': x5t(one) })
    for (let i = 0; i < 2; i++) expect((await ask('/fhir/R4/Task', one, bearer(token))).status).toBe(200)
    const form = new URLSearchParams({ token: String(token.json['access_token']) })
    const told = await ask('/auth/introspect', one, bearer(token), form)
    expect(told.json).toMatchObject({ active: true, cnf: { 'x5t#S256': x5t(one) } })
  })

  it.each([
    ['no certificate', () => undefined],
    ['another client’s', () => other],
    ['one that no authority signed, though the registry names it', () => stranger],
  ])('a bound client gets no token with %s, and its assertion is not used up by that', async (_, shown) => {
    const form = formOf(bound)
    const refused = await ask('/auth/token', shown(), {}, form)
    expect([refused.status, refused.json]).toEqual([
      401,
      { error: 'invalid_client', error_description: 'the client is bound to a certificate, and this connection did not show it' },
    ])
    expect((await ask('/auth/token', one, {}, form)).status).toBe(200)
    const rows = (await gateway.audits()).filter(({ reason }) => reason === 'certificate')
    expect(rows[0]).toMatchObject({ client: bound.clientId, action: 'token', outcome: 'refused' })
  })

  it.each([
    ['no certificate', () => undefined],
    ['another client’s', () => other],
    ['one that no authority signed, though the registry names it', () => stranger],
  ])('a bound token is none with %s, before and after it was seen to be good', async (_, shown) => {
    const token = await tokenOf(bound, one)
    const stolen = async () => {
      const refused = await ask('/fhir/R4/Task', shown(), bearer(token))
      expect([refused.status, refused.challenge]).toEqual([401, 'Bearer error="invalid_token"'])
      const form = new URLSearchParams({ token: String(token.json['access_token']) })
      expect((await ask('/auth/introspect', shown(), bearer(token), form)).status).toBe(401)
    }
    await stolen()
    expect((await ask('/fhir/R4/Task', one, bearer(token))).status).toBe(200)
    await stolen()
  })

  it('a client that is bound to none comes with any or none, and its token is for no certificate', async () => {
    for (const shown of [undefined, one, stranger]) {
      const token = await tokenOf(free, shown)
      expect([token.status, claimsOf(token)['cnf']]).toEqual([200, undefined])
      expect((await ask('/fhir/R4/Task', undefined, bearer(token))).status).toBe(200)
    }
  })

  it('an NHS client is held to its certificate in the NHS’s words', async () => {
    const refused = await tokenOf(nhs, other)
    expect([refused.status, refused.json]).toMatchObject([401, { error: 'invalid_request', message_id: expect.any(String) }])
    expect(claimsOf(await tokenOf(nhs, one))['cnf']).toEqual({ 'x5t#S256': x5t(one) })
  })

  it('another certificate in the registry ends the tokens of the first, and so does the first one of all', async () => {
    const { store, registry } = gateway.open.house
    const bind = async (client: TestClient, certificateSha256: readonly string[]) => {
      await changeClient(store, client.clientId, (known) => ({ ...known, certificateSha256 }))
      await registry.refresh(true)
    }
    const [mine, anybodys] = [await tokenOf(bound, one), await tokenOf(free, one)]
    await bind(bound, [one.sha256, other.sha256])
    expect((await ask('/fhir/R4/Task', one, bearer(mine))).status).toBe(200)
    expect((await ask('/fhir/R4/Task', other, bearer(mine))).status).toBe(401)
    expect((await tokenOf(bound, other)).status).toBe(200)
    await bind(bound, [other.sha256])
    expect((await ask('/fhir/R4/Task', one, bearer(mine))).status).toBe(401)
    await bind(free, [one.sha256])
    expect((await ask('/fhir/R4/Task', one, bearer(anybodys))).status).toBe(401)
    await bind(bound, [one.sha256])
  })

  it('where every client must show one, a connection without is not even heard', async () => {
    const strict = await openLimited({ TLS_CLIENT_CA: 'x', TLS_CERT: 'x', TLS_KEY: 'x' }, { tls, clients })
    const live = (shown?: Pair) => ask('/health/ready', shown, { accept: 'text/plain' }, undefined, strict)
    await expect(live()).rejects.toThrow()
    await expect(live(stranger)).rejects.toThrow()
    const heard = await new Promise<string>((resolve, reject) => {
      const probe = {
        host: '127.0.0.1',
        port: strict.port,
        path: '/auth/jwks',
        agent: false,
        ca: authority.cert,
        cert: one.cert,
        key: one.key,
      }
      request(probe, (answer) => resolve(String(answer.headers['strict-transport-security'])))
        .on('error', reject)
        .end()
    })
    expect(heard).toBe('max-age=31536000')
    await strict.close()
  })
})

describe.skipIf(!certificates)('a process that is told by its environment', () => {
  afterAll(endAll)

  it('binds a sender at both doors, by the files that it is given', async () => {
    const { authority, server, one, other } = certificates ?? expect.fail()
    const camp = makeCamp()
    const file = (name: string, text: string) => {
      const path = join(camp.folder, name)
      writeFileSync(path, text)
      return path
    }
    const sender = { sendingApplication: 'EPR', sendingFacility: 'TRUST1', certificateSha256: [one.sha256] }
    const mine = { jwks: bound.jwks, certificateSha256: [one.sha256], hl7v2: [sender] }
    const organizations = camp.cast.clientsFile.organizations
    const client = {
      client_id: bound.clientId,
      name: 'EPR',
      organization: 'trust1',
      profile: 'smart',
      scopes: 'system/*.rs',
      ...mine,
    }
    const gateway = await startGateway({
      ...camp.environment,
      CLIENTS_FILE: file('bound.json', JSON.stringify({ organizations, clients: [client] })),
      SOURCES_FILE: '',
      TLS_CERT: file('server.pem', server.cert),
      TLS_KEY: file('server.key', server.key),
      TLS_CLIENT_CA: file('ca.pem', authority.cert),
    })
    expect(gateway.url).toMatch(/^https:/)
    const shown = (pair: Pair | undefined) => ({ ca: authority.cert, ...(pair && { cert: pair.cert, key: pair.key }) })
    const tokenWith = (pair: Pair) =>
      new Promise<number | undefined>((resolve, reject) => {
        const form = tokenForm(bound.assertion({ aud: `${gateway.url}/auth/token` }), 'system/*.rs')
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        request(`${gateway.url}/auth/token`, { ...shown(pair), method: 'POST', agent: false, headers }, ({ statusCode }) =>
          resolve(statusCode),
        )
          .on('error', reject)
          .end(form.toString())
      })
    expect([await tokenWith(one), await tokenWith(other)]).toEqual([200, 401])
    const ackWith = (pair: Pair | undefined) =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: gateway.mllp, ...shown(pair) })
        let text = ''
        socket.on('error', () => undefined).on('close', () => resolve(text))
        socket.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
          if (text.includes('\x1c')) socket.end()
        })
        socket.write('\x0bMSH|^~\\&|EPR|TRUST1|||20260105100000||ADT^A01^ADT_A01|77|P|2.5\r\x1c\r')
      })
    // It is known, and told what its message lacks; another's certificate is nobody's, and without any there is no conversation.
    expect(await ackWith(one)).toMatch(/MSA\|A[AE]\|77/)
    expect(await ackWith(other)).toContain('MSA|AR|77')
    expect(await ackWith(undefined)).toBe('')
    expect((await gateway.end('SIGTERM')).code).toBe(0)
    camp.remove()
  })
})

describe('without TLS', () => {
  it('a bound client is let in nowhere: nothing shows that it is the one', async () => {
    const gateway = await openLimited(
      {},
      {
        clients: (file) => ({
          ...file,
          clients: [
            ...file.clients,
            {
              ...{
                client_id: bound.clientId,
                name: 'x',
                organization: 'trust1',
                profile: 'smart',
                scopes: 'system/*.rs',
                jwks: bound.jwks,
              },
              certificateSha256: ['ab'.repeat(32)],
            },
          ],
        }),
      },
    )
    const body = tokenForm(bound.assertion({ aud: `${gateway.url}/auth/token` }), 'system/*.rs')
    const answer = await fetch(`${gateway.url}/auth/token`, { method: 'POST', body })
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: 'invalid_client' }])
    await gateway.close()
  })
})
