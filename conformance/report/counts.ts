// How many results ended in each way.

import type { Outcome } from '../outcome.ts'

export function countsOf(results: readonly { readonly outcome: Outcome }[]): Readonly<Record<Outcome, number>> {
  const number = (outcome: Outcome) => results.filter((one) => one.outcome === outcome).length
  const [error, fail, skip] = [number('error'), number('fail'), number('skip')]
  return { error, fail, skip, warn: number('warn'), pass: number('pass'), omit: number('omit') }
}
