// What one value is found by: a token, a reference, a text, a time or an address (FHIR R4 §3.1.1.5).

import { earliest, instantRange, latest, type InstantRange } from './instants.ts'
import { isObject, text, type Json } from './index-places.ts'
import { beginning, folded, joined, localReference, piecesOf } from './index-text.ts'

/** A row of the parameter's key, with `suffix` behind it. */
export type Put = (value: string, other?: string, suffix?: string) => void

export interface Reading {
  readonly datatypes: readonly string[]
  readonly targets: readonly string[]
  /** The gateway's FHIR base URL. */
  readonly base: string
}

/** code, boolean, string, id, uri; Coding, CodeableConcept, Identifier, ContactPoint. */
export function token(value: unknown, put: Put, { datatypes }: Reading): void {
  if (typeof value === 'string' || typeof value === 'boolean') return put(String(value))
  if (!isObject(value)) return
  if (datatypes.includes('ContactPoint')) return put(text(value['value']), text(value['use']))
  if (datatypes.includes('Identifier') && !('coding' in value) && !('code' in value)) return identifier(value, put)
  concept(value, put)
}

/** One with nothing to match by (a concept of text only, say) leaves an empty row, so that `:missing` is right. */
function concept(value: Json, put: Put): void {
  const all = Array.isArray(value['coding']) ? value['coding'].filter(isObject) : 'text' in value ? [] : [value]
  for (const coding of all) {
    put(text(coding['code']), text(coding['system']))
    words(coding['display'], put)
  }
  if (all.length === 0) put('')
  words(value['text'], put)
}

function words(value: unknown, put: Put): void {
  if (text(value)) put(beginning(folded(text(value))), '', ':text')
}

function identifier(value: Json, put: Put): void {
  const { type } = value
  const own = text(value['value'])
  put(own, text(value['system']))
  if (!isObject(type)) return
  words(type['text'], put)
  const codings = Array.isArray(type['coding']) ? type['coding'].filter(isObject) : []
  for (const coding of own === '' ? [] : codings) put(joined(text(coding['code']), own), text(coding['system']), ':of-type')
}

/** Reference; canonical and uri, which name a definition wherever it is kept; a resource within a Bundle. */
export function reference(value: unknown, put: Put, { datatypes, targets, base }: Reading): void {
  if (typeof value === 'string') return canonical(value.startsWith('#') ? '' : value, put)
  if (!isObject(value)) return
  if (datatypes.includes('Resource')) {
    const type = text(value['resourceType'])
    if (targets.includes(type)) put(text(value['id']) && `${type}/${text(value['id'])}`)
    return
  }
  put(localReference(text(value['reference']), base))
  const { identifier: logical } = value
  if (isObject(logical) && text(logical['value'])) put(text(logical['value']), text(logical['system']), ':identifier')
}

/** With its version, and without: who asks for no version is content with any. */
function canonical(value: string, put: Put): void {
  const bar = value.indexOf('|')
  put(value)
  if (bar > 0) put(value.slice(0, bar))
}

export function uri(value: unknown, put: Put, { datatypes }: Reading): void {
  if (typeof value !== 'string') return
  if (datatypes.includes('canonical')) canonical(value, put)
  else put(value)
}

/** string and markdown; HumanName and Address by each of their parts. */
export function string(value: unknown, put: Put): void {
  if (typeof value === 'string') return spelt(value, put)
  if (!isObject(value)) return
  for (const part of parts) {
    const inner = Object.hasOwn(value, part) ? value[part] : undefined
    for (const each of Array.isArray(inner) ? inner : [inner]) if (typeof each === 'string') spelt(each, put)
  }
}

function spelt(value: string, put: Put): void {
  const whole = folded(value)
  put(beginning(whole), value)
  for (const piece of piecesOf(whole)) put(piece, '', ':contains')
}

const parts = ['text', 'family', 'given', 'prefix', 'suffix', 'line', 'city', 'district', 'state', 'postalCode', 'country']

/** date, dateTime, instant; Period; Timing, from the first to the last of its events and bounds. */
export function date(value: unknown, put: Put): void {
  const range = typeof value === 'string' ? instantRange(value) : isObject(value) ? spanOf(value) : undefined
  if (range) put(range.low, range.high)
}

function spanOf(value: Json): InstantRange | undefined {
  const { event, repeat } = value
  if (event === undefined && repeat === undefined) return periodOf(value)
  const bounds = isObject(repeat) && isObject(repeat['boundsPeriod']) ? periodOf(repeat['boundsPeriod']) : undefined
  const events = Array.isArray(event) ? event.flatMap((each) => instantRange(text(each)) ?? []) : []
  const all = bounds ? [...events, bounds] : events
  const lows = all.map(({ low }) => low).sort()
  const highs = all.map(({ high }) => high).sort()
  const [low, high] = [lows[0], highs.at(-1)]
  return low !== undefined && high !== undefined ? { low, high } : undefined
}

function periodOf(value: Json): InstantRange | undefined {
  const start = instantRange(text(value['start']))
  const end = instantRange(text(value['end']))
  return start || end ? { low: start?.low ?? earliest, high: end?.high ?? latest } : undefined
}
