// What tells one FHIR write from another: its content, whoever sent it and whenever.

import { hash } from 'node:crypto'
import { isRecord, type FhirResource } from '../fhir/resource.ts'
import type { Identity } from './receive.ts'

/** A repeat is told by its content; when it was sent, and the servers' own marks, are not content (HOUSE law 2). */
export function fhirIdentity(resource: FhirResource, control: string, lane?: string): Identity {
  const { meta: _, timestamp: __, ...content } = resource
  const digest = hash('sha256', JSON.stringify(ordered(content)), 'hex')
  return { control, digest, ...(lane && { lane }) }
}

/** Without any meta, and every object in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isRecord(value)) return value
  const sorted: Record<string, unknown> = {}
  for (const name of inOrder(Object.keys(value))) {
    const element = value[name]
    // A name like any other, but not to an assignment.
    if (name === '__proto__') Object.defineProperty(sorted, name, { value: ordered(element), enumerable: true })
    else if (name !== 'meta') sorted[name] = typeof element === 'object' ? ordered(element) : element
  }
  return sorted
}

/** As `sort` orders them. Of the few names that an object has, most stand right already. */
function inOrder(names: string[]): readonly string[] {
  if (names.length > 32) return names.sort()
  for (let i = 1; i < names.length; i += 1) {
    const name = names[i] ?? ''
    let place = i
    for (; place > 0 && (names[place - 1] ?? '') > name; place -= 1) names[place] = names[place - 1] ?? ''
    names[place] = name
  }
  return names
}
