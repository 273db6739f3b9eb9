// A store that answers the same question once within one plan.

import type { Store } from '../store/store.ts'

/** Within one plan who is a party where is asked once: a Bundle of thousands asks it of each of its entries. */
export function remembering(store: Store): Store {
  return {
    ...store,
    journeysOf: once(store.journeysOf),
    parties: once(store.parties),
    withholdings: once(store.withholdings),
  }
}

function once<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (name) => {
    const answer = answers.get(name) ?? ask(name)
    answers.set(name, answer)
    return answer
  }
}
