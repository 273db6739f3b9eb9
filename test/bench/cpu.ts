// CPU time as the operating system counts it: of a process, of a PostgreSQL cluster, of the whole machine.

import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in ticks of 10 ms on every machine that Node runs on. */
const ticksPerSecond = 100

/** Time of all threads on a core, in seconds; 0 when the process is gone. */
export function secondsOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'),
    )
    return threads.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e9
  } catch {
    // A kernel without schedstat, or a thread that ended meanwhile: ticks will do.
    return (statOf(pid)?.ticks ?? 0) / ticksPerSecond
  }
}

/**
 * CPU seconds of a PostgreSQL cluster: `backends` are the processes that answer connections, `background` all others
 * (checkpoints, vacuum, WAL, I/O workers). Those that ended count as they were last seen.
 */
export function watchCluster(postmaster: number): () => { readonly backends: number; readonly background: number } {
  const seen = { backends: new Map<number, number>(), background: new Map<number, number>() }
  return () => {
    for (const pid of processes().filter((one) => one === postmaster || parentOf(one) === postmaster))
      seen[isBackend(pid) ? 'backends' : 'background'].set(pid, secondsOf(pid))
    const sum = (of: ReadonlyMap<number, number>) => of.values().reduce((total, seconds) => total + seconds, 0)
    return { backends: sum(seen.backends), background: sum(seen.background) }
  }
}

/** A backend's title ends with its client's address and what it does: `postgres: user database 127.0.0.1(5432) idle`. */
function isBackend(pid: number): boolean {
  try {
    return /\(\d+\) /.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))
  } catch {
    return false
  }
}

/** What all cores have been busy with, time stolen by the host included. */
export function secondsOfMachine(): number {
  const [, user, nice, system, , , irq, softirq, steal] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '')
    .split(/\s+/)
    .map(Number)
  return [user, nice, system, irq, softirq, steal].reduce<number>((sum, ticks = 0) => sum + ticks, 0) / ticksPerSecond
}

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0

const processes = (): readonly number[] => readdirSync('/proc').map(Number).filter(Number.isInteger)

/** Fields of proc_pid_stat(5), counted behind the name, which may hold spaces. */
function statOf(pid: number): { readonly parent: number; readonly ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0, , , , , , , , , , user = 0, system = 0] = fields
    return { parent, ticks: user + system }
  } catch {
    return undefined
  }
}

/** Resident memory of a process, in MB. */
export function residentMbOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
