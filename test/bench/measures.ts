// The table of measures: what is sent to the gateway, and what the bare server gets in its place.

import type { SystemName } from '../../gateway/demo/cast.ts'
import type { Traffic } from './load.ts'
import type { Seeded } from './seed.ts'
import type { Signer } from './traffic.ts'

export interface Measure {
  readonly name: string
  readonly title: string
  readonly baseline: string
  /** Whose token it is asked with. */
  readonly as: SystemName
  readonly traffic: (ground: Ground) => Traffic
  /** What every request takes a new one of. */
  readonly numbers?: 'people' | 'updates'
  /** What issue 6 asks for: the least share of the bare server's requests per second. */
  readonly goal?: number
}

export interface Ground extends Seeded {
  readonly signer: Signer
  readonly tokenUrl: string
  readonly distinctTokens: number
  /** The first of as many new numbers as there are requests: of people, or of updates. */
  readonly from: number
}

const get =
  (name: keyof Seeded['paths']) =>
  ({ paths }: Ground): Traffic => ({ kind: 'get', paths: paths[name] })

export const measures: readonly Measure[] = [
  {
    name: 'message',
    numbers: 'people',
    title: 'POST $process-message, referral of 6 resources',
    baseline: 'bare Hono: the same body, JSON.parse',
    as: 'epr',
    traffic: ({ from }) => ({ kind: 'message', from }),
    goal: 0.2,
  },
  {
    name: 'a01',
    numbers: 'people',
    title: 'POST /hl7v2, ADT^A01 of a new person',
    baseline: 'bare Hono: the same body, split into fields',
    as: 'epr',
    traffic: ({ from }) => ({ kind: 'admission', from }),
  },
  {
    name: 'a08',
    numbers: 'updates',
    title: 'POST /hl7v2, ADT^A08 of a known person',
    baseline: 'bare Hono: the same body, split into fields',
    as: 'epr',
    traffic: ({ from, known }) => ({ kind: 'update', from, known }),
  },
  {
    name: 'mllp',
    numbers: 'updates',
    title: 'MLLP, ADT^A08 of a known person',
    baseline: 'bare socket: the same frames, split into fields, an ACK',
    as: 'epr',
    traffic: ({ from, known }) => ({ kind: 'mllp', from, known }),
  },
  {
    name: 'create',
    title: 'POST Condition of 1.5 KB',
    baseline: 'bare Hono: the same body, JSON.parse',
    as: 'epr',
    traffic: ({ subjects }) => ({ kind: 'create', subjects }),
  },
  {
    name: 'read',
    title: 'GET ServiceRequest/[id]',
    baseline: 'bare Hono: GET of the same bytes',
    as: 'hub',
    traffic: get('read'),
    goal: 0.3,
  },
  {
    name: 'search1',
    title: 'GET Task?owner&status, 1 hit',
    baseline: 'bare Hono: GET of the same bytes',
    as: 'council',
    traffic: get('search1'),
    goal: 0.25,
  },
  {
    name: 'search20',
    title: 'GET Task?owner&status, 20 hits',
    baseline: 'bare Hono: GET of the same bytes',
    as: 'council',
    traffic: get('search20'),
    goal: 0.12,
  },
  {
    name: 'chained',
    title: 'GET CarePlan?patient:Patient.identifier, 1 hit',
    baseline: 'bare Hono: GET of the same bytes',
    as: 'council',
    traffic: get('chained'),
  },
  {
    name: 'token',
    title: 'POST /auth/token, ES384 assertion',
    baseline: 'bare Hono: the same form, parsed',
    as: 'epr',
    traffic: ({ signer, tokenUrl, distinctTokens }) => ({ kind: 'token', signer, tokenUrl, distinct: distinctTokens }),
  },
]

/** The bare server is asked for the same addresses under the measure's name, so that it knows which bytes to answer. */
export function bareTraffic(traffic: Traffic, name: string): Traffic {
  return traffic.kind === 'get' ? { ...traffic, paths: traffic.paths.map((path) => `/${name}${path}`) } : traffic
}
