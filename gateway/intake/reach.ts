// Granular scopes and writing: what is changed, and what becomes of it, must lie within what the caller's scopes reach.

import { granularTypes, narrowingsOf, type Letter } from '../auth/scopes.ts'
import type { Caller } from '../auth/bearer.ts'
import { isRecord, isResource, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { isWithin } from '../store/narrowed.ts'
import { indexRows } from '../store/search-parameters.ts'
import type { StoredAnswer } from '../store/store.ts'
import { pathOf, typeOf, type Change } from './entry.ts'
import type { Planning, Stored } from './planning.ts'

/** A change as it was placed: what it names, and what stood there. */
interface Placed {
  readonly entry: Change
  readonly reference?: string
  readonly before?: Stored
  /** A condition found it, so nothing is written. */
  readonly isFound?: boolean
}

/** The refusals of changes that leave what their scope reaches, looked at once all effects are planned: as it will be stored. */
export function beyondReach(planning: Planning, changes: readonly Placed[]): readonly Refusal[] {
  return changes.flatMap(({ entry, reference, before, isFound }) => {
    if (reference === undefined || isFound) return []
    const after = entry.method === 'delete' ? undefined : planning.resource(reference)
    const resources = [before?.resource, after]
    return reaches(planning, typeOf(entry), lettersOf(entry, before), resources) ? [] : [notReached(typeOf(entry), pathOf(entry))]
  })
}

/** What is made under an id of the caller's choosing is updated and created. */
function lettersOf({ method }: Change, before: Stored | undefined): readonly Letter[] {
  if (method === 'delete') return ['d']
  if (before) return ['u']
  return method === 'update' ? ['c', 'u'] : ['c']
}

/** Each of the letters reaches each of the resources. */
export function reaches(
  { caller, base }: Pick<Planning, 'caller' | 'base'>,
  type: string,
  letters: readonly Letter[],
  resources: readonly (FhirResource | undefined)[],
): boolean {
  return letters.every((letter) => {
    const narrowings = narrowingsOf(caller.scopes, type, [letter])
    return !narrowings || resources.every((one) => !one || isWithin(narrowings, one.id ?? '', indexRows(one, base)))
  })
}

export const notReached = (type: string, expression: string): Refusal =>
  new Refusal(
    'forbidden',
    {
      id: 'scope-narrowed',
      text: `the scopes for ${type} are narrowed to others than this one, as it is or as it would be`,
      expression,
    },
    { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
  )

/**
 * Throws where the first answer to a repeated request tells of resources that the caller's scopes do not let it write now: the first
 * may have been asked with wider ones.
 */
export function checkHeard(answer: StoredAnswer, caller: Caller, base: string): void {
  const types = granularTypes(caller.scopes)
  if (types.length === 0 || !answer.body.startsWith('{')) return
  for (const resource of resourcesIn(JSON.parse(answer.body))) {
    const type = resource.resourceType
    if (!types.includes(type)) continue
    const narrowings = narrowingsOf(caller.scopes, type, ['c', 'u'])
    if (narrowings && !isWithin(narrowings, resource.id ?? '', indexRows(resource, base))) throw notReached(type, type)
  }
}

function resourcesIn(value: unknown): readonly FhirResource[] {
  if (!isResource(value)) return []
  const entries = value.resourceType === 'Bundle' && Array.isArray(value['entry']) ? value['entry'] : []
  return [value, ...entries.flatMap((entry) => (isRecord(entry) ? resourcesIn(entry['resource']) : []))]
}
