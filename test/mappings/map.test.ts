// What messages mean: events, identity, readiness, death, filters, forms and documents, and all the dirt that real feeds hold.

import fc from 'fast-check'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mapHl7, type MappedHl7 } from '../../mappings/acute/hl7v2/map.ts'
import { messages } from '../../mappings/acute/hl7v2/messages.ts'
import { readHl7 } from '../../mappings/acute/hl7v2/reader.ts'
import { sourceSettings } from '../../mappings/source.ts'
import { folder, messageOf, names } from './golden.ts'
import { message, segment, type Parts } from './messages.ts'

const map = (type: string, parts: Parts = {}, settings: unknown = {}): MappedHl7 =>
  mapHl7(messageOf(message(type, parts)), sourceSettings('trust1-epr', settings))

const draft = (mapped: MappedHl7, name: string) => mapped.drafts.find((one) => one.name === name)
const said = (mapped: MappedHl7, name: string, path: string) => draft(mapped, name)?.assertions.find((one) => one.path === path)
const value = (mapped: MappedHl7, name: string, path: string): unknown => {
  const found = said(mapped, name, path)
  return found?.state === 'set' ? found.value : undefined
}
const ids = (mapped: MappedHl7) => mapped.issues.map(({ id }) => id)
const nhs = 'identifier[system=https://fhir.nhs.uk/Id/nhs-number]'
const notValid = 'identifier[system=https://home-first.example/fhir/Id/nhs-number-not-valid].value'

describe('an event', () => {
  it.each([
    ['ADT^A01', 'in-progress'],
    ['ADT^A02', 'in-progress'],
    ['ADT^A03', 'finished'],
    ['ADT^A05', 'planned'],
    ['ADT^A11', 'cancelled'],
    ['ADT^A13', 'in-progress'],
  ])('%s makes the stay %s', (type, status) => {
    expect(value(map(type), 'spell', 'status')).toBe(status)
  })

  it('that does not change the stay says nothing of its status, but what a stay that was unknown needs', () => {
    const known = map('ADT^A08')
    expect(said(known, 'spell', 'status')).toBeUndefined()
    expect(draft(known, 'spell')?.initial).toEqual([{ state: 'set', path: 'status', value: 'in-progress' }])
    const ended = map('ADT^A08', { pv1: { 45: '20260113141000' } })
    expect(draft(ended, 'spell')?.initial).toEqual([{ state: 'set', path: 'status', value: 'finished' }])
    const silent = map('ADT^A08', { pv1: { 2: '', 44: '' } })
    expect(draft(silent, 'spell')?.initial).toMatchObject([
      { value: 'unknown' },
      { path: 'class', value: { extension: [{ valueCode: 'unknown' }] } },
    ])
  })

  it('of the table gives one spell, the same for A01, A02, A03 and A08 but for its status and end', () => {
    const paths = (type: string) =>
      draft(map(type), 'spell')
        ?.assertions.map(({ path }) => path)
        .filter((path) => !['status', 'period.end'].includes(path))
    for (const type of ['ADT^A02', 'ADT^A03', 'ADT^A08']) expect(paths(type)).toEqual(paths('ADT^A01'))
    for (const type of Object.keys(messages)) expect(ids(map(type))).not.toContain('message-unsupported')
  })

  it('A03 takes the end from PV1-45, else from EVN-6, else from EVN-2', () => {
    expect(value(map('ADT^A03', { pv1: { 45: '20260113141000' }, evn: { 6: '20260113150000' } }), 'spell', 'period.end')).toBe(
      '2026-01-13T14:10:00+00:00',
    )
    expect(value(map('ADT^A03', { evn: { 6: '20260113150000' } }), 'spell', 'period.end')).toBe('2026-01-13T15:00:00.000Z')
    expect(value(map('ADT^A03'), 'spell', 'period.end')).toBe('2026-01-05T10:15:00.000Z')
  })

  it('A13 clears end, destination and method, even when the message repeats them', () => {
    const undone = map('ADT^A13', { pv1: { 36: '19', 37: '1', 45: '20260113141000' } }, { 'PV1-37': 'discharge-method' })
    for (const path of ['period.end', 'hospitalization.dischargeDisposition']) {
      expect(draft(undone, 'spell')?.assertions.filter((one) => one.path === path)).toEqual([{ state: 'clear', path }])
    }
    expect(JSON.stringify(draft(undone, 'spell'))).not.toContain(
      '"valueCodeableConcept":{"coding":[{"system":"https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeMethod',
    )
  })

  it('that nobody knows is not mapped, and all its segments are listed', () => {
    const mapped = map('ADT^A99')
    expect(mapped).toMatchObject({ drafts: [], ledger: { notCarried: ['MSH', 'EVN', 'PID', 'PV1'] } })
    expect(ids(mapped)).toEqual(['message-unsupported'])
    expect(ids(map('ADT^toString'))).toEqual(['message-unsupported'])
  })

  it('has two times: when it happened and when it was recorded, both in UTC', () => {
    const mapped = map('ADT^A02', { evn: { 2: '20260705101500', 6: '20260705100000' } })
    expect(mapped).toMatchObject({ recorded: '2026-07-05T09:15:00.000Z', occurred: '2026-07-05T09:00:00.000Z' })
    expect(map('ADT^A02', { evn: { 2: '' } })).toMatchObject({
      recorded: '2026-01-05T10:16:00.000Z',
      occurred: '2026-01-05T10:16:00.000Z',
    })
  })

  it('about the person only touches no stay', () => {
    expect(map('ADT^A31').drafts.map(({ name }) => name)).toEqual(['patient'])
  })
})

