// Where R4's search parameters stand in a resource, as profiles/authoring/search-paths.ts printed it from their expressions.

import { readJsonFile } from './definitions.ts'

export type PrintedSearchType = 'token' | 'reference' | 'string' | 'date' | 'number' | 'quantity' | 'uri' | 'composite'

interface Places {
  readonly type: PrintedSearchType
  /**
   * Element names joined by dots; repeats are walked, '' is the resource itself. A step may be narrowed: `[0]` the first of a
   * list, `[name=text]` where an element is that text (`[code=system|code]`: has that coding), `[is Type]` a reference to that type.
   */
  readonly paths: readonly string[]
  /** FHIR datatypes that stand there. */
  readonly datatypes?: readonly string[]
}

/** A part of a composite; its paths begin where the composite's paths end. */
export interface SearchComponent extends Places {
  /** The type's parameter that says how a value of this part is written. */
  readonly param: string
}

export interface PrintedParameter extends Places {
  /** Canonical URL of the SearchParameter. */
  readonly definition: string
  /** Types that a reference may point to, of those that we know; all of R4's where we know none of them. Absent: any that we know. */
  readonly targets?: readonly string[]
  /** Code system of elements of type `code` or `boolean`, which do not carry it. */
  readonly codeSystem?: string
  /** Searches the rows of this other parameter of the type, narrowed to `targets`; it has no rows of its own. */
  readonly within?: string
  /** The truth of whether the element is there and not false, instead of its value. */
  readonly asPresence?: boolean
  readonly components?: readonly SearchComponent[]
}

/** `Type.code` → why it is not served. */
export type NotServed = Readonly<Record<string, string>>

export interface PrintedTable {
  /** By type and code; those under `Resource` are every type's. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, PrintedParameter>>>>
  readonly notServed: NotServed
}

export function searchPaths(): PrintedTable {
  return (table ??= readJsonFile<PrintedTable>('search-paths.json'))
}

let table: PrintedTable | undefined
