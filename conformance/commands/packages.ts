// Further FHIR packages for `validate`, from folders and .tgz files.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { packageValidator } from '../../profiles/package-validator.ts'
import { unpacked, type PackageEntry } from '../../profiles/packages/archive.ts'

export type Made = { readonly validator: Validator } | { readonly faults: readonly string[] }

export function validatorWith(paths: readonly string[]): Made {
  const entries: PackageEntry[] = []
  const faults: string[] = []
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) entries.push(...filesIn(path))
      else {
        const archive = unpacked(path, readFileSync(path))
        entries.push(...archive.entries)
        faults.push(...archive.faults.map(({ reason }) => `${path} ${reason}`))
      }
    } catch {
      faults.push(`${path} cannot be read`)
    }
  }
  const made = packageValidator(entries)
  faults.push(...made.faults)
  return faults.length > 0 ? { faults } : { validator: made.validator }
}

function filesIn(folder: string): readonly PackageEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|xml)$/i.test(name))
    .toSorted()
    .map((name) => ({ path: join(folder, name), bytes: readFileSync(join(folder, name)) }))
}
