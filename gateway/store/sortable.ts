// Numbers as texts whose order, byte by byte, is the order of the numbers; and the ranges that a number's digits stand for.
//
// A text is a sign (0 negative, 1 zero, 2 positive), the power of ten of the first digit, and the digits. The power is a sign
// (0 negative, 1 not), how many digits it has, and these; what grows the wrong way is written as its nines' complement. A
// negative number is the complement of its positive one, with `~` (beyond all digits) behind, so that -1.5 stands before -1.

/** Inclusive bounds. */
export interface SortableRange {
  readonly low: string
  readonly high: string
}

/** Before and behind every number: where a range has no lower or no upper bound. */
export const lowest = '0'
export const highest = '3'

/** The order-preserving text of a decimal (`-1.50`, `2e3`); undefined for what is none. Digits beyond the 64th do not count. */
export function sortable(decimal: string): string | undefined {
  const number = numberOf(decimal)
  return number && textOf(number)
}

/** A number in a resource stands for itself, whatever its digits. */
export function exactly(decimal: string): SortableRange | undefined {
  const text = sortable(decimal)
  return text === undefined ? undefined : { low: text, high: text }
}

/**
 * A number that is searched for stands for all that is written so when it is rounded to as many digits: 100 for [99.5, 100.5),
 * 2.0 for [1.95, 2.05), 1e2 for [50, 150) (FHIR R4 §3.1.1.5.6, which prints [95, 105) for the last, against its own rule). The
 * open end is a text right before that of the bound.
 */
export function asRounded(decimal: string): SortableRange | undefined {
  const parts = partsOf(decimal)
  if (!parts) return undefined
  const { isNegative, digits, exponent } = parts
  // In tenths of the last place, half a place is five.
  const tenths = BigInt(digits) * 10n * (isNegative ? -1n : 1n)
  const [low, high] = [tenths - 5n, tenths + 5n].map((bound) =>
    textOf(normalized(bound < 0n, String(bound).replace('-', ''), exponent - 1)),
  )
  return low === undefined || high === undefined ? undefined : { low, high: rightBefore(high) }
}

interface Decimal {
  readonly isNegative: boolean
  /** Without leading and trailing zeros; none for zero. */
  readonly digits: string
  /** The power of ten of the first digit. */
  readonly power: number
}

const longestDigits = 64
/** Powers beyond are taken for this one: nobody measures so finely, and the text must end. */
const greatestPower = 999_999_999

function numberOf(decimal: string): Decimal | undefined {
  const parts = partsOf(decimal)
  return parts && normalized(parts.isNegative, parts.digits, parts.exponent)
}

/** digits × 10^exponent; FHIR's own form of a decimal, and the plus sign and bare point that searchers write. */
function partsOf(decimal: string): { isNegative: boolean; digits: string; exponent: number } | undefined {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(decimal)
  if (!match || decimal.length > 1_000) return undefined
  const [, sign, whole = '', fraction = '', power = '0'] = match
  if (whole + fraction === '') return undefined
  const exponent = Math.max(-2 * greatestPower, Math.min(2 * greatestPower, Number(power)))
  return { isNegative: sign === '-', digits: whole + fraction, exponent: exponent - fraction.length }
}

function normalized(isNegative: boolean, all: string, exponent: number): Decimal {
  const digits = all.replace(/^0+/, '')
  const power = exponent + digits.length - 1
  const kept = digits.slice(0, longestDigits).replace(/0+$/, '')
  return { isNegative, digits: kept, power: Math.max(-greatestPower, Math.min(greatestPower, power)) }
}

function textOf({ isNegative, digits, power }: Decimal): string {
  if (digits === '') return '1'
  const size = String(Math.abs(power))
  const magnitude = (power < 0 ? `0${complement(size.length + size)}` : `1${size.length}${size}`) + digits
  return isNegative ? `0${complement(magnitude)}~` : `2${magnitude}`
}

const complement = (digits: string): string => digits.replace(/\d/g, (digit) => String(9 - Number(digit)))

/** A text before this one, which is not of zero, with no number's text between them: `:` stands behind all digits and before `~`. */
function rightBefore(text: string): string {
  if (text.endsWith('~')) return `${text.slice(0, -1)}:`
  return `${text.slice(0, -1)}${Number(text.at(-1)) - 1}~`
}
