// Whether a message keeps to its MessageDefinition: what message.ts asks, without a list of answers.

import { type MessageRules, byCanonical, byEvent, isEvent, resourceAt, responseFaults } from './message.ts'
import type { MessagePlan } from './plan.ts'
import { type Json, isJson, listed } from './state.ts'

/** Whether `messageFaults` has no error. */
export type IsMessageRight = (bundle: Json) => boolean

export function messageVerdict(rules: MessageRules): IsMessageRight {
  const ready = new Map(rules.messages.map((plan) => [plan, readyOf(plan)]))
  const byUrl = new Map<unknown, MessagePlan>(rules.messages.toReversed().map((plan) => [plan.url, plan]))
  return (bundle) => {
    if (bundle['type'] !== 'message' || rules.messages.length === 0) return true
    const entries = listed(bundle['entry'])
    const [first] = entries
    const header = isJson(first) ? first['resource'] : undefined
    if (!isJson(header) || header['resourceType'] !== 'MessageHeader') return true
    const named = header['definition']
    const plan =
      byUrl.get(named) ?? (typeof named === 'string' ? byCanonical(named, rules.messages) : byEvent(header, rules.messages))
    const definition = plan && ready.get(plan)
    return !definition || isKept(header, entries, definition, rules)
  }
}

interface Ready {
  readonly plan: MessagePlan
  /** It lists what the whole message holds; see message.ts. */
  readonly isWhole: boolean
  /** Where in its focus a type is listed. */
  readonly places: ReadonlyMap<unknown, readonly number[]>
}

function readyOf(plan: MessagePlan): Ready {
  const types = new Set(plan.focus.map(({ code }) => code))
  const places = new Map([...types].map((type) => [type, plan.focus.flatMap(({ code }, at) => (code === type ? [at] : []))]))
  return { plan, isWhole: types.has('MessageHeader'), places }
}

function isKept(header: Json, entries: readonly unknown[], definition: Ready, rules: MessageRules): boolean {
  const { plan, isWhole, places } = definition
  const { focus } = plan
  if (!isEvent(header, plan)) return false
  if (header['response'] !== undefined && responseFaults(header, plan, rules.messages).length > 0) return false
  const counts: number[] = []
  for (let i = 0; i < focus.length; i += 1) counts.push(0)
  const pointed = listed(header['focus'])
  for (let i = 0; i < pointed.length; i += 1) {
    const resource = resourceAt(pointed[i], rules)
    if (!resource) return false
    if (focus.length > 0 && !isCounted(resource, definition, isWhole ? undefined : counts, rules)) return false
  }
  for (let i = 0; isWhole && i < entries.length; i += 1) {
    const entry = entries[i]
    const resource = isJson(entry) ? entry['resource'] : undefined
    if (!isJson(resource) || isCounted(resource, definition, counts, rules)) continue
    if (places.has(resource['resourceType'])) return false
  }
  return areRight(counts, focus)
}

/** Whether it is one of what is listed; counted with each that it is. */
function isCounted(resource: Json, { plan, places }: Ready, counts: number[] | undefined, rules: MessageRules): boolean {
  const listing = places.get(resource['resourceType'])
  if (listing === undefined) return false
  let isListed = false
  for (let i = 0; i < listing.length; i += 1) {
    const at = listing[i] ?? 0
    const profile = plan.focus[at]?.profile
    if (profile !== undefined && !rules.conforms(profile, resource)) continue
    isListed = true
    if (counts) counts[at] = (counts[at] ?? 0) + 1
  }
  return isListed
}

function areRight(counts: readonly number[], focus: MessagePlan['focus']): boolean {
  for (let i = 0; i < focus.length; i += 1) {
    const { min = 0, max } = focus[i] ?? {}
    const count = counts[i] ?? 0
    if (count < min || (max !== undefined && count > max)) return false
  }
  return true
}
