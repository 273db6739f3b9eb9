// `cleanup`: takes back what `seed` made: deletes what may be deleted, enters the rest in error, and says what remains.

import { readFileSync } from 'node:fs'
import { exits } from '../exit.ts'
import { isRecord } from '../json.ts'
import type { Screen } from '../report/console.ts'
import { randomFrom } from '../random.ts'
import type { Resource } from '../scenes/resources.ts'
import { readManifest, type Seeded } from '../seed/manifest.ts'
import type { Session } from '../session.ts'
import { trialFor, type Trial } from '../trial.ts'
import type { Arguments } from './arguments.ts'
import { withSandbox } from './sandbox.ts'

/** 0 when nothing of it can be seen any more but by its author, 1 when something remains, 2 when the manifest is none. */
export async function cleanupCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const [file] = args.rest
  if (file === undefined) return refuse('cleanup MANIFEST: the file that seed wrote')
  const manifest = manifestIn(file)
  if (manifest === undefined) return refuse(`${file}: no manifest of seed`)
  return withSandbox(args, screen, async (run) => {
    if (run.config.target !== manifest.target)
      return refuse(`${file} lists what was made at ${manifest.target}, and the target is ${run.config.target}`)
    const person = () => {
      throw new Error('nobody new is made')
    }
    const t = trialFor({ run, random: randomFrom('cleanup'), person, signal })
    // What was made last refers to what was made first. What still stands then may end by what ended behind it: a second round.
    const first = await eachTakenBack(t, manifest.resources.toReversed())
    const fates = await eachTakenBack(t, first)
    for (const { reference, word, reason } of fates)
      screen.write(`${word.padEnd(16)} ${reference}${reason === undefined ? '' : ` (${reason})`}\n`)
    const remaining = fates.filter(({ word }) => word === 'remains').length
    const number = (word: Fate['word']) => fates.filter((fate) => fate.word === word).length
    screen.write(
      `\n${number('deleted')} deleted, ${number('entered in error')} entered in error, ${number('ended')} ended, ${number('gone already')} gone already, ${remaining} remain\n`,
    )
    return remaining > 0 ? exits.failed : exits.passed
  })
}

function manifestIn(file: string) {
  try {
    return readManifest(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

interface Fate extends Seeded {
  /** `ended`: its state is an end, and it stays to be read: a cancelled task, a Patient that is inactive. */
  readonly word: 'deleted' | 'entered in error' | 'ended' | 'gone already' | 'remains'
  readonly reason?: string
}

/** Of those that have a fate already, only what remains is tried again. */
async function eachTakenBack(t: Trial, resources: readonly (Seeded | Fate)[]): Promise<readonly Fate[]> {
  const fates: Fate[] = []
  for (const one of resources) {
    const isSettled = 'word' in one && one.word !== 'remains'
    fates.push(isSettled ? one : { reference: one.reference, by: one.by, ...(await takenBack(t, one)) })
  }
  return fates
}

/** How a resource says that it was never so, where it is not by its status; a Patient has no such word. */
const inError: Readonly<Record<string, (resource: Resource) => Resource>> = {
  Patient: (resource) => ({ ...resource, active: false }),
  Goal: (resource) => ({ ...resource, lifecycleStatus: 'entered-in-error' }),
}

const ends = ['cancelled', 'rejected', 'revoked']

async function takenBack(t: Trial, { reference, by }: Seeded): Promise<Pick<Fate, 'word' | 'reason'>> {
  try {
    const session = t.as(by)
    const found = await session.get(reference)
    if (found.status === 404 || found.status === 410) return { word: 'gone already' }
    if (found.status !== 200 || !isRecord(found.json)) return { word: 'remains', reason: `read: ${found.status}` }
    const resource = found.json as unknown as Resource
    if (resource['status'] === 'entered-in-error') return { word: 'entered in error' }
    const deleted = await session.ask('DELETE', reference)
    if (deleted.status === 200 || deleted.status === 204) return { word: 'deleted' }
    return await ended(session, resource, { reference, etag: found.headers['etag'] ?? '', refusal: deleted.status })
  } catch (error) {
    return { word: 'remains', reason: error instanceof Error ? error.message : String(error) }
  }
}

interface Standing {
  readonly reference: string
  readonly etag: string
  /** What was answered to its delete. */
  readonly refusal: number
}

/** What others may have acted on is not deleted. */
async function ended(
  session: Session,
  resource: Resource,
  { reference, etag, refusal }: Standing,
): Promise<Pick<Fate, 'word' | 'reason'>> {
  const isEnded = resource['active'] === false || ends.some((end) => end === resource['status'])
  const edited = (inError[resource.resourceType] ?? ((one): Resource => ({ ...one, status: 'entered-in-error' })))(resource)
  const { status } = await session.put(reference, edited, { 'if-match': etag })
  if (status === 200) return { word: edited['active'] === false ? 'ended' : 'entered in error' }
  return isEnded ? { word: 'ended' } : { word: 'remains', reason: `delete: ${refusal}, entered in error: ${status}` }
}
