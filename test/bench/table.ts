// A report as people read it: plain text with Markdown tables.

import type { Waits } from './half-load.ts'
import { measures } from './measures.ts'
import type { Ratio } from './pairs.ts'
import type { ContestRow, Figure, RawRow, Report, Row } from './report.ts'

export function tableOf(report: Report): string {
  return [
    `Run of ${report.at}, ${Math.round(report.seconds)} s. ${report.machine}, Node ${report.node}.`,
    ...(report.stores.length > 0 ? about(report) : []),
    ...(report.rows.length > 0 ? ['', ...heading, ...report.rows.map(lineOf)] : []),
    ...(report.half.length > 0 ? ['', ...halfHeading, ...report.half.map(halfLine)] : []),
    '',
    '| by itself | per second | CPU µs |',
    '|---|---|---|',
    ...report.raw.map((row) => `| ${rawTitle(row)} | ${shown(row.perSecond, 0)} | ${shown(row.cpuUs, 0)} |`),
    ...report.contests.map(contestLine),
    ...report.guards,
    '',
    '| ratio | |',
    '|---|---|',
    ...Object.entries(report.rateOverRaw).map(
      ([connections, value]) => `| messages/s over raw SQLite, ${connections} connections | ${value.toFixed(2)} |`,
    ),
    ...Object.entries(report.ratios)
      .filter(([name]) => !name.includes('bare'))
      .map(([name, value]) => `| CPU, ${name} | ${near({ value, error: report.errors[name] ?? Number.NaN, pairs: 0 }, 2)} |`),
    '',
    knownText(report),
  ].join('\n')
}

const halfHeading = [
  '| at half load | conn. | database | requests/s | p50 / p99 ms | bare p50 / p99 ms |',
  '|---|---|---|---|---|---|',
]

const halfLine = ({ measure, connections, database, perSecond, ours, bare }: Report['half'][number]): string =>
  `| ${measure} | ${connections} | ${database} | ${perSecond.toFixed(0)} | ${waits(ours)} | ${waits(bare)} |`

const waits = ({ p50Ms, p99Ms }: Waits): string => `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)}`

function about({ stores, messageBytes, rowsPerMessage, rowsPerRead, plansPerCommit, background }: Report): readonly string[] {
  return [
    ...stores.map(({ database, about: text, before, after, residentMb }) =>
      [
        `- ${database}: ${text}. Before: ${before.journeys} journeys, ${before.people} Patients, ${before.resources} resources, ${before.indexRows} index rows.`,
        `  After: ${after.people} Patients, ${after.resources} resources in ${after.versions} versions, ${after.indexRows} index rows, ${after.audits} audit rows, ${after.messages} messages, ${after.megabytes} MB; gateway ${Math.round(residentMb)} MB resident.`,
      ].join('\n'),
    ),
    `- A message: ${messageBytes} bytes; rows: ${listed(rowsPerMessage)}. A read: ${listed(rowsPerRead)}.`,
    `- Plans per commit: ${listed(plansPerCommit)}.`,
    ...(background > 0
      ? [
          `- PostgreSQL's own processes took ${Math.round(background * 100)} % of what its backends took; that is in no figure below.`,
        ]
      : []),
  ]
}

const heading = [
  '| measure | conn. | database | requests/s | p50 / p99 ms | CPU ms/req (of it database) | bare requests/s | requests over bare | CPU of bare over ours | rounds | goal | disturbed |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
]

/** Twice in a row within 15 %: for normal noise nineteen times of twenty when 2.8 standard errors are less. */
function knownText({ errors }: Report): string {
  const all = Object.values(errors)
  return `${all.filter((error) => 2.8 * error <= 0.15).length} of ${all.length} ratios of CPU are known well enough for two runs to agree within 15 %.`
}

function lineOf(row: Row): string {
  const { measure, connections, database, p50Ms, p99Ms, databaseCpuMs, bareBusy, goal, disturbed } = row
  const title = measures.find(({ name }) => name === measure)?.title ?? measure
  const bare = `${row.barePerSecond.toFixed(0)}${bareBusy < 0.9 ? ` (client-bound, ${Math.round(bareBusy * 100)} % busy)` : ''}`
  const cells = [
    title,
    connections,
    database,
    shown(row.perSecond, 0),
    `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)}`,
    `${shown(row.cpuMs, 2)}${databaseCpuMs > 0 ? ` (${databaseCpuMs.toFixed(2)})` : ''}`,
    bare,
    near(row.rateRatio, 3),
    near(row.cpuRatio, 3),
    row.cpuRatio.pairs,
    goal ?? '',
    disturbed,
  ]
  return `| ${cells.join(' | ')} |`
}

const shown = ({ median, spread }: Figure, digits: number): string => `${median.toFixed(digits)} ±${Math.round(spread * 50)} %`

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${Number.isInteger(count) ? count : count.toFixed(1)}`)
    .join(', ')

/** Two standard errors. */
const near = ({ value, error }: Ratio, digits: number): string => {
  const share = Number.isFinite(error) ? `${Math.round(error * 200)} %` : '?'
  return `${value.toFixed(digits)} ±${share}`
}

const rawTitle = ({ rows, connections, batch }: RawRow): string =>
  `raw SQLite, rows of a ${rows}, ${connections === 1 ? 'alone' : `${connections} connections (${batch.toFixed(1)} per commit)`}`

const contenders: Readonly<Record<string, string>> = {
  parse: 'JSON.parse',
  fast: 'profiles/validation.ts',
  'fast, profile': 'profiles/validation.ts with a profile',
  medplum: '@medplum/core validateResource',
  'medplum, profile': '@medplum/core validateResource with a profile',
}

function contestLine({ set, bytes, contender, cpuUs }: ContestRow): string {
  const title = `${contenders[contender] ?? contender}, ${set} (${(bytes / 1000).toFixed(1)} KB)`
  if (!cpuUs) return `| ${title} | refuses one of them | |`
  return `| ${title} | ${(1e6 / cpuUs.median).toFixed(0)} | ${shown(cpuUs, 0)} |`
}
