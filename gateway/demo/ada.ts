// Ada: a fall, a form from a trust that speaks HL7 v2 only, home on pathway 1 with community health and the council.

import { decide } from './decisions.ts'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, decidePathway, finish, finishWith, receiveAndAccept, setStatus, takeReferral } from './acts.ts'
import { people } from './cast.ts'
import { ago, dischargeSummary, hl7, referralForm, today } from './hl7.ts'
import { ackCode, create, hidden, learned, must, read, resources, type Chapter } from './stage.ts'

const { ada } = people

export const adaGoesHome: Chapter = {
  title: 'Ada goes home on pathway 1 (HL7 v2 over MLLP)',
  steps: [
    {
      title: 'the EPR admits her: ADT^A01',
      async run({ mllp, systems }) {
        const ack = await mllp(hl7('ADT^A01^ADT_A01', ada, { at: ago(5 * 24 * 60 - 20) }))
        must(ackCode(ack) === 'AA', 'AA', ack)
        const stays = `Encounter?patient:Patient.identifier=${nhsNumber}|${ada.nhsNumber}`
        const [stay] = resources(await read(systems.epr, stays))
        must(stay?.['status'] === 'in-progress', 'her stay', stay)
        must(resources(await read(systems.hub, stays)).length === 0, 'nothing for the hub', stay['id'])
        await hidden(systems.hub, `Encounter/${stay['id']}`)
        return `A01 → AA; Encounter/${stay['id']} for the trust, 404 for the hub`
      },
    },
    {
      title: 'the ward finds her medically fit: ADT^A08 with ZU1-22 and ZU1-24',
      async run({ mllp, systems }) {
        const ack = await mllp(
          hl7('ADT^A08^ADT_A01', ada, {
            at: ago(90),
            segments: [`PV2|||||||||${today()}`, `ZU1||||||||||||||||||||||Y||${today()}`],
          }),
        )
        must(ackCode(ack) === 'AA', 'AA', ack)
        const [patient] = resources(await read(systems.epr, `Patient?identifier=${nhsNumber}|${ada.nhsNumber}`))
        await hidden(systems.hub, `Patient/${patient?.['id']}`)
        return 'A08 → AA; before a referral the hub sees nothing of her (404)'
      },
    },
    {
      title: 'the ward sends its referral form: ORU^R01, question and answer',
      async run({ mllp, systems }) {
        const ack = await mllp(referralForm(ada, { at: ago(80) }))
        must(ackCode(ack) === 'AA', 'AA', ack)
        const [task] = resources(await read(systems.hub, 'Task?owner=Organization/hub1&status=requested'))
        must(task?.['focus']?.['reference']?.startsWith('ServiceRequest/') === true, 'a task for the hub', task)
        await hidden(systems.council, `Task/${task['id']}`)
        return `form → AA; Task/${task['id']} for the hub, 404 for the council`
      },
    },
    {
      title: 'the hub finds the referral, reads the person and the form, receives and accepts',
      async run(stage) {
        await takeReferral(stage, 'ada')
        const patient = await read(stage.systems.hub, learned(stage, 'ada.patient'))
        must(patient['birthDate'] === '1940-02-29', 'her date of birth', patient['birthDate'])
        const referral = await read(stage.systems.hub, learned(stage, 'ada.referral'))
        must(referral['status'] === 'active', 'an active referral', referral['status'])
        await receiveAndAccept(stage, 'hub', learned(stage, 'ada.task'))
        return `${learned(stage, 'ada.referral')} by ${learned(stage, 'ada.task')}`
      },
    },
    {
      title: 'the hub decides pathway 1, with its reason, and assigns community health and the council',
      async run(stage) {
        await decidePathway(stage, learned(stage, 'ada.task'), '1', 'Needs help twice a day at first; lives alone, key safe.')
        await hidden(stage.systems.community, learned(stage, 'ada.patient'))
        stage.known.set('ada.community', await assignTo(stage, 'ada', 'community', 'assess-and-plan'))
        stage.known.set('ada.council', await assignTo(stage, 'ada', 'council', 'arrange-care'))
        await read(stage.systems.community, learned(stage, 'ada.patient'))
        await hidden(stage.systems.otherCouncil, learned(stage, 'ada.patient'))
        await hidden(stage.systems.provider, learned(stage, 'ada.referral'))
        return 'assigned: both see her now, another council and a provider do not'
      },
    },
    {
      title: 'community health accepts, plans with two goals, and starts',
      async run(stage) {
        const { community } = stage.systems
        await receiveAndAccept(stage, 'community', learned(stage, 'ada.community'))
        const subject = { reference: learned(stage, 'ada.patient') }
        const referral = { reference: learned(stage, 'ada.referral') }
        const goals = []
        for (const text of ['Washes and dresses without help', 'Climbs the stairs safely']) {
          const goal = await create(community, 'Goal', {
            resourceType: 'Goal',
            lifecycleStatus: 'active',
            description: { text },
            subject,
            addresses: [referral],
          })
          goals.push({ reference: `Goal/${goal['id']}` })
        }
        const plan = await create(community, 'CarePlan', {
          resourceType: 'CarePlan',
          status: 'active',
          intent: 'plan',
          title: 'Reablement at home',
          subject,
          supportingInfo: [referral],
          goal: goals,
          period: { start: new Date().toISOString().slice(0, 10) },
          activity: [
            {
              detail: {
                kind: 'ServiceRequest',
                status: 'scheduled',
                description: 'Reablement visits, morning and evening, four hours a week',
              },
            },
          ],
        })
        stage.known.set('ada.plan', `CarePlan/${plan['id']}`)
        await setStatus(stage, 'community', learned(stage, 'ada.community'), 'in-progress')
        return `${learned(stage, 'ada.plan')} with ${goals.length} goals`
      },
    },
    {
      title: 'the council pulls the care plan by NHS number',
      async run(stage) {
        const query = `CarePlan?patient:Patient.identifier=${nhsNumber}|${ada.nhsNumber}`
        const plans = resources(await read(stage.systems.council, query))
        must(
          plans.some((plan) => `CarePlan/${plan['id']}` === learned(stage, 'ada.plan')),
          'the plan',
          plans.length,
        )
        const elsewhere = await read(stage.systems.otherCouncil, query)
        must(resources(elsewhere).length === 0, 'nothing for another council', elsewhere)
        await receiveAndAccept(stage, 'council', learned(stage, 'ada.council'))
        return `${plans.length} plan; another council finds none`
      },
    },
    { title: 'hub, community health and council each state what is theirs to decide', run: decide },
    {
      title: 'she goes home: ADT^A03, and the discharge summary as MDM^T02 with a PDF',
      async run({ mllp, systems }) {
        const left = await mllp(hl7('ADT^A03^ADT_A03', ada, { at: ago(5), pv1: { 36: '19', 45: ago(10) } }))
        const letter = await mllp(dischargeSummary(ada, { at: ago(4) }))
        must(ackCode(left) === 'AA' && ackCode(letter) === 'AA', 'AA and AA', `${left} ${letter}`)
        const documents = resources(
          await read(systems.council, `DocumentReference?patient:Patient.identifier=${nhsNumber}|${ada.nhsNumber}`),
        )
        const urls = documents.map((document) => document['content']![0]!['attachment']!['url'] as string | undefined)
        const binary = urls.find((url) => url?.includes('Binary/'))
        must(binary !== undefined, 'a document with a Binary', urls)
        const { status, text } = await systems.council.ask(
          'GET',
          `/fhir/R4/${binary.slice(binary.indexOf('Binary/'))}`,
          undefined,
          { accept: 'application/pdf' },
        )
        must(status === 200 && text.startsWith('%PDF'), 'the PDF', `${status} ${text.slice(0, 40)}`)
        return `A03 → AA, T02 → AA; the council reads the PDF`
      },
    },
    {
      title: 'the hub hears of the discharge, community health visits, all close their tasks',
      async run(stage) {
        const { hub, community } = stage.systems
        const notices = resources(await read(hub, 'Communication?recipient=Organization/hub1&_count=50'))
        must(
          notices.some((notice) => JSON.stringify(notice['category']).includes('"discharged"')),
          'a notice of the discharge',
          notices.length,
        )
        const contact = await create(community, 'Encounter', {
          resourceType: 'Encounter',
          status: 'finished',
          class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
          subject: { reference: learned(stage, 'ada.patient') },
          basedOn: [{ reference: learned(stage, 'ada.referral') }],
          period: { start: new Date(Date.now() - 240_000).toISOString(), end: new Date().toISOString() },
        })
        await read(hub, `Encounter/${contact['id']}`)
        await finish(stage, 'community', learned(stage, 'ada.community'), 'Accepted; first visit done on the day of discharge')
        await setStatus(stage, 'council', learned(stage, 'ada.council'), 'in-progress')
        await finishWith(stage, 'council', learned(stage, 'ada.council'), {
          coding: [{ system: codeSystem('cld-event-outcome'), code: 'progress-to-reablement-st-max' }],
        })
        await finish(stage, 'hub', learned(stage, 'ada.task'), 'Home on pathway 1')
        return `contact Encounter/${contact['id']}`
      },
    },
    {
      title: 'the EPR reads the outcome from the task of its referral',
      async run(stage) {
        const tasks = resources(
          await read(stage.systems.epr, `Task?focus=${learned(stage, 'ada.referral')}&requester=Organization/trust1`),
        )
        const [task] = tasks
        must(tasks.length === 1 && task?.['status'] === 'completed', 'one completed task', tasks)
        must(JSON.stringify(task['output']).includes('Home on pathway 1'), 'the outcome', task['output'])
        return 'completed: Home on pathway 1'
      },
    },
    {
      title: 'the council pulls its client-level data to reconcile: CSV',
      async run({ systems }) {
        const { status, text, headers } = await systems.council.ask(
          'GET',
          '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31',
        )
        must(
          status === 200 && (headers.get('content-type') ?? '').startsWith('text/csv'),
          'a CSV',
          `${status} ${text.slice(0, 200)}`,
        )
        must(
          text.includes(ada.nhsNumber) && text.includes('Discharge from Hospital'),
          'her request row',
          `${text.split('\n').length} lines`,
        )
        const other = await systems.otherCouncil.ask('GET', '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31')
        must(other.status === 200 && !other.text.includes(ada.nhsNumber), 'nothing of her for another council', other.status)
        return `${text.trim().split('\n').length - 1} rows`
      },
    },
  ],
}
