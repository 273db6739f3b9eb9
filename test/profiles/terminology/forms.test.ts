// Codes that have a form instead of a list, and the regular expressions of filters.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byGrammar } from '../../../profiles/terminology/grammars.ts'
import { regexOf } from '../../../profiles/terminology/regex.ts'
import { isUcum } from '../../../profiles/terminology/ucum.ts'

describe('a form', () => {
  it.each([
    [
      'urn:ietf:bcp:47',
      true,
      'en en-GB cy-GB zh-Hant-TW sr-Latn-RS de-CH-1996 sl-rozaj-biske-1994 en-a-bbb-x-a x-private i-klingon es-419 en-US-u-ca-gregory',
    ],
    ['urn:ietf:bcp:47', false, 'e en_GB english-language en- -en en--GB a-DE de-419-DE- en-x 12 en-a'],
    ['urn:ietf:bcp:13', true, 'text/plain application/fhir+json text/html;charset=utf-8 image/svg+xml application/vnd.ms-excel'],
    ['urn:ietf:bcp:13', false, 'text text/ /plain text/pl@in text/plain; text/plain;charset text/plain/x'],
    ['urn:ietf:rfc:3986', true, 'http://x.org urn:oid:1.2.3'],
    ['urn:ietf:rfc:3986', false, 'nothing 1:2'],
    ['urn:iso:std:iso:4217', true, 'GBP EUR XTS'],
    ['urn:iso:std:iso:4217', undefined, 'QQQ'],
    ['urn:iso:std:iso:4217', false, 'gbp GB GBPS'],
    ['urn:iso:std:iso:3166', undefined, 'GB GBR 826'],
    ['urn:iso:std:iso:3166', false, 'gb GBRR 82'],
    [
      'http://snomed.info/sct',
      undefined,
      '22298006 404684003 999000051000001100 1082641000000106 22298006:363698007=80891009 22298006+404684003',
    ],
    // A wrong check digit, a description and a relationship, too short, no number.
    ['http://snomed.info/sct', false, '22298007 37436014 2564602029 12345 MI 022298006 a:b'],
    ['http://loinc.org', undefined, '8480-6 718-7 60591-5 LA27975-4 LP43571-6'],
    ['http://loinc.org', false, '8480-5 8480 x-1 60591-6'],
    ['urn:nowhere', undefined, 'x'],
  ] as const)('of %s makes these %s: %s', (system, truth, codes) => {
    for (const code of codes.split(' ')) expect(byGrammar(system, code), code).toBe(truth)
  })

  it('takes quoted parameters of a media type, and no line break', () => {
    expect(byGrammar('urn:ietf:bcp:13', 'text/plain; charset="utf-8"; x=y')).toBe(true)
    expect(byGrammar('urn:ietf:bcp:13', 'text/plain; x="a\nb')).toBe(false)
  })

  it('ends quickly on hostile codes', () => {
    const start = performance.now()
    for (const piece of ['a-', 'a;', '(', '{', '1.', '"', '\\"', 'en-a-', ' ;', 'mm[']) {
      for (const system of [
        'urn:ietf:bcp:47',
        'urn:ietf:bcp:13',
        'http://unitsofmeasure.org',
        'http://snomed.info/sct',
        'http://loinc.org',
        'urn:ietf:rfc:3986',
      ]) {
        byGrammar(system, piece.repeat(100_000))
        byGrammar(system, `text/plain${piece.repeat(450)}`)
      }
    }
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('never throws', () => {
    const systems = fc.constantFrom(
      'urn:ietf:bcp:47',
      'urn:ietf:bcp:13',
      'http://unitsofmeasure.org',
      'http://snomed.info/sct',
      '__proto__',
      'constructor',
    )
    fc.assert(fc.property(systems, fc.string({ unit: 'binary' }), (system, code) => void byGrammar(system, code)))
    expect(byGrammar('constructor', 'x')).toBeUndefined()
  })
})

describe('a unit of UCUM', () => {
  it.each(
    'mm[Hg] kg/m2 10*9/L /min {score} mg/dL Cel [degF] % mmol/L m2 kg.m/s2 (kg.m)/s2 10*-3 a mo wk d h min s cm [in_i] [lb_av] [IU]/mL m[IU]/L dam 1 {RBC}/uL mL/min/{1.73_m2} g% U/L ug/kg/h 100.mL'.split(
      ' ',
    ),
  )('is known: %s', (code) => {
    expect(isUcum(code)).toBe(true)
  })

  it.each('year minutes mgs [nothing_here] k kmin mmHg'.split(' '))('cannot be told: %s', (code) => {
    expect(isUcum(code)).toBeUndefined()
  })

  it.each([
    '',
    'mg / dL',
    'kg//m',
    'kg.',
    '(kg',
    'kg)',
    '{a',
    'a}',
    '1.5.',
    'm²',
    '[',
    '[a',
    '/',
    '//m',
    '{a{b}}',
    '10**3',
    `${'('.repeat(30)}m${')'.repeat(30)}`,
  ])('is none: %s', (code) => {
    expect(isUcum(code)).toBe(false)
  })
})

describe('a regular expression of a filter', () => {
  const patterns = [
    '[0-9]{3}',
    'a|bc',
    '(?:ab)+c?',
    '[^a-c]*',
    'a{2,4}b{1,}',
    '\\d+\\.\\w*',
    '.*',
    '^a.b$',
    '(a*)*b',
    'a??b',
    '[\\d\\-x]',
    '',
    '(|a)b',
    '[a-]+',
    '((a|b){2}c)*',
    'a{0}b',
  ]

  it.each(patterns)('agrees with JavaScript: %s', (pattern) => {
    const own = regexOf(pattern)
    const theirs = new RegExp(`^(?:${pattern})$`)
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x', '1', '2', '3', '.', '-', '\n'), maxLength: 8 })
    fc.assert(fc.property(text, (candidate) => void expect(own?.(candidate)).toBe(theirs.test(candidate))))
  })

  it.each([
    '(a)\\1',
    '(?=a)b',
    '(?<n>a)',
    'a**',
    '[',
    '(',
    'a)',
    '[b-a]',
    '[\\]-,]',
    '[\\--a]',
    '[\\d-x]',
    '\\bx',
    'a{2,1}',
    '[[:alpha:]]',
    '\\',
    'a{2000}',
    '*',
    '\\p{L}',
    `${'('.repeat(60)}${')'.repeat(60)}`,
    '(?:(?:a{100}){100}){100}',
  ])('is not guessed at: %s', (pattern) => {
    expect(regexOf(pattern)).toBeUndefined()
  })

  it('takes linear time where JavaScript would hang', () => {
    const matches = regexOf('(a|a|aa)*(a+)+(a*)*b')
    const start = performance.now()
    expect(matches?.('a'.repeat(1000))).toBe(false)
    expect(matches?.(`${'a'.repeat(900)}b`)).toBe(true)
    expect(performance.now() - start).toBeLessThan(500)
    expect(matches?.('a'.repeat(1001))).toBeUndefined()
  })

  it('never throws, and agrees with JavaScript wherever it answers', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      '1',
      '[',
      ']',
      '(',
      ')',
      '*',
      '+',
      '?',
      '{',
      '}',
      ',',
      '|',
      '^',
      '$',
      '.',
      '\\',
      '-',
      'd',
      'w',
      ':',
    )
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', ',', '{', '}'), maxLength: 6 })
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), fc.array(text, { maxLength: 5 }), (pattern, texts) => {
        const own = regexOf(pattern)
        if (!own) return
        const theirs = new RegExp(`^(?:${pattern})$`)
        for (const candidate of texts) expect(own(candidate), `${pattern} on ${candidate}`).toBe(theirs.test(candidate))
      }),
      { numRuns: 5000 },
    )
  })
})
