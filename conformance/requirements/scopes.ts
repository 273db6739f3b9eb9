// Scopes and bearer tokens: what opens the FHIR endpoint, and how far.

import { header, refusal, same, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, readOf } from '../scenes/fhir.ts'
import { messageIds, messageOf, processMessage } from '../scenes/message.ts'
import { localSystem, patientOf, visitSystem } from '../scenes/resources.ts'
import { rfc, smart } from '../sources.ts'
import { goodAssertion } from '../token.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.search-type'] } as const

export const scopes = area('scopes', [
  {
    id: 'HF-SCP-001',
    level: 'MUST',
    title: 'asks whoever brings no token for one, and names no error',
    statement: rfc('6750 3.1', 'If the request lacks any authentication information … SHOULD NOT include an error code'),
    assertions: ['SCP-12', 'ERR-05'],
    needs,
    kills: ['http-401-no-challenge', 'http-401-error-always'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const answer = await t.anyone.get(patient)
      refusal(answer, 401, 'a read without a token')
      header(answer, 'www-authenticate', /^Bearer\b(?!.*error=)/i, 'a read without a token')
      await readOf(t.as('acute'), patient)
    },
  },
  {
    id: 'HF-SCP-002',
    level: 'MUST',
    title: 'refuses tokens that it did not give, or not like this',
    statement: rfc('6750 3.1', 'invalid_token: The access token provided is expired, revoked, malformed, or invalid'),
    assertions: ['SCP-13'],
    needs,
    kills: ['bearer-no-signature', 'http-401-no-challenge'],
    async run(t) {
      const good = textAt((await t.token('acute', { scope: 'system/Patient.rs' })).json, 'access_token')
      const query = `Patient?identifier=${t.id()}`
      status(await t.anyone.get(query, { authorization: `Bearer ${good}` }), 200, 'a good token')
      const [head = '', payload = '', signature = ''] = good.split('.')
      const wider =
        payload &&
        Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Patient.rs', '*.cruds')).toString('base64url')
      const bad = [
        'garbage',
        `${good}x`,
        `x${good}`,
        ...(payload ? [[head, wider, signature].join('.'), `${head}.${payload}.`] : []),
      ]
      for (const [i, token] of bad.entries()) {
        const answer = await t.anyone.get(query, { authorization: `Bearer ${token}` })
        refusal(answer, 401, `bad token ${i + 1}`)
        header(answer, 'www-authenticate', /^Bearer\b.*error="invalid_token"/i, `bad token ${i + 1}`)
      }
    },
  },
  {
    id: 'HF-SCP-003',
    level: 'MUST',
    title: 'tells whoever lacks a scope so, with 403',
    statement: rfc('6750 3.1', 'insufficient_scope: The request requires higher privileges than provided by the access token'),
    assertions: ['SCP-14', 'ERR-06'],
    needs,
    kills: ['scope-unchecked', 'http-403-no-challenge'],
    async run(t) {
      const person = t.person()
      await created(t.as('acute', 'system/Patient.c'), patientOf(person))
      const answer = await t.as('acute', 'system/Patient.r').post('Patient', patientOf(t.person()))
      refusal(answer, 403, 'a create with system/Patient.r')
      header(answer, 'www-authenticate', /error="insufficient_scope"/, 'a create with system/Patient.r')
      same((await found(t.as('acute'), `Patient?identifier=${localSystem}|${person.local}`)).length, 1, 'patients created')
    },
  },
  {
    id: 'HF-SCP-004',
    level: 'MUST',
    title: 'takes r for reading and s for searching, not one for the other',
    statement: smart('scopes-and-launch-context', 'r: read … vread … history · s: search'),
    assertions: ['SCP-05', 'SCP-06'],
    needs,
    kills: ['scope-unchecked', 'scope-r-is-s'],
    async run(t) {
      const person = t.person()
      const patient = await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}`
      const [reader, searcher] = [t.as('acute', 'system/Patient.r'), t.as('acute', 'system/Patient.s')]
      await readOf(reader, patient)
      refusal(await reader.get(query), 403, 'a search with system/Patient.r')
      same(await found(searcher, query), [patient], 'a search with system/Patient.s')
      refusal(await searcher.get(patient), 403, 'a read with system/Patient.s')
      refusal(await searcher.get(`${patient}/_history`), 403, 'a history with system/Patient.s')
    },
  },
  {
    id: 'HF-SCP-005',
    level: 'MUST',
    title: 'does not let a token for one type open another',
    statement: smart(
      'scopes-and-launch-context',
      'system/[resource] scopes: data that a client system is directly authorized to access',
    ),
    assertions: ['SCP-07'],
    needs: { ...needs, capability: [...needs.capability, 'Task.search-type'] },
    kills: ['scope-any-type'],
    async run(t) {
      const session = t.as('acute', 'system/Patient.rs')
      const patient = await created(t.as('acute'), patientOf(t.person()))
      await readOf(session, patient)
      refusal(await session.get('Task?status=requested'), 403, 'a search for Tasks with system/Patient.rs')
      refusal(await session.get('Task/none'), 403, 'a read of a Task with system/Patient.rs')
    },
  },
  {
    id: 'HF-SCP-006',
    level: 'MUST',
    title: 'tells create and update apart, and version 1 read from both',
    statement: smart('scopes-and-launch-context', 'v1 .read ⇒ v2 .rs; v1 .write ⇒ v2 .cud'),
    assertions: ['SCP-03', 'SCP-05'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.update'] },
    kills: ['scope-u-is-c', 'scope-read-writes'],
    async run(t) {
      const patient = await created(t.as('acute', 'system/Patient.c'), patientOf(t.person()))
      const resource = await readOf(t.as('acute', 'system/Patient.read'), patient)
      for (const scope of ['system/Patient.c', 'system/Patient.read']) {
        refusal(await t.as('acute', scope).put(patient, resource), 403, `an update with ${scope}`)
      }
      refusal(await t.as('acute', 'system/Patient.read').post('Patient', patientOf(t.person())), 403, 'a create with .read')
      status(await t.as('acute', 'system/Patient.u').put(patient, resource), 200, 'an update with system/Patient.u')
    },
  },
  {
    id: 'HF-SCP-007',
    level: 'MUST',
    title: 'never looks at a token in the address',
    statement: rfc('6750 2.3', 'this method SHOULD NOT be used … because of the security weaknesses'),
    assertions: ['SCP-15'],
    needs,
    kills: ['bearer-in-query'],
    async run(t) {
      const { json } = await t.token('acute', { scope: 'system/Patient.rs' })
      const token = textAt(json, 'access_token')
      const query = `Patient?identifier=${t.id()}`
      status(await t.anyone.get(query, { authorization: `Bearer ${token}` }), 200, 'the token in the header')
      refusal(await t.anyone.get(`${query}&access_token=${token}`), 401, 'the token in the address')
    },
  },
  {
    id: 'HF-SCP-008',
    level: 'MUST',
    title: 'takes neither an assertion for an access token nor the reverse',
    statement: rfc('8725 3.12', 'Use Mutually Exclusive Validation Rules for Different Kinds of JWTs'),
    assertions: ['SCP-16'],
    needs,
    kills: ['bearer-takes-assertion'],
    async run(t) {
      const { json } = await t.token('acute', { scope: 'system/Patient.rs' })
      const token = textAt(json, 'access_token')
      const query = `Patient?identifier=${t.id()}`
      status(await t.anyone.get(query, { authorization: `Bearer ${token}` }), 200, 'the access token')
      const answer = await t.anyone.get(query, { authorization: `Bearer ${goodAssertion(t, 'acute')}` })
      refusal(answer, 401, 'an assertion as bearer token')
      status(await t.token('acute', { assertion: () => token }), [400, 401], 'an access token as assertion')
    },
  },
  {
    id: 'HF-SCP-009',
    level: 'MUST',
    title: 'refuses a chain over a type that the token does not cover',
    statement: smart('scopes-and-launch-context', 'servers SHALL respect underlying system policies and permissions'),
    assertions: ['SCP-07', 'SCP-08'],
    needs: { ...needs, capability: [...needs.capability, 'Encounter.search-type', 'Encounter?subject'] },
    kills: ['scope-chain'],
    async run(t) {
      const query = `Encounter?subject:Patient.identifier=${localSystem}|${t.id()}`
      status(await t.as('acute', 'system/Encounter.s system/Patient.s').get(query), 200, 'a chain with both scopes')
      refusal(await t.as('acute', 'system/Encounter.s').get(query), 403, 'a chain into Patient without system/Patient.s')
    },
  },
  {
    id: 'HF-SCP-010',
    level: 'MUST',
    title: 'refuses a transaction whole when one entry lacks its scope',
    statement: smart(
      'scopes-and-launch-context',
      'batch and transaction requests should be validated based on the actual requests within them',
    ),
    assertions: ['SCP-07', 'TXN-22'],
    needs: { ...needs, capability: [...needs.capability, 'transaction', 'Encounter.create'] },
    kills: ['scope-entries'],
    async run(t) {
      const entry = (person: ReturnType<typeof t.person>) => ({
        fullUrl: `urn:uuid:${t.uuid()}`,
        resource: patientOf(person),
        request: { method: 'POST', url: 'Patient' },
      })
      const spell = {
        resource: {
          resourceType: 'Encounter',
          status: 'in-progress',
          class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
          identifier: [{ system: visitSystem, value: t.id() }],
        },
        request: { method: 'POST', url: 'Encounter' },
      }
      const transaction = (...entries: readonly unknown[]) => ({ resourceType: 'Bundle', type: 'transaction', entry: entries })
      const [one, other] = [t.person(), t.person()]
      const session = t.as('acute', 'system/Patient.crus')
      status(await session.post('', transaction(entry(one))), 200, 'a transaction within the scope')
      refusal(await session.post('', transaction(entry(other), spell)), 403, 'a transaction with an Encounter')
      const query = (local: string) => `Patient?identifier=${localSystem}|${local}`
      same((await found(session, query(one.local))).length, 1, 'the first transaction’s Patient')
      same(await found(session, query(other.local)), [], 'the second transaction’s Patient')
    },
  },
  {
    id: 'HF-SCP-011',
    level: 'GATE',
    title: 'wants for a message the scopes of all that it writes',
    statement: smart('scopes-and-launch-context', 'data that a client system is directly authorized to access'),
    needs: { systems: ['acute', 'hub'], capability: ['$process-message', 'Patient.search-type'] },
    kills: ['scope-entries'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      const answer = await t
        .as('acute', 'system/Patient.crus')
        .post(processMessage, messageOf(t, { person: other }), messageIds(t))
      refusal(answer, 403, 'a referral message with scopes for Patient only')
      status(await t.as('acute').post(processMessage, messageOf(t, { person: one }), messageIds(t)), 200, 'with all scopes')
      const query = (local: string) => `Patient?identifier=${localSystem}|${local}`
      same((await found(t.as('acute'), query(one.local))).length, 1, 'the accepted message’s Patient')
      same(await found(t.as('acute'), query(other.local)), [], 'the refused message’s Patient')
    },
  },
])
