// Random searches of what is in memory (AuditEvents, conformance resources), each held against a plain filter over the same resources.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meets, type Candidate } from '../../gateway/fhir/clause-test.ts'
import { searchQuery } from '../../gateway/fhir/search-query.ts'
import { indexRows } from '../../gateway/store/index-rows.ts'
import { nameOf, plainSearch, type Parameter, type Shelf, type Stored } from './plain-search.ts'
import { base, drawnResource, drawnSearch, nameFor, type Drawn, type DrawnSearch } from './search-grammar.ts'

const searches = process.env['LONG'] === '1' ? 50_000 : 2_000
const searchesPerShelf = 50
const now = '2026-01-05T10:15:00.000000Z'

describe('a random search in memory', () => {
  it('finds what a plain filter finds', { timeout: process.env['LONG'] === '1' ? 3_600_000 : 120_000 }, () => {
    let finding = 0
    fc.assert(
      fc.property(
        fc.array(drawnResource, { minLength: 30, maxLength: 70, size: 'max' }),
        fc.array(drawnSearch, { minLength: searchesPerShelf, maxLength: searchesPerShelf, size: 'max' }),
        (resources, drawn) => {
          const shelf = shelfOf(resources)
          const candidates = shelf.all.map(candidateOf)
          for (const one of drawn) finding += compared(one, shelf, candidates)
        },
      ),
      // One search in one set of resources is small enough to be read; to make them smaller takes minutes.
      { numRuns: searches / searchesPerShelf, endOnFailure: true },
    )
    // Searches that find nothing prove little.
    expect(finding).toBeGreaterThan(searches / 4)
  })
})

/** Answers 1 where the search found something, 0 where there was nothing to find. */
function compared({ type, ...drawn }: DrawnSearch, shelf: Shelf, candidates: readonly Candidate[]): number {
  const parameters = drawn.parameters.map(([name, value]): Parameter => [name, dated(value, shelf)])
  const { where, faults } = searchQuery(type, parameters, { base, at: now, mayRead: () => true })
  // What is refused is held against the plain filter where the store is searched (random-search.test.ts).
  if (faults.length > 0) return 0
  const found = candidates.filter((one) => one.type === type && meets(one, where, candidates))
  const expected = plainSearch(type, parameters, shelf).map(nameOf)
  expect({ type, parameters, found: found.map(({ id }) => `${type}/${id}`) }).toEqual({ type, parameters, found: expected })
  return expected.length > 0 ? 1 : 0
}

/** With the instants in it that it names by number. */
const dated = (value: string, { all }: Shelf): string =>
  value.replace(/\{at:(\d+)\}/g, (_, at: string) => all[Number(at) % all.length]?.updated ?? now)

function shelfOf(resources: readonly Drawn[]): Shelf {
  const counts = new Map<string, number>()
  const all = resources.map(({ resource }, i): Stored => {
    const type = resource.resourceType
    const number = (counts.get(type) ?? 0) + 1
    counts.set(type, number)
    // As JSON has it: drawn records have no prototype, which FHIRPath stumbles over.
    const stored = JSON.parse(JSON.stringify({ ...resource, id: nameFor(type, number) })) as Stored['resource']
    return { resource: stored, updated: `2026-01-05T10:${String(i % 60).padStart(2, '0')}:00.000000Z` }
  })
  return { all, base, now }
}

function candidateOf({ resource, updated }: Stored): Candidate {
  return { type: resource.resourceType, id: resource.id, at: updated, index: indexRows(resource, base) }
}
