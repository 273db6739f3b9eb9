// The token buckets: bursts pass, a flood does not, and one caller's flood is nobody else's.

import { expect, it } from 'vitest'
import { openThrottle } from '../../gateway/throttle.ts'

function at(burst: number, perSecond: number) {
  const clock = { ms: 0 }
  return { clock, throttle: openThrottle({ burst, perSecond }, () => clock.ms) }
}

const many = (n: number, take: () => number) => Array.from({ length: n }, take)

it('lets a burst in, then as many as come back each second', () => {
  const { clock, throttle } = at(5, 2)
  expect(many(7, () => throttle.take('a'))).toEqual([0, 0, 0, 0, 0, 1, 1])
  clock.ms += 1000
  expect(many(3, () => throttle.take('a'))).toEqual([0, 0, 1])
})

it('says how long to wait, in whole seconds', () => {
  const { throttle } = at(1, 0.1)
  expect(many(2, () => throttle.take('a'))).toEqual([0, 10])
})

it('keeps callers apart', () => {
  const { throttle } = at(1, 1)
  expect([throttle.take('a'), throttle.take('a'), throttle.take('b')]).toEqual([0, 1, 0])
})

it('holds no more than a burst after a long rest, and gives nothing for a clock that was set back', () => {
  const { clock, throttle } = at(2, 1)
  clock.ms += 1_000_000
  expect(many(3, () => throttle.take('a'))).toEqual([0, 0, 1])
  clock.ms -= 500_000
  expect(throttle.take('a')).toBe(1)
  clock.ms += 1_000
  expect(throttle.take('a')).toBe(0)
})

it('remembers a bounded number of callers, and still knows whoever comes often', () => {
  const { throttle } = at(1, 0.001)
  throttle.take('often')
  for (let n = 0; n < 50_000; n += 1) {
    throttle.take(`${n}`)
    if (n % 1000 === 0) expect(throttle.take('often')).toBeGreaterThan(0)
  }
})
