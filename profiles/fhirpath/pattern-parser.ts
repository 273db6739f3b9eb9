// A regular expression as a tree, as far as a matcher without backtracking can run it.

export type PatternNode =
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'assertion'; readonly source: string }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly least: number; readonly most: number }

interface Reader {
  readonly source: string
  at: number
  depth: number
}

class Unsupported extends Error {}

/** Undefined: it looks ahead or back, or has another part that only backtracking can do. The source must be a valid RegExp. */
export function patternTree(source: string): PatternNode | undefined {
  const reader = { source, at: 0, depth: 0 }
  try {
    const tree = choice(reader)
    return reader.at === source.length ? tree : undefined
  } catch (thrown) {
    if (thrown instanceof Unsupported) return undefined
    throw thrown
  }
}

function choice(reader: Reader): PatternNode {
  if (++reader.depth > 50) throw new Unsupported()
  const parts = [sequence(reader)]
  while (accept(reader, '|')) parts.push(sequence(reader))
  reader.depth--
  const [only] = parts
  return only && parts.length === 1 ? only : { kind: 'choice', parts }
}

function sequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = []
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at)))
    parts.push(repeated(reader, atom(reader)))
  return { kind: 'sequence', parts }
}

const one =
  /\\(?:u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[^}]*\}|c[A-Za-z]|[^0-9kbBupPxc])|\[(?:\\[^]|[^\]\\])*\]|[^\\[\]()*+?^$|]/uy
const assertion = /\\[bB]|\^|\$/y

function atom(reader: Reader): PatternNode {
  const asserted = take(reader, assertion)
  if (asserted !== undefined) return { kind: 'assertion', source: asserted }
  if (accept(reader, '(')) return group(reader)
  const single = take(reader, one) ?? (accept(reader, ']') ? '\\]' : undefined)
  if (single === undefined) throw new Unsupported()
  return { kind: 'one', source: single }
}

function group(reader: Reader): PatternNode {
  if (accept(reader, '?')) {
    const isNamed = take(reader, /<[A-Za-z_]\w*>/y) !== undefined
    if (!isNamed && !accept(reader, ':')) throw new Unsupported()
  }
  const inner = choice(reader)
  if (!accept(reader, ')')) throw new Unsupported()
  return inner
}

function repeated(reader: Reader, of: PatternNode): PatternNode {
  const sign = take(reader, /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y)
  if (sign === undefined) return of
  const [least, most] = boundsOf(sign)
  return { kind: 'repeat', of, least, most }
}

function boundsOf(sign: string): readonly [number, number] {
  if (sign.startsWith('*')) return [0, Infinity]
  if (sign.startsWith('+')) return [1, Infinity]
  if (sign.startsWith('?')) return [0, 1]
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(sign) ?? []
  return [Number(least), comma ? (most ? Number(most) : Infinity) : Number(least)]
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.source)?.[0]
  reader.at += found?.length ?? 0
  return found
}

function accept(reader: Reader, character: string): boolean {
  const isThere = reader.source.charAt(reader.at) === character
  if (isThere) reader.at++
  return isThere
}

const wide = 20

/** How a backtracking matcher could fare: repeats within repeats, and how many wide ones stand beside each other. */
export function dangerIn(node: PatternNode): { readonly isNested: boolean; readonly wideRepeats: number } {
  if (node.kind === 'one' || node.kind === 'assertion') return { isNested: false, wideRepeats: 0 }
  if (node.kind === 'repeat') {
    const inner = dangerIn(node.of)
    const isVariable = node.most > 1 && variesIn(node.of)
    return { isNested: inner.isNested || isVariable, wideRepeats: inner.wideRepeats + (node.most > wide ? 1 : 0) }
  }
  const parts = node.parts.map(dangerIn)
  return { isNested: parts.some((part) => part.isNested), wideRepeats: parts.reduce((sum, part) => sum + part.wideRepeats, 0) }
}

/** Can it match texts of different lengths or by different ways? */
function variesIn(node: PatternNode): boolean {
  if (node.kind === 'repeat') return node.least !== node.most || variesIn(node.of)
  if (node.kind === 'choice') return true
  return node.kind === 'sequence' && node.parts.some(variesIn)
}
