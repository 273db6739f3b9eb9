// What is inside an element whose snapshot does not lay it out: the elements of its type, profile, or of another element.

import type { ElementDefinitionType } from '@medplum/fhirtypes'
import { copyOf, sizeOf, type ElementNode } from './element-tree.ts'
import { complain, urlOfType, withoutVersion, type Tree, type Work } from './work.ts'

/** A profile that lays out more elements than this is no clinical definition; R4's largest type has 228. */
const maxElements = 20_000

/** The child of this name, laid out here if need be. */
export function childOf(
  node: ElementNode,
  name: string,
  at: string,
  sliced: ElementNode | undefined,
  work: Work,
): ElementNode | undefined {
  const find = () => node.children?.find((child) => child.name === name)
  if (!node.children) node.children = inside(node, at, sliced, work)
  const found = find()
  if (found || node.children.some((child) => typeInName(name, child.name, child.row?.type))) return found
  // Laid out by a wider type before this profile made it special.
  const known = new Set(node.children.map((child) => child.name))
  if (node !== work.root) node.children.push(...ofType(node, at, work).filter((child) => !known.has(child.name)))
  return find()
}

/** The type that `valueQuantity` names of `value[x]`. */
export function typeInName(
  name: string,
  choice: string,
  list: readonly ElementDefinitionType[] = [],
): ElementDefinitionType | undefined {
  if (!choice.endsWith('[x]') || !name.startsWith(choice.slice(0, -3))) return undefined
  const suffix = name.slice(choice.length - 3)
  return list.find(({ code }) => code.charAt(0).toUpperCase() + code.slice(1) === suffix)
}

/** What is inside an element: as its sliced element lays it out, as the element that it refers to, or as its type. */
function inside(node: ElementNode, at: string, sliced: ElementNode | undefined, work: Work): ElementNode[] {
  const reference = node.row?.contentReference
  const isLikeSliced = sliced?.children && JSON.stringify(sliced.row?.type) === JSON.stringify(node.row?.type)
  const children = isLikeSliced
    ? (sliced.children ?? []).map(copyOf)
    : reference === undefined
      ? ofType(node, at, work)
      : referred(node, reference, at, work)
  return counted(children, at, work)
}

export function counted(children: ElementNode[], at: string, work: Work): ElementNode[] {
  work.size += children.reduce((sum, child) => sum + sizeOf(child), 0)
  if (work.size <= maxElements) return children
  complain(work, at, { id: 'too-large', reason: `brings this profile to more than ${maxElements} elements` })
  return []
}

/** An element that is defined by another one takes over its children and its type, and is on its own from here. */
function referred(node: ElementNode, reference: string, at: string, work: Work): ElementNode[] {
  const id = reference.slice(reference.indexOf('#') + 1)
  const steps = id.split('.')
  const tree = work.world.treeOf(urlOfType(steps[0] ?? ''))
  const root = tree && tree !== 'busy' ? tree : work.root
  const target = steps
    .slice(1)
    .reduce<ElementNode | undefined>((found, name) => found?.children?.find((n) => n.name === name), root)
  if (!target?.row?.type) {
    complain(work, at, { id: 'missing-content', reason: `content reference ${reference} leads nowhere` })
    return []
  }
  const { contentReference: _, ...row } = node.row ?? {}
  node.row = { ...row, type: target.row.type, ...(target.row.constraint && { constraint: target.row.constraint }) }
  return (target.children ?? []).map(copyOf)
}

function ofType(node: ElementNode, at: string, work: Work): ElementNode[] {
  const list = node.row?.type ?? []
  const first = list[0]
  if (!first) return []
  // All that several types have in common is what every element has.
  const tree = list.length > 1 ? work.world.treeOf(urlOfType('Element')) : treeOfType(first, at, work)
  return tree && tree !== 'busy' ? (tree.children ?? []).map(copyOf) : []
}

function treeOfType(type: ElementDefinitionType, at: string, work: Work): Tree {
  const profile = type.profile?.length === 1 ? withoutVersion(type.profile[0] ?? '') : undefined
  const tree = profile === undefined ? undefined : work.world.treeOf(profile)
  if (tree && tree !== 'busy') return tree
  if (tree === 'busy') complain(work, at, { id: 'cycle', reason: `looks into ${profile}, which looks into this profile` })
  return work.world.treeOf(urlOfType(type.code))
}
