// R4's invariants as plain functions by their key; a test compares the keys with the definitions, so that none is forgotten.

import { isAfter } from './dates.ts'
import type { Node } from './scope.ts'

/** True when the invariant holds for the element. */
export type Invariant = (element: Node) => boolean

/** The invariant for a constraint of an element; some keys mean two things, and are told apart by the path. */
export function invariantFor(key: string, path: string): Invariant | undefined {
  return invariants[key] ?? invariants[`${path} ${key}`]
}

/** Not in the table, and why. */
export const checkedElsewhere: Readonly<Record<string, string>> = {
  'ref-1': 'references.ts knows what is contained',
  'dom-3': 'scope.ts knows what is referred to',
  'txt-1': 'primitives.ts looks at narrative',
  'txt-2': 'primitives.ts looks at narrative',
  'dom-6': 'advice, not a rule: most resources here have no narrative',
  'ctm-1': 'needs the resource behind a reference',
  'ppc-2': "HL7's expression tests the system 'something': it can never fail",
  'ppc-3': "HL7's expression tests the system 'something': it can never fail",
  'ppc-4': "HL7's expression tests the system 'something': it can never fail",
  'ppc-5': "HL7's expression tests the system 'something': it can never fail",
}

const ucum = 'http://unitsofmeasure.org'
const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const conditionVerification = 'http://terminology.hl7.org/CodeSystem/condition-ver-status'
const allergyVerification = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification'

