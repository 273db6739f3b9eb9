// The quick look at narrative, at its edges: lengths around those of its room, tags it knows, and what earlier texts have left.

import { describe, expect, it } from 'vitest'
import { isPlainNarrative } from '../../../profiles/compiler/plain-narrative.ts'

const opening = '<div xmlns="http://www.w3.org/1999/xhtml">'
const div = (inner: string): string => `${opening}${inner}</div>`
const known = [
  'p',
  'b',
  'i',
  'ul',
  'ol',
  'li',
  'table',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'span',
  'em',
  'strong',
  'div',
]

describe('plain narrative', () => {
  it.each(known)('may have <%s>', (name) => {
    expect(isPlainNarrative(div(`<${name}>x</${name}>`))).toBe(true)
    expect(isPlainNarrative(div(`<${name}>x`))).toBe(false)
    expect(isPlainNarrative(div(`x</${name}>`))).toBe(false)
    expect(isPlainNarrative(div(`<${name}x>x</${name}x>`))).toBe(false)
  })
  it.each(['a', 'img', 'script', 'h5', 'strongs', 'P', 'p ', 'p class="x"', '', '!--x--', '/', 'table1', 'pp', 'bdiv'])(
    'leaves <%s> to the careful look',
    (tag) => expect(isPlainNarrative(div(`<${tag}>x</${tag}>`))).toBe(false),
  )
  it('may have empty elements, line ends and tabs', () => {
    expect(isPlainNarrative(div('a<br/>b<hr />\r\n\tc'))).toBe(true)
    expect(isPlainNarrative(div('a\u0001'))).toBe(false)
    expect(isPlainNarrative(div('<br/> \n'))).toBe(false)
  })
  it.each(['\u0000', '\u001f', '\u0080', '\u00e9', '\u2028', '\ud800', '&', ']]>', '<'])(
    'does not hold %j, wherever it is',
    (one) => {
      for (let at = 0; at < 12; at += 1) expect(isPlainNarrative(div('x'.repeat(at) + one + 'y'.repeat(12 - at)))).toBe(false)
    },
  )
  it.each([1, 2, 3, 4, 8_130, 8_140, 8_144, 8_145, 8_150, 20_000, 300_000])('may have %i characters of text', (length) => {
    expect(isPlainNarrative(div('x'.repeat(length)))).toBe(true)
    expect(isPlainNarrative(div(`${'x'.repeat(length - 1)}\u0001`))).toBe(false)
    expect(isPlainNarrative(div('\u00e9'.repeat(length)))).toBe(false)
    expect(isPlainNarrative(div('x'.repeat(length)).slice(0, -1))).toBe(false)
  })
  it('ends where the text ends, whatever an earlier one has left behind it', () => {
    const whole = div('<p>x</p>')
    for (let end = 0; end < whole.length; end += 1) {
      expect(isPlainNarrative(whole)).toBe(true)
      expect([end, isPlainNarrative(whole.slice(0, end))]).toEqual([end, false])
    }
    expect(isPlainNarrative(`${whole} `)).toBe(false)
    expect(isPlainNarrative(div('<p>'.repeat(60) + 'x' + '</p>'.repeat(60)))).toBe(false)
  })
  it('is as plain as it is, whatever stood there before', () => {
    for (let length = 1; length < 12; length += 1) {
      expect(isPlainNarrative('\u0001'.repeat(80))).toBe(false)
      expect([length, isPlainNarrative(div('x'.repeat(length)))]).toEqual([length, true])
    }
  })
  it('begins with the opening tag and nothing else', () => {
    for (let at = 0; at < opening.length; at += 1)
      expect(isPlainNarrative(`${opening.slice(0, at)}~${opening.slice(at + 1)}x</div>`)).toBe(false)
  })
})
