// Concepts of the packaged code systems as they are published: words, designations, properties.

import { packagedByUrl } from './packaged.ts'
import { at, isRecord, type FhirResource } from './resource.ts'

export type Concept = Record<string, unknown>

/** The concept as its code system has it; undefined where the system or the code is not here. */
export function conceptIn(system: string, code: string): Concept | undefined {
  const resource = packagedByUrl('CodeSystem', system)
  return resource && tableOf(resource).get(code)?.concept
}

/** The code right above it, where the hierarchy has one. */
export function parentOf(system: FhirResource, code: string): string | undefined {
  return tableOf(system).get(code)?.parent
}

/** In the language that is asked for where it is known, else as it is published; ours and R4's are English. */
export function displayOf(concept: Concept | undefined, language: string | undefined): string | undefined {
  const inLanguage = designationsOf(concept).find((one) => language !== undefined && one['language'] === language)
  const words = inLanguage?.['value'] ?? concept?.['display']
  return typeof words === 'string' ? words : undefined
}

export function designationsOf(concept: Concept | undefined): readonly Record<string, unknown>[] {
  return at(concept, 'designation').filter(isRecord)
}

/** R4's concept properties `inactive` and `status` (http://hl7.org/fhir/R4/codesystem.html#4.8.9). */
export function isInactive(concept: Concept | undefined): boolean {
  return at(concept, 'property').some(
    (one) =>
      isRecord(one) &&
      ((one['code'] === 'inactive' && one['valueBoolean'] === true) ||
        (one['code'] === 'status' && ['retired', 'inactive'].includes(String(one['valueCode'])))),
  )
}

interface Row {
  readonly concept: Concept
  readonly parent?: string
}

const tables = new WeakMap<FhirResource, ReadonlyMap<string, Row>>()

function tableOf(system: FhirResource): ReadonlyMap<string, Row> {
  const known = tables.get(system)
  if (known) return known
  const rows = new Map<string, Row>()
  const queue = at(system, 'concept').map((concept): [unknown, string | undefined] => [concept, undefined])
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [concept, parent] = next
    if (!isRecord(concept) || typeof concept['code'] !== 'string') continue
    const { code } = concept
    rows.set(code, { concept, ...(parent !== undefined && { parent }) })
    for (const inner of at(concept, 'concept')) queue.push([inner, code])
  }
  tables.set(system, rows)
  return rows
}