describe('identity', () => {
  it('is the source’s own number; an NHS number beside it is no key', () => {
    const mapped = map('ADT^A01', { pid: { 3: '9990000018^^^NHS^NH~S1^^^TRUST1^PI' } })
    expect(draft(mapped, 'patient')?.keys).toEqual([
      { system: 'https://home-first.example/fhir/Id/local/trust1-epr/TRUST1', value: 'S1' },
    ])
  })

  it('is the NHS number with a date of birth where there is nothing else', () => {
    expect(map('ADT^A01', { pid: { 3: '9990000018^^^NHS' } }).identified).toBe(true)
    expect(map('ADT^A01', { pid: { 3: '9990000018^^^NHS', 7: '' } }).identified).toBe(false)
    expect(map('ADT^A01', { pid: { 3: '9990000018^^^NHS', 7: '1940' } }).identified).toBe(false)
    expect(map('ADT^A01', { pid: { 3: '9990000019^^^NHS' } }).identified).toBe(false)
    expect(map('ADT^A01', { pid: { 3: '' } }).identified).toBe(false)
  })

  it('keeps two trusts behind one engine apart', () => {
    const of = (facility: string) => draft(map('ADT^A01', { msh: { 4: facility }, pid: { 3: 'S1' } }), 'patient')?.keys[0]?.system
    expect(of('TRUST1')).not.toBe(of('TRUST2'))
    const visit = (facility: string) =>
      draft(map('ADT^A01', { msh: { 4: facility }, pv1: { 19: 'V1^^^VISITID' } }), 'spell')?.keys[0]?.system
    expect(visit('TRUST1')).not.toBe(visit('TRUST2'))
    const named = map('ADT^A01', {}, { identifierSystems: { TRUST1: 'https://trust1.example/id' } })
    expect(draft(named, 'patient')?.keys[0]?.system).toBe('https://trust1.example/id')
  })

  it('of a stay without a visit number is the person and the time of admission, and nothing without both', () => {
    expect(draft(map('ADT^A01', { pv1: { 19: '' } }), 'spell')?.keys[0]?.value).toContain('S1234567|2026-01-05T09:55:00+00:00')
    const none = map('ADT^A01', { pv1: { 19: '', 44: '' } })
    expect(draft(none, 'spell')).toBeUndefined()
    expect(ids(none)).toContain('visit-number-missing')
  })

  it('takes only what stands before a second person', () => {
    const mapped = map('ORU^R01', { more: ['PID|||S2^^^TRUST1||OTHER', 'OBX|1|ST|Q1||secret'] })
    expect(ids(mapped)).toContain('more-than-one-person')
    expect(mapped.ledger.notCarried).toEqual(expect.arrayContaining(['PID', 'OBX']))
    expect(JSON.stringify(mapped.drafts)).not.toMatch(/OTHER|secret/)
  })

  it.each(['9999999999', '3333333333', '0000000000', '1111111111', '12345', '9990000019', 'NHS123'])(
    'never takes %s for an NHS number, and keeps it apart',
    (number) => {
      const mapped = map('ADT^A01', { pid: { 3: `${number}^^^NHS~S1^^^TRUST1` } })
      expect(value(mapped, 'patient', `${nhs}.value`)).toBeUndefined()
      expect(value(mapped, 'patient', notValid)).toBe(number)
      expect(ids(mapped).some((id) => id.startsWith('nhs-number-'))).toBe(true)
      expect(JSON.stringify(mapped.issues)).not.toContain(number)
    },
  )

  it.each([
    '999 000 0018^^^NHS',
    '999-000-0018^^^NHS^HN',
    '9990000018^^^NHSNBR',
    '9990000018^^^^NH',
    '9990000018^^^RTS^NHS',
    '9990000018^^^NHS^PI',
    '~9990000018^^^NHS',
    '9999999999^^^NHS~9990000018^^^NHS',
  ])('finds the NHS number however it is marked: %s', (text) => {
    expect(value(map('ADT^A01', { pid: { 3: `${text}~S1^^^TRUST1` } }), 'patient', `${nhs}.value`)).toBe('9990000018')
  })

  it('finds it in PID-19, and gives its status only with the number', () => {
    const elsewhere = map('ADT^A01', { pid: { 3: 'S1', 19: '999 000 0018', 32: 'ED~NSTS01' } })
    expect(value(elsewhere, 'patient', `${nhs}.value`)).toBe('9990000018')
    expect(JSON.stringify(draft(elsewhere, 'patient'))).toContain('NHSNumberVerificationStatus')
    expect(JSON.stringify(draft(map('ADT^A01', { pid: { 32: 'NSTS07' } }), 'patient'))).not.toContain(
      'NHSNumberVerificationStatus',
    )
  })
})

