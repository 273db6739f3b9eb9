// The seeded faults themselves: each still fits the file that it is meant for.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mutated } from './mutant.ts'
import { mutants } from './mutants.ts'

describe('every mutant', () => {
  it('has an id of its own', () => {
    const ids = mutants.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it.each(mutants.map((mutant) => [mutant.id, mutant] as const))('%s finds its place once in its file', (_, mutant) => {
    const text = readFileSync(mutant.file, 'utf8')
    const counts = [mutant, ...(mutant.more ?? [])].map(({ find }) => text.split(find).length - 1)
    expect(counts).toEqual(counts.map(() => 1))
    expect(mutated(text, mutant)).not.toBe(text)
  })
})
