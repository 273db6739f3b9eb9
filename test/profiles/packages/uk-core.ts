// UK Core as its publisher keeps it: loaded, laid out, and its examples validated; what came out, as values.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { r4Definitions } from '../../../profiles/definitions-own.ts'
import type { PackageEntry } from '../../../profiles/packages/archive.ts'
import { coreTerminology } from '../../../profiles/packages/core.ts'
import type { LoadedPackages } from '../../../profiles/packages/load.ts'
import { terminologyOf } from '../../../profiles/terminology/terminology.ts'
import { validatorFor, type Validator } from '../../../profiles/validation.ts'

export const folder = '/work/shared/data/uk-fhir/uk-core/'

/** What is committed beside this file, and what docs/uk-core.md is printed from. */
export interface Outcome {
  readonly source: string
  readonly definitions: number
  readonly elements: number
  readonly codeSystems: number
  readonly valueSets: number
  readonly faults: readonly string[]
  readonly examples: number
  readonly passed: number
  /** Profiles that the examples were validated against. */
  readonly profiles: number
  readonly failed: readonly { readonly example: string; readonly profile: string; readonly issues: readonly string[] }[]
  /** Issues that are no errors, by severity and id. */
  readonly remarks: Readonly<Record<string, number>>
}

export function isPresent(): boolean {
  if (existsSync(folder)) return true
  console.log(`skipped: ${folder} is not on this machine`)
  return false
}

export function entries(): readonly PackageEntry[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xml|json)$/.test(name))
  return names.toSorted().map((path) => ({ path, bytes: readFileSync(folder + path) }))
}

/** A validator of R4 and the packages. */
export function validatorOver(loaded: LoadedPackages): { validator: Validator; faults: readonly unknown[] } {
  const core = coreTerminology()
  const terminology = terminologyOf({
    codeSystems: [...core.filter(({ resourceType }) => resourceType === 'CodeSystem'), ...loaded.codeSystems],
    valueSets: [...core.filter(({ resourceType }) => resourceType === 'ValueSet'), ...loaded.valueSets],
  })
  const definitions = [...r4Definitions(), ...loaded.standsOn, ...loaded.structureDefinitions]
  return validatorFor({ definitions, messageDefinitions: loaded.messageDefinitions, terminology })
}

/** All but one example name no profile: each is held to that of its file's name, or to the one of its type. */
export function profileOf(example: string, type: string, loaded: LoadedPackages): string {
  const name = example.replace(/^examples\//, '')
  const fitting = loaded.structureDefinitions.filter((one) => one.type === type && name.startsWith(`${lastSegment(one.url)}-`))
  const longest = fitting.toSorted((a, b) => b.url.length - a.url.length)[0]
  return longest?.url ?? `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`
}

export function outcomeOf(loaded: LoadedPackages, validator: Validator): Outcome {
  const examples = loaded.others.filter(({ file }) => file.startsWith('examples/'))
  const checked = examples.map(({ file, resource }) => {
    const profile = profileOf(file, resource.resourceType, loaded)
    return { example: file.replace(/^examples\//, ''), profile, issues: validator.validate(resource, { profile }) }
  })
  const isWrong = ({ issues }: (typeof checked)[number]) => issues.some(({ severity }) => severity === 'error')
  return {
    source: 'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN @3d2827e (2025-06-20)',
    definitions: loaded.structureDefinitions.length,
    elements: loaded.structureDefinitions.reduce((sum, { snapshot }) => sum + (snapshot?.element.length ?? 0), 0),
    codeSystems: loaded.codeSystems.length,
    valueSets: loaded.valueSets.length,
    faults: loaded.faults.map(({ severity, file, element, reason }) =>
      [severity, file, element, reason].filter(Boolean).join(' '),
    ),
    examples: examples.length,
    passed: checked.filter((one) => !isWrong(one)).length,
    profiles: new Set(checked.map(({ profile }) => profile)).size,
    failed: checked.filter(isWrong).map(({ example, profile, issues }) => ({
      example,
      profile: lastSegment(profile),
      issues: issues
        .filter(({ severity }) => severity === 'error')
        .map(({ id, expression, text }) => `${id} ${expression}: ${text}`),
    })),
    remarks: counted(checked.flatMap(({ issues }) => issues.map(({ severity, id }) => `${severity} ${id}`))),
  }
}

function counted(names: readonly string[]): Record<string, number> {
  const sorted = names.filter((name) => !name.startsWith('error')).toSorted()
  return Object.fromEntries([...new Set(sorted)].map((name) => [name, sorted.filter((one) => one === name).length]))
}

function lastSegment(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
