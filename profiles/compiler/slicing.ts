// From a sliced element to its slices: how a value is told to be of one, and what is asked of it then.

import { type Element, type ElementNode, bare, typeCode, valueNamed } from './definition.ts'
import type { ElementPlan, Match, Slice, Slicing, Step, Test, Variant } from './plan.ts'
import { type Profiling, checksOf, variantsLeft } from './profile.ts'

type Discriminator = NonNullable<NonNullable<Element['slicing']>['discriminator']>[number]

/** Undefined when the element has no slices that ask for anything. */
export function slicingOf(
  node: ElementNode,
  variants: readonly Variant[],
  plan: ElementPlan,
  profiling: Profiling,
  outer: readonly Discriminator[] = [],
): Slicing | undefined {
  const { slicing } = node.element
  if (node.slices.length === 0 && slicing?.rules !== 'closed') return undefined
  const discriminators = slicing?.discriminator ?? (node.name.endsWith('[x]') ? typeOfThis : outer)
  if (discriminators.length === 0) {
    profiling.shop.fault(profiling.definition.url, node.id, 'is sliced without a discriminator')
    return undefined
  }
  const named = node.slices.filter(({ element }) => element.sliceName !== '@default')
  const rest = node.slices.find(({ element }) => element.sliceName === '@default')
  const restChecks = rest && checksOf(rest, variants, plan, profiling)
  const made: Slicing = {
    rules: slicing?.rules === 'closed' || slicing?.rules === 'openAtEnd' ? slicing.rules : 'open',
    isOrdered: slicing?.ordered ?? false,
    slices: named.map((slice) => sliceOf(slice, variants, plan, profiling, discriminators)),
    ...(restChecks && { rest: restChecks }),
  }
  return asksNothing(made) ? undefined : made
}

/** Slices that only give names to what may be there. */
function asksNothing({ rules, isOrdered, slices, rest }: Slicing): boolean {
  const isFree = ({ min, max, checks, slicing }: Slice): boolean => min === 0 && max === undefined && !checks && !slicing
  return rules === 'open' && !isOrdered && !rest && slices.every(isFree)
}

const typeOfThis: readonly Discriminator[] = [{ type: 'type', path: '$this' }]

function sliceOf(
  node: ElementNode,
  variants: readonly Variant[],
  plan: ElementPlan,
  profiling: Profiling,
  discriminators: readonly Discriminator[],
): Slice {
  const { min = 0, max, sliceName } = node.element
  const left = variantsLeft(node.element, plan, variants)
  const checks = checksOf(node, left, plan, profiling)
  const slicing = slicingOf(node, left, plan, profiling, discriminators)
  return {
    name: sliceName ?? node.id.slice(node.id.lastIndexOf(':') + 1),
    min,
    ...(max !== undefined && max !== '*' && { max: Number(max) }),
    match: discriminators.flatMap((one) => matchOf(node, left, one, profiling) ?? []),
    ...(checks && { checks }),
    ...(slicing && { slicing }),
  }
}

function matchOf(
  node: ElementNode,
  variants: readonly Variant[],
  { type, path }: Discriminator,
  profiling: Profiling,
): Match | undefined {
  const fail = (reason: string): undefined => profiling.shop.fault(profiling.definition.url, node.id, reason) as undefined
  const url = extensionUrl(node, variants, path)
  if (url !== undefined)
    return { steps: [{ kind: 'child', keys: [{ key: 'url', type: 'uri' }], isList: false }], test: { kind: 'fixed', value: url } }
  const parts = path === undefined || path === '$this' ? [] : stepsIn(path)
  if (!parts) return fail(`has a discriminator that cannot be read: ${path}`)
  let at: Standing = { nodes: [node], variants }
  const steps: Step[] = []
  for (const part of parts) {
    const next = stepTo(at, part, profiling)
    if (!next) return fail(`has a discriminator that leads nowhere: ${path}`)
    at = next.at
    steps.push(next.step)
  }
  const test = testOf(at, type ?? 'value', profiling)
  return test ? { steps, test } : fail(`says nothing about its discriminator: ${type} ${path}`)
}

