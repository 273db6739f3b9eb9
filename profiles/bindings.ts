// The required value sets of R4: whether a code is one of theirs.

import { readJsonFile } from './definitions.ts'

interface BindingsFile {
  readonly notExpanded: readonly string[]
  readonly expanded: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

interface CodeList {
  readonly bySystem: ReadonlyMap<string, ReadonlySet<string>>
  readonly all: ReadonlySet<string>
}

/** For a `code`, which carries no system: whether any system of the value set has it. */
export function isCodeOf(valueSet: string, code: string): boolean {
  const grammar = grammars[valueSet]
  if (grammar) return grammar.test(code)
  return listOf(valueSet)?.all.has(code) ?? true
}

/** For a Coding: whether the value set has this code of this system. */
export function isCodingOf(valueSet: string, system: string, code: string): boolean {
  return listOf(valueSet)?.bySystem.get(system)?.has(code) ?? !listOf(valueSet)
}

/** Whether R4 has a resource type of this name, known to the validator or not. */
export function isResourceTypeName(name: string): boolean {
  return listOf('http://hl7.org/fhir/ValueSet/resource-types|4.0.1')?.all.has(name) ?? false
}

/** Value sets that are no list but a grammar (RFC 6838 media types, ISO 4217): their form is checked. */
export const grammars: Readonly<Record<string, RegExp>> = {
  'http://hl7.org/fhir/ValueSet/mimetypes|4.0.1': /^[A-Za-z0-9][\w!#$&^.+-]*\/[A-Za-z0-9][\w!#$&^.+-]*(?:;.*)?$/,
  'http://hl7.org/fhir/ValueSet/currencies|4.0.1': /^[A-Z]{3}$/,
}

let lists: Map<string, CodeList> | undefined

function listOf(valueSet: string): CodeList | undefined {
  lists ??= readLists()
  return lists.get(valueSet)
}

function readLists(): Map<string, CodeList> {
  const { expanded } = readJsonFile<BindingsFile>('bindings.json')
  return new Map(Object.entries(expanded).map(([url, systems]) => [url, codeList(systems)]))
}

function codeList(systems: Readonly<Record<string, readonly string[]>>): CodeList {
  const bySystem = new Map(Object.entries(systems).map(([system, codes]) => [system, new Set(codes)]))
  return { bySystem, all: new Set(Object.values(systems).flat()) }
}
