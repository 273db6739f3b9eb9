// What is required of a product that sends FHIR messages or transactions.

import { textAt } from '../../json.ts'
import { bars, fhir, homeFirst } from '../../sources.ts'
import { fail, notSeen, part, pass, worst } from '../requirement.ts'
import { followed, isLeft, requests, tries, type Tries } from './fhir-log.ts'
import type { RequestSeen, Watch } from '../seen.ts'

const side = { packs: ['message'] } as const

const idsOf = ({ headers, json }: RequestSeen): readonly string[] => [
  headers['x-request-id'] ?? '',
  headers['x-correlation-id'] ?? '',
  textAt(json, 'id'),
]

const idNames = ['X-Request-Id', 'X-Correlation-Id', 'Bundle.id']

const isMessage = ({ path }: RequestSeen): boolean => path.startsWith('$process-message')

const isGuid = (id = ''): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id)

export const messageSender = part({ role: 'sender', area: 'message', ...side }, [
  {
    id: 'HF-SND-051',
    level: 'MUST',
    title: 'sends every message with X-Request-Id and X-Correlation-Id, each a GUID',
    statement: bars('X-Request-Id: a globally unique identifier (GUID) for the request'),
    toSee: 'send a message to $process-message',
    kills: ['message-no-ids'],
    judge(watch) {
      const sent = requests(watch, side).filter(isMessage)
      const bad = sent.find(({ headers }) => !isGuid(headers['x-request-id']) || !isGuid(headers['x-correlation-id']))
      if (bad) return fail('an id is missing or is no GUID', 'both headers, each a GUID', 'not both', bad)
      return sent[0] ? pass('both, each a GUID', sent[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-052',
    level: 'MUST',
    title: 'sends resources under their media type',
    statement: fhir('http#mime-type', 'The correct mime type SHALL be used by clients and servers'),
    toSee: 'send a message or a transaction',
    kills: ['message-mime'],
    judge(watch) {
      const sent = requests(watch, side)
      const bad = sent.find(
        ({ headers }) =>
          !/^application\/fhir\+(?:json|xml)\s*(;\s*(charset=("?)utf-8\3|fhirVersion=4\.0)\s*)*$/i.test(
            headers['content-type'] ?? '',
          ),
      )
      if (bad) return fail('another content type', 'application/fhir+json, in UTF-8', bad.headers['content-type'] ?? 'none', bad)
      return sent[0] ? pass(sent[0].headers['content-type'] ?? '', sent[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-053',
    level: 'MUST',
    title: 'gives other content another X-Request-Id',
    statement: bars('Re-use of an X-Request-Id after success is a conflict'),
    toSee: 'send two different messages',
    kills: ['message-same-ids'],
    judge(watch) {
      const sent = requests(watch, side).filter(({ headers }) => headers['x-request-id'])
      const twice = sent.find((one) =>
        sent.some((other) => other.thing !== one.thing && other.headers['x-request-id'] === one.headers['x-request-id']),
      )
      if (twice) return fail('two messages have one X-Request-Id', 'an id of its own for each', 'the same', twice)
      const [one, other] = tries(watch, side)
      return one && other ? pass('each has its own', one[0], other[0]) : notSeen()
    },
  },
  {
    id: 'HF-SND-054',
    level: 'MUST',
    title: 'keeps X-Request-Id, X-Correlation-Id and Bundle.id when it tries again',
    statement: bars('same body + same X-Request-Id + same X-Correlation-Id'),
    toSee: 'send a message about one of `throttled`, `busy`, `silent`, `lost`, `expired`',
    kills: ['message-new-ids'],
    judge: (watch) =>
      worst(
        retried(watch).map(([one, next]) => {
          const i = idsOf(one).findIndex((id, at) => id !== idsOf(next)[at])
          return i < 0
            ? pass('the same ids', one, next)
            : fail(`${idNames[i]} changed`, 'the same ids as at first', 'others', one, next)
        }),
      ),
  },
  {
    id: 'HF-SND-055',
    level: 'MUST',
    title: 'does not send a message again that was accepted',
    statement: homeFirst('simulate', '200 means that the message is stored: it is not sent again.'),
    toSee: 'send a message about any person, and wait',
    kills: ['message-again'],
    judge: (watch) => isLeft(watch, tries(watch, side), ({ status = 0 }) => status >= 200 && status < 300, '200'),
  },
  {
    id: 'HF-SND-056',
    level: 'MUST',
    title: 'takes 409 duplicate for a success',
    statement: bars('409 REC_CONFLICT duplicate … proof of success'),
    toSee: 'send a message about one of `duplicate`, `lost`, `silent`, and wait',
    kills: ['message-again-after-409'],
    judge: (watch) => isLeft(watch, tries(watch, side), ({ status }) => status === 409, '409 duplicate'),
  },
  {
    id: 'HF-SND-057',
    level: 'MUST',
    title: 'does not send a message again unchanged that was refused with 422',
    statement: homeFirst('simulate', '422 says what is wrong: unchanged it is not sent again.'),
    toSee: 'send a message about the person `unprocessable`, and wait',
    kills: ['message-again-after-422'],
    judge: (watch) => isLeft(watch, tries(watch, side), ({ status }) => status === 422, '422'),
  },
  {
    id: 'HF-SND-058',
    level: 'GATE',
    title: 'sends only people of the 999 test range to a sandbox',
    statement: homeFirst('simulate', 'Only NHS numbers of the 999 test range belong in a sandbox.'),
    toSee: 'send a message',
    kills: ['message-real-person'],
    judge(watch) {
      const sent = requests(watch, side)
      const real = sent.find(({ isRealPerson }) => isRealPerson)
      if (real) return fail('an NHS number of another range came', '999…', 'another (nothing of the message was kept)', real)
      return sent[0] ? pass('all of the test range', sent[0]) : notSeen()
    },
  },
])

/** Every attempt that did not end the matter, with the next. */
function retried(watch: Watch): readonly (readonly [RequestSeen, RequestSeen])[] {
  const isOpen = ({ status }: RequestSeen) => status !== undefined && [0, 401, 425, 429, 503].includes(status)
  return tries(watch, side).flatMap((group: Tries) =>
    followed(group).flatMap(([one, next]) => (next && isOpen(one) ? [[one, next] as const] : [])),
  )
}
