// Makes a cast for a run: new keys, a configuration for the runner, and the files that a gateway is started with.

import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Algorithm, Form } from '../config.ts'
import type { Role } from '../requirement.ts'
import { odsOrganization } from '../../profiles/canonical.ts'

const organizations = [
  { id: 'trust1', name: 'Example Trust', kind: 'acute' },
  { id: 'trust2', name: 'Another Example Trust', kind: 'acute' },
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
  { from: 'council1', to: 'provider1' },
  // Agreements that the role of the assigner does not let it use.
  { from: 'council1', to: 'community1' },
  { from: 'trust1', to: 'community1' },
]

interface Part {
  readonly organization: string
  readonly scopes?: string
  readonly alg?: Algorithm
}

const parts: Readonly<Record<Role, Part>> = {
  acute: { organization: 'trust1' },
  narrow: { organization: 'trust1', scopes: 'system/Patient.rs system/Task.rs', alg: 'RS384' },
  hub: { organization: 'hub1' },
  community: { organization: 'community1' },
  council: { organization: 'council1' },
  otherCouncil: { organization: 'council2' },
  provider: { organization: 'provider1' },
  otherAcute: { organization: 'trust2' },
  nhs: { organization: 'trust1', scopes: 'system/Patient.rs', alg: 'RS512' },
}

const form: Form = {
  code: 'D2A-REFERRAL',
  reason: 'Q-REASON',
  criteria: { question: 'Q-CTR', noLongerMeets: 'N' },
  readyDate: 'Q-DRD',
}

/** What SOURCES_FILE holds for the trust's client, so that the form is recognised. */
const sourceSettings = {
  forms: [
    {
      message: 'ORU^R01',
      recognisedBy: { 'OBR-4': [form.code] },
      questions: {
        [form.reason]: { means: 'reason' },
        [form.criteria.question]: { means: 'criteria-to-reside', meets: ['Y'], noLongerMeets: [form.criteria.noLongerMeets] },
        [form.readyDate]: { means: 'discharge-ready-date' },
      },
    },
  ],
}

export interface Cast {
  readonly config: object
  readonly clients: object
  readonly sources: object
}

/** `origin` is where the gateway will be, such as http://127.0.0.1:8080. */
export function makeCast(origin: string, mllpPort: number): Cast {
  const made = Object.entries(parts).map(([role, part]) => ({ role, ...part, ...makeKey(`${role}-1`, part.alg ?? 'ES384') }))
  const sender = { application: 'EPR', facility: 'TRUST1' }
  return {
    config: {
      target: `${origin}/fhir/R4`,
      hl7v2: { http: `${origin}/hl7v2`, mllp: { host: '127.0.0.1', port: mllpPort }, form },
      systems: Object.fromEntries(
        made.map(({ role, organization, kid, alg, privateKey }) => [
          role,
          {
            clientId: `conformance-${role}`,
            organization,
            ods: organization.toUpperCase(),
            kid,
            alg,
            privateKey,
            ...(role === 'acute' && { hl7v2: sender }),
          },
        ]),
      ),
    },
    clients: {
      organizations: organizations.map((one) => ({
        ...one,
        identifiers: [{ system: odsOrganization, value: one.id.toUpperCase() }],
      })),
      agreements,
      clients: made.map(({ role, organization, alg, scopes = 'system/*.cruds', publicKey }) => ({
        client_id: `conformance-${role}`,
        name: `Conformance ${role}`,
        organization,
        profile: alg === 'RS512' ? 'nhs' : 'smart',
        scopes,
        jwks: { keys: [publicKey] },
        ...(role === 'acute' && {
          hl7v2: [
            {
              sendingApplication: sender.application,
              sendingFacility: sender.facility,
              addresses: ['127.0.0.1', '::1'],
              certificateSha256: [],
            },
          ],
        }),
      })),
    },
    sources: { 'conformance-acute': sourceSettings },
  }
}

function makeKey(kid: string, alg: Algorithm) {
  const pair =
    alg === 'ES384' ? generateKeyPairSync('ec', { namedCurve: 'P-384' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    kid,
    alg,
    privateKey: pair.privateKey.export({ format: 'jwk' }),
    publicKey: { ...pair.publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' },
  }
}

/** Answers the files' paths. Only their owner may read the keys. */
export function writeCast(folder: string, { config, clients, sources }: Cast): Readonly<Record<keyof Cast, string>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const paths = {
    config: join(folder, 'conformance.json'),
    clients: join(folder, 'clients.json'),
    sources: join(folder, 'sources.json'),
  }
  for (const [path, content] of [
    [paths.config, config],
    [paths.clients, clients],
    [paths.sources, sources],
  ] as const) {
    writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`)
    chmodSync(path, 0o600)
  }
  return paths
}
