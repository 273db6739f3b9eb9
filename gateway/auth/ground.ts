// Why an organisation might see a resource at the time when it did: the access rule, told in words after the fact.

import type { Instant, PartyRow, Standing, Store } from '../store/store.ts'
import type { Kind, Role } from '../types.ts'
import { sees } from './access.ts'

type GroundStore = Pick<Store, 'standing' | 'journeysOf' | 'parties'>

export interface Ground {
  /** `unknown`: none that is known today; somebody should ask. */
  readonly why: 'gateway' | 'author' | 'addressed' | 'directory' | 'party' | 'break-glass' | 'unknown'
  /** Of a party: in which journey, as what, by what and since when. */
  readonly journey?: string
  readonly role?: Role
  readonly source?: string
  readonly since?: Instant
  readonly until?: Instant
  /** The resource, or its journey, is kept from the organisation today. */
  readonly isWithheldNow?: true
}

export type Grounds = (resource: string, organization: string, at: Instant) => Promise<readonly Ground[]>

/**
 * The table of access is the one of today. Who wrote what, to whom it is addressed and which kind of data it is has no
 * history: for these today's answer stands. Parties have one, and are looked at as of then.
 */
export function groundsIn(store: GroundStore): Grounds {
  const standing = once((name) => store.standing(...pairOf(name)))
  const journeysOf = once(store.journeysOf)
  const parties = once(store.parties)
  return async (resource, organization, at) => {
    if (organization === 'gateway') return [{ why: 'gateway' }]
    const known = await standing(`${resource} ${organization}`)
    if (!known) return [{ why: 'unknown' }]
    const rows = (await Promise.all((await journeysOf(resource)).map(parties))).flat()
    const grounds = [
      ...simpleGrounds(known),
      ...rows.filter((row) => row.organization === organization && counted(row, at, sees[row.role], known.kind)).map(ofParty),
    ]
    const withheld = known.isWithheld ? { isWithheldNow: true as const } : {}
    return grounds.length > 0 ? grounds.map((ground) => ({ ...ground, ...withheld })) : [{ why: 'unknown', ...withheld }]
  }
}

function simpleGrounds({ kind, isAuthor, isAddressed }: Standing): readonly Ground[] {
  return [
    ...(isAuthor ? [{ why: 'author' } as const] : []),
    ...(isAddressed ? [{ why: 'addressed' } as const] : []),
    ...(kind === 'directory' ? [{ why: 'directory' } as const] : []),
  ]
}

const counted = ({ since, until }: PartyRow, at: Instant, seen: readonly Kind[], kind: Kind): boolean =>
  since <= at && (until === undefined || until > at) && seen.includes(kind)

function ofParty({ journey, role, source, since, until }: PartyRow): Ground {
  const why = source.startsWith('break-glass/') ? 'break-glass' : 'party'
  return { why, journey: `EpisodeOfCare/${journey}`, role, source, since, ...(until !== undefined && { until }) }
}

const pairOf = (name: string): [resource: string, organization: string] => {
  const [resource = '', organization = ''] = name.split(' ')
  return [resource, organization]
}

/** A person's record is looked at by few, again and again: what was asked of the store is kept, up to so many answers. */
const mostKept = 20_000

function once<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (name) => {
    const known = answers.get(name)
    if (known) return known
    if (answers.size >= mostKept) answers.clear()
    const answer = ask(name)
    answers.set(name, answer)
    return answer
  }
}
