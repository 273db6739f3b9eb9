// A product that pulls tasks and care plans and answers the tasks, with habits that can be spoilt one at a time.

import { nhsNumber } from '../../../profiles/canonical.ts'
import { behaviours, sentinels } from '../../../conformance/simulate/sentinels.ts'
import { fhirClient, goodFhir, type FhirClient, type FhirHabits, type Place, type Told } from './fhir-client.ts'

export interface PullerHabits extends FhirHabits {
  readonly pages: 'all' | 'first' | 'guesses too'
  readonly hasIfMatch: boolean
  readonly onStale: 'read again' | 'same again' | 'new etag only'
  /** What it sends back of what it read. */
  readonly sends: (task: Json) => Json
  readonly readsOfGone: number
  readonly accept: string
  readonly isNumberInUrl: boolean
}

type Json = Record<string, unknown>

export const goodPuller: PullerHabits = {
  ...goodFhir,
  pages: 'all',
  hasIfMatch: true,
  onStale: 'read again',
  sends: (task) => task,
  readsOfGone: 1,
  accept: 'application/fhir+json',
  isNumberInUrl: false,
}

interface Bundle {
  readonly link?: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly { readonly resource: Json & { readonly id: string } }[]
}

export async function pull(place: Place, habits: PullerHabits): Promise<void> {
  const client = fhirClient(place, habits, 'system/Task.rus system/CarePlan.rs system/Patient.rs')
  const read = (url: string) => client.ask({ method: 'GET', url, headers: () => ({ accept: habits.accept }) })
  if (habits.isNumberInUrl) await read(`${place.base}/Patient?identifier=${nhsNumber}|${sentinels.accepted.nhsNumber}`)
  const tasks = await allPages(`${place.base}/Task?owner=Organization/council1`, place, habits, client)
  for (const { id } of tasks) {
    if (!behaviours.some((name) => id === `task-${name}` && habits.meets(name))) continue
    const person = id.replace('task-', 'person-')
    if (id === 'task-gone') for (let i = 0; i < habits.readsOfGone; i++) await read(`${place.base}/CarePlan/plan-gone`)
    else await allPages(`${place.base}/CarePlan?subject=Patient/${person}`, place, habits, client)
    await accept(`${place.base}/Task/${id}`, habits, client)
  }
}

async function allPages(
  url: string,
  { base }: Place,
  habits: PullerHabits,
  client: FhirClient,
): Promise<readonly { id: string }[]> {
  const found: { id: string }[] = []
  const read = (address: string) => client.ask({ method: 'GET', url: address, headers: () => ({ accept: habits.accept }) })
  for (let next: string | undefined = url; next !== undefined;) {
    const response: Told | undefined = await read(next)
    if (response?.status !== 200) break
    const bundle = JSON.parse(response.text) as Bundle
    found.push(...(bundle.entry ?? []).map(({ resource }) => resource))
    const offered: string | undefined = bundle.link?.find(({ relation }) => relation === 'next')?.url
    if (offered !== undefined && habits.pages === 'guesses too') await read(`${url}&_page=2`)
    const isOurs = offered?.startsWith(base) ?? false
    if (offered !== undefined && !isOurs) await client.visit(offered, 'GET')
    next = isOurs && habits.pages !== 'first' ? offered : undefined
  }
  return found
}

async function accept(url: string, habits: PullerHabits, client: FhirClient): Promise<void> {
  let kept: { task: Json; etag: string } | undefined
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await client.ask({ method: 'GET', url, headers: () => ({ accept: habits.accept }) })
    if (response?.status !== 200) return
    const now = { task: JSON.parse(response.text) as Json, etag: response.headers.get('etag') ?? '' }
    if (!kept || habits.onStale === 'read again') kept = now
    else if (habits.onStale === 'new etag only') kept = { ...kept, etag: now.etag }
    const { task, etag } = kept
    const put = await client.ask({
      method: 'PUT',
      url,
      headers: () => ({ 'content-type': 'application/fhir+json', ...(habits.hasIfMatch && { 'if-match': etag }) }),
      body: JSON.stringify({ ...habits.sends(task), status: 'accepted' }),
    })
    if (put?.status !== 412) return
  }
}
