// The fast pass over a type's own shape: one function per type, one turn per property.

import { type Parts, literal, property, shapeFunction } from './emit-parts.ts'
import type { Binding, Constraint, ElementPlan, Shape, Variant } from './plan.ts'
import { maxDepth } from './state.ts'

/** `function t_Patient(o, p, d)`: `p` is the path of the element that the object stands in, `d` its depth. */
export function emitShape(shape: Shape, parts: Parts): string {
  const required = shape.elements.filter(({ min }) => min > 0)
  const choices = shape.elements.filter(({ variants }) => variants.length > 1)
  const words = Math.ceil(required.length / 32)
  const masks = Array.from({ length: words }, (_, at) => maskOf(Math.min(32, required.length - at * 32)))
  const marks: Marks = { required, choices }
  const isEntry = shape.name === 'Bundle.entry'
  const state = ['n = 0', ...masks.map((_, at) => `s${at} = 0`), ...choices.map((_, at) => `h${at} = ''`)]
  const cases = shape.elements.flatMap((element) => casesOf(shape, element, marks, parts))
  if (shape.kind === 'resource') cases.push(['resourceType', ''])
  return `function ${shapeFunction(shape.name)}(o, p, d) {
if (d > ${maxDepth} || c.visited > maxVisited) return false
let ${state.join(', ')}
${isEntry ? "const outer = c.fullUrl; c.fullUrl = typeof o.fullUrl === 'string' ? o.fullUrl : ''\n" : ''}for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
${byLength(cases)}
}
${manyTypes(shape, marks, parts)}${besides(shape, marks, parts)}return false
}
if (n === 0${masks.map((mask, at) => ` || s${at} !== ${mask}`).join('')}) return false
c.visited += n
${ownRules(shape, parts)}return true
}`
}

interface Marks {
  readonly required: readonly ElementPlan[]
  readonly choices: readonly ElementPlan[]
}

function maskOf(bits: number): number {
  return bits === 32 ? -1 : 2 ** bits - 1
}

/** Notes that a required element is there, and that a choice is there in one type only. */
function mark(element: ElementPlan, key: string, { required, choices }: Marks): string {
  const at = required.indexOf(element)
  const choice = choices.indexOf(element)
  const seen = at < 0 ? '' : `s${at >> 5} |= ${1 << (at & 31)}; `
  return choice < 0 ? seen : `${seen}if (h${choice} !== '' && h${choice} !== ${key}) return false; h${choice} = ${key}; `
}

/** Most keys are told apart by their length. */
function byLength(cases: readonly (readonly [key: string, body: string])[]): string {
  const lengths = [...new Set(cases.map(([key]) => key.length))].toSorted((a, b) => a - b)
  return lengths
    .map((length) => {
      const same = cases.filter(([key]) => key.length === length)
      return `case ${length}:\n${same.map(([key, body]) => `if (k === ${literal(key)}) { ${body}continue }\n`).join('')}break`
    })
    .join('\n')
}

/** A choice of more types is looked up: fifty comparisons would be slower, and every such choice would print them again. */
const fewTypes = 12

function casesOf(shape: Shape, element: ElementPlan, marks: Marks, parts: Parts): (readonly [string, string])[] {
  return directVariants(element).map((variant) => [
    variant.key,
    valueCheck(shape, element, variant, parts) + mark(element, literal(variant.key), marks),
  ])
}

/** Of a choice of many types, those that are nearly always sent have a turn of their own. */
function directVariants({ name, variants }: ElementPlan): readonly Variant[] {
  return variants.length > fewTypes ? variants.filter(({ key }) => usual.has(key.slice(name.length))) : variants
}

const usual: ReadonlySet<string> = new Set([
  'Boolean',
  'Code',
  'CodeableConcept',
  'Coding',
  'Date',
  'DateTime',
  'Identifier',
  'Instant',
  'Integer',
  'Period',
  'Reference',
  'String',
])

function manyTypes(shape: Shape, marks: Marks, parts: Parts): string {
  return shape.elements
    .filter(({ variants }) => variants.length > fewTypes)
    .map((element) => {
      const direct = directVariants(element)
      const tests = element.variants
        .filter((variant) => !direct.includes(variant))
        .map(
          (variant) =>
            `[${literal(variant.key)}, (v, d, path) => { ${valueCheck(shape, element, variant, parts, 'path')}return true }]`,
        )
      const table = parts.source('w', `new Map([${tests.join(',\n')}])`)
      return `{ const w = ${table}.get(k)\nif (w !== undefined) { if (!w(v, d, ${literal(pathOf(element))})) return false; ${mark(element, 'k', marks)}continue } }\n`
    })
    .join('')
}

