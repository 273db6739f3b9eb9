// The cast of the demo: organisations, their agreements, their systems with keys, and four people who do not exist.

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { odsOrganization } from '../../profiles/canonical.ts'

export interface System {
  readonly clientId: string
  readonly organization: string
  readonly kid: string
  readonly privateKey: KeyObject
  readonly jwk: object
}

const organizations = [
  { id: 'trust1', name: 'Example Trust', kind: 'acute' },
  {
    id: 'hub1',
    name: 'Example Transfer of Care Hub',
    kind: 'hub',
    host: 'trust1',
    members: ['trust1', 'community1', 'council1'],
  },
  { id: 'community1', name: 'Example Community Health', kind: 'community' },
  { id: 'council1', name: 'Example Council', kind: 'council' },
  { id: 'council2', name: 'Another Example Council', kind: 'council' },
  { id: 'provider1', name: 'Example Homecare', kind: 'provider' },
]

const agreements = [
  { from: 'trust1', to: 'hub1' },
  { from: 'hub1', to: 'community1' },
  { from: 'hub1', to: 'council1' },
  { from: 'hub1', to: 'council2' },
  { from: 'council1', to: 'provider1' },
]

export type SystemName = 'epr' | 'hub' | 'community' | 'council' | 'otherCouncil' | 'provider'

const systems: Readonly<Record<SystemName, { clientId: string; organization: string }>> = {
  epr: { clientId: 'trust1-epr', organization: 'trust1' },
  hub: { clientId: 'hub1-board', organization: 'hub1' },
  community: { clientId: 'community1-records', organization: 'community1' },
  council: { clientId: 'council1-care', organization: 'council1' },
  otherCouncil: { clientId: 'council2-care', organization: 'council2' },
  provider: { clientId: 'provider1-rota', organization: 'provider1' },
}

export interface Cast {
  readonly systems: Readonly<Record<SystemName, System>>
  /** What CLIENTS_FILE would hold. */
  readonly clientsFile: {
    readonly organizations: readonly object[]
    readonly agreements: readonly object[]
    readonly clients: readonly object[]
  }
}

/** New keys each time: nothing secret stands in the repository. */
export function makeCast(): Cast {
  const made = Object.fromEntries(
    Object.entries(systems).map(([name, system]) => [name, { ...system, ...keyFor(system.clientId) }]),
  ) as Record<SystemName, System>
  const clients = Object.values(made).map(({ clientId, organization, jwk }) => ({
    client_id: clientId,
    name: clientId,
    organization,
    profile: 'smart',
    scopes: 'system/*.cruds',
    jwks: { keys: [jwk] },
    ...(clientId === 'trust1-epr' && {
      hl7v2: [
        {
          sendingApplication: 'EPR',
          sendingFacility: 'TRUST1',
          addresses: ['127.0.0.1', '::1'],
          certificateSha256: [],
        },
      ],
    }),
  }))
  const identified = organizations.map((one) => ({
    ...one,
    identifiers: [{ system: odsOrganization, value: one.id.toUpperCase() }],
  }))
  return { systems: made, clientsFile: { organizations: identified, agreements, clients } }
}

export function keyFor(clientId: string): Pick<System, 'kid' | 'privateKey' | 'jwk'> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const kid = `${clientId}-1`
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES384', use: 'sig' } }
}

/** How the trust's form is recognised and what its questions mean: what SOURCES_FILE would hold for `trust1-epr`. */
export const eprSettings = {
  forms: [
    {
      message: 'ORU^R01',
      recognisedBy: { 'OBR-4': ['D2A-REFERRAL'] },
      questions: {
        'Q-REASON': { means: 'reason' },
        'Q-CTR': { means: 'criteria-to-reside', meets: ['Y'], noLongerMeets: ['N'] },
        'Q-DRD': { means: 'discharge-ready-date' },
      },
    },
  ],
}

export interface SyntheticPerson {
  readonly nhsNumber: string
  readonly local: string
  readonly visit: string
  readonly family: string
  readonly given: string
  readonly birthDate: string
}

/** NHS numbers of the 999 test range that pass modulus 11: no living person has one. */
export const people = {
  ada: {
    nhsNumber: '9990000018',
    local: 'S1000001',
    visit: 'V1000001',
    family: 'TESTPATIENT',
    given: 'ADA',
    birthDate: '19400229',
  },
  bert: {
    nhsNumber: '9990000026',
    local: 'S1000002',
    visit: 'V1000002',
    family: 'TESTPATIENT',
    given: 'BERT',
    birthDate: '19380714',
  },
  cora: {
    nhsNumber: '9990000034',
    local: 'S1000003',
    visit: 'V1000003',
    family: 'TESTPATIENT',
    given: 'CORA',
    birthDate: '19450101',
  },
  dev: {
    nhsNumber: '9990000042',
    local: 'S1000004',
    visit: 'V1000004',
    family: 'TESTPATIENT',
    given: 'DEV',
    birthDate: '19511130',
  },
} as const satisfies Record<string, SyntheticPerson>
