// Requests that come when they come: evenly spaced, whether the ones before are answered or not.

import { setTimeout } from 'node:timers/promises'
import { Pool } from 'undici'

export interface Shot {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

export interface Paced {
  readonly tookMs: readonly number[]
  readonly seconds: number
  readonly failed: number
}

/**
 * autocannon's rates let every connection fire at the same moment, so that sixteen requests queue where there should be one: what it
 * calls half load is a burst at full load. Here the i-th is due at i/perSecond, and its time counts from then, also when it had to
 * wait for a connection.
 */
export async function paced(
  url: string,
  pace: { readonly perSecond: number; readonly amount: number; readonly connections: number },
  next: () => Shot,
  isGood: (status: number, body: string) => boolean,
): Promise<Paced> {
  const pool = new Pool(url, { connections: pace.connections, pipelining: 1 })
  const tookMs: number[] = []
  let failed = 0
  const began = performance.now()
  const ask = async (dueMs: number): Promise<void> => {
    try {
      const { method, path, headers, body = null } = next()
      const answer = await pool.request({ method, path, headers, body })
      if (!isGood(answer.statusCode, await answer.body.text())) failed++
    } catch {
      failed++
    }
    tookMs.push(performance.now() - began - dueMs)
  }
  const asked: Promise<void>[] = []
  while (asked.length < pace.amount) {
    const now = performance.now() - began
    for (let due = dueOf(asked.length); due <= now && asked.length < pace.amount; due = dueOf(asked.length)) asked.push(ask(due))
    await setTimeout(1)
  }
  await Promise.all(asked)
  const seconds = (performance.now() - began) / 1000
  await pool.close()
  return { tookMs, seconds, failed }

  function dueOf(i: number): number {
    return (i * 1000) / pace.perSecond
  }
}
