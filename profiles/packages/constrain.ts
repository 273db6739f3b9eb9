// What a differential may say of an element that its base has defined: narrower, never wider.

import type { ElementDefinitionType } from '@medplum/fhirtypes'
import { valueOf, type Properties, type Row, type Value } from './element.ts'

/** A breach of the rules of profiling: what the profile says here is not used, the base's word stays. */
export interface Breach {
  readonly id: string
  readonly reason: string
}

export interface Constrained {
  readonly row: Row
  readonly breaches: readonly Breach[]
}

/** Whether a type (`Age`, `Patient` or a canonical) is the other one or made from it; undefined when it is not at hand. */
export type IsKindOf = (type: string, base: string) => boolean | undefined

/**
 * The base's row with what the profile says of it (http://hl7.org/fhir/R4/profiling.html, section 5.1.0.4, and the table of
 * elementdefinition.html, section 2.25.1.2): numbers may narrow, types may go or become special, bindings may become
 * stronger, values may be fixed, constraints are added.
 */
export function constrained(base: Row, change: Row, isKindOf: IsKindOf): Constrained {
  const breaches: Breach[] = []
  const row = Object.assign({}, base, plain(change))
  for (const narrow of [cardinality, types, binding, values, constraints, slicing, lengths]) {
    Object.assign(row, narrow(base, change, breaches, isKindOf))
  }
  const value = valueOf(change)
  if (value && breaches.every(({ id }) => id !== 'value-changed')) dropOther(row, value)
  return { row, breaches }
}

/** What a profile may simply say anew. */
function plain(change: Row): Properties {
  const { sliceName, sliceIsConstraining, mustSupport, isModifier, isSummary } = change
  const said = Object.entries({ sliceName, sliceIsConstraining, mustSupport, isModifier, isSummary })
  const limits = Object.entries(change).filter(([key]) => /^(?:fixed|pattern|minValue|maxValue)[A-Z]/.test(key))
  return Object.fromEntries([...said, ...limits].filter(([, value]) => value !== undefined))
}

function cardinality(base: Row, change: Row, breaches: Breach[]): Properties {
  const [baseMin, baseMax] = [base.min ?? 0, base.max ?? '*']
  let [min, max] = [change.min ?? baseMin, change.max ?? baseMax]
  if (min < baseMin) {
    breaches.push({ id: 'min-lowered', reason: `min ${min} is below the base's ${baseMin}` })
    min = baseMin
  }
  if (limitOf(max) > limitOf(baseMax)) {
    breaches.push({ id: 'max-raised', reason: `max ${max} is above the base's ${baseMax}` })
    max = baseMax
  }
  if (min <= limitOf(max)) return { min, max }
  breaches.push({ id: 'min-above-max', reason: `min ${min} is above max ${max}` })
  return { min: baseMin, max: baseMax }
}

/** A maximum as a number. */
export function limitOf(max: string): number {
  return max === '*' ? Infinity : Number(max)
}

function types(base: Row, change: Row, breaches: Breach[], isKindOf: IsKindOf): Properties {
  if (!change.type || !base.type) return change.type ? { type: change.type } : {}
  const narrowed: ElementDefinitionType[] = []
  for (const type of change.type) {
    const from =
      base.type.find(({ code }) => isSameType(code, type.code)) ?? base.type.find(({ code }) => isKindOf(type.code, code))
    if (from) narrowed.push(narrowedType(from, type, breaches, isKindOf))
    else breaches.push({ id: 'type-not-allowed', reason: `type ${type.code} is none of ${codesOf(base.type)}` })
  }
  return narrowed.length > 0 ? { type: narrowed } : {}
}

/** HL7 gives `id` and `url` a type of FHIRPath; profiles name the FHIR type instead. */
function isSameType(base: string, code: string): boolean {
  return base === code || (base.startsWith('http://hl7.org/fhirpath/System.') && /^[a-z]/.test(code))
}

function narrowedType(
  base: ElementDefinitionType,
  type: ElementDefinitionType,
  breaches: Breach[],
  isKindOf: IsKindOf,
): ElementDefinitionType {
  for (const target of type.targetProfile ?? []) {
    const targets = base.targetProfile
    if (!targets || targets.some((url) => isKindOf(target, url) !== false)) continue
    breaches.push({ id: 'target-not-allowed', reason: `reference target ${target} is none of ${targets.join(', ')}` })
  }
  const isOther = type.code !== base.code && !base.code.startsWith('http://hl7.org/fhirpath/')
  const { profile, targetProfile, ...rest } = isOther ? { code: base.code } : base
  return { ...(targetProfile && { targetProfile }), ...(profile && { profile }), ...rest, ...type }
}

