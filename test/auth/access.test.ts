// The access table, sentence by sentence, and what is made of it.

import { describe, expect, it } from 'vitest'
import { accessOf, callerOf, mayAssign, requireScope, sees, type Caller } from '../../gateway/auth/access.ts'
import { parseScopes } from '../../gateway/auth/scopes.ts'
import { Refusal } from '../../gateway/refusal.ts'
import { kinds, roles } from '../../gateway/types.ts'
import { entryOf, epr, openWorld } from './world.ts'

const whole =
  'demographics, referral, task, spell, readiness, decision, contact, plan, clinical, medicines, safety, safeguarding, consent, document, directory'

/** Written out a second time on purpose: whoever changes what is seen must say so twice. */
const seeing = {
  acute: whole,
  hub: `${whole}, entitlement`,
  community: `${whole}, entitlement`,
  council: `${whole}, entitlement`,
  provider: 'demographics, contact, plan, medicines, safety, consent, directory',
  gp: 'demographics, contact, plan, clinical, medicines, safety, consent, document, directory',
  icb: 'demographics, referral, readiness, decision, entitlement, plan, consent, directory',
  voluntary: 'demographics, contact, plan, safety, consent, directory',
  assessor: 'demographics, contact, plan, medicines, safety, consent, directory',
}

const bringing = {
  acute: 'hub',
  hub: 'community, council, provider, icb, voluntary, assessor, gp',
  community: 'provider, voluntary',
  council: 'provider, voluntary, assessor',
  provider: '',
  gp: '',
  icb: '',
  voluntary: '',
  assessor: '',
}

describe('a party', () => {
  it.each(roles)('in the role %s sees what its role needs', (role) => expect(sees[role].join(', ')).toBe(seeing[role]))
  it.each(roles)('in the role %s brings in whom its role may', (role) => expect(mayAssign[role].join(', ')).toBe(bringing[role]))

  it('in no role sees notices, restricted people, identities, the audit or what was retracted: they are somebody’s own', () => {
    const kept: readonly string[] = ['notice', 'restricted', 'identity', 'audit', 'retracted']
    expect(roles.flatMap((role) => sees[role]).filter((kind) => kept.includes(kind))).toEqual([])
    expect(new Set([...sees.hub, ...kept])).toEqual(new Set(kinds))
  })

  it('reads of a safeguarding concern only in a body that must act on it: it may be about any other', () => {
    expect(roles.filter((role) => sees[role].includes('safeguarding'))).toEqual(['acute', 'hub', 'community', 'council'])
  })

  it('that sends somebody to the person’s door reads the alerts', () => {
    const alone = ['acute', 'hub', 'community', 'council', 'provider', 'gp', 'voluntary', 'assessor']
    expect(roles.filter((role) => sees[role].includes('safety'))).toEqual(alone)
  })

  it('in no role brings in its own kind, or whoever brought it in', () => {
    for (const role of roles) for (const other of mayAssign[role]) expect(mayAssign[other]).not.toContain(role)
  })
})

const caller = (scope: string): Caller => {
  const parsed = parseScopes(scope)
  return {
    client: 'c',
    organization: 'trust1',
    kind: 'acute',
    scopes: parsed.ok ? parsed.scopes : [],
    tokenId: 't',
  }
}

it('gives the store the caller’s organisation, the table and the instant', () => {
  const at = '2026-01-05T10:00:00.000000Z'
  expect(accessOf(caller('system/*.r'), at)).toEqual({ as: 'organization', organization: 'trust1', sees, at })
})

it('refuses what the scope does not cover as 403, naming the scope that would', () => {
  expect(() => requireScope(caller('system/Task.rs'), 'Task', 'r')).not.toThrow()
  try {
    requireScope(caller('system/Task.rs'), 'Task', 'u')
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect([error.reason, error.headers]).toEqual([
      'forbidden',
      { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="system/Task.u"' },
    ])
  }
})

it('makes a caller of a client whose connection is its credential', async () => {
  const { registry } = await openWorld([entryOf(epr, 'trust1', { scopes: 'system/Patient.cu' })])
  const client = registry.client(epr.clientId)
  expect(client && callerOf(registry, client)).toEqual({
    client: 'trust1-epr',
    organization: 'trust1',
    kind: 'acute',
    scopes: [{ type: 'Patient', letters: ['c', 'u'], style: 'v2', params: [] }],
    tokenId: '',
  })
})
