// System values as items: what literals and the results of functions become.

import type { Node } from './environment.ts'

export function textNode(value: string): Node {
  return { type: 'System.String', value, extra: undefined }
}

export function booleanNode(value: boolean): Node {
  return { type: 'System.Boolean', value, extra: undefined }
}

export function numberNode(value: number, isInteger: boolean): Node {
  return { type: isInteger ? 'System.Integer' : 'System.Decimal', value, extra: undefined }
}

export function timeNode(type: 'Date' | 'DateTime' | 'Time', value: string): Node {
  return { type: `System.${type}`, value, extra: undefined }
}

export function quantityNode(value: number, unit: string): Node {
  return { type: 'System.Quantity', value: { value, unit }, extra: undefined }
}

export function texts(value: string | undefined): readonly Node[] {
  return value === undefined ? [] : [textNode(value)]
}

export function booleans(value: boolean | undefined): readonly Node[] {
  return value === undefined ? [] : [booleanNode(value)]
}

export function integers(value: number | undefined): readonly Node[] {
  return value === undefined ? [] : [numberNode(value, true)]
}
