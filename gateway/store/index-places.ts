// Finding what stands at many paths of a resource in one walk over the elements that it has.

import { isExactDecimal } from '../../profiles/decimal.ts'

export type Json = Readonly<Record<string, unknown>>

/** What is called with each value that stands at the paths of one parameter. */
export type Take<Sink> = (value: unknown, sink: Sink) => void

/** A tree of element names: paths with the same beginning share it. */
interface Node<Sink> {
  readonly takes: Take<Sink>[]
  readonly branches: Map<string, Branch<Sink>[]>
}

interface Branch<Sink> {
  readonly narrowing: string
  readonly holds: (item: unknown, index: number) => boolean
  readonly node: Node<Sink>
}

export type Places<Sink> = Branch<Sink>[]

/** Splits paths (their grammar: profiles/search-paths.ts) once, so that each walk only looks names up. */
export function placesOf<Sink>(takers: Iterable<readonly [paths: readonly string[], take: Take<Sink>]>): Places<Sink> {
  const roots: Places<Sink> = []
  for (const [paths, take] of takers) {
    for (const path of paths) leaf(roots, stepsOf(path)).takes.push(take)
  }
  return roots
}

interface Step {
  readonly name: string
  readonly narrowing: string
}

/** `[code=a|b].value` is narrowed before its first step: it begins with the resource itself, which has no name. */
function stepsOf(path: string): readonly Step[] {
  const steps = [...path.matchAll(/([A-Za-z]*)(?:\[([^\]]*)\])?\.?/g)].filter(([all]) => all !== '')
  const named = steps.map(([, name = '', narrowing = '']) => ({ name, narrowing }))
  return named[0]?.name === '' ? named : [{ name: '', narrowing: '' }, ...named]
}

function leaf<Sink>(roots: Places<Sink>, [root, ...steps]: readonly Step[]): Node<Sink> {
  let node = branchOf(roots, root?.narrowing ?? '').node
  for (const { name, narrowing } of steps) {
    const branches = node.branches.get(name) ?? []
    node.branches.set(name, branches)
    node = branchOf(branches, narrowing).node
  }
  return node
}

function branchOf<Sink>(branches: Places<Sink>, narrowing: string): Branch<Sink> {
  const found = branches.find((branch) => branch.narrowing === narrowing)
  if (found) return found
  const made: Branch<Sink> = { narrowing, holds: conditionOf(narrowing), node: { takes: [], branches: new Map() } }
  branches.push(made)
  return made
}

function conditionOf(narrowing: string): Branch<unknown>['holds'] {
  if (narrowing === '') return () => true
  if (/^\d+$/.test(narrowing)) return (_item, index) => index === Number(narrowing)
  if (narrowing.startsWith('is ')) return (item) => isObject(item) && typeOfReference(item) === narrowing.slice(3)
  const equals = narrowing.indexOf('=')
  const [name, text] = [narrowing.slice(0, equals), narrowing.slice(equals + 1)]
  return (item) => isObject(item) && Object.hasOwn(item, name) && says(item[name], text)
}

/** A text, or a concept of which one coding is `system|code`. */
function says(value: unknown, text: string): boolean {
  if (!isObject(value) || !Array.isArray(value['coding'])) return value === text
  return value['coding'].some((coding) => isObject(coding) && `${String(coding['system'])}|${String(coding['code'])}` === text)
}

/** What `resolve() is Type` can tell without another resource: the type that is named, or the one in the address. */
function typeOfReference({ reference, type }: Json): string | undefined {
  const named =
    typeof reference === 'string'
      ? /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[^/]+)?$/.exec(reference)?.[1]
      : undefined
  return named ?? (typeof type === 'string' ? type : undefined)
}

/** Calls with every value at each path. Arrays on the way are walked; one within another is no FHIR, and taken as it is. */
export function walk<Sink>(value: unknown, places: Places<Sink>, sink: Sink): void {
  enter(value, 0, places, sink)
}

function enter<Sink>(item: unknown, index: number, places: Places<Sink>, sink: Sink): void {
  if (item === undefined || item === null) return
  for (const { holds, node } of places) {
    if (!holds(item, index)) continue
    for (const take of node.takes) take(item, sink)
    if (node.branches.size > 0 && isObject(item)) below(item, node, sink)
  }
}

function below<Sink>(value: Json, { branches }: Node<Sink>, sink: Sink): void {
  for (const name of Object.keys(value)) {
    const places = branches.get(name)
    if (!places) continue
    const inner = value[name]
    if (!Array.isArray(inner)) enter(inner, 0, places, sink)
    else for (let index = 0; index < inner.length; index += 1) enter(inner[index], index, places, sink)
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactDecimal(value)
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
