// The fast pass over a type's own shape: one function per type, one turn per property.

import { type Parts, literal, shapeFunction } from './emit-parts.ts'
import { type Merging, isChoice, isKept, ownRules, pathOf, valueCheck } from './emit-value.ts'
import type { ElementPlan, Shape, Variant } from './plan.ts'
import { maxDepth } from './state.ts'

/** `function t_Patient(o, p, d)`: `p` is the path of the element that the object stands in, `d` its depth. */
export function emitShape(shape: Shape, parts: Parts, merging?: Merging): string {
  const required = shape.elements.filter(({ min }) => min > 0)
  const choices = shape.elements.filter(isChoice)
  const words = Math.ceil(required.length / 32)
  const masks = Array.from({ length: words }, (_, at) => maskOf(Math.min(32, required.length - at * 32)))
  const marks: Marks = { required, choices, merging }
  const isEntry = shape.name === 'Bundle.entry'
  const state = [
    'n = 0',
    ...masks.map((_, at) => `s${at} = 0`),
    ...choices.map((_, at) => `h${at} = ''`),
    ...(merging?.kept.values() ?? []),
  ]
  const cases = shape.elements.flatMap((element) => casesOf(shape, element, marks, parts))
  if (shape.kind === 'resource') cases.push(['resourceType', ''])
  return `function ${merging?.name ?? shapeFunction(shape.name)}(o, p, d) {
if (d > ${maxDepth} || c.visited > maxVisited) return false
${isKept(shape) && !merging ? 'const size = codingSize(o)\nif (size > 0) { c.visited += size; return true }\n' : ''}let ${state.join(', ')}
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
${ownRules(shape, parts)}${merging?.rules ?? ''}return true
}`
}

interface Marks {
  readonly required: readonly ElementPlan[]
  readonly choices: readonly ElementPlan[]
  readonly merging: Merging | undefined
}

function maskOf(bits: number): number {
  return bits === 32 ? -1 : 2 ** bits - 1
}

/** Notes that a required element is there, that a choice is there in one type only, and what a profile will ask for. */
function mark(element: ElementPlan, key: string, property: string | undefined, { required, choices, merging }: Marks): string {
  const at = required.indexOf(element)
  const choice = choices.indexOf(element)
  const kept = property === undefined ? undefined : merging?.kept.get(property)
  const seen = `${at < 0 ? '' : `s${at >> 5} |= ${1 << (at & 31)}; `}${kept === undefined ? '' : `${kept} = v; `}`
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
    valueCheck(shape, element, variant, parts, marks.merging) + mark(element, literal(variant.key), variant.key, marks),
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
            `[${literal(variant.key)}, (v, d, path) => { ${valueCheck(shape, element, variant, parts, undefined, 'path')}return true }]`,
        )
      const table = parts.source('w', `new Map([${tests.join(',\n')}])`)
      return `{ const w = ${table}.get(k)\nif (w !== undefined) { if (!w(v, d, ${literal(pathOf(element))})) return false; ${mark(element, 'k', undefined, marks)}continue } }\n`
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
    const text = mark(element, literal(variant.key), `_${variant.key}`, marks)
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
    const text = mark(element, literal(variant.key), `_${variant.key}`, marks)
    return text === '' ? [] : [`if (k === ${literal(`_${variant.key}`)}) { ${text}}\n`]
  })
  const isOther = others.map(({ variant }) => `k !== ${literal(`_${variant.key}`)}`).join(' && ') || 'true'
  return `${marked.join('')}if (${isOther}) { ${mark(choice, 'k.slice(1)', undefined, marks)}}\n`
}