describe('readiness', () => {
  const zu1 = (fit: string, since: string) => ({ more: [segment('ZU1', { 22: fit, 24: since })] })

  it('is said once: the same statement in a later message is the same Observation', () => {
    const first = map('ADT^A08', zu1('Y', '20260109'))
    const again = map('ADT^A08', { ...zu1('Y', '20260109'), evn: { 2: '20260110101500' } })
    expect(draft(first, 'readiness')?.keys).toEqual(draft(again, 'readiness')?.keys)
    expect(draft(first, 'readiness')?.keys).not.toEqual(draft(map('ADT^A08', zu1('Y', '20260110')), 'readiness')?.keys)
  })

  it('taken back is false only when the source says so, and otherwise unknown', () => {
    const no = map('ADT^A08', zu1('N', '""'))
    expect(value(no, 'readiness', 'valueBoolean')).toBe(false)
    const withdrawn = map('ADT^A08', zu1('', '""'))
    expect(value(withdrawn, 'readiness', 'valueBoolean')).toBeUndefined()
    expect(value(withdrawn, 'readiness', 'dataAbsentReason')).toBeDefined()
  })

  it('is silent when both fields are, and takes no for an answer when they contradict each other', () => {
    expect(draft(map('ADT^A08', zu1('', '')), 'readiness')).toBeUndefined()
    expect(draft(map('ADT^A08'), 'readiness')).toBeUndefined()
    const both = map('ADT^A08', zu1('N', '20260109'))
    expect(value(both, 'readiness', 'valueBoolean')).toBe(false)
    expect(ids(both)).toContain('readiness-contradictory')
  })

  it('is never criteria to reside unless the settings say so', () => {
    expect(draft(map('ADT^A08', zu1('Y', '20260109')), 'criteria')).toBeUndefined()
    const meant = map('ADT^A08', zu1('Y', '20260109'), { 'ZU1-22': 'criteria-to-reside' })
    expect(draft(meant, 'readiness')).toBeUndefined()
    expect(value(meant, 'criteria', 'valueCodeableConcept')).toMatchObject({ coding: [{ code: 'no-longer-meets' }] })
  })

  it('that cannot be read says nothing', () => {
    const odd = map('ADT^A08', zu1('maybe', '20261399'))
    expect(draft(odd, 'readiness')).toBeUndefined()
    expect(ids(odd)).toEqual(expect.arrayContaining(['code-unknown', 'date-invalid']))
  })

  it('is not taken where the message names no stay', () => {
    const homeless = map('ADT^A08', { ...zu1('Y', '20260109'), pv1: { 19: '', 44: '' } })
    expect(draft(homeless, 'readiness')).toBeUndefined()
    expect(ids(homeless)).toContain('readiness-not-taken')
  })
})

