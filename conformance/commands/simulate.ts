// `simulate`: a stand-in gateway that watches a product that sends or fetches, until it is interrupted or has seen everything.

import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { exits } from '../exit.ts'
import { parsed } from '../json.ts'
import { consoleReport, type Screen } from '../report/console.ts'
import { readKeys, type Jwk } from '../simulate/assertion.ts'
import { usualTimes } from '../simulate/options.ts'
import type { ClientRequirement } from '../simulate/requirement.ts'
import { packs, type Pack } from '../simulate/sentinels.ts'
import { startSimulator, type Simulator } from '../simulate/simulator.ts'
import { clientSuite } from '../simulate/suite.ts'
import { requirementsFor } from '../simulate/verdicts.ts'
import type { Arguments } from './arguments.ts'

/** Answers the exit code: 1 where something fails, 4 with --strict-skips where something that is required was not seen. */
export async function simulateCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const chosen = packs.filter((pack) => args.packs.length === 0 || args.packs.includes('all') || args.packs.includes(pack))
  const suite = choose(args, requirementsFor(clientSuite, chosen))
  const keys = keysOf(args.keys)
  const faults = [
    ...(typeof suite === 'string' ? [suite] : []),
    ...(typeof keys === 'string' ? [keys] : []),
    ...(args.keys === undefined && chosen.some((pack) => pack !== 'hl7v2')
      ? [
          '--keys FILE: the product’s public keys (a JWK Set) are needed for the packs message and puller; --pack hl7v2 needs none',
        ]
      : []),
    ...(['0.0.0.0', '::'].includes(args.host)
      ? ['--host: name the address by which the product reaches this machine; links and the token URL are made of it']
      : []),
    ...(args.report !== undefined && !isWritable(args.report) ? [`--report: ${args.report} cannot be written`] : []),
  ]
  if (typeof suite === 'string' || typeof keys === 'string' || faults.length > 0) return told(faults.join('\n'), exits.usage)
  const { host, port, mllpPort, controlPort } = args
  const times = { ...usualTimes, patienceMs: args.patience * 1000 }
  let simulator: Simulator
  try {
    simulator = await startSimulator({ packs: chosen, host, port, mllpPort, controlPort, keys, times }, suite)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return told(
      `a port cannot be opened: ${why}; --port, --mllp-port and --control-port name others, 0 a free one`,
      exits.unreachable,
    )
  }
  greet(simulator, chosen, suite, screen, host)
  await ended(simulator, args.isUntilComplete, signal)
  const report = simulator.report(args.strictSkips)
  await simulator.close()
  if (args.report !== undefined) writeFileSync(args.report, `${JSON.stringify(report, undefined, 2)}\n`)
  consoleReport(report, screen)
  return report.exitCode
}

function told(words: string, code: number): number {
  process.stderr.write(`${words}\n`)
  return code
}

function choose({ only }: Arguments, suite: readonly ClientRequirement[]): readonly ClientRequirement[] | string {
  const wanted = only.map((id) => id.toUpperCase())
  const unknown = wanted.filter((id) => !suite.some((one) => one.id === id))
  if (unknown.length > 0)
    return `no such requirement in these packs: ${unknown.join(', ')}; \`list --role sender,receiver\` shows all`
  return wanted.length === 0 ? suite : suite.filter(({ id }) => wanted.includes(id))
}

function keysOf(path: string | undefined): readonly Jwk[] | string {
  if (path === undefined) return []
  try {
    const keys = readKeys(parsed(new TextDecoder().decode(readFileSync(path))))
    return keys && keys.length > 0 ? keys : `--keys: ${path} is no JWK Set of RSA or EC keys with kid`
  } catch {
    return `--keys: ${path} cannot be read`
  }
}

function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'a'))
    return true
  } catch {
    return false
  }
}

function greet(
  simulator: Simulator,
  chosen: readonly Pack[],
  suite: readonly ClientRequirement[],
  screen: Screen,
  host: string,
): void {
  const { base, tokenUrl, mllpPort, controlUrl } = simulator
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(host)
  const lines = [
    `A sandbox for ${chosen.join(', ')}: ${suite.length} requirements. Nothing is stored; use only people of the 999 test range.`,
    ...(isOpen ? [`It listens on ${host}: whoever reaches this machine can use it, and read the verdicts.`] : []),
    `  FHIR base  ${base}`,
    `  token URL  ${tokenUrl}`,
    ...(mllpPort > 0 ? [`  MLLP       port ${mllpPort}`] : []),
    `  verdicts   ${controlUrl} (a page), ${controlUrl}/verdicts (JSON); POST ${controlUrl}/reset begins anew`,
    'Ctrl-C ends it with a report.',
  ]
  screen.write(`${lines.join('\n')}\n`)
}

/** Time alone decides some verdicts, so it is looked at again and again; what passes so far may fail at the last message yet. */
async function ended(simulator: Simulator, isUntilComplete: boolean, signal: AbortSignal): Promise<void> {
  const isComplete = () => simulator.verdicts().every(({ outcome, finding }) => outcome !== 'not seen' && !finding.isWaiting)
  while (!signal.aborted && !(isUntilComplete && isComplete())) await after(500, undefined, { signal }).catch(() => undefined)
}
