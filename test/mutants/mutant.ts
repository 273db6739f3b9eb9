// What a mutant is: one fault, seeded into one file of the gateway as it is loaded.

export interface Edit {
  /** Stands exactly once in the file; where it does not, the mutant is stale and the build fails. */
  readonly find: string
  readonly replace: string
}

export interface Mutant extends Edit {
  readonly id: string
  /** From the top of the repository. */
  readonly file: string
  /** What is wrong with a server that has it. */
  readonly claim: string
  /** Where one fault takes more than one edit, because the gateway holds to the rule in two places of the file. */
  readonly more?: readonly Edit[]
}

/** Mutants of one file, each a row: id, what is wrong, what is found, what stands there instead. */
export function mutantsOf(
  file: string,
  rows: readonly (readonly [id: string, claim: string, find: string, replace: string, more?: readonly Edit[]])[],
): readonly Mutant[] {
  return rows.map(([id, claim, find, replace, more]) => ({ id, file, claim, find, replace, ...(more && { more }) }))
}

/** The file's text with the fault in it. */
export function mutated(text: string, { find, replace, more = [] }: Mutant): string {
  return [{ find, replace }, ...more].reduce((changed, edit) => changed.replace(edit.find, () => edit.replace), text)
}
