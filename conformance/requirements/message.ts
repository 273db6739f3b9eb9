// $process-message: a referral as a FHIR message.

import { messageNeeds as needs, referralsOf } from '../scenes/message.ts'
import { codeSystem } from '../../profiles/canonical.ts'
import { header, holds, names, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { found, justBefore, readOf, searched } from '../scenes/fhir.ts'
import { organizationOf, taskFor } from '../scenes/journey.ts'
import { messageIds, messageOf, processMessage } from '../scenes/message.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { bars, fhir, homeFirst } from '../sources.ts'

export const message = area('message', [
  {
    id: 'HF-MSG-001',
    level: 'MUST',
    title: 'takes a referral message, answers to its id, and gives the hub a task for it',
    statement: fhir(
      'messageheader-operation-process-message',
      'the receiving system processes the message and returns a response message',
    ),
    needs,
    kills: ['message-response-id', 'journey-no-task'],
    async run(t) {
      const person = t.person()
      const sent = messageOf(t, { person })
      const answer = await t.as('acute').post(processMessage, sent, messageIds(t))
      status(answer, 200, 'the message')
      const [reply] = at(answer.json, 'entry.resource')
      same(textAt(answer.json, 'type'), 'message', 'the answer’s Bundle.type')
      same(
        [textAt(reply, 'response.identifier'), textAt(reply, 'response.code')],
        [sent['id'], 'ok'],
        'the answer’s MessageHeader.response',
      )
      const [referral = ''] = await referralsOf(t, person)
      const task = await readOf(t.as('hub'), await taskFor(t, 'hub', referral))
      same(textAt(task, 'status'), 'requested', 'the hub’s task')
      same(textAt(task, 'requester.reference'), organizationOf(t, 'acute'), 'who asks for it')
      same(
        textAt(await readOf(t.as('hub'), textAt(task, 'for.reference')), 'birthDate'),
        person.birthDate,
        'the person, as the hub reads her',
      )
    },
  },
  {
    id: 'HF-MSG-002',
    level: 'MUST',
    title: 'echoes both ids, in an answer and in a refusal',
    statement: bars('X-Request-Id and X-Correlation-Id are mirrored back in the response'),
    needs,
    kills: ['message-no-echo'],
    async run(t) {
      const [good, bad] = [messageIds(t), messageIds(t)]
      const answer = await t.as('acute').post(processMessage, messageOf(t, { person: t.person() }), good)
      status(answer, 200, 'a message')
      const refused = await t.as('acute').post(processMessage, { resourceType: 'Bundle', type: 'message' }, bad)
      refusal(refused, [400, 422], 'a message of nothing')
      for (const name of ['x-request-id', 'x-correlation-id'] as const) {
        same(answer.headers[name], good[name], `${name} of an answer`)
        same(refused.headers[name], bad[name], `${name} of a refusal`)
      }
    },
  },
  {
    id: 'HF-MSG-008',
    level: 'MUST',
    title: 'refuses what is no message, or of an event that it does not know',
    statement: fhir('messaging', 'the first resource SHALL be a MessageHeader'),
    assertions: ['OPS-14'],
    needs,
    kills: ['message-any-event'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      const sent = messageOf(t, { person: bad })
      const entries = at(sent, 'entry')
      const attempts = {
        'a MessageHeader that is not the first': { ...sent, entry: [...entries.slice(1), entries[0]] },
        'another type of Bundle': { ...sent, type: 'collection' },
        'no Bundle': { resourceType: 'Patient' },
        'an event that does not exist': messageOf(t, { person: bad, event: 'no-such-event' }),
      }
      for (const [what, body] of Object.entries(attempts))
        refusal(await t.as('acute').post(processMessage, body, messageIds(t)), [400, 422], what)
      status(await t.as('acute').post(processMessage, messageOf(t, { person: good }), messageIds(t)), 200, 'a good message')
      same(await referralsOf(t, bad), [], 'referrals of the refused')
    },
  },
  {
    id: 'HF-MSG-009',
    level: 'MUST',
    title: 'answers 405 to a GET',
    statement: fhir('operations', 'operations that affect state SHALL NOT be invoked by GET'),
    assertions: ['OPS-08', 'OPS-13'],
    needs,
    kills: ['http-405-no-allow'],
    async run(t) {
      status(await t.as('acute').post(processMessage, messageOf(t, { person: t.person() }), messageIds(t)), 200, 'POST')
      const answer = await t.as('acute').get(processMessage)
      refusal(answer, 405, 'GET')
      header(answer, 'allow', /\bPOST\b/, 'GET')
    },
  },
  {
    id: 'HF-MSG-010',
    level: 'GATE',
    title: 'keeps a message about nobody it can identify, and gives it to its sender as a task',
    statement: homeFirst('operate', 'What cannot be identified is quarantined and becomes a task of its sender'),
    needs,
    kills: ['quarantine-no-task', 'quarantine-silent'],
    async run(t) {
      const person = t.person()
      const since = justBefore(t)
      const sent = messageOf(t, {
        person,
        edit: { Patient: ({ identifier: _, ...patient }) => ({ ...patient, resourceType: 'Patient' }) },
      })
      const answer = await t.as('acute').post(processMessage, sent, messageIds(t))
      status(answer, 200, 'a message without identifiers')
      const warnings = at(answer.json, 'entry.resource.issue').map((issue) => textAt(issue, 'severity'))
      holds(warnings.includes('warning'), 'the answer', 'a warning', answer.json)
      const query = `Task?code=${codeSystem('task-code')}|identify&owner=${organizationOf(t, 'acute')}&_lastUpdated=ge${since}`
      holds((await found(t.as('acute'), query)).length > 0, 'the sender’s tasks', 'one to identify the person', 'none')
      same(await referralsOf(t, person), [], 'referrals')
    },
  },
  {
    id: 'HF-MSG-011',
    level: 'GATE',
    title: 'refuses a referral to somebody with whom there is no agreement, and keeps nothing of it',
    statement: homeFirst('access', 'the hub by the trust’s referral under an agreement'),
    needs: { ...needs, systems: ['acute', 'hub', 'council'] },
    tags: ['access'],
    kills: ['access-no-agreement', 'refused-kept'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      const answer = await t.as('acute').post(processMessage, messageOf(t, { person: bad, to: 'council' }), messageIds(t))
      refusal(answer, [403, 422], 'a referral to a council')
      names(answer, /performer/, 'a referral to a council')
      status(await t.as('acute').post(processMessage, messageOf(t, { person: good }), messageIds(t)), 200, 'one to the hub')
      const none = await searched(t.as('acute'), `Patient?identifier=${localSystem}|${bad.local}`)
      same(isRecord(none.json) ? none.json['total'] : undefined, 0, 'patients of the refused message')
    },
  },
  {
    id: 'HF-MSG-012',
    level: 'GATE',
    title: 'knows the person and the stay again in a second message, and makes neither twice',
    statement: homeFirst('map', 'Within a source one business identifier means one resource'),
    needs,
    kills: ['match-none'],
    async run(t) {
      const person = t.person()
      for (const text of ['first', 'second'])
        status(
          await t.as('acute').post(processMessage, messageOf(t, { person, text }), messageIds(t)),
          200,
          `the ${text} message`,
        )
      same((await found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}`)).length, 1, 'patients')
      same(
        (await found(t.as('acute'), `Encounter?subject:Patient.identifier=${localSystem}|${person.local}`)).length,
        1,
        'spells',
      )
      same((await referralsOf(t, person)).length, 2, 'referrals')
    },
  },
  {
    id: 'HF-MSG-013',
    level: 'MUST',
    title: 'refuses two entries under one fullUrl, of which one would be taken for the other, and keeps nothing of them',
    statement: fhir('bundle#bundle-unique', 'FullUrl must be unique in a bundle'),
    needs,
    kills: ['message-twins'],
    async run(t) {
      const [good, bad, other] = [t.person(), t.person(), t.person()]
      const sent = messageOf(t, { person: bad })
      const entries = at(sent, 'entry')
      const patient = entries.find((entry) => textAt(entry, 'resource.resourceType') === 'Patient')
      const twin = { fullUrl: textAt(patient, 'fullUrl'), resource: patientOf(other) }
      refusal(
        await t.as('acute').post(processMessage, { ...sent, entry: [...entries, twin] }, messageIds(t)),
        [400, 422],
        'a second Patient under the fullUrl of the first',
      )
      status(await t.as('acute').post(processMessage, messageOf(t, { person: good }), messageIds(t)), 200, 'a good message')
      same([await referralsOf(t, bad), await referralsOf(t, other)], [[], []], 'referrals of the refused')
    },
  },
  {
    id: 'HF-MSG-014',
    level: 'GATE',
    title: 'tells what of a message it does not keep',
    statement: homeFirst('http', 'Every entry of a `$process-message` is stored, carried or told of.'),
    needs,
    kills: ['message-loses'],
    async run(t) {
      const sent = messageOf(t, { person: t.person() })
      const entries = at(sent, 'entry')
      const stray = {
        fullUrl: `urn:uuid:${t.uuid()}`,
        resource: { resourceType: 'Practitioner', name: [{ family: 'Unreferred' }] },
      }
      const answer = await t.as('acute').post(processMessage, { ...sent, entry: [...entries, stray] }, messageIds(t))
      status(answer, 200, 'a message with a Practitioner to whom nothing refers')
      const places = textsAt(answer.json, 'entry.resource.issue.expression')
      same(places, [`Bundle.entry[${entries.length}]`], 'where the issues of the answer lie')
    },
  },
])
