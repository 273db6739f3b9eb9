// A FHIR resource as plain JSON, for code that treats all types alike.

import { isExactDecimal } from '../../profiles/decimal.ts'

export interface FhirResource {
  resourceType: string
  id?: string
  meta?: Record<string, unknown>
  [element: string]: unknown
}

/** An object of JSON; an exact decimal is a number. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactDecimal(value)
}

export function isResource(value: unknown): value is FhirResource {
  return isRecord(value) && typeof value['resourceType'] === 'string'
}

/** The elements at a dotted path, lists flattened: `context.encounter`, `identifier.value`. */
export function at(value: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = Array.isArray(value) ? value : [value]
  for (const name of namesIn(path)) {
    const next: unknown[] = []
    for (const element of found) {
      const held = isRecord(element) ? element[name] : undefined
      if (!Array.isArray(held)) {
        if (held !== undefined) next.push(held)
      } else for (const one of held as readonly unknown[]) if (one !== undefined) next.push(one)
    }
    found = next
  }
  return found
}

/** Paths stand in the code and are asked for by the hundred in every message; some name an element of the sender's. */
const namesKnown = new Map<string, readonly string[]>()
const mostKnown = 2_000

function namesIn(path: string): readonly string[] {
  const known = namesKnown.get(path)
  if (known) return known
  const names = path.split('.')
  if (namesKnown.size < mostKnown) namesKnown.set(path, names)
  return names
}

/** The text at a path, if the first thing there is a text. */
export function textAt(value: unknown, path: string): string | undefined {
  const [first] = at(value, path)
  return typeof first === 'string' ? first : undefined
}

/** Literal references at a path: `Patient/123`. */
export function referencesAt(value: unknown, path: string): readonly string[] {
  return at(value, `${path}.reference`).filter((reference): reference is string => typeof reference === 'string')
}

export interface Coding {
  readonly system: string
  readonly code: string
}

/** Codings at a path of CodeableConcepts. */
export function hasCoding(value: unknown, path: string, { system, code }: Coding): boolean {
  return at(value, `${path}.coding`).some((coding) => isRecord(coding) && coding['system'] === system && coding['code'] === code)
}

export function concept(system: string, code: string, display?: string): Record<string, unknown> {
  return { coding: [{ system, code, ...(display && { display }) }] }
}

export const referenceTo = (resource: { resourceType: string; id?: string }): string =>
  `${resource.resourceType}/${resource.id ?? ''}`

/** The tag of what is less than the resource that is stored (R4 search.html#elements). */
export const subsetted = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
  display: 'subsetted',
} as const

export const isSubsetted = (tag: unknown): boolean =>
  isRecord(tag) && tag['system'] === subsetted.system && tag['code'] === subsetted.code

/** Every text that stands under this element name, at whatever depth; not where: to tell that costs ten times as much. */
export function textsNamed(name: string, value: unknown, found: string[] = []): readonly string[] {
  if (Array.isArray(value)) for (const element of value) textsNamed(name, element, found)
  else if (isRecord(value)) {
    for (const key in value) {
      const element = value[key]
      if (typeof element === 'object') textsNamed(name, element, found)
      else if (key === name && typeof element === 'string') found.push(element)
    }
  }
  return found
}
