// The table of the store's tables: the columns that a row is written with, and what happens when the row is there already.

export type ColumnType = 'text' | 'bigint' | 'bytea'

export interface Table {
  readonly columns: Readonly<Record<string, ColumnType>>
  /** SQL after the values; without it a row that is there already is a fault. */
  readonly clash?: string
  /**
   * Rows clash with each other only, in these columns: those that were there before have been taken away. PostgreSQL is told, as
   * it would look for each of them; in this order they are soonest in their index.
   */
  readonly newBy?: string
  /** Holds long texts or bytes, which PostgreSQL takes far faster one by one than within an array. */
  readonly isWide?: true
}

const kept = 'on conflict do nothing'

export const tables = {
  clock: {
    columns: { one: 'bigint', last: 'bigint', serial: 'bigint' },
    clash: 'on conflict (one) do update set last = excluded.last, serial = excluded.serial',
  },
  resource: {
    columns: {
      rid: 'bigint',
      type: 'text',
      id: 'text',
      kind: 'text',
      version: 'bigint',
      updated: 'text',
      deleted: 'bigint',
    },
    clash:
      'on conflict (rid) do update set kind = excluded.kind, version = excluded.version, updated = excluded.updated, deleted = excluded.deleted',
  },
  version: {
    columns: {
      rid: 'bigint',
      version: 'bigint',
      at: 'text',
      text: 'text',
      deleted: 'bigint',
      author: 'text',
      message: 'text',
      notes: 'text',
    },
    isWide: true,
  },
  draft: { columns: { rid: 'bigint', version: 'bigint' } },
  history: { columns: { type: 'text', at: 'text', rid: 'bigint', version: 'bigint' } },
  search_index: {
    columns: { rid: 'bigint', key: 'text', value: 'text', other: 'text' },
    clash: kept,
    newBy: 'key, value, rid, other',
  },
  reader: { columns: { organization: 'text', rid: 'bigint', why: 'text' }, clash: kept },
  membership: { columns: { rid: 'bigint', journey: 'text' }, clash: kept },
  party: {
    columns: {
      seq: 'bigint',
      journey: 'text',
      organization: 'text',
      role: 'text',
      source: 'text',
      since: 'text',
      until: 'text',
    },
    clash: kept,
  },
  withholding: { columns: { organization: 'text', resource: 'text', source: 'text', reason: 'text' }, clash: kept },
  claim: { columns: { space: 'text', key: 'text', holder: 'text' } },
  message: {
    columns: {
      id: 'text',
      client: 'text',
      organization: 'text',
      channel: 'text',
      control: 'text',
      digest: 'text',
      at: 'text',
      content_type: 'text',
      bytes: 'bytea',
      state: 'text',
      owner: 'text',
      reason: 'text',
      answer: 'text',
      issues: 'text',
      ledger: 'text',
    },
    isWide: true,
  },
  audit: {
    columns: {
      id: 'text',
      at: 'text',
      client: 'text',
      organization: 'text',
      action: 'text',
      outcome: 'text',
      what: 'text',
      request: 'text',
      reason: 'text',
      purpose: 'text',
      practitioner: 'text',
      stated: 'text',
      writer: 'text',
      seq: 'bigint',
      hash: 'text',
    },
  },
  audit_what: { columns: { what: 'text', id: 'text' }, clash: kept, newBy: 'what, id' },
  setting: { columns: { name: 'text', text: 'text' } },
  outbox: { columns: { seq: 'bigint', id: 'text', organization: 'text', resource: 'text', event: 'text' } },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables

/** The table by its name, with the names of its columns in the order in which values are given. */
export function tableOf(name: TableName): Table & { readonly names: readonly string[] } {
  const table: Table = tables[name]
  return { ...table, names: Object.keys(table.columns) }
}
