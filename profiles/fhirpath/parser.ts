// FHIRPath text → syntax tree: one function per level of precedence is replaced by a table of levels.

import { tokensOf } from './lexer.ts'
import type { Token } from './lexer.ts'
import { ExpressionFault } from './syntax.ts'
import type { Literal, Syntax } from './syntax.ts'

/** Throws ExpressionFault, with the place, when the text is no FHIRPath. */
export function parse(expression: string): Syntax {
  const reader: Reader = { tokens: tokensOf(expression), next: 0, depth: 0 }
  const tree = operation(reader, 0)
  if (peek(reader).kind !== 'end') throw unexpected(reader)
  return tree
}

interface Reader {
  readonly tokens: readonly Token[]
  next: number
  depth: number
}

const deepest = 200

/** Loosest first (FHIRPath 2.0, §8 Lexical Elements, Operator Precedence); each level reads left to right. */
const levels: readonly (readonly string[])[] = [
  ['implies'],
  ['or', 'xor'],
  ['and'],
  ['in', 'contains'],
  ['=', '~', '!=', '!~'],
  ['<=', '>=', '<', '>'],
  ['|'],
  ['is', 'as'],
  ['+', '-', '&'],
  ['*', '/', 'div', 'mod'],
]

function operation(reader: Reader, level: number): Syntax {
  const operators = levels[level]
  if (operators === undefined) return sign(reader)
  if (++reader.depth > deepest * levels.length) throw new ExpressionFault('is nested too deeply', peek(reader).at)
  let left = operation(reader, level + 1)
  for (;;) {
    const token = peek(reader)
    if ((token.kind !== 'symbol' && token.kind !== 'name') || !operators.includes(token.text)) break
    reader.next++
    left = rightOf(reader, level, left, token)
  }
  reader.depth--
  return left
}

function rightOf(reader: Reader, level: number, left: Syntax, token: Token): Syntax {
  const { text, at } = token
  if (text === 'is' || text === 'as') return { kind: 'type', operator: text, of: left, type: typeName(reader), at }
  return { kind: 'operation', operator: text, left, right: operation(reader, level + 1), at }
}

function sign(reader: Reader): Syntax {
  const token = peek(reader)
  if (token.kind !== 'symbol' || (token.text !== '-' && token.text !== '+')) return steps(reader)
  if (++reader.depth > deepest * levels.length) throw new ExpressionFault('is nested too deeply', token.at)
  reader.next++
  const of = sign(reader)
  reader.depth--
  return { kind: 'sign', isNegative: token.text === '-', of, at: token.at }
}

function steps(reader: Reader): Syntax {
  let tree = term(reader)
  for (;;) {
    if (accept(reader, '.')) tree = invocation(reader, tree)
    else if (accept(reader, '[')) tree = item(reader, tree)
    else return tree
  }
}

function item(reader: Reader, of: Syntax): Syntax {
  const { at } = peek(reader)
  const position = operation(reader, 0)
  expect(reader, ']')
  return { kind: 'item', of, position, at }
}

function term(reader: Reader): Syntax {
  const token = peek(reader)
  const literal = literalOf(reader)
  if (literal) return { kind: 'literal', literal, at: token.at }
  if (token.kind === 'variable') {
    reader.next++
    return { kind: 'variable', name: token.text, at: token.at }
  }
  if (accept(reader, '(')) {
    const inner = operation(reader, 0)
    expect(reader, ')')
    return inner
  }
  if (accept(reader, '{')) {
    expect(reader, '}')
    return { kind: 'nothing', at: token.at }
  }
  return invocation(reader, undefined)
}

function invocation(reader: Reader, of: Syntax | undefined): Syntax {
  const token = peek(reader)
  if (token.kind === 'symbol' && token.text.startsWith('$') && of === undefined) {
    reader.next++
    return { kind: token.text.slice(1) as 'this' | 'index' | 'total', at: token.at }
  }
  if (token.kind !== 'name' && token.kind !== 'quoted-name') throw unexpected(reader)
  reader.next++
  if (token.kind === 'quoted-name' || !accept(reader, '(')) return { kind: 'member', of, name: token.text, at: token.at }
  return { kind: 'call', of, name: token.text, parameters: parameters(reader), at: token.at }
}

function parameters(reader: Reader): readonly Syntax[] {
  const list: Syntax[] = []
  if (accept(reader, ')')) return list
  do list.push(operation(reader, 0))
  while (accept(reader, ','))
  expect(reader, ')')
  return list
}

function typeName(reader: Reader): string {
  const hasParentheses = accept(reader, '(')
  let name = identifier(reader)
  while (accept(reader, '.')) name += `.${identifier(reader)}`
  if (hasParentheses) expect(reader, ')')
  return name
}

function identifier(reader: Reader): string {
  const token = peek(reader)
  if (token.kind !== 'name' && token.kind !== 'quoted-name') throw unexpected(reader)
  reader.next++
  return token.text
}

const calendarUnit = /^(?:year|month|week|day|hour|minute|second|millisecond)s?$/

function literalOf(reader: Reader): Literal | undefined {
  const { kind, text } = peek(reader)
  if (kind === 'name' && (text === 'true' || text === 'false')) {
    reader.next++
    return { type: 'Boolean', value: text === 'true' }
  }
  if (kind !== 'string' && kind !== 'number' && kind !== 'date') return undefined
  reader.next++
  if (kind === 'string') return { type: 'String', value: text }
  return kind === 'date' ? dateLiteral(text) : numberLiteral(reader, text)
}

function dateLiteral(text: string): Literal {
  if (text.startsWith('T')) return { type: 'Time', value: text.slice(1) }
  return { type: text.includes('T') ? 'DateTime' : 'Date', value: text.endsWith('T') ? text.slice(0, -1) : text }
}

function numberLiteral(reader: Reader, text: string): Literal {
  const { kind, text: unit } = peek(reader)
  if (kind === 'string' || (kind === 'name' && calendarUnit.test(unit))) {
    reader.next++
    return { type: 'Quantity', value: Number(text), unit: kind === 'name' ? unit.replace(/s$/, '') : unit }
  }
  return { type: text.includes('.') ? 'Decimal' : 'Integer', value: Number(text) }
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.next] ?? { kind: 'end', text: '', at: 0 }
}

function accept(reader: Reader, symbol: string): boolean {
  const token = peek(reader)
  const isThere = token.kind === 'symbol' && token.text === symbol
  if (isThere) reader.next++
  return isThere
}

function expect(reader: Reader, symbol: string): void {
  if (!accept(reader, symbol)) throw unexpected(reader)
}

function unexpected(reader: Reader): ExpressionFault {
  const token = peek(reader)
  return new ExpressionFault(token.kind === 'end' ? 'ends too early' : `has '${token.text}' where it cannot stand`, token.at)
}