describe('death', () => {
  it('is a date or a flag, never both; a flag that says no takes both back', () => {
    const dated = map('ADT^A08', { pid: { 29: '20260114', 30: 'Y' } })
    expect(draft(dated, 'patient')?.assertions.filter(({ path }) => path.startsWith('deceased'))).toEqual([
      { state: 'clear', path: 'deceasedBoolean' },
      { state: 'set', path: 'deceasedDateTime', value: '2026-01-14' },
    ])
    const alive = map('ADT^A08', { pid: { 30: 'N' } })
    expect(value(alive, 'patient', 'deceasedBoolean')).toBe(false)
    expect(said(alive, 'patient', 'deceasedDateTime')?.state).toBe('clear')
    const cleared = map('ADT^A08', { pid: { 29: '""', 30: '""' } })
    for (const path of ['deceasedBoolean', 'deceasedDateTime']) expect(said(cleared, 'patient', path)?.state).toBe('clear')
    expect(value(map('ADT^A08', { pid: { 30: 'Y' } }), 'patient', 'deceasedBoolean')).toBe(true)
  })

  it('that is contradicted is not believed', () => {
    const both = map('ADT^A08', { pid: { 29: '20260114', 30: 'N' } })
    expect(draft(both, 'patient')?.assertions.some(({ path }) => path.startsWith('deceased'))).toBe(false)
    expect(ids(both)).toContain('death-contradictory')
  })
})

describe('discharge', () => {
  it('takes PV1-36 and PV1-37 for what the settings say, and neither for the other', () => {
    const pv1 = { 36: '1', 37: '85' }
    const method =
      'extension[url=https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DischargeMethod].valueCodeableConcept'
    const swapped = map('ADT^A03', { pv1 }, { 'PV1-36': 'discharge-method' })
    expect(value(swapped, 'spell', method)).toMatchObject({ coding: [{ code: '1' }] })
    expect(value(swapped, 'spell', 'hospitalization.dischargeDisposition')).toMatchObject({ coding: [{ code: '85' }] })
    const untold = map('ADT^A03', { pv1 })
    expect(said(untold, 'spell', method)).toBeUndefined()
    expect(ids(untold)).toContain('code-unknown')
    expect(untold.ledger.notCarried).toContain('PV1-37')
    const none = map('ADT^A03', { pv1 }, { 'PV1-36': 'ignore', 'PV1-37': 'ignore' })
    expect(none.ledger.ignored.map(({ location }) => location)).toEqual(expect.arrayContaining(['PV1-36', 'PV1-37']))
  })
})

