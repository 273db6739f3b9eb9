// Comparing FHIR dates of unlike precision: only what is surely later counts.

/** True when the first is later than the second however the missing parts of either are filled in. */
export function isAfter(first: unknown, second: unknown): boolean {
  if (typeof first !== 'string' || typeof second !== 'string') return false
  if (isInOrder(first, second)) return false
  const [a, b] = [spanOf(first), spanOf(second)]
  if (!a || !b) return false
  if (a.isZoned !== b.isZoned) return a.low - widestZoneMs > b.high + widestZoneMs
  return a.low > b.high
}

/**
 * By their text alone: what they have in common is in order, so that the first is not surely later. Two times in zones of their
 * own are not told by their text.
 */
function isInOrder(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length)
  if (length > 10 && (first.charCodeAt(first.length - 1) !== letterZ || second.charCodeAt(second.length - 1) !== letterZ))
    return false
  for (let i = 0; i < length; i += 1) {
    const difference = first.charCodeAt(i) - second.charCodeAt(i)
    if (difference !== 0) return difference < 0
  }
  return true
}

const letterZ = 90

interface Span {
  readonly low: number
  readonly high: number
  readonly isZoned: boolean
}

/** A date without a zone may be anywhere on earth. */
const widestZoneMs = 14 * 60 * 60 * 1000
/** Of a dateTime with fraction and zone; what is longer is none, and was reported. */
const longest = 40
const secondMs = 1000
const dayMs = 24 * 60 * 60 * secondMs

function spanOf(text: string): Span | undefined {
  if (text.length > longest) return undefined
  const isZoned = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text)
  const low = Date.parse(isZoned || !text.includes('T') ? text : `${text}Z`)
  return Number.isNaN(low) ? undefined : { low, high: low + lengthMs(text, low) - 1, isZoned }
}

function lengthMs(text: string, low: number): number {
  if (text.includes('T')) return text.includes('.') ? 1 : secondMs
  if (text.length === 10) return dayMs
  const start = new Date(low)
  const end = text.length === 7 ? start.setUTCMonth(start.getUTCMonth() + 1) : start.setUTCFullYear(start.getUTCFullYear() + 1)
  return end - low
}
