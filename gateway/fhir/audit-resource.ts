// One row of the audit as an AuditEvent. https://hl7.org/fhir/R4/auditevent.html

import type { Audit } from '../store/store.ts'
import { isKnownType } from '../types.ts'
import type { FhirResource } from './resource.ts'

/** Who and what are ids of ours; names and search values were never written down. */
export function auditEventOf(audit: Audit): FhirResource {
  const { id, at, client, organization, action, outcome, reason, what, request, purpose, practitioner, stated } = audit
  const [, method = '', address = ''] = /^([A-Z]+) (\S+)$/.exec(action) ?? []
  const interaction = interactionOf(method, address)
  return {
    resourceType: 'AuditEvent',
    id,
    meta: { lastUpdated: at },
    type: action === 'token' ? login : rest,
    subtype: [{ ...(method !== '' && { system: interactions }), code: interaction ?? action }],
    action: interaction === undefined ? 'E' : (letters[interaction] ?? 'E'),
    recorded: at,
    outcome: outcome === 'success' ? '0' : outcome === 'refused' ? '4' : '8',
    ...(reason !== undefined && { outcomeDesc: reason }),
    ...(purpose !== undefined && { purposeOfEvent: [purposeOf(purpose, stated)] }),
    agent: [
      { who: { identifier: { value: client } }, altId: client, requestor: true },
      // What the gateway did by itself is no organisation's and no person's act.
      ...(organization === 'gateway'
        ? [{ who: { display: observer }, requestor: false }]
        : [{ who: { reference: `Organization/${organization}` }, requestor: false }, personOf(practitioner, stated)]),
    ],
    source: { observer: { display: observer }, type: [{ system: sourceTypes, code: '3', display: 'Web Server' }] },
    entity: [...what.map(entityOf), { what: { identifier: { value: request } }, type: requestType }],
  }
}

const observer = 'Home First Gateway'

/** Who at the organisation looked: where nobody was named, that is said, so that it can be counted. */
function personOf(practitioner: string | undefined, stated = ''): Record<string, unknown> {
  if (practitioner === undefined) return { who: { display: 'no person named' }, requestor: false }
  const [system, value] = practitioner.split('|')
  const display = stated.includes('practitioner:token') ? { display: byToken } : {}
  return { who: { type: 'PractitionerRole', identifier: { system, value }, ...display }, requestor: false }
}

/** A code of v3-PurposeOfUse, or in words what the client is registered for. */
function purposeOf(purpose: string, stated = ''): Record<string, unknown> {
  if (!/^[A-Z]+$/.test(purpose)) return { text: purpose }
  return { coding: [{ system: actReasons, code: purpose }], ...(stated.includes('purpose:token') && { text: byToken }) }
}

/** Otherwise each request states them anew. */
const byToken = 'as the access token states'
const actReasons = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'

const rest = { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest', display: 'RESTful Operation' }
const login = { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110114', display: 'User Authentication' }
const interactions = 'http://hl7.org/fhir/restful-interaction'
const sourceTypes = 'http://terminology.hl7.org/CodeSystem/security-source-type'
/** After IHE's Basic Audit Log Patterns, which keep the request's id so. */
const requestType = { system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType', code: 'XrequestId' }

/** As IHE's Basic Audit Log Patterns have it: a search, a batch, a transaction and an operation are executed (E). */
const letters: Readonly<Record<string, 'C' | 'R' | 'U' | 'D'>> = {
  create: 'C',
  read: 'R',
  vread: 'R',
  'history-instance': 'R',
  'history-type': 'R',
  'history-system': 'R',
  update: 'U',
  patch: 'U',
  delete: 'D',
}

/** The address is the one of the route table, with `:id` where an id stood. */
function interactionOf(method: string, address: string): string | undefined {
  const [type = '', id, ...more] = address.replace(/^\/fhir\/R4\/?/, '').split('/')
  if (!address.startsWith('/fhir/R4') || address.includes('$')) return undefined
  if (address.includes('/_history/')) return 'vread'
  if (address.endsWith('/_history'))
    return type === '_history' ? 'history-system' : id === '_history' ? 'history-type' : 'history-instance'
  if (type === '' || type === '_search') return method === 'POST' && type === '' ? 'transaction' : 'search-system'
  if (id === '_search' || (method === 'GET' && id === undefined)) return 'search-type'
  if (more.length > 0) return undefined
  return (
    { GET: 'read', HEAD: 'read', POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' } as Readonly<
      Record<string, string>
    >
  )[method]
}

function entityOf(what: string): Record<string, unknown> {
  const [type = ''] = what.split('/')
  const coded = isKnownType(type) && { type: { system: 'http://hl7.org/fhir/resource-types', code: type } }
  return isKnownType(type) && what !== type ? { what: { reference: what }, ...coded } : { ...coded, name: what }
}