describe('an intake filter', () => {
  const filtered = (intake: unknown, parts: Parts = {}) => map('ADT^A01', parts, { intake }).filtered?.reason

  it('leaves what is none of our business, with the reason and nothing else', () => {
    const mapped = map('ADT^A01', {}, { intake: { wards: ['J99'] } })
    expect(mapped).toMatchObject({ filtered: { reason: 'ward' }, drafts: [], issues: [], ledger: { mapped: 0 } })
    expect(filtered({ classes: ['O'] })).toBe('patient-class')
    expect(filtered({ specialties: ['300'] }, { pv1: { 10: '430' } })).toBe('specialty')
    expect(filtered({ minAge: 86 })).toBe('age')
  })

  it('takes the rest, and whoever of whom the message does not say it', () => {
    expect(filtered({ wards: ['J32'], classes: ['I'], minAge: 85, specialties: ['300'] })).toBeUndefined()
    expect(filtered({ minAge: 18 }, { pid: { 7: '' } })).toBeUndefined()
    expect(filtered({ minAge: 18 }, { pid: { 7: '2008' } })).toBe('age')
    expect(filtered({ minAge: 18 }, { pid: { 7: '20080105' } })).toBeUndefined()
    expect(filtered({ minAge: 18 }, { pid: { 7: '20080106' } })).toBe('age')
  })
})

describe('a document', () => {
  const pdf = 'JVBERi0xLjQKJUVPRgo='
  const mdm = (...obx: string[]) => map('MDM^T02', { more: [segment('TXA', { 2: 'DS', 12: 'D1^TRUST1' }), ...obx] })
  const data = (mapped: MappedHl7, name = 'binary') => value(mapped, name, 'data')

  it.each([
    ['JVBERi0xLjQK', 'application/pdf'],
    ['e1xydGYxfQ==', 'application/rtf'],
    ['UEsDBBQA', 'application/zip'],
  ])('is what its content says, whatever the label: %s', (content, type) => {
    const mapped = mdm(`OBX|1|ED|1^Letter^L||X^IM^XYZ^Base64^${content}||||||F`)
    expect(value(mapped, 'binary', 'contentType')).toBe(type)
    expect(value(mapped, 'document', 'content')).toMatchObject([
      { attachment: { contentType: type, url: 'draft:binary', title: 'Letter' } },
    ])
  })

  it('is found also in a CE, joined over several OBX in the order of OBX-4, and freed of MIME headers', () => {
    expect(data(mdm(`OBX|1|CE|1^IGene||^IGene^application/pdf^Base64^${pdf}||||||F`))).toBe(pdf)
    const pieces = [
      `OBX|1|ED|1|3|^a^b^Base64^${pdf.slice(16)}`,
      `OBX|2|ED|1|1|^a^b^Base64^${pdf.slice(0, 8)}`,
      `OBX|3|ED|1|2|^a^b^Base64^${pdf.slice(8, 16)}`,
    ]
    expect(data(mdm(...pieces))).toBe(pdf)
    expect(data(mdm(`OBX|1|ED|1||^a^b^Base64^MIME-Version: 1.0\\.br\\Content-Type: application/pdf\\.br\\\\.br\\${pdf}`))).toBe(
      pdf,
    )
    expect(data(mdm(`OBX|1|ED|1||^a^b^Base64^${pdf.slice(0, 8)}\n${pdf.slice(8)}`))).toBe(pdf)
  })

  it('of several is one document with several attachments', () => {
    const two = mdm(`OBX|1|ED|1|1|^a^b^Base64^${pdf}`, 'OBX|2|ED|1|2|^a^b^Base64^e1xydGYxfQ==')
    expect(two.drafts.filter(({ type }) => type === 'Binary').map(({ name }) => name)).toEqual(['binary', 'binary-2'])
  })

  it('that is plain text stays text, that is no base64 is told, that is not there is told', () => {
    expect(Buffer.from(String(data(mdm('OBX|1|TX|1||Dear A\\T\\E', 'OBX|2|TX|1||Regards'))), 'base64').toString()).toBe(
      'Dear A&E\nRegards',
    )
    const broken = mdm('OBX|1|ED|1||^a^b^Base64^JVBERi0!!')
    expect(ids(broken)).toContain('document-unreadable')
    expect(draft(broken, 'document')).toBeUndefined()
    expect(ids(mdm('OBX|1|ED|1||'))).toContain('document-missing')
    expect(ids(mdm('OBX|1|ED|1||^a^b^Base64^QUJDRA=='))).toContain('document-kind-unknown')
  })
})

