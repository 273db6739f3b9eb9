// The fast pass over what profiles add: one function per overlay, one per set of checks. The base was found right before.

import { type Parts, literal, property } from './emit-parts.ts'
import { matchFunction, patternTest } from './emit-match.ts'
import { dispatchOf, withoutAsked } from './emit-slices.ts'
import type { Checks, OverlayElement, Overlay, ReferenceChecks, Slice, Slicing, Variant } from './plan.ts'

/** Emits functions as they are needed, and names them. */
export interface Overlays {
  overlay(id: string): string
  /** Of a slice: what neither its discriminator asks nor what is asked of every item. */
  slice(slice: Slice, ofAll: Checks | undefined, owner: string): string | undefined
  /** `(v, x, t) => boolean`: the value, the object beside a primitive, the FHIR type. */
  checks(checks: Checks, owner: string): string | undefined
}

export function overlaysOf(parts: Parts): Overlays {
  const names = new Map<string, string>()
  const byChecks = new Map<string, string | undefined>()
  const reduced = new Map<string, Overlay>()
  const overlays: Overlays = {
    overlay: (id) => {
      const known = names.get(id)
      if (known !== undefined) return known
      const name = `o${names.size}`
      names.set(id, name)
      const overlay = reduced.get(id) ?? parts.plan.overlays[id]
      parts.lines.push(overlay ? overlayFunction(name, overlay, overlays, parts) : `function ${name}() { return true }`)
      return name
    },
    slice: (slice, ofAll, owner) => {
      const less = withoutAsked(slice, ofAll, parts.plan.overlays)
      if (!slice.checks || !less) return slice.checks && overlays.checks(slice.checks, owner)
      reduced.set(less.id, less)
      const { overlay: _, ...checks } = slice.checks
      return overlays.checks({ ...checks, ...(less.elements.length > 0 && { overlay: less.id }) }, owner)
    },
    checks: (checks, owner) => {
      const key = literal(checks)
      if (byChecks.has(key)) return byChecks.get(key)
      const rules = checksRules(checks, owner, overlays, parts)
      const name = rules === '' ? undefined : parts.fresh('k')
      byChecks.set(key, name)
      if (name !== undefined) parts.lines.push(`function ${name}(v, x, t) {\n${rules}return true\n}`)
      return name
    },
  }
  return overlays
}

function overlayFunction(name: string, { id, elements }: Overlay, overlays: Overlays, parts: Parts): string {
  // A resource that is referred to may stand where the base has not looked yet, and will.
  return `function ${name}(o) {\nif (typeof o !== 'object' || o === null) return true\n${elements.map((element) => elementRules(element, id, overlays, parts)).join('')}return true\n}`
}

/** How a property is asked for: of the object, or of what a turn over it has kept. */
export type Read = (key: string) => string

const fromObject: Read = (key) => property('o', key)

function elementRules(element: OverlayElement, id: string, overlays: Overlays, parts: Parts): string {
  const owner = `${id}.${element.name}`
  const [first] = element.variants
  if (element.variants.length > 1) return choiceRules(element, owner, overlays, parts)
  return first ? singleRules(element, first, owner, overlays, parts) : ''
}

export function singleRules(
  element: OverlayElement,
  variant: Variant,
  owner: string,
  overlays: Overlays,
  parts: Parts,
  read: Read = fromObject,
): string {
  const { min = 0, max, checks, slicing, isList } = element
  const isPrimitiveList = isList && variant.kind === 'primitive'
  const type = variant.kind === 'resource' ? "'Resource'" : literal(variant.type)
  const rules: string[] = []
  if (min > 0) rules.push(`if (n < ${min}) return false\n`)
  if (max !== undefined) rules.push(`if (n > ${max}) return false\n`)
  const direct = checks && variant.kind === 'complex' ? directTest(checks, overlays, parts) : undefined
  const check = direct === undefined && checks ? overlays.checks(checks, owner) : undefined
  const item = isPrimitiveList ? 'itemOf(v, i), itemOf(x, i)' : 'v[i], undefined'
  const test = direct ?? (check && ((): string => `${check}(${isList ? item : 'v, x'}, ${type})`))
  if (test && isList) rules.push(`for (let i = 0; i < n; i++) if (!${test('v[i]')}) return false\n`)
  if (test && !isList) rules.push(`if (n > 0 && !${test('v')}) return false\n`)
  if (slicing) {
    const name = slicingFunction(slicing, checks, owner, !isList || isPrimitiveList, overlays, parts)
    const call = isList ? `${name}(v, x, n, ${type})` : `${name}([v], [x], n, ${type})`
    // Of an empty list nothing but the least numbers can be wrong.
    rules.push(mayBeEmpty(slicing) ? `if (n > 0 && !${call}) return false\n` : `if (!${call}) return false\n`)
  }
  if (rules.length === 0) return ''
  return `{\nconst v = ${read(variant.key)}\n${countRule(variant, isList, read)}${rules.join('')}}\n`
}

