// What in a clients file points at something else, or must be there once: checked on the raw file, whatever else is wrong.

import type { Fault } from '../refusal.ts'
import type { RegistryData } from './clients-file.ts'

/** Every reference to an organisation that neither the file nor the registry holds, and everything that is there twice. */
export function referenceFaults(json: unknown, kept: RegistryData): readonly Fault[] {
  const organizations = list(json, 'organizations', '')
  const agreements = list(json, 'agreements', '')
  const clients = list(json, 'clients', '')
  const known = new Set([...kept.organizations.map(({ id }) => id), ...organizations.flatMap(({ item }) => texts(item, 'id'))])
  return [
    ...missing(organizations, 'host', known),
    ...organizations.flatMap(({ item, at }) => missing(strings(item, 'members', at), '', known)),
    ...missing(agreements, 'from', known),
    ...missing(agreements, 'to', known),
    ...missing(clients, 'organization', known),
    ...hostCircles(organizations, kept),
    ...twice(organizations.map(({ item, at }) => [text(item, 'id'), `${at}.id`])),
    ...twice(clients.map(({ item, at }) => [text(item, 'client_id'), `${at}.client_id`])),
    ...twice(agreements.map(({ item, at }) => [joined(item, 'from', 'to'), at])),
    ...twice([...keptIdentifiers(organizations, kept), ...organizations.flatMap(identifiersOf)]),
    ...clients.flatMap(({ item, at }) => twice(keysOf(item, at))),
    ...twice([...keptSenders(clients, kept), ...clients.flatMap(({ item, at }) => sendersOf(item, at))]),
  ]
}

/** Something in the file, and where. */
interface Placed {
  readonly item: unknown
  readonly at: string
}

function missing(items: readonly Placed[], name: string, known: ReadonlySet<string>): readonly Fault[] {
  return items.flatMap(({ item, at }) => {
    const id = name ? text(item, name) : item
    if (typeof id !== 'string' || known.has(id)) return []
    return [fault('clients-file-unknown-organization', 'no organisation of this id is known', name ? `${at}.${name}` : at)]
  })
}

/** An organisation that is its own host, at whatever distance. */
function hostCircles(organizations: readonly Placed[], kept: RegistryData): readonly Fault[] {
  const hosts = new Map<string | undefined, string | undefined>(kept.organizations.map(({ id, host }) => [id, host]))
  for (const { item } of organizations) hosts.set(text(item, 'id'), text(item, 'host'))
  return organizations.flatMap(({ item, at }) => {
    const passed = new Set<string>()
    let host = text(item, 'host')
    while (host !== undefined && !passed.has(host)) {
      passed.add(host)
      host = hosts.get(host)
    }
    const own = text(item, 'id')
    return own !== undefined && passed.has(own)
      ? [fault('clients-file-host-circle', 'an organisation cannot be its own host', `${at}.host`)]
      : []
  })
}

/** All but the first of those with one key. A place '' is in the registry already, and nobody's fault. */
function twice(entries: readonly (readonly [key: string | undefined, at: string])[]): readonly Fault[] {
  const seen = new Set<string>()
  return entries.flatMap(([key, at]) => {
    if (key === undefined) return []
    if (seen.has(key) && at) return [fault('clients-file-duplicate', 'this is there already', at)]
    seen.add(key)
    return []
  })
}

type Keyed = readonly [key: string | undefined, at: string]

const identifiersOf = ({ item, at }: Placed): readonly Keyed[] =>
  list(item, 'identifiers', at).map((identifier) => [joined(identifier.item, 'system', 'value'), identifier.at])

/** Those of organisations that the file does not replace. */
function keptIdentifiers(organizations: readonly Placed[], kept: RegistryData): readonly Keyed[] {
  const replaced = new Set(organizations.map(({ item }) => text(item, 'id')))
  return kept.organizations
    .filter(({ id }) => !replaced.has(id))
    .flatMap((item) => identifiersOf({ item, at: '' }).map(([key]): Keyed => [key, '']))
}

const keysOf = (client: unknown, at: string): readonly Keyed[] =>
  list(property(client, 'jwks'), 'keys', `${at}.jwks`).map((key) => [joined(key.item, 'kid', 'kty'), key.at])

function keptSenders(clients: readonly Placed[], kept: RegistryData): readonly Keyed[] {
  const replaced = new Set(clients.map(({ item }) => text(item, 'client_id')))
  return kept.clients
    .filter(({ client_id }) => !replaced.has(client_id))
    .flatMap((item) => sendersOf(item, '').map(([key]): Keyed => [key, '']))
}

/** One entry per address or certificate that a sender is known by: two clients known by the same could not be told apart. */
function sendersOf(client: unknown, at: string): readonly Keyed[] {
  return list(client, 'hl7v2', at).flatMap((sender) => {
    const name = joined(sender.item, 'sendingApplication', 'sendingFacility')
    const marks = [...texts(sender.item, 'addresses'), ...texts(sender.item, 'certificateSha256').map(plainHex)]
    return marks.map((mark): Keyed => [name && JSON.stringify([name, mark]), at && sender.at])
  })
}

const plainHex = (fingerprint: string): string => fingerprint.replaceAll(':', '').toLowerCase()

const fault = (id: string, words: string, location: string): Fault => ({ id, text: words, location })

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}

function text(value: unknown, name: string): string | undefined {
  const found = property(value, name)
  return typeof found === 'string' ? found : undefined
}

/** Several members as one key; undefined unless all of them are text. */
function joined(value: unknown, ...names: readonly string[]): string | undefined {
  const parts = names.map((name) => text(value, name))
  return parts.includes(undefined) ? undefined : JSON.stringify(parts)
}

/** The strings that a member holds, be it one or a list. */
function texts(value: unknown, name: string): readonly string[] {
  const found: unknown = property(value, name)
  return (Array.isArray(found) ? found : [found]).filter((item): item is string => typeof item === 'string')
}

const strings = (value: unknown, name: string, at: string): readonly Placed[] =>
  list(value, name, at).filter(({ item }) => typeof item === 'string')

function list(value: unknown, name: string, at: string): readonly Placed[] {
  const found: unknown = property(value, name)
  if (!Array.isArray(found)) return []
  return found.map((item: unknown, index) => ({ item, at: `${at && `${at}.`}${name}[${index}]` }))
}
