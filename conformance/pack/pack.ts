// Packs the suite into one .tgz that runs with npx on Node 20 and later: `npm run conformance:pack [FOLDER]`.
//
// It holds one JavaScript file, its package.json, a page and the licences; it needs no network and nothing beside it. The same
// sources make the same bytes: no time, no owner, no path of this machine.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tarOf } from '../../profiles/authoring/tar.ts'
import { suite } from '../suite.ts'
import { suiteVersion } from '../version.ts'
import { bundled, root } from './bundle.ts'
import { licenceOf } from './licences.ts'

const name = 'home-first-conformance'

/** Answers the path of the archive. */
export async function pack(folder: string): Promise<string> {
  const { code, packages } = await bundled()
  const files = [
    { path: 'package/package.json', text: `${JSON.stringify(description, undefined, 2)}\n` },
    { path: `package/${name}.js`, text: code },
    { path: 'package/README.md', text: page },
    { path: 'package/LICENSE', text: readFileSync(`${root}LICENSE`, 'utf8') },
    { path: 'package/NOTICES.md', text: notices(packages) },
  ]
  const bytes = gzipSync(tarOf(files), { level: 9 })
  bytes[9] = 255
  mkdirSync(folder, { recursive: true })
  const target = join(folder, `${name}-${suiteVersion}.tgz`)
  writeFileSync(target, bytes)
  return target
}

const description = {
  name,
  version: suiteVersion,
  description: 'Holds a server, or a client, to what Home First asks of it: FHIR R4, SMART Backend Services, HL7 v2',
  license: 'Apache-2.0',
  type: 'module',
  bin: { [name]: `${name}.js` },
  files: [`${name}.js`, 'NOTICES.md'],
  engines: { node: '>=20' },
}

const page = `# Home First conformance suite ${suiteVersion}

${suite.length} requirements of a server, each with its source, and a simulator that watches a client. One file, Node 20 or later, no network but the way to the system under test, nothing to install.

\`\`\`sh
npx --yes --offline --package="$PWD/${name}-${suiteVersion}.tgz" ${name} list
\`\`\`

or, once it is unpacked, \`node package/${name}.js list\`. Then \`init\`, \`doctor\` and \`run\`; without a command it says what there is.

Only people who do not exist are written, and only a test system should be pointed at.
`

const notices = (packages: readonly string[]): string => `# What is in ${name}.js

Home First Gateway, its conformance suite and profiles: Apache-2.0 (LICENSE).

Definitions and terminology of FHIR R4: HL7 International, CC0 1.0.

${packages.map(licenceOf).join('\n\n')}
`

if (import.meta.main) process.stdout.write(`${await pack(process.argv[2] ?? 'dist')}\n`)
