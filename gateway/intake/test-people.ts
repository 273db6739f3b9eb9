// Test people in a live store: kept and marked, so that whatever sends or counts leaves them out (HOUSE law 12).

import { at, textAt, type FhirResource } from '../fhir/resource.ts'
import { isTestPerson, testLabel } from '../fhir/test-person.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import type { SourceSettings } from '../../mappings/source.ts'

/** By family name or NHS number, as the source's settings say. */
export function marked(patient: FhirResource, { testPatients }: SourceSettings): FhirResource {
  if (isTestPerson(patient) || !looksLikeOne(patient, testPatients)) return patient
  const security = [...at(patient, 'meta.security'), testLabel]
  return { ...patient, meta: { ...patient.meta, security } }
}

/** By family name, or by an NHS number from a range that is never given to anyone. */
function looksLikeOne(patient: FhirResource, { familyNames, nhsNumbers }: SourceSettings['testPatients']): boolean {
  const families = at(patient, 'name.family').filter((name) => typeof name === 'string')
  const numbers = at(patient, 'identifier').flatMap((one) =>
    textAt(one, 'system') === nhsNumber ? (textAt(one, 'value') ?? []) : [],
  )
  return (
    families.some((family) => familyNames.some((name) => family.toUpperCase().startsWith(name.toUpperCase()))) ||
    numbers.some((number) => nhsNumbers.some((prefix) => number.startsWith(prefix)))
  )
}
