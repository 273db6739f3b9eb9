// Which representation is asked for: JSON, until part 5 adds XML. https://hl7.org/fhir/R4/http.html#mime-type

import { Refusal } from '../refusal.ts'

const served: readonly string[] = [
  '*/*',
  'application/*',
  'text/*',
  'application/fhir+json',
  'application/json',
  'application/json+fhir',
  'text/json',
]
const formats: readonly string[] = ['json', 'application/fhir+json', 'application/json', 'text/json']

/** 406 when neither `_format` nor Accept allows JSON of FHIR R4; `_format` overrides Accept. */
export function checkAccept(headers: Headers, format: string | undefined): void {
  const isServed =
    format === undefined
      ? acceptsJson(headers.get('accept') ?? '*/*')
      : formats.includes(format.split(';')[0]?.trim().replace(' ', '+') ?? '')
  if (!isServed)
    throw new Refusal('not-acceptable', {
      id: 'format',
      text: 'served here: application/fhir+json; fhirVersion=4.0',
      location: format === undefined ? 'Accept' : '_format',
    })
}

function acceptsJson(accept: string): boolean {
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    const isOtherVersion = parameters.some((parameter) => parameter.startsWith('fhirversion=') && parameter !== 'fhirversion=4.0')
    return (type === '' || served.includes(type)) && !isRefused && !isOtherVersion
  })
}
