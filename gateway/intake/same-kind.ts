// One resource, one kind of data: a change shows nobody what they might not read before it.

import { showsNoMore } from '../auth/access.ts'
import type { FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { kindOf } from '../types.ts'

/**
 * 422 when a change would show the resource, and its history with it, to others: a concern that becomes an alert, a home that
 * becomes a place of work. What is another thing is another resource.
 */
export function checkSameKind(before: FhirResource, after: FhirResource): void {
  const [was, is] = [kindOf(before), kindOf(after)]
  if (showsNoMore(is, was)) return
  throw new Refusal('unprocessable', {
    id: 'kind-changed',
    text: `this was ${was} and would be ${is}, which others read, its history too; send it as a new resource`,
    expression: after.resourceType,
    code: 'business-rule',
  })
}
