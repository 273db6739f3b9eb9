// The packages that FHIR_PACKAGES names, from folders and .tgz files to validators.

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { packageValidator, type PackageValidator } from '../profiles/package-validator.ts'
import { unpacked, type PackageEntry } from '../profiles/packages/archive.ts'
import type { Log } from './handler.ts'
import { SettingFault } from './setting-files.ts'

/**
 * Throws with every fault of every package: nothing is served that is checked by half of a definition, or by none of a package that
 * the operator believes to be there. What is no fault and may surprise (a canonical that is defined twice) goes to the log.
 */
export function validatorWith(setting: string, log: Log): Pick<PackageValidator, 'validator' | 'whole'> {
  const paths = setting
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean)
  const read = paths.map(entriesOf)
  const made = packageValidator(read.flatMap(({ entries }) => entries))
  const all = [...read.flatMap((one) => one.faults), ...made.faults]
  if (all.length === 0 && made.definitions + made.lists === 0) all.push(`${setting.trim()} brings no definition`)
  if (all.length > 0) throw new SettingFault('FHIR_PACKAGES', all.slice(0, mostFaults))
  for (const text of made.warnings.slice(0, mostFaults)) log.info('package-warning', { text })
  giveBack()
  log.info('packages', { definitions: made.definitions, lists: made.lists, warnings: made.warnings.length })
  return made
}

/**
 * To lay definitions out takes a hundred megabytes for a second, of which a tenth is kept. V8 gives the rest back when it is asked
 * for all that it can spare, and not before.
 */
function giveBack(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** A screen of them says where to look. */
const mostFaults = 100

interface Read {
  readonly entries: readonly PackageEntry[]
  readonly faults: readonly string[]
}

function entriesOf(path: string): Read {
  try {
    if (statSync(path).isDirectory()) return filesIn(path, new Set())
    const { entries, faults } = unpacked(path, readFileSync(path))
    return { entries, faults: faults.map(({ file = path, reason }) => `${file} ${reason}`) }
  } catch {
    return { entries: [], faults: [`${path} cannot be read`] }
  }
}

/**
 * Definitions come as JSON or XML; whatever else lies in a folder is none. A folder that was entered is not entered again: links
 * may lead in a circle. Examples define nothing.
 */
function filesIn(folder: string, entered: Set<string>): Read {
  const real = realpathSync(folder)
  if (entered.has(real)) return { entries: [], faults: [] }
  entered.add(real)
  const found = readdirSync(folder)
    .toSorted()
    .map((name): Read => {
      const path = join(folder, name)
      const kind = statSync(path, { throwIfNoEntry: false })
      if (kind?.isDirectory()) return /^examples?$/i.test(name) ? { entries: [], faults: [] } : filesIn(path, entered)
      return kind?.isFile() !== false && /\.(json|xml)$/i.test(name) ? fileAt(path) : { entries: [], faults: [] }
    })
  return { entries: found.flatMap(({ entries }) => entries), faults: found.flatMap(({ faults }) => faults) }
}

function fileAt(path: string): Read {
  try {
    return { entries: [{ path, bytes: readFileSync(path) }], faults: [] }
  } catch {
    return { entries: [], faults: [`${path} cannot be read`] }
  }
}
