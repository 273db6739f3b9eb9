// The heads of the chains, countersigned: written into this process's own chain, and logged for whoever keeps them elsewhere.

import { chainActions, headName } from '../store/chain.ts'
import type { AuditHead, Instant, Store } from '../store/store.ts'
import type { Place } from './chain.ts'

export interface SignedHeads {
  /** The chain of the process that signed. */
  readonly writer: string
  readonly at: Instant
  readonly heads: readonly Place[]
}

export interface HeadsHouse {
  readonly store: Pick<Store, 'auditHeads' | 'writer' | 'commit'>
  readonly sign: (heads: SignedHeads) => Promise<string>
  readonly newId: () => string
  readonly now: () => Instant
  readonly log: { info(event: string, fields: { readonly jws: string }): void }
}

/**
 * One row that names this process's head and those of others that nobody has named yet; none where there is nothing to say.
 * Whoever cuts the tail of a chain must then cut the chains that name it too, and what stands in somebody's log.
 */
export async function countersign({ store, sign, newId, now, log }: HeadsHouse): Promise<void> {
  const heads = await store.auditHeads()
  if (!heads.some((head) => isNews(head, store.writer))) return
  const at = now()
  const jws = await sign({ writer: store.writer, at, heads: heads.map(({ writer, seq, hash }) => ({ writer, seq, hash })) })
  const row = { id: newId(), at, client: 'gateway', organization: 'gateway', request: '', reason: jws }
  await store.commit({ audit: [{ ...row, action: chainActions.heads, outcome: 'success', what: heads.map(headName) }] })
  log.info('audit-heads', { jws })
}

/** A process that only ever counted its own heads has nothing new to say of itself. */
const isNews = ({ writer, action }: AuditHead, own: string): boolean => writer !== own || !ofChains.includes(action)

const ofChains: readonly string[] = Object.values(chainActions)
