// Takes out of what is reported all that opens a door or names a person.

import { createHash } from 'node:crypto'
import { isRecord, parsed } from './json.ts'
import type { DecodedToken, SavedExchange } from './report/saved.ts'
import type { Answer, Ask, Exchange } from './wire/exchange.ts'

/** Enough to see what happened. */
const longestBody = 4000

/** Far behind the end of what is shown, so that no token that begins in it is cut in two and not known for one. */
const longestRead = 256 * 1024

/** Tokens become eight characters of their digest, NHS numbers their last three digits. */
export function redacted(text: string): string {
  return withoutTokens(text, digested)
    .replaceAll(/(?<="access_token"\s*:\s*")[^"]+/g, (token) => (token.startsWith('sha256:') ? token : digested(token)))
    .replaceAll(/(?<=\b(?:access_)?token=)(?!sha256:)[^&\s"'\\]+/g, digested)
    .replaceAll(/(?<=Bearer )(?!sha256:|error)[\w.~+/-]{12,}=*/gi, digested)
    .replaceAll(/(?<!\d)\d{10}(?!\d)/g, (number) => `…${number.slice(-3)}`)
}

/** By the dot-joined runs in which alone a token stands: one pattern for it all takes the square of what a server chose to answer. */
const dotted = /(?<![\w.-])[\w.-]+/g

function withoutTokens(text: string, instead: (token: string) => string): string {
  return text.replaceAll(dotted, (run) => {
    const parts = run.split('.')
    const out: string[] = []
    for (let i = 0; i < parts.length; i++) {
      const [head = '', claims = '', signature] = parts.slice(i, i + 3)
      const from = head.search(/\beyJ[\w-]/)
      if (from < 0 || claims === '' || signature === undefined) out.push(head)
      else {
        out.push(head.slice(0, from) + instead([head.slice(from), claims, signature].join('.')))
        i += 2
      }
    }
    return out.join('.')
  })
}

const digested = (secret: string): string => `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`

export function redactedExchange({ ask, answer, error, startedAt, durationMs }: Exchange): SavedExchange {
  const tokens = tokensIn(ask, answer)
  return {
    ...(startedAt !== undefined && { startedAt }),
    method: ask.method,
    url: redacted(ask.url),
    requestHeaders: redactedHeaders(ask.headers),
    ...(ask.body !== undefined && { requestBody: cut(bodyText(ask)) }),
    ...assertionIn(ask),
    ...(tokens.length > 0 && { tokens }),
    ...(answer && { status: answer.status, responseHeaders: redactedHeaders(answer.headers), responseBody: cut(answer.text) }),
    ...(error !== undefined && { error: redacted(error) }),
    durationMs: Math.round(durationMs),
    curl: curlOf(ask),
  }
}

/** What a client assertion claims, which opens nothing without its signature: a vendor sees which claim was tried. */
function assertionIn(ask: Ask): Pick<SavedExchange, 'assertion'> {
  const [, head = '', claims = ''] = /client_assertion=([\w-]+)\.([\w-]+)\./.exec(bodyText(ask)) ?? []
  return claims === '' ? {} : { assertion: { header: decoded(head), claims: decoded(claims) } }
}

const mostTokens = 10

/** Every JSON Web Token of an exchange, once each, the client's first. */
function tokensIn(ask: Ask, answer: Answer | undefined): readonly DecodedToken[] {
  const sent = [ask.url, ...Object.values(ask.headers), bodyText(ask)].join('\n')
  const came = answer ? [...Object.values(answer.headers), answer.text.slice(0, longestRead)].join('\n') : ''
  const found = [...tokensOf(sent, 'client'), ...tokensOf(came, 'server')]
  return found.filter(({ digest }, i) => found.findIndex((one) => one.digest === digest) === i).slice(0, mostTokens)
}

function tokensOf(text: string, sentBy: DecodedToken['sentBy']): readonly DecodedToken[] {
  const found = new Set<string>()
  withoutTokens(text, (token) => (found.size < mostTokens && found.add(token), ''))
  return [...found].map((token) => {
    const [head = '', claims = ''] = token.split('.')
    return { digest: digested(token), sentBy, header: decoded(head), claims: decoded(claims) }
  })
}

/** A part of a token, with nobody's number in it. */
function decoded(part: string): unknown {
  if (part.length > longestBody) return `(${part.length} characters, not shown)`
  return withoutNumbers(parsed(Buffer.from(part, 'base64url').toString('utf8')))
}

const times = ['exp', 'iat', 'nbf', 'auth_time', 'updated_at']

/** A time in seconds has as many digits as an NHS number, so it is known by its name. */
function withoutNumbers(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return redacted(value)
  if (typeof value === 'number' && !times.includes(name)) return /^\d{10}$/.test(`${value}`) ? redacted(`${value}`) : value
  if (Array.isArray(value)) return value.map((one) => withoutNumbers(one))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redacted(key), withoutNumbers(one, key)]))
}

const redactedHeaders = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redacted(value)]))

const bodyText = ({ body = '' }: Ask): string => (typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))

function cut(text: string): string {
  const safe = redacted(text.slice(0, longestRead))
  const length = text.length > longestRead ? text.length : safe.length
  return safe.length > longestBody ? `${safe.slice(0, longestBody)}… (${length} characters)` : safe
}

/**
 * A line that sends it again. `npm run conformance -- token ROLE` makes a `$TOKEN`; an `$ASSERTION` is signed anew with the claims
 * that the report shows. Numbers in a body are the runner's own inventions of the 999 range, so they stay: without them the line
 * would send something else.
 */
export function curlOf(ask: Ask): string {
  if (ask.method === 'MLLP') {
    const [, host = '', port = ''] = /^mllp:\/\/(.*):(\d+)$/.exec(ask.url) ?? []
    return `printf '\\x0b%b\\x1c\\r' ${quoted(pasteable(bodyText(ask)))} | nc -q 2 ${host} ${port}`
  }
  const headers = Object.entries(ask.headers).flatMap(([name, value]) => ['-H', quoted(`${name}: ${forShell(value)}`)])
  const body = bodyText(ask)
  const data = body === '' ? [] : ['--data-binary', body.length > longestBody ? '@body' : quoted(forShell(body))]
  return ['curl', '-sS', '-i', '-X', ask.method, ...headers, ...data, quoted(forShell(ask.url))].join(' ')
}

/** A carriage return that is pasted is the end of the line: for printf's %b it is written. */
const pasteable = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n')

function forShell(text: string): string {
  const named = text
    .replace(/^Bearer (?=\S{12})\S+$/i, 'Bearer $TOKEN')
    .replaceAll(/(?<=client_assertion=)[^&]{12,}/g, '$ASSERTION')
    .replaceAll(/(?<=\b(?:access_)?token=)[^&]+/g, '$TOKEN')
  return withoutTokens(named, () => '$JWT')
}

/** A carriage return that is pasted is the end of the line: it is written as bash, zsh and ksh read it. */
const quoted = (text: string): string => text.split('\r').map(inQuotes).join(`$'\\r'`)

/** In double quotes where a variable is to be filled in. */
function inQuotes(text: string): string {
  const hasVariable = /\$(TOKEN|ASSERTION|JWT)\b/.test(text)
  if (!hasVariable) return `'${text.replaceAll("'", `'\\''`)}'`
  return `"${text.replaceAll(/["\\`]|\$(?!TOKEN\b|ASSERTION\b|JWT\b)/g, '\\$&')}"`
}
