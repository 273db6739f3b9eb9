// A message Bundle against the MessageDefinition that its header names or that its event has.

import { bare } from './definition.ts'
import type { MessagePlan } from './plan.ts'
import { type Json, isJson, listed } from './state.ts'

export interface MessageFault {
  readonly severity: 'error' | 'warning'
  readonly id: string
  readonly text: string
  /** Element of the header, or an entry of the Bundle; `Bundle.entry` itself when neither is given. */
  readonly element?: string
  readonly entry?: number
  /** Of a repeating element. */
  readonly index?: number
  /** The one profile that the entry does not keep to, whose own faults say more. */
  readonly profile?: string
}

/** What a message is judged by besides itself. */
export interface MessageRules {
  readonly messages: readonly MessagePlan[]
  resolve(reference: string): unknown
  conforms(profile: string, value: unknown): boolean
}

/** Nothing when the Bundle is no message, or no definition is known for it. */
export function messageFaults(bundle: Json, rules: MessageRules): readonly MessageFault[] {
  if (bundle['type'] !== 'message' || rules.messages.length === 0) return []
  const first = listed(bundle['entry'])[0]
  const header = isJson(first) ? first['resource'] : undefined
  if (!isJson(header) || header['resourceType'] !== 'MessageHeader') return []
  const named = header['definition']
  const definition = typeof named === 'string' ? byCanonical(named, rules.messages) : byEvent(header, rules.messages)
  if (!definition) return typeof named === 'string' ? [unknownDefinition] : []
  return [
    ...eventFaults(header, definition),
    ...responseFaults(header, definition, rules.messages),
    ...contentFaults(bundle, header, definition, rules),
  ]
}

const unknownDefinition: MessageFault = {
  severity: 'warning',
  id: 'message-definition-unknown',
  text: 'this MessageDefinition is not known here: the message was not held against it',
  element: 'definition',
}

export function byCanonical(canonical: string, messages: readonly MessagePlan[]): MessagePlan | undefined {
  for (const one of messages) if (one.url === canonical) return one
  const version = canonical.includes('|') ? canonical.slice(canonical.indexOf('|') + 1) : undefined
  return messages.find((one) => one.url === bare(canonical) && (version === undefined || one.version === version))
}

/** Only where the event has one definition: of several, which is meant cannot be told. */
export function byEvent(header: Json, messages: readonly MessagePlan[]): MessagePlan | undefined {
  const found = messages.filter((message) => isEvent(header, message))
  return found.length === 1 ? found[0] : undefined
}

export function isEvent(header: Json, { event }: MessagePlan): boolean {
  if (event.uri !== undefined) return header['eventUri'] === event.uri
  const coding = header['eventCoding']
  return isJson(coding) && coding['system'] === event.system && coding['code'] === event.code
}

function eventFaults(header: Json, definition: MessagePlan): readonly MessageFault[] {
  if (isEvent(header, definition)) return []
  return [{ severity: 'error', id: 'message-event', text: `is not the event of ${definition.url}`, element: 'event' }]
}

/** A response must be one that some message asks for, as soon as any says which it asks for. */
export function responseFaults(header: Json, definition: MessagePlan, messages: readonly MessagePlan[]): readonly MessageFault[] {
  if (header['response'] === undefined) return []
  const allowed = messages.flatMap(({ allowedResponses }) => allowedResponses)
  if (allowed.length === 0 || allowed.includes(definition.url)) return []
  return [{ severity: 'error', id: 'message-response', text: 'no known message allows this response', element: 'response' }]
}

/**
 * `focus` lists what the header points at; but where it lists the MessageHeader itself, which nobody points at, as BaRS does, it
 * lists what the whole message holds, and the entries are counted.
 */
function contentFaults(bundle: Json, header: Json, definition: MessagePlan, rules: MessageRules): readonly MessageFault[] {
  const { focus } = definition
  const isWhole = focus.some(({ code }) => code === 'MessageHeader')
  const pointed = listed(header['focus']).map((one) => resourceAt(one, rules))
  const missing = pointed.flatMap((resource, index) => (resource ? [] : [missingFocus(index)]))
  // An entry of a listed type is told of once, where it stands, and not again where it is pointed at or missed in a count.
  const isStrange = (resource: Json): boolean =>
    focus.length > 0 &&
    !focus.some((rule) => isFocus(resource, rule, rules)) &&
    !(isWhole && focus.some(({ code }) => code === resource['resourceType']))
  const strange = pointed.flatMap((resource, index) => (resource && isStrange(resource) ? [otherFocus(definition, index)] : []))
  const entries = listed(bundle['entry']).map((entry) => (isJson(entry) ? entry['resource'] : undefined))
  const wrong = isWhole ? entries.flatMap((resource, entry) => entryFault(resource, entry, focus, rules)) : []
  const wrongTypes = new Set(wrong.map(({ entry = 0 }) => (isJson(entries[entry]) ? entries[entry]['resourceType'] : '')))
  const counted = isWhole ? entries : pointed
  const counts = focus.flatMap((rule) => {
    let count = 0
    for (const resource of counted) if (isJson(resource) && isFocus(resource, rule, rules)) count += 1
    return count < rule.min && wrongTypes.has(rule.code) ? [] : countFault(rule, count, isWhole)
  })
  return [...missing, ...strange, ...wrong, ...counts]
}

export function resourceAt(focus: unknown, rules: MessageRules): Json | undefined {
  const reference = isJson(focus) ? focus['reference'] : undefined
  const resource = typeof reference === 'string' ? rules.resolve(reference) : undefined
  return isJson(resource) ? resource : undefined
}

function missingFocus(index: number): MessageFault {
  return { severity: 'error', id: 'message-focus-missing', text: 'the focus is not in the message', element: 'focus', index }
}

/** A type that the definition lists with profiles only is there with one of them. */
function entryFault(resource: unknown, entry: number, focus: MessagePlan['focus'], rules: MessageRules): readonly MessageFault[] {
  if (!isJson(resource)) return []
  const listing = focus.filter(({ code }) => code === resource['resourceType'])
  if (listing.length === 0 || listing.some((rule) => isFocus(resource, rule, rules))) return []
  const expected = listing.map(({ profile, code }) => profile ?? code).join(', ')
  const [only, ...others] = listing
  const profile = others.length === 0 && only?.profile !== undefined ? { profile: only.profile } : {}
  return [{ severity: 'error', id: 'message-content', text: `must conform to: ${expected}`, entry, ...profile }]
}

function otherFocus({ url, focus }: MessagePlan, index: number): MessageFault {
  const expected = focus.map(({ code, profile }) => profile ?? code).join(', ')
  return { severity: 'error', id: 'message-focus', text: `${url} asks for: ${expected}`, element: 'focus', index }
}

function isFocus(resource: Json, { code, profile }: MessagePlan['focus'][number], rules: MessageRules): boolean {
  return resource['resourceType'] === code && (profile === undefined || rules.conforms(profile, resource))
}

function countFault({ code, min, max }: MessagePlan['focus'][number], count: number, isWhole: boolean): readonly MessageFault[] {
  if (count >= min && count <= (max ?? Infinity)) return []
  const text = count < min ? `at least ${min} of type ${code} required` : `at most ${max} of type ${code} allowed`
  return [{ severity: 'error', id: count < min ? 'required' : 'too-many', text, ...(!isWhole && { element: 'focus' }) }]
}
