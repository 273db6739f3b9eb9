// validate: holds files against R4, our profiles and packages, without any server.

import type { Validator } from '../../profiles/compiler/validator.ts'
import { readJson } from '../../profiles/json.ts'
import { wholeValidator } from '../../profiles/whole-validator.ts'
import { positionsOf, type Position } from '../../profiles/positions.ts'
import { readXml } from '../../profiles/xml/read.ts'
import { exits } from '../exit.ts'
import { isRecord } from '../json.ts'
import type { Screen } from '../report/console.ts'
import type { Arguments } from './arguments.ts'
import { filesOf, inputsIn, type Input } from './inputs.ts'
import { validatorWith } from './packages.ts'
import { reporterTo, type Finding, type Verdict } from './verdicts.ts'

/** 0 when nothing is wrong, 1 when something is, 2 when a file or a package cannot be read. */
export async function validateCommand(args: Arguments, screen: Screen): Promise<number> {
  if (args.rest.length === 0) return refuse('validate FILE…: files, folders, or - for standard input')
  const { files, faults } = filesOf(args.rest)
  if (faults.length > 0) return refuse(faults.join('\n'))
  const made = args.packages.length > 0 ? validatorWith(args.packages) : { validator: wholeValidator(), warnings: [] }
  if ('faults' in made) return refuse(made.faults.join('\n'))
  const unknown = args.profiles.filter((profile) => !made.validator.isKnownProfile(profile))
  if (unknown.length > 0) return refuse(`no such profile is known: ${unknown.join(', ')}; --packages brings more`)
  for (const warning of made.warnings) process.stderr.write(`warning: ${warning}\n`)
  const isJson = args.reporters.some(({ kind }) => kind === 'json')
  const reporter = reporterTo(screen, isJson ? 'json' : 'console')
  const unread: string[] = []
  for (const file of files) {
    try {
      for await (const input of inputsIn(file)) reporter.tell(verdictOf(input, made.validator, args.profiles))
    } catch (error) {
      if (!isOfTheSystem(error)) throw error
      unread.push(`${file.path} cannot be read`)
    }
  }
  const { resources, valid, passedOver } = reporter.end()
  if (unread.length > 0) return refuse(unread.join('\n'))
  if (resources === 0) return refuse(passedOver > 0 ? 'nothing to validate: no file names a resourceType' : 'nothing to validate')
  return valid < resources ? exits.failed : exits.passed
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

/** And no fault of this program. */
const isOfTheSystem = (error: unknown): boolean => error instanceof Error && 'code' in error

const limits = { bytes: 64 * 2 ** 20, depth: 64 }

interface Read {
  /** undefined where it could not be read. */
  readonly value?: unknown
  readonly faults: readonly Finding[]
  readonly places: (expressions: readonly string[]) => ReadonlyMap<string, Position>
}

function verdictOf(input: Input, validator: Validator, profiles: readonly string[]): Verdict {
  const { source } = input
  const { value, faults, places } = input.isXml ? fromXml(input) : fromJson(input)
  if (value === undefined) return { source, resource: '', issues: faults }
  // Other things lie in folders too; what somebody names is meant.
  if (input.isFound && isRecord(value) && value['resourceType'] === undefined)
    return { source, resource: '', isPassedOver: true, issues: [] }
  const issues = validator.validate(value, { profiles })
  const found = places(issues.map(({ expression }) => expression))
  const located = issues.map((issue) => ({ ...issue, ...(found.get(issue.expression) ?? { line: 1, column: 1 }) }))
  return { source, resource: nameOf(value), issues: [...faults, ...located] }
}

/** What a byte order mark stands before is read all the same: the faults behind it are not to wait for another try. */
function fromJson({ bytes }: Pick<Input, 'bytes'>): Read {
  const read = readJson(bytes, limits)
  const places: Read['places'] = (expressions) => positionsOf(new TextDecoder().decode(bytes), expressions)
  if ('value' in read) return { value: read.value, faults: [], places }
  const { id, text, line, column } = read.fault
  const fault: Finding = { severity: 'error', code: 'structure', id, text, expression: '', line, column }
  if (id !== 'byte-order-mark') return { faults: [fault], places }
  const rest = fromJson({ bytes: bytes.subarray(3) })
  return { ...rest, faults: [fault, ...rest.faults] }
}

function fromXml({ bytes }: Input): Read {
  const read = readXml(bytes, limits)
  if ('value' in read) return { value: read.value, faults: [], places: read.positions }
  const faults = read.faults.map(({ id, text, path = '', line, column }): Finding => {
    return { severity: 'error', code: 'structure', id, text, expression: path, line, column }
  })
  return { faults, places: () => new Map() }
}

/** Only what is in FHIR's form: anything else might hold more than a name, down to codes that a terminal obeys. */
function nameOf(value: unknown): string {
  const { resourceType, id } = isRecord(value) ? value : {}
  if (typeof resourceType !== 'string' || !/^[A-Za-z]{1,64}$/.test(resourceType)) return ''
  return typeof id === 'string' && /^[A-Za-z0-9\-.]{1,64}$/.test(id) ? `${resourceType}/${id}` : resourceType
}
