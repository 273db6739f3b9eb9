// A definition without one of its constraints, as if it had never been written.

import type { Element } from '../../../profiles/compiler/definition.ts'
import { type Constraint, constraintsOf, pathsOf, targetType } from './constraints.ts'
import { type Json, type Own, baseOf, elementAt, lastStep } from './definitions.ts'

/** Snapshot and differential both; a slice is given another value to be known by, because without any the definition is refused. */
export function without(constraint: Constraint): Own {
  const { definition, element, kind } = constraint
  if (kind === 'context') {
    const { context: _, ...rest } = definition
    return rest as Own
  }
  const changed = kind === 'slice' ? otherName(definition, element) : undone(constraint)
  const apply = (one: Element): Element => (changed.get(one.id ?? one.path) ?? ((same) => same))(one)
  const snapshot = { ...definition.snapshot, element: (definition.snapshot?.element ?? []).map(apply) }
  return { ...definition, snapshot, differential: { element: definition.differential.element.map(apply) } }
}

type Edit = (element: Element) => Element

function undone(constraint: Constraint): ReadonlyMap<string, Edit> {
  const { definition, element } = constraint
  const base = baseOf(definition, element)
  const edit: Edit = (one) => withoutField(one, base, constraint)
  return new Map([element, ...copies(constraint)].map((id) => [id, edit]))
}

/** What a snapshot repeats in the slices of the element is the same constraint, unless a slice states it itself. */
function copies({ definition, element, kind, detail }: Constraint): readonly string[] {
  const stated = new Set(
    constraintsOf(definition).flatMap((one) => (one.kind === kind && one.detail === detail ? [one.element] : [])),
  )
  const isCount = kind === 'min' || kind === 'max'
  return (definition.snapshot?.element ?? []).flatMap(({ id = '' }) => {
    const isCopy = id !== element && id.replaceAll(/:[^.]+/g, '') === element && !(isCount && lastStep(id).includes(':'))
    return isCopy && !stated.has(id) ? [id] : []
  })
}

function withoutField(one: Element, base: Element | undefined, { kind, detail }: Constraint): Element {
  switch (kind) {
    case 'min':
      return { ...one, min: base?.min ?? 0 }
    case 'max':
      return { ...one, max: base?.max ?? '*' }
    case 'type':
    case 'target':
      return { ...one, ...(base?.type && { type: base.type }) }
    case 'target-profile':
      return {
        ...one,
        type: (one.type ?? []).map((type) => ({ ...type, ...widened(type.targetProfile, 'targetProfile', detail) })),
      }
    case 'profile':
      return { ...one, type: (one.type ?? []).map((type) => ({ ...type, ...widened(type.profile, 'profile', detail) })) }
    case 'binding':
      return base?.binding ? { ...one, binding: base.binding } : dropped(one, (key) => key === 'binding')
    case 'value':
      return dropped(one, (key) => /^(?:fixed|pattern)[A-Z]/.test(key))
    case 'limit':
      return dropped(one, (key) => key.startsWith(detail))
    case 'invariant':
      return { ...one, constraint: (one.constraint ?? []).filter(({ key }) => key !== detail) }
    default:
      return one
  }
}

/** In place of the profile, the type that it is of. */
function widened(urls: readonly string[] | undefined, key: string, profile: string): Json {
  if (!urls) return {}
  if (key === 'profile') return { profile: urls.filter((url) => url !== profile) }
  return { targetProfile: urls.map((url) => (url === profile ? typeOf(url) : url)) }
}

/** The canonical of the type that a profile of ours is of. */
const typeOf = (url: string): string => `http://hl7.org/fhir/StructureDefinition/${targetType(url)}`

const dropped = (one: Element, isGone: (key: string) => boolean): Element =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !isGone(key))) as unknown as Element

/** A value by which nothing in the world is known. */
function otherName(definition: Own, slice: string): ReadonlyMap<string, Edit> {
  const profile = elementAt(definition, slice)?.type?.[0]?.profile?.[0]
  if (profile !== undefined) {
    return new Map([[slice, (one) => ({ ...one, type: [{ code: 'Extension', profile: [nobody] }] })]])
  }
  return new Map(pathsOf(definition, slice).map((id) => [id, renamed]))
}

const nobody = 'https://example.org/of-nobody'

function renamed(one: Element): Element {
  const entries = Object.entries(one).map(([key, value]) => {
    if (key === 'type' && one.path.endsWith('.resource')) return [key, [{ code: 'Basic' }]]
    if (/^(?:fixed|pattern)[A-Z]/.test(key))
      return [key, typeof value === 'string' ? nobody : { coding: [{ system: nobody, code: 'nobody' }] }]
    return [key, value]
  })
  return Object.fromEntries(entries) as Element
}
