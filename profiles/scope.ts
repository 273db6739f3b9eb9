// What surrounds the value that the validator looks at: the Bundle, the containing resource, the findings so far.

import { type Findings, type Place, child, report } from './findings.ts'

export type Node = Readonly<Record<string, unknown>>

export interface Scope {
  readonly findings: Findings
  /** Types of the nearest Bundle's entries by their fullUrl. */
  readonly bundle: ReadonlyMap<string, string> | undefined
  readonly container: Container | undefined
}

/** The resource that holds contained ones, and which of those are referred to. */
export interface Container {
  readonly resource: Node
  /** Types by id. */
  readonly contained: ReadonlyMap<string, string>
  readonly referred: Set<string>
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function containerOf(resource: Node): Container {
  const contained = new Map<string, string>()
  for (const inner of listed(resource['contained'])) {
    if (isNode(inner) && typeof inner['id'] === 'string') contained.set(inner['id'], typeOf(inner))
  }
  return { resource, contained, referred: new Set() }
}

export function entryTypes(bundle: Node): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const entry of listed(bundle['entry'])) {
    if (!isNode(entry) || typeof entry['fullUrl'] !== 'string') continue
    types.set(entry['fullUrl'], typeOf(entry['resource']))
  }
  return types
}

/** dom-3: what is contained is there because something refers to it, or because it refers to its container (`#`). */
export function reportUnreferred({ resource, referred }: Container, place: Place, findings: Findings): void {
  for (const [index, inner] of listed(resource['contained']).entries()) {
    const id = isNode(inner) ? inner['id'] : undefined
    if (typeof id === 'string' && (referred.has(id) || referred.has(''))) continue
    report(findings, child(place, 'contained', index), 'invariant', 'dom-3: nothing refers to this contained resource')
  }
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** '' when it does not say. */
function typeOf(resource: unknown): string {
  return isNode(resource) && typeof resource['resourceType'] === 'string' ? resource['resourceType'] : ''
}
