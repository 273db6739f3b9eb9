// The simulator's resources in memory: read, searched by page, and updated by version.

import { randomBytes } from 'node:crypto'
import { at, textAt, textsAt } from '../json.ts'
import { behaviourOfId, everything, type Resource } from './people.ts'
import { limits } from './options.ts'
import { sentinels, type Behaviour } from './sentinels.ts'

export interface Kept {
  readonly resource: Resource
  readonly version: number
}

export interface Page {
  readonly bundle: Readonly<Record<string, unknown>>
  readonly next?: string
}

export interface Records {
  read(type: string, id: string): Kept | undefined
  /** Whose resource it is. */
  write(resource: Resource): Kept
  /** What a search finds, or the parameter that is not known. */
  search(type: string, parameters: URLSearchParams): { readonly found: readonly Kept[]; readonly about?: Behaviour } | string
  page(
    found: readonly Kept[],
    self: string,
    shape: { readonly size: number; readonly host?: string; readonly total?: number },
  ): Page
  /** undefined: there is no such page (any more). */
  pageAt(cursor: string, self: string): Page | undefined
  clear(): void
}

export const searchable = ['Task', 'CarePlan', 'ServiceRequest', 'Patient', 'Organization'] as const

export const cursorParameter = '_cursor'

export function openRecords(base: string): Records {
  let kept = new Map<string, Kept>()
  const cursors = new Map<string, { found: readonly Kept[]; size: number; total: number }>()
  function clear(): void {
    kept = new Map(everything(new Date().toISOString()).map((one) => [nameOf(one), keptOf(one, 1)]))
    cursors.clear()
  }
  function page(
    found: readonly Kept[],
    self: string,
    { size, host = base, total = found.length }: Parameters<Records['page']>[2],
  ): Page {
    const rest = found.slice(size)
    const next =
      rest.length > 0 ? `${host}/${rest[0]?.resource.resourceType}?${cursorParameter}=${cursorTo(rest, size, total)}` : undefined
    const link = [{ relation: 'self', url: self }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])]
    const entry = found.slice(0, size).map(({ resource }) => ({
      fullUrl: `${base}/${nameOf(resource)}`,
      resource,
      search: { mode: 'match' },
    }))
    return { bundle: { resourceType: 'Bundle', type: 'searchset', total, link, entry }, ...(next !== undefined && { next }) }
  }
  function cursorTo(found: readonly Kept[], size: number, total: number): string {
    const cursor = randomBytes(18).toString('base64url')
    if (cursors.size > 1_000) cursors.clear()
    cursors.set(cursor, { found, size, total })
    return cursor
  }
  clear()
  return {
    read: (type, id) => kept.get(`${type}/${id}`),
    write(resource) {
      const made = keptOf(resource, (kept.get(nameOf(resource))?.version ?? 0) + 1)
      kept.set(nameOf(resource), made)
      return made
    },
    search: (type, parameters) => search([...kept.values()], type, parameters),
    page,
    pageAt(cursor, self) {
      const found = cursors.get(cursor)
      return found && page(found.found, self, found)
    },
    clear,
  }
}

const nameOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`

const keptOf = (resource: Resource, version: number): Kept => ({
  resource: { ...resource, meta: { versionId: String(version), lastUpdated: new Date().toISOString() } },
  version,
})

type Test = (resource: Resource, value: string) => boolean

const refers =
  (...paths: readonly string[]): Test =>
  (resource, value) =>
    paths.some((path) => textsAt(resource, `${path}.reference`).some((one) => one === value || one.endsWith(`/${value}`)))
const says =
  (path: string): Test =>
  (resource, value) =>
    value.split(',').some((one) => textsAt(resource, path).includes(one.split('|').at(-1) ?? ''))
const always: Test = () => true

/** By NHS number, with or without its system. */
const isAbout: Test = (resource, value) => {
  const behaviour = behaviourOfId(resource.id)
  return behaviour !== undefined && sentinels[behaviour].nhsNumber === value.split('|').at(-1)
}

const tests: Readonly<Record<string, Test>> = {
  _id: says('id'),
  _lastUpdated: always,
  _sort: always,
  _count: always,
  _format: always,
  identifier: (resource, value) => at(resource, 'identifier').some((one) => textAt(one, 'value') === value.split('|').at(-1)),
  status: says('status'),
  code: says('code.coding.code'),
  owner: refers('owner'),
  requester: refers('requester'),
  performer: refers('performer'),
  focus: refers('focus'),
  subject: refers('subject', 'for'),
  patient: refers('subject', 'for'),
  'patient.identifier': isAbout,
  'subject:Patient.identifier': isAbout,
}

function search(all: readonly Kept[], type: string, parameters: URLSearchParams): ReturnType<Records['search']> {
  for (const name of parameters.keys()) if (!Object.hasOwn(tests, name)) return name
  const found = all.filter(
    ({ resource }) =>
      resource.resourceType === type &&
      !isGone(resource) &&
      [...parameters].every(([name, value]) => tests[name]?.(resource, value) ?? false),
  )
  const people = [...new Set(found.map(({ resource }) => behaviourOfId(resource.id)))]
  const [about] = people
  return { found, ...(people.length === 1 && about !== undefined && { about }) }
}

/** Deleted: found by nobody, and still referred to. */
export const isGone = ({ resourceType, id }: Resource): boolean => resourceType === 'CarePlan' && behaviourOfId(id) === 'gone'

/** How many to a page: what is asked for, up to the limit. */
export function pageSize(parameters: URLSearchParams, about: Behaviour | undefined): number {
  if (about === 'paged' || about === 'elsewhere') return 2
  const asked = Number(parameters.get('_count') ?? limits.page)
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, limits.page) : limits.page
}
