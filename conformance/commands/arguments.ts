// The command line as plain data, or what is wrong with it.

import { parseArgs } from 'node:util'
import { isReporterKind, reporters, type ReporterKind } from '../report/reporters.ts'
import { levels, sides } from '../requirement.ts'
import { packs } from '../simulate/sentinels.ts'

const options = {
  target: { type: 'string' },
  config: { type: 'string' },
  only: { type: 'string', multiple: true },
  grep: { type: 'string' },
  tag: { type: 'string', multiple: true },
  level: { type: 'string', multiple: true },
  area: { type: 'string', multiple: true },
  parallel: { type: 'string' },
  timeout: { type: 'string' },
  seed: { type: 'string' },
  reporter: { type: 'string', multiple: true },
  baseline: { type: 'string' },
  'strict-skips': { type: 'boolean' },
  start: { type: 'string' },
  mutant: { type: 'string', multiple: true },
  every: { type: 'string' },
  matrix: { type: 'string' },
  from: { type: 'string' },
  profile: { type: 'string', multiple: true },
  packages: { type: 'string', multiple: true },
  url: { type: 'string' },
  mllp: { type: 'string' },
  'i-own-this': { type: 'boolean' },
  exchange: { type: 'string' },
  format: { type: 'string' },
  sign: { type: 'string' },
  signer: { type: 'string' },
  verdict: { type: 'string' },
  'valid-days': { type: 'string' },
  'new-key': { type: 'string' },
  key: { type: 'string' },
  jwks: { type: 'string' },
  report: { type: 'string' },
  role: { type: 'string', multiple: true },
  pack: { type: 'string', multiple: true },
  host: { type: 'string' },
  port: { type: 'string' },
  'mllp-port': { type: 'string' },
  'control-port': { type: 'string' },
  keys: { type: 'string' },
  patience: { type: 'string' },
  'until-complete': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export interface Arguments {
  readonly command: string
  readonly rest: readonly string[]
  readonly target?: string
  readonly config?: string
  readonly only: readonly string[]
  readonly grep?: RegExp
  readonly tags: readonly string[]
  readonly levels: readonly string[]
  readonly areas: readonly string[]
  readonly parallel: number
  readonly timeoutMs: number
  readonly seed?: string
  readonly reporters: readonly Reporter[]
  readonly baseline?: string
  readonly strictSkips: boolean
  readonly start?: string
  readonly mutants: readonly string[]
  readonly every: number
  readonly matrix?: string
  /** The module that lists the mutants. */
  readonly from: string
  /** Canonicals that every resource is held to, besides what it claims. */
  readonly profiles: readonly string[]
  /** Folders and .tgz files. */
  readonly packages: readonly string[]
  readonly url: string
  readonly mllp: number
  /** Whoever calls answers for writing into the target. */
  readonly isOwned: boolean
  /** Which exchange of a result, from 1; undefined for all. */
  readonly exchange?: number
  readonly format?: string
  /** The key that `run` signs its verdict with. */
  readonly sign?: string
  /** Who runs it, in their own words. */
  readonly signer?: string
  /** Where the verdict goes. */
  readonly verdict?: string
  readonly validDays: number
  /** Where a new signing key goes. */
  readonly newKey?: string
  /** To sign with, or to verify with. */
  readonly key?: string
  readonly jwks?: string
  /** The report that a verdict is verified with. */
  readonly report?: string
  /** server, sender, receiver: whose requirements are listed. */
  readonly roles: readonly string[]
  /** What `simulate` plays the other side of, and where. */
  readonly packs: readonly string[]
  readonly host: string
  readonly port: number
  readonly mllpPort: number
  readonly controlPort: number
  /** The product's public keys, a JWK Set. */
  readonly keys?: string
  /** Seconds after which what was to be done counts as not done. */
  readonly patience: number
  readonly isUntilComplete: boolean
  readonly isHelp: boolean
}

export interface Reporter {
  readonly kind: ReporterKind
  /** Standard output where none is named. */
  readonly file?: string
}

export type ReadArguments = { readonly ok: true; readonly args: Arguments } | { readonly ok: false; readonly fault: string }

export function readArguments(argv: readonly string[]): ReadArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    const { target, config, seed, baseline, start, matrix } = values
    const args: Arguments = {
      command: positionals[0] ?? '',
      rest: positionals.slice(1),
      ...(target !== undefined && { target }),
      ...(config !== undefined && { config }),
      ...(seed !== undefined && { seed }),
      ...(baseline !== undefined && { baseline }),
      ...(start !== undefined && { start }),
      ...(matrix !== undefined && { matrix }),
      ...(values.grep !== undefined && { grep: new RegExp(values.grep, 'i') }),
      only: listed(values.only),
      tags: listed(values.tag),
      levels: listed(values.level).map(levelOf),
      areas: listed(values.area),
      parallel: number(values.parallel, 'parallel', 4, 64),
      timeoutMs: number(values.timeout, 'timeout', 15_000, 600_000),
      reporters: reportersOf(values.reporter ?? ['console']),
      strictSkips: values['strict-skips'] ?? false,
      mutants: listed(values.mutant),
      every: number(values.every, 'every', 1, 1000),
      from: values.from ?? 'test/mutants/mutants.ts',
      profiles: listed(values.profile),
      packages: listed(values.packages),
      url: values.url ?? 'http://127.0.0.1:8080',
      mllp: number(values.mllp, 'mllp', 2575, 65_535),
      isOwned: values['i-own-this'] ?? false,
      ...(values.exchange !== undefined && { exchange: number(values.exchange, 'exchange', 1, 1000) }),
      ...(values.format !== undefined && { format: values.format }),
      ...signingOf(values),
      validDays: number(values['valid-days'], 'valid-days', 365, 3650),
      roles: listed(values.role).map((role) => oneOf(sides, role, 'role')),
      packs: listed(values.pack).map((pack) => oneOf([...packs, 'all'], pack, 'pack')),
      host: values.host ?? '127.0.0.1',
      port: port(values.port, 'port', 8081),
      mllpPort: port(values['mllp-port'], 'mllp-port', 2576),
      controlPort: port(values['control-port'], 'control-port', 8082),
      ...(values.keys !== undefined && { keys: values.keys }),
      patience: number(values.patience, 'patience', 60, 86_400),
      isUntilComplete: values['until-complete'] ?? false,
      isHelp: values.help ?? false,
    }
    return { ok: true, args }
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) }
  }
}

