// What turns a pending write into a version, and a stored version back into what a plan works with.

import { structureDefinition } from '../../profiles/canonical.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { isRecord, isResource, type FhirResource } from '../fhir/resource.ts'
import { indexRows } from '../store/search-parameters.ts'
import type { IndexRow, Version, Write } from '../store/store.ts'
import { UNSTAMPED } from '../store/store.ts'
import { kindOf, type Kind } from '../types.ts'
import { noNotes, type Notes } from './apply.ts'
import type { Occasion, PutOptions } from './planning.ts'

export interface Stored {
  readonly resource: FhirResource
  readonly version: number
  readonly notes: StoredNotes
  readonly kind: Kind
  /** The organisation that first wrote it. */
  readonly origin: string
}

/** Beside the assertions' notes, the organisation that the resource comes from, and what of its own it hangs on. */
export interface StoredNotes extends Notes {
  readonly origin: string
  readonly anchors?: readonly string[]
}

/** What a plan is about to write. */
export interface Pending extends PutOptions {
  readonly resource: FhirResource
  readonly base: number
  readonly origin: string
  /** Nothing wrote it but what followed from another write. */
  readonly isFollowing?: boolean
  /** The resource goes: what is written is its end. */
  readonly isRemoval?: boolean
}

/** Its text keeps every decimal as it was written. */
export function storedOf(version: Version): Stored {
  const resource: unknown = parseKeeping(version.text)
  if (!isResource(resource)) throw new Error(`stored text of ${version.type}/${version.id} is no resource`)
  const notes = notesOf(version)
  return { resource, version: version.version, notes, kind: version.kind, origin: notes.origin }
}

export function notesOf(version: Version): StoredNotes {
  const kept: unknown = version.notes ? JSON.parse(version.notes) : undefined
  return isRecord(kept) ? ({ ...noNotes, ...kept } as StoredNotes) : { ...noNotes, origin: version.author }
}

export function writeOf(pending: Pending, { caller, message, base: url }: Occasion): Write {
  const { resource, base, origin, notes, addressed, anchors, author, isRemoval } = pending
  const { resourceType, id = '' } = resource
  const stamped = isRemoval ? undefined : stampedOf(pending, message)
  return {
    type: resourceType,
    id,
    base,
    text: stamped ? JSON.stringify(stamped) : '',
    author: author ?? caller.organization,
    kind: pending.kind ?? kindOf(resource),
    index: stamped ? [...indexRows(stamped, url), ...anchorRows(resourceType, anchors)] : [],
    notes: JSON.stringify({ ...unanchored({ ...notes, origin }), ...(anchors?.length && { anchors: [...new Set(anchors)] }) }),
    ...(message && { message }),
    ...(stamped && resourceType === 'Task' && stamped['status'] === 'draft' && { isDraft: true }),
    ...(addressed?.length && { addressed: [...new Set(addressed)] }),
    ...(anchors?.length && { anchors: [...new Set(anchors)] }),
  }
}

/** What a resource hangs on is no change of it: a journey looks for it elsewhere. */
export function unanchored({ anchors: _, ...notes }: Partial<StoredNotes>): Partial<StoredNotes> {
  return notes
}

/** The text exactly as it will be stored. */
export function textOf(pending: Pending, message: string | undefined): string {
  return JSON.stringify(stampedOf(pending, message))
}

/** With the meta that it is stored with: the index is made of this too, so that to make it again from the store changes nothing. */
function stampedOf(pending: Pending, message: string | undefined): FhirResource {
  const { resourceType, id = '', meta, ...elements } = pending.resource
  return { resourceType, id, meta: metaOf(pending, meta, message), ...elements }
}

/** What a resource hangs on is indexed too, so that a journey that takes in the anchor later finds it. */
function anchorRows(type: string, anchors: readonly string[] = []): readonly IndexRow[] {
  return [...new Set(anchors)].map((value) => ({ key: `${type}.anchor`, value, other: '' }))
}

/** versionId and lastUpdated are ours; profile, security, tag and a source of its own are the sender's. */
function metaOf({ base, recorded }: Pending, meta: Record<string, unknown> | undefined, message: string | undefined) {
  const { versionId: _, lastUpdated: __, source, extension, ...kept } = meta ?? {}
  const extensions = [
    ...(recorded ? [{ url: recordedUrl, valueInstant: recorded }] : []),
    ...(Array.isArray(extension) ? extension.filter((one) => !isRecord(one) || one['url'] !== recordedUrl) : []),
  ]
  const led = isOwnSource(source) ? (message ? `urn:uuid:${message}` : undefined) : source
  return {
    // Before all that a sender writes: the store stamps the first place that reads so.
    versionId: String(base + 1),
    lastUpdated: UNSTAMPED,
    ...(extensions.length > 0 && { extension: extensions }),
    ...(led !== undefined && { source: led }),
    ...kept,
  }
}

const recordedUrl = structureDefinition('source-recorded')

/** Where the sender names no source of its own, `source` leads back to the message; who sends back what it read names none. */
const isOwnSource = (source: unknown): boolean => typeof source !== 'string' || source.startsWith('urn:uuid:')

/** Equal but for what the gateway writes into meta. */
export function isSame(a: FhirResource, b: FhirResource): boolean {
  return canonicalText(a) === canonicalText(b)
}

function canonicalText(resource: FhirResource): string {
  const { meta, ...rest } = resource
  const { profile, security, tag, source } = meta ?? {}
  return JSON.stringify(sorted({ ...rest, meta: { profile, security, tag, ...(!isOwnSource(source) && { source }) } }))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
