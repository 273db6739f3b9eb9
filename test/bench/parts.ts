// Reading and validating by themselves, in a process of their own: JSON.parse and two validators over the same resources, in turn.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import type { Resource, StructureDefinition } from '@medplum/fhirtypes'
import { structureDefinitions } from '../../profiles/definitions.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { answerParent } from './worker.ts'

export interface PartsQuestion {
  /** How long whoever is new works before anything is measured: the compiler of JavaScript needs seconds for large code. */
  readonly warmUpMs: number
  /** CPU milliseconds that each contender works at a stretch; 0: once over the resources. */
  readonly chunkMs: number
  readonly blocks: number
}

/** The contenders over one set of resources: the i-th figures of all were taken one right after the other. */
export interface Contest {
  readonly set: string
  readonly bytes: number
  /** CPU microseconds for the whole set, block by block. */
  readonly cpuUs: Readonly<Record<string, readonly number[]>>
  /** Who does not take part, because it calls a resource of the set invalid. */
  readonly refusedBy: readonly string[]
}

interface Item {
  readonly text: string
  readonly profile: StructureDefinition
  /** Parsed more than once, so that no contender meets the same object all the time. */
  readonly copies: readonly Resource[]
}

/** Throws when it finds an error: whoever stops at a fault has less to do. */
type Contender = (item: Item, resource: Resource) => void

interface Ready {
  readonly name: string
  readonly items: readonly Item[]
  readonly taking: readonly string[]
  readonly refusedBy: readonly string[]
}

const built = join(import.meta.dirname, '../../profiles/built')
const copies = 16

const contenders: Readonly<Record<string, Contender>> = {
  parse: ({ text }) => void JSON.parse(text),
  fast: (_item, resource) => accept(ownValidator().isValid(resource)),
  'fast, profile': ({ profile }, resource) => accept(ownValidator().isValid(resource, { profile: profile.url })),
  medplum: (_item, resource) => void validateResource(resource),
  'medplum, profile': ({ profile }, resource) => void validateResource(resource, { profile }),
}

function accept(isValid: boolean): void {
  if (!isValid) throw new Error('it calls the resource invalid')
}

/** The profiles' own examples, each with a narrative as systems write them. */
const setsOf = (): Readonly<Record<string, readonly Item[]>> => ({
  'six resources': [
    example('Patient-ada', 'HomeFirstPatient'),
    example('Encounter-ada-spell', 'HomeFirstSpell'),
    example('ServiceRequest-ada-referral', 'HomeFirstReferral'),
    example('Task-ada-triage-task', 'HomeFirstTask'),
    example('CarePlan-ada-plan', 'HomeFirstCarePlan'),
    example('Observation-ada-criteria-not-met', 'HomeFirstCriteriaToReside'),
  ],
  'a message Bundle': [example('Bundle-ada-message', 'HomeFirstMessage')],
})

function example(name: string, profile: string): Item {
  const resource: unknown = JSON.parse(readFileSync(join(built, 'examples', `${name}.json`), 'utf8'))
  const definition = readFileSync(join(built, 'definitions', `StructureDefinition-${profile}.json`), 'utf8')
  const text = JSON.stringify(narrated(unclaimed(resource as Resource)))
  const parsed = () => JSON.parse(text) as Resource
  return { text, profile: JSON.parse(definition) as StructureDefinition, copies: Array.from({ length: copies }, parsed) }
}

/** Without a claim, in a Bundle’s entries neither, so that "without a profile" is without: the other validator passes over claims. */
function unclaimed(resource: Resource): Resource {
  const { meta: { profile: _profile, ...meta } = {}, ...rest } = resource
  const plain = (Object.keys(meta).length > 0 ? { ...rest, meta } : rest) as Resource
  if (plain.resourceType !== 'Bundle') return plain
  const entry = plain.entry?.map((one) => (one.resource ? { ...one, resource: unclaimed(one.resource) } : one))
  return { ...plain, ...(entry && { entry }) }
}

