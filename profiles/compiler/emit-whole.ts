// The fast pass over an extension and its definition in one turn. For resources it is no gain: see docs/performance.md.

import type { Parts } from './emit-parts.ts'
import { type Overlays, type Read, choiceRules, singleRules } from './emit-overlay.ts'
import { emitShape } from './emit-shape.ts'
import type { Checks, ElementPlan, Overlay, OverlayElement, Shape, Variant } from './plan.ts'

export interface Wholes {
  /** Name of `(v, p, d) => boolean`; undefined when the two cannot be made one: then one is asked after the other. */
  extension(checks: Checks, owner: string): string | undefined
}

export function wholesOf(parts: Parts, overlays: Overlays): Wholes {
  const names = new Map<string, string | undefined>()

  function merged(type: string, id: string): string | undefined {
    const key = `${type} ${id}`
    if (names.has(key)) return names.get(key)
    const shape = parts.plan.shapes[type]
    const overlay = parts.plan.overlays[id]
    const name = shape && overlay && areOfOneKind(shape, overlay) ? parts.fresh('z') : undefined
    names.set(key, name)
    if (shape && overlay && name !== undefined) parts.lines.push(mergedFunction(name, shape, overlay))
    return name
  }

  function mergedFunction(name: string, shape: Shape, overlay: Overlay): string {
    const kept = new Map<string, string>()
    const read: Read = (property) => {
      const known = kept.get(property) ?? `a${kept.size}`
      kept.set(property, known)
      return known
    }
    const narrowed = narrowedBy(shape, overlay)
    const inner = (element: ElementPlan): string | undefined => innerOf(element, askedOf(overlay, element))
    const rules = narrowed.elements.map((element) => {
      const asked = askedOf(overlay, element)
      // An extension's definition was found by its url.
      return asked && element.path !== 'Extension.url' ? elementRules(element, asked, `${overlay.id}.${element.name}`, read) : ''
    })
    return emitShape(narrowed, parts, { name, inner, kept, rules: rules.join('') })
  }

  /** Of the one type that a value can have, with what is asked of its own elements. */
  function innerOf({ variants }: ElementPlan, asked: OverlayElement | undefined): string | undefined {
    const [only, ...others] = variants
    if (asked?.checks?.overlay === undefined || !only || others.length > 0) return undefined
    // The run time looks at lists of extensions, and at resources.
    if (only.kind !== 'complex' || only.type === 'Extension') return undefined
    return merged(only.shape ?? only.type, asked.checks.overlay)
  }

  /** What the turn itself has not seen to. */
  function elementRules(element: ElementPlan, asked: OverlayElement, owner: string, read: Read): string {
    const { min = 0, checks, slicing, allowed: _allowed, min: _min, ...rest } = asked
    const others = checks && innerOf(element, asked) !== undefined ? withoutOverlay(checks) : checks
    const left: OverlayElement = {
      ...rest,
      ...(min > 1 && { min }),
      ...(others && { checks: others }),
      ...(slicing && { slicing }),
    }
    const single = (variant: Variant): string => singleRules(left, variant, owner, overlays, parts, read)
    if (element.variants.length <= fewTypes && (element.variants.length === 1 || !slicing))
      return element.variants.map(single).join('')
    return choiceRules(left, owner, overlays, parts)
  }

  return {
    extension: (checks, owner) => {
      const one = checks.overlay === undefined ? undefined : merged('Extension', checks.overlay)
      const others = overlays.checks(withoutOverlay(checks), owner)
      if (one === undefined || others === undefined) return one
      return parts.source('y', `(v, p, d) => ${one}(v, p, d) && ${others}(v, undefined, 'Extension')`)
    },
  }
}

/** More are looked up in the object. */
const fewTypes = 3

function withoutOverlay({ overlay: _, ...checks }: Checks): Checks {
  return checks
}

/** A profile may speak of a choice both as a whole and of one of its types. */
function areOfOneKind(shape: Shape, { elements }: Overlay): boolean {
  const names = new Set(elements.map(({ name }) => name))
  return names.size === elements.length && elements.every((one) => shape.elements.some(({ name }) => name === one.name))
}

function askedOf({ elements }: Overlay, { name }: ElementPlan): OverlayElement | undefined {
  return elements.find((one) => one.name === name)
}

/** What may not be there is no property any more, and what must be there is required. */
function narrowedBy(shape: Shape, overlay: Overlay): Shape {
  const elements = shape.elements.flatMap((element): readonly ElementPlan[] => {
    const asked = askedOf(overlay, element)
    if (!asked) return [element]
    const { max, allowed, min = 0, slicing } = asked
    if (max === 0 && min === 0 && element.min === 0 && !slicing) return []
    const variants = allowed ? element.variants.filter(({ key }) => allowed.includes(key)) : element.variants
    return variants.length === 0 ? [] : [{ ...element, variants, min: Math.max(element.min, min > 0 ? 1 : 0) }]
  })
  return { ...shape, elements }
}
