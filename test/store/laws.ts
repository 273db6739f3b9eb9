// The law book of the store: what every driver keeps.

import { describe } from 'vitest'
import type { Store } from '../../gateway/store/store.ts'
import { accessLaws } from './laws/access.ts'
import { commitLaws } from './laws/commit.ts'
import { journeyLaws } from './laws/journey.ts'
import { keepingLaws } from './laws/keeping.ts'
import { processLaws } from './laws/processes.ts'
import { searchLaws } from './laws/search.ts'
import { versionLaws } from './laws/versions.ts'

export interface Subject {
  readonly name: string
  /** Where a new, empty store can be opened: the argument of `open`, also in another process. */
  fresh(): Promise<string>
  open(location: string, now?: () => number): Promise<Store>
  /** How many processes write at once. */
  readonly processes: number
}

export function runLaws(subject: Subject): void {
  describe(`the store on ${subject.name}`, () => {
    commitLaws(subject)
    versionLaws(subject)
    accessLaws(subject)
    journeyLaws(subject)
    searchLaws(subject)
    keepingLaws(subject)
    processLaws(subject)
  })
}
