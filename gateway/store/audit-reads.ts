// Reading the chains of the audit, row by row as they stand.

import { auditHead, mostHeads, unnamedHeads } from './chain.ts'
import { indexable } from './index-text.ts'
import type { Ask } from './reads.ts'
import { numberOf, textOf } from './row.ts'
import { listOf, type Dialect, type Row } from './script.ts'
import type { AuditLink, Store } from './store.ts'
import { tableOf } from './tables.ts'

type AuditReads = Pick<Store, 'writer' | 'auditHeads' | 'auditLinks' | 'auditHashes' | 'unlisted' | 'unchained'>

export function auditReads(ask: Ask, dialect: Dialect, writer: string): AuditReads {
  return {
    writer,
    async auditHeads() {
      return (await ask(unnamedHeads, [writer, mostHeads])).map(auditHead)
    },
    async auditLinks(after, limit) {
      const rows = await ask(
        `select * from audit where writer >= $1 and (writer, seq) > ($1, $2) order by writer, seq limit $3`,
        [after?.writer ?? '', after?.seq ?? 0, limit],
      )
      return rows.map(linkOf)
    },
    async auditHashes(places) {
      const rows = await ask(
        `select a.writer, a.seq, a.hash from ${dialect.each('$1')} cross join audit a
         where a.writer = e.value->>0 and a.seq = cast(e.value->>1 as bigint)`,
        [listOf(places.map((place) => [place.writer, place.seq]))],
      )
      const found = new Map(rows.map((row) => [`${textOf(row, 'writer')} ${numberOf(row, 'seq')}`, textOf(row, 'hash')]))
      return places.map((place) => found.get(`${place.writer} ${place.seq}`))
    },
    async unlisted(links) {
      const named = links.flatMap(({ id, what }) => what.map((one) => [indexable(one), id]))
      const rows = await ask(
        `select distinct e.value->>1 as id from ${dialect.each('$1')}
         where (select 1 from audit_what w where w.what = e.value->>0 and w.id = e.value->>1 limit 1) is null`,
        [listOf(named)],
      )
      return new Set(rows.map((row) => textOf(row, 'id')))
    },
    async unchained() {
      const [row] = await ask('select count(*) as unchained from audit where writer is null', [])
      return row ? numberOf(row, 'unchained') : 0
    },
  }
}

/** Nothing is taken on trust here: a hash or a number that somebody took away is one that does not fit. */
function linkOf(row: Row): AuditLink {
  const values = Object.fromEntries(
    tableOf('audit').names.flatMap((name) => {
      const value = row[name]
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []
    }),
  )
  return { writer: textOf(row, 'writer'), seq: Number(values['seq'] ?? 0), hash: String(values['hash'] ?? ''), values }
}
