// Every seeded fault.

import { joins } from '../store/joins.ts'
import { auth } from './auth.ts'
import { http } from './http.ts'
import { intake } from './intake.ts'
import { mapping } from './mapping.ts'
import type { Mutant } from './mutant.ts'
import { narrowing } from './narrowing.ts'
import { negotiation } from './negotiation.ts'
import { profiles } from './profiles.ts'
import { reading } from './reading.ts'
import { searching } from './search.ts'
import { tokens } from './tokens.ts'
import { writing } from './writing.ts'
import { xml } from './xml.ts'

/**
 * The access join left out of one query of the store; each is found by a law of the store, and these by a client too. That what
 * an include starts from is visible cannot be seen from outside: it starts from what a search has found.
 */
const seenJoins = joins.filter(({ id }) => id !== 'include-from').map((join) => ({ ...join, id: `join-${join.id}` }))

export const mutants: readonly Mutant[] = [
  ...auth,
  ...http,
  ...intake,
  ...mapping,
  ...profiles,
  ...xml,
  ...negotiation,
  ...reading,
  ...tokens,
  ...narrowing,
  ...searching,
  ...writing,
  ...seenJoins,
]
