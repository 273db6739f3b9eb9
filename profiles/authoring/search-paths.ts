// Writes profiles/r4/search-paths.json, where R4's search parameters stand in each type; `--check` says whether it is current.

import { readFileSync, writeFileSync } from 'node:fs'
import type { PrintedTable } from '../search-paths.ts'
import { searchTable } from './search-table.ts'

const target = new URL('../r4/search-paths.json', import.meta.url)
const text = textOf(searchTable())
const isCurrent = currentText() === text
if (!isCurrent && process.argv.includes('--check')) {
  console.error('out of date: profiles/r4/search-paths.json; run npm run build in profiles/authoring')
  process.exitCode = 1
} else if (!isCurrent) writeFileSync(target, text)
console.log(`search-paths.json ${text.length} bytes`)

function currentText(): string | undefined {
  try {
    return readFileSync(target, 'utf8')
  } catch {
    return undefined
  }
}

/** One row a line, so that a change shows as the rows that changed. */
function textOf({ parameters, notServed }: PrintedTable): string {
  const types = Object.entries(parameters).map(([type, rows]) => `${JSON.stringify(type)}: {\n${linesOf(rows)}\n}`)
  return `{\n"parameters": {\n${types.join(',\n')}\n},\n"notServed": {\n${linesOf(notServed)}\n}\n}\n`
}

function linesOf(rows: Readonly<Record<string, unknown>>): string {
  return Object.entries(rows)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`)
    .join(',\n')
}
