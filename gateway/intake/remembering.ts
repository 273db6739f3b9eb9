// A store that answers the same question once within one plan, and none about what the plan has only just made up.

import type { Clause, Page, Query, Store } from '../store/store.ts'

/**
 * Within one plan who is a party where is asked once: a Bundle of thousands asks it of each of its entries. Of an id that this plan
 * gave out nothing is stored and nothing stored refers to it (`isFresh`, of `Type/id` or the id alone), so that is not asked at all.
 */
export function remembering(store: Store, isFresh: (reference: string) => boolean): Store {
  return {
    ...store,
    journeysOf: once(store.journeysOf, isFresh),
    parties: once(store.parties, isFresh),
    withholdings: once(store.withholdings, isFresh),
    search: (access, query) =>
      query.where.some(isOfFresh(isFresh)) ? Promise.resolve(nothing(query)) : store.search(access, query),
  }
}

function once<T>(
  ask: (name: string) => Promise<readonly T[]>,
  isFresh: (name: string) => boolean,
): (name: string) => Promise<readonly T[]> {
  const answers = new Map<string, Promise<readonly T[]>>()
  return (name) => {
    if (isFresh(name)) return none
    const answer = answers.get(name) ?? ask(name)
    answers.set(name, answer)
    return answer
  }
}

const none: Promise<readonly never[]> = Promise.resolve([])

const isOfFresh =
  (isFresh: (reference: string) => boolean) =>
  (clause: Clause): boolean =>
    clause.on === 'reference' && clause.any.every(isFresh)

const nothing = ({ total }: Query): Page => ({ versions: [], ...(total && { total: 0 }) })
