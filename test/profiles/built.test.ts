// profiles/built is what the sources make, and `npm run check` says so when it is not.

import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'home-first-built-'))
const check = (): string => {
  try {
    execFileSync(process.execPath, [join(folder, 'authoring/sources.ts'), '--check'], { stdio: 'pipe' })
    return 'current'
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr)
  }
}

describe('the check of profiles/built', () => {
  beforeAll(() => {
    const isTool = (path: string) => !path.includes('node_modules')
    for (const part of ['authoring', 'fsh', 'built'])
      cpSync(join('profiles', part), join(folder, part), { recursive: true, filter: isTool })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('passes as committed', () => {
    expect(check()).toBe('current')
  })

  it.each([
    ['a source that changed since', 'fsh/people/patient.fsh'],
    ['a built file that was edited by hand', 'built/definitions/StructureDefinition-HomeFirstPatient.json'],
    ['a source that is new', 'fsh/people/new.fsh'],
  ])('names %s', (_, file) => {
    appendFileSync(join(folder, file), '\n// changed\n')
    expect(check()).toContain(file.replace('built/', ''))
  })
})
