// What the simulator holds for pullers: one person for each behaviour, with a referral, a task and care plans.

import { codeSystem, nhsNumber, odsOrganization } from '../../profiles/canonical.ts'
import { behaviours, happens, sentinels, type Behaviour } from './sentinels.ts'

export interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly [element: string]: unknown
}

/** An extension as another supplier might have added it: nobody knows it, and whoever updates keeps it. */
export const unknownExtension = 'https://another-supplier.example/fhir/StructureDefinition/handover-colour'

export const council = 'council1'

/** Six, so that they fill three pages of two. */
const plansOf = (behaviour: Behaviour): readonly number[] =>
  behaviour === 'paged' || behaviour === 'elsewhere' ? [1, 2, 3, 4, 5, 6] : [1]

export function everything(now: string): readonly Resource[] {
  const organizations = ['hub1', council].map((id) => organization(id))
  return [...organizations, ...behaviours.filter((name) => happens(name, 'puller')).flatMap((name) => about(name, now))]
}

const organization = (id: string): Resource => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: odsOrganization, value: id.toUpperCase() }],
  name: `Example ${id.toUpperCase()}`,
})

function about(behaviour: Behaviour, now: string): readonly Resource[] {
  const reference = (type: string, n?: number) => ({ reference: `${type}/${idOf(behaviour, type, n)}` })
  const { nhsNumber: value } = sentinels[behaviour]
  const extension = [{ url: unknownExtension, valueString: 'teal' }]
  const isExtended = behaviour === 'extended'
  return [
    {
      resourceType: 'Patient',
      id: idOf(behaviour, 'Patient'),
      identifier: [{ system: nhsNumber, value }],
      name: [{ use: 'official', family: 'Simulated', given: [behaviour] }],
      gender: 'unknown',
      birthDate: '1941-06-03',
    },
    {
      resourceType: 'ServiceRequest',
      id: idOf(behaviour, 'ServiceRequest'),
      status: 'active',
      intent: 'plan',
      subject: reference('Patient'),
      authoredOn: now,
      requester: { reference: 'Organization/hub1' },
      performer: [{ reference: `Organization/${council}` }],
      reasonCode: [{ text: 'Needs help at home' }],
    },
    {
      resourceType: 'Task',
      id: idOf(behaviour, 'Task'),
      ...(isExtended && { extension }),
      status: 'requested',
      ...(isExtended && { _status: { extension } }),
      intent: 'order',
      code: { coding: [{ system: codeSystem('task-code'), code: 'provide-care' }] },
      focus: reference('ServiceRequest'),
      for: reference('Patient'),
      authoredOn: now,
      requester: { reference: 'Organization/hub1' },
      owner: { reference: `Organization/${council}` },
      ...(isExtended && { restriction: { extension, repetitions: 1 } }),
      input: [{ type: { text: 'care plan' }, valueReference: reference('CarePlan') }],
    },
    ...plansOf(behaviour).map((n) => ({
      resourceType: 'CarePlan',
      id: idOf(behaviour, 'CarePlan', n),
      status: 'active',
      intent: 'plan',
      title: `Plan ${n}`,
      subject: reference('Patient'),
      created: now,
      author: { reference: 'Organization/hub1' },
      supportingInfo: [reference('ServiceRequest')],
    })),
  ]
}

const short: Readonly<Record<string, string>> = { Patient: 'person', ServiceRequest: 'referral', Task: 'task', CarePlan: 'plan' }

const idOf = (behaviour: Behaviour, type: string, n = 1): string => `${short[type]}-${behaviour}${n > 1 ? `-${n}` : ''}`

/** From a resource's id, as they are made here. */
export function behaviourOfId(id: string): Behaviour | undefined {
  const name = id.split('-')[1] ?? ''
  return behaviours.find((one) => one === name)
}
