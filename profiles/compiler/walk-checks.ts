// The slow pass over what profiles add: checks on values, cardinalities, slices.

import { isEqual, isLike } from './equality.ts'
import { type Place, below, report } from './issue.ts'
import { isAtLeast, isAtMost } from './limits.ts'
import type { Checks, OverlayElement, Slice, Slicing, Variant } from './plan.ts'
import { isPrimitive } from './primitive.ts'
import { type Json, isJson } from './state.ts'
import { visitProfile } from './walk.ts'
import { checkBinding, checkConstraints } from './walk-rules.ts'
import type { Walk } from './walking.ts'

/** `extra` is the object beside a primitive; `type` the FHIR type of the value. */
export function applyChecks(value: unknown, extra: unknown, checks: Checks, type: string, place: Place, walk: Walk): void {
  const { findings } = walk
  if (findings.isFull) return
  if (checks.fixed !== undefined && !isEqual(checks.fixed, value))
    report(findings, place, 'fixed-value', 'must have the value that the profile fixes')
  if (checks.pattern !== undefined && !isLike(checks.pattern, value))
    report(findings, place, 'pattern-value', 'must match the pattern of the profile')
  applyLimits(value, checks, place, walk)
  if (checks.binding && value !== undefined) checkBinding(checks.binding, value, type, place, walk)
  applyTypes(value, checks, type, place, walk)
  if (checks.overlay !== undefined) {
    const owner = isPrimitive(type) ? (extra ?? {}) : value
    if (isJson(owner)) applyOverlay(checks.overlay, owner, place, walk)
  }
  const rules = (checks.constraints ?? []).filter(({ types }) => !types || types.length < 2 || types.includes(type))
  for (const rule of rules)
    checkConstraints([rule], rule.types?.length === 1 ? (rule.types[0] ?? type) : type, value, extra, place, walk)
}

function applyLimits(value: unknown, { maxLength, minValue, maxValue }: Checks, place: Place, { findings }: Walk): void {
  if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) {
    report(findings, place, 'too-long', `must be no longer than ${maxLength} characters`)
  }
  if (value === undefined) return
  if (minValue !== undefined && !isAtLeast(minValue, value))
    report(findings, place, 'too-small', 'is below what the profile allows')
  if (maxValue !== undefined && !isAtMost(maxValue, value))
    report(findings, place, 'too-large-value', 'is above what the profile allows')
}

function applyTypes(
  value: unknown,
  { resourceTypes, reference, profiles }: Checks,
  type: string,
  place: Place,
  walk: Walk,
): void {
  const { findings, runtime } = walk
  const actual = type === 'Resource' && isJson(value) ? String(value['resourceType']) : type
  if (resourceTypes && !resourceTypes.includes(actual)) {
    report(findings, place, 'type-not-allowed', `must be a resource of type: ${resourceTypes.join(', ')}`)
  }
  if (reference && !runtime.pointsRight(value, reference)) {
    const { types, profiles: targets } = reference
    const text =
      targets.length > 0
        ? `must point at what conforms to: ${[...reference.plain, ...targets].join(', ')}`
        : `must point at one of: ${types?.join(', ')}`
    report(findings, below(place, 'reference'), targets.length > 0 ? 'reference-profile' : 'reference-target', text)
  }
  const asked = profiles && Object.hasOwn(profiles, actual) ? profiles[actual] : undefined
  if (!asked) return
  for (const url of asked) {
    if (!runtime.profileAt(url))
      report(findings, place, 'profile-unknown', `the profile ${url} is not known here: it was not checked`, 'information')
  }
  const [only] = asked
  if (asked.some((url) => runtime.conforms(url, value))) return
  if (asked.length > 1 || only === undefined)
    report(findings, place, 'profile-mismatch', `conforms to none of: ${asked.join(', ')}`)
  else visitProfile(only, value, actual, place, walk)
}

function applyOverlay(id: string, owner: Json, place: Place, walk: Walk): void {
  for (const element of walk.plan.overlays[id]?.elements ?? []) applyElement(element, owner, place, walk)
}

