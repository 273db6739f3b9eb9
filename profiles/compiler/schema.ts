// The plan's shapes as FHIRPath asks for them.

import type { Schema } from '../fhirpath/environment.ts'
import type { ElementPlan, Plan } from './plan.ts'
import { isPrimitive } from './primitive.ts'

export function schemaOf({ shapes }: Pick<Plan, 'shapes'>): Schema {
  const elements = new Map<string, ReadonlyMap<string, ElementPlan>>()
  for (const [name, shape] of Object.entries(shapes)) {
    elements.set(name, new Map(shape.elements.map((element) => [element.name, element])))
  }
  return {
    element: (type, name) => {
      const element = elements.get(type)?.get(name)
      if (!element) return undefined
      const [first] = element.variants
      const isChoice = element.variants.length > 1 || (first !== undefined && first.key !== element.name)
      return { types: element.variants.map(({ type: one }) => one), isList: element.isList, isChoice }
    },
    kind: (type) => (isPrimitive(type) ? 'primitive' : Object.hasOwn(shapes, type) ? shapes[type]?.kind : undefined),
    isA: (type, ancestor) =>
      type === ancestor || (Object.hasOwn(shapes, type) && (shapes[type]?.ancestors.includes(ancestor) ?? false)),
  }
}
