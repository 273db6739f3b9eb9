// Writes profiles/built/validator.js, plan.json and code-lists.json from the definitions; `--check` says whether they are current.

import { readFileSync, writeFileSync } from 'node:fs'
import { build } from '../compiler/build.ts'
import { moduleText } from '../compiler/emit.ts'
import { codeListsOf } from '../code-lists.ts'
import { ownDefinitions, ownMessageDefinitions, r4Definitions, readTerminology } from '../definitions-own.ts'

const declaration = `import type { Linked } from '../compiler/linked.ts'

/** The fast pass over R4 and our own profiles; see profiles/validation.ts. */
export function link(runtime: unknown): Linked
`

const { plan, body, faults } = build([...r4Definitions(), ...ownDefinitions()], ownMessageDefinitions())
for (const { url, element, reason } of faults) console.error(`${url} ${element}: ${reason}`)
/** The value sets that the quick pass asks, and the names of types, which references are read by. */
const asked = [...body.matchAll(/valueSet\(("(?:[^"\\]|\\.)*")\)/g)].map(([, text = '""']) => JSON.parse(text) as string)
const lists = codeListsOf([...asked, 'http://hl7.org/fhir/ValueSet/resource-types'], readTerminology())
const outputs: Readonly<Record<string, string>> = {
  'validator.js': moduleText(body),
  'validator.d.ts': declaration,
  'plan.json': `${JSON.stringify(plan)}\n`,
  'code-lists.json': `${JSON.stringify(lists)}\n`,
}
const stale = Object.entries(outputs).filter(([name, text]) => current(name) !== text)
const isCheck = process.argv.includes('--check')
if (isCheck && stale.length > 0)
  console.error(`out of date: ${stale.map(([name]) => name).join(', ')}; run npm run validator in profiles/authoring`)
for (const [name, text] of isCheck ? [] : stale) writeFileSync(fileOf(name), text)
for (const [name, text] of Object.entries(outputs)) console.log(`${name} ${text.length} bytes`)
process.exitCode = faults.length > 0 || (isCheck && stale.length > 0) ? 1 : 0

function fileOf(name: string): URL {
  return new URL(`../built/${name}`, import.meta.url)
}

function current(name: string): string | undefined {
  try {
    return readFileSync(fileOf(name), 'utf8')
  } catch {
    return undefined
  }
}
