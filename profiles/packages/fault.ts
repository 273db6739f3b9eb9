// What can be wrong with a FHIR package: a fault that names the definition, the element and the reason.

/** One fault of a package or of a definition in it. All are reported at once. */
export interface PackageFault {
  /** `error`: the definition cannot be relied on, and a start with it is refused. `warning`: something named in it is not at hand. */
  readonly severity: 'error' | 'warning'
  /** Stable: `missing-base`, `cycle`, `min-lowered`, … */
  readonly id: string
  /** File of the package, where the fault is one of a file. */
  readonly file?: string
  /** Canonical of the definition. */
  readonly url?: string
  /** Element id, e.g. `Patient.identifier:nhsNumber.system`. */
  readonly element?: string
  readonly reason: string
}
