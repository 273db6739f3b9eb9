// FHIR read: the current version of one resource. https://hl7.org/fhir/R4/http.html#read

import type { Answer, Ask, House } from '../handler.ts'
import { gone, notFound, versionAnswer } from './answer.ts'
import { binaryAnswer } from './binary.ts'
import { namedResource } from './served.ts'

/** Route parameters: `type`, `id`. Query: `_summary`, `_elements`. */
export async function read(ask: Ask, house: Pick<House, 'store'>): Promise<Answer> {
  const { type, id } = namedResource(ask, 'read')
  const version = await house.store.read(ask.access, type, id)
  if (!version) throw notFound()
  if (version.deleted) throw gone(version)
  return type === 'Binary' ? binaryAnswer(version, ask) : versionAnswer(version, ask)
}
