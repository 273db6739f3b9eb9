// Links in a Bundle: what an entry names by its fullUrl, or by a condition, becomes the resource that it stands for.
// https://hl7.org/fhir/R4/http.html#trules

import { xmlType } from '../../profiles/xml/elements.ts'
import { isRecord, isResource, type FhirResource } from '../fhir/resource.ts'
import { relative } from './references.ts'

export interface Links {
  /** fullUrl → `Type/id`, as `addLink` puts it. */
  readonly byUrl: ReadonlyMap<string, string>
  /** Conditional reference → `Type/id`. */
  readonly byCondition: ReadonlyMap<string, string>
  /** FHIR base URL of the gateway. */
  readonly base: string
}

export function addLink(byUrl: Map<string, string>, fullUrl: string, reference: string): void {
  byUrl.set(nameOf(fullUrl), reference)
}

/** A UUID means the same in either case (RFC 9562). */
export const nameOf = (url: string): string => (/^urn:uuid:/i.test(url) ? url.toLowerCase() : url)

/**
 * The resource with its links resolved: references, the addresses of attachments, all elements of type uri, url, oid and uuid
 * (never canonical), and links and images of narratives. `fullUrl` is its own, by which relative references are read.
 */
export function relinked(resource: FhirResource, fullUrl: string | undefined, links: Links): FhirResource {
  const service = fullUrl === undefined ? undefined : /^(https?:\/\/.+)\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.exec(fullUrl)?.[1]
  return walked(resource, { links, service, type: undefined }) as FhirResource
}

interface Walk {
  readonly links: Links
  /** The server of a RESTful fullUrl: a relative reference within means one of its resources. */
  readonly service: string | undefined
  /** Looked up only where a text turns out to be a fullUrl: path of the table of the elements of what holds it. */
  readonly type: (() => string | undefined) | undefined
}

function walked(value: unknown, walk: Walk): unknown {
  if (Array.isArray(value)) return value.map((element) => walked(element, walk))
  if (!isRecord(value)) return value
  const type = isResource(value) ? () => value.resourceType : walk.type
  const changed: Record<string, unknown> = {}
  for (const [name, element] of Object.entries(value)) {
    changed[name] =
      typeof element === 'string'
        ? textIn(name, element, type, walk)
        : walked(element, { ...walk, type: () => elementOf(type, name)?.type })
  }
  return changed
}

const elementOf = (type: Walk['type'], name: string) => {
  const path = type?.()
  return path === undefined ? undefined : xmlType(path)?.elements.get(name)
}

function textIn(name: string, text: string, type: Walk['type'], { links, service }: Walk): string {
  if (name === 'reference') return reference(text, links, service)
  if (name === 'url') return links.byUrl.get(nameOf(text)) ?? relative(text, links.base)
  if (name === 'div') return narrative(text, links)
  const linked = links.byUrl.get(nameOf(text))
  return linked !== undefined && isAddress(elementOf(type, name)?.type) ? linked : text
}

const isAddress = (type: string | undefined): boolean => type !== undefined && ['uri', 'url', 'oid', 'uuid'].includes(type)

function reference(text: string, { byUrl, byCondition, base }: Links, service: string | undefined): string {
  const found = byUrl.get(nameOf(text)) ?? byCondition.get(text) ?? (service && byUrl.get(`${service}/${text}`))
  return found ?? relative(text, base)
}

/** `href` and `src` of an XHTML fragment, in which & is escaped. */
function narrative(div: string, { byUrl }: Links): string {
  if (byUrl.size === 0) return div
  return div.replace(/(\s(?:href|src)\s*=\s*)("[^"<]*"|'[^'<]*')/gi, (whole, attribute: string, quoted: string) => {
    const linked = byUrl.get(nameOf(quoted.slice(1, -1).replaceAll('&amp;', '&')))
    return linked === undefined ? whole : `${attribute}"${linked}"`
  })
}

/** Conditional references (`Patient?identifier=…`), and where each stands. */
export function conditionsIn(value: unknown, path: string): readonly { readonly condition: string; readonly path: string }[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => conditionsIn(element, `${path}[${i}]`))
  if (!isRecord(value)) return []
  const { reference: text } = value
  const here = typeof text === 'string' && isConditional(text) ? [{ condition: text, path: `${path}.reference` }] : []
  return [...here, ...Object.entries(value).flatMap(([name, element]) => conditionsIn(element, `${path}.${name}`))]
}

/** Where a reference names a fullUrl of a Bundle that the Bundle does not have. */
export function unresolvedIn(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => unresolvedIn(element, `${path}[${i}]`))
  if (!isRecord(value)) return []
  const { reference: text } = value
  const here = typeof text === 'string' && /^urn:(uuid|oid):/i.test(text) ? [`${path}.reference`] : []
  return [...here, ...Object.entries(value).flatMap(([name, element]) => unresolvedIn(element, `${path}.${name}`))]
}

export const isConditional = (text: string): boolean => /^[A-Z][A-Za-z]+\?/.test(text)
