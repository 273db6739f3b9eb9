// R4's own definitions, all of them, for packages that are based on them: read when a package asks, never before.

import type { CodeSystem, StructureDefinition, ValueSet } from '@medplum/fhirtypes'
import { readJsonFile, structureDefinitions } from '../definitions.ts'

/** The definition of an R4 type (with its snapshot), or of an extension or profile of the R4 specification (most without one). */
export function coreDefinition(url: string): StructureDefinition | undefined {
  definitions ??= new Map(allDefinitions().map((definition) => [definition.url, definition]))
  return definitions.get(url)
}

/** R4's code systems and value sets: those that its own definitions are bound to, and the others that packages bind to. */
export function coreTerminology(): readonly (CodeSystem | ValueSet)[] {
  return (terminology ??= ['terminology.json', 'further-terminology.json'].flatMap(readJsonFile<(CodeSystem | ValueSet)[]>))
}

let definitions: ReadonlyMap<string, StructureDefinition> | undefined
let terminology: readonly (CodeSystem | ValueSet)[] | undefined

function allDefinitions(): readonly StructureDefinition[] {
  return [...structureDefinitions(), ...readJsonFile<StructureDefinition[]>('further-definitions.json')]
}
