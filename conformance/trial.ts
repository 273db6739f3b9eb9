// What one test works with: systems to speak as, people and ids of its own, and a record of all that was said.

import type { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import type { Config, System } from './config.ts'
import { Skipped } from './outcome.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Role } from './requirement.ts'
import { sessionFor, type Session } from './session.ts'
import { askForToken, type TokenAttempt, type Tokens } from './token.ts'
import { exchange, type Answer, type Ask, type Exchange } from './wire/exchange.ts'
import { readAck, type Ack } from './wire/ack.ts'
import { sendMllp } from './wire/mllp.ts'

/** What the tests of one run share. */
export interface Run {
  readonly config: Config
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent }
  readonly tokens: Tokens
  /** What the target says of itself; undefined where it could not be read. */
  readonly capability: unknown
  readonly discovery: unknown
  readonly tokenUrl: string
  /** How far the target's clock is ahead of ours. */
  readonly skewMs: number
  /** Why none of the configured systems is let in, where none is. */
  readonly refused?: string
}

export interface Trial {
  readonly run: Run
  readonly random: Random
  /** A person who was never spoken of before. */
  person(): Person
  /** An id that was never used before. */
  id(): string
  uuid(): string
  /** Seconds since 1970, by the target's clock. */
  now(): number
  system(role: Role): System
  /** Speaks FHIR as that system; `scope` narrows its token. */
  as(role: Role, scope?: string): Session
  /** Speaks to the target without a token. */
  readonly anyone: Session
  /** Asks for a token, in whatever way is to be tried. */
  token(role: Role, attempt?: TokenAttempt): Promise<Answer>
  /** One request to any address, as it is given. */
  send(ask: Ask): Promise<Answer>
  mllp(...messages: readonly string[]): Promise<readonly Ack[]>
  mllpInPieces(message: string): Promise<Ack>
  readonly exchanges: readonly Exchange[]
}

export interface TrialOptions {
  readonly run: Run
  readonly random: Random
  readonly person: () => Person
  readonly signal: AbortSignal
}

export function trialFor({ run, random, person, signal }: TrialOptions): Trial {
  const exchanges: Exchange[] = []
  const { config, agents } = run

  async function send(ask: Ask): Promise<Answer> {
    const began = performance.now()
    const startedAt = new Date().toISOString()
    const took = () => performance.now() - began
    try {
      const answer = await exchange(ask, { signal, agents })
      exchanges.push({ ask, answer, startedAt, durationMs: took() })
      return answer
    } catch (error) {
      exchanges.push({ ask, error: error instanceof Error ? error.message : String(error), startedAt, durationMs: took() })
      throw error
    }
  }

  async function overMllp(messages: readonly string[], inPieces: boolean): Promise<readonly Ack[]> {
    const { mllp } = config.hl7v2
    if (!mllp) throw new Skipped('configure hl7v2.mllp')
    const began = performance.now()
    const startedAt = new Date().toISOString()
    const texts = await sendMllp(mllp, messages, { signal, inPieces })
    const url = `mllp://${mllp.host}:${mllp.port}`
    messages.forEach((body, i) => {
      const text = texts[i] ?? ''
      const answer = { status: 0, headers: {}, bytes: Buffer.from(text), text, json: undefined }
      const durationMs = performance.now() - began
      exchanges.push({ ask: { method: 'MLLP', url, headers: {}, body }, answer, startedAt, durationMs })
    })
    return texts.map((text) => readAck(text) ?? { code: '', control: '', addresses: [], version: '', errors: [], text })
  }

  const trial: Trial = {
    run,
    random,
    person,
    id: () => `conf-${random.text(16)}`,
    uuid: () => random.uuid(),
    now: () => Math.floor((Date.now() + run.skewMs) / 1000),
    system(role) {
      const system = config.systems[role]
      if (!system) throw new Skipped(`configure systems.${role}`)
      return system
    },
    as: (role, scope) => sessionFor(trial, () => run.tokens.get(trial, role, scope)),
    anyone: sessionFor({ run, send }, undefined),
    token: (role, attempt) => askForToken(trial, role, attempt),
    send,
    mllp: (...messages) => overMllp(messages, false),
    async mllpInPieces(message) {
      const [ack] = await overMllp([message], true)
      if (!ack) throw new Error('an acknowledgement is always answered')
      return ack
    },
    exchanges,
  }
  return trial
}
