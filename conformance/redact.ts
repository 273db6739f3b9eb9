// Takes out of what is reported all that opens a door or names a person.

import { createHash } from 'node:crypto'
import type { Ask, Exchange } from './wire/exchange.ts'

/** Enough to see what happened. */
const longestBody = 4000

/** Tokens become eight characters of their digest, NHS numbers their last three digits. */
export function redacted(text: string): string {
  return text
    .replaceAll(/(?<=^|[^\w.-])[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, digested)
    .replaceAll(/(?<=Bearer )(?!sha256:|error)[\w.~+/-]{12,}=*/gi, digested)
    .replaceAll(/(?<!\d)\d{10}(?!\d)/g, (number) => `…${number.slice(-3)}`)
}

const digested = (secret: string): string => `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`

export function redactedExchange({ ask, answer, error, durationMs }: Exchange): object {
  return {
    method: ask.method,
    url: redacted(ask.url),
    requestHeaders: redactedHeaders(ask.headers),
    ...(ask.body !== undefined && { requestBody: cut(bodyText(ask)) }),
    ...(answer && { status: answer.status, responseHeaders: redactedHeaders(answer.headers), responseBody: cut(answer.text) }),
    ...(error !== undefined && { error: redacted(error) }),
    durationMs: Math.round(durationMs),
    curl: curlOf(ask),
  }
}

const redactedHeaders = (headers: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redacted(value)]))

const bodyText = ({ body = '' }: Ask): string => (typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))

function cut(text: string): string {
  const safe = redacted(text)
  return safe.length > longestBody ? `${safe.slice(0, longestBody)}… (${safe.length} characters)` : safe
}

/**
 * A line that sends it again. `$TOKEN` and `$ASSERTION` are made by `npm run conformance -- token ROLE`; numbers in a body are the
 * runner's own inventions of the 999 range, so they stay: without them the line would send something else.
 */
export function curlOf(ask: Ask): string {
  if (ask.method === 'MLLP') {
    const [, host = '', port = ''] = /^mllp:\/\/(.*):(\d+)$/.exec(ask.url) ?? []
    return `printf '\\x0b%s\\x1c\\r' ${quoted(bodyText(ask))} | nc -q 2 ${host} ${port}`
  }
  const headers = Object.entries(ask.headers).flatMap(([name, value]) => ['-H', quoted(`${name}: ${forShell(value)}`)])
  const body = bodyText(ask)
  const data = body === '' ? [] : ['--data-binary', body.length > longestBody ? '@body' : quoted(forShell(body))]
  return ['curl', '-sS', '-i', '-X', ask.method, ...headers, ...data, quoted(forShell(ask.url))].join(' ')
}

function forShell(text: string): string {
  return text
    .replace(/^Bearer (?=\S{12})\S+$/i, 'Bearer $TOKEN')
    .replaceAll(/(?<=client_assertion=)[^&]{12,}/g, '$ASSERTION')
    .replaceAll(/(?<=^|[^\w.-])[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g, '$JWT')
}

/** In double quotes where a variable is to be filled in. */
function quoted(text: string): string {
  const hasVariable = /\$(TOKEN|ASSERTION|JWT)\b/.test(text)
  if (!hasVariable) return `'${text.replaceAll("'", `'\\''`)}'`
  return `"${text.replaceAll(/["\\`]|\$(?!TOKEN\b|ASSERTION\b|JWT\b)/g, '\\$&')}"`
}
