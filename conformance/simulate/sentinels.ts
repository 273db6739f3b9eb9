// The people of the simulator: NHS numbers of the 999 range, each of which makes it behave in one way.

/** Which part a product plays: it sends HL7 v2, it sends FHIR messages or transactions, or it pulls work and care plans. */
export const packs = ['hl7v2', 'message', 'puller'] as const
export type Pack = (typeof packs)[number]

/** What happens to each pack; a pack that is not named is answered as if nothing were the matter. */
export interface Sentinel extends Readonly<Partial<Record<Pack, string>>> {
  readonly nhsNumber: string
}

/** The numbers are never given another meaning: vendors write them into their tests. */
export const sentinels = {
  accepted: {
    nhsNumber: '9990090017',
    hl7v2: 'AA',
    message: '200',
    puller: 'answered',
  },
  throttled: {
    nhsNumber: '9990090025',
    message: '429 with Retry-After, then 200',
    puller: '429 with Retry-After, then answered',
  },
  busy: {
    nhsNumber: '9990090033',
    message: '503 three times without Retry-After, then 200',
    puller: '503 three times without Retry-After, then answered',
  },
  silent: {
    nhsNumber: '9990090041',
    hl7v2: 'stored, and no acknowledgement until the connection closes; a repeat gets AA',
    message: 'stored, and no answer until the connection closes; a repeat gets 409 duplicate',
    puller: 'no answer until the connection closes, then answered',
  },
  lost: {
    nhsNumber: '9990090068',
    hl7v2: 'stored, and the connection closes before the acknowledgement; a repeat gets AA',
    message: 'stored, and the connection closes before the answer; a repeat gets 409 duplicate',
    puller: 'the connection closes before the answer, then answered',
  },
  expired: {
    nhsNumber: '9990090076',
    message: 'the token ends: 401 invalid_token, then 200 with a new token',
    puller: 'the token ends: 401 invalid_token, then answered with a new token',
  },
  duplicate: { nhsNumber: '9990090084', message: '409 duplicate' },
  unprocessable: {
    nhsNumber: '9990090092',
    hl7v2: 'AE with ERR',
    message: '422 with an OperationOutcome of two errors',
  },
  refused: { nhsNumber: '9990090106', hl7v2: 'AR with ERR' },
  slow: {
    nhsNumber: '9990090114',
    hl7v2: 'AA after a while',
    message: '200 after a while',
    puller: 'answered after a while',
  },
  elsewhere: {
    nhsNumber: '9990090122',
    message: '307 to another host',
    puller: 'the list of care plans has a next link to another host',
  },
  paged: { nhsNumber: '9990090130', puller: 'care plans on three pages' },
  extended: { nhsNumber: '9990090149', puller: 'a Task with extensions that nobody knows, to be kept in an update' },
  stale: { nhsNumber: '9990090157', puller: 'a Task that somebody else changes just before the first update: 412' },
  gone: { nhsNumber: '9990090165', puller: 'a care plan that was deleted: 410' },
  mismatched: { nhsNumber: '9990090173', hl7v2: 'an acknowledgement of another control id, then AA' },
} as const satisfies Readonly<Record<string, Sentinel>>

export type Behaviour = keyof typeof sentinels

export const behaviours = Object.keys(sentinels).filter((name): name is Behaviour => Object.hasOwn(sentinels, name))

const byNumber = new Map<string, Behaviour>(behaviours.map((name) => [sentinels[name].nhsNumber, name]))

/** `accepted` for every other person of the test range. */
export const behaviourOf = (nhsNumber: string | undefined): Behaviour => byNumber.get(nhsNumber ?? '') ?? 'accepted'

/** As the column of a pack in the documented table has it. */
export const happens = (behaviour: Behaviour, pack: Pack): string | undefined => {
  const sentinel: Sentinel = sentinels[behaviour]
  return sentinel[pack]
}

/** 999 numbers are never given to anyone; all others are somebody's, or may be. */
export const isTestNumber = (nhsNumber: string): boolean => /^999\d{7}$/.test(nhsNumber)