type Signing = Pick<Arguments, 'sign' | 'signer' | 'verdict' | 'newKey' | 'key' | 'jwks' | 'report'>

function signingOf(values: Readonly<Record<string, unknown>>): Signing {
  const names = {
    sign: 'sign',
    signer: 'signer',
    verdict: 'verdict',
    newKey: 'new-key',
    key: 'key',
    jwks: 'jwks',
    report: 'report',
  }
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, option]) => (values[option] === undefined ? [] : [[name, values[option]]])),
  )
}

const listed = (values: readonly string[] = []): readonly string[] => values.flatMap((value) => value.split(',')).filter(Boolean)

function levelOf(text: string): string {
  const level = text.toUpperCase()
  if (levels.some((one) => one === level)) return level
  throw new Error(`--level is one of ${levels.join(', ')}`)
}

function oneOf(known: readonly string[], text: string, name: string): string {
  if (known.includes(text)) return text
  throw new Error(`--${name} is one of ${known.join(', ')}`)
}

/** 0 picks a free one. */
const port = (text: string | undefined, name: string, otherwise: number): number =>
  text === '0' ? 0 : number(text, name, otherwise, 65_535)

function number(text: string | undefined, name: string, otherwise: number, most: number): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value <= most) return value
  throw new Error(`--${name} is a whole number from 1 to ${most}`)
}

function reportersOf(values: readonly string[]): readonly Reporter[] {
  return values.map((value) => {
    const [kind = '', file] = value.split(/=(.*)/s)
    if (!isReporterKind(kind)) throw new Error(`--reporter is one of ${Object.keys(reporters).join(', ')}, each with =FILE`)
    return { kind, ...(file && { file }) }
  })
}
