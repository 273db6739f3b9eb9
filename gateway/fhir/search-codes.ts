// Codes that a search names together: those of a value set, and those above or below one in its code system, as far as packaged.

import { wholeTerminology } from '../../profiles/definitions-own.ts'
import { indexOf, reach, spelled, type CodeSystemIndex } from '../../profiles/terminology/code-system.ts'
import { packagedByUrl } from './packaged.ts'
import type { FhirResource } from './resource.ts'

export interface NamedCode {
  readonly system: string
  readonly code: string
}

/** The members of a value set, by its canonical URL; undefined when it is not here or cannot be listed. */
export function codesIn(valueSet: string): readonly NamedCode[] | undefined {
  // The terminology remembers whatever it was asked; a stranger's URLs are without end.
  if (!packagedByUrl('ValueSet', valueSet)) return undefined
  const bySystem = wholeTerminology().codesOf(valueSet)
  return bySystem && [...bySystem].flatMap(([system, codes]) => [...codes].map((code) => ({ system, code })))
}

/**
 * The code and all that are above it (what it is a kind of) or below it; undefined when the code system is not here as a whole. A
 * code that the system does not have is alone.
 */
export function codesAlong(direction: 'above' | 'below', { system, code }: NamedCode): readonly string[] | undefined {
  const resource = packagedByUrl('CodeSystem', system)
  const index = resource && indexed(resource)
  if (!index?.isComplete) return undefined
  const own = spelled(index, code).code
  return [own, ...reach(direction === 'above' ? index.parents : index.children, own)]
}

const indexes = new Map<FhirResource, CodeSystemIndex>()

function indexed(resource: FhirResource): CodeSystemIndex {
  const index = indexes.get(resource) ?? indexOf(resource)
  indexes.set(resource, index)
  return index
}
