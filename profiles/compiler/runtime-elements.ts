// Rules of generated source about lists of primitives, what stands beside them, and extensions.

import type { Linked, LinkedExtension } from './linked.ts'
import type { PrimitiveTest } from './primitive-test.ts'
import type { BesideTable } from './runtime-values.ts'
import { type Json, type State, isJson } from './state.ts'

export interface Elements {
  primitives(test: PrimitiveTest, list: unknown, extras: unknown): boolean
  beside(table: BesideTable, key: string, value: unknown, owner: Json, depth: number): boolean
  extensions(
    list: unknown,
    isModifier: boolean,
    ancestors: readonly string[],
    path: string,
    parentUrl: unknown,
    depth: number,
  ): boolean
  mayStand(extension: LinkedExtension, ancestors: readonly string[], path: string, parentUrl: unknown): boolean
}

/** `module` is filled when the generated source is linked. */
export function elementsOf(state: State, module: { linked: Linked }): Elements {
  function primitives(test: PrimitiveTest, list: unknown, extras: unknown): boolean {
    if (!Array.isArray(list) || list.length === 0) return false
    state.visited += list.length
    for (let i = 0; i < list.length; i += 1) {
      const item: unknown = list[i]
      if (!test(item) && !((item ?? null) === null && Array.isArray(extras) && isJson(extras[i]))) return false
    }
    return true
  }

  let extensionShape: ((value: Json, path: string, depth: number) => boolean) | undefined
  const elementOf = (value: Json, path: string, depth: number): boolean =>
    module.linked.types.get('Element')?.(value, path, depth) ?? true

  /** ele-1: what stands beside a primitive says something when the primitive is not there. */
  function extra(beside: unknown, value: unknown, path: string, depth: number): boolean {
    if (!isJson(beside) || !elementOf(beside, path, depth)) return false
    return (value !== undefined && value !== null) || beside['extension'] !== undefined
  }

  function extras(beside: unknown, list: unknown, path: string, depth: number): boolean {
    if (!Array.isArray(beside) || beside.length === 0) return false
    if (list !== undefined && (!Array.isArray(list) || list.length !== beside.length)) return false
    state.visited += beside.length
    for (let i = 0; i < beside.length; i += 1) {
      const item: unknown = beside[i]
      const value: unknown = Array.isArray(list) ? list[i] : undefined
      if ((item ?? null) === null ? (value ?? null) === null : !extra(item, value, path, depth)) return false
    }
    return true
  }

  function beside(table: BesideTable, key: string, value: unknown, owner: Json, depth: number): boolean {
    const row = table().get(key)
    if (row === undefined) return false
    const primitive = owner[key.slice(1)]
    return row.isList ? extras(value, primitive, row.path, depth) : extra(value, primitive, row.path, depth)
  }

  function extensions(
    list: unknown,
    isModifier: boolean,
    ancestors: readonly string[],
    path: string,
    parentUrl: unknown,
    depth: number,
  ): boolean {
    if (!Array.isArray(list) || list.length === 0) return false
    state.visited += list.length
    extensionShape ??= module.linked.types.get('Extension')
    for (let i = 0; i < list.length; i += 1) {
      const item: unknown = list[i]
      if (!isJson(item) || extensionShape?.(item, 'Extension', depth) === false) return false
    }
    return areExtensionsRight(list, isModifier, ancestors, path, parentUrl)
  }

  function areExtensionsRight(
    list: readonly Json[],
    isModifier: boolean,
    ancestors: readonly string[],
    path: string,
    parentUrl: unknown,
  ): boolean {
    if (module.linked.extensions.size === 0) return !isModifier
    for (let i = 0; i < list.length; i += 1) {
      const extension = list[i]
      const definition = module.linked.extensions.get(String(extension?.['url']))
      if (definition === undefined) {
        if (isModifier) return false
        continue
      }
      if (definition.isModifier !== isModifier || !mayStand(definition, ancestors, path, parentUrl)) return false
      if (definition.check !== undefined && !definition.check(extension, undefined, 'Extension')) return false
    }
    return true
  }

  function mayStand({ contexts }: LinkedExtension, ancestors: readonly string[], path: string, parentUrl: unknown): boolean {
    if (contexts === null) return true
    if (typeof parentUrl === 'string' && contexts.extensions.includes(parentUrl)) return true
    let places = known.get(contexts)?.get(ancestors)
    if (places === undefined) {
      places = new Map()
      known.set(contexts, (known.get(contexts) ?? new Map<readonly string[], Map<string, boolean>>()).set(ancestors, places))
    }
    const before = places.get(path)
    if (before !== undefined) return before
    const answer = isNamed(contexts.elements, ancestors, path)
    places.set(path, answer)
    return answer
  }

  /** Contexts, ancestors and paths come from definitions: there are so many and no more. */
  const known = new Map<object, Map<readonly string[], Map<string, boolean>>>()

  function isNamed(elements: readonly string[], ancestors: readonly string[], path: string): boolean {
    if (elements.some((name) => ancestors.includes(name) || name === path)) return true
    const names = path.split('|')
    return elements.some(
      (name) =>
        names.includes(name.replace('[x]', '')) || (name === 'Element' && !module.linked.resources.has(ancestors[0] ?? '')),
    )
  }

  return { primitives, beside, extensions, mayStand }
}
