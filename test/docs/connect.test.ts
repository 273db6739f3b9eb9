// The pages for those who connect: every command runs, in its order, and what stands below it is what comes back.

import { createServer, type AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isSameJson, isSameText } from './masked.ts'
import { blocksOf, play, type Played, type Ports } from './played.ts'

const folder = 'docs/connect/'
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

/** What the pages say, and what this machine has free. */
const portsOf = (page: string): readonly string[] =>
  ['8080', '2575', '8081', '2576', '8082'].filter((port) => page.includes(port))

async function freePorts(page: string): Promise<Ports> {
  const pairs = await Promise.all(portsOf(page).map(async (port) => [port, String(await freePort())] as const))
  return Object.fromEntries(pairs)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

function differenceOf({ commands, shown, code, out, err }: Played): string | undefined {
  const where = `after\n${commands}`
  if (code !== 0) return `${where}\nended with ${code}: ${out}${err}`
  if (shown === undefined) return undefined
  const isSame = shown.language === 'text' ? isSameText(shown.text, out) : isSameJson(JSON.parse(shown.text), jsonIn(out))
  return isSame ? undefined : `${where}\nshown:\n${shown.text}\ncame:\n${out}`
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

describe('the pages for those who connect', () => {
  it.each(pages)(
    '%s says what to send and exactly what comes back',
    async (name) => {
      const page = readFileSync(folder + name, 'utf8')
      const ports = await freePorts(page)
      const environment = { ...process.env, PORT: ports['8080'], MLLP_PORT: ports['2575'], LOG_LEVEL: 'error', NO_COLOR: '1' }
      const played = await play(page, ports, environment)
      expect(played.flatMap((one) => differenceOf(one) ?? [])).toEqual([])
      expect(played).toHaveLength(blocksOf(page).length)
    },
    120_000,
  )

  it.each(pages)('%s shows an answer for most of what it sends', (name) => {
    const blocks = blocksOf(readFileSync(folder + name, 'utf8'))
    expect(blocks.filter(({ shown }) => shown).length / blocks.length).toBeGreaterThan(0.6)
  })
})

describe('an answer', () => {
  it('is the same where only ids and times are other, and no other where anything else is', () => {
    const id = (n: number) => `01a2061c-c5b7-73fc-98e8-f5188ec9c07${n}`
    expect(isSameJson({ id: id(1), at: '2026-01-01T10:00:00Z' }, { id: id(2), at: '2026-01-02T11:00:00.123456Z' })).toBe(true)
    expect(isSameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false)
    expect(isSameJson({ a: 1, '…': '…' }, { a: 1, b: 2 })).toBe(true)
    expect(isSameJson({ a: 1, '…': '…' }, { b: 2 })).toBe(false)
    expect(isSameJson([1, '…'], [1, 2])).toBe(true)
    expect(isSameJson([1], [1, 2])).toBe(false)
    expect(isSameJson({ code: 'login' }, { code: 'conflict' })).toBe(false)
    expect(isSameJson({}, undefined)).toBe(false)
  })

  it('in text may leave out lines where it says so', () => {
    expect(isSameText('MSA|AA|1\n', 'MSA|AA|1')).toBe(true)
    expect(isSameText('MSA|AA|1', 'MSA|AA|1\nERR|x')).toBe(false)
    expect(isSameText('a\n…\nz', 'a\nb\nc\nz\n')).toBe(true)
    expect(isSameText('a\n…\nz', 'a\nb\nc\ny\n')).toBe(false)
    expect(isSameText('took … ms', 'took long ms')).toBe(true)
  })
})
