// What is kept from an organisation whatever it is a party to: said on the resource itself, or by the person's objection.

import type { Registry } from '../auth/registry.ts'
import { referencesAt, referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { isKnownType, resourceTypes } from '../types.ts'
import { anchorsAt } from './anchors.ts'
import { filesOf } from './files.ts'
import { inherit, withheldFrom } from './kept-from.ts'
import { journeysFor, keepJourney, mayWithhold, openedBy } from './kept-journey.ts'
import { naming } from './naming.ts'
import { objectionsOf, type Objection } from './objection.ts'
import type { Planning, Stored } from './planning.ts'
import { tellingOf } from './provenance.ts'
import { recordsOf } from './restricted.ts'

/**
 * Keeps what the resource says is to be kept, and gives back what it no longer says. What it says of others' records holds for
 * their papers, and for what tells how they came to be, too; of a referral it holds for its whole journey.
 */
export async function withhold(
  planning: Planning,
  resource: FhirResource,
  before: Stored | undefined,
  registry: Registry,
): Promise<void> {
  await inherit(planning, resource, before?.resource)
  const asked = askedBy(resource)
  const earlier = before ? askedBefore(before.resource) : []
  if (asked.length === 0 && earlier.length === 0) return
  const isChanged = JSON.stringify(asked) !== JSON.stringify(earlier)
  if (isChanged) checkMayWithhold(planning, resource)
  checkNamed(asked, resource, before?.origin ?? planning.caller.organization, registry)
  if (isChanged) planning.giveBack(referenceTo(resource))
  for (const objection of asked) await keep(planning, resource, objection)
}

/** A resource's own word, and an objection's; of a Consent that objects, the paper itself is kept from whom it names. */
function askedBy(resource: FhirResource): readonly Objection[] {
  const reference = referenceTo(resource)
  const own = withheldFrom(resource)
  const read = objectionsOf(resource)
  if ('faults' in read) throw new Refusal('unprocessable', read.faults)
  const named = [...own, ...read.objections.flatMap(({ from }) => from)]
  return [...(named.length > 0 ? [{ from: named, what: [reference] }] : []), ...read.objections]
}

/** What was stored before it could be kept asked for nothing. */
function askedBefore(resource: FhirResource): readonly Objection[] {
  return 'faults' in objectionsOf(resource) ? [] : askedBy(resource)
}

function checkMayWithhold({ caller }: Planning, { resourceType }: FhirResource): void {
  if (mayWithhold.includes(caller.kind)) return
  throw new Refusal('forbidden', {
    id: 'not-yours-to-withhold',
    text: `only these keep something from an organisation, or give it back: ${mayWithhold.join(', ')}; tell one of them`,
    expression: resourceType,
  })
}

function checkNamed(asked: readonly Objection[], resource: FhirResource, origin: string, registry: Registry): void {
  const named = new Set(asked.flatMap(({ from }) => from))
  const faults = [...named].flatMap((one): readonly Fault[] => {
    if (one === origin)
      return [fault(resource, 'withheld-from-its-author', 'nobody can keep from an organisation what it wrote itself')]
    return registry.organization(one)
      ? []
      : [fault(resource, 'withheld-from-unknown', 'what is to be kept from an organisation names one that is known here')]
  })
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
}

const fault = ({ resourceType }: FhirResource, id: string, text: string): Fault => ({
  id,
  text,
  expression: resourceType,
  code: 'business-rule',
})

async function keep(planning: Planning, resource: FhirResource, { from, what }: Objection): Promise<void> {
  const source = referenceTo(resource)
  const isOfPerson = what.length === 0
  const journeys = isOfPerson
    ? await journeysFor(planning, referencesAt(resource, 'patient')[0], source)
    : [...what.filter(isJourney), ...(await openedBy(planning, what))]
  for (const journey of journeys) await keepJourney(planning, journey.replace('EpisodeOfCare/', ''), { source, from })
  for (const one of what.filter((reference) => !isJourney(reference))) {
    await checkNotItsOwn(planning, one, from, resource)
    if (one !== source) await checkOfPerson(planning, one, resource)
    for (const kept of [one, ...(await papersOf(planning, one))])
      for (const organization of from) planning.withhold({ resource: kept, organization, reason: resource.resourceType, source })
  }
}

const isJourney = (reference: string): boolean => reference.startsWith('EpisodeOfCare/')

/** Of another's record too: whoever wrote it has it, and would only learn that it is kept from them. */
async function checkNotItsOwn(
  planning: Planning,
  reference: string,
  from: readonly string[],
  resource: FhirResource,
): Promise<void> {
  const origin = (await planning.load(reference))?.origin
  if (origin === undefined || !from.includes(origin)) return
  throw new Refusal(
    'unprocessable',
    fault(resource, 'withheld-from-its-author', 'nobody can keep from an organisation what it wrote itself'),
  )
}

/** An objection is to what is said of the person who objects. */
async function checkOfPerson(planning: Planning, reference: string, consent: FhirResource): Promise<void> {
  const [person] = referencesAt(consent, 'patient')
  const stored = await planning.load(reference)
  const type = stored?.resource.resourceType ?? ''
  const paths = isKnownType(type) ? resourceTypes[type].person : []
  const named = paths.flatMap((path) => anchorsAt(stored?.resource, path)).filter((one) => one.startsWith('Patient/'))
  const records = person === undefined ? [] : await recordsOf(planning, person)
  if (named.every((one) => records.includes(one))) return
  throw new Refusal('unprocessable', fault(consent, 'other-person', 'an objection is to what is said of the person who objects'))
}

/** The files of its author that it lists, those that are its own to guard, and what tells how it came to be. */
async function papersOf(planning: Planning, reference: string): Promise<readonly string[]> {
  const stored = await planning.load(reference)
  const files = [...(stored ? await filesOf(planning, stored) : []), ...(await guardedBy(planning, reference))]
  return [...new Set(files), ...(await tellingOf(planning, reference))]
}

/** A Binary is shown to whom its securityContext is shown, also when that is kept from somebody later (Binary.securityContext). */
const guardedBy = (planning: Planning, reference: string): Promise<readonly string[]> =>
  naming(planning, 'Binary.anchor', reference, 'the files that something guards which is kept from an organisation')
