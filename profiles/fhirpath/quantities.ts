// Amounts with units: what makes two of them comparable.

import { isObject } from './runtime-nodes.ts'
import { numberOf } from './runtime-numbers.ts'

export interface Amount {
  readonly value: number
  /** In base units of its dimension where the unit is known, else as written. */
  readonly unit: string
}

const ucum = 'http://unitsofmeasure.org'

/** Units that are whole multiples of another; what is not here compares with itself only. */
const multiples: Readonly<Record<string, readonly [number, string]>> = {
  kg: [1000, 'g'],
  g: [1, 'g'],
  mg: [1e-3, 'g'],
  ug: [1e-6, 'g'],
  ng: [1e-9, 'g'],
  km: [1000, 'm'],
  m: [1, 'm'],
  cm: [1e-2, 'm'],
  mm: [1e-3, 'm'],
  um: [1e-6, 'm'],
  '[in_i]': [0.0254, 'm'],
  '[ft_i]': [0.3048, 'm'],
  L: [1, 'L'],
  l: [1, 'L'],
  dL: [0.1, 'L'],
  dl: [0.1, 'L'],
  mL: [1e-3, 'L'],
  ml: [1e-3, 'L'],
  uL: [1e-6, 'L'],
  mol: [1, 'mol'],
  mmol: [1e-3, 'mol'],
  umol: [1e-6, 'mol'],
  '[lb_av]': [453.59237, 'g'],
  wk: [604_800, 's'],
  d: [86_400, 's'],
  h: [3600, 's'],
  min: [60, 's'],
  s: [1, 's'],
  ms: [1e-3, 's'],
  week: [604_800, 's'],
  day: [86_400, 's'],
  hour: [3600, 's'],
  minute: [60, 's'],
  second: [1, 's'],
  millisecond: [1e-3, 's'],
  year: [12, 'month'],
  month: [1, 'month'],
  a: [12, 'mo'],
  mo: [1, 'mo'],
  '%': [0.01, '1'],
}

/** Undefined: no amount, or one without a number. */
export function amountOf(quantity: unknown): Amount | undefined {
  if (!isObject(quantity)) return undefined
  const value = numberOf(quantity['value'])
  if (value === undefined) return undefined
  const unit = unitOf(quantity)
  const multiple = Object.hasOwn(multiples, unit) ? multiples[unit] : undefined
  return multiple ? { value: Number((value * multiple[0]).toPrecision(15)), unit: multiple[1] } : { value, unit }
}

function unitOf(quantity: Readonly<Record<string, unknown>>): string {
  const { system, code, unit } = quantity
  if (typeof code === 'string')
    return system === ucum || system === undefined ? code : `${typeof system === 'string' ? system : ''}|${code}`
  return typeof unit === 'string' ? unit : '1'
}

/** Below, at or above zero; undefined where the units cannot be compared. */
export function compareAmounts(a: unknown, b: unknown): number | undefined {
  const left = amountOf(a)
  const right = amountOf(b)
  if (!left || !right || left.unit !== right.unit) return undefined
  return left.value - right.value
}
