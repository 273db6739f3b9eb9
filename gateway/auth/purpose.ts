// What a request is for and on whose behalf it is made, as its headers state them.

import { Refusal } from '../refusal.ts'

/** What a client is registered for; of direct care its requests may say more closely which. */
export const registeredPurposes = ['direct-care', 'secondary-use'] as const

/** Of v3-PurposeOfUse: treatment, coordination of care, and their emergencies. Everything else is not direct care. */
const directCare: readonly string[] = ['direct-care', 'TREAT', 'COC', 'ETREAT', 'ERTREAT', 'BTG']

export const isDirectCare = (purpose: string): boolean => directCare.includes(purpose)

/** Breaking glass. */
export const breakingGlass = 'BTG'

export interface Stated {
  /** A code of v3-PurposeOfUse, or what the client is registered for. */
  readonly purpose: string
  /** `system|value` of the professional on whose behalf it is asked. */
  readonly practitioner?: string
}

export const purposeHeader = 'X-Purpose-Of-Use'
export const practitionerHeader = 'NHSD-Requesting-Practitioner'

/**
 * What the request states; a client that is registered for secondary use asks for nothing else. Throws 400 for a header that
 * cannot be read: passing it over would put a false entry into the audit.
 */
export function statedIn(headers: Headers, registered = 'direct-care'): Stated {
  const purpose = headers.get(purposeHeader)
  if (purpose !== null && !/^[A-Z]{2,20}$/.test(purpose)) throw unreadable(purposeHeader, 'holds one code of v3-PurposeOfUse')
  const practitioner = practitionerIn(headers)
  const isNarrower = purpose !== null && (registered === 'direct-care' || !isDirectCare(purpose))
  return { purpose: isNarrower ? purpose : registered, ...(practitioner !== undefined && { practitioner }) }
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
