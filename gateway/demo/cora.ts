// Cora: a referral as a FHIR transaction, withdrawn before anyone came.

import { identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, receiveAndAccept, takeReferral } from './acts.ts'
import { people } from './cast.ts'
import { change, hidden, learned, must, read, resources, type Chapter } from './stage.ts'

const { cora } = people

export const referralTransaction = (): object => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:0f2f7a0e-0000-4000-8000-000000000001',
      request: {
        method: 'POST',
        url: 'Patient',
        ifNoneExist: `identifier=${identifierSystem('local/trust1-epr/TRUST1')}|${cora.local}`,
      },
      resource: {
        resourceType: 'Patient',
        identifier: [
          { system: nhsNumber, value: cora.nhsNumber },
          { system: identifierSystem('local/trust1-epr/TRUST1'), value: cora.local },
        ],
        name: [{ family: cora.family, given: [cora.given] }],
        birthDate: '1945-01-01',
      },
    },
    {
      request: { method: 'POST', url: 'ServiceRequest' },
      resource: {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        code: { coding: [{ system: 'http://snomed.info/sct', code: '718524000' }] },
        subject: { reference: 'urn:uuid:0f2f7a0e-0000-4000-8000-000000000001' },
        authoredOn: new Date().toISOString(),
        requester: { reference: 'Organization/trust1' },
        performer: [{ reference: 'Organization/hub1' }],
      },
    },
  ],
})

export const coraStays: Chapter = {
  title: "Cora's referral is withdrawn (FHIR transaction)",
  steps: [
    {
      title: 'the EPR posts a transaction: person and referral, or nothing',
      async run(stage) {
        const { status, text } = await stage.systems.epr.ask('POST', '/fhir/R4', referralTransaction())
        must(status === 200, '200', `${status} ${text.slice(0, 400)}`)
        await takeReferral(stage, 'cora')
        return learned(stage, 'cora.referral')
      },
    },
    {
      title: 'the hub accepts and assigns community health, which accepts',
      async run(stage) {
        await receiveAndAccept(stage, 'hub', learned(stage, 'cora.task'))
        stage.known.set('cora.community', await assignTo(stage, 'cora', 'community', 'assess-and-plan'))
        await receiveAndAccept(stage, 'community', learned(stage, 'cora.community'))
        await read(stage.systems.community, learned(stage, 'cora.patient'))
        return learned(stage, 'cora.community')
      },
    },
    {
      title: 'the trust withdraws: tasks are cancelled, the parties end, each is told',
      async run(stage) {
        const { epr, hub, community } = stage.systems
        await change(epr, learned(stage, 'cora.referral'), (referral) => ({
          ...referral,
          status: 'revoked',
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/request-statusReason',
              valueCodeableConcept: {
                coding: [{ system: 'https://home-first.example/fhir/CodeSystem/withdrawal-reason', code: '07' }],
              },
            },
          ],
        }))
        const task = await read(community, learned(stage, 'cora.community'))
        must(task['status'] === 'cancelled', 'its task cancelled', task['status'])
        await hidden(community, learned(stage, 'cora.patient'))
        await hidden(hub, learned(stage, 'cora.patient'))
        const notices = resources(await read(community, 'Communication?recipient=Organization/community1&_count=50'))
        must(
          notices.some((notice) => JSON.stringify(notice['category']).includes('"referral-withdrawn"')),
          'a notice',
          notices.length,
        )
        return 'cancelled; community health still reads its task, and no longer the person'
      },
    },
    {
      title: 'the hub tries to assign again, and cannot',
      async run(stage) {
        const { status } = await stage.systems.hub.ask('POST', '/fhir/R4/Task', {
          resourceType: 'Task',
          status: 'requested',
          intent: 'order',
          focus: { reference: learned(stage, 'cora.referral') },
          requester: { reference: 'Organization/hub1' },
          owner: { reference: 'Organization/council1' },
        })
        must(status === 422, '422', status)
        return '422'
      },
    },
  ],
}
