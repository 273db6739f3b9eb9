// Every requirement there is, in the order in which they are listed.

import { access } from './requirements/access.ts'
import { accessEnds } from './requirements/access-end.ts'
import { assertion } from './requirements/assertion.ts'
import { assertionSignature } from './requirements/assertion-signature.ts'
import { create } from './requirements/create.ts'
import { createOnce } from './requirements/create-once.ts'
import { decisions } from './requirements/decisions.ts'
import { discovery } from './requirements/discovery.ts'
import { hl7Area } from './requirements/hl7.ts'
import { hl7Once } from './requirements/hl7-once.ts'
import { mapping } from './requirements/mapping.ts'
import { mappingStay } from './requirements/mapping-stay.ts'
import { message } from './requirements/message.ts'
import { messageOnce } from './requirements/message-once.ts'
import { metadata } from './requirements/metadata.ts'
import { privacy } from './requirements/privacy.ts'
import { profiles } from './requirements/profiles.ts'
import { read } from './requirements/read.ts'
import { refusals } from './requirements/refusal.ts'
import { scopes } from './requirements/scopes.ts'
import { search } from './requirements/search.ts'
import { searchPages } from './requirements/search-page.ts'
import { token } from './requirements/token.ts'
import { transactions } from './requirements/transaction.ts'
import { update } from './requirements/update.ts'
import { validates } from './requirements/validate.ts'
import { xmlArea } from './requirements/xml.ts'
import { work } from './requirements/work.ts'
import type { Requirement } from './requirement.ts'

/** A new one goes to the end of its area: a requirement's people come from its place here, so that two never share one. */
export const suite: readonly Requirement[] = [
  ...discovery,
  ...token,
  ...assertion,
  ...assertionSignature,
  ...scopes,
  ...metadata,
  ...create,
  ...createOnce,
  ...read,
  ...update,
  ...search,
  ...searchPages,
  ...transactions,
  ...refusals,
  ...privacy,
  ...message,
  ...messageOnce,
  ...hl7Area,
  ...hl7Once,
  ...mapping,
  ...mappingStay,
  ...work,
  ...access,
  ...accessEnds,
  ...validates,
  ...profiles,
  ...decisions,
  ...xmlArea,
]
