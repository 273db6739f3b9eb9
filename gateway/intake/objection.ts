// A person's objection to sharing, as a Consent that denies says it: from whom, and what. https://hl7.org/fhir/R4/consent.html

import { isDirectCare } from '../auth/purpose.ts'
import { at, isRecord, referencesAt, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'

/** From whom to keep what: named resources, or, where none is named, all journeys of the person. */
export interface Objection {
  readonly from: readonly string[]
  readonly what: readonly string[]
}

export type Read = { readonly objections: readonly Objection[] } | { readonly faults: readonly Fault[] }

/**
 * What an active Consent asks to be kept from whom. An objection that cannot be kept exactly as it is said is a fault, never a
 * narrower or a wider one; an objection to uses beyond direct care asks for nothing, because nothing is shared for them.
 */
export function objectionsOf(consent: FhirResource): Read {
  if (consent.resourceType !== 'Consent' || consent['status'] !== 'active') return { objections: [] }
  const found = at(consent, 'provision').flatMap((one) => within(one, 'Consent.provision'))
  const faults = found.flatMap((one) => ('id' in one ? one : []))
  return faults.length > 0 ? { faults } : { objections: found.flatMap((one) => ('id' in one ? [] : one)) }
}

/** A permission is nothing to keep; what it excepts may be. */
function within(provision: unknown, path: string): readonly (Objection | Fault)[] {
  if (!isRecord(provision)) return []
  const nested = Array.isArray(provision['provision']) ? (provision['provision'] as readonly unknown[]) : []
  if (provision['type'] !== 'deny') return nested.flatMap((one, i) => within(one, `${path}.provision[${i}]`))
  if (isBeyondCare(provision)) return []
  const faults = [...finer(provision, path), ...unnamed(provision, path)]
  if (faults.length > 0) return faults
  return [
    {
      from: referencesAt(provision, 'actor.reference').map((one) => one.replace('Organization/', '')),
      what: referencesAt(provision, 'data.reference'),
    },
  ]
}

function isBeyondCare(provision: Record<string, unknown>): boolean {
  const purposes = at(provision, 'purpose.code').map(String)
  return purposes.length > 0 && !purposes.some(isDirectCare)
}

/** What narrows a refusal in ways that are not kept here. */
const unkept = ['period', 'dataPeriod', 'action', 'securityLabel', 'purpose', 'class', 'code', 'provision']

const finer = (provision: Record<string, unknown>, path: string): readonly Fault[] =>
  unkept
    .filter((name) => provision[name] !== undefined)
    .map((name) => ({
      id: 'objection-not-kept',
      text: 'an objection that is limited so cannot be kept here: name organisations and, if not all, resources; end it by its status',
      expression: `${path}.${name}`,
      code: 'not-supported',
    }))

function unnamed(provision: Record<string, unknown>, path: string): readonly Fault[] {
  const actors = at(provision, 'actor')
  const organizations = referencesAt(provision, 'actor.reference').filter((one) => one.startsWith('Organization/'))
  if (actors.length > 0 && organizations.length === actors.length) return []
  return [
    {
      id: 'objection-names-nobody',
      text: 'names the organisations that must not see it; who objects to all sharing is not referred, or the referral is withdrawn',
      expression: `${path}.actor`,
      code: 'business-rule',
    },
  ]
}
