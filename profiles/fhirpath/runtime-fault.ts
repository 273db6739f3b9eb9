// Evaluation errors: thrown inside a compiled expression, caught at its edge, reported and never passed on.

import type { Environment } from './environment.ts'

/** An error that FHIRPath defines: more than one item where one was meant, a bad pattern, and the like. */
export class EvaluationError extends Error {}

export function raise(problem: string): never {
  throw new EvaluationError(problem)
}

/** Says what went wrong without a value of the data: the words of foreign errors may hold some, so they are left out. */
export function failed(env: Environment, thrown: unknown, expression: string): void {
  const problem = thrown instanceof EvaluationError ? thrown.message : 'cannot be evaluated on data of this shape'
  try {
    env.report?.({ expression, problem })
  } catch {
    // A reporter that fails must not make an invariant throw.
  }
}
