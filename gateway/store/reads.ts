// The reading half of the store, over whatever asks the database.

import { kinds, roles } from '../types.ts'
import { indexable } from './index-rows.ts'
import { claimKey, partsOf } from './known.ts'
import { fewResources, leadStatement, pageStatement, totalStatement, versionColumns } from './query.ts'
import { binder, type Statement } from './statement.ts'
import { visible } from './visible.ts'
import { bytesOf, numberOf, presentOf, textOf, wordOf } from './row.ts'
import type { Dialect, Row, Value } from './script.ts'
import type {
  Access,
  Clause,
  Audit,
  Message,
  MessageState,
  Outbox,
  Page,
  PartyRow,
  Query,
  Store,
  StoredAnswer,
  Version,
} from './store.ts'

export type Ask = (text: string, values: readonly Value[]) => Promise<readonly Row[]>

export function readsOf(ask: Ask, dialect: Dialect): Omit<Store, 'commit' | 'setSetting' | 'close'> {
  const run = ({ text, values }: Statement) => ask(text, values)
  const first = async (text: string, ...values: Value[]) => (await ask(text, values))[0]

  return {
    async read(access, type, id) {
      const [row] = await run(versions(access, type, id, () => 'v.version = r.version'))
      return row && versionOf(row)
    },
    async vread(access, type, id, version) {
      if (!Number.isSafeInteger(version)) return undefined
      const [row] = await run(versions(access, type, id, (bind) => `v.version = ${bind(version)}`))
      return row && versionOf(row)
    },
    async history(access, type, id) {
      return (await run(versions(access, type, id, () => '1 = 1'))).map(versionOf)
    },
    search: (access, query) => search(access, query, dialect, run),

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

    async message(id) {
      const row = await first('select * from message where id = $1', id)
      return row && messageOf(row, bytesOf(row, 'bytes'))
    },
    async messages(filter) {
      return (await run(messagesStatement(filter))).map((row) => messageOf(row, new Uint8Array()))
    },
    async audits(filter) {
      return (await run(auditsStatement(filter))).map(auditOf)
    },
    async outbox(limit) {
      return (await ask('select id, organization, resource, event from outbox order by seq limit $1', [limit])).map(outboxOf)
    },

    async setting(name) {
      const row = await first('select text from setting where name = $1', name)
      return row && textOf(row, 'text')
    },
  }
}

function versions(access: Access, type: string, id: string, which: (bind: (value: Value) => string) => string): Statement {
  const { values, bind } = binder()
  const text = `select ${versionColumns} from resource r join version v on v.rid = r.rid
    where r.type = ${bind(type)} and r.id = ${bind(id)} and ${which(bind)} and ${visible(access, 'r', bind)}
    order by v.version desc`
  return { text, values }
}

type Run = (statement: Statement) => Promise<readonly Row[]>

async function search(access: Access, query: Query, dialect: Dialect, run: Run): Promise<Page> {
  const lead = await leadOf(access, query, dialect, run)
  const rows = await run(pageStatement(access, query, dialect, lead))
  const page = { versions: rows.slice(0, query.count).map(versionOf), more: rows.length > query.count }
  if (!query.total) return page
  if (!query.after && !page.more) return { ...page, total: rows.length }
  const [row] = await run(totalStatement(access, query, dialect, lead))
  return { ...page, total: row ? numberOf(row, 'total') : 0 }
}

/** The clause that the fewest resources meet, if they are few. */
async function leadOf(access: Access, query: Query, dialect: Dialect, run: Run): Promise<Clause | undefined> {
  const { leads, statement } = leadStatement(access, query, dialect)
  if (leads.length === 0) return undefined
  const [row = {}] = await run(statement)
  const counted = leads.map((lead, i) => ({ lead, count: numberOf(row, `c${i}`) }))
  const fewest = counted.toSorted((a, b) => a.count - b.count)[0]
  return fewest && fewest.count < fewResources ? fewest.lead : undefined
}

function versionOf(row: Row): Version {
  return {
    type: textOf(row, 'type'),
    id: textOf(row, 'id'),
    version: numberOf(row, 'version'),
    at: textOf(row, 'at'),
    text: textOf(row, 'text'),
    deleted: numberOf(row, 'deleted') === 1,
    author: textOf(row, 'author'),
    kind: wordOf(kinds, row, 'kind'),
    ...presentOf(row, 'message', 'notes'),
  }
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
    from message where ${[...equal, ...short, '1 = 1'].join(' and ')} order by at desc, id desc limit ${bind(limit)}`
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

function auditsStatement({ organization, what, limit }: Parameters<Store['audits']>[0]): Statement {
  const { values, bind } = binder()
  const tests = [
    ...(organization === undefined ? [] : [`organization = ${bind(organization)}`]),
    ...(what === undefined ? [] : [`id in (select w.id from audit_what w where w.what = ${bind(indexable(what))})`]),
    '1 = 1',
  ]
  const text = `select * from audit where ${tests.join(' and ')} order by at desc, id desc limit ${bind(limit)}`
  return { text, values }
}

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
    ...presentOf(row, 'reason'),
  }
}

function outboxOf(row: Row): Outbox {
  return {
    id: textOf(row, 'id'),
    organization: textOf(row, 'organization'),
    resource: textOf(row, 'resource'),
    event: textOf(row, 'event'),
  }
}
