// Maps an HL7 v2 message whole: its segments by their tables, and what the event itself says, as drafts.

import { identifierSystem } from '../../../profiles/canonical.ts'
import type { CompiledTable } from '../../engine/compile.ts'
import { emptyLedger, sumOf } from '../../engine/ledger.ts'
import { isRecord, parsePath, putAt } from '../../engine/path.ts'
import type { Reading } from '../../engine/read.ts'
import type { Context } from '../../engine/row.ts'
import { instantOf } from '../../engine/time.ts'
import type { Assertion, Draft, Issue, Key, Ledger, Mapped } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import { attachmentsOf, documentDrafts, isKey } from './documents.ts'
import { evn } from './evn.ts'
import { filterOf, isTestPerson } from './filter.ts'
import { formOf, readForm, type FormMarks, type ReadForm } from './forms.ts'
import { messages, rowOf, typeOf, type MessageRow, type NoticeCode } from './messages.ts'
import { msh } from './msh.ts'
import { isContact, nk1 } from './nk1.ts'
import { obr } from './obr.ts'
import { obx, type Answer } from './obx.ts'
import { pd1 } from './pd1.ts'
import { nhsNumberPath, pid, settlePerson } from './pid.ts'
import { dischargeMethodPath, dispositionPath, pv1 } from './pv1.ts'
import { plannedEndPath, pv2 } from './pv2.ts'
import type { Hl7Message } from './reader.ts'
import { readinessOf } from './statements.ts'
import { txa } from './txa.ts'
import { zu1 } from './zu1.ts'
import { zu8 } from './zu8.ts'

export interface MappedHl7 extends Mapped {
  /** `ADT^A01` */
  readonly type: string
  readonly controlId: string
  /** When it happened: EVN-6, otherwise EVN-2, otherwise MSH-7; UTC. */
  readonly occurred?: string
  /** When the source recorded it: EVN-2, otherwise MSH-7; UTC. */
  readonly recorded?: string
  /** The person can be known: by an identifier of the source, or by NHS number with date of birth. */
  readonly identified: boolean
  /** A live store marks such a person and counts and sends nothing of it. */
  readonly isTestPerson: boolean
  /** False: no row of messages.ts knows this type and event. */
  readonly isSupported: boolean
  /** What the message says; whether that is news, only who knows the state before can tell. */
  readonly notices: readonly NoticeCode[]
  /** None of our business by the source's settings: no drafts, and no more than the reason is to be kept. */
  readonly filtered?: { readonly reason: string }
  /** The message is a discharge referral; `hub` is the registry id of the hub it is for, where form or settings say so. */
  readonly form?: { readonly hub?: string }
}

/** Every table that reads a segment, for the docs and the tests. */
export const tables: Readonly<Record<string, CompiledTable>> = {
  MSH: msh,
  EVN: evn,
  PID: pid,
  PD1: pd1,
  NK1: nk1,
  PV1: pv1,
  PV2: pv2,
  ZU1: zu1,
  ZU8: zu8,
  OBR: obr,
  OBX: obx,
  TXA: txa,
}

/** Never throws; what cannot be understood becomes an issue or a line of the ledger. */
export function mapHl7(message: Hl7Message, source: SourceSettings): MappedHl7 {
  const type = typeOf(message.header)
  const row = rowOf(message.header)
  if (!row) return unsupported(message, type)
  const read = readSegments(message, source, row)
  const person = settlePerson([...read.of('PID'), ...read.of('PD1'), ...read.contacts, ...read.of('ZU8')])
  const base = {
    type,
    controlId: message.header.controlId,
    ...(read.occurred && { occurred: read.occurred }),
    ...(read.recorded && { recorded: read.recorded }),
    isSupported: true,
    isTestPerson: isTestPerson(person.assertions, source),
  }
  const filtered = filterOf(message, person.assertions, read.occurred, source)
  if (filtered) {
    return {
      ...base,
      identified: false,
      notices: [],
      drafts: [],
      issues: [],
      ledger: emptyLedger,
      filtered: { reason: filtered },
    }
  }
  return { ...base, ...compose(source, { row, read, person, type }) }
}

