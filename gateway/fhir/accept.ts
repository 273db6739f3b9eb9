// Which representation is asked for: JSON or XML, laid out or not. https://hl7.org/fhir/R4/http.html#mime-type

import { Refusal } from '../refusal.ts'

export interface Representation {
  readonly format: 'json' | 'xml'
  /** As the answer names it: FHIR's own type, or the generic one that was asked for by name. */
  readonly contentType: string
  readonly isPretty: boolean
  /** Nothing that may be sent is served here: why. */
  readonly refusal?: Refusal
}

export const jsonTypes: readonly string[] = [
  'application/fhir+json',
  'application/json',
  // As DSTU2 had it.
  'application/json+fhir',
  'text/json',
]
export const xmlTypes: readonly string[] = ['application/fhir+xml', 'application/xml', 'application/xml+fhir', 'text/xml']

/** Major and minor, as R4 writes its version; the patch is nobody's business, but clients send it. */
const isServedVersion = (version: string): boolean => /^4\.0(\.\d)?$/.test(version)

/** `_format` overrides Accept. What is refused is told in JSON unless XML is asked for. */
export function representationOf(headers: Headers, query: URLSearchParams): Representation {
  const accept = headers.get('accept')
  if (query.size === 0) return accepted(accept, headers)
  const formats = new Set(query.getAll('_format'))
  const pretty = prettyIn(query)
  const asked = formats.size > 0 ? named(formats) : accepted(accept, headers)
  if (pretty === undefined) return { ...asked, refusal: unclear('_pretty', '_pretty is true or false, once') }
  return pretty ? { ...asked, isPretty: true } : asked
}

function prettyIn(query: URLSearchParams): boolean | undefined {
  const values = new Set(query.getAll('_pretty'))
  const [value = 'false'] = values
  return values.size <= 1 && (value === 'true' || value === 'false') ? value === 'true' : undefined
}

const unclear = (location: string, text: string): Refusal => new Refusal('invalid', { id: 'control-invalid', text, location })

const notServed = (location: string, besides = ''): Refusal =>
  new Refusal('not-acceptable', {
    id: 'format',
    text: `served here: application/fhir+json; fhirVersion=4.0 and application/fhir+xml; fhirVersion=4.0${besides}`,
    location,
  })

/**
 * Whether a content is to come in its own type, and not as the resource around it (R4, binary.html#rest): unless FHIR is asked for, or
 * wanted more. 406 where neither is wanted; `_format` names forms of FHIR alone.
 */
export function wantsContent(contentType: string, headers: Headers, query: URLSearchParams): boolean {
  const { refusal } = representationOf(headers, query)
  if (query.has('_format') || refusal?.reason === 'invalid') {
    if (refusal) throw refusal
    return false
  }
  const own = essenceOf(contentType)
  const ranges = rangesOf(headers.get('accept'))
  const content = weightOf([own], ranges)
  if (content.q <= 0 && refusal) throw notServed('Accept', ', and the content in its own type')
  if (content.q <= 0) return false
  const fhir = preferable(weightOf(jsonTypes, ranges), weightOf(xmlTypes, ranges))
  if (content.q !== fhir.q) return content.q > fhir.q
  // What is stored may itself be FHIR's: who names that means the resource.
  return content.closeness >= fhir.closeness && !(content.closeness === inFull && isOwnType(own))
}

const preferable = (a: Weight, b: Weight): Weight => (b.q > a.q || (b.q === a.q && b.closeness > a.closeness) ? b : a)

/** FHIR's in no other meaning, unlike plain JSON and XML. */
const isOwnType = (type: string): boolean => isFhirType(type) && type.includes('fhir')

/** Clients send one and the same header again and again; strangers may send any number of them. */
const known = new Map<string, Representation>()
const mostKnown = 200

function accepted(accept: string | null, headers: Headers): Representation {
  if (accept === null && headers.get('content-type') === null) return plainJson
  // Who sends XML, and says nothing else, reads XML.
  const sendsXml = isXmlType(headers.get('content-type') ?? '')
  const key = `${sendsXml ? 'xml' : 'json'} ${accept ?? ''}`
  const found = known.get(key)
  if (found) return found
  const made = best(rangesOf(accept), sendsXml)
  if (known.size >= mostKnown) known.clear()
  known.set(key, made)
  return made
}

const typeOf = (name: string, saysVersion: boolean): string => `${name}${saysVersion ? '; fhirVersion=4.0' : ''}; charset=utf-8`

const plainJson: Representation = { format: 'json', contentType: typeOf('application/fhir+json', false), isPretty: false }
const plainXml: Representation = { format: 'xml', contentType: typeOf('application/fhir+xml', false), isPretty: false }

