// An open element of FHIR while its XML is read: its JSON so far, its place, and the list of primitives that is under way.

import type { XmlElement, XmlType } from './elements.ts'

export type Json = Record<string, unknown>

/** An open element of FHIR. A resource has one of its own within the element that holds it. */
export interface Frame {
  readonly parent: Frame | undefined
  /** None for a resource. */
  readonly element: XmlElement | undefined
  readonly type: XmlType
  readonly json: Json
  readonly index: number
  readonly start: number
  /** Objects and lists around and including it, in the JSON form. */
  readonly level: number
  value: unknown
  hasChild: boolean
  /** The child that was read last. */
  last: XmlElement | undefined
  indexOfLast: number
  list: PrimitiveList | undefined
}

/** A repeating primitive: its values and what stands beside them, in step. */
export interface PrimitiveList {
  readonly name: string
  readonly values: unknown[]
  readonly besides: (Json | null)[]
  hasValue: boolean
  hasBeside: boolean
}

/** FHIRPath-like, as the validator names elements: `Bundle.entry[1].resource.value`. */
export function pathOf(frame: Frame): string {
  const steps: string[] = []
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    const { element, parent, type, index } = at
    if (element) steps.push(element.isList ? `${element.base}[${index}]` : element.base)
    else if (!parent) steps.push(type.path)
  }
  return steps.toReversed().join('.')
}

/** One more value of a repeating primitive, or null, and what stands beside it. */
export function addToList(parent: Frame, name: string, value: unknown, beside: Json | undefined): void {
  const list = (parent.list ??= { name, values: [], besides: [], hasValue: false, hasBeside: false })
  list.values.push(value ?? null)
  list.besides.push(beside ?? null)
  if (value !== undefined) list.hasValue = true
  if (beside) list.hasBeside = true
}

/** A list of primitives is complete: nulls fill out both halves (json.html#primitive). */
export function flush(frame: Frame): void {
  const { list } = frame
  if (!list) return
  if (list.hasValue) frame.json[list.name] = list.values
  if (list.hasBeside) frame.json[`_${list.name}`] = list.besides
  frame.list = undefined
}
