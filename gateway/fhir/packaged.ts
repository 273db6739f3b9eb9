// The code systems, value sets and concept maps that come with the gateway, found by canonical or by id.

import { conceptMaps } from '../../mappings/codes/maps.ts'
import { terminologyResources } from '../../profiles/definitions-own.ts'
import { isResource, type FhirResource } from './resource.ts'

export type PackagedType = 'CodeSystem' | 'ValueSet' | 'ConceptMap'

/** By `url` or `url|version`; another version than the one that is here is not here, and what has none is here in no version. */
export function packagedByUrl(type: PackagedType, canonical: string): FhirResource | undefined {
  const [url, version] = splitCanonical(canonical)
  const found = shelf(type).byUrl.get(url)
  return found && (version === undefined || found['version'] === version) ? found : undefined
}

/** By the id of the address `[type]/[id]`. R4's own lists have none here and are asked for by their canonical. */
export function packagedById(type: PackagedType, id: string): FhirResource | undefined {
  return shelf(type).byId.get(id)
}

/** All of a type, in the order in which they are kept. */
export function packaged(type: PackagedType): readonly FhirResource[] {
  return shelf(type).all
}

/** `url|version` in its two parts. */
export function splitCanonical(canonical: string): readonly [url: string, version: string | undefined] {
  const bar = canonical.indexOf('|')
  return bar < 0 ? [canonical, undefined] : [canonical.slice(0, bar), canonical.slice(bar + 1)]
}

interface Shelf {
  readonly all: readonly FhirResource[]
  readonly byUrl: ReadonlyMap<string, FhirResource>
  readonly byId: ReadonlyMap<string, FhirResource>
}

const shelves = new Map<PackagedType, Shelf>()

/** Filled when it is first asked for. */
function shelf(type: PackagedType): Shelf {
  const known = shelves.get(type)
  if (known) return known
  const all = [...terminologyResources(), ...conceptMaps].filter(isResource).filter(({ resourceType }) => resourceType === type)
  const by = (name: string) => new Map(all.flatMap((one) => (typeof one[name] === 'string' ? [[one[name], one] as const] : [])))
  const made = { all, byUrl: by('url'), byId: by('id') }
  shelves.set(type, made)
  return made
}
