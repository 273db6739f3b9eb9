// Every constraint that our StructureDefinitions add to what they are derived from, read from their differentials.

import { type Element, bare, typeCode, valueNamed } from '../../../profiles/compiler/definition.ts'
import { type Own, baseOf, definitionAt, elementAt, isOwn, lastStep, own } from './definitions.ts'

export type Kind =
  | 'min'
  | 'max'
  | 'type'
  | 'target'
  | 'target-profile'
  | 'profile'
  | 'value'
  | 'slice'
  | 'binding'
  | 'limit'
  | 'invariant'
  | 'context'

export interface Constraint {
  readonly definition: Own
  /** Element id; the definition's root for a context. */
  readonly element: string
  readonly kind: Kind
  /** What tells it from others of its kind on the element: a rule's key, a target's canonical, `min` or `max` of a value. */
  readonly detail: string
  /** For a reader. */
  readonly says: string
}

/** A rule of a definition that refuses nothing by itself, with the reason. */
export interface Name {
  readonly definition: Own
  readonly element: string
  readonly reason: string
}

export const nameOf = ({ definition, element, kind, detail }: Constraint): string =>
  `${definition.id} ${element} ${kind}${detail === '' ? '' : ` ${detail}`}`

export function constraints(): readonly Constraint[] {
  return own.flatMap(constraintsOf)
}

export function constraintsOf(definition: Own): readonly Constraint[] {
  const plain = definition.differential.element.flatMap((element) => plainConstraints(definition, element))
  const slices = slicesIn(definition).filter((id) => plain.some(({ element }) => isWithin(element, id)))
  const named = slices.map((element): Constraint => {
    return { definition, element, kind: 'slice', detail: '', says: `a slice of its own: ${discriminating(definition, element)}` }
  })
  return [...plain, ...named, ...contextOf(definition)]
}

/** What a differential says and nothing can break. */
export function names(): readonly Name[] {
  return own.flatMap((definition) => {
    const plain = definition.differential.element.flatMap((element) => plainConstraints(definition, element))
    const slices = slicesIn(definition).filter((id) => !plain.some(({ element }) => isWithin(element, id)))
    return [
      ...slices.map((element) => ({ definition, element, reason: 'a slice that only gives a name to what may be there' })),
      ...definition.differential.element.flatMap((element) => openTargets(definition, element)),
    ]
  })
}

const isWithin = (id: string, slice: string): boolean => id === slice || id.startsWith(`${slice}.`) || id.startsWith(`${slice}/`)

/** A slice of a choice says of which type the rest is. */
function slicesIn(definition: Own): readonly string[] {
  return definition.differential.element.flatMap(({ id = '', sliceName }) =>
    sliceName === undefined || lastStep(id).includes('[x]:') || isInherited(definition, id) ? [] : [id],
  )
}

function isInherited(definition: Own, id: string): boolean {
  const parent = definitionAt(definition.baseDefinition ?? '')
  return parent !== undefined && elementAt(parent, id) !== undefined
}

function contextOf(definition: Own): readonly Constraint[] {
  const { context = [], type = '' } = definition
  if (type !== 'Extension' || context.length === 0) return []
  const says = `stands only in ${context.map(({ expression }) => expression).join(', ')}`
  return [{ definition, element: type, kind: 'context', detail: '', says }]
}

function plainConstraints(definition: Own, element: Element): readonly Constraint[] {
  const { id = element.path } = element
  const base = baseOf(definition, id)
  const make = (kind: Kind, detail: string, says: string): Constraint => ({ definition, element: id, kind, detail, says })
  const { min = 0, max = '*', binding } = element
  const list: Constraint[] = []
  if (min > (base?.min ?? 0)) list.push(make('min', '', `at least ${min}`))
  if (element.max !== undefined && limitOf(max) < limitOf(base?.max ?? '*'))
    list.push(make('max', '', max === '0' ? 'none' : `at most ${max}`))
  list.push(...typeConstraints(definition, element, base, make))
  if (!isDiscriminator(definition, id)) {
    const value = valueNamed(element, 'fixed') ?? valueNamed(element, 'pattern')
    if (value !== undefined && !isIdentity(definition, id)) list.push(make('value', '', `is ${shown(value)}`))
  }
  for (const [limit, word] of [
    ['minValue', 'least'],
    ['maxValue', 'most'],
  ] as const) {
    const value = valueNamed(element, limit)
    if (value !== undefined) list.push(make('limit', limit, `is at ${word} ${JSON.stringify(value)}`))
  }
  if (binding && binding.valueSet !== base?.binding?.valueSet) {
    list.push(make('binding', binding.strength ?? '', `code from ${lastSegment(binding.valueSet ?? '')} (${binding.strength})`))
  }
  for (const { key = '', human = '' } of element.constraint ?? []) list.push(make('invariant', key, `${key}: ${human}`))
  return list
}

