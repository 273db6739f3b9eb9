// Profiles asked of a resource that was found valid before: the same answer as of one that is gone through whole.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownValidator } from '../../profiles/own-validator.ts'

const built = join(import.meta.dirname, '../../profiles/built')
const filesIn = (folder: string) =>
  readdirSync(join(built, folder)).map((name) => JSON.parse(readFileSync(join(built, folder, name), 'utf8')) as Json)

interface Json {
  readonly [name: string]: unknown
}

const profiles = filesIn('definitions')
  .filter(({ resourceType, kind }) => resourceType === 'StructureDefinition' && kind === 'resource')
  .map(({ url }) => String(url))

/** Each example, and each without one of its elements. */
const resources = filesIn('examples').flatMap((example) => {
  const without = (name: string) => Object.fromEntries(Object.entries(example).filter(([one]) => one !== name)) as Json
  return [example, ...Object.keys(example).map(without)].map(({ meta: _, ...resource }) => resource)
})

describe('a resource that was found valid', () => {
  it('is held to its profiles as if it were gone through whole', () => {
    const validator = ownValidator()
    const valid = resources.filter((resource) => validator.isValid(resource))
    const meant = valid.flatMap((resource) => profiles.map((profile) => [resource, profile] as const))
    const answers = meant.map(([resource, profile]) => validator.isValid(resource, { profile }))
    expect(meant.map(([resource, profile]) => validator.isValid(resource, { profile, isRight: true }))).toEqual(answers)
    expect(new Set(answers)).toEqual(new Set([true, false]))
  })

  it('meets no profile that is not known, and is itself an object', () => {
    const validator = ownValidator()
    expect(validator.isValid(resources[0], { profile: 'https://unknown.example/profile', isRight: true })).toBe(false)
    expect(validator.isValid('Patient', { profile: profiles[0] ?? '', isRight: true })).toBe(false)
  })
})
