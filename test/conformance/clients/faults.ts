// Bad products by name: each is a good one with one habit spoilt.

import { sentinels, type Behaviour, type Pack } from '../../../conformance/simulate/sentinels.ts'
import { keysOfClients, type Asked, type FhirHabits } from './fhir-client.ts'
import { goodHl7, type Hl7Habits } from './hl7-sender.ts'
import { goodMessage, type MessageHabits } from './message-sender.ts'
import { goodPuller, type PullerHabits } from './puller.ts'

type Some<T> = Readonly<Record<string, Partial<T>>>

const soon = () => Math.floor(Date.now() / 1000)

const isAboutSlow = ({ url, body = '' }: Asked): boolean => url.includes('person-slow') || body.includes(sentinels.slow.nhsNumber)

/** Nobody's: it fails modulus 11. */
const ofAnotherRange = '1234567890'

export const hl7Faults: Some<Hl7Habits> = {
  'hl7-no-frame': { frame: (message) => Buffer.concat([message, Buffer.of(0x1c, 0x0d)]) },
  'hl7-same-control': { control: () => 'ALWAYS1' },
  'hl7-no-control': { control: (i) => (i === 0 ? '' : goodHl7.control(i)) },
  'hl7-no-wait': { waits: false },
  'hl7-again-after-aa': { again: [...goodHl7.again, 'AA'] },
  'hl7-gives-up': { again: ['silence'] },
  'hl7-new-control': { keepsControl: false },
  'hl7-again-after-ar': { again: [...goodHl7.again, 'AR'] },
  'hl7-again-after-ae': { again: [...goodHl7.again, 'AE'] },
  'hl7-hasty': { ackTimeoutMs: 150 },
  'hl7-any-ack': { takesAnyAck: true },
  'hl7-charset': { family: Buffer.from('Zo\u00eb', 'latin1') },
  'hl7-real-person': { number: ofAnotherRange },
}

/** Of both who send and who fetch. */
export const fhirFaults: Some<FhirHabits> = {
  'token-alg': { alg: 'RS256', key: keysOfClients.rsaKey, header: { kid: 'k2' } },
  'token-signature': { key: keysOfClients.otherKey },
  'token-kid': { header: { kid: 'nobody' } },
  'token-typ': { header: { typ: undefined } },
  'token-sub': { claims: { sub: 'another' } },
  'token-aud': { claims: { aud: 'https://another.example/token' } },
  'token-exp': { claims: { exp: soon() + 3600 } },
  'token-jti': { jti: (i) => (i < 2 ? 'always' : `j${i}`) },
  'token-json': { form: (fields) => ({ type: 'application/json', body: JSON.stringify(fields) }) },
  'token-scope-form': { scope: 'Task.read' },
  'token-wildcard': { scope: 'system/*.cruds' },
  'token-each': { isTokenKept: false },
  'token-in-url': { isTokenInUrl: true },
  'token-elsewhere': { follows: 'with token' },
  'token-stays-expired': { onExpired: 'give up' },
  'token-old-again': { onExpired: 'old token' },
  'retry-early': { heedsRetryAfter: false },
  // Ever faster: two waits that should be alike may not be, on a machine that is busy.
  'retry-hammers': { waitsMs: (attempt) => [1_500, 500, 20][attempt] ?? 20 },
  'retry-gives-up': { triesAfterSilence: false },
  'retry-hasty': { timeoutMs: (attempt, asked) => (attempt === 0 && isAboutSlow(asked) ? 250 : 10_000) },
}

export const messageFaults: Some<MessageHabits> = {
  'message-no-ids': { ids: (i) => (i === 0 ? {} : goodMessage.ids(i)) },
  'message-mime': { type: 'application/json' },
  'message-same-ids': {
    ids: () => ({
      'x-request-id': 'b9a0e4a0-1111-4111-8111-111111111111',
      'x-correlation-id': 'b9a0e4a0-1111-4111-8111-222222222222',
    }),
  },
  'message-new-ids': { keepsIds: false },
  'message-again': { again: [200] },
  'message-again-after-409': { again: [409] },
  'message-again-after-422': { again: [422] },
  'message-real-person': { number: ofAnotherRange },
}

export const pullerFaults: Some<PullerHabits> = {
  'puller-first-page': { pages: 'first' },
  'puller-own-links': { pages: 'guesses too' },
  'puller-follows-elsewhere': { follows: 'without token' },
  'puller-no-if-match': { hasIfMatch: false },
  'puller-drops-extension': {
    sends({ resourceType, id, status, intent, code, focus, for: about, authoredOn, requester, owner, input, note }) {
      return { resourceType, id, status, intent, code, focus, for: about, authoredOn, requester, owner, input, note }
    },
  },
  'puller-overwrites': { onStale: 'same again' },
  'puller-drops-change': { onStale: 'new etag only' },
  'puller-asks-for-gone': { readsOfGone: 3 },
  'puller-number-in-url': { isNumberInUrl: true },
  'puller-mime': { accept: 'text/html' },
}

export const faultsOf: Readonly<Record<Pack, readonly string[]>> = {
  hl7v2: Object.keys(hl7Faults),
  message: [...Object.keys(messageFaults), ...Object.keys(fhirFaults)],
  puller: [...Object.keys(pullerFaults), ...Object.keys(fhirFaults)],
}

/** Only who is judged by a wait needs to be made to wait; a good product meets everybody. */
const metBy: Readonly<Record<string, readonly Behaviour[]>> = {
  'hl7-hasty': ['slow'],
  'hl7-any-ack': ['mismatched'],
  'retry-hasty': ['slow'],
  'retry-hammers': ['busy'],
  'retry-early': ['throttled'],
  'retry-gives-up': ['lost', 'silent'],
}
const waits: readonly Behaviour[] = ['slow', 'busy', 'throttled', 'mismatched']

const meets = (fault: string | undefined) => (behaviour: Behaviour) =>
  fault === undefined || (metBy[fault]?.includes(behaviour) ?? !waits.includes(behaviour))

/** Each with the habit spoilt that is named, or good throughout. */
export const hl7With = (fault?: string): Hl7Habits => ({ ...goodHl7, meets: meets(fault), ...hl7Faults[fault ?? ''] })
export const messageWith = (fault?: string): MessageHabits => ({
  ...goodMessage,
  meets: meets(fault),
  ...fhirFaults[fault ?? ''],
  ...messageFaults[fault ?? ''],
})
export const pullerWith = (fault?: string): PullerHabits => ({
  ...goodPuller,
  meets: meets(fault),
  ...fhirFaults[fault ?? ''],
  ...pullerFaults[fault ?? ''],
})
