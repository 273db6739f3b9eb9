// What a request that comes again hears of what it wrote: the first answer, with as much of it as a reading would give now.

import { accessOf } from '../auth/access.ts'
import { permits } from '../auth/scopes.ts'
import { at, isRecord, textAt } from '../fhir/resource.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { appliedHeader } from '../fhir/preference.ts'
import type { StoredAnswer } from '../store/store.ts'
import { withEntries, type ResponseEntry } from './bundle-response.ts'
import type { Incoming, IntakeHouse } from './receive.ts'

type ReadingHouse = Pick<IntakeHouse, 'store' | 'now'>

/** Of one write: status and headers, and the body where the caller reads that version now; else it is as for return=minimal. */
export async function heardAgain(answer: StoredAnswer, from: Incoming, house: ReadingHouse): Promise<StoredAnswer> {
  const location = answer.headers['location']
  if (answer.body === '' || location === undefined || (await isReadable(location, from, house))) return answer
  const { 'content-type': _, [appliedHeader]: __, ...headers } = answer.headers
  return { ...answer, headers, body: '' }
}

/** Of a batch or a transaction: the same of each entry. What it read is not looked at here: it is read anew. */
export async function entriesHeardAgain(answer: StoredAnswer, from: Incoming, house: ReadingHouse): Promise<StoredAnswer> {
  const entries = at(parseKeeping(answer.body), 'entry').filter(isRecord)
  const bare = new Map<number, ResponseEntry>()
  for (const [i, entry] of entries.entries()) {
    const location = textAt(entry, 'response.location')
    if (!isTelling(entry) || (location !== undefined && (await isReadable(location, from, house)))) continue
    bare.set(i, bareOf(entry))
  }
  const told = withEntries(answer, bare)
  if (bare.size === 0 || entries.some((entry, i) => isTelling(bare.get(i) ?? entry))) return told
  const { [appliedHeader]: _, ...headers } = told.headers
  return { ...told, headers }
}

/** Why an entry was refused, or that a deletion was done, tells of no version. */
const isTelling = (entry: ResponseEntry): boolean =>
  entry['resource'] !== undefined ||
  (textAt(entry, 'response.location') !== undefined && at(entry, 'response.outcome').length > 0)

function bareOf({ resource: _, response, ...entry }: ResponseEntry): ResponseEntry {
  const { outcome: __, ...how } = isRecord(response) ? response : {}
  return { ...entry, response: how }
}

async function isReadable(location: string, { caller }: Incoming, { store, now }: ReadingHouse): Promise<boolean> {
  const [, type = '', id = '', version] = /([A-Z][A-Za-z]*)\/([A-Za-z0-9.-]{1,64})\/_history\/(\d+)$/.exec(location) ?? []
  if (version === undefined || !permits(caller.scopes, type, 'r')) return false
  return (await store.vread(accessOf(caller, now()), type, id, Number(version))) !== undefined
}
