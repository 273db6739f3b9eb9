// FHIR over HTTP as one system, or as nobody.

import { isRecord } from './json.ts'
import type { Trial } from './trial.ts'
import type { Answer } from './wire/exchange.ts'

export type Headers = Readonly<Record<string, string>>

export interface Session {
  /** `path` is relative to the FHIR base, or an address of its own. */
  get(path: string, headers?: Headers): Promise<Answer>
  post(path: string, body: unknown, headers?: Headers): Promise<Answer>
  put(path: string, body: unknown, headers?: Headers): Promise<Answer>
  ask(method: string, path: string, body?: string | Uint8Array, headers?: Headers): Promise<Answer>
}

export function sessionFor({ run, send }: Pick<Trial, 'run' | 'send'>, token: (() => Promise<string>) | undefined): Session {
  const { target } = run.config
  async function ask(method: string, path: string, body?: string | Uint8Array, headers: Headers = {}): Promise<Answer> {
    const authorization = token && headers['authorization'] === undefined ? { authorization: `Bearer ${await token()}` } : {}
    const url = /^https?:/.test(path) ? path : path === '' ? target : `${target}/${path}`
    return send({
      method,
      url,
      headers: { accept: 'application/fhir+json', ...authorization, ...headers },
      ...(body !== undefined && { body }),
    })
  }
  const json = { 'content-type': 'application/fhir+json' }
  return {
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body, headers) => ask('POST', path, textOf(body), { ...json, ...headers }),
    put: (path, body, headers) => ask('PUT', path, textOf(body), { ...json, ...headers }),
    ask,
  }
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(isRecord(body) ? body : (body ?? {})))
