// Plain ASCII is told by three means, each for its length: they agree with one another.

import { describe, expect, it } from 'vitest'
import { isPlain } from '../../../profiles/compiler/plain-text.ts'

const lengths = [1, 2, 3, 4, 5, 19, 20, 21, 22, 159, 160, 161, 162, 163, 164, 1_000, 16_383, 16_384, 16_385]
const strange = ['\u0000', '\u0009', '\u000a', '\u001f', '\u0080', '\u00e9', '\u2028', '\ud800', '\udfff', '\uffff']

describe('plain text', () => {
  it.each(lengths)('of %i characters is plain', (length) => {
    for (const lowest of [32, 33] as const) {
      for (const character of ['!', 'x', '~', '\u007f']) expect(isPlain(character.repeat(length), lowest)).toBe(true)
    }
    expect(isPlain(' '.repeat(length), 32)).toBe(true)
  })
  it.each(lengths)('of %i characters is not plain with one strange character anywhere', (length) => {
    const places = [0, 1, 2, 3, length >> 1, length - 4, length - 3, length - 2, length - 1]
    for (const at of places.filter((place) => place >= 0 && place < length)) {
      const put = (character: string): string => 'x'.repeat(at) + character + '~'.repeat(length - at - 1)
      for (const character of strange) expect([at, isPlain(put(character), 32)]).toEqual([at, false])
      expect([at, isPlain(put(' '), 33), isPlain(put(' '), 32)]).toEqual([at, false, true])
    }
  })
  it('does not see what an earlier and longer text has left', () => {
    expect(isPlain('\u0000'.repeat(400), 32)).toBe(false)
    expect(isPlain('x'.repeat(161), 32)).toBe(true)
  })
})
