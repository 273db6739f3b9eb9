// Bert: referred by FHIR message, taken off the list because he meets criteria to reside again, later to a pathway 2 bed.

import { randomUUID } from 'node:crypto'
import { identifierSystem, nhsNumber, odsOrganization } from '../../profiles/canonical.ts'
import { assignTo, decidePathway, finish, receiveAndAccept, setStatus, takeReferral } from './acts.ts'
import { people, type SyntheticPerson } from './cast.ts'
import { ago, referralForm } from './hl7.ts'
import { ackCode, change, hidden, learned, must, read, resources, type Chapter } from './stage.ts'

const { bert } = people
const urn = () => `urn:uuid:${randomUUID()}`

/** A referral with BaRS mechanics: person and spell by the trust's identifiers, receiver and performer by ODS code. */
export function referralMessage(person: SyntheticPerson, reason: string): object {
  const [patient, spell, referral, hub, trust] = [urn(), urn(), urn(), urn(), urn()]
  const organization = (code: string) => ({
    resourceType: 'Organization',
    identifier: [{ system: odsOrganization, value: code }],
    name: code,
  })
  return {
    resourceType: 'Bundle',
    id: randomUUID(),
    type: 'message',
    timestamp: new Date().toISOString(),
    entry: [
      {
        fullUrl: urn(),
        resource: {
          resourceType: 'MessageHeader',
          eventCoding: {
            system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
            code: 'servicerequest-request',
          },
          reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'new' }] },
          destination: [{ endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999001', receiver: { reference: hub } }],
          source: { endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999002' },
          sender: { reference: trust },
          focus: [{ reference: referral }],
        },
      },
      { fullUrl: hub, resource: organization('HUB1') },
      { fullUrl: trust, resource: organization('TRUST1') },
      {
        fullUrl: patient,
        resource: {
          resourceType: 'Patient',
          identifier: [
            { system: nhsNumber, value: person.nhsNumber },
            { system: identifierSystem('local/trust1-epr/TRUST1'), value: person.local },
          ],
          name: [{ use: 'official', family: person.family, given: [person.given] }],
          gender: 'male',
          birthDate: `${person.birthDate.slice(0, 4)}-${person.birthDate.slice(4, 6)}-${person.birthDate.slice(6)}`,
        },
      },
      {
        fullUrl: spell,
        resource: {
          resourceType: 'Encounter',
          identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1/visit'), value: person.visit }],
          status: 'in-progress',
          class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
          subject: { reference: patient },
          period: { start: new Date(Date.now() - 6 * 86_400_000).toISOString() },
        },
      },
      {
        fullUrl: referral,
        resource: {
          resourceType: 'ServiceRequest',
          status: 'active',
          intent: 'plan',
          code: { coding: [{ system: 'http://snomed.info/sct', code: '718524000' }] },
          subject: { reference: patient },
          encounter: { reference: spell },
          authoredOn: new Date().toISOString(),
          requester: { reference: trust },
          performer: [{ reference: hub }],
          reasonCode: [{ text: reason }],
        },
      },
    ],
  }
}

export const messageHeaders = () => ({ 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID() })

