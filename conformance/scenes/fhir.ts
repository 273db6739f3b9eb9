// The steps that most FHIR tests begin with: create something, read it, change it, look for it.

import { holds, status } from '../expect.ts'
import { at, isRecord, textAt } from '../json.ts'
import type { Headers, Session } from '../session.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import { localSystem, type Resource } from './resources.ts'

/** Answers `Type/id`. */
export async function created(session: Session, resource: Resource, headers: Headers = {}): Promise<string> {
  const answer = await session.post(resource.resourceType, resource, headers)
  status(answer, 201, `POST ${resource.resourceType}`)
  return referenceIn(answer, resource.resourceType)
}

/** By Location, which is what a client goes by. */
export function referenceIn({ headers }: Answer, type: string): string {
  const location = headers['location'] ?? ''
  const [, reference] = new RegExp(`(${type}/[A-Za-z0-9.-]{1,64})(/_history/|$)`).exec(location) ?? []
  holds(
    reference !== undefined,
    'where it was created',
    `Location with ${type}/[id]/_history/[version]`,
    location || 'no Location',
  )
  return reference
}

export async function readOf(session: Session, reference: string): Promise<Resource> {
  const answer = await session.get(reference)
  status(answer, 200, `GET ${reference}`)
  const { json } = answer
  const [type, id] = reference.split('/')
  holds(isRecord(json) && json['resourceType'] === type && json['id'] === id, `GET ${reference}`, reference, json)
  return json as unknown as Resource
}

/** 404, whatever the reason. */
export async function hidden(session: Session, reference: string, what: string): Promise<void> {
  status(await session.get(reference), 404, what)
}

/** Reads, edits, and puts it back on the version that was read. */
export async function put(session: Session, reference: string, edit: (resource: Resource) => Resource): Promise<Answer> {
  const answer = await session.get(reference)
  status(answer, 200, `GET ${reference}`)
  return session.put(reference, edit(answer.json as Resource), { 'if-match': answer.headers['etag'] ?? '' })
}

export async function changed(session: Session, reference: string, edit: (resource: Resource) => Resource): Promise<Resource> {
  const answer = await put(session, reference, edit)
  status(answer, 200, `PUT ${reference}`)
  return answer.json as Resource
}

export async function searched(session: Session, query: string, headers: Headers = {}): Promise<Answer> {
  const answer = await session.get(query, headers)
  status(answer, 200, 'a search')
  holds(textAt(answer.json, 'type') === 'searchset', 'a search', 'a Bundle of type searchset', answer.json)
  return answer
}

/** `Type/id` of every match. */
export const matchesIn = ({ json }: Answer): readonly string[] =>
  at(json, 'entry')
    .filter((entry) => textAt(entry, 'search.mode') !== 'outcome' && textAt(entry, 'search.mode') !== 'include')
    .map((entry) => `${textAt(entry, 'resource.resourceType')}/${textAt(entry, 'resource.id')}`)

export const found = async (session: Session, query: string): Promise<readonly string[]> =>
  matchesIn(await searched(session, query))

/** A search for the Patient with the trust’s own number. */
/** What is written from now on has `_lastUpdated` of this instant or later: the target's clock says when that is, not ours. */
export const justBefore = (t: Trial): string => new Date((t.now() - 1) * 1000).toISOString()

export const byLocal = (local: string) => `Patient?identifier=${localSystem}|${local}`
