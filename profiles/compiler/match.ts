// Whether a value is of a slice: the discriminators of both passes.

import { type ValueSet, isMember } from './codes.ts'
import { isEqual, isLike } from './equality.ts'
import type { Match, Step, Test } from './plan.ts'
import { isJson, listed } from './state.ts'

/** What a discriminator may ask of the surroundings. */
export interface Surroundings {
  resolve(reference: string): unknown
  valueSet(url: string): ValueSet
  /** Whether a value conforms to a profile; what is not known is taken for it. */
  conforms(profile: string, value: unknown): boolean
}

/** `type` is the FHIR type of the value. */
export function matches(all: readonly Match[], value: unknown, type: string, around: Surroundings): boolean {
  return all.every((match) => holds(match, value, type, around))
}

function holds({ steps, test }: Match, value: unknown, type: string, around: Surroundings): boolean {
  if (test.kind !== 'exists') return reaches(steps, 0, value, type, (end, its) => isRight(test, end, its, around), around)
  return reaches(steps, 0, value, type, isThere, around) === test.isThere
}

const isThere = () => true

type Ask = (value: unknown, type: string) => boolean

/** Whether any value that the steps lead to answers yes. */
function reaches(steps: readonly Step[], at: number, value: unknown, type: string, ask: Ask, around: Surroundings): boolean {
  const step = steps[at]
  if (!step) return value !== undefined && value !== null && ask(value, type)
  const go = (next: unknown, its: string): boolean => reaches(steps, at + 1, next, its, ask, around)
  switch (step.kind) {
    case 'child':
      return isJson(value) && step.keys.some(({ key, type: its }) => eachOf(own(value, key), (next) => go(next, its)))
    case 'extension':
      return (
        isJson(value) && listed(value['extension']).some((one) => isJson(one) && one['url'] === step.url && go(one, 'Extension'))
      )
    case 'ofType':
      return type === step.type && go(value, type)
    case 'resolve': {
      const reference = isJson(value) ? value['reference'] : value
      return typeof reference === 'string' && go(around.resolve(reference), 'Resource')
    }
  }
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function eachOf(value: unknown, ask: (one: unknown) => boolean): boolean {
  return Array.isArray(value) ? value.some(ask) : value !== undefined && ask(value)
}

function isRight(test: Test, value: unknown, type: string, around: Surroundings): boolean {
  switch (test.kind) {
    case 'fixed':
      return isEqual(test.value, value)
    case 'pattern':
      return isLike(test.value, value)
    case 'binding':
      return isMember(around.valueSet(test.valueSet), value, type) !== false
    case 'type':
      return test.types.includes(type) || (isJson(value) && test.types.includes(String(own(value, 'resourceType'))))
    case 'profile':
      return test.profiles.some((profile) => around.conforms(profile, value))
    case 'all':
      return matches(test.of, value, type, around)
    case 'exists':
      return test.isThere
  }
}
