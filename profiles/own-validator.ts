// The validator over R4 and our own profiles: made when it is first asked for, from what was written at build time.

import { link } from './built/validator.js'
import { type Validator, validatorOf } from './compiler/validator.ts'
import { ownPlan, packagedTerminology } from './definitions-own.ts'

/** One for all. The plan is read when the first fault is to be explained. */
export function ownValidator(): Validator {
  return (made ??= validatorOf(link, ownPlan, packagedTerminology()))
}

let made: Validator | undefined
