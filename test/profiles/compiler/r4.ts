// A validator over R4 alone, as the tests of the compiler use it.

import { packagedTerminology, r4Definitions } from '../../../profiles/definitions-own.ts'
import { type Asked, type Issue, validatorFor } from '../../../profiles/validation.ts'

export const { validator: r4, faults } = validatorFor({ definitions: r4Definitions(), terminology: packagedTerminology() })

/** What stands against it; advice on codes that are not required, and what could not be looked at, is left to its own tests. */
export function issues(resource: unknown, asked?: Asked): readonly Issue[] {
  return r4
    .validate(resource, asked)
    .filter(({ id }) => id !== 'code-not-checked' && id !== 'code-not-preferred' && id !== 'profile-unknown')
}
