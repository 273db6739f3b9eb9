// A FHIR package as it is published: a gzipped tar (npm's format), from bytes to its files.

import { gunzipSync } from 'node:zlib'
import type { PackageFault } from './fault.ts'

/** One file of a package; its path is a name to speak of it by, never an address on a disk. */
export interface PackageEntry {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Unpacked {
  readonly entries: readonly PackageEntry[]
  readonly faults: readonly PackageFault[]
}

/** All that an archive may unfold to, in bytes; HL7's own R4 package has about 120 MiB. */
export const maxUnpacked = 256 * 2 ** 20
/** Files of one package; HL7's own R4 package has about 4,600. */
export const maxEntries = 20_000

/** The files of a `.tgz` (https://confluence.hl7.org/display/FHIR/NPM+Package+Specification). Never throws. */
export function unpacked(file: string, bytes: Uint8Array): Unpacked {
  const tar = inflated(bytes)
  if (typeof tar === 'string') return { entries: [], faults: [fault(file, 'archive-unreadable', tar)] }
  return readTar(file, tar)
}

function inflated(bytes: Uint8Array): Uint8Array | string {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpacked })
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    return isTooLarge ? `unfolds to more than ${maxUnpacked} bytes` : 'is no gzip archive, or a broken one'
  }
}

const block = 512

/** POSIX tar: a header block, then the content in whole blocks. Long names come as records before it: pax `path`, or GNU's `L`. */
function readTar(file: string, tar: Uint8Array): Unpacked {
  const entries: PackageEntry[] = []
  const faults: PackageFault[] = []
  let longName: string | undefined
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const header = headerOf(tar.subarray(at, at + block))
    const end = at + block + (header?.size ?? 0)
    if (!header || end > tar.length)
      return { entries, faults: [...faults, fault(file, 'archive-unreadable', `is broken at byte ${at}`)] }
    const bytes = tar.subarray(at + block, end)
    if (header.kind === 'x') longName = paxPath(bytes) ?? longName
    else if (header.kind === 'L') longName = textOf(bytes)
    else {
      if (header.kind === '0' || header.kind === '\0') entries.push({ path: longName ?? header.name, bytes })
      longName = undefined
    }
    if (entries.length > maxEntries)
      return { entries: [], faults: [fault(file, 'archive-too-large', `has more than ${maxEntries} files`)] }
    at += block * Math.ceil(1 + (header.size || 0) / block)
  }
  return { entries, faults }
}

function headerOf(header: Uint8Array): { readonly name: string; readonly size: number; readonly kind: string } | undefined {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (sum !== octal(header.subarray(148, 156))) return undefined
  const size = octal(header.subarray(124, 136))
  if (size === undefined) return undefined
  const [name, prefix] = [textOf(header.subarray(0, 100)), textOf(header.subarray(345, 500))]
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, kind: String.fromCharCode(header[156] ?? 0) }
}

function octal(field: Uint8Array): number | undefined {
  const text = textOf(field).trim()
  return /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : undefined
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}

/** Records of a pax header: `29 path=package/long/name.json\n`. */
function paxPath(bytes: Uint8Array): string | undefined {
  return /^\d+ path=(.+)$/m.exec(new TextDecoder().decode(bytes))?.[1]
}

function fault(file: string, id: string, reason: string): PackageFault {
  return { severity: 'error', id, file, reason }
}
