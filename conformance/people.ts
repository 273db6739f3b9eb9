// People who do not exist: NHS numbers of the 999 range, which is never given to anyone, and made-up everything else.

import { randomFrom, type Random } from './random.ts'

export interface Person {
  readonly nhsNumber: string
  /** The trust's own number for the person, and for the stay. */
  readonly local: string
  readonly visit: string
  readonly family: string
  readonly given: string
  /** YYYY-MM-DD */
  readonly birthDate: string
}

/** Numbers that one requirement may use: more than any of them needs. */
const block = 100
/** 999 and six digits: a million, less those without a check digit. */
const range = 1_000_000

/** No two requirements of a run are given one NHS number, and no two runs with different seeds are likely to be. */
export function peopleFor(seed: string, index: number, random: Random): () => Person {
  const offset = randomFrom(seed, 'people').number(range)
  let next = index * block
  return () => {
    for (;;) {
      const nhsNumber = numbered((offset + next++) % range)
      if (nhsNumber !== undefined) return personWith(nhsNumber, random)
    }
  }
}

/** Modulus 11: the sum of the digits, weighted 10 down to 2; a check digit of 10 is none. */
function numbered(index: number): string | undefined {
  const digits = `999${String(index).padStart(6, '0')}`
  const check = checkDigit(digits)
  return check === 10 ? undefined : `${digits}${check}`
}

export function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  return (11 - (sum % 11)) % 11
}

/** The date of birth follows from the number, so that whoever meets a number again meets the same person. */
function personWith(nhsNumber: string, random: Random): Person {
  const year = 1925 + (Number(nhsNumber.slice(3, 9)) % 40)
  const day = 1 + (Number(nhsNumber.slice(6, 9)) % 28)
  return {
    nhsNumber,
    local: `L${random.text(10)}`,
    visit: `V${random.text(10)}`,
    family: `Testperson-${random.text(6)}`,
    given: `Ziv${random.text(4).toLowerCase()}`,
    birthDate: `${year}-06-${String(day).padStart(2, '0')}`,
  }
}
