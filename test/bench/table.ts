// A report as people read it: plain text with Markdown tables.

import { measures } from './measures.ts'
import type { Figure, Report, Row } from './report.ts'

export function tableOf(report: Report): string {
  return [
    `Run of ${report.at}, ${Math.round(report.seconds)} s. ${report.machine}, Node ${report.node}.`,
    ...report.stores.map(({ database, about, before, after, residentMb }) =>
      [
        `- ${database}: ${about}. Before: ${before.journeys} journeys, ${before.people} Patients, ${before.resources} resources, ${before.indexRows} index rows.`,
        `  After: ${after.people} Patients, ${after.resources} resources in ${after.versions} versions, ${after.indexRows} index rows, ${after.audits} audit rows, ${after.messages} messages, ${after.megabytes} MB; gateway ${Math.round(residentMb)} MB resident.`,
      ].join('\n'),
    ),
    `- A message: ${report.messageBytes} bytes; rows: ${listed(report.rowsPerMessage)}. A read: ${listed(report.rowsPerRead)}.`,
    `- Plans per commit: ${listed(report.plansPerCommit)}.`,
    '',
    '| measure | conn. | database | requests/s | p50 / p99 ms | CPU ms/req (of it database) | bare requests/s | requests over bare | CPU of bare over ours | goal | rounds disturbed |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...report.rows.map(lineOf),
    '',
    '| by itself | per second | CPU µs |',
    '|---|---|---|',
    ...report.raw.map(
      ({ work, batch, perSecond, cpuUs }) => `| ${rawTitle(work, batch)} | ${shown(perSecond, 0)} | ${shown(cpuUs, 0)} |`,
    ),
    '',
    '| ratio | |',
    '|---|---|',
    ...Object.entries(report.rateOverRaw).map(
      ([connections, value]) => `| messages/s over raw SQLite, ${connections} connections | ${value.toFixed(2)} |`,
    ),
    ...Object.entries(report.ratios)
      .filter(([name]) => !name.includes('bare'))
      .map(([name, value]) => `| CPU, ${name} | ${value.toFixed(2)} |`),
  ].join('\n')
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
    shown(row.rateRatio, 3),
    shown(row.cpuRatio, 3),
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

const titles: Readonly<Record<string, string>> = {
  parse: 'JSON.parse of the message',
  validate: 'our validator, its 6 resources',
  medplum: '@medplum/core validateResource, its 6 resources',
}

const rawTitle = (work: string, batch: number): string =>
  titles[work] ?? `raw SQLite, rows of a ${work}${batch > 1 ? ` (${batch} per commit)` : ''}`
