// A resource's JSON text as FHIR XML.

import { parseKeeping } from '../../profiles/decimal.ts'
import { writeXml } from '../../profiles/xml/write.ts'
import { isRecord } from './resource.ts'

/** Decimals keep their text. What is no resource stays as it is. */
export function inXml(json: string): string {
  const resource = parseKeeping(json)
  return isRecord(resource) ? writeXml(resource) : json
}
