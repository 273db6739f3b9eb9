import type { Linked } from '../compiler/linked.ts'

/** The fast pass over R4 and our own profiles; see profiles/validation.ts. */
export function link(runtime: unknown): Linked
