// Reads as much of an HL7 v2 message as the simulator needs, and writes acknowledgements.

import { digested } from './content.ts'
import type { Hl7Seen } from './seen.ts'
import { isTestNumber } from './sentinels.ts'

export interface Hl7Message {
  readonly control: string
  readonly thing: string
  readonly nhsNumber?: string
  readonly faults: Hl7Seen['faults']
  readonly text: string
  readonly head: readonly string[]
}

export function readHl7(bytes: Uint8Array): Hl7Message {
  const { text, isRight } = decoded(bytes)
  const segments = text.split(/\r\n|\r|\n/).filter((line) => line !== '')
  const [msh = ''] = segments
  const isHeaded = msh.startsWith('MSH') && msh.length > 8
  const separator = msh[3] ?? '|'
  const head = isHeaded ? msh.split(separator) : []
  const control = head[9] ?? ''
  const number = numberIn(segments, separator, msh[4] ?? '^', msh[5] ?? '~')
  return {
    control,
    thing: thingOf(segments, separator),
    ...(number !== undefined && { nhsNumber: number }),
    faults: [
      ...(isHeaded ? [] : ['no MSH' as const]),
      ...(isHeaded && control === '' ? ['no control id' as const] : []),
      ...(isRight ? [] : ['not in its character set' as const]),
    ],
    text,
    head,
  }
}

/** By MSH-18: UTF-8 where it says so or the bytes are none but ASCII; else ISO 8859-1, in which every byte is a letter. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly isRight: boolean } {
  const latin = Buffer.from(bytes).toString('latin1')
  const charset = (latin.split(/\r|\n/)[0] ?? '').split(latin[3] ?? '|')[17]?.toUpperCase() ?? ''
  const isAscii = !/[\u0080-\u00ff]/.test(latin)
  const isUtf8 = /^UNICODE|^UTF-?8/.test(charset)
  const isLatin = /^8859\/1|^8859\/15/.test(charset)
  if (isAscii || isLatin) return { text: latin, isRight: true }
  const text = Buffer.from(bytes).toString('utf8')
  return { text, isRight: isUtf8 && !text.includes('\ufffd') }
}

/** PID-3 with type NH or authority NHS; of several the one that may be somebody's. */
function numberIn(segments: readonly string[], separator: string, component: string, repeat: string): string | undefined {
  const pid = segments.find((line) => line.startsWith(`PID${separator}`))?.split(separator)
  const found = (pid?.[3] ?? '').split(repeat).flatMap((one) => {
    const [value = '', , , authority = '', type = ''] = one.split(component)
    return type === 'NH' || authority === 'NHS' ? [value.replaceAll(/\s/g, '')] : []
  })
  return found.find((number) => !isTestNumber(number)) ?? found[0]
}

/** Without MSH-7 and MSH-10, which tell attempts apart. */
function thingOf([msh = '', ...rest]: readonly string[], separator: string): string {
  const fields = msh.split(separator).map((field, i) => (i === 6 || i === 9 ? '' : field))
  return digested([fields.join(separator), ...rest].join('\r'))
}

export interface Ack {
  readonly code: 'AA' | 'AE' | 'AR'
  readonly control: string
  /** HL7 table 0357 and words. */
  readonly error?: readonly [code: string, words: string]
}

export function ackFor({ head }: Hl7Message, { code, control, error }: Ack, id: string): string {
  const field = (i: number) => head[i] ?? ''
  const now = new Date().toISOString().replaceAll(/[-:TZ]|\.\d+/g, '')
  const lines = [
    `MSH|^~\\&|${field(4)}|${field(5)}|${field(2)}|${field(3)}|${now}||ACK|${id}|P|${field(11) || '2.4'}`,
    `MSA|${code}|${control}`,
    ...(error ? [`ERR|||${error[0]}|E||||${error[1]}`] : []),
  ]
  return `${lines.join('\r')}\r`
}
