// The FHIRPath of a patch: not what it evaluates to, but where in the resource that stands, so that it can be changed.
//
// Served is what leads to places: elements, indexes, first(), last(), single(), where(), ofType(), extension(); and in where()
// comparisons of what elements hold. Anything else is told, and not guessed at.

import { numberOf } from '../../profiles/decimal.ts'
import { parse } from '../../profiles/fhirpath/parser.ts'
import { ExpressionFault, type Call, type Literal, type Syntax } from '../../profiles/fhirpath/syntax.ts'
import { xmlType, type XmlElement } from '../../profiles/xml/elements.ts'
import { isRecord, isResource } from '../fhir/resource.ts'

/** A place in a resource. `type` is the path of its table of elements; the root has no holder. */
export interface Spot {
  readonly holder?: Record<string, unknown>
  readonly name: string
  readonly index?: number
  /** Undefined of a primitive that has only an id or extensions. */
  readonly value: unknown
  readonly type: string
  /** Of a primitive alone: its id and extensions, which JSON keeps beside it. */
  readonly beside?: Record<string, unknown>
  readonly isPrimitive?: boolean
  /** The place that this one is a child of. */
  readonly within?: Spot
  /** The type that has the element, and the element's FHIRPath name. */
  readonly owner?: string
  readonly base?: string
}

/** What is wrong with a path, in words for its author. */
export class PathFault extends Error {
  override name = 'PathFault'
}

/** Throws a PathFault for what is no FHIRPath. */
export function parsePath(text: string): Syntax {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error
    throw new PathFault(`is no FHIRPath: it ${error.message} (at character ${error.at + 1})`)
  }
}

/** Where the path leads to, in the order of the resource. Throws a PathFault for what is not served. */
export function spotsAt(syntax: Syntax, resource: Record<string, unknown>): readonly Spot[] {
  const type = isResource(resource) ? resource.resourceType : ''
  return spotsOf(syntax, [{ name: '', value: resource, type }])
}

function spotsOf(syntax: Syntax, focus: readonly Spot[]): readonly Spot[] {
  switch (syntax.kind) {
    case 'this':
      return focus
    case 'member':
      if (syntax.of === undefined && focus.some(({ holder, type }) => !holder && type === syntax.name)) return focus
      return spotsBefore(syntax.of, focus).flatMap((spot) => childrenOf(spot, syntax.name))
    case 'item': {
      const { position } = syntax
      if (position.kind !== 'literal' || position.literal.type !== 'Integer')
        throw new PathFault('has an index that is no number')
      return pick(spotsOf(syntax.of, focus), position.literal.value)
    }
    case 'type':
      return ofType(spotsOf(syntax.of, focus), syntax.type)
    case 'call':
      return called(syntax, spotsBefore(syntax.of, focus))
    default:
      throw new PathFault('leads to no element')
  }
}

const spotsBefore = (of: Syntax | undefined, focus: readonly Spot[]): readonly Spot[] =>
  of === undefined ? focus : spotsOf(of, focus)

function pick(spots: readonly Spot[], index: number): readonly Spot[] {
  const found = spots[index]
  return found ? [found] : []
}

function called({ name, parameters }: Call, spots: readonly Spot[]): readonly Spot[] {
  const [parameter] = parameters
  switch (name) {
    case 'first':
      return pick(spots, 0)
    case 'last':
      return pick(spots, spots.length - 1)
    case 'single':
      if (spots.length > 1) throw new PathFault('leads to more than one element')
      return spots
    case 'where':
      if (!parameter) throw new PathFault('has a where() without a condition')
      return spots.filter((spot) => isTrue(parameter, spot))
    case 'extension':
      if (parameter?.kind !== 'literal') throw new PathFault('has an extension() without its url')
      return spots
        .flatMap((spot) => childrenOf(spot, 'extension'))
        .filter(({ value }) => isRecord(value) && value['url'] === parameter.literal.value)
    case 'ofType':
    case 'as':
      if (parameter?.kind !== 'member') throw new PathFault(`has an ${name}() without a type`)
      return ofType(spots, parameter.name)
    default:
      throw new PathFault(`uses ${name}(), which a patch's path does not here`)
  }
}

