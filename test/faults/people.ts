// People who do not exist, as many as a test needs, with names and numbers that can be looked for in a log.

import type { SyntheticPerson } from '../../gateway/demo/cast.ts'

/** The n-th; NHS numbers from the 999 test range that pass modulus 11. */
export function person(n: number): SyntheticPerson {
  return {
    nhsNumber: nhsNumber(n),
    local: `LOC7${String(n).padStart(6, '0')}`,
    visit: `VIS7${String(n).padStart(6, '0')}`,
    family: `QUILLFEATHER${letters(n)}`,
    given: `OSWYTHA${letters(n)}`,
    birthDate: `19${30 + (n % 30)}0${1 + (n % 9)}1${n % 10}`,
  }
}

/** The birth date as FHIR writes it. */
export const fhirDate = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`

function nhsNumber(n: number): string {
  // Of eleven bases one has no check digit (10), so that two are kept for each person.
  for (let base = 999_100_000 + n * 2; ; base++) {
    const digits = String(base)
    const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return digits + check
  }
}

const letters = (n: number): string => [...String(n)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')
