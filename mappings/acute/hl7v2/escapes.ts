// HL7 v2 delimiters and escape sequences, both ways.

import { decodeBytes, type Charset } from './charset.ts'

export interface Delimiters {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escape: string
  readonly subcomponent: string
}

export const defaultDelimiters: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' }

/** `\T\` and its kin to what they stand for; a sequence that nobody knows stays as it is. */
export function unescape(text: string, delimiters: Delimiters, charset: Charset): string {
  const { escape } = delimiters
  if (!text.includes(escape)) return text
  const [first = '', ...parts] = text.split(escape)
  let result = first
  for (let at = 0; at < parts.length; at += 2) {
    const sequence = parts[at] ?? ''
    const isClosed = at + 1 < parts.length
    const meaning = isClosed ? meaningOf(sequence, delimiters, charset) : undefined
    result += meaning ?? escape + sequence + (isClosed ? escape : '')
    result += isClosed ? (parts[at + 1] ?? '') : ''
  }
  return result
}

function meaningOf(sequence: string, delimiters: Delimiters, charset: Charset): string | undefined {
  switch (sequence) {
    case 'F':
      return delimiters.field
    case 'S':
      return delimiters.component
    case 'T':
      return delimiters.subcomponent
    case 'R':
      return delimiters.repetition
    case 'E':
      return delimiters.escape
    case 'H':
    case 'N':
      return ''
    case '.br':
    case '.sp':
      return '\n'
  }
  if (/^X(?:[0-9A-Fa-f]{2})+$/.test(sequence)) return decodeBytes(Buffer.from(sequence.slice(1), 'hex'), charset)
  return undefined
}

/** Text as it may stand in a component. */
export function escapeText(text: string, { field, component, repetition, escape, subcomponent }: Delimiters): string {
  const letters = new Map([
    [field, 'F'],
    [component, 'S'],
    [repetition, 'R'],
    [escape, 'E'],
    [subcomponent, 'T'],
    ['\r', 'X0D'],
    ['\n', '.br'],
  ])
  return [...text].map((one) => (letters.has(one) ? escape + letters.get(one) + escape : one)).join('')
}
