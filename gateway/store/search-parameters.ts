// The table of search parameters: per resource type what may be searched by, and where in the resource it stands.

export { indexRows } from './index-rows.ts'

export type SearchType = 'token' | 'reference' | 'string' | 'date'

export interface SearchParameter {
  readonly type: SearchType
  /** Element paths within the resource; repeats are walked. `extension:ID` is our extension of that id. */
  readonly paths: readonly string[]
  /** Types that a reference may point to. */
  readonly targets?: readonly string[]
  /** Code system of an element of type `code` or `boolean`, which does not carry it. */
  readonly codeSystem?: string
  /** Searches the rows of this other parameter of the type, narrowed to `targets`; it has no rows of its own. */
  readonly within?: string
  /** The truth of whether the element is there and not false, instead of its value. */
  readonly asPresence?: boolean
}

const token = (...paths: string[]): SearchParameter => ({ type: 'token', paths })
const code = (path: string, codeSystem: string): SearchParameter => ({
  type: 'token',
  paths: [path],
  codeSystem,
})
const flag = (path: string) => code(path, 'http://terminology.hl7.org/CodeSystem/special-values')
const string = (...paths: string[]): SearchParameter => ({ type: 'string', paths })
const date = (...paths: string[]): SearchParameter => ({ type: 'date', paths })
const reference = (path: string, targets: readonly string[]): SearchParameter => ({
  type: 'reference',
  paths: [path],
  targets,
})
const patientIn = (within: string): SearchParameter => ({
  type: 'reference',
  paths: [],
  targets: ['Patient'],
  within,
})

const hl7 = (name: string) => `http://hl7.org/fhir/${name}`

const subjects = ['Patient', 'Group', 'Device', 'Location']
const performers = [
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'CareTeam',
  'HealthcareService',
  'Patient',
  'Device',
  'RelatedPerson',
]
const anything = [
  'ServiceRequest',
  'Task',
  'CarePlan',
  'Goal',
  'Encounter',
  'EpisodeOfCare',
  'Observation',
  'DocumentReference',
  'Communication',
  'Patient',
  'Organization',
  'Binary',
  'Bundle',
]

/** The parameter of a type by its code; undefined when it is not served. */
export function searchParameterOf(type: string, code: string): SearchParameter | undefined {
  const ofType = Object.hasOwn(searchParameters, type) ? searchParameters[type] : undefined
  return ofType && Object.hasOwn(ofType, code) ? ofType[code] : undefined
}

