// Where the values of one element of a definition stand in a resource.

import { bare, valueNamed } from '../../../profiles/compiler/definition.ts'
import { isLike } from '../../../profiles/compiler/equality.ts'
import { pathsOf } from './constraints.ts'
import { type Json, type Own, elementAt, isJson, lastStep, ownerOf } from './definitions.ts'

export interface Place {
  /** Keys from the root of the resource. */
  readonly at: readonly (string | number)[]
  /** As an issue names it. */
  readonly expression: string
}

/** Every value of the element; of an extension's definition, in each extension of its name. */
export function placesOf(definition: Own, id: string, resource: Json): readonly Place[] {
  if (!id.includes('.')) return rootsOf(definition, resource)
  return placesOf(definition, ownerOf(id), resource).flatMap((owner) => valuesIn(definition, id, owner, resource))
}

/** Values of an element within one owner. */
export function valuesIn(definition: Own, id: string, owner: Place, resource: Json): readonly Place[] {
  const value = valueAt(resource, owner.at)
  if (!isJson(value)) return []
  const step = lastStep(id)
  const [name = ''] = step.split(':')
  const found = keysOf(value, name).flatMap((key) => placed(value[key], key, name.replace('[x]', ''), owner))
  return step.includes(':') ? found.filter((place) => isOfSlice(definition, id, place, resource)) : found
}

/** The keys under which an element stands: of a choice, the one of its type. */
export function keysOf(value: Json, name: string): readonly string[] {
  if (!name.endsWith('[x]')) return Object.hasOwn(value, name) ? [name] : []
  const start = name.slice(0, -3)
  return Object.keys(value).filter((key) => key.startsWith(start) && /^[A-Z]/.test(key.slice(start.length)))
}

function placed(value: unknown, key: string, name: string, owner: Place): readonly Place[] {
  const expression = `${owner.expression}.${name}`
  if (!Array.isArray(value)) return [{ at: [...owner.at, key], expression }]
  return value.map((_, index) => ({ at: [...owner.at, key, index], expression: `${expression}[${index}]` }))
}

function rootsOf(definition: Own, resource: Json): readonly Place[] {
  const root = { at: [], expression: String(resource['resourceType']) }
  return definition.type === 'Extension' ? extensionsIn(resource, root, definition.url) : [root]
}

function extensionsIn(value: unknown, here: Place, url: string): readonly Place[] {
  if (!isJson(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const places = placed(inner, key, key.replace(/^value[A-Z].*/, 'value'), here)
    return places.flatMap((place) => {
      const one = Array.isArray(inner) ? (inner as unknown[])[place.at.at(-1) as number] : inner
      const deeper = extensionsIn(one, place, url)
      return isJson(one) && one['url'] === url ? [place, ...deeper] : deeper
    })
  })
}

/** Whether the value is of the slice, by what the definition says and not by the compiler that is on trial. */
function isOfSlice(definition: Own, id: string, place: Place, resource: Json): boolean {
  const name = id.slice(id.lastIndexOf(':') + 1)
  if (lastStep(id).includes('[x]:')) return place.at.at(-1) === name
  const value = valueAt(resource, place.at)
  const profile = elementAt(definition, id)?.type?.[0]?.profile?.[0]
  if (profile !== undefined && isJson(value) && 'url' in value) return value['url'] === bare(profile)
  return pathsOf(definition, id).every((path) => isDiscriminated(definition, id, path, value))
}

function isDiscriminated(definition: Own, slice: string, path: string, value: unknown): boolean {
  const element = elementAt(definition, path)
  if (!element) return false
  const steps = path === slice ? [] : path.slice(slice.length + 1).split('.')
  const at = steps.reduce<unknown>((inner, step) => (isJson(inner) ? inner[step] : undefined), value)
  const fixed = valueNamed(element, 'fixed') ?? valueNamed(element, 'pattern')
  if (fixed !== undefined) return isLike(fixed, at)
  return isJson(at) && (element.type ?? []).some(({ code }) => code === at['resourceType'])
}

export function valueAt(resource: unknown, at: readonly (string | number)[]): unknown {
  return at.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Json)[key] : undefined),
    resource,
  )
}
