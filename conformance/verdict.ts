// What a report comes to, in one word and one sentence.

import type { SavedReport } from './report/saved.ts'

export interface Verdict {
  /** `incomplete`: nothing failed, and not all that is required was seen. */
  readonly word: 'passed' | 'failed' | 'incomplete'
  readonly sentence: string
  /** Whether every requirement of the suite was asked for; unknown (and so not) for reports of version 1.0. */
  readonly isWhole: boolean
}

/** By the results alone: an exit code may be edited, and depends on how strict the run was to be. */
export function verdictOf(report: SavedReport): Verdict {
  const asked = report.results.length + report.notRun.length
  const isWhole = report.suite !== undefined && asked >= report.suite.requirements
  const of = report.suite && !isWhole ? ` Only ${asked} of ${report.suite.requirements} requirements were asked for.` : ''
  const { word, sentence } = ended(report)
  return { word, sentence: `${sentence}${of}`, isWhole }
}

function ended({ results, notRun, unreachable, isInterrupted }: SavedReport): Omit<Verdict, 'isWhole'> {
  const number = (outcome: string) => results.filter((one) => one.outcome === outcome).length
  const [failed, passed, warned, broken, omitted] = [
    number('fail'),
    number('pass'),
    number('warn'),
    number('error'),
    number('omit'),
  ]
  const skipped = results.filter(({ outcome, level }) => outcome === 'skip' && (level === 'MUST' || level === 'GATE')).length
  const gaps = [
    ...(broken > 0 ? [`${tests(broken)} ended in an error of the tool or the network`] : []),
    ...(skipped > 0 ? [`${skipped} that ${is(skipped)} required ${was(skipped)} skipped for want of configuration`] : []),
    ...(isInterrupted || notRun.length > 0 ? [`${tests(notRun.length)} ${was(notRun.length)} not run`] : []),
  ]
  if (unreachable !== undefined) return { word: 'incomplete', sentence: 'The target could not be reached: nothing was judged.' }
  if (failed > 0)
    return {
      word: 'failed',
      sentence: `${failed} of ${tests(results.length)} ${failed === 1 ? 'fails' : 'fail'}${behind(gaps)}.`,
    }
  if (gaps.length > 0) return { word: 'incomplete', sentence: `Nothing fails, but ${gaps.join('; ')}.` }
  if (passed === 0) return { word: 'incomplete', sentence: 'Nothing fails, but nothing passes either.' }
  const asides = [
    ...(warned > 0 ? [`${warned} ${warned === 1 ? 'recommendation is' : 'recommendations are'} not followed`] : []),
    ...(omitted > 0 ? [`${omitted} left out, as the target does not claim them`] : []),
  ]
  return { word: 'passed', sentence: `${passed} of ${tests(results.length)} pass${passed === 1 ? 'es' : ''}${behind(asides)}.` }
}

const tests = (number: number): string => `${number} ${number === 1 ? 'test' : 'tests'}`
const is = (number: number): string => (number === 1 ? 'is' : 'are')
const was = (number: number): string => (number === 1 ? 'was' : 'were')
const behind = (asides: readonly string[]): string => (asides.length > 0 ? `; ${asides.join('; ')}` : '')
