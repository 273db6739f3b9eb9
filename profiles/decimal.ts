// Decimals that keep their text: 1.50, 1E2, twenty digits come back as they were sent (FHIR R4, datatypes.html#decimal).
//
// A number whose text is not what JavaScript writes for its value is carried as `JSON.rawJSON(text)`: `JSON.stringify` writes the
// text back, and only `JSON.rawJSON` makes one, so that `{"rawJSON":"1.50"}` from a stranger stays the object that it is. All
// other numbers stay plain, so that an ordinary message pays nothing.

declare global {
  // Node 24 has them; TypeScript's own declarations do not (ECMAScript proposal json-parse-with-source, stage 4).
  interface JSON {
    rawJSON(text: string): ExactDecimal
    isRawJSON(value: unknown): value is ExactDecimal
  }
}

/** A frozen object made by `parseKeeping` alone. It is a number to FHIR: ask `isExactDecimal` before taking it for an object. */
export interface ExactDecimal {
  readonly rawJSON: string
}

export function isExactDecimal(value: unknown): value is ExactDecimal {
  return typeof value === 'object' && JSON.isRawJSON(value)
}

/** The digits as they were sent. */
export function digitsOf(decimal: ExactDecimal): string {
  return decimal.rawJSON
}

/** The nearest double of a number, exact or plain; undefined for what is no number. Beyond its range: Infinity, or 0. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return isExactDecimal(value) ? Number(value.rawJSON) : undefined
}

/** Whether a number's text says something that its double does not: precision, an exponent, the sign of zero, more digits. */
export function isKeptAsText(number: string): boolean {
  return String(Number(number)) !== number
}

/**
 * JSON.parse, but for the decimals that keep their text; throws what JSON.parse throws. Its reviver would do the same at five
 * times the price of parsing, and in a recursion of its own.
 */
export function parseKeeping(text: string): unknown {
  const spans = keptSpans(text)
  if (spans.length === 0) return JSON.parse(text)
  try {
    return putBack(JSON.parse(marked(text, spans)), text, spans)
  } catch {
    // Thrown again for the text as it is, where positions are right.
    return JSON.parse(text)
  }
}

/** A deep copy of plain JSON data (no deeper than readJson lets in); exact decimals are frozen, and shared. */
export function copyOf<T>(value: T): T {
  return copied(value) as T
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  if (JSON.isRawJSON(value)) return value
  const source = value as Record<string, unknown>
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(source)) put(copy, name, copied(source[name]))
  return copy
}

/** Assigning to `__proto__` would give the copy another prototype instead of the element. */
function put(holder: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') holder[name] = value
  else Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true })
}

/** Start and end of each number whose text is to be kept, one after the other. Strings are leapt over, so their length costs little. */
function keptSpans(text: string): readonly number[] {
  const spans: number[] = []
  let at = 0
  while (at < text.length) {
    const quote = text.indexOf('"', at)
    const stop = quote < 0 ? text.length : quote
    for (let start = at; start < stop; start += 1) {
      if (!isDigitOrMinus(text.charCodeAt(start))) continue
      const end = endOfNumber(text, start, stop)
      if (isKeptAsText(text.slice(start, end))) spans.push(start, end)
      start = end
    }
    at = quote < 0 ? text.length : (endOfString(text, quote) ?? text.length)
  }
  return spans
}

/** Whatever a number can hold: what is no number after all, JSON.rawJSON refuses with a SyntaxError. */
function endOfNumber(text: string, start: number, stop: number): number {
  let end = start + 1
  for (; end < stop; end += 1) {
    const code = text.charCodeAt(end)
    if (!isDigitOrMinus(code) && code !== 46 && code !== 43 && (code | 32) !== 101) break
  }
  return end
}

const isDigitOrMinus = (code: number): boolean => (code >= 48 && code <= 57) || code === 45

/** Behind the closing quote: the first that an even number of backslashes stands before. */
export function endOfString(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (text.charCodeAt(quote - 1 - backslashes) === 92) backslashes += 1
    if (backslashes % 2 === 0) return quote + 1
  }
  return undefined
}

/**
 * The text with a mark in place of each kept number. A mark is a list that begins with a number beyond all doubles; no stranger
 * can write one, because such a number is itself one whose text is kept, and so stands as a mark within their list.
 */
function marked(text: string, spans: readonly number[]): string {
  const parts: string[] = []
  let last = 0
  for (let i = 0; i < spans.length; i += 2) {
    parts.push(text.slice(last, spans[i]), `[1e999,${i}]`)
    last = spans[i + 1] ?? last
  }
  return parts.join('') + text.slice(last)
}

/** The exact decimals in place of their marks, in a walk without recursion. */
function putBack(value: unknown, text: string, spans: readonly number[]): unknown {
  const top: unknown[] = [value]
  const open: Holder[] = [top as unknown as Holder]
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const name of Object.keys(holder)) {
      const inner = holder[name]
      if (typeof inner !== 'object' || inner === null) continue
      const span = markedSpan(inner)
      if (span === undefined) open.push(inner as Holder)
      else holder[name] = JSON.rawJSON(text.slice(spans[span], spans[span + 1]))
    }
  }
  return top[0]
}

/** An object, or a list by its places. */
type Holder = Record<string, unknown>

function markedSpan(value: object): number | undefined {
  return Array.isArray(value) && value[0] === Infinity ? Number(value[1]) : undefined
}
