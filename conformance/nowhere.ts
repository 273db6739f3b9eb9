// Tells an address at which no FHIR server is (a web page, a base without its path) from a server that does something wrong.

import { isCapabilityStatement } from './capability.ts'
import { isRecord } from './json.ts'
import type { Answer } from './wire/exchange.ts'

/** An answer, or why there is none. */
export type Looked = Answer | { readonly words: string }

export type Asking = (url: string) => Promise<Looked>

/**
 * Why nothing at this address can be judged, from what it answered to metadata and discovery. A server that answers in JSON or
 * with a status of its own is judged; a page, a redirect or a plain 404 to both is taken for a wrong address.
 */
export async function noFhirThere(target: string, looked: readonly Looked[], ask: Asking): Promise<string | undefined> {
  const [metadata] = looked
  if (!metadata || !looked.every(isNoServer)) return undefined
  const base = await baseNearby(target, ask)
  const hint = base === undefined ? 'is that the FHIR base, with its whole path?' : `${base} is a FHIR base: is that meant?`
  return `no FHIR server is at ${target}: ${target}/metadata answers ${said(metadata)}; ${hint}`
}

function isNoServer(looked: Looked): boolean {
  if (!('status' in looked)) return false
  const { status, json } = looked
  if (isRecord(json) && 'resourceType' in json) return false
  return (status < 300 && isPage(looked)) || (status >= 300 && status < 400) || status === 404 || status === 410
}

const isPage = ({ headers }: Answer): boolean => /^text\/html\b/i.test(headers['content-type'] ?? '')

function said(looked: Looked): string {
  if (!('status' in looked)) return looked.words
  const { status, headers } = looked
  const aside = headers['location'] ? ` and sends on to ${headers['location']}` : isPage(looked) ? ' and a web page' : ''
  return `${status}${aside}`
}

const usualPaths = ['fhir/R4', 'fhir', 'R4', 'baseR4']

/** So few that nobody takes it for a search of the whole host. */
const mostLooks = 12

/** Where FHIR servers often have their base: below what was given, then above and beside it. */
async function baseNearby(target: string, ask: Asking): Promise<string | undefined> {
  const { origin, pathname } = new URL(target)
  const parts = pathname.split('/').filter(Boolean)
  const above = parts.map((_, i) => [origin, ...parts.slice(0, i)].join('/')).toReversed()
  const below = (base: string) => usualPaths.map((path) => `${base}/${path}`)
  const bases = new Set([...below(target), ...above.flatMap((base) => [base, ...below(base)])])
  for (const base of [...bases].filter((one) => one !== target).slice(0, mostLooks)) {
    const answer = await ask(`${base}/metadata`)
    if ('status' in answer && isCapabilityStatement(answer.json)) return base
  }
  return undefined
}
