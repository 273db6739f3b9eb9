// The validator over R4, our own profiles, and packages of others beside them (UK Core, say).

import { withFurtherTypes } from './further-types.ts'
import { validatorFor, type ValidatorSources } from './validation.ts'
import type { Validator } from './compiler/validator.ts'
import type { Definition } from './compiler/definition.ts'
import { ownDefinitions, ownMessageDefinitions, r4Definitions, terminologyWith } from './definitions-own.ts'
import type { PackageEntry } from './packages/archive.ts'
import { loadPackages } from './packages/load.ts'

export interface PackageValidator {
  readonly validator: Validator
  /** The same, and for types and profiles of R4 that it lacks, once they are met. */
  readonly whole: Validator
  /** How many definitions the packages brought. */
  readonly definitions: number
  /** How many code systems and value sets. */
  readonly lists: number
  /** Each names file or canonical, element and reason. With any of them the validator must not be used. */
  readonly faults: readonly string[]
  /** What the packages name and do not bring; what rests on it is not checked. */
  readonly warnings: readonly string[]
}

/** The files of all packages together, so that one may stand on another. Never throws. */
export function packageValidator(entries: readonly PackageEntry[]): PackageValidator {
  const packages = loadPackages(entries.filter(isNoExample))
  const own = ownDefinitions()
  const definitions = byUrl([
    ...r4Definitions(),
    ...own,
    ...(packages.standsOn as readonly unknown[] as readonly Definition[]),
    ...(packages.structureDefinitions as readonly unknown[] as readonly Definition[]),
  ])
  const sources: ValidatorSources = {
    definitions,
    messageDefinitions: [
      ...ownMessageDefinitions(),
      ...(packages.messageDefinitions as readonly unknown[] as ReturnType<typeof ownMessageDefinitions>),
    ],
    terminology: terminologyWith([...packages.codeSystems, ...packages.valueSets]),
  }
  const { validator, faults } = validatorFor(sources)
  const words = packages.faults.map(({ severity, file, url, element, reason }) => ({
    severity,
    text: [file ?? url ?? 'package', element, reason].filter(Boolean).join(' '),
  }))
  return {
    validator,
    whole: withFurtherTypes(validator, () => sources),
    definitions: packages.structureDefinitions.length,
    lists: packages.codeSystems.length + packages.valueSets.length,
    faults: [
      ...words.filter(({ severity }) => severity === 'error').map(({ text }) => text),
      ...faults.map(({ url, element, reason }) => `${url} ${element} ${reason}`),
    ],
    warnings: [
      ...words.filter(({ severity }) => severity === 'warning').map(({ text }) => text),
      ...packages.structureDefinitions
        .filter((one) => isOtherThan(one, own))
        .map(({ url }) => `${url} is a definition of this gateway, which stays as it is`),
    ],
  }
}

/** Our own package may be given too: then nothing is other than it says. */
function isOtherThan({ url, version }: Pick<Definition, 'url' | 'version'>, ours: readonly Definition[]): boolean {
  return ours.some((own) => own.url === url && own.version !== version)
}

/** Where a packed package keeps its examples (NPM Package Specification): they define nothing. */
function isNoExample({ path }: PackageEntry): boolean {
  return !path.startsWith('package/example')
}

/** The first of each canonical: R4's types and our profiles are what they are. */
function byUrl(definitions: readonly Definition[]): readonly Definition[] {
  return [...new Map(definitions.toReversed().map((definition) => [definition.url, definition])).values()].toReversed()
}
