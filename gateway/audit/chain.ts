// Whether rows of the audit follow from each other, and what they say of other chains: pure.

import { chainActions, headNamed, linkHash } from '../store/chain.ts'
import type { AuditHead, AuditLink } from '../store/store.ts'

/**
 * changed: a row is not what was written, or not where it was · missing: rows in the middle or at the beginning are gone · cut: a
 * head that was named is not there (a tail, or a whole chain) · rewritten: another row stands where a head was named ·
 * signature: heads are not as they were signed · added: rows that no chain holds · unlisted: a row that stands, but is not found
 * by what it names, so that whoever asks who saw a record would not be told of it
 */
export type Fault = 'changed' | 'missing' | 'cut' | 'rewritten' | 'signature' | 'added' | 'unlisted'

export interface Finding {
  readonly fault: Fault
  readonly writer: string
  /** The first and the last row that it is about. */
  readonly from: number
  readonly to: number
  /** The row's id, or the place where the head was named. */
  readonly where: string
}

/** A place in a chain. */
export type Place = Pick<AuditHead, 'writer' | 'seq' | 'hash'>

export interface Followed {
  readonly findings: readonly Finding[]
  /** From where the next row is followed: as it stands, so that one change is found once. */
  readonly place: Place
}

/** Links come in the order of the chains; `before` is undefined at the first. */
export function follow(before: Place | undefined, link: AuditLink): Followed {
  const { writer, seq, hash, values } = link
  const place = { writer, seq, hash }
  const last = before?.writer === writer ? before : { writer, seq: 0, hash: '' }
  const where = String(values['id'])
  if (seq !== last.seq + 1) {
    return { findings: [{ fault: 'missing', writer, from: last.seq + 1, to: seq - 1, where: `before ${where}` }], place }
  }
  const isAsWritten = linkHash(last.hash, values) === hash && (seq > 1 || values['action'] === chainActions.start)
  return { findings: isAsWritten ? [] : [{ fault: 'changed', writer, from: seq, to: seq, where }], place }
}

/** The heads that a row names. */
export function headsIn({ values }: AuditLink): readonly Place[] {
  return namesIn(values).flatMap((name) => headNamed(name) ?? [])
}

/** How many rows there were before any chain, where the row says so. */
export function unchainedIn({ values }: AuditLink): number | undefined {
  const [, count] =
    namesIn(values)
      .map((name) => /^unchained (\d+)$/.exec(name) ?? [])
      .find(([found]) => found !== undefined) ?? []
  return count === undefined ? undefined : Number(count)
}

function namesIn(values: AuditLink['values']): readonly string[] {
  const { action } = values
  return action === chainActions.start || action === chainActions.heads ? namedIn(values) : []
}

/** All that the row names. */
export function namedIn({ what }: AuditLink['values']): readonly string[] {
  try {
    const names: unknown = JSON.parse(String(what))
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  } catch {
    return [] // a row that is not what was written is found as changed
  }
}

/** What became of a head that was named. */
export function missed(head: Place, found: string | undefined, where: string): Finding | undefined {
  if (found === head.hash) return undefined
  const fault = found === undefined ? 'cut' : 'rewritten'
  return { fault, writer: head.writer, from: head.seq, to: head.seq, where }
}
