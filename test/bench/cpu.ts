// CPU time as the operating system counts it: of a process, of a process with its children, of the whole machine.

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

/** Of a process and its children, those that ended included. */
export function secondsOfTree(pid: number): number {
  const living = [pid, ...processes().filter((one) => parentOf(one) === pid)]
  return living.reduce((sum, one) => sum + secondsOf(one), (statOf(pid)?.childTicks ?? 0) / ticksPerSecond)
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
function statOf(pid: number): { readonly parent: number; readonly ticks: number; readonly childTicks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0, , , , , , , , , , user = 0, system = 0, childUser = 0, childSystem = 0] = fields
    return { parent, ticks: user + system, childTicks: childUser + childSystem }
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
