// `report`: a run that was kept as JSON, written down in other ways.

import { readFileSync } from 'node:fs'
import { exits } from '../exit.ts'
import type { Screen } from '../report/console.ts'
import { readReport, type SavedReport } from '../report/saved.ts'
import type { Arguments } from './arguments.ts'
import { unwritable, usage, write } from './write.ts'

export function reportCommand({ rest: [path = ''], reporters }: Arguments, screen: Screen): number {
  if (path === '') return usage(['report RUN.json: the JSON report of a run'], screen)
  const read = savedAt(path)
  if ('faults' in read) return usage(read.faults, screen)
  const faults = unwritable(reporters)
  if (faults.length > 0) return usage(faults, screen)
  for (const reporter of reporters) write(read.report, reporter, screen)
  return exits.passed
}

export interface Kept {
  readonly report: SavedReport
  readonly bytes: Uint8Array
}

/** With the bytes as they lie there, which a digest is made of. */
export function savedAt(path: string): Kept | { readonly faults: readonly string[] } {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return { faults: [`${path}: cannot be read`] }
  }
  const read = readReport(new TextDecoder().decode(bytes))
  if (!read.ok) return { faults: [`${path}: no JSON report of a run`, ...read.faults.map((fault) => `  ${fault}`)] }
  return { report: read.report, bytes }
}