export const bertWaits: Chapter = {
  title: 'Bert is taken off the list, and later goes to a pathway 2 bed (FHIR message)',
  steps: [
    {
      title: 'the EPR posts his referral to $process-message; its repeat is told to be one',
      async run({ systems }) {
        const [message, headers] = [referralMessage(bert, 'Needs rehabilitation after a stroke'), messageHeaders()]
        const first = await systems.epr.ask('POST', '/fhir/R4/$process-message', message, headers)
        must(first.status === 200, '200', `${first.status} ${first.text.slice(0, 400)}`)
        must(
          first.headers.get('x-request-id') === headers['x-request-id'],
          'X-Request-Id echoed',
          first.headers.get('x-request-id'),
        )
        const again = await systems.epr.ask('POST', '/fhir/R4/$process-message', message, headers)
        must(again.status === 409 && again.text.includes('duplicate'), '409 duplicate', `${again.status}`)
        return '200, then 409 duplicate for the repeat'
      },
    },
    {
      title: 'the hub accepts and decides pathway 1 at first',
      async run(stage) {
        await takeReferral(stage, 'bert')
        await receiveAndAccept(stage, 'hub', learned(stage, 'bert.task'))
        await decidePathway(stage, learned(stage, 'bert.task'), '1', 'Home with therapy, if the stairs are managed.')
        return learned(stage, 'bert.task')
      },
    },
    {
      title: 'the daily census says that he meets criteria to reside again; the hub is told, and decides to wait',
      async run(stage) {
        const csv = `Organisation_Site_Code,Census_Date,NHS_Number,Date_Of_Birth,Local_Patient_Identifier,Visit_Number,Criteria_To_Reside,Days_NCTR,Date_NCTR\nTRUST1,${new Date().toISOString().slice(0, 10)},${bert.nhsNumber},1938-07-14,${bert.local},${bert.visit},Y,,\n`
        const { status, text } = await stage.systems.epr.ask('POST', '/import/census', csv, {
          'content-type': 'text/csv',
        })
        must(status === 200, '200 with a report', `${status} ${text.slice(0, 400)}`)
        const tasks = resources(await read(stage.systems.hub, `Task?focus=${learned(stage, 'bert.referral')}`))
        must(tasks[0]?.['status'] === 'accepted', 'a task that nobody but the hub moves', tasks[0]?.['status'])
        const states = resources(await read(stage.systems.hub, `Observation?subject=${learned(stage, 'bert.patient')}`))
        must(JSON.stringify(states).includes('"meets"'), 'the state of criteria to reside', states.length)
        await setStatus(stage, 'hub', learned(stage, 'bert.task'), 'on-hold')
        return 'meets again: on hold by the hub, not by the message'
      },
    },
    {
      title: 'days later the ward says that he no longer meets them; the hub re-decides: pathway 2, the first decision stays',
      async run(stage) {
        const ack = await stage.mllp(referralFormFor())
        must(ackCode(ack) === 'AA', 'AA', ack)
        await setStatus(stage, 'hub', learned(stage, 'bert.task'), 'in-progress')
        await decidePathway(stage, learned(stage, 'bert.task'), '2', 'Stairs not managed; bed-based rehabilitation.')
        const task = await read(stage.systems.epr, learned(stage, 'bert.task'))
        const pathways = (task['output'] as unknown as { valueCodeableConcept?: { coding: { code: string }[] } }[]).flatMap(
          (one) => one.valueCodeableConcept?.coding[0]?.code ?? [],
        )
        must(pathways.join() === '1,2', 'pathways 1,2', pathways)
        return 'pathway 1, then 2, with a reason each'
      },
    },
    {
      title: 'community health takes him into a bed; a tampered reason is refused',
      async run(stage) {
        const { hub, community } = stage.systems
        const task = await assignTo(stage, 'bert', 'community', 'provide-care')
        await hidden(stage.systems.council, learned(stage, 'bert.patient'))
        await receiveAndAccept(stage, 'community', task)
        const wrong = await hub.ask('PUT', `/fhir/R4/${task}`, Object.assign({}, await read(hub, task), { status: 'completed' }))
        must(wrong.status === 409, '409: only the owner completes its task', wrong.status)
        await change(community, task, (resource) => ({ ...resource, status: 'completed' }))
        await finish(stage, 'hub', learned(stage, 'bert.task'), 'Pathway 2 bed')
        return 'accepted and completed by community health alone'
      },
    },
  ],
}

/** The same person and spell, in the trust's other language. */
const referralFormFor = (): string => referralForm(bert, { at: ago(30), meets: 'N' }).replace('D2A-REFERRAL', 'CTR-REVIEW')
