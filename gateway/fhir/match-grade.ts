// How surely a stored Patient is the one that is asked about: R4's match-grade, with the score that it goes by.

import { nhsNumber } from '../../profiles/canonical.ts'
import { folded } from '../store/index-rows.ts'
import { at, isRecord, textAt, type FhirResource } from './resource.ts'

export type Grade = 'certain' | 'probable' | 'possible' | 'certainly-not'

export interface Graded {
  readonly grade: Grade
  /** From 0 to 1. */
  readonly score: number
}

/**
 * An NHS number identifies only where the date of birth agrees (HOUSE law 5), and so does a source's own identifier. Words never
 * make certain: two people share a name and a birthday more often than one believes.
 */
export function gradeOf(asked: FhirResource, stored: unknown): Graded {
  const [numbers, identifiers, birth] = [
    agreement(nhsNumbersOf(asked), nhsNumbersOf(stored)),
    sharesIdentifier(asked, stored),
    agreement([textAt(asked, 'birthDate')], [textAt(stored, 'birthDate')]),
  ]
  if (numbers === 'differs') return { grade: 'certainly-not', score: 0 }
  if (numbers === 'agrees') return byIdentifier(birth, 1)
  if (identifiers) return byIdentifier(birth, 0.98)
  return byWords(asked, stored, birth)
}

type Agreement = 'agrees' | 'differs' | 'unknown'

function byIdentifier(birth: Agreement, score: number): Graded {
  if (birth === 'agrees') return { grade: 'certain', score }
  return birth === 'unknown' ? { grade: 'probable', score: 0.8 } : { grade: 'possible', score: 0.4 }
}

function byWords(asked: FhirResource, stored: unknown, birth: Agreement): Graded {
  const none: Graded = { grade: 'certainly-not', score: 0 }
  const family = sharesWord(asked, stored, 'name.family')
  if (birth !== 'agrees' || family !== 'agrees') return none
  const others = [
    sharesWord(asked, stored, 'name.given'),
    agreement([textAt(asked, 'gender')], [textAt(stored, 'gender')]),
    sharesWord(asked, stored, 'address.postalCode'),
  ]
  const [agreeing, differing] = ['agrees', 'differs'].map((one) => others.filter((other) => other === one).length)
  const score = Math.min(0.9, 0.5 + 0.13 * (agreeing ?? 0)) - 0.2 * (differing ?? 0)
  const isProbable = others[0] === 'agrees' && (agreeing ?? 0) >= 2 && differing === 0
  return isProbable ? { grade: 'probable', score } : { grade: 'possible', score: Math.max(0.1, score) }
}

function agreement(asked: readonly (string | undefined)[], stored: readonly (string | undefined)[]): Agreement {
  const [mine, theirs] = [asked.filter((one) => one !== undefined), stored.filter((one) => one !== undefined)]
  if (mine.length === 0 || theirs.length === 0) return 'unknown'
  return mine.some((one) => theirs.includes(one)) ? 'agrees' : 'differs'
}

function sharesWord(asked: unknown, stored: unknown, path: string): Agreement {
  const words = (resource: unknown) => at(resource, path).map((word) => (typeof word === 'string' ? plain(word) : undefined))
  return agreement(words(asked), words(stored))
}

/** What a search sees through is no difference, and hyphens and spaces are none either. */
const plain = (word: string): string => folded(word).replace(/[^\p{L}\p{N}]/gu, '')

const nhsNumbersOf = (patient: unknown): readonly string[] =>
  identifiersOf(patient).flatMap(({ system, value }) => (system === nhsNumber ? [value] : []))

function sharesIdentifier(asked: unknown, stored: unknown): boolean {
  const theirs = new Set(identifiersOf(stored).map(({ system, value }) => JSON.stringify([system, value])))
  return identifiersOf(asked).some(({ system, value }) => theirs.has(JSON.stringify([system, value])))
}

/** An identifier without a system names nobody. */
export function identifiersOf(patient: unknown): readonly { readonly system: string; readonly value: string }[] {
  return at(patient, 'identifier').flatMap((one) => {
    if (!isRecord(one)) return []
    const { system, value } = one
    return typeof system === 'string' && typeof value === 'string' ? [{ system, value }] : []
  })
}
