// HL7's R4 as profiles/r4 keeps it: each file read when it is asked for.

import { readFileSync } from 'node:fs'
import type { StructureDefinition } from '@medplum/fhirtypes'

/** The types that the gateway stores or carries, and the datatypes they are made of: kept, since several ask. */
export function structureDefinitions(): readonly StructureDefinition[] {
  return (definitions ??= readJsonFile<StructureDefinition[]>('definitions.json'))
}

/** One file of profiles/r4 (its README.md says what each holds), read anew at each call. */
export function readJsonFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`r4/${name}`, import.meta.url), 'utf8')) as T
}

let definitions: readonly StructureDefinition[] | undefined
