// A part of a resource, as a reading with _summary or _elements gives it: it is no record, and never stored as one.

import { isSubsetted, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'

/**
 * A fault for the tag that says so. It has the ETag of the whole, so that If-Match would let it take away what it leaves out (R4
 * search.html#elements: the tag is there "to ensure that the incomplete resource is not accidentally used to overwrite a complete
 * resource").
 */
export function partFaults({ resourceType, meta }: FhirResource): readonly Fault[] {
  const tags: readonly unknown[] = Array.isArray(meta?.['tag']) ? meta['tag'] : []
  return tags.flatMap((tag, i) => (isSubsetted(tag) ? [faultAt(`${resourceType}.meta.tag[${i}]`)] : []))
}

const faultAt = (expression: string): Fault => ({
  id: 'subsetted',
  text: 'says that this is a part of a resource, which would take the place of the whole: send the whole, as it is read without _summary and _elements, without this tag',
  expression,
  code: 'business-rule',
})
