// The interim validator: a resource against R4's shapes, cardinalities, required codes and invariants, all faults at once.
//
// It walks the definitions of profiles/r4 itself. `validateResource` of @medplum/core is the second opinion in the tests: on the
// hot path it stops at the first fault of an element, quotes keys, throws, and some of its rules take quadratic time. A compiled
// validator that knows our profiles takes this file's place later; the signature stays.

import { isResourceTypeName } from './bindings.ts'
import { checkBinding, checkOwnCode } from './coded.ts'
import { type Constraint, type ElementRow, type Property, type TypeTable, tableOf } from './definitions.ts'
import { type Findings, type Issue, type Place, child, mayVisit, noFindings, report, root, stop } from './findings.ts'
import { invariantFor } from './invariants.ts'
import { primitiveFault } from './primitives.ts'
import { checkReference } from './references.ts'
import { type Node, type Scope, containerOf, entryTypes, isNode, reportUnreferred } from './scope.ts'

export type { Issue } from './findings.ts'

/** Every fault of the resource, in the order of R4's definitions. Never throws; ends within a limit of work. */
export function validate(resource: unknown, options: { readonly type?: string } = {}): readonly Issue[] {
  const findings = noFindings()
  const place = root(options.type ?? 'Resource')
  try {
    visitResource(resource, place, { findings, bundle: undefined, container: undefined }, options.type)
  } catch {
    // A value that is no plain data: a getter that throws, a revoked proxy.
    stop(findings, place, 'unreadable', 'the resource cannot be read as plain data')
  }
  return findings.issues
}

function visitResource(value: unknown, place: Place, scope: Scope, expected?: string): void {
  const { findings } = scope
  if (!isNode(value)) return report(findings, place, 'wrong-type', 'must be a JSON object: a resource')
  const type = value['resourceType']
  if (typeof type !== 'string') return report(findings, place, 'resource-type-missing', 'resourceType is missing')
  const table = isResourceTypeName(type) ? tableOf(type) : undefined
  if (!table) return reportType(type, place, findings)
  if (expected !== undefined && expected !== type) {
    report(findings, place, 'resource-type-wrong', `must be a resource of type ${expected}`)
  }
  const here = place.parent ? place : root(type)
  const bundle = type === 'Bundle' ? entryTypes(value) : scope.bundle
  if (place.name === 'contained') return visitObject(value, table, here, { ...scope, bundle })
  const container = containerOf(value)
  visitObject(value, table, here, { findings, bundle, container })
  reportUnreferred(container, here, findings)
}

/** Inside another resource a type of R4 that is not carried here is passed unseen, and said to be. */
function reportType(type: string, place: Place, findings: Findings): void {
  if (!isResourceTypeName(type)) {
    return report(findings, place, 'resource-type-unknown', 'no resource type of R4')
  }
  const severity = place.parent ? 'warning' : 'error'
  report(findings, place, 'resource-type-unsupported', 'a type of R4 that is not carried here, and not checked', severity)
}

function visitObject(value: Node, table: TypeTable, place: Place, scope: Scope): void {
  const { findings } = scope
  if (!mayVisit(findings, place)) return
  // As in JSON, a property that is undefined is not there.
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  if (keys.length === 0) return report(findings, place, 'empty', 'must not be an empty object')
  const { found, unknown } = sortKeys(keys, table)
  for (const row of table.rows) visitRow(value, row, found[row.order], place, scope)
  for (const key of unknown) reportUnknown(key, table, place, findings)
  checkConstraints(table.constraints, table.name, value, place, findings)
  if (table.name === 'Coding') checkOwnCode(value, place, findings)
}

/** A property that is there: its key without the underscore, and what it stands for. */
interface Found {
  readonly property: Property
  readonly key: string
}

/** Groups an object's keys by element, `_x` with `x`; what the type does not have comes last, sorted. */
function sortKeys(
  keys: readonly string[],
  table: TypeTable,
): { readonly found: readonly (Found[] | undefined)[]; readonly unknown: readonly string[] } {
  const found: (Found[] | undefined)[] = []
  const unknown: string[] = []
  for (const raw of keys) {
    if (raw === 'resourceType' && table.isResource) continue
    const key = raw.startsWith('_') ? raw.slice(1) : raw
    const property = table.properties.get(key)
    if (!property || (raw !== key && !property.isPrimitive)) {
      unknown.push(raw)
      continue
    }
    const present = (found[property.row.order] ??= [])
    if (!present.some((other) => other.key === key)) present.push({ property, key })
  }
  for (const present of found) present?.sort((a, b) => (a.key < b.key ? -1 : 1))
  return { found, unknown: unknown.toSorted() }
}

