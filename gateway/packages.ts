// The packages that FHIR_PACKAGES names, from folders and .tgz files to a validator.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Validator } from '../profiles/compiler/validator.ts'
import { packageValidator } from '../profiles/package-validator.ts'
import { unpacked, type PackageEntry } from '../profiles/packages/archive.ts'
import { SettingFault } from './setting-files.ts'

/** Throws with every fault of every package: nothing is served that is checked by half of a definition. */
export function validatorWith(setting: string): Validator {
  const paths = setting
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean)
  const read = paths.map(entriesOf)
  const { validator, faults } = packageValidator(read.flatMap(({ entries }) => entries))
  const all = [...read.flatMap((one) => one.faults), ...faults]
  if (all.length > 0) throw new SettingFault('FHIR_PACKAGES', all.slice(0, mostFaults))
  return validator
}

/** A screen of them says where to look. */
const mostFaults = 100

interface Read {
  readonly entries: readonly PackageEntry[]
  readonly faults: readonly string[]
}

function entriesOf(path: string): Read {
  try {
    if (statSync(path).isDirectory()) return { entries: filesIn(path), faults: [] }
    const { entries, faults } = unpacked(path, readFileSync(path))
    return { entries, faults: faults.map(({ file = path, reason }) => `${file} ${reason}`) }
  } catch {
    return { entries: [], faults: [`${path} cannot be read`] }
  }
}

/** Definitions come as JSON or XML; whatever else lies in a folder is none. */
function filesIn(folder: string): readonly PackageEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|xml)$/i.test(name))
    .toSorted()
    .map((name) => ({ path: join(folder, name), bytes: readFileSync(join(folder, name)) }))
}
