// People who do not exist, as many as a test needs, and the messages that a trust sends about them.

import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago, hl7, referralForm, type Hl7Options } from '../../gateway/demo/hl7.ts'

/** The nth person: an NHS number of the 999 test range that passes modulus 11, beyond those of the demo's cast. */
export function person(n: number): SyntheticPerson {
  const [nhsNumber] = nhsNumbers.slice(n, n + 1)
  if (!nhsNumber) throw new Error(`there are fewer than ${n} people`)
  const local = `S2${String(n).padStart(6, '0')}`
  return { nhsNumber, local, visit: local.replace('S', 'V'), family: 'TESTPATIENT', given: `P${n}`, birthDate: '19411105' }
}

const nhsNumbers: readonly string[] = Array.from({ length: 2000 }, (_, i) => `999${100_000 + i}`).flatMap((nine) => {
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? [] : [`${nine}${check}`]
})

/** `ADT^A01^ADT_A01` from the event alone. */
export const adt = (event: string, who: SyntheticPerson, options: Hl7Options): string =>
  hl7(`ADT^${event}^ADT_${['A03', 'A11', 'A13'].includes(event) ? event : 'A01'}`, who, options)

/** Medically fit, and expected to leave today. */
export const medicallyFit = (who: SyntheticPerson, at: string): string =>
  adt('A08', who, { at, segments: [`PV2|||||||||${ago(0).slice(0, 8)}`, `ZU1||||||||||||||||||||||Y||${at.slice(0, 8)}`] })

/** The same message, from the second trust's EPR. */
export const fromOtherTrust = (message: string): string => message.replaceAll('TRUST1', 'TRUST2')

export const admission = (who: SyntheticPerson, at = ago(600)): string => adt('A01', who, { at })
export const form = (who: SyntheticPerson, at = ago(60)): string => referralForm(who, { at })
