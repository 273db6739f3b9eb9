// HL7 v2: every message once, and what cannot be identified waits for somebody.

import { A01, mllpNeeds, patients } from '../scenes/hl7.ts'
import { codeSystem } from '../../profiles/canonical.ts'
import { holds, same } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { found, justBefore, readOf } from '../scenes/fhir.ts'
import { accepted, ackIn, clock, formOf, hl7, hl7Needs, posted } from '../scenes/hl7.ts'
import { organizationOf } from '../scenes/journey.ts'
import { homeFirst } from '../sources.ts'
import type { Trial } from '../trial.ts'

const identifyTasks = (t: Trial, since: string) =>
  found(
    t.as('acute'),
    `Task?code=${codeSystem('task-code')}|identify&owner=${organizationOf(t, 'acute')}&_lastUpdated=ge${since}&_count=200`,
  )

export const hl7Once = area('hl7v2', [
  {
    id: 'HF-HL7-003',
    level: 'MUST',
    title: 'answers a repeat with its first acknowledgement, and makes nothing of it',
    statement: homeFirst('operate', 'A repeat gets its first ACK again'),
    needs: hl7Needs,
    tags: ['exactly-once'],
    kills: ['hl7-repeat', 'hl7-digest-time'],
    async run(t) {
      const person = t.person()
      const control = t.id()
      const sent = hl7(t, A01, person, { control, at: clock(-5) })
      const first = await accepted(t, sent)
      const [patient = ''] = await patients(t, person.local)
      const before = textAt(await readOf(t.as('acute'), patient), 'meta.versionId')
      // The same text but for MSH-7: made anew, it would tell of another second.
      const retried = sent.replace(/^((?:[^|]*\|){6})\d+/, `$1${clock(-1)}`)
      const again = await accepted(t, retried, 'its repeat, with a newer MSH-7')
      same(again.text, first.text, 'the acknowledgement of the repeat')
      same(textAt(await readOf(t.as('acute'), patient), 'meta.versionId'), before, 'the Patient’s version')
    },
  },
  {
    id: 'HF-HL7-004',
    level: 'MUST',
    title: 'answers a repeat over MLLP with its first acknowledgement',
    statement: homeFirst('operate', 'A repeat gets its first ACK again'),
    needs: mllpNeeds,
    tags: ['exactly-once'],
    kills: ['hl7-repeat'],
    async run(t) {
      const person = t.person()
      const sent = hl7(t, A01, person)
      const [[first], [again]] = [await t.mllp(sent), await t.mllp(sent)]
      same(first?.code, 'AA', 'the first')
      same(again?.text, first?.text, 'the acknowledgement of the repeat')
      same((await patients(t, person.local)).length, 1, 'patients')
    },
  },
  {
    id: 'HF-HL7-005',
    level: 'GATE',
    title: 'processes other content under a control id that was used, and warns',
    statement: homeFirst('operate', 'for a reused id with other content, is processed with a warning'),
    needs: hl7Needs,
    tags: ['exactly-once'],
    kills: ['hl7-reused-lost', 'hl7-reused-silent'],
    async run(t) {
      const [one, other, control] = [t.person(), t.person(), t.id()]
      const first = await accepted(t, hl7(t, A01, one, { control }))
      const second = await accepted(t, hl7(t, A01, other, { control }), 'another message under its id')
      holds(second.errors.length > first.errors.length, 'its acknowledgement', 'a warning in ERR', second.text)
      same([(await patients(t, one.local)).length, (await patients(t, other.local)).length], [1, 1], 'patients')
    },
  },
  {
    id: 'HF-HL7-006',
    level: 'GATE',
    title: 'makes one Patient of sixty-four admissions at once',
    statement: homeFirst('operate', 'A repeat gets its first ACK again'),
    needs: hl7Needs,
    tags: ['exactly-once', 'concurrency'],
    timeoutMs: 30_000,
    kills: ['hl7-repeat'],
    async run(t) {
      const person = t.person()
      const sent = hl7(t, A01, person)
      const answers = await Promise.all(Array.from({ length: 64 }, () => posted(t, sent)))
      const texts = new Set(answers.map((answer) => ackIn(answer, 'one of sixty-four').text))
      same(texts.size, 1, 'different acknowledgements')
      same((await patients(t, person.local)).length, 1, 'patients')
      const [patient = ''] = await patients(t, person.local)
      same(textAt(await readOf(t.as('acute'), patient), 'meta.versionId'), '1', 'the Patient’s version')
    },
  },
  {
    id: 'HF-HL7-007',
    level: 'GATE',
    title: 'keeps a message about nobody it can identify, acknowledges it, and gives it to its sender as a task',
    statement: homeFirst('operate', 'AA for whatever is durably stored, also what cannot yet be identified'),
    needs: { ...hl7Needs, capability: ['Task.search-type'] },
    kills: ['quarantine-no-task', 'quarantine-refused'],
    async run(t) {
      const person = t.person()
      const since = justBefore(t)
      const ack = await accepted(t, hl7(t, A01, person, { pid: { 3: '' } }), 'an A01 without identifiers')
      holds(ack.errors.length > 0, 'its acknowledgement', 'a warning in ERR', ack.text)
      holds((await identifyTasks(t, since)).length > 0, 'the sender’s tasks', 'one to identify the person', 'none')
      same(await found(t.as('acute'), `Patient?family=${person.family}`), [], 'patients of that name')
    },
  },
  {
    id: 'HF-HL7-014',
    level: 'GATE',
    title: 'turns the ward’s form into a referral to the hub',
    statement: homeFirst('map', 'a referral form as ORU^R01 becomes a ServiceRequest'),
    needs: { systems: ['acute', 'hub'], hl7v2: ['http', 'form'], capability: ['ServiceRequest.search-type', 'Task.search-type'] },
    kills: ['form-no-referral', 'journey-no-task'],
    async run(t) {
      const person = t.person()
      await accepted(t, hl7(t, A01, person))
      await accepted(t, formOf(t, person, { reason: 'Cannot wash alone' }), 'the form')
      const [patient = ''] = await patients(t, person.local)
      const [referral = ''] = await found(t.as('hub'), `ServiceRequest?subject=${patient}`)
      const resource = await readOf(t.as('hub'), referral)
      holds(JSON.stringify(resource).includes('Cannot wash alone'), 'the referral', 'the reason in the ward’s words', resource)
      same(textAt(resource, 'status'), 'active', 'the referral')
      same((await found(t.as('hub'), `Task?focus=${referral}&status=requested`)).length, 1, 'the hub’s tasks')
    },
  },
  {
    id: 'HF-HL7-015',
    level: 'GATE',
    title: 'takes up a quarantined message when its sender says who is meant',
    statement: homeFirst('operate', 'it waits until its sender says who is meant'),
    needs: { systems: ['acute', 'hub'], hl7v2: ['http', 'form'], capability: ['Task.update', 'Task.search-type'] },
    kills: ['quarantine-not-taken-up'],
    async run(t) {
      const person = t.person()
      await accepted(t, hl7(t, A01, person))
      const [patient = ''] = await patients(t, person.local)
      const reason = `Reason ${t.id()}`
      const before = await identifyTasks(t, justBefore(t))
      const since = justBefore(t)
      await accepted(t, formOf(t, person, { pid: { 3: '' }, reason }), 'a form without identifiers')
      same(await found(t.as('hub'), `ServiceRequest?subject=${patient}`), [], 'referrals before')
      const tasks = (await identifyTasks(t, since)).filter((task) => !before.includes(task))
      holds(tasks.length > 0, 'the sender’s tasks', 'one to identify the person', tasks)
      // Other tests may quarantine at the same moment: theirs are left alone by whoever reads why and who.
      for (const task of tasks) await identified(t, task, patient)
      const referrals = await found(t.as('hub'), `ServiceRequest?subject=${patient}`)
      const texts = await Promise.all(referrals.map(async (one) => JSON.stringify(await readOf(t.as('hub'), one))))
      holds(
        texts.some((text) => text.includes(reason)),
        'referrals after',
        'the form’s',
        texts,
      )
    },
  },
])

/** A task of another message may be completed already, or about a message that names its person: then it is not ours. */
async function identified(t: Trial, task: string, patient: string): Promise<void> {
  for (const state of ['accepted', 'completed']) {
    const answer = await t.as('acute').get(task)
    if (textAt(answer.json, 'status') === 'completed') return
    const output = {
      type: { coding: [{ system: codeSystem('task-output'), code: 'identity' }] },
      valueReference: { reference: patient },
    }
    await t
      .as('acute')
      .put(task, { ...(answer.json as object), status: state, ...(state === 'completed' && { output: [output] }) })
  }
}
