// The docs say what is: printed tables are current, commands exist, and every test that a page names is there.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { suite } from '../../conformance/suite.ts'
import { mutants } from '../mutants/mutants.ts'
import { outdated } from './print.ts'

const inDocs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
const pages = ['README.md', ...inDocs.map((file) => `docs/${file}`)]
const text = (file: string): string => readFileSync(file, 'utf8')

describe('the docs', () => {
  it('hold tables as the code prints them', () => {
    expect(outdated()).toEqual([])
  })

  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link)
    const base = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : ''
    expect(links.filter((link) => !existsSync(base + link))).toEqual([])
  })

  it.each(pages)('%s names only commands that package.json has', (page) => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
    const built = text(page).split('## What does not work yet')[0] ?? ''
    const named = [...built.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it('name only tests that are there, in safety.md by file and words', () => {
    const rows = [...text('docs/safety.md').matchAll(/`(test\/[^`]+\.ts)` “([^”]+)”/g)]
    expect(rows.length).toBeGreaterThanOrEqual(15)
    const missing = rows
      .filter(([, file = '', words = '']) => !existsSync(file) || !text(file).includes(words))
      .map(([row]) => row)
    expect(missing).toEqual([])
  })

  it('name a test that is there for each rule of access.md', () => {
    const page = text('docs/access.md')
    const rules = page.split('\n').filter((line) => line.startsWith('- **'))
    expect(rules.length).toBeGreaterThanOrEqual(40)
    const without = rules.filter((line) => !/`test\/[^`]+\.ts` “[^”]+”/.test(line))
    const rows = [...page.matchAll(/`(test\/[^`]+\.ts)` “([^”]+)”/g)]
    const missing = rows
      .filter(([, file = '', words = '']) => !existsSync(file) || !text(file).includes(words))
      .map(([row]) => row)
    expect({ without, missing }).toEqual({ without: [], missing: [] })
  })

  it.each(['docs/security.md', 'docs/data-flow.md'])('name only tests that are there, by file and words, in %s', (page) => {
    const rows = [...text(page).matchAll(/`(test\/[^`]+\.ts)` “([^”]+)”/g)]
    expect(rows.length).toBeGreaterThanOrEqual(20)
    const missing = rows
      .filter(([, file = '', words = '']) => !existsSync(file) || !text(file).includes(words))
      .map(([row]) => row)
    expect(missing).toEqual([])
  })

  it('say of every threat in security.md what shows it, or that nothing does', () => {
    const threats = text('docs/security.md')
      .split('\n')
      .filter((line) => /^\| (API\d+|\*\*[STRIDE]\*\*\w+|[STRIDE]) \|/.test(line))
    expect(threats.length).toBeGreaterThanOrEqual(40)
    const silent = threats.filter((line) => !/`test\/[^`]+\.ts` “[^”]+”/.test(line) && !/not covered|no scan/.test(line))
    expect(silent).toEqual([])
  })

  it('trace each attack of the list in both personalities to requirements and tests that are there', () => {
    const rows = text('docs/security.md')
      .split('\n')
      .filter((line) => /^\| X\d\d \|/.test(line))
    expect(rows.map((line) => line.slice(2, 5))).toEqual(
      Array.from({ length: 30 }, (_, i) => `X${String(i + 1).padStart(2, '0')}`),
    )
    const known = new Set(suite.map(({ id }) => id))
    const named = rows.flatMap((line) => [...line.matchAll(/HF-[A-Z]+[A-Z0-9]*-\d{3}/g)].map(([id]) => id))
    expect(named.filter((id) => !known.has(id))).toEqual([])
    const cells = rows.flatMap((line) => line.split(' | ').slice(2))
    expect(cells.filter((cell) => !/HF-|`test\/|^– |the same|by design/.test(cell))).toEqual([])
  })

  it('count the requirements and the seeded faults as they are', () => {
    expect(text('README.md')).toContain(`${suite.length} requirements, each with its source`)
    expect(text('README.md')).toContain(`${mutants.length} seeded faults`)
  })

  it('mark the two commands of a newcomer', () => {
    for (const marker of ['<!-- fresh: run -->', '<!-- fresh: test -->']) expect(text('README.md')).toContain(marker)
  })
})
