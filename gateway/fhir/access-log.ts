// Patient/[id]/$access-log: who read or received what is stored about a person, and why they might, told to the Patient's source.

import { groundsIn, type Ground } from '../auth/ground.ts'
import { pageOwner } from '../auth/access.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import type { Audit, Instant } from '../store/store.ts'
import { fhirJson, gone, notFound } from './answer.ts'
import { auditEventOf } from './audit-resource.ts'
import { bundleText } from './bundle.ts'
import { timeAsked } from './everything-scope.ts'
import { parametersIn, type ParameterTable } from './operation.ts'
import { sealPage } from './page.ts'
import { asGateway, recordOf } from './person-record.ts'
import { askedSearch } from './search-asked.ts'
import { longestPage } from './search-control.ts'
import type { Parameter } from './search-query.ts'
import { isId } from './served.ts'

export const accessLogTable = {
  start: { takes: 'text', says: 'a date: accesses from then on' },
  end: { takes: 'text', says: 'a date: accesses until then' },
  _count: { takes: 'whole', says: 'so many a page, 200 at most' },
} as const satisfies ParameterTable

type LogHouse = Pick<House, 'store' | 'cursorKey'>

/**
 * A searchset of AuditEvents, newest first, of whichever organisation: those about what the caller may see itself, naming nothing
 * else. Each entity says on what ground it might be seen. Only the organisation that the Patient is from may ask: it answers for
 * the record. Route parameter: `id`.
 */
export async function accessLog(ask: Ask, house: LogHouse): Promise<Answer> {
  const id = ask.params['id'] ?? ''
  await checkAsker(id, ask, house)
  const address = `Patient/${id}/$access-log`
  const mark = ask.query.has('_page') ? askedSearch({ ...ask, method: 'GET' }, address, house).page?.mark : undefined
  const asked = parametersIn(mark ? { ...ask, body: new Uint8Array(), query: form(mark.parameters) } : ask, accessLogTable)
  const count = Math.min(asked.whole('_count') ?? longestPage, longestPage)
  const shown = await recordOf(house.store, ask.access, id)
  const [start, end] = [timeAsked(asked, 'start'), timeAsked(asked, 'end')]
  const [at, row] = mark?.after ?? []
  const rows = await house.store.audits({
    anyOf: [...shown],
    ...(start && { from: start.low }),
    ...(end && { until: end.high }),
    ...(typeof at === 'string' && typeof row === 'string' && { after: { at, id: row } }),
    limit: count + 1,
  })
  const grounds = groundsIn(house.store)
  const page = rows.slice(0, count)
  const entries = await Promise.all(
    page.map(async (one) => {
      const event = await eventOf(one, shown, grounds)
      return { fullUrl: `${ask.base}/AuditEvent/${one.id}`, text: JSON.stringify(event), rest: { search: { mode: 'match' } } }
    }),
  )
  const used = ['start', 'end'].flatMap((name) => asked.texts(name).map((value): Parameter => [name, value]))
  const parameters: readonly Parameter[] = [...used, ...(asked.has('_count') ? [['_count', String(count)] as const] : [])]
  const url = (query: readonly Parameter[]) => `${ask.base}/${address}${query.length > 0 ? `?${form(query).toString()}` : ''}`
  const last = page.at(-1)
  const sealed = (one: Audit) =>
    sealPage({ type: address, parameters, after: [one.at, one.id], at: ask.at }, pageOwner(ask.caller), house.cursorKey)
  const link = [
    { relation: 'self', url: url(mark ? [...ask.query] : parameters) },
    ...(last && rows.length > count ? [{ relation: 'next', url: url([['_page', sealed(last)]]) }] : []),
  ]
  const body = bundleText({ type: 'searchset', timestamp: ask.at, link }, entries)
  return { status: 200, headers: { 'content-type': fhirJson }, body, touched: [`Patient/${id}`] }
}

async function checkAsker(id: string, { access, caller }: Ask, { store }: LogHouse): Promise<void> {
  const patient = isId(id) ? await store.read(access, 'Patient', id) : undefined
  if (!patient) throw notFound()
  if (patient.deleted) throw gone(patient)
  const first = await store.vread(asGateway, 'Patient', id, 1)
  if (first?.author === caller.organization) return
  throw new Refusal('forbidden', {
    id: 'not-yours-to-ask',
    text: 'who saw a record is told to the organisation that the Patient is from',
    expression: 'Patient',
  })
}

function form(parameters: readonly Parameter[]): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of parameters) query.append(name, value)
  return query
}

/** The audit's row as far as it is about what is shown. */
async function eventOf(row: Audit, shown: ReadonlySet<string>, grounds: ReturnType<typeof groundsIn>): Promise<object> {
  const what = [...new Set(row.what)].filter((one) => shown.has(one))
  const event = auditEventOf({ ...row, what })
  const told = await Promise.all(what.map((one) => grounds(one, row.organization, row.at)))
  const entity = Array.isArray(event['entity']) ? event['entity'] : []
  return {
    ...event,
    entity: entity.map((one: object, i) =>
      told[i] ? { ...one, detail: told[i].map((ground) => detailOf(ground, shown)) } : one,
    ),
  }
}

/** What made it a party is named where the caller may see that too. */
function detailOf({ why, role, source, since, until }: Ground, shown: ReadonlySet<string>) {
  const by = source !== undefined && shown.has(source) ? ` by ${source}` : ''
  const party = role === undefined ? '' : ` as ${role}${by} ${during(since, until)}`
  return { type: 'ground', valueString: `${why}${party}` }
}

const during = (since: Instant | undefined, until: Instant | undefined): string =>
  `since ${since ?? ''}${until === undefined ? '' : ` until ${until}`}`
