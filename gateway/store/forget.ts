// Giving up claims whose time is over, a few thousand at a time, so that nobody waits long behind it.

import type { Ask } from './reads.ts'
import type { Store } from './store.ts'

const mostAtOnce = 5_000

/** A holder that is no number, whoever wrote it, is left alone. */
const expired = `delete from claim where (space, key) in (
  select c.space, c.key from claim c
  where c.space = $1 and case when trim(c.holder, '0123456789') = '' and length(c.holder) between 1 and 15
    then cast(c.holder as bigint) < $2 else false end
  limit ${mostAtOnce}) returning 1 as gone`

export function forgetOn(ask: Ask): Store['forget'] {
  return async (space, before) => {
    let forgotten = 0
    for (;;) {
      const { length } = await ask(expired, [space, Math.floor(before)])
      forgotten += length
      if (length < mostAtOnce) return forgotten
    }
  }
}
