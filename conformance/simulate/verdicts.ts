// What the log comes to, requirement by requirement; and the same as a report of the family that `run` writes.

import { exitCodeOf } from '../exit.ts'
import type { Outcome, Result } from '../outcome.ts'
import { jsonReport } from '../report/json.ts'
import type { SavedReport } from '../report/saved.ts'
import type { Report } from '../run.ts'
import type { ClientRequirement, Finding } from './requirement.ts'
import type { Watch } from './seen.ts'
import type { Pack } from './sentinels.ts'

export interface Verdict {
  readonly requirement: ClientRequirement
  readonly outcome: 'pass' | 'fail' | 'warn' | 'not seen'
  readonly finding: Finding
}

export const requirementsFor = (suite: readonly ClientRequirement[], packs: readonly Pack[]): readonly ClientRequirement[] =>
  suite.filter((one) => one.packs.some((pack) => packs.includes(pack)))

/** A recommendation that is not followed is a warning, as in a run against a server. */
export function verdictsOn(suite: readonly ClientRequirement[], watch: Watch): readonly Verdict[] {
  return suite.map((requirement) => {
    const finding = requirement.judge(watch)
    const isAdvice = requirement.level === 'SHOULD' || requirement.level === 'MAY'
    return { requirement, finding, outcome: finding.outcome === 'fail' && isAdvice ? 'warn' : finding.outcome }
  })
}

export interface Watched {
  readonly target: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly notices: readonly string[]
  readonly strictSkips: boolean
}

/** `suite`: all that these packs are asked, whatever was chosen of it. What was not seen is a skip, with what to do about it. */
export function reportOf(verdicts: readonly Verdict[], suite: readonly ClientRequirement[], watched: Watched): SavedReport {
  const { target, startedAt, endedAt, notices, strictSkips } = watched
  const report: Report = {
    target,
    seed: 'watched',
    startedAt: startedAt.toISOString(),
    durationMs: endedAt.getTime() - startedAt.getTime(),
    notices,
    isInterrupted: false,
    results: verdicts.map(resultOf),
    notRun: [],
  }
  return jsonReport(report, suite, exitCodeOf(report, { strictSkips }))
}

function resultOf({ requirement, outcome, finding }: Verdict): Result {
  const { id, level, area, title } = requirement
  const { expected, actual, seen } = finding
  const [first] = seen
  const lastMs = Math.max(0, ...seen.map((one) => one.doneMs ?? one.atMs))
  return {
    id,
    level,
    area,
    title,
    outcome: outcome === 'not seen' ? 'skip' : (outcome satisfies Outcome),
    durationMs: first ? lastMs - first.atMs : 0,
    reason: reasonOf({ requirement, outcome, finding }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    exchanges: seen.slice(0, 6).map(({ exchange }) => exchange),
  }
}

export const reasonOf = ({ requirement, outcome, finding }: Verdict): string =>
  outcome === 'not seen' ? `not seen${finding.reason && ` (${finding.reason})`}: ${requirement.toSee}` : finding.reason
