// Reads an HL7 v2 acknowledgement: what it answers, whose it is, and the faults that it tells.

export interface Ack {
  readonly code: string
  /** MSA-2: the control id that is acknowledged. */
  readonly control: string
  /** MSH-3 to MSH-6, as they are written. */
  readonly addresses: readonly string[]
  readonly version: string
  /** ERR segments, whatever their version writes where. */
  readonly errors: readonly string[]
  readonly text: string
}

/** undefined when it is none. */
export function readAck(text: string): Ack | undefined {
  const segments = text.split(/\r\n|\r|\n/).filter((line) => line !== '')
  const [msh = ''] = segments
  const separator = msh.startsWith('MSH') ? msh[3] : undefined
  if (separator === undefined) return undefined
  const fields = (name: string) =>
    segments.filter((line) => line.startsWith(name + separator)).map((line) => line.split(separator))
  const [msa] = fields('MSA')
  const [head] = fields('MSH')
  if (!msa?.[1] || !head) return undefined
  return {
    code: msa[1],
    control: msa[2] ?? '',
    addresses: [2, 3, 4, 5].map((i) => head[i] ?? ''),
    version: head[11] ?? '',
    errors: fields('ERR').map((err) => err.slice(1).join(separator)),
    text,
  }
}
