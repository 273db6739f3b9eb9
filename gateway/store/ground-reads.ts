// What an organisation is to a resource, for whoever accounts for an access after the fact.

import { kinds } from '../types.ts'
import { partsOf } from './known.ts'
import type { Ask } from './reads.ts'
import { numberOf, textOf, wordOf } from './row.ts'
import type { Store } from './store.ts'

export function groundReads(ask: Ask): Pick<Store, 'members' | 'standing'> {
  return {
    async members(journey) {
      const rows = await ask(
        'select r.type, r.id from membership m join resource r on r.rid = m.rid where m.journey = $1 order by r.rid',
        [journey],
      )
      return rows.map((row) => `${textOf(row, 'type')}/${textOf(row, 'id')}`)
    },
    async standing(resource, organization) {
      const [row] = await ask(
        `select r.kind,
          (select count(*) from reader a where a.organization = $3 and a.rid = r.rid and a.why = 'author') as author,
          (select count(*) from reader a where a.organization = $3 and a.rid = r.rid and a.why = 'addressed') as addressed,
          (select count(*) from withholding w where w.organization = $3 and (w.resource = r.type || '/' || r.id
            or w.resource in (select 'EpisodeOfCare/' || m.journey from membership m where m.rid = r.rid))) as withheld
        from resource r where r.type = $1 and r.id = $2`,
        [...partsOf(resource), organization],
      )
      if (!row) return undefined
      const [isAuthor, isAddressed, isWithheld] = [
        numberOf(row, 'author') > 0,
        numberOf(row, 'addressed') > 0,
        numberOf(row, 'withheld') > 0,
      ]
      return { kind: wordOf(kinds, row, 'kind'), isAuthor, isAddressed, isWithheld }
    },
  }
}
