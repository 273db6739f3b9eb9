// A product that sends referrals as FHIR messages, with habits that can be spoilt one at a time.

import { randomUUID } from 'node:crypto'
import { nhsNumber } from '../../../profiles/canonical.ts'
import { behaviours, happens, sentinels, type Behaviour } from '../../../conformance/simulate/sentinels.ts'
import { fhirClient, goodFhir, type FhirHabits, type Place } from './fhir-client.ts'

export interface MessageHabits extends FhirHabits {
  readonly ids: (index: number) => Readonly<Record<string, string>>
  readonly keepsIds: boolean
  readonly type: string
  /** Statuses after which it is sent once more all the same. */
  readonly again: readonly number[]
  readonly number: string
}

export const goodMessage: MessageHabits = {
  ...goodFhir,
  ids: () => ({ 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID() }),
  keepsIds: true,
  type: 'application/fhir+json',
  again: [],
  number: '',
}

export async function sendMessages(place: Place, habits: MessageHabits): Promise<void> {
  const client = fhirClient(place, habits, 'system/ServiceRequest.c system/Patient.c')
  const names = behaviours.filter((name) => happens(name, 'message') !== undefined && habits.meets(name))
  for (const [i, name] of names.entries()) {
    const ids = habits.ids(i)
    const asked = {
      method: 'POST',
      url: `${place.base}/$process-message`,
      headers: () => ({ 'content-type': habits.type, ...(habits.keepsIds ? ids : habits.ids(i)) }),
      body: JSON.stringify(messageAbout(name, i, habits)),
    }
    const response = await client.ask(asked)
    if (response && habits.again.includes(response.status)) await client.ask(asked)
    if (response?.status === 307) await client.visit(response.headers.get('location') ?? '', 'POST')
  }
}

function messageAbout(behaviour: Behaviour, index: number, { number }: MessageHabits): object {
  const value = behaviour === 'accepted' && number !== '' ? number : sentinels[behaviour].nhsNumber
  const resources = [
    {
      resourceType: 'MessageHeader',
      eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'servicerequest-request' },
      source: { endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999002' },
    },
    { resourceType: 'Patient', identifier: [{ system: nhsNumber, value }], birthDate: '1941-06-03' },
    { resourceType: 'ServiceRequest', status: 'active', intent: 'plan', reasonCode: [{ text: `Needs help ${index}` }] },
  ]
  const entry = resources.map((resource) => ({ fullUrl: `urn:uuid:${randomUUID()}`, resource }))
  return { resourceType: 'Bundle', id: randomUUID(), type: 'message', timestamp: new Date().toISOString(), entry }
}
