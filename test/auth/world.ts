// A small world for the tests of auth: a trust and a hub, clients with keys, a clock that is set by hand.

import { randomUUID } from 'node:crypto'
import type { Audit } from '../../gateway/store/store.ts'
import { openAuth, type Auth } from '../../gateway/auth/auth.ts'
import type { FetchJwks } from '../../gateway/auth/jwks.ts'
import { loadRegistry, openRegistry, type Registry } from '../../gateway/auth/registry.ts'
import type { TokenAnswer } from '../../gateway/auth/personality.ts'
import type { TokenRequest } from '../../gateway/auth/token-form.ts'
import { tokenEndpoint } from '../../gateway/auth/token.ts'
import { openTestStore, type TestStore } from './store.ts'
import { makeClient, tokenForm, type AssertionOptions, type TestClient } from './client.ts'

export const publicUrl = 'https://gateway.example'
export const tokenUrl = `${publicUrl}/auth/token`
export const start = new Date('2026-01-05T10:00:00Z')

/** Keys are made once for all tests: an RSA pair takes a tenth of a second. */
export const epr = makeClient({ clientId: 'trust1-epr', alg: 'RS384' })
export const hub = makeClient({ clientId: 'hub1-portal', alg: 'ES384' })

export const organizations = [
  {
    id: 'trust1',
    name: 'Example Trust',
    kind: 'acute',
    identifiers: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'TRUST1' }],
  },
  {
    id: 'hub1',
    name: 'Example Transfer of Care Hub',
    kind: 'hub',
    host: 'trust1',
    members: ['trust1'],
    identifiers: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'HUB1' }],
  },
]

export const entryOf = (client: TestClient, organization: string, more: Record<string, unknown> = {}) => ({
  client_id: client.clientId,
  name: client.clientId,
  organization,
  profile: 'smart',
  scopes: 'system/*.cruds',
  jwks: client.jwks,
  ...more,
})

export interface World {
  readonly auth: Auth
  readonly store: TestStore
  readonly registry: Registry
  readonly clock: { now: Date; forward(seconds: number): void; readonly seconds: number }
  audits(): Promise<readonly Audit[]>
  assertion(client: TestClient, options?: Partial<AssertionOptions>): string
  /** A token request that is right but for what is replaced. */
  ask(assertion: string, options?: { scope?: string; request?: Partial<TokenRequest> }): Promise<Answered>
}

export interface Answered extends TokenAnswer {
  readonly json: Record<string, unknown>
}

export async function openWorld(
  clients: readonly unknown[] = [entryOf(epr, 'trust1'), entryOf(hub, 'hub1', { scopes: 'system/Task.rs system/Patient.read' })],
  fetchJwks?: FetchJwks,
): Promise<World> {
  const store = await openTestStore()
  const clock = clockAt(start)
  await loadRegistry(store, { organizations, agreements: [{ from: 'trust1', to: 'hub1' }], clients })
  const registry = await openRegistry(store, { now: () => clock.now })
  const auth = await openAuth({
    store,
    registry,
    publicUrl,
    now: () => clock.now,
    newId: randomUUID,
    ...(fetchJwks && { fetchJwks }),
  })
  return {
    auth,
    store,
    registry,
    clock,
    audits: () => store.audits({ limit: 1000 }),
    assertion: (client, options) => client.assertion({ aud: tokenUrl, nowSeconds: clock.seconds, ...options }),
    ask: (assertion, { scope = 'system/*.cruds', request } = {}) =>
      answered(tokenEndpoint({ ...requestOf(tokenForm(assertion, scope)), ...request }, auth)),
  }
}

export const requestOf = (form: URLSearchParams): TokenRequest => ({
  contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
  body: form.toString(),
  query: '',
  requestId: 'request-1',
})

export async function answered(answer: Promise<TokenAnswer>): Promise<Answered> {
  const given = await answer
  return { ...given, json: { ...JSON.parse(given.body) } }
}

function clockAt(now: Date): World['clock'] {
  return {
    now,
    forward(seconds) {
      this.now = new Date(this.now.getTime() + seconds * 1000)
    },
    get seconds() {
      return Math.floor(this.now.getTime() / 1000)
    },
  }
}
