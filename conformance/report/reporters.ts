// Every way of writing a report down, by the name that --reporter has for it.

import type { Claim } from '../requirement.ts'
import { badge, shields } from './badge.ts'
import { consoleReport } from './console.ts'
import { csvReport } from './csv.ts'
import { ctrfReport } from './ctrf.ts'
import { harReport } from './har.ts'
import { htmlReport } from './html/page.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import type { SavedReport } from './saved.ts'
import { testReport } from './testreport.ts'

/** The text of a file; the suite serves those that list also what was not asked for. */
export const reporters = {
  console: plainReport,
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  junit: junitReport,
  html: htmlReport,
  markdown: markdownReport,
  csv: csvReport,
  ctrf: ctrfReport,
  har: harReport,
  testreport: testReport,
  badge,
  shields,
} as const satisfies Readonly<Record<string, (report: SavedReport, suite: readonly Claim[]) => string>>

export type ReporterKind = keyof typeof reporters

export const isReporterKind = (name: string): name is ReporterKind => Object.hasOwn(reporters, name)

function plainReport(report: SavedReport): string {
  const lines: string[] = []
  consoleReport(report, { isTerminal: false, hasColour: false, write: (text) => void lines.push(text) })
  return lines.join('')
}
