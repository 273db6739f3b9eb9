// Looks at a Reference: whether its text has a known form, finds what is contained, and points at a type that is allowed.

import { isResourceTypeName } from './bindings.ts'
import { type Place, child, report } from './findings.ts'
import type { Node, Scope } from './scope.ts'

/** What a `Reference.reference` is. */
export type Target =
  | { readonly kind: 'contained'; readonly id: string }
  | { readonly kind: 'urn' }
  /** `Type/id`, an absolute URL that ends so, or `Type?query`. */
  | { readonly kind: 'typed'; readonly type: string; readonly isAbsolute: boolean }
  /** An absolute URL of some other shape. */
  | { readonly kind: 'absolute' }
  | { readonly kind: 'malformed' }

/** `targets` are the types that the element allows; none: any. */
export function checkReference(value: Node, targets: readonly string[], place: Place, scope: Scope): void {
  const { reference, type } = value
  if (typeof reference === 'string' && reference.trim() !== '') {
    checkTarget(reference, targets, child(place, 'reference'), scope)
  }
  if (typeof type !== 'string' || targets.length === 0 || targets.includes(type.slice(type.lastIndexOf('/') + 1))) return
  // A stated type is a hint: official examples state others.
  report(scope.findings, child(place, 'type'), 'reference-target', `must be one of: ${targets.join(', ')}`, 'warning')
}

export function targetOf(reference: string): Target {
  if (reference.startsWith('#')) return { kind: 'contained', id: reference.slice(1) }
  if (reference.startsWith('urn:')) return { kind: 'urn' }
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(reference)
  const question = reference.indexOf('?')
  if (question >= 0) return conditional(reference.slice(0, question), isAbsolute)
  const match = tail.exec(reference)
  if (match?.[1] && (isAbsolute || match.index === 0)) return { kind: 'typed', type: match[1], isAbsolute }
  return isAbsolute ? { kind: 'absolute' } : { kind: 'malformed' }
}

/** `Patient/1` or `Patient/1/_history/2` at the end. */
const tail = /(?:^|(?<=\/))([A-Z][A-Za-z]{1,40})\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/

function conditional(path: string, isAbsolute: boolean): Target {
  if (isAbsolute) return { kind: 'absolute' }
  return /^[A-Z][A-Za-z]{1,40}$/.test(path) ? { kind: 'typed', type: path, isAbsolute } : { kind: 'malformed' }
}

function checkTarget(reference: string, targets: readonly string[], place: Place, scope: Scope): void {
  const type = pointedType(reference, place, scope)
  if (type === undefined) return
  if (!isResourceTypeName(type)) {
    report(scope.findings, place, 'reference-target', 'points at no resource type of R4')
  } else if (targets.length > 0 && !targets.includes(type)) {
    report(scope.findings, place, 'reference-target', `must point at one of: ${targets.join(', ')}`)
  }
}

/** The type that it points at, as far as it can be told here; what cannot be found is reported. */
function pointedType(reference: string, place: Place, scope: Scope): string | undefined {
  const target = targetOf(reference)
  switch (target.kind) {
    case 'contained':
      return containedType(target.id, place, scope)
    case 'urn':
      if (scope.bundle && !scope.bundle.has(reference)) {
        const text = 'nothing in the Bundle has this fullUrl'
        report(scope.findings, place, 'reference-unresolved', text, 'warning')
      }
      return scope.bundle?.get(reference) || undefined
    case 'typed':
      return target.isAbsolute && !isResourceTypeName(target.type) ? undefined : target.type
    case 'absolute':
      return undefined
    case 'malformed':
      report(scope.findings, place, 'reference-invalid', 'must be Type/id, an absolute URL, a urn or #id')
      return undefined
  }
}

/** ref-1: a reference to something contained finds it; `#` alone is the container itself. */
function containedType(id: string, place: Place, { findings, container }: Scope): string | undefined {
  container?.referred.add(id)
  if (id !== '' && !container?.contained.has(id)) {
    report(findings, place, 'invariant', 'ref-1: nothing contained has this id')
  }
  return container?.contained.get(id) || undefined
}