interface Read {
  readonly context: Context
  readonly occurred: string | undefined
  readonly recorded: string | undefined
  /** What the segments of this name assert, but of those that repeat. */
  of(segment: string): readonly Assertion[]
  has(segment: string): boolean
  readonly contacts: readonly Assertion[]
  readonly answers: readonly Answer[]
  readonly issues: readonly Issue[]
  readonly ledger: Ledger
}

/** Segments that this message carries; the others are reported whole. */
const segmentsOf = ({ status, carries }: MessageRow): readonly string[] => [
  ...['MSH', 'EVN', 'PID', 'PD1', 'NK1', 'ZU8'],
  ...(status === 'none' ? [] : ['PV1', 'PV2', 'ZU1']),
  ...(carries ? ['OBX'] : []),
  ...(carries === 'document' ? ['TXA'] : []),
  ...(carries === 'answers' ? ['OBR'] : []),
]

function readSegments(message: Hl7Message, source: SourceSettings, row: MessageRow): Read {
  const plain = contextOf(message, source)
  const { taken, left, issues } = chooseSegments(message, row)
  const envelope = taken
    .filter(({ name }) => name === 'MSH' || name === 'EVN')
    .map((segment) => tables[segment.name]!.read(segment, plain))
  const time = (path: string) =>
    instantOf(
      setIn(
        envelope.flatMap(({ assertions }) => assertions),
        path,
      ),
    )
  const recorded = time('recorded') ?? time('sent')
  const occurred = time('occurred') ?? recorded
  const context: Context = { ...plain, occurred }
  const readings = taken
    .filter(({ name }) => name !== 'MSH' && name !== 'EVN')
    .map((segment) => ({ segment, reading: tables[segment.name]!.read(segment, context) }))
  const ofName = (name: string) => readings.filter(({ segment }) => segment.name === name).map(({ reading }) => reading)
  const all = [...envelope, ...readings.map(({ reading }) => reading)]
  return {
    context,
    occurred,
    recorded,
    of: (name) => ofName(name).flatMap(({ assertions }) => assertions),
    has: (name) => taken.some((segment) => segment.name === name),
    contacts: contactsOf(ofName('NK1')),
    answers: ofName('OBX').map((reading): Answer => elementOf(reading)),
    issues: [...issues, ...oddities(message), ...all.flatMap((reading) => reading.issues)],
    ledger: sumOf([
      ...all.map(({ ledger }, index) => (index === 0 ? asRead(ledger) : ledger)),
      { ...emptyLedger, notCarried: left.map(({ name }) => name) },
    ]),
  }
}

/** MSH is read with the envelope, by whoever receives the message: nothing of it is left out here. */
const asRead = ({ mapped, ignored, notCarried }: Ledger): Ledger => ({ mapped: mapped + ignored.length, ignored: [], notCarried })

function contextOf({ header }: Hl7Message, source: SourceSettings): Context {
  const { client, timeZone, identifierSystems, aliases } = source
  const meanings = { 'PV1-36': source['PV1-36'], 'PV1-37': source['PV1-37'], 'ZU1-22': source['ZU1-22'] }
  return { client, timeZone, identifierSystems, aliases, meanings, assigner: header.sendingFacility }
}

/** One person and one stay in a message: what follows a second PID could be about anybody, and is left whole. */
function chooseSegments({ segments }: Hl7Message, row: MessageRow) {
  const wanted = segmentsOf(row)
  const repeating = new Set(['NK1', 'OBX'])
  const second = segments.filter(({ name }) => name === 'PID')[1]
  const readable = second ? segments.filter(({ position }) => position < second.position) : segments
  const taken = readable.filter(
    (segment) =>
      wanted.includes(segment.name) &&
      (repeating.has(segment.name) || readable.find(({ name }) => name === segment.name) === segment),
  )
  const left = segments.filter((segment) => !taken.includes(segment))
  return { taken, left, issues: second ? [twoPeople] : [] }
}

