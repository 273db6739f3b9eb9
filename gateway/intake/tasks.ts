// The tasks of a journey, as they stand and as the plan in the making leaves them.

import type { Clause } from '../store/store.ts'
import { referencesAt } from '../fhir/resource.ts'
import type { Planning, Stored } from './planning.ts'

/** More tasks than any referral has; a journey beyond it is refused rather than half withdrawn. */
const most = 500

/** Every task whose focus or basis is the journey's referral. */
export async function tasksOf(planning: Planning, journey: string): Promise<readonly Stored[]> {
  const episode = await planning.load(`EpisodeOfCare/${journey}`)
  const referrals = episode ? referencesAt(episode.resource, 'referralRequest') : []
  const found = new Set<string>()
  for (const key of ['Task.focus', 'Task.based-on']) {
    for (const reference of await taskReferences(planning, { on: 'reference', key, any: referrals })) found.add(reference)
  }
  for (const reference of planning.written()) {
    const resource = planning.resource(reference)
    if (resource?.resourceType !== 'Task') continue
    const bases = [...referencesAt(resource, 'focus'), ...referencesAt(resource, 'basedOn')]
    if (bases.some((base) => referrals.includes(base))) found.add(reference)
  }
  const tasks = await Promise.all([...found].map((reference) => planning.load(reference)))
  return tasks.filter((task): task is Stored => task !== undefined)
}

async function taskReferences({ store }: Planning, clause: Clause): Promise<readonly string[]> {
  const page = await store.search(
    { as: 'gateway', why: 'the tasks of a journey' },
    { type: 'Task', where: [clause], order: [{ by: 'updated', descending: false }], count: most, total: false },
  )
  if (page.next) throw new Error(`more than ${most} tasks for one referral`)
  return page.versions.map(({ id }) => `Task/${id}`)
}
