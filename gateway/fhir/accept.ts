// Which representation is asked for: JSON or XML. https://hl7.org/fhir/R4/http.html#mime-type

import { Refusal } from '../refusal.ts'

export type Representation = 'json' | 'xml'

export const jsonTypes: readonly string[] = [
  'application/fhir+json',
  'application/json',
  // As DSTU2 had it.
  'application/json+fhir',
  'text/json',
]
export const xmlTypes: readonly string[] = ['application/fhir+xml', 'application/xml', 'application/xml+fhir', 'text/xml']
const names: Readonly<Record<Representation, readonly string[]>> = { json: ['json', ...jsonTypes], xml: ['xml', ...xmlTypes] }

/** 406 when neither `_format` nor Accept allows JSON or XML of FHIR R4; `_format` overrides Accept. */
export function checkAccept(headers: Headers, format: string | undefined): void {
  const isServed = bestOf(headers, format) !== undefined
  if (!isServed)
    throw new Refusal('not-acceptable', {
      id: 'format',
      text: 'served here: application/fhir+json; fhirVersion=4.0 and application/fhir+xml; fhirVersion=4.0',
      location: format === undefined ? 'Accept' : '_format',
    })
}

/** What is sent, refusals included: JSON where neither is allowed. */
export function representationFor(headers: Headers, format: string | undefined): Representation {
  return bestOf(headers, format) ?? 'json'
}

function bestOf(headers: Headers, format: string | undefined): Representation | undefined {
  if (format !== undefined) return named(format)
  const ranges = rangesOf(headers.get('accept'))
  const [json, xml] = [weightOf(jsonTypes, ranges), weightOf(xmlTypes, ranges)]
  if (json.q <= 0 && xml.q <= 0) return undefined
  if (json.q !== xml.q) return json.q > xml.q ? 'json' : 'xml'
  // Who names one, and takes all others as readily, means the one.
  if (json.closeness !== xml.closeness) return json.closeness > xml.closeness ? 'json' : 'xml'
  // Who sends XML, and says nothing else, reads XML.
  return isXmlType(headers.get('content-type') ?? '') ? 'xml' : 'json'
}

/** A plus in an address that was not escaped arrives as a space. */
function named(format: string): Representation | undefined {
  const name = format.split(';')[0]?.trim().replace(' ', '+').toLowerCase() ?? ''
  if (names.json.includes(name)) return 'json'
  return names.xml.includes(name) ? 'xml' : undefined
}

export function isXmlType(contentType: string): boolean {
  return xmlTypes.includes(contentType.split(';')[0]?.trim().toLowerCase() ?? '')
}

interface Range {
  readonly type: string
  readonly q: number
}

/** RFC 9110 §12.5.1. A range for another version of FHIR is none; what is no weight counts as 1. */
function rangesOf(accept: string | null): readonly Range[] {
  if (accept === null || accept.trim() === '') return [{ type: '*/*', q: 1 }]
  return accept.split(',').flatMap((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const isOtherVersion = parameters.some((parameter) => parameter.startsWith('fhirversion=') && parameter !== 'fhirversion=4.0')
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
    return isOtherVersion ? [] : [{ type: type || '*/*', q: /^(0(\.\d*)?|1(\.0*)?)$/.test(weight) ? Number(weight) : 1 }]
  })
}

interface Weight {
  readonly q: number
  /** How closely the range names the type: in full, its first half, or not at all. */
  readonly closeness: number
}

/** Of the ranges that hold one of the types, the one that names it most closely counts; of those, the best. */
function weightOf(types: readonly string[], ranges: readonly Range[]): Weight {
  return ranges.reduce<Weight>(
    (best, { type, q }) => {
      const closeness = closenessOf(type, types)
      const isBetter = closeness > best.closeness || (closeness === best.closeness && q > best.q)
      return isBetter ? { q, closeness } : best
    },
    { q: 0, closeness: -1 },
  )
}

function closenessOf(range: string, types: readonly string[]): number {
  if (types.includes(range)) return 2
  if (range === 'application/*' || range === 'text/*') return 1
  return range === '*/*' ? 0 : -2
}