/** Of checks that ask one thing of an object: that, without a function of their own around it. */
function directTest(
  { overlay, reference, ...others }: Checks,
  overlays: Overlays,
  parts: Parts,
): ((value: string) => string) | undefined {
  if (Object.keys(others).length > 0 || (overlay === undefined) === (reference === undefined)) return undefined
  if (overlay !== undefined) {
    const name = overlays.overlay(overlay)
    return (value) => `${name}(${value})`
  }
  const aim = reference && aimOf(reference, parts)
  return (value) => `pointsRight(${value}, ${aim})`
}

function aimOf(reference: ReferenceChecks, parts: Parts): string {
  return parts.source('q', `aimOf(${literal(reference)})`)
}

/** How many there are, those with extensions alone among them. A list of objects was found to be one. */
function countRule({ key, kind }: Variant, isList: boolean, read: Read): string {
  if (kind !== 'primitive')
    return `const x = undefined, n = ${isList ? 'Array.isArray(v) ? v.length : 0' : 'v === undefined ? 0 : 1'}\n`
  const beside = `const x = ${read(`_${key}`)}, `
  return isList ? `${beside}n = countOf(v, x)\n` : `${beside}n = v === undefined && x === undefined ? 0 : 1\n`
}

function mayBeEmpty({ slices }: Slicing): boolean {
  return slices.every(({ min, slicing }) => min === 0 && (slicing === undefined || mayBeEmpty(slicing)))
}

/** Of a choice at most one type is there, which the base has seen to. */
export function choiceRules(element: OverlayElement, owner: string, overlays: Overlays, parts: Parts): string {
  const { min = 0, max, allowed, checks, slicing, name } = element
  const keys = parts.constant({ variants: element.variants.map(({ key, type }) => [key, type]) })
  const head = `const h = ${quickChoice(element, parts)}choiceOf(o, ${keys}, ${literal(name)})\n`
  const rules: string[] = []
  if (min > 0) rules.push('if (h === undefined) return false\n')
  if (max === 0) rules.push('if (h !== undefined) return false\n')
  if (allowed)
    rules.push(
      `if (h !== undefined && ${allowed.map((key) => `h.key !== ${literal(key)}`).join(' && ') || 'true'}) return false\n`,
    )
  const check = checks && overlays.checks(checks, owner)
  if (check !== undefined) rules.push(`if (h !== undefined && !${check}(o[h.key], o[h.extra], h.type)) return false\n`)
  if (slicing) {
    const sliced = slicingFunction(slicing, checks, owner, true, overlays, parts)
    rules.push(
      `if (!(h === undefined ? ${sliced}(none, none, 0, '') : ${sliced}([o[h.key]], [o[h.extra]], 1, h.type))) return false\n`,
    )
  }
  return rules.length === 0 ? '' : `{\n${head}${rules.join('')}}\n`
}

/** What is left of a choice is looked for by its names before all that could be there. */
function quickChoice({ allowed, variants }: OverlayElement, parts: Parts): string {
  if (!allowed || allowed.length > 3) return ''
  const left = variants.filter(({ key }) => allowed.includes(key))
  return left
    .map(({ key, type }) => `${property('o', key)} !== undefined ? ${parts.constant({ key, extra: `_${key}`, type })} : `)
    .join('')
}

