// What `validate` found, told to a person or to a program, file by file as it is found.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { Screen } from '../report/console.ts'

/** One issue of one resource, with its place in the text. */
export interface Finding extends Issue {
  readonly line: number
  readonly column: number
}

export interface Verdict {
  /** File, and line where a file holds one resource to a line. */
  readonly source: string
  /** `Patient/ada`, or the type alone. */
  readonly resource: string
  /** It is no resource, and nobody said that it was one. */
  readonly isPassedOver?: true
  readonly issues: readonly Finding[]
}

export interface Counts {
  readonly resources: number
  readonly valid: number
  readonly passedOver: number
  readonly errors: number
  readonly warnings: number
  readonly information: number
  /** Codes whose value set cannot be evaluated here: neither right nor wrong. */
  readonly notChecked: number
}

export interface Reporter {
  tell(verdict: Verdict): void
  end(): Counts
}

export function reporterTo(screen: Screen, kind: 'console' | 'json'): Reporter {
  const { began, verdict: toldAs, ended } = kind === 'json' ? json : console(screen)
  let counts: Counts = { resources: 0, valid: 0, passedOver: 0, errors: 0, warnings: 0, information: 0, notChecked: 0 }
  screen.write(began)
  return {
    tell(verdict) {
      screen.write(toldAs(verdict, counts.resources + counts.passedOver === 0))
      counts = added(counts, verdict)
    },
    end() {
      screen.write(ended(counts))
      return counts
    },
  }
}

function added(counts: Counts, verdict: Verdict): Counts {
  if (verdict.isPassedOver) return { ...counts, passedOver: counts.passedOver + 1 }
  const of = (severity: Issue['severity']) => verdict.issues.filter((issue) => issue.severity === severity).length
  return {
    ...counts,
    resources: counts.resources + 1,
    valid: counts.valid + (hasError(verdict) ? 0 : 1),
    errors: counts.errors + of('error'),
    warnings: counts.warnings + of('warning'),
    information: counts.information + of('information'),
    notChecked: counts.notChecked + verdict.issues.filter(({ id }) => id === 'code-not-checked').length,
  }
}

const hasError = ({ issues }: Verdict): boolean => issues.some(({ severity }) => severity === 'error')

interface Manner {
  readonly began: string
  verdict(verdict: Verdict, isFirst: boolean): string
  ended(counts: Counts): string
}

const json: Manner = {
  began: '{"verdicts": [',
  verdict: (verdict, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(verdict)}`,
  ended: (counts) => `\n], "summary": ${JSON.stringify(counts)}}\n`,
}

const console = (screen: Screen): Manner => ({
  began: '',
  verdict(verdict) {
    if (verdict.isPassedOver) return `– ${verdict.source} passed over: names no resourceType\n`
    const told = verdict.issues.filter(({ severity }) => severity !== 'information')
    const lines = told.map(
      ({ line, column, severity, id, expression, text }) =>
        `    ${`${line}:${column}`.padEnd(9)} ${severity.padEnd(8)} ${id.padEnd(20)} ${expression} ${text}\n`,
    )
    return `${mark(verdict, screen)} ${verdict.source} ${verdict.resource}\n${lines.join('')}`
  },
  ended: ({ resources, valid, passedOver, errors, warnings, information, notChecked }) =>
    `\n${resources} resources: ${valid} valid, ${resources - valid} not${passedOver > 0 ? `; ${passedOver} files passed over` : ''}\n` +
    `${errors} errors, ${warnings} warnings, ${information} for information (${notChecked} codes that cannot be checked here)\n`,
})

function mark(verdict: Verdict, { hasColour }: Screen): string {
  const [sign, colour] = hasError(verdict) ? ['✗', 31] : ['✓', 32]
  return hasColour ? `\u001b[${colour}m${sign}\u001b[0m` : sign
}
