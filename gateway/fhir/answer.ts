// How a stored version is answered over HTTP: its headers, its ETag, and the refusals that hide or bury it.

import type { Answer, Ask } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import type { Instant, Version } from '../store/store.ts'
import { shapeOf } from './shaping.ts'
import { subsetText } from './subset.ts'

export const fhirJson = 'application/fhir+json; charset=utf-8'

/** The version, or the part of it that is asked for; 304 when the asker has it already. */
export function versionAnswer(version: Version, ask: Pick<Ask, 'query' | 'headers'>): Answer {
  const { shape, faults } = shapeOf(ask, [version.type])
  if (faults.length > 0) throw new Refusal('invalid', faults)
  const headers = versionHeaders(version)
  const touched = [`${version.type}/${version.id}`]
  if (isKnown(version, ask.headers)) return { status: 304, headers, touched }
  // The text goes out as it is stored: a decimal keeps its digits, and nothing is parsed.
  const body = shape.subset ? subsetText(version.text, shape.subset) : version.text
  return { status: 200, headers: { ...headers, 'content-type': fhirJson }, body, touched }
}

/** A conditional read (RFC 9110 §13.2.2): the time counts only where no ETag is given, and what is no time does not count. */
export function isKnown(version: Pick<Version, 'version' | 'at'>, headers: Ask['headers']): boolean {
  const ifNoneMatch = headers.get('if-none-match')
  if (ifNoneMatch !== null) return matchesEtag(ifNoneMatch, etag(version))
  const since = headers.get('if-modified-since')
  if (since === null) return false
  // Last-Modified knows whole seconds only: who names this version's own may have the version before it, of the same second.
  const second = Math.floor(Date.parse(version.at) / 1000) * 1000
  return version.version === 1 ? second <= Date.parse(since) : second < Date.parse(since)
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
