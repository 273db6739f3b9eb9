// Texts as the index holds them, and as a search must ask for them.

import { createHash } from 'node:crypto'

const longestValue = 200

/**
 * A value as the index holds it. A database index takes no endless key and PostgreSQL no NUL; what is too long ends in its
 * digest, so that equality still holds.
 */
export function indexable(value: string): string {
  const clean = (value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value).toWellFormed()
  if (clean.length <= longestValue) return clean
  return clean.slice(0, 128).toWellFormed() + createHash('sha256').update(clean).digest('hex')
}

/** Text as names are compared: case, accents, strokes, ligatures and width make no difference. It may become longer. */
export function folded(value: string): string {
  if (isAscii(value)) return value.toLowerCase()
  return unaccented(unaccented(value).toLowerCase()).replace(/[^\0-\x7f]/g, (letter) => plainLetters.get(letter) ?? letter)
}

const unaccented = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/**
 * Letters that Unicode does not decompose, because to it they are letters of their own, with what people write who have no such key. The
 * last is a sigma's form at the end of a word: the beginning of a name is no end.
 */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['ς', 'σ'],
])

/** Nothing in it has another form but that of its case. */
function isAscii(value: string): boolean {
  return !/[^\0-\x7f]/.test(value)
}

/** The longest text, folded, or path that can be searched for other than as a whole. */
export const longestAsked = 120

/** The most segments between slashes of a URI that is asked for with those above it, each of which is a value to look for. */
export const deepestAsked = 100

/** What a string row keeps of a folded text: a longer beginning cannot be asked for. */
export function beginning(text: string): string {
  return text.length <= longestAsked ? text : text.slice(0, longestAsked).replace(/[\uD800-\uDBFF]$/, '')
}

/** `:contains` finds what stands in so much of a folded text; each further row costs every write. */
export const longestContained = 4_000

/**
 * What `:contains` looks into where a folded text is longer than its beginning: pieces that overlap by as much as can be asked
 * for, so that all of it that can be found stands whole in one of them.
 */
export function piecesOf(text: string): readonly string[] {
  if (text.length <= longestAsked) return []
  const within = text.slice(0, longestContained)
  const step = longestValue - longestAsked
  const count = 1 + Math.max(0, Math.ceil((within.length - longestValue) / step))
  return Array.from({ length: count }, (_, i) => within.slice(i * step, i * step + longestValue))
}

/** `Type/id` for what is ours, without its version; any other reference as it is; '' for one within the resource itself. */
export function localReference(reference: string, base: string): string {
  if (reference.startsWith('#')) return ''
  const local = base !== '' && reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference
  return /^([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(local)?.[1] ?? reference
}

/** Several texts as one, which no others make: rows and searches both ask here. */
export function joined(...parts: readonly string[]): string {
  return parts.map((part) => indexable(part).replace(/[\\|$]/g, '\\$&')).join('|')
}

/** What a quantity adds to its parameter's key for its unit: a code or a printed unit alone, or `system` and `code`. */
export function unitSuffix(...parts: readonly string[]): string {
  return `|${joined(...parts)}`
}

/**
 * The key of a composite's rows: `key` is `Type.parameter`, `first` the value of its first component (a token's code and its
 * `system|code`, a reference as it is indexed: `joined` makes each), `unit` what a quantity adds to its key as second component,
 * or nothing for any. The rows under it are those of the second component.
 */
export function compositeKey(key: string, first: string, unit = ''): string {
  return indexable(`${key}$${first}$${unit}`)
}