/** A value with its type, the object beside it and where it stands. */
interface Item {
  readonly value: unknown
  readonly extra: unknown
  readonly type: string
  readonly place: Place
}

function applyElement(element: OverlayElement, owner: Json, place: Place, walk: Walk): void {
  const { name, min = 0, max, allowed, checks, slicing, variants } = element
  const { findings } = walk
  const here = below(place, name)
  const present = variants.filter(({ key }) => isThere(owner, key))
  const items = present.flatMap((variant) => itemsOf(owner, element, variant, place))
  const isAllowed = present.every(({ key }) => allowed?.includes(key) ?? true)
  if (items.length < min) report(findings, here, 'required', min > 1 ? `at least ${min} required` : 'is required')
  if (max !== undefined && items.length > max)
    report(findings, here, 'too-many', max === 0 ? 'must not be there' : `at most ${max} allowed`)
  // What is said of the types that are left is not said of another.
  if (!isAllowed) return report(findings, here, 'type-not-allowed', `must be there as one of: ${allowed?.join(', ')}`)
  if (checks) for (const item of items) applyChecks(item.value, item.extra, checks, item.type, item.place, walk)
  if (slicing) applySlicing(slicing, items, here, walk)
}

function isThere(owner: Json, key: string): boolean {
  return own(owner, key) !== undefined || own(owner, `_${key}`) !== undefined
}

function itemsOf(owner: Json, { isList, name }: OverlayElement, { key, type, kind }: Variant, place: Place): readonly Item[] {
  const value = own(owner, key)
  const extra = kind === 'primitive' ? own(owner, `_${key}`) : undefined
  const its = kind === 'resource' ? 'Resource' : type
  if (!isList) return [{ value: value ?? undefined, extra: extra ?? undefined, type: its, place: below(place, name) }]
  const [values, extras] = [Array.isArray(value) ? value : [], Array.isArray(extra) ? extra : []]
  return Array.from({ length: Math.max(values.length, extras.length) }, (_, at) => ({
    value: values[at] ?? undefined,
    extra: extras[at] ?? undefined,
    type: its,
    place: below(place, name, at),
  }))
}

/** Own properties only: a prototype's are no elements. */
function own(owner: Json, key: string): unknown {
  return Object.hasOwn(owner, key) ? owner[key] : undefined
}

function applySlicing({ slices, rules, isOrdered, rest }: Slicing, items: readonly Item[], place: Place, walk: Walk): void {
  const { findings, runtime } = walk
  const found: Item[][] = slices.map(() => [])
  let last = -1
  let isPast = false
  for (const item of items) {
    const at = slices.findIndex(({ match }) => runtime.matches(match, item.value, item.type))
    if (at < 0) {
      isPast = true
      if (rest) applyChecks(item.value, item.extra, rest, item.type, item.place, walk)
      else if (rules === 'closed')
        report(findings, item.place, 'slice-unmatched', 'matches none of the slices of the profile, and no other may be there')
      continue
    }
    if (isOrdered && at < last) report(findings, item.place, 'slice-order', 'stands after a slice that it must stand before')
    if (rules === 'openAtEnd' && isPast) report(findings, item.place, 'slice-order', 'stands after one that matches no slice')
    last = Math.max(last, at)
    found[at]?.push(item)
  }
  for (const [at, slice] of slices.entries()) applySlice(slice, found[at] ?? [], place, walk)
}

function applySlice({ name, min, max, checks, slicing }: Slice, items: readonly Item[], place: Place, walk: Walk): void {
  const { findings } = walk
  if (items.length < min)
    report(findings, place, 'required', `slice ${name}: ${min > 1 ? `at least ${min} required` : 'is required'}`)
  if (max !== undefined && items.length > max) {
    report(findings, place, 'too-many', `slice ${name}: ${max === 0 ? 'must not be there' : `at most ${max} allowed`}`)
  }
  if (checks) for (const item of items) applyChecks(item.value, item.extra, checks, item.type, item.place, walk)
  if (slicing) applySlicing(slicing, items, place, walk)
}
