// Every golden message becomes exactly what stands beside it. After a change that is meant: GOLDEN=write, and read the difference.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, mapGolden, names } from './golden.ts'

describe('a golden message', () => {
  it.each(names)('becomes what is written: %s', (name) => {
    const mapped = mapGolden(name)
    const file = join(folder, `${name}.json`)
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, `${JSON.stringify(mapped, null, 1)}\n`)
    expect(mapped).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })
})
