// What a walk knows of its surroundings: the resource, its container, its Bundle, and how much was looked at.

import type { Environment } from '../fhirpath/environment.ts'
import type { EntryTable } from './entry-table.ts'

export type Json = Readonly<Record<string, unknown>>

/** A Reference that has a `reference`, and the element that it is a value of: `Task.focus`, `Extension.value`. */
export interface Referring {
  readonly value: Json
  readonly element: string
}

/** One per validator and used again by every walk: a walk is never interrupted. It is the environment of invariants too. */
export interface State extends Environment {
  /** The nearest resource, contained or not. */
  resource: Json
  /** The nearest resource that is not contained. */
  root: Json
  /** The nearest Bundle; undefined outside one. */
  bundle: Json | undefined
  /** Whether a `urn:` that leads nowhere is an error: in what is sent to be processed. */
  isClosed: boolean
  contained: ReadonlyMap<string, Json> | undefined
  /** Resources of the nearest Bundle by fullUrl. */
  entries: EntryTable | undefined
  /** fullUrl of the entry that is looked at: a relative reference is read against it. */
  fullUrl: string
  /** Values looked at so far. */
  visited: number
  /** Resources that were passed without a look, their type not being known here: of this walk, or of the last one. */
  unseen: number
  /** Where references are collected; null when nobody asks. */
  references: Referring[] | null
  /** Profiles that a resource was held against in this walk, with what came out. */
  readonly asked: Asked[]
}

/** What a walk has found out of a profile: nearly always about one resource. */
export interface Asked {
  of?: object | undefined
  isRight?: boolean
  /** Of the others. */
  others?: Map<object, boolean> | undefined
}

/** A resource nested deeper is no clinical content; a cyclic value ends here too. */
export const maxDepth = 100
/** About a second of work; a 20 MiB message whose bulk is a document has a few thousand. */
export const maxVisited = 1_000_000

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

const nothing: Json = Object.freeze({})

export function stateOf(environment: Omit<Environment, 'resource' | 'root'>): State {
  return {
    ...environment,
    resource: nothing,
    root: nothing,
    bundle: undefined,
    isClosed: false,
    contained: undefined,
    entries: undefined,
    fullUrl: '',
    visited: 0,
    unseen: 0,
    references: null,
    asked: [],
  }
}

/** Before every walk: nothing of the last one is kept. */
export function reset(state: State, references: Referring[] | null): void {
  state.resource = nothing
  state.root = nothing
  state.bundle = undefined
  state.isClosed = false
  state.contained = undefined
  state.entries = undefined
  state.fullUrl = ''
  state.visited = 0
  state.references = references
  for (let asked = state.asked.pop(); asked; asked = state.asked.pop()) {
    asked.of = undefined
    asked.others = undefined
  }
}

/** The resource, which is no Bundle, is the nearest one until it is left. */
export function enter(state: State, resource: Json, isContained: boolean): void {
  state.resource = resource
  if (isContained) return
  state.root = resource
  state.contained = undefined
}

export function leave(state: State, outer: Json, root: Json, contained: State['contained']): void {
  state.resource = outer
  state.root = root
  state.contained = contained
}

/** Runs with the resource as the nearest one, and puts back what was. */
export function within<T>(state: State, resource: Json, isContained: boolean, run: () => T): T {
  const { resource: outer, root, bundle, isClosed, contained, entries } = state
  enter(state, resource, isContained)
  if (resource['resourceType'] === 'Bundle') enterBundle(state, resource)
  const result = run()
  leave(state, outer, root, contained)
  state.bundle = bundle
  state.isClosed = isClosed
  state.entries = entries
  return result
}

export function enterBundle(state: State, bundle: Json): void {
  const type = bundle['type']
  state.bundle = bundle
  state.entries = undefined
  state.isClosed = type === 'message' || type === 'document' || type === 'transaction' || type === 'batch'
}

/** Made when the first reference into the container is met. */
export function containedOf(state: State): ReadonlyMap<string, Json> {
  if (state.contained) return state.contained
  const found = new Map<string, Json>()
  for (const inner of listed(state.root['contained'])) {
    if (isJson(inner) && typeof inner['id'] === 'string') found.set(inner['id'], inner)
  }
  state.contained = found
  return found
}
