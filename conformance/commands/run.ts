// `run`: holds the chosen requirements against a target and reports.

import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { readConfig, type ReadConfig } from '../config.ts'
import { exitCodeOf } from '../exit.ts'
import { outcomesIn } from '../compare.ts'
import { parsed } from '../json.ts'
import type { Outcome } from '../outcome.ts'
import { progress, type Screen } from '../report/console.ts'
import { jsonReport } from '../report/json.ts'
import { readReport } from '../report/saved.ts'
import type { Key } from '../report/signed/key.ts'
import { run } from '../run.ts'
import { suite } from '../suite.ts'
import type { Arguments } from './arguments.ts'
import { choose } from './choose.ts'
import { signingKeyAt, signReport } from './sign.ts'
import { unwritable, usage, write } from './write.ts'

/** Answers the exit code. */
export async function runCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const read = configOf(args)
  if (!read.ok) return usage(read.faults, screen)
  const choice = choose(suite, args)
  if (!choice.ok) return usage([choice.fault], screen)
  const baseline = args.baseline === undefined ? undefined : endedIn(args.baseline)
  if (typeof baseline === 'string') return usage([baseline], screen)
  const faults = unwritable(args.reporters)
  if (faults.length > 0) return usage(faults, screen)
  const signing = signingOf(args)
  if (signing && 'faults' in signing) return usage(signing.faults, screen)
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
  const saved = { ...jsonReport(report, suite, code), ...(args.signer !== undefined && { ranBy: args.signer }) }
  for (const reporter of args.reporters) write(saved, reporter, screen)
  // Standard output may be a report that a program reads.
  const aside: Screen = isWatched ? screen : { ...screen, write: (text) => void process.stderr.write(text) }
  const unsigned = signing ? signReport(signing.path, signing.key, args, aside) : []
  return unsigned.length > 0 ? usage(unsigned, screen) : code
}

interface Signing {
  readonly key: Key
  readonly path: string
}

/** A verdict has the digest of a report, so there has to be one; all of it is found out before the run. */
function signingOf({ sign, signer, reporters }: Arguments): Signing | { readonly faults: readonly string[] } | undefined {
  if (sign === undefined) return undefined
  const path = reporters.find(({ kind, file }) => kind === 'json' && file !== undefined)?.file
  if (path === undefined) return { faults: ['--sign: the verdict is over a report that is kept; add --reporter json=FILE'] }
  const key = signingKeyAt(sign, signer)
  return 'faults' in key ? key : { key, path }
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
    return new TextDecoder().decode(readFileSync(path))
  } catch {
    return undefined
  }
}

/** How each requirement ended in an earlier JSON report, or what is wrong with that. */
function endedIn(path: string): ReadonlyMap<string, Outcome> | string {
  const read = readReport(textOf(path) ?? '')
  return read.ok ? outcomesIn(read.report) : `${path}: no JSON report of a run (${read.faults[0]})`
}
