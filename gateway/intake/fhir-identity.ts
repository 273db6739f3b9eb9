// The body of a FHIR write: its media type, its JSON within limits, and the one resource that it is.

import { createHash } from 'node:crypto'
import { readJson } from '../../profiles/json.ts'
import { isRecord, isResource, type FhirResource } from '../fhir/resource.ts'
import { limits } from '../config.ts'
import { Refusal } from '../refusal.ts'
import type { Identity, Incoming } from './receive.ts'

const mediaTypes: readonly string[] = ['application/fhir+json', 'application/json', 'application/json+fhir', 'text/json']

/** Depth of nesting that no honest resource reaches; capped on the raw text before it is parsed. */
const maxDepth = 64

/** 415 for another media type, 400 for what is no JSON or no resource. */
export function readResource({ bytes, contentType }: Pick<Incoming, 'bytes' | 'contentType'>): FhirResource {
  const [mediaType = ''] = contentType.toLowerCase().split(';')
  if (!mediaTypes.includes(mediaType.trim())) {
    throw new Refusal('unsupported-media-type', {
      id: 'media-type',
      text: `send ${mediaTypes[0]}`,
      location: 'Content-Type',
    })
  }
  const read = readJson(bytes, { bytes: Number.MAX_SAFE_INTEGER, depth: maxDepth })
  if ('fault' in read) {
    const { id, text, line, column } = read.fault
    throw new Refusal('malformed', { id, text, location: `line ${line}, column ${column}`, code: 'structure' })
  }
  const long = longList(read.value, '')
  if (long !== undefined) {
    throw new Refusal('too-large', {
      id: 'list-too-long',
      text: `a list has more than ${limits.list} elements`,
      expression: long,
    })
  }
  if (!isResource(read.value)) {
    throw new Refusal('malformed', {
      id: 'resource-type-unknown',
      text: 'the body is no FHIR resource: it names no resourceType',
      expression: 'resourceType',
    })
  }
  return read.value
}

/** The path of the first list that nobody honest sends: what is done with its elements would hold all others up. */
function longList(value: unknown, path: string): string | undefined {
  if (Array.isArray(value) && value.length > limits.list) return path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, element] of Object.entries(value)) {
    const found = longList(element, Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name)
    if (found !== undefined) return found
  }
  return undefined
}

/** A repeat is told by its content; when it was sent, and the servers' own marks, are not content (HOUSE law 2). */
export function fhirIdentity(resource: FhirResource, control: string, lane?: string): Identity {
  const { meta: _, timestamp: __, ...content } = resource
  const withoutMeta = JSON.stringify(content, (name, value: unknown) => (name === 'meta' ? undefined : ordered(value)))
  const digest = createHash('sha256').update(withoutMeta).digest('hex')
  return { control, digest, ...(lane && { lane }) }
}

function ordered(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  )
}
