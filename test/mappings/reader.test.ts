// The reader: delimiters, line ends, escapes, character sets, limits; never a throw. And acknowledgements both ways.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAck, errorCodes, readAck } from '../../mappings/acute/hl7v2/ack.ts'
import { defaultDelimiters, escapeText, unescape } from '../../mappings/acute/hl7v2/escapes.ts'
import { refusalOf } from '../../mappings/acute/hl7v2/messages.ts'
import { readHl7 } from '../../mappings/acute/hl7v2/reader.ts'
import { messageOf } from './golden.ts'
import { message, msh } from './messages.ts'

const pidOf = (input: string | Uint8Array) => messageOf(input).segments.find(({ name }) => name === 'PID')
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))

describe('the reader', () => {
  it.each(['\r', '\n', '\r\n', '\r\r', '\n\r\n'])('takes segments that end in %j', (end) => {
    const read = messageOf(message('ADT^A01').replaceAll('\r', end))
    expect(read.segments.map(({ name }) => name)).toEqual(['MSH', 'EVN', 'PID', 'PV1'])
    expect(read.header).toMatchObject({
      type: 'ADT',
      event: 'A01',
      controlId: 'T0001',
      sendingFacility: 'TRUST1',
      version: '2.4',
    })
  })

  it('takes the delimiters that the message names', () => {
    const text = message('ADT^A01', { pid: { 5: 'A&B^C~D^E' } })
    const other = text.replaceAll(/[|^~\\&]/g, (one) => ({ '|': '#', '^': ':', '~': ';', '\\': '!', '&': '@' })[one] ?? one)
    expect(pidOf(other)?.repetitions('PID-5')).toEqual([
      [['A', 'B'], ['C']],
      [['D'], ['E']],
    ])
  })

  it('decodes escapes, and leaves what it does not know as it is', () => {
    const cell = (text: string) => pidOf(message('ADT^A01', { pid: { 5: text } }))?.repetitions('PID-5')[0]?.[0]?.[0]
    expect(cell('A\\T\\E')).toBe('A&E')
    expect(cell('\\F\\\\S\\\\R\\\\E\\')).toBe('|^~\\')
    expect(cell('\\X41C3A9\\')).toBe('Aé')
    expect(cell('a\\.br\\b')).toBe('a\nb')
    expect(cell('\\H\\bold\\N\\')).toBe('bold')
    expect(cell('C:\\dir')).toBe('C:\\dir')
    expect(cell('\\Zxx\\')).toBe('\\Zxx\\')
  })

  it('writes text that reads as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = escapeText(text, defaultDelimiters)
        expect(written).not.toMatch(/[|^~&\r\n]/)
        expect(unescape(written, defaultDelimiters, 'utf-8')).toBe(text)
      }),
    )
  })

  it('reads UTF-8, and Windows-1252 where the bytes are no UTF-8 or MSH-18 says so', () => {
    const text = message('ADT^A01', { pid: { 5: 'ZOË^RENÉE' } })
    expect(pidOf(bytes(text, 'utf8'))?.text(5)).toBe('ZOË')
    expect(messageOf(bytes(text, 'utf8')).oddities).toEqual([])
    expect(pidOf(bytes(text, 'latin1'))?.text(5)).toBe('ZOË')
    expect(messageOf(bytes(text, 'latin1')).oddities).toEqual(['charset-fallback'])
    const declared = message('ADT^A01', { msh: { 18: '8859/1' }, pid: { 5: 'Ã‰' } })
    expect(pidOf(new Uint8Array([...bytes(declared.slice(0, declared.indexOf('Ã')), 'latin1'), 0xc3, 0x89, 0x0d]))?.text(5)).toBe(
      'Ã‰',
    )
    expect(pidOf(new Uint8Array([...bytes(`\uFEFF${text}`, 'utf16le')]))?.text(5)).toBe('ZOË')
    expect(pidOf(`\uFEFF${text}`)?.text(5)).toBe('ZOË')
  })

  it('takes a line that is no segment as part of the one before, and says so', () => {
    const read = messageOf(message('ADT^A01', { pid: { 5: 'A' }, more: ['NTE|1||first', 'second line'] }))
    expect(read.segments.at(-1)?.text(3)).toBe('first\nsecond line')
    expect(read.oddities).toEqual(['segment-continued'])
  })

  it.each([
    ['', 'message-empty'],
    [' \r\n ', 'message-empty'],
    ['PID|1', 'header-missing'],
    ['hello', 'header-missing'],
    ['MSH', 'delimiters-invalid'],
    ['MSH|^^^^|', 'delimiters-invalid'],
    ['MSHAAAAAA', 'delimiters-invalid'],
    ['FHS|^~\\&|', 'header-missing'],
  ])('says of %j that it is %s', (text, id) => {
    const read = readHl7(text)
    expect(read).toMatchObject({ ok: false, fault: { id } })
  })

  it('has limits', () => {
    expect(readHl7(message('ADT^A01'), { segments: 3, fields: 500 })).toMatchObject({
      ok: false,
      fault: { id: 'message-too-large' },
    })
    expect(readHl7(message('ADT^A01'), { segments: 9, fields: 20 })).toMatchObject({
      ok: false,
      fault: { id: 'message-too-large' },
    })
  })

  it('reads a document of two megabytes in well under a second', () => {
    const data = 'JVBERi0x'.repeat(250_000)
    const start = performance.now()
    const read = messageOf(message('MDM^T02', { more: [`OBX|1|ED|1^x^L|1|^application^pdf^Base64^${data}||||||F`] }))
    expect(read.segments.at(-1)?.text(5, 5)).toHaveLength(2_000_000)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (input) => void readHl7(input)))
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (input) => void readHl7(`MSH${input}`)))
  })
})

