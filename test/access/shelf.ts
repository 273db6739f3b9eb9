// What is stored, as plain JSON, and what of it a caller may be told: the rule's word on each, and nothing else.

import { asGateway, type Gateway, type Json } from './gateway.ts'
import { sees, typeOf, type Caller, type Network } from './rule.ts'

export interface Stored {
  readonly name: string
  readonly type: string
  readonly resource: Json
  readonly versions: readonly number[]
  readonly isGone: boolean
}

export interface Shelf {
  readonly all: readonly Stored[]
  get(name: string): Stored | undefined
  /** Whether the rule lets the caller see it, gone or not. */
  isShown(caller: Caller, name: string): boolean
  /** All that a search may find. */
  standing(caller: Caller): readonly Stored[]
}

/** Types that tell of nobody: whoever is authenticated reads them. */
const directory: readonly string[] = ['Organization']

export async function shelfOf({ store }: Gateway, net: Network): Promise<Shelf> {
  const { versions } = await store.history(asGateway, {}, { count: 100_000, total: false, descending: false })
  const byName = Map.groupBy(versions, ({ type, id }) => `${type}/${id}`)
  const all = [...byName].flatMap(([name, those]): readonly Stored[] => {
    const last = those.at(-1)
    const text = those.findLast(({ deleted }) => !deleted)?.text
    if (!last || text === undefined || last.type === 'Person') return []
    const resource = JSON.parse(text) as Json
    return [{ name, type: typeOf(name), resource, versions: those.map(({ version }) => version), isGone: last.deleted }]
  })
  const known = new Map(all.map((one) => [one.name, one]))
  const isShown = (caller: Caller, name: string) => {
    const stored = known.get(name)
    if (!stored) return false
    if (directory.includes(stored.type)) return true
    return stored.type === 'Communication' ? isNoticeTo(caller, stored) : sees(net, caller, name)
  }
  const standing = (caller: Caller) => all.filter(({ name, isGone }) => !isGone && isShown(caller, name))
  return { all, get: (name) => known.get(name), isShown, standing }
}

/** A notice is its recipient's own, whatever becomes of what it tells of. */
function isNoticeTo({ organisation }: Caller, { resource }: Stored): boolean {
  return referencesAt(resource, 'recipient').includes(`Organization/${organisation}`)
}

/** Search parameters that are references, by type: where each stands in the resource, and what it may refer to. */
export const links: Readonly<Record<string, readonly (readonly [code: string, path: string, target: string])[]>> = {
  AllergyIntolerance: [['patient', 'patient', 'Patient']],
  CarePlan: [['subject', 'subject', 'Patient']],
  Communication: [['subject', 'subject', 'Patient']],
  Composition: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
    ['author', 'author', 'Organization'],
  ],
  Condition: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
  ],
  Consent: [['patient', 'patient', 'Patient']],
  Device: [['patient', 'patient', 'Patient']],
  DeviceRequest: [
    ['subject', 'subject', 'Patient'],
    ['based-on', 'basedOn', 'ServiceRequest'],
  ],
  DocumentReference: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'context.encounter', 'Encounter'],
  ],
  Encounter: [
    ['subject', 'subject', 'Patient'],
    ['based-on', 'basedOn', 'ServiceRequest'],
  ],
  EpisodeOfCare: [
    ['patient', 'patient', 'Patient'],
    ['incoming-referral', 'referralRequest', 'ServiceRequest'],
  ],
  Flag: [['subject', 'subject', 'Patient']],
  Goal: [['subject', 'subject', 'Patient']],
  MedicationRequest: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
  ],
  MedicationStatement: [['subject', 'subject', 'Patient']],
  Observation: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
    ['based-on', 'basedOn', 'ServiceRequest'],
  ],
  Patient: [],
  Procedure: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
  ],
  Provenance: [
    ['target', 'target', 'Flag'],
    ['target', 'target', 'CarePlan'],
  ],
  QuestionnaireResponse: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
    ['based-on', 'basedOn', 'ServiceRequest'],
  ],
  RelatedPerson: [['patient', 'patient', 'Patient']],
  ServiceRequest: [
    ['subject', 'subject', 'Patient'],
    ['encounter', 'encounter', 'Encounter'],
    ['requester', 'requester', 'Organization'],
    ['performer', 'performer', 'Organization'],
  ],
  Task: [
    ['focus', 'focus', 'ServiceRequest'],
    ['patient', 'for', 'Patient'],
    ['owner', 'owner', 'Organization'],
    ['requester', 'requester', 'Organization'],
    ['encounter', 'encounter', 'Encounter'],
  ],
}

/** Types that are searched. */
export const searched: readonly string[] = Object.keys(links)

/** The references at a path of at most two steps. */
export function referencesAt(resource: Json, path: string): readonly string[] {
  const steps = path.split('.')
  const found = steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => (value as Json | undefined)?.[step] ?? []),
    [resource],
  )
  return found.flatMap((one) => {
    const { reference } = one as { readonly reference?: unknown }
    return typeof reference === 'string' ? [reference] : []
  })
}

/** What a link of a resource leads to, by type. */
export const followed = ({ resource }: Stored, path: string, target: string): readonly string[] =>
  referencesAt(resource, path).filter((name) => typeOf(name) === target)

/** The person that a resource names itself. */
export const personOf = (stored: Stored): string | undefined =>
  ['subject', 'patient', 'for'].flatMap((path) => referencesAt(stored.resource, path)).find((name) => typeOf(name) === 'Patient')
