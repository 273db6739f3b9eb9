// The code that a terminology operation is asked about: as code and system, as a Coding, or as a CodeableConcept.

import { invalidParameter, type Asked, type ParameterTable } from './operation.ts'
import { packagedByUrl } from './packaged.ts'
import { isRecord } from './resource.ts'

export interface Coded {
  readonly system: string
  readonly code: string
  readonly version?: string
  readonly display?: string
}

export const codedParameters = {
  code: { takes: 'text', says: 'the code, with its system' },
  system: { takes: 'text', says: 'canonical of the code system' },
  display: { takes: 'text', says: 'the words that stood with the code' },
  coding: { takes: 'Coding', says: 'the code as a Coding' },
  codeableConcept: { takes: 'CodeableConcept', says: 'the code as a CodeableConcept: any of its codings' },
} as const satisfies ParameterTable

/** At least one; 400 unless exactly one of the three is given. `versionName` is the parameter for the version of the system. */
export function codedIn(asked: Asked, versionName: string, systemByDefault?: string): readonly Coded[] {
  const ways = ['code', 'coding', 'codeableConcept'].filter((name) => asked.has(name))
  const [way] = ways
  if (way === undefined || ways.length > 1)
    throw invalidParameter('code', 'one of code (with its system), coding and codeableConcept is given', 'required')
  const codings = way === 'code' ? [alone(asked, versionName)] : way === 'coding' ? [one(asked, versionName)] : listed(asked)
  const found = codings.flatMap((coding) => codedOf(coding, systemByDefault) ?? [])
  // A coding of a CodeableConcept that names no system says nothing that could be looked up; the others do.
  if (found.length > 0) return found
  throw invalidParameter(way, 'a code is asked with its system', 'required')
}

/** Another version of the system may have codes that this one lacks, and lack some that it has. */
export function isOtherVersion({ system, version }: Coded): boolean {
  const here = packagedByUrl('CodeSystem', system)?.['version']
  return version !== undefined && here !== undefined && here !== version
}

function alone(asked: Asked, versionName: string): Record<string, unknown> {
  return {
    system: asked.text('system'),
    code: asked.text('code'),
    version: asked.text(versionName),
    display: asked.text('display'),
  }
}

/** A Coding that says no version is of the one that is asked for beside it. */
function one(asked: Asked, versionName: string): Record<string, unknown> {
  return { version: asked.text(versionName), ...asked.record('coding') }
}

function listed(asked: Asked): readonly unknown[] {
  const codings = asked.record('codeableConcept')?.['coding']
  return Array.isArray(codings) ? codings : []
}

function codedOf(coding: unknown, systemByDefault: string | undefined): Coded | undefined {
  if (!isRecord(coding)) return undefined
  const { system = systemByDefault, code, version, display } = coding
  if (typeof system !== 'string' || typeof code !== 'string') return undefined
  return {
    system,
    code,
    ...(typeof version === 'string' && { version }),
    ...(typeof display === 'string' && { display }),
  }
}
