// Rules of generated source about references: what they are, which types they may name, and what is known of where they lead.

import type { Linked, WholeFunction } from './linked.ts'
import type { ReferenceChecks } from './plan.ts'
import { isString } from './primitive-test.ts'
import { referenceFault, resolve } from './reference.ts'
import { type PlainTypes, type Targets, plainTypes } from './plain-reference.ts'
import { type OneOf, oneOf } from './runtime-profiles.ts'
import { entriesOf } from './entry-table.ts'
import { type Json, type State, isJson, maxDepth, maxVisited } from './state.ts'

export interface References {
  /** A Reference as a value, and where it points; `targets` absent: anywhere. */
  refers(value: unknown, path: string, depth: number, targets: Targets | undefined): boolean
  referAll(list: unknown, path: string, depth: number, targets: Targets | undefined): boolean
  /** Where it points, of one that was found to be a Reference. */
  reference(value: Json, path: string, targets: Targets | undefined): boolean
  /** What a profile asks of where it points. */
  pointsRight(value: unknown, aim: Aim): boolean
}

/** What a profile asks of where a Reference points, ready to be asked. */
export interface Aim {
  /** Resource types; absent: any. */
  readonly named: readonly string[] | undefined
  /** Types that need no profile; of any other type it must conform to one of these. */
  readonly plain: readonly string[]
  readonly some: OneOf
}

export function aimOf({ types, plain, profiles }: ReferenceChecks): Aim {
  return { named: types, plain, some: oneOf(profiles) }
}

interface Around {
  readonly isTypeName: (name: string) => boolean
  readonly conformsToOne: (some: OneOf, value: unknown) => boolean
}

/** `module` is filled when the generated source is linked. */
export function referencesOf(state: State, module: { linked: Linked }, { isTypeName, conformsToOne }: Around): References {
  const types: PlainTypes = plainTypes(isTypeName)
  let shape: WholeFunction | undefined

  function refers(value: unknown, path: string, depth: number, targets: Targets | undefined): boolean {
    if (!isJson(value)) return false
    const size = sizeOfPlain(value, targets)
    if (size > 0 && depth <= maxDepth && state.visited <= maxVisited) {
      state.visited += size
      collect(value, path)
      return true
    }
    shape ??= module.linked.types.get('Reference')
    return shape?.(value, path, depth) !== false && reference(value, path, targets)
  }

  /** How many properties there are when there is nothing to say against it; most have no more than where they point, and a name. */
  function sizeOfPlain(value: Json, targets: Targets | undefined): number {
    let size = 0
    let text: unknown
    for (const key in value) {
      const inner = value[key]
      if (inner === undefined) continue
      size += 1
      if (key === 'reference') text = inner
      else if (key !== 'display' || !isString(inner)) return 0
    }
    return typeof text === 'string' && leadsTo(text, targets) ? size : 0
  }

  /** To one of the types for certain: `Type/id` and nothing more, or a resource of the Bundle. */
  function leadsTo(text: string, targets: Targets | undefined): boolean {
    if (text.charCodeAt(0) !== letterU) {
      const type = types.at(text)
      return type !== undefined && (targets === undefined || targets.has(type))
    }
    if (state.bundle === undefined || targets === undefined) return false
    const type = entriesOf(state).get(text)?.['resourceType']
    return typeof type === 'string' && targets.names.includes(type)
  }

  function referAll(list: unknown, path: string, depth: number, targets: Targets | undefined): boolean {
    if (!Array.isArray(list) || list.length === 0) return false
    state.visited += list.length
    for (let i = 0; i < list.length; i += 1) if (!refers(list[i], path, depth, targets)) return false
    return true
  }

  function collect(value: Json, path: string): void {
    if (state.references !== null) state.references.push({ value, element: path })
  }

  function reference(value: Json, path: string, targets: Targets | undefined): boolean {
    const text = value['reference']
    if (typeof text !== 'string') return true
    collect(value, path)
    if (leadsTo(text, targets)) return true
    const fault = referenceFault(text, targets?.names, state, isTypeName)
    return fault === undefined || (fault === 'unresolved' && !state.isClosed)
  }

  function pointsRight(value: unknown, { named, plain, some }: Aim): boolean {
    const text = isJson(value) ? value['reference'] : undefined
    if (typeof text !== 'string') return true
    const isPlain = some.canonicals.length === 0
    const isUrn = text.charCodeAt(0) === letterU
    const target = isUrn || (!isPlain && state.bundle !== undefined) || isLocal(text) ? resolve(text, state) : undefined
    if (named !== undefined && !isOf(named, text, isUrn, target)) return false
    if (isPlain || !target) return true
    return (plain.length > 0 && isOneOf(plain, target)) || conformsToOne(some, target)
  }

  function isOneOf(plain: readonly string[], target: Json): boolean {
    return plain.includes(String(target['resourceType'])) || plain.includes('Resource')
  }

  function isOf(named: readonly string[], text: string, isUrn: boolean, target: Json | undefined): boolean {
    if (isUrn ? target !== undefined && named.includes(String(target['resourceType'])) : beginsWithOne(text, named)) return true
    const fault = referenceFault(text, named, state, isTypeName)
    return fault !== 'other-type' && fault !== 'no-type'
  }

  return { refers, referAll, reference, pointsRight }
}

/** That what follows is an id, and nothing else is wrong, the datatype sees to. */
function beginsWithOne(text: string, types: readonly string[]): boolean {
  for (let i = 0; i < types.length; i += 1) {
    const type = types[i] ?? ''
    if (text.charCodeAt(type.length) === slash && text.startsWith(type)) return true
  }
  return false
}

const letterU = 117
const slash = 47
const hash = 35

function isLocal(text: string): boolean {
  return text.charCodeAt(0) === hash
}
