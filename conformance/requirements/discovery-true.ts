// Discovery held to its word: every address and every capability that it names is there, for a page of any origin too.

import { header, holds, oauthError, same, status } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { found, place } from '../scenes/discovery.ts'
import { granted } from '../scenes/tokens.ts'
import { smart } from '../sources.ts'

export const discoveryTrue = area('discovery', [
  {
    id: 'HF-DSC-010',
    level: 'SHOULD',
    title: 'names where tokens are looked into and ended, and both answer in OAuth’s words',
    statement: smart('conformance', 'introspection_endpoint, revocation_endpoint: RECOMMENDED'),
    assertions: ['DSC-12'],
    kills: ['http-discovery-status'],
    async run(t) {
      const json = await found(t)
      for (const name of ['introspection_endpoint', 'revocation_endpoint']) {
        const address = textAt(json, name)
        holds(URL.canParse(address), name, 'an absolute URL', json[name])
        const answer = await t.anyone.ask('POST', address, 'token=x', { 'content-type': 'application/x-www-form-urlencoded' })
        oauthError(answer, ['invalid_client', 'invalid_request'], `${name}, for nobody`)
      }
    },
  },
  {
    id: 'HF-DSC-011',
    level: 'MUST',
    title: 'lets a page of any origin read discovery and metadata',
    statement: smart('app-launch', 'SHALL support CORS … for the discovery … endpoints, … any origin'),
    assertions: ['DSC-14'],
    kills: ['http-discovery-cors', 'http-metadata-cors'],
    async run(t) {
      await found(t)
      for (const path of [place, 'metadata']) {
        const answer = await t.anyone.get(path, { origin: 'https://vendor.example' })
        status(answer, 200, path)
        header(answer, 'access-control-allow-origin', /^(\*|https:\/\/vendor\.example)$/, `${path} from another origin`)
      }
    },
  },
  {
    id: 'HF-DSC-012',
    level: 'MUST',
    title: 'does what its capabilities say: the asymmetric client, and scopes of both versions',
    statement: smart('conformance', 'capabilities: Array of strings … that the server supports'),
    assertions: ['DSC-13'],
    needs: { systems: ['acute'] },
    kills: ['token-v1-scopes', 'token-no-v2'],
    async run(t) {
      const capabilities = textsAt(await found(t), 'capabilities')
      holds(capabilities.length > 0, 'capabilities', 'a list', capabilities)
      const shown = {
        'permission-v1': 'system/Patient.read',
        'permission-v2': 'system/Patient.rs',
        'client-confidential-asymmetric': 'system/*.cruds',
      }
      const claimed = Object.entries(shown).filter(([name]) => capabilities.includes(name))
      holds(claimed.length > 0, 'capabilities', `one of ${Object.keys(shown).join(', ')}`, capabilities)
      for (const [name, scope] of claimed) {
        const { json } = await granted(t, 'acute', { scope }, name)
        same(textAt(json, 'scope'), scope, `${name}: what is granted`)
      }
    },
  },
  {
    id: 'HF-DSC-013',
    level: 'SHOULD',
    title: 'says permission-v1 where it takes scopes of version 1',
    statement: smart('scopes-and-launch-context', 'servers SHOULD … permission-v1 … support for SMARTv1 scopes'),
    assertions: ['DSC-15'],
    needs: { systems: ['acute'] },
    kills: ['http-discovery-v1'],
    async run(t) {
      const json = await found(t)
      await granted(t, 'acute', { scope: 'system/Patient.rs' })
      const answer = await t.token('acute', { scope: 'system/Patient.read' })
      if (answer.status !== 200) throw new Omitted('scopes of version 1 are not taken')
      const capabilities = textsAt(json, 'capabilities')
      holds(capabilities.includes('permission-v1'), 'capabilities', 'permission-v1', capabilities)
    },
  },
  {
    id: 'HF-DSC-014',
    level: 'MUST',
    title: 'names an issuer and keys with sso-openid-connect only, and where a launch begins with a launch only',
    statement: smart('conformance', 'issuer, jwks_uri: CONDITIONAL · authorization_endpoint: REQUIRED if … launch'),
    assertions: ['DSC-10', 'DSC-11'],
    kills: ['http-discovery-claims'],
    async run(t) {
      const json = await found(t)
      const capabilities = textsAt(json, 'capabilities')
      holds(capabilities.length > 0, 'capabilities', 'a list', json['capabilities'])
      const isConnect = capabilities.includes('sso-openid-connect')
      for (const name of ['issuer', 'jwks_uri'])
        same(json[name] !== undefined, isConnect, `${name} ${isConnect ? 'with' : 'without'} sso-openid-connect`)
      if (capabilities.some((one) => /^launch-(ehr|standalone)$/.test(one)))
        holds(URL.canParse(textAt(json, 'authorization_endpoint')), 'authorization_endpoint', 'a URL', json)
    },
  },
])