describe('an acknowledgement', () => {
  const input = { code: 'AA', controlId: 'A1', at: '2026-01-05T10:15:00.000000Z' } as const
  const error = { error: 'value-not-found', severity: 'W', location: 'PID-3[2].1', text: 'a | in the text' } as const

  it('swaps the parties, and reads back as what it says', () => {
    const ack = buildAck(messageOf(message('ADT^A01')), { ...input, code: 'AE', errors: [error] })
    const [header, msa] = ack.split('\r')
    expect(header).toBe('MSH|^~\\&|HOMEFIRST|HUB1|EPR|TRUST1|20260105101500+0000||ACK^A01^ACK|A1|P|2.4||||||UNICODE UTF-8')
    expect(msa).toMatch(/^MSA\|AE\|T0001\|/)
    expect(readAck(ack)).toEqual({ code: 'AE', controlId: 'T0001', errors: ['103'] })
  })

  it('of version 2.4 puts errors in ERR-1, of 2.5 and later one ERR each with its severity', () => {
    const old = buildAck(messageOf(message('ADT^A01')), { ...input, errors: [error] })
    expect(old).toContain('ERR|PID^1^3^103&Table value not found&HL70357')
    expect(buildAck(messageOf(message('ADT^A01')), { ...input, errors: [{ ...error, severity: 'I' }] })).not.toContain('ERR|')
    const modern = buildAck(messageOf(message('ADT^A01', { msh: { 12: '2.5.1' } })), {
      ...input,
      errors: [error, { ...error, location: 'OBX[3]-5' }],
    })
    expect(modern).toContain('ERR||PID^1^3^2^1|103^Table value not found^HL70357|W||||a \\F\\ in the text')
    expect(modern).toContain('ERR||OBX^3^5|')
    expect(readAck(modern)?.errors).toEqual(['103', '103'])
  })

  it('is made also for what has no header, and never carries a segment of the message', () => {
    expect(readAck(buildAck(undefined, { ...input, code: 'AE' }))).toEqual({ code: 'AE', controlId: '', errors: [] })
    const strange = messageOf(message('ADT^A01', { msh: { 10: 'X\\.br\\PID\\F\\9' } }))
    const ack = buildAck(strange, input)
    expect(ack.split('\r').map((line) => line.slice(0, 3))).toEqual(['MSH', 'MSA', ''])
    expect(readAck(ack)?.controlId).toBe(strange.header.controlId)
  })

  it('keeps its delimiters where the message had others, and its round trip for every error', () => {
    const other = messageOf(message('ADT^A01').replaceAll('|', '#'))
    for (const name of Object.keys(errorCodes) as (keyof typeof errorCodes)[]) {
      const ack = buildAck(other, { ...input, code: 'AR', errors: [{ ...error, severity: 'E', error: name }] })
      expect(ack.startsWith('MSH#^~\\&#')).toBe(true)
      expect(readAck(ack)).toEqual({ code: 'AR', controlId: 'T0001', errors: [errorCodes[name][0]] })
    }
    expect(readAck('hello')).toBeUndefined()
    expect(readAck(message('ADT^A01'))).toBeUndefined()
  })
})

describe('a refusal', () => {
  const refused = (text: string) => refusalOf(messageOf(text).header)?.error
  it('is due for a type, event, version or processing id that is not taken, and for a missing control id', () => {
    expect(refused(message('ADT^A01'))).toBeUndefined()
    expect(refused(message('ADT^A01^ADT_A01'))).toBeUndefined()
    expect(refused(message('SIU^S12'))).toBe('type-unsupported')
    expect(refused(message('ADT^A99'))).toBe('event-unsupported')
    expect(refused(message('ADT^constructor'))).toBe('event-unsupported')
    for (const version of ['3', '2', '2.0', '2.10', '2.4x', '2.4 or so']) {
      expect(refused(message('ADT^A01', { msh: { 12: version } })), version).toBe('version-unsupported')
    }
    for (const version of ['', '2.1', '2.3.1', '2.4^GBR', '2.5.1', '2.9']) {
      expect(refused(message('ADT^A01', { msh: { 12: version } })), version).toBeUndefined()
    }
    expect(refused(message('ADT^A01', { msh: { 11: 'X' } }))).toBe('processing-id-unsupported')
    expect(refused(message('ADT^A01', { msh: { 10: '' } }))).toBe('field-missing')
    expect(refused(msh('ADT'))).toBe('event-unsupported')
    expect(refused(msh(''))).toBe('type-unsupported')
  })
})
