// A primitive's text in XML as its value in JSON, and back.

import { digitsOf, isExactDecimal, isKeptAsText } from '../decimal.ts'
import { maxKeptDecimals } from '../json.ts'
import { stop, type Noting } from './faults.ts'

const numbers: ReadonlySet<string> = new Set(['integer', 'decimal', 'positiveInt', 'unsignedInt'])

/** As JSON writes them; R4's own forms of numbers ask the same, but for a plus that JSON cannot keep. */
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Undefined for what JSON cannot carry as a value of the type; whether a text is right for its type is the validator's to say. */
export function valueOf(reading: Noting & { kept: number; start: number }, text: string, type: string): unknown {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (!numbers.has(type)) return text
  if (!numberForm.test(text)) return undefined
  if (!isKeptAsText(text)) return Number(text)
  reading.kept += 1
  if (reading.kept > maxKeptDecimals) {
    const words = `has more than ${maxKeptDecimals} numbers whose digits are kept as text`
    stop(reading, 'xml-too-many-decimals', words, reading.start)
  }
  return JSON.rawJSON(text)
}

/** What stands in the attribute, before it is escaped. */
export function textOf(value: unknown): string {
  return isExactDecimal(value) ? digitsOf(value) : String(value)
}
