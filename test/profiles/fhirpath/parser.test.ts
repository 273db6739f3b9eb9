// What the parser makes of an expression, and where it says that one is wrong.

import { describe, expect, it } from 'vitest'
import { compileInvariant } from '../../../profiles/fhirpath/compile.ts'
import { parse } from '../../../profiles/fhirpath/parser.ts'
import type { Syntax } from '../../../profiles/fhirpath/syntax.ts'
import { schema } from './schema.ts'

function written(tree: Syntax): string {
  switch (tree.kind) {
    case 'literal':
      return JSON.stringify(tree.literal.value)
    case 'operation':
      return `(${written(tree.left)} ${tree.operator} ${written(tree.right)})`
    case 'type':
      return `(${written(tree.of)} ${tree.operator} ${tree.type})`
    case 'member':
      return tree.of ? `${written(tree.of)}.${tree.name}` : tree.name
    case 'call':
      return `${tree.of ? `${written(tree.of)}.` : ''}${tree.name}(${tree.parameters.map(written).join(', ')})`
    case 'item':
      return `${written(tree.of)}[${written(tree.position)}]`
    case 'sign':
      return `${tree.isNegative ? '-' : '+'}${written(tree.of)}`
    default:
      return `$${tree.kind}`
  }
}

describe('parser', () => {
  it.each([
    ['a or b and c', '(a or (b and c))'],
    ['a implies b or c', '(a implies (b or c))'],
    ['a and b = c | d', '(a and (b = (c | d)))'],
    ['a = b > c', '(a = (b > c))'],
    ['a in b = c', '(a in (b = c))'],
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a is Patient and b', '((a is Patient) and b)'],
    ['a | b is FHIR.code', '(a | (b is FHIR.code))'],
    ['-a.b + 1', '(-a.b + 1)'],
    ['a.b(c, d)[0].e', 'a.b(c, d)[0].e'],
    ['text.`div`', 'text.div'],
    ['a // words\n and /* more\nwords */ b', '(a and b)'],
    ['contains.code contains is', '(contains.code contains is)'],
  ])('reads %s as %s', (expression, expected) => {
    expect(written(parse(expression))).toBe(expected)
  })

  it.each([
    ['4 days', { type: 'Quantity', value: 4, unit: 'day' }],
    ["1.5 'mg'", { type: 'Quantity', value: 1.5, unit: 'mg' }],
    ['@2020-02', { type: 'Date', value: '2020-02' }],
    ['@2020-02-03T', { type: 'DateTime', value: '2020-02-03' }],
    ['@2020-02-03T10:00:00.5+01:00', { type: 'DateTime', value: '2020-02-03T10:00:00.5+01:00' }],
    ['@T10:30', { type: 'Time', value: '10:30' }],
    ["'\\u00e9\\t\\`\\d'", { type: 'String', value: 'é\t`\\d' }],
    ['false', { type: 'Boolean', value: false }],
    ['1.0', { type: 'Decimal', value: 1 }],
  ])('reads the literal %s', (expression, literal) => {
    expect(parse(expression)).toEqual({ kind: 'literal', literal, at: 0 })
  })

  it.each([
    ['a and', 'ends too early (at character 6)'],
    ['a b', "has 'b' where it cannot stand (at character 3)"],
    ["a = 'b", 'has a quote that is never closed (at character 5)'],
    ['a # b', 'has a character that means nothing here (at character 3)'],
    ['(a', 'ends too early (at character 3)'],
    ['', 'ends too early (at character 1)'],
    ['%', 'has a % without a name (at character 1)'],
    ['('.repeat(100_000), 'is nested too deeply'],
    ['-'.repeat(90_000), 'is nested too deeply'],
    [`a${'.a'.repeat(49_000)}`, 'is nested too deeply'],
    ['x'.repeat(100_001), 'is too long'],
  ])('names what is wrong and where: %#', (expression, words) => {
    const compiled = compileInvariant(expression, 'Patient', schema)
    expect('fault' in compiled && compiled.fault.slice(expression.length + 2)).toContain(words)
  })
})