/** Codes and meanings are those of FHIR R4's own SearchParameter resources, but for those of profiles/fsh/exchange/operations.fsh. */
export const searchParameters: Readonly<Record<string, Readonly<Record<string, SearchParameter>>>> = {
  Patient: {
    identifier: token('identifier'),
    family: string('name.family'),
    given: string('name.given'),
    name: string('name.family', 'name.given', 'name.prefix', 'name.suffix', 'name.text'),
    birthdate: date('birthDate'),
    gender: code('gender', hl7('administrative-gender')),
    active: flag('active'),
    deceased: {
      ...flag('deceasedBoolean'),
      paths: ['deceasedBoolean', 'deceasedDateTime'],
      asPresence: true,
    },
    'address-postalcode': string('address.postalCode'),
    organization: reference('managingOrganization', ['Organization']),
  },
  Organization: {
    identifier: token('identifier'),
    name: string('name', 'alias'),
    active: flag('active'),
    type: token('type'),
  },
  Encounter: {
    identifier: token('identifier'),
    status: code('status', hl7('encounter-status')),
    class: token('class'),
    subject: reference('subject', ['Patient', 'Group']),
    patient: patientIn('subject'),
    date: date('period'),
    'service-provider': reference('serviceProvider', ['Organization']),
    'based-on': reference('basedOn', ['ServiceRequest']),
    'episode-of-care': reference('episodeOfCare', ['EpisodeOfCare']),
    'part-of': reference('partOf', ['Encounter']),
  },
  EpisodeOfCare: {
    identifier: token('identifier'),
    status: code('status', hl7('episode-of-care-status')),
    patient: reference('patient', ['Patient']),
    organization: reference('managingOrganization', ['Organization']),
    'incoming-referral': reference('referralRequest', ['ServiceRequest']),
  },
  ServiceRequest: {
    identifier: token('identifier'),
    status: code('status', hl7('request-status')),
    intent: code('intent', hl7('request-intent')),
    priority: code('priority', hl7('request-priority')),
    category: token('category'),
    code: token('code'),
    subject: reference('subject', subjects),
    patient: patientIn('subject'),
    encounter: reference('encounter', ['Encounter']),
    requester: reference('requester', performers),
    performer: reference('performer', performers),
    authored: date('authoredOn'),
    'based-on': reference('basedOn', ['ServiceRequest', 'CarePlan', 'MedicationRequest']),
    'work-type': token('extension:work-type.valueCodeableConcept'),
  },
  Task: {
    identifier: token('identifier'),
    status: code('status', hl7('task-status')),
    intent: code('intent', hl7('request-intent')),
    priority: code('priority', hl7('request-priority')),
    'business-status': token('businessStatus'),
    code: token('code'),
    owner: reference('owner', performers),
    requester: reference('requester', performers),
    subject: reference('for', anything),
    patient: patientIn('subject'),
    focus: reference('focus', anything),
    'based-on': reference('basedOn', anything),
    'part-of': reference('partOf', ['Task']),
    encounter: reference('encounter', ['Encounter']),
    'authored-on': date('authoredOn'),
    modified: date('lastModified'),
  },
  CarePlan: {
    identifier: token('identifier'),
    status: code('status', hl7('request-status')),
    intent: code('intent', hl7('request-intent')),
    category: token('category'),
    subject: reference('subject', ['Patient', 'Group']),
    patient: patientIn('subject'),
    encounter: reference('encounter', ['Encounter']),
    'based-on': reference('basedOn', ['CarePlan']),
    'part-of': reference('partOf', ['CarePlan']),
    'activity-reference': reference('activity.reference', anything),
    goal: reference('goal', ['Goal']),
    date: date('period'),
  },
  Goal: {
    identifier: token('identifier'),
    'lifecycle-status': code('lifecycleStatus', hl7('goal-status')),
    subject: reference('subject', ['Patient', 'Group', 'Organization']),
    patient: patientIn('subject'),
    'start-date': date('startDate'),
    'target-date': date('target.dueDate'),
  },
  Observation: {
    identifier: token('identifier'),
    status: code('status', hl7('observation-status')),
    code: token('code'),
    subject: reference('subject', subjects),
    patient: patientIn('subject'),
    encounter: reference('encounter', ['Encounter']),
    date: date('effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming'),
    'value-concept': token('valueCodeableConcept'),
    'based-on': reference('basedOn', ['ServiceRequest', 'CarePlan']),
    'responsible-council': reference('extension:responsible-council.valueReference', ['Organization']),
  },
  DocumentReference: {
    identifier: token('masterIdentifier', 'identifier'),
    status: code('status', hl7('document-reference-status')),
    type: token('type'),
    category: token('category'),
    subject: reference('subject', ['Patient', 'Practitioner', 'Group', 'Device']),
    patient: patientIn('subject'),
    date: date('date'),
    encounter: reference('context.encounter', ['Encounter', 'EpisodeOfCare']),
    related: reference('context.related', anything),
    custodian: reference('custodian', ['Organization']),
    author: reference('author', performers),
  },
  Communication: {
    identifier: token('identifier'),
    status: code('status', hl7('event-status')),
    category: token('category'),
    subject: reference('subject', ['Patient', 'Group']),
    patient: patientIn('subject'),
    encounter: reference('encounter', ['Encounter']),
    recipient: reference('recipient', performers),
    sender: reference('sender', performers),
    sent: date('sent'),
    received: date('received'),
    'based-on': reference('basedOn', anything),
    'part-of': reference('partOf', anything),
  },
  Bundle: {
    identifier: token('identifier'),
    type: code('type', hl7('bundle-type')),
    timestamp: date('timestamp'),
  },
}
