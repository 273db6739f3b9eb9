// An answer as it was asked for. Handlers answer JSON text; the door turns it into XML, lays it out, or leaves it alone.

import { parseKeeping } from '../../profiles/decimal.ts'
import type { Answer } from '../handler.ts'
import { fhirJson } from './answer.ts'
import type { Representation } from './accept.ts'
import { inXml } from './xml-answer.ts'

/** The same resource, status and headers; what is no FHIR JSON (a Binary's content, discovery) stays as it is. */
export function represented(answer: Answer, wants: Representation): Answer {
  const { headers, body } = answer
  if (headers?.['content-type'] !== fhirJson) return answer
  if (typeof body !== 'string' || body === '') return answer
  const named = { ...answer, headers: { ...headers, 'content-type': wants.contentType } }
  if (wants.format === 'xml') return { ...named, body: inXml(body) }
  if (wants.isPretty) return { ...named, body: JSON.stringify(parseKeeping(body), undefined, 2) }
  return wants.contentType === fhirJson ? answer : named
}
