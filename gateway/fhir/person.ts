// Person: which sources' Patients are one person, told to each caller as far as it sees those Patients. https://hl7.org/fhir/R4/person.html

import type { Answer, Ask, House } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import type { Access, Clause, Cursor, Order, Page, Query, Version } from '../store/store.ts'
import { meets } from './clause-test.ts'
import { keyOf, parsed, readNamed, referencesIn } from './gather.ts'
import { read } from './read.ts'
import { at, isRecord } from './resource.ts'
import { search } from './search.ts'

/** 404 where none of its Patients is visible, as where there is no such Person. */
export async function readPerson(ask: Ask, house: House): Promise<Answer> {
  // Who sees other Patients sees another Person under the same id: it is no version of anything (CapabilityStatement: no-version), and
  // whoever guesses at the stored one is not told when it is right: it counts the joins that are hidden. By time nothing is known
  // either: a link that goes makes a Person look older.
  const asked = new Headers(ask.headers)
  asked.delete('if-none-match')
  asked.delete('if-modified-since')
  const answer = await read({ ...ask, headers: asked }, ofTheirs(house))
  const { etag: _, ...headers } = answer.headers ?? {}
  return { ...answer, headers }
}

export async function searchPersons(ask: Ask, house: House): Promise<Answer> {
  return search(ask, ofTheirs(house))
}

/**
 * The house with Persons in place of the reads of its store. Joining never widens what a party sees, and must not be seen itself by
 * whoever does not see what is joined: so a Person shows the links to visible Patients alone, is as old as the youngest of them, and
 * has no version, no history and no order by time.
 */
function ofTheirs(house: House): House {
  const { store } = house
  const shown = (version: Version, access: Access) => asSeen(version, access, house)
  return {
    ...house,
    store: {
      ...store,
      read: async (access, type, id) => {
        const version = await store.read(withPeople(access), type, id)
        return version && !version.deleted ? shown(version, access) : undefined
      },
      search: (access, query) =>
        pageOf(openly(query), async (asked) => {
          const page = await store.search(withPeople(access), asked)
          return { ...page, versions: await Promise.all(page.versions.map((version) => shown(version, access))) }
        }),
      include: async () => [],
    },
  }
}

const withPeople = (access: Access): Access => (access.as === 'gateway' ? access : { ...access, people: true })

async function asSeen(version: Version, access: Access, { store, base }: House): Promise<Version> {
  const stored = parsed(version)
  const links = at(stored, 'link')
  const targetOf = (link: unknown) => referencesIn(at(link, 'target'), 'Person.link.target', base)
  const patients = await readNamed(store, access, links.flatMap(targetOf))
  const seen = links.filter((link) => targetOf(link).some((named) => patients.has(keyOf(named))))
  const latest =
    [...patients.values()]
      .map((patient) => patient.at)
      .toSorted()
      .at(-1) ?? version.at
  const { meta: _, link: __, ...rest } = isRecord(stored) ? stored : {}
  const { resourceType, id, ...more } = rest
  const text = JSON.stringify({ resourceType, id, meta: { lastUpdated: latest }, ...more, link: seen })
  return { ...version, at: latest, text }
}

/**
 * When a Person changed is known of what is shown alone: the store finds by the other conditions. A page may then be short, and its link
 * goes on from where it stopped.
 */
async function pageOf(query: Query, find: (query: Query) => Promise<Page>): Promise<Page> {
  const times = query.where.filter(({ on }) => on === 'updated')
  if (times.length === 0) return find(query)
  const isMet = ({ type, id, at: when }: Version) => meets({ type, id, at: when, index: [] }, times, [])
  const rest = { ...query, where: query.where.filter(({ on }) => on !== 'updated'), total: false }
  const page = await find(rest)
  const met = { ...page, versions: page.versions.filter(isMet) }
  if (!query.total) return met
  let total = 0
  let scanned = 0
  for (let after: Cursor | undefined; scanned < mostScanned;) {
    const { versions, next } = await find({ ...rest, count: batch, ...(after && { after }) })
    total += versions.filter(isMet).length
    scanned += versions.length
    if (!next) return { ...met, total }
    after = next
  }
  return met
}

const batch = 200
/** Persons that one total looks at; R4 lets a server leave it out. */
const mostScanned = 5_000

/**
 * The conditions as they hold of what is shown; an order by when a Person changed would tell of joins that are not, and one by when
 * it was made since when somebody else knows the person: what is equal otherwise is ordered by the id, which is no time.
 */
function openly({ where, order, ...query }: Query): Query {
  const isHidden = ({ by }: Order) => by === 'updated' || (typeof by === 'object' && linking.includes(by.key))
  if (order.some(isHidden)) throw unsorted()
  return { ...query, order: [...order, { by: 'id', descending: false }], where: where.map(ofSeen) }
}

function ofSeen(clause: Clause): Clause {
  if (clause.on === 'any' || clause.on === 'all') return { ...clause, of: clause.of.map(ofSeen) }
  if (clause.on !== 'reference' || !linking.includes(clause.key)) return clause
  const ids = clause.any.flatMap((reference) => (reference.startsWith(patient) ? [reference.slice(patient.length)] : []))
  // Through the Patient itself, which must be visible then.
  return { on: 'chain', key: clause.key, type: 'Patient', where: [{ on: 'id', any: ids }] }
}

const patient = 'Patient/'
const linking: readonly string[] = ['Person.link', 'Person.patient']

function unsorted(): Refusal {
  const text = 'A Person is not sorted by what its other Patients decide: _lastUpdated, link, patient.'
  return new Refusal('invalid', { id: 'control-invalid', text, expression: 'http._sort' })
}
