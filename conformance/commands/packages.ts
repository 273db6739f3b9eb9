// Further FHIR packages for `validate`, from folders and .tgz files.

import { readFileSync, statSync } from 'node:fs'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { packageValidator } from '../../profiles/package-validator.ts'
import { unpacked, type PackageEntry } from '../../profiles/packages/archive.ts'
import { filesIn } from './inputs.ts'

/** With what may surprise and is no fault: a canonical that is defined twice, say. */
export type Made =
  | { readonly validator: Validator; readonly warnings: readonly string[] }
  | { readonly faults: readonly string[] }

export function validatorWith(paths: readonly string[]): Made {
  const read = paths.map(entriesOf)
  const { whole, definitions, lists, warnings, ...made } = packageValidator(read.flatMap(({ entries }) => entries))
  const faults = [...read.flatMap((one) => one.faults), ...made.faults]
  if (faults.length === 0 && definitions + lists === 0) faults.push(`${paths.join(', ')} brings no definition`)
  return faults.length > 0 ? { faults } : { validator: whole, warnings }
}

interface Read {
  readonly entries: readonly PackageEntry[]
  readonly faults: readonly string[]
}

function entriesOf(path: string): Read {
  let at = path
  try {
    if (statSync(path).isDirectory()) {
      const entries = filesIn(path, /\.(json|xml)$/i).map((file) => ({ path: (at = file), bytes: readFileSync(file) }))
      return { entries, faults: [] }
    }
    const { entries, faults } = unpacked(path, readFileSync(path))
    return { entries, faults: faults.map(({ reason }) => `${path} ${reason}`) }
  } catch {
    return { entries: [], faults: [`${at} cannot be read`] }
  }
}
