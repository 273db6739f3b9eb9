// One element definition, cut down to what a validator acts on.

import type { ElementDefinition } from '@medplum/fhirtypes'

/** What an element definition says, without where it stands: that is the place in the tree. */
export type Row = Omit<ElementDefinition, 'id' | 'path'>

/** An element definition as a table of its properties, for those whose names end in a type (`fixedUri`). */
export type Properties = Readonly<Record<string, unknown>>

/** `fixedUri` or `patternCoding` of an element, if it has one. */
export interface Value {
  readonly key: string
  readonly kind: 'fixed' | 'pattern'
  /** FHIR type in the case of the key: `Uri`, `CodeableConcept`. */
  readonly type: string
  readonly value: unknown
}

/**
 * The element without words, mappings, examples, id and path. `ele-1` holds of every element and `ext-1` of every Extension,
 * where the validator has them from the type: they are left out here as in profiles/r4.
 */
export function essentials(element: ElementDefinition): Row {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(element)) {
    if (isKept(key) && value !== undefined) kept[key] = value
  }
  const { constraint, binding, type } = element
  if (constraint) kept['constraint'] = constraint.filter((rule) => !isGiven(rule.key, element)).map(essentialConstraint)
  if (binding) kept['binding'] = binding.valueSet === undefined ? { strength: binding.strength } : essentialBinding(binding)
  if (type) kept['type'] = type
  return kept
}

/** The fixed or pattern value of an element. */
export function valueOf(element: Row): Value | undefined {
  for (const [key, value] of Object.entries(element)) {
    const match = /^(fixed|pattern)([A-Z]\w*)$/.exec(key)
    if (match) return { key, kind: match[1] === 'fixed' ? 'fixed' : 'pattern', type: match[2] ?? '', value }
  }
  return undefined
}

const plainKeys: ReadonlySet<string> = new Set([
  'sliceName',
  'sliceIsConstraining',
  'slicing',
  'min',
  'max',
  'base',
  'contentReference',
  'maxLength',
  'mustSupport',
  'isModifier',
  'isSummary',
])

function isKept(key: string): boolean {
  return plainKeys.has(key) || /^(?:fixed|pattern|minValue|maxValue)[A-Z]\w*$/.test(key)
}

function isGiven(key: string, element: ElementDefinition): boolean {
  return key === 'ele-1' || (key === 'ext-1' && element.path.includes('.'))
}

type Constraint = NonNullable<ElementDefinition['constraint']>[number]

function essentialConstraint({ key, severity, human, expression }: Constraint): Constraint {
  return expression === undefined ? { key, severity, human } : { key, severity, human, expression }
}

function essentialBinding({ strength, valueSet }: NonNullable<ElementDefinition['binding']>): ElementDefinition['binding'] {
  return { strength, ...(valueSet !== undefined && { valueSet }) }
}
