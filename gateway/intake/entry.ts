// What is asked to be written: one change by itself, or each of those in a Bundle.

import type { Fault } from '../refusal.ts'
import type { FhirResource } from '../fhir/resource.ts'
import type { Patch } from './patch.ts'

/** `upsert` is a message's way: the sender's own business identifier says whether it is known. */
export type Method = 'create' | 'update' | 'upsert'

interface Addressed {
  /** Where its resource stands in what was sent: `Bundle.entry[2].resource`; '' when it is all that was sent. */
  readonly path: string
  readonly fullUrl?: string
  /** `Type/id` of what is to change. */
  readonly target?: string
  /** Instead of a target: the query that finds it. */
  readonly criteria?: string
  /** The version that it must have now. */
  readonly ifMatch?: number
}

export interface Entry extends Addressed {
  readonly method: Method
  readonly resource: FhirResource
  /** For a create: the query that must find nothing. */
  readonly ifNoneExist?: string
  /** For an update (If-None-Match: *): only where there is nothing yet. */
  readonly isNew?: boolean
  /** For an update: only of what is there already; a message changes what it names, and makes nothing under an id of its own. */
  readonly mustExist?: boolean
}

export interface Patching extends Addressed {
  readonly method: 'patch'
  readonly type: string
  readonly patch: Patch
}

export interface Deletion extends Addressed {
  readonly method: 'delete'
  readonly type: string
}

export type Change = Entry | Patching | Deletion

export const typeOf = (change: Change): string => ('resource' in change ? change.resource.resourceType : change.type)

/** Where a fault of the request lies: in a Bundle the element of the entry's request, else the header or part of the address. */
export function placeOf(
  { path }: { readonly path: string },
  element: string,
  header: string,
): Pick<Fault, 'expression' | 'location'> {
  return path ? { expression: `${path.replace(/\.resource$/, '')}.request.${element}` } : { location: header }
}

/** Where a fault of the resource as a whole lies. */
export const pathOf = (change: Change): string => change.path || typeOf(change)
