// Whether a message is any of our business, by the source's settings.

import type { Assertion } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import type { Hl7Message } from './reader.ts'

/** The reason to leave it, as a code; undefined to take it. What a message does not say excludes nobody. */
export function filterOf(
  message: Hl7Message,
  person: readonly Assertion[],
  occurred: string | undefined,
  { intake }: SourceSettings,
): string | undefined {
  const pv1 = message.segments.find(({ name }) => name === 'PV1')
  const isOutside = (list: readonly string[], value: string) => list.length > 0 && value !== '' && !list.includes(value)
  if (isOutside(intake.classes, pv1?.text(2) ?? '')) return 'patient-class'
  if (isOutside(intake.wards, pv1?.text(3, 1) ?? '')) return 'ward'
  if (isOutside(intake.specialties, pv1?.text(10) ?? '')) return 'specialty'
  const age = ageAt(setText(person, 'birthDate'), occurred)
  return age !== undefined && age < intake.minAge ? 'age' : undefined
}

/** Whole years; a date of birth without its day or month counts as late as it can be. */
function ageAt(birthDate: string | undefined, occurred: string | undefined): number | undefined {
  if (!birthDate || !occurred) return undefined
  const born = (birthDate + '-12-31'.slice(birthDate.length - 4)).slice(5, 10)
  const years = Number(occurred.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return occurred.slice(5, 10) < born ? years - 1 : years
}

function setText(assertions: readonly Assertion[], path: string): string | undefined {
  const found = assertions.find((one) => one.path === path)
  return found?.state === 'set' && typeof found.value === 'string' ? found.value : undefined
}
