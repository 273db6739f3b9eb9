// Parameters as an address or a form writes them: percent-encoded UTF-8.

import { Refusal } from './refusal.ts'

/** Throws 400 where what is encoded is not UTF-8. */
export function parametersOf(text: string): URLSearchParams {
  checkEncoding(text)
  return new URLSearchParams(text)
}

/** URLSearchParams would put replacement characters for it, and a search would then find nothing and say that all was well. */
export function checkEncoding(text: string): void {
  if ((text.match(/(?:%[0-9a-f]{2})+/gi) ?? []).every(isUtf8)) return
  throw notUtf8()
}

export const notUtf8 = (): Refusal =>
  new Refusal('malformed', { id: 'utf8-invalid', text: 'a parameter is not UTF-8', location: 'query' })

/** A percent sign that begins no byte stands for itself (WHATWG URL) and is not looked at. */
function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded)
    return true
  } catch {
    return false
  }
}
