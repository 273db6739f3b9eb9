// What a generated module gives back when it is linked with the run time.

import type { Environment, Node } from '../fhirpath/environment.ts'
import type { MessagePlan } from './plan.ts'
import type { Asked, Json } from './state.ts'

export type Link = (runtime: unknown) => Linked

/** What a generated module gives back. */
export interface Linked {
  readonly types: ReadonlyMap<string, WholeFunction>
  readonly resources: ReadonlySet<string>
  readonly profiles: ReadonlyMap<string, LinkedProfile>
  readonly extensions: ReadonlyMap<string, LinkedExtension>
  /** By type and expression. */
  readonly invariants: ReadonlyMap<string, (value: unknown, extra: unknown, environment: Environment) => boolean>
  readonly messages: readonly MessagePlan[]
}

export type WholeFunction = (value: Json, path: string, depth: number) => boolean
export type CheckFunction = (value: unknown, extra: unknown, type: string) => boolean

export interface LinkedProfile extends Asked {
  readonly type: string
  readonly version: string | null
  /** What it asks beyond its type. */
  readonly check: CheckFunction | undefined
}

export interface LinkedExtension {
  readonly isModifier: boolean
  readonly contexts: ExtensionContexts | null
  /** What it asks beyond the datatype, where the two cannot be made one. */
  readonly check: CheckFunction | undefined
  /** The datatype and the definition in one turn. */
  readonly whole: WholeFunction | undefined
}

/** Where it may stand, and what came out for the place that was asked about last. */
export interface ExtensionContexts {
  readonly elements: readonly string[]
  readonly extensions: readonly string[]
  /** By type of resource: what leads to the elements where it may stand. */
  readonly paths: readonly ReadonlyMap<unknown, (resource: unknown, environment: Environment) => readonly Node[]>[]
  ancestors: readonly string[] | undefined
  path: string
  isPlace: boolean
}
