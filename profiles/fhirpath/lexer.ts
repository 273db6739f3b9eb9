// The text of a FHIRPath expression, cut into tokens.

import { ExpressionFault } from './syntax.ts'

export interface Token {
  readonly kind: 'name' | 'quoted-name' | 'string' | 'number' | 'date' | 'variable' | 'symbol' | 'end'
  /** A string or delimited name without its quotes and escapes; a date without its `@`. */
  readonly text: string
  readonly at: number
}

const longestExpression = 100_000

export function tokensOf(expression: string): readonly Token[] {
  if (expression.length > longestExpression) throw new ExpressionFault('is too long', 0)
  const tokens: Token[] = []
  let at = skipBlank(expression, 0)
  while (at < expression.length) {
    const [token, end] = tokenAt(expression, at)
    tokens.push(token)
    at = skipBlank(expression, end)
  }
  return [...tokens, { kind: 'end', text: '', at }]
}

const blank = /(?:\s|\/\/[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y
const name = /[A-Za-z_][A-Za-z0-9_]*/y
const number = /\d+(?:\.\d+)?/y
const date =
  /@(?:T\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?|\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T(?:\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)/y
const symbol = /<=|>=|!=|!~|\$this\b|\$index\b|\$total\b|[.,()[\]{}+\-*/&|<>=~]/y

function skipBlank(text: string, at: number): number {
  return at + (matchAt(blank, text, at)?.length ?? 0)
}

function tokenAt(text: string, at: number): readonly [Token, number] {
  const first = text.charAt(at)
  if (first === "'" || first === '"') return quoted('string', text, at)
  if (first === '`') return quoted('quoted-name', text, at)
  if (first === '%') return variable(text, at)
  for (const [kind, pattern] of plainTokens) {
    const found = matchAt(pattern, text, at)
    if (found !== undefined) return [{ kind, text: kind === 'date' ? found.slice(1) : found, at }, at + found.length]
  }
  throw new ExpressionFault('has a character that means nothing here', at)
}

const plainTokens = [
  ['name', name],
  ['number', number],
  ['date', date],
  ['symbol', symbol],
] as const

function variable(text: string, at: number): readonly [Token, number] {
  const mark = text.charAt(at + 1)
  if (mark === '`' || mark === "'" || mark === '"') {
    const [inner, end] = quoted('quoted-name', text, at + 1)
    return [{ kind: 'variable', text: inner.text, at }, end]
  }
  const found = matchAt(/[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/y, text, at + 1)
  if (found === undefined) throw new ExpressionFault('has a % without a name', at)
  return [{ kind: 'variable', text: found, at }, at + 1 + found.length]
}

function quoted(kind: 'string' | 'quoted-name', text: string, at: number): readonly [Token, number] {
  const quote = text.charAt(at)
  let value = ''
  for (let i = at + 1; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === quote) return [{ kind, text: value, at }, i + 1]
    if (character !== '\\') {
      value += character
      continue
    }
    const [escaped, length] = escape(text, i)
    value += escaped
    i += length - 1
  }
  throw new ExpressionFault('has a quote that is never closed', at)
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  "'": "'",
  '"': '"',
  '`': '`',
  '\\': '\\',
  '/': '/',
}

/** An escape that the grammar does not know stays as it is: profiles write `matches('\d+')`, and mean it. */
function escape(text: string, at: number): readonly [string, number] {
  const code = matchAt(/\\u[0-9A-Fa-f]{4}/y, text, at)
  if (code !== undefined) return [String.fromCharCode(Number.parseInt(code.slice(2), 16)), 6]
  const next = text.charAt(at + 1)
  const plain = Object.hasOwn(escapes, next) ? escapes[next] : undefined
  return plain === undefined ? ['\\', 1] : [plain, 2]
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
