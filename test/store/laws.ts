// The law book of the store: what every driver keeps.

import { describe } from 'vitest'
import type { Store } from '../../gateway/store/store.ts'
import { accessLaws } from './laws/access.ts'
import { byteLaws } from './laws/bytes.ts'
import { chainLaws } from './laws/chain.ts'
import { clauseLaws } from './laws/clauses.ts'
import { commitLaws } from './laws/commit.ts'
import { forgettingLaws } from './laws/forgetting.ts'
import { hiddenLaws } from './laws/hidden.ts'
import { historyLaws } from './laws/history.ts'
import { includeLaws } from './laws/include.ts'
import { journeyLaws } from './laws/journey.ts'
import { keepingLaws } from './laws/keeping.ts'
import { migrationLaws } from './laws/migrating.ts'
import { narrowingLaws } from './laws/narrowing.ts'
import { pagingLaws } from './laws/paging.ts'
import { processLaws } from './laws/processes.ts'
import { searchLaws } from './laws/search.ts'
import { versionLaws } from './laws/versions.ts'

export interface Subject {
  readonly name: string
  /** Where a new, empty store can be opened: the argument of `open`, also in another process. */
  fresh(): Promise<string>
  open(location: string, now?: () => number): Promise<Store>
  /** Where a database stands that a gateway left whose schema ended with this migration (earlier.ts). */
  earlier(migration: number): Promise<string>
  /** The number of the last migration. */
  readonly migrations: number
  /** How many processes write at once. */
  readonly processes: number
}

export function runLaws(subject: Subject): void {
  describe(`the store on ${subject.name}`, () => {
    commitLaws(subject)
    versionLaws(subject)
    historyLaws(subject)
    accessLaws(subject)
    hiddenLaws(subject)
    narrowingLaws(subject)
    journeyLaws(subject)
    searchLaws(subject)
    clauseLaws(subject)
    pagingLaws(subject)
    byteLaws(subject)
    includeLaws(subject)
    keepingLaws(subject)
    chainLaws(subject)
    forgettingLaws(subject)
    migrationLaws(subject)
    processLaws(subject)
  })
}
