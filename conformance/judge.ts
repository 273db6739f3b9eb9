// One requirement held against one system: what it needs, its run, and how it ended.

import { declares, isCapabilityStatement } from './capability.ts'
import { textAt } from './json.ts'
import { Failed, Omitted, Skipped, Unreachable, type Outcome, type Result } from './outcome.ts'
import { peopleFor } from './people.ts'
import { randomFrom } from './random.ts'
import type { Requirement } from './requirement.ts'
import { trialFor, type Run, type Trial } from './trial.ts'

export interface JudgeOptions {
  readonly run: Run
  readonly seed: string
  /** The requirement's place in the whole suite: its people are its own by it. */
  readonly index: number
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

export async function judge(requirement: Requirement, options: JudgeOptions): Promise<Result> {
  const { run, seed, index, signal } = options
  const random = randomFrom(seed, requirement.id)
  const timeoutMs = Math.max(options.timeoutMs, requirement.timeoutMs ?? 0)
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  const trial = trialFor({
    run,
    random,
    person: peopleFor(seed, index, random),
    signal: signal ? AbortSignal.any([limit.signal, signal]) : limit.signal,
  })
  const began = performance.now()
  const ended = await end(requirement, trial)
  clearTimeout(timer)
  const { id, level, area, title } = requirement
  const exchanges = ended.outcome === 'pass' ? [] : trial.exchanges
  return { id, level, area, title, ...ended, durationMs: performance.now() - began, exchanges }
}

type Ended = Pick<Result, 'outcome' | 'reason' | 'expected' | 'actual'>

async function end(requirement: Requirement, t: Trial): Promise<Ended> {
  try {
    checkNeeds(requirement, t)
    await requirement.run(t)
    return { outcome: 'pass' }
  } catch (error) {
    return endedBy(error, requirement)
  }
}

function endedBy(error: unknown, { level }: Requirement): Ended {
  if (error instanceof Failed) {
    const { message, expected, actual } = error
    return { outcome: violated(level), reason: message, expected, actual }
  }
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof Skipped) return { outcome: 'skip', reason }
  if (error instanceof Omitted) return { outcome: 'omit', reason }
  if (error instanceof Unreachable) return { outcome: 'error', reason }
  const where = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : ''
  return { outcome: 'error', reason: `this test is broken: ${reason} ${where}` }
}

const violated = (level: Requirement['level']): Outcome => (level === 'MUST' || level === 'GATE' ? 'fail' : 'warn')

/** A system that does not claim to do something is not held to it; one whose claims cannot be read has to be mended first. */
function checkNeeds({ needs = {} }: Requirement, t: Trial): void {
  const { capability = [], discovery = [], systems = [], hl7v2 = [] } = needs
  for (const role of systems) t.system(role)
  if (systems.length > 0 && t.run.refused !== undefined) throw new Unreachable(t.run.refused)
  for (const part of hl7v2) if (!t.run.config.hl7v2[part]) throw new Skipped(`configure hl7v2.${part}`)
  if (hl7v2.length > 0 && !t.system('acute').hl7v2) throw new Skipped('configure systems.acute.hl7v2')
  if (capability.length > 0 && !isCapabilityStatement(t.run.capability))
    throw new Skipped('the target has no CapabilityStatement that could say whether it does this')
  for (const what of capability) {
    if (!declares(t.run.capability, what)) throw new Omitted(`the CapabilityStatement does not declare ${what}`)
  }
  for (const member of discovery)
    if (textAt(t.run.discovery, member) === '') throw new Omitted(`discovery does not name ${member}`)
}
