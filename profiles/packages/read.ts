// A FHIR package from its files: the resources in it, and what is wrong with those that cannot be read.

import { readJson } from '../json.ts'
import type { PackageEntry } from './archive.ts'
import type { PackageFault } from './fault.ts'
import { fromXml } from './fhir-xml.ts'

/** A resource of a package, and the file that it stands in. */
export interface PackageResource {
  readonly file: string
  readonly resource: Readonly<Record<string, unknown>> & { readonly resourceType: string }
}

export interface PackageContents {
  readonly resources: readonly PackageResource[]
  readonly faults: readonly PackageFault[]
}

/** Bytes of one definition; HL7's largest value set has 4 MiB. */
export const maxFile = 20 * 2 ** 20
const maxDepth = 100

/** Every resource in the files, JSON or XML; all bad files at once. What belongs to npm or to a guide's pages is passed over. */
export function readPackage(entries: readonly PackageEntry[]): PackageContents {
  const resources: PackageResource[] = []
  const faults: PackageFault[] = []
  for (const { path: file, bytes } of entries) {
    if (!isDefinitionFile(file)) continue
    const { value, reason, strayLines } = valueIn(file, bytes)
    for (const line of strayLines ?? []) {
      faults.push({ severity: 'warning', id: 'stray-text', file, reason: `line ${line}: has text where FHIR has only elements` })
    }
    if (reason !== undefined) faults.push({ severity: 'error', id: 'file-unreadable', file, reason })
    else if (isResource(value)) resources.push({ file, resource: value })
    else faults.push({ severity: 'warning', id: 'not-a-resource', file, reason: 'holds no resource' })
  }
  return { resources, faults }
}

interface Read {
  readonly value?: unknown
  /** Why it could not be read. */
  readonly reason?: string
  readonly strayLines?: readonly number[]
}

/** npm's own files, FHIR's index, and the folders where a package keeps pages and schemas. */
function isDefinitionFile(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  if (
    !/\.(json|xml)$/i.test(name) ||
    name.startsWith('.') ||
    /^(package|package-lock|ig-r\d\w*|fhirpkg\.lock)\.json$/i.test(name)
  )
    return false
  return !parts.slice(0, -1).some((part) => ['other', 'openapi', 'rdf', 'tests', 'node_modules'].includes(part))
}

function valueIn(path: string, bytes: Uint8Array): Read {
  if (bytes.length > maxFile) return { reason: `is larger than ${maxFile} bytes` }
  const plain = withoutMark(bytes)
  return /\.xml$/i.test(path) ? xmlIn(plain) : jsonIn(plain)
}

/** Authoring tools on Windows put a byte order mark before both formats; here it does no harm. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function jsonIn(bytes: Uint8Array): Read {
  const read = readJson(bytes, { bytes: maxFile, depth: maxDepth })
  return 'fault' in read ? { reason: `line ${read.fault.line}: ${read.fault.text}` } : { value: read.value }
}

function xmlIn(bytes: Uint8Array): Read {
  const text = decoded(bytes)
  if (text === undefined) return { reason: 'is not UTF-8' }
  const read = fromXml(text)
  if ('reason' in read) return { reason: `line ${read.line}: ${read.reason}` }
  return { value: read.resource, strayLines: read.strayLines }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isResource(value: unknown): value is PackageResource['resource'] {
  return typeof value === 'object' && value !== null && 'resourceType' in value && typeof value.resourceType === 'string'
}
