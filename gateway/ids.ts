// Identifiers in the order of time: UUID version 7 (RFC 9562 §5.7), so that new rows stand beside each other on disk.

import { randomFillSync } from 'node:crypto'

/** Asking the system for a few random bytes costs as much as asking for many. */
const pool = Buffer.alloc(16 * 256)
let used = pool.length

export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += 16))
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
