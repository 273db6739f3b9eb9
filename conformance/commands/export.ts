// `export`: the requirements that another tool can play, as FHIR TestScripts; and of the others, why it cannot.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exits } from '../exit.ts'
import type { Screen } from '../report/console.ts'
import { suite } from '../suite.ts'
import { testScript } from '../testscript/resource.ts'
import { scripts } from '../testscript/scripts.ts'
import { unfit } from '../testscript/unfit.ts'
import type { Arguments } from './arguments.ts'

/** Writes over what an earlier export wrote; what else is in the folder stays. */
export function exportCommand({ rest: [folder = ''], format = 'testscript' }: Arguments, screen: Screen): number {
  if (format !== 'testscript') return refuse('--format is testscript')
  if (folder === '') return refuse('export FOLDER: where to write them')
  const fit = suite.flatMap((one) => (scripts[one.id] ? [{ one, steps: scripts[one.id] ?? [] }] : []))
  try {
    mkdirSync(folder, { recursive: true })
    for (const { one, steps } of fit)
      writeFileSync(
        join(folder, `TestScript-${one.id.toLowerCase()}.json`),
        `${JSON.stringify(testScript(one, steps), undefined, 2)}\n`,
      )
    writeFileSync(join(folder, 'README.md'), page())
  } catch {
    return refuse(`${folder}: cannot be written`)
  }
  screen.write(
    `${fit.length} TestScripts in ${folder}; README.md there says why the other ${suite.length - fit.length} requirements are none\n`,
  )
  return exits.passed
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

function page(): string {
  const others = suite.filter(({ id }) => !scripts[id])
  const areas = [...new Set(others.map(({ area }) => area))]
  const lines = areas.map((area) => {
    const ids = others.filter((one) => one.area === area).map(({ id }) => id)
    return `- **${area}** (${ids.length}): ${unfit[area] ?? ''}. ${ids.join(', ')}`
  })
  return `# Home First requirements as TestScripts

Each holds the exchanges at the heart of one requirement. Fill in two variables: \`base\`, the FHIR base, and \`token\`, an access token for \`system/Patient.cruds\`. They write Patients who do not exist; the one that a script goes on with it deletes again.

## Not as TestScripts, and why

${lines.join('\n')}
`
}
