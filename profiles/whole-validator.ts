// The validator over all of R4 and our own profiles, for whoever asks what is wrong with a resource that is not stored here.

import type { Validator } from './compiler/validator.ts'
import { ownDefinitions, ownMessageDefinitions, packagedTerminology, r4Definitions } from './definitions-own.ts'
import { withFurtherTypes } from './further-types.ts'
import { ownValidator } from './own-validator.ts'

/** One for all. As `ownValidator` for the types that it knows; the others are taken in when they are met. */
export function wholeValidator(): Validator {
  return (made ??= withFurtherTypes(ownValidator(), () => ({
    definitions: [...r4Definitions(), ...ownDefinitions()],
    messageDefinitions: ownMessageDefinitions(),
    terminology: packagedTerminology(),
  })))
}

let made: Validator | undefined
