// What is wrong with a resource that is to be stored.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import type { FhirResource } from '../fhir/resource.ts'

/**
 * Every error, none when it may be stored. The quick pass says whether; only what is wrong is gone through for all that is wrong
 * with it. Were the two ever to disagree, the resource is refused.
 */
export function errorsOf(resource: FhirResource, validator: Validator): readonly Issue[] {
  return judge(resource, validator).errors
}

export interface Judged {
  readonly errors: readonly Issue[]
  /** Every literal reference in it, as the same walk met them; undefined where the walk did not see all of it. */
  readonly references: readonly string[] | undefined
}

export function judge(resource: FhirResource, validator: Validator): Judged {
  const { valid, references, isWhole } = validator.check(resource)
  if (!valid) return { errors: explained(resource, validator), references: undefined }
  right.set(resource, validator)
  return { errors: [], references: isWhole ? references.map((one) => String(one['reference'])) : undefined }
}

/** Who found nothing wrong with a resource; it is not changed afterwards, only copied. */
const right = new WeakMap<FhirResource, Validator>()

/** Whether this very resource was judged before, and found right by itself: what profile it meets is another question. */
export const isJudgedRight = (resource: FhirResource, validator: Validator): boolean => right.get(resource) === validator

function explained(resource: FhirResource, validator: Validator): readonly Issue[] {
  const errors = validator.validate(resource).filter(({ severity }) => severity === 'error')
  return errors.length > 0 ? errors : [unexplained(resource)]
}

const unexplained = ({ resourceType }: FhirResource): Issue => ({
  severity: 'error',
  code: 'invalid',
  id: 'not-valid',
  text: 'is not valid',
  expression: resourceType,
})
