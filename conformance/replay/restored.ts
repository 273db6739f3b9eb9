// A request as it was recorded, with what was taken out of it put back: a token, an assertion, the numbers of its body.

import { isRecord, textAt } from '../json.ts'
import { roles, type Role } from '../requirement.ts'
import type { SavedExchange } from '../report/saved.ts'
import { goodAssertion } from '../token.ts'
import type { Trial } from '../trial.ts'
import type { Ask } from '../wire/exchange.ts'
import { wordsOf } from './shell-words.ts'

export interface Restored {
  readonly ask: Ask
  readonly isMllp: boolean
  /** What is other than it was, in words. */
  readonly notes: readonly string[]
}

/**
 * From the curl line, which keeps the numbers that the report's bodies do not. A report comes from anywhere: nothing is sent but
 * to the addresses of the configuration, so that no token goes to another.
 */
export async function restored(t: Trial, saved: SavedExchange): Promise<Restored | { readonly fault: string }> {
  const words = wordsOf(saved.curl)
  const isMllp = saved.method === 'MLLP'
  if (isMllp) return mllpOf(t, saved, words)
  const url = words.at(-1) ?? ''
  if (!isOurs(t, url)) return { fault: 'its address is none of the configuration’s' }
  const data = words[words.indexOf('--data-binary') + 1]
  const hasBody = words.includes('--data-binary')
  if (hasBody && data === '@body') return { fault: 'its body was too long to be kept' }
  const headers = words.flatMap((word, i) => (words[i - 1] === '-H' ? [word] : []))
  const put = await putBack(t, saved, [url, ...headers, ...(hasBody && data !== undefined ? [data] : [])])
  if ('fault' in put) return put
  const [address = '', ...rest] = put.texts
  const body = hasBody ? rest.at(-1) : undefined
  const named = rest.slice(0, headers.length).map((line) => /^([^:]+): ?(.*)$/s.exec(line) ?? [])
  const ask: Ask = {
    method: saved.method,
    url: address,
    headers: Object.fromEntries(named.map(([, name = '', value = '']) => [name, value])),
    ...(body !== undefined && { body }),
  }
  return { ask, isMllp, notes: put.notes }
}

function isOurs({ run }: Trial, address: string): boolean {
  const { target, hl7v2 } = run.config
  const ours = [target, run.tokenUrl, hl7v2.http ?? ''].flatMap((one) => URL.parse(one)?.origin ?? [])
  return ours.includes(URL.parse(address)?.origin ?? '')
}

function mllpOf({ run }: Trial, { url }: SavedExchange, words: readonly string[]): Restored | { readonly fault: string } {
  const { mllp } = run.config.hl7v2
  if (!mllp || url !== `mllp://${mllp.host}:${mllp.port}`) return { fault: 'its address is not hl7v2.mllp of the configuration' }
  // printf FORMAT MESSAGE | nc …, the message as %b reads it.
  const body = (words[2] ?? '').replaceAll(/\\([\\rn])/g, (_, sign: string) => (sign === 'r' ? '\r' : sign === 'n' ? '\n' : sign))
  return { ask: { method: 'MLLP', url, headers: {}, body }, isMllp: true, notes: [] }
}

interface PutBack {
  readonly texts: readonly string[]
  readonly notes: readonly string[]
}

async function putBack(t: Trial, saved: SavedExchange, texts: readonly string[]): Promise<PutBack | { readonly fault: string }> {
  const has = (name: string) => texts.some((text) => text.includes(name))
  if (has('$JWT')) return { fault: 'it holds a token of another kind, which cannot be made anew' }
  const role = roleOf(t, saved)
  if (!role) return { fault: 'the configuration has no system that could have sent it' }
  const token = has('$TOKEN') ? await t.run.tokens.get(t, role) : ''
  const assertion = has('$ASSERTION') ? assertionFor(t, saved, role) : ''
  return {
    texts: texts.map((text) => text.replaceAll('$TOKEN', token).replaceAll('$ASSERTION', assertion)),
    notes: [
      ...(token === '' ? [] : [`with a new token of systems.${role}, for all its scopes`]),
      ...(assertion === '' ? [] : [`with the recorded claims, a new jti and time, signed as systems.${role} signs`]),
    ],
  }
}

/** By the client that a token or an assertion names; where none does, the first that is configured. */
function roleOf({ run }: Trial, { tokens = [], assertion }: SavedExchange): Role | undefined {
  const configured = roles.filter((role) => run.config.systems[role])
  const names = [assertion?.claims, ...tokens.map(({ claims }) => claims)].flatMap((claims) =>
    ['iss', 'client_id', 'sub', 'azp'].map((name) => textAt(claims, name)),
  )
  return configured.find((role) => names.includes(run.config.systems[role]?.clientId ?? '')) ?? configured[0]
}

function assertionFor(t: Trial, { assertion }: SavedExchange, role: Role): string {
  const own = (members: unknown, ...without: readonly string[]) =>
    Object.fromEntries(Object.entries(isRecord(members) ? members : {}).filter(([name]) => !without.includes(name)))
  return goodAssertion(t, role, {
    header: own(assertion?.header, 'alg'),
    claims: own(assertion?.claims, 'exp', 'iat', 'nbf', 'jti'),
  })
}
