// What HL7 v2 says of a stay, as FHIR, in whatever order it is said.

import { sent, patientOf, spellOf } from '../scenes/feed.ts'
import { holds, same } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { clock, hl7Needs } from '../scenes/hl7.ts'
import { hl7v2, homeFirst } from '../sources.ts'

const needs = { ...hl7Needs, capability: ['Patient.search-type', 'Encounter.search-type'] } as const
const statement = homeFirst('map', 'Nothing invented, nothing dropped')

/** Two readings of one instant: offsets may be written as they like. */
const sameInstant = (actual: string, expected: string, what: string): void =>
  same(Number.isNaN(Date.parse(actual)) ? actual : new Date(actual).toISOString(), expected, what)

export const mappingStay = area('mapping', [
  {
    id: 'HF-MAP-002',
    level: 'GATE',
    title: 'makes of an admission one stay in progress: class, place, method, source and start each where it belongs',
    statement,
    needs,
    kills: ['map-admission-swapped', 'map-class'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { pv1: { 14: '19' } })
      const spell = await spellOf(t, person)
      same([spell['status'], textAt(spell, 'class.code')], ['in-progress', 'IMP'], 'status and class')
      same(textAt(spell, 'subject.reference'), `Patient/${textAt(await patientOf(t, person), 'id')}`, 'subject')
      same(textsAt(spell, 'hospitalization.admitSource.coding.code').includes('19'), true, 'PV1-14 as admitSource')
      same(
        textsAt(spell, 'hospitalization.extension.valueCodeableConcept.coding.code').includes('21'),
        true,
        'PV1-4 as admission method',
      )
      holds(JSON.stringify(at(spell, 'location')).includes('WARD7'), 'PV1-3', 'the ward in location', spell['location'])
    },
  },
  {
    id: 'HF-MAP-003',
    level: 'GATE',
    title: 'reads times without an offset by English clocks, summer and winter',
    statement: hl7v2('2.8.47', 'the time zone is understood to be the local time zone of the sender'),
    needs,
    kills: ['map-hour-offset'],
    async run(t) {
      const [summer, winter] = [t.person(), t.person()]
      await sent(t, 'A01', summer, { pv1: { 44: '20250701101500' } })
      await sent(t, 'A01', winter, { pv1: { 44: '20250115101500' } })
      sameInstant(textAt(await spellOf(t, summer), 'period.start'), '2025-07-01T09:15:00.000Z', '1 July 2025, 10:15')
      sameInstant(textAt(await spellOf(t, winter), 'period.start'), '2025-01-15T10:15:00.000Z', '15 January 2025, 10:15')
    },
  },
  {
    id: 'HF-MAP-004',
    level: 'GATE',
    title: 'ends the stay with a discharge: its time and its destination, and no method that was not sent',
    statement: homeFirst(
      'map',
      'PV1-36 and PV1-37 are tried as destination; no field is taken for a method unless the settings say so',
    ),
    needs,
    kills: ['map-discharge-swapped', 'map-discharge-status'],
    async run(t) {
      const person = t.person()
      const left = new Date(Math.floor(Date.now() / 1000) * 1000 - 70 * 60_000)
      await sent(t, 'A01', person, { at: clock(-120) })
      await sent(t, 'A03', person, { at: clock(-60), pv1: { 36: '19', 45: clock(0, left.getTime()) } })
      const spell = await spellOf(t, person)
      same(spell['status'], 'finished', 'status')
      sameInstant(textAt(spell, 'period.end'), left.toISOString(), 'PV1-45')
      same(
        textsAt(spell, 'hospitalization.dischargeDisposition.coding.code').includes('19'),
        true,
        'PV1-36 as dischargeDisposition',
      )
      const methods = at(spell, 'extension').filter((one) => /DischargeMethod/.test(textAt(one, 'url')))
      same(methods, [], 'a discharge method')
    },
  },
  {
    id: 'HF-MAP-005',
    level: 'GATE',
    title: 'takes a discharge back with A13: the stay goes on, and its end is gone',
    statement: homeFirst('map', 'ADT^A13: discharge cancelled'),
    needs,
    kills: ['map-a13-keeps-end'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { at: clock(-180) })
      await sent(t, 'A03', person, { at: clock(-120), pv1: { 36: '19', 45: clock(-125) } })
      same((await spellOf(t, person))['status'], 'finished', 'after A03')
      await sent(t, 'A13', person, { at: clock(-60) })
      const spell = await spellOf(t, person)
      same(
        [spell['status'], textAt(spell, 'period.end'), at(spell, 'hospitalization.dischargeDisposition')],
        ['in-progress', '', []],
        'after A13',
      )
    },
  },
  {
    id: 'HF-MAP-007',
    level: 'GATE',
    title: 'lets a message that comes late correct nothing that is newer',
    statement: homeFirst('map', 'Late facts correct history'),
    needs,
    kills: ['apply-late-wins'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { at: clock(-180) })
      await sent(t, 'A08', person, { at: clock(-60), pid: { 5: `Newer^${person.given}^^^^^L` } })
      await sent(t, 'A08', person, { at: clock(-120), pid: { 5: `Older^${person.given}^^^^^L`, 8: 'M' } })
      const patient = await patientOf(t, person)
      same(textsAt(patient, 'name.family'), ['Newer'], 'PID-5')
    },
  },
  {
    id: 'HF-MAP-008',
    level: 'GATE',
    title: 'keeps where somebody was when they are moved',
    statement: homeFirst('map', 'PV1-3: a time line of places'),
    needs,
    kills: ['map-transfer-forgets'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { at: clock(-180), pv1: { 3: 'WARD7^BAY2^BED4' } })
      await sent(t, 'A02', person, { at: clock(-60), pv1: { 3: 'WARD9^BAY1^BED1' } })
      const spell = await spellOf(t, person)
      const places = at(spell, 'location').map((one) => [
        textAt(one, 'status'),
        JSON.stringify(one).includes('WARD7') ? 'WARD7' : 'WARD9',
      ])
      same(
        places,
        [
          ['completed', 'WARD7'],
          ['active', 'WARD9'],
        ],
        'the places',
      )
    },
  },
  {
    id: 'HF-MAP-009',
    level: 'GATE',
    title: 'takes a cancelled admission for cancelled, whichever of the two messages comes first',
    statement: homeFirst('map', 'ADT^A11: admission cancelled'),
    needs,
    kills: ['map-a11-ignored', 'apply-late-wins'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      await sent(t, 'A01', one, { at: clock(-120) })
      await sent(t, 'A11', one, { at: clock(-60) })
      await sent(t, 'A11', other, { at: clock(-60) })
      await sent(t, 'A01', other, { at: clock(-120) })
      same([(await spellOf(t, one))['status'], (await spellOf(t, other))['status']], ['cancelled', 'cancelled'], 'the stays')
    },
  },
  {
    id: 'HF-MAP-010',
    level: 'GATE',
    title: 'keeps a code that it does not know as it was sent, and warns',
    statement: homeFirst('map', 'An unknown code keeps its original coding and text, becomes an issue, and is counted'),
    needs,
    kills: ['map-unknown-code-dropped', 'ack-no-warning'],
    async run(t) {
      const [good, odd] = [t.person(), t.person()]
      const clean = await sent(t, 'A01', good)
      const warned = await sent(t, 'A01', odd, { pv1: { 14: 'ZQ7^By balloon^L' } })
      same(clean.errors, [], 'ERR of a message that is all known')
      holds(warned.errors.length > 0, 'ERR of a message with an unknown code', 'a warning', warned.text)
      const source = JSON.stringify(at(await spellOf(t, odd), 'hospitalization.admitSource'))
      holds(source.includes('ZQ7') && source.includes('By balloon'), 'PV1-14', 'ZQ7 and its words', source)
    },
  },
])
