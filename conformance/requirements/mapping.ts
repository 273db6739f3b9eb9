// What HL7 v2 says of a person and of a form, as FHIR: nothing invented, nothing dropped, nothing swapped.

import { sent, patientOf, spellOf } from '../scenes/feed.ts'
import { codeSystem, nhsNumber, odsOrganization } from '../../profiles/canonical.ts'
import { holds, same } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { found, readOf } from '../scenes/fhir.ts'
import { accepted, clock, formOf, hl7, hl7Needs } from '../scenes/hl7.ts'
import { hl7v2, homeFirst } from '../sources.ts'

const needs = { ...hl7Needs, capability: ['Patient.search-type', 'Encounter.search-type'] } as const
const statement = homeFirst('map', 'Nothing invented, nothing dropped')

export const mapping = area('mapping', [
  {
    id: 'HF-MAP-001',
    level: 'GATE',
    title: 'carries name, sex, date of birth, numbers and address of the person as they were sent',
    statement,
    needs,
    kills: ['map-name-swapped', 'map-address-dropped', 'map-sex'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { pid: { 5: `${person.family}^${person.given}^Quill^^MRS^^L`, 13: '^PRN^PH^^^01632^960001' } })
      const patient = await patientOf(t, person)
      const name = at(patient, 'name').find((one) => textAt(one, 'use') === 'official')
      same(
        [textAt(name, 'family'), textsAt(name, 'given'), textsAt(name, 'prefix')],
        [person.family, [person.given, 'Quill'], ['MRS']],
        'PID-5',
      )
      same([patient['gender'], patient['birthDate']], ['female', person.birthDate], 'PID-8 and PID-7')
      const numbers = at(patient, 'identifier').filter((one) => textAt(one, 'system') === nhsNumber)
      same(
        numbers.map((one) => textAt(one, 'value')),
        [person.nhsNumber],
        'PID-3, NHS',
      )
      const [address] = at(patient, 'address')
      same(
        [textsAt(address, 'line'), textAt(address, 'city'), textAt(address, 'postalCode')],
        [['1 EXAMPLE ROAD'], 'EXAMPLETOWN', 'ZZ99 9ZZ'],
        'PID-11',
      )
      holds(
        textsAt(patient, 'telecom.value').some((value) => value.replaceAll(/\D/g, '') === '01632960001'),
        'PID-13',
        '01632 960001',
        patient['telecom'],
      )
    },
  },
  {
    id: 'HF-MAP-006',
    level: 'GATE',
    title: 'leaves what a message does not say, and clears what it says is empty',
    statement: hl7v2('2.10', '"" the value is to be deleted; no value: the value is unchanged'),
    needs,
    kills: ['map-absent-clears', 'map-null-leaves'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { at: clock(-180), pid: { 13: '^PRN^PH^^^01632^960001' } })
      await sent(t, 'A08', person, { at: clock(-120), pid: { 11: '', 13: '' } })
      const left = await patientOf(t, person)
      same(
        [textsAt(left, 'address.postalCode'), at(left, 'telecom').length > 0],
        [['ZZ99 9ZZ'], true],
        'after an A08 without PID-11 and PID-13',
      )
      await sent(t, 'A08', person, { at: clock(-60), pid: { 11: '""', 13: '""' } })
      const cleared = await patientOf(t, person)
      same([at(cleared, 'address'), at(cleared, 'telecom')], [[], []], 'after an A08 with "" in PID-11 and PID-13')
      same(cleared['birthDate'], person.birthDate, 'the date of birth all the while')
    },
  },
  {
    id: 'HF-MAP-011',
    level: 'GATE',
    title: 'reads escapes and every script, and repeats of a field apart',
    statement: hl7v2('2.10.4', '\\T\\ subcomponent separator · \\F\\ field separator'),
    needs,
    kills: ['map-escapes'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, {
        pid: {
          5: `O\\T\\Brien-Żółć^${person.given}^^^^^L`,
          11: '1 EXAMPLE ROAD^^A^^ZZ99 9ZZ^GBR^H~2 OTHER ROAD^^B^^ZZ98 9ZZ^GBR^C',
        },
      })
      const patient = await patientOf(t, person)
      same(textsAt(patient, 'name.family'), ['O&Brien-Żółć'], 'PID-5')
      same(textsAt(patient, 'address.city'), ['A', 'B'], 'PID-11, twice')
    },
  },
  {
    id: 'HF-MAP-012',
    level: 'GATE',
    title: 'says of a readiness what was said: medically fit is not criteria to reside',
    statement: homeFirst('map', '"Medically fit" is not "no longer meets criteria to reside"'),
    needs: { ...needs, capability: [...needs.capability, 'Observation.search-type'] },
    kills: ['map-fit-is-criteria'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { at: clock(-120) })
      await sent(t, 'A08', person, { at: clock(-60), segments: [`ZU1||||||||||||||||||||||Y||${clock(-60).slice(0, 8)}`] })
      const subject = `Patient/${textAt(await patientOf(t, person), 'id')}`
      const states = await Promise.all(
        (await found(t.as('acute'), `Observation?subject=${subject}`)).map((one) => readOf(t.as('acute'), one)),
      )
      const codes = states.flatMap((state) => textsAt(state, 'code.coding.code'))
      holds(
        codes.includes('medically-fit') && !codes.includes('criteria-to-reside'),
        'the states',
        'medically-fit and nothing else',
        codes,
      )
      same(
        states.find((state) => textsAt(state, 'code.coding.code').includes('medically-fit'))?.['valueBoolean'],
        true,
        'medically fit',
      )
    },
  },
  {
    id: 'HF-MAP-013',
    level: 'GATE',
    title: 'keeps from the ward’s form that criteria to reside are no longer met, and since when',
    statement: homeFirst('map', 'the discharge ready date: since when the criteria are no longer met'),
    needs: { ...needs, hl7v2: ['http', 'form'], capability: [...needs.capability, 'Observation.search-type'] },
    kills: ['form-criteria-swapped'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person, { at: clock(-120) })
      await accepted(t, formOf(t, person), 'the form')
      const subject = `Patient/${textAt(await patientOf(t, person), 'id')}`
      const states = await Promise.all(
        (await found(t.as('acute'), `Observation?subject=${subject}`)).map((one) => readOf(t.as('acute'), one)),
      )
      const state = states.find((one) => textsAt(one, 'code.coding.code').includes('criteria-to-reside'))
      const codings = at(state, 'valueCodeableConcept.coding').filter(
        (one) => textAt(one, 'system') === codeSystem('criteria-to-reside-state'),
      )
      same(
        codings.map((one) => textAt(one, 'code')),
        ['no-longer-meets'],
        'the state',
      )
    },
  },
  {
    id: 'HF-MAP-014',
    level: 'GATE',
    title: 'gives a document back byte for byte',
    statement: homeFirst('map', 'OBX-5 of an MDM^T02 becomes a Binary'),
    needs: { ...needs, capability: [...needs.capability, 'DocumentReference.search-type', 'Binary.read'] },
    kills: ['map-document-bytes'],
    async run(t) {
      const person = t.person()
      const pdf = Buffer.from(`%PDF-1.4\n%${t.id()}\ntrailer<<>>\n%%EOF\n`)
      await sent(t, 'A01', person, { at: clock(-120) })
      const segments = [
        `TXA|1|DS|AP|${clock(-60)}||||||||D${person.visit}||||discharge.pdf|AU`,
        `OBX|1|ED|373942005^Discharge summary^SCT||^application^pdf^Base64^${pdf.toString('base64')}||||||F`,
      ]
      await accepted(t, hl7(t, 'MDM^T02^MDM_T02', person, { at: clock(-60), segments }), 'an MDM')
      const subject = `Patient/${textAt(await patientOf(t, person), 'id')}`
      const [document = 'DocumentReference/none'] = await found(t.as('acute'), `DocumentReference?subject=${subject}`)
      const url = textAt(await readOf(t.as('acute'), document), 'content.attachment.url')
      const binary = /Binary\/[A-Za-z0-9.-]+$/.exec(url)?.[0]
      holds(binary !== undefined, 'content.attachment.url', 'a Binary', url)
      const { bytes, headers } = await t.as('acute').get(binary, { accept: 'application/pdf' })
      same(
        [Buffer.from(bytes).toString('latin1'), headers['content-type']],
        [pdf.toString('latin1'), 'application/pdf'],
        'the document',
      )
    },
  },
  {
    id: 'HF-MAP-015',
    level: 'GATE',
    title: 'says whose stay and whose Patient it is: the sender’s',
    statement: homeFirst('map', 'What the gateway itself knows: who sent it'),
    needs: { ...needs, capability: [...needs.capability, 'Organization.read'] },
    kills: ['map-sender-unsaid'],
    async run(t) {
      const person = t.person()
      await sent(t, 'A01', person)
      const [patient, spell] = [await patientOf(t, person), await spellOf(t, person)]
      const organization = `Organization/${t.system('acute').organization}`
      same(
        [textAt(patient, 'managingOrganization.reference'), textAt(spell, 'serviceProvider.reference')],
        [organization, organization],
        'the organisation',
      )
      const directory = await readOf(t.as('acute'), organization)
      const codes = at(directory, 'identifier').filter((one) => textAt(one, 'system') === odsOrganization)
      same(
        codes.map((one) => textAt(one, 'value')),
        [t.system('acute').ods],
        'its ODS code',
      )
    },
  },
])
