// The reading half of the store, over whatever asks the database.

import { roles } from '../types.ts'
import { auditReads } from './audit-reads.ts'
import { chainActions } from './chain.ts'
import { groundReads } from './ground-reads.ts'
import { history, isReached } from './history.ts'
import { includeStatement } from './include.ts'
import { indexable } from './index-rows.ts'
import { claimKey, partsOf } from './known.ts'
import { versionColumns } from './query.ts'
import { search } from './search.ts'
import { atMost, binder, type Bind, type Statement } from './statement.ts'
import { versionOf } from './version-row.ts'
import { versionVisible, visible } from './visible.ts'
import { bytesOf, presentOf, textOf, wordOf } from './row.ts'
import { listOf, type Dialect, type Row, type Value } from './script.ts'
import type {
  Access,
  Audit,
  AuditFilter,
  Message,
  MessageState,
  Outbox,
  PartyRow,
  Store,
  StoredAnswer,
  Withholding,
} from './store.ts'

export type Ask = (text: string, values: readonly Value[]) => Promise<readonly Row[]>

export function readsOf(
  ask: Ask,
  dialect: Dialect,
  writer: string,
): Omit<Store, 'commit' | 'setSetting' | 'forget' | 'reindex' | 'ready' | 'close'> {
  const run = ({ text, values }: Statement) => ask(text, values)
  const first = async (text: string, ...values: Value[]) => (await ask(text, values))[0]

  return {
    async read(access, type, id) {
      const [row] = await run(versions(access, type, id, () => 'v.version = r.version'))
      return row && versionOf(row)
    },
    async vread(access, type, id, version) {
      if (!Number.isSafeInteger(version)) return undefined
      const [row] = await run(
        versions(
          access,
          type,
          id,
          (bind) => `v.version = ${bind(version)} and ${versionVisible(access, { r: 'r', v: 'v' }, bind)}`,
        ),
      )
      return row && isReached(access, 'read', row) ? versionOf(row) : undefined
    },
    history: (access, of, asked) => history(access, of, asked, dialect, run),
    search: (access, query) => search(access, query, dialect, run),
    async include(access, from, key, type, limit) {
      if (from.length === 0 || limit < 1) return []
      return (await run(includeStatement(access, from, key, type, limit, dialect))).map(versionOf)
    },

    async holder(space, key) {
      const row = await first('select holder from claim where space = $1 and key = $2', space, claimKey(key))
      return row && textOf(row, 'holder')
    },
    async journeysOf(resource) {
      const rows = await ask(
        `select m.journey from resource r join membership m on m.rid = r.rid where r.type = $1 and r.id = $2 order by m.journey`,
        partsOf(resource),
      )
      return rows.map((row) => textOf(row, 'journey'))
    },
    async parties(journey) {
      return (await ask('select * from party where journey = $1 order by seq', [journey])).map(partyOf)
    },
    async withholdings(resource) {
      const rows = await ask('select * from withholding where resource = $1 order by organization, source', [resource])
      return rows.map(withholdingOf)
    },

    async message(id) {
      const row = await first('select * from message where id = $1', id)
      return row && messageOf(row, bytesOf(row, 'bytes'))
    },
    async messages(filter) {
      return (await run(messagesStatement(filter))).map((row) => messageOf(row, new Uint8Array()))
    },
    async audits(filter) {
      return (await run(auditsStatement(filter, dialect))).map(auditOf)
    },
    ...auditReads(ask, dialect, writer),
    ...groundReads(ask),
    async outbox(limit, of) {
      return (await run(outboxStatement(limit, of, dialect))).map(outboxOf)
    },

    async setting(name) {
      const row = await first('select text from setting where name = $1', name)
      return row && textOf(row, 'text')
    },
  }
}

function versions(access: Access, type: string, id: string, which: (bind: (value: Value) => string) => string): Statement {
  const { values, bind } = binder()
  const text = `select ${versionColumns}, r.version as standing from resource r join version v on v.rid = r.rid
    where r.type = ${bind(type)} and r.id = ${bind(id)} and ${which(bind)} and ${visible(access, { r: 'r', type, by: 'read' }, bind)}`
  return { text, values }
}

function partyOf(row: Row): PartyRow {
  return {
    journey: textOf(row, 'journey'),
    organization: textOf(row, 'organization'),
    role: wordOf(roles, row, 'role'),
    source: textOf(row, 'source'),
    since: textOf(row, 'since'),
    ...presentOf(row, 'until'),
  }
}

