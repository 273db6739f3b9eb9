// Whether a text is plain ASCII without control characters, by the means that is quickest at its length.

/** Every character from `lowest` (a space, or the first after it) to 127. False says nothing: line ends are no fault. */
export function isPlain(text: string, lowest: 32 | 33): boolean {
  const { length } = text
  if (length > longText) return length <= buffer.length ? isPlainLong(text, lowest) : !besides(lowest).test(text)
  if (length > shortText) return !besides(lowest).test(text)
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < lowest || code > 127) return false
  }
  return true
}

/** Measured: up to here a loop is quickest, up to there a regular expression. */
const shortText = 20
const longText = 160

function besides(lowest: 32 | 33): RegExp {
  return lowest === 32 ? noText : noWord
}

const noText = /[^\x20-\x7f]/
const noWord = /[^\x21-\x7f]/

const encoder = new TextEncoder()
/** Used again by every reading: none is ever interrupted. */
const buffer = new Uint8Array(16_384)
const words = new Uint32Array(buffer.buffer)

/** As bytes, four at a time: taking `lowest` from each borrows from the highest bit where one is smaller. */
function isPlainLong(text: string, lowest: 32 | 33): boolean {
  const { length } = text
  // One byte for each character: ASCII alone. A text of others may fill the buffer before its end.
  const { read, written } = encoder.encodeInto(text, buffer)
  if (read !== length || written !== length) return false
  for (let i = length; (i & 3) !== 0; i += 1) buffer[i] = 127
  const count = (length + 3) >> 2
  const each = lowest * 0x01010101
  let found = 0
  for (let i = 0; i < count; i += 1) {
    const word = words[i] ?? 0
    found |= (word - each) & ~word
  }
  return (found & 0x80808080) === 0
}
