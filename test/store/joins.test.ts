// Every query of the store joins the access predicate, and a join that is left out in any one of them is found.

import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { joins } from './joins.ts'

const worker = fileURLToPath(new URL('joins.worker.ts', import.meta.url))
const heardWith = async (join: string): Promise<string[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [worker], { env: { ...process.env, JOIN: join } })
  return JSON.parse(stdout) as string[]
}

/** Some each day; `LONG=1` takes all. */
const each = 4
const stride = Math.ceil(joins.length / each)
const sample = process.env['LONG'] ? joins : joins.filter((_, i) => i % stride === Math.floor(Date.now() / 86_400_000) % stride)

describe('a query of the store', () => {
  it.each(joins.map((join) => [join.id, join] as const))('joins the access predicate where %s says', (_, { file, find }) => {
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2)
  })

  it('joins it nowhere else', () => {
    const files = readdirSync('gateway/store').filter((file) => file.endsWith('.ts') && file !== 'visible.ts')
    const found = files.flatMap((file) => readFileSync(`gateway/store/${file}`, 'utf8').match(/\bvisible\([^)]*\)/g) ?? [])
    const known = joins.flatMap(({ find }) => find.match(/\bvisible\([^)]*\)/g) ?? [])
    expect(found.sort()).toEqual(known.sort())
  })

  it('tells strangers nothing of what is hidden', async () => {
    expect(await heardWith('')).toEqual([])
  })

  it.each(sample.map((join) => [join.claim, join.id] as const))('that %s is found', async (_, id) => {
    expect((await heardWith(id)).length).toBeGreaterThan(0)
  })
})
