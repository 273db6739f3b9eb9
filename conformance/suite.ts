// Every requirement there is, in the order in which they are listed.

import { accessEnds } from './requirements/access-end.ts'
import { accessSearch } from './requirements/access-search.ts'
import { access } from './requirements/access.ts'
import { assertionEdge } from './requirements/assertion-edge.ts'
import { assertionSignature } from './requirements/assertion-signature.ts'
import { assertion } from './requirements/assertion.ts'
import { batches } from './requirements/batch.ts'
import { bodies } from './requirements/body.ts'
import { createAnswers } from './requirements/create-answer.ts'
import { createOnce } from './requirements/create-once.ts'
import { create } from './requirements/create.ts'
import { decisions } from './requirements/decisions.ts'
import { deletes } from './requirements/delete.ts'
import { discoveryTrue } from './requirements/discovery-true.ts'
import { discovery } from './requirements/discovery.ts'
import { headersArea } from './requirements/headers.ts'
import { histories } from './requirements/history.ts'
import { hl7Once } from './requirements/hl7-once.ts'
import { hl7Area } from './requirements/hl7.ts'
import { mappingStay } from './requirements/mapping-stay.ts'
import { mapping } from './requirements/mapping.ts'
import { messageOnce } from './requirements/message-once.ts'
import { message } from './requirements/message.ts'
import { metadataTrue } from './requirements/metadata-true.ts'
import { metadata } from './requirements/metadata.ts'
import { negotiation } from './requirements/negotiate.ts'
import { nhsAttacks } from './requirements/nhs-attacks.ts'
import { nhs } from './requirements/nhs.ts'
import { operations } from './requirements/operations.ts'
import { patchesRefused } from './requirements/patch-refused.ts'
import { patches } from './requirements/patch.ts'
import { privacy } from './requirements/privacy.ts'
import { profiles } from './requirements/profiles.ts'
import { readPart } from './requirements/read-part.ts'
import { read } from './requirements/read.ts'
import { refusalWords } from './requirements/refusal-words.ts'
import { refusals } from './requirements/refusal.ts'
import { registration } from './requirements/registration.ts'
import { scopesAll } from './requirements/scopes-all.ts'
import { remoteKeys } from './requirements/remote-keys.ts'
import { scopesGranularSearch } from './requirements/scopes-granular-search.ts'
import { scopesGranular } from './requirements/scopes-granular.ts'
import { scopes } from './requirements/scopes.ts'
import { searchDates } from './requirements/search-date.ts'
import { searchIncludes } from './requirements/search-include.ts'
import { searchLinks } from './requirements/search-link.ts'
import { searchOrder } from './requirements/search-order.ts'
import { searchPages } from './requirements/search-page.ts'
import { searchStrictly } from './requirements/search-strict.ts'
import { searchValues } from './requirements/search-value.ts'
import { search } from './requirements/search.ts'
import { tokenStatus } from './requirements/token-status.ts'
import { token } from './requirements/token.ts'
import { transactionForms } from './requirements/transaction-form.ts'
import { transactionLinks } from './requirements/transaction-link.ts'
import { transactions } from './requirements/transaction.ts'
import { updateEdges } from './requirements/update-edge.ts'
import { update } from './requirements/update.ts'
import { validates } from './requirements/validate.ts'
import { work } from './requirements/work.ts'
import { xmlArea } from './requirements/xml.ts'
import type { Requirement } from './requirement.ts'

/** A new one goes to the end of its area: a requirement's people come from its place here, so that two never share one. */
export const suite: readonly Requirement[] = [
  ...discovery,
  ...discoveryTrue,
  ...token,
  ...tokenStatus,
  ...assertion,
  ...assertionSignature,
  ...assertionEdge,
  ...registration,
  ...remoteKeys,
  ...nhs,
  ...nhsAttacks,
  ...scopes,
  ...scopesAll,
  ...scopesGranular,
  ...scopesGranularSearch,
  ...metadata,
  ...metadataTrue,
  ...create,
  ...createOnce,
  ...createAnswers,
  ...read,
  ...readPart,
  ...histories,
  ...update,
  ...updateEdges,
  ...patches,
  ...patchesRefused,
  ...deletes,
  ...search,
  ...searchPages,
  ...searchValues,
  ...searchDates,
  ...searchLinks,
  ...searchStrictly,
  ...searchOrder,
  ...searchIncludes,
  ...transactions,
  ...transactionLinks,
  ...transactionForms,
  ...batches,
  ...refusals,
  ...refusalWords,
  ...negotiation,
  ...bodies,
  ...headersArea,
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
  ...accessSearch,
  ...validates,
  ...operations,
  ...profiles,
  ...decisions,
  ...xmlArea,
]
