// HL7 v2 messages as an acute trust's system writes them: v2.4 in the ITK profile.

import { Skipped } from '../outcome.ts'
import { holds, status } from '../expect.ts'
import type { Person } from '../people.ts'
import type { Trial } from '../trial.ts'
import { found } from './fhir.ts'
import { readAck, type Ack } from '../wire/ack.ts'
import type { Answer } from '../wire/exchange.ts'

export interface Hl7Options {
  readonly control?: string
  /** When it was recorded (MSH-7, EVN-2), YYYYMMDDHHMMSS by English clocks. */
  readonly at?: string
  readonly version?: string
  readonly application?: string
  /** Fields by number, over the usual ones. */
  readonly pid?: Readonly<Record<number, string>>
  readonly pv1?: Readonly<Record<number, string>>
  readonly segments?: readonly string[]
}

/** `event` is `ADT^A01^ADT_A01` and the like. */
export function hl7(t: Trial, event: string, person: Person, options: Hl7Options = {}): string {
  const sender = t.system('acute').hl7v2
  if (!sender) throw new Skipped('configure systems.acute.hl7v2')
  const {
    control = t.id(),
    at = clock(0),
    version = '2.4',
    application = sender.application,
    pid = {},
    pv1 = {},
    segments = [],
  } = options
  return [
    `MSH|^~\\&|${application}|${sender.facility}|HOMEFIRST|HUB|${at}||${event}|${control}|P|${version}|||||GBR|UNICODE|EN`,
    `EVN||${at}`,
    fields('PID', {
      1: '1',
      3: `${person.nhsNumber}^^^NHS^NH~${person.local}^^^${sender.facility}^PI`,
      5: `${person.family}^${person.given}^^^^^L`,
      7: person.birthDate.replaceAll('-', ''),
      8: 'F',
      11: '1 EXAMPLE ROAD^^EXAMPLETOWN^^ZZ99 9ZZ^GBR^H',
      ...pid,
    }),
    fields('PV1', {
      1: '1',
      2: 'I',
      3: 'WARD7^BAY2^BED4',
      4: '21',
      19: `${person.visit}^^^${sender.facility}`,
      44: clock(-2 * 24 * 60),
      ...pv1,
    }),
    ...segments,
  ].join('\r')
}

export const fields = (name: string, values: Readonly<Record<number, string>>): string => {
  const last = Math.max(...Object.keys(values).map(Number))
  return [name, ...Array.from({ length: last }, (_, i) => values[i + 1] ?? '')].join('|')
}

/** English wall-clock time so many minutes from now, or from another instant. */
export function clock(minutes: number, fromMs = Date.now()): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).formatToParts(fromMs + minutes * 60_000)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].map(part).join('')
}

/** The ward's referral form: questions and answers in OBX. */
export function formOf(t: Trial, person: Person, options: Hl7Options & { readonly reason?: string } = {}): string {
  const { form } = t.run.config.hl7v2
  if (!form) throw new Skipped('configure hl7v2.form')
  const { reason = 'Needs help with washing after a fall', ...rest } = options
  return hl7(t, 'ORU^R01^ORU_R01', person, {
    ...rest,
    segments: [
      `OBR|1||F${person.visit}|${form.code}^Referral^L|||${options.at ?? clock(0)}`,
      `OBX|1|ST|${form.reason}^Reason^L||${reason}||||||F`,
      `OBX|2|ID|${form.criteria.question}^Criteria to reside^L||${form.criteria.noLongerMeets}||||||F`,
      `OBX|3|DT|${form.readyDate}^Ready since^L||${clock(0).slice(0, 8)}||||||F`,
      ...(rest.segments ?? []),
    ],
  })
}

/** Over HTTP, with the trust's token. */
export async function posted(t: Trial, message: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { http } = t.run.config.hl7v2
  if (!http) throw new Skipped('configure hl7v2.http')
  return t.as('acute').ask('POST', http, message, { 'content-type': 'application/hl7-v2', accept: '*/*', ...headers })
}

export function ackIn(answer: Answer, what: string): Ack {
  const ack = readAck(answer.text)
  holds(ack !== undefined, what, 'an acknowledgement with MSH and MSA', answer.text)
  return ack
}

/** Sends it over HTTP and is told AA. */
export async function accepted(t: Trial, message: string, what = 'the message'): Promise<Ack> {
  const answer = await posted(t, message)
  status(answer, 200, what)
  const ack = ackIn(answer, what)
  holds(ack.code === 'AA', what, 'MSA-1 AA', ack.text)
  return ack
}

export const hl7Needs = { systems: ['acute'], hl7v2: ['http'] } as const

export const mllpNeeds = { systems: ['acute'], hl7v2: ['mllp'] } as const
export const A01 = 'ADT^A01^ADT_A01'

/** By the trust’s own number. */
export const patients = (t: Trial, local: string) => found(t.as('acute'), `Patient?identifier=${local}`)
