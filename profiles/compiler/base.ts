// From R4's own definitions to shapes: every property that an object of a type may have.

import {
  type Definition,
  type Element,
  type ElementNode,
  bare,
  capitalized,
  lastSegment,
  treeOf,
  typeCode,
} from './definition.ts'
import type { Binding, Constraint, DefinitionFault, ElementPlan, Shape, Variant } from './plan.ts'
import { requiredAt } from '../widened.ts'
import { isPrimitive } from './primitive.ts'

/** The shapes of a type and of the elements defined in it, added to `shapes`. */
export function shapesOf(
  definition: Definition,
  ancestors: readonly string[],
  shapes: Record<string, Shape>,
  faults: DefinitionFault[],
): void {
  const root = treeOf(definition)
  if (!root) return void faults.push({ url: definition.url, element: '', reason: 'has no snapshot' })
  addShape(root, definition, ancestors, shapes, faults)
}

function addShape(
  node: ElementNode,
  definition: Definition,
  ancestors: readonly string[],
  shapes: Record<string, Shape>,
  faults: DefinitionFault[],
): void {
  const isRoot = node.name === node.id
  const kind = isRoot && definition.kind === 'resource' ? 'resource' : 'complex'
  shapes[node.id] = { name: node.id, kind, ancestors, constraints: [], elements: [] }
  const elements = node.children.map((child) => {
    if (child.children.length > 0) {
      const code = child.element.type?.[0]?.code ?? 'BackboneElement'
      addShape(child, definition, [child.id, ...lineage(code)], shapes, faults)
    }
    return elementPlan(child, kind === 'resource', definition, faults)
  })
  shapes[node.id] = { name: node.id, kind, ancestors, constraints: constraintsOf(node.element), elements }
}

/** Of an element that is defined in place. */
function lineage(code: string): readonly string[] {
  return code === 'BackboneElement' ? ['BackboneElement', 'Element'] : ['Element']
}

function elementPlan(node: ElementNode, isInResource: boolean, definition: Definition, faults: DefinitionFault[]): ElementPlan {
  const { element } = node
  const isDefinedHere = node.children.length > 0
  const referred = contentReference(element)
  if (referred !== undefined && !hasElement(definition, referred)) {
    faults.push({ url: definition.url, element: node.id, reason: `contentReference to nowhere: ${referred}` })
  }
  const given = bindingOf(element)
  const binding = given && { ...given, valueSet: requiredAt(element.path, given.valueSet) }
  return {
    name: node.name.replace('[x]', ''),
    path: node.id,
    min: element.min ?? 0,
    isList: element.max !== '1' && element.max !== '0',
    variants: variantsOf(node, isInResource, isDefinedHere ? node.id : referred),
    // What holds for an element defined in place holds wherever it is referred to as well: it goes to its shape.
    constraints: isDefinedHere ? [] : constraintsOf(element),
    ...(binding && { binding }),
  }
}

export function contentReference(element: Element): string | undefined {
  const reference = element.contentReference
  return reference === undefined ? undefined : reference.slice(reference.indexOf('#') + 1)
}

function hasElement(definition: Definition, id: string): boolean {
  return definition.snapshot?.element?.some((element) => (element.id ?? element.path) === id) ?? false
}

/** The JSON properties of an element; `inner` is the shape of one that is defined in place. */
export function variantsOf(node: ElementNode, isInResource: boolean, inner?: string): readonly Variant[] {
  const isChoice = node.name.endsWith('[x]')
  const name = isChoice ? node.name.slice(0, -3) : node.name
  if (inner !== undefined) return [{ key: name, type: inner, kind: 'complex', shape: inner }]
  return (node.element.type ?? []).map((type) => {
    // HL7 calls the id of a resource a string; its form is that of `id`.
    const code = isInResource && name === 'id' ? 'id' : typeCode(type)
    const key = isChoice ? name + capitalized(code) : name
    if (isPrimitive(code)) return { key, type: code, kind: 'primitive' }
    if (code === 'Resource') return { key, type: code, kind: 'resource' }
    const targets = (type.targetProfile ?? []).map((url) => lastSegment(bare(url))).filter((target) => target !== 'Resource')
    return { key, type: code, kind: 'complex', shape: code, ...(targets.length > 0 && { targets }) }
  })
}

export function bindingOf(element: Element): Binding | undefined {
  const { strength, valueSet } = element.binding ?? {}
  if (valueSet === undefined || (strength !== 'required' && strength !== 'extensible' && strength !== 'preferred'))
    return undefined
  return { strength, valueSet }
}

export function constraintsOf(element: Element): readonly Constraint[] {
  return (element.constraint ?? []).flatMap((rule) =>
    isStructural(rule.key, element)
      ? []
      : [
          {
            key: rule.key ?? '',
            severity: rule.severity === 'warning' ? ('warning' as const) : ('error' as const),
            human: rule.human ?? '',
            ...(rule.expression !== undefined && { expression: rule.expression }),
          },
        ],
  )
}

/** ele-1 holds of everything, and the walk checks it; ext-1 belongs to Extension and is repeated wherever one stands. */
export function isStructural(key: string | undefined, element: Element): boolean {
  return key === 'ele-1' || (key === 'ext-1' && element.path !== 'Extension')
}
