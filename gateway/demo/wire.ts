// What a stranger's system needs to talk to the gateway: tokens, FHIR over HTTP, HL7 v2 over HTTP and MLLP.

import { randomUUID, sign } from 'node:crypto'
import { connect } from 'node:net'
import type { System } from './cast.ts'

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON, or an empty object. */
  readonly json: Json
}

export type Json = { readonly [name: string]: Json } & { readonly [index: number]: Json } & readonly Json[] & string

export interface Wire {
  token(): Promise<string>
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
}

/** A system with its own token, fetched when it is first needed and again when it has run out; `claims` stand in its assertion. */
export function wireFor(system: System, url: string, scope = 'system/*.cruds', claims: object = {}): Wire {
  let token: { readonly text: string; readonly until: number } | undefined
  async function bearer(): Promise<string> {
    if (!token || token.until < Date.now()) token = await fetchToken(system, url, scope, claims)
    return token.text
  }
  return {
    token: bearer,
    async ask(method, path, body, headers = {}) {
      const isText = typeof body === 'string'
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await bearer()}`,
          ...(body !== undefined && !isText && { 'content-type': 'application/fhir+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, json: jsonOf(text) }
    },
  }
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    // A body that is no JSON (an ACK, a CSV) is read as text.
    return {} as Json
  }
}

/** SMART Backend Services: a signed assertion for a token (private_key_jwt, ES384). */
async function fetchToken(system: System, url: string, scope: string, more: object) {
  const tokenUrl = `${url}/auth/token`
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    scope,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion(system, tokenUrl, more),
  })
  const response = await fetch(tokenUrl, { method: 'POST', body: form })
  if (!response.ok) throw new Error(`no token for ${system.clientId}: ${response.status} ${await response.text()}`)
  const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number }
  return { text: access_token, until: Date.now() + (expires_in - 30) * 1000 }
}

function assertion({ clientId, kid, privateKey }: System, aud: string, more: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = {
    iss: clientId,
    sub: clientId,
    aud,
    exp: Math.floor(Date.now() / 1000) + 240,
    jti: randomUUID(),
    ...more,
  }
  const signed = `${encode({ alg: 'ES384', typ: 'JWT', kid })}.${encode(claims)}`
  return `${signed}.${sign('sha384', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** One message over a connection of its own; answers the ACK. */
export function sendMllp(port: number, message: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ port, host }, () => socket.write(`\x0b${message}\x1c\r`))
    socket.setTimeout(20_000, () => socket.destroy(new Error('no ACK')))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed without an ACK')))
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      const text = Buffer.concat(chunks).toString('utf8')
      if (!text.includes('\x1c')) return
      resolve(text.replace('\x0b', '').replace(/\x1c\r?$/, ''))
      socket.end()
    })
  })
}
