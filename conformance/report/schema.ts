// Holds a value against the report's published schema: as much of JSON Schema as that schema uses.

import { isRecord } from '../json.ts'
import published from '../report.schema.json' with { type: 'json' }

interface Schema {
  readonly type?: string
  readonly $ref?: string
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
}

const root: Schema = published
const named: Readonly<Record<string, Schema>> = published.$defs

/** Each with its place; values are never shown. Strictly, members that are not in the schema are faults too. */
export const schemaFaults = (value: unknown, { isStrict }: { readonly isStrict: boolean }): readonly string[] =>
  faults(value, root, '$', isStrict)

function faults(value: unknown, schema: Schema, place: string, isStrict: boolean): readonly string[] {
  if (schema.$ref !== undefined) return faults(value, named[schema.$ref.replace('#/$defs/', '')] ?? {}, place, isStrict)
  if (schema.enum && !schema.enum.includes(value)) return [`${place}: none of the values that it may have`]
  if (schema.type !== undefined && !isOf(schema.type, value)) return [`${place}: ${schema.type} is needed`]
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return [`${place}: ${schema.pattern} is needed`]
  if (typeof value === 'string' && schema.format === 'date-time' && !isInstant(value)) return [`${place}: an instant is needed`]
  if (typeof value === 'number' && value < (schema.minimum ?? -Infinity)) return [`${place}: at least ${schema.minimum}`]
  if (typeof value === 'number' && value > (schema.maximum ?? Infinity)) return [`${place}: at most ${schema.maximum}`]
  if (Array.isArray(value)) return value.flatMap((one, i) => faults(one, schema.items ?? {}, `${place}[${i}]`, isStrict))
  return isRecord(value) ? memberFaults(value, schema, place, isStrict) : []
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))

function memberFaults(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  place: string,
  isStrict: boolean,
): readonly string[] {
  const { properties = {}, required = [], additionalProperties: others = true } = schema
  const isKnown = (name: string) => Object.hasOwn(properties, name)
  return [
    ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${place}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, one]) => {
      if (isKnown(name)) return faults(one, properties[name] ?? {}, `${place}.${name}`, isStrict)
      if (others === false) return isStrict ? [`${place}.${name} is unknown`] : []
      return others === true ? [] : faults(one, others, `${place}.${name}`, isStrict)
    }),
  ]
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  if (type === 'integer') return Number.isSafeInteger(value)
  return typeof value === type
}