/** A plus in an address that was not escaped arrives as a space. */
function named(formats: ReadonlySet<string>): Representation {
  const [format = '', ...others] = formats
  const [name = '', ...parameters] = format.split(';').map((part) => part.trim().replace(' ', '+').toLowerCase())
  const version = versionIn(parameters)
  const isJson = name === 'json' || jsonTypes.includes(name)
  const isXml = name === 'xml' || xmlTypes.includes(name)
  if (others.length > 0) return { ...plainJson, refusal: unclear('_format', '_format may be asked only once') }
  if ((!isJson && !isXml) || (version !== undefined && !isServedVersion(version)))
    return { ...(isXml ? plainXml : plainJson), refusal: notServed('_format') }
  const plain = isJson ? plainJson : plainXml
  return { ...plain, contentType: typeOf(`application/fhir+${plain.format}`, version !== undefined) }
}

export function isXmlType(contentType: string): boolean {
  return xmlTypes.includes(essenceOf(contentType))
}

/** Whether a body of this type is read as a resource. */
export function isFhirType(contentType: string): boolean {
  return jsonTypes.includes(essenceOf(contentType)) || isXmlType(contentType)
}

/** A media type without its parameters. */
const essenceOf = (contentType: string): string => contentType.split(';')[0]?.trim().toLowerCase() ?? ''

const versionIn = (parameters: readonly string[]): string | undefined => valuesOf('fhirversion', parameters)[0]

const valuesOf = (name: string, parameters: readonly string[]): readonly string[] =>
  parameters
    .filter((parameter) => parameter.startsWith(`${name}=`))
    .map((parameter) => parameter.slice(name.length + 1).replaceAll('"', ''))

/**
 * 415 for a body of another version of FHIR, or in another character set than UTF-8 (R4, http.html#version-parameter), and for one that
 * names either twice: of two, nobody knows which is meant.
 */
export function checkParameters(contentType: string): void {
  const [, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase())
  const [versions, charsets] = [valuesOf('fhirversion', parameters), valuesOf('charset', parameters)]
  const isOther = versions.length > 1 || !versions.every(isServedVersion)
  if (!isOther && charsets.length <= 1 && charsets.every((charset) => /^utf-?8$/.test(charset))) return
  throw new Refusal('unsupported-media-type', {
    id: isOther ? 'fhir-version' : 'charset',
    text: isOther ? 'what is read here is FHIR 4.0, named once' : 'what is read here is UTF-8, named once',
    location: 'Content-Type',
  })
}

interface Range {
  readonly type: string
  readonly q: number
  readonly saysVersion: boolean
}

/** RFC 9110 §12.5.1. A range for another version of FHIR is none; what is no weight counts as 1. */
function rangesOf(accept: string | null): readonly Range[] {
  if (accept === null || accept.trim() === '') return [{ type: '*/*', q: 1, saysVersion: false }]
  return accept.split(',').flatMap((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const version = versionIn(parameters)
    if (type === '' || (version !== undefined && !isServedVersion(version))) return []
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
    const q = /^(0(\.\d*)?|1(\.0*)?)$/.test(weight) ? Number(weight) : 1
    return [{ type, q, saysVersion: version !== undefined }]
  })
}

function best(ranges: readonly Range[], sendsXml: boolean): Representation {
  const [json, xml] = [weightOf(jsonTypes, ranges), weightOf(xmlTypes, ranges)]
  if (json.q <= 0 && xml.q <= 0) return { ...(sendsXml ? plainXml : plainJson), refusal: notServed('Accept') }
  const isJson =
    json.q !== xml.q
      ? json.q > xml.q
      : // Who names one, and takes all others as readily, means the one.
        json.closeness !== xml.closeness
        ? json.closeness > xml.closeness
        : !sendsXml
  const { name, saysVersion } = isJson ? json : xml
  const plain = isJson ? plainJson : plainXml
  return { ...plain, contentType: typeOf(name ?? `application/fhir+${plain.format}`, saysVersion) }
}

interface Weight {
  readonly q: number
  /** How closely the range names the type: in full, its first half, or not at all. */
  readonly closeness: number
  /** The generic type that was asked for by name: it is what the answer is called then. */
  readonly name?: string
  readonly saysVersion: boolean
}

/** Of the ranges that hold one of the types, the one that names it most closely counts; of those, the best. */
function weightOf(types: readonly string[], ranges: readonly Range[]): Weight {
  return ranges.reduce<Weight>(
    (found, { type, q, saysVersion }) => {
      const closeness = closenessOf(type, types)
      const isBetter = closeness > found.closeness || (closeness === found.closeness && q > found.q)
      const isGeneric = /^(application|text)\/(json|xml)$/.test(type)
      return isBetter ? { q, closeness, saysVersion, ...(isGeneric && { name: type }) } : found
    },
    { q: 0, closeness: -1, saysVersion: false },
  )
}

const inFull = 2

function closenessOf(range: string, types: readonly string[]): number {
  if (types.includes(range)) return inFull
  if (range === '*/*') return 0
  return range.endsWith('/*') && types.some((type) => type.startsWith(range.slice(0, -1))) ? 1 : -2
}
