// What an index row must hold to meet a clause: tokens, references, texts and URIs.

import { indexable } from './index-rows.ts'
import { dateTest, numberTest } from './range-tests.ts'
import type { Dialect } from './script.ts'
import type { Bind } from './statement.ts'
import type { Clause, StringMatch, UriMatch } from './store.ts'

export type ValueClause = Extract<Clause, { on: 'token' | 'reference' | 'string' | 'date' | 'number' | 'uri' }>

/** True of the index row `i`, whose key is the clause's. */
export function valueTest(clause: ValueClause, { bind, dialect }: { bind: Bind; dialect: Dialect }): string {
  switch (clause.on) {
    case 'reference':
      return among('i.value', clause.any.map(indexable), bind)
    case 'token':
      return either(clause.any.map((token) => tokenTest(token, bind)))
    case 'string':
      return either(clause.any.map((match) => stringTest(match, bind, dialect)))
    case 'uri':
      return either(clause.any.map((match) => uriTest(match, bind)))
    case 'date':
      return either(clause.any.map((match) => dateTest(match, 'i.value', 'i.other', bind)))
    case 'number':
      return either(clause.any.map((match) => numberTest(match, bind)))
  }
}

export function tokenTest({ system, code }: { system?: string; code?: string }, bind: Bind): string {
  const tests = [
    ...(code === undefined ? [] : [`i.value = ${bind(indexable(code))}`]),
    ...(system === undefined ? [] : [`i.other = ${bind(indexable(system))}`]),
  ]
  return tests.length > 0 ? `(${tests.join(' and ')})` : '1 = 1'
}

/** Greater, by its bytes, than any text that starts with what stands before it. */
const beyondAll = '\u{10FFFF}'

function stringTest({ value, how, original }: StringMatch, bind: Bind, dialect: Dialect): string {
  if (how === 'exact') {
    const asWritten = original === undefined ? '' : ` and i.other = ${bind(indexable(original))}`
    return `(i.value = ${bind(indexable(value))}${asWritten})`
  }
  return how === 'contains' ? dialect.contains('i.value', bind(value)) : startsWith(value, bind)
}

const startsWith = (part: string, bind: Bind): string => `(i.value >= ${bind(part)} and i.value < ${bind(part + beyondAll)})`

/** FHIR R4 search §3.1.1.4.10: `below` and `above` go by the segments of the path. */
function uriTest({ value, how }: UriMatch, bind: Bind): string {
  if (how === 'is') return `i.value = ${bind(indexable(value))}`
  if (how === 'above') return among('i.value', [value, ...pathsAbove(value)].map(indexable), bind)
  const under = value.endsWith('/') ? value : `${value}/`
  return `(i.value = ${bind(indexable(value))} or ${startsWith(under, bind)})`
}

/** Of `http://a.example/b/c`: that of `b` and that of the host. There are as many as `deepestAsked` leaves. */
function pathsAbove(uri: string): string[] {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/)?/i.exec(uri)?.[0].length ?? 0
  const ends = [...uri.slice(root).matchAll(/\//g)].map(({ index }) => root + index)
  return ends.flatMap((end) => [uri.slice(0, end), uri.slice(0, end + 1)]).filter((path) => path !== uri)
}

export function among(column: string, values: readonly string[], bind: Bind): string {
  return values.length > 0 ? `${column} in (${values.map((value) => bind(value)).join(', ')})` : '1 = 0'
}

export function either(tests: readonly string[]): string {
  return tests.length > 0 ? `(${tests.join(' or ')})` : '1 = 0'
}
