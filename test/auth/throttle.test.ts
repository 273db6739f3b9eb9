// Token buckets: how much they hold, what fills them, and that they are never too many.

import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { admitting } from '../../gateway/connections.ts'
import { peerOf, trusting, type Connection } from '../../gateway/peer.ts'
import { Refusal } from '../../gateway/refusal.ts'
import { openTurnstile } from '../../gateway/throttle-doors.ts'
import { openThrottle } from '../../gateway/throttle.ts'

describe('a bucket', () => {
  it('holds so many, and says to the second when there is room again', () => {
    const clock = { now: 0 }
    const throttle = openThrottle({ burst: 3, perSecond: 0.5 }, () => clock.now)
    expect([1, 2, 3].map(() => throttle.take('a'))).toEqual([0, 0, 0])
    expect(throttle.take('a')).toBe(2)
    expect(throttle.take('b')).toBe(0)
    clock.now += 1_999
    expect(throttle.take('a')).toBe(1)
    clock.now += 1
    expect([throttle.take('a'), throttle.take('a')]).toEqual([0, 2])
  })

  it('holds no more than its burst, however long it was left alone, and takes back what should have cost nothing', () => {
    const clock = { now: 0 }
    const throttle = openThrottle({ burst: 2, perSecond: 100 }, () => clock.now)
    throttle.take('a')
    clock.now += 3_600_000
    expect([throttle.take('a'), throttle.take('a'), throttle.take('a')]).toEqual([0, 0, 1])
    throttle.giveBack('a')
    expect([throttle.take('a'), throttle.take('a')]).toEqual([0, 1])
    throttle.giveBack('nobody')
    for (let i = 0; i < 9; i++) throttle.giveBack('a')
    expect([throttle.take('a'), throttle.take('a'), throttle.take('a')]).toEqual([0, 0, 1])
  })

  it('lends to whoever was let in, a bucketful at most, and waits until that is paid', () => {
    const clock = { now: 0 }
    const throttle = openThrottle({ burst: 10, perSecond: 1 }, () => clock.now)
    for (let i = 0; i < 9; i++) throttle.take('a')
    expect(throttle.take('a')).toBe(0) // the last one
    throttle.charge('a', 4)
    expect([throttle.take('a'), throttle.take('b')]).toEqual([5, 0])
    clock.now += 5_000
    expect(throttle.take('a')).toBe(0)
    throttle.charge('a', 1_000_000)
    expect(throttle.take('a')).toBe(11)
    throttle.charge('a', 1_000_000)
    expect(throttle.take('a')).toBe(11)
    throttle.charge('nobody', 3)
    expect(throttle.take('nobody')).toBe(0)
  })

  it('gives nothing and takes nothing away when the clock is set back', () => {
    const clock = { now: 10_000 }
    const throttle = openThrottle({ burst: 1, perSecond: 1 }, () => clock.now)
    throttle.take('a')
    clock.now = 0
    expect(throttle.take('a')).toBe(1)
    clock.now = 1_000
    expect(throttle.take('a')).toBe(0)
  })

  it('of somebody who came longest ago is given up when there are too many', () => {
    const throttle = openThrottle({ burst: 1, perSecond: 0.001 }, () => 0, 3)
    for (const key of ['a', 'b', 'c', 'a']) throttle.take(key)
    throttle.take('d') // b goes, because a came again
    expect(throttle.take('a')).toBeGreaterThan(0)
    expect(throttle.take('d')).toBeGreaterThan(0)
    expect(throttle.take('b')).toBe(0)
  })

  it('at a rate of 0 is no limit', () => {
    const throttle = openThrottle({ burst: 0, perSecond: 0 }, () => 0)
    expect(Array.from({ length: 1000 }, () => throttle.take('a')).every((wait) => wait === 0)).toBe(true)
  })
})

describe('an address', () => {
  const opened = () => openTurnstile({ client: 0, address: 1 / 60 }, () => 0)
  const isLet = (turnstile: ReturnType<typeof opened>, address: string) => {
    try {
      turnstile.stranger({ address })
      return true
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      return false
    }
  }

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', false],
    ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0:0:0:7', false],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', true],
    ['::1', '::2', false],
    ['2001:db8::1', '2001:db8:0:1::1', true],
    ['192.0.2.1', '192.0.2.2', true],
    ['192.0.2.1', '192.0.2.1', false],
  ])('is one with its network of IPv6, and alone in IPv4: %s, %s', (first, second, isAnother) => {
    const turnstile = opened()
    expect(isLet(turnstile, first)).toBe(true)
    expect(isLet(turnstile, second)).toBe(isAnother)
  })
})

describe('a connection', () => {
  const socket = (remoteAddress: string) => Object.assign(new EventEmitter(), { remoteAddress }) as unknown as Socket

  it.each([
    [
      ['192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1', '192.0.2.2'],
      [true, true, false, true],
    ],
    [
      ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::3', '2001:db8:1:3::1'],
      [true, true, false, true],
    ],
    [
      ['2001:db8:9::1', '2001:db8:9::1', '2001:db8:9::1', '2001:db8:9::2'],
      [true, true, true, true],
    ],
  ])('counts with those of its address, of IPv6 with those of its network: %s', (addresses, admitted) => {
    const admits = admitting({ total: 9, perAddress: 2, isTrusted: trusting('2001:db8:9::1'), tell: () => undefined })
    expect(addresses.map((address) => admits(socket(address)))).toEqual(admitted)
  })

  it('gives its place back when it ends', () => {
    const admits = admitting({ total: 2, perAddress: 1, tell: () => undefined })
    const first = socket('2001:db8::1')
    expect([admits(first), admits(socket('2001:db8::2'))]).toEqual([true, false])
    first.emit('close')
    expect([admits(socket('2001:db8::2')), admits(socket('2001:db8:9::1')), admits(socket('2001:db8:8::1'))]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('who is at the other end', () => {
  const from = (remoteAddress: string): Connection => ({ incoming: { socket: { remoteAddress } as never } })
  const isTrusted = trusting('10.0.0.1, 192.168.0.0/16,2001:db8::/32')
  it.each([
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', 'made-up, 198.51.100.9, 198.51.100.1, 192.168.3.4', '198.51.100.1'],
    ['10.0.0.1', '198.51.100.1, garbage', '10.0.0.1'],
    ['10.0.0.1', null, '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', '192.168.0.1', '192.168.0.1'],
    ['2001:db8::5', '2001:db9::1', '2001:db9::1'],
    ['10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['10.0.0.1', '[2001:db9::1]:4711', '2001:db9::1'],
    ['10.0.0.2', '198.51.100.1', '10.0.0.2'],
  ])('is told by a trusted proxy alone: %s with %s is %s', (remote, forwarded, address) => {
    expect(peerOf(from(remote), forwarded, isTrusted)).toEqual({ address })
  })

  it('is nobody where a request is made inside', () => {
    expect(peerOf(undefined, '198.51.100.1', isTrusted)).toBeUndefined()
    expect(peerOf({}, '198.51.100.1', isTrusted)).toBeUndefined()
  })
})
