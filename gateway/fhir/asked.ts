// What $validate is asked: the resource, the mode and the profile, out of the body and the query.

import { Refusal, type Fault } from '../refusal.ts'
import { isRecord, type FhirResource } from './resource.ts'

export interface Asked {
  /** Whatever stands in the place of a resource: it is for the validator to say what it is. */
  readonly resource?: unknown
  readonly mode?: string
  readonly profile?: string
  /** Where the resource stands in what was sent, before its own path. */
  readonly within?: string
}

/**
 * The resource by itself, or as `resource` in Parameters, beside `mode` and `profile`; both may stand in the query instead. What is
 * not understood is refused: with a profile passed over in silence, "no fault was found" would be untrue.
 */
export function askedIn(body: FhirResource | undefined, query: URLSearchParams, type: string): Asked {
  const faults: Fault[] = []
  const sent = body && isMeantAsParameters(body, type) ? parametersIn(body, faults) : { resource: body }
  const mode = onlyOne('mode', [...listOf(sent.mode), ...query.getAll('mode')], faults)
  const profile = onlyOne('profile', [...listOf(sent.profile), ...query.getAll('profile')], faults)
  if ([...query.keys()].some((name) => !inQuery.includes(name)))
    faults.push({ id: 'parameter-unsupported', text: '$validate takes mode, profile and _format', location: 'query' })
  if (profile !== undefined && profile.length > longestProfile)
    faults.push({ id: 'profile-too-long', text: `a profile has at most ${longestProfile} characters`, location: 'profile' })
  if (mode === 'profile' && profile === undefined)
    faults.push({ id: 'required', text: 'mode profile is asked with a profile', location: 'profile', code: 'required' })
  if (faults.length > 0) throw new Refusal('invalid', faults)
  const { resource, within } = sent
  return {
    ...(resource !== undefined && resource !== null && { resource }),
    ...(mode !== undefined && { mode }),
    ...(profile !== undefined && { profile }),
    ...(within !== undefined && { within }),
  }
}

const inQuery: readonly string[] = ['mode', 'profile', '_format', '_pretty']

/** It is told back to who asked. */
const longestProfile = 500

/** Parameters may be what is to be validated, too: then nothing in them is what $validate takes. */
function isMeantAsParameters({ resourceType, parameter }: FhirResource, type: string): boolean {
  if (resourceType !== 'Parameters') return false
  const isOurs = (one: unknown) => isRecord(one) && typeof one['name'] === 'string' && names.includes(one['name'])
  return type !== 'Parameters' || !Array.isArray(parameter) || parameter.some(isOurs)
}

const names: readonly string[] = ['resource', 'mode', 'profile']

/** As clients send them; R4 has `valueCode` and `valueUri`. */
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  mode: ['valueCode', 'valueString'],
  profile: ['valueUri', 'valueCanonical', 'valueUrl', 'valueString'],
}

interface Given {
  readonly resource?: unknown
  readonly within?: string
  readonly mode?: string
  readonly profile?: string
}

function parametersIn({ parameter = [] }: FhirResource, faults: Fault[]): Given {
  const at = (path: string, text: string) => void faults.push({ id: 'parameter-invalid', text, expression: path, code: 'value' })
  if (!Array.isArray(parameter)) at('Parameters.parameter', 'is a list')
  let given: Given = {}
  for (const [i, one] of Array.isArray(parameter) ? parameter.entries() : []) {
    const path = `Parameters.parameter[${i}]`
    const name: unknown = isRecord(one) ? one['name'] : undefined
    if (!isRecord(one) || typeof name !== 'string' || !names.includes(name)) at(path, `is one of ${names.join(', ')}`)
    else if (name in given) at(path, `${name} may stand here only once`)
    else if (name === 'resource') given = { ...given, resource: one['resource'] ?? null, within: `${path}.resource` }
    else {
      const value = valuesOf[name]?.map((element) => one[element]).find((found) => found !== undefined)
      if (typeof value !== 'string') at(path, `${name} has ${valuesOf[name]?.[0] ?? 'a value'}`)
      else given = { ...given, [name]: value }
    }
  }
  return given
}

const listOf = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])

function onlyOne(name: string, values: readonly string[], faults: Fault[]): string | undefined {
  if (new Set(values).size > 1) faults.push({ id: 'parameter-repeated', text: `${name} may be asked only once`, location: name })
  return values[0]
}
