// `seed`: people who do not exist, each at another point of the way home, for looking at by hand; a manifest says what was made.

import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { exits } from '../exit.ts'
import { peopleFor } from '../people.ts'
import { randomFrom } from '../random.ts'
import type { Screen } from '../report/console.ts'
import type { Role } from '../requirement.ts'
import { referenceIn } from '../scenes/fhir.ts'
import type { Manifest, Seeded, SeededPerson } from '../seed/manifest.ts'
import { stories, type Story } from '../seed/stories.ts'
import type { Session } from '../session.ts'
import { trialFor, type Trial } from '../trial.ts'
import type { Arguments } from './arguments.ts'
import { withSandbox } from './sandbox.ts'

const defaultFile = 'home-first-seed.json'

/** 0 when every story was told to its end, 1 when one broke: the manifest holds what there is of it. */
export async function seedCommand(args: Arguments, screen: Screen, signal: AbortSignal): Promise<number> {
  const [file = defaultFile] = args.rest
  if (existsSync(file)) return refuse(`${file}: there already; clean up what it lists, or name another file`)
  return withSandbox(args, screen, async (run) => {
    const seed = args.seed ?? randomUUID().slice(0, 8)
    const people: SeededPerson[] = []
    const manifest = (): Manifest => ({
      manifestVersion: '1.0',
      target: run.config.target,
      seed,
      createdAt: new Date().toISOString(),
      people,
    })
    for (const [i, story] of stories.entries()) {
      if (signal.aborted) break
      const random = randomFrom(seed, 'seed', i)
      const missing = story.systems.filter((role) => !run.config.systems[role])
      if (missing.length > 0)
        screen.write(`left out  ${story.name}: configure ${missing.map((role) => `systems.${role}`).join(', ')}\n`)
      else {
        const t = trialFor({
          run,
          random,
          person: peopleFor(seed, i, random),
          signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
        })
        people.push(await told(t, story))
        // After each, so that what was made before a fault can be cleaned up too.
        writeFileSync(file, `${JSON.stringify(manifest(), undefined, 2)}\n`, { mode: 0o600 })
        screen.write(lineOf(people.at(-1)!))
      }
    }
    if (people.length === 0) return refuse('nothing was made')
    screen.write(`\n${people.length} people; ${file} lists what was made, and \`cleanup ${file}\` takes it back.\n`)
    return people.some(({ broken }) => broken !== undefined) ? exits.failed : exits.passed
  })
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

async function told(trial: Trial, { name, words, play }: Story): Promise<SeededPerson> {
  const person = trial.person()
  const resources: Seeded[] = []
  const about = (broken?: string): SeededPerson => {
    const { nhsNumber, family, given, birthDate } = person
    return { story: name, words, nhsNumber, family, given, birthDate, resources, ...(broken !== undefined && { broken }) }
  }
  try {
    resources.push(...(await play(noting(trial, resources), person)))
    return about()
  } catch (error) {
    return about(error instanceof Error ? error.message : String(error))
  }
}

/** The same trial, which writes down what each system creates. */
function noting(trial: Trial, resources: Seeded[]): Trial {
  const noted = (session: Session, by: Role): Session => ({
    ...session,
    async post(path, body, headers) {
      const answer = await session.post(path, body, headers)
      if (answer.status === 201) resources.push({ reference: referenceIn(answer, path), by })
      return answer
    },
  })
  return { ...trial, as: (role, scope) => noted(trial.as(role, scope), role) }
}

function lineOf({ story, words, given, family, nhsNumber, broken }: SeededPerson): string {
  const who = `${story.padEnd(10)} ${nhsNumber} ${given} ${family}: ${words}\n`
  return broken === undefined ? who : `${who}           not to its end: ${broken}\n`
}
