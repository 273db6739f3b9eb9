// What makes two messages the same to a reader: their content without the ids and times that only tell attempts apart.

import { createHash } from 'node:crypto'
import { nhsNumber } from '../../profiles/canonical.ts'
import { isRecord, textAt } from '../json.ts'

/** Of a message or transaction: ids, times of sending and `urn:uuid:` names left out. */
export function thingOf(bundle: unknown): string {
  return digested(JSON.stringify(without(bundle, 0)) ?? '')
}

const passing = ['id', 'meta', 'timestamp', 'fullUrl']

/** Deeper than this nothing is looked at: no message is. */
const deepest = 60

function without(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.startsWith('urn:uuid:') ? '' : value
  if (depth > deepest) return null
  if (Array.isArray(value)) return value.map((one) => without(one, depth + 1))
  if (!isRecord(value)) return value
  const members = Object.entries(value).filter(([name]) => !passing.includes(name))
  return members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, without(one, depth + 1)])
}

/** The NHS numbers of the people in a resource, wherever they stand: of a Patient, or of somebody who is only referred to. */
export function numbersIn(value: unknown, depth = 0): readonly string[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((one) => numbersIn(one, depth + 1))
  if (!isRecord(value)) return []
  const own = value['system'] === nhsNumber ? [textAt(value, 'value').replaceAll(/\s/g, '')] : []
  return [...own.filter((number) => number !== ''), ...Object.values(value).flatMap((one) => numbersIn(one, depth + 1))]
}

export const digested = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)
