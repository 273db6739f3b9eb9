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

/** Longest text that a string row keeps; a search value is cut at the same place. */
const longestString = 120

/** Text as names are compared: case, accents and width make no difference. */
export function folded(value: string): string {
  if (isAscii(value)) return value.toLowerCase().slice(0, longestString)
  const plain = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.slice(0, longestString)
}

/** Nothing in it has another form but that of its case. */
function isAscii(value: string): boolean {
  return !/[^\0-\x7f]/.test(value)
}

/** `Type/id` for what is ours, without its version; any other reference as it is; '' for one within the resource itself. */
export function localReference(reference: string, base: string): string {
  if (reference.startsWith('#')) return ''
  const local = base !== '' && reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference
  return /^([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(local)?.[1] ?? reference
}

/**
 * The key of a composite's rows: `key` is `Type.parameter`, `first` the value of its first component (a token as `code` and as
 * `system|code`, where no system leaves `|code`; a reference as it is indexed), `unit` what a quantity adds to its key as second
 * component (`|code`, `|system|code`, or nothing for any). The rows under it are those of the second component.
 */
export function compositeKey(key: string, first: string, unit = ''): string {
  return indexable(`${key}$${first}$${unit}`)
}
