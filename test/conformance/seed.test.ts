// `seed` and `cleanup`: people to look at, and nothing of them left to see.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../conformance/commands/arguments.ts'
import { cleanupCommand } from '../../conformance/commands/cleanup.ts'
import { configOf } from '../../conformance/commands/run.ts'
import { seedCommand } from '../../conformance/commands/seed.ts'
import { probe } from '../../conformance/probe.ts'
import { randomFrom } from '../../conformance/random.ts'
import type { Manifest } from '../../conformance/seed/manifest.ts'
import { refusalToWrite } from '../../conformance/seed/sandbox.ts'
import { stories } from '../../conformance/seed/stories.ts'
import { trialFor, type Run, type Trial } from '../../conformance/trial.ts'
import { openGateway, type Gateway } from './cast-gateway.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-seed-'))
const file = join(folder, 'seed.json')
const never = new AbortController().signal
let gateway: Gateway
let t: Trial

beforeAll(async () => {
  gateway = await openGateway(join(folder, 'gateway'))
  const read = configOf({ config: gateway.configPath })
  if (!read.ok) throw new Error(read.faults.join())
  const { run } = await probe(read.config, { http: new HttpAgent(), https: new HttpsAgent() }, 5_000)
  const person = () => {
    throw new Error('nobody new')
  }
  t = trialFor({ run, random: randomFrom('test'), person, signal: never })
})
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true })
})

async function command(...argv: readonly string[]) {
  let text = ''
  const screen = { isTerminal: false, hasColour: false, write: (more: string) => void (text += more) }
  const read = readArguments([...argv, '--config', gateway.configPath])
  if (!read.ok) throw new Error(read.fault)
  const code = await (read.args.command === 'seed' ? seedCommand : cleanupCommand)(read.args, screen, never)
  return { code, text }
}

const manifest = (path = file): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest

describe('seed', () => {
  it('makes somebody at each point of the way, and writes down all that was made and by whom', async () => {
    const { code, text } = await command('seed', file, '--seed', 'one')
    expect(text).not.toContain('not to its end')
    expect(code).toBe(0)
    const { people, target } = manifest()
    expect(target).toBe(`${gateway.url}/fhir/R4`)
    expect(people.map(({ story }) => story)).toEqual(stories.map(({ name }) => name))
    for (const { nhsNumber, resources } of people) {
      expect(nhsNumber).toMatch(/^999\d{7}$/)
      for (const { reference, by } of resources) expect((await t.as(by).get(reference)).status, reference).toBe(200)
    }
    const waiting = await t.as('community').get('Task?owner=Organization/community1&status=requested')
    expect(waiting.json).toMatchObject({ total: 1 })
  })

  it('overwrites no manifest, which somebody may still need', async () => {
    const before = readFileSync(file, 'utf8')
    expect((await command('seed', file)).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('writes into nobody’s server that may be more than a sandbox, unless somebody answers for it', () => {
    const run = (target: string, discovery: object = {}) => ({ config: { target }, discovery }) as unknown as Run
    const live = run('https://fhir.trust.example/R4')
    expect(refusalToWrite(live, false)).toContain('--i-own-this')
    expect(refusalToWrite(live, true)).toBeUndefined()
    expect(
      refusalToWrite(run('https://x.example/R4', { registration_endpoint: 'https://x.example/register' }), false),
    ).toBeUndefined()
    expect(refusalToWrite(run('http://127.0.0.1:8080/fhir/R4'), false)).toBeUndefined()
    expect(refusalToWrite(run('http://127.0.0.1.evil.example/fhir/R4'), false)).toContain('--i-own-this')
  })
})

describe('cleanup', () => {
  it('takes all of it back, so that only its authors still see any of it, and can be asked twice', async () => {
    await command('seed', join(folder, 'two.json'))
    const { code, text } = await command('cleanup', join(folder, 'two.json'))
    expect(text).toMatch(/, 0 remain$/m)
    expect(code).toBe(0)
    const resources = manifest(join(folder, 'two.json')).people.flatMap((person) => person.resources)
    for (const { reference, by } of resources) {
      const { status, json } = await t.as(by).get(reference)
      const ends = [{ status: 'entered-in-error' }, { status: 'cancelled' }, { active: false }]
      const isEnded =
        status === 404 ||
        status === 410 ||
        ends.some((end) => Object.entries(end).every(([name, value]) => member(json, name) === value))
      expect(isEnded, reference).toBe(true)
      if (by !== 'community') expect((await t.as('otherCouncil').get(reference)).status).toBe(404)
    }
    expect((await command('cleanup', join(folder, 'two.json'))).code).toBe(0)
  })

  it('takes nothing for a manifest that is none, nor one of another server', async () => {
    const other = join(folder, 'other.json')
    writeFileSync(other, JSON.stringify({ ...manifest(), target: 'http://127.0.0.1:9/fhir/R4' }))
    const bad = join(folder, 'bad.json')
    writeFileSync(bad, JSON.stringify({ ...manifest(), people: [{ resources: [{ reference: '../../admin', by: 'acute' }] }] }))
    for (const path of [other, bad, join(folder, 'none.json')]) expect((await command('cleanup', path)).code).toBe(2)
    expect((await t.as('acute').get(manifest().people[0]?.resources[0]?.reference ?? '')).status).toBe(200)
  })
})

const member = (json: unknown, name: string): unknown => (json as Record<string, unknown>)[name]
