// Pieces of generated source: names that are safe, values that stand once, invariants that are compiled once.

import type { Constraint, DefinitionFault, Plan } from './plan.ts'
import { isLookedAtElsewhere } from './native.ts'

/** How an invariant becomes JavaScript: `profiles/fhirpath`. */
export type CompileInvariant = (
  expression: string,
  type: string,
  /** Every type of the choice that the invariant stands on. */
  alternatives: readonly string[],
) => { readonly source: string } | { readonly fault: string }

/** How FHIRPath becomes JavaScript. */
export interface FhirPathCompiler {
  readonly invariant: CompileInvariant
  /** Source of `(value, environment) => Node[]`. */
  nodes(expression: string, type: string): { readonly source: string } | { readonly fault: string }
}

/** What the pieces of one module share. */
export interface Parts {
  readonly plan: Plan
  readonly faults: DefinitionFault[]
  /** Name of a constant that holds the value. */
  constant(value: unknown): string
  /** Name of what the source makes, made once. */
  source(prefix: string, source: string): string
  /** Name of the value set that is asked. */
  valueSet(url: string): string
  /** Name of the function that an invariant became; undefined when it is looked at elsewhere or cannot be compiled. */
  invariant(constraint: Constraint, type: string, owner: string, alternatives?: readonly string[]): string | undefined
  /** A name that no other has. */
  fresh(prefix: string): string
  /** Functions and constants so far, in order. */
  readonly lines: string[]
  readonly invariants: ReadonlyMap<string, string>
}

export function partsOf(plan: Plan, compile: CompileInvariant): Parts {
  const lines: string[] = []
  const faults: DefinitionFault[] = []
  const constants = new Map<string, string>()
  const invariants = new Map<string, string>()
  const failed = new Set<string>()
  let count = 0
  const once = (prefix: string, key: string, source: string): string => {
    const known = constants.get(key)
    if (known !== undefined) return known
    const name = `${prefix}${constants.size}`
    constants.set(key, name)
    lines.push(`const ${name} = ${source}`)
    return name
  }
  return {
    plan,
    faults,
    lines,
    invariants,
    fresh: (prefix) => `${prefix}${(count += 1)}`,
    constant: (value) => once('c', literal(value), literal(value)),
    source: (prefix, source) => once(prefix, source, source),
    valueSet: (url) => once('v', `value set ${url}`, `valueSet(${literal(url)})`),
    invariant: (constraint, type, owner, alternatives = []) => {
      const id = invariantId(constraint, type)
      if (constraint.expression === undefined || isLookedAtElsewhere(constraint) || failed.has(id)) return undefined
      const known = invariants.get(id)
      if (known !== undefined) return known
      const compiled = compile(constraint.expression, type, alternatives)
      if ('fault' in compiled) {
        failed.add(id)
        faults.push({ url: owner, element: type, reason: `invariant ${constraint.key}: ${compiled.fault}` })
        return undefined
      }
      const name = `i${invariants.size}`
      invariants.set(id, name)
      lines.push(`const ${name} = ${compiled.source}`)
      return name
    },
  }
}

/** One expression on one type is one function. */
export function invariantId({ expression }: Constraint, type: string): string {
  return `${type} ${expression}`
}

/** JSON is JavaScript, but for the two line ends that JavaScript's strings once had no room for. */
export function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

export function shapeFunction(name: string): string {
  return `t_${name.replaceAll(/\W/g, '_')}`
}

/** `o.name`; element names are identifiers, but nothing that comes from a package is trusted to be one. */
export function property(owner: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `${owner}.${key}` : `${owner}[${literal(key)}]`
}
