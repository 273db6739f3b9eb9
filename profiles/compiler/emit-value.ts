// The fast pass over the value of an element, in one of its types, and over the rules of the object that it stands in.

import { type Parts, literal, property, shapeFunction } from './emit-parts.ts'
import type { Binding, Constraint, ElementPlan, Shape, Variant } from './plan.ts'

/** What a profile adds to the turn over the properties: see emit-whole.ts. */
export interface Merging {
  /** Name of the function. */
  readonly name: string
  /** Instead of the element's shape: the function that looks at its values. */
  inner(element: ElementPlan): string | undefined
  /** Names of what is kept of a turn, by property. */
  readonly kept: ReadonlyMap<string, string>
  /** What is asked of it after the last turn. */
  readonly rules: string
}

/** Statements over `v`, which leave the function when the value is wrong. */
export function valueCheck(
  shape: Shape,
  element: ElementPlan,
  variant: Variant,
  parts: Parts,
  merging: Merging | undefined,
  place = literal(pathOf(element)),
): string {
  const { kind, type, key } = variant
  // An extension's definition was found by its url.
  if (merging && element.path === 'Extension.url') return ''
  if (type === 'Extension' && element.isList) {
    const isModifier = element.name === 'modifierExtension'
    return `if (!extensions(v, ${isModifier}, ${parts.constant(shape.ancestors)}, p, o, d + 1)) return false; `
  }
  if (kind === 'primitive') return primitiveCheck(element, variant, property('o', `_${key}`), parts)
  const rules = (value: string): string => valueRules(element, variant, value, parts)
  if (kind === 'resource') {
    const one = (value: string): string =>
      `if (!isJson(${value}) || !resource(${value}, d + 1, ${element.name === 'contained'})) return false; ${rules(value)}`
    return element.isList ? listLoop(one('e')) : one('v')
  }
  const inner = merging?.inner(element)
  if (type === 'Reference' && inner === undefined) {
    const one = `${element.isList ? 'referAll' : 'refers'}(v, ${place}, d + 1, ${targetsOf(variant, parts)})`
    const others = otherRules(element, variant, element.isList ? 'e' : 'v', parts)
    return `if (!${one}) return false; ${element.isList && others !== '' ? `for (let i = 0; i < v.length; i++) { const e = v[i]; ${others}} ` : others}`
  }
  const each = rules('e')
  const one = inner ?? shapeFunction(variant.shape ?? type)
  if (element.isList) {
    const list = listFunction(one, parts)
    return `if (!${list}(v, ${place}, d + 1)) return false; ${each === '' ? '' : `for (let i = 0; i < v.length; i++) { const e = v[i]; ${each}} `}`
  }
  return `if (!isJson(v) || !${one}(v, ${place}, d + 1)) return false; ${rules('v')}`
}

/** ext-1: what the turn over the properties has noted tells it. */
function isOfExtension({ expression }: Constraint, { name, elements }: Shape): boolean {
  return name === 'Extension' && elements.filter(isChoice).length < 2 && expression === 'extension.exists() != value.exists()'
}

function listLoop(body: string): string {
  return `if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; ${body}} `
}

/** `l_HumanName(v, p, d)`: a list of objects of one type. */
function listFunction(one: string, parts: Parts): string {
  return parts.source(
    'l',
    `(v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !${one}(e, p, d)) return false } return true }`,
  )
}

function primitiveCheck(element: ElementPlan, variant: Variant, extras: string, parts: Parts): string {
  const test = urlTests[element.path] ?? (variant.type === 'xhtml' ? 'isNarrative' : primitiveTest(variant.type))
  if (!element.isList)
    return `if (!${boundTest(element, variant, test, parts)}) return false; ${valueRules(element, variant, 'v', parts)}`
  const each = valueRules(element, variant, 'e', parts)
  const loop =
    each === '' ? '' : `for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { ${each}} } `
  return `if (!primitives(${test}, v, ${extras})) return false; ${loop}`
}

/** Urls that are known here need not be looked at letter by letter. */
const urlTests: Readonly<Record<string, string>> = {
  'Extension.url': 'isKnownUri',
  'Coding.system': 'isKnownUri',
  'Identifier.system': 'isKnownUri',
  'Quantity.system': 'isKnownUri',
  'Meta.profile': 'isKnownUri',
  'Reference.reference': 'isKnownReference',
}

