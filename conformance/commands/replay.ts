// `replay`: sends what a result of a kept report records once more, with tokens of now, and shows what comes back otherwise.

import { exits } from '../exit.ts'
import { randomFrom } from '../random.ts'
import { redacted } from '../redact.ts'
import { differences } from '../replay/difference.ts'
import { restored, type Restored } from '../replay/restored.ts'
import { printable, type Screen } from '../report/console.ts'
import type { SavedExchange, SavedResult } from '../report/saved.ts'
import { trialFor, type Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import type { Arguments } from './arguments.ts'
import { savedAt } from './report.ts'
import { withTarget } from './sandbox.ts'

/** 0 when every answer is as it was, 1 when one is other, 2 when there is nothing to send, 3 when nobody answers. */
export async function replayCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const [path = '', id = ''] = args.rest
  if (path === '' || id === '') return refuse('replay REPORT.json ID --config FILE: which result of which report')
  const kept = savedAt(path)
  if ('faults' in kept) return refuse(kept.faults.join('\n'))
  const result = kept.report.results.find((one) => one.id === id.toUpperCase())
  if (!result) return refuse(`${path} has no result of ${id}`)
  const chosen = chosenOf(result, args.exchange)
  if (typeof chosen === 'string') return refuse(chosen)
  return withTarget(args, screen, async (run) => {
    const person = () => {
      throw new Error('what was recorded speaks of nobody new')
    }
    tell(result, screen)
    let areAllSame = true
    for (const { number, saved } of chosen) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(args.timeoutMs)])
      const t = trialFor({ run, random: randomFrom('replay', Date.now()), person, signal: limit })
      screen.write(`\n#${number} ${printable(`${saved.method} ${saved.url}`)}\n`)
      const isSame = await sentAgain(t, saved, screen)
      if (isSame === undefined) return exits.unreachable
      areAllSame &&= isSame
    }
    return areAllSame ? exits.passed : exits.failed
  })
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

interface Numbered {
  readonly number: number
  readonly saved: SavedExchange
}

function chosenOf({ id, outcome, exchanges = [] }: SavedResult, wanted: number | undefined): readonly Numbered[] | string {
  const all = exchanges.map((saved, i) => ({ number: i + 1, saved }))
  if (all.length === 0) return `${id} (${outcome}): the report keeps no exchange of it`
  const chosen = all.filter(({ number }) => wanted === undefined || number === wanted)
  return chosen.length > 0 ? chosen : `--exchange: ${id} has ${all.length}`
}

function tell({ id, title, outcome, expected, actual }: SavedResult, screen: Screen): void {
  screen.write(`${id} ${printable(title)}: ${outcome} when it was recorded\n`)
  if (expected !== undefined) screen.write(`  expected  ${printable(expected)}\n  actual    ${printable(actual ?? '')}\n`)
}

/** Whether what came is what came then; undefined where nothing came. */
async function sentAgain(t: Trial, saved: SavedExchange, screen: Screen): Promise<boolean | undefined> {
  const ask = await restored(t, saved)
  if ('fault' in ask) {
    screen.write(`  not sent: ${ask.fault}\n`)
    return false
  }
  for (const note of ask.notes) screen.write(`  note      ${note}\n`)
  try {
    return told(saved, await answerTo(t, ask), screen)
  } catch (error) {
    screen.write(`  ${printable(error instanceof Error ? error.message : String(error))}\n`)
    return undefined
  }
}

async function answerTo(t: Trial, { ask, isMllp }: Restored): Promise<Pick<Answer, 'status' | 'text'>> {
  if (!isMllp) return t.send(ask)
  const [ack] = await t.mllp(String(ask.body ?? ''))
  return { status: 0, text: ack?.text ?? '' }
}

function told(saved: SavedExchange, { status, text }: Pick<Answer, 'status' | 'text'>, screen: Screen): boolean {
  const [before, now] = [saved.responseBody ?? '', redacted(text)]
  const lines = differences(before, now)
  screen.write(`  then      ${saved.error ? printable(saved.error) : saved.status || printable(before.slice(0, 80))}\n`)
  screen.write(`  now       ${status || printable(now.slice(0, 80))}\n`)
  for (const line of lines) screen.write(`  otherwise ${printable(line)}\n`)
  return status === (saved.status ?? -1) && lines.length === 0
}
