// The CapabilityStatement: that it is one, that it is true, and that what it does not say is not done.

import { ownValidator } from '../../profiles/own-validator.ts'
import { declares } from '../capability.ts'
import { header, holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { fhir, rfc } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

async function statementOf(t: Trial): Promise<unknown> {
  const { json, ...answer } = await t.anyone.get('metadata')
  status({ json, ...answer }, 200, 'metadata')
  same(textAt(json, 'resourceType'), 'CapabilityStatement', 'metadata')
  return json
}

const typesOf = (statement: unknown) =>
  at(statement, 'rest.resource').map((one) => ({
    type: textAt(one, 'type'),
    interactions: textsAt(one, 'interaction.code'),
    parameters: at(one, 'searchParam').map((parameter) => ({ name: textAt(parameter, 'name'), kind: textAt(parameter, 'type') })),
  }))

/** Values of each kind that any server can look for: one of them must do. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  token: ['nothing-has-this-code'],
  string: ['nobody'],
  date: ['ge2000-01-01'],
  // A definition is referred to by its canonical, and has no id that would do.
  reference: ['none-1', 'https://conformance.example/fhir/PlanDefinition/none-1'],
  uri: ['urn:none'],
  number: ['1'],
  quantity: ['1'],
  // Which kind the second part is of, a statement does not say.
  composite: ['none$none', 'none$2000-01-01', 'none$1'],
}

async function firstTaken(t: Trial, query: string, values: readonly string[]): Promise<Answer> {
  const [value = 'x', ...others] = values
  const answer = await t.as('acute').get(`${query}=${encodeURIComponent(value)}&_count=1`)
  return answer.status === 400 && others.length > 0 ? firstTaken(t, query, others) : answer
}

export const metadata = area('metadata', [
  {
    id: 'HF-MET-001',
    level: 'MUST',
    title: 'says without a token that it is a FHIR R4 server that speaks JSON',
    statement: fhir('http#capabilities', 'Applications SHALL return a Capability Statement that specifies which … are supported'),
    assertions: ['CAP-01', 'CAP-02'],
    kills: ['http-metadata-version', 'http-metadata-token'],
    async run(t) {
      const statement = await statementOf(t)
      same(textAt(statement, 'fhirVersion'), '4.0.1', 'fhirVersion')
      const formats = textsAt(statement, 'format')
      holds(
        formats.some((format) => format.includes('json')),
        'format',
        'json',
        formats,
      )
      same(textAt(statement, 'kind'), 'instance', 'kind')
      for (const name of ['status', 'date']) holds(textAt(statement, name) !== '', name, 'a value', statement)
    },
  },
  {
    id: 'HF-MET-002',
    level: 'MUST',
    title: 'states it in a resource that is valid itself',
    statement: fhir('capabilitystatement', 'A Capability Statement documents a set of capabilities of a FHIR Server'),
    assertions: ['CAP-03'],
    kills: ['http-metadata-invalid'],
    async run(t) {
      const statement = await statementOf(t)
      const issues = ownValidator()
        .validate(statement)
        .filter(({ severity }) => severity === 'error')
      same(
        issues.map(({ expression, text }) => `${expression}: ${text}`),
        [],
        'faults of the CapabilityStatement',
      )
    },
  },
  {
    id: 'HF-MET-003',
    level: 'SHOULD',
    title: 'gives its own base address, and SMART as its security',
    statement: fhir(
      'capabilitystatement-definitions#CapabilityStatement.implementation.url',
      'An absolute base URL for the implementation',
    ),
    assertions: ['CAP-10', 'CAP-14'],
    kills: ['http-metadata-base'],
    async run(t) {
      const statement = await statementOf(t)
      same(textAt(statement, 'implementation.url').replace(/\/+$/, ''), t.run.config.target, 'implementation.url')
      const services = textsAt(statement, 'rest.security.service.coding.code')
      holds(services.includes('SMART-on-FHIR'), 'rest.security.service', 'SMART-on-FHIR', services)
    },
  },
  {
    id: 'HF-MET-004',
    level: 'MUST',
    title: 'serves every interaction that it declares',
    statement: fhir('capabilitystatement', 'a statement of actual server functionality'),
    assertions: ['CAP-06'],
    needs: { systems: ['acute'] },
    kills: ['http-route-missing'],
    async run(t) {
      const statement = await statementOf(t)
      const types = typesOf(statement)
      holds(types.length > 0, 'rest.resource', 'at least one type', types)
      const session = t.as('acute')
      for (const { type, interactions } of types) {
        if (interactions.includes('read')) refusal(await session.get(`${type}/none-1`), 404, `read of an unknown ${type}`)
        if (interactions.includes('vread'))
          refusal(await session.get(`${type}/none-1/_history/1`), 404, `vread of an unknown ${type}`)
        if (interactions.includes('history-instance'))
          refusal(await session.get(`${type}/none-1/_history`), 404, `history of an unknown ${type}`)
        if (interactions.includes('search-type')) {
          const answer = await session.get(`${type}?_count=1`)
          status(answer, 200, `search for ${type}`)
          same(textAt(answer.json, 'type'), 'searchset', `search for ${type}`)
        }
        if (interactions.includes('create'))
          refusal(await session.post(type, { resourceType: 'Basic' }), [400, 422], `create of another type at ${type}`)
        if (interactions.includes('update') && !declares(statement, `${type}:updateCreate`))
          refusal(
            await session.put(`${type}/none-1`, { resourceType: type, id: 'none-1' }),
            [400, 404, 405, 422],
            `update of an unknown ${type}`,
          )
      }
    },
  },
  {
    id: 'HF-MET-005',
    level: 'MUST',
    title: 'understands every search parameter that it declares, and filters by it',
    statement: fhir('search#errors', 'servers SHALL … only declare the parameters that they support'),
    assertions: ['CAP-08'],
    needs: { systems: ['acute'] },
    timeoutMs: 60_000,
    kills: ['search-parameter-dead', 'http-route-missing'],
    async run(t) {
      const types = typesOf(await statementOf(t)).filter(({ interactions }) => interactions.includes('search-type'))
      holds(types.length > 0, 'rest.resource', 'a type that is searched', types)
      for (const { type, parameters } of types) {
        for (const { name, kind } of parameters) {
          const answer = await firstTaken(t, `${type}?${name}`, plausible[kind] ?? [])
          status(answer, 200, `${type}?${name}`)
          const self = at(answer.json, 'link').find((link) => textAt(link, 'relation') === 'self')
          holds(
            textAt(self, 'url').includes(`${encodeURIComponent(name)}=`),
            `${type}?${name}`,
            'the parameter in the self link',
            self,
          )
        }
      }
      const nonsense = await t.as('acute').get(`${types[0]?.type}?conformance-nonsense=1`)
      status(nonsense, [400, 200], 'a parameter that nobody declares')
      const self = at(nonsense.json, 'link').find((link) => textAt(link, 'relation') === 'self')
      holds(!textAt(self, 'url').includes('nonsense'), 'a parameter that nobody declares', 'not in the self link', self)
    },
  },
  {
    id: 'HF-MET-006',
    level: 'GATE',
    title: 'does nothing that it does not declare',
    statement: fhir('http#summary', 'If a server does not support an interaction it returns 405 or 404'),
    assertions: ['CAP-07'],
    needs: { systems: ['acute'] },
    kills: ['http-unknown-type'],
    async run(t) {
      const types = typesOf(await statementOf(t))
      const declared = types.map(({ type }) => type)
      const searched = types.find(({ interactions }) => interactions.includes('search-type'))
      if (searched) status(await t.as('acute').get(`${searched.type}?_count=1`), 200, `search for ${searched.type}`)
      for (const type of ['Medication', 'Claim', 'Account'].filter((one) => !declared.includes(one))) {
        refusal(await t.as('acute').get(`${type}/none-1`), 404, `read of a ${type}`)
        refusal(await t.as('acute').get(`${type}?_count=1`), 404, `search for ${type}`)
      }
      for (const { type, interactions } of types) {
        if (interactions.includes('delete')) continue
        const answer = await t.as('acute').ask('DELETE', `${type}/none-1`)
        refusal(answer, [404, 405], `delete of a ${type}`)
      }
    },
  },
  {
    id: 'HF-MET-007',
    level: 'MUST',
    title: 'refuses a POST to metadata, and with 405 says what is allowed',
    statement: rfc('9110 15.5.6', 'The origin server MUST generate an Allow header field in a 405 response'),
    assertions: ['CAP-13'],
    kills: ['http-405-no-allow'],
    async run(t) {
      await statementOf(t)
      const answer = await t.anyone.post('metadata', {})
      status(answer, [401, 404, 405], 'POST metadata')
      if (answer.status === 405) header(answer, 'allow', /\bGET\b/, 'POST metadata')
    },
  },
  {
    id: 'HF-MET-008',
    level: 'SHOULD',
    title: 'names in its statement the token endpoint that discovery names',
    statement: fhir('security', 'Production exchange of healthcare data SHALL use some form of … OAuth'),
    kills: ['http-metadata-token-url'],
    async run(t) {
      const extensions = at(await statementOf(t), 'rest.security.extension.extension').filter(
        (one) => textAt(one, 'url') === 'token',
      )
      const discovered = isRecord(t.run.discovery) ? t.run.discovery['token_endpoint'] : undefined
      holds(typeof discovered === 'string', 'discovery', 'a token_endpoint', discovered)
      same(
        extensions.map((one) => textAt(one, 'valueUri')),
        [discovered],
        'oauth-uris, token',
      )
    },
  },
])
