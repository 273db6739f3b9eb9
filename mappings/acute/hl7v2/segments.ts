// Reads the segments of one message by their tables: one person, one stay, and what was left.

import type { CompiledTable } from '../../engine/compile.ts'
import { emptyLedger, sumOf } from '../../engine/ledger.ts'
import { parsePath, putAt } from '../../engine/path.ts'
import type { Reading } from '../../engine/read.ts'
import type { Context } from '../../engine/row.ts'
import { instantOf } from '../../engine/time.ts'
import type { Assertion, Issue, Ledger } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import { evn } from './evn.ts'
import type { MessageRow } from './messages.ts'
import { msh } from './msh.ts'
import { isContact, nk1 } from './nk1.ts'
import { obr } from './obr.ts'
import { obx, type Answer } from './obx.ts'
import { pd1 } from './pd1.ts'
import { pid } from './pid.ts'
import { pv1 } from './pv1.ts'
import { pv2 } from './pv2.ts'
import type { Hl7Message, Hl7Segment } from './reader.ts'
import { txa } from './txa.ts'
import { zu1 } from './zu1.ts'
import { zu8 } from './zu8.ts'

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

export interface Read {
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

export function readSegments(message: Hl7Message, source: SourceSettings, row: MessageRow): Read {
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
    .map((segment) => ({ segment, reading: accountedFor(segment, tables[segment.name]!.read(segment, context)) }))
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

/** A contact who is nobody is not carried, whatever its fields say. */
function accountedFor({ name, place }: Hl7Segment, reading: Reading): Reading {
  const isSilent = reading.assertions.every(({ state }) => state === 'clear')
  if (name !== 'NK1' || isSilent || isContact(elementOf(reading))) return reading
  return { ...reading, assertions: [], ledger: { ...emptyLedger, notCarried: [place('NK1')] } }
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

export function setIn(assertions: readonly Assertion[], path: string): unknown {
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

/** When it happened and when it was recorded. */
export const timesOf = ({ occurred, recorded }: Read) => ({ occurred, recorded })
