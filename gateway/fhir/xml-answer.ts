// An answer in FHIR XML: handlers produce JSON text, and the door turns it when XML is asked for.

import { parseKeeping } from '../../profiles/decimal.ts'
import { writeXml } from '../../profiles/xml/write.ts'
import type { Answer } from '../handler.ts'
import { fhirJson } from './answer.ts'
import { isRecord } from './resource.ts'

export const fhirXml = 'application/fhir+xml; charset=utf-8'

/** The same resource, status and headers; what is no FHIR JSON (a Binary's content, discovery) stays as it is. */
export function inXml(answer: Answer): Answer {
  const { headers, body } = answer
  if (headers?.['content-type'] !== fhirJson || typeof body !== 'string' || body === '') return answer
  const resource = parseKeeping(body)
  if (!isRecord(resource)) return answer
  return { ...answer, headers: { ...headers, 'content-type': fhirXml }, body: writeXml(resource) }
}
