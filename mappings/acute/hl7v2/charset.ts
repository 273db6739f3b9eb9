// Bytes to text as MSH-18 declares it, and as the bytes themselves show where it does not.

export type Charset = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

export interface Decoded {
  readonly text: string
  readonly charset: Charset
  /** The bytes are not what was declared, and were read as Windows-1252. */
  readonly isFallback: boolean
}

/**
 * Declared 8859/1 means Windows-1252, of which it is a part. Everything else is UTF-8 while the bytes are valid UTF-8, since
 * senders write `UNICODE` or nothing at all; otherwise Windows-1252, in which every byte means something.
 */
export function decode(input: Uint8Array | string): Decoded {
  if (typeof input === 'string') return { text: input.replace(/^\uFEFF/, ''), charset: 'utf-8', isFallback: false }
  const marked = byteOrderMark(input)
  if (marked) return { text: decodeBytes(input, marked), charset: marked, isFallback: false }
  if (/8859\/1\b|8859-1\b|1252/.test(declared(input))) {
    return { text: decodeBytes(input, 'windows-1252'), charset: 'windows-1252', isFallback: false }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(input), charset: 'utf-8', isFallback: false }
  } catch {
    return { text: decodeBytes(input, 'windows-1252'), charset: 'windows-1252', isFallback: true }
  }
}

export function decodeBytes(bytes: Uint8Array, charset: Charset): string {
  return new TextDecoder(charset).decode(bytes)
}

function byteOrderMark([first, second]: Uint8Array): Charset | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** MSH-18, read as bytes, before it is known what they mean. */
function declared(bytes: Uint8Array): string {
  const head = decodeBytes(bytes.subarray(0, 2000), 'windows-1252').trimStart()
  const line = head.split(/[\r\n]/, 1)[0] ?? ''
  return line.split(line[3] ?? '|')[17] ?? ''
}
