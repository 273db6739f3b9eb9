// Dates and times of every precision and zone, compared and moved.

import { expect, it } from 'vitest'
import { compareTimes, moved, partsOf } from '../../../profiles/fhirpath/runtime.ts'

it.each([
  ['2024-02-01', '2024-02-02', -1],
  ['2024-02-01', '2024-02-01', 0],
  ['2024-03', '2024-02-28', 1],
  ['2024-02', '2024-02-28', undefined],
  ['2024', '2024', 0],
  ['2024-02-01T10:00:00Z', '2024-02-01T11:00:00+01:00', 0],
  ['2024-02-01T10:00:00Z', '2024-02-01T10:30:00+01:00', 1],
  ['2024-02-01T10:00:00.5Z', '2024-02-01T10:00:00.500Z', 0],
  ['2024-02-01T10:00:00.123456Z', '2024-02-01T10:00:00.123457Z', -1],
  ['2024-02-01T10:00:00+01:00', '2024-02-01T10:00:01+01:00', -1],
  ['2024-02-01T23:30:00-05:00', '2024-02-02T04:30:00Z', 0],
  // A date against a moment: the calendar there and the one in Greenwich must agree.
  ['2024-02-01', '2024-02-02T10:00:00Z', -1],
  ['2024-02-01', '2024-02-01T10:00:00Z', undefined],
  ['2024-07-05', '2024-07-05T00:30:00+01:00', undefined],
  ['2024', '2023-12-31T23:59:59-05:00', undefined],
  // A moment without a zone may lie anywhere within 14 hours.
  ['2024-02-01T10:00:00', '2024-02-01T12:00:00Z', undefined],
  ['2024-02-01T10:00:00', '2024-02-02T12:00:00Z', -1],
  ['10:00:00', '10:00:01', -1],
  ['10:00', '10:00:01', undefined],
  ['10:00:00', '2024-02-01', undefined],
  ['2024-02-30', '2024-03-01T00:00:00Z', undefined],
  ['nonsense', '2024', undefined],
  [5, '2024', undefined],
])('orders %s and %s as %s', (a, b, expected) => {
  const order = compareTimes(a, b)
  expect(order === undefined ? undefined : Math.sign(order)).toBe(expected)
  const back = compareTimes(b, a)
  expect(back === undefined ? undefined : Math.sign(back) + 0).toBe(expected === undefined ? undefined : 0 - expected)
})

it.each([
  ['2024-01-31', 1, 'month', '2024-02-29'],
  ['2023-03-31', -1, 'mo', '2023-02-28'],
  ['2024-02-29', 1, 'year', '2025-02-28'],
  ['2024-02-28', 2, 'days', '2024-03-01'],
  ['2024', 1, 'year', '2025'],
  ['2024-11', 3, 'month', '2025-02'],
  ['2024-11', 90, 'days', '2025-02'],
  ['2024', 400, 'days', '2025'],
  ['2024-02-01T23:30:00+01:00', 90, 'minutes', '2024-02-02T01:00:00+01:00'],
  ['2024-02-01T10:00:00.250Z', 250, 'ms', '2024-02-01T10:00:00.500Z'],
  ['23:59:59', 2, 'seconds', '00:00:01'],
  ['9999-12-31', 1, 'day', undefined],
])('moves %s by %s %s to %s', (text, amount, unit, expected) => {
  expect(moved(text, amount, unit)).toBe(expected)
})

it('knows which dates exist', () => {
  expect(partsOf('2023-02-29')).toBeUndefined()
  expect(partsOf('2024-02-29')).toBeDefined()
  expect(partsOf('1900-02-29')).toBeUndefined()
  expect(partsOf('2024-02-01T24:00:00Z')).toBeUndefined()
  expect(partsOf(`2024-02-01T10:00:00.${'1'.repeat(1000)}Z`)).toBeUndefined()
})