const twoPeople: Issue = {
  severity: 'error',
  id: 'more-than-one-person',
  text: 'The message is about more than one person; only what stands before the second PID was read.',
  location: 'PID[2]',
}

const oddityTexts: Readonly<Record<string, string>> = {
  'charset-fallback': 'The bytes are not in the character set that MSH-18 declares; they were read as Windows-1252.',
  'segment-continued': 'A line does not begin as a segment does; it was read as part of the segment before it.',
}

const oddities = (message: Hl7Message): Issue[] =>
  message.oddities.map((id) => ({ severity: 'information', id, text: oddityTexts[id] ?? id, location: 'MSH' }))

function setIn(assertions: readonly Assertion[], path: string): unknown {
  const found = assertions.findLast((one) => one.path === path)
  return found?.state === 'set' ? found.value : undefined
}

/** What one segment says, as an object. */
function elementOf(reading: Reading): Record<string, unknown> {
  const element: Record<string, unknown> = {}
  for (const assertion of reading.assertions) {
    const path = parsePath(assertion.path)
    if (assertion.state === 'set' && path) putAt(element, path, assertion.value)
  }
  return element
}

/** NK1 is sent whole: those that are there are the contacts; one that says `""` and no more leaves none. */
function contactsOf(readings: readonly Reading[]): readonly Assertion[] {
  const contacts = readings.map(elementOf).filter(isContact)
  if (contacts.length > 0) return [{ state: 'set', path: 'contact', value: contacts }]
  const isCleared = readings.some(({ assertions }) => assertions.some(({ state, path }) => state === 'clear' && path === 'name'))
  return isCleared ? [{ state: 'clear', path: 'contact' }] : []
}

interface Parts {
  readonly row: MessageRow
  readonly read: Read
  readonly person: ReturnType<typeof settlePerson>
  readonly type: string
}

function compose(source: SourceSettings, { row, read, person, type }: Parts) {
  const patient: Draft = { name: 'patient', type: 'Patient', keys: personKeys(person.assertions), assertions: person.assertions }
  const spell = spellOf(row, read, patient.keys)
  const key = spell.draft?.keys[0]
  const readiness =
    spell.draft && !row.onlyIfStored ? readinessOf(read.of('ZU1'), { spell: key, ...timesOf(read) }, source) : none
  const papers = papersOf(source, { read, type, spell: key, hasSpell: spell.draft !== undefined })
  const drafts = [patient, ...(spell.draft ? [spell.draft] : []), ...readiness.drafts, ...papers.drafts]
  return {
    identified: patient.keys.length > 0,
    notices: noticesOf(row, drafts, papers.form !== undefined),
    drafts,
    issues: [...read.issues, ...person.issues, ...spell.issues, ...readiness.issues, ...papers.issues],
    ledger: read.ledger,
    ...(papers.form && { form: papers.form }),
  }
}

const none = { drafts: [], issues: [] } as const
const timesOf = ({ occurred, recorded }: Read) => ({ occurred, recorded })

/** The source's own identifiers; only a source that sends none knows its people by their NHS number. */
function personKeys(assertions: readonly Assertion[]): readonly Key[] {
  const own = assertions.flatMap((one) =>
    one.state === 'set' && one.path.startsWith('identifier[') && isKey(one.value)
      ? [{ system: one.value.system, value: one.value.value }]
      : [],
  )
  const number = setIn(assertions, nhsNumberPath)
  if (own.length > 0 || typeof number !== 'string') return own
  return hasBirthDate(assertions) ? [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: number }] : []
}

const hasBirthDate = (assertions: readonly Assertion[]): boolean => {
  const date = setIn(assertions, 'birthDate')
  return typeof date === 'string' && date.length === 10
}