export const invariants: Readonly<Record<string, Invariant>> = {
  // datatypes
  'age-1': (q) => isUcum(q) && (has(q, 'code') || !has(q, 'value')) && !(typeof q['value'] === 'number' && q['value'] <= 0),
  'att-1': (a) => !has(a, 'data') || has(a, 'contentType'),
  'cnt-3': (q) =>
    isUcum(q) &&
    (has(q, 'code') || !has(q, 'value')) &&
    (q['code'] === undefined || q['code'] === '1') &&
    (typeof q['value'] !== 'number' || Number.isInteger(q['value'])),
  'cpt-2': (c) => !has(c, 'value') || has(c, 'system'),
  'dis-1': (q) => isUcum(q) && (has(q, 'code') || !has(q, 'value')),
  'drq-1': (f) => has(f, 'path') !== has(f, 'searchParam'),
  'drq-2': (f) => has(f, 'path') !== has(f, 'searchParam'),
  'drt-1': (q) => !has(q, 'code') || (q['system'] === ucum && has(q, 'value')),
  'exp-1': (e) => has(e, 'expression') || has(e, 'reference'),
  'ext-1': (e) => has(e, 'extension') !== hasChoice(e, 'value'),
  'per-1': (p) => !isAfter(p['start'], p['end']),
  'qty-3': (q) => !has(q, 'code') || has(q, 'system'),
  'rat-1': (r) => has(r, 'numerator') === has(r, 'denominator') && (has(r, 'numerator') || has(r, 'extension')),
  'rng-2': (r) => !isLarger(r['low'], r['high']),
  'tim-1': (t) => !has(t, 'duration') || has(t, 'durationUnit'),
  'tim-2': (t) => !has(t, 'period') || has(t, 'periodUnit'),
  'tim-4': (t) => !(typeof t['duration'] === 'number' && t['duration'] < 0),
  'tim-5': (t) => !(typeof t['period'] === 'number' && t['period'] < 0),
  'tim-6': (t) => !has(t, 'periodMax') || has(t, 'period'),
  'tim-7': (t) => !has(t, 'durationMax') || has(t, 'duration'),
  'tim-8': (t) => !has(t, 'countMax') || has(t, 'count'),
  'tim-9': (t) => !has(t, 'offset') || (has(t, 'when') && !list(t['when']).some((w) => isOneOf(w, 'C', 'CM', 'CD', 'CV'))),
  'tim-10': (t) => !has(t, 'timeOfDay') || !has(t, 'when'),
  'trd-1': (t) => !has(t, 'data') || !hasChoice(t, 'timing'),
  'trd-2': (t) => !has(t, 'condition') || has(t, 'data'),
  'trd-3': (t) =>
    (t['type'] !== 'named-event' || has(t, 'name')) &&
    (t['type'] !== 'periodic' || hasChoice(t, 'timing')) &&
    (!(typeof t['type'] === 'string' && t['type'].startsWith('data-')) || has(t, 'data')),

  // any resource
  'dom-2': (r) => nodes(r['contained']).every((c) => !has(c, 'contained')),
  'dom-4': (r) => nodes(r['contained']).every((c) => !has(node(c['meta']), 'versionId') && !has(node(c['meta']), 'lastUpdated')),
  'dom-5': (r) => nodes(r['contained']).every((c) => !has(node(c['meta']), 'security')),

  // Bundle
  'bdl-1': (b) => !has(b, 'total') || isOneOf(b['type'], 'searchset', 'history'),
  'bdl-2': (b) => b['type'] === 'searchset' || nodes(b['entry']).every((e) => !has(e, 'search')),
  'bdl-3': (b) => allEntries(b, 'request', isOneOf(b['type'], 'batch', 'transaction', 'history')),
  'bdl-4': (b) => allEntries(b, 'response', isOneOf(b['type'], 'batch-response', 'transaction-response', 'history')),
  'bdl-5': (e) => has(e, 'resource') || has(e, 'request') || has(e, 'response'),
  'bdl-7': (b) =>
    b['type'] === 'history' ||
    isDistinct(
      nodes(b['entry'])
        .filter((e) => has(e, 'fullUrl'))
        .map(versionedUrl),
    ),
  'bdl-8': (e) => !(typeof e['fullUrl'] === 'string' && e['fullUrl'].includes('/_history/')),
  'bdl-9': (b) => b['type'] !== 'document' || (has(node(b['identifier']), 'system') && has(node(b['identifier']), 'value')),
  'bdl-10': (b) => b['type'] !== 'document' || has(b, 'timestamp'),
  'bdl-11': (b) => b['type'] !== 'document' || firstType(b) === 'Composition',
  'bdl-12': (b) => b['type'] !== 'message' || firstType(b) === 'MessageHeader',

  // clinical and administrative resources
  'ait-1': (a) => hasCoding(a['verificationStatus'], allergyVerification, 'entered-in-error') || has(a, 'clinicalStatus'),
  'ait-2': (a) => !hasCoding(a['verificationStatus'], allergyVerification, 'entered-in-error') || !has(a, 'clinicalStatus'),
  'app-1': (p) => has(p, 'type') || has(p, 'actor'),
  'app-2': (a) => has(a, 'start') === has(a, 'end'),
  'app-3': (a) => (has(a, 'start') && has(a, 'end')) || isOneOf(a['status'], 'proposed', 'cancelled', 'waitlist'),
  'app-4': (a) => !has(a, 'cancelationReason') || isOneOf(a['status'], 'noshow', 'cancelled'),
  'cmp-1': (s) => has(s, 'text') || has(s, 'entry') || has(s, 'section'),
  'cmp-2': (s) => !has(s, 'emptyReason') || !has(s, 'entry'),
  'con-1': (s) => has(s, 'summary') || has(s, 'assessment'),
  'con-2': (e) => has(e, 'code') || has(e, 'detail'),
  'con-3': (c) =>
    has(c, 'clinicalStatus') ||
    hasCoding(c['verificationStatus'], conditionVerification, 'entered-in-error') ||
    !nodes(c['category']).some((category) => codings(category).some((coding) => coding['code'] === 'problem-list-item')),
  'con-4': (c) =>
    !hasChoice(c, 'abatement') ||
    ['resolved', 'remission', 'inactive'].some((code) => hasCoding(c['clinicalStatus'], clinical, code)),
  'con-5': (c) => !hasCoding(c['verificationStatus'], conditionVerification, 'entered-in-error') || !has(c, 'clinicalStatus'),
  'cpl-3': (a) => !has(a, 'detail') || !has(a, 'reference'),
  'gol-1': (t) => !hasChoice(t, 'detail') || has(t, 'measure'),
  'Parameters.parameter inv-1': (p) =>
    has(p, 'part') ? !hasChoice(p, 'value') && !has(p, 'resource') : hasChoice(p, 'value') !== has(p, 'resource'),
  'Task inv-1': (t) => !isAfter(t['authoredOn'], t['lastModified']),
  'lst-1': (l) => !has(l, 'emptyReason') || !has(l, 'entry'),
  'lst-2': (l) => l['mode'] === 'changes' || nodes(l['entry']).every((e) => !has(e, 'deleted')),
  'lst-3': (l) => l['mode'] === 'working' || nodes(l['entry']).every((e) => !has(e, 'date')),
  'obs-3': (r) => has(r, 'low') || has(r, 'high') || has(r, 'text'),
  'obs-6': (o) => !has(o, 'dataAbsentReason') || !hasChoice(o, 'value'),
  'obs-7': (o) => !hasChoice(o, 'value') || !sharesCode(nodes(o['component']), node(o['code'])),
  'org-1': (o) => has(o, 'identifier') || has(o, 'name'),
  'org-2': (a) => a['use'] !== 'home',
  'org-3': (t) => t['use'] !== 'home',
  'pat-1': (c) => has(c, 'name') || has(c, 'telecom') || has(c, 'address') || has(c, 'organization'),
  'ppc-1': (c) => has(c, 'policy') || has(c, 'policyRule'),
  'prr-1': (s) => !has(s, 'orderDetail') || has(s, 'code'),
  'sev-1': (e) => !has(e, 'name') || !has(e, 'query'),

  // questionnaires
  'qrs-1': (i) => !(has(i, 'answer') && has(i, 'item')),
  'que-0': (q) => isComputerName(q['name']),
  'que-1': (i) => (i['type'] !== 'group' || has(i, 'item')) && (i['type'] !== 'display' || !has(i, 'item')),
  'que-2': (q) => isDistinct(linkIds(q)),
  'que-3': (i) => i['type'] !== 'display' || !has(i, 'code'),
  'que-4': (i) => !has(i, 'answerOption') || !has(i, 'answerValueSet'),
  'que-5': (i) => mayHaveAnswers(i['type']) || (!has(i, 'answerValueSet') && !has(i, 'answerOption')),
  'que-6': (i) => i['type'] !== 'display' || (!has(i, 'required') && !has(i, 'repeats')),
  'que-7': (w) => w['operator'] !== 'exists' || has(w, 'answerBoolean'),
  'que-8': (i) => !isOneOf(i['type'], 'group', 'display') || !has(i, 'initial'),
  'que-9': (i) => i['type'] !== 'display' || !has(i, 'readOnly'),
  'que-10': (i) =>
    !has(i, 'maxLength') || isOneOf(i['type'], 'boolean', 'decimal', 'integer', 'string', 'text', 'url', 'open-choice'),
  'que-11': (i) => !has(i, 'answerOption') || !has(i, 'initial'),
  'que-12': (i) => list(i['enableWhen']).length <= 2 || has(i, 'enableBehavior'),
  'que-13': (i) => i['repeats'] === true || list(i['initial']).length <= 1,

  // CapabilityStatement
  'cpb-0': (c) => isComputerName(c['name']),
  'cpb-1': (c) => has(c, 'rest') || has(c, 'messaging') || has(c, 'document'),
  'cpb-2': (c) => has(c, 'description') || has(c, 'software') || has(c, 'implementation'),
  'cpb-3': (c) => c['kind'] === 'instance' || nodes(c['messaging']).every((m) => !has(m, 'endpoint')),
  'cpb-7': (c) => isDistinct(nodes(c['document']).map((d) => [d['profile'], d['mode']].map(textOf).join(' '))),
  'cpb-9': (r) => isDistinct(nodes(r['resource']).map((resource) => resource['type'])),
  'cpb-12': (r) => isDistinct(nodes(r['searchParam']).map((parameter) => parameter['name'])),
  'cpb-14': (c) => c['kind'] !== 'instance' || has(c, 'implementation'),
  'cpb-15': (c) => c['kind'] !== 'capability' || (!has(c, 'implementation') && has(c, 'software')),
  'cpb-16': (c) => c['kind'] !== 'requirements' || (!has(c, 'implementation') && !has(c, 'software')),
}