describe('a form', () => {
  const forms = [
    {
      message: 'ORU^R01',
      recognisedBy: { 'OBR-4': ['D2A'], 'OBX-3': ['Q2'] },
      questions: {
        Q2: { means: 'criteria-to-reside', meets: ['Yes'], noLongerMeets: ['N', 'No longer meets'] },
        Q3: { means: 'discharge-ready-date' },
      },
    },
    { message: 'MDM^T02', recognisedBy: { 'TXA-2': ['D2A-FORM'] }, hub: 'hub1' },
  ]
  const oru = (...obx: string[]) => map('ORU^R01', { more: ['OBR|1||F1|D2A', ...obx] }, { forms })

  it('is known by all the codes that the settings name', () => {
    expect(oru('OBX|1|ST|Q2||N').form).toEqual({})
    expect(oru('OBX|1|ST|Q9||N').form).toBeUndefined()
    expect(ids(oru('OBX|1|ST|Q9||N'))).toContain('form-unknown')
    expect(map('ORU^R01', { more: ['OBR|1||F1|OTHER', 'OBX|1|ST|Q2||N'] }, { forms }).form).toBeUndefined()
  })

  it('says something of criteria to reside only by the answers that are listed', () => {
    const criteria = (answer: string) => value(oru(`OBX|1|ST|Q2||${answer}`), 'criteria', 'valueCodeableConcept')
    expect(criteria('no LONGER meets!')).toMatchObject({ coding: [{ code: 'no-longer-meets' }] })
    expect(criteria('yes')).toMatchObject({ coding: [{ code: 'meets' }] })
    expect(criteria('X^N')).toMatchObject({ coding: [{ code: 'no-longer-meets' }] })
    expect(criteria('unsure')).toBeUndefined()
    expect(ids(oru('OBX|1|ST|Q2||unsure'))).toContain('code-unknown')
    expect(ids(oru('OBX|1|ST|Q2||N', 'OBX|2|ST|Q3||32/01/2026'))).toContain('date-invalid')
  })

  it('that comes again does not make its referral active again', () => {
    const referral = draft(oru('OBX|1|ST|Q2||N'), 'referral')
    expect(referral?.assertions.map(({ path }) => path)).not.toContain('status')
    expect(referral?.initial).toMatchObject([
      { path: 'status', value: 'active' },
      { path: 'intent', value: 'order' },
    ])
    expect(referral?.keys).toEqual([{ system: 'https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/form', value: 'F1' }])
  })

  it('may be a document', () => {
    const mapped = map(
      'MDM^T02',
      { more: [segment('TXA', { 2: 'D2A-FORM', 12: 'D1' }), 'OBX|1|ED|1||^a^b^Base64^JVBERi0xLjQK'] },
      { forms },
    )
    expect(mapped.form).toEqual({ hub: 'hub1' })
    expect(value(mapped, 'referral', 'supportingInfo')).toEqual([{ reference: 'draft:document' }])
  })
})

