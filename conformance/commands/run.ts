// `run`: holds the chosen requirements against a target and reports.

import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { readConfig, type ReadConfig } from '../config.ts'
import { exitCodeOf, exits } from '../exit.ts'
import { at, parsed, textAt } from '../json.ts'
import { consoleReport, progress, type Screen } from '../report/console.ts'
import { jsonReport } from '../report/json.ts'
import { junitReport } from '../report/junit.ts'
import { run, type Report } from '../run.ts'
import { suite } from '../suite.ts'
import type { Arguments, Reporter } from './arguments.ts'
import { choose } from './choose.ts'

/** Answers the exit code. */
export async function runCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const read = configOf(args)
  if (!read.ok) return usage(read.faults, screen)
  const choice = choose(suite, args)
  if (!choice.ok) return usage([choice.fault], screen)
  const baseline = args.baseline === undefined ? undefined : passedIn(args.baseline)
  if (typeof baseline === 'string') return usage([baseline], screen)
  const unwritable = args.reporters.flatMap(({ file }) => (file !== undefined && !isWritable(file) ? [file] : []))
  if (unwritable.length > 0)
    return usage(
      unwritable.map((file) => `--reporter: ${file} cannot be written`),
      screen,
    )
  const isWatched = args.reporters.some(({ kind, file }) => kind === 'console' && file === undefined)
  const report = await run({
    config: read.config,
    suite,
    chosen: choice.chosen,
    seed: args.seed ?? randomUUID().slice(0, 8),
    parallel: args.parallel,
    timeoutMs: args.timeoutMs,
    signal,
    onResult: (result, done, all) => isWatched && progress(result, done, all, screen),
  })
  const code = exitCodeOf(report, { strictSkips: args.strictSkips, ...(baseline && { baseline }) })
  for (const reporter of args.reporters) write(report, reporter, code, screen)
  return code
}

export function configOf({ config, target }: Pick<Arguments, 'config' | 'target'>): ReadConfig {
  if (config === undefined) return readConfig(undefined, target)
  const text = textOf(config)
  if (text === undefined) return { ok: false, faults: [`${config}: cannot be read`] }
  const json = parsed(text)
  if (json === undefined) return { ok: false, faults: [`${config}: no valid JSON`] }
  return readConfig(json, target)
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Found out before the run, which a missing folder would otherwise make vain. */
function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'a'))
    return true
  } catch {
    return false
  }
}

/** The ids that passed in an earlier JSON report, or what is wrong with it. */
function passedIn(path: string): ReadonlySet<string> | string {
  const json = parsed(textOf(path) ?? '')
  const results = at(json, 'results')
  if (results.length === 0) return `${path}: no JSON report of a run`
  return new Set(results.filter((one) => textAt(one, 'outcome') === 'pass').map((one) => textAt(one, 'id')))
}

function usage(faults: readonly string[], screen: Screen): number {
  for (const fault of faults) screen.write(`${fault}\n`)
  return exits.usage
}

function write(report: Report, { kind, file }: Reporter, code: number, screen: Screen): void {
  if (kind === 'console' && file === undefined) return consoleReport(report, suite, screen)
  const lines: string[] = []
  const paper: Screen = { isTerminal: false, hasColour: false, write: (text) => void lines.push(text) }
  if (kind === 'console') consoleReport(report, suite, paper)
  else if (kind === 'junit') lines.push(junitReport(report))
  else lines.push(`${JSON.stringify(jsonReport(report, suite, code), undefined, 2)}\n`)
  if (file === undefined) screen.write(lines.join(''))
  else writeFileSync(file, lines.join(''))
}
