// From a profile's snapshot to the checks that it adds to those of its type.

import { bindingOf, constraintsOf, contentReference } from './base.ts'
import { type Definition, type Element, type ElementNode, bare, lastSegment, treeOf, typeCode, valueNamed } from './definition.ts'
import type { Checks, Constraint, ElementPlan, Overlay, OverlayElement, ReferenceChecks, Variant } from './plan.ts'
import { isPrimitive } from './primitive.ts'
import { slicingOf } from './slicing.ts'
import type { Workshop } from './workshop.ts'

/** What a profile asks of its root; its overlays are added to the workshop. Undefined: nothing more than its type. */
export function profileChecks(definition: Definition, shop: Workshop): Checks | undefined {
  const root = treeOf(definition)
  const type = definition.type ?? ''
  if (!root) {
    shop.fault(definition.url, '', 'has no snapshot')
    return undefined
  }
  if (!shop.shapes[type]) {
    if (!isPrimitive(type)) shop.fault(definition.url, '', `constrains a type that is not known: ${type}`)
    return undefined
  }
  const variant: Variant = { key: type, type, kind: 'complex', shape: type }
  // What stands for another element is only there to be followed once it is known whether that one asks for anything.
  const dry = { ...shop, overlays: {}, fault: () => undefined }
  checksOf(root, [variant], undefined, { definition, shop: dry, followed: new Set() })
  return checksOf(root, [variant], undefined, { definition, shop, followed: new Set(Object.keys(dry.overlays)) })
}

export interface Profiling {
  readonly definition: Definition
  readonly shop: Workshop
  /** Overlays that a contentReference may point at. */
  readonly followed: ReadonlySet<string>
}

/** What the element asks of each of its values, beyond what the base does. */
export function checksOf(
  node: ElementNode,
  variants: readonly Variant[],
  base: ElementPlan | undefined,
  profiling: Profiling,
): Checks | undefined {
  const { element } = node
  const fixed = valueNamed(element, 'fixed')
  const pattern = valueNamed(element, 'pattern')
  const minValue = valueNamed(element, 'minValue')
  const maxValue = valueNamed(element, 'maxValue')
  const binding = ownBinding(element, base)
  const constraints = ownConstraints(element, variants, base, profiling)
  const profiles = profilesByType(element, variants, profiling)
  const resourceTypes = resourceTypesOf(element, variants)
  const reference = referenceChecks(element, variants, profiling)
  const overlay = overlayOf(node, variants, profiling)
  const checks: Checks = {
    ...(fixed !== undefined && { fixed }),
    ...(pattern !== undefined && { pattern }),
    ...(minValue !== undefined && { minValue }),
    ...(maxValue !== undefined && { maxValue }),
    ...(element.maxLength !== undefined && { maxLength: element.maxLength }),
    ...(binding && { binding }),
    ...(constraints.length > 0 && { constraints }),
    ...(profiles && { profiles }),
    ...(resourceTypes && { resourceTypes }),
    ...(reference && { reference }),
    ...(overlay !== undefined && { overlay }),
  }
  return Object.keys(checks).length > 0 ? checks : undefined
}

function ownBinding(element: Element, base: ElementPlan | undefined): Checks['binding'] {
  const binding = bindingOf(element)
  if (!binding) return undefined
  const isSame = base?.binding && bare(base.binding.valueSet) === bare(binding.valueSet)
  return isSame && base.binding?.strength === binding.strength ? undefined : binding
}

/** Snapshots repeat the constraints of the base and of the type: those are checked there. */
function ownConstraints(
  element: Element,
  variants: readonly Variant[],
  base: ElementPlan | undefined,
  { shop }: Profiling,
): readonly Constraint[] {
  const given = new Set<string>((base?.constraints ?? []).map(identity))
  for (const { type, shape } of variants) {
    const known = shop.shapes[shape ?? type]
    for (const name of known ? [known.name, ...known.ancestors] : [])
      shop.shapes[name]?.constraints.forEach((c) => given.add(identity(c)))
  }
  const types = variants.map(({ type, shape }) => shape ?? type)
  const own = constraintsOf(element).filter((constraint) => constraint.key !== 'ext-1' && !given.has(identity(constraint)))
  return own.map((constraint) => ({ ...constraint, types }))
}

function identity({ key, expression }: Constraint): string {
  return `${key} ${expression ?? ''}`
}

function profilesByType(element: Element, variants: readonly Variant[], { shop }: Profiling): Checks['profiles'] {
  const found: Record<string, readonly string[]> = {}
  for (const type of element.type ?? []) {
    const code = typeCode(type)
    const profiles = (type.profile ?? []).map(bare).filter((url) => lastSegment(url) !== code)
    // An extension's definition is applied wherever the extension stands.
    const isApplied = code === 'Extension' && profiles.every((url) => shop.isExtension(url))
    if (profiles.length > 0 && !isApplied && variants.length > 0) found[code] = profiles
  }
  return Object.keys(found).length > 0 ? found : undefined
}