function visitRow(owner: Node, row: ElementRow, present: readonly Found[] | undefined, place: Place, scope: Scope): void {
  const { findings } = scope
  if (!present) {
    if (row.min > 0) report(findings, child(place, row.name), 'required', 'is required')
    return
  }
  if (present.length > 1) report(findings, child(place, row.name), 'choice-conflict', 'may be there in one type only')
  if (row.name === 'modifierExtension') {
    const text = 'a modifier extension that is not known here changes the meaning'
    report(findings, child(place, row.name), 'modifier-extension-unknown', text)
  }
  for (const one of present) visitElement(owner, one, place, scope)
}

/** The key is named only when it looks like an element's name: a stranger's key may hold anything. */
function reportUnknown(key: string, table: TypeTable, place: Place, findings: Findings): void {
  const at = /^_?[a-z][A-Za-z]{0,39}$/.test(key) ? child(place, key) : place
  report(findings, at, 'unknown-element', `${table.name} has no such element`)
}

function visitElement(owner: Node, { property, key }: Found, place: Place, scope: Scope): void {
  const { row } = property
  const value = ownValue(owner, key)
  const extra = property.isPrimitive ? ownValue(owner, `_${key}`) : undefined
  if (!row.isList) return visitSingle(value, extra, property, child(place, row.name), scope)
  const values = listOf(value, child(place, row.name), scope.findings)
  const extras = listOf(extra, child(place, row.name), scope.findings)
  if (!values || !extras) return
  const count = Math.max(values.length, extras.length)
  for (let i = 0; i < count && !scope.findings.isFull; i += 1) {
    visitValue(values[i], extras[i], property, child(place, row.name, i), scope)
  }
}

function visitSingle(value: unknown, extra: unknown, property: Property, place: Place, scope: Scope): void {
  const several = [value, extra].find((one) => Array.isArray(one))
  if (several === undefined) return visitValue(value, extra, property, place, scope)
  if (several.length > 1) return report(scope.findings, place, 'too-many', 'at most 1 allowed')
  report(scope.findings, place, 'wrong-type', 'must not be a list')
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
function visitValue(value: unknown, extra: unknown, property: Property, place: Place, scope: Scope): void {
  const { findings } = scope
  const { row, type, inner, targets } = property
  if ((value ?? extra ?? undefined) === undefined) return report(findings, place, 'empty', 'must not be null')
  if (type === 'Resource') return visitResource(value, place, scope)
  if (property.isPrimitive) visitPrimitive(value, extra, type, place, scope)
  else if (!isNode(value)) return report(findings, place, 'wrong-type', `must be a JSON object (${type})`)
  else {
    const table = tableOf(inner ?? type)
    if (table) visitObject(value, table, place, scope)
    if (type === 'Reference') checkReference(value, targets, place, scope)
    checkConstraints(row.constraints, '', value, place, findings)
  }
  if (row.required !== undefined) checkBinding(value, type, row.required, place, findings)
}

function visitPrimitive(value: unknown, extra: unknown, type: string, place: Place, scope: Scope): void {
  const { findings } = scope
  if (!mayVisit(findings, place)) return
  const isThere = value !== undefined && value !== null
  if (isThere) {
    const fault = primitiveFault(type, value)
    if (fault) report(findings, place, fault.id, fault.text)
    // A canonical or uri may refer to what is contained, as a Reference does.
    if (typeof value === 'string' && value.startsWith('#')) scope.container?.referred.add(value.slice(1))
  }
  if (extra !== undefined && extra !== null) visitExtra(extra, isThere, place, scope)
}

/** ele-1: what stands beside a primitive says something when the primitive is not there. */
function visitExtra(extra: unknown, hasValue: boolean, place: Place, scope: Scope): void {
  const element = tableOf('Element')
  if (!isNode(extra)) {
    return report(scope.findings, place, 'wrong-type', 'what stands beside a primitive must be a JSON object')
  }
  if (element) visitObject(extra, element, place, scope)
  if (hasValue || extra['extension'] !== undefined) return
  report(scope.findings, place, 'empty', 'must have a value or an extension')
}

function checkConstraints(constraints: readonly Constraint[], path: string, value: Node, place: Place, findings: Findings): void {
  for (const { key, severity, human } of constraints) {
    const holds = invariantFor(key, path)
    if (holds && !holds(value)) report(findings, place, 'invariant', `${key}: ${human}`, severity)
  }
}

/** Own properties only: `constructor` or `__proto__` of a prototype is no element. */
function ownValue(owner: Node, key: string): unknown {
  return Object.hasOwn(owner, key) ? owner[key] : undefined
}
