// A Binary that is sent as the content itself: the resource that its bytes and headers make. https://hl7.org/fhir/R4/binary.html#rest

import { limits } from '../config.ts'
import { isFhirType, readResource } from '../fhir/body.ts'
import type { FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import type { Incoming } from './receive.ts'

/** What a create or an update brings: the resource in its body or, at the address of Binaries, the one around its body. */
export function sentResource(incoming: Incoming): FhirResource {
  const isContent = incoming.target === 'Binary' && incoming.contentType !== '' && !isFhirType(incoming.contentType)
  return isContent ? binaryAround(incoming) : readResource(incoming)
}

function binaryAround({ bytes, contentType, headers }: Incoming): FhirResource {
  if (bytes.length > mostBytes) {
    throw new Refusal('too-large', {
      id: 'body-too-large',
      text: `the content is larger than ${mostBytes} bytes, and could not be sent as a resource`,
    })
  }
  const reference = securityContextIn(headers)
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return {
    resourceType: 'Binary',
    contentType,
    ...(reference !== undefined && { securityContext: { reference } }),
    ...(data !== '' && { data }),
  }
}

/** Base64 makes four characters of three bytes, and the rest of the resource has to find room as well. */
const mostBytes = Math.floor((limits.message * 3) / 4) - 1024

/** Of two references nobody knows which is meant, and to pass over one that cannot be read would lose the guard. */
function securityContextIn(headers: Headers): string | undefined {
  const reference = headers.get('x-security-context') ?? undefined
  if (reference === undefined || isReference(reference)) return reference
  throw new Refusal('invalid', {
    id: 'security-context',
    text: 'X-Security-Context holds one reference, like Encounter/123',
    location: 'X-Security-Context',
  })
}

/** The comma is how two headers of one name are joined. */
const isReference = (text: string): boolean =>
  /^(?:[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?|https?:\/\/[^\s,]+|urn:[^\s,]+)$/.test(text)
