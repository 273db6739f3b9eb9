// MLLP framing: bytes as they come in, messages as they become whole. Pure: one decoder per connection, no socket in sight.

const startOfBlock = 0x0b
const endOfBlock = 0x1c
const carriageReturn = 0x0d
const messageHeader = [0x4d, 0x53, 0x48] // MSH

export type FrameEvent =
  /** A whole message, without its framing. */
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  /** A message that another began before it had ended: what there was of it. */
  | { readonly kind: 'unterminated'; readonly bytes: Uint8Array }
  /** A message over the limit: its beginning. The rest of it is skipped as it comes. */
  | { readonly kind: 'too-large'; readonly bytes: Uint8Array }
  /** More bytes than anybody needs without a message among them: nothing good will come. */
  | { readonly kind: 'endless' }

export interface Decoder {
  (chunk: Uint8Array): FrameEvent[]
  /** Whether a message has begun that has not ended yet. */
  isInside(): boolean
}

/** How much of a message over the limit is kept: enough for its header. */
const headBytes = 4_096

/** A sender that was told `too-large` may finish what it is sending, up to this many times the limit. */
const patience = 5

export const framed = (message: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(startOfBlock), message, Buffer.of(endOfBlock, carriageReturn)])

/**
 * Takes the next bytes and answers what became whole with them. Bytes between frames are skipped. A vertical tab within a
 * message is text (word processors leave some), unless MSH follows: then its sender has begun again.
 */
export function frameDecoder(maxBytes: number): Decoder {
  const frame = growingBuffer(maxBytes)
  let state: 'between' | 'inside' | 'skipping' = 'between'
  let undecided: Uint8Array = Buffer.alloc(0)
  let skipped = 0

  const decode = (chunk: Uint8Array) => {
    const bytes = undecided.length > 0 ? Buffer.concat([undecided, chunk]) : chunk
    const events: FrameEvent[] = []
    let taken = 0
    let at = 0

    const take = (end: number) => {
      if (state !== 'inside') skipped += end - taken
      else if (!frame.add(bytes.subarray(taken, end))) {
        events.push({ kind: 'too-large', bytes: Buffer.from(frame.take().subarray(0, headBytes)) })
        state = 'skipping'
        skipped = 0
      }
      taken = end
    }

    for (; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte !== startOfBlock && byte !== endOfBlock) continue
      const mark = state === 'between' ? (byte === startOfBlock ? 'start' : 'none') : markAt(bytes, at)
      if (mark === 'undecided') break
      if (mark === 'none') continue
      take(at)
      if (state === 'inside') events.push({ kind: mark === 'end' ? 'frame' : 'unterminated', bytes: frame.take() })
      state = mark === 'end' ? 'between' : 'inside'
      skipped = 0
      taken = at + 1
    }

    take(at)
    undecided = Buffer.from(bytes.subarray(at))
    if (skipped > maxBytes * patience) events.push({ kind: 'endless' })
    return events
  }
  return Object.assign(decode, { isInside: () => state !== 'between' })
}

/** What a control byte within a message is. `undecided`: the bytes that would tell have not come yet. */
function markAt(bytes: Uint8Array, at: number): 'end' | 'start' | 'none' | 'undecided' {
  if (bytes[at] === endOfBlock) {
    const next = bytes[at + 1]
    if (next === undefined) return 'undecided'
    return next === carriageReturn || next === startOfBlock ? 'end' : 'none'
  }
  for (const [i, letter] of messageHeader.entries()) {
    const next = bytes[at + 1 + i]
    if (next === undefined) return 'undecided'
    if (next !== letter) return 'none'
  }
  return 'start'
}

/** One buffer that doubles: however small the pieces, it holds little more than twice what was added. */
function growingBuffer(maxBytes: number) {
  let buffer = Buffer.alloc(0)
  let length = 0
  return {
    /** Keeps what fits; false when not all did. */
    add(piece: Uint8Array): boolean {
      const kept = piece.subarray(0, maxBytes - length)
      if (length + kept.length > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(4_096, 2 * (length + kept.length))))
        buffer.copy(larger, 0, 0, length)
        buffer = larger
      }
      buffer.set(kept, length)
      length += kept.length
      return kept.length === piece.length
    },
    /** What was added since the last time. */
    take(): Uint8Array {
      const taken = buffer.subarray(0, length)
      buffer = Buffer.alloc(0)
      length = 0
      return taken
    },
  }
}
