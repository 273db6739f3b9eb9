// Which suite this is: its version, and a digest of the list of requirements, so that two reports can be told to have asked the same.

import { createHash } from 'node:crypto'
import type { Claim } from './requirement.ts'

/** The package's; a test holds the two together. */
export const suiteVersion = '0.1.0'

export interface SuiteMark {
  readonly version: string
  /** How many there are in all, whatever was chosen of them. */
  readonly requirements: number
  /** SHA-256, in hexadecimal, over id, level, role, area, title, source and assertions of each, by id; the code is not in it. */
  readonly digest: string
}

export function markOf(suite: readonly Claim[]): SuiteMark {
  const lines = suite.map(({ id, level, role, area, title, statement: { source, quote, url }, assertions = [] }) =>
    JSON.stringify([id, level, role, area, title, source, quote, url, assertions]),
  )
  const digest = createHash('sha256').update(lines.toSorted().join('\n')).digest('hex')
  return { version: suiteVersion, requirements: suite.length, digest }
}