describe('dirt of real feeds (uk-data-formats.md §1.8)', () => {
  it('XCN slipped by one still names the professional', () => {
    const of = (text: string) => value(map('ADT^A01', { pv1: { 7: text } }), 'spell', 'participant[id=attending]')
    expect(of('C1^Cortana^Emily^^Miss^^RCB55')).toMatchObject({
      individual: { identifier: { value: 'C1' }, display: 'Miss Emily Cortana' },
    })
    expect(of('C1^Cortana^Emily^^^Miss^^GMC')).toEqual(of('C1^Cortana^Emily^^Miss^GMC'))
  })

  it('PV1-1 of 61, class O on a discharge, EVN-7 absent, PID-10 N, Z segments before others: all are read', () => {
    const mapped = map('ADT^A03', { pv1: { 1: '61', 2: 'O' }, pid: { 10: 'N' }, more: ['ZPV|1', 'PV2|||^FALL', 'ZZ9|x'] })
    expect(value(mapped, 'spell', 'class')).toMatchObject({ code: 'AMB' })
    expect(value(mapped, 'spell', 'reasonCode[0]')).toEqual({ text: 'FALL' })
    expect(mapped.ledger.notCarried).toEqual(['ZPV', 'ZZ9'])
  })

  it('a month 13 in a date of birth loses the date and keeps the message', () => {
    const mapped = map('ADT^A01', { pid: { 7: '19401301' } })
    expect(said(mapped, 'patient', 'birthDate')).toBeUndefined()
    expect(mapped.issues).toMatchObject([{ id: 'date-invalid', location: 'PID-7', expression: 'Patient.birthDate' }])
    expect(mapped.identified).toBe(true)
  })

  it('an empty first repetition is passed over', () => {
    expect(
      value(
        map('ADT^A01', { pv1: { 4: '~21' } }),
        'spell',
        'hospitalization.extension[url=https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AdmissionMethod].valueCodeableConcept',
      ),
    ).toMatchObject({
      coding: [{ code: '21' }],
    })
  })

  it('two-part MSH-9, version 2.2, trailing separators, pending places, mixed precision and offsets are taken', () => {
    const mapped = map('ADT^A01', {
      msh: { 12: '2.2' },
      pv1: { 41: 'Adm*Conf', 42: 'J99', 44: '20260705', 45: '20260706101500+0200' },
      more: ['PV2|||^X||||||||||'],
    })
    expect(value(mapped, 'spell', 'period.start')).toBe('2026-07-05')
    expect(value(mapped, 'spell', 'period.end')).toBe('2026-07-06T10:15:00+02:00')
    expect(mapped.ledger.ignored.map(({ location }) => location)).toEqual(expect.arrayContaining(['PV1-41', 'PV1-42']))
  })

  it('"" alone clears; absent leaves; a telephone that is no longer among those sent is gone', () => {
    const mapped = map('ADT^A08', { pid: { 11: '""', 13: '0113 1^PRN^PH' } })
    expect(said(mapped, 'patient', 'address')?.state).toBe('clear')
    expect(said(mapped, 'patient', 'telecom[use=home]')?.state).toBe('set')
    expect(said(mapped, 'patient', 'telecom[use=mobile]')?.state).toBe('clear')
    expect(said(mapped, 'patient', 'telecom[use=work]')).toBeUndefined()
  })

  it('a next of kin is a contact, and never a carer', () => {
    const mapped = map('ADT^A01', { more: ['NK1|1|KIN^BOB|4', 'NK1|2||20'] })
    expect(value(mapped, 'patient', 'contact')).toHaveLength(1)
    expect(mapped.ledger.notCarried).toEqual(['NK1[2]'])
    expect(JSON.stringify(value(mapped, 'patient', 'contact'))).toContain('Next of kin')
  })

  it('a hidden address marks the person restricted; an unknown mark is taken for hiding', () => {
    for (const mark of ['1', '2', 'Q'])
      expect(said(map('ADT^A01', { more: [segment('ZU8', { 4: mark })] }), 'patient', 'meta.security[code=R]')?.state).toBe('set')
    expect(said(map('ADT^A01', { more: [segment('ZU8', { 4: '0' })] }), 'patient', 'meta.security[code=R]')?.state).toBe('clear')
    expect(said(map('ADT^A01', { more: [segment('ZU8', { 2: '1' })] }), 'patient', 'meta.security[code=R]')).toBeUndefined()
  })

  it('two admissions of one second with one control id are two statements about one stay', () => {
    const first = map('ADT^A01', { pv1: { 3: 'T42E' } })
    const second = map('ADT^A01', { pv1: { 3: 'T11E' } })
    expect(draft(first, 'spell')?.keys).toEqual(draft(second, 'spell')?.keys)
    expect(said(first, 'spell', 'location')).not.toEqual(said(second, 'spell', 'location'))
  })
})

