// What a request is for and on whose behalf it is made, as its token or its headers state them.

import { Refusal } from '../refusal.ts'

/** What a client is registered for; of direct care its requests may say more closely which. */
export const registeredPurposes = ['direct-care', 'secondary-use'] as const

/** Of v3-PurposeOfUse: treatment, coordination of care, and their emergencies. Everything else is not direct care. */
const directCare: readonly string[] = ['direct-care', 'TREAT', 'COC', 'ETREAT', 'ERTREAT', 'BTG']

export const isDirectCare = (purpose: string): boolean => directCare.includes(purpose)

/** Breaking glass. */
export const breakingGlass = 'BTG'

/** What an access token states, because the assertion did that it was given for. */
export interface Claimed {
  /** A code of v3-PurposeOfUse. */
  readonly purpose?: string
  /** `system|value` of the professional on whose behalf it is asked. */
  readonly practitioner?: string
}

export interface Stated extends Claimed {
  /** A code of v3-PurposeOfUse, or what the client is registered for. */
  readonly purpose: string
  /** Which of them stand in the token, and which in the request; absent where neither does. */
  readonly stated?: string
}

export const purposeHeader = 'X-Purpose-Of-Use'
export const practitionerHeader = 'NHSD-Requesting-Practitioner'

/**
 * What the token or the request states; a client that is registered for secondary use asks for nothing else. Throws 400 for a header
 * that cannot be read: passing it over would put a false entry into the audit; 403 for one that says something else than the token,
 * which the client has signed for.
 */
export function statedIn(headers: Headers, registered = 'direct-care', claimed: Claimed = {}): Stated {
  const sent = headers.get(purposeHeader) ?? undefined
  if (sent !== undefined && !isCode(sent)) throw unreadable(purposeHeader, 'holds one code of v3-PurposeOfUse')
  const purpose = agreed(purposeHeader, sent, claimed.purpose)
  const practitioner = agreed(practitionerHeader, practitionerIn(headers), claimed.practitioner)
  const isNarrower = purpose !== undefined && (registered === 'direct-care' || !isDirectCare(purpose))
  const stated = [
    ...(isNarrower ? [`purpose:${claimed.purpose === undefined ? 'request' : 'token'}`] : []),
    ...(practitioner === undefined ? [] : [`practitioner:${claimed.practitioner === undefined ? 'request' : 'token'}`]),
  ]
  return {
    purpose: isNarrower ? purpose : registered,
    ...(practitioner !== undefined && { practitioner }),
    ...(stated.length > 0 && { stated: stated.join(' ') }),
  }
}

function agreed(header: string, sent: string | undefined, claimed: string | undefined): string | undefined {
  if (sent === undefined || claimed === undefined || sent === claimed) return claimed ?? sent
  const text = `${header} says something else than the access token`
  throw new Refusal('forbidden', { id: 'header-contradicts-token', text, location: header })
}

const isCode = (text: string): boolean => /^[A-Z]{2,20}$/.test(text)

/** v3-PurposeOfUse takes its codes from v3-ActReason, which UDAP names by this OID. */
const actReasons = 'urn:oid:2.16.840.1.113883.5.8#'

export type ClaimedIn = { readonly ok: true; readonly claimed: Claimed } | { readonly ok: false; readonly words: string }

/**
 * What the claims of an assertion state: `purpose_of_use`, by itself or in UDAP's `hl7-b2b` extension (one code, with or without its
 * system), and GP Connect's `requesting_practitioner` (a Practitioner or PractitionerRole with an identifier). One that cannot be
 * read is a fault: a token without it would say less than its client meant.
 */
export function claimedIn(claims: Readonly<Record<string, unknown>>): ClaimedIn {
  const { extensions, requesting_practitioner: person } = claims
  const b2b = isObject(extensions) ? extensions['hl7-b2b'] : undefined
  const said = [claims['purpose_of_use'], isObject(b2b) ? b2b['purpose_of_use'] : undefined]
    .flat()
    .filter((one) => one !== undefined)
  const codes = new Set(said.map((one) => (typeof one === 'string' ? one.replace(actReasons, '') : '')))
  const [purpose] = codes
  if (codes.size > 1 || (purpose !== undefined && !isCode(purpose)))
    return { ok: false, words: 'purpose_of_use must be one code of v3-PurposeOfUse' }
  const practitioner = person === undefined ? undefined : identifierIn(person)
  if (person !== undefined && practitioner === undefined)
    return { ok: false, words: 'requesting_practitioner must be a Practitioner or PractitionerRole with an identifier' }
  return { ok: true, claimed: { ...(purpose !== undefined && { purpose }), ...(practitioner !== undefined && { practitioner }) } }
}

/** Names, posts and whatever else stands there are not kept. */
const longestHeader = 4096

/** BaRS: base64 of a PractitionerRole (or Practitioner) with an identifier, such as the SDS role profile id. */
function practitionerIn(headers: Headers): string | undefined {
  const text = headers.get(practitionerHeader)
  if (text === null) return undefined
  const found = text.length <= longestHeader ? identifierIn(decoded(text)) : undefined
  if (found === undefined)
    throw unreadable(practitionerHeader, 'holds a PractitionerRole or Practitioner with an identifier, as JSON in base64')
  return found
}

function decoded(text: string): unknown {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64')))
  } catch {
    return undefined
  }
}

function identifierIn(resource: unknown): string | undefined {
  if (!isObject(resource) || !['PractitionerRole', 'Practitioner'].includes(String(resource['resourceType']))) return undefined
  // BaRS writes one identifier where FHIR has a list.
  const [first] = [resource['identifier']].flat()
  const { system, value } = isObject(first) ? first : {}
  if (typeof system !== 'string' || !/^[A-Za-z][A-Za-z0-9+.-]*:[^\s|]{1,200}$/.test(system)) return undefined
  return typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value) ? `${system}|${value}` : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unreadable = (location: string, text: string): Refusal =>
  new Refusal('invalid', { id: 'header-invalid', text, location, code: 'value' })
