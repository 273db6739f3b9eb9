// What a compiled expression is given when it runs, beside the element itself.

/** What is known of an element: by type name (a FHIR type such as `HumanName`, or the path of a backbone such as `Patient.contact`). */
export interface ElementShape {
  readonly types: readonly string[]
  readonly isList: boolean
  /** Its JSON names are name + Capitalised(type). */
  readonly isChoice: boolean
}

/** The definitions, as far as expressions ask: when they are compiled, and again when they meet a type only known then. */
export interface Schema {
  element(type: string, name: string): ElementShape | undefined
  kind(type: string): 'primitive' | 'complex' | 'resource' | undefined
  /** Is `type`, or something it specializes, `ancestor`? True of a type itself. */
  isA(type: string, ancestor: string): boolean
}

/** An item of a collection: the JSON value, the `_name` sibling of a primitive, and the type where it is known. */
export interface Node {
  readonly type: string | undefined
  readonly value: unknown
  readonly extra: unknown
}

/** What cannot be evaluated: the expression, and words that name no value. */
export interface EvaluationFault {
  readonly expression: string
  readonly problem: string
}

export interface Environment {
  /** `%resource`: the nearest resource around the element. */
  readonly resource: unknown
  /** `%rootResource`: the container of a contained resource, else the same as `resource`. */
  readonly root: unknown
  readonly schema: Schema
  /** The resource that a reference, uri or canonical points at, in the Bundle or among the contained; undefined: not known. */
  resolve?(reference: string): unknown
  /** Undefined: the terminology cannot tell. */
  memberOf?(valueSet: string, coded: Node): boolean | undefined
  conformsTo?(profile: string, element: Node): boolean | undefined
  /** Is this narrative safe and not empty? Undefined or absent: not looked at, so nothing is claimed against it. */
  htmlChecks?(narrative: string): boolean | undefined
  subsumes?(general: Node, special: Node): boolean | undefined
  /** Present instant as an R4 `instant`; the compiler has no clock. Absent: now(), today() and timeOfDay() are empty. */
  readonly now?: string
  /** Further `%name` variables, by name. */
  readonly variables?: Readonly<Record<string, unknown>>
  /** Told of every evaluation that failed; the expression then counts as not holding (an invariant) or as empty (a path). */
  report?(fault: EvaluationFault): void
}