const ofType = (spots: readonly Spot[], type: string): readonly Spot[] =>
  spots.filter((spot) => spot.type === type || spot.type === `System.${type}`)

/** The elements of this name; of a choice the one that is there. */
function childrenOf(spot: Spot, name: string): readonly Spot[] {
  const inner = innerOf(spot)
  return inner ? elementsNamed(inner.type, name).flatMap((element) => spotsNamed(element, inner, spot)) : []
}

/** Where the children of an element stand, and the table that names them. */
export interface Inner {
  readonly holder: Record<string, unknown>
  readonly type: string
}

/** Those of a primitive stand beside its value; undefined where it has none. */
export function innerOf({ value, beside, type }: Spot): Inner | undefined {
  if (isRecord(value)) return { holder: value, type }
  return beside && { holder: beside, type: 'Element' }
}

/** A primitive is there by its value, by what stands beside it, or by both. */
function spotsNamed(element: XmlElement, { holder, type: owner }: Inner, within: Spot): readonly Spot[] {
  const { name, base, kind, type } = element
  const isPrimitive = kind === 'primitive'
  const [held, beside] = [holder[name], isPrimitive ? holder[`_${name}`] : undefined]
  const [values, besides] = [listed(held), listed(beside)]
  const isList = Array.isArray(held) || Array.isArray(beside)
  return Array.from({ length: Math.max(values.length, besides.length) }, (_, index) => {
    const [value, along] = [values[index] ?? undefined, besides[index]]
    return {
      ...{ holder, name, value, within, owner, base, isPrimitive },
      ...(isList && { index }),
      ...(isRecord(along) && { beside: along }),
      type: isResource(value) && kind === 'resource' ? value.resourceType : type,
    }
  })
}

const listed = (held: unknown): readonly unknown[] => (Array.isArray(held) ? held : held === undefined ? [] : [held])

/** The elements of a type under a FHIRPath name: several where it is a choice. */
export function elementsNamed(type: string, name: string): readonly XmlElement[] {
  return [...(xmlType(type)?.elements.values() ?? [])].filter((element) => element.base === name || element.name === name)
}

/** Whether a condition holds of an element: true, and nothing that is merely there. */
function isTrue(syntax: Syntax, spot: Spot): boolean {
  const values = valuesOf(syntax, spot)
  return values.length === 1 && values[0] === true
}

function valuesOf(syntax: Syntax, spot: Spot): readonly unknown[] {
  if (syntax.kind === 'literal') return [literalValue(syntax.literal)]
  if (syntax.kind === 'operation') return comparison(syntax.operator, syntax.left, syntax.right, spot)
  if (syntax.kind === 'call') {
    if (syntax.name === 'exists') {
      const found = spotsBefore(syntax.of, [spot])
      return [(syntax.parameters[0] ? called({ ...syntax, name: 'where' }, found) : found).length > 0]
    }
    if (syntax.name === 'empty') return [spotsBefore(syntax.of, [spot]).length === 0]
    if (syntax.name === 'not' && syntax.of) return valuesOf(syntax.of, spot).map((value) => value !== true)
  }
  return spotsOf(syntax, [spot]).flatMap(({ value }) => (value === undefined ? [] : [value]))
}

function comparison(operator: string, left: Syntax, right: Syntax, spot: Spot): readonly unknown[] {
  switch (operator) {
    case 'and':
      return [isTrue(left, spot) && isTrue(right, spot)]
    case 'or':
      return [isTrue(left, spot) || isTrue(right, spot)]
    case '=':
    case '!=': {
      const [a, b] = [valuesOf(left, spot), valuesOf(right, spot)]
      if (a.length === 0 || b.length === 0) return []
      const isSame = a.length === b.length && a.every((one, i) => isSameValue(one, b[i]))
      return [operator === '=' ? isSame : !isSame]
    }
    default:
      throw new PathFault(`uses ${operator}, which a patch's path does not here`)
  }
}

function isSameValue(a: unknown, b: unknown): boolean {
  const [one, other] = [numberOf(a), numberOf(b)]
  return one !== undefined || other !== undefined ? one === other : a === b
}

function literalValue(literal: Literal): unknown {
  if (literal.type === 'Quantity') throw new PathFault('compares a quantity, which a patch’s path does not here')
  return literal.value
}