function withholdingOf(row: Row): Withholding {
  return {
    resource: textOf(row, 'resource'),
    organization: textOf(row, 'organization'),
    reason: textOf(row, 'reason'),
    source: textOf(row, 'source'),
  }
}

const messageStates = ['accepted', 'quarantined', 'rejected', 'filtered'] as const satisfies readonly MessageState[]

function messagesStatement(filter: Parameters<Store['messages']>[0]): Statement {
  const { values, bind } = binder()
  const { control, limit } = filter
  const equal = (['organization', 'state', 'client', 'channel', 'control'] as const).flatMap((column) => {
    const value = filter[column]
    return value === undefined ? [] : [`${column} = ${bind(value)}`]
  })
  const short = control === undefined ? [] : [`substr(control, 1, 200) = substr(${bind(control)}, 1, 200)`]
  const text = `select id, client, organization, channel, control, digest, at, content_type, state, owner, reason, answer, issues, ledger
    from message where ${[...equal, ...short, '1 = 1'].join(' and ')} order by at desc, id desc ${atMost(limit, bind)}`
  return { text, values }
}

function messageOf(row: Row, bytes: Uint8Array): Message {
  return {
    id: textOf(row, 'id'),
    client: textOf(row, 'client'),
    organization: textOf(row, 'organization'),
    channel: textOf(row, 'channel'),
    control: textOf(row, 'control'),
    digest: textOf(row, 'digest'),
    at: textOf(row, 'at'),
    contentType: textOf(row, 'content_type'),
    bytes,
    state: wordOf(messageStates, row, 'state'),
    ...presentOf(row, 'owner', 'reason'),
    answer: answerOf(textOf(row, 'answer')),
    issues: textOf(row, 'issues'),
    ledger: textOf(row, 'ledger'),
  }
}

/** The store wrote it itself. */
function answerOf(json: string): StoredAnswer {
  return JSON.parse(json) as StoredAnswer
}

function auditsStatement(filter: AuditFilter, dialect: Dialect): Statement {
  const { organization, what, anyOf, id, from, until, after, oldestFirst, limit } = filter
  const { values, bind } = binder()
  const [direction, beyond] = oldestFirst ? ['asc', '>'] : ['desc', '<']
  const tests = [
    ...(organization === undefined ? [] : [`organization = ${bind(organization)}`]),
    ...(what === undefined ? [] : [`id in (select w.id from audit_what w where w.what = ${bind(indexable(what))})`]),
    ...(anyOf === undefined ? [] : [`id in (${touching(anyOf, bind, dialect)})`]),
    ...(id === undefined ? [] : [`id = ${bind(id)}`]),
    ...(from === undefined ? [] : [`at >= ${bind(from)}`]),
    ...(until === undefined ? [] : [`at <= ${bind(until)}`]),
    ...(after === undefined ? [] : [`(at, id) ${beyond} (${bind(after.at)}, ${bind(after.id)})`]),
    `action not in ('${Object.values(chainActions).join("', '")}')`,
  ]
  const text = `select * from audit where ${tests.join(' and ')} order by at ${direction}, id ${direction} ${atMost(limit, bind)}`
  return { text, values }
}

const touching = (those: readonly string[], bind: Bind, dialect: Dialect): string =>
  `select w.id from ${dialect.each(bind(listOf(those.map((one) => [indexable(one)]))))} cross join audit_what w where w.what = e.value->>0`

const outcomes = ['success', 'refused', 'error'] as const satisfies readonly Audit['outcome'][]

function auditOf(row: Row): Audit {
  return {
    id: textOf(row, 'id'),
    at: textOf(row, 'at'),
    client: textOf(row, 'client'),
    organization: textOf(row, 'organization'),
    action: textOf(row, 'action'),
    outcome: wordOf(outcomes, row, 'outcome'),
    what: JSON.parse(textOf(row, 'what')) as string[],
    request: textOf(row, 'request'),
    ...presentOf(row, 'reason', 'purpose', 'practitioner', 'stated'),
  }
}

function outboxStatement(limit: number, of: readonly string[] | undefined, dialect: Dialect): Statement {
  const { values, bind } = binder()
  const those = of && `where resource in (select e.value->>0 from ${dialect.each(bind(listOf(of.map((one) => [one]))))})`
  const text = `select id, organization, resource, event from outbox ${those ?? ''} order by seq ${atMost(limit, bind)}`
  return { text, values }
}

function outboxOf(row: Row): Outbox {
  return {
    id: textOf(row, 'id'),
    organization: textOf(row, 'organization'),
    resource: textOf(row, 'resource'),
    event: textOf(row, 'event'),
  }
}
