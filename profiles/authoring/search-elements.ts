// R4's elements as the search printer asks for them: what stands below one, of which types, and from which code system.

import { readFileSync } from 'node:fs'

/** Where an expression stands: a path within one definition (`Observation.component`, `HumanName`). */
export interface Place {
  readonly path: string
  /** Datatypes that stand here; more than one in a choice that is not yet decided. */
  readonly types: readonly string[]
  readonly isChoice: boolean
  /** The value set that its codes are from, by more than an example. */
  readonly valueSet?: string
}

interface Element {
  readonly path: string
  readonly type?: readonly { readonly code: string; readonly extension?: readonly { readonly valueUrl?: string }[] }[]
  readonly contentReference?: string
  readonly binding?: { readonly strength: string; readonly valueSet?: string }
}

interface ValueSet {
  readonly url: string
  readonly compose?: { readonly include: readonly { readonly system?: string; readonly valueSet?: readonly string[] }[] }
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../r4/${name}`, import.meta.url), 'utf8'))
const both = <T>(name: string): readonly T[] => [...(read(name) as T[]), ...(read(`further-${name}`) as T[])]

/** Of the types themselves: a profile has elements of the same paths. */
const elements = new Map(
  both<{ derivation?: string; snapshot?: { element: Element[] } }>('definitions.json')
    .filter(({ derivation }) => derivation !== 'constraint')
    .flatMap(({ snapshot }) => (snapshot?.element ?? []).map((element) => [element.path, element] as const)),
)
const valueSets = new Map(both<ValueSet>('terminology.json').map((one) => [one.url, one]))

export const resourcePlace = (type: string): Place => ({ path: type, types: [type], isChoice: false })

/** The element of that name below a place; undefined when there is none. */
export function below(place: Place, name: string): Place | undefined {
  for (const holder of new Set([place.path, ...place.types])) {
    const plain = elements.get(`${holder}.${name}`)
    if (plain) return placeOf(plain, false)
    const choice = elements.get(`${holder}.${name}[x]`)
    if (choice) return placeOf(choice, true)
  }
  return undefined
}

function placeOf(element: Element, isChoice: boolean): Place {
  const path = element.contentReference?.slice(element.contentReference.indexOf('#') + 1) ?? element.path
  const types = (element.type ?? []).map(({ code, extension }) =>
    code.includes('/') ? (extension?.[0]?.valueUrl ?? 'string') : code,
  )
  const { strength, valueSet } = element.binding ?? {}
  return { path, types, isChoice, ...(strength !== 'example' && valueSet !== undefined && { valueSet }) }
}

/** The one code system that all codes of a value set come from; undefined when there are several. */
export function systemOf(valueSet: string): string | undefined {
  const systems = systemsOf(valueSet)
  return systems.length === 1 ? systems[0] : undefined
}

function systemsOf(valueSet: string): readonly string[] {
  const include = valueSets.get(valueSet.split('|')[0] ?? '')?.compose?.include ?? []
  return [
    ...new Set(
      include.flatMap(({ system, valueSet: more }) => (system === undefined ? (more ?? []).flatMap(systemsOf) : system)),
    ),
  ]
}
