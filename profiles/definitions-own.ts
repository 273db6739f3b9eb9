// The definitions that are committed here, read when they are first asked for: R4's, and our own as SUSHI built them.

import { readFileSync, readdirSync } from 'node:fs'
import { base } from './canonical.ts'
import { type CodeLists, listedFirst } from './code-lists.ts'
import type { Definition } from './compiler/definition.ts'
import type { MessageDefinition } from './compiler/message-plan.ts'
import type { Terminology } from './compiler/codes.ts'
import type { Plan } from './compiler/plan.ts'
import { readJsonFile, structureDefinitions } from './definitions.ts'
import { type Terminology as WholeTerminology, terminologyOf } from './terminology/terminology.ts'

/** R4's types that the gateway stores or carries, and the datatypes they are made of. */
export function r4Definitions(): readonly Definition[] {
  return structureDefinitions()
}

/** Our profiles and extensions, with snapshots. */
export function ownDefinitions(): readonly Definition[] {
  return readFolder<Definition>('built/definitions', 'StructureDefinition')
}

export function ownMessageDefinitions(): readonly MessageDefinition[] {
  return readFolder<MessageDefinition>('built/exchange', 'MessageDefinition')
}

/** Messages, operations, search parameters and what is required of a system, as SUSHI built them. */
export function exchangeResources(): readonly Typed[] {
  return readFolder<Typed>('built/exchange', '')
}

/** What `built/validator.js` was printed from (profiles/authoring/validator.ts writes both). */
export function ownPlan(): Plan {
  return readJson<Plan>('built/plan.json')
}

/** R4's code systems and value sets, and our own: each read when the lists do not tell what is asked of theirs. */
export function packagedTerminology(): Terminology {
  return (terminology ??= listedFirst(() => readJson<CodeLists>('built/code-lists.json'), readTerminology()))
}

/** The same without the lists, which are made from it. */
export function readTerminology(): Terminology {
  return byOwner(
    once(() => terminologyFrom(r4Terminology())),
    wholeTerminology,
  )
}

/** The code systems, value sets and concept maps that `wholeTerminology` answers from: R4's, and our own. */
export const terminologyResources: () => readonly Typed[] = once(() => [
  ...r4Terminology(),
  ...readFolder<Typed>('built/terminology', ''),
])

/** R4's and our own together: what the terminology operations ask, which want more of it than a validator does. */
export const wholeTerminology: () => WholeTerminology = once(() => terminologyFrom(terminologyResources()))

/** The same, and what packages bring. */
export function terminologyWith(more: readonly Typed[]): Terminology {
  return terminologyFrom([...r4Terminology(), ...readFolder<Typed>('built/terminology', ''), ...more])
}

/** Kept: R4's alone and R4's with ours hold the same lists. */
const r4Terminology: () => readonly Typed[] = once(() => readJsonFile<Typed[]>('terminology.json'))

function terminologyFrom(all: readonly Typed[]): WholeTerminology {
  const ofType = (type: string) => all.filter(({ resourceType }) => resourceType === type)
  return terminologyOf({ codeSystems: ofType('CodeSystem'), valueSets: ofType('ValueSet') })
}

/** Ours draw from R4's, never the other way about. */
function byOwner(r4: () => Terminology, all: () => Terminology): Terminology {
  const of = (valueSet: string): Terminology => (valueSet.startsWith(`${base}/`) ? all() : r4())
  return { membership: (valueSet) => of(valueSet).membership(valueSet), codesOf: (valueSet) => of(valueSet).codesOf?.(valueSet) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

export interface Typed {
  readonly resourceType: string
}

let terminology: Terminology | undefined

function readFolder<T>(folder: string, prefix: string): readonly T[] {
  const names = readdirSync(new URL(`${folder}/`, import.meta.url)).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.json'),
  )
  return names.toSorted().map((name) => readJson<T>(`${folder}/${name}`))
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T
}
