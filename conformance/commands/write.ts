// Where reports go: to standard output, or into the files that the command line names.

import { closeSync, openSync, writeFileSync } from 'node:fs'
import { exits } from '../exit.ts'
import { consoleReport, type Screen } from '../report/console.ts'
import { reporters } from '../report/reporters.ts'
import type { SavedReport } from '../report/saved.ts'
import { suite } from '../suite.ts'
import type { Reporter } from './arguments.ts'

/** On a terminal the console's report is drawn as people like it; everywhere else it is a text like the others. */
export function write(report: SavedReport, { kind, file }: Reporter, screen: Screen): void {
  if (kind === 'console' && file === undefined) return consoleReport(report, screen)
  const text = reporters[kind](report, suite)
  if (file === undefined) screen.write(text)
  else writeFileSync(file, text)
}

/** Found out beforehand, which a missing folder would otherwise make a run vain. */
export function unwritable(named: readonly Reporter[]): readonly string[] {
  return named.flatMap(({ file }) => (file !== undefined && !isWritable(file) ? [`--reporter: ${file} cannot be written`] : []))
}

export function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'a'))
    return true
  } catch {
    return false
  }
}

export function usage(faults: readonly string[], screen: Screen): number {
  for (const fault of faults) screen.write(`${fault}\n`)
  return exits.usage
}
