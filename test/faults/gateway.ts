// A gateway as a process of its own, as `npm start` makes it: started, listened to, ended.

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import packageJson from '../../package.json' with { type: 'json' }
import { eprSettings, makeCast, type Cast, type SystemName } from '../../gateway/demo/cast.ts'
import { wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { logKeeper } from '../logs.ts'

export const main = resolve(import.meta.dirname, '../../gateway/main.ts')

export type Environment = Readonly<Record<string, string>>

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface Gateway {
  readonly url: string
  readonly mllp: number
  readonly pid: number
  /** How long it took until it said that it was ready. */
  readonly readyMs: number
  /** All that it wrote, to both outputs. */
  said(): string
  readonly exited: Promise<Exit>
  end(signal: NodeJS.Signals): Promise<Exit>
}

/** A folder for one test file: CLIENTS_FILE, SOURCES_FILE and a SQLite file of which every process is told. */
export interface Camp {
  readonly folder: string
  readonly cast: Cast
  readonly environment: Environment
  wires(url: string): Readonly<Record<SystemName, Wire>>
  remove(): void
}

export function makeCamp(databaseUrl?: string): Camp {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-faults-'))
  const cast = makeCast()
  const [clients, sources] = [join(folder, 'clients.json'), join(folder, 'sources.json')]
  writeFileSync(clients, JSON.stringify(cast.clientsFile))
  writeFileSync(sources, JSON.stringify({ 'trust1-epr': eprSettings }))
  return {
    folder,
    cast,
    environment: {
      PORT: '0',
      MLLP_PORT: '0',
      SANDBOX: 'on',
      LOG_LEVEL: 'error',
      CLIENTS_FILE: clients,
      SOURCES_FILE: sources,
      DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, 'data', 'gateway.db')}`,
    },
    wires: (url) =>
      Object.fromEntries(Object.entries(cast.systems).map(([name, system]) => [name, wireFor(system, url)])) as Record<
        SystemName,
        Wire
      >,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What `npm start` sets and tells Node before it names the program: `exec env ONE=1 node --two gateway/main.ts serve`. */
const [, settings = '', nodeFlags = ''] =
  /^exec env ((?:\w+=\w+ )+)node ((?:--\S+ )+)gateway\/main\.ts serve$/.exec(packageJson.scripts.start) ?? []
if (nodeFlags === '') throw new Error('`npm start` is not written as was expected: tests would run another program')
const words = (text: string): readonly string[] => text.trim().split(' ')
const startEnvironment: Environment = Object.fromEntries(words(settings).map((word) => word.split('=')))

/** Nothing of the tester's own environment but where programs are: settings in it must not decide a test. */
function launch(args: readonly string[], environment: Environment, cwd: string) {
  const child = spawn(process.execPath, [...words(nodeFlags), main, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...startEnvironment, ...environment },
  })
  const heard = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.err += text))
  // The log goes to standard error; what a command prints for its caller is no log.
  child.stderr.on('data', logKeeper())
  // `close` comes when both outputs have been read to their end.
  const exited = new Promise<Exit>((done) => child.once('close', (code, signal) => done({ code, signal })))
  return { child, heard, exited }
}

const running = new Set<ChildProcess>()

/** Rejects with what it said when it ends before it is ready. */
export async function startGateway(environment: Environment, cwd = tmpdir()): Promise<Gateway> {
  const began = performance.now()
  const { child, heard, exited } = launch(['serve'], environment, cwd)
  running.add(child)
  const said = () => heard.out + heard.err
  const ready = await Promise.race([readyLine(heard), exited.then(() => undefined)])
  if (!ready) throw new Error(`the gateway ended before it was ready: ${said()}`)
  return {
    ...ready,
    readyMs: performance.now() - began,
    said,
    exited: exited.finally(() => running.delete(child)),
    async end(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/** For a test that failed half-way: nothing is left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
}

async function readyLine(heard: { readonly out: string }): Promise<{ url: string; mllp: number; pid: number }> {
  for (;;) {
    const line = heard.out.split('\n').find((one) => one.startsWith('{"event":"ready"'))
    if (line && heard.out.includes('\n')) return JSON.parse(line) as { url: string; mllp: number; pid: number }
    await setTimeout(5)
  }
}

export interface Ended extends Exit {
  readonly out: string
  readonly err: string
}

/** A command that ends by itself. */
export async function runCommand(args: readonly string[], environment: Environment, cwd = tmpdir()): Promise<Ended> {
  const { child, heard, exited } = launch(args, environment, cwd)
  running.add(child)
  const exit = await exited
  running.delete(child)
  return { ...exit, ...heard }
}
