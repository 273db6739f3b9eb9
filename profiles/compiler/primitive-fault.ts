// The primitive datatypes of FHIR R4: what their JSON may be, and what is wrong with it when it is not.

import { digitsOf, isExactDecimal } from '../decimal.ts'

/** What is wrong with a primitive, or nothing. */
export interface PrimitiveFault {
  readonly id: string
  readonly text: string
}

/** Of every type but xhtml, whose markup `narrative.ts` reads. */
export function primitiveFault(type: string, value: unknown): PrimitiveFault | undefined {
  const rule = rules[type]
  if (!rule) return { id: 'wrong-type', text: `no rule for the datatype ${type}` }
  if (rule.json === 'number' && isExactDecimal(value)) return exactFault(type, digitsOf(value), rule)
  if (typeof value !== rule.json) return { id: 'wrong-type', text: `must be a JSON ${rule.json} (${type})` }
  if (typeof value === 'number') return numberFault(type, value, rule)
  if (typeof value === 'string') return stringFault(type, value, rule)
  return undefined
}

interface Rule {
  readonly json: 'string' | 'number' | 'boolean'
  readonly form?: RegExp
  readonly low?: number
  readonly high?: number
  /** Instead of the form: the type's own look at a text. */
  readonly look?: (text: string) => PrimitiveFault | undefined
}

/** Characters of a text (R4: a string is no longer than 1 MB). */
export const maxTextLength = 1_048_576
const maxInteger = 2_147_483_647

/** Every form is linear: no part of a pattern can match what its neighbour matches. */
const rules: Readonly<Record<string, Rule>> = {
  boolean: { json: 'boolean' },
  decimal: { json: 'number' },
  integer: { json: 'number', low: -maxInteger - 1, high: maxInteger },
  unsignedInt: { json: 'number', low: 0, high: maxInteger },
  positiveInt: { json: 'number', low: 1, high: maxInteger },
  string: { json: 'string' },
  markdown: { json: 'string' },
  code: { json: 'string', form: /^[^\s]+(?: [^\s]+)*$/ },
  id: { json: 'string', form: /^[A-Za-z0-9\-.]{1,64}$/ },
  uri: { json: 'string', form: /^\S+$/ },
  url: { json: 'string', form: /^\S+$/ },
  canonical: { json: 'string', form: /^\S+$/ },
  oid: { json: 'string', form: /^urn:oid:[0-2](?:\.(?:0|[1-9][0-9]*))+$/ },
  uuid: { json: 'string', form: /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/ },
  time: { json: 'string', form: /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/ },
  date: { json: 'string', look: (text) => dateFault('date', text) },
  dateTime: { json: 'string', look: (text) => dateFault('dateTime', text) },
  instant: { json: 'string', look: (text) => dateFault('instant', text) },
  base64Binary: { json: 'string', look: base64Fault },
  xhtml: { json: 'string' },
}

/** What is kept as text is no whole number: 1.0, 1e0 and -0 are none to R4, and more digits are beyond every limit. */
function exactFault(type: string, digits: string, rule: Rule): PrimitiveFault | undefined {
  const value = Number(digits)
  if (rule.low !== undefined) return numberFault(type, Number.NaN, rule)
  const isLost = value === 0 && /^-?[0.]*[1-9]/.test(digits)
  return isLost ? { id: 'number-invalid', text: 'number is too close to zero to be read' } : numberFault(type, value, rule)
}

function numberFault(type: string, value: number, rule: Rule): PrimitiveFault | undefined {
  if (rule.low === undefined || rule.high === undefined) {
    return Number.isFinite(value) ? undefined : { id: 'number-invalid', text: 'number is too large to be read exactly' }
  }
  if (Number.isInteger(value) && value >= rule.low && value <= rule.high) return undefined
  return { id: 'number-invalid', text: `must be a whole number from ${rule.low} to ${rule.high} (${type})` }
}

function stringFault(type: string, text: string, rule: Rule): PrimitiveFault | undefined {
  if (text.trim() === '') return { id: 'empty', text: 'text must not be empty or blank' }
  if (type === 'base64Binary') return base64Fault(text)
  if (text.length > maxTextLength) return { id: 'too-long', text: `text is longer than ${maxTextLength} characters` }
  // A NUL cannot be stored by PostgreSQL, half a surrogate pair cannot be written as UTF-8, and U+FFFE and U+FFFF not as XML, where
  // another name would stand for them: none may slip in.
  if (hasWrongCharacter.test(text) || !text.isWellFormed()) {
    return { id: 'character-invalid', text: 'text holds a control character, half a surrogate pair, U+FFFE or U+FFFF' }
  }
  if (rule.look) return rule.look(text)
  if (!rule.form || rule.form.test(text)) return undefined
  return {
    id: type === 'id' ? 'id-invalid' : 'format-invalid',
    text: `does not have the form of a FHIR ${type}`,
  }
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const hasWrongCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** Year, month, day, hour, minute, second with fraction, zone; each part after the one before it. */
const dateForm =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?)?)?)?$/

function dateFault(type: 'date' | 'dateTime' | 'instant', text: string): PrimitiveFault | undefined {
  const invalid = {
    id: 'date-invalid',
    text: `is no ${type} that exists in the calendar, or not in FHIR's form`,
  }
  const parts = dateForm.exec(text)
  if (!parts || !isInCalendar(parts)) return invalid
  const [, , , , hour, , second, zone] = parts
  if (type === 'date') return hour === undefined ? undefined : { id: 'date-invalid', text: 'must be a date without a time' }
  if (type === 'instant' && hour === undefined) return { id: 'date-invalid', text: 'must be a date with time and zone' }
  if (hour === undefined) return undefined
  if (second === undefined) return { id: 'date-invalid', text: 'a time needs its seconds' }
  return zone === undefined ? { id: 'date-without-zone', text: 'a time needs its zone (Z or +hh:mm)' } : undefined
}

function isInCalendar(parts: RegExpExecArray): boolean {
  const [, year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  )
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false
  return hour <= 23 && minute <= 59 && second <= 60
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** White space between groups is allowed by R4. One pass, no copy: a document may be 20 MiB. */
function base64Fault(text: string): PrimitiveFault | undefined {
  let characters = 0
  let padding = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 32 || (code >= 9 && code <= 13)) continue
    characters += 1
    if (code === 61) padding += 1
    else if (padding > 0 || !isBase64(code)) return base64Invalid
  }
  return characters % 4 === 0 && padding <= 2 ? undefined : base64Invalid
}

const base64Invalid: PrimitiveFault = { id: 'format-invalid', text: 'is not base64' }

function isBase64(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 43 || code === 47
}
