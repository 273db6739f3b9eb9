// How a stored version is answered over HTTP: its headers, its ETag, and the refusals that hide or bury it.

import type { Answer } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import type { Instant, Version } from '../store/store.ts'

export const fhirJson = 'application/fhir+json; charset=utf-8'

/** The version as the answer to who asked for it; 304 when the asker has it already. */
export function versionAnswer(version: Version, ifNoneMatch: string | null): Answer {
  const headers = versionHeaders(version)
  const touched = [`${version.type}/${version.id}`]
  if (ifNoneMatch !== null && matchesEtag(ifNoneMatch, etag(version))) return { status: 304, headers, touched }
  return { status: 200, headers: { ...headers, 'content-type': fhirJson }, body: version.text, touched }
}

export function versionHeaders(version: Version): Record<string, string> {
  return { etag: etag(version), 'last-modified': httpDate(version.at) }
}

export const etag = (version: Pick<Version, 'version'>): string => `W/"${version.version}"`

/** Weak comparison (RFC 9110 §8.8.3.2): only the text between the quotes counts. */
export function matchesEtag(header: string, tag: string): boolean {
  const opaque = (text: string) => text.trim().replace(/^W\//, '')
  return header.split(',').some((each) => opaque(each) === opaque(tag) || each.trim() === '*')
}

const httpDate = (at: Instant): string => new Date(at).toUTCString()

/** One and the same for what is not there, what is hidden, and what cannot be: nobody learns which. */
export function notFound(): Refusal {
  return new Refusal('not-found', { id: 'not-found', text: 'There is no such resource that you may see.' })
}

export function gone(version: Version): Refusal {
  const fault = { id: 'deleted', text: 'The resource was deleted.' }
  return new Refusal('gone', fault, versionHeaders(version))
}
