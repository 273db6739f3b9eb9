// Requests that come at about the same time go through the same code side by side.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { sideBySide } from '../gateway/side-by-side.ts'

const besideOthers = sideBySide(8)

/** What a plan on SQLite is: awaits, but none that gives the turn away. */
async function plan(name: string, said: string[]): Promise<void> {
  await besideOthers()
  for (let step = 1; step <= 3; step++) {
    said.push(`${name}${step}`)
    await Promise.resolve()
  }
}

describe('working side by side', () => {
  it('takes a step of all that came together before the next, in the order in which they came', async () => {
    const said: string[] = []
    const later = nextTurn().then(() => nextTurn())
    await Promise.all([plan('a', said), plan('b', said), plan('c', said)])
    expect(said).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'])
    await later
  })

  it('lets others be heard between one group and the next', async () => {
    const said: string[] = []
    const all = Array.from({ length: 20 }, (_, i) => plan(`${i} `, said))
    let turns = 0
    let isDone = false
    const heard = (async () => {
      for (; !isDone; turns++) await nextTurn()
    })()
    await Promise.all(all)
    isDone = true
    await heard
    expect(turns).toBeGreaterThan(2)
    expect(said.filter((one) => one.endsWith(' 1'))).toEqual(Array.from({ length: 20 }, (_, i) => `${i} 1`))
  })

  it('keeps who is alone for one turn', async () => {
    for (let i = 0; i < 3; i++) {
      let isReleased = false
      void besideOthers().then(() => (isReleased = true))
      expect(isReleased).toBe(false)
      await nextTurn()
      await nextTurn()
      expect(isReleased).toBe(true)
    }
  })
})