function codesOf(list: readonly ElementDefinitionType[]): string {
  return list.length > 8 ? `the base's ${list.length} types` : list.map(({ code }) => code).join(', ')
}

const strengths: readonly string[] = ['example', 'preferred', 'extensible', 'required']

function binding(base: Row, change: Row, breaches: Breach[]): Properties {
  if (!change.binding || !base.binding) return change.binding ? { binding: change.binding } : {}
  const [from, to] = [base.binding.strength, change.binding.strength]
  if (strengths.indexOf(to ?? '') >= strengths.indexOf(from ?? '')) return { binding: { ...base.binding, ...change.binding } }
  breaches.push({ id: 'binding-weakened', reason: `binding ${to} is weaker than the base's ${from}` })
  return { binding: base.binding }
}

function values(base: Row, change: Row, breaches: Breach[]): Properties {
  const [from, to] = [valueOf(base), valueOf(change)]
  if (!from || !to || agree(from, to)) return {}
  breaches.push({ id: 'value-changed', reason: `${to.key} contradicts the base's ${from.key}` })
  return { [to.key]: undefined, [from.key]: from.value }
}

/** A pattern may grow into a pattern or a fixed value that holds it; a fixed value holds whatever pattern follows. */
function agree(from: Value, to: Value): boolean {
  if (from.kind === 'pattern') return holds(to.value, from.value)
  return to.kind === 'pattern' ? holds(from.value, to.value) : holds(to.value, from.value) && holds(from.value, to.value)
}

/** Whether a value has all that a pattern has; each item of the pattern's lists anywhere in the value's list. */
function holds(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) return Array.isArray(value) && pattern.every((part) => value.some((item) => holds(item, part)))
  if (!isObject(pattern)) return value === pattern
  return isObject(value) && Object.keys(pattern).every((key) => Object.hasOwn(value, key) && holds(value[key], pattern[key]))
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An element has one value: a fixed one stays over a pattern, a new pattern takes the place of the old one. */
function dropOther(row: Row, value: Value): void {
  const keys = Object.keys(row).filter((key) => /^(?:fixed|pattern)[A-Z]/.test(key))
  const winner = keys.find((key) => key.startsWith('fixed')) ?? value.key
  for (const key of keys) if (key !== winner) Reflect.deleteProperty(row, key)
}

function constraints(base: Row, change: Row, breaches: Breach[]): Properties {
  if (!change.constraint) return {}
  const all = [...(base.constraint ?? [])]
  for (const rule of change.constraint) {
    const same = all.find(({ key }) => key === rule.key)
    if (!same) all.push(rule)
    else if (same.expression !== rule.expression && rule.expression !== undefined) {
      breaches.push({ id: 'constraint-changed', reason: `constraint ${rule.key} says something else in the base` })
    }
  }
  return { constraint: all }
}

const rules: readonly string[] = ['open', 'openAtEnd', 'closed']

function slicing(base: Row, change: Row, breaches: Breach[]): Properties {
  if (!change.slicing || !base.slicing) return change.slicing ? { slicing: change.slicing } : {}
  const merged = { ...base.slicing, ...change.slicing }
  if (rules.indexOf(change.slicing.rules ?? '') < rules.indexOf(base.slicing.rules ?? '')) {
    breaches.push({ id: 'slicing-opened', reason: `slicing ${change.slicing.rules} is wider than ${base.slicing.rules}` })
    merged.rules = base.slicing.rules ?? 'open'
  }
  const isKept = (base.slicing.discriminator ?? []).every(({ type, path }) =>
    merged.discriminator?.some((other) => other.type === type && other.path === path),
  )
  if (isKept) return { slicing: merged }
  breaches.push({ id: 'discriminator-changed', reason: "the base's discriminator is missing" })
  return { slicing: base.slicing }
}

function lengths(base: Row, change: Row, breaches: Breach[]): Properties {
  if (change.maxLength === undefined) return {}
  if (base.maxLength === undefined || change.maxLength <= base.maxLength) return { maxLength: change.maxLength }
  breaches.push({ id: 'max-length-raised', reason: `maxLength ${change.maxLength} is above the base's ${base.maxLength}` })
  return { maxLength: base.maxLength }
}
