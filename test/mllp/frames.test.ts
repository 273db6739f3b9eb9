// MLLP framing: the same messages come out however the bytes were cut.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framed, frameDecoder, type FrameEvent } from '../../gateway/mllp/frames.ts'

const text = (event: FrameEvent) =>
  event.kind === 'endless' ? event.kind : `${event.kind} ${Buffer.from(event.bytes).toString()}`

/** The events of a stream that comes in pieces of the given size. */
function eventsOf(stream: Uint8Array | string, pieceBytes = Infinity, maxBytes = 100): string[] {
  const bytes = Buffer.from(stream as string)
  const decode = frameDecoder(maxBytes)
  const events: string[] = []
  for (let at = 0; at < bytes.length; at += Math.min(pieceBytes, bytes.length)) {
    events.push(...decode(bytes.subarray(at, at + Math.min(pieceBytes, bytes.length))).map(text))
  }
  return events
}

const frame = (content: string) => framed(Buffer.from(content)).toString()

describe('the frame decoder', () => {
  it.each<[what: string, stream: string, events: string[]]>([
    ['one frame', frame('MSH|1'), ['frame MSH|1']],
    ['several frames at once', frame('MSH|1') + frame('MSH|2') + frame('MSH|3'), ['frame MSH|1', 'frame MSH|2', 'frame MSH|3']],
    ['half a frame', frame('MSH|1').slice(0, -1), []],
    ['nothing but garbage', 'hello\r\n\x1c\r', []],
    ['garbage around frames', `\0\r\n${frame('MSH|1')}\r\n?${frame('MSH|2')}x`, ['frame MSH|1', 'frame MSH|2']],
    ['an empty frame', frame(''), ['frame ']],
    ['a file separator within', frame('MSH|a\x1cb'), ['frame MSH|a\x1cb']],
    ['a vertical tab within', frame('MSH|a\vb\vMS\vMSG'), ['frame MSH|a\vb\vMS\vMSG']],
    ['a sender that begins again', `\vMSH|half${frame('MSH|2')}`, ['unterminated MSH|half', 'frame MSH|2']],
    ['frames that end without a carriage return', '\vMSH|1\x1c\vMSH|2\x1c\r', ['frame MSH|1', 'frame MSH|2']],
    [
      'a bad frame between good ones',
      frame('MSH|1') + frame('not HL7') + frame('MSH|3'),
      ['frame MSH|1', 'frame not HL7', 'frame MSH|3'],
    ],
    [
      'a frame over the limit',
      frame(`MSH|${'x'.repeat(97)}`) + frame('MSH|2'),
      [`too-large MSH|${'x'.repeat(96)}`, 'frame MSH|2'],
    ],
    ['a frame at the limit', frame(`MSH|${'x'.repeat(96)}`), [`frame MSH|${'x'.repeat(96)}`]],
    [
      'a new beginning within a frame over the limit',
      `\vMSH|${'x'.repeat(200)}${frame('MSH|2')}`,
      [`too-large MSH|${'x'.repeat(96)}`, 'frame MSH|2'],
    ],
  ])('finds %s, in one piece or byte by byte', (_, stream, events) => {
    expect(eventsOf(stream)).toEqual(events)
    expect(eventsOf(stream, 1)).toEqual(events)
    expect(eventsOf(stream, 3)).toEqual(events)
  })

  it('gives the same events however a stream is cut', () => {
    const piece = fc.constantFrom('\v', '\x1c', '\r', 'M', 'S', 'H', 'MSH|', 'abc', 'x'.repeat(30), '\v\v', '\x1c\r')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (pieces, size) => {
        const stream = pieces.join('')
        expect(eventsOf(stream, size)).toEqual(eventsOf(stream))
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives back every message that has no control bytes, whatever lies between', () => {
    const message = fc.stringMatching(/^MSH[ -~\r]{0,80}$/)
    const garbage = fc.string({
      unit: fc.constantFrom(' ', 'a', 'Z', '~', '\r', '\n', '\x1c'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(garbage, message), { maxLength: 10 }), fc.integer({ min: 1, max: 50 }), (parts, size) => {
        const stream = parts.map(([before, content]) => before + frame(content)).join('')
        expect(eventsOf(stream, size)).toEqual(parts.map(([, content]) => `frame ${content}`))
      }),
    )
  })

  it.each([
    ['garbage', ''],
    ['a message over the limit', '\vMSH|'],
  ])('gives up on endless %s', (_, start) => {
    expect(eventsOf(start + 'x'.repeat(1_000), 10).at(-1)).toBe('endless')
    expect(eventsOf(start + 'x'.repeat(300), 10)).not.toContain('endless')
  })

  it('keeps little more than the message itself, however small its pieces', () => {
    const decode = frameDecoder(20 * 1024 * 1024)
    const before = process.memoryUsage().arrayBuffers
    decode(Buffer.from('\v'))
    for (let i = 0; i < 200_000; i++) decode(Buffer.from('x'))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024)
    expect(decode(Buffer.from('\x1c\r'))).toMatchObject([{ kind: 'frame', bytes: { length: 200_000 } }])
  })

  it('takes time in proportion to its bytes, also for a stream of nothing but control bytes', () => {
    const decode = frameDecoder(20 * 1024 * 1024)
    const started = performance.now()
    for (const fill of ['\v', '\x1c', '\vMS', '\v\x1c']) for (let i = 0; i < 8; i++) decode(Buffer.alloc(64 * 1024, fill))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
