// The body of a FHIR request: its media type, its JSON or XML within limits, and the one resource that it is.

import { readJson } from '../../profiles/json.ts'
import { type Position, positionsOf } from '../../profiles/positions.ts'
import { readXml } from '../../profiles/xml/read.ts'
import { limits } from '../config.ts'
import { Refusal } from '../refusal.ts'
import { checkParameters, isXmlType, jsonTypes, xmlTypes } from './accept.ts'
import { isResource, type FhirResource } from './resource.ts'

export { checkParameters, isFhirType } from './accept.ts'

const mediaTypes: readonly string[] = [...jsonTypes, ...xmlTypes]

/** Depth of nesting that no honest resource reaches; capped on the raw text before it is parsed. */
const maxDepth = 64

interface Body {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/**
 * 415 for another media type, 400 for what is no JSON, no XML of FHIR's, or no resource. What was read for its digest is handed out
 * once more, and then read anew: whoever plans may change what it gets.
 */
export function readResource(body: Body): FhirResource {
  const before = readOnce.get(body)
  if (before) {
    readOnce.delete(body)
    return before
  }
  const resource = resourceIn(body)
  readOnce.set(body, resource)
  return resource
}

const readOnce = new WeakMap<Body, FhirResource>()

function resourceIn(body: Body): FhirResource {
  const [mediaType = ''] = body.contentType.toLowerCase().split(';')
  if (!mediaTypes.includes(mediaType.trim())) {
    throw new Refusal('unsupported-media-type', {
      id: 'media-type',
      text: `send ${jsonTypes[0]} or ${xmlTypes[0]}`,
      location: 'Content-Type',
    })
  }
  checkParameters(body.contentType)
  const { value, longest = Infinity } = isXmlType(mediaType) ? fromXml(body) : fromJson(body)
  const long = longest > shortest ? longList(value, '') : undefined
  if (long !== undefined) {
    throw new Refusal('too-large', {
      id: 'list-too-long',
      text: `a list has more than ${long === 'entry' ? limits.entries : limits.list} elements`,
      expression: long,
    })
  }
  if (!isResource(value)) {
    throw new Refusal('malformed', {
      id: 'resource-type-unknown',
      text: 'the body is no FHIR resource: it names no resourceType',
      expression: 'resourceType',
    })
  }
  return value
}

const within = { bytes: Number.MAX_SAFE_INTEGER, depth: maxDepth }

interface Read {
  readonly value: unknown
  /** How many elements the longest list has, where they were counted. */
  readonly longest?: number
}

function fromJson({ bytes }: Body): Read {
  const read = readJson(bytes, within)
  if ('value' in read) return read
  const { id, text, line, column } = read.fault
  throw new Refusal('malformed', { id, text, location: `line ${line}, column ${column}`, code: 'structure' })
}

/** What XML is stricter about (order, unknown elements, wrong values) is said all at once. */
function fromXml({ bytes }: Body): Read {
  if (bytes.length > limits.xml)
    throw new Refusal('too-large', {
      id: 'body-too-large',
      text: `XML of more than ${limits.xml} bytes is not read; JSON may be larger`,
    })
  const read = readXml(bytes, within)
  if ('value' in read) return { value: read.value }
  const faults = read.faults.map(({ id, text, path, line, column }) => ({
    id,
    text,
    location: `line ${line}, column ${column}`,
    code: 'structure' as const,
    ...(path !== undefined && { expression: path }),
  }))
  throw new Refusal('malformed', faults)
}

/** Where the elements of a body that was read stand in it, for issues to name. */
export function placesIn({ bytes, contentType }: Body, expressions: readonly string[]): ReadonlyMap<string, Position> {
  if (!isXmlType(contentType)) return positionsOf(new TextDecoder().decode(bytes), expressions)
  const read = readXml(bytes, within)
  return 'value' in read ? read.positions(expressions) : new Map()
}

/** No list up to here is too long, wherever it stands. */
const shortest = Math.min(limits.entries, limits.list)

/** The path of the first list that nobody honest sends: what is done with its elements would hold all others up. */
function longList(value: unknown, path: string): string | undefined {
  if (Array.isArray(value) && value.length > (path === 'entry' ? limits.entries : limits.list)) return path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, element] of Object.entries(value)) {
    const found = longList(element, Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name)
    if (found !== undefined) return found
  }
  return undefined
}
