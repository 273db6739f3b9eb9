// `mutants`: starts a server with each seeded fault, and sees the tests that claim it find it.

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readConfig, type Config } from '../config.ts'
import { exits } from '../exit.ts'
import { isRecord, parsed } from '../json.ts'
import { randomFrom } from '../random.ts'
import type { Screen } from '../report/console.ts'
import type { Requirement } from '../requirement.ts'
import { run } from '../run.ts'
import { suite } from '../suite.ts'
import type { Arguments } from './arguments.ts'
import { makeCast, writeCast } from './keys.ts'

interface Mutant {
  readonly id: string
  readonly file: string
  readonly claim: string
}

export interface Killed extends Mutant {
  /** Tests that claim it and found it. */
  readonly killedBy: readonly string[]
  /** Tests that claim it and did not. */
  readonly survived: readonly string[]
  /** Tests of the sample that found it too. */
  readonly alsoFoundBy: readonly string[]
}

const defaultStart = 'node --import ./test/mutants/register.ts gateway/main.ts serve'
const startMs = 20_000

export async function mutantsCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const all = await mutantsIn(resolve(args.from))
  const wanted = all.filter(({ id }, i) => (args.mutants.length > 0 ? args.mutants.includes(id) : i % args.every === 0))
  if (wanted.length === 0) {
    screen.write('no such mutant\n')
    return exits.usage
  }
  const rows: Killed[] = []
  for (const mutant of wanted) {
    if (signal.aborted) break
    const row = await tryMutant(mutant, args, signal)
    rows.push(row)
    screen.write(`${row.survived.length === 0 ? 'killed  ' : 'SURVIVED'} ${row.id.padEnd(30)} ${said(row)}\n`)
  }
  const survived = rows.filter((row) => row.survived.length > 0 || row.killedBy.length === 0)
  screen.write(`${rows.length - survived.length} of ${rows.length} killed by every test that claims them\n`)
  if (args.matrix !== undefined) writeFileSync(args.matrix, `${JSON.stringify({ mutants: rows }, undefined, 1)}\n`)
  if (signal.aborted) return exits.interrupted
  return survived.length > 0 ? exits.failed : exits.passed
}

function said({ killedBy, survived, alsoFoundBy, claim }: Killed): string {
  const also = alsoFoundBy.length > 0 ? ` (also ${alsoFoundBy.join(' ')})` : ''
  return `${claim}: ${survived.length > 0 ? `not found by ${survived.join(' ')}; ` : ''}${killedBy.join(' ')}${also}`
}

/** The list is the tested server's own, so it is named at the command line and not imported. */
async function mutantsIn(path: string): Promise<readonly Mutant[]> {
  const module: unknown = await import(pathToFileURL(path).href)
  const list = isRecord(Object(module)) ? (module as { mutants?: unknown }).mutants : undefined
  if (!Array.isArray(list)) throw new Error(`${path} holds no mutants`)
  return list as readonly Mutant[]
}

/** The tests that claim it, and one in so many of the others, other ones for each mutant. */
export function chosenFor(
  { id }: Pick<Mutant, 'id'>,
  sample: number,
): { claiming: readonly Requirement[]; others: readonly Requirement[] } {
  const isClaiming = (one: Requirement) => 'kills' in one && one.kills.includes(id)
  const random = randomFrom('sample', id)
  const others = suite.filter((one) => !isClaiming(one)).filter(() => random.number(sample) === 0)
  return { claiming: suite.filter(isClaiming), others }
}

export async function tryMutant(
  mutant: Mutant,
  args: Pick<Arguments, 'start' | 'timeoutMs' | 'parallel'> & { readonly sample?: number },
  signal?: AbortSignal,
): Promise<Killed> {
  const { claiming, others } = chosenFor(mutant, args.sample ?? 20)
  const server = await startServer(args.start ?? defaultStart, mutant.id)
  try {
    const chosen = [...claiming, ...others]
    const { results } = await run({
      config: server.config,
      suite,
      chosen,
      seed: mutant.id,
      parallel: args.parallel,
      timeoutMs: args.timeoutMs,
      ...(signal && { signal }),
    })
    const finds = (one: Requirement) =>
      results.some(({ id, outcome }) => id === one.id && (outcome === 'fail' || outcome === 'warn'))
    const ids = (requirements: readonly Requirement[]) => requirements.map(({ id }) => id)
    return {
      ...{ id: mutant.id, file: mutant.file, claim: mutant.claim },
      killedBy: ids(claiming.filter(finds)),
      survived: ids(claiming.filter((one) => !finds(one))),
      alsoFoundBy: ids(others.filter(finds)),
    }
  } finally {
    await server.close()
  }
}

interface Server {
  readonly config: Config
  close(): Promise<void>
}

/** A server with ports of its own, an empty store and new keys; it says on standard output when it is ready. */
async function startServer(command: string, mutant: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-mutant-'))
  const cast = makeCast('http://127.0.0.1', 1)
  const { clients, sources } = writeCast(folder, cast)
  const environment = {
    ...process.env,
    MUTANT: mutant,
    PORT: '0',
    MLLP_PORT: '0',
    SANDBOX: 'on',
    LOG_LEVEL: 'silent',
    DATABASE_URL: 'sqlite::memory:',
    CLIENTS_FILE: clients,
    SOURCES_FILE: sources,
  }
  const [program = '', ...rest] = command.split(' ')
  const child = spawn(program === 'node' ? process.execPath : program, rest, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const close = async (): Promise<void> => {
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const { url, mllp } = await readyLine(child)
    const config = readConfig(
      { ...cast.config, hl7v2: { ...hl7v2In(cast.config), http: `${url}/hl7v2`, mllp: { port: mllp } } },
      `${url}/fhir/R4`,
    )
    if (!config.ok) throw new Error(config.faults.join())
    return { config: config.config, close }
  } catch (error) {
    await close()
    throw error
  }
}

const hl7v2In = (config: object): object => ('hl7v2' in config && isRecord(config.hl7v2) ? config.hl7v2 : {})

function readyLine(child: ChildProcess): Promise<{ url: string; mllp: number }> {
  return new Promise((done, failed) => {
    let out = ''
    let err = ''
    const timer = setTimeout(() => failed(new Error(`the server was not ready within ${startMs} ms: ${err}`)), startMs)
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.once('exit', () => failed(new Error(`the server ended before it was ready: ${err}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const ready = out
        .split('\n')
        .map(parsed)
        .find((line) => isRecord(line) && line['event'] === 'ready')
      if (!isRecord(ready)) return
      clearTimeout(timer)
      done({ url: String(ready['url']), mllp: Number(ready['mllp']) })
    })
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await new Promise((done) => child.once('exit', done))
}
