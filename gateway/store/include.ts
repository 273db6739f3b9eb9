// What resources refer to by a search parameter, for `_include`.

import { versionColumns } from './query.ts'
import { listOf, type Dialect } from './script.ts'
import { partsOf } from './known.ts'
import { atMost, binder, type Statement } from './statement.ts'
import { mostIncludedBytes, type Access } from './store.ts'
import { visible } from './visible.ts'

export function includeStatement(
  access: Access,
  from: readonly string[],
  key: string,
  type: string | undefined,
  limit: number,
  dialect: Dialect,
): Statement {
  const { values, bind } = binder()
  const slash = `nullif(${dialect.position('i.value', `'/'`)}, 0)`
  const ofType = type === undefined ? '' : `and r.type = ${bind(type)}`
  const found = `select distinct r.rid from ${dialect.each(bind(listOf(from.map(partsOf))))}
    ${dialect.lookUp('resource', 's', 's.type = e.value->>0 and s.id = e.value->>1')}
    ${dialect.lookUp('search_index', 'i', `i.rid = s.rid and i.key = ${bind(key)}`)}
    ${dialect.lookUp('resource', 'r', `r.type = substr(i.value, 1, ${slash} - 1) and r.id = substr(i.value, ${slash} + 1)`)}
    where s.deleted = 0 and ${visible(access, { r: 's', type: '', by: 'search' }, bind)}
      and r.deleted = 0 ${ofType} and ${visible(access, { r: 'r', type: type ?? '', by: 'search' }, bind)}
    order by r.rid ${atMost(limit, bind)}`
  const text = `select ${versionColumns} from (${withinBytes(found, dialect)}) f
    ${dialect.lookUp('resource', 'r', 'r.rid = f.rid')}
    ${dialect.lookUp('version', 'v', 'v.rid = r.rid and v.version = r.version')} order by r.rid`
  return { text, values }
}

/**
 * Those with no more than so many bytes of text before them: whoever gets more than that knows that there may be others. Sizes alone
 * are looked at here, so that no text is read that is not given.
 */
function withinBytes(found: string, dialect: Dialect): string {
  const sizes = `select f.rid, sum(octet_length(v.text)) over (order by f.rid rows between unbounded preceding and 1 preceding) as before
    from (${found}) f ${dialect.lookUp('resource', 'r', 'r.rid = f.rid')}
    ${dialect.lookUp('version', 'v', 'v.rid = r.rid and v.version = r.version')}`
  return `select s.rid from (${sizes}) s where s.before is null or s.before <= ${mostIncludedBytes}`
}
