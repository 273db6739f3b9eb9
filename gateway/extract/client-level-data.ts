// Client-level data as CSV: what a council was asked and provided, for it to pre-fill and reconcile its own return.

import { stringify } from 'csv-stringify/sync'
import { codeSystem, odsOrganization } from '../../profiles/canonical.ts'
import { dayAt, startOf } from '../../mappings/engine/time.ts'
import { columns } from '../../mappings/council/client-level-data/columns.ts'
import { toClientLevelData, type ClientLevelEvent } from '../../mappings/council/client-level-data/write.ts'
import { demographicsFor } from './demographics.ts'
import { isTestPerson } from '../fhir/test-person.ts'
import { at, referencesAt } from '../fhir/resource.ts'
import { requireScope } from '../auth/access.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { instantRange } from '../store/instants.ts'
import type { Clause, Version } from '../store/store.ts'

/** Requests and services of one period are at most this many; beyond it the period is to be cut. */
const most = 20_000

/**
 * GET ?start=CCYY-MM-DD&end=CCYY-MM-DD: Tasks of the caller that were authored in the period, and the services planned for them.
 * Without them the period is the current quarter, up to today: the return is quarterly.
 */
export async function clientLevelData(ask: Ask, house: House): Promise<Answer> {
  // The route asks for the scope to search Tasks; what a row is made of besides needs its own.
  requireScope(ask.caller, 'Patient', 'r')
  requireScope(ask.caller, 'CarePlan', 's')
  const { identifierSystems, timeZone } = house.source(ask.caller.client)
  const period = periodOf(ask.query, dayAt(ask.at, timeZone))
  const owner = ask.caller.organization
  const tasks = await all(ask, house, 'Task', [
    { on: 'reference', key: 'Task.owner', any: [`Organization/${owner}`] },
    ...authoredIn(period, timeZone),
  ])
  const events: ClientLevelEvent[] = []
  for (const version of tasks) events.push(...(await eventsOf(ask, house, JSON.parse(version.text))))
  const personSystem = identifierSystems['LA_Person_Unique_Identifier']
  const rows = toClientLevelData({
    laCode: laCodeOf(owner, house),
    ...(personSystem && { personSystem }),
    periodStart: period.start,
    periodEnd: period.end,
    timeZone,
    events,
  })
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="client-level-data.csv"',
    },
    body: stringify(rows, { header: true, columns: [...columns], record_delimiter: 'windows' }),
    touched: tasks.map(({ id }) => `Task/${id}`),
  }
}

/** Calendar days, both within. */
interface Period {
  readonly start: string
  readonly end: string
}

/** From the first midnight to the last as the council's clock shows them: what a row says is a day of that clock, too. */
function authoredIn({ start, end }: Period, timeZone: string): readonly Clause[] {
  const dayAfter = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10)
  const [from, until] = [start, dayAfter].map((day) => startOf(day, timeZone).replace('Z', '000Z'))
  const asked = (prefix: 'ge' | 'lt', at = '') => ({
    on: 'date' as const,
    key: 'Task.authored-on',
    any: [{ prefix, low: at, high: at }],
  })
  return [asked('ge', from), asked('lt', until)]
}

/** In order. */
function periodOf(query: URLSearchParams, today: string): Period {
  const faults: Fault[] = []
  const day = (name: string, otherwise: string): string => {
    const text = query.get(name) ?? otherwise
    if (!/^\d{4}-\d\d-\d\d$/.test(text) || !instantRange(text))
      faults.push({ id: 'parameter', text: `${name} is a day, CCYY-MM-DD`, location: name })
    return text
  }
  const [start, end] = [day('start', quarterOf(today)), day('end', today)]
  if (faults.length === 0 && start > end) faults.push({ id: 'parameter', text: 'start is not after end', location: 'start' })
  for (const name of query.keys())
    if (name !== 'start' && name !== 'end') faults.push({ id: 'parameter', text: 'unknown parameter', location: name })
  if (faults.length > 0) throw new Refusal('invalid', faults)
  return { start, end }
}

/** The first day of the quarter that the day is in. */
function quarterOf(day: string): string {
  const month = Number(day.slice(5, 7))
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}

/** A person who is no longer visible to the caller gives no row: figures are no way around the access rule. */
async function eventsOf(ask: Ask, house: House, task: unknown): Promise<readonly ClientLevelEvent[]> {
  const [subject] = referencesAt(task, 'for')
  const person = subject ? await demographicsFor(ask.access, subject, house) : undefined
  if (!subject || !person) return []
  if (!house.isSandbox && isTestPerson(person)) return []
  const plans = await all(ask, house, 'CarePlan', [{ on: 'reference', key: 'CarePlan.subject', any: [subject] }])
  const services = plans.map((plan): unknown => JSON.parse(plan.text)).filter(isService)
  return [
    { kind: 'request', patient: person, task },
    ...services.map((plan) => ({ kind: 'service' as const, patient: person, plan })),
  ]
}

/** A plan that says which service of the return it is; others are care, but no council service that these data support. */
const isService = (plan: unknown): boolean => at(plan, 'category.coding.system').includes(codeSystem('cld-service-type'))

/** LA_Code is the council's CASSR code, which ODS carries as its organisation code. */
function laCodeOf(organization: string, { registry }: House): string {
  return registry.organization(organization)?.identifiers.find(({ system }) => system === odsOrganization)?.value ?? ''
}

async function all({ access }: Ask, { store }: House, type: string, where: readonly Clause[]): Promise<readonly Version[]> {
  const page = await store.search(access, {
    type,
    where,
    order: [{ by: 'updated', descending: false }],
    count: most,
    total: false,
  })
  if (page.next)
    throw new Refusal('unprocessable', {
      id: 'period-too-long',
      text: `more than ${most} rows; ask for a shorter period`,
      location: 'end',
      code: 'too-costly',
    })
  return page.versions
}
