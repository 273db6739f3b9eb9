// The slow pass over a resource: the same plan as the fast one, every fault at once, in the order of the definitions.

import { isExactDecimal } from '../decimal.ts'
import { namesakes, unreferred } from './contained.ts'
import { type Findings, type Issue, type Place, below, noFindings, report, rootPlace, stop } from './issue.ts'
import { messageFaults } from './message.ts'
import type { ElementPlan, Shape, Variant } from './plan.ts'
import { primitiveFault } from './primitive-fault.ts'
import { resolve } from './reference.ts'
import { type Json, isJson, listed, maxDepth, maxVisited, reset, within } from './state.ts'
import { applyChecks } from './walk-checks.ts'
import { visitExtensions } from './walk-extensions.ts'
import { visitReference } from './walk-references.ts'
import { checkBinding, checkConstraints, checkOwnCode } from './walk-rules.ts'
import type { Walk, WalkSources } from './walking.ts'

/** Every issue of the resource. Never throws; ends within a limit of work. */
export function issuesOf(
  value: unknown,
  type: string | undefined,
  profiles: readonly string[],
  sources: WalkSources,
): readonly Issue[] {
  const walk: Walk = { ...sources, findings: noFindings() }
  const place = rootPlace(type ?? 'Resource')
  reset(walk.runtime.state, null)
  try {
    visitResource(value, place, 0, false, walk, type)
    if (isJson(value) && !walk.findings.isFull)
      profiles.forEach((profile, at) => visitAsked(profile, profiles.length > 1 ? at : undefined, value, walk))
  } catch {
    stop(walk.findings, place, 'unreadable', 'the resource cannot be read as plain data')
  }
  reset(walk.runtime.state, null)
  return walk.findings.issues
}

/** A profile that the caller asks for must be known: what cannot be checked must not pass. Its canonical is the caller's text, and not repeated. */
function visitAsked(canonical: string, at: number | undefined, value: Json, walk: Walk): void {
  const type = String(value['resourceType'])
  const place = rootPlace(type)
  const which = at === undefined ? 'the profile that is asked for' : `profile ${at + 1} of those that are asked for`
  if (!walk.runtime.profileAt(canonical)) {
    const version = walk.runtime.otherVersion(canonical)
    if (version !== undefined) return reportVersion(place, which, version, walk)
    return report(walk.findings, place, 'profile-unknown', `${which} is not known here`)
  }
  within(walk.runtime.state, value, false, () => visitProfile(canonical, value, type, place, walk))
}

function visitResource(value: unknown, place: Place, depth: number, isContained: boolean, walk: Walk, expected?: string): void {
  const { findings, runtime, plan } = walk
  if (!isObject(value)) return report(findings, place, 'wrong-type', 'must be a JSON object: a resource')
  const type = value['resourceType']
  if (typeof type !== 'string') return report(findings, place, 'resource-type-missing', 'resourceType is missing')
  const shape = Object.hasOwn(plan.shapes, type) ? plan.shapes[type] : undefined
  if (shape?.kind !== 'resource' || !runtime.linked.resources.has(type)) return reportType(type, place, depth, walk)
  if (expected !== undefined && expected !== type) {
    report(findings, place, 'resource-type-wrong', `must be a resource of type ${expected}`)
  }
  const here = place.parent ? place : rootPlace(type)
  within(runtime.state, value, isContained, () => {
    visitObject(value, shape, type, here, depth, walk)
    if (!isContained) {
      for (const at of unreferred(value)) {
        report(findings, below(here, 'contained', at), 'invariant', 'dom-3: nothing refers to this contained resource')
      }
      for (const at of namesakes(value)) {
        report(findings, below(here, 'contained', at), 'invariant', 'another contained resource has the same id')
      }
    }
    visitClaims(value, type, here, walk)
    if (type === 'Bundle') visitMessage(value, here, walk)
  })
}

/** Inside another resource a type of R4 that is not carried here is passed unseen, and said to be. */
function reportType(type: string, place: Place, depth: number, { findings, isTypeName }: Walk): void {
  if (!isTypeName(type)) return report(findings, place, 'resource-type-unknown', 'no resource type of R4')
  const severity = depth > 0 ? 'warning' : 'error'
  report(findings, place, 'resource-type-unsupported', 'a type of R4 that is not carried here, and not checked', severity)
}

function visitClaims(value: Json, type: string, place: Place, walk: Walk): void {
  const meta = value['meta']
  if (!isJson(meta)) return
  for (const [at, canonical] of listed(meta['profile']).entries()) {
    if (typeof canonical !== 'string') continue
    const claim = below(below(place, 'meta'), 'profile', at)
    const version = walk.runtime.otherVersion(canonical)
    if (version !== undefined) reportVersion(claim, 'this profile', version, walk)
    else if (walk.runtime.profileAt(canonical)) visitProfile(canonical, value, type, place, walk)
    else report(walk.findings, claim, 'profile-unknown', 'this profile is not known here: it was not checked', 'warning')
  }
}

function reportVersion(place: Place, which: string, version: string, { findings }: Walk): void {
  report(findings, place, 'profile-version-unknown', `${which} is known here in version ${version} only`)
}

