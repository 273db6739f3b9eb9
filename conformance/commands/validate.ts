// validate: holds files against R4, our profiles and packages, without any server.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { readJson } from '../../profiles/json.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { positionsOf } from '../../profiles/positions.ts'
import { exits } from '../exit.ts'
import { isRecord } from '../json.ts'
import type { Screen } from '../report/console.ts'
import type { Arguments } from './arguments.ts'
import { inputsOf, type Input } from './inputs.ts'
import { validatorWith } from './packages.ts'

/** One issue of one resource, with its place in the text. */
interface Finding extends Issue {
  readonly line: number
  readonly column: number
}

interface Verdict {
  /** File, and line where a file holds one resource to a line. */
  readonly source: string
  /** `Patient/ada`, or the type alone. */
  readonly resource: string
  readonly issues: readonly Finding[]
}

/** 0 when nothing is wrong, 1 when something is, 2 when a file or a package cannot be read. */
export async function validateCommand(args: Arguments, screen: Screen): Promise<number> {
  if (args.rest.length === 0) return refuse('validate FILE…: files, folders, or - for standard input')
  const { inputs, faults } = await inputsOf(args.rest)
  if (faults.length > 0) return refuse(faults.join('\n'))
  const made = args.packages.length > 0 ? validatorWith(args.packages) : { validator: ownValidator() }
  if ('faults' in made) return refuse(made.faults.join('\n'))
  const unknown = args.profiles.filter((profile) => !made.validator.isKnownProfile(profile))
  if (unknown.length > 0) return refuse(`no such profile is known: ${unknown.join(', ')}; --packages brings more`)
  const verdicts = inputs.map((input) => verdictOf(input, made.validator, args.profiles))
  const isJson = args.reporters.some(({ kind }) => kind === 'json')
  if (isJson) screen.write(`${JSON.stringify({ verdicts, summary: countsOf(verdicts) }, null, 2)}\n`)
  else report(verdicts, screen)
  return verdicts.some(hasError) ? exits.failed : exits.passed
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

const limits = { bytes: 64 * 2 ** 20, depth: 64 }

function verdictOf({ source, bytes }: Input, validator: Validator, profiles: readonly string[]): Verdict {
  const read = readJson(bytes, limits)
  if ('fault' in read) {
    const { id, text, line, column } = read.fault
    return { source, resource: '', issues: [{ severity: 'error', code: 'structure', id, text, expression: '', line, column }] }
  }
  const issues = validator.validate(read.value, { profiles })
  const places = positionsOf(
    new TextDecoder().decode(bytes),
    issues.map(({ expression }) => expression),
  )
  const located = issues.map((issue) => ({ ...issue, ...(places.get(issue.expression) ?? { line: 1, column: 1 }) }))
  return { source, resource: nameOf(read.value), issues: located }
}

function nameOf(value: unknown): string {
  if (!isRecord(value) || typeof value['resourceType'] !== 'string') return ''
  return typeof value['id'] === 'string' ? `${value['resourceType']}/${value['id']}` : value['resourceType']
}

const hasError = ({ issues }: Verdict): boolean => issues.some(({ severity }) => severity === 'error')

function countsOf(verdicts: readonly Verdict[]) {
  const issues = verdicts.flatMap((verdict) => verdict.issues)
  const of = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity).length
  return {
    resources: verdicts.length,
    valid: verdicts.filter((verdict) => !hasError(verdict)).length,
    errors: of('error'),
    warnings: of('warning'),
    information: of('information'),
    /** Codes whose value set cannot be evaluated here: neither right nor wrong. */
    notChecked: issues.filter(({ id }) => id === 'code-not-checked').length,
  }
}

function report(verdicts: readonly Verdict[], screen: Screen): void {
  for (const verdict of verdicts) {
    const told = verdict.issues.filter(({ severity }) => severity !== 'information')
    screen.write(`${mark(verdict, screen)} ${verdict.source} ${verdict.resource}\n`)
    for (const { line, column, severity, id, expression, text } of told)
      screen.write(`    ${`${line}:${column}`.padEnd(9)} ${severity.padEnd(8)} ${id.padEnd(20)} ${expression} ${text}\n`)
  }
  const { resources, valid, errors, warnings, information, notChecked } = countsOf(verdicts)
  screen.write(`\n${resources} resources: ${valid} valid, ${resources - valid} not\n`)
  screen.write(
    `${errors} errors, ${warnings} warnings, ${information} for information (${notChecked} codes that cannot be checked here)\n`,
  )
}

function mark(verdict: Verdict, { hasColour }: Screen): string {
  const [sign, colour] = hasError(verdict) ? ['✗', 31] : ['✓', 32]
  return hasColour ? `\u001b[${colour}m${sign}\u001b[0m` : sign
}
