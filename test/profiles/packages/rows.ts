// What two snapshots must agree on, element by element, as text that a test can compare.

import type { ElementDefinition, StructureDefinition } from '@medplum/fhirtypes'
import { essentials, valueOf } from '../../../profiles/packages/element.ts'

/** `id: what it says`, for every element of a snapshot, in order. */
export function rowsOf(definition: StructureDefinition | undefined): ReadonlyMap<string, string> {
  return new Map((definition?.snapshot?.element ?? []).map((element) => [element.id ?? element.path, rowOf(element)]))
}

/** The elements of which two snapshots do not say the same, with what each says. */
export function differences(expected: StructureDefinition, made: StructureDefinition | undefined): Record<string, string[]> {
  const [wanted, got] = [rowsOf(expected), rowsOf(made)]
  const ids = [...new Set([...wanted.keys(), ...got.keys()])].filter((id) => wanted.get(id) !== got.get(id))
  return Object.fromEntries(ids.map((id) => [id, [wanted.get(id) ?? 'absent', got.get(id) ?? 'absent']]))
}

function rowOf(element: ElementDefinition): string {
  const { min, max, type, binding, slicing, constraint, contentReference, maxLength, sliceName } = essentials(element)
  const { discriminator, rules, ordered = false } = slicing ?? {}
  return JSON.stringify({
    cardinality: `${min}..${max}`,
    type: type?.map(({ code, profile, targetProfile }) => ({ code, profile, targetProfile })),
    binding: binding && [binding.strength, binding.valueSet],
    value: valueOf(element),
    // That extensions are sliced by url goes without saying; profiles/r4 leaves it out.
    slicing: slicing && discriminator?.[0]?.path !== 'url' ? [discriminator, rules, ordered] : undefined,
    constraint:
      constraint
        ?.map(({ key }) => key)
        .toSorted()
        .join(' ') || undefined,
    contentReference,
    maxLength,
    sliceName,
  })
}
