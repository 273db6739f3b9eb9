// What is required of a product that speaks FHIR when it is refused for now, whichever part it plays.

import { homeFirst, rfc } from '../../sources.ts'
import { fail, part, pass, secondsOf, waiting, worst, type ClientRequirement, type Part } from '../requirement.ts'
import { isTriedAgain, tries } from './fhir-log.ts'
import type { WrittenClient } from '../requirement.ts'

export const retryOf = (of: Omit<Part, 'area'>, prefix: string, first: number): readonly ClientRequirement[] =>
  part(
    { ...of, area: 'retry' },
    rules(of).map((rule, i) => ({ ...rule, id: `${prefix}-${String(first + i).padStart(3, '0')}` })),
  )

/** Two clocks that tick in whole milliseconds. */
const toleranceMs = 20

/** A new one goes to the end: an id is never given to another rule. */
const rules = (side: Omit<Part, 'area'>): readonly Omit<WrittenClient, 'id'>[] => [
  {
    level: 'MUST',
    title: 'waits after 429 as long as Retry-After says, and tries again',
    statement: rfc('9110 10.2.3', 'to indicate how long the user agent ought to wait before making a follow-up request'),
    toSee: 'come to the person `throttled`',
    kills: ['retry-early'],
    judge: (watch) =>
      isTriedAgain(
        watch,
        tries(watch, side, 'throttled'),
        ({ status }) => status === 429,
        (one, next) => {
          const [waited, asked] = [next.atMs - (one.doneMs ?? 0), one.told?.retryAfterMs ?? 0]
          return waited + toleranceMs < asked
            ? fail('it came again too early', `after ${secondsOf(asked)} or more`, secondsOf(waited), one, next)
            : pass(`it came again after ${secondsOf(waited)}`, one, next)
        },
      ),
  },
  {
    level: 'SHOULD',
    title: 'tries again after 503, and waits longer each time',
    statement: homeFirst('simulate', 'After 503 without Retry-After it is tried again, with waits that grow.'),
    toSee: 'come to the person `busy`',
    kills: ['retry-hammers'],
    judge(watch) {
      const again = isTriedAgain(
        watch,
        tries(watch, side, 'busy'),
        ({ status }) => status === 503,
        (one, next) => pass('it came again', one, next),
      )
      if (again.outcome !== 'pass') return again
      return worst(
        tries(watch, side, 'busy').map((group) => {
          const waits = group.slice(1).map(({ atMs }, i) => atMs - (group[i]?.doneMs ?? 0))
          const [first = 0, last = 0] = [waits[0], waits[2]]
          if (waits.length < 3) return waiting('for it to come a fourth time')
          const told = waits.map(secondsOf).join(', ')
          return last > first * 1.2
            ? pass(`waited ${told}`, ...group)
            : fail('the waits do not grow', 'longer each time', told, ...group)
        }),
      )
    },
  },
  {
    level: 'MUST',
    title: 'tries again where no answer came',
    statement: homeFirst('simulate', 'Where no answer came nobody knows what became of it: it is tried again.'),
    toSee: 'come to the people `lost` and `silent`',
    kills: ['retry-gives-up'],
    judge: (watch) =>
      isTriedAgain(
        watch,
        [...tries(watch, side, 'lost'), ...tries(watch, side, 'silent')],
        ({ status }) => status === 0,
        (one, next) => pass(`it came again after ${secondsOf(next.atMs - (one.doneMs ?? 0))}`, one, next),
      ),
  },
  {
    level: 'GATE',
    title: 'waits some seconds for an answer before it tries again',
    statement: homeFirst('simulate', 'An answer may take some seconds; until then nothing is sent again.'),
    toSee: 'come to the person `slow`',
    kills: ['retry-hasty'],
    judge: (watch) =>
      worst(
        tries(watch, side, 'slow').map(([first, again]) => {
          if (again && again.atMs < (first.doneMs ?? Infinity))
            return fail(
              'it came again before its answer',
              'one request',
              `another ${secondsOf(again.atMs - first.atMs)} later`,
              first,
              again,
            )
          if (first.doneMs === undefined) return waiting()
          return first.status === 0
            ? fail(
                'the connection was closed before the answer',
                'some seconds of patience',
                `closed after ${secondsOf(first.doneMs - first.atMs)}`,
                first,
              )
            : pass(`it waited for ${secondsOf(first.doneMs - first.atMs)}`, first)
        }),
      ),
  },
]
