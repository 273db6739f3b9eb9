// Whether a message keeps to its MessageDefinition: what message.ts asks, without a list of answers.

import type { LinkedProfile } from './linked.ts'
import { byCanonical, byEvent, isEvent, responseFaults } from './message.ts'
import type { MessagePlan } from './plan.ts'
import { type Json, isJson, listed } from './state.ts'

/** Whether `messageFaults` has no error. */
export type IsMessageRight = (bundle: Json) => boolean

export interface RightRules {
  readonly messages: readonly MessagePlan[]
  resolve(reference: string): Json | undefined
  /** Undefined: nothing that could be asked for. */
  profileAt(canonical: string): LinkedProfile | undefined
  isOfProfile(profile: LinkedProfile, resource: Json): boolean
}

export function messageVerdict(rules: RightRules): IsMessageRight {
  const ready = new Map(rules.messages.map((plan) => [plan, readyOf(plan, rules)]))
  const byUrl = new Map<unknown, Ready>(rules.messages.toReversed().map((plan) => [plan.url, readyOf(plan, rules)]))
  const readyFor = (header: Json): Ready | undefined => {
    const named = header['definition']
    const known = byUrl.get(named)
    if (known !== undefined) return known
    const plan = typeof named === 'string' ? byCanonical(named, rules.messages) : byEvent(header, rules.messages)
    return plan && ready.get(plan)
  }
  return (bundle) => {
    if (bundle['type'] !== 'message' || rules.messages.length === 0) return true
    const entries = listed(bundle['entry'])
    const first = entries[0]
    const header = isJson(first) ? first['resource'] : undefined
    if (!isJson(header) || header['resourceType'] !== 'MessageHeader') return true
    const definition = readyFor(header)
    return !definition || isKept(header, entries, definition, rules)
  }
}

interface Ready {
  readonly plan: MessagePlan
  /** It lists what the whole message holds; see message.ts. */
  readonly isWhole: boolean
  /** Where in its focus a type is listed. */
  readonly places: ReadonlyMap<unknown, readonly Place[]>
  /** One for each of its focus. */
  readonly zeros: readonly number[]
}

interface Place {
  readonly at: number
  readonly profile: LinkedProfile | undefined
}

function readyOf(plan: MessagePlan, { profileAt }: RightRules): Ready {
  const { focus } = plan
  const placesOf = (type: string): readonly Place[] =>
    focus.flatMap(({ code, profile }, at) =>
      code === type ? [{ at, profile: profile === undefined ? undefined : profileAt(profile) }] : [],
    )
  const types = new Set(focus.map(({ code }) => code))
  const places = new Map([...types].map((type) => [type, placesOf(type)]))
  return { plan, isWhole: types.has('MessageHeader'), places, zeros: focus.map(() => 0) }
}

function isKept(header: Json, entries: readonly unknown[], definition: Ready, rules: RightRules): boolean {
  const { plan, isWhole, places, zeros } = definition
  if (!isEvent(header, plan)) return false
  if (header['response'] !== undefined && responseFaults(header, plan, rules.messages).length > 0) return false
  const counts = zeros.slice()
  const pointed = listed(header['focus'])
  for (let i = 0; i < pointed.length; i += 1) {
    const resource = resourceAt(pointed[i], rules)
    if (!resource) return false
    if (zeros.length > 0 && !isCounted(resource, places, isWhole ? undefined : counts, rules)) return false
  }
  for (let i = 0; isWhole && i < entries.length; i += 1) {
    const entry = entries[i]
    const resource = isJson(entry) ? entry['resource'] : undefined
    if (!isJson(resource) || isCounted(resource, places, counts, rules)) continue
    if (places.has(resource['resourceType'])) return false
  }
  return areRight(counts, plan.focus)
}

function resourceAt(focus: unknown, { resolve }: RightRules): Json | undefined {
  const reference = isJson(focus) ? focus['reference'] : undefined
  return typeof reference === 'string' ? resolve(reference) : undefined
}

/** Whether it is one of what is listed; counted with each that it is. */
function isCounted(resource: Json, places: Ready['places'], counts: number[] | undefined, { isOfProfile }: RightRules): boolean {
  const listing = places.get(resource['resourceType'])
  if (listing === undefined) return false
  let isListed = false
  for (let i = 0; i < listing.length; i += 1) {
    const place = listing[i]
    if (place === undefined) continue
    const { at, profile } = place
    if (profile !== undefined && !isOfProfile(profile, resource)) continue
    isListed = true
    if (counts) counts[at] = (counts[at] ?? 0) + 1
  }
  return isListed
}

function areRight(counts: readonly number[], focus: MessagePlan['focus']): boolean {
  for (let i = 0; i < focus.length; i += 1) {
    const rule = focus[i]
    const count = counts[i] ?? 0
    if (rule !== undefined && (count < rule.min || (rule.max !== undefined && count > rule.max))) return false
  }
  return true
}