/** Of a code with a required value set form and membership are one question. */
function boundTest({ binding }: ElementPlan, { type }: Variant, test: string, parts: Parts): string {
  return isBoundCode(binding, type) ? `isCodeOf(${parts.valueSet(binding.valueSet)}, v)` : `${test}(v)`
}

function isBoundCode(binding: ElementPlan['binding'], type: string): binding is Binding {
  return binding?.strength === 'required' && type === 'code'
}

function primitiveTest(type: string): string {
  return `is${type.charAt(0).toUpperCase()}${type.slice(1)}`
}

function targetsOf({ targets }: Variant, parts: Parts): string {
  return targets ? parts.source('g', `targetsOf(${literal(targets)})`) : 'undefined'
}

function valueRules(element: ElementPlan, variant: Variant, value: string, parts: Parts): string {
  const others = otherRules(element, variant, value, parts)
  return variant.type === 'Reference'
    ? `if (!reference(${value}, ${literal(pathOf(element))}, ${targetsOf(variant, parts)})) return false; ${others}`
    : others
}

function otherRules(element: ElementPlan, variant: Variant, value: string, parts: Parts): string {
  const { binding, constraints } = element
  const rules: string[] = []
  if (binding?.strength === 'required' && !(isBoundCode(binding, variant.type) && !element.isList)) {
    rules.push(`isMember(${parts.valueSet(binding.valueSet)}, ${value}, ${literal(variant.type)}) !== false`)
  }
  for (const constraint of constraints) {
    const name =
      constraint.severity === 'error' ? parts.invariant(constraint, variant.type, element.path, typesOf(element)) : undefined
    if (name !== undefined) rules.push(`${name}(${value}, undefined, c)`)
  }
  return rules.map((rule) => `if (!(${rule})) return false; `).join('')
}

/** Rules of the type itself, once its elements are right. */
export function ownRules(shape: Shape, parts: Parts): string {
  const rules: string[] = []
  if (shape.name === 'Bundle.entry') rules.push('c.fullUrl = outer')
  if (shape.name === 'Coding') rules.push('if (!isRightCode(o.system, o.code)) return false')
  for (const constraint of shape.constraints) {
    if (isOfExtension(constraint, shape)) {
      const isWithout = shape.elements.some(isChoice) ? "(h0 === '')" : 'true'
      rules.push(`if ((o.extension === undefined) === ${isWithout}) return false`)
      continue
    }
    const name = constraint.severity === 'error' ? parts.invariant(constraint, shape.name, shape.name) : undefined
    if (name !== undefined)
      rules.push(
        `if (${ofContained.test(constraint.expression ?? '') ? 'o.contained !== undefined && ' : ''}!${name}(o, undefined, c)) return false`,
      )
  }
  if (shape.kind === 'resource') rules.push(...resourceRules(shape))
  if (isKept(shape)) rules.push('if (n < 4) keepCoding(o)')
  return rules.map((rule) => `${rule}\n`).join('')
}

/** What it contains is referred to and has an id of its own, unless it is contained itself; and it is what it claims to be. */
function resourceRules({ name, elements }: Shape): readonly string[] {
  const has = (property: string): boolean => elements.some((element) => element.name === property)
  return [
    ...(has('contained') ? ['if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false'] : []),
    ...(has('meta') ? [`if (o.meta !== undefined && !areClaimsRight(o.meta, o, ${literal(name)})) return false`] : []),
  ]
}

/** Rules of every resource that say something of what it contains alone: most contain nothing. */
const ofContained = /^contained[\w.()]*\.empty\(\)(?: and contained[\w.()]*\.empty\(\))*$/

/** The same codings are sent all day. */
export function isKept({ name, constraints }: Shape): boolean {
  return name === 'Coding' && constraints.length === 0
}

/** Of a choice that a profile narrows one type may be left. */
export function isChoice({ variants, name }: ElementPlan): boolean {
  return variants.length > 1 || variants[0]?.key !== name
}

export function pathOf(element: ElementPlan): string {
  return element.path.replace('[x]', '')
}

function typesOf({ variants }: ElementPlan): readonly string[] {
  return variants.map(({ type }) => type)
}
