// Holds everything that the demo stores and answers against the validator.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { isResource } from '../fhir/resource.ts'
import type { Access, Store } from '../store/store.ts'
import { profileOf, resourceTypes } from '../types.ts'
import type { Wire } from './wire.ts'

export interface Checked {
  readonly answers: number
  readonly stored: number
  /** How many stored resources claim the profile that they are meant for, and how many have none. */
  readonly claiming: number
  readonly withoutProfile: number
  /** Where and what, of everything that is not valid. */
  readonly faults: readonly string[]
}

export interface Watch {
  /** The wire, with every FHIR answer looked at. */
  over(wire: Wire): Wire
  /** What was seen, and what is stored now. */
  end(store: Store): Promise<Checked>
}

export function watch(validator: Validator): Watch {
  const faults: string[] = []
  let answers = 0
  const look = (value: unknown, where: string): void => {
    if (!validator.isValid(value))
      faults.push(
        ...validator
          .validate(value)
          .filter(isError)
          .map((issue) => words(issue, where)),
      )
  }
  return {
    over: (wire) => ({
      ...wire,
      async ask(method, path, body, headers) {
        const answer = await wire.ask(method, path, body, headers)
        if (!answer.headers.get('content-type')?.startsWith('application/fhir+json')) return answer
        answers += 1
        look(parseKeeping(answer.text), `answer ${answers}`)
        return answer
      },
    }),
    async end(store) {
      const resources = await all(store)
      for (const resource of resources) look(resource, 'stored')
      const meant = resources.filter((resource) => profileOf(resource) !== undefined)
      const claiming = meant.filter((resource) => claimsOf(resource).includes(profileOf(resource) ?? ''))
      const withoutProfile = resources.length - meant.length
      return { answers, stored: resources.length, claiming: claiming.length, withoutProfile, faults }
    },
  }
}

const isError = ({ severity }: Issue): boolean => severity === 'error'

const words = ({ id, expression }: Issue, where: string): string => `${where}: ${id} at ${expression}`

const claimsOf = ({ meta }: { readonly meta?: Record<string, unknown> }): readonly unknown[] => [meta?.['profile'] ?? []].flat()

async function all(store: Store) {
  const access: Access = { as: 'gateway', why: 'the demo looks at what it stored' }
  const found = []
  for (const type of Object.keys(resourceTypes)) {
    const { versions } = await store.search(access, {
      type,
      where: [],
      order: [{ by: 'updated', descending: false }],
      count: 1000,
      total: false,
    })
    found.push(
      ...versions
        .filter(({ deleted }) => !deleted)
        .map(({ text }): unknown => parseKeeping(text))
        .filter(isResource),
    )
  }
  return found
}
