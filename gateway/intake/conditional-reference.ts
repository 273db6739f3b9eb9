// Conditional references of a transaction: the one resource that the condition means, stored or in the same Bundle.

import type { FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { indexRows } from '../store/search-parameters.ts'
import { criteriaOf, find, type ConditionsHouse, type Criteria } from './conditional.ts'
import { isKnownType } from '../types.ts'
import { pathOf } from './entry.ts'
import { conditionsIn } from './links.ts'
import { meets } from './meets.ts'
import { sentIn, type Placed } from './place.ts'
import type { Planning } from './planning.ts'

/** `Type/id` by conditional reference. Throws a Refusal with a fault for each that means none, or several. */
export async function resolveConditions(
  planning: Planning,
  placed: readonly Placed[],
  house: ConditionsHouse & { readonly base: string },
): Promise<ReadonlyMap<string, string>> {
  const resolved = new Map<string, string>()
  const refusals: Refusal[] = []
  const written = placed.flatMap(asWritten)
  for (const { entry, resource } of written) {
    if (resource.resourceType === 'Bundle') continue
    for (const { condition, path } of conditionsIn(resource, pathOf(entry), house.base)) {
      if (resolved.has(condition)) continue
      try {
        resolved.set(condition, await meant(planning, condition, written, house, path))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refusals.push(error)
      }
    }
  }
  const [first] = refusals
  if (!first) return resolved
  throw new Refusal(
    first.reason,
    refusals.flatMap(({ faults }) => faults),
  )
}

type Written = Placed & { readonly resource: FhirResource }

/** What the Bundle makes of the resource, a patch applied. One that cannot be applied is told when it is its turn to be written. */
function asWritten(one: Placed): readonly Written[] {
  if (one.isFound) return []
  try {
    return [{ ...one, resource: sentIn(one) }]
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

async function meant(
  planning: Planning,
  condition: string,
  all: readonly Written[],
  house: ConditionsHouse & { readonly base: string },
  expression: string,
): Promise<string> {
  const mark = condition.indexOf('?')
  const [type, query] = [condition.slice(0, mark), condition.slice(mark + 1)]
  if (!isKnownType(type)) throw noneOrMany(0, type, expression)
  const criteria = criteriaOf(planning, type, query, house, { expression })
  const written = writtenAs(type, all)
  const stored = async (which: Criteria) => (await find(planning, which)).filter((reference) => !written.has(reference))
  const own = [...new Set([...(await stored(criteria)), ...inBundle(criteria, written, house.base, expression)])]
  // Whoever has no record of the person itself means the one that it can see.
  const found = own.length === 0 && criteria.isOwn ? await stored({ ...criteria, isOwn: false }) : own
  const [only, ...others] = found
  if (only === undefined || others.length > 0) throw noneOrMany(found.length, type, expression)
  return only
}

/** What the Bundle makes of resources of this type: it counts, and not what they were before. */
function writtenAs(type: string, all: readonly Written[]): ReadonlyMap<string, Written> {
  const own = all.filter(({ resource }) => resource.resourceType === type)
  return new Map(own.map((one) => [one.reference, one]))
}

function inBundle(
  { where }: Criteria,
  written: ReadonlyMap<string, Written>,
  base: string,
  expression: string,
): readonly string[] {
  return [...written].flatMap(([reference, { resource }]) => {
    const [, id = ''] = reference.split('/')
    const isMet = meets(where, id, indexRows({ ...resource, id }, base))
    if (isMet === undefined) {
      const text = 'this condition cannot be told of what stands in the same transaction: refer to its fullUrl'
      throw new Refusal('unprocessable', { id: 'condition-untold', text, expression })
    }
    return isMet ? [reference] : []
  })
}

function noneOrMany(count: number, type: string, expression: string): Refusal {
  if (count > 1)
    return new Refusal('multiple-matches', {
      id: 'multiple-matches',
      text: `a conditional reference matches more than one ${type}`,
      expression,
    })
  return new Refusal('unprocessable', {
    id: 'reference-unknown',
    text: 'a conditional reference matches nothing that is known here',
    expression,
    code: 'not-found',
  })
}
