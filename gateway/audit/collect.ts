// Audit rows of requests that are answered at about the same time, written in one commit.

import type { Audit, Store } from '../store/store.ts'

export interface AuditCollector {
  /** A request has come in, and has been answered. */
  begin(): void
  end(): void
  /** Resolves when the row is durable: nobody is answered before. */
  write(row: Audit): Promise<void>
}

/** For so long a row waits for those of other requests that are under way; alone it waits for nobody. */
const longestWaitMs = 2
const mostRows = 64

/** A commit costs the disk as much for one row as for fifty, and a read has nothing else to write. */
export function auditCollector(store: Pick<Store, 'commit'>): AuditCollector {
  let underWay = 0
  let rows: Audit[] = []
  let shared: Promise<void> | undefined
  let go: () => void = () => undefined

  /** One promise for all rows of a commit; it begins when all who are under way wait for it, or when it has waited long enough. */
  function gathering(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longestWaitMs)
      go = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    return ready.then(async () => {
      const audit = rows
      rows = []
      shared = undefined
      await store.commit({ audit })
    })
  }

  return {
    begin() {
      underWay += 1
    },
    end() {
      underWay -= 1
      if (rows.length > 0 && rows.length >= underWay) go()
    },
    write(row) {
      rows.push(row)
      const waiting = (shared ??= gathering())
      if (rows.length >= Math.min(underWay, mostRows)) go()
      return waiting
    },
  }
}