describe('the mapping', () => {
  const settings = sourceSettings('trust1-epr', { forms: [{ message: 'ORU^R01', recognisedBy: { 'OBR-4': ['D2A'] } }] })
  const texts = names.map((name) => readFileSync(`${folder}/${name}.hl7`, 'utf8'))

  it('never throws and refers to no draft that it does not make, whatever becomes of a message', () => {
    const scraps = fc.constantFrom(
      '""',
      '~',
      '^',
      '&',
      '|',
      '\\',
      '\r',
      '\n',
      '\u0000',
      'é',
      '9999999999',
      '__proto__',
      'constructor',
      ']',
      '[',
      '{x}',
      '20261399',
      '-',
    )
    const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 12 }), fc.oneof(scraps, fc.string({ maxLength: 8 })))
    fc.assert(
      fc.property(cut, fc.array(fc.tuple(fc.nat(), scraps), { maxLength: 6 }), ([text, at, length, scrap], more) => {
        let torn = text.slice(0, at % text.length) + scrap + text.slice((at % text.length) + length)
        for (const [where, what] of more)
          torn = torn.slice(0, where % (torn.length || 1)) + what + torn.slice(where % (torn.length || 1))
        const read = readHl7(torn)
        if (!read.ok) return
        const mapped = mapHl7(read.message, settings)
        const names = mapped.drafts.map(({ name }) => `"draft:${name}"`)
        for (const [reference] of JSON.stringify(mapped).matchAll(/"draft:\w+"/g)) expect(names).toContain(reference)
      }),
      { numRuns: process.env['LONG'] ? 20_000 : 1500 },
    )
  })

  it('says the same of the same message, and leaves the message as it is', () => {
    for (const text of texts) {
      const read = messageOf(text)
      expect(mapHl7(read, settings)).toEqual(mapHl7(read, settings))
    }
  })

  it('tells no value of a field in an issue or ledger', () => {
    const mapped = map('ADT^A01', {
      pid: { 3: '9990000019^^^NHS', 7: 'SECRET7', 8: 'SECRET8', 29: 'SECRET29' },
      pv1: { 14: 'SECRET14', 36: 'SECRET36' },
      more: ['ZZ1|SECRETZ'],
    })
    expect(JSON.stringify([mapped.issues, mapped.ledger])).not.toMatch(/SECRET|9990000019/)
  })
})

const samples = '/work/shared/data/uk-formats/hl7v2'
const areHere = existsSync(samples)
if (!areHere) console.log('sample messages are not read: the reference data is not on this machine')

describe.skipIf(!areHere)('a sample of others', () => {
  const files = areHere ? globSync(`${samples}/{synthetic-ours,itk-samples,ms-fhir-converter-MIT}/*.hl7`) : []

  it.each(files)('is read without a fault, and each of its fields is accounted for: %s', (file) => {
    const message = messageOf(new Uint8Array(readFileSync(file)))
    const mapped = mapHl7(message, sourceSettings('sample'))
    const { ledger } = mapped
    if (ids(mapped).includes('message-unsupported')) return expect(ledger.notCarried).toHaveLength(message.segments.length)
    expect(ledger.mapped).toBeGreaterThan(10)
    expect(mapped.drafts.length).toBeGreaterThan(0)
    const places = [...ledger.ignored.map(({ location }) => location), ...ledger.notCarried]
    expect(places.every((place) => /^[A-Z][A-Z0-9]{2}/.test(place))).toBe(true)
  })

  it.each([
    ['A01_admit_emergency', 'in-progress'],
    ['A03_discharge_dest_in_36', 'finished'],
    ['A13_cancel_discharge', 'in-progress'],
  ])('of ours means what its name says: %s', (name, status) => {
    const mapped = mapHl7(
      messageOf(new Uint8Array(readFileSync(`${samples}/synthetic-ours/${name}.hl7`))),
      sourceSettings('sample'),
    )
    expect(value(mapped, 'spell', 'status')).toBe(status)
    expect(mapped.issues).toEqual([])
  })
})
