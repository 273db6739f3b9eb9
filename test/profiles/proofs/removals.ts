// The proof of the proof: each constraint taken away once, and whether its broken example is found fault with still.

import { packagedTerminology, r4Definitions } from '../../../profiles/definitions-own.ts'
import { type Definition, type Validator, validatorFor } from '../../../profiles/validation.ts'
import { nameOf } from './constraints.ts'
import { type Json, type Own, isJson, own } from './definitions.ts'
import { type Proof, isExpected, issuesOf } from './proofs.ts'
import { without } from './removal.ts'

/** What is wrong with a proof; undefined when it fails without its constraint, as it must. */
export type Verdict = { readonly name: string; readonly fault: string | undefined }

/** The proofs of one definition, which is compiled alone: what it names stands there as its type only, where that is enough. */
export function verdictsOn(definition: Own, proofs: readonly Proof[]): readonly Verdict[] {
  const types = typesIn(proofs.flatMap(({ change, example }) => [change.broken, example.bare]))
  const alone = judgeOf([...types, ...others(definition, () => false), definition])
  let whole: Validator | undefined
  return proofs.map((proof) => {
    const name = nameOf(proof.constraint)
    const isAlone = isFound(proof, alone)
    whole ??= isAlone ? undefined : judgeOf([...types, ...others(definition, () => true), definition])
    if (!isAlone && (!whole || !isFound(proof, whole)))
      return { name, fault: 'its issue is not found when the definition is compiled alone' }
    const rest = [...types, ...others(definition, () => !isAlone)]
    return { name, fault: faultWithout(proof, rest) }
  })
}

function faultWithout(proof: Proof, rest: readonly Definition[]): string | undefined {
  const changed = without(proof.constraint)
  const judge = judgeOf([...rest, changed])
  if (!isFound(proof, judge)) return undefined
  // A slice that must be there is missed in the good example as well, once it is known by something else.
  const isMissed =
    proof.constraint.kind === 'slice' && isFound({ ...proof, change: { ...proof.change, broken: proof.example.bare } }, judge)
  return isMissed ? undefined : 'its issue is found without the constraint'
}

const isFound = ({ constraint, change }: Proof, judge: Validator): boolean =>
  issuesOf(constraint.definition, change.broken, judge).some((issue) => isExpected(issue, change.issue))

const judgeOf = (definitions: readonly Definition[]): Validator =>
  validatorFor({ definitions, terminology: packagedTerminology() }).validator

function others(definition: Own, isWhole: (one: Own) => boolean): readonly Definition[] {
  return own.flatMap((one) => (one.url === definition.url ? [] : [isWhole(one) ? one : stubOf(one)]))
}

/** A definition that asks for nothing but its type. */
function stubOf(one: Own): Definition {
  const kept = (one.snapshot?.element ?? []).filter(({ id = '' }) => !id.includes('.') || id === 'Extension.url')
  return { ...one, context: [], snapshot: { element: kept.map(({ constraint: _, ...rest }) => rest) } }
}

/** R4's datatypes, and the resources that are met. */
function typesIn(resources: readonly Json[]): readonly Definition[] {
  const met = new Set(['Resource', 'DomainResource', ...resources.flatMap(resourceTypes)])
  return r4Definitions().filter(({ kind, type = '' }) => kind !== 'resource' || met.has(type))
}

function resourceTypes(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(resourceTypes)
  if (!isJson(value)) return []
  const own = typeof value['resourceType'] === 'string' ? [value['resourceType']] : []
  return [...own, ...Object.values(value).flatMap(resourceTypes)]
}
