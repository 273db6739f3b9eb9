// A transaction on PostgreSQL whose statements need not wait for each other's answers.

import type pg from 'pg'
import { hasLostConnection, Unanswered } from './postgres-faults.ts'

/**
 * `first` goes with the beginning. Whoever holds the clock's row makes all other writers wait: the limits see to it that a process
 * that hangs, or a network that fell silent, does not hold it for long. Acknowledged means durable, even where the database's
 * own default is not. The connection is one that sends without waiting (`pipeline`), or `work` waits for each answer itself.
 */
export async function transaction<T>(client: pg.PoolClient, first: string, work: (sent: Sent) => Promise<T>): Promise<T> {
  const begun = client.query(`begin isolation level read committed;
    set local lock_timeout = '5s';
    set local statement_timeout = '25s';
    set local idle_in_transaction_session_timeout = '10s';
    select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off';
    ${first}`)
  const sent = sentAfter(begun)
  let result: T
  try {
    result = await work(sent)
    await begun
  } catch (error) {
    if (!hasLostConnection(error)) await client.query('rollback')
    throw error
  }
  await commit(client, sent)
  return result
}

/** COMMIT goes behind all that is under way: where some of that has failed, it rolls back. */
async function commit(client: pg.PoolClient, sent: Sent): Promise<void> {
  const { command } = await sent.answered(client.query('commit')).catch((error: unknown) => {
    throw hasLostConnection(error) ? new Unanswered(error) : error
  })
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
}

/** What is under way in a transaction: PostgreSQL answers in order, and whatever follows a fault fails because of it. */
export interface Sent {
  /** Nothing that writes goes before this: without a transaction it would stand by itself. */
  readonly begun: Promise<unknown>
  /** The next statement does not wait for this one's answer. */
  ahead(answer: Promise<unknown>): void
  /** The answer, once all that went ahead is answered well; otherwise the first fault. */
  answered<T>(answer: Promise<T>): Promise<T>
}

function sentAfter(begun: Promise<unknown>): Sent {
  const under: Promise<unknown>[] = []
  const ahead = (answer: Promise<unknown>) => {
    answer.catch(() => undefined) // told by whoever waits next
    under.push(answer)
  }
  ahead(begun)
  return {
    begun,
    ahead,
    async answered(answer) {
      const settled = await Promise.allSettled([...under.splice(0), answer])
      const fault = settled.find(({ status }) => status === 'rejected')
      if (fault?.status === 'rejected') throw fault.reason
      return answer
    },
  }
}
