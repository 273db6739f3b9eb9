// The access predicate, which every read of a resource joins.

import { kinds, roles } from '../types.ts'
import { none, some, type Bind } from './statement.ts'
import type { Access } from './store.ts'

/**
 * True of a row of `resource` (under the alias `r`) that the caller may see. There is no other place where this is decided:
 * what is withheld is hidden whatever else holds; otherwise the directory is open, and a resource is seen by its authors, by
 * those it is addressed to, and by the parties of its journeys as far as their role sees its kind.
 */
export function visible(access: Access, r: string, bind: Bind): string {
  if (access.as === 'gateway') return '1 = 1'
  const organization = bind(access.organization)
  const withheld = `from withholding w where w.organization = ${organization} and (
    w.resource = ${r}.type || '/' || ${r}.id
    or w.resource in (select 'EpisodeOfCare/' || m.journey from membership m where m.rid = ${r}.rid))`
  const reading = `from reader a where a.organization = ${organization} and a.rid = ${r}.rid`
  const taking = `from party p where p.journey = m.journey and p.organization = ${organization}
    and (p.until is null or p.until > ${bind(access.at)})
    and p.role || ' ' || ${r}.kind in (${granted(access.sees)})`
  const partaking = `from membership m where m.rid = ${r}.rid and ${some(taking)}`
  return `(${none(withheld)} and (${r}.kind = 'directory' or ${some(reading)} or ${some(partaking)}))`
}

/** The pairs of role and kind that are granted, as literals: only words of our own tables get in. */
function granted(sees: Extract<Access, { as: 'organization' }>['sees']): string {
  const pairs = roles.flatMap((role) => kinds.filter((kind) => sees[role].includes(kind)).map((kind) => `'${role} ${kind}'`))
  return pairs.join(', ') || `''`
}
