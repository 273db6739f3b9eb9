// Rules of generated source about lists of primitives, what stands beside them, and extensions.

import type { ExtensionContexts, Linked, LinkedExtension } from './linked.ts'
import type { PrimitiveTest } from './primitive-test.ts'
import type { BesideTable } from './runtime-values.ts'
import { type Json, type State, isJson } from './state.ts'

export interface Elements {
  primitives(test: PrimitiveTest, list: unknown, extras: unknown): boolean
  beside(table: BesideTable, key: string, value: unknown, owner: Json, depth: number): boolean
  extensions(list: unknown, isModifier: boolean, ancestors: readonly string[], path: string, owner: Json, depth: number): boolean
  mayStand(extension: LinkedExtension, ancestors: readonly string[], path: string, owner: Json): boolean
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
    owner: Json,
    depth: number,
  ): boolean {
    if (!Array.isArray(list) || list.length === 0) return false
    state.visited += list.length
    for (let i = 0; i < list.length; i += 1) {
      const item: unknown = list[i]
      if (!isJson(item)) return false
      const url = item['url']
      const definition = typeof url === 'string' ? module.linked.extensions.get(url) : undefined
      if (definition === undefined) {
        if (isModifier || !isExtension(item, depth)) return false
        continue
      }
      if (definition.isModifier !== isModifier || !mayStand(definition, ancestors, path, owner)) return false
      if (!isAsDefined(definition, item, depth)) return false
    }
    return true
  }

  const isExtension = (item: Json, depth: number): boolean =>
    (extensionShape ??= module.linked.types.get('Extension'))?.(item, 'Extension', depth) !== false

  function isAsDefined({ whole, check }: LinkedExtension, item: Json, depth: number): boolean {
    if (whole !== undefined) return whole(item, 'Extension', depth)
    return isExtension(item, depth) && (check === undefined || check(item, undefined, 'Extension'))
  }

  function mayStand({ contexts }: LinkedExtension, ancestors: readonly string[], path: string, owner: Json): boolean {
    if (contexts === null) return true
    if (contexts.extensions.length > 0 && isInside(owner, ancestors, contexts.extensions)) return true
    // Most extensions stand where the last one did.
    if (contexts.ancestors !== ancestors || contexts.path !== path) {
      contexts.isPlace = isPlace(contexts, ancestors, path)
      contexts.ancestors = ancestors
      contexts.path = path
    }
    return contexts.isPlace || (contexts.paths.length > 0 && isFound(contexts, owner))
  }

  const isInside = ({ url }: Json, ancestors: readonly string[], urls: readonly string[]): boolean =>
    ancestors[0] === 'Extension' && typeof url === 'string' && urls.includes(url)

  /** R4 defining-extensions.html#context: all elements that match the path, asked of the resource around it. */
  function isFound({ paths }: ExtensionContexts, owner: Json): boolean {
    const type = state.resource['resourceType']
    return paths.some((path) => {
      const nodes = path.get(type)?.(state.resource, state) ?? []
      return nodes.some(({ value, extra }) => value === owner || extra === owner)
    })
  }

  function isPlace(contexts: ExtensionContexts, ancestors: readonly string[], path: string): boolean {
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