/** An extension's url is the canonical of its definition, whether that is at hand or not. */
function extensionUrl(node: ElementNode, variants: readonly Variant[], path: string | undefined): string | undefined {
  const profile = node.element.type?.[0]?.profile?.[0]
  return path === 'url' && variants[0]?.type === 'Extension' && profile !== undefined ? bare(profile) : undefined
}

/** Where a path has led to: what is said of that place, most particular first, and what it may be. */
interface Standing {
  readonly nodes: readonly ElementNode[]
  readonly variants: readonly Variant[]
  /** Where a reference was followed: the profiles of its target. */
  readonly profiles?: readonly string[]
}

type Part = { readonly name: string } | { readonly resolve: true } | { readonly extension: string } | { readonly ofType: string }

/** The simple paths that R4 allows here (profiling.html#discriminator). */
function stepsIn(path: string): readonly Part[] | undefined {
  const parts: Part[] = []
  const form = /(?:^|\.)(?:(resolve)\(\)|extension\('([^']+)'\)|ofType\((\w+)\)|(\$this)|(\w+))/gy
  let end = 0
  for (let match = form.exec(path); match; match = form.exec(path)) {
    end = form.lastIndex
    const [, resolve, extension, ofType, self, name] = match
    if (resolve !== undefined) parts.push({ resolve: true })
    else if (extension !== undefined) parts.push({ extension })
    else if (ofType !== undefined) parts.push({ ofType })
    else if (self === undefined && name !== undefined) parts.push({ name })
  }
  return end === path.length ? parts : undefined
}

function stepTo(at: Standing, part: Part, profiling: Profiling): { at: Standing; step: Step } | undefined {
  const { shop } = profiling
  if ('resolve' in part) {
    const urls = at.nodes.flatMap(({ element }) => (element.type ?? []).flatMap((type) => type.targetProfile ?? [])).map(bare)
    const nodes = urls.flatMap((url) => shop.treeAt(url) ?? [])
    const variants = urls.flatMap((url) => shop.typeOf(url) ?? []).map((type) => ({ key: '', type, kind: 'resource' as const }))
    return { at: { nodes, variants, profiles: urls }, step: { kind: 'resolve' } }
  }
  if ('ofType' in part) {
    const variants = at.variants.filter(({ type }) => type === part.ofType)
    return { at: { nodes: at.nodes, variants }, step: { kind: 'ofType', type: part.ofType } }
  }
  if ('extension' in part) {
    const slices = childrenNamed(at, 'extension', profiling).flatMap(({ slices: inner }) => inner)
    const own = slices.filter(({ element }) =>
      element.type?.some((type) => type.profile?.some((url) => bare(url) === part.extension)),
    )
    const nodes = [...own, ...[shop.treeAt(part.extension) ?? []].flat()]
    return { at: { nodes, variants: [extension] }, step: { kind: 'extension', url: part.extension } }
  }
  const nodes = childrenNamed(at, part.name, profiling)
  const variants = at.variants.flatMap((variant) => childVariants(variant, part.name, profiling))
  if (variants.length === 0) return undefined
  const keys = variants.map(({ key, type }) => ({ key, type }))
  const isList = at.variants.some((variant) => childElement(variant, part.name, profiling)?.isList)
  return { at: { nodes, variants: leftOf(nodes, variants) }, step: { kind: 'child', keys, isList } }
}

const extension: Variant = { key: 'extension', type: 'Extension', kind: 'complex', shape: 'Extension' }

/** In the profile itself, in its slices (those that must be there first), in the profiles of its type, and in the type. */
function childrenNamed({ nodes, variants }: Standing, name: string, { shop }: Profiling): ElementNode[] {
  const profiled = nodes.flatMap(({ element }) => (element.type ?? []).flatMap((type) => type.profile ?? []))
  const trees = [...profiled.map((url) => shop.treeAt(url)), ...variants.map(({ type }) => shop.typeTree(type))]
  const slices = nodes.flatMap((node) => node.slices).toSorted((a, b) => isAsked(b) - isAsked(a))
  const owners = [...nodes, ...slices, ...trees.filter((tree) => tree !== undefined)]
  return owners.flatMap(({ children }) => children.filter((child) => child.name.replace('[x]', '') === name))
}

