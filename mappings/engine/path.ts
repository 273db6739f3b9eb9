// Paths into a resource: `birthDate`, `name[0].family`, `identifier[system=https://…].value`, parsed, read, put and cleared.

import { isExactDecimal } from '../../profiles/decimal.ts'

/** One step: a member; of a list, the element at a place or the one whose child has a value. */
export interface Step {
  readonly name: string
  readonly index?: number
  readonly child?: string
  readonly value?: string
}

export type Path = readonly Step[]

type Json = Record<string, unknown>

const stepShape = /^(_?[a-zA-Z][a-zA-Z0-9]*)(?:\[(?:(\d{1,4})|([a-zA-Z]+)=([^\]]+))\])?(?:\.|$)/

/** Undefined when the text is not a path. */
export function parsePath(text: string): Path | undefined {
  const steps: Step[] = []
  let rest = text
  while (rest !== '') {
    const found = stepShape.exec(rest)
    if (!found) return undefined
    steps.push(stepOf(found))
    rest = rest.slice(found[0].length)
  }
  return steps.length > 0 && !text.endsWith('.') ? steps : undefined
}

function stepOf([, name = '', index, child, value]: RegExpExecArray): Step {
  if (index !== undefined) return { name, index: Number(index) }
  if (child !== undefined && value !== undefined) return { name, child, value }
  return { name }
}

export function printPath(path: Path): string {
  return path.map(printStep).join('.')
}

function printStep(step: Step): string {
  if (step.index !== undefined) return `${step.name}[${step.index}]`
  return step.child === undefined ? step.name : `${step.name}[${step.child}=${step.value}]`
}

/**
 * What a `""` takes away: the element that the last selector names, since an identifier without its value or an extension
 * without its value would be a lie or invalid.
 */
export function clearedBy(path: Path): Path {
  const last = path.findLastIndex((step) => step.child !== undefined)
  return last < 0 ? path : path.slice(0, last + 1)
}

/** The value at a path, or undefined. */
export function valueAt(resource: unknown, path: Path): unknown {
  const place = placeOf(resource, path)
  return place?.reduce<unknown>((at, key) => (at as Json)[key], resource)
}

/** The path with every selector resolved to its place in the lists, or undefined when nothing is there. */
export function placeOf(resource: unknown, path: Path): (string | number)[] | undefined {
  const place: (string | number)[] = []
  let at: unknown = resource
  for (const step of path) {
    if (!isRecord(at) || !Object.hasOwn(at, step.name)) return undefined
    at = at[step.name]
    place.push(step.name)
    if (step.index === undefined && step.child === undefined) continue
    if (!Array.isArray(at)) return undefined
    const index = indexOf(at, step)
    if (index < 0 || index >= at.length) return undefined
    place.push(index)
    at = at[index]
  }
  return at === undefined ? undefined : place
}

/** Puts a value at a path, making on the way what is not there yet. Changes `resource`. */
export function putAt(resource: Json, path: Path, value: unknown): void {
  let at = resource
  path.forEach((step, depth) => {
    const isLast = depth === path.length - 1
    if (step.index === undefined && step.child === undefined) {
      if (isLast) at[step.name] = value
      else at = recordIn(at, step.name)
      return
    }
    const list = listIn(at, step.name)
    const found = indexOf(list, step)
    const index = found < 0 ? list.length : Math.min(found, list.length)
    if (isLast) list[index] = withSelector(step, value)
    else at = recordIn(list, index, withSelector(step, {}) as Json)
  })
}

/** Takes away what is at a path, and whatever is left empty by that. Changes `resource`. */
export function clearAt(resource: Json, path: Path): void {
  const place = placeOf(resource, path)
  if (!place) return
  const holders = place.map((_, depth) => place.slice(0, depth).reduce<unknown>((at, key) => (at as Json)[key], resource))
  for (let depth = place.length - 1; depth >= 0; depth--) {
    const holder = holders[depth]
    const key = place[depth]
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete (holder as Json)[String(key)]
    if (Object.keys(holder as Json).length > 0) return
  }
}

function indexOf(list: readonly unknown[], step: Step): number {
  if (step.index !== undefined) return step.index
  return list.findIndex((item) => isRecord(item) && item[step.child ?? ''] === step.value)
}

function withSelector(step: Step, value: unknown): unknown {
  return step.child !== undefined && isRecord(value) ? { [step.child]: step.value, ...value } : value
}

function recordIn(holder: Json | unknown[], key: string | number, fresh: Json = {}): Json {
  const at = (holder as Json)[key]
  if (isRecord(at)) return at
  ;(holder as Json)[key] = fresh
  return fresh
}

function listIn(holder: Json, key: string): unknown[] {
  const at = holder[key]
  if (Array.isArray(at)) return at
  const fresh: unknown[] = []
  holder[key] = fresh
  return fresh
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactDecimal(value)
}
