// The slow pass over references: where they may point.

import { type Place, below, report } from './issue.ts'
import { referenceFault } from './reference.ts'
import type { Json } from './state.ts'
import type { Walk } from './walking.ts'

export function visitReference(value: Json, targets: readonly string[] | undefined, place: Place, walk: Walk): void {
  const { findings, runtime, isTypeName } = walk
  const { reference, type } = value
  if (typeof reference === 'string' && reference.trim() !== '') {
    const here = below(place, 'reference')
    switch (referenceFault(reference, targets, runtime.state, isTypeName)) {
      case 'malformed':
        report(findings, here, 'reference-invalid', 'must be Type/id, an absolute URL, a urn or #id')
        break
      case 'not-contained':
        report(findings, here, 'invariant', 'ref-1: nothing contained has this id')
        break
      case 'unresolved':
        report(
          findings,
          here,
          'reference-unresolved',
          'nothing in the Bundle has this fullUrl',
          runtime.state.isClosed ? 'error' : 'warning',
        )
        break
      case 'no-type':
        report(findings, here, 'reference-target', 'points at no resource type of R4')
        break
      case 'other-type':
        report(findings, here, 'reference-target', `must point at one of: ${targets?.join(', ')}`)
        break
      case undefined:
        break
    }
  }
  if (typeof type !== 'string' || !targets || targets.includes(type.slice(type.lastIndexOf('/') + 1))) return
  // A stated type is a hint: official examples state others.
  report(findings, below(place, 'type'), 'reference-target', `must be one of: ${targets.join(', ')}`, 'warning')
}