const prose =
  'Lives alone in a two-storey house, bathroom upstairs. Transfers with a frame and the help of one; three stairs with supervision. ' +
  'Goal: washes and dresses alone, climbs the stairs safely. Medicines in a dosette box, prompted. Skin intact, areas checked this ' +
  'morning. Equipment asked for: commode, bed lever, perching stool, second handrail; delivery on the day of discharge. ' +
  'Understands and agrees to the plan; the daughter was told by telephone with her consent. No safeguarding concern is known. ' +
  'A neighbour looks in every other day and does the shopping.'

/** A message tells more of each, so that without claims too it has the 8 KB that messages have. */
const more =
  ' Key safe by the back door; the dog is friendly. Prefers to be visited before ten, and to be called by her first name.'

function narrated(resource: Resource, words = prose): Resource {
  if (resource.resourceType === 'Bundle') {
    const entry = resource.entry?.map((one) => (one.resource ? { ...one, resource: narrated(one.resource, prose + more) } : one))
    return { ...resource, ...(entry && { entry }) }
  }
  const div = `<div xmlns="http://www.w3.org/1999/xhtml"><p><b>${resource.resourceType}</b></p><p>${words}</p></div>`
  return { text: { status: 'generated', div }, ...resource } as Resource
}

/** Who takes part: all who find no error in any of the resources. */
function admitted(items: readonly Item[]): Pick<Ready, 'taking' | 'refusedBy'> {
  const isAdmitted = (name: string) => {
    try {
      pass(name, items, 0)
      return true
    } catch {
      return false
    }
  }
  const names = Object.keys(contenders)
  const taking = names.filter(isAdmitted)
  return { taking, refusedBy: names.filter((name) => !taking.includes(name)) }
}

function pass(name: string, items: readonly Item[], n: number): void {
  for (const item of items) {
    const resource = item.copies[n % copies]
    if (resource) contenders[name]?.(item, resource)
  }
}

/** Passes that fill a chunk, by set and contender: found when they are warm. */
const passes = new Map<string, number>()

function contest({ name: set, items, taking, refusedBy }: Ready, { warmUpMs, chunkMs, blocks }: PartsQuestion): Contest {
  const cpuUs = Object.fromEntries(taking.map((name) => [name, [] as number[]]))
  if (chunkMs > 0) for (const name of taking) warmUp(set, name, items, warmUpMs, chunkMs)
  for (let block = 0; block < blocks; block++)
    for (const name of block % 2 === 0 ? taking : taking.toReversed())
      cpuUs[name]?.push(costOf(name, items, passes.get(`${set} ${name}`) ?? 1))
  return { set, bytes: items.reduce((sum, { text }) => sum + text.length, 0), cpuUs, refusedBy }
}

/** Then as many passes as a chunk takes. */
function warmUp(set: string, name: string, items: readonly Item[], warmUpMs: number, chunkMs: number): void {
  const key = `${set} ${name}`
  if (passes.has(key)) return
  const until = performance.now() + warmUpMs
  while (performance.now() < until) pass(name, items, 1)
  let [count, us] = [1, 0]
  for (; us < chunkMs * 1000; count *= 2) us = costOf(name, items, count) * count
  passes.set(key, Math.max(1, Math.round((count * chunkMs * 500) / us)))
}

/** CPU microseconds of one pass, the collecting of garbage included. */
function costOf(name: string, items: readonly Item[], count: number): number {
  const before = process.cpuUsage()
  for (let n = 0; n < count; n++) pass(name, items, n)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}

indexStructureDefinitionBundle([...structureDefinitions()])
const ready = Object.entries(setsOf()).map(([name, items]): Ready => ({ name, items, ...admitted(items) }))

answerParent<PartsQuestion, readonly Contest[]>((question) => ready.map((set) => contest(set, question)))
