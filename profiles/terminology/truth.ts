// Three-valued truth: yes, no, and what cannot be told from what is here.

/** undefined: cannot be told. */
export type Truth = boolean | undefined

/** Kleene's conjunction: one no is enough, however little is known of the rest. */
export function and(first: Truth, second: Truth): Truth {
  if (first === false || second === false) return false
  return first === true && second === true ? true : undefined
}

export function or(first: Truth, second: Truth): Truth {
  if (first === true || second === true) return true
  return first === false && second === false ? false : undefined
}

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
