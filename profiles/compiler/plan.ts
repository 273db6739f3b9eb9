// The plan: a plain-data tree of checks per type and per profile, the single truth that both passes follow.

export interface Plan {
  /** By name: `Patient`, `Patient.contact`, `Period`. */
  readonly shapes: Readonly<Record<string, Shape>>
  /** By canonical, without version. */
  readonly profiles: Readonly<Record<string, ProfilePlan>>
  /** Checks on objects that profiles ask for, by id. */
  readonly overlays: Readonly<Record<string, Overlay>>
  /** Extension definitions by the url that an extension carries. */
  readonly extensions: Readonly<Record<string, ExtensionPlan>>
  readonly messages: readonly MessagePlan[]
}

/** A type's own shape: every property that its objects may have. */
export interface Shape {
  readonly name: string
  readonly kind: 'resource' | 'complex'
  /** Its ancestors, itself first: `Age`, `Quantity`, `Element`. */
  readonly ancestors: readonly string[]
  readonly elements: readonly ElementPlan[]
  readonly constraints: readonly Constraint[]
}

export interface ElementPlan {
  /** FHIRPath name: `value` for `value[x]`. */
  readonly name: string
  /** As an extension's context names it: `Patient.contact`, `Observation.value[x]`. */
  readonly path: string
  readonly min: number
  readonly isList: boolean
  readonly variants: readonly Variant[]
  readonly constraints: readonly Constraint[]
  readonly binding?: Binding
}

/** What a JSON property stands for: an element, in one of its types. */
export interface Variant {
  /** The JSON property: `valueString`. */
  readonly key: string
  readonly type: string
  readonly kind: 'primitive' | 'complex' | 'resource'
  /** Shape of a complex value. */
  readonly shape?: string
  /** Resource types that a Reference may point at; absent: any. */
  readonly targets?: readonly string[]
}

export interface Constraint {
  readonly key: string
  readonly severity: 'error' | 'warning'
  readonly human: string
  /** FHIRPath; read as one of the type that it stands on. */
  readonly expression?: string
  /** In a profile: the types that the element may have. */
  readonly types?: readonly string[]
}

export interface Binding {
  readonly strength: 'required' | 'extensible' | 'preferred'
  readonly valueSet: string
}

export interface ProfilePlan {
  readonly type: string
  readonly version?: string
  /** Absent: it asks for nothing that its type does not. */
  readonly checks?: Checks
}

/** What a profile adds to the shape of an object. */
export interface Overlay {
  readonly id: string
  readonly elements: readonly OverlayElement[]
}

export interface OverlayElement {
  readonly name: string
  readonly isList: boolean
  /** Every type that the base allows here. */
  readonly variants: readonly Variant[]
  readonly min?: number
  readonly max?: number
  /** Types that are left of a choice, as property keys. */
  readonly allowed?: readonly string[]
  /** Of every item. */
  readonly checks?: Checks
  readonly slicing?: Slicing
}

/** What is asked of one value. */
export interface Checks {
  readonly fixed?: unknown
  readonly pattern?: unknown
  readonly binding?: Binding
  readonly constraints?: readonly Constraint[]
  readonly minValue?: unknown
  readonly maxValue?: unknown
  readonly maxLength?: number
  /** By type: profiles of which the value must conform to one. */
  readonly profiles?: Readonly<Record<string, readonly string[]>>
  /** Resource types that are left where any resource could stand. */
  readonly resourceTypes?: readonly string[]
  readonly reference?: ReferenceChecks
  /** Overlay of the value's own elements. */
  readonly overlay?: string
}

/** What a Reference may point at. */
export interface ReferenceChecks {
  /** Resource types; absent: any. */
  readonly types?: readonly string[]
  /** Types that need no profile. */
  readonly plain: readonly string[]
  /** Of any other type the resource, where it can be found, must conform to one of these. */
  readonly profiles: readonly string[]
}

export interface Slicing {
  readonly rules: 'open' | 'closed' | 'openAtEnd'
  readonly isOrdered: boolean
  readonly slices: readonly Slice[]
  /** What holds of those that match no slice. */
  readonly rest?: Checks
}

export interface Slice {
  readonly name: string
  readonly min: number
  readonly max?: number
  /** All must hold. */
  readonly match: readonly Match[]
  readonly checks?: Checks
  readonly slicing?: Slicing
}

/** One discriminator's test: where to look, and what must be found there. */
export interface Match {
  readonly steps: readonly Step[]
  readonly test: Test
}

export type Step =
  | {
      readonly kind: 'child'
      readonly keys: readonly { readonly key: string; readonly type: string }[]
      readonly isList: boolean
    }
  | { readonly kind: 'extension'; readonly url: string }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'ofType'; readonly type: string }

export type Test =
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'pattern'; readonly value: unknown }
  | { readonly kind: 'binding'; readonly valueSet: string }
  | { readonly kind: 'exists'; readonly isThere: boolean }
  | { readonly kind: 'type'; readonly types: readonly string[] }
  | { readonly kind: 'profile'; readonly profiles: readonly string[] }
  /** Several of the above on what lies below. */
  | { readonly kind: 'all'; readonly of: readonly Match[] }

export interface ExtensionPlan {
  readonly url: string
  readonly isModifier: boolean
  readonly checks?: Checks
  /** Absent: anywhere. */
  readonly contexts?: Contexts
}

/** Where an extension may stand: any of these is enough. */
export interface Contexts {
  /** Types and element paths. */
  readonly elements: readonly string[]
  /** Extensions, by url. */
  readonly extensions: readonly string[]
  /** FHIRPath over the resource, which leads to the elements. */
  readonly paths?: readonly string[]
}

/** A MessageDefinition, as far as a message can be held against it. */
export interface MessagePlan {
  readonly url: string
  readonly version?: string
  readonly event: { readonly system?: string; readonly code?: string; readonly uri?: string }
  readonly focus: readonly { readonly code: string; readonly profile?: string; readonly min: number; readonly max?: number }[]
  readonly allowedResponses: readonly string[]
}

/** What is wrong with a definition: the start stops with it. */
export interface DefinitionFault {
  readonly url: string
  readonly element: string
  readonly reason: string
}
