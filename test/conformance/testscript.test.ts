// The exported TestScripts: right resources, which pass on the gateway and fail on servers that are wrong.

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../conformance/commands/arguments.ts'
import { exportCommand } from '../../conformance/commands/export.ts'
import { suite } from '../../conformance/suite.ts'
import { scripts } from '../../conformance/testscript/scripts.ts'
import { unfit } from '../../conformance/testscript/unfit.ts'
import { wholeValidator } from '../../profiles/whole-validator.ts'
import { conformance } from './command.ts'
import { openGateway, type Gateway } from './cast-gateway.ts'
import { played } from './scripts.ts'
import { badServers, startHttp } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-testscript-'))
const out = join(folder, 'out')
let gateway: Gateway
let token = ''

beforeAll(async () => {
  gateway = await openGateway(join(folder, 'gateway'))
  token = (await conformance('token', 'acute', '--config', gateway.configPath)).out.trim()
  const read = readArguments(['export', out, '--format', 'testscript'])
  if (!read.ok) throw new Error(read.fault)
  expect(exportCommand(read.args, { isTerminal: false, hasColour: false, write: () => undefined })).toBe(0)
})
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true })
})

const ids = Object.keys(scripts)
const scriptOf = (id: string): unknown => JSON.parse(readFileSync(join(out, `TestScript-${id.toLowerCase()}.json`), 'utf8'))

describe('export', () => {
  it('writes a script for each requirement that has one, and says of every other why it has none', () => {
    expect(ids.length).toBeGreaterThanOrEqual(20)
    expect(ids.filter((id) => !suite.some((one) => one.id === id))).toEqual([])
    expect(readdirSync(out).toSorted()).toEqual(
      ['README.md', ...ids.map((id) => `TestScript-${id.toLowerCase()}.json`)].toSorted(),
    )
    const page = readFileSync(join(out, 'README.md'), 'utf8')
    const others = suite.filter(({ id }) => !scripts[id])
    expect(others.filter(({ id }) => !page.includes(id)).map(({ id }) => id)).toEqual([])
    expect([...new Set(others.map(({ area }) => area))].filter((area) => !unfit[area])).toEqual([])
  })

  it.each(ids)('writes %s as a right TestScript', (id) => {
    const issues = wholeValidator().validate(scriptOf(id), {})
    expect(issues.filter(({ severity }) => severity !== 'information')).toEqual([])
  })

  it.each(ids)('%s passes on the gateway', async (id) => {
    expect(await played(scriptOf(id), { base: `${gateway.url}/fhir/R4`, token })).toBeUndefined()
  })

  it.each(Object.entries(badServers))('passes on no server that %s', async (_, answering) => {
    const server = await startHttp(answering)
    const passed: string[] = []
    for (const id of ids) if ((await played(scriptOf(id), { base: server.url, token })) === undefined) passed.push(id)
    await server.close()
    expect(passed).toEqual([])
  })

  it('refuses a form that it does not write', () => {
    const read = readArguments(['export', out, '--format', 'postman'])
    if (!read.ok) throw new Error(read.fault)
    expect(exportCommand(read.args, { isTerminal: false, hasColour: false, write: () => undefined })).toBe(2)
  })
})
