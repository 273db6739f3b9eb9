// A search parameter's FHIRPath expression as paths: `name.family`, `telecom[system=phone]`, `link.target[is Patient]`.

import { parse } from '../fhirpath/parser.ts'
import type { Call, Operation, Syntax } from '../fhirpath/syntax.ts'
import { below, resourcePlace, type Place } from './search-elements.ts'

/** One way through a resource of the type, `steps` joined by dots; '' is the resource itself. */
export interface Path {
  readonly steps: string
  readonly place: Place
}

/** Why an expression is no set of paths: a sentence for the table of what is not served. */
export class NoPath extends Error {}

/** Whether the element is there and not false, which R4 asks of Patient.deceased alone. */
export interface Paths {
  readonly paths: readonly Path[]
  readonly asPresence: boolean
}

/** The paths of the expression that begin at `type`; what begins at another type is not of it. Throws NoPath. */
export function pathsOf(expression: string, type: string, from: Place = resourcePlace(type)): Paths {
  const syntax = parse(expression)
  const present = presenceOf(syntax)
  const start: Path = { steps: '', place: from }
  return { paths: walk(present ?? syntax, start, type), asPresence: present !== undefined }
}

/** `x.exists() and x != false`. */
function presenceOf(syntax: Syntax): Syntax | undefined {
  const isBoth = syntax.kind === 'operation' && syntax.operator === 'and'
  if (!isBoth || syntax.left.kind !== 'call' || syntax.left.name !== 'exists') return undefined
  const { left, right } = syntax
  const isNotFalse = right.kind === 'operation' && right.operator === '!=' && isFalse(right.right)
  return isNotFalse && JSON.stringify(bare(right.left)) === JSON.stringify(bare(left.of)) ? left.of : undefined
}

const isFalse = (syntax: Syntax): boolean =>
  syntax.kind === 'literal' && syntax.literal.type === 'Boolean' && syntax.literal.value === false

const bare = (syntax: Syntax | undefined): unknown =>
  JSON.parse(JSON.stringify(syntax ?? null, (key, value) => (key === 'at' ? 0 : value)))

function walk(syntax: Syntax, start: Path, type: string): readonly Path[] {
  switch (syntax.kind) {
    case 'operation':
      if (syntax.operator !== '|') throw new NoPath(`the operator ${syntax.operator} tells no place`)
      return [...walk(syntax.left, start, type), ...walk(syntax.right, start, type)]
    case 'member':
      return member(syntax.of, syntax.name, start, type)
    case 'item':
      return walk(syntax.of, start, type).map((path) => narrowed(path, positionOf(syntax.position)))
    case 'type':
      if (syntax.operator !== 'as') throw new NoPath('a question of type tells no place')
      return walk(syntax.of, start, type).flatMap((path) => decided(path, syntax.type))
    case 'call':
      return call(syntax, start, type)
    default:
      throw new NoPath(`${syntax.kind} tells no place`)
  }
}

function member(of: Syntax | undefined, name: string, start: Path, type: string): readonly Path[] {
  if (of === undefined && /^[A-Z]/.test(name)) return name === type || name === 'Resource' ? [start] : []
  const holders = of === undefined ? [start] : walk(of, start, type)
  return holders.map((path) => {
    const place = below(path.place, name)
    if (!place) throw new NoPath(`${path.place.path} has no ${name}`)
    return { steps: path.steps === '' ? name : `${path.steps}.${name}`, place }
  })
}

function positionOf(position: Syntax): string {
  if (position.kind !== 'literal' || position.literal.type !== 'Integer') throw new NoPath('a position is no number')
  return String(position.literal.value)
}

const narrowed = ({ steps, place }: Path, by: string): Path => ({ steps: `${steps}[${by}]`, place })

/** One type of a choice: R4 writes it with a capital, and once (code-value-date) as DateTime. */
function decided({ steps, place }: Path, type: string): readonly Path[] {
  const found = place.types.find((one) => one.toLowerCase() === type.toLowerCase())
  if (found === undefined) throw new NoPath(`${place.path} is no ${type}`)
  if (!place.isChoice) return [{ steps, place }]
  return [{ steps: steps + found.charAt(0).toUpperCase() + found.slice(1), place: { ...place, types: [found], isChoice: false } }]
}

function call(syntax: Call, start: Path, type: string): readonly Path[] {
  const [parameter] = syntax.parameters
  if (syntax.of === undefined || parameter === undefined) throw new NoPath(`${syntax.name}() tells no place`)
  const holders = walk(syntax.of, start, type)
  if (syntax.name === 'where') return holders.map((path) => narrowed(path, conditionOf(parameter)))
  if (syntax.name !== 'as' && syntax.name !== 'ofType') throw new NoPath(`${syntax.name}() tells no place`)
  if (parameter.kind !== 'member') throw new NoPath('a type is no name')
  return holders.flatMap((path) => decided(path, parameter.name))
}

function conditionOf(condition: Syntax): string {
  if (condition.kind === 'type' && condition.operator === 'is' && isResolve(condition.of)) return `is ${condition.type}`
  if (condition.kind === 'operation' && condition.operator === '=') return equals(condition)
  throw new NoPath('a condition other than a type or a text tells no place')
}

const isResolve = (syntax: Syntax): boolean => syntax.kind === 'call' && syntax.name === 'resolve' && syntax.of === undefined

function equals({ left, right }: Operation): string {
  if (left.kind !== 'member' || left.of !== undefined || right.kind !== 'literal' || right.literal.type !== 'String') {
    throw new NoPath('a condition other than a type or a text tells no place')
  }
  return `${left.name}=${right.literal.value}`
}

/** Each type that a choice was left open for, as a path of its own. */
export function everyType(path: Path, isSearchable: (type: string) => boolean): readonly Path[] {
  if (!path.place.isChoice) return [path]
  return path.place.types.filter(isSearchable).flatMap((type) => decided(path, type))
}