function resourceTypesOf(element: Element, variants: readonly Variant[]): readonly string[] | undefined {
  if (variants[0]?.kind !== 'resource') return undefined
  const types = (element.type ?? []).map(typeCode)
  return types.includes('Resource') || types.includes('DomainResource') || types.length === 0 ? undefined : types
}

/** Only where it says something else than the base. */
function referenceChecks(element: Element, variants: readonly Variant[], { shop }: Profiling): ReferenceChecks | undefined {
  const base = variants.find(({ type }) => type === 'Reference')
  const types = (element.type ?? []).filter(({ code }) => code === 'Reference')
  const urls = types.flatMap((type) => type.targetProfile ?? []).map(bare)
  if (!base || urls.length === 0) return undefined
  const plain: string[] = []
  const profiles: string[] = []
  const allowed = new Set<string>()
  for (const url of urls) {
    const type = shop.typeOf(url)
    if (type === undefined || type === 'Resource') allowed.add('Resource')
    else allowed.add(type)
    if (type !== undefined && shop.isBase(url)) plain.push(type)
    else profiles.push(url)
  }
  const areSame = base.targets?.length === allowed.size && base.targets.every((type) => allowed.has(type))
  if ((areSame && profiles.length === 0) || plain.includes('Resource')) return undefined
  // Types that the base allows as well are asked for there.
  return { ...(!areSame && !allowed.has('Resource') && { types: [...allowed] }), plain, profiles }
}

/** Id of the overlay of the element's own elements; undefined when nothing is asked of them. */
function overlayOf(node: ElementNode, variants: readonly Variant[], profiling: Profiling): string | undefined {
  const { definition, shop, followed } = profiling
  const referred = contentReference(node.element)
  if (referred !== undefined) {
    const id = `${definition.url}#${referred}`
    return followed.has(id) ? id : undefined
  }
  if (node.children.length === 0) return undefined
  const shape = variants.map(shapeName).find((name) => node.children.every((child) => baseOf(child, name, shop)))
  if (shape === undefined) {
    const strange = node.children.find((child) => !variants.some((variant) => baseOf(child, shapeName(variant), shop)))
    shop.fault(definition.url, strange?.id ?? node.id, 'constrains an element that its type does not have')
    return undefined
  }
  const elements = node.children.flatMap((child) => overlayElement(child, shape, profiling) ?? [])
  if (elements.length === 0) return undefined
  const overlay: Overlay = { id: `${definition.url}#${node.id}`, elements }
  shop.overlays[overlay.id] = overlay
  return overlay.id
}

/** Of a primitive, the elements stand in the object beside it. */
function shapeName({ type, shape, kind }: Variant): string {
  if (kind === 'primitive') return 'Element'
  return kind === 'resource' ? 'Resource' : (shape ?? type)
}

function baseOf(
  node: ElementNode,
  shape: string,
  shop: Workshop,
): { plan: ElementPlan; variants: readonly Variant[] } | undefined {
  const name = node.name.replace('[x]', '')
  const elements = shop.shapes[shape]?.elements ?? []
  const plan = elements.find((element) => element.name === name)
  if (plan) return { plan, variants: plan.variants }
  // A primitive's own value is a child of it in the definitions.
  if (shape === 'Element' && name === 'value') return { plan: { ...emptyPlan, name }, variants: [] }
  for (const element of elements) {
    const variant = element.variants.find(({ key }) => key === name && key !== element.name)
    if (variant) return { plan: element, variants: [variant] }
  }
  return undefined
}

const emptyPlan: ElementPlan = { name: '', path: '', min: 0, isList: false, variants: [], constraints: [] }

function overlayElement(node: ElementNode, shape: string, profiling: Profiling): OverlayElement | undefined {
  const base = baseOf(node, shape, profiling.shop)
  if (!base || base.variants.length === 0) return undefined
  const { plan, variants } = base
  const { element } = node
  const left = variantsLeft(element, plan, variants)
  const checks = checksOf(node, left, plan, profiling)
  const slicing = slicingOf(node, left, plan, profiling)
  const overlay: OverlayElement = {
    name: plan.name,
    isList: plan.isList,
    variants: plan.variants,
    ...limits(element, plan),
    ...(left.length < plan.variants.length && { allowed: left.map(({ key }) => key) }),
    ...(checks && { checks }),
    ...(slicing && { slicing }),
  }
  return Object.keys(overlay).length > 3 ? overlay : undefined
}

function limits({ min, max }: Element, plan: ElementPlan): { min?: number; max?: number } {
  const high = max === undefined || max === '*' ? undefined : Number(max)
  return {
    ...(min !== undefined && min > plan.min && { min }),
    ...(high !== undefined && (plan.isList || high < 1) && { max: high }),
  }
}

/** The types of a choice that the profile leaves. */
export function variantsLeft(element: Element, plan: ElementPlan, variants: readonly Variant[]): readonly Variant[] {
  if (variants.length < 2 || !element.type || element.type.length === 0) return variants
  const codes = new Set(element.type.map(typeCode))
  const left = variants.filter(({ type, key }) => codes.has(type) || codes.has(key.slice(plan.name.length)))
  return left.length > 0 ? left : variants
}