function isAsked({ element }: ElementNode): number {
  return (element.min ?? 0) > 0 ? 1 : 0
}

function childElement(variant: Variant, name: string, { shop }: Profiling): ElementPlan | undefined {
  const shape = shop.shapes[variant.shape ?? variant.type] ?? shop.shapes[variant.kind === 'resource' ? 'Resource' : '']
  return shape?.elements.find((element) => element.name === name)
}

function childVariants(variant: Variant, name: string, profiling: Profiling): readonly Variant[] {
  return childElement(variant, name, profiling)?.variants ?? []
}

function leftOf(nodes: readonly ElementNode[], variants: readonly Variant[]): readonly Variant[] {
  const codes = nodes.find(({ element }) => element.type)?.element.type?.map(typeCode)
  const left = variants.filter(({ type }) => !codes || codes.includes(type))
  return left.length > 0 ? left : variants
}

function testOf(at: Standing, type: string, profiling: Profiling): Test | undefined {
  const [first] = at.nodes
  switch (type) {
    case 'exists':
      return existsTest(at.nodes)
    case 'type':
      return typeTest(at, first)
    case 'profile':
      return profileTest(at)
    default:
      return valueTest(at, profiling)
  }
}

function existsTest(nodes: readonly ElementNode[]): Test | undefined {
  for (const { element } of nodes) {
    if (element.max === '0') return { kind: 'exists', isThere: false }
    if ((element.min ?? 0) > 0) return { kind: 'exists', isThere: true }
  }
  return undefined
}

function typeTest(at: Standing, first: ElementNode | undefined): Test | undefined {
  const codes = first?.element.type?.map(typeCode) ?? at.variants.map(({ type }) => type)
  return codes.length > 0 ? { kind: 'type', types: codes } : undefined
}

function profileTest({ nodes, profiles }: Standing): Test | undefined {
  if (profiles) return { kind: 'profile', profiles }
  const found = nodes.flatMap(({ element }) => (element.type ?? []).flatMap((type) => type.profile ?? []))
  return found.length > 0 ? { kind: 'profile', profiles: found.map(bare) } : undefined
}

function valueTest(at: Standing, profiling: Profiling): Test | undefined {
  for (const node of at.nodes) {
    const test = ownTest(node)
    if (test) return test
    const below = testsBelow(node, at.variants, profiling)
    if (below.length > 0) return { kind: 'all', of: below }
  }
  return undefined
}

function ownTest({ element }: ElementNode): Test | undefined {
  const fixed = valueNamed(element, 'fixed')
  if (fixed !== undefined) return { kind: 'fixed', value: fixed }
  const pattern = valueNamed(element, 'pattern')
  if (pattern !== undefined) return { kind: 'pattern', value: pattern }
  const { strength, valueSet } = element.binding ?? {}
  return strength === 'required' && valueSet !== undefined && element.path.includes('.')
    ? { kind: 'binding', valueSet }
    : undefined
}

/** A discriminator may point at a concept of which only the codings below are given. */
function testsBelow(node: ElementNode, variants: readonly Variant[], profiling: Profiling): readonly Match[] {
  return node.children.flatMap((child) => {
    const inner = variants.flatMap((variant) => childVariants(variant, child.name.replace('[x]', ''), profiling))
    if (inner.length === 0) return []
    const isList = variants.some((variant) => childElement(variant, child.name.replace('[x]', ''), profiling)?.isList)
    const step: Step = { kind: 'child', keys: inner.map(({ key, type }) => ({ key, type })), isList }
    const test = ownFixed(child)
    if (test) return [{ steps: [step], test }]
    const below = [child, ...child.slices].flatMap((one) => testsBelow(one, inner, profiling))
    return below.length > 0 ? [{ steps: [step], test: { kind: 'all' as const, of: below } }] : []
  })
}

function ownFixed(node: ElementNode): Test | undefined {
  const test = ownTest(node)
  return test?.kind === 'binding' ? undefined : test
}
