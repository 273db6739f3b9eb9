// What is wrong with a resource that is to be stored.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import type { FhirResource } from '../fhir/resource.ts'

/**
 * Every error, none when it may be stored. The quick pass says whether; only what is wrong is gone through for all that is wrong
 * with it. Were the two ever to disagree, the resource is refused.
 */
export function errorsOf(resource: FhirResource, validator: Validator): readonly Issue[] {
  if (validator.isValid(resource)) return []
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
