// The main job, shown: a gateway in a temporary folder, and the story of four people played over real sockets.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sourceSettings } from '../../mappings/source.ts'
import { readConfig } from '../config.ts'
import type { Open, Opening } from '../serve.ts'
import type { Store } from '../store/store.ts'
import { eprSettings, makeCast, type Cast, type SystemName } from './cast.ts'
import { watch, type Checked, type Watch } from './checked.ts'
import { StepFailed, type Stage, type Step } from './stage.ts'
import { story } from './story.ts'
import { sendMllp, wireFor, type Wire } from './wire.ts'

export interface Demo {
  readonly args: readonly string[]
  readonly open: (path: string) => Promise<Store>
  readonly start: (opening: Opening) => Promise<Open>
}

/** Answers the exit code: 0 when every step held. */
export async function demo({ args, open, start }: Demo): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'home-first-'))
  const cast = makeCast()
  const store = await open(join(folder, 'demo.db'))
  const gateway = await start(openingOf(store, cast, args.includes('--stay')))
  try {
    print(`Home First Gateway at ${gateway.url}, HL7 v2 at port ${gateway.mllpPort}, store in ${folder}\n`)
    const seen = watch(gateway.house.validator)
    const stage = stageFor(cast, gateway.url, gateway.mllpPort ?? 0)
    const held = (await play({ ...stage, systems: watched(stage, seen) }, print)) && isSound(await seen.end(store), print)
    if (held && args.includes('--stay')) await stay(gateway, cast)
    return held ? 0 : 1
  } finally {
    await gateway.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

function openingOf(store: Store, { clientsFile }: Cast, isStaying: boolean): Opening {
  const read = readConfig({
    PORT: isStaying ? '8080' : '0',
    MLLP_PORT: isStaying ? '2575' : '0',
    SANDBOX: 'on',
    LOG_LEVEL: 'error',
  })
  if (!read.ok) throw new Error(read.faults.join())
  const quiet = {
    info: () => undefined,
    error: (event: string, fields: object = {}) => print(`! ${event} ${JSON.stringify(fields)}`),
  }
  return {
    store,
    config: read.config,
    log: quiet,
    clients: clientsFile,
    source: (client) => sourceSettings(client, client === 'trust1-epr' ? eprSettings : {}),
  }
}

export function stageFor({ systems }: Cast, url: string, mllpPort: number): Stage {
  const wires = Object.fromEntries(Object.entries(systems).map(([name, system]) => [name, wireFor(system, url)])) as Record<
    SystemName,
    Wire
  >
  return { systems: wires, mllp: (message) => sendMllp(mllpPort, message), known: new Map() }
}

function watched({ systems }: Stage, seen: Watch): Stage['systems'] {
  return Object.fromEntries(Object.entries(systems).map(([name, wire]) => [name, seen.over(wire)])) as Stage['systems']
}

/** Everything that was stored and answered is valid FHIR, and says which profile it keeps. */
function isSound({ answers, stored, claiming, withoutProfile, faults }: Checked, say: (line: string) => void): boolean {
  say(`${stored} stored resources and ${answers} FHIR answers, ${faults.length === 0 ? 'all valid' : 'not all valid'}:`)
  say(`  ${claiming} resources claim their Home First profile, ${withoutProfile} are of a type that has none`)
  for (const fault of faults) say(`  ✗ ${fault}`)
  return faults.length === 0 && claiming + withoutProfile === stored
}

/** Plays the chapters in order and stops at the first step that does not hold. */
export async function play(stage: Stage, say: (line: string) => void): Promise<boolean> {
  const began = performance.now()
  let count = 0
  for (const chapter of story) {
    say(chapter.title)
    for (const step of chapter.steps) {
      if (!(await playStep(step, stage, say))) return false
      count++
    }
    say('')
  }
  say(`${count} steps held in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return true
}

async function playStep({ title, run }: Step, stage: Stage, say: (line: string) => void): Promise<boolean> {
  const began = performance.now()
  const took = () => `${(performance.now() - began).toFixed(0)} ms`
  try {
    const result = await run(stage)
    say(`  ✓ ${title}\n      ${result} (${took()})`)
    return true
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    say(`  ✗ ${title}\n      ${error.message} (${took()})`)
    return false
  }
}

async function stay({ url, mllpPort }: Open, { systems }: Cast): Promise<void> {
  print(`\nIt stays: FHIR at ${url}/fhir/R4, HL7 v2 at port ${mllpPort}. A token for each organisation, good for five minutes:`)
  for (const system of Object.values(systems)) print(`  ${system.organization}: ${await wireFor(system, url).token()}`)
  print('Ctrl-C ends it.')
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
