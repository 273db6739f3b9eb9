// After the whole run: the logs of all gateways that the tests started hold no personal data and no secrets.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findingsIn } from './log-findings.ts'
import { logFolder } from './logs.ts'

/** Threads are given the environment as it is when they start, which is after this. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-logs-'))
  process.env[logFolder] = folder
  return () => {
    const told = readdirSync(folder).flatMap((file) => {
      const findings = findingsIn(readFileSync(join(folder, file), 'utf8'))
      return findings.map(({ what, line }) => `${decodeURIComponent(file)}: line ${line} of its gateways’ logs holds ${what}`)
    })
    if (told.length === 0) return rmSync(folder, { recursive: true, force: true })
    // The run fails; the logs stay for whoever looks for the cause.
    process.exitCode = 1
    throw new Error([`Logs hold what no log may hold; they are kept in ${folder}.`, ...told.slice(0, 50)].join('\n'))
  }
}
