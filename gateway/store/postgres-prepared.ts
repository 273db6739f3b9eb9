// Names for statements that come again, so that PostgreSQL parses and plans each of them once per connection.

import { createHash } from 'node:crypto'

export interface Names {
  /**
   * The name under which this connection is to send the statement; undefined when it goes without. It is made of the text alone:
   * whoever shares a connection by way of a proxy means the same by it. The text holds no values, only `$1`, `$2` …
   */
  nameOf(connection: object, text: string): string | undefined
  /** Whether a connection holds as many statements as it may, and was asked for one more: it is to be replaced. */
  isFull(connection: object): boolean
  /** No names from here on. */
  stop(): void
}

/** What callers ask decides the shape of a search, and so its text: only what comes again gets a name. */
const usesBeforeName = 3
/** PostgreSQL keeps some 50 KB for each plan. */
const mostNames = 128
const mostTexts = 512
const longestText = 8_000

export function statementNames(): Names {
  const texts = new Map<string, { uses: number; name?: string }>()
  const held = new WeakMap<object, Set<string>>()
  const full = new WeakSet()
  let isStopped = false

  const seen = (text: string) => {
    const one = texts.get(text) ?? { uses: 0 }
    one.uses++
    texts.delete(text)
    texts.set(text, one) // the latest stands last: the first has not been asked for the longest time
    const [oldest] = texts.size > mostTexts ? texts.keys() : []
    if (oldest !== undefined) texts.delete(oldest)
    return one
  }
  return {
    nameOf(connection, text) {
      if (isStopped || text.length > longestText) return undefined
      const one = seen(text)
      if (one.uses < usesBeforeName) return undefined
      const name = (one.name ??= digestOf(text))
      const names = held.get(connection) ?? new Set()
      if (!names.has(name) && names.size >= mostNames) {
        full.add(connection)
        return undefined
      }
      held.set(connection, names.add(name))
      return name
    },
    isFull: (connection) => full.has(connection),
    stop: () => void (isStopped = true),
  }
}

/** PostgreSQL cuts names at 63 bytes. */
const digestOf = (text: string): string => `home_first_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
