// How plans share a commit: who goes with whom, what is too much, and what one failure means for the others.

import { setImmediate as nextTurn } from 'node:timers'
import { setImmediate as turnOver, setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { groupCommit } from '../../gateway/store/group-commit.ts'
import { StoreUnavailable, type Committed, type Plan } from '../../gateway/store/store.ts'
import { message, write } from './plans.ts'

const fine: Committed = { ok: true, at: '2026-01-01T00:00:00.000000Z' }
const named = (id: string): Plan => ({ writes: [write('Task', id)] })
const nameOf = (plan: Plan) => plan.writes?.[0]?.id ?? plan.message?.id ?? ''

/** A group over a database that fails for the plans of these names; what it was run with is kept. */
function groupOn(failing: Record<string, Error> = {}) {
  const runs: string[][] = []
  const group = groupCommit((plans) => {
    runs.push(plans.map(nameOf))
    const error = plans.map((plan) => failing[nameOf(plan)]).find((one) => one !== undefined)
    return error ? Promise.reject(error) : Promise.resolve(plans.map(() => fine))
  })
  return { group, runs }
}

describe('a group commit', () => {
  it('takes the plans of one moment together, in their order and up to 64', async () => {
    const { group, runs } = groupOn()
    const names = Array.from({ length: 130 }, (_, i) => String(i))
    await Promise.all(names.map((name) => group.commit(named(name))))
    expect(runs.map(({ length }) => length)).toEqual([64, 64, 2])
    expect(runs.flat()).toEqual(names)
  })

  it('waits for those that come turn by turn, and not for who comes after a turn in which nobody came', async () => {
    // A machine that is busy elsewhere must not end the wait.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    onTestFinished(() => clock.mockRestore())
    const { group, runs } = groupOn()
    const answers: Promise<Committed>[] = []
    // In each turn it comes before the group looks whether anybody came.
    const come = (names: readonly string[]): void => {
      const [name, ...others] = names
      if (name === undefined) return
      nextTurn(() => come(others))
      answers.push(group.commit(named(name)))
    }
    come(['a', 'b', 'c'])
    while (runs.length === 0) await turnOver()
    await Promise.all([...answers, group.commit(named('later'))])
    expect(runs).toEqual([['a', 'b', 'c'], ['later']])
  })

  it('leaves with half of those who were around, so that the others plan while it commits', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    onTestFinished(() => clock.mockRestore())
    const { group, runs } = groupOn()
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    await Promise.all(names.map((name) => group.commit(named(name))))
    const answers: Promise<Committed>[] = []
    const come = ([name, ...others]: readonly string[]): void => {
      if (name === undefined) return
      nextTurn(() => come(others))
      answers.push(group.commit(named(name)))
    }
    come(names)
    while (answers.length < names.length) await turnOver()
    await Promise.all(answers)
    expect(runs.slice(0, 2)).toEqual([names, ['a', 'b', 'c', 'd']])
    expect(runs.slice(2).flat()).toEqual(['e', 'f', 'g', 'h'])
  })

  it('does not wait for ever where they keep coming', async () => {
    const { group, runs } = groupOn()
    const answers: Promise<Committed>[] = []
    // To plan takes five milliseconds, and there is always another.
    const come = (left: number): void => {
      if (left === 0) return
      nextTurn(() => come(left - 1))
      for (const until = performance.now() + 5; performance.now() < until;) continue
      answers.push(group.commit(named(String(left))))
    }
    come(30)
    while (answers.length < 30) await setTimeout(5)
    await Promise.all(answers)
    expect(runs.flat().length).toBe(30)
    expect(runs[0]?.length).toBeLessThan(15)
  })

  it('takes no more at once than memory and wire carry, but always at least one', async () => {
    const { group, runs } = groupOn()
    const bytes = new Uint8Array(20 * 1024 * 1024)
    await Promise.all(['a', 'b', 'c'].map((id) => group.commit({ message: message({ id, bytes }) })))
    expect(runs).toEqual([['a'], ['b'], ['c']])
    const huge = message({ id: 'huge', bytes: new Uint8Array(40 * 1024 * 1024) })
    expect(await group.commit({ message: huge })).toEqual(fine)
  })

  it('refuses what is too much to wait, and takes plans again when there is room', async () => {
    const { group, runs } = groupOn()
    const answers = await Promise.allSettled(Array.from({ length: 10_050 }, (_, i) => group.commit(named(String(i)))))
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused.length).toBe(50)
    expect(refused.every(({ reason }) => reason instanceof StoreUnavailable)).toBe(true)
    expect(runs.flat().length).toBe(10_000)
    expect(await group.commit(named('later'))).toEqual(fine)
  })

  it('refuses bytes beyond what may wait', async () => {
    const { group } = groupOn()
    const bytes = new Uint8Array(60 * 1024 * 1024)
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) => group.commit({ message: message({ id: String(i), bytes }) })),
    )
    expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, true, false, false])
  })

  it('runs the plans of a broken batch one by one, so that only the culprit fails', async () => {
    const { group, runs } = groupOn({ b: new Error('broken') })
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((name) => group.commit(named(name))))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(runs).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']])
  })

  it('does not try one by one when the store is away', async () => {
    const { group, runs } = groupOn({ b: new StoreUnavailable('away') })
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((name) => group.commit(named(name))))
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
    expect(runs.length).toBe(1)
  })
})
