// A referral as a FHIR message with the mechanics of the Booking and Referral Standard.

import { odsOrganization } from '../../profiles/canonical.ts'
import type { Person } from '../people.ts'
import type { Role } from '../requirement.ts'
import type { Trial } from '../trial.ts'
import { found } from './fhir.ts'
import { localSystem, patientOf, referralOf, spellOf, type Resource } from './resources.ts'

export interface MessageParts {
  readonly person: Person
  readonly to?: Role
  readonly text?: string
  readonly event?: string
  /** Changes what is in the message, by type. */
  readonly edit?: Readonly<Record<string, (resource: Resource) => Resource>>
}

export function messageOf(
  t: Trial,
  { person, to = 'hub', text, event = 'servicerequest-request', edit = {} }: MessageParts,
): Resource {
  const urn = () => `urn:uuid:${t.uuid()}`
  const [patient, spell, referral, receiver, sender] = [urn(), urn(), urn(), urn(), urn()]
  const header = {
    resourceType: 'MessageHeader',
    eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: event },
    reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'new' }] },
    destination: [{ endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999001', receiver: { reference: receiver } }],
    source: { endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999002' },
    sender: { reference: sender },
    focus: [{ reference: referral }],
  }
  const request = referralOf({
    subject: patient,
    encounter: spell,
    requester: sender,
    performer: receiver,
    ...(text !== undefined && { text }),
  })
  const entries: readonly (readonly [string, Resource])[] = [
    [urn(), header],
    [receiver, organization(t, to)],
    [sender, organization(t, 'acute')],
    [patient, patientOf(person)],
    [spell, spellOf(person, patient, sender)],
    [referral, request],
  ]
  return {
    resourceType: 'Bundle',
    id: t.uuid(),
    type: 'message',
    timestamp: new Date().toISOString(),
    entry: entries.map(([fullUrl, resource]) => ({ fullUrl, resource: edit[resource.resourceType]?.(resource) ?? resource })),
  }
}

function organization(t: Trial, role: Role): Resource {
  const { ods } = t.system(role)
  return { resourceType: 'Organization', identifier: [{ system: odsOrganization, value: ods }], name: ods }
}

export const messageIds = (t: Trial) => ({ 'x-request-id': t.uuid(), 'x-correlation-id': t.uuid() })
export const processMessage = '$process-message'

export const messageNeeds = {
  systems: ['acute', 'hub'],
  capability: ['$process-message', 'Patient.search-type', 'ServiceRequest.search-type', 'Task.search-type'],
} as const

/** The referrals that the trust has about the person. */
export const referralsOf = (t: Trial, { local }: Person) =>
  found(t.as('acute'), `ServiceRequest?subject:Patient.identifier=${localSystem}|${local}`)
