// What tells one FHIR write from another: its content, whoever sent it and whenever.

import { createHash } from 'node:crypto'
import { isRecord, type FhirResource } from '../fhir/resource.ts'
import type { Identity } from './receive.ts'

/** A repeat is told by its content; when it was sent, and the servers' own marks, are not content (HOUSE law 2). */
export function fhirIdentity(resource: FhirResource, control: string, lane?: string): Identity {
  const { meta: _, timestamp: __, ...content } = resource
  const withoutMeta = JSON.stringify(content, (name, value: unknown) => (name === 'meta' ? undefined : ordered(value)))
  const digest = createHash('sha256').update(withoutMeta).digest('hex')
  return { control, digest, ...(lane && { lane }) }
}

function ordered(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  )
}