type Make = (kind: Kind, detail: string, says: string) => Constraint

function typeConstraints(definition: Own, element: Element, base: Element | undefined, make: Make): readonly Constraint[] {
  const { type = [], id = '' } = element
  if (type.length === 0 || lastStep(id).includes('[x]:')) return []
  const codes = type.map(typeCode)
  const wider = (base?.type ?? []).map(typeCode)
  const list: Constraint[] = []
  const isNarrower = wider.some((code) => !codes.includes(code))
  if (isNarrower && !isDiscriminator(definition, id)) list.push(make('type', '', `only ${codes.join(' or ')}`))
  for (const { profile = [], code } of type) {
    for (const url of code === 'Extension' ? [] : profile) list.push(make('profile', url, `conforms to ${lastSegment(url)}`))
  }
  return [...list, ...targetConstraints(element, base, make)]
}

/** The types of target, and each profile whose type may not stand there without it. */
function targetConstraints(element: Element, base: Element | undefined, make: Make): readonly Constraint[] {
  const targets = targetsOf(element)
  if (targets.length === 0) return []
  const types = targets.map(targetType)
  const wider = targetsOf(base ?? element).map(targetType)
  const isNarrower = wider.length === 0 || wider.includes('Resource') || wider.some((type) => !types.includes(type))
  const profiles = targets.filter((url) => isOwn(url) && !isOpen(url, targets))
  return [
    ...(isNarrower && !types.includes('Resource') ? [make('target', '', `points at ${types.join(' or ')}`)] : []),
    ...profiles.map((url) => make('target-profile', url, `what it points at conforms to ${lastSegment(url)}`)),
  ]
}

function openTargets(definition: Own, element: Element): readonly Name[] {
  const targets = targetsOf(element)
  return targets
    .filter((url) => isOwn(url) && isOpen(url, targets))
    .map((url) => ({
      definition,
      element: element.id ?? element.path,
      reason: `names ${lastSegment(url)} as what is expected; any ${targetType(url)} may stand there`,
    }))
}

export const targetsOf = ({ type = [] }: Pick<Element, 'type'>): readonly string[] =>
  type.flatMap(({ targetProfile = [] }) => targetProfile).map(bare)

const isOpen = (url: string, targets: readonly string[]): boolean =>
  targets.some((other) => !isOwn(other) && targetType(other) === targetType(url))

export const targetType = (url: string): string => (isOwn(url) ? (definitionAt(url)?.type ?? '') : lastSegment(url))

/** Whether the slice above is known by this element. */
export function isDiscriminator(definition: Own, id: string): boolean {
  const slice = definition.differential.element.find(
    ({ sliceName, id: its = '' }) =>
      sliceName !== undefined &&
      !lastStep(its).includes('[x]:') &&
      (id === its || id.startsWith(`${its}.`)) &&
      pathsOf(definition, its).includes(id),
  )
  return slice !== undefined
}

/** Ids of the elements by which a slice is known. */
export function pathsOf(definition: Own, slice: string): readonly string[] {
  const sliced = elementAt(definition, slice.slice(0, slice.lastIndexOf(':')))
  const paths = sliced?.slicing?.discriminator?.map(({ path }) => path) ?? (slice.includes('xtension:') ? ['url'] : [])
  return paths.map((path) => (path === '$this' ? slice : `${slice}.${path}`))
}

/** An extension's own url is its name: with another it is another extension. */
const isIdentity = (definition: Own, id: string): boolean => definition.type === 'Extension' && id === 'Extension.url'

function discriminating(definition: Own, slice: string): string {
  const element = elementAt(definition, slice)
  const profile = element?.type?.[0]?.profile?.[0]
  if (profile !== undefined) return `url ${profile}`
  for (const id of pathsOf(definition, slice)) {
    const at = elementAt(definition, id)
    const value = at && (valueNamed(at, 'fixed') ?? valueNamed(at, 'pattern'))
    if (value !== undefined) return `${lastStep(id).replace(/:.*/, '')} ${shown(value)}`
    if (at?.type) return `${lastStep(id)} of type ${at.type.map(({ code }) => code).join(', ')}`
  }
  return ''
}

const limitOf = (max: string): number => (max === '*' ? Number.POSITIVE_INFINITY : Number(max))

export const lastSegment = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

interface Concept {
  readonly coding?: readonly { readonly system?: string; readonly code?: string }[]
}

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `\`${String(value)}\``
  const { coding = [] } = value as Concept
  return coding.map(({ system = '', code = '' }) => `\`${lastSegment(system)}|${code}\``).join(', ')
}