/** Nothing, where all that is asked is advice. */
function checksRules(checks: Checks, owner: string, overlays: Overlays, parts: Parts): string {
  const rules: string[] = []
  if (checks.fixed !== undefined)
    rules.push(isPlain(checks.fixed) ? `v !== ${literal(checks.fixed)}` : `!isEqual(${parts.constant(checks.fixed)}, v)`)
  if (checks.pattern !== undefined) rules.push(`!(${patternTest(checks.pattern, 'v', parts)})`)
  if (checks.maxLength !== undefined) rules.push(`typeof v === 'string' && v.length > ${checks.maxLength}`)
  if (checks.minValue !== undefined) rules.push(`v !== undefined && !isAtLeast(${parts.constant(checks.minValue)}, v)`)
  if (checks.maxValue !== undefined) rules.push(`v !== undefined && !isAtMost(${parts.constant(checks.maxValue)}, v)`)
  if (checks.binding?.strength === 'required') rules.push(`isMember(${parts.valueSet(checks.binding.valueSet)}, v, t) === false`)
  if (checks.resourceTypes) rules.push(`!${parts.constant(checks.resourceTypes)}.includes(v.resourceType)`)
  if (checks.reference) rules.push(`!pointsRight(v, ${aimOf(checks.reference, parts)})`)
  for (const [type, profiles] of Object.entries(checks.profiles ?? {})) {
    const isType = `(t === ${literal(type)} || (t === 'Resource' && v.resourceType === ${literal(type)}))`
    rules.push(`${isType} && !conformsToOne(${parts.source('q', `oneOf(${literal(profiles)})`)}, v)`)
  }
  if (checks.overlay !== undefined)
    rules.push(`!${overlays.overlay(checks.overlay)}(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))`)
  const lines = rules.map((rule) => `if (${rule}) return false\n`)
  for (const constraint of checks.constraints ?? []) lines.push(constraintRule(constraint, owner, parts))
  return lines.join('')
}

/** A constraint may stand on values of several types: each is read as its own. */
function constraintRule(constraint: NonNullable<Checks['constraints']>[number], owner: string, parts: Parts): string {
  if (constraint.severity !== 'error') return ''
  const types = constraint.types ?? ['Element']
  return types
    .map((type) => {
      const name = parts.invariant(constraint, type, owner, types)
      return name === undefined
        ? ''
        : `if (${types.length > 1 ? `t === ${literal(type)} && ` : ''}!${name}(v, x, c)) return false\n`
    })
    .join('')
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean'
}

/** `ofAll` was asked of every item before. */
function slicingFunction(
  slicing: Slicing,
  ofAll: Checks | undefined,
  owner: string,
  hasExtras: boolean,
  overlays: Overlays,
  parts: Parts,
): string {
  const { slices, rules, isOrdered, rest } = slicing
  const inner = slices.map((slice) => slice.slicing && slicingFunction(slice.slicing, undefined, owner, true, overlays, parts))
  const name = parts.fresh('s')
  const state = slices.map((_, at) => `n${at} = 0${inner[at] === undefined ? '' : `, r${at} = []`}`)
  const dispatch = dispatchOf(slices, parts)
  const branches = slices.map((slice, at) => {
    const check = overlays.slice(slice, ofAll, owner)
    return `if (${dispatch === undefined ? `${matchFunction(slice.match, parts)}(v, t)` : `at === ${at}`}) {
n${at}++
${isOrdered ? `if (last > ${at}) return false; last = ${at}\n` : ''}${rules === 'openAtEnd' ? 'if (isPast) return false\n' : ''}${check === undefined ? '' : `if (!${check}(v, x, t)) return false\n`}${inner[at] === undefined ? '' : `r${at}.push(v)\n`}continue
}`
  })
  const other = rest && overlays.checks(rest, owner)
  const unmatched = [
    other === undefined ? (rules === 'closed' ? 'return false\n' : '') : `if (!${other}(v, x, t)) return false\n`,
    rules === 'openAtEnd' ? 'isPast = true\n' : '',
  ]
  const counts = slices.flatMap(({ min, max }, at) => [
    ...(min > 0 ? [`n${at} < ${min}`] : []),
    ...(max === undefined ? [] : [`n${at} > ${max}`]),
  ])
  const below = inner.flatMap((one, at) =>
    one === undefined ? [] : [`if (!${one}(r${at}, undefined, r${at}.length, t)) return false\n`],
  )
  parts.lines.push(`function ${name}(a, b, count, t) {
let last = -1, isPast = false${state.map((one) => `, ${one}`).join('')}
for (let i = 0; i < count; i++) {
${hasExtras ? 'const v = itemOf(a, i), x = itemOf(b, i)' : 'const v = a[i], x = undefined'}
${dispatch === undefined ? '' : `const at = ${dispatch}\n`}${branches.join('\n')}
${unmatched.join('')}}
${counts.length > 0 ? `if (${counts.join(' || ')}) return false\n` : ''}${below.join('')}return true
}`)
  return name
}
