// Invariants that are not compiled from their FHIRPath, each with the reason.

import { isDeepEqual, keyOf } from '../fhirpath/runtime-equality.ts'
import { isAfter } from './dates.ts'
import { endOf } from './entry-table.ts'
import type { Constraint } from './plan.ts'
import { isJson, listed } from './state.ts'

/** R4's own rules of every resource, element and narrative, whose keys no profile may give to another rule. */
const elsewhere: Readonly<Record<string, string>> = {
  'ele-1': 'the walk: nothing is empty',
  'ref-1': 'reference.ts knows what is contained',
  'dom-3': 'contained.ts, in one pass',
  'txt-1': 'narrative',
  'txt-2': 'narrative',
  'dom-6': 'advice, not a rule: most resources here have no narrative',
}

/** HL7's own mistakes, of which nothing can be made: by key and expression. */
export const senseless: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ['ppc-2', 'patient-privacy'],
      ['ppc-3', 'research'],
      ['ppc-4', 'adr'],
      ['ppc-5', 'treatment'],
    ].map(([key, code]) => [
      `${key} patient.exists() or scope.coding.where(system='something' and code='${code}').exists().not()`,
      "it tests the system 'something', and so can never fail",
    ]),
  ),
  "cid-0 name.matches('[A-Z]([A-Za-z0-9_]){0,254}')": 'a ChargeItemDefinition has no name in R4',
  'inv-1 substanceExposureRisk.exists() and code.empty()':
    'it stands on the extension allergyintolerance-substanceExposureRisk, and speaks of the AllergyIntolerance around it',
}

export function isLookedAtElsewhere({ key, expression = '' }: Pick<Constraint, 'key' | 'expression'>): boolean {
  return Object.hasOwn(elsewhere, key) || Object.hasOwn(senseless, `${key} ${expression}`)
}

/** The check digit of an NHS number, which is asked of every person: as arithmetic it costs a hundredth. */
const modulus11 =
  "$this.matches('^[0-9]{10}$') and (substring(0,1).toInteger() * 10 + substring(1,1).toInteger() * 9 + substring(2,1).toInteger() * 8 + " +
  'substring(3,1).toInteger() * 7 + substring(4,1).toInteger() * 6 + substring(5,1).toInteger() * 5 + substring(6,1).toInteger() * 4 + ' +
  'substring(7,1).toInteger() * 3 + substring(8,1).toInteger() * 2 + substring(9,1).toInteger()) mod 11 = 0'

/** By published expression. Of the other rules that say something else than their words, see fhirpath/errata.ts. */
export const native: Readonly<Record<string, (element: unknown) => boolean>> = {
  // per-1: two dates of unlike precision are in order unless they are surely not, in whichever zone a date without one is.
  'start.hasValue().not() or end.hasValue().not() or (start <= end)': (period) =>
    !isJson(period) || !isAfter(period['start'], period['end']),
  // Task inv-1, likewise.
  'lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn': (task) =>
    !isJson(task) || !isAfter(task['authoredOn'], task['lastModified']),
  // bdl-7: most Bundles have no versions, and few entries.
  "(type = 'history') or entry.where(fullUrl.exists()).select(fullUrl&resource.meta.versionId).isDistinct()": (bundle) =>
    !isJson(bundle) || bundle['type'] === 'history' || areDifferent(fullUrls(listed(bundle['entry']))),
  // obs-7: asked of every observation with components; an observation is the %resource of its own rule.
  'value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()': (observation) =>
    !isJson(observation) || observation['component'] === undefined || !hasValue(observation) || !repeatsItsCode(observation),
  [modulus11]: isModulus11,
}

/** Measured: to make a set costs more than to hold a few against each other by their last letters. */
const few = 24

function areDifferent(texts: readonly string[]): boolean {
  if (texts.length > few) return new Set(texts).size === texts.length
  const ends: number[] = []
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i] ?? ''
    const end = endOf(text)
    for (let j = 0; j < i; j += 1) if (ends[j] === end && texts[j] === text) return false
    ends.push(end)
  }
  return true
}

function hasValue(observation: Readonly<Record<string, unknown>>): boolean {
  for (const key in observation) if (key.startsWith('value') || key.startsWith('_value')) return true
  return false
}

/** Few codings are held against each other; of many, which a stranger may send, keys are made. */
function repeatsItsCode({ code, component }: Readonly<Record<string, unknown>>): boolean {
  const own = codings(code)
  const keys = own.length > 4 ? new Set(own.map(codingKey)) : undefined
  const isOwn = (one: unknown): boolean => (keys ? keys.has(codingKey(one)) : own.some((coding) => isSameCoding(one, coding)))
  return listed(component).some((part) => isJson(part) && codings(part['code']).some(isOwn))
}

/** Nearly always the codes are others, which tells it. */
function isSameCoding(one: unknown, other: unknown): boolean {
  const isOther = isJson(one) && isJson(other) && typeof one['code'] === 'string' && one['code'] !== other['code']
  return !isOther && isDeepEqual(one, other)
}

function codingKey(value: unknown): string {
  return keyOf({ type: 'Coding', value, extra: undefined })
}

function codings(concept: unknown): readonly unknown[] {
  return isJson(concept) ? listed(concept['coding']) : []
}

/** Each with its version, as HL7's rule joins the two; nothing of an entry that has no fullUrl. */
function fullUrls(entries: readonly unknown[]): readonly string[] {
  const found: string[] = []
  for (const entry of entries) {
    if (!isJson(entry)) continue
    const { fullUrl: url, resource } = entry
    const meta = isJson(resource) ? resource['meta'] : undefined
    const version = isJson(meta) ? meta['versionId'] : undefined
    const after = typeof version === 'string' ? version : ''
    if (typeof url === 'string') found.push(after === '' ? url : url + after)
    else if (entry['_fullUrl'] !== undefined) found.push(after)
  }
  return found
}

function isModulus11(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 10) return false
  let sum = 0
  for (let i = 0; i < 10; i += 1) {
    const digit = value.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return false
    sum += digit * (10 - i)
  }
  return sum % 11 === 0
}