/** The stay as the segments tell it, under what the event makes of it. */
function spellOf(row: MessageRow, read: Read, person: readonly Key[]): { draft?: Draft; issues: readonly Issue[] } {
  if (row.status === 'none' || !read.has('PV1')) return { issues: [] }
  const said = [...read.of('PV1'), ...read.of('PV2')]
  const keys = spellKeys(said, person)
  if (keys.length === 0) return { issues: [withoutNumber] }
  const fixed = fixedBy(row, read, said)
  const settled = new Set(fixed.map(({ path }) => path))
  const draft: Draft = {
    name: 'spell',
    type: 'Encounter',
    keys,
    assertions: [
      ...fixed,
      { state: 'set', path: 'subject', value: { reference: 'draft:patient' } },
      ...said.filter(({ path }) => !settled.has(path.replace(/\.valueCodeableConcept$/, ''))),
    ],
    initial: initialOf(row, said),
    ...(row.onlyIfStored && { onlyIfStored: true }),
  }
  return { draft, issues: [] }
}

/** By visit number; a source that sends none means, of one person, the stay that began at one time. */
function spellKeys(said: readonly Assertion[], person: readonly Key[]): readonly Key[] {
  const visits = said.flatMap((one) =>
    one.state === 'set' && one.path.startsWith('identifier[') && isKey(one.value) ? [one.value] : [],
  )
  if (visits.length > 0) return visits
  const [start, who] = [setIn(said, 'period.start'), person[0]]
  if (typeof start !== 'string' || !who) return []
  return [{ system: identifierSystem('stay-by-admission'), value: `${who.system}/${who.value}|${start}` }]
}

const withoutNumber: Issue = {
  severity: 'warning',
  id: 'visit-number-missing',
  text: 'PV1-19 holds no visit number, and without PV1-44 the stay cannot be known; nothing was said of it.',
  location: 'PV1-19',
  expression: 'Encounter.identifier',
}

function fixedBy(row: MessageRow, read: Read, said: readonly Assertion[]): readonly Assertion[] {
  const status: Assertion[] =
    row.status === 'as-known' || row.status === 'none' ? [] : [{ state: 'set', path: 'status', value: row.status }]
  const gone = row.undoesDischarge ? ['period.end', dispositionPath, dischargeMethodPath] : []
  const isEnded = said.some(({ state, path }) => state === 'set' && path === 'period.end')
  const end: Assertion[] =
    row.status === 'finished' && !isEnded && read.occurred ? [{ state: 'set', path: 'period.end', value: read.occurred }] : []
  return [...status, ...gone.map((path): Assertion => ({ state: 'clear', path })), ...end]
}

/** What a stay that was not known needs to be one, where the message leaves it open. */
function initialOf(row: MessageRow, said: readonly Assertion[]): readonly Assertion[] {
  const begun = setIn(said, 'period.start') !== undefined ? 'in-progress' : 'unknown'
  const status = setIn(said, 'period.end') !== undefined ? 'finished' : begun
  const isClassed = said.some(({ state, path }) => state === 'set' && path === 'class')
  return [
    ...(row.status === 'as-known' ? [{ state: 'set', path: 'status', value: status } as const] : []),
    ...(isClassed ? [] : [{ state: 'set', path: 'class', value: unknownClass } as const]),
  ]
}

const unknownClass = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

interface Papers {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
  readonly form?: { readonly hub?: string }
}

/** The document of an MDM, and the form that an MDM or ORU may be. */
function papersOf(
  source: SourceSettings,
  { read, type, spell, hasSpell }: { read: Read; type: string; spell: Key | undefined; hasSpell: boolean },
): Papers {
  const carries = messages[type]?.carries
  if (!carries) return { drafts: [], issues: [] }
  const { attachments, issues } = attachmentsOf(
    carries === 'document' ? read.answers : read.answers.filter(({ valueType }) => valueType === 'ED'),
  )
  const title = read.answers.find(({ question }) => question?.text)?.question?.text
  const document = attachments.length > 0 ? documentDrafts(read.of('TXA'), attachments, { hasSpell, title }) : []
  const form = formIn(source, { read, type, spell, hasSpell, hasDocument: document.length > 0 })
  const missing = carries === 'document' && attachments.length === 0 && issues.length === 0 ? [withoutDocument] : []
  const unread = carries === 'answers' && !form ? [unknownForm] : []
  return {
    drafts: [...document, ...(form?.drafts ?? [])],
    issues: [...issues, ...missing, ...unread, ...(form?.issues ?? [])],
    ...(form && { form: form.hub === undefined ? {} : { hub: form.hub } }),
  }
}

