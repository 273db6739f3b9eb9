// String functions (FHIRPath 2.0, §5.6): undefined in, undefined out; what is no string counts as absent, for the shape is judged elsewhere.

import type { Node } from './environment.ts'
import { classIn } from './runtime-equality.ts'
import { raise } from './runtime-fault.ts'
import { numberOf } from './runtime-numbers.ts'
import { textNode } from './runtime-values.ts'

type Text = string | undefined
const isText = (value: unknown): value is string => typeof value === 'string'

/** Results longer than this are an error: a hostile document must not grow in memory. */
const longest = 10_000_000

export function startsWith(text: Text, start: Text): boolean | undefined {
  return isText(text) && isText(start) ? text.startsWith(start) : undefined
}

export function endsWith(text: Text, end: Text): boolean | undefined {
  return isText(text) && isText(end) ? text.endsWith(end) : undefined
}

export function includes(text: Text, part: Text): boolean | undefined {
  return isText(text) && isText(part) ? text.includes(part) : undefined
}

export function indexOf(text: Text, part: Text): number | undefined {
  return isText(text) && isText(part) ? text.indexOf(part) : undefined
}

export function lastIndexOf(text: Text, part: Text): number | undefined {
  return isText(text) && isText(part) ? text.lastIndexOf(part) : undefined
}

export function substring(text: Text, start: number | undefined, length?: number): Text {
  if (!isText(text) || start === undefined || start < 0 || start >= text.length) return undefined
  return length === undefined ? text.slice(start) : text.slice(start, start + Math.max(0, length))
}

export function length(text: Text): number | undefined {
  return isText(text) ? text.length : undefined
}

export function upper(text: Text): Text {
  return isText(text) ? text.toUpperCase() : undefined
}

export function lower(text: Text): Text {
  return isText(text) ? text.toLowerCase() : undefined
}

export function trim(text: Text): Text {
  return isText(text) ? text.trim() : undefined
}

export function replace(text: Text, part: Text, by: Text): Text {
  return isText(text) && isText(part) && isText(by) ? bounded(text.replaceAll(part, () => by)) : undefined
}

/** `+`: empty when a side is. */
export function joined(a: Text, b: Text): Text {
  return isText(a) && isText(b) ? bounded(a + b) : undefined
}

/** `&`: an empty side counts as an empty string. */
export function concatenated(a: Text, b: Text): string {
  return bounded((isText(a) ? a : '') + (isText(b) ? b : ''))
}

function bounded(text: string): string {
  return text.length > longest ? raise('makes a text that is too long') : text
}

export function toChars(text: Text): readonly Node[] {
  return isText(text) ? Array.from(text, textNode) : []
}

export function split(text: Text, separator: Text): readonly Node[] {
  return isText(text) && isText(separator) ? text.split(separator).map(textNode) : []
}

export function join(items: readonly Node[], separator: Text = ''): Text {
  const texts = items.filter((item) => item.value !== undefined)
  if (texts.some((item) => !isText(item.value))) return raise('joins what are no strings')
  return texts.length === 0 ? undefined : bounded(texts.map((item) => item.value).join(separator))
}

export function encode(text: Text, format: Text): Text {
  const coding = codingOf(format)
  return isText(text) && coding ? bounded(Buffer.from(text, 'utf8').toString(coding)) : undefined
}

export function decode(text: Text, format: Text): Text {
  const coding = codingOf(format)
  if (!isText(text) || !coding || !isCoded(text, coding)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, coding))
  } catch {
    return undefined
  }
}

const codings = { hex: 'hex', base64: 'base64', urlbase64: 'base64url' } as const
type Coding = (typeof codings)[keyof typeof codings]

function codingOf(format: Text): Coding | undefined {
  return format === 'hex' || format === 'base64' || format === 'urlbase64' ? codings[format] : undefined
}

/** Buffer reads on past what it does not understand. */
function isCoded(text: string, coding: Coding): boolean {
  if (coding === 'hex') return text.length % 2 === 0 && /^[0-9A-Fa-f]*$/.test(text)
  return (coding === 'base64' ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9\-_]*={0,2}$/).test(text)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escape(text: Text, target: Text): Text {
  if (!isText(text)) return undefined
  if (target === 'html') return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
  return target === 'json' ? JSON.stringify(text).slice(1, -1) : undefined
}

export function unescape(text: Text, target: Text): Text {
  if (!isText(text)) return undefined
  if (target === 'html')
    return text.replace(
      /&(?:amp|lt|gt|quot|#39);/g,
      (entity) => Object.keys(entities).find((key) => entities[key] === entity) ?? entity,
    )
  return target === 'json' ? unescapedJson(text) : undefined
}

function unescapedJson(text: string): Text {
  try {
    const value: unknown = JSON.parse(`"${text}"`)
    return isText(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What toString() gives: texts, numbers, booleans, times, quantities; nothing for the rest. */
export function textOf(item: Node | undefined): Text {
  if (item?.value === undefined) return undefined
  const { value } = item
  const kind = classIn(item)
  if (isText(value)) return value
  if (typeof value === 'boolean') return String(value)
  if (kind === 'integer' || kind === 'decimal')
    return typeof value === 'number' ? String(value) : (value as { rawJSON?: string }).rawJSON
  return kind === 'quantity' ? quantityText(value as Readonly<Record<string, unknown>>) : undefined
}

function quantityText(quantity: Readonly<Record<string, unknown>>): Text {
  const { code, unit, value } = quantity
  const number = numberOf(value)
  if (number === undefined) return undefined
  const name = isText(code) ? code : isText(unit) ? unit : '1'
  return /^(?:year|month|week|day|hour|minute|second|millisecond)$/.test(name) ? `${number} ${name}` : `${number} '${name}'`
}
