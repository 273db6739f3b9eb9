// A failed run says so: what the global set-up loads must not turn its exit code into 0.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('ends with another code than 0 when a test fails', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join('test', 'failing-'))
  try {
    writeFileSync(join(folder, 'fails.test.ts'), "import { expect, it } from 'vitest'\nit('fails', () => expect(1).toBe(2))\n")
    const run = () =>
      execFileSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', folder], {
        stdio: 'pipe',
        env: { ...process.env, VITEST: '' },
      })
    expect(run).toThrow(expect.objectContaining({ status: 1 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
