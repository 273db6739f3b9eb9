// Granular scopes: what is granted, and that what `?param=value` leaves out is read and written in no way.

import { holds, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { batchOf, statusesIn } from '../scenes/bundle.ts'
import { changed, found, readOf } from '../scenes/fhir.ts'
import { finals, narrowed, needing, needs, page, scene, statement } from '../scenes/narrow.ts'
import { total } from '../scenes/pages.ts'
import { idOf, observationWith, observedAs } from '../scenes/search.ts'
import { homeFirst, smart } from '../sources.ts'
import type { Session } from '../session.ts'

const refusals = [400, 401, 403, 404, 409, 410, 412, 422]

const told = (json: unknown): readonly string[] =>
  isRecord(json) && json['resourceType'] === 'Bundle' ? textsAt(json, 'entry.resource.id') : [textAt(json, 'id')]

async function refused(session: Session, method: string, path: string, body?: object): Promise<void> {
  const headers = { 'content-type': 'application/fhir+json' }
  status(await session.ask(method, path, body && JSON.stringify(body), headers), refusals, `${method} ${path.split('/')[0]}`)
}

export const scopesGranular = area('scopes', [
  {
    id: 'HF-SCP-020',
    level: 'MUST',
    title: 'grants a scope that narrows by a search as it was asked for, and its values as they stand',
    statement: smart(page, 'the server SHALL … respond with the scopes that were granted'),
    assertions: ['SCP-01'],
    needs,
    kills: ['narrow-decoded-first', 'narrow-echo'],
    async run(t) {
      const answer = await t.token('acute', { scope: finals })
      if (answer.status !== 200) throw new Omitted('the target grants no scope that narrows by a search')
      same(decodeURIComponent(textAt(answer.json, 'scope')), finals, 'what is granted')
      const { patient, kept, narrow } = await scene(t)
      same(await found(narrow, `Observation?subject=${patient}`), [kept], 'with status=final')
      const doubled = await t.token('acute', { scope: 'system/Observation.rs?status=final%26status=final' })
      if (doubled.status !== 200) return
      const session = t.as('acute', 'system/Observation.rs?status=final%26status=final')
      same(await found(session, `Observation?subject=${patient}`), [], 'with one status that has & in it')
    },
  },
  {
    id: 'HF-SCP-021',
    level: 'GATE',
    title: 'grants nothing for a scope that narrows by what it does not know',
    statement: homeFirst('access', 'a scope that cannot be enforced as it is written is refused, never passed over'),
    assertions: ['SCP-09'],
    needs,
    kills: ['narrow-unknown'],
    async run(t) {
      await narrowed(t, finals)
      for (const query of [
        'status=final&no-such-parameter=x',
        'status=final&code:no-such-modifier=x',
        'status=final&subject.nothing=x',
      ]) {
        const { json } = await t.token('acute', { scope: `system/Observation.rs?${query}` })
        same(textsAt(json, 'access_token'), [], 'a token for a parameter that there is not')
      }
    },
  },
  {
    id: 'HF-SCP-022',
    level: 'MUST',
    title: 'reads by a narrow scope what it reaches, in the versions that it reaches, and nothing else',
    statement,
    assertions: ['SCP-09'],
    needs: needing('Observation.update', 'Observation.vread', 'Observation.history-instance'),
    kills: ['narrow-read', 'narrow-version'],
    async run(t) {
      const { kept, left, narrow } = await scene(t)
      await readOf(narrow, kept)
      for (const path of ['', '/_history', '/_history/1']) {
        const answer = await narrow.get(left + path)
        holds(
          answer.status >= 400 || !told(answer.json).includes(idOf(left)),
          `what is left out${path}`,
          'nothing of it',
          answer.json,
        )
      }
      await changed(t.as('acute'), left, (resource) => ({ ...resource, status: 'final' }))
      await readOf(narrow, left)
      status(await narrow.get(`${left}/_history/1`), refusals, 'the version from before')
      const history = await narrow.get(`${left}/_history`)
      status(history, 200, 'its history')
      same([...new Set(textsAt(history.json, 'entry.resource.status'))], ['final'], 'the states in its history')
      holds(
        total(history) === undefined || total(history) === at(history.json, 'entry').length,
        'its total',
        'no more than is told',
        total(history),
      )
    },
  },
  {
    id: 'HF-SCP-027',
    level: 'MUST',
    title: 'holds each entry of a batch to what a narrow scope reaches',
    statement: smart(page, 'batch and transaction … each entry … as a separate request'),
    assertions: ['SCP-09', 'SCP-07'],
    needs: needing('batch'),
    kills: ['narrow-batch'],
    async run(t) {
      const { patient, kept, left, narrow } = await scene(t)
      const urls = [kept, left, `Observation?subject=${patient}`]
      const answer = await narrow.post('', batchOf(...urls.map((url) => ({ request: { method: 'GET', url } }))))
      status(answer, 200, 'a batch')
      const [first, second] = statusesIn(answer)
      same(first, '200', 'what it reaches')
      holds(second === '404' || second === '403', 'what is left out', '404', second)
      holds(!answer.text.includes(`"id":"${idOf(left)}"`), 'the batch', 'nothing of what is left out', answer.json)
    },
  },
  {
    id: 'HF-SCP-029',
    level: 'MUST',
    title: 'takes with a narrow scope no write of what it leaves out, as it is or as it would be',
    statement,
    assertions: ['SCP-10'],
    needs: needing('Observation.update'),
    kills: ['narrow-write', 'narrow-write-before', 'narrow-write-after'],
    async run(t) {
      const { patient, kept, left } = await scene(t)
      const writer = await narrowed(t, 'system/Observation.rs system/Observation.cu?status=final')
      const resource = await readOf(writer, kept)
      const note = [{ text: 'changed' }]
      await refused(writer, 'POST', 'Observation', observationWith(patient, { status: 'preliminary' }))
      await refused(writer, 'PUT', kept, { ...resource, status: 'amended' })
      await refused(writer, 'PUT', left, { ...(await readOf(writer, left)), status: 'final' })
      same((await found(t.as('acute'), `Observation?subject=${patient}`)).length, 2, 'the Observations of the person')
      same(
        [(await readOf(t.as('acute'), kept))['status'], (await readOf(t.as('acute'), left))['status']],
        ['final', 'preliminary'],
        'their states',
      )
      status(await writer.put(kept, { ...resource, note }), 200, 'a change within what it reaches')
      status(await writer.post('Observation', observationWith(patient, { status: 'final' })), 201, 'a create of what it reaches')
    },
  },
  {
    id: 'HF-SCP-030',
    level: 'MUST',
    title: 'reaches with several narrow scopes what any of them reaches, and with several parameters what meets all',
    statement: smart(page, 'Scopes are additive … & joins constraints'),
    assertions: ['SCP-10'],
    needs: needing('Observation?_id'),
    kills: ['narrow-first-scope', 'narrow-first-parameter'],
    async run(t) {
      const [scope, either] = [
        'system/Observation.rs?status=final',
        'system/Observation.rs?status=final system/Observation.rs?status=amended',
      ]
      const [one, both] = [await narrowed(t, scope), await narrowed(t, either)]
      const { patient, all } = await observedAs(t, { status: 'final' }, { status: 'amended' }, { status: 'preliminary' })
      const [final = '', amended = ''] = all
      const seen = async (session: Session) =>
        (await found(session, `Observation?subject=${patient}`)).toSorted((a, b) => a.localeCompare(b))
      same(await seen(one), [final], 'one scope')
      same(
        await seen(both),
        [final, amended].toSorted((a, b) => a.localeCompare(b)),
        'two scopes',
      )
      const listed = await narrowed(t, 'system/Observation.rs?status=final,amended')
      same(
        await seen(listed),
        [final, amended].toSorted((a, b) => a.localeCompare(b)),
        'one scope with two values',
      )
      const joined = await narrowed(t, `system/Observation.rs?subject=${patient}&status=amended`)
      same(await seen(joined), [amended], 'one scope with two parameters')
      await readOf(joined, amended)
      status(await joined.get(final), refusals, 'what meets one of them')
    },
  },
])