/** Of a resource that is looked at already. */
export function visitProfile(canonical: string, value: unknown, type: string, place: Place, walk: Walk): void {
  const profile = walk.runtime.profileAt(canonical)
  if (!profile) return
  if (profile.type !== type) return report(walk.findings, place, 'profile-type', `the profile is one of ${profile.type}`)
  const bar = canonical.indexOf('|')
  const checks = walk.plan.profiles[bar < 0 ? canonical : canonical.slice(0, bar)]?.checks
  if (checks) applyChecks(value, undefined, checks, type, place, walk)
}

function visitMessage(bundle: Json, place: Place, walk: Walk): void {
  const { findings, runtime } = walk
  const { conforms, linked, state } = runtime
  const rules = { messages: linked.messages, resolve: (text: string) => resolve(text, state), conforms }
  for (const { severity, id, text, element, entry, index, profile } of messageFaults(bundle, rules)) {
    const resource = below(below(place, 'entry', entry ?? 0), 'resource')
    const at = element === undefined ? (entry === undefined ? below(place, 'entry') : resource) : below(resource, element, index)
    report(findings, at, id, text, severity)
    const held = profile === undefined || entry === undefined ? undefined : resourceIn(bundle, entry)
    if (held && profile !== undefined) visitProfile(profile, held, String(held['resourceType']), resource, walk)
  }
}

function resourceIn(bundle: Json, index: number): Json | undefined {
  const entries = bundle['entry']
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined
  const resource = isJson(entry) ? entry['resource'] : undefined
  return isJson(resource) ? resource : undefined
}

function visitObject(value: Json, shape: Shape, path: string, place: Place, depth: number, walk: Walk): void {
  const { findings, runtime } = walk
  if (!mayVisit(place, depth, walk)) return
  const outer = runtime.state.fullUrl
  if (shape.name === 'Bundle.entry') runtime.state.fullUrl = typeof value['fullUrl'] === 'string' ? value['fullUrl'] : ''
  const { found, unknown, count } = sortKeys(value, shape)
  if (count === 0) report(findings, place, 'empty', 'must not be an empty object')
  else {
    for (const [at, element] of shape.elements.entries())
      visitElement(value, element, found[at] ?? [], shape, path, place, depth, walk)
    for (const key of unknown) reportUnknown(key, shape, place, findings)
    runtime.state.visited += count
    checkConstraints(shape.constraints, shape.name, value, undefined, place, walk)
    if (shape.name === 'Coding') checkOwnCode(value, place, findings)
  }
  runtime.state.fullUrl = outer
}

function mayVisit(place: Place, depth: number, { findings, runtime }: Walk): boolean {
  if (findings.isFull) return false
  if (runtime.state.visited > maxVisited) {
    stop(findings, place, 'too-large', `more than ${maxVisited} values; the rest was not looked at`)
    return false
  }
  if (depth <= maxDepth) return true
  report(findings, place, 'too-deep', `nested deeper than ${maxDepth} levels`)
  return false
}

/** Groups an object's keys by element, `_x` with `x`; what the type does not have comes last, sorted. */
function sortKeys(
  value: Json,
  shape: Shape,
): { found: readonly (Variant[] | undefined)[]; unknown: readonly string[]; count: number } {
  const properties = propertiesOf(shape)
  const found: (Variant[] | undefined)[] = []
  const unknown: string[] = []
  let count = 0
  for (const raw in value) {
    if (value[raw] === undefined) continue
    count += 1
    if (raw === 'resourceType' && shape.kind === 'resource') continue
    const property = properties.get(raw)
    if (!property) {
      unknown.push(raw)
      continue
    }
    const present = (found[property.at] ??= [])
    if (!present.includes(property.variant)) present.push(property.variant)
  }
  for (const present of found) present?.sort((a, b) => (a.key < b.key ? -1 : 1))
  return { found, unknown: unknown.toSorted(), count }
}

interface Property {
  readonly at: number
  readonly variant: Variant
}

const properties = new WeakMap<Shape, ReadonlyMap<string, Property>>()

function propertiesOf(shape: Shape): ReadonlyMap<string, Property> {
  const known = properties.get(shape)
  if (known) return known
  const made = new Map<string, Property>()
  for (const [at, { variants }] of shape.elements.entries()) {
    for (const variant of variants) {
      made.set(variant.key, { at, variant })
      if (variant.kind === 'primitive') made.set(`_${variant.key}`, { at, variant })
    }
  }
  properties.set(shape, made)
  return made
}

function visitElement(
  owner: Json,
  element: ElementPlan,
  present: readonly Variant[],
  shape: Shape,
  path: string,
  place: Place,
  depth: number,
  walk: Walk,
): void {
  const { findings } = walk
  const here = below(place, element.name)
  if (present.length === 0) return element.min > 0 ? report(findings, here, 'required', 'is required') : undefined
  if (present.length > 1) report(findings, here, 'choice-conflict', 'may be there in one type only')
  for (const variant of present) {
    const value = owner[variant.key]
    const extra = variant.kind === 'primitive' ? owner[`_${variant.key}`] : undefined
    if (element.isList) visitList(value, extra, element, variant, place, depth, walk)
    else visitSingle(value, extra, element, variant, here, depth, walk)
  }
  if (present[0]?.type === 'Extension') visitExtensions(owner, element, shape, path, place, walk)
}

