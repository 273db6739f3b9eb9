// $process-message: told apart from its repeats by its two ids.

import { messageNeeds as needs, referralsOf } from '../scenes/message.ts'
import { holds, refusal, same, status } from '../expect.ts'
import { textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { messageIds, messageOf, processMessage } from '../scenes/message.ts'
import { bars, homeFirst } from '../sources.ts'

export const messageOnce = area('message', [
  {
    id: 'HF-MSG-003',
    level: 'MUST',
    title: 'wants both ids, as GUIDs, and says which is missing',
    statement: bars('X-Request-Id: a globally unique identifier (GUID) for the request'),
    needs,
    kills: ['message-ids-optional', 'message-any-id'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      const ids = messageIds(t)
      const attempts = {
        'no id': {},
        'no X-Correlation-Id': { 'x-request-id': ids['x-request-id'] },
        'no X-Request-Id': { 'x-correlation-id': ids['x-correlation-id'] },
        'an id that is no GUID': { ...ids, 'x-request-id': 'one' },
      }
      for (const [what, headers] of Object.entries(attempts))
        refusal(await t.as('acute').post(processMessage, messageOf(t, { person: bad }), headers), 400, what)
      status(await t.as('acute').post(processMessage, messageOf(t, { person: good }), ids), 200, 'both')
      same([(await referralsOf(t, good)).length, await referralsOf(t, bad)], [1, []], 'referrals')
    },
  },
  {
    id: 'HF-MSG-004',
    level: 'MUST',
    title: 'answers 409 duplicate to a repeat, and makes nothing of it',
    statement: bars('REC_CONFLICT: 409 … duplicate'),
    needs,
    tags: ['exactly-once'],
    kills: ['message-twice', 'message-digest'],
    async run(t) {
      const person = t.person()
      const [sent, ids] = [messageOf(t, { person }), messageIds(t)]
      status(await t.as('acute').post(processMessage, sent, ids), 200, 'the message')
      const again = await t.as('acute').post(processMessage, { ...sent, timestamp: new Date().toISOString() }, ids)
      refusal(again, 409, 'its repeat')
      holds(textsAt(again.json, 'issue.code').includes('duplicate'), 'its repeat', 'issue.code duplicate', again.json)
      same((await referralsOf(t, person)).length, 1, 'referrals')
    },
  },
  {
    id: 'HF-MSG-005',
    level: 'MUST',
    title: 'answers 409 conflict where the ids come again with other content',
    statement: bars('Re-use of an X-Request-Id after success is a conflict'),
    needs,
    tags: ['exactly-once'],
    kills: ['message-twice', 'message-conflict'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      const ids = messageIds(t)
      status(await t.as('acute').post(processMessage, messageOf(t, { person: one }), ids), 200, 'the message')
      const answer = await t.as('acute').post(processMessage, messageOf(t, { person: other }), ids)
      refusal(answer, 409, 'another under its ids')
      holds(!textsAt(answer.json, 'issue.code').includes('duplicate'), 'another under its ids', 'no duplicate', answer.json)
      same([(await referralsOf(t, one)).length, await referralsOf(t, other)], [1, []], 'referrals')
    },
  },
  {
    id: 'HF-MSG-006',
    level: 'GATE',
    title: 'takes a message that was refused when it comes again, mended, under the same ids',
    statement: homeFirst(
      'operate',
      'What was refused is kept whole with the reason; its sender may send it again under the same id',
    ),
    needs,
    tags: ['exactly-once'],
    kills: ['message-refused-claims'],
    async run(t) {
      const person = t.person()
      const ids = messageIds(t)
      const broken = messageOf(t, { person, edit: { ServiceRequest: (resource) => ({ ...resource, status: 'nonsense' }) } })
      refusal(await t.as('acute').post(processMessage, broken, ids), [400, 422], 'a referral of no status')
      same(await referralsOf(t, person), [], 'referrals after the refusal')
      status(await t.as('acute').post(processMessage, messageOf(t, { person }), ids), 200, 'the mended message')
      same((await referralsOf(t, person)).length, 1, 'referrals')
    },
  },
  {
    id: 'HF-MSG-007',
    level: 'GATE',
    title: 'makes one referral of sixty-four messages at once',
    statement: homeFirst('operate', 'In flight 425; repeat 409 duplicate'),
    needs,
    tags: ['exactly-once', 'concurrency'],
    timeoutMs: 30_000,
    kills: ['message-twice'],
    async run(t) {
      const person = t.person()
      const [sent, ids] = [messageOf(t, { person }), messageIds(t)]
      const answers = await Promise.all(Array.from({ length: 64 }, () => t.as('acute').post(processMessage, sent, ids)))
      same(answers.filter((answer) => answer.status === 200).length, 1, 'answers 200')
      for (const answer of answers) status(answer, [200, 409, 425, 429, 503], 'one of sixty-four')
      same((await referralsOf(t, person)).length, 1, 'referrals')
    },
  },
])
