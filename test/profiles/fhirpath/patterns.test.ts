// Regular expressions: the same answers as the machine's own, in time that no text can stretch.

import { expect, it } from 'vitest'
import { linearMatcher } from '../../../profiles/fhirpath/linear-matcher.ts'
import { patternTree } from '../../../profiles/fhirpath/pattern-parser.ts'
import { patternOf } from '../../../profiles/fhirpath/patterns.ts'

const patterns = [
  '^[A-Z]([A-Za-z0-9_]){0,254}$',
  '[A-Za-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*(\\[x])?)*',
  '^(a+)+$',
  '^(a|aa)*b$',
  'a.c|^$',
  '^\\d{3}[\\s-]?\\d{3,4}$',
  '(?:x|yz){2,3}\\b',
  '\\Bb',
  '^\\p{Lu}\\S*$',
  '[^\\s\\.,:]{1,3}(\\.\\w+)*$',
  'colou?r',
  '\\u0041+',
]
const texts = [
  '',
  'A',
  'Ab_1',
  'aaaa',
  'aaab',
  'a\nc',
  '123-4567',
  '123 456',
  'xyz',
  'xxyz',
  'ab',
  'É1',
  'Patient.name[x]',
  'color',
  'colour',
  'a.b.c',
  '😀',
  'AAA',
]

it.each(patterns)('matches %s as the machine does, without trying twice', (source) => {
  const tree = patternTree(source)
  const matcher = tree && linearMatcher(tree)
  const machine = patternOf(source, false)
  if (!matcher || typeof machine === 'string') throw new Error('no matcher')
  for (const text of texts) expect([text, matcher(text)]).toEqual([text, machine.expression.test(text)])
})

it.each(['^(a+)+$', '^(a|a)*$', '^(a*)*$', '(\\w+\\s?)+!$', 'a*a*a*a*a*b', '^([^@]+)@([^.]+)\\.(.+)x$'])(
  'answers %s in time on a text that is made against it',
  (source) => {
    const found = patternOf(source, false)
    if (typeof found === 'string') throw new Error(found)
    const started = performance.now()
    expect(found.test(`${'a'.repeat(100_000)}!?`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(3000)
  },
)

it('refuses what only trying again and again could match, and what is no pattern', () => {
  expect(patternOf('(?=(a+)+b)', false)).toBe('could take for ever on some text')
  expect(patternOf('(a+)+\\1', false)).toBe('could take for ever on some text')
  expect(patternOf('(', false)).toBe('is no regular expression')
  expect(patternOf('^(?!x)[a-z]', false)).toHaveProperty('test')
})
