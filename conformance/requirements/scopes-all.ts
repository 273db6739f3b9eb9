// Scopes to their last letter: their grammar, each interaction under its own, and no way round them.

import { refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, readOf } from '../scenes/fhir.ts'
import { localSystem, observationOf, patientOf } from '../scenes/resources.ts'
import { granted } from '../scenes/tokens.ts'
import { smart } from '../sources.ts'
import type { Trial } from '../trial.ts'

const page = 'scopes-and-launch-context'
const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.search-type'] } as const
const patch = JSON.stringify([{ op: 'replace', path: '/gender', value: 'other' }])
const patching = { 'content-type': 'application/json-patch+json' }

const patient = (t: Trial): Promise<string> => created(t.as('acute'), patientOf(t.person()))

export const scopesAll = area('scopes', [
  {
    id: 'HF-SCP-012',
    level: 'MUST',
    title: 'grants scopes as their grammar has them, each as it was asked for, and nothing else for one that is none',
    statement: smart(page, '[patient|user|system]/[resource].[c][r][u][d][s]'),
    assertions: ['SCP-01', 'SCP-02'],
    needs: { systems: ['acute'] },
    kills: ['scope-any-order', 'token-scope-missing'],
    async run(t) {
      for (const scope of ['system/Patient.c', 'system/Patient.rs', 'system/*.cruds', 'system/Patient.r system/Task.s'])
        same(textAt((await granted(t, 'acute', { scope })).json, 'scope'), scope, `what is granted for ${scope}`)
      for (const scope of [
        'system/Patient.sr',
        'system/Patient.dus',
        'system/Patient.xyz',
        'system/Patient.rr',
        'system/Patient.',
      ])
        same(textsAt((await t.token('acute', { scope })).json, 'access_token'), [], `a token for ${scope} alone`)
    },
  },
  {
    id: 'HF-SCP-013',
    level: 'MUST',
    title: 'takes .read of version 1 for reading and searching, and never for r and d',
    statement: smart(page, 'v1 .read ⇒ v2 .rs'),
    assertions: ['SCP-03', 'SCP-04'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.delete'] },
    kills: ['scope-read-deletes'],
    async run(t) {
      const reference = await patient(t)
      const session = t.as('acute', 'system/Patient.read')
      await readOf(session, reference)
      refusal(await session.ask('DELETE', reference), 403, 'a delete with system/Patient.read')
      await readOf(session, reference)
      status(await t.as('acute', 'system/Patient.d').ask('DELETE', reference), [200, 202, 204], 'a delete with system/Patient.d')
    },
  },
  {
    id: 'HF-SCP-014',
    level: 'MUST',
    title: 'holds versions to r, histories of a type to s, and patches to u',
    statement: smart(page, 'r: read, vread, instance history · s: search, type history · u: update, patch'),
    assertions: ['SCP-05', 'SCP-06'],
    needs: {
      ...needs,
      capability: [...needs.capability, 'Patient.vread', 'Patient.history-instance', 'Patient.history-type', 'Patient.patch'],
    },
    kills: ['scope-history-type', 'scope-patch', 'scope-vread'],
    async run(t) {
      const reference = await patient(t)
      const as = (letter: string) => t.as('acute', `system/Patient.${letter}`)
      const version = textAt(await readOf(as('r'), reference), 'meta.versionId')
      const reads = [`${reference}/_history/${version}`, `${reference}/_history`]
      for (const path of reads) {
        status(await as('r').get(path), 200, 'a version or history with r')
        refusal(await as('cuds').get(path), 403, 'a version or history with all but r')
      }
      status(await as('s').get('Patient/_history?_count=1'), 200, 'the history of a type with s')
      refusal(await as('crud').get('Patient/_history?_count=1'), 403, 'the history of a type with all but s')
      refusal(await as('crds').ask('PATCH', reference, patch, patching), 403, 'a patch with all but u')
      status(await as('u').ask('PATCH', reference, patch, patching), [200, 204], 'a patch with u')
    },
  },
  {
    id: 'HF-SCP-015',
    level: 'MUST',
    title: 'adds to a search nothing of a type that the token does not cover',
    statement: smart(page, 'servers SHALL … only … data that a client system is directly authorized to access'),
    assertions: ['SCP-07'],
    needs: {
      ...needs,
      capability: [
        ...needs.capability,
        'Observation.create',
        'Observation.search-type',
        'Observation?subject',
        'Observation?_id',
      ],
    },
    kills: ['scope-include'],
    async run(t) {
      const subject = await patient(t)
      const reference = await created(t.as('acute'), observationOf(subject, undefined, 'x'))
      const typesIn = async (scope: string, query: string) => {
        const answer = await t.as('acute', scope).get(query)
        status(answer, [200, 400, 403], `${query.split('?')[1]?.split('=')[0]} with ${scope}`)
        const types = at(answer.json, 'entry.resource').map((one) => textAt(one, 'resourceType'))
        return types.filter((type) => type !== 'OperationOutcome')
      }
      const including = `Observation?_id=${reference.split('/')[1]}&_include=Observation:subject`
      const revincluding = `Patient?_id=${subject.split('/')[1]}&_revinclude=Observation:subject`
      const both = 'system/Observation.rs system/Patient.rs'
      same((await typesIn(both, including)).toSorted(), ['Observation', 'Patient'], '_include with both scopes')
      same((await typesIn(both, revincluding)).toSorted(), ['Observation', 'Patient'], '_revinclude with both scopes')
      same((await typesIn('system/Observation.rs', including)).includes('Patient'), false, 'an included Patient')
      same((await typesIn('system/Patient.rs', revincluding)).includes('Observation'), false, 'an included Observation')
    },
  },
  {
    id: 'HF-SCP-016',
    level: 'MUST',
    title: 'lets nobody learn by _has of a type that the token does not cover',
    statement: smart(page, 'servers SHALL respect underlying system policies and permissions'),
    assertions: ['SCP-08'],
    needs: {
      ...needs,
      capability: [...needs.capability, 'Observation.create', 'Observation.search-type', 'Observation?subject'],
    },
    kills: ['scope-has'],
    async run(t) {
      const subject = await patient(t)
      await created(t.as('acute'), observationOf(subject, undefined, 'x'))
      const query = `Patient?_has:Observation:subject:status=final&_id=${subject.split('/')[1]}`
      same(await found(t.as('acute', 'system/Observation.rs system/Patient.rs'), query), [subject], 'with both scopes')
      refusal(await t.as('acute', 'system/Patient.rs').get(query), [400, 403], 'without system/Observation.s')
    },
  },
  {
    id: 'HF-SCP-017',
    level: 'MUST',
    title: 'holds each entry of a batch to its own scope, and $everything to that of each type',
    statement: smart(page, 'batch and transaction requests should be validated based on the actual requests within them'),
    assertions: ['SCP-07'],
    needs: {
      ...needs,
      capability: [...needs.capability, 'batch', 'Observation.create', 'Observation.read', 'Patient$everything'],
    },
    kills: ['scope-batch', 'scope-everything'],
    async run(t) {
      const subject = await patient(t)
      const reference = await created(t.as('acute'), observationOf(subject, undefined, 'x'))
      const session = t.as('acute', 'system/Patient.rs')
      const entry = [subject, reference].map((url) => ({ request: { method: 'GET', url } }))
      const answer = await session.post('', { resourceType: 'Bundle', type: 'batch', entry })
      status(answer, 200, 'a batch')
      same(
        textsAt(answer.json, 'entry.response.status').map((one) => one.slice(0, 3)),
        ['200', '403'],
        'a read within the scope, and one beyond it',
      )
      const all = await session.get(`${subject}/$everything`)
      status(all, 200, '$everything')
      const types = at(all.json, 'entry.resource').map((one) => textAt(one, 'resourceType'))
      same([types.includes('Patient'), types.includes('Observation')], [true, false], 'Patient and Observation in $everything')
    },
  },
  {
    id: 'HF-SCP-018',
    level: 'MUST',
    title: 'grants no scope that narrows by a search unless it narrows reads, searches, totals and writes by it',
    statement: smart(page, 'granular … ?param=value … limits the scope'),
    assertions: ['SCP-09', 'SCP-10'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?gender', 'Patient?_id'] },
    kills: ['scope-granular-wide'],
    async run(t) {
      const reference = await patient(t)
      const [wide, narrow] = ['system/Patient.crs', 'system/Patient.crs?gender=male']
      const query = `Patient?_id=${reference.split('/')[1]}`
      same(await found(t.as('acute', wide), query), [reference], 'a search with a wide scope')
      const answer = await t.token('acute', { scope: narrow })
      const token = textAt(answer.json, 'access_token')
      if (answer.status !== 200) return same(textAt(answer.json, 'error'), 'invalid_scope', 'what is not granted')
      const headers = { authorization: `Bearer ${token}` }
      status(await t.anyone.get(reference, headers), [403, 404], 'a read of a woman with a scope for men')
      const search = await t.anyone.get(query, headers)
      status(search, [200, 403], 'a search')
      same(at(search.json, 'entry.resource'), [], 'a search for a woman')
      status(await t.anyone.post('Patient', patientOf(t.person()), headers), [403, 422], 'a create of a woman')
    },
  },
  {
    id: 'HF-SCP-019',
    level: 'MUST',
    title: 'tells what a token is too narrow for as forbidden, and shows nothing of it',
    statement: smart(page, 'insufficient_scope'),
    assertions: ['SCP-14', 'ERR-06'],
    needs: { ...needs, capability: [...needs.capability, 'Patient?identifier'] },
    kills: ['scope-unchecked'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const query = `Patient?identifier=${localSystem}|${person.local}`
      same(await found(t.as('acute', 'system/Patient.s'), query), [reference], 'with the scope')
      const answer = await t.as('acute', 'system/Patient.c').get(query)
      refusal(answer, 403, 'without it')
      same(textsAt(answer.json, 'issue.code'), ['forbidden'], 'issue.code')
      same(answer.text.includes(reference.split('/')[1] ?? ''), false, 'the id in the refusal')
    },
  },
])
