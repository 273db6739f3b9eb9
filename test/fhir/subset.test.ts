// Parts of resources: what a summary and named elements keep, on every example of the profiles.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { subsetOf, subsetText, type Subset } from '../../gateway/fhir/subset.ts'
import { ownValidator } from '../../profiles/own-validator.ts'

const folder = 'profiles/built/examples/'
const examples = readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')] as const)
const part = (text: string, subset: Subset) =>
  JSON.parse(subsetText(text, subset)) as Record<string, unknown> & { meta: { profile?: unknown } }

describe('a part of a resource', () => {
  it.each(examples)('is valid R4 where R4 has no rule across elements: %s', (_, text) => {
    for (const by of ['true', 'data'] as const) {
      const { meta, ...rest } = part(text, { by })
      const faults = ownValidator().validate({ ...rest, meta: { ...meta, profile: undefined } })
      const errors = faults.filter(({ severity, id }) => severity === 'error' && id !== 'invariant')
      expect([by, errors.filter(({ expression }) => expression !== `${String(rest['resourceType'])}.meta`)]).toEqual([by, []])
    }
  })

  it('keeps what is mandatory or a modifier beside what is named', () => {
    const task = readFileSync(`${folder}Task-ada-triage-task.json`, 'utf8')
    const { subset } = subsetOf({ summary: null, elements: 'description' }, ['Task'])
    const kept = Object.keys(part(task, subset ?? { by: 'true' }))
    expect(kept).toEqual(expect.arrayContaining(['status', 'intent']))
    expect(kept).not.toContain('focus')
  })

  it('takes a choice by its name with and without its type', () => {
    const delay = readFileSync(`${folder}Observation-ada-delay.json`, 'utf8')
    for (const elements of ['value', 'valueCodeableConcept', 'Observation.value']) {
      const { subset, faults } = subsetOf({ summary: null, elements }, ['Observation'])
      expect(faults).toEqual([])
      expect(part(delay, subset ?? { by: 'text' })).toHaveProperty('valueCodeableConcept')
    }
  })

  it('keeps the text of a decimal, and an extension only where it stands for a value', () => {
    const text =
      '{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1.50},' +
      '"_issued":{"extension":[{"url":"u","valueCode":"unknown"}]},"effectiveDateTime":"2026","_effectiveDateTime":{"id":"a"}}'
    const summary = subsetText(text, { by: 'true' })
    expect(summary).toContain('1.50')
    expect(JSON.parse(summary)).toHaveProperty('_issued')
    expect(JSON.parse(summary)).not.toHaveProperty('_effectiveDateTime')
  })

  it('knows what it cannot tell', () => {
    const faultsOf = (summary: string | null, elements: string | null) =>
      subsetOf({ summary, elements }, ['Patient']).faults.length
    expect([faultsOf('half', null), faultsOf('true', 'name'), faultsOf(null, 'nam'), faultsOf(null, 'Task.status')]).toEqual([
      1, 1, 1, 1,
    ])
    expect([faultsOf('count', null), faultsOf('false', 'name'), faultsOf(null, 'name,id')]).toEqual([0, 0, 0])
  })
})
