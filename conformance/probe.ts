// The first look at a target: whether it is there, what it says of itself, and whether its clock is ours.

import { isCapabilityStatement } from './capability.ts'
import type { Config } from './config.ts'
import { isRecord, textAt } from './json.ts'
import { noFhirThere, type Asking, type Looked } from './nowhere.ts'
import { openTokens } from './token.ts'
import type { Run } from './trial.ts'
import { exchange, type Answer } from './wire/exchange.ts'

export interface Probed {
  readonly run: Run
  /** Sentences for whoever started the run. */
  readonly notices: readonly string[]
  /** Why nothing could be asked at all. */
  readonly unreachable?: string
}

/** A clock that is further off than this is told of; tests go by the target's. */
const noticedSkewMs = 2_000

export async function probe(config: Config, agents: Run['agents'], timeoutMs: number, signal?: AbortSignal): Promise<Probed> {
  const limit = AbortSignal.timeout(timeoutMs)
  const ask: Asking = (url) => look(url, agents, { limit, timeoutMs, signal: signal ? AbortSignal.any([limit, signal]) : limit })
  const [metadata, discovery] = await Promise.all([
    ask(`${config.target}/metadata`),
    ask(`${config.target}/.well-known/smart-configuration`),
  ])
  const [found] = [metadata, discovery].filter((one) => 'status' in one)
  const skewMs = found ? skewOf(found) : 0
  const json = (one: Looked) => ('status' in one ? one.json : undefined)
  const run: Run = {
    config,
    agents,
    tokens: openTokens(),
    capability: json(metadata),
    discovery: json(discovery),
    tokenUrl: config.tokenUrl ?? addressIn(json(discovery)),
    skewMs,
  }
  if (!found) return { run, notices: [], unreachable: 'words' in metadata ? metadata.words : 'the target does not answer' }
  const stranger = await noFhirThere(config.target, [metadata, discovery], ask)
  if (stranger !== undefined) return { run, notices: [], unreachable: stranger }
  return { run, notices: [...shapeNotices(config, run), ...skewNotices(skewMs)] }
}

interface Patience {
  readonly limit: AbortSignal
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

async function look(url: string, agents: Run['agents'], { limit, timeoutMs, signal }: Patience): Promise<Looked> {
  try {
    return await exchange(
      { method: 'GET', url, headers: { accept: 'application/fhir+json, application/json' } },
      { signal, agents },
    )
  } catch (error) {
    if (limit.aborted) return { words: `${new URL(url).host}: connected, but no answer within ${timeoutMs} ms` }
    return { words: error instanceof Error ? error.message : String(error) }
  }
}

function addressIn(discovery: unknown): string {
  const address = isRecord(discovery) ? textAt(discovery, 'token_endpoint') : ''
  return URL.parse(address) ? address : ''
}

/** By the Date header, which is cut to the second: a second either way is no skew. */
function skewOf({ headers }: Answer): number {
  const there = Date.parse(headers['date'] ?? '')
  const skew = Number.isNaN(there) ? 0 : there + 500 - Date.now()
  return Math.abs(skew) > noticedSkewMs ? skew : 0
}

function shapeNotices({ target }: Config, { capability, tokenUrl }: Run): readonly string[] {
  return [
    ...(isCapabilityStatement(capability)
      ? []
      : [`${target}/metadata is no CapabilityStatement: is ${target} the FHIR base, and not above or below it?`]),
    ...(tokenUrl === '' ? ['no token endpoint is known: discovery names none, and the configuration no tokenUrl'] : []),
  ]
}

function skewNotices(skewMs: number): readonly string[] {
  if (skewMs === 0) return []
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  return [
    `the target's clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine's; tests go by the target's clock`,
  ]
}