/** The key is named only when it looks like an element's name: a stranger's key may hold anything. */
function reportUnknown(key: string, shape: Shape, place: Place, findings: Findings): void {
  const at = /^_?[a-z][A-Za-z]{0,39}$/.test(key) ? below(place, key) : place
  report(findings, at, 'unknown-element', `${shape.name} has no such element`)
}

function visitSingle(
  value: unknown,
  extra: unknown,
  element: ElementPlan,
  variant: Variant,
  place: Place,
  depth: number,
  walk: Walk,
): void {
  const several = [value, extra].find((one) => Array.isArray(one))
  if (several === undefined) return visitValue(value, extra, element, variant, place, depth, walk)
  if (Array.isArray(several) && several.length > 1) return report(walk.findings, place, 'too-many', 'at most 1 allowed')
  report(walk.findings, place, 'wrong-type', 'must not be a list')
}

function visitList(
  value: unknown,
  extra: unknown,
  element: ElementPlan,
  variant: Variant,
  place: Place,
  depth: number,
  walk: Walk,
): void {
  const { findings, runtime } = walk
  const here = below(place, element.name)
  const values = listOf(value, here, findings)
  const extras = listOf(extra, here, findings)
  if (!values || !extras) return
  runtime.state.visited += values.length + extras.length
  if (value !== undefined && extra !== undefined && values.length !== extras.length) {
    report(findings, here, 'length-mismatch', 'the list beside it must be of the same length')
  }
  const count = Math.max(values.length, extras.length)
  for (let i = 0; i < count && !findings.isFull; i += 1) {
    const besides = extras[i] === null ? undefined : extras[i]
    const own = values[i] === null && besides !== undefined ? undefined : values[i]
    visitValue(own, besides, element, variant, below(place, element.name, i), depth, walk)
  }
}

/** The items; nothing for an absent list; undefined when it is no list or an empty one. */
function listOf(value: unknown, place: Place, findings: Findings): readonly unknown[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    report(findings, place, 'wrong-type', 'must be a list')
    return undefined
  }
  if (value.length > 0) return value
  report(findings, place, 'empty', 'must not be an empty list')
  return undefined
}

/** One value: `value` and, for a primitive, `extra`, the object beside it that holds its id and extensions. */
function visitValue(
  value: unknown,
  extra: unknown,
  element: ElementPlan,
  variant: Variant,
  place: Place,
  depth: number,
  walk: Walk,
): void {
  const { findings, plan } = walk
  const { kind, type, shape } = variant
  if (value === null || extra === null || (value === undefined && extra === undefined)) {
    return report(findings, place, 'empty', 'must not be null')
  }
  const path = type === 'Extension' ? type : element.path.replace('[x]', '')
  if (kind === 'primitive') visitPrimitive(value, extra, type, `${path}|${type}`, place, depth, walk)
  else if (kind === 'resource') visitResource(value, place, depth + 1, element.name === 'contained', walk)
  else if (!isObject(value)) return report(findings, place, 'wrong-type', `must be a JSON object (${type})`)
  else {
    const inner = plan.shapes[shape ?? type]
    if (inner) visitObject(value, inner, path, place, depth + 1, walk)
    if (type === 'Reference') visitReference(value, variant.targets, place, walk)
  }
  if (value === undefined) return
  checkConstraints(element.constraints, type, value, extra, place, walk)
  if (element.binding) checkBinding(element.binding, value, type, place, walk)
}

function visitPrimitive(
  value: unknown,
  extra: unknown,
  type: string,
  path: string,
  place: Place,
  depth: number,
  walk: Walk,
): void {
  const { findings } = walk
  if (value !== undefined) {
    const fault = primitiveFault(type, value)
    if (fault) report(findings, place, fault.id, fault.text)
    else if (type === 'xhtml' && typeof value === 'string') {
      for (const { id, text } of walk.narrativeFaults(value)) report(findings, place, id, text)
    }
  }
  if (extra !== undefined) visitExtra(extra, value !== undefined, path, place, depth, walk)
}

/** A decimal that keeps its text is a number to FHIR; the quick pass refuses it by its only key, which no type has. */
function isObject(value: unknown): value is Json {
  return isJson(value) && !isExactDecimal(value)
}

/** ele-1: what stands beside a primitive says something when the primitive is not there. */
function visitExtra(extra: unknown, hasValue: boolean, path: string, place: Place, depth: number, walk: Walk): void {
  const element = walk.plan.shapes['Element']
  if (!isObject(extra)) return report(walk.findings, place, 'wrong-type', 'what stands beside a primitive must be a JSON object')
  if (element) visitObject(extra, element, path, place, depth + 1, walk)
  if (!hasValue && extra['extension'] === undefined) report(walk.findings, place, 'empty', 'must have a value or an extension')
}
