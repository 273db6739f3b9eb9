// A patch: read from a body or a Bundle's entry, applied to what is stored. https://hl7.org/fhir/R4/http.html#patch

import { readJson } from '../../profiles/json.ts'
import { copyOf } from '../../profiles/decimal.ts'
import { limits } from '../config.ts'
import { checkParameters, readResource } from '../fhir/body.ts'
import { isRecord, isResource, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { fhirPathOperations, applyFhirPathPatch, type FhirPathOperation } from './fhirpath-patch.ts'
import { applyJsonPatch, jsonOperations, type JsonOperation } from './json-patch.ts'
import { isDeepStrictEqual } from 'node:util'

export type Patch =
  | { readonly form: 'json'; readonly operations: readonly JsonOperation[] }
  | { readonly form: 'fhirpath'; readonly operations: readonly FhirPathOperation[] }

export const jsonPatchType = 'application/json-patch+json'

/** Served media types, as Accept-Patch lists them (RFC 5789 §3.1). */
const acceptPatch = `${jsonPatchType}, application/fhir+json, application/fhir+xml`

/** Deeper than any honest patch, which holds one element of a resource. */
const within = { bytes: Number.MAX_SAFE_INTEGER, depth: 64 }

interface Body {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** The patch that is the body of a request: 415 for another media type, 400 for what is no patch. */
export function readPatch(body: Body): Patch {
  const [mediaType = ''] = body.contentType.toLowerCase().split(';')
  if (mediaType.trim() === jsonPatchType) return jsonPatch(inUtf8(body), '')
  try {
    return parametersPatch(readResource(body), '')
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'unsupported-media-type') throw error
    const text = `send ${jsonPatchType}, or Parameters as application/fhir+json or application/fhir+xml`
    throw new Refusal(
      'unsupported-media-type',
      { id: 'media-type', text, location: 'Content-Type' },
      { 'Accept-Patch': acceptPatch },
    )
  }
}

/** The patch of a Bundle's entry: Parameters, or a Binary that holds a JSON Patch. Throws a Refusal (400). */
export function patchIn(resource: FhirResource, path: string): Patch {
  if (resource.resourceType === 'Parameters') return parametersPatch(resource, path)
  const contentType = textAt(resource, 'contentType') ?? ''
  const isJson = resource.resourceType === 'Binary' && contentType.split(';')[0]?.trim() === jsonPatchType
  const data = textAt(resource, 'data')
  if (isJson && data !== undefined) return jsonPatch(inUtf8({ bytes: Buffer.from(data, 'base64'), contentType }), path)
  throw invalid(`a patch in a Bundle is Parameters, or a Binary of ${jsonPatchType}`, path)
}

function inUtf8({ bytes, contentType }: Body): Uint8Array {
  checkParameters(contentType)
  return bytes
}

function jsonPatch(bytes: Uint8Array, path: string): Patch {
  const read = readJson(bytes, within)
  if ('fault' in read) {
    const { id, text, line, column } = read.fault
    const where = path ? { expression: path } : { location: `line ${line}, column ${column}` }
    throw new Refusal('malformed', { id, text, code: 'structure', ...where })
  }
  return { form: 'json', operations: jsonOperations(limited(read.value), (words, at) => invalid(words, path, at)) }
}

function parametersPatch(resource: FhirResource, path: string): Patch {
  if (resource.resourceType !== 'Parameters') throw invalid('a FHIRPath Patch is a Parameters resource', path)
  limited(resource['parameter'])
  return { form: 'fhirpath', operations: fhirPathOperations(resource, (words, at) => invalid(words, path, at)) }
}

function limited(operations: unknown): unknown {
  if (!Array.isArray(operations) || operations.length <= limits.list) return operations
  throw new Refusal('too-large', { id: 'list-too-long', text: `a patch has more than ${limits.list} operations` })
}

function invalid(text: string, path: string, at?: string): Refusal {
  const where = path ? { expression: path } : { location: at ?? 'body' }
  return new Refusal('invalid', { id: 'patch-invalid', text: at && path ? `${at}: ${text}` : text, ...where })
}

/**
 * The patched resource; 422, and nothing of it, where one operation cannot be applied. What is the server's to say stays, and the
 * narrative never says what the data no longer do.
 */
export function patched(before: FhirResource, patch: Patch): FhirResource {
  const after: unknown =
    patch.form === 'json'
      ? applyJsonPatch(copyOf<unknown>(before), patch.operations)
      : applyFhirPathPatch(copyOf(before), patch.operations)
  if (!isResource(after)) throw immutable('resourceType')
  checkImmutable(before, after)
  return withSafeNarrative(before, after)
}

/** What a patch may not touch: which resource it is, and the server's own marks. */
const immutableOf = ({ resourceType, id, meta }: FhirResource): Readonly<Record<string, unknown>> => ({
  resourceType,
  id,
  'meta.versionId': isRecord(meta) ? meta['versionId'] : undefined,
  'meta.lastUpdated': isRecord(meta) ? meta['lastUpdated'] : undefined,
})

function checkImmutable(before: FhirResource, after: FhirResource): void {
  const [was, is] = [immutableOf(before), immutableOf(after)]
  const touched = Object.keys(was).filter((name) => was[name] !== is[name])
  if (touched.length > 0) throw immutable(...touched)
}

const immutable = (...names: readonly string[]): Refusal =>
  new Refusal(
    'unprocessable',
    names.map((name) => ({
      id: 'patch-immutable',
      text: `a patch does not change ${name}`,
      location: name,
      code: 'business-rule',
    })),
  )

/**
 * R4: a narrative must not be left clinically unsafe. One that was made of the data goes when they change; one that says more than
 * they do would be lost, so the patch must change it too.
 */
function withSafeNarrative(before: FhirResource, after: FhirResource): FhirResource {
  const { text } = after
  if (!isRecord(text) || !isDeepStrictEqual(text, before['text']) || isDeepStrictEqual(bare(before), bare(after))) return after
  if (text['status'] === 'additional') {
    const words = 'the narrative says more than the data: the patch must change it too, or remove it'
    throw new Refusal('unprocessable', { id: 'patch-narrative', text: words, expression: `${after.resourceType}.text` })
  }
  if (text['status'] === 'empty') return after
  const { text: _, ...rest } = after
  return { ...rest, resourceType: after.resourceType }
}

const bare = ({ text: _, meta: __, ...data }: FhirResource): object => data
