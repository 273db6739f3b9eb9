// The proofs: for every constraint an example that breaks it and nothing else, and what becomes of the issue without it.

import type { Issue } from '../../../profiles/validation.ts'
import { validatorFor } from '../../../profiles/validation.ts'
import { ownMessageDefinitions, packagedTerminology, r4Definitions } from '../../../profiles/definitions-own.ts'
import { type Change, type Expected, changesFor } from './changes.ts'
import { type Constraint, constraintsOf, nameOf } from './constraints.ts'
import { type Example, type Json, type Own, examples, own } from './definitions.ts'
import { besidesOf } from './besides.ts'

export interface Proof {
  readonly constraint: Constraint
  readonly example: Example
  readonly change: Change
  /** What the same change breaks besides, as stated with its reason. */
  readonly besides: readonly string[]
}

const definitions = [...r4Definitions(), ...own]
const { validator, faults } = validatorFor({
  definitions,
  messageDefinitions: ownMessageDefinitions(),
  terminology: packagedTerminology(),
})

export { validator, faults }

export interface Attempt {
  readonly words: string
  readonly example: string
  readonly found: readonly string[]
  readonly wanted: string
}

export interface Search {
  readonly proofs: readonly Proof[]
  /** Constraints without a proof, each with what was tried. */
  readonly missing: readonly { readonly constraint: Constraint; readonly attempts: readonly Attempt[] }[]
}

export function searchAll(): Search {
  const found = own.map(searchIn)
  return { proofs: found.flatMap(({ proofs }) => proofs), missing: found.flatMap(({ missing }) => missing) }
}

export function searchIn(definition: Own): Search {
  const all = constraintsOf(definition)
  const goods = goodExamples(definition)
  const proofs = new Map<string, Proof>()
  const missing: { constraint: Constraint; attempts: Attempt[] }[] = []
  for (const constraint of all.filter(({ kind }) => kind !== 'slice')) {
    const attempts: Attempt[] = []
    const proof = proofOf(constraint, goods, attempts)
    if (proof) proofs.set(nameOf(constraint), proof)
    else missing.push({ constraint, attempts })
  }
  for (const constraint of all.filter(({ kind }) => kind === 'slice')) {
    const within = sliceProof(constraint, [...proofs.values()])
    if (within) proofs.set(nameOf(constraint), { ...within, constraint })
    else missing.push({ constraint, attempts: [] })
  }
  return { proofs: all.flatMap((one) => proofs.get(nameOf(one)) ?? []), missing }
}

/** A slice is shown by what it asks of its own: another constraint of it, best one that a missing value does not break. */
function sliceProof({ element }: Constraint, proofs: readonly Proof[]): Proof | undefined {
  const within = proofs.filter(({ constraint: { element: id } }) => id === element || id.startsWith(`${element}.`))
  const rank = ({ constraint: { element: id, kind } }: Proof): number => (id !== element ? 1 : kind === 'max' ? 0 : 2)
  return within.toSorted((a, b) => rank(a) - rank(b))[0]
}

/** Examples of its type that conform to it, those that claim it first; of an extension, those that carry it. */
export function goodExamples(definition: Own): readonly Example[] {
  const isOfType = ({ bare }: Example): boolean =>
    definition.type === 'Extension'
      ? JSON.stringify(bare).includes(`"${definition.url}"`)
      : bare['resourceType'] === definition.type
  return examples
    .filter((example) => isOfType(example) && errorsOf(issuesOf(definition, example.bare)).length === 0)
    .toSorted((a, b) => Number(claims(b, definition)) - Number(claims(a, definition)))
}

const claims = ({ resource }: Example, { url }: Own): boolean => JSON.stringify(resource['meta'] ?? {}).includes(`"${url}"`)

type Judge = Pick<typeof validator, 'validate'>

export function issuesOf(definition: Own, resource: Json, judge: Judge = validator): readonly Issue[] {
  return judge.validate(resource, definition.type === 'Extension' ? {} : { profile: definition.url })
}

const errorsOf = (issues: readonly Issue[]): readonly Issue[] => issues.filter(({ severity }) => severity === 'error')

function proofOf(constraint: Constraint, goods: readonly Example[], attempts: Attempt[]): Proof | undefined {
  for (const example of goods) {
    const before = new Set(issuesOf(constraint.definition, example.bare).map(textOf))
    for (const change of changesFor(constraint, example.bare)) {
      const after = issuesOf(constraint.definition, change.broken)
      const hit = after.find((issue) => isExpected(issue, change.issue))
      const news = after.filter((issue) => issue !== hit && !before.has(textOf(issue)) && issue.severity === 'error').map(textOf)
      const besides = besidesOf(constraint, news)
      const wanted = expectedText(change.issue)
      if (hit && !before.has(textOf(hit)) && besides) return { constraint, example, change, besides }
      attempts.push({
        words: change.words,
        example: example.name,
        found: after.filter((issue) => !before.has(textOf(issue))).map(textOf),
        wanted,
      })
    }
  }
  return undefined
}

export const textOf = ({ severity, id, expression, text }: Issue): string => `${severity} ${id} ${expression} ${text}`

const expectedText = ({ severity, id, expression, text = '' }: Expected): string => `${severity} ${id} ${expression} ${text}`

export const isExpected = (issue: Issue, { severity, id, expression, text = '' }: Expected): boolean =>
  issue.severity === severity &&
  issue.id === id &&
  issue.expression === expression &&
  issue.text.startsWith(text) &&
  (text !== '' || !issue.text.startsWith('slice '))
