// As what a caller may change a resource, and what none may change of it.

import { isDeepStrictEqual } from 'node:util'
import { referencesAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { resourceTypes } from '../types.ts'
import type { Planning, Stored } from './planning.ts'
import { checkSameKind } from './same-kind.ts'
import { checkStatusChange, type Actor } from './status.ts'

export function checkUpdate(planning: Planning, before: Stored, after: FhirResource, isFromFeed: boolean): void {
  const type = after.resourceType
  const actors = actorsOf(planning, before)
  if (actors.length === 0) {
    throw new Refusal('forbidden', {
      id: 'not-yours-to-change',
      text: `only those that ${type} was written by or assigned to may change it`,
      expression: type,
    })
  }
  if (isFromFeed) return
  checkSameKind(before.resource, after)
  const changed = (fixed[type] ?? []).filter((name) => !isDeepStrictEqual(before.resource[name], after[name]))
  if (changed.length > 0) {
    throw new Refusal(
      'unprocessable',
      changed.map((name) => ({
        id: 'may-not-change',
        text: 'this element does not change after creation',
        expression: `${type}.${name}`,
        code: 'business-rule' as const,
      })),
    )
  }
  checkStatusChange(type, before.resource['status'], after['status'], actors)
}

/** As what the caller may change it: a Task's requester or, once it is more than a draft, its owner; else its origin; a plan also by whoever sees it and may write plans. */
export function actorsOf({ caller }: Planning, { resource, origin }: Stored): readonly Actor[] {
  const me = `Organization/${caller.organization}`
  if (resource.resourceType === 'Task') {
    return [
      ...(referencesAt(resource, 'requester').includes(me) ? (['requester'] as const) : []),
      ...(resource['status'] !== 'draft' && referencesAt(resource, 'owner').includes(me) ? (['owner'] as const) : []),
    ]
  }
  const isShared = ['CarePlan', 'Goal', 'CareTeam'].includes(resource.resourceType)
  const mayWritePlans = resourceTypes.CarePlan.writers.some((role) => role === caller.kind)
  return origin === caller.organization || (isShared && mayWritePlans) ? ['requester'] : []
}

/** Nobody asks in another's name; with `isRequired` the element must be there. */
export function checkIsCaller(planning: Planning, resource: FhirResource, name: string, isRequired = false): void {
  const organizations = referencesAt(resource, name).filter((reference) => reference.startsWith('Organization/'))
  const isOther = organizations.some((reference) => reference !== `Organization/${planning.caller.organization}`)
  if (!isOther && !(isRequired && organizations.length === 0)) return
  throw new Refusal('unprocessable', {
    id: 'not-the-caller',
    text: 'names the organisation that sends it, and no other',
    expression: `${resource.resourceType}.${name}`,
    code: 'business-rule',
  })
}

/** Whom a resource was for, or where it was sent, does not change: that would be another referral, another task. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  ServiceRequest: ['subject', 'performer', 'requester', 'encounter', 'intent'],
  Task: ['focus', 'for', 'requester', 'owner', 'basedOn', 'partOf', 'intent'],
  CarePlan: ['subject', 'basedOn'],
  Goal: ['subject'],
  Encounter: ['subject'],
  Observation: ['subject', 'encounter'],
  DocumentReference: ['subject'],
  Composition: ['subject'],
  QuestionnaireResponse: ['subject'],
  Condition: ['subject'],
  Procedure: ['subject'],
  AllergyIntolerance: ['patient'],
  MedicationStatement: ['subject'],
  MedicationRequest: ['subject'],
  Flag: ['subject'],
  CareTeam: ['subject'],
  RelatedPerson: ['patient'],
  Consent: ['patient'],
  DeviceRequest: ['subject'],
  Provenance: ['target'],
}
