// Which preconditions a write follows; one that it does not is refused, because to ignore it would lose the guard. RFC 9110 §13

import { Refusal, type Fault } from '../refusal.ts'
import type { BundleRequest } from './bundle-request.ts'

type Writing = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Of PUT `If-None-Match: *`, and no other. */
const followed: Readonly<Record<Writing, readonly string[]>> = {
  POST: ['If-None-Exist'],
  PUT: ['If-Match', 'If-None-Match'],
  PATCH: ['If-Match'],
  DELETE: ['If-Match'],
}

/** `If-Modified-Since` is for reading alone, and ignored otherwise (§13.1.3). */
const headerNames: readonly string[] = ['If-Match', 'If-None-Match', 'If-None-Exist', 'If-Unmodified-Since']

/** A Bundle knows no method to which its own would mean nothing. */
const elements = {
  ifMatch: 'If-Match',
  ifNoneMatch: 'If-None-Match',
  ifNoneExist: 'If-None-Exist',
  ifModifiedSince: 'If-Modified-Since',
} as const

/** Throws a Refusal (400). A Bundle of many is guarded entry by entry. */
export function checkPreconditions(method: Writing | 'Bundle', headers: Headers): void {
  const faults = headerNames.flatMap((name) => {
    const value = headers.get(name)
    return value === null || isFollowed(method, name, value) ? [] : [faultAt({ location: name }, method)]
  })
  if (faults.length > 0) throw new Refusal('invalid', faults)
}

/** Of an entry that writes, where they stand in the Bundle. */
export function preconditionFaults({ path, method, ...request }: BundleRequest): readonly Fault[] {
  if (method === 'GET' || method === 'HEAD') return []
  return Object.entries(elements).flatMap(([element, name]) => {
    const value = request[element as keyof typeof elements]
    const isFine = value === undefined || isFollowed(method, name, value)
    return isFine ? [] : [faultAt({ expression: `${path}.request.${element}` }, method)]
  })
}

const isFollowed = (method: Writing | 'Bundle', name: string, value: string): boolean =>
  method !== 'Bundle' && followed[method].includes(name) && (name !== 'If-None-Match' || value.trim() === '*')

const faultAt = (place: Pick<Fault, 'expression' | 'location'>, method: Writing | 'Bundle'): Fault => ({
  id: 'precondition-not-followed',
  text: `${words[method]}; to ignore another precondition would lose the guard`,
  code: 'not-supported',
  ...place,
})

const words: Readonly<Record<Writing | 'Bundle', string>> = {
  POST: 'a POST follows If-None-Exist alone',
  PUT: 'a PUT follows If-Match, and If-None-Match where it is *',
  PATCH: 'a PATCH follows If-Match alone',
  DELETE: 'a DELETE follows If-Match alone',
  Bundle: 'a batch or transaction follows those in its entries',
}
