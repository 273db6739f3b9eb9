// A target whose clock is not that of the machine that the suite runs on.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openGateway } from './cast-gateway.ts'
import { conformanceWith } from './command.ts'

/** Node's flag by which a process takes it to be so much later. */
const later = (ms: number): string => {
  const program = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + ${ms}) }
    static now() { return Real.now() + ${ms} }
  }`
  return `--import=data:text/javascript,${encodeURIComponent(program)}`
}

it.each([
  ['behind', 600_000],
  ['ahead of', -600_000],
])(
  'is told, and judged by its own clock, where that is ten minutes %s ours',
  async (words, ms) => {
    const folder = mkdtempSync(join(tmpdir(), 'home-first-clock-'))
    const gateway = await openGateway(folder)
    const { code, out } = await conformanceWith({ NODE_OPTIONS: later(ms) }, 'run', '--config', gateway.configPath)
    await gateway.close()
    rmSync(folder, { recursive: true })
    expect(out.split('\n').filter((line) => /^(fail|error|warn|skip) /.test(line))).toEqual([])
    expect(out).toMatch(
      new RegExp(`^note: the target's clock is (599|600|601) s ${words} this machine's; tests go by the target's clock$`, 'm'),
    )
    expect(code).toBe(0)
  },
  120_000,
)
