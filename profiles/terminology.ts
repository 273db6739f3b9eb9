// Our own code systems, looked up by system and code: the lists of profiles/fsh as they were built.

import type { CodeSystem, CodeSystemConcept } from '@medplum/fhirtypes'
import { codeSystem } from './canonical.ts'
import { codeSystemIds, readCodeSystem } from './definitions-codes.ts'

/** What there is, is known at load; a list is read when it is first asked for: reading them all would be most of the start. */
const ids: ReadonlyMap<string, string> = new Map(codeSystemIds().map((id) => [codeSystem(id), id]))

/** The display of a code of ours; undefined when the system or the code is not ours. */
export function lookup(system: string, code: string): { readonly display: string } | undefined {
  const display = listOf(system)?.displays.get(code)
  return display === undefined ? undefined : { display }
}

/** Whether the system is one of ours. */
export function isKnown(system: string): boolean {
  return ids.has(system)
}

/** Whether a code of this system that `lookup` does not know is a mistake: not where other rooms add codes. */
export function isComplete(system: string): boolean {
  return listOf(system)?.resource.content === 'complete'
}

/** The canonical URLs of our code systems, in order. */
export function codeSystemUrls(): readonly string[] {
  return [...ids.keys()]
}

/** A code system of ours as it is published; undefined when it is not ours. */
export function codeSystemResource(url: string): CodeSystem | undefined {
  return listOf(url)?.resource
}

/** The concepts of a code system in their published order, a group before its members. */
export function conceptsOf({ concept = [] }: Pick<CodeSystem, 'concept'>): readonly CodeSystemConcept[] {
  return concept.flatMap((one) => [one, ...conceptsOf(one)])
}

interface List {
  readonly resource: CodeSystem
  readonly displays: ReadonlyMap<string, string>
}

const lists = new Map<string, List>()

function listOf(system: string): List | undefined {
  const known = lists.get(system)
  const id = ids.get(system)
  if (known || id === undefined) return known
  const resource = readCodeSystem(id)
  const displays = new Map(conceptsOf(resource).map(({ code, display = '' }) => [code, display]))
  const list = { resource, displays }
  lists.set(system, list)
  return list
}
