// Questions about types, of items whose type is known only at run time (FHIRPath 2.0, §6.3).

import type { Environment, Node, Schema } from './environment.ts'
import { isObject } from './runtime-nodes.ts'
import { one } from './runtime-singles.ts'

export function isType(items: readonly Node[], type: string, env: Environment): boolean | undefined {
  const only = one(items)
  return only === undefined ? undefined : isOfType(only, type, env.schema)
}

/** `as` keeps what fits, as ofType does: R4's own dom-3 asks it of whole collections. */
export function ofType(items: readonly Node[], type: string, env: Environment): readonly Node[] {
  return items.filter((item) => isOfType(item, type, env.schema))
}

function isOfType(item: Node, type: string, schema: Schema): boolean {
  if (item.type === undefined) return false
  if (item.type === type) return true
  if (item.type.startsWith('System.')) return type === 'System.Any'
  return !type.startsWith('System.') && schema.isA(item.type, type)
}

/** A JSON value that is a resource of this type, or of one that specializes it. */
export function isResource(value: unknown, type: string, env: Environment): boolean {
  if (!isObject(value) || typeof value['resourceType'] !== 'string') return false
  return value['resourceType'] === type || env.schema.isA(value['resourceType'], type)
}

export function type(items: readonly Node[], env: Environment): readonly Node[] {
  return items.map((item) => ({ type: 'System.Any', value: typeInfo(item.type ?? 'Element', env.schema), extra: undefined }))
}

function typeInfo(name: string, schema: Schema): unknown {
  if (name.startsWith('System.')) return { namespace: 'System', name: name.slice('System.'.length), baseType: 'System.Any' }
  const base = schema.kind(name) === 'resource' ? 'FHIR.DomainResource' : 'FHIR.Element'
  return { namespace: 'FHIR', name, baseType: base }
}
