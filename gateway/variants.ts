// The table of types that hold more than one kind of thing: how a resource shows which it is, and what kind of data that makes it.

import { base, codeSystem, structureDefinition } from '../profiles/canonical.ts'
import { at, isRecord, textAt } from './fhir/resource.ts'
import type { Kind, Role } from './types.ts'

/** A resource as far as it is known before it is judged. */
export interface Told {
  readonly resourceType: string
  readonly [element: string]: unknown
}

export interface Variant {
  readonly name: string
  readonly is: (resource: Told) => boolean
  readonly kind: Kind
  /** The profile that it claims when it conforms, if that is not its type's; undefined: none. */
  readonly profile: string | undefined
  /** Who may write it into a journey, if that is not its type's. */
  readonly writers?: readonly Role[]
}

/** By type; the first that fits. What fits none is what its type's row says. */
export const variants: Readonly<Record<string, readonly Variant[]>> = {
  Encounter: [{ name: 'a contact', is: isContact, kind: 'contact', profile: 'HomeFirstContact' }],
  // A place is shown to everybody when an organisation says that it is its own; where people live is nobody's directory.
  Location: [{ name: 'an organisation’s place', is: isPlaceOfWork, kind: 'directory', profile: undefined }],
  // A plan that a provider reads names the needs that it answers.
  Condition: [
    {
      name: 'a need',
      is: isNeed,
      kind: 'plan',
      profile: 'HomeFirstNeed',
      writers: ['acute', 'hub', 'community', 'council', 'provider', 'assessor'],
    },
  ],
  // Alerts go to whoever visits; a concern does not, because it may be about them (reference/practice.md, naive 15).
  Flag: [{ name: 'a safeguarding concern', is: isSafeguarding, kind: 'safeguarding', profile: 'HomeFirstSafeguarding' }],
  // What the person wants those to know who support them, and the plan as a form, are read by those who support them.
  QuestionnaireResponse: [
    { name: 'About me', is: answers('AboutMe'), kind: 'plan', profile: 'HomeFirstAboutMe' },
    { name: 'a plan as a form', is: answers('PersonalisedCareAndSupportPlan'), kind: 'plan', profile: undefined },
  ],
  Composition: [{ name: 'a referral as a paper', is: isReferral, kind: 'document', profile: 'HomeFirstReferralSummary' }],
}

export const variantOf = (resource: Told): Variant | undefined =>
  variants[resource.resourceType]?.find((variant) => variant.is(resource))

/** v3-ActCode classes of care outside the acute hospital: ambulatory, field, home health, virtual. */
const contactClasses: readonly unknown[] = ['AMB', 'FLD', 'HH', 'VR']

function isContact({ class: encounterClass }: Told): boolean {
  return isRecord(encounterClass) && contactClasses.includes(encounterClass['code'])
}

/** location-physical-type: a house; v3-RoleCode: the patient's residence. */
const homes: readonly unknown[] = ['ho', 'PTRES']

/** Without an organisation whose place it is said to be, it could be anybody's home. */
function isPlaceOfWork(location: Told): boolean {
  const codes = [...at(location, 'physicalType.coding.code'), ...at(location, 'type.coding.code')]
  return location['managingOrganization'] !== undefined && !codes.some((code) => homes.includes(code))
}

function isNeed(condition: Told): boolean {
  return codings(condition, 'category').some(({ system, code }) => system === codeSystem('plan-statement') && code === 'need')
}

/**
 * Ours, or anybody's whose words say so: what is taken for a concern and is none is shown to fewer than it could be, and the other
 * way about it is shown to whom it is about.
 */
function isSafeguarding(flag: Told): boolean {
  const concepts = [...at(flag, 'code'), ...at(flag, 'category')]
  const words = concepts.flatMap((concept) => [
    ...at(concept, 'text'),
    ...at(concept, 'coding.display'),
    ...at(concept, 'coding.code'),
  ])
  return (
    codings(flag, 'code').some(({ system }) => system === codeSystem('safeguarding-status')) ||
    at(flag, 'meta.profile').some((profile) => String(profile).startsWith(structureDefinition('HomeFirstSafeguarding'))) ||
    words.some((word) => /safeguard/i.test(String(word)))
  )
}

/** Of a form of ours, in whichever version. */
function answers(form: string): (response: Told) => boolean {
  const canonical = `${base}/Questionnaire/${form}`
  return (response) => textAt(response, 'questionnaire')?.split('|')[0] === canonical
}

/** SNOMED CT, of the value set referral-code: referral to discharge planning team, hospital discharge notification to social care. */
const referralCodes: readonly unknown[] = ['718524000', '715591000000108']

function isReferral(composition: Told): boolean {
  return at(composition, 'type.coding.code').some((code) => referralCodes.includes(code))
}

function codings(resource: Told, path: string): readonly Record<string, unknown>[] {
  return at(resource, `${path}.coding`).filter(isRecord)
}
