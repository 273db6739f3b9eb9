// A list of element definitions as a tree of elements with their slices, where position is a place and not a spelling.

import type { ElementDefinition } from '@medplum/fhirtypes'
import { essentials, type Row } from './element.ts'

/** One element, or one slice of it. */
export interface ElementNode {
  /** Last part of its path: `identifier`, `value[x]`; the type's name at the root. */
  readonly name: string
  /** Name of the slice (`nhsNumber`, re-sliced `nhsNumber/verified`); undefined for the element itself. */
  readonly slice: string | undefined
  /** Its own row; undefined in a differential that speaks only of what is inside it. */
  row: Row | undefined
  /** What is laid out inside it here; undefined: its type says. */
  children: ElementNode[] | undefined
  /** Its slices in their order, a re-slice after what it re-slices. */
  slices: ElementNode[]
}

export interface Planted {
  readonly root: ElementNode | undefined
  /** Ids or paths that stand nowhere, or stand there twice. */
  readonly misplaced: readonly { readonly element: string; readonly reason: string }[]
}

/**
 * The tree of a snapshot's or differential's elements. Ids say where an element stands; where an id is absent or does not
 * agree with the path, the path and the slices opened last before it do (http://hl7.org/fhir/R4/elementdefinition.html#id).
 */
export function planted(elements: readonly ElementDefinition[]): Planted {
  const misplaced: { element: string; reason: string }[] = []
  const open: Opened[] = []
  let root: ElementNode | undefined
  for (const element of elements) {
    const steps = element.path.split('.')
    const name = steps[0] ?? ''
    root ??= emptyNode(name, undefined)
    const node = root.name === name && steps.length <= maxSteps ? placed(root, element, steps, open) : undefined
    if (!node) misplaced.push({ element: element.id ?? element.path, reason: 'stands outside of the type, or too deep in it' })
    else if (node.row) misplaced.push({ element: element.id ?? element.path, reason: 'stands there twice' })
    else node.row = essentials(element)
    if (node) open.push({ path: element.path, node })
  }
  return { root, misplaced }
}

/** No path of clinical content is longer. */
const maxSteps = 50

/** The tree as the elements of a snapshot, with ids and paths. */
export function elementsOf(root: ElementNode): ElementDefinition[] {
  const elements: ElementDefinition[] = []
  write(root, '', '', elements)
  return elements
}

/** A copy that can be changed; rows are shared, since a row is replaced and never changed. */
export function copyOf(node: ElementNode): ElementNode {
  return { ...node, children: node.children?.map(copyOf), slices: node.slices.map(copyOf) }
}

/** How many elements a tree has. */
export function sizeOf(node: ElementNode): number {
  const inside = [...(node.children ?? []), ...node.slices]
  return inside.reduce((sum, child) => sum + sizeOf(child), 1)
}

export function emptyNode(name: string, slice: string | undefined): ElementNode {
  return { name, slice, row: undefined, children: undefined, slices: [] }
}

/** Puts a slice where it belongs: behind what it re-slices, else at the end. */
export function insertSlice(sliced: ElementNode, node: ElementNode): void {
  const owner = node.slice?.slice(0, Math.max(0, node.slice.lastIndexOf('/'))) ?? ''
  const last = sliced.slices.findLastIndex((other) => other.slice === owner || other.slice?.startsWith(`${owner}/`))
  if (owner === '' || last < 0) sliced.slices.push(node)
  else sliced.slices.splice(last + 1, 0, node)
}

/** Elements that the list stands in: each inside the one before. */
interface Opened {
  readonly path: string
  readonly node: ElementNode
}

function placed(root: ElementNode, element: ElementDefinition, steps: readonly string[], open: Opened[]): ElementNode {
  while (open.length > 0 && !element.path.startsWith(`${open.at(-1)?.path}.`)) open.pop()
  const byId = stepsOfId(element.id, steps)
  if (byId) return byId.slice(1).reduce((node, [name, slice]) => under(node, name, slice), sliceOf(root, byId[0]?.[1]))
  if (steps.length === 1) return sliceOf(root, element.sliceName)
  const around = open.at(-1) ?? { path: root.name, node: root }
  const between = steps.slice(around.path.split('.').length, -1)
  const parent = between.reduce((node, name) => under(node, name), around.node)
  return under(parent, steps.at(-1) ?? '', element.sliceName)
}

/** The id in steps of name and slice, when it agrees with the path step by step. */
function stepsOfId(id: string | undefined, path: readonly string[]): (readonly [string, string | undefined])[] | undefined {
  const steps = id?.split('.').map(stepOf)
  const doesAgree = steps?.length === path.length && steps.every(([name], at) => isSameStep(name, path[at] ?? ''))
  return doesAgree ? steps : undefined
}

function stepOf(text: string): readonly [string, string | undefined] {
  const colon = text.indexOf(':')
  return colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)]
}

/** `value[x]` in an id may stand over `valueQuantity` in the path, which is the older spelling of the same. */
function isSameStep(inId: string, inPath: string): boolean {
  return inId === inPath || (inId.endsWith('[x]') && inPath.startsWith(inId.slice(0, -3)))
}

function under(parent: ElementNode, name: string, slice?: string): ElementNode {
  parent.children ??= []
  let child = parent.children.find((node) => node.name === name)
  if (!child) parent.children.push((child = emptyNode(name, undefined)))
  return sliceOf(child, slice)
}

function sliceOf(sliced: ElementNode, slice: string | undefined): ElementNode {
  if (slice === undefined) return sliced
  const found = sliced.slices.find((node) => node.slice === slice)
  if (found) return found
  const node = emptyNode(sliced.name, slice)
  insertSlice(sliced, node)
  return node
}

function write(node: ElementNode, idBefore: string, pathBefore: string, elements: ElementDefinition[]): void {
  const path = pathBefore === '' ? node.name : `${pathBefore}.${node.name}`
  const step = node.slice === undefined ? node.name : `${node.name}:${node.slice}`
  const id = idBefore === '' ? step : `${idBefore}.${step}`
  if (node.row) elements.push({ id, path, ...node.row })
  for (const child of node.children ?? []) write(child, id, path, elements)
  for (const slice of node.slices) write(slice, idBefore, pathBefore, elements)
}
