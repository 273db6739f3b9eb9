// How much of a page its matches may take, so that what comes along with them has room on it.

import { limits } from '../config.ts'
import type { Version } from '../store/store.ts'

/** What comes along with a page of matches. */
export interface Along {
  readonly versions: readonly Version[]
  /** There would be more, but for its bytes. */
  readonly isOver: boolean
}

export const bytesOf = (versions: readonly Pick<Version, 'text'>[]): number =>
  versions.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

/** Each time that what comes along does not fit there are so many times fewer matches: what was read in vain stays little. */
const step = 4

/**
 * A page of `limits.page` bytes. What comes along has half of it, and what the matches leave of theirs; where it does not fit, the page
 * is read again with fewer matches, until each has on the page what belongs to it. Only with a single match something may be left out.
 */
export async function pageWithAlong<P extends Pick<Along, 'versions'>, A extends Along>(
  count: number,
  read: (count: number, bytes: number) => Promise<P>,
  along: (page: P, room: number) => Promise<A>,
): Promise<{ readonly page: P; readonly along: A }> {
  const half = limits.page / 2
  for (let most = count; ;) {
    const page = await read(most, half)
    const { length } = page.versions
    const theirs = await along(page, Math.max(half, limits.page - bytesOf(page.versions)))
    if (!theirs.isOver || length <= 1) return { page, along: theirs }
    most = Math.ceil(length / step)
  }
}
