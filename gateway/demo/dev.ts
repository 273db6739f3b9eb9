// Dev: a form that does not say who is meant waits, with an owner, until somebody says so.

import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { newestTask, setStatus, takeReferral } from './acts.ts'
import { people } from './cast.ts'
import { ago, hl7, referralForm } from './hl7.ts'
import { ackCode, change, learned, must, read, resources, type Chapter } from './stage.ts'

const { dev } = people

export const devIsFound: Chapter = {
  title: 'Dev is identified (quarantine)',
  steps: [
    {
      title: 'a form comes without any identifier: it is acknowledged, stored, and given to its sender as a task',
      async run(stage) {
        const ack = await stage.mllp(referralForm(dev, { at: ago(60), pid: { 3: '' } }))
        must(ackCode(ack) === 'AA', 'AA', ack)
        const task = await newestTask(stage, 'epr', 'identify')
        stage.known.set('dev.identify', `Task/${task['id']}`)
        const { status } = await stage.systems.hub.ask('GET', `/fhir/R4/Task/${task['id']}`)
        must(status === 404, '404 for the hub', status)
        return `AA; ${learned(stage, 'dev.identify')} for the trust, nothing for the hub`
      },
    },
    {
      title: 'the trust admits him properly, and completes the task with the Patient that was meant',
      async run(stage) {
        const { epr } = stage.systems
        const ack = await stage.mllp(hl7('ADT^A01^ADT_A01', dev, { at: ago(70) }))
        must(ackCode(ack) === 'AA', 'AA', ack)
        const [patient] = resources(await read(epr, `Patient?identifier=${nhsNumber}|${dev.nhsNumber}`))
        const task = learned(stage, 'dev.identify')
        await setStatus(stage, 'epr', task, 'accepted')
        await change(epr, task, (resource) => ({
          ...resource,
          status: 'completed',
          output: [
            {
              type: { coding: [{ system: codeSystem('task-output'), code: 'identity' }] },
              valueReference: { reference: `Patient/${patient?.['id']}` },
            },
          ],
        }))
        return `Patient/${patient?.['id']}`
      },
    },
    {
      title: 'the form is taken up: the hub has the referral, for the right person',
      async run(stage) {
        await takeReferral(stage, 'dev')
        const patient = await read(stage.systems.hub, learned(stage, 'dev.patient'))
        must(JSON.stringify(patient['identifier']).includes(dev.nhsNumber), 'his NHS number', 'another')
        return learned(stage, 'dev.referral')
      },
    },
  ],
}
