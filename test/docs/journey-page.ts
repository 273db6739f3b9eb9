// docs/journey.md: each example that it tells, printed from profiles/built with its profile, its three times and who sees it.

import { readdirSync, readFileSync } from 'node:fs'
import { sees } from '../../gateway/auth/access.ts'
import { isKnownType, kindOf, roles } from '../../gateway/types.ts'

type Json = Readonly<Record<string, unknown>>

const folder = new URL('../../profiles/built/examples/', import.meta.url)

/** `Type/id` of every example that is published. */
export function exampleNames(): readonly string[] {
  return readdirSync(folder)
    .map((file) => file.replace('.json', '').replace('-', '/'))
    .toSorted()
}

/** The names that the page tells, in its order. */
export function toldIn(page: string): readonly string[] {
  return [...page.matchAll(opening)].map(([, name = '']) => name)
}

/** The page with every example as it is published now, cut to the paths that stand beside its name. */
export function withExamples(page: string): string {
  return page.replaceAll(block, (_, name: string, paths: string) => {
    return `<!-- example: ${name}${paths} -->\n${printed(name, paths.trim().split(/\s+/))}\n<!-- /example -->`
  })
}

const opening = /<!-- example: (\S+)/g
const block = /<!-- example: (\S+)([^>]*?) -->[\s\S]*?<!-- \/example -->/g

function printed(name: string, paths: readonly string[]): string {
  const resource = exampleNamed(name)
  const cut = {
    resourceType: resource['resourceType'],
    id: resource['id'],
    ...(cutTo(
      resource,
      paths.filter((path) => path !== ''),
    ) as Json),
  }
  return `${profileOf(resource)}. ${timesOf(resource)} ${seenBy(resource)}\n\n\`\`\`json\n${brief(cut, '')}\n\`\`\``
}

/** JSON in which what fits in a line stands in one. */
function brief(value: unknown, indent: string): string {
  const line = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ')
  if (line.length + indent.length <= 110 || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + brief(one, inner)).join(',\n')}\n${indent}]`
  const members = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${brief(one, inner)}`)
  return `{\n${members.join(',\n')}\n${indent}}`
}

function exampleNamed(name: string): Json {
  return JSON.parse(readFileSync(new URL(`${name.replace('/', '-')}.json`, folder), 'utf8')) as Json
}

function profileOf(resource: Json): string {
  const [url] = textsAt(resource, 'meta.profile')
  const id = url?.slice(url.lastIndexOf('/') + 1)
  return id === undefined
    ? `**${String(resource['resourceType'])}**, plain R4`
    : `**[${id}](profiles/StructureDefinition-${id}.md)**`
}

/** Where each type says when it happened, most exact first. */
const happened = [
  'effectiveDateTime',
  'effectivePeriod.start',
  'performedDateTime',
  'occurrenceDateTime',
  'period.start',
  'sent',
  'authoredOn',
  'authored',
  'startDate',
  'date',
  'onsetDateTime',
]

function timesOf(resource: Json): string {
  const [first] = happened.flatMap((path) => textsAt(resource, path))
  const recorded =
    recordedBySource(resource) ??
    ['issued', 'authoredOn', 'recordedDate', 'created', 'timestamp', 'date'].flatMap((path) => textsAt(resource, path))[0]
  const said = [first && `Happened: ${first}.`, recorded && `Recorded by the source: ${recorded}.`].filter(
    (one) => one !== undefined,
  )
  return [...said, 'Received: `meta.lastUpdated`, which the gateway sets.'].join(' ')
}

function recordedBySource({ meta }: Json): string | undefined {
  const extensions = isJson(meta) && Array.isArray(meta['extension']) ? (meta['extension'] as unknown[]) : []
  const found = extensions.find((one) => isJson(one) && String(one['url']).endsWith('/source-recorded'))
  return isJson(found) ? String(found['valueInstant']) : undefined
}

function seenBy(resource: Json): string {
  const resourceType = String(resource['resourceType'])
  if (!isKnownType(resourceType)) return 'The gateway carries it within messages and documents.'
  const kind = kindOf({ ...resource, resourceType })
  const readers = roles.filter((role) => sees[role].includes(kind))
  const withheld = withheldFrom(resource)
  const beaten = withheld.length > 0 ? ` Withheld from ${withheld.join(', ')}, which beats being a party.` : ''
  return `Kind: ${kind}; seen by ${readers.length > 0 ? readers.join(', ') : kind === 'notice' ? 'the organisation that it is addressed to' : 'nobody yet'}.${beaten}`
}

function withheldFrom(resource: Json): readonly string[] {
  const extensions = Array.isArray(resource['extension']) ? (resource['extension'] as unknown[]) : []
  const found = extensions.filter((one) => isJson(one) && String(one['url']).endsWith('/withheld-from'))
  return found.flatMap((one) => textsAt(one as Json, 'valueReference.reference'))
}

/** `name`, `name.inner` and `name[2].inner`: what is asked for, where it stands, and nothing else. */
function cutTo(resource: Json, paths: readonly string[]): unknown {
  const cut: Record<string, unknown> = {}
  for (const path of paths) {
    const value = valueAt(resource, path)
    if (value === undefined) throw new Error(`${String(resource['resourceType'])}/${String(resource['id'])} has no ${path}`)
    put(cut, stepsOf(path), value)
  }
  return closed(cut)
}

/** Lists keep their positions while they are filled. */
function put(owner: Record<string | number, unknown>, [step, ...rest]: readonly (string | number)[], value: unknown): void {
  if (step === undefined) return
  const inner = rest.length === 0 ? value : (owner[step] ?? (typeof rest[0] === 'number' ? [] : {}))
  owner[step] = inner
  if (rest.length > 0) put(inner as Record<string | number, unknown>, rest, value)
}

/** Without the places in lists that nothing was asked of. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(closed)
  return isJson(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)])) : value
}

function valueAt(value: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  )
}

const stepsOf = (path: string): readonly (string | number)[] =>
  path.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : [/^\d+$/.test(step) ? Number(step) : step]))

function textsAt(resource: Json, path: string): readonly string[] {
  const value = valueAt(resource, path)
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one): one is string => typeof one === 'string')
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
