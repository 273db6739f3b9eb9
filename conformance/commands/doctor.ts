// `doctor`: looks, one after the other, at what a set-up trips over, and says how each is mended.

import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Config } from '../config.ts'
import { exits } from '../exit.ts'
import { fail, skip, type Finding } from '../doctor/finding.ts'
import { environmentFindings, keyFindings, missingFindings, nodeFinding, privacyFinding } from '../doctor/machine.ts'
import { doorFinding, networkFindings } from '../doctor/network.ts'
import { admissionFindings, clockFinding, discoveryFinding, hl7Finding, metadataFinding } from '../doctor/target.ts'
import { probe } from '../probe.ts'
import { redacted } from '../redact.ts'
import { printable, type Screen } from '../report/console.ts'
import { suite } from '../suite.ts'
import type { Arguments } from './arguments.ts'
import { configOf } from './run.ts'

/** 0 when a run can begin, 1 when something stands in its way, 2 for the configuration, 3 when the target cannot be reached. */
export async function doctorCommand(args: Arguments, screen: Screen, environment: NodeJS.ProcessEnv): Promise<number> {
  const findings: Finding[] = []
  const isJson = args.reporters.some(({ kind }) => kind === 'json')
  const told = (more: readonly Finding[]): boolean => {
    findings.push(...more)
    if (!isJson) for (const one of more) screen.write(lineOf(one, screen))
    return more.every(({ mark }) => mark !== 'fail')
  }
  const code = await examined(args, environment, told)
  if (isJson) screen.write(`${JSON.stringify({ exitCode: code, findings }, undefined, 2)}\n`)
  else screen.write(summaryOf(findings, code))
  return code
}

/** Tells of findings, and answers whether none of them fails. */
type Told = (findings: readonly Finding[]) => boolean

async function examined(args: Arguments, environment: NodeJS.ProcessEnv, told: Told): Promise<number> {
  const isFit = told([nodeFinding(process.versions.node)])
  const read = configOf(args)
  if (!read.ok) {
    told(
      read.faults.map((fault) => fail('configuration', fault, '`init FOLDER` writes one that is whole; --config FILE names it')),
    )
    return exits.usage
  }
  const { config } = read
  const areKeysFit = told([
    ...(args.config === undefined ? [] : [privacyFinding(args.config, process.platform)]),
    ...keyFindings(config),
    ...missingFindings(config, suite),
    ...environmentFindings(config.target, environment),
  ])
  if (!told(await networkFindings(config.target, args.timeoutMs))) return exits.unreachable
  const isServed = await served(config, args.timeoutMs, told)
  if (isServed === undefined) return exits.unreachable
  const { mllp } = config.hl7v2
  const isHeard = mllp === undefined || told([await doorFinding('MLLP', mllp, args.timeoutMs)])
  return isFit && areKeysFit && isServed && isHeard ? exits.passed : exits.failed
}

/** undefined when no FHIR server is there. */
async function served(config: Config, timeoutMs: number, told: Told): Promise<boolean | undefined> {
  const agents = { http: new HttpAgent(), https: new HttpsAgent() }
  try {
    const { run, unreachable } = await probe(config, agents, timeoutMs)
    if (unreachable !== undefined) {
      told([fail('FHIR base', unreachable, 'correct target in the configuration, or --target'), skip('tokens', 'nobody to ask')])
      return undefined
    }
    const isTrue = told([clockFinding(run), metadataFinding(run), discoveryFinding(run)])
    const isOpen = told(await admissionFindings(run, timeoutMs))
    return told(await hl7Finding(run, timeoutMs)) && isOpen && isTrue
  } finally {
    agents.http.destroy()
    agents.https.destroy()
  }
}

const colours: Readonly<Record<Finding['mark'], number>> = { ok: 32, warn: 33, fail: 31, skip: 36 }

function lineOf({ mark, check, words, fix }: Finding, { hasColour }: Screen): string {
  const sign = mark.padEnd(4)
  const shown = hasColour ? `\u001b[${colours[mark]}m${sign}\u001b[0m` : sign
  const line = `${shown}  ${check.padEnd(18)} ${printable(redacted(words))}\n`
  return fix === undefined ? line : `${line}      ${'to mend it:'.padEnd(18)} ${printable(fix)}\n`
}

function summaryOf(findings: readonly Finding[], code: number): string {
  const number = (mark: Finding['mark']) => findings.filter((one) => one.mark === mark).length
  const [failed, warned] = [number('fail'), number('warn')]
  if (code === exits.passed)
    return `\nA run can begin${warned > 0 ? `; ${warned} things to know of stand above` : ''}: run with the same --config.\n`
  return `\n${failed} to mend before a run says anything${warned > 0 ? `, ${warned} to know of` : ''}.\n`
}
