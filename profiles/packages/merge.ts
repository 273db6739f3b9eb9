// Applies a differential to the tree of its base: element by element, with what is inside them and their slices.

import { constrained, limitOf } from './constrain.ts'
import { valueOf, type Row } from './element.ts'
import { copyOf, emptyNode, insertSlice, type ElementNode } from './element-tree.ts'
import { childOf, counted, typeInName } from './inside.ts'
import { complain, isKindOf, reportMissing, type Work, type World } from './work.ts'

/** Applies what the differential says of an element, of what is inside it, and of its slices, in that order. */
export function merge(node: ElementNode, change: ElementNode, at: string, sliced: ElementNode | undefined, work: Work): void {
  const wasClosed = node.row?.slicing?.rules === 'closed'
  if (change.row) constrain(node, change.row, at, work)
  for (const child of change.children ?? []) mergeChild(node, child, change.children ?? [], at, sliced, work)
  if (change.slices.length > 0) mergeSlices(node, change, at, wasClosed, work)
}

function constrain(node: ElementNode, change: Row, at: string, work: Work): void {
  const { row, breaches } = constrained(node.row ?? {}, change, (type, base) => isKindOf(type, base, work.world))
  for (const breach of breaches) complain(work, at, breach)
  node.row = row
  const value = valueOf(change)
  const codes = row.type?.map(({ code }) => code) ?? []
  for (const type of change.type ?? []) reportMissing(type, at, work)
  if (value && codes.length > 0 && !codes.some((code) => isOfType(code, value.type, work.world))) {
    complain(work, at, { id: 'value-type', reason: `${value.key} is none of ${codes.join(', ')}` })
  }
}

function isOfType(code: string, inKey: string, world: World): boolean {
  if (code.startsWith('http://hl7.org/fhirpath/')) return true
  return [inKey, inKey.charAt(0).toLowerCase() + inKey.slice(1)].some((type) => isKindOf(code, type, world) !== false)
}

function mergeChild(
  node: ElementNode,
  change: ElementNode,
  siblings: readonly ElementNode[],
  at: string,
  sliced: ElementNode | undefined,
  work: Work,
): void {
  const id = `${at}.${change.name}`
  const child = childOf(node, change.name, at, sliced, work)
  if (child) return merge(child, change, id, undefined, work)
  const choice = node.children?.find(({ name, row }) => typeInName(change.name, name, row?.type))
  if (choice) return mergeChoice(choice, change, siblings, `${at}.${choice.name}`, work)
  if (work.isSpecialization) return addChild(node, change, id, work)
  complain(work, id, { id: 'unknown-element', reason: `${node.name} has no element ${change.name}` })
}

/**
 * `valueQuantity` in a differential speaks of the slice of `value[x]` that is a Quantity, and where it is the only such name, it
 * says that `value[x]` is nothing else, as HL7's own vital signs are laid out; `value[x]:valueQuantity` says only the first.
 */
function mergeChoice(choice: ElementNode, change: ElementNode, siblings: readonly ElementNode[], at: string, work: Work): void {
  const named = siblings.flatMap(({ name }) => typeInName(name, choice.name, choice.row?.type) ?? [])
  const isOnly = named.length === 1 && !siblings.some(({ name }) => name === choice.name)
  if (isOnly && !choice.row?.slicing) choice.row = { ...choice.row, type: named, slicing: { ...byType, rules: 'closed' } }
  const slices = [{ ...change, name: choice.name, slice: change.name, slices: [] }]
  const wasClosed = false
  mergeSlices(choice, { ...emptyNode(choice.name, undefined), slices }, at, wasClosed, work)
}

/** A specialization may have elements of its own. */
function addChild(node: ElementNode, change: ElementNode, id: string, work: Work): void {
  const { min = 0, max = '*' } = change.row ?? {}
  if (!change.row) complain(work, id, { id: 'unknown-element', reason: 'is not defined, only what is inside it' })
  const added = emptyNode(change.name, undefined)
  added.row = { ...change.row, min, max, base: { path: id, min, max } }
  node.children = [...(node.children ?? []), added]
  merge(added, { ...change, row: undefined }, id, undefined, work)
}

function mergeSlices(sliced: ElementNode, change: ElementNode, at: string, wasClosed: boolean, work: Work): void {
  for (const slice of change.slices) {
    const id = `${at}:${slice.slice ?? ''}`
    const known = sliced.slices.find((node) => node.slice === slice.slice)
    if (!known && wasClosed && !slice.slice?.includes('/')) {
      complain(work, id, { id: 'slicing-closed', reason: 'is a new slice where the base has closed the slicing' })
    } else merge(known ?? addSlice(sliced, slice, id, work), slice, id, sliced, work)
  }
  const { max = '*' } = sliced.row ?? {}
  const needed = sliced.slices.filter((node) => !node.slice?.includes('/')).reduce((sum, { row }) => sum + (row?.min ?? 0), 0)
  if (needed <= limitOf(max)) return
  complain(work, at, { id: 'slices-exceed-max', reason: `its slices need ${needed}, it may have ${max}` })
}

/** A new slice: all that holds of the sliced element (or of the slice that is sliced again), but never needed by itself. */
function addSlice(sliced: ElementNode, change: ElementNode, id: string, work: Work): ElementNode {
  const name = change.slice ?? ''
  const owner = sliced.slices.find((node) => node.slice === name.slice(0, name.lastIndexOf('/'))) ?? sliced
  const slicing = owner.row?.slicing ?? usualSlicing(owner)
  if (!slicing) complain(work, id, { id: 'no-slicing', reason: 'is a slice of an element that says nothing of its slicing' })
  else if (!owner.row?.slicing) owner.row = { ...owner.row, slicing }
  const { slicing: _, ...row } = owner.row ?? {}
  const type = typeInName(name, sliced.name, row.type)
  const node = emptyNode(sliced.name, name)
  node.row = { ...row, sliceName: name, min: 0, ...(type && !change.row?.type && { type: [type] }) }
  node.children = owner === sliced || !owner.children ? undefined : counted(owner.children.map(copyOf), id, work)
  insertSlice(sliced, node)
  return node
}

type Slicing = NonNullable<Row['slicing']>

/** Extensions are always sliced by url, choices by type: a differential need not say so. */
function usualSlicing(node: ElementNode): Slicing | undefined {
  if (node.row?.type?.[0]?.code === 'Extension') return { ...byUrl, rules: 'open' }
  return node.name.endsWith('[x]') ? { ...byType, rules: 'open' } : undefined
}

const byUrl = { discriminator: [{ type: 'value', path: 'url' }], ordered: false } satisfies Partial<Slicing>
const byType = { discriminator: [{ type: 'type', path: '$this' }], ordered: false } satisfies Partial<Slicing>
