// What `seed` wrote down of what it made, and `cleanup` reads again.

import { at, isRecord, parsed, textAt } from '../json.ts'
import { roles, type Role } from '../requirement.ts'

export interface Manifest {
  readonly manifestVersion: '1.0'
  readonly target: string
  readonly seed: string
  readonly createdAt: string
  readonly people: readonly SeededPerson[]
}

/** Somebody who does not exist, with what was made of them, in the order in which it was made. */
export interface SeededPerson {
  readonly story: string
  readonly words: string
  readonly nhsNumber: string
  readonly family: string
  readonly given: string
  readonly birthDate: string
  readonly resources: readonly Seeded[]
  /** Why the story ends before its end. */
  readonly broken?: string
}

export interface Seeded {
  /** `Type/id` */
  readonly reference: string
  /** Who wrote it, and takes it back. */
  readonly by: Role
}

/** What `cleanup` needs of it; undefined where it is none. */
export function readManifest(text: string): { readonly target: string; readonly resources: readonly Seeded[] } | undefined {
  const json = parsed(text)
  const target = textAt(json, 'target')
  if (textAt(json, 'manifestVersion') !== '1.0' || target === '') return undefined
  const resources = at(json, 'people.resources').filter(isSeeded)
  return resources.length === at(json, 'people.resources').length ? { target, resources } : undefined
}

const isSeeded = (value: unknown): value is Seeded =>
  isRecord(value) &&
  /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(String(value['reference'])) &&
  roles.some((role) => role === value['by'])
