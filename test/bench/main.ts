// `npm run bench`: runs it, prints the table, writes data/bench.json, and says how far the ratios lie from the run before.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endAll } from '../faults/gateway.ts'
import { bench, names } from './bench.ts'
import { startCluster } from './cluster.ts'
import { driftOf, reportOf, type Report } from './report.ts'
import { scales } from './scale.ts'
import { tableOf } from './table.ts'

const data = join(import.meta.dirname, '../../data')
const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    sqlite: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    tiny: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    half: { type: 'boolean', default: false },
  },
})
const only = flags.only === undefined ? undefined : new Set(flags.only.split(','))
const unknown = [...(only ?? [])].filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`--only knows ${names.join(', ')}, but not ${unknown.join(', ')}\n`)
  process.exit(2)
}
/** What is compared with a run before must be of the same kind. */
const kind = process.argv
  .slice(2)
  .toSorted()
  .join('')
  .replaceAll(/[^\w-]/g, '-')
const file = join(data, `bench${kind}.json`)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const began = performance.now()
const scale = flags.tiny ? scales.tiny : flags.large ? scales.large : scales.full
const needsCluster = !flags.sqlite && [...(only ?? ['message'])].some((name) => name !== 'validator' && name !== 'guards')
const cluster = needsCluster ? await startCluster() : undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    endAll()
    void cluster?.stop().finally(() => process.exit(130))
    if (!cluster) process.exit(130)
  })
try {
  const run = await bench({ scale, pgUrl: cluster?.url ?? '', say, only, half: flags.half, environment: profiling() })
  const report = reportOf(run, scale, (performance.now() - began) / 1000)
  const earlier = await earlierReport()
  await mkdir(data, { recursive: true })
  await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`)
  process.stdout.write(`${tableOf(report)}\n`)
  if (earlier) compare(earlier, report)
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
} finally {
  await cluster?.stop()
}

/** `--profile`: each gateway leaves a CPU profile in data/. */
function profiling(): Record<string, string> {
  return flags.profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${data}` } : {}
}

async function earlierReport(): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } catch {
    // The first run on this machine, or a file of another making: there is nothing to compare with.
    return undefined
  }
}

function compare(earlier: Report, report: Report): void {
  const drifts = driftOf(earlier, report)
  const beyond = drifts.filter(([, drift]) => Math.abs(drift) > 0.15)
  process.stdout.write(
    `\nAgainst the run of ${earlier.at}: ${drifts.length - beyond.length} of ${drifts.length} ratios of CPU within 15 %.\n`,
  )
  for (const [name, drift] of drifts.slice(0, Math.max(3, beyond.length)))
    process.stdout.write(`- ${name}: ${drift > 0 ? '+' : ''}${Math.round(drift * 100)} %\n`)
}
