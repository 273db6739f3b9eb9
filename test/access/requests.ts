// Random requests over all that reads, each held against the rule: nothing more is seen, counted, included or paged, and nothing less.
// One table, as long as there are ways to ask.

import { expect } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import type { Picks, Play } from './acts.ts'
import { base, type Answered, type Json } from './gateway.ts'
import { typeOf, type Caller } from './rule.ts'
import { followed, links, personOf, referencesAt, searched, type Shelf, type Stored } from './shelf.ts'

interface Asking {
  readonly play: Play
  readonly shelf: Shelf
  readonly caller: Caller
  readonly picks: Picks
  /** What was asked, for whoever reads a failure. */
  readonly said: string[]
}

/** Answers how many resources it showed or, of a refusal, 0; undefined where there was nothing to ask. */
type Ask = (asking: Asking) => Promise<number | undefined>

const never = '00000000-0000-7000-8000-000000000000'

export const asks = {
  async read(asking) {
    const one = anything(asking)
    const elements = asking.picks.oneIn(3) ? '?_elements=id' : ''
    return one && shownOrAbsent(asking, one, `${one.name}${elements}`)
  },

  async vread(asking) {
    const one = anything(asking)
    const version = one && asking.picks.of(one.versions)
    if (!one || version === undefined || one.type === 'Binary') return undefined
    const { status } = await ask(asking, 'GET', `${one.name}/_history/${version}`)
    const isEnd = one.isGone && version === one.versions.at(-1)
    expect(status).toBe(asking.shelf.isShown(asking.caller, one.name) ? (isEnd ? 410 : 200) : 404)
    return status === 200 ? 1 : 0
  },

  /** A version that never was reads like a resource that never was. */
  async absentVersion(asking) {
    const one = anything(asking)
    if (!one || one.type === 'Binary') return undefined
    const { status, text } = await ask(asking, 'GET', `${one.name}/_history/9999`)
    expect([status, text]).toEqual([404, await absent(asking, one.type)])
    return 0
  },

  async historyOfOne(asking) {
    const one = anything(asking)
    if (!one || one.type === 'Binary') return undefined
    if (!asking.shelf.isShown(asking.caller, one.name)) {
      expect((await ask(asking, 'GET', `${one.name}/_history`)).status).toBe(404)
      return 0
    }
    return history(asking, `${one.name}/_history`, [one])
  },

  async historyOfType(asking) {
    const type = asking.picks.of(searched)
    if (type === undefined) return undefined
    return history(
      asking,
      `${type}/_history`,
      shown(asking).filter((one) => one.type === type),
    )
  },

  /** Of the whole system: what the gateway wrote of its own directory too. */
  historyOfAll: (asking) => history(asking, '_history', shown(asking)),

  async search(asking) {
    const type = asking.picks.of(searched)
    if (type === undefined) return undefined
    const { query, keeps } = filter(asking, type)
    const matches = asking.shelf.standing(asking.caller).filter((one) => one.type === type && keeps(one))
    return pages(asking, type, query, matches)
  },

  async searchByForm(asking) {
    const type = asking.picks.of(searched)
    if (type === undefined) return undefined
    const { query, keeps } = filter(asking, type)
    const matches = asking.shelf.standing(asking.caller).filter((one) => one.type === type && keeps(one))
    const answer = await ask(asking, 'POST', `${type}/_search`, query.join('&') || '_count=200')
    return foundBy(answer, matches)
  },

  async searchById(asking) {
    const some = [1, 2, 3, 4].flatMap(() => anything(asking) ?? [])
    const type = some[0]?.type
    if (type === undefined || !searched.includes(type)) return undefined
    const ids = some.map(({ name }) => name.split('/')[1] ?? '')
    const matches = asking.shelf
      .standing(asking.caller)
      .filter((one) => one.type === type && ids.includes(one.name.split('/')[1] ?? ''))
    return pages(asking, type, [`_id=${ids.join()}`], matches)
  },

  async searchOfSeveral(asking) {
    const types = [...new Set([1, 2, 3].map(() => asking.picks.of(searched) ?? 'Flag'))]
    const matches = asking.shelf.standing(asking.caller).filter(({ type }) => types.includes(type))
    return pages(asking, '', [`_type=${types.join()}`], matches)
  },

  async countOnly(asking) {
    const type = asking.picks.of(searched)
    if (type === undefined) return undefined
    const { query, keeps } = filter(asking, type)
    const matches = asking.shelf.standing(asking.caller).filter((one) => one.type === type && keeps(one))
    const { json } = await ask(asking, 'GET', `${type}?${[...query, asking.picks.of(['_summary=count', '_count=0'])].join('&')}`)
    expect([json['total'], json['entry']]).toEqual([matches.length, undefined])
    return matches.length
  },

  /** Through what is hidden no chain leads. */
  async chain(asking) {
    const [type, link] = linkOf(asking)
    const target = link && asking.picks.of(asking.shelf.all.filter((one) => one.type === link[2]))
    if (!link || !target || type === undefined) return undefined
    const [code, path, to] = link
    const test = to === 'Patient' ? `identifier=${nhsNumber}|${numberOf(target)}` : `_id=${target.name.split('/')[1]}`
    const standing = asking.shelf.standing(asking.caller)
    const through = standing.filter((one) =>
      to === 'Patient' ? one.type === to && numberOf(one) === numberOf(target) : one === target,
    )
    const isThrough = new Set(through.map(({ name }) => name))
    const matches = standing.filter((one) => one.type === type && followed(one, path, to).some((name) => isThrough.has(name)))
    return pages(asking, type, [`${code}:${to}.${test}`], matches)
  },

  async has(asking) {
    const [type, link] = linkOf(asking)
    const one = link && asking.picks.of(asking.shelf.all.filter((each) => each.type === type))
    if (!link || !one || type === undefined) return undefined
    const [code, path, to] = link
    const standing = asking.shelf.standing(asking.caller)
    const names = standing.includes(one) ? followed(one, path, to) : []
    const matches = standing.filter(({ name }) => names.includes(name))
    return pages(asking, to, [`_has:${type}:${code}:_id=${one.name.split('/')[1]}`], matches)
  },

  async include(asking) {
    const [type, link] = linkOf(asking)
    if (!link || type === undefined) return undefined
    const [code, path, to] = link
    const standing = asking.shelf.standing(asking.caller)
    const matches = standing.filter((one) => one.type === type)
    const names = new Set(matches.flatMap((one) => followed(one, path, to)))
    const along = standing.filter(({ name }) => names.has(name))
    return withAlong(asking, `${type}?_include=${type}:${code}:${to}`, matches, along)
  },

  async revinclude(asking) {
    const [type, link] = linkOf(asking)
    if (!link || type === undefined) return undefined
    const [code, path, to] = link
    const standing = asking.shelf.standing(asking.caller)
    const matches = standing.filter((one) => one.type === to)
    const names = new Set(matches.map(({ name }) => name))
    const along = standing.filter((one) => one.type === type && followed(one, path, to).some((name) => names.has(name)))
    return withAlong(asking, `${to}?_revinclude=${type}:${code}`, matches, along)
  },

  /** From a task to its referral, on to the person, and back to all that names them. */
  async includeOnAndOn(asking) {
    const standing = asking.shelf.standing(asking.caller)
    const matches = standing.filter(({ type }) => type === 'Task')
    const reached = (from: readonly Stored[], path: string, to: string) => {
      const names = new Set(from.flatMap((one) => followed(one, path, to)))
      return standing.filter(({ name }) => names.has(name))
    }
    const referrals = reached(matches, 'focus', 'ServiceRequest')
    const patients = reached(referrals, 'subject', 'Patient')
    const flags = standing.filter((one) => one.type === 'Flag' && patients.some(({ name }) => name === personOf(one)))
    const query = 'Task?_include=Task:focus&_include:iterate=ServiceRequest:subject&_revinclude:iterate=Flag:subject'
    return withAlong(asking, query, matches, [...referrals, ...patients, ...flags])
  },

  async batch(asking) {
    const some = [1, 2, 3, 4, 5].flatMap(() => anything(asking) ?? [])
    const type = asking.picks.of(searched) ?? 'Flag'
    const entry = [...some.map(({ name }) => name), `${type}?_summary=count`].map((url) => ({ request: { method: 'GET', url } }))
    const { status, json } = await ask(asking, 'POST', '', { resourceType: 'Bundle', type: 'batch', entry })
    expect(status).toBe(200)
    const answers = entriesOf(json)
    const expected = some.map(({ name, isGone }) =>
      asking.shelf.isShown(asking.caller, name) ? (isGone ? '410' : '200') : '404',
    )
    expect(answers.slice(0, -1).map((one) => String((one['response'] as Json)['status']).slice(0, 3))).toEqual(expected)
    const total = asking.shelf.standing(asking.caller).filter((one) => one.type === type).length
    expect((answers.at(-1)?.['resource'] as Json | undefined)?.['total']).toBe(total)
    return expected.filter((one) => one === '200').length
  },

  async everythingOfPerson(asking) {
    const patient = asking.picks.of(asking.shelf.all.filter(({ type }) => type === 'Patient'))
    if (!patient) return undefined
    if (!asking.shelf.isShown(asking.caller, patient.name)) return shownOrAbsent(asking, patient, `${patient.name}/$everything`)
    const belongs = (one: Stored) => one === patient || (one.type !== 'Provenance' && personOf(one) === patient.name)
    return everything(asking, `${patient.name}/$everything`, belongs)
  },

  async everythingOfJourney(asking) {
    const journey = asking.picks.of(asking.shelf.all.filter(({ type }) => type === 'EpisodeOfCare'))
    if (!journey) return undefined
    if (!asking.shelf.isShown(asking.caller, journey.name)) return shownOrAbsent(asking, journey, `${journey.name}/$everything`)
    const id = journey.name.split('/')[1] ?? ''
    return everything(
      asking,
      `${journey.name}/$everything`,
      ({ name }) => asking.play.net.entries.get(name)?.journeys.has(id) === true,
    )
  },

  /** With a part that the caller may not see there is no document. */
  async document(asking) {
    const one = asking.picks.of(asking.shelf.all.filter(({ type, isGone }) => type === 'Composition' && !isGone))
    if (!one) return undefined
    if (!asking.shelf.isShown(asking.caller, one.name)) return shownOrAbsent(asking, one, `${one.name}/$document`)
    const parts = ['subject', 'encounter', 'author'].flatMap((path) => referencesAt(one.resource, path))
    const { status, json } = await ask(asking, 'GET', `${one.name}/$document`)
    expect(status).toBe(parts.every((name) => asking.shelf.isShown(asking.caller, name)) ? 200 : 422)
    if (status !== 200) return 0
    for (const name of namesIn(json)) expect(asking.shelf.isShown(asking.caller, name), name).toBe(true)
    return namesIn(json).length
  },

  async match(asking) {
    const patient = asking.picks.of(asking.shelf.all.filter(({ type }) => type === 'Patient'))
    if (!patient) return undefined
    const { identifier, birthDate } = patient.resource as { readonly identifier?: readonly Json[]; readonly birthDate?: string }
    const resource = { resourceType: 'Patient', identifier: identifier?.slice(0, 1), birthDate }
    const body = { resourceType: 'Parameters', parameter: [{ name: 'resource', resource }] }
    const { status, json } = await ask(asking, 'POST', 'Patient/$match', body)
    expect(status).toBe(200)
    const names = namesIn(json).filter((name) => typeOf(name) === 'Patient')
    for (const name of names) expect(asking.shelf.isShown(asking.caller, name), name).toBe(true)
    const certain = asking.shelf
      .standing(asking.caller)
      .filter((one) => one.type === 'Patient' && numberOf(one) === numberOf(patient))
    for (const one of certain.filter(({ resource: { birthDate: other } }) => other === birthDate))
      expect(names).toContain(one.name)
    return names.length
  },

  /** To write to what is hidden is to write to nothing: the answer tells the two apart by nothing. */
  async writeToHidden(asking) {
    const hidden = asking.shelf.all.filter(
      ({ name, type }) => searched.includes(type) && !asking.shelf.isShown(asking.caller, name),
    )
    const one = asking.picks.of(hidden)
    if (!one || ['EpisodeOfCare', 'Communication'].includes(one.type)) return undefined
    const method = asking.picks.of(['PUT', 'DELETE', 'PATCH']) ?? 'DELETE'
    const patch = [{ op: 'replace', path: '/language', value: 'en' }]
    const send = (id: string) => {
      const headers = method === 'PATCH' ? { 'content-type': 'application/json-patch+json' } : { 'if-match': 'W/"1"' }
      const body = method === 'DELETE' ? undefined : method === 'PATCH' ? patch : { ...one.resource, id }
      return ask(asking, method, `${one.type}/${id}`, body, headers)
    }
    const [answer, other] = [await send(one.name.split('/')[1] ?? ''), await send(never)]
    expect([answer.status, answer.text]).toEqual([other.status, other.text])
    expect(answer.status).toBe(404)
    return 0
  },

  /** A condition finds nothing that is hidden, so nothing is changed by it. */
  async conditionOnHidden(asking) {
    const one = asking.picks.of(
      asking.shelf.all.filter(({ name, type }) => type === 'Flag' && !asking.shelf.isShown(asking.caller, name)),
    )
    if (!one) return undefined
    const { status } = await ask(asking, 'DELETE', `Flag?_id=${one.name.split('/')[1]}`)
    expect(status).toBe(asking.play.net.organisations.get(asking.caller.organisation)?.role === undefined ? status : 204)
    expect(status).toBeLessThan(500)
    return 0
  },

  /** The figures hold people whom the caller may see, and no others. */
  async extract(asking) {
    const { status, text } = await ask(asking, 'GET', '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31')
    if (status !== 200) return 0
    const seen = asking.shelf
      .standing(asking.caller)
      .filter(({ type }) => type === 'Patient')
      .map(numberOf)
    for (const one of asking.shelf.all.filter(({ type }) => type === 'Patient'))
      if (text.includes(numberOf(one))) expect(seen).toContain(numberOf(one))
    return 0
  },

  async audit(asking) {
    const { status, json } = await ask(asking, 'GET', 'AuditEvent?_count=200')
    expect(status).toBe(200)
    const other = asking.play.organisations.map(({ id }) => id).filter((id) => id !== asking.caller.organisation)
    const agents = entriesOf(json).map((one) => JSON.stringify((one['resource'] as Json | undefined)?.['agent']))
    for (const agent of agents) for (const id of other) expect(agent.includes(`Organization/${id}"`)).toBe(false)
    return agents.length
  },

  /** Who read a person's record is told to the organisation that the record is from. */
  async accessLog(asking) {
    const patient = asking.picks.of(asking.shelf.all.filter(({ type }) => type === 'Patient'))
    if (!patient) return undefined
    const { status } = await ask(asking, 'GET', `${patient.name}/$access-log`)
    const isOwn = asking.play.net.entries.get(patient.name)?.by === asking.caller.organisation
    expect(status).toBe(isOwn ? 200 : asking.shelf.isShown(asking.caller, patient.name) ? 403 : 404)
    return isOwn ? 1 : 0
  },

  /** Other purposes than care read nobody's record, and count none. */
  async research(asking) {
    const type = asking.picks.of(searched)
    if (type === undefined || asking.caller.professional !== undefined) return undefined
    const { status } = await ask(asking, 'GET', `${type}?_summary=count`, undefined, { 'X-Purpose-Of-Use': 'HRESCH' })
    expect(status).toBe(403)
    return 0
  },
} as const satisfies Readonly<Record<string, Ask>>

