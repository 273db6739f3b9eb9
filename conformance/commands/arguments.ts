// The command line as plain data, or what is wrong with it.

import { parseArgs } from 'node:util'
import { levels } from '../requirement.ts'

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
  readonly isHelp: boolean
}

export interface Reporter {
  readonly kind: 'console' | 'json' | 'junit'
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
      isHelp: values.help ?? false,
    }
    return { ok: true, args }
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) }
  }
}

const listed = (values: readonly string[] = []): readonly string[] => values.flatMap((value) => value.split(',')).filter(Boolean)

function levelOf(text: string): string {
  const level = text.toUpperCase()
  if (levels.some((one) => one === level)) return level
  throw new Error(`--level is one of ${levels.join(', ')}`)
}

function number(text: string | undefined, name: string, otherwise: number, most: number): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value <= most) return value
  throw new Error(`--${name} is a whole number from 1 to ${most}`)
}

function reportersOf(values: readonly string[]): readonly Reporter[] {
  return values.map((value) => {
    const [kind = '', file] = value.split(/=(.*)/s)
    if (kind !== 'console' && kind !== 'json' && kind !== 'junit')
      throw new Error('--reporter is console, json or junit, each with =FILE')
    return { kind, ...(file && { file }) }
  })
}
