// What guarding costs, as shares of what it guards: the token of an intake, the access join of a search.

import type { Guards } from './guards.ts'
import { ratioOf, type Pair, type Ratio } from './pairs.ts'

export function guardRatios(guards: Guards | undefined): Record<string, Ratio> {
  if (!guards) return {}
  const { cpuUs } = guards
  const over = (above: readonly number[], below: readonly number[]) => ratioOf(above.map((one, i): Pair => [one, below[i] ?? 0]))
  // Where a page costs no more with the join than without, noise was more than the join: such a round counts for nothing.
  const join = cpuUs['page, joined'].map((joined, i) => joined - (cpuUs['page, not joined'][i] ?? 0))
  return {
    'guards: a new token over an intake': over(cpuUs['token, new'], cpuUs.intake),
    'guards: a known token over an intake': over(cpuUs['token, known'], cpuUs.intake),
    'guards: the access join over a search': over(join, cpuUs.search),
  }
}

/** A line for each kind of work, in the columns of the table. */
export function guardLines(guards: Guards | undefined): readonly string[] {
  if (!guards) return []
  return Object.entries(guards.cpuUs).map(([work, costs]) => {
    const [quickest] = costs.toSorted((a, b) => a - b)
    return `| ${work}, among ${guards.journeys} journeys, in one process | | ${(quickest ?? 0).toFixed(0)} at best |`
  })
}
