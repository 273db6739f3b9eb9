// What is stored that names a resource in one of its elements, whoever may see it.

import type { Planning } from './planning.ts'

/**
 * `Type/id` of each, in the order in which they were last written. `key` is of the search index: of a reference
 * (`Provenance.target`), or with `isAddress` of a uri, versions included (`DocumentReference.location`).
 */
export async function naming(
  planning: Planning,
  key: string,
  reference: string,
  why: string,
  isAddress = false,
): Promise<readonly string[]> {
  const [type = ''] = key.split('.')
  const { versions } = await planning.store.search(
    { as: 'gateway', why },
    {
      type,
      where: [
        isAddress ? { on: 'uri', key, any: [{ value: reference, how: 'below' }] } : { on: 'reference', key, any: [reference] },
      ],
      order: [{ by: 'updated', descending: false }],
      count: 10_000,
      total: false,
    },
  )
  return versions.map(({ id }) => `${type}/${id}`)
}
