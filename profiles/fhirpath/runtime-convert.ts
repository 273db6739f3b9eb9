// Conversions (FHIRPath 2.0, §5.5): what cannot be converted is empty.

import type { Node } from './environment.ts'
import { amountOf } from './quantities.ts'
import { classIn } from './runtime-equality.ts'
import { isObject } from './runtime-nodes.ts'
import { numberOf } from './runtime-numbers.ts'
import { one } from './runtime-singles.ts'
import { textOf } from './runtime-text.ts'
import { partsOf } from './runtime-times.ts'
import { booleanNode, numberNode, quantityNode, textNode, timeNode } from './runtime-values.ts'

type Items = readonly Node[]
type Conversion = (item: Node) => Node | undefined

function converted(items: Items, conversion: Conversion): Items {
  const only = one(items)
  const result = only?.value === undefined ? undefined : conversion(only)
  return result ? [result] : []
}

function converts(items: Items, conversion: Conversion): Items {
  return one(items) === undefined ? [] : [booleanNode(converted(items, conversion).length === 1)]
}

const truths: ReadonlySet<string> = new Set(['true', 't', 'yes', 'y', '1', '1.0'])
const falsehoods: ReadonlySet<string> = new Set(['false', 'f', 'no', 'n', '0', '0.0'])

function booleanOf(item: Node): Node | undefined {
  if (typeof item.value === 'boolean') return booleanNode(item.value)
  const text = String(numberOf(item.value) ?? item.value).toLowerCase()
  if (truths.has(text)) return booleanNode(true)
  return falsehoods.has(text) ? booleanNode(false) : undefined
}

function integerOf(item: Node): Node | undefined {
  if (typeof item.value === 'boolean') return numberNode(item.value ? 1 : 0, true)
  const kind = classIn(item)
  if (kind === 'integer') return numberNode(numberOf(item.value) ?? NaN, true)
  if (kind !== 'string' || !/^[+-]?\d{1,10}$/.test(String(item.value))) return undefined
  const number = Number(item.value)
  return number >= -2_147_483_648 && number <= 2_147_483_647 ? numberNode(number, true) : undefined
}

function decimalOf(item: Node): Node | undefined {
  if (typeof item.value === 'boolean') return numberNode(item.value ? 1 : 0, false)
  const number = numberOf(item.value)
  if (number !== undefined) return numberNode(number, false)
  const isWritten = classIn(item) === 'string' && /^[+-]?\d{1,400}(?:\.\d{1,400})?$/.test(String(item.value))
  return isWritten && Number.isFinite(Number(item.value)) ? numberNode(Number(item.value), false) : undefined
}

function stringOf(item: Node): Node | undefined {
  const text = textOf(item)
  return text === undefined ? undefined : textNode(text)
}

function dateOf(item: Node): Node | undefined {
  const text = timeText(item)?.slice(0, 10).replace(/T$/, '')
  return text !== undefined && text.length <= 10 ? timeNode('Date', text) : undefined
}

function dateTimeOf(item: Node): Node | undefined {
  const text = timeText(item)
  return text === undefined ? undefined : timeNode('DateTime', text)
}

function timeText(item: Node): string | undefined {
  const parts = partsOf(item.value)
  return parts && !parts.isTimeOfDay && typeof item.value === 'string' ? item.value : undefined
}

function timeOf(item: Node): Node | undefined {
  const parts = partsOf(item.value)
  return parts?.isTimeOfDay && typeof item.value === 'string' ? timeNode('Time', item.value.replace(/^T/, '')) : undefined
}

const quantityText =
  /^([+-]?\d{1,300}(?:\.\d{1,300})?)(?:\s*'([^']{1,200})'|\s*(year|month|week|day|hour|minute|second|millisecond)s?)?$/

function quantityOf(item: Node): Node | undefined {
  if (isObject(item.value)) return classIn(item) === 'quantity' && amountOf(item.value) ? item : undefined
  if (typeof item.value === 'boolean') return quantityNode(item.value ? 1 : 0, '1')
  const number = numberOf(item.value)
  if (number !== undefined) return quantityNode(number, '1')
  const found = classIn(item) === 'string' ? quantityText.exec(String(item.value)) : null
  return found ? quantityNode(Number(found[1]), found[2] ?? found[3] ?? '1') : undefined
}

export const toBoolean = (items: Items): Items => converted(items, booleanOf)
export const toInteger = (items: Items): Items => converted(items, integerOf)
export const toDecimal = (items: Items): Items => converted(items, decimalOf)
export const toText = (items: Items): Items => converted(items, stringOf)
export const toDate = (items: Items): Items => converted(items, dateOf)
export const toDateTime = (items: Items): Items => converted(items, dateTimeOf)
export const toTime = (items: Items): Items => converted(items, timeOf)
export const toQuantity = (items: Items, unit: Items = []): Items => inUnit(converted(items, quantityOf), unit)
export const convertsToBoolean = (items: Items): Items => converts(items, booleanOf)
export const convertsToInteger = (items: Items): Items => converts(items, integerOf)
export const convertsToDecimal = (items: Items): Items => converts(items, decimalOf)
export const convertsToText = (items: Items): Items => converts(items, stringOf)
export const convertsToDate = (items: Items): Items => converts(items, dateOf)
export const convertsToDateTime = (items: Items): Items => converts(items, dateTimeOf)
export const convertsToTime = (items: Items): Items => converts(items, timeOf)
export const convertsToQuantity = (items: Items): Items => converts(items, quantityOf)

/** Only amounts of the same dimension can be told in another unit. */
function inUnit(items: Items, unit: Items): Items {
  const [item, wanted] = [items[0], one(unit)?.value]
  if (!item || typeof wanted !== 'string') return items
  const [amount, measure] = [amountOf(item.value), amountOf({ value: 1, code: wanted })]
  return amount && measure && amount.unit === measure.unit ? [quantityNode(amount.value / measure.value, wanted)] : []
}