/** `_x` beside a primitive is rare: its type stands in a table. */
function besides(shape: Shape, marks: Marks, parts: Parts): string {
  const primitives = shape.elements.flatMap((element) =>
    element.variants.filter(({ kind }) => kind === 'primitive').map((variant) => ({ element, variant })),
  )
  if (primitives.length === 0) return ''
  const rows = primitives.map(({ element, variant }) => [
    `_${variant.key}`,
    `${pathOf(element)}|${variant.type}`,
    element.isList ? 1 : 0,
  ])
  const table = parts.source('u', `tableOf(${literal(rows)})`)
  const marked = primitives.flatMap(({ element, variant }) => {
    const text = mark(element, literal(variant.key), marks)
    return text === '' ? [] : [`if (k === ${literal(`_${variant.key}`)}) { ${text}}\n`]
  })
  const [choice] = marks.choices
  const isLarge = primitives.some(({ element }) => element.variants.length > fewTypes)
  const marking = isLarge && marks.choices.length === 1 && choice ? marksByTable(choice, marks, primitives) : marked.join('')
  return `if (k.charCodeAt(0) === 95) {\nif (!beside(${table}, k, v, o, d + 1)) return false\n${marking}continue\n}\n`
}

/** Of a choice of many types every key but those of other elements is one of its. */
function marksByTable(
  choice: ElementPlan,
  marks: Marks,
  primitives: readonly { element: ElementPlan; variant: Variant }[],
): string {
  const others = primitives.filter(({ element }) => element !== choice)
  const marked = others.flatMap(({ element, variant }) => {
    const text = mark(element, literal(variant.key), marks)
    return text === '' ? [] : [`if (k === ${literal(`_${variant.key}`)}) { ${text}}\n`]
  })
  const isOther = others.map(({ variant }) => `k !== ${literal(`_${variant.key}`)}`).join(' && ') || 'true'
  return `${marked.join('')}if (${isOther}) { ${mark(choice, 'k.slice(1)', marks)}}\n`
}

function typesOf({ variants }: ElementPlan): readonly string[] {
  return variants.map(({ type }) => type)
}

function pathOf(element: ElementPlan): string {
  return element.path.replace('[x]', '')
}

function valueCheck(
  shape: Shape,
  element: ElementPlan,
  variant: Variant,
  parts: Parts,
  place = literal(pathOf(element)),
): string {
  const { kind, type, key } = variant
  if (type === 'Extension' && element.isList) {
    const owner = shape.name === 'Extension' ? 'o.url' : 'undefined'
    const isModifier = element.name === 'modifierExtension'
    return `if (!extensions(v, ${isModifier}, ${parts.constant(shape.ancestors)}, p, ${owner}, d + 1)) return false; `
  }
  if (kind === 'primitive') return primitiveCheck(element, variant, property('o', `_${key}`), parts)
  const rules = (value: string): string => valueRules(element, variant, value, parts)
  if (kind === 'resource') {
    const one = (value: string): string =>
      `if (!isJson(${value}) || !resource(${value}, d + 1, ${element.name === 'contained'})) return false; ${rules(value)}`
    return element.isList ? listLoop(one('e')) : one('v')
  }
  const each = rules('e')
  if (element.isList) {
    const list = listFunction(variant.shape ?? type, parts)
    return `if (!${list}(v, ${place}, d + 1)) return false; ${each === '' ? '' : `for (let i = 0; i < v.length; i++) { const e = v[i]; ${each}} `}`
  }
  return `if (!isJson(v) || !${shapeFunction(variant.shape ?? type)}(v, ${place}, d + 1)) return false; ${rules('v')}`
}

/** ext-1: what the turn over the properties has noted tells it. */
function isOfExtension({ expression }: Constraint, { name, elements }: Shape): boolean {
  const choices = elements.filter(({ variants }) => variants.length > 1)
  return name === 'Extension' && choices.length === 1 && expression === 'extension.exists() != value.exists()'
}

function listLoop(body: string): string {
  return `if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; ${body}} `
}

/** `l_HumanName(v, p, d)`: a list of objects of one type. */
function listFunction(shape: string, parts: Parts): string {
  const one = shapeFunction(shape)
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
  'Extension.url': 'isExtensionUrl',
  'Coding.system': 'isSystem',
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

function valueRules(element: ElementPlan, variant: Variant, value: string, parts: Parts): string {
  const { binding, constraints } = element
  const rules: string[] = []
  if (variant.type === 'Reference') {
    rules.push(`reference(${value}, ${variant.targets ? parts.constant(variant.targets) : 'undefined'})`)
  }
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
function ownRules(shape: Shape, parts: Parts): string {
  const rules: string[] = []
  if (shape.name === 'Bundle.entry') rules.push('c.fullUrl = outer')
  if (shape.name === 'Coding') rules.push('if (!isRightCode(o.system, o.code)) return false')
  for (const constraint of shape.constraints) {
    if (isOfExtension(constraint, shape)) {
      rules.push("if ((o.extension === undefined) === (h0 === '')) return false")
      continue
    }
    const name = constraint.severity === 'error' ? parts.invariant(constraint, shape.name, shape.name) : undefined
    if (name !== undefined) rules.push(`if (!${name}(o, undefined, c)) return false`)
  }
  return rules.map((rule) => `${rule}\n`).join('')
}
