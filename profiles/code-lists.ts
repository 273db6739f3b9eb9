// Value sets whose codes were listed at build time: what is of them is told without the terminology that they come from.

import type { Terminology } from './compiler/codes.ts'

/** By value set as it is asked for, and by code system. */
export type CodeLists = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** A longer list is not worth its room. */
const mostCodes = 300

/** The lists of those value sets that have one, in order. */
export function codeListsOf(valueSets: readonly string[], { membership, codesOf }: Terminology): CodeLists {
  const rows = [...new Set(valueSets)].toSorted().flatMap((url) => {
    const answers = membership(url)
    const lists = answers && 'has' in answers ? codesOf?.(url) : undefined
    if (!lists || [...lists.values()].reduce((sum, { size }) => sum + size, 0) > mostCodes) return []
    return [[url, Object.fromEntries([...lists].map(([system, codes]) => [system, [...codes]]))] as const]
  })
  return Object.fromEntries(rows)
}

/** Answers as `behind` does, which is asked only what the lists do not tell: a code that they lack, a value set that has none. */
export function listedFirst(lists: () => CodeLists, behind: Terminology): Terminology {
  const made = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()
  let all: CodeLists | undefined
  const codesOf = (valueSet: string): ReadonlyMap<string, ReadonlySet<string>> | undefined => {
    const known = made.get(valueSet)
    all ??= lists()
    const list = known ?? (Object.hasOwn(all, valueSet) ? setsOf(all[valueSet] ?? {}) : undefined)
    if (list) made.set(valueSet, list)
    return list
  }
  return {
    membership: (valueSet) => {
      const list = codesOf(valueSet)
      if (!list) return behind.membership(valueSet)
      const others = (system: string | undefined, code: string) => {
        const answers = behind.membership(valueSet)
        return answers && 'has' in answers ? answers.has(system, code) : undefined
      }
      return { has: (system, code) => isListed(list, system, code) || others(system, code) }
    },
    codesOf: (valueSet) => codesOf(valueSet) ?? behind.codesOf?.(valueSet),
  }
}

function setsOf(list: CodeLists[string]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(list).map(([system, codes]) => [system, new Set(codes)]))
}

function isListed(list: ReadonlyMap<string, ReadonlySet<string>>, system: string | undefined, code: string): boolean {
  if (system !== undefined) return list.get(system)?.has(code) === true
  for (const codes of list.values()) if (codes.has(code)) return true
  return false
}
