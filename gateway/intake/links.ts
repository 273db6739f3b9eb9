// Links in a Bundle: what an entry names by its fullUrl, or by a condition, becomes the resource that it stands for.
// https://hl7.org/fhir/R4/http.html#trules

import { isExactDecimal } from '../../profiles/decimal.ts'
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
  /** Of the fullUrls the greatest length and the first letters, which tell of nearly every text that it is none of them. */
  readonly longest: number
  readonly firsts: ReadonlySet<number>
}

/** `byUrl` and `byCondition` are complete. */
export function linksOf(links: Pick<Links, 'byUrl' | 'byCondition' | 'base'>): Links {
  const urls = [...links.byUrl.keys()]
  const longest = urls.reduce((most, { length }) => Math.max(most, length), 0)
  return { ...links, longest, firsts: new Set(urls.map(firstOf)) }
}

/** In either case. */
const firstOf = (text: string): number => text.charCodeAt(0) | 32

export function addLink(byUrl: Map<string, string>, fullUrl: string, reference: string): void {
  byUrl.set(nameOf(fullUrl), reference)
}

/** A UUID means the same in either case (RFC 9562). */
export const nameOf = (url: string): string => (/^urn:uuid:/i.test(url) ? url.toLowerCase() : url)

/** The server of a RESTful fullUrl: what is relative within its resource means one of that server's (R4 bundle.html#references). */
export const serviceOf = (fullUrl: string | undefined): string | undefined =>
  fullUrl === undefined ? undefined : /^(https?:\/\/.+)\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.exec(fullUrl)?.[1]

/** What stands in the Bundle under the fullUrl that the reference is, or is on the `service` of the resource that it stands in. */
export const standingFor = <T>(reference: string, byUrl: ReadonlyMap<string, T>, service: string | undefined): T | undefined =>
  byUrl.get(nameOf(reference)) ?? (service === undefined ? undefined : byUrl.get(`${service}/${reference}`))

/**
 * The resource with its links resolved: references, the addresses of attachments, all elements of type uri and url (never canonical,
 * and no `url` by which a definition or an extension is known), and links and images of narratives. `fullUrl` is its own, by which
 * relative references are read. What has no link in it is the very object that came in.
 */
export function relinked(resource: FhirResource, fullUrl: string | undefined, links: Links): FhirResource {
  return inObject(resource, { links, service: serviceOf(fullUrl), holders: [], names: [] }) as FhirResource
}

interface Walk {
  readonly links: Links
  /** The server of a RESTful fullUrl: a relative reference within means one of its resources. */
  readonly service: string | undefined
  /** The objects that the walk stands in, and of each the element by which it went on: what they are is asked of few texts. */
  readonly holders: Record<string, unknown>[]
  readonly names: string[]
}

function walked(value: object, walk: Walk): object {
  if (Array.isArray(value)) return inList(value, walk)
  return isExactDecimal(value) ? value : inObject(value as Record<string, unknown>, walk)
}

function inList(list: readonly unknown[], walk: Walk): readonly unknown[] {
  let changed: unknown[] | undefined
  for (let i = 0; i < list.length; i += 1) {
    const element = list[i]
    if (typeof element !== 'object' || element === null) continue
    const linked = walked(element, walk)
    if (linked !== element) (changed ??= [...list])[i] = linked
  }
  return changed ?? list
}

function inObject(value: Record<string, unknown>, walk: Walk): Record<string, unknown> {
  const { holders, names } = walk
  let changed: Record<string, unknown> | undefined
  holders.push(value)
  for (const name in value) {
    const element = value[name]
    let linked = element
    if (typeof element === 'string') linked = textIn(name, element, walk)
    else if (typeof element === 'object' && element !== null) {
      names[holders.length - 1] = name
      linked = walked(element, walk)
    }
    if (linked !== element) (changed ??= { ...value })[name] = linked
  }
  holders.pop()
  return changed ?? value
}

/** Path of the table of the elements of what the walk stands in. */
function typeIn({ holders, names }: Walk): string | undefined {
  return holders.reduce<string | undefined>(
    (type, holder, i) => (isResource(holder) ? holder.resourceType : elementOf(type, names[i - 1] ?? '')?.type),
    undefined,
  )
}

const elementOf = (type: string | undefined, name: string) => (type === undefined ? undefined : xmlType(type)?.elements.get(name))

function textIn(name: string, text: string, walk: Walk): string {
  const { links, service } = walk
  if (name === 'reference') return reference(text, links, service)
  if (name === 'url') return address(text, walk)
  if (name === 'div') return narrative(text, links)
  if (text.length > links.longest || !links.firsts.has(firstOf(text))) return text
  const linked = links.byUrl.get(nameOf(text))
  return linked !== undefined && isAddress(elementOf(typeIn(walk), name)?.type) ? linked : text
}

/** R4 names oid and uuid too, but neither can hold where a resource is: what would stand there is of no such form. */
const isAddress = (type: string | undefined): boolean => type === 'uri' || type === 'url'

/** An attachment's, say. Of type uri, a `url` is the name of what it stands in, and is searched for as it was given. */
function address(text: string, walk: Walk): string {
  const { byUrl, base } = walk.links
  const linked = byUrl.get(nameOf(text)) ?? relative(text, base)
  return linked !== text && elementOf(typeIn(walk), 'url')?.type === 'url' ? linked : text
}

function reference(text: string, { byUrl, byCondition, base }: Links, service: string | undefined): string {
  const here = relative(text, base)
  return standingFor(text, byUrl, service) ?? byCondition.get(here) ?? here
}

/** `href` and `src` of an XHTML fragment, in which & is escaped. */
function narrative(div: string, { byUrl }: Links): string {
  if (byUrl.size === 0) return div
  return div.replace(/(\s(?:href|src)\s*=\s*)("[^"<]*"|'[^'<]*')/gi, (whole, attribute: string, quoted: string) => {
    const linked = byUrl.get(nameOf(quoted.slice(1, -1).replaceAll('&amp;', '&')))
    return linked === undefined ? whole : `${attribute}"${linked}"`
  })
}

/** Conditional references (`Patient?identifier=…`, also under the `base`), and where each stands. */
export function conditionsIn(
  value: unknown,
  path: string,
  base: string,
): readonly { readonly condition: string; readonly path: string }[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => conditionsIn(element, `${path}[${i}]`, base))
  if (!isRecord(value)) return []
  const text = typeof value['reference'] === 'string' ? relative(value['reference'], base) : ''
  const here = isConditional(text) ? [{ condition: text, path: `${path}.reference` }] : []
  return [...here, ...Object.entries(value).flatMap(([name, element]) => conditionsIn(element, `${path}.${name}`, base))]
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
