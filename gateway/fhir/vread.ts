// FHIR vread: one version of one resource. https://hl7.org/fhir/R4/http.html#vread

import type { Answer, Ask, House } from '../handler.ts'
import { gone, notFound, versionAnswer } from './answer.ts'
import { binaryAnswer } from './binary.ts'
import { namedResource } from './served.ts'

/** Route parameters: `type`, `id`, `version`. Query: `_summary`, `_elements`. */
export async function vread(ask: Ask, house: Pick<House, 'store'>): Promise<Answer> {
  const { type, id } = namedResource(ask, 'vread')
  const { version: asked = '' } = ask.params
  if (!/^[1-9]\d{0,8}$/.test(asked)) throw notFound()
  const version = await house.store.vread(ask.access, type, id, Number(asked))
  if (!version) throw notFound()
  if (version.deleted) throw gone(version)
  return type === 'Binary' ? binaryAnswer(version, ask) : versionAnswer(version, ask)
}