const withoutDocument: Issue = {
  severity: 'error',
  id: 'document-missing',
  text: 'No OBX-5 holds a document.',
  location: 'OBX-5',
  expression: 'DocumentReference.content',
}
const unknownForm: Issue = {
  severity: 'warning',
  id: 'form-unknown',
  text: 'The settings of this source know no such form; its answers were not read.',
  location: 'OBR-4',
}

function formIn(
  source: SourceSettings,
  found: { read: Read; type: string; spell: Key | undefined; hasSpell: boolean; hasDocument: boolean },
): ReadForm | undefined {
  const { read, type } = found
  const form = formOf(type, marksOf(read), source)
  if (!form) return undefined
  const number = setIn(read.of('OBR'), 'identifier') ?? setIn(read.of('TXA'), 'masterIdentifier')
  const authored = setIn(read.of('OBR'), 'authored') ?? setIn(read.of('TXA'), 'date') ?? read.occurred
  return readForm({
    ...found,
    ...timesOf(read),
    form,
    answers: read.answers,
    number: isKey(number) ? number : undefined,
    authored: typeof authored === 'string' ? authored : undefined,
    context: read.context,
  })
}

const marksOf = (read: Read): FormMarks => ({
  'OBR-4': namesOf(setIn(read.of('OBR'), 'code')),
  'TXA-2': namesOf(setIn(read.of('TXA'), 'type')),
  'OBX-3': read.answers.flatMap(({ question }) => namesOf(question)),
})

/** The codes of a concept, and its words. */
function namesOf(concept: unknown): readonly string[] {
  if (!isRecord(concept)) return []
  const codings: readonly unknown[] = Array.isArray(concept['coding']) ? concept['coding'] : []
  const names = [...codings.map((coding) => (isRecord(coding) ? coding['code'] : undefined)), concept['text']]
  return names.filter((name) => typeof name === 'string')
}

/** What the drafts tell that somebody may want to hear. */
function noticesOf(row: MessageRow, drafts: readonly Draft[], isForm: boolean): readonly NoticeCode[] {
  const assertions = (name: string) => drafts.find((draft) => draft.name === name)?.assertions ?? []
  const fit = setIn(assertions('readiness'), 'valueBoolean')
  const death = assertions('patient').filter(({ path }) => path.startsWith('deceased'))
  const isDead = death.some((one) => one.state === 'set' && one.value !== false)
  const checks: readonly (readonly [NoticeCode, boolean])[] = [
    ['expected-discharge-changed', assertions('spell').some(({ path }) => path.startsWith(plannedEndPath))],
    ['medically-fit', fit === true],
    ['no-longer-medically-fit', fit !== true && drafts.some(({ name }) => name === 'readiness')],
    ['criteria-to-reside-changed', drafts.some(({ name }) => name === 'criteria')],
    ['died', isDead],
    ['death-withdrawn', death.length > 0 && !isDead],
    ['referral-received', isForm],
  ]
  return [...(row.notices ?? []), ...checks.flatMap(([code, holds]) => (holds ? [code] : []))]
}

function unsupported(message: Hl7Message, type: string): MappedHl7 {
  const text = 'Messages of this type and event are not mapped.'
  return {
    type,
    controlId: message.header.controlId,
    identified: false,
    isSupported: false,
    isTestPerson: false,
    notices: [],
    drafts: [],
    issues: [{ severity: 'error', id: 'message-unsupported', text, location: 'MSH-9' }],
    ledger: { ...emptyLedger, notCarried: message.segments.map(({ name }) => name) },
  }
}
