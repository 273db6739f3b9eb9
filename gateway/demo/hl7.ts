// The messages that the demo's EPR writes: ITK-flavoured HL7 v2.4.

import { randomUUID } from 'node:crypto'
import type { SyntheticPerson } from './cast.ts'

export interface Hl7Options {
  /** Local wall-clock time of the event, YYYYMMDDHHMMSS. */
  readonly at: string
  readonly control?: string
  readonly segments?: readonly string[]
  /** PV1 fields by number, over the usual ones. */
  readonly pv1?: Readonly<Record<number, string>>
  /** PID fields by number, over the usual ones. */
  readonly pid?: Readonly<Record<number, string>>
}

/** Wall-clock time in England so many minutes ago, as HL7 v2 writes it: days of the story are hours of the demo's own past. */
export function ago(minutes: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).formatToParts(Date.now() - minutes * 60_000)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].map(part).join('')
}

export const today = (): string => ago(0).slice(0, 8)

/** `event` is `ADT^A01^ADT_A01` and the like. */
export function hl7(
  event: string,
  person: SyntheticPerson,
  { at, control, segments = [], pv1 = {}, pid = {} }: Hl7Options,
): string {
  const id = control ?? randomUUID().replaceAll('-', '').slice(0, 20)
  return [
    `MSH|^~\\&|EPR|TRUST1|HOMEFIRST|HUB1|${at}||${event}|${id}|P|2.4|||||GBR|UNICODE|EN||ITKv1.0`,
    `EVN||${at}`,
    fields('PID', {
      1: '1',
      3: `${person.nhsNumber}^^^NHS^NH~${person.local}^^^TRUST1^PI`,
      5: `${person.family}^${person.given}^^^^^L`,
      7: person.birthDate,
      8: 'F',
      11: '1 EXAMPLE ROAD^^EXAMPLETOWN^^ZZ99 9ZZ^GBR^H',
      13: '^PRN^PH^^^01632^960001',
      32: 'NSTS01',
      ...pid,
    }),
    fields('PV1', {
      1: '1',
      2: 'I',
      3: 'WARD7^BAY2^BED4^TRUST1A',
      4: '21',
      10: '430',
      14: '19',
      19: `${person.visit}^^^TRUST1`,
      44: ago(5 * 24 * 60),
      ...pv1,
    }),
    ...segments,
  ].join('\r')
}

function fields(name: string, values: Readonly<Record<number, string>>): string {
  const last = Math.max(...Object.keys(values).map(Number))
  return [name, ...Array.from({ length: last }, (_, i) => values[i + 1] ?? '')].join('|')
}

/** The ward's referral as a form: answers in OBX. */
export function referralForm(
  person: SyntheticPerson,
  options: Hl7Options & { readonly meets?: 'Y' | 'N'; readonly readySince?: string },
): string {
  const { meets = 'N', readySince = today() } = options
  return hl7('ORU^R01^ORU_R01', person, {
    ...options,
    segments: [
      `OBR|1||FORM-${person.visit}^TRUST1|D2A-REFERRAL^Discharge to assess referral^L|||${options.at}`,
      'OBX|1|ST|Q-REASON^Reason for referral^L||Needs help with washing and dressing after a fall||||||F',
      `OBX|2|ID|Q-CTR^Meets criteria to reside?^L||${meets}||||||F`,
      ...(meets === 'N' ? [`OBX|3|DT|Q-DRD^Discharge ready date^L||${readySince}||||||F`] : []),
      'OBX|4|ST|Q-ACCESS^How is the home entered?^L||Key safe, ring first||||||F',
    ],
  })
}

/** A one-page PDF that says nothing about anybody. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64')

export function dischargeSummary(person: SyntheticPerson, options: Hl7Options): string {
  return hl7('MDM^T02^MDM_T02', person, {
    ...options,
    segments: [
      `TXA|1|DS|AP|${options.at}||||||||DOC-${person.visit}^TRUST1||||discharge.pdf|AU`,
      `OBX|1|ED|373942005^Discharge summary^SCT||^application^pdf^Base64^${pdf}||||||F`,
    ],
  })
}