/** FHIRPath's exists(): a value, or an extension in its place. */
function has(element: Node, name: string): boolean {
  return isPresent(element[name]) || isPresent(element[`_${name}`])
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}

/** A choice element: `value` is there as `valueString`, `valueQuantity`, … */
function hasChoice(element: Node, name: string): boolean {
  return Object.keys(element).some((key) => {
    const bare = key.startsWith('_') ? key.slice(1) : key
    return bare.startsWith(name) && isUpper(bare.charCodeAt(name.length)) && isPresent(element[key])
  })
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isPresent(value) ? [value] : []
}

function nodes(value: unknown): readonly Node[] {
  return list(value).map(node)
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function isOneOf(value: unknown, ...options: readonly string[]): boolean {
  return typeof value === 'string' && options.includes(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function codings(concept: unknown): readonly Node[] {
  return nodes(node(concept)['coding'])
}

function hasCoding(concept: unknown, system: string, code: string): boolean {
  return codings(concept).some((coding) => coding['system'] === system && coding['code'] === code)
}

function isUcum(quantity: Node): boolean {
  return !has(quantity, 'system') || quantity['system'] === ucum
}

/** Only amounts in one unit can be compared. */
function isLarger(low: unknown, high: unknown): boolean {
  const [a, b] = [node(low), node(high)]
  if (typeof a['value'] !== 'number' || typeof b['value'] !== 'number') return false
  return a['system'] === b['system'] && a['code'] === b['code'] && a['unit'] === b['unit'] && a['value'] > b['value']
}

/** Texts only: what is no text was reported as such. */
function isDistinct(values: readonly unknown[]): boolean {
  const texts = values.filter((value) => typeof value === 'string')
  return new Set(texts).size === texts.length
}

function allEntries(bundle: Node, name: string, isExpected: boolean): boolean {
  return nodes(bundle['entry']).every((entry) => has(entry, name) === isExpected)
}

function versionedUrl(entry: Node): string {
  const version = node(node(entry['resource'])['meta'])['versionId']
  return `${textOf(entry['fullUrl'])} ${textOf(version)}`
}

function firstType(bundle: Node): unknown {
  return node(nodes(bundle['entry'])[0]?.['resource'])['resourceType']
}

function sharesCode(components: readonly Node[], code: Node): boolean {
  const own = new Set(codings(code).map(codingKey))
  return components.some((component) => codings(component['code']).some((coding) => own.has(codingKey(coding))))
}

function codingKey(coding: Node): string {
  return JSON.stringify(['system', 'version', 'code', 'display'].map((name) => textOf(coding[name])))
}

function mayHaveAnswers(type: unknown): boolean {
  return isOneOf(type, 'choice', 'open-choice', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'quantity')
}

function isComputerName(name: unknown): boolean {
  return typeof name !== 'string' || /^[A-Z][A-Za-z0-9_]{0,254}$/.test(name)
}

/** Of all items below; a loop, since items nest. */
function linkIds(questionnaire: Node): readonly unknown[] {
  const ids: unknown[] = []
  const open = [...nodes(questionnaire['item'])]
  for (let item = open.pop(); item && ids.length < 100_000; item = open.pop()) {
    ids.push(item['linkId'])
    for (const inner of nodes(item['item'])) open.push(inner)
  }
  return ids
}