export type AskName = keyof typeof asks

async function ask(
  { play, caller, said }: Asking,
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<Answered> {
  said.push(`${caller.organisation}${caller.professional ? ` (glass broken by ${caller.professional})` : ''}: ${method} ${path}`)
  if (typeof body === 'string') said.push(body)
  const answer = await play.gateway.ask(caller, method, path, body, headers)
  expect(answer.status, answer.text.slice(0, 500)).not.toBe(500)
  return answer
}

/** Now and then what the caller may see, or most would be hidden. */
function anything({ shelf, picks, caller }: Asking): Stored | undefined {
  const ofPeople = shelf.all.filter(({ type }) => type !== 'Organization')
  return picks.of(picks.oneIn(2) ? ofPeople.filter(({ name }) => shelf.isShown(caller, name)) : ofPeople)
}

const shown = ({ shelf, caller }: Asking): readonly Stored[] => shelf.all.filter(({ name }) => shelf.isShown(caller, name))

/** 200, or 410 of what is gone, or the 404 of what never was. */
async function shownOrAbsent(asking: Asking, one: Stored, path: string): Promise<number> {
  const { status, text, json } = await ask(asking, 'GET', path)
  if (asking.shelf.isShown(asking.caller, one.name)) {
    expect(status, text.slice(0, 300)).toBe(one.isGone ? 410 : 200)
    if (!one.isGone) expect(json['id']).toBe(one.name.split('/')[1])
    return 1
  }
  const other = path.includes('$')
    ? (await ask(asking, 'GET', path.replace(one.name, `${one.type}/${never}`))).text
    : await absent(asking, one.type)
  expect([status, text]).toEqual([404, other])
  return 0
}

const absent = async (asking: Asking, type: string): Promise<string> => (await ask(asking, 'GET', `${type}/${never}`)).text

const numberOf = ({ resource }: Stored): string => {
  const identifiers = (resource['identifier'] ?? []) as readonly { readonly system?: string; readonly value?: string }[]
  return identifiers.find(({ system }) => system === nhsNumber)?.value ?? ''
}

function linkOf({ picks }: Asking) {
  const type = picks.of(searched.filter((one) => (links[one] ?? []).length > 0))
  return [type, picks.of(links[type ?? ''] ?? [])] as const
}

/** A filter by a reference or by when it was stored, perhaps none. */
function filter(asking: Asking, type: string): { query: string[]; keeps: (one: Stored) => boolean } {
  const link = asking.picks.oneIn(3) ? undefined : asking.picks.of(links[type] ?? [])
  const target = link && asking.picks.of(asking.shelf.all.filter((one) => one.type === link[2]))
  if (!link || !target) return { query: [], keeps: () => true }
  const [code, path, to] = link
  return { query: [`${code}=${target.name}`], keeps: (one) => followed(one, path, to).includes(target.name) }
}

/** All pages of a search: each match once, the total on each page, and no page more. */
async function pages(asking: Asking, type: string, query: readonly string[], matches: readonly Stored[]): Promise<number> {
  const count = asking.picks.of([1, 3, 7, 50, 200]) ?? 50
  const sort = asking.picks.of(['', '_sort=_lastUpdated', '_sort=-_id']) ?? ''
  const few = matches.length / count > 12 ? 50 : count
  const parameters = [...query, `_count=${few}`, ...(sort === '' ? [] : [sort])]
  await allPages(asking, `${type}?${parameters.join('&')}`, namesOf(matches))
  return matches.length
}

/** The names on all pages of a search or history, and that no page tells another total. */
async function allPages(asking: Asking, first: string, expected: readonly string[]): Promise<void> {
  const names: string[] = []
  const totals = new Set<unknown>()
  for (let path: string | undefined = first; path !== undefined && names.length <= expected.length;) {
    const { status, text, json }: Answered = await ask(asking, 'GET', path)
    expect(status, text.slice(0, 500)).toBe(200)
    totals.add(json['total'])
    const found = entriesOf(json).filter((one) => (one['search'] as Json | undefined)?.['mode'] !== 'include')
    names.push(...found.map((one) => String(one['fullUrl']).replace(`${base}/`, '')))
    const next = (json['link'] as readonly Json[] | undefined)?.find(({ relation }) => relation === 'next')
    path = next === undefined ? undefined : String(next['url']).replace(`${base}/`, '').replace(base, '')
  }
  expect(names.toSorted()).toEqual([...expected].toSorted())
  expect([...totals]).toEqual([expected.length])
}

/** One entry for each version, the end of what was deleted too. */
async function history(asking: Asking, path: string, shownThere: readonly Stored[]): Promise<number> {
  const expected = shownThere.flatMap(({ name, versions }) => versions.map(() => name))
  const count = asking.picks.of([7, 50, 200]) ?? 50
  await allPages(asking, `${path}?_total=accurate&_count=${expected.length / count > 12 ? 200 : count}`, expected)
  return expected.length
}

/** The one page of a search by form: all matches where they fit on it. */
function foundBy({ status, text, json }: Answered, matches: readonly Stored[]): number {
  expect(status, text.slice(0, 500)).toBe(200)
  expect(json['total']).toBe(matches.length)
  const names = namesIn(json)
  if (matches.length <= 50) expect(names.toSorted()).toEqual(namesOf(matches))
  return names.length
}

async function withAlong(asking: Asking, path: string, matches: readonly Stored[], along: readonly Stored[]): Promise<number> {
  const { status, text, json } = await ask(asking, 'GET', `${path}&_count=200`)
  expect(status, text.slice(0, 500)).toBe(200)
  const names = (mode: string) => {
    const those = entriesOf(json).filter((one) => (one['search'] as Json)['mode'] === mode)
    return those.map((one) => String(one['fullUrl']).replace(`${base}/`, '')).toSorted()
  }
  expect(json['total']).toBe(matches.length)
  expect(names('match')).toEqual(namesOf(matches))
  expect(names('include')).toEqual(namesOf(along.filter((one) => !matches.includes(one))))
  return matches.length + along.length
}

async function everything(asking: Asking, path: string, belongs: (one: Stored) => boolean): Promise<number> {
  const matches = asking.shelf.standing(asking.caller).filter((one) => belongs(one) && one.type !== 'Organization')
  const whole = path.startsWith('Patient/') ? matches.filter(({ type }) => type !== 'Binary') : matches
  await allPages(asking, path, namesOf(whole))
  return whole.length
}

const entriesOf = (json: Json): readonly Json[] => (json['entry'] ?? []) as readonly Json[]
const namesOf = (those: readonly Stored[]): readonly string[] => those.map(({ name }) => name).toSorted()
const namesIn = (json: Json): readonly string[] =>
  entriesOf(json)
    .map((one) => (one['resource'] as Json | undefined) ?? {})
    .filter(({ resourceType }) => resourceType !== 'OperationOutcome')
    .map(({ resourceType, id }) => `${String(resourceType)}/${String(id)}`)
